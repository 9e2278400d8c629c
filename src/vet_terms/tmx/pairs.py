"""The Chinese–English pairs of a unit, and which of several targets of a source is the best.

Best is what a person approved before what one edited before what a machine made; what was written before
what was derived from another variety; then the newest, then what came first. What is remembered of a
source is a digest and a number, so that a memory of any size can be gone through.
"""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from vet_terms.language.codes import language_of_code
from vet_terms.model import Language
from vet_terms.tmx.dates import date_of_milliseconds, tmx_date
from vet_terms.tmx.model import TmxUnit, Variant, local

DERIVED_FROM = "x-derived-from"
"""The property that says of which Chinese variety a text was made."""

PEOPLE: Mapping[str, str] = MappingProxyType(
    {
        "created_at": "creationdate",
        "created_by": "creationid",
        "modified_at": "changedate",
        "modified_by": "changeid",
    }
)
"""Properties of a variant in which Phrase says who and when, and the attributes of TMX that say the same."""

STATUSES: Mapping[str, int] = MappingProxyType({"machine": 0, "edited": 1, "approved": 2})
"""What the property `x-status` may say, and what it weighs."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One Chinese and one English variant of a unit. ``number`` counts the pairs of the unit from 1."""

    unit: TmxUnit
    zh: Variant
    en: Variant
    number: int = 1


def pairs(unit: TmxUnit) -> list[Pair]:
    """Return each Chinese variant with each English one, in their order; none where it lacks a language.

    A variant without text (codes do not count) is none.
    """
    sides: dict[str, list[Variant]] = {"zh": [], "en": []}
    for variant in unit.variants:
        language = _language(variant.language)
        if language and variant.text.strip():
            sides[language].append(variant)
    both = [(zh, en) for zh in sides["zh"] for en in sides["en"]]
    return [Pair(unit, zh, en, number) for number, (zh, en) in enumerate(both, start=1)]


@functools.lru_cache(maxsize=256)
def _language(code: str) -> Language | None:
    return language_of_code(code)


def who_and_when(pair: Pair) -> dict[str, str]:
    """Return what is said of ``creationid``, ``creationdate``, ``changeid`` and ``changedate`` of a pair.

    What stands on the English counts before what stands on the unit, and attributes before the properties
    that Phrase writes, with an ``x-`` before their name or without.
    """
    said: dict[str, str] = {}
    for variant in (pair.zh, pair.en):
        for each in variant.remarks:
            attribute = PEOPLE.get(each.attribute("type").removeprefix("x-"), "")
            if attribute and local(each.name) == "prop":
                said[attribute] = date_of_milliseconds(each.text) if "date" in attribute else each.text
    for attributes in (pair.unit.attributes, pair.en.attributes):
        said.update((name, value) for name, value in attributes if value and name in _ATTRIBUTES)
    return {name: value for name, value in said.items() if value}


_ATTRIBUTES = frozenset(PEOPLE.values())


def newest(pair: Pair) -> str:
    """Return the latest date of the unit and its two variants, empty where there is none."""
    said = (*pair.unit.attributes, *pair.zh.attributes, *pair.en.attributes, *who_and_when(pair).items())
    dates = [tmx_date(value) for name, value in said if name in {"changedate", "creationdate"}]
    return max(dates, default="")


def rank(pair: Pair) -> int:
    """Return how good a target is beside others of its source; a greater number is better."""
    properties = dict(pair.unit.properties)
    written = DERIVED_FROM not in properties
    return rank_of(properties.get("x-status", "approved"), newest(pair), written=written)


def rank_of(status: str, date: str, *, written: bool = True) -> int:
    """Return a rank from a status, the latest date (as TMX has it, or empty), and whether it was written."""
    digits = int(date[:8] + date[9:15]) if date else 0
    return (2 * STATUSES.get(status, 0) + written) * 10**14 + digits


class BestTargets:
    """Tells of each pair of a memory whether it is its source's best; the pairs are gone through twice."""

    def __init__(self) -> None:
        self._best: dict[bytes, int] = {}
        self._several: set[bytes] = set()
        self._told: set[bytes] = set()

    def see(self, pair: Pair) -> None:
        """Take note of a pair, the first time through."""
        source, found = _digest(pair), rank(pair)
        before = self._best.get(source)
        if before is not None:
            self._several.add(source)
        if before is None or found > before:
            self._best[source] = found

    def is_best(self, pair: Pair) -> bool:
        """Say, the second time through, whether a pair is the one to keep; True once a source."""
        source = _digest(pair)
        if source not in self._several:
            return True
        if source in self._told or self._best[source] != rank(pair):
            return False
        self._told.add(source)
        return True

    def has_several(self, pair: Pair) -> bool:
        """Say whether more than one pair has this source."""
        return _digest(pair) in self._several

    def again(self) -> None:
        """Begin to tell from the start."""
        self._told.clear()


def _digest(pair: Pair) -> bytes:
    return hashlib.blake2b(pair.zh.text.encode("utf-8", "surrogatepass"), digest_size=12).digest()
