"""What can differ between the numbers and dates of two texts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from vet_terms.language.dates import Contradiction, Topic
from vet_terms.language.quantity import Quantity

Difference = Literal["wrong", "missing", "extra", "bound", "unit"]
"""``wrong``: each side has a number that the other lacks. ``missing``: English lacks it.
``extra``: only English has it. ``bound``, ``unit``: same value, but one says "more than" and the
other not, or per cent against a plain number, or another currency."""


@dataclass(frozen=True, slots=True)
class Mismatch:
    """One difference between the numbers of two texts."""

    difference: Difference
    zh: Quantity | None = None
    en: Quantity | None = None
    topic: Topic | None = None


@dataclass(frozen=True, slots=True)
class Compared:
    """All that differs in numbers and dates. What is said of a whole date is not said of its numbers."""

    mismatches: tuple[Mismatch, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    impossible: tuple[tuple[int, int], ...] = ()
