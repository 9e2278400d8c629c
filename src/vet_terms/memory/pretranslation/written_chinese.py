"""A new number in a Chinese text, written as the old one: 29, 11万, 二十九, 两, 百分之三十, 二〇二四."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from vet_terms.language.quantity import Quantity
from vet_terms.memory.pretranslation.numerals import Replacement, digits_value, in_digits

_IN_DIGITS = re.compile(r"(?P<digits>\d[\d,]*(?:\.\d+)?)(?P<scale>\s?[十百千万亿]{0,2})", re.ASCII)
_DIGITS = "零一二三四五六七八九"
_SHARE = "百分之"
_AND_MORE = re.compile("[多余来几]")
_ROUND = re.compile("[0十百千万亿]$")
"""How a number ends behind which 多 or 余 can stand: 40多 and 1.2万余, not 45多."""
_MOST_OF_A_SCALE = 10_000
"""So many 万 are one 亿."""


def in_chinese(text: str, old: Quantity, value: Fraction, *, is_label: bool) -> Replacement | None:
    """Return what stands instead of a number of a Chinese text for it to say another value.

    ``is_label`` says that the number names something and counts nothing: 二班, not 两班. None where the old
    number is not written in a way that is known, or the new value cannot be written so.
    """
    share = 100 if old.kind in {"percent", "points"} else 1
    shown, new = old.value * share, value * share
    written = text[old.start : old.end]
    if old.kind == "year":
        replacement = _year(written, old.value, value)
    elif digits := _IN_DIGITS.fullmatch(written):
        replacement = _in_digits(digits, shown, new)
    else:
        replacement = _in_characters(
            written, shown, new, counts=old.kind in {"plain", "currency"} and not is_label
        )
    if replacement is None or (_AND_MORE.match(text, old.end) and not _ROUND.search(replacement)):
        return None
    return Replacement(old.start, old.end, replacement)


def _year(written: str, old: Fraction, new: Fraction) -> str | None:
    if new.denominator != 1 or not 1000 <= new < 3000:
        return None
    if written == str(old):
        return str(new)
    spelt = str(old).translate(_spelling("〇"))
    for zero in "〇零":
        if written == spelt.replace("〇", zero):
            return str(new).translate(_spelling(zero))
    return None


def _spelling(zero: str) -> dict[int, str]:
    return {ord(str(digit)): zero if not digit else char for digit, char in enumerate(_DIGITS)}


def _in_digits(old: re.Match[str], shown: Fraction, new: Fraction) -> str | None:
    said = digits_value(old["digits"])
    if not said:
        return None
    factor = shown / said
    if factor != 1 and not (old["scale"] and 1 <= new / factor < _MOST_OF_A_SCALE):
        return None
    digits = in_digits(old["digits"], new, factor, grouped=False)
    return digits + old["scale"] if digits is not None else None


def _in_characters(written: str, shown: Fraction, new: Fraction, *, counts: bool) -> str | None:
    for old, other in zip(_ways(shown, counts), _ways(new, counts), strict=True):
        if old and old == written:
            return other or None
    return None


def _ways(value: Fraction, counts: bool) -> Iterator[str]:
    """Yield how a value can be written, empty where it cannot be, always as many ways in the same order."""
    plain = _numeral(value)
    # Two of something are 两, while 二 is the number.
    yield "两" if counts and plain == "二" else plain
    yield _SHARE + plain if plain else ""
    for unit, factor in (("万", 10**4), ("亿", 10**8)):
        number = _numeral(value / factor)
        yield ("两" if number == "二" else number) + unit if number else ""


def _numeral(value: Fraction) -> str:
    """Return a whole number below ten thousand in characters, empty for others."""
    if value.denominator != 1 or not 0 < value < 10_000:
        return ""
    text, skipped = "", False
    for place, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = int(value) // place % 10
        if digit:
            text += ("零" if skipped and text else "") + _DIGITS[digit] + unit
        skipped = not digit
    return text.removeprefix("一") if text.startswith("一十") else text
