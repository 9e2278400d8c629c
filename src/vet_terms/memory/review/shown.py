"""What stands on a row of a review, in every format: texts, score, place, and how sure the row looks.

The shade only repeats what the score and the sides say: no one needs to tell colours apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from vet_terms.alignment.result import Row
from vet_terms.alignment.reviewed import Members, Traced, texts_of, tidied

COLUMNS = ("no", "zh", "en", "score", "place", "note", "ids")
"""The columns of a review sheet; ``note`` is the person's, ``ids`` tells which segments the row held."""


@dataclass(frozen=True, slots=True)
class Shade:
    """How a kind of row looks: its name, fill (RGB in hexadecimal digits) and meaning in both languages."""

    name: str
    fill: str
    english: str
    chinese: str


SURE = Shade("sure", "E6F2E6", "pair, score 0.95 or more", "对齐，评分不低于 0.95")
LIKELY = Shade("likely", "F6F4D3", "pair, score 0.80 to 0.95", "对齐，评分 0.80 至 0.95")
DOUBTFUL = Shade("doubtful", "FBE2C4", "pair, score 0.50 to 0.80", "对齐，评分 0.50 至 0.80")
WEAK = Shade("weak", "F5CACA", "pair, score under 0.50", "对齐，评分低于 0.50")
ALONE = Shade("alone", "D9E3F1", "text without a partner", "没有对应译文的文本")
EDITED = Shade("edited", "E6DFF3", "decided by a person", "经人工确定")
SHADES = (SURE, LIKELY, DOUBTFUL, WEAK, ALONE, EDITED)

_FLOORS = ((0.95, SURE), (0.8, LIKELY), (0.5, DOUBTFUL), (0.0, WEAK))


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row of a review; ``number`` counts from 1, ``score`` has two decimals."""

    number: int
    zh: str
    en: str
    score: float
    place: str
    shade: Shade
    members: Members


def shown_rows(review: Traced) -> Iterator[ShownRow]:
    """Yield the rows of an alignment in their order, pairs and texts that stand alone."""
    for number, (row, members) in enumerate(zip(review.alignment.rows, review.members, strict=True), start=1):
        zh, en = texts_of(row)
        yield ShownRow(number, zh, en, round(row.score, 2), _place(row), shade_of(row), members)


def shade_of(row: Row) -> Shade:
    """Return how a row looks."""
    if row.status != "machine":
        return EDITED
    if not row.pairs:
        return ALONE
    return next(shade for floor, shade in _FLOORS if round(row.score, 2) >= floor)


def _place(row: Row) -> str:
    """Return where a row begins on each side, one place where that says all."""
    places = [tidied(str(side[0].place)) for side in (row.zh, row.en) if side]
    zh_and_en_apart = row.pairs and row.zh[0].place.document != row.en[0].place.document
    return "\n".join(places if zh_and_en_apart else places[:1])
