"""A new number in an English text, written as the old one: 110,000, 25.424 million, thirty, May, 3rd."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from vet_terms.language.months_en import MONTHS
from vet_terms.language.numerals_en import CARDINALS, ORDINALS, SCALES
from vet_terms.language.quantity import Quantity, before
from vet_terms.memory.pretranslation.numerals import Replacement, digits_value, in_digits

_IN_DIGITS = re.compile(r"(?P<digits>\d[\d,]*(?:\.\d+)?)(?P<scale>\D*)", re.ASCII)
_SUFFIX = re.compile(r"(?:st|nd|rd|th)\b", re.IGNORECASE)
_ARTICLE = re.compile(r"\b(?P<article>an?)\s+$", re.IGNORECASE)
_VOWEL_SOUND = re.compile(r"8|1[18](?!\d|,\d{3},)|eight|eleven", re.IGNORECASE)
"""How a number begins that is said with a vowel: eight, eleven, eighteen, 8,000, 11,000, 80."""
_INFLECTED = frozenset({"plain", "points", "currency", "fraction"})
"""Kinds of numbers that decide whether the noun behind them is plural."""
_LABEL = re.compile(
    r"\b(?:annex|appendix|article|batch|block|building|chapter|class|day|exhibit|fig\.|figure|floor|grade|group|hall|"
    r"issue|item|lecture|lesson|level|line|module|nos?\.|note|number|page|paragraph|part|period|phase|project|"
    r"question|room|round|section|stage|step|table|task|term|theme|topic|unit|version|volume|week|year)s?\s+$",
    re.IGNORECASE,
)
"""Nouns behind which a number is a name and counts nothing: Table 2."""
_OF_TWO = re.compile(r"\b(?:both|either|neither|former|latter|twice)\b", re.IGNORECASE)
"""Words that only two of something have beside them."""
_ALL = re.compile(r"\ball\s+(?:the\s+|of\s+the\s+)?$", re.IGNORECASE)
_MONTH_NAMES = {value: name for name, value in MONTHS.items()}


def in_english(text: str, old: Quantity, value: Fraction) -> Replacement | None:
    """Return what stands instead of a number of an English text for it to say another value.

    None where the old number is not written in a way that is known, the new value cannot be written so, or
    other words would have to change with it: one school but two schools, both schools but all three, a 10-day
    but an 8-day course.
    """
    share = 100 if old.kind in {"percent", "points"} else 1
    shown, new = old.value * share, value * share
    if old.kind in _INFLECTED and (shown == 1) != (new == 1) and not is_label(text, old.start):
        return None
    # Both of two schools, but all of three.
    if (shown == 2 and _OF_TWO.search(text)) or (new == 2 and _ALL.search(before(text, old.start))):
        return None
    written = text[old.start : old.end]
    end = old.end
    if old.kind == "month":
        replacement = _month(written, new, text[end : end + 1])
    elif old.kind == "year":
        replacement = _year(written, old.value, value)
    elif digits := _IN_DIGITS.fullmatch(written):
        suffix = _SUFFIX.match(text, end) if old.kind in {"ordinal", "day"} else None
        replacement = _in_digits(digits, shown, new)
        if suffix and replacement:
            replacement += _suffix(int(new)) if suffix.group().islower() else _suffix(int(new)).upper()
            end = suffix.end()
    else:
        replacement = _in_words(written, shown, new)
    if replacement is None or _changes_article(before(text, old.start), text[old.start : end], replacement):
        return None
    return Replacement(old.start, end, replacement)


def is_label(text: str, start: int) -> bool:
    """Say whether the number at a place of an English text names something: Class 2, Part One."""
    return bool(_LABEL.search(before(text, start)))


def _month(written: str, value: Fraction, following: str) -> str | None:
    name = _MONTH_NAMES.get(int(value)) if value.denominator == 1 else None
    if name is None:
        return None
    if written.capitalize() not in MONTHS:
        if name == "May" and following == ".":
            return None
        name = name[:3]
    return name.upper() if written.isupper() else name


def _year(written: str, old: Fraction, new: Fraction) -> str | None:
    is_whole = written == str(old) and new.denominator == 1 and 1000 <= new < 3000
    return str(new) if is_whole else None


def _in_digits(old: re.Match[str], shown: Fraction, new: Fraction) -> str | None:
    said = digits_value(old["digits"])
    if not said:
        return None
    factor = shown / said
    # "25.424 million" stays in millions as long as there is at least one, and no thousand of them.
    if factor != 1 and not (old["scale"].strip() and 1 <= new / factor < 1000):
        return None
    digits = in_digits(old["digits"], new, factor)
    return digits + old["scale"] if digits is not None else None


def _in_words(written: str, shown: Fraction, new: Fraction) -> str | None:
    """Return a value in words, in the first of the ways in which the old words are its value."""
    lower = written.lower()
    for way, (words, join) in enumerate(_ways(shown)):
        if words.replace("-", join) == lower:
            other = next((each for index, each in enumerate(_ways(new)) if index == way), None)
            if other is None or not other[0]:
                return None
            text = other[0].replace("-", join)
            return text[0].upper() + text[1:] if written[0].isupper() else text
    return None


def _ways(value: Fraction) -> Iterator[tuple[str, str]]:
    """Yield how a value can be said, empty where it cannot be, always as many ways in the same order."""
    for join in ("-", " "):
        for names in (CARDINALS, ORDINALS):
            yield _below_hundred(value, names), join
        for scale, factor in SCALES.items():
            count = _below_hundred(value / factor, CARDINALS)
            yield (f"{count} {scale}" if count and value >= factor else ""), join


def _below_hundred(value: Fraction, names: dict[str, int]) -> str:
    if value.denominator != 1 or not 0 < value < 100:
        return ""
    number = int(value)
    name = next((word for word, each in names.items() if each == number), "")
    if name or number < 20:
        return name
    tens = next(word for word, each in CARDINALS.items() if each == number // 10 * 10)
    return f"{tens}-{next(word for word, each in names.items() if each == number % 10)}"


def _suffix(number: int) -> str:
    if number % 100 in {11, 12, 13}:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _changes_article(left: str, old: str, new: str) -> bool:
    if not _ARTICLE.search(left):
        return False
    return bool(_VOWEL_SOUND.match(old)) != bool(_VOWEL_SOUND.match(new))
