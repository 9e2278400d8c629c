"""Strings of beads over a band: the best one, the probability of each bead, the likeliest to be right.

A lattice has a node for each pair of positions in the band; a bead leads from one node to another. The
scores are log weights, so a string's probability is the exponential of its sum over that of all strings:
a semi-Markov conditional random field (Sarawagi & Cohen 2004).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from vet_terms.alignment.beads import SHAPE_INDEX, SHAPES, Bead

Scores = npt.NDArray[np.floating]
"""(shapes, rows, width): the score of each bead by where it ends."""

_NOTHING = -1e30
_ZH = np.array([zh for zh, _ in SHAPES])
_EN = np.array([en for _, en in SHAPES])
_LONE_EN = SHAPE_INDEX[0, 1]
_OTHERS = np.array([index for index in range(len(SHAPES)) if index != _LONE_EN])
_CELLS_AT_ONCE = 8192
"""Cells of a band that are made ready together: with more, wide bands would take much memory."""


@dataclass(frozen=True, slots=True)
class Band:
    """For each number of Chinese segments passed, the first of ``width`` English positions looked at.

    ``starts`` never falls, begins with 0, and ends so that the last position is the end of both texts.
    """

    starts: npt.NDArray[np.int64]
    width: int

    @property
    def rows(self) -> int:
        """Return how many rows there are: one more than Chinese segments."""
        return len(self.starts)

    @property
    def end(self) -> int:
        """Return where in the last row both texts end."""
        return self.width - 1


def best_string(band: Band, scores: Scores) -> list[Bead]:
    """Return the string of beads with the greatest sum of scores, in order; on a tie the earlier shape."""
    best = np.full((band.rows + 1, band.width + 1), _NOTHING)
    arrived = np.full((band.rows, band.width), _NOTHING)
    shape = np.zeros((band.rows, band.width), dtype=np.int8)
    for i, found, passed in _arriving(band, scores, best):
        shape[i] = _OTHERS[found.argmax(axis=0)]
        found.max(axis=0, out=arrived[i])
        best[i, :-1] = np.maximum.accumulate(arrived[i] - passed) + passed
    return _traced(band, best, arrived, shape)


def _traced(band: Band, best: Scores, arrived: Scores, shape: npt.NDArray[np.int8]) -> list[Bead]:
    beads: list[Bead] = []
    i, column = band.rows - 1, band.end
    while i or band.starts[i] + column:
        j = int(band.starts[i]) + column
        if best[i, column] > arrived[i, column] + 1e-7:
            beads.append(Bead(i, 0, j - 1, 1))
            column -= 1
            continue
        zh, en = SHAPES[shape[i, column]]
        beads.append(Bead(i - zh, zh, j - en, en))
        i, column = i - zh, j - en - int(band.starts[i - zh])
    return beads[::-1]


def probabilities(band: Band, scores: Scores) -> tuple[float, npt.NDArray[np.float32]]:
    """Return the log of the sum over all strings, and the probability of each bead, shaped as the scores."""
    forward = _forward(band, scores)
    backward = _backward(band, scores)
    total = float(forward[band.rows - 1, band.end])
    result = np.zeros(scores.shape, dtype=np.float32)
    for rows, sources in _sources(band):
        here = slice(rows.start, rows.stop)
        logs = forward.take(sources) + _others(scores, rows) + (backward[here, None, :-1] - total)
        result[_OTHERS, here] = np.exp(np.minimum(logs, 0.0)).transpose(1, 0, 2)
        logs = forward[here, :-2] + scores[_LONE_EN, here, 1:] + (backward[here, 1:-1] - total)
        result[_LONE_EN, here, 1:] = np.exp(np.minimum(logs, 0.0))
    return total, result


def likeliest_string(band: Band, probability: npt.NDArray[np.float32], cost: float) -> list[Bead]:
    """Return the string with the most expected right beads, each carrying its probability.

    Each pair costs ``cost`` of a right one and a lone segment half of that, which is worth half as well.
    """
    worth = np.where(((_ZH > 0) & (_EN > 0))[:, None, None], 1.0, 0.5)
    # Rounded, so that no machine's last digit decides between equals.
    gains = np.round((probability.astype(np.float64) - cost) * worth, 5)
    found = []
    for bead in best_string(band, gains):
        row = bead.zh_start + bead.zh_count
        column = bead.en_start + bead.en_count - int(band.starts[row])
        chance = float(probability[SHAPE_INDEX[bead.zh_count, bead.en_count], row, column])
        found.append(Bead(bead.zh_start, bead.zh_count, bead.en_start, bead.en_count, chance))
    return found


def _sources(band: Band) -> Iterator[tuple[range, npt.NDArray[np.int64]]]:
    """Yield blocks of rows, with where in a table the beads that end in them, all but lone English, begin.

    The table is (rows + 1, width + 1), read flat; the places are (rows, shapes, width). What is outside
    the band points at an entry that holds nothing: the last row, or the last column.
    """
    columns = np.arange(band.width)
    for block in _blocks(band):
        rows = np.array(block)
        sources = rows[:, None] - _ZH[_OTHERS]
        outside = sources < 0
        shift = band.starts[rows][:, None] - band.starts[np.where(outside, 0, sources)] - _EN[_OTHERS]
        come_from = columns + shift[:, :, None]
        come_from = np.where((come_from < 0) | (come_from >= band.width), band.width, come_from)
        sources = np.where(outside, band.rows, sources)
        yield block, sources[:, :, None] * (band.width + 1) + come_from


def _arriving(
    band: Band, scores: Scores, table: npt.NDArray[np.float64]
) -> Iterator[tuple[int, npt.NDArray[np.float64], npt.NDArray[np.float64]]]:
    """Yield each row with what its beads arrive with, and what it scores to pass its English (`_passed`).

    What they arrive with, (shapes, width), is read from the rows of ``table`` above, which the caller fills.
    """
    for rows, sources in _sources(band):
        passed = _passed(scores, rows)
        others = _others(scores, rows)
        for offset, i in enumerate(rows):
            found = table.take(sources[offset])
            found += others[offset]
            if i == 0:
                found[0, 0] = 0.0
            yield i, found, passed[offset]


def _blocks(band: Band) -> list[range]:
    size = max(1, _CELLS_AT_ONCE // band.width)
    return [range(first, min(first + size, band.rows)) for first in range(0, band.rows, size)]


def _others(scores: Scores, rows: range) -> npt.NDArray[np.float64]:
    """Return the scores of all beads but lone English that end in some rows: (rows, shapes, width)."""
    return scores[_OTHERS, rows.start : rows.stop].transpose(1, 0, 2).astype(np.float64)


def _passed(scores: Scores, rows: range) -> npt.NDArray[np.float64]:
    """Return what it scores to leave alone the English from each row's first position to each."""
    lone = scores[_LONE_EN, rows.start : rows.stop].astype(np.float64)
    lone[:, 0] = 0.0
    return np.cumsum(lone, axis=1)


