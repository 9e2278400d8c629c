"""Whether a confidence means what it says: of the pairs said to be p sure, a share of p is right.

A pair is right where the key holds the very same bead.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from benchmarks.scoring import Bead, ScoredBead

EDGES = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1.0)
"""Where the bins of a table begin; the last one ends, its end included."""
SURE = 0.9


@dataclass(frozen=True, slots=True)
class Bin:
    """The pairs whose confidence lies from ``low`` up to ``high``, which is left to the next bin."""

    low: float
    high: float
    count: int
    right: int
    confidence: float
    """The mean of what was said of them."""

    @property
    def share_right(self) -> float:
        """Return which share of them is right; 0 of none."""
        return self.right / self.count if self.count else 0.0


def judged(
    keys: Iterable[Collection[Bead]], found: Iterable[Sequence[ScoredBead]]
) -> list[tuple[float, bool]]:
    """Return for each pair found, that has a confidence, what was said and whether it is right."""
    result: list[tuple[float, bool]] = []
    for key, beads in zip(keys, found, strict=True):
        right = set(key)
        result += [
            (each.score, each.bead in right) for each in beads if each.score is not None and all(each.bead)
        ]
    return result


def reliability(pairs: Sequence[tuple[float, bool]], edges: Sequence[float] = EDGES) -> list[Bin]:
    """Return the bins of some confidences from 0 to 1 and what became of them; empty ones too."""
    result: list[Bin] = []
    for low, high in pairwise(edges):
        last = high == edges[-1]
        inside = [(score, right) for score, right in pairs if low <= score and (score < high or last)]
        mean = sum(score for score, _ in inside) / len(inside) if inside else 0.0
        result.append(Bin(low, high, len(inside), sum(right for _, right in inside), mean))
    return result


def sure(pairs: Sequence[tuple[float, bool]], threshold: float = SURE) -> Bin:
    """Return the pairs said to be at least so sure, as one bin."""
    (result,) = reliability([pair for pair in pairs if pair[0] >= threshold], (threshold, 1.0))
    return result


def table(pairs: Sequence[tuple[float, bool]]) -> str:
    """Return the lines of a reliability table, and the sentence on those said to be sure."""
    lines = ["confidence     pairs  said  right"]
    lines += [
        f"{each.low:.2f} to {each.high:.2f} {each.count:6} {each.confidence:6.3f} {each.share_right:6.3f}"
        for each in reliability(pairs)
        if each.count
    ]
    top = sure(pairs)
    lines.append(
        f"of the {top.count} pairs said to be at least {SURE} sure, {100 * top.share_right:.1f} % are right"
    )
    return "\n".join(lines)
