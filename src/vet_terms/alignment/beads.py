"""Beads and the dynamic programming that strings them: the one place where order is decided.

A bead pairs ``zh_count`` neighbouring Chinese segments with ``en_count`` English ones; either may
be none. The best string of beads covers every segment once and in order. Scores come from
outside, one number a bead, so that another model can be put in their place.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

Shape = tuple[int, int]

SHAPES: tuple[Shape, ...] = (
    (1, 1),
    (1, 2),
    (2, 1),
    (1, 3),
    (3, 1),
    (2, 2),
    (1, 4),
    (4, 1),
    (2, 3),
    (3, 2),
)
"""The beads that pair something; on equal scores the smaller ones win."""


@dataclass(frozen=True, slots=True, order=True)
class Bead:
    """Segments ``zh_start`` to ``zh_start + zh_count`` with ``en_start`` to ``en_start + en_count``."""

    zh_start: int
    zh_count: int
    en_start: int
    en_count: int
    score: float = 0.0

    @property
    def pairs(self) -> bool:
        """Say whether the bead has something on both sides."""
        return self.zh_count > 0 and self.en_count > 0

    @property
    def size(self) -> int:
        """Return how many segments the bead holds."""
        return self.zh_count + self.en_count


Band = Sequence[tuple[int, int]]
"""For each number of Chinese segments passed (0 to n), the range of English ones to consider."""

RowScores = Callable[[int, Shape], Sequence[float]]
"""``(i, shape)`` → the score of that bead from Chinese ``i`` and each English start of the band's row i."""


def full_band(zh_count: int, en_count: int) -> list[tuple[int, int]]:
    """Return the band that considers everything."""
    return [(0, en_count + 1)] * (zh_count + 1)


def best_beads(
    zh_count: int, en_count: int, scores: RowScores, band: Band, null_score: float = 0.0
) -> list[Bead]:
    """Return the string of beads with the greatest sum of scores, in order.

    A segment left alone costs ``null_score``. The band must hold (0, 0) and (n, m) and be connected.
    Scores are compared after rounding to six decimals, so that no machine's last digit decides.
    """
    worst = float("-inf")
    best: list[list[float]] = [[worst] * (end - start) for start, end in band]
    back: list[list[Bead | None]] = [[None] * (end - start) for start, end in band]
    best[0][0 - band[0][0]] = 0.0
    for i in range(zh_count + 1):
        start, end = band[i]
        rows = {shape: scores(i, shape) for shape in SHAPES if i + shape[0] <= zh_count}
        for j in range(start, end):
            here = best[i][j - start]
            if here == worst:
                continue
            if j + 1 < end:
                _offer(best, back, band, here + null_score, Bead(i, 0, j, 1))
            if i < zh_count:
                _offer(best, back, band, here + null_score, Bead(i, 1, j, 0))
            for (a, b), row in rows.items():
                if j + b <= en_count:
                    gain = row[j - start]
                    if gain > worst:
                        _offer(best, back, band, here + gain, Bead(i, a, j, b, gain))
    return _traced(back, band, zh_count, en_count)


def _offer(
    best: list[list[float]], back: list[list[Bead | None]], band: Band, total: float, bead: Bead
) -> None:
    i, j = bead.zh_start + bead.zh_count, bead.en_start + bead.en_count
    start, end = band[i]
    if not start <= j < end:
        return
    total = round(total, 6)
    standing = back[i][j - start]
    plainer = standing is not None and bead.size < standing.size
    if total > best[i][j - start] or (total == best[i][j - start] and plainer):
        best[i][j - start] = total
        back[i][j - start] = bead


def _traced(back: Sequence[Sequence[Bead | None]], band: Band, i: int, j: int) -> list[Bead]:
    beads: list[Bead] = []
    while i or j:
        bead = back[i][j - band[i][0]]
        assert bead is not None, "the band is not connected"
        beads.append(bead)
        i, j = bead.zh_start, bead.en_start
    return beads[::-1]
