"""Where to look: the band of English positions worth considering for each Chinese one.

Short texts are searched whole. For long ones the surest pairs, found block by block of the
similarity matrix so that memory stays linear, make an anchor chain; the band runs along it.
"""

from __future__ import annotations

import bisect

import numpy as np

from vet_terms.alignment.beads import full_band
from vet_terms.language.vectors import Vectors

SEARCHED_WHOLE = 250_000
"""Up to so many pairs of segments the band holds them all."""

HALF_WIDTH = 24
_BLOCK = 512
_ANCHOR = 0.45


def band_along(zh: Vectors, en: Vectors) -> list[tuple[int, int]]:
    """Return the band for two lists of segment vectors, connected from corner to corner."""
    rows, columns = len(zh), len(en)
    if rows * columns <= SEARCHED_WHOLE:
        return full_band(rows, columns)
    anchors = [(0, 0), *_chain(_sure_pairs(zh, en)), (rows, columns)]
    band: list[tuple[int, int]] = []
    for i in range(rows + 1):
        index = max(1, min(len(anchors) - 1, bisect.bisect_left(anchors, (i, 0))))
        (i0, j0), (i1, j1) = anchors[index - 1], anchors[index]
        middle = j0 + (j1 - j0) * (i - i0) // max(1, i1 - i0)
        # A stretch without an anchor may hold a passage of one language: look as far as it reaches.
        reach = HALF_WIDTH + abs((j1 - j0) - (i1 - i0))
        band.append((max(0, middle - reach), min(columns + 1, middle + reach + 1)))
    return _connected(band, columns)


def band_across(rows: int, columns: int) -> list[tuple[int, int]]:
    """Return the band where nothing but the numbers is known: all, or a tenth beside the diagonal."""
    if rows * columns <= SEARCHED_WHOLE:
        return full_band(rows, columns)
    reach = max(HALF_WIDTH, columns // 10)
    middles = [columns * i // rows for i in range(rows + 1)]
    return _connected(
        [(max(0, each - reach), min(columns + 1, each + reach + 1)) for each in middles], columns
    )


def _connected(band: list[tuple[int, int]], columns: int) -> list[tuple[int, int]]:
    first, last = band[0], band[-1]
    band[0], band[-1] = (0, first[1]), (last[0], columns + 1)
    low, high = 0, 0
    result: list[tuple[int, int]] = []
    for start, end in band:
        low = max(low, min(start, high))
        high = max(high, end)
        result.append((low, high))
    return result


def _sure_pairs(zh: Vectors, en: Vectors) -> list[tuple[int, int, float]]:
    """Return the pairs that are each other's best and clearly alike."""
    best_row = np.full(len(en), -1, dtype=np.int64)
    best_row_value = np.full(len(en), -1.0, dtype=np.float32)
    best_column: list[tuple[int, float]] = []
    for start in range(0, len(zh), _BLOCK):
        block = np.round(zh[start : start + _BLOCK] @ en.T, 4)
        columns = block.argmax(axis=1)
        best_column += [(int(column), float(block[row, column])) for row, column in enumerate(columns)]
        rows = block.argmax(axis=0)
        values = block[rows, np.arange(block.shape[1])]
        better = values > best_row_value
        best_row[better] = rows[better] + start
        best_row_value[better] = values[better]
    return [
        (row, column, value)
        for row, (column, value) in enumerate(best_column)
        if best_row[column] == row and value >= _ANCHOR
    ]


def _chain(pairs: list[tuple[int, int, float]]) -> list[tuple[int, int]]:
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
