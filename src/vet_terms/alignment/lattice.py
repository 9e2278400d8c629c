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

from vet_terms.alignment.beads import SHAPES, Bead

Scores = npt.NDArray[np.floating]
"""(shapes, rows, width): the score of each bead by where it ends."""

_NOTHING = -1e30
_ZH = np.array([zh for zh, _ in SHAPES])
_EN = np.array([en for _, en in SHAPES])
_LONE_EN = SHAPES.index((0, 1))
_OTHERS = np.array([index for index in range(len(SHAPES)) if index != _LONE_EN])
_BLOCK = 256


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
    for i, sources, columns in _rows(band):
        found = best[sources, columns] + scores[_OTHERS, i]
        if i == 0:
            found[0, 0] = 0.0
        shape[i] = _OTHERS[found.argmax(axis=0)]
        arrived[i] = found.max(axis=0)
        passed = _passed(scores[_LONE_EN, i])
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
    for i, sources, columns in _rows(band):
        logs = forward[sources, columns] + scores[_OTHERS, i] + backward[i, :-1] - total
        result[_OTHERS, i] = np.exp(np.minimum(logs, 0.0))
        logs = forward[i, :-2] + scores[_LONE_EN, i, 1:] + backward[i, 1:-1] - total
        result[_LONE_EN, i, 1:] = np.exp(np.minimum(logs, 0.0))
    return total, result


def likeliest_string(band: Band, probability: npt.NDArray[np.float32], cost: float) -> list[Bead]:
    """Return the string with the most expected right beads, each carrying its probability.

    Each pair costs ``cost`` of a right one and a lone segment half of that, which is worth half as well.
    """
    worth = np.where(((_ZH > 0) & (_EN > 0))[:, None, None], 1.0, 0.5)
    # Rounded, so that no machine's last digit decides between equals.
    gains = np.round((probability.astype(np.float64) - cost) * worth, 5)
    index = {shape: number for number, shape in enumerate(SHAPES)}
    found = []
    for bead in best_string(band, gains):
        row = bead.zh_start + bead.zh_count
        column = bead.en_start + bead.en_count - int(band.starts[row])
        chance = float(probability[index[bead.zh_count, bead.en_count], row, column])
        found.append(Bead(bead.zh_start, bead.zh_count, bead.en_start, bead.en_count, chance))
    return found


def _rows(band: Band) -> Iterator[tuple[int, npt.NDArray[np.int64], npt.NDArray[np.int64]]]:
    """Yield each row with the rows and columns that its beads, all but lone English, come from.

    What is outside the band points at an entry that holds nothing: the last row, or the last column.
    """
    columns = np.arange(band.width)
    for first in range(0, band.rows, _BLOCK):
        rows = np.arange(first, min(first + _BLOCK, band.rows))
        sources = rows[None, :] - _ZH[_OTHERS][:, None]
        outside = sources < 0
        starts = band.starts[np.where(outside, 0, sources)]
        shift = band.starts[rows][None, :] - starts - _EN[_OTHERS][:, None]
        come_from = columns[None, None, :] + shift[:, :, None]
        come_from = np.where((come_from < 0) | (come_from >= band.width), band.width, come_from)
        sources = np.where(outside, band.rows, sources)
        for offset, i in enumerate(rows):
            yield int(i), sources[:, offset, None], come_from[:, offset]


def _passed(lone: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return what it scores to leave alone the English from the row's first position to each."""
    return np.concatenate([[0.0], np.cumsum(lone[1:])])


def _forward(band: Band, scores: Scores) -> Scores:
    result = np.full((band.rows + 1, band.width + 1), _NOTHING)
    for i, sources, columns in _rows(band):
        found = result[sources, columns] + scores[_OTHERS, i]
        if i == 0:
            found[0, 0] = 0.0
        passed = _passed(scores[_LONE_EN, i])
        result[i, :-1] = np.logaddexp.accumulate(_log_sum(found) - passed) + passed
    return result


def _backward(band: Band, scores: Scores) -> Scores:
    result = np.full((band.rows + len(_ZH), band.width + 1), _NOTHING)
    columns = np.arange(band.width)
    for i in range(band.rows - 1, -1, -1):
        targets = i + _ZH[_OTHERS]
        within = targets < band.rows
        targets = np.where(within, targets, i)
        go_to = columns[None, :] + (band.starts[i] - band.starts[targets] + _EN[_OTHERS])[:, None]
        outside = (go_to < 0) | (go_to >= band.width) | ~within[:, None]
        found = (
            result[targets[:, None], np.where(outside, band.width, go_to)]
            + scores[_OTHERS[:, None], targets[:, None], np.where(outside, 0, go_to)]
        )
        found = np.where(outside, _NOTHING, found)
        if i == band.rows - 1:
            found[0, band.end] = 0.0
        passed = _passed(scores[_LONE_EN, i])
        row = np.logaddexp.accumulate((_log_sum(found) + passed)[::-1])[::-1]
        result[i, :-1] = row - passed
    return result


def _log_sum(values: Scores) -> npt.NDArray[np.float64]:
    highest = values.max(axis=0)
    total: npt.NDArray[np.float64] = highest + np.log(np.exp(values - highest).sum(axis=0))
    return np.maximum(total, _NOTHING)
