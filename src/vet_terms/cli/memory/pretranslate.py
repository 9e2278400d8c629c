"""``vet-terms memory pretranslate``: a new document as XLIFF, with matches and term notes."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from vet_terms.cli.default_glossary import concepts_if_there
from vet_terms.cli.memory.opened_memory import memory_if_there
from vet_terms.cli.memory.store_option import store_option
from vet_terms.cli.memory.wording import LANGUAGES, in_the_other_language, left_out_by_the_reader
from vet_terms.cli.output import as_json_option, number_of, print_json, progress, say
from vet_terms.documents.readers import read_document
from vet_terms.errors import UsageError
from vet_terms.files import STDIN, is_one_of, read_bytes, write_whole
from vet_terms.glossary.term_index import TermIndex
from vet_terms.language.varieties import MAINLAND
from vet_terms.memory.pretranslation.formats import VERSIONS, xliff_bytes
from vet_terms.memory.pretranslation.terms import TermNotes
from vet_terms.memory.pretranslation.units import PretranslatedUnit, pretranslated
from vet_terms.memory.pretranslation.xliff_file import XliffFile
from vet_terms.memory.source_text import SourceText, source_text, told_language
from vet_terms.memory.workspace_tmx import TARGET_CODE, chinese_code
from vet_terms.model import Document, Language
from vet_terms.signature import signature


@click.command(
    "pretranslate",
    epilog="Example: vet-terms memory pretranslate paper.docx -o paper.xlf --glossary glossary/terms.csv",
)
@click.argument("file")
@click.option(
    "-o", "--output", metavar="OUT.xlf", required=True, help="The XLIFF to write; - for standard output."
)
@store_option
@click.option("--glossary", metavar="FILE",
              help="The glossary to note terms from [default: glossary/terms.csv, if there].")  # fmt: skip
@click.option("--threshold", metavar="PERCENT", type=click.IntRange(50, 100), default=70, show_default=True,
              help="Offer matches that are at least so like.")  # fmt: skip
@click.option("--xliff", "version", type=click.Choice(tuple(VERSIONS)), default="1.2", show_default=True,
              help="The version of XLIFF.")  # fmt: skip
@click.option(
    "--source",
    type=click.Choice(("zh", "en")),
    help="The language to translate from [default: the one that most of the text is in].",
)
@as_json_option
def command(
    file: str,
    output: str,
    store: str,
    glossary: str | None,
    threshold: int,
    version: str,
    source: Language | None,
    as_json: bool,
) -> None:
    """Write a new document as XLIFF for a CAT tool, with what the memory and the glossary know.

    Exact matches are filled in as translated. Where a unit differs in its numbers or dates only, its
    translation is filled in with the new ones and asks for review, as one does whose text differs in width,
    case, script, quotes or inline codes only, one that lacks only the list mark, and one of several
    translations of the same text. Other matches are offered and not filled in, best first. Each term of the
    glossary is a note of its segment. Segments of the other language are left out. An OUT that is there
    already and differs is not written over: somebody may have translated in it.
    """
    if output == STDIN and as_json:
        raise click.UsageError("--json and -o - both want standard output; name a file with -o.")
    if Path(output).is_file() and is_one_of(output, [file]):
        raise UsageError(f"{output}: is the file to read; name another file with -o")
    document = read_document(file, progress=progress)
    language = source or told_language([document])
    text = source_text(document, language)
    if not text.segments:
        raise UsageError(f"{file}: has no {LANGUAGES[language]} text to translate; name the other --source")
    concepts = concepts_if_there(glossary)
    terms = TermNotes(concepts, TermIndex(concepts))
    with memory_if_there(store, "nothing is filled in or offered") as memory:
        units = list(pretranslated(text, memory, terms, threshold, progress))
    about = _about(document, text, version, threshold)
    data = xliff_bytes(version, about, units)
    if output == STDIN:
        sys.stdout.buffer.write(data)
    else:
        _refuse_to_lose_translations(Path(output), data)
        write_whole(output, data)
    counts = _counts(units, text)
    if as_json:
        print_json({**counts, "signature": about.signature, "units": units})
    _report(counts, text, output)


def _about(document: Document, text: SourceText, version: str, threshold: int) -> XliffFile:
    if text.language == "zh":
        texts = (segment.text for segment in text.segments)
        source_code, target_code = chinese_code(texts, document.script), TARGET_CODE
    else:
        source_code, target_code = TARGET_CODE, MAINLAND
    made_by = signature(source=source_code, target=target_code, threshold=threshold, xliff=version)
    return XliffFile(document.name, source_code, target_code, made_by)


def _refuse_to_lose_translations(path: Path, data: bytes) -> None:
    """Refuse to write over a file that differs: somebody may have translated in it."""
    if path.is_file() and read_bytes(path) != data:
        raise UsageError(
            f"{path}: is there already, and translations may be in it; name another file or delete it first"
        )


def _counts(units: Sequence[PretranslatedUnit], text: SourceText) -> dict[str, Any]:
    filled = Counter(unit.filled for unit in units)
    return {
        "source": text.language,
        "segments": len(units),
        "exact": filled["exact"],
        "one_of_several": filled["one of several"],
        "form_differs": filled["form"],
        "numbers_replaced": filled["numbers"],
        "list_mark_added": filled["list mark"],
        "offered": sum(bool(unit.offers and not unit.filled) for unit in units),
        "empty": sum(not unit.offers for unit in units),
        "terms": sum(len(unit.terms) for unit in units),
        "in_the_other_language": text.in_the_other_language,
        "left_out_on_reading": sum(text.left_out.values()),
    }


def _report(counts: dict[str, Any], text: SourceText, output: str) -> None:
    if text.in_the_other_language:
        say(f"{text.name}: {in_the_other_language(text.in_the_other_language, text.language)} left out")
    if left_out := left_out_by_the_reader(text):
        say(left_out)
    where = f" → {output}" if output != STDIN else ""
    review = [
        f"{counts[key]} {what}"
        for key, what in (
            ("form_differs", "of a text in another form"),
            ("numbers_replaced", "with numbers replaced"),
            ("one_of_several", "with one of several translations"),
            ("list_mark_added", "with the list mark added"),
        )
        if counts[key]
    ]
    asks = f", {', '.join(review)} (to review)" if review else ""
    say(
        f"{number_of(counts['segments'], 'segment')}: {counts['exact']} filled{asks}, "
        f"{counts['offered']} with matches offered, {counts['empty']} without; "
        f"{number_of(counts['terms'], 'term')} noted{where}"
    )
