"""Where a text that a person moved, split, merged or edited comes from: the segments it is made of.

Texts are compared without spaces and without what XML cannot hold, so that neither a spreadsheet nor a
line break hides a sentence. What stands on neighbouring rows is preferred to the same words elsewhere,
and a few words in common are no provenance. Nothing here judges whether two languages say the same.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from vet_terms.model import Language

LEAST_IN_COMMON: Mapping[Language, int] = {"zh": 4, "en": 12}
"""Characters without spaces that a piece must share with a segment: some two words."""

_NEIGHBOURS = 12
"""Segments before and after its old place in which a text is sought before it is sought everywhere."""
_MOST_PLACES = 50
"""Places of one and the same piece that are looked at; more often than that, it tells nothing."""
_LEFT_OUT = re.compile("[\\s\x00-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]+")


@dataclass(frozen=True, slots=True)
class MadeSegment:
    """A segment as a review sheet was made with it; the list mark apart, since pairs may not show it."""

    mark: str
    text: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A text that a person left in a sheet, and the segments (by index) its row was made of."""

    text: str
    hints: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """The segments (by index) that a text is made of, in its order.

    ``offset`` counts the characters, without spaces, before it in the first one.
    """

    segments: tuple[int, ...] = ()
    offset: int = 0


NOWHERE = Origin()


def compact(text: str) -> str:
    """Return a text for comparing: no spaces, no line ends, no characters that XML cannot hold."""
    return _LEFT_OUT.sub("", text)


