"""A number as it is meant: value, bound, kind, and how strongly the other language must show it.

The two readers (numbers_zh, numbers_en) make quantities; numbers compares them. Values are exact
fractions, so that 2542.4万 and 25.424 million are one value and no float decides anything. What both
languages write alike, dates in digits and fractions with a slash, is read here for both.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

Bound = Literal["exact", "more", "less", "nearly", "about"]
"""``more`` than the value, ``less`` than it, ``nearly`` as much, ``about`` it, or just it."""

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

    __slots__ = ("_claims", "_taken")

    def __init__(self, length: int) -> None:
        self._taken = bytearray(length)
        self._claims: list[tuple[int, int]] = []

    def claim(self, start: int, end: int) -> bool:
        """Claim a stretch; return False, claiming nothing, where a part of it is taken."""
        if not self.is_free(start, end):
            return False
        self._taken[start:end] = b"\x01" * (end - start)
        self._claims.append((start, end))
        return True

    def is_free(self, start: int, end: int) -> bool:
        """Tell whether no part of a stretch is taken."""
        return not self._claims or self._taken.find(1, start, end) < 0

    def free(self, text: str) -> str:
        """Return the text with NUL for each claimed character, to look for more in what is left."""
        if not self._claims:
            return text
        pieces: list[str] = []
        read = 0
        for start, end in sorted(self._claims):
            pieces += (text[read:start], "\0" * (end - start))
            read = end
        return "".join((*pieces, text[read:]))


def claim_addresses(text: str, taken: Taken, address: re.Pattern[str]) -> None:
    """Claim the web and mail addresses of a text: their numbers say nothing."""
    # Few texts have one, and a mail address is dear to look for: it may begin at any word.
    if "@" in text or "http" in text or "www." in text:
        for found in address.finditer(text):
            taken.claim(*found.span())


@functools.lru_cache(maxsize=4096)
def written_value(digits: str) -> Fraction:
    """Return the value of a number in digits, with or without decimals."""
    return Fraction(digits)


@functools.lru_cache(maxsize=1024)
def whole_value(number: int) -> Fraction:
    """Return a whole number as a value."""
    return Fraction(number)


def in_order(quantities: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """Return the quantities as they stand in the text."""
    if len(quantities) < 2:
        return tuple(quantities)
    return tuple(
        sorted(quantities, key=lambda each: (each.start, each.end, each.weight == "loose", each.value))
    )


_TELEPHONE = re.compile(
    r"(?:(?:电话|手机|传真|座机|热线|\b(?:tel|telephone|mobile|phone|fax|hotline|call|dial))[^\d+，。,;]{0,8}"
    r"(?=\+?\(?\d)|(?=\+\d)|(?<![\d.,+-])(?=0\d{2,3}[ -]\d{3,4}[ -]?\d{4}(?!\d)))"
    r"(?P<number>\+?(?:\(\+?\d{1,5}\)|\d)(?:\(\d{1,5}\)|[\d -]){4,20}\d)(?!\d|:\d)",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"\d+")
_MANY_FIGURES = re.compile(r"\d[\d ()-]{5}")


def telephone_numbers(text: str, taken: Taken) -> Iterator[Quantity]:
    """Yield the groups of figures of named telephone numbers, loose: they are no amounts."""
    if not _MANY_FIGURES.search(text):
        return
    for match in _TELEPHONE.finditer(text):
        if taken.claim(*match.span("number")):
            for group in _FIGURES.finditer(text, *match.span("number")):
                yield Quantity(written_value(group.group()), *group.span(), weight="loose")


DayHalf = Literal["early", "late", "unsaid"]
"""Before noon, from noon on, or not said."""


def clock(hour: int, minute: int, half: DayHalf, start: int, end: int) -> Quantity:
    """Return a time of day in hours after midnight, in both senses where 3:30 can be 15:30."""
    early = Fraction(hour % 12 * 60 + minute, 60)
    if hour > 12 or hour == 0:
        return Quantity(Fraction(hour % 24 * 60 + minute, 60), start, end, "time")
    if half == "unsaid":
        return Quantity(early, start, end, "time", also=(early + 12,))
    return Quantity(early + (12 if half == "late" else 0), start, end, "time")


_YEAR_FIRST = re.compile(
    r"(?<![A-Za-z\d.,/$¥€£])(?P<year>(?:1[5-9]|20)\d\d)(?P<mark>[./-])(?P<month>1[0-2]|0?[1-9])"
    r"(?:(?P=mark)(?P<day>[12]\d|3[01]|0?[1-9])(?!\d)"
    r"(?:\s?[-–—~～至到]\s?(?P<last_month>1[0-2]|0?[1-9])(?P=mark)(?P<last_day>[12]\d|3[01]|0?[1-9]))?)?"
    r"(?!\d|[./]\d)(?![A-Za-z])"
)
_YEAR_AND_MARK = re.compile(r"\d\d[./-]\d")
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
    if not _YEAR_AND_MARK.search(text):
        return
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
            also = (written_value(match.group()),)
        if not taken.claim(start, end):
            continue
        yield Quantity(written_value(match["year"]), start, end, "year", also=also)
        parts: tuple[tuple[str, Kind], ...] = (
            ("month", "month"), ("day", "day"), ("last_month", "month"), ("last_day", "day"),
        )  # fmt: skip
        for part, kind in parts:
            if match[part]:
                value = written_value(match[part])
                yield Quantity(value, start, end, kind, weight="firm" if certain else "loose")


VULGAR_FRACTIONS = {
    char: Fraction(unicodedata.numeric(char)).limit_denominator(10) for char in "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"
}
_VULGAR = re.compile(f"[{''.join(VULGAR_FRACTIONS)}]")
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
    one_character = not text.isascii() and _VULGAR.search(text)
    for match in _ONE_CHARACTER.finditer(text) if one_character else ():
        if taken.claim(*match.span()):
            whole, share = Fraction(match["whole"] or 0), VULGAR_FRACTIONS[match["share"]]
            loose = not whole and share == Fraction(1, 2)
            kind: Kind = "plain" if whole else "fraction"
            yield Quantity(whole + share, *match.span(), kind, weight="loose" if loose else "firm")
    for match in _SLASH.finditer(text) if "/" in text else ():
        share, base = Fraction(match["share"]), Fraction(match["base"])
        if not 0 < share < base or not taken.claim(*match.span()):
            continue
        weight: Weight = "firm" if _SHARE_OF.match(text, match.end()) else "loose"
        whole = Fraction(match["whole"] or 0)
        yield Quantity(whole + share / base, *match.span(), "fraction", weight=weight)
        for part in {share, base, whole} - {Fraction(0)}:
            yield Quantity(part, *match.span(), weight="loose")


_DIGIT = re.compile(f"[\\d{''.join(VULGAR_FRACTIONS)}]")
_ASCII_DIGIT = re.compile("[0-9]")


def has_digits(text: str) -> bool:
    """Tell whether there may be dates, times and amounts in digits in a text: in most sentences are none."""
    return (_ASCII_DIGIT if text.isascii() else _DIGIT).search(text) is not None


def matches(pattern: re.Pattern[str], beginning: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern that begins with one of some characters, as finditer does.

    One character is looked for ten times as fast as a pattern.
    """
    begun = beginning.search(text)
    while begun:
        match = pattern.match(text, begun.start())
        if match:
            yield match
        begun = beginning.search(text, match.end() if match else begun.start() + 1)


