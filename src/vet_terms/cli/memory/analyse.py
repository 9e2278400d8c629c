"""``vet-terms memory analyse``: the leverage table that translators quote by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import click

from vet_terms.cli.memory.opened_memory import memory_if_there
from vet_terms.cli.memory.store_option import store_option
from vet_terms.cli.memory.wording import LANGUAGES, in_the_other_language, left_out_by_the_reader
from vet_terms.cli.output import as_json_option, clip, number_of, print_json, progress, say
from vet_terms.cli.standard_input import refuse_to_read_twice
from vet_terms.documents.readers import read_document
from vet_terms.memory.analysis import NO_MATCH, NO_WORDS, REPETITION, FileAnalysis, Volume, analyse, together
from vet_terms.memory.source_text import source_text, told_language
from vet_terms.model import Language
from vet_terms.signature import signature

_LABELS = {REPETITION: "repetitions", "100": "100 %", NO_MATCH: "no match", NO_WORDS: "no words"}
_COLUMNS = ("segments", "characters", "words", "percent")


@click.command("analyse", epilog="Example: vet-terms memory analyse deck.pptx paper.docx")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@store_option
@click.option(
    "--source",
    type=click.Choice(("zh", "en")),
    help="The language to translate from [default: the one that most of the text is in].",
)
@as_json_option
def command(files: tuple[str, ...], store: str, source: Language | None, as_json: bool) -> None:
    """Count how much of new documents the memory knows: the table that translators quote by.

    Repetitions are counted across all files: the first of equal segments stands in the band of its best
    match, later ones are repetitions. Characters are Chinese characters without punctuation; words are what
    stands between spaces or Chinese characters, numbers too; percent is of both. Segments without a letter,
    as bare numbers, have a row of their own. One FILE that cannot be read stops the command, since the total
    would not hold; `-` reads standard input. Without a memory in this folder only repetitions are counted.
    """
    refuse_to_read_twice(files)
    documents = [read_document(file) for file in progress(files, "reading")]
    language = source or told_language(documents)
    texts = [source_text(document, language) for document in documents]
    with memory_if_there(store, "only repetitions are counted") as memory:
        analyses = list(analyse(texts, memory, progress))
    total = together(analyses, "all files")
    if as_json:
        print_json(
            {
                "source": language,
                "files": [_as_json(each) for each in analyses],
                "total": _as_json(total),
                "signature": signature(source=language),
            }
        )
    else:
        shown = analyses if len(analyses) == 1 else [*analyses, total]
        click.echo("\n\n".join("\n".join(_table(each)) for each in shown))
    for text in texts:
        if text.in_the_other_language:
            say(f"{text.name}: {in_the_other_language(text.in_the_other_language, language)} not counted")
        if left_out := left_out_by_the_reader(text):
            say(left_out)
    sizes = f"{number_of(total.total.segments, 'segment')} in {number_of(len(files), 'file')}"
    say(f"translated from {LANGUAGES[language]}: {sizes}")


def _table(analysis: FileAnalysis) -> Iterator[str]:
    rows = [(_LABELS.get(band, f"{band} %"), volume) for band, volume in analysis.bands.items()]
    yield clip(analysis.name, 80)
    yield _line("", _COLUMNS)
    for label, volume in rows:
        yield _line(label, _cells(analysis, volume))
    yield _line("total", _cells(analysis, analysis.total))


def _cells(analysis: FileAnalysis, volume: Volume) -> tuple[str, ...]:
    numbers = (volume.segments, volume.characters, volume.words)
    return (*(f"{number:,}" for number in numbers), f"{analysis.share(volume):.1f}")


def _line(label: str, cells: Sequence[str]) -> str:
    return f"{label:<12}" + "".join(f"{cell:>12}" for cell in cells)


def _as_json(analysis: FileAnalysis) -> dict[str, Any]:
    def row(volume: Volume) -> dict[str, Any]:
        return {
            "segments": volume.segments,
            "characters": volume.characters,
            "words": volume.words,
            "percent": analysis.share(volume),
        }

    return {
        "name": analysis.name,
        "bands": [{"band": band, **row(volume)} for band, volume in analysis.bands.items()],
        "total": row(analysis.total),
        "in_the_other_language": analysis.in_the_other_language,
    }
