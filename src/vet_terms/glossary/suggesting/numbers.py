"""Numbered things in terms: plans, congresses, sessions, years of schooling, prizes."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from vet_terms.language.numerals_zh import chinese_value

_NUMERAL = r"([一二三四五六七八九十百]{1,4}|\d{1,3})"
_WORDED = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ORDINALS = ("", "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth")


@dataclass(frozen=True, slots=True)
class Counted:
    """A numbered thing before another word, and at the end of a term; empty where it cannot stand."""

    before: str
    last: str


def ordinal(number: int) -> str:
    """Return an ordinal in figures: 1st, 12th, 22nd."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def counted(zh: str) -> Counted | None:
    """Return what a numbered thing is in English, or None where the text is none."""
    for pattern, written in _PATTERNS:
        if found := pattern.fullmatch(zh):
            return written([int(chinese_value(numeral)) for numeral in found.groups()])
    return None


def _plan(numbers: list[int]) -> Counted:
    plan = f"{ordinal(numbers[0])} Five-Year Plan"
    return Counted(plan, plan)


def _congress(numbers: list[int]) -> Counted:
    name = f"{ordinal(numbers[0])} CPC National Congress"
    return Counted(name, name)


def _plenum(numbers: list[int]) -> Counted | None:
    congress, session = numbers
    if not 1 <= session < len(_ORDINALS):
        return None
    return Counted(
        "", f"{_ORDINALS[session]} Plenary Session of the {ordinal(congress)} CPC Central Committee"
    )


def _years(numbers: list[int]) -> Counted | None:
    return Counted(f"{_WORDED[numbers[0]]}-year", "") if 1 <= numbers[0] < len(_WORDED) else None


def _whole_years(numbers: list[int]) -> Counted | None:
    years = _years(numbers)
    return Counted(f"{years.before} integrated", f"{years.before} integrated system") if years else None


_Writer = Callable[[list[int]], Counted | None]
_PATTERNS: tuple[tuple[re.Pattern[str], _Writer], ...] = tuple(
    (re.compile(pattern), written)
    for pattern, written in (
        (r"(十[一二三四五六七八九])五(?:规划)?", _plan),
        (r"(?:中国共产党|党的)([一二三四五六七八九十]{1,3})大", _congress),
        # 四大 and 十大 count what follows.
        (r"(十[一二三四五六七八九]|二十[一二三四五]?)大", _congress),
        (rf"(?:中共|党的)?{_NUMERAL}届{_NUMERAL}中全会", _plenum),
        (rf"{_NUMERAL}年制", _years),
        (rf"{_NUMERAL}年一贯制", _whole_years),
        (rf"第{_NUMERAL}[届期]", lambda numbers: Counted(ordinal(numbers[0]), "")),
        (rf"第{_NUMERAL}", lambda numbers: Counted(f"No. {numbers[0]}", "")),
    )
)
