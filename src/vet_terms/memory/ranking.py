"""Which of several units that are equally like comes first: the same order wherever units are shown.

What a person approved before what one edited before what a machine made; then the newest; then what came
first. Nothing is left out by it.
"""

from __future__ import annotations

from vet_terms.memory.unit import MemoryUnit
from vet_terms.tmx import pairs
from vet_terms.tmx.dates import tmx_date


def rank_of(status: str, *dates: str) -> int:
    """Return a number that is the greater the better a unit stands; dates as in TMX, the latest counts."""
    return pairs.rank_of(status, max((tmx_date(date) for date in dates if date), default=""))


def rank_of_unit(unit: MemoryUnit) -> int:
    """Return the rank of a unit."""
    return rank_of(unit.status, unit.created, unit.changed)
