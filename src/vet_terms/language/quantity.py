"""A number as it is meant: value, bound, kind, and how strongly the other language must show it.

The two readers (numbers_zh, numbers_en) make quantities; numbers compares them. Values are exact
fractions, so that 2542.4万 and 25.424 million are one value and no float decides anything. What both
languages write alike, dates in digits and fractions with a slash, is read here for both.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

Bound = Literal["exact", "more", "less", "about"]
"""``more`` than the value, ``less`` than it, ``about`` it (also: nearly), or just it."""

Kind = Literal[
    "plain", "percent", "points", "currency", "year", "month", "day", "time", "ordinal", "fraction"
]
"""``percent`` holds the share (30 % is 3/10); ``points`` are percentage points, held likewise."""

Weight = Literal["firm", "count", "loose"]
"""``firm``: the other language must show it. ``count``: a small worded number that may be left
unsaid but not said differently. ``loose``: part of a phrase, a code or a vague amount; it answers
a number of the other language and never asks for an answer."""


# Characters; no phrase that bears on a number is longer, and a cell can be a megabyte.
_REACH = 48


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number in a text. ``also`` holds other values that the same words can stand for."""

    value: Fraction
    start: int
    end: int
    kind: Kind = "plain"
    bound: Bound = "exact"
    weight: Weight = "firm"
    currency: str = ""
    also: tuple[Fraction, ...] = ()

    @property
    def values(self) -> frozenset[Fraction]:
        """Return every value that the words can stand for."""
        return frozenset((self.value, *self.also))


class Taken:
    """Which characters of a text have been read, so that no reading claims a character twice."""

    __slots__ = ("_taken",)

    def __init__(self, length: int) -> None:
        self._taken = bytearray(length)

    def claim(self, start: int, end: int) -> bool:
        """Claim a stretch; return False, claiming nothing, where a part of it is taken."""
        if any(self._taken[start:end]):
            return False
        self._taken[start:end] = b"\x01" * (end - start)
        return True

    def free(self, text: str) -> str:
        """Return the text with NUL for each claimed character, to look for more in what is left."""
        if not any(self._taken):
            return text
        return "".join("\0" if claimed else char for char, claimed in zip(text, self._taken, strict=True))


def claim_addresses(text: str, taken: Taken, address: re.Pattern[str]) -> None:
    """Claim the web and mail addresses of a text: their numbers say nothing."""
    # Few texts have one, and a mail address is dear to look for: it may begin at any word.
    if any(sign in text for sign in ("@", "http", "www.")):
        for found in address.finditer(text):
            taken.claim(*found.span())


def in_order(quantities: Iterable[Quantity]) -> tuple[Quantity, ...]:
    """Return the quantities as they stand in the text."""
    return tuple(sorted(quantities, key=lambda each: (each.start, each.end, each.value)))


def clock(hour: int, minute: int, start: int, end: int) -> Quantity:
    """Return a time of day; the twelve-hour and the twenty-four-hour reading are both held."""
    early = Fraction(hour % 12) + Fraction(minute, 60)
    return Quantity(early, start, end, "time", also=(early + 12, Fraction(hour), Fraction(hour % 12)))


_YEAR_FIRST = re.compile(
    r"(?<![A-Za-z\d.,/$¥€£])(?P<year>(?:1[5-9]|20)\d\d)(?P<mark>[./-])(?P<month>1[0-2]|0?[1-9])"
    r"(?:(?P=mark)(?P<day>[12]\d|3[01]|0?[1-9])(?!\d)"
    r"(?:\s?[-–—~～至到]\s?(?P<last_month>1[0-2]|0?[1-9])(?P=mark)(?P<last_day>[12]\d|3[01]|0?[1-9]))?)?"
    r"(?!\d|[./]\d)(?![A-Za-z])"
)
_RANGE = r"\s?(?:[-–—~～至到]|to\b|until\b|through\b)+\s?"
_RANGE_LEFT = re.compile(rf"(?:1[5-9]|20)\d\d\.\d{{1,2}}{_RANGE}$")
_RANGE_RIGHT = re.compile(rf"{_RANGE}(?:(?:1[5-9]|20)\d\d\.\d|今|present\b|now\b)")
_TO_AMOUNT = re.compile(rf"{_RANGE}\d+(?:\.\d+)?")
_MONEY_LEFT = re.compile(r"(?:[$¥€£]|RMB|CNY|USD|EUR|GBP|HKD)\s?$")