def before(text: str, start: int, reach: int = _REACH) -> str:
    """Return the stretch before a place, so many characters, that can say something of what stands there."""
    return text[max(0, start - reach) : start]


_SIGN = re.compile(r"(?:(?:^|[^</\w])[A-Za-z]\s?|\s|[\u4e00-\u9fff])([<>])\s?$")
"""Less or more, as in p < 0.05; no end of a tag."""
_REACH_SIGN = 5


def bound_of_sign(text: str, start: int) -> Bound | None:
    """Return the bound that a sign before a number says."""
    said = text[max(0, start - 2) : start]
    if "<" not in said and ">" not in said:
        return None
    compared = _SIGN.search(text[max(0, start - _REACH_SIGN) : start])
    return ("less" if compared[1] == "<" else "more") if compared else None


_POINT_FIRST = re.compile(r"(?:^|[\s=<>≤≥≈~(\[（−–-])\.\d{1,20}(?![\d.,])")


def begins_with_a_point(text: str, start: int, end: int) -> bool:
    """Tell whether digits stand behind a decimal point alone, as in p < .05."""
    return text.startswith(".", start - 1) and _POINT_FIRST.match(text, max(0, start - 2), end) is not None


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

_FULL_WIDTH = re.compile(f"[{''.join(map(chr, FULL_WIDTH))}]")


def half_width(text: str) -> str:
    """Return a text of the same length with the forms of `FULL_WIDTH` as their half-width twins."""
    return text if text.isascii() or not _FULL_WIDTH.search(text) else text.translate(FULL_WIDTH)