def _forward(band: Band, scores: Scores) -> npt.NDArray[np.float64]:
    result = np.full((band.rows + 1, band.width + 1), _NOTHING)
    for i, found, passed in _arriving(band, scores, result):
        result[i, :-1] = np.logaddexp.accumulate(_log_sum(found) - passed) + passed
    return result


def _backward(band: Band, scores: Scores) -> npt.NDArray[np.float64]:
    result = np.full((band.rows, band.width + 1), _NOTHING)
    # Of each bead that ends in one of the next rows, by the row's number modulo their count: its score and
    # what follows. Beads that would end behind the text, or outside the band, are sent where nothing is.
    ahead = int(_ZH.max()) + 1
    reached = np.full((ahead, len(_OTHERS), band.width + 1), _NOTHING)
    shapes = np.arange(len(_OTHERS))[:, None]
    columns = np.arange(band.width)
    starts = np.concatenate([band.starts, np.full(ahead, band.starts[-1])])
    for rows in reversed(_blocks(band)):
        targets = np.array(rows)[:, None] + _ZH[_OTHERS]
        shift = starts[rows.start : rows.stop, None] - starts[targets] + _EN[_OTHERS]
        go_to = columns + shift[:, :, None]
        go_to = np.where((go_to < 0) | (go_to >= band.width), band.width, go_to)
        places = (targets[:, :, None] % ahead * len(_OTHERS) + shapes) * (band.width + 1) + go_to
        passed = _passed(scores, rows)
        others = _others(scores, rows)
        for offset in reversed(range(len(rows))):
            i = rows[offset]
            found = reached.take(places[offset])
            if i == band.rows - 1:
                found[0, band.end] = 0.0
            row = np.logaddexp.accumulate((_log_sum(found) + passed[offset])[::-1])[::-1]
            result[i, :-1] = row - passed[offset]
            np.add(others[offset], result[i, :-1], out=reached[i % ahead, :, :-1])
    return result


def _log_sum(values: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    highest = values.max(axis=0)
    values -= highest
    total: npt.NDArray[np.float64] = highest + np.log(np.exp(values, out=values).sum(axis=0))
    return np.maximum(total, _NOTHING)
