"""``vet-terms glossary convert``: a glossary of any kind into a file of any other."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from pathlib import Path

import click

from vet_terms.cli.output import DEFAULT_GLOSSARY, as_json_option, print_json, say
from vet_terms.errors import InputError, UsageError
from vet_terms.files import STDIN, is_one_of, read_bytes, write_whole
from vet_terms.glossary.converting import Converted, converted
from vet_terms.glossary.formats import FORMATS
from vet_terms.glossary.formats.format import Held, WriteOptions
from vet_terms.glossary.merge import MACHINE_FILE
from vet_terms.glossary.reading import concepts_of_file
from vet_terms.language.codes import language_of_code
from vet_terms.model import Language

WORDS: Mapping[Held, str] = {
    "id": "ids",
    "zh_variants": "other Chinese forms",
    "en": "English",
    "en_variants": "other English forms",
    "en_forbidden": "forbidden English",
    "type": "types",
    "status": "statuses",
    "domain": "domains",
    "definition": "definitions",
    "context_zh": "Chinese contexts",
    "context_en": "English contexts",
    "source": "sources",
    "count": "counts",
    "note": "notes",
    "extra": "columns that people added",
}
"""What a person calls what a concept may have."""

_CODE = re.compile(r"[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*")


@click.command(
    name="convert",
    epilog="Example: vet-terms glossary convert --to memoq-xlsx -o terms.xlsx, "
    "vet-terms glossary convert theirs.tbx --to csv -o theirs.csv",
)
@click.argument("given", metavar="[IN]", required=False)
@click.option("--to", required=True, type=click.Choice(list(FORMATS)), help="The format to write.")
@click.option("-o", "--output", metavar="OUT",
              help="The file to write, - for standard output [default: beside IN].")  # fmt: skip
@click.option("--from", "from_", type=click.Choice([name for name, each in FORMATS.items() if each.read]),
              help="The format of IN [default: by its ending and content].")  # fmt: skip
@click.option("--source", type=click.Choice(["zh", "en"]), default="zh", show_default=True,
              help="The language that stands first.")  # fmt: skip
@click.option("--chinese", metavar="CODE", default="zh-CN", show_default=True,
              help="The code of the Chinese; zh-TW and zh-HK are derived.")  # fmt: skip
@click.option(
    "--english", metavar="CODE", default="en-US", show_default=True, help="The code of the English."
)
@click.option("--bom", is_flag=True, help="Begin a CSV with a byte-order mark, for Excel.")
@as_json_option
def command(
    given: str | None,
    to: str,
    output: str | None,
    from_: str | None,
    source: Language,
    chinese: str,
    english: str,
    bom: bool,
    as_json: bool,
) -> None:
    """Write a glossary in another format; say what stays behind.

    IN is any glossary: a table of ours or of a CAT tool's, TBX, MultiTerm XML, UTX, OmegaT's, or a list of
    two columns [default: glossary/terms.csv]. Rejected concepts stay at home, and in most formats those
    without English.
    """
    chinese, english = _code(chinese, "zh"), _code(english, "en")
    if bom and not FORMATS[to].takes_mark:
        tables = ", ".join(name for name, each in FORMATS.items() if each.takes_mark)
        raise UsageError(f"--bom: {to} has no byte-order mark; it is for tables as CSV ({tables})")
    name = given if given is not None else str(DEFAULT_GLOSSARY)
    written = output if output is not None else _beside(name, FORMATS[to].file_name)
    if as_json and written == STDIN:
        raise UsageError(
            "standard output can hold the glossary or the JSON object; write the glossary to a file"
        )
    refuse_to_lose(name, written)
    data = read_bytes(name)
    reader = FORMATS[from_].read if from_ else None
    concepts = reader(data, name) if reader else concepts_of_file(data, name)
    result = converted(concepts, to, WriteOptions(source, chinese, english, bom))
    refuse_to_write_nothing(name, to, result)
    if written == STDIN:
        sys.stdout.buffer.write(result.data)
    else:
        write_whole(written, result.data)
    if as_json:
        print_json(as_object(to, written, result))
        return
    for line in said(to, written, result):
        say(line)


def _code(given: str, language: Language) -> str:
    """Return the code of a language as files have it (RFC 5646). Raises UsageError for what is none."""
    code = given.replace("_", "-")
    if language_of_code(code) != language or not _CODE.fullmatch(code):
        raise UsageError(
            f"{given[:40]}: is no code of the language; write --chinese zh-TW or --english en-GB"
        )
    return code


def refuse_to_lose(given: str, written: str) -> None:
    """Refuse to write over what is read, and over a term base that people edit. Raises UsageError."""
    target = Path(written)
    if written == STDIN or not target.exists():
        return
    if is_one_of(target, [given]):
        raise UsageError(f"{written}: is what is read; choose another name for the output")
    folder = target.resolve().parent
    is_term_base = target.name == DEFAULT_GLOSSARY.name and (
        folder.name == DEFAULT_GLOSSARY.parent.name or (folder / MACHINE_FILE).exists()
    )
    if is_term_base or target.name == MACHINE_FILE:
        raise UsageError(
            f"{written}: is a term base that people edit and is not written over; "
            f"vet-terms glossary merge {given} joins the other glossary into it"
        )


def refuse_to_write_nothing(given: str, to: str, result: Converted) -> None:
    """Refuse a glossary of which nothing goes into a format. Raises InputError."""
    if not result.concepts:
        why = ", ".join(f"{count:,} {reason}" for reason, count in result.left_out.items())
        raise InputError(f"{given}: has no concept to write as {to}{f' ({why})' if why else ''}")


def as_object(to: str, written: str, result: Converted) -> dict[str, object]:
    """Return what scripts are told of a glossary that was written."""
    return {
        "to": to,
        "written": written,
        "concepts": result.concepts,
        "left_out": dict(result.left_out),
        "not_held": dict(result.not_held),
        "only_shown": dict(result.only_shown),
    }


def said(to: str, written: str, result: Converted) -> list[str]:
    """Return what a person hears of a glossary that was written."""
    where = "" if written == STDIN else f" in {written}"
    lines = [f"{_concepts(result.concepts)}{where}: {FORMATS[to].description}"]
    lines += [f"left out: {_concepts(count)} ({reason})" for reason, count in result.left_out.items()]
    if result.not_held:
        lines.append(f"not carried, with the concepts that have some: {_listed(result.not_held)}")
    if result.only_shown:
        lines.append(f"only as rows of their own or as remarks: {_listed(result.only_shown)}")
    return lines


def _listed(counts: Mapping[Held, int]) -> str:
    return ", ".join(f"{WORDS[what]} ({count:,})" for what, count in counts.items())


def _beside(name: str, file_name: str) -> str:
    return file_name if name == STDIN else str(Path(name).parent / file_name)


def _concepts(number: int) -> str:
    return f"{number:,} concept{'' if number == 1 else 's'}"
