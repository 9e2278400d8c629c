"""What the units of a memory are, in numbers; gone through once, in memory of some bytes a text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from vet_terms.language.scripts import count_han, count_latin_words
from vet_terms.memory.matching.measure import digest_of
from vet_terms.memory.unit import MemoryUnit

_MOST_ORIGINS = 10


@dataclass(frozen=True, slots=True)
class Statistics:
    """Counts of a memory. ``origins`` are the files that most units are from, the first ten."""

    units: int
    zh_texts: int
    en_texts: int
    zh_with_several: int
    """Chinese texts that have more than one English text."""
    zh_characters: int
    en_words: int
    statuses: Mapping[str, int]
    origins: Mapping[str, int]


def statistics(units: Iterable[MemoryUnit]) -> Statistics:
    """Return the counts of some units."""
    count = characters = words = 0
    first: dict[int, int] = {}
    several: set[int] = set()
    english: set[int] = set()
    statuses: Counter[str] = Counter()
    origins: Counter[str] = Counter()
    for unit in units:
        count += 1
        zh, en = digest_of(unit.zh), digest_of(unit.en)
        english.add(en)
        if first.setdefault(zh, en) != en:
            several.add(zh)
        characters += count_han(unit.zh)
        words += count_latin_words(unit.en)
        statuses[unit.status] += 1
        origins[unit.origin] += 1
    return Statistics(
        count,
        len(first),
        len(english),
        len(several),
        characters,
        words,
        dict(sorted(statuses.items())),
        dict(sorted(origins.items(), key=lambda each: (-each[1], each[0]))[:_MOST_ORIGINS]),
    )
