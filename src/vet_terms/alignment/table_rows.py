"""Which row of a table a segment stands in, and whether that row has both languages.

Where a row of a bilingual file holds both languages, its cells are each other's; where tables are set one
below the other, each in one language, rows say nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from vet_terms.model import Segment

_CELL = re.compile(r"(?P<row>.*\.r\d+)\.c\d+(?:\..*)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Rows:
    """By segment: the number of its row, from 1 (0: in no table), whether that row is in both languages, and
    whether it has one cell in each of them, one of which is a single segment."""

    numbers: npt.NDArray[np.int64]
    bilingual: npt.NDArray[np.bool_]
    couple: npt.NDArray[np.bool_]


def rows_of(zh: Sequence[Segment], en: Sequence[Segment]) -> tuple[Rows, Rows]:
    """Return the rows of the Chinese and of the English segments of one file, numbered alike."""
    numbers: dict[tuple[int, str], int] = {}
    zh_rows, en_rows = (
        [numbers.setdefault(key, len(numbers) + 1) if key else 0 for key in map(_row, side)]
        for side in (zh, en)
    )
    shared = (set(zh_rows) & set(en_rows)) - {0}
    cells = Counter(row for side, rows in ((zh, zh_rows), (en, en_rows)) for row in _by_cell(side, rows))
    sizes = Counter(zh_rows), Counter(en_rows)
    couples = {row for row in shared if cells[row] == 2 and 1 in {size[row] for size in sizes}}
    return _rows(zh_rows, shared, couples), _rows(en_rows, shared, couples)


def no_rows(count: int) -> Rows:
    """Return the rows of so many segments that stand in no table."""
    return _rows([0] * count, set(), set())


def _by_cell(side: Sequence[Segment], rows: Sequence[int]) -> Iterable[int]:
    """Return the row of each cell of a side, whose segments share its place."""
    return [row for row, _ in dict.fromkeys(zip(rows, (each.place for each in side), strict=True))]


def _rows(numbers: Sequence[int], shared: Iterable[int], couples: Iterable[int]) -> Rows:
    found = np.array(numbers, dtype=np.int64)
    bilingual, couple = (np.isin(found, np.array(sorted(each), dtype=np.int64)) for each in (shared, couples))
    return Rows(found, bilingual, couple)


def _row(segment: Segment) -> tuple[int, str] | None:
    if segment.role != "cell":
        return None
    place = segment.place
    cell = _CELL.fullmatch(place.spot)
    if cell:
        return place.page, cell["row"]
    return (place.page, str(place.line)) if place.line else None
