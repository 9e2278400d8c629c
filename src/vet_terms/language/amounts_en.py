"""One English numeral in its sentence: its unit, its bound, and whether it counts at all.

A number that belongs to a name or a code (HER2, 5G, 1+X) is loose.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

from vet_terms.language.bounds_en import bound_of, ends_in_bound
from vet_terms.language.currencies import ENGLISH_NAMES, SIGNS
from vet_terms.language.months_en import MONTH
from vet_terms.language.numerals_en import CARDINALS, SCALES
from vet_terms.language.quantity import Kind, Quantity, Weight, before, written_value
from vet_terms.language.words_en import MONEY_WORDS, Words, words_of

# It begins with one character, which a search finds ten times as fast.
DIGITS = r"\d(?:\d{0,2}(?:,\d{3}){1,9}(?!\d)(?:\.\d{1,20})?|\d{0,29}(?:\.\d{1,20})?)"
_NEAR = 16
"""Characters before a number that a currency or a month there is shorter than."""
_NUMBER = rf"(?:{DIGITS}|{'|'.join(CARDINALS)})"
_TO = r"\s?(?:-|–|—|to|and|or)\s?"

_CURRENCIES = ENGLISH_NAMES | {sign.lower(): code for sign, code in SIGNS.items()}


def _longest_first(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_CURRENCY_LEFT = re.compile(rf"(?<![A-Za-z])(?P<unit>{_longest_first(SIGNS)})\s?¥?\s?$")
_CURRENCY_RIGHT = re.compile(
    rf"(?:[\s-](?:of )?|\s?(?=€))(?P<unit>{_longest_first(ENGLISH_NAMES)}|€)s?(?!\w)", re.IGNORECASE
)
_SCALE_RIGHT = re.compile(
    rf"(?=[\s-]*[htmbk])(?:[\s-]*(?P<word>{'|'.join(SCALES)})s?(?:[\s-](?P<times>thousand|million|billion|trillion))?"
    r"|\s?(?P<letter>mn|bn|tn|m|k))\b",
    re.IGNORECASE,
)
_LETTERS = {"m": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12, "k": 1000}
_PERCENT = re.compile(
    r"[\s-]?(?:(?P<points>percentage[\s-]points?|p\.p\.|pp\b)|(?P<mille>‰|per (?:thousand|mille?)\b)"
    r"|%|per[\s-]?cent\b|pct\b|pc\b)",
    re.IGNORECASE,
)
_POINTS_RIGHT = re.compile(r"[\s-]points?\b")
_TO_PERCENT = re.compile(rf"{_TO}(?:{_NUMBER})\s?(?:%|per ?cent)", re.IGNORECASE)
_TO_SCALE = re.compile(
    rf"{_TO}[$£€¥]?(?:{_NUMBER})\s?(?P<scale>thousand|million|billion|trillion|bn|m\b)", re.IGNORECASE
)
_MONTH_LEFT = re.compile(rf"\b(?:{MONTH})\.?\s?$")
_MONTH_RIGHT = re.compile(rf"(?:st|nd|rd|th)?(?:\s+of)?\s+(?:{MONTH})\b")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_FROM_YEAR = re.compile(r"\b(?P<century>(?:1[5-9]|20)\d)\d\s?[-–—/]\s?$")
_CODE_LEFT = re.compile(r"[A-Za-z][-_]?$")
_NO_CODE_LEFT = re.compile(
    r"(?:RMB|CNY|USD|EUR|GBP|HKD)$|\b(?:mid|post|pre|under|over|aged|non|top)-$", re.IGNORECASE
)
_METRIC = re.compile(
    r"(?:km|kg|mm|cm|kph|mph|kw|mw|gb|mb|ft|in|lb|st|nd|rd|th|pc|am|pm|(?-i:m|g|t|h|s))\b", re.IGNORECASE
)


_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b", re.IGNORECASE)
_LETTER_RIGHT = re.compile(r"[A-Za-z]|\+[A-Za-z]")
_PART_LEFT = re.compile(r"\d[./]$")
_PART_RIGHT = re.compile(r"/\d")
_CENTURY_RIGHT = re.compile(r"[\s-]+century\b", re.IGNORECASE)
_APOSTROPHE_LEFT = re.compile(r"['’‘]$")
_MONEY_WORD = re.compile(r"[\s-](?:of )?([A-Za-z]+)", re.IGNORECASE)
# What patterns can begin or end with: a look at one character is a tenth as dear as the pattern.
_ENDS_CODE = frozenset("-_\n" + string.ascii_letters)
_ENDS_PART = frozenset("./\n")
_ENDS_CURRENCY = frozenset("¥").union(sign[-1] for sign in SIGNS)
_STARTS_CODE = frozenset("+" + string.ascii_letters)
_STARTS_SCALE = frozenset("-hHtTmMbBkK\u212a")
_STARTS_RANGE = frozenset("-–—tTaAoO")
_STARTS_ORDINAL = frozenset("sSnNrRtT")
_STARTS_CENTURY = frozenset("cC-").union(string.whitespace)
_ENDS_YEAR = frozenset("-–—/")
_ENDS_SHORT = frozenset("'’‘\n")


def digit_amount(text: str, digits: str, start: int, end: int) -> Quantity:
    """Return the quantity of a number in digits, with its kind, bound and weight."""
    value = written_value(digits.replace(",", ""))
    ordinal = _ORDINAL.match(text, end) if text[end : end + 1] in _STARTS_ORDINAL else None
    weight = _weight(text, value, start, end)
    others = _other_values(text, digits, value, start, ordinal.end() if ordinal else end)
    scale = None if ordinal else _scale_right(text, end)
    if scale:
        factor = _factor(scale)
        # A lone m is metres, a lone k may be part of a name, unless a sum of money is meant.
        if scale["letter"] in {"m", "M", "k", "K"} and not _CURRENCY_LEFT.search(before(text, start)):
            others.append(value * factor)
        else:
            value, end = value * factor, scale.end()
    kind: Kind = "ordinal" if ordinal else "plain"
    return with_unit(text, Quantity(value, start, end, kind, weight=weight, also=tuple(others)))


def with_scale(text: str, quantity: Quantity) -> Quantity:
    """Return a number multiplied by the scale after it: 2½ million."""
    scale = _SCALE_RIGHT.match(text, quantity.end)
    if scale is None or scale["letter"] in {"m", "M", "k", "K"}:
        return quantity
    return replace(quantity, value=quantity.value * _factor(scale), end=scale.end())


def _scale_right(text: str, end: int) -> re.Match[str] | None:
    first = text[end : end + 1]
    if first == "-" or first.isspace():
        first = text[end + 1 : end + 2]
    if first in _STARTS_SCALE or first.isspace():
        return _SCALE_RIGHT.match(text, end)
    return None


def _factor(scale: re.Match[str]) -> int:
    if scale["letter"]:
        return _LETTERS[scale["letter"].lower()]
    return SCALES[scale["word"].lower()] * (SCALES[scale["times"].lower()] if scale["times"] else 1)


def with_unit(text: str, quantity: Quantity) -> Quantity:
    """Return a number with its bound, and its kind from the sign before it or the unit after it."""
    words = words_of(text)
    if _is_bare(text, words, quantity.start, quantity.end):
        return quantity
    value, start, end, kind = quantity.value, quantity.start, quantity.end, quantity.kind
    following = text[end : end + 1]
    hyphened = following == "-"
    if hyphened or following.isspace():
        # What may stand after a space or a hyphen.
        following = text[end + 1 : end + 2]
    percent = None
    counted = words.says_share and following in {"p", "P"}
    if counted or following in {"%", "‰"}:
        percent = _PERCENT.match(text, end)
    bound = bound_of(text, words, start, percent.end() if percent else end)
    ranging = hyphened or following in _STARTS_RANGE
    weight, currency, others = quantity.weight, "", quantity.also
    if counted and _POINTS_RIGHT.match(text, end):
        others += (value / 100,)
    if percent or (ranging and words.says_share and _is_share_too(text, start, end)):
        kind = "points" if percent and percent["points"] else "percent"
        value, weight = value / (1000 if percent and percent["mille"] else 100), "firm"
    elif words.says_money and (money := _money(text, start, end, following)):
        kind, currency = "currency", _CURRENCIES[money["unit"].lower()]
    elif kind == "plain" and end - start == 4 and _YEAR.fullmatch(text, start, end):
        kind = "year"
    elif (
        words.names_month
        and value <= 31
        and (_MONTH_LEFT.search(before(text, start, _NEAR)) or _MONTH_RIGHT.match(text, end))
    ):
        kind, weight = "day", "firm"
    if ranging and (spread := _TO_SCALE.match(text, end)):
        word = spread["scale"].lower()
        others += (value * (SCALES.get(word) or _LETTERS[word]),)
    if kind == quantity.kind and bound == "exact" and not currency and others is quantity.also:
        return quantity
    return Quantity(value, start, end, kind, bound, weight, currency, others)


def _is_bare(text: str, words: Words, start: int, end: int) -> bool:
    """Tell whether a number in words can have neither unit nor bound, as nearly each "a" and "one"."""
    if words.says_unit or words.trails_bound or text[start].isdigit():
        return False
    following = text[end + 1 : end + 2] if text[end : end + 1] == " " else text[end : end + 1]
    may_range = following in _STARTS_RANGE or following.isspace()
    return not may_range and not ends_in_bound(before(text, start))


def _is_share_too(text: str, start: int, end: int) -> bool:
    """Tell whether a number is the first of two with one sign: five to ten per cent.

    In "140 million or 12.5%" and "from 58% in 2020 to 81%" two things are said.
    """
    if end - start == 4 and _YEAR.fullmatch(text, start, end):
        return False
    is_scaled = text[start:end].rpartition(" ")[2].lower() in (*SCALES, "a", "an")
    return not is_scaled and _TO_PERCENT.match(text, end) is not None


def _money(text: str, start: int, end: int, following: str) -> re.Match[str] | None:
    """Return the currency that is named before or after a number."""
    left = before(text, start, _NEAR)
    if left and left.rstrip()[-1:] in _ENDS_CURRENCY and (named := _CURRENCY_LEFT.search(left)):
        return named
    if following == "€" or text[end : end + 1] == "€":
        return _CURRENCY_RIGHT.match(text, end)
    word = _MONEY_WORD.match(text, end)
    return _CURRENCY_RIGHT.match(text, end) if word and word[1].lower() in MONEY_WORDS else None


def _other_values(text: str, digits: str, value: Fraction, start: int, end: int) -> list[Fraction]:
    """Return what else a number can mean: 17 in 2016-17, ’98, the 1900s of the 20th century."""
    others: list[Fraction] = []
    if len(digits) == 2:
        left = before(text, start)
        if left.rstrip()[-1:] in _ENDS_YEAR and (year := _FROM_YEAR.search(left)):
            others.append(written_value(year["century"][:2] + digits))
        if left[-1:] in _ENDS_SHORT and _APOSTROPHE_LEFT.search(left):
            others += [value + 1900, value + 2000]
    if text.startswith(" other", end):
        others.append(value + 1)  # 教育部等9部门: the ministry and 8 others
    if text[end + 1 : end + 2] in _STARTS_CENTURY and _CENTURY_RIGHT.match(text, end):
        others.append((value - 1) * 100)
    return others


_DEGREES = re.compile(r"(?:[\s-]degrees?\b|\s?°)")
"""360 degrees are once round, or all round."""


def _weight(text: str, value: Fraction, start: int, end: int) -> Weight:
    if value == 1 or (value == 360 and _DEGREES.match(text, end)):
        return "loose"
    first, last = text[end : end + 1], text[start - 1 : start] if start else ""
    named = first in _STARTS_CODE and _LETTER_RIGHT.match(text, end)
    if named and not _METRIC.match(text, end) and not _SCALE_RIGHT.match(text, end):
        return "loose"
    if first == "/" and _PART_RIGHT.match(text, end):
        return "loose"
    if last in _ENDS_CODE or last in _ENDS_PART:
        left = before(text, start)
        if _CODE_LEFT.search(left) and not _NO_CODE_LEFT.search(left):
            return "loose"
        if value < 1000 and _PART_LEFT.search(left):
            return "loose"
    return "firm"
