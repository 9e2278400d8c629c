"""Beads: which runs of Chinese and English segments can be paired, and what a pair of them is.

A bead pairs ``zh_count`` neighbouring Chinese segments with ``en_count`` English ones; either may be
none, and then the other is one. What a bead is worth is said elsewhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

Shape = tuple[int, int]

MOST_ZH, MOST_EN, MOST = 4, 6, 7

NULLS: tuple[Shape, ...] = ((1, 0), (0, 1))

REACH: tuple[int, ...] = tuple(min(MOST_EN, MOST - zh) for zh in range(1, MOST_ZH + 1))
"""Of one, two and more Chinese segments, with up to how many English ones they can be paired."""

PAIRS: tuple[Shape, ...] = tuple((zh, en) for zh, most in enumerate(REACH, 1) for en in range(1, most + 1))

SHAPES: tuple[Shape, ...] = NULLS + PAIRS
"""The beads there can be, nulls first. English takes more sentences than Chinese: the pairs lean that way."""

SHAPE_INDEX: Mapping[Shape, int] = MappingProxyType({shape: index for index, shape in enumerate(SHAPES)})
"""At which place in an array over all shapes each of them stands."""


@dataclass(frozen=True, slots=True, order=True)
class Bead:
    """Segments ``zh_start`` to ``zh_start + zh_count`` with ``en_start`` to ``en_start + en_count``.

    ``score`` is the probability from 0 to 1 that the bead is right as it stands.
    """

    zh_start: int
    zh_count: int
    en_start: int
    en_count: int
    score: float = 0.0

    @property
    def pairs(self) -> bool:
        """Say whether the bead has something on both sides."""
        return self.zh_count > 0 and self.en_count > 0
