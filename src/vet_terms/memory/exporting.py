"""Units of a memory or of TMX files written as one TMX for a tool; what became of each is said.

The units are gone through two or three times, and never kept: first to see which languages they are in and
which target of a source is the best, then to write them.
"""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import BinaryIO, Protocol

from vet_terms.errors import InputError
from vet_terms.language.scripts import script_of
from vet_terms.language.varieties import derived, variety_of, variety_of_code
from vet_terms.signature import signature
from vet_terms.tmx.model import NATIVE_CODES, Content, Element, TmxUnit, local
from vet_terms.tmx.pairs import DERIVED_FROM, BestTargets, Pair, pairs
from vet_terms.tmx.profiles import LONGEST_SEGMENT, Profile
from vet_terms.tmx.shaping import Direction, header, longest_side, shaped, usual_code
from vet_terms.tmx.writing import TmxWriter

VARIETIES = ("zh-CN", "zh-TW", "zh-HK")


class Units(Protocol):
    """Where units come from, as often as asked, in the same order."""

    def units(self) -> Iterator[TmxUnit]:
        """Yield the units."""
        ...

    def remarks(self) -> list[Element]:
        """Return notes and properties for the header."""
        ...


class LeftOut(StrEnum):
    """Why a unit is not in the file, as people are told."""

    NO_PAIR = "without both Chinese and English text"
    VARIETY = "in another Chinese than the file"
    TARGET = "with a source for which another target was better"


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export wrote and what it did not."""

    units: int
    source: str
    target: str
    left_out: Mapping[str, int]
    changes: Mapping[str, int]
    """What was done to how many units so that tools take them."""
    derived: int
    """Units whose Chinese was derived from another variety."""
    too_long: int
    """Units with a side of more than 2,000 characters."""
    other_varieties: Mapping[str, int]
    """Units left out because of their variety, by that."""


class Exporter:
    """One export; `run` does it. ``derive`` is the variety that all Chinese is to be in, or None."""

    def __init__(
        self, source: Units, profile: Profile, *, flat: bool = False, derive: str | None = None
    ) -> None:
        self._source = source
        self._profile = profile
        self._flat = flat or profile.one_target
        self._derive = derive
        self._best = BestTargets()
        self._left_out: Counter[str] = Counter()
        self._changes: Counter[str] = Counter()
        self._others: Counter[str] = Counter()
        self._written = self._derived = self._too_long = 0

    def look(self) -> Direction:
        """Go through the units once; return the language codes of the file to be. Raises InputError."""
        chinese: Counter[str] = Counter()
        english: Counter[str] = Counter()
        needs_best = self._flat or self._profile.last_target_wins
        for unit in self._source.units():
            found = self._pairs(unit)
            if not found:
                self._left_out[LeftOut.NO_PAIR] += 1
            for pair, variety in found:
                chinese[variety] += 1
                english[usual_code(pair.en.language)] += 1
                if needs_best:
                    self._best.see(pair)
        if not chinese:
            raise InputError("there is no unit with both Chinese and English text; nothing was written")
        source = self._derive or max(VARIETIES, key=lambda each: (chinese[each], -VARIETIES.index(each)))
        whole = [code for code in english if "-" in code]
        target = max(sorted(whole), key=lambda code: english[code]) if whole else "en"
        return Direction(source, "en-US" if target == "en" and self._profile.one_direction else target)

    def run(self, stream: BinaryIO, direction: Direction) -> Exported:
        """Write the TMX. Raises InputError where the units cannot be read again."""
        line = signature(profile=self._profile.name)
        writer = TmxWriter(stream, header(direction, line, self._source.remarks()))
        held_back = self._profile.last_target_wins and not self._flat
        for unit in self._source.units():
            for pair, variety in self._pairs(unit):
                if held_back and self._best.has_several(pair) and self._best.is_best(pair):
                    continue
                if self._flat and not self._best.is_best(pair):
                    self._left_out[LeftOut.TARGET] += 1
                    continue
                self._write(writer, pair, variety or direction.source, direction)
        if held_back:
            self._write_held_back(writer, direction)
        writer.close()
        return Exported(
            units=self._written,
            source=direction.source,
            target=direction.target,
            left_out=dict(self._left_out),
            changes=dict(self._changes),
            derived=self._derived,
            too_long=self._too_long,
            other_varieties=dict(sorted(self._others.items())),
        )

    def _write_held_back(self, writer: TmxWriter, direction: Direction) -> None:
        """Write the best target of each source that has several, so that it comes last."""
        self._best.again()
        for unit in self._source.units():
            for pair, variety in self._pairs(unit):
                if self._best.has_several(pair) and self._best.is_best(pair):
                    self._write(writer, pair, variety or direction.source, direction)

    def _write(self, writer: TmxWriter, pair: Pair, variety: str, direction: Direction) -> None:
        if self._profile.one_direction and variety != direction.source:
            self._left_out[LeftOut.VARIETY] += 1
            self._others[variety] += 1
            return
        result = shaped(pair, self._profile, direction, variety)
        writer.write(result.unit)
        self._written += 1
        self._changes.update(result.changes)
        self._too_long += longest_side(result.unit) > LONGEST_SEGMENT
        self._derived += any(name == DERIVED_FROM for name, _ in result.unit.properties) and bool(
            self._derive
        )

    def _pairs(self, unit: TmxUnit) -> list[tuple[Pair, str]]:
        """Return the pairs of a unit, derived where asked, each with the variety of its Chinese or empty."""
        found = [(pair, _variety(pair)) for pair in pairs(unit)]
        if not self._derive:
            return found
        there = [each for each in found if each[1] == self._derive]
        return there or [(_derived(pair, variety, self._derive), self._derive) for pair, variety in found]


def _variety(pair: Pair) -> str:
    """Return the variety of a pair's Chinese, empty where neither its code nor its text tells."""
    said = _variety_of_code(pair.zh.language)
    if said:
        return said
    text = pair.zh.text
    variety = variety_of(text)
    if variety in VARIETIES:
        return variety
    return "zh-TW" if script_of(text) == "Hant" else ""


@functools.lru_cache(maxsize=256)
def _variety_of_code(code: str) -> str:
    return variety_of_code(code)


def _derived(pair: Pair, variety: str, to: str) -> Pair:
    """Return a pair with its Chinese in another variety, marked; unmarked where that changes nothing."""
    content: Content = tuple(_derived_part(each, to) for each in pair.zh.content)
    if content == pair.zh.content and not variety:
        return pair
    mark = Element("prop", (("type", DERIVED_FROM),), (variety or "zh",))
    unit = pair.unit._replace(remarks=(*pair.unit.remarks, mark))
    tuid = unit.attribute("tuid")
    if tuid:
        others = tuple(each for each in unit.attributes if each[0] != "tuid")
        unit = unit._replace(attributes=(("tuid", f"{tuid}-{to}"), *others))
    return Pair(unit, pair.zh._replace(language=to, content=content), pair.en, pair.number)


def _derived_part(part: str | Element, to: str, *, in_code: bool = False) -> str | Element:
    """Return a text, or an element with text, in another variety; the code of a format stays as it is.

    A footnote or a description inside a code (``sub``) is text.
    """
    if isinstance(part, str):
        return part if in_code else derived(part, to)
    in_code = local(part.name) != "sub" and (in_code or local(part.name) in NATIVE_CODES)
    return part._replace(content=tuple(_derived_part(each, to, in_code=in_code) for each in part.content))
