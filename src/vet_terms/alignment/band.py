"""Where to look: the pieces of a stretch, and in each the band of English positions for each Chinese one.

The likeliest partners of single segments, each held against the other candidates of both its sides, make
an anchor chain, the heaviest that rises on both sides. The band runs along it. Where one side has a long
passage that the other lacks, the stretch is cut at sure places around it, and what is between is searched
whole; a long stretch is cut now and then in any case, so that memory stays bounded.
"""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from vet_terms.alignment.lattice import Band
from vet_terms.alignment.windows import Floats
from vet_terms.language.vectors import Vectors

HALF_WIDTH = 16
"""English positions on either side of the anchor chain."""

SEARCHED_WHOLE = 2500
"""Up to so many pairs of segments the band holds them all."""

_CANDIDATES = 6
_COMPARED = 4
"""A candidate is held against the mean of so many of the best of its row, and of its column."""
_ROWS_AT_ONCE = 512
_REACH = 2048
"""English segments on either side of where a long text is expected to have come to."""
_WIDEST_GAP = 12
_LONGEST_PIECE = 4000

Likenesses = Callable[[range, range], Floats]
"""(rows, columns) → how alike those segments are, a table."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a stretch that is solved by itself: where it starts on both sides, and its band."""

    zh_start: int
    en_start: int
    band: Band


def likeness_by_vectors(zh: Vectors, en: Vectors) -> Likenesses:
    """Return likenesses by single segments' vectors."""

    def table(rows: range, columns: range) -> Floats:
        found: Floats = zh[rows.start : rows.stop] @ en[columns.start : columns.stop].T
        return np.round(found, 4, out=found)

    return table


def pieces_of(zh_count: int, en_count: int, likenesses: Likenesses) -> list[Piece]:
    """Return the pieces of a stretch of so many segments a side; together they cover it, in order."""
    if zh_count * en_count <= SEARCHED_WHOLE:
        return [Piece(0, 0, _whole(zh_count, en_count))]
    anchors = _chain(_candidates(zh_count, en_count, likenesses))
    found: list[Piece] = []
    corners = [(0, 0), *_cuts(anchors, zh_count, en_count), (zh_count, en_count)]
    for (zh_start, en_start), (zh_end, en_end) in itertools.pairwise(corners):
        inner = [(i - zh_start, j - en_start) for i, j in anchors if zh_start <= i < zh_end]
        band = _along(inner, zh_end - zh_start, en_end - en_start)
        found.append(Piece(zh_start, en_start, band))
    return found


def _whole(zh_count: int, en_count: int) -> Band:
    return Band(np.zeros(zh_count + 1, dtype=np.int64), en_count + 1)


def _along(anchors: Sequence[tuple[int, int]], zh_count: int, en_count: int) -> Band:
    """Return the band along a chain of pairs of segments."""
    points = [(0, 0), *((i + 1, j + 1) for i, j in anchors if j < en_count), (zh_count, en_count)]
    # Where the chain leaps, the band must be wide enough for its rows to overlap.
    gap = max(abs((right[1] - left[1]) - (right[0] - left[0])) for left, right in itertools.pairwise(points))
    half = HALF_WIDTH + max(0, gap - _WIDEST_GAP)
    if zh_count * en_count <= SEARCHED_WHOLE or 2 * half >= en_count:
        return _whole(zh_count, en_count)
    rows, columns = (np.array(each, dtype=np.float64) for each in zip(*points, strict=True))
    middle = np.interp(np.arange(zh_count + 1, dtype=np.float64), rows, columns)
    width = 2 * half + 1
    starts = np.clip(np.round(middle).astype(np.int64) - half, 0, en_count + 1 - width)
    return Band(np.maximum.accumulate(starts), width)


def _cuts(anchors: Sequence[tuple[int, int]], zh_count: int, en_count: int) -> list[tuple[int, int]]:
    """Return positions between two sure neighbours: around long one-sided passages, and now and then."""
    sure = [(i, j) for before, (i, j) in itertools.pairwise(anchors) if before == (i - 1, j - 1)]
    if not sure:
        return []
    points = [(0, 0), *anchors, (zh_count, en_count)]
    wanted: list[tuple[int, int]] = []
    for left, right in itertools.pairwise(points):
        if abs((right[1] - left[1]) - (right[0] - left[0])) > _WIDEST_GAP:
            at = bisect.bisect_right(sure, left)
            wanted += sure[max(0, at - 1) : at]
            wanted += sure[at : at + 1]
    since = 0
    for cut in sure:
        if cut[0] - since >= _LONGEST_PIECE:
            wanted.append(cut)
            since = cut[0]
    return sorted(set(wanted))


