"""What the two languages' ways of writing a number share: digits, how a value looks in them, what refuses.

A number is only written in the way that an old one was written: as many thousands separators, the same scale
word, the same padding. A way that would not read naturally for the new value (0.5万, 1,200 thousand) gives
None, and so does a value that has no end in decimals.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

_DIGITS = re.compile(r"(?P<whole>\d{1,3}(?:,\d{3})+|\d{1,30})(?:\.(?P<decimals>\d{1,20}))?", re.ASCII)
_MOST_DECIMALS = 6


@dataclass(frozen=True, slots=True)
class Replacement:
    """A number of a target text and what stands there instead."""

    start: int
    end: int
    text: str


def in_digits(old: str, value: Fraction, factor: Fraction, *, grouped: bool = True) -> str | None:
    """Return a value in digits as ``old`` was written, in units of a factor; None where it cannot be.

    ``grouped`` says that thousands are told apart where the old number was too short to show it.
    """
    match = _DIGITS.fullmatch(old)
    written = value / factor
    decimals = _decimals(written)
    if match is None or decimals is None or written < 0:
        return None
    whole, old_decimals = match["whole"], match["decimals"] or ""
    if old_decimals.endswith("0"):
        decimals = max(decimals, len(old_decimals))
    if whole.startswith("0") and len(whole) > 1:
        return f"{int(written):0{len(whole)}d}" if not decimals and not old_decimals else None
    separated = "," in whole or (grouped and len(whole) < 4)
    scaled = int(written * 10**decimals)
    integer, rest = divmod(scaled, 10**decimals)
    return f"{integer:{',' if separated else ''}d}" + (f".{rest:0{decimals}d}" if decimals else "")


def digits_value(digits: str) -> Fraction | None:
    """Return what digits say by themselves, or None for anything else."""
    return Fraction(digits.replace(",", "")) if _DIGITS.fullmatch(digits) else None


def _decimals(value: Fraction) -> int | None:
    """Return how many decimals a value needs, or None where they are too many or never end."""
    return next((count for count in range(_MOST_DECIMALS + 1) if (value * 10**count).denominator == 1), None)
