"""A memory for tests of what uses one: a list of units, and likeness that is plain to reckon by hand."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rapidfuzz.distance import Levenshtein

from vet_terms.memory.unit import Match, MemoryUnit
from vet_terms.model import Language


class FakeMemory:
    """Searches by edit distance over characters, all digits alike; 100 only to the letter."""

    def __init__(self, units: Iterable[MemoryUnit]) -> None:
        self.units = list(units)
        self.asked: list[tuple[str, int]] = []

    def search(
        self, text: str, language: Language, threshold: int = 70, limit: int | None = 10
    ) -> list[Match]:
        """Return the units that are so like a text, best first, of equals the first kept first."""
        self.asked.append((text, threshold))
        found = [Match(unit, _percent(text, unit.text(language))) for unit in self.units]
        found = [match for match in found if match.percent >= threshold]
        return sorted(found, key=lambda match: -match.percent)[:limit]


def memory_of(*pairs: tuple[str, str]) -> FakeMemory:
    """Return a memory of (Chinese, English) pairs."""
    return FakeMemory(
        MemoryUnit(zh, en, id=number, origin="old.tmx") for number, (zh, en) in enumerate(pairs, start=1)
    )


def _percent(one: str, other: str) -> int:
    if one == other:
        return 100
    one, other = (re.sub(r"\d+", "0", text) for text in (one, other))
    return min(99, int(100 * Levenshtein.normalized_similarity(one, other)))
