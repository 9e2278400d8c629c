"""A text with its terms marked: in colour on a terminal, in a pipe as tab-separated values, or as JSON."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import click

from vet_terms.cli.lookup_answers import is_for_a_person, tsv_line
from vet_terms.cli.output import print_json, say, table
from vet_terms.glossary.marking import Mark, Marker, is_forbidden
from vet_terms.glossary.succession import successor_of
from vet_terms.language.scripts import language_of
from vet_terms.model import Concept

TSV_COLUMNS = ("place", "start", "end", "term", "translation", "status", "instead")
COLUMN_LIMITS = (60, 80, 10, 6, 40)
COLOURS = {"approved": "green", "proposed": "cyan", "superseded": "magenta", "forbidden": "red"}


@dataclass(frozen=True, slots=True)
class Passage:
    """A text that is marked as one, and where it stands."""

    place: str
    text: str


@dataclass(frozen=True, slots=True)
class MarkedPassage:
    """A passage with its marks."""

    passage: Passage
    marks: tuple[Mark, ...]


def passages_of_file(path: str) -> list[Passage]:
    """Return the blocks of a document of any kind that is read. Raises InputError."""
    from vet_terms.documents.readers import read_document

    return [Passage(str(block.place), block.text) for block in read_document(path).blocks]


def marked_passages(marker: Marker, passages: Sequence[Passage]) -> list[MarkedPassage]:
    """Return the passages with their marks."""
    return [MarkedPassage(each, tuple(marker.marks(each.text))) for each in passages]


def show(marker: Marker, marked: Sequence[MarkedPassage], *, as_json: bool) -> None:
    """Print passages with their marks, and say where there are none."""
    if as_json:
        print_json(_as_object(marker, marked))
    elif is_for_a_person():
        for each in marked:
            click.echo(_in_colour(marker, each), color=True)
        if any(each.marks for each in marked):
            click.echo(f"\n{_summary_table(marker, marked)}")
    else:
        click.echo(tsv_line(TSV_COLUMNS))
        for each in marked:
            for mark in each.marks:
                for cells in _cells(marker, each.passage, mark):
                    click.echo(tsv_line(cells))
    count = sum(len(each.marks) for each in marked)
    say(f"{count:,} {'place' if count == 1 else 'places'} with a term of the glossary")


def _cells(marker: Marker, passage: Passage, mark: Mark) -> Iterator[tuple[object, ...]]:
    term = passage.text[mark.start : mark.end]
    for concept in marker.concepts(mark):
        status = _status(mark, passage.text, concept)
        instead = _instead(status, concept)
        yield passage.place, mark.start, mark.end, term, _translation(mark, concept), status, instead


def _translation(mark: Mark, concept: Concept) -> str:
    return concept.en if mark.language == "zh" else concept.zh


def _instead(status: str, concept: Concept) -> str:
    """Return what to write for a forbidden term, or the name that took over from a superseded one."""
    if status == "forbidden":
        return concept.en
    successor = successor_of(concept) if status == "superseded" else None
    return successor.name if successor else ""


def _status(mark: Mark, text: str, concept: Concept) -> str:
    return "forbidden" if is_forbidden(mark, text, concept) else concept.status


def _in_colour(marker: Marker, marked: MarkedPassage) -> str:
    text, past, parts = marked.passage.text, 0, []
    for mark in marked.marks:
        status = _status(mark, text, marker.concepts(mark)[0])
        # Where colours are not wanted the line under a term still marks it.
        colour = None if os.environ.get("NO_COLOR") else COLOURS.get(status)
        parts.append(_shown(text[past : mark.start]))
        parts.append(
            click.style(
                _shown(text[mark.start : mark.end]), fg=colour, bold=colour is not None, underline=True
            )
        )
        past = mark.end
    return "".join(parts) + _shown(text[past:])


def _shown(text: str) -> str:
    """Return a text without the control characters that a terminal would obey."""
    return "".join(" " if char != "\n" and unicodedata.category(char) == "Cc" else char for char in text)


@dataclass(frozen=True, slots=True)
class _Summed:
    term: str
    concept: Concept
    translation: str
    status: str
    count: int
    place: str


def _summary(marker: Marker, marked: Sequence[MarkedPassage]) -> list[_Summed]:
    """Return each term once, in the order in which they come first."""
    first: dict[tuple[str, int, int], _Summed] = {}
    counts: dict[tuple[str, int, int], int] = {}
    for each in marked:
        for mark in each.marks:
            for number, concept in enumerate(marker.concepts(mark)):
                key = (mark.language, mark.place, number)
                counts[key] = counts.get(key, 0) + 1
                if key not in first:
                    text = each.passage.text
                    first[key] = _Summed(
                        text[mark.start : mark.end],
                        concept,
                        _translation(mark, concept),
                        _status(mark, text, concept),
                        0,
                        each.passage.place,
                    )
    return [
        _Summed(one.term, one.concept, one.translation, one.status, counts[key], one.place)
        for key, one in first.items()
    ]


def _summary_table(marker: Marker, marked: Sequence[MarkedPassage]) -> str:
    rows = [
        (_shown(one.term), _told(one), one.status, str(one.count), one.place)
        for one in _summary(marker, marked)
    ]
    return table(("term", "translation", "status", "count", "first place"), rows, COLUMN_LIMITS)


def _told(one: _Summed) -> str:
    instead = _instead(one.status, one.concept)
    return f"{one.translation} (instead: {instead})" if instead else one.translation


def _as_object(marker: Marker, marked: Sequence[MarkedPassage]) -> dict[str, object]:
    passages = []
    for each in marked:
        text = each.passage.text
        marks = [
            {
                "start": mark.start,
                "end": mark.end,
                "term": text[mark.start : mark.end],
                "language": mark.language,
                "concepts": [
                    {
                        "id": concept.id,
                        "zh": concept.zh,
                        "en": concept.en,
                        "status": _status(mark, text, concept),
                    }
                    for concept in marker.concepts(mark)
                ],
            }
            for mark in each.marks
        ]
        passages.append(
            {"place": each.passage.place, "language": language_of(text), "text": text, "terms": marks}
        )
    return {
        "passages": passages,
        "terms": [
            {
                "term": one.term,
                "translation": one.translation,
                "status": one.status,
                "instead": _instead(one.status, one.concept),
                "count": one.count,
                "place": one.place,
                "id": one.concept.id,
                "zh": one.concept.zh,
                "en": one.concept.en,
                "type": one.concept.type,
            }
            for one in _summary(marker, marked)
        ],
    }
