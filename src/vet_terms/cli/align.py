"""``vet-terms align``: a bilingual file, or a Chinese and an English one, to a TMX and a review."""

from __future__ import annotations

import itertools
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from vet_terms.alignment.aligner import align_document, align_documents
from vet_terms.alignment.corrections import Corrected, corrected
from vet_terms.alignment.layouts import LAYOUTS
from vet_terms.alignment.result import Alignment, Options
from vet_terms.alignment.reviewed import traced
from vet_terms.alignment.threshold import Thresholded, at_least
from vet_terms.cli.output import as_json_option, print_json, progress, say
from vet_terms.documents.readers import read_document
from vet_terms.errors import UsageError
from vet_terms.files import STDIN, all_or_none, is_one_of
from vet_terms.glossary.by_people import english_forms
from vet_terms.glossary.reading import read_glossary
from vet_terms.language.vector_cache import FOLDER
from vet_terms.language.vectors import vectors_kept_in
from vet_terms.memory.review import refuse_to_lose_a_review, write_review
from vet_terms.memory.review.sheet import read_review
from vet_terms.memory.workspace_tmx import chinese_code, is_edited, tmx_bytes, write_tmx
from vet_terms.model import Document, Segment
from vet_terms.workspace import SEEDS, glossary_by_people, workspace_of

MOST_SAID = 50
"""Texts without a partner, and pairs below --min-score, that are listed one by one."""


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What the command made: the documents read, the alignment, and what a person said of it."""

    documents: tuple[Document, ...]
    alignment: Alignment
    corrected: Corrected | None
    thresholded: Thresholded
    min_score: float


def _probability(_context: click.Context, _parameter: click.Parameter, value: float) -> float:
    # The comparison is false for nan too, which a range of click lets through.
    if not 0 <= value <= 1:
        raise click.BadParameter(f"{value:g} is not a number from 0 to 1.")
    return value


@click.command("align")
@click.argument("file")
@click.argument("file2", required=False)
@click.option("-o", "--output", metavar="OUT.tmx", help="The TMX to write; - for standard output.")
@click.option(
    "--review",
    metavar="OUT.xlsx|.html",
    help="Write the pairs side by side, shaded by confidence: .xlsx to correct, .html to read.",
)
@click.option("--corrections", metavar="IN.xlsx", help="Apply a review sheet that a person corrected.")
@click.option(
    "--min-score",
    type=float,
    default=0.0,
    callback=_probability,
    metavar="X",
    help="Leave pairs under this score (0 to 1) out of the TMX; they are listed.",
)
@click.option(
    "--layout",
    type=click.Choice(list(LAYOUTS)),
    metavar="NAME",
    help=f"How a bilingual file is laid out, where it is found out wrongly: {', '.join(LAYOUTS)}.",
)
@click.option("--no-vectors", is_flag=True, help="Do without the sentence encoder.")
@click.option("--glossary", metavar="G.csv", help="Terms whose English speaks for a pair.")
@click.option("--force", is_flag=True, help="Pair also what does not look like a translation.")
@click.option(
    "--encoding", default="", metavar="NAME", help="Encoding of the files, where it is not found out."
)
@as_json_option
def command(
    file: str,
    file2: str | None,
    output: str | None,
    review: str | None,
    corrections: str | None,
    min_score: float,
    layout: str | None,
    no_vectors: bool,
    glossary: str | None,
    force: bool,
    encoding: str,
    as_json: bool,
) -> None:
    """Pair the sentences of one bilingual file, or of a Chinese and an English file.

    Texts that only one language has stay unpaired and are listed. For a file in the seeds/ of a
    workspace, the rows of glossary/terms.csv that people approved or edited are evidence too.

    \b
    To correct pairs by hand:
      vet-terms align seeds/deck.txt --review tmx/deck.review.xlsx
      (correct the sheet; its second sheet says how)
      vet-terms align seeds/deck.txt --corrections tmx/deck.review.xlsx -o deck.tmx
      vet-terms build    (applies every tmx/NAME.review.xlsx, each time)

    Example: vet-terms align seeds/deck.txt -o deck.tmx
    """
    if output is None and review is None and not as_json:
        raise click.UsageError("name the TMX to write with -o OUT.tmx, or a --review, or ask for --json.")
    if output == STDIN and as_json:
        raise click.UsageError("--json and -o - both want standard output; name a file with -o.")
    read = [each for each in (file, file2, corrections, glossary) if each]
    _refuse_to_overwrite(output, review, read)
    sheet = read_review(corrections) if corrections else None
    options = Options(
        vectors=not no_vectors, layout=layout or "", glossary=_terms(file, glossary), force=force
    )
    documents = tuple(read_document(each, encoding, progress=progress) for each in (file, file2) if each)
    with vectors_kept_in(_kept_vectors(file)) as remarks:
        by_machine = traced(_aligned(documents, options))
    for remark in remarks:
        say(f"warning: {remark}")
    result = corrected(by_machine, sheet) if sheet else None
    shown = result.traced if result else by_machine
    outcome = _Outcome(documents, shown.alignment, result, at_least(shown.alignment, min_score), min_score)
    script = "Hant" if any(each.script == "Hant" for each in documents) else ""
    code = chinese_code((unit.zh for unit in shown.alignment.units), script)
    units, made_by = outcome.thresholded.alignment.units, outcome.thresholded.alignment.signature
    with all_or_none():
        if output is not None and output != STDIN:
            write_tmx(Path(output), units, made_by, code)
        if review is not None:
            write_review(review, shown, documents[0].name, code)
    if output == STDIN:
        sys.stdout.buffer.write(tmx_bytes(units, made_by, code))
    _warn(outcome, corrections)
    if as_json:
        print_json(_as_json(outcome))
    _report(outcome, output, review)


def _aligned(documents: Sequence[Document], options: Options) -> Alignment:
    if len(documents) == 2:
        return align_documents(documents[0], documents[1], options, progress)
    return align_document(documents[0], options, progress)


def _kept_vectors(file: str) -> Path | None:
    """Return where the nearest workspace above a file keeps its sentence vectors, if there is one."""
    folders = Path(file).absolute().parents if file != STDIN else ()
    return next((folder / FOLDER for folder in folders if (folder / SEEDS).is_dir()), None)


def _terms(file: str, glossary: str | None) -> Mapping[str, tuple[str, ...]]:
    """Return the terms that are evidence: of the glossary named, else people's rows of the workspace."""
    if glossary is not None:
        return english_forms(read_glossary(glossary))
    workspace = workspace_of(Path(file)) if file != STDIN else None
    return glossary_by_people(workspace) if workspace else {}


