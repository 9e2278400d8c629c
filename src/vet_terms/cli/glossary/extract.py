"""``vet-terms glossary extract``: bilingual files or Chinese documents to proposed entries and candidates."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from vet_terms.cli.output import as_json_option, print_json, progress, say
from vet_terms.errors import InputError, UsageError
from vet_terms.files import STDIN, all_or_none, is_one_of, write_whole
from vet_terms.model import Candidate, Concept, Segment, TranslationUnit

if TYPE_CHECKING:
    from vet_terms.glossary.inconsistencies import Inconsistency

MEMORY = Path("tmx")
"""The memory of the workspace that a person stands in."""

REPORTS = (".md", ".markdown")
"""What a report that may be written over ends in."""


@click.command(name="extract", epilog="Example: vet-terms glossary extract project.tmx -o proposed.csv")
@click.argument("files", metavar="[FILE...]", nargs=-1)
@click.option(
    "-o", "--output", metavar="OUT.csv", help="A new file for the entries; without it, standard output."
)
@click.option("--candidates", "candidates_file", metavar="OUT.csv",
              help="A new file for the Chinese terms that have no English.")  # fmt: skip
@click.option("--inconsistencies", "inconsistencies_file", metavar="OUT.md",
              help="A file for the terms that are rendered in more than one way.")  # fmt: skip
@as_json_option
def command(
    files: tuple[str, ...],
    output: str | None,
    candidates_file: str | None,
    inconsistencies_file: str | None,
    as_json: bool,
) -> None:
    """Extract terms, as rows of a term base with the status proposed.

    FILE is bilingual (TMX, XLIFF, PO, TSV or CSV; `-` for standard input), or a document that holds Chinese
    alone; without FILE the memory of the folder you stand in, tmx/*.tmx, is read. Of Chinese alone no
    entry can be made: its terms are candidates, and where nothing else is read, they are the output.

    An existing file is not overwritten but by --inconsistencies: `vet-terms glossary merge` joins the new
    entries into your glossary/terms.csv. A bilingual document is paired first, by `vet-terms align`.
    """
    for path in (output, candidates_file):
        if path and path != STDIN and Path(path).exists():
            raise UsageError(
                f"{path}: is there already; name a new file (`glossary merge` joins it to a term base)"
            )
    _refuse_to_lose(files, output, candidates_file, inconsistencies_file)
    if as_json and STDIN in {output, candidates_file, inconsistencies_file}:
        raise UsageError("--json and `-` both want standard output; name a file")
    units, chinese = _read(files or _memory())
    concepts, wanted, found = _extracted(units, chinese)
    if as_json:
        print_json(_as_object(units, concepts, wanted, found))
    _write(output, candidates_file, inconsistencies_file, (concepts, wanted, found), bool(units), as_json)
    said = f"{len(concepts)} concepts, {len(wanted)} candidates without English, {len(found)} inconsistencies"
    say(f"{len(units)} {'unit' if len(units) == 1 else 'units'}: {said}")


def _refuse_to_lose(files: Sequence[str], *outputs: str | None) -> None:
    """Refuse one name for two outputs, and a report over what is read or is no report. Raises UsageError."""
    named = [Path(path).resolve() for path in outputs if path and path != STDIN]
    if len(set(named)) < len(named):
        raise UsageError("two outputs have one name; give each its own")
    report = outputs[-1]
    if not report or report == STDIN or not Path(report).is_file():
        return
    if is_one_of(report, files) or Path(report).suffix.lower() not in REPORTS:
        raise UsageError(f"{report}: is there already and no report of inconsistencies; name a new file")


def _memory() -> tuple[str, ...]:
    found = sorted(MEMORY.rglob("*.tmx")) if MEMORY.is_dir() else []
    # Beside a file that a person edited stands the rebuilt one, with the same units.
    edited = [path for path in found if not path.with_suffix("").name.endswith(".rebuilt")]
    if not edited:
        raise UsageError(f"{MEMORY}/ has no TMX here; name files, or stand in a workspace that was built")
    return tuple(map(str, edited))


def _read(files: Iterable[str]) -> tuple[list[TranslationUnit], list[Segment]]:
    from vet_terms.memory.bilingual import is_bilingual_file, read_bilingual

    units: list[TranslationUnit] = []
    chinese: list[Segment] = []
    for file in files:
        if is_bilingual_file(file):
            units += read_bilingual(file)
        else:
            chinese += _chinese(file)
    return units, chinese


def _chinese(file: str) -> list[Segment]:
    from vet_terms.alignment.aligner import is_bilingual
    from vet_terms.documents.readers import read_document
    from vet_terms.language.segmentation import segments

    document = read_document(file, progress=progress)
    if is_bilingual(document):
        raise UsageError(
            f"{file}: holds both languages; pair them first (vet-terms align {file} -o OUT.tmx) "
            "and extract from the TMX"
        )
    found = [segment for segment in segments(document) if segment.language == "zh"]
    if not found:
        raise InputError(f"{file}: holds no Chinese")
    return found


def _extracted(
    units: Sequence[TranslationUnit], chinese: Sequence[Segment]
) -> tuple[list[Concept], list[Candidate], list[Inconsistency]]:
    from vet_terms.glossary.candidates import joined, with_short_forms
    from vet_terms.glossary.extraction.chinese_only import candidates
    from vet_terms.glossary.extraction.extract import extraction
    from vet_terms.glossary.inconsistencies import inconsistencies
    from vet_terms.glossary.merge import concept_id
    from vet_terms.glossary.suggesting.suggest import with_suggestions

    found = extraction(units, progress)
    concepts: list[Concept] = []
    taken: set[str] = set()
    of_chinese = candidates(chinese)
    for concept in with_short_forms(found.concepts, of_chinese):
        id_ = concept_id(concept.zh, taken)
        taken.add(id_)
        concepts.append(replace(concept, id=id_))
    translated = [form for concept in concepts for form in (concept.zh, *concept.zh_variants)]
    wanted = joined(found.candidates, of_chinese, translated)
    return concepts, with_suggestions(wanted, concepts), inconsistencies(found)


def _as_object(
    units: Sequence[TranslationUnit],
    concepts: Sequence[Concept],
    wanted: Sequence[Candidate],
    found: Sequence[Inconsistency],
) -> dict[str, Any]:
    from vet_terms.alignment.aligner import alignment_signature

    return {
        "units": len(units),
        "concepts": [asdict(concept) for concept in concepts],
        "candidates": [{**asdict(candidate), "place": str(candidate.place)} for candidate in wanted],
        "inconsistencies": [
            {
                **asdict(each),
                "uses": [
                    {**asdict(use), "places": [str(place) for place in use.places]} for use in each.uses
                ],
            }
            for each in found
        ],
        "signature": alignment_signature(),
    }


def _write(
    output: str | None,
    candidates_file: str | None,
    inconsistencies_file: str | None,
    made: tuple[Sequence[Concept], Sequence[Candidate], Sequence[Inconsistency]],
    has_units: bool,
    as_json: bool,
) -> None:
    from vet_terms.glossary.candidates import table_of_candidates
    from vet_terms.glossary.inconsistencies_report import report
    from vet_terms.glossary.sheets import table_bytes
    from vet_terms.glossary.termbase import rows_of

    concepts, wanted, found = made
    waiting = {
        candidates_file: table_bytes(*table_of_candidates(wanted)),
        inconsistencies_file: report(found).encode("utf-8"),
        STDIN if output is None else output: table_bytes(
            *(rows_of(concepts) if has_units else table_of_candidates(wanted))
        ),
    }
    with all_or_none():
        for path, data in waiting.items():
            if path == STDIN:
                if not as_json:
                    click.echo(data, nl=False)
            elif path is not None:
                write_whole(path, data)
