"""``vet-terms align``: a bilingual file, or a Chinese and an English one, to a TMX."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import click

from vet_terms.alignment.aligner import Alignment, align_document, align_documents
from vet_terms.cli.output import as_json_option, print_json, progress, say
from vet_terms.documents.readers import read_document
from vet_terms.errors import UsageError
from vet_terms.memory.tmx import chinese_code, is_edited, tmx_bytes, write_tmx
from vet_terms.model import Segment


@click.command("align")
@click.argument("file")
@click.argument("file2", required=False)
@click.option("-o", "--output", metavar="OUT.tmx", help="The TMX to write; - for standard output.")
@click.option(
    "--encoding", default="", metavar="NAME", help="Encoding of the files, where it is not found out."
)
@as_json_option
def command(file: str, file2: str | None, output: str | None, encoding: str, as_json: bool) -> None:
    """Pair the sentences of one bilingual file, or of a Chinese and an English file.

    Texts that only one language has stay unpaired and are listed.

    Example: vet-terms align seeds/deck.txt -o deck.tmx
    """
    if output is None and not as_json:
        raise click.UsageError("name the TMX to write with -o OUT.tmx, or ask for --json.")
    if output == "-" and as_json:
        raise click.UsageError("--json and -o - both want standard output; name a file with -o.")
    _refuse_to_overwrite(output, [file, *([file2] if file2 else [])])
    document = read_document(file, encoding)
    documents = [document]
    if file2:
        documents.append(read_document(file2, encoding))
        alignment = align_documents(document, documents[1], progress)
    else:
        alignment = align_document(document, progress)
    script = "Hant" if any(each.script == "Hant" for each in documents) else ""
    if output == "-":
        sys.stdout.buffer.write(tmx_bytes(alignment.units, alignment.signature, chinese_code(script)))
    elif output is not None:
        write_tmx(Path(output), alignment.units, alignment.signature, chinese_code(script))
    for read in documents:
        for note in read.notes:
            say(f"warning: {read.name}: {note}")
    if as_json:
        print_json(_as_json(alignment))
    _report(alignment, output)


def _refuse_to_overwrite(output: str | None, inputs: Sequence[str]) -> None:
    """Refuse to write over a file that is read, or over a memory that somebody edited."""
    if output is None or output == "-" or not Path(output).is_file():
        return
    for each in inputs:
        if Path(each).exists() and Path(each).samefile(output):
            raise UsageError(f"{output}: is the file to read; name another file with -o")
    if is_edited(Path(output)):
        raise UsageError(f"{output}: was edited since it was written; name another file, or delete it first")


def _as_json(alignment: Alignment) -> dict[str, Any]:
    return {
        "units": len(alignment.units),
        "zh_only": _listed(alignment.zh_only),
        "en_only": _listed(alignment.en_only),
        "signature": alignment.signature,
    }


def _listed(segments: Iterable[Segment]) -> list[dict[str, str]]:
    return [{"text": segment.mark + segment.text, "place": str(segment.place)} for segment in segments]


def _report(alignment: Alignment, output: str | None) -> None:
    for name, alone in (("Chinese", alignment.zh_only), ("English", alignment.en_only)):
        for segment in alone:
            say(f"only in {name}: {segment.place}: {segment.mark}{segment.text}")
    where = f" → {output}" if output and output != "-" else ""
    say(
        f"{len(alignment.units)} units, {len(alignment.zh_only)} Chinese and "
        f"{len(alignment.en_only)} English texts unpaired{where}"
    )