def _candidates(zh_count: int, en_count: int, likenesses: Likenesses) -> list[tuple[int, int, float]]:
    """Return pairs that are likelier than what else their two segments could pair with, and by how much."""
    best_of_column = np.full((_COMPARED, en_count), -1.0, dtype=np.float32)
    rows_found: list[tuple[npt.NDArray[np.int64], Floats]] = []
    slope = en_count / zh_count
    expected = 0.0
    for first in range(0, zh_count, _ROWS_AT_ONCE):
        rows = range(first, min(first + _ROWS_AT_ONCE, zh_count))
        middle = int(first * slope + expected)
        ahead = int(len(rows) * slope)
        columns = range(
            max(0, min(en_count - 1, middle - _REACH)), min(en_count, max(1, middle + ahead + _REACH))
        )
        table = likenesses(rows, columns)
        stacked = np.vstack([best_of_column[:, columns.start : columns.stop], table])
        best_of_column[:, columns.start : columns.stop] = _greatest(stacked.T, _COMPARED)[1].T
        order, values = _greatest(table, min(_CANDIDATES, len(columns)))
        rows_found += [(order[row] + columns.start, values[row]) for row in range(len(rows))]
        expected = _drift(expected, rows, order[:, 0] + columns.start, values, slope)
    column_mean = best_of_column.mean(axis=0)
    found = []
    for row, (columns_of_row, values_of_row) in enumerate(rows_found):
        row_mean = float(values_of_row[:_COMPARED].mean())
        for column, value in zip(columns_of_row.tolist()[::-1], values_of_row.tolist()[::-1], strict=True):
            margin = value - 0.5 * (row_mean + float(column_mean[column]))
            if margin > 0:
                found.append((row, column, round(margin, 4)))
    # Of one row the later columns come first, so that no chain takes two of them.
    return sorted(found, key=lambda pair: (pair[0], -pair[1]))


def _greatest(table: Floats, count: int) -> tuple[npt.NDArray[np.int64], Floats]:
    """Return the columns and the values of each row's greatest, the greatest first; the table is used up.

    The order of equals is that of the columns.
    """
    order = np.empty((len(table), count), dtype=np.int64)
    values = np.empty((len(table), count), dtype=np.float32)
    every = np.arange(len(table))
    for rank in range(count):
        order[:, rank] = table.argmax(axis=1)
        values[:, rank] = table[every, order[:, rank]]
        table[every, order[:, rank]] = -np.inf
    return order, values


def _drift(expected: float, rows: range, best: npt.NDArray[np.int64], values: Floats, slope: float) -> float:
    """Return how far a text is ahead of or behind an even pace, by the clearest rows just read."""
    if values.shape[1] < 2:
        return expected
    clear = values[:, 0] - values[:, 1]
    chosen = np.argsort(-clear, kind="stable")[: max(8, len(rows) // 4)]
    return float(np.median(best[chosen] - np.array(rows)[chosen] * slope))


def _chain(pairs: Sequence[tuple[int, int, float]]) -> list[tuple[int, int]]:
    """Return the heaviest subset of pairs that rises on both sides (weighted longest increasing run)."""
    ends: list[tuple[int, float, int]] = []
    previous: list[int] = []
    for index, (_row, column, value) in enumerate(pairs):
        at = bisect.bisect_left(ends, (column, -1.0, -1))
        before = ends[at - 1] if at else (-1, 0.0, -1)
        previous.append(before[2])
        total = round(before[1] + value, 6)
        while at < len(ends) and ends[at][1] <= total:
            ends.pop(at)
        if at == 0 or ends[at - 1][1] < total:
            ends.insert(at, (column, total, index))
    chain: list[tuple[int, int]] = []
    index = ends[-1][2] if ends else -1
    while index >= 0:
        chain.append(pairs[index][:2])
        index = previous[index]
    return chain[::-1]