def origins(
    cells: Sequence[Cell],
    segments: Sequence[MadeSegment],
    language: Language,
    settled: Mapping[int, Origin],
) -> list[Origin]:
    """Return the origin of each cell; ``settled`` are those that are known, by the cell's position.

    A text that holds nothing of the document comes from the segments of its row which no other text
    accounts for: the person wrote them anew. A text of a row without such segments comes from nowhere.
    """
    found = [settled.get(position, NOWHERE) for position in range(len(cells))]
    sought = [position for position, cell in enumerate(cells) if cell.text and position not in settled]
    if sought:
        taken = {index for origin in settled.values() for index in origin.segments}
        free = [index for index in range(len(segments)) if index not in taken]
        search = _Search(segments, free, LEAST_IN_COMMON[language])
        for position in sought:
            found[position] = search.origin(compact(cells[position].text), cells[position].hints)
    accounted = {index for origin in found for index in origin.segments}
    return [
        Origin(_unaccounted(cell.hints, accounted)) if cell.text and not origin.segments else origin
        for cell, origin in zip(cells, found, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class Standing:
    """What an earlier state of a document has become: which segments hold each of its segments, by index.

    Those that are gone are not in it. ``cut_anew`` are those that stand as they were, but are now part of
    a longer segment or in several.
    """

    held_by: Mapping[int, tuple[int, ...]]
    cut_anew: frozenset[int]


def standing(before: Sequence[MadeSegment], now: Sequence[MadeSegment], language: Language) -> Standing:
    """Return what the segments of an earlier state of a document have become."""
    texts = [[each.mark + each.text for each in segments] for segments in (before, now)]
    exact = matched(texts[0], texts[1])
    held_by: dict[int, tuple[int, ...]] = {old: (new,) for old, new in exact.items()}
    free = sorted(set(range(len(now))) - set(exact.values()))
    run = _Run((index, compact(texts[1][index])) for index in free)
    for old in sorted(set(range(len(before))) - set(exact)) if free else ():
        forms = (compact(texts[0][old]), compact(before[old].text))
        found = (run.take(form, LEAST_IN_COMMON[language]) for form in forms if form)
        if origin := next((each for each in found if each), None):
            held_by[old] = origin.segments
    return Standing(held_by, frozenset(held_by) - frozenset(exact))


def matched(before: Sequence[str], after: Sequence[str]) -> dict[int, int]:
    """Return which text of a list is which of a later state of it, by index; texts are compared compact.

    A text that stands several times keeps its order; where some of them went, those between the same
    neighbours are taken first.
    """
    places_before, places_after = _places(before), _places(after)
    result: dict[int, int] = {}
    uneven: list[int] = []
    for text, places in places_before.items():
        there = places_after.get(text, [])
        if len(places) == len(there):
            result.update(zip(places, there, strict=True))
        elif there:
            uneven += places
    used = set(result.values())
    forms = [compact(text) for text in before], [compact(text) for text in after]
    rest: list[int] = []
    for index in sorted(uneven):
        beside = (result.get(index - 1, -2) + 1, result.get(index + 1, 0) - 1)
        same = [
            place
            for place in beside
            if 0 <= place < len(after) and place not in used and forms[1][place] == forms[0][index]
        ]
        if same:
            result[index] = same[0]
            used.add(same[0])
        else:
            rest.append(index)
    left = {
        text: deque(place for place in places if place not in used) for text, places in places_after.items()
    }
    for index in rest:
        if left[forms[0][index]]:
            result[index] = left[forms[0][index]].popleft()
    return result


def _places(texts: Iterable[str]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for index, text in enumerate(texts):
        places[compact(text)].append(index)
    return places


def _unaccounted(hints: Iterable[int], accounted: Collection[int]) -> tuple[int, ...]:
    return tuple(index for index in hints if index not in accounted)


class _Run:
    """The texts of some segments one behind the other, and which segment stands where."""

    def __init__(self, pieces: Iterable[tuple[int, str]]) -> None:
        self.indexes: list[int] = []
        self.starts: list[int] = []
        parts: list[str] = []
        length = 0
        for index, text in pieces:
            self.indexes.append(index)
            self.starts.append(length)
            parts.append(text)
            length += len(text)
        self.text = "".join(parts)
        self.borders = {*self.starts, length}

    def at(self, start: int, length: int) -> Origin:
        """Return the segments under a stretch of the text."""
        first = bisect_right(self.starts, start) - 1
        last = bisect_right(self.starts, start + length - 1) - 1
        covered = tuple(index for index in self.indexes[first : last + 1])
        return Origin(covered, start - self.starts[first])

    def find(self, text: str, least: int) -> Origin | None:
        """Return where a text stands: where it begins with a segment, else the first place.

        A text shorter than ``least`` counts only where it is whole segments.
        """
        inside: int | None = None
        start = self.text.find(text)
        for _ in range(_MOST_PLACES):
            if start < 0:
                break
            whole = start in self.borders and start + len(text) in self.borders
            if whole or (start in self.borders and len(text) >= least):
                return self.at(start, len(text))
            if inside is None and len(text) >= least:
                inside = start
            start = self.text.find(text, start + 1)
        return None if inside is None else self.at(inside, len(text))

    def take(self, text: str, least: int) -> Origin | None:
        """Return where a text stands, and let it be found there no more."""
        origin = self.find(text, least)
        if origin:
            start = self.starts[self.indexes.index(origin.segments[0])] + origin.offset
            self.text = self.text[:start] + "\0" * len(text) + self.text[start + len(text) :]
        return origin


class _Pieces:
    """The longest pieces that a text has in common with a run, by an index of short stretches."""

    def __init__(self, run: _Run, least: int) -> None:
        self.run = run
        self.least = least
        self.stretches: dict[str, list[int]] = defaultdict(list)
        for start in range(len(run.text) - least + 1):
            places = self.stretches[run.text[start : start + least]]
            if len(places) <= _MOST_PLACES:
                places.append(start)

    def of(self, text: str) -> list[Origin]:
        """Return the origins of the pieces of a text from left to right; the rest of it is the person's."""
        found: list[Origin] = []
        position = 0
        while position + self.least <= len(text):
            places = self.stretches.get(text[position : position + self.least], ())
            if not places or len(places) > _MOST_PLACES:
                position += 1
                continue
            length, start = max(
                ((self._common(text, position, place), place) for place in places),
                key=lambda each: (each[0], -each[1]),
            )
            found.append(self.run.at(start, length))
            position += length
        return found

    def _common(self, text: str, position: int, place: int) -> int:
        longest = min(len(text) - position, len(self.run.text) - place)
        length = self.least
        while length < longest and text[position + length] == self.run.text[place + length]:
            length += 1
        return length


class _Search:
    """The segments of one language, to find texts in: first near, then far, then in pieces."""

    def __init__(self, segments: Sequence[MadeSegment], free: Sequence[int], least: int) -> None:
        self.bare = [compact(segment.text) for segment in segments]
        self.full = [compact(segment.mark + segment.text) for segment in segments]
        self.least = least
        self.anywhere = [_Run((index, form[index]) for index in indexes) for indexes, form in (
            (free, self.bare), (free, self.full),
            (range(len(segments)), self.bare), (range(len(segments)), self.full),
        )]  # fmt: skip
        self.in_pieces = _Pieces(self.anywhere[0], least)

    def origin(self, text: str, hints: Sequence[int]) -> Origin:
        if not text:
            return NOWHERE
        for run in self._runs(hints):
            if found := run.find(text, 1):
                return found
        near = self._near(hints)
        for run in [*self._runs(near), *self.anywhere]:
            if found := run.find(text, self.least):
                return found
        pieces = _Pieces(self._runs(near)[0], self.least).of(text) if near else []
        return _together(pieces or self.in_pieces.of(text))

    def _near(self, hints: Sequence[int]) -> range:
        if not hints:
            return range(0)
        return range(max(0, min(hints) - _NEIGHBOURS), min(len(self.bare), max(hints) + _NEIGHBOURS + 1))

    def _runs(self, indexes: Sequence[int]) -> list[_Run]:
        return [_Run((index, form[index]) for index in indexes) for form in (self.bare, self.full)]


def _together(pieces: Sequence[Origin]) -> Origin:
    if not pieces:
        return NOWHERE
    every = dict.fromkeys(index for piece in pieces for index in piece.segments)
    return Origin(tuple(every), pieces[0].offset)