def dates(text: str, taken: Taken, unit: re.Pattern[str]) -> Iterator[Quantity]:
    """Yield the parts of dates in digits, year first: 2019.10.24, 2024/5/30, 2024-05-30, 2019.10.

    A year and a month look like a decimal. They are read as a date unless ``unit`` matches what
    follows them or money is named before them, and the year may always answer the decimal.
    """
    for match in _YEAR_FIRST.finditer(text):
        start, end = match.span()
        certain = match["day"] is not None
        also: tuple[Fraction, ...] = ()
        if not certain:
            amount = _TO_AMOUNT.match(text, end)
            counted = unit.match(text, end) or (amount and unit.match(text, amount.end()))
            if match["mark"] != "." or counted or _MONEY_LEFT.search(before(text, start)):
                continue
            certain = len(match["month"]) == 2 or bool(
                _RANGE_LEFT.search(before(text, start)) or _RANGE_RIGHT.match(text, end)
            )
            also = (Fraction(match.group()),)
        if not taken.claim(start, end):
            continue
        yield Quantity(Fraction(match["year"]), start, end, "year", also=also)
        parts: tuple[tuple[str, Kind], ...] = (
            ("month", "month"), ("day", "day"), ("last_month", "month"), ("last_day", "day"),
        )  # fmt: skip
        for part, kind in parts:
            if match[part]:
                value = Fraction(match[part])
                yield Quantity(value, start, end, kind, weight="firm" if certain else "loose")


VULGAR_FRACTIONS = {
    char: Fraction(unicodedata.numeric(char)).limit_denominator(10) for char in "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"
}
_ONE_CHARACTER = re.compile(
    rf"(?:(?<![\d.,/])(?P<whole>\d{{1,9}})\s?)?(?P<share>[{''.join(VULGAR_FRACTIONS)}])"
)
_SLASH = re.compile(
    r"(?<![A-Za-z\d.,/-])(?:(?P<whole>\d{1,3}) )?(?P<share>\d{1,2})/(?P<base>\d{1,3})(?![A-Za-z\d/]|[.,-]\d)"
)
_SHARE_OF = re.compile(r"\s?的|\s?(?:以上|以下|左右)| of (?:the|all|its|their|our|those|these)\b")


def written_fractions(text: str, taken: Taken) -> Iterator[Quantity]:
    """Yield the fractions written with a slash or as one character: 1/3, 2 1/2, ¾, 2½.

    5/30 may be a date and 1/2 a page, so that a slash is firm only where a share of something is
    named, and its parts may answer numbers of their own.
    """
    for match in _ONE_CHARACTER.finditer(text):
        if taken.claim(*match.span()):
            whole, share = Fraction(match["whole"] or 0), VULGAR_FRACTIONS[match["share"]]
            loose = not whole and share == Fraction(1, 2)
            kind: Kind = "plain" if whole else "fraction"
            yield Quantity(whole + share, *match.span(), kind, weight="loose" if loose else "firm")
    for match in _SLASH.finditer(text):
        share, base = Fraction(match["share"]), Fraction(match["base"])
        if not 0 < share < base or not taken.claim(*match.span()):
            continue
        weight: Weight = "firm" if _SHARE_OF.match(text, match.end()) else "loose"
        whole = Fraction(match["whole"] or 0)
        yield Quantity(whole + share / base, *match.span(), "fraction", weight=weight)
        for part in {share, base, whole} - {Fraction(0)}:
            yield Quantity(part, *match.span(), weight="loose")


HAS_DIGITS = re.compile(f"[\\d{''.join(VULGAR_FRACTIONS)}]")
"""What is in a text where dates, times and amounts in digits may be: most sentences have none."""


def before(text: str, start: int, reach: int = _REACH) -> str:
    """Return the stretch before a place, so many characters, that can say something of what stands there."""
    return text[max(0, start - reach) : start]


def after(text: str, end: int) -> str:
    """Return the stretch after a place that can say something of what stands before it."""
    return text[end : end + _REACH]


FULL_WIDTH = {0xFF10 + digit: ord("0") + digit for digit in range(10)} | {
    ord("％"): ord("%"),
    ord("．"): ord("."),
    ord("："): ord(":"),
    ord("＋"): ord("+"),
    ord("－"): ord("-"),
    ord("＄"): ord("$"),
    ord("￥"): ord("¥"),
    ord("／"): ord("/"),
    ord("\u00a0"): ord(" "),
    ord("\u202f"): ord(" "),
    ord("\u3000"): ord(" "),
}
"""Forms that are read as their half-width twin; one character each, so spans stay true."""