def _refuse_to_overwrite(output: str | None, review: str | None, inputs: Sequence[str]) -> None:
    """Refuse to write over a file that is read, or over what somebody edited."""
    written = [each for each in (output, review) if each is not None and each != STDIN]
    for target, source in itertools.product(written, inputs):
        if Path(target).is_file() and is_one_of(target, [source]):
            raise UsageError(f"{target}: is the file to read; name another file with -o or --review")
    if len({Path(each).resolve() for each in written}) < len(written):
        raise UsageError(f"{output}: cannot be both the TMX and the review; name another file")
    if output is not None and output != STDIN and Path(output).is_file() and is_edited(Path(output)):
        raise UsageError(f"{output}: was edited since it was written; name another file, or delete it first")
    if review is not None:
        refuse_to_lose_a_review(review)


def _warn(outcome: _Outcome, corrections: str | None) -> None:
    for read in outcome.documents:
        for note in read.notes:
            say(f"warning: {read.name}: {note}")
    for note in outcome.alignment.notes:
        say(f"warning: {note}")
    for said in outcome.corrected.warnings if outcome.corrected else ():
        say(f"warning: {corrections}: {said}")


def _as_json(outcome: _Outcome) -> dict[str, Any]:
    alignment = outcome.thresholded.alignment
    return {
        "units": len(alignment.units),
        "zh_only": _listed(alignment.zh_only),
        "en_only": _listed(alignment.en_only),
        "signature": alignment.signature,
        "layout": alignment.layout,
        "notes": [*alignment.notes, *(outcome.corrected.warnings if outcome.corrected else ())],
        "corrected": outcome.corrected.edited if outcome.corrected else 0,
        "left_out": outcome.corrected.left_out if outcome.corrected else 0,
    }


def _listed(segments: Iterable[Segment]) -> list[dict[str, str]]:
    return [{"text": segment.mark + segment.text, "place": str(segment.place)} for segment in segments]


def _say_first(what: str, texts: Sequence[str]) -> None:
    """Say the first texts of a kind, and how many more there are: of a book there may be thousands."""
    for text in texts[:MOST_SAID]:
        say(f"{what}: {text}")
    if len(texts) > MOST_SAID:
        say(f"{what}: {len(texts) - MOST_SAID} more; --review writes all of them in their places")


def _report(outcome: _Outcome, output: str | None, review: str | None) -> None:
    below = outcome.thresholded.below
    _say_first(
        f"below --min-score {outcome.min_score:g}",
        [f"{unit.score:.2f} {unit.places[0]}: {unit.zh} | {unit.en}" for unit in below],
    )
    for name, alone in (("Chinese", outcome.alignment.zh_only), ("English", outcome.alignment.en_only)):
        _say_first(f"only in {name}", [f"{segment.place}: {segment.mark}{segment.text}" for segment in alone])
    if outcome.corrected:
        say(f"{outcome.corrected.edited} rows corrected, {outcome.corrected.left_out} texts left out by hand")
    alignment = outcome.thresholded.alignment
    where = f" → {output}" if output and output != STDIN else ""
    seen = f"; review: {review}" if review else ""
    say(
        f"layout {alignment.layout}: {len(alignment.units)} units, {len(alignment.zh_only)} Chinese and "
        f"{len(alignment.en_only)} English texts unpaired{where}{seen}"
    )
