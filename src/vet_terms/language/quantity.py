"""A number as it is meant: value, bound, kind, and how strongly the other language must show it.

The two readers (numbers_zh, numbers_en) make quantities; numbers compares them. Values are exact
fractions, so that 2542.4万 and 25.424 million are one value and no float decides anything.
"""

from __future__ import annotations

from collections.abc import Iterable
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
        return "".join("\0" if claimed else char for char, claimed in zip(text, self._taken, strict=True))


def in_order(quantities: Iterable[Quantity]) -> tuple[Quantity, ...]:
    """Return the quantities as they stand in the text."""
    return tuple(sorted(quantities, key=lambda each: (each.start, each.end, each.value)))


def clock(hour: int, minute: int, start: int, end: int) -> Quantity:
    """Return a time of day; the twelve-hour and the twenty-four-hour reading are both held."""
    early = Fraction(hour % 12) + Fraction(minute, 60)
    return Quantity(early, start, end, "time", also=(early + 12, Fraction(hour), Fraction(hour % 12)))


def before(text: str, start: int) -> str:
    """Return the stretch before a place that can say something of what stands there."""
    return text[max(0, start - _REACH) : start]


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
