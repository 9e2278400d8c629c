"""Curly and straight quotation marks in one document: the few that are of the other kind than the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.rule import Noted
from vet_terms.language.scripts import HAN_CHARACTER

Kind = Literal["curly", "straight"]

_MARK = re.compile('[“”"]')
# Inches and quotes of code are none; a pair stands around words.
_STRAIGHT = re.compile(r'(?<![\w=\\])"(?=\S)[^"“”]*(?<=\S)"(?!\w)')
_FEWEST = 8
"""So many pairs of one kind, and a document has a kind of its own."""
_RARE = 10
"""One of the other kind in so many, at most, is a slip and no second habit."""


@dataclass(frozen=True, slots=True)
class OtherQuotes:
    """A unit whose quotation marks are of the kind that is rare in the document."""

    unit: Noted
    kind: Kind
    start: int
    end: int
    usual: int


def quotes_fact(reading: Reading, context: Context) -> object | None:
    """Return how many pairs of each kind the English has, and where the first of each stands."""
    if '"' not in reading.en and "“" not in reading.en:
        return None
    if HAN_CHARACTER.search(reading.en):
        return None
    places = {
        "curly": _curly_pairs(reading.en),
        "straight": [match.span() for match in _STRAIGHT.finditer(reading.en)],
    }
    return tuple((kind, len(spans), *spans[0]) for kind, spans in places.items() if spans) or None


def _curly_pairs(text: str) -> list[tuple[int, int]]:
    """Return where a curly quotation begins and ends, with no straight mark inside."""
    found = []
    opened = -1
    for match in _MARK.finditer(text):
        if match[0] == "“":
            opened = match.start() if opened < 0 else opened
        else:
            if match[0] == "”" and opened >= 0:
                found.append((opened, match.end()))
            opened = -1
    return found


def other_quotes(noted: Sequence[Noted]) -> Iterator[OtherQuotes]:
    """Yield the units with quotation marks of the kind that is rare in the document."""
    counts: dict[Kind, int] = {"curly": 0, "straight": 0}
    for each in noted:
        for kind, count, _, _ in each.fact:
            counts[kind] += count
    usual = max(counts, key=lambda kind: counts[kind])
    rare: Kind = "straight" if usual == "curly" else "curly"
    if counts[usual] < _FEWEST or counts[rare] * _RARE > counts[usual]:
        return
    for each in noted:
        for kind, _, start, end in each.fact:
            if kind == rare:
                yield OtherQuotes(each, rare, start, end, counts[usual])
