"""One English numeral in its sentence: its unit, its bound, and whether it counts at all.

A number that belongs to a name or a code (HER2, 5G, 1+X) is loose.
"""

from __future__ import annotations

import functools
import re
import string
from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

from vet_terms.language.currencies import ENGLISH_NAMES, SIGNS
from vet_terms.language.numerals_en import CARDINALS, SCALES, words_said
from vet_terms.language.quantity import Bound, Quantity, Weight, after, before, written_value

MONTHS = {
    name: value
    for value, name in enumerate(
        (
            "January", "February", "March", "April", "May", "June", "July", "August", "September",
            "October", "November", "December",
        ),
        1,
    )
}  # fmt: skip
SHORT_MONTHS = {name[:3]: value for name, value in MONTHS.items() if name != "May"} | {"Sept": 9}
MONTH = "|".join(
    form for name in sorted((*MONTHS, *SHORT_MONTHS), key=len, reverse=True) for form in (name, name.upper())
)

MONTH_VALUES = {name: Fraction(value) for name, value in (MONTHS | SHORT_MONTHS).items()}
MONTH_WORDS = frozenset(name.lower() for name in MONTH_VALUES)

DIGITS = r"\d{1,3}(?:,\d{3}){1,9}(?!\d)(?:\.\d{1,20})?|\d{1,30}(?:\.\d{1,20})?"
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
_LEFT = re.compile(
    r"(?:(?P<less>(?:less|fewer|lower|smaller|(?:not|no) (?:more|greater|higher|larger|older)) than"
    r"|under|below|at most|within|not (?:to )?exceed(?:ing)?|up to|a maximum of|capped at|limited to)"
    r"|(?P<more>(?:more|greater|higher|larger|no less|no fewer|not less|not fewer) than"
    r"|over|above|at least|beyond|exceed(?:s|ed|ing)?|in excess of|upwards? of|surpass(?:es|ed|ing)?"
    r"|topp(?:ed|ing)|a minimum of)"
    r"|(?P<nearly>nearly|almost|close to|approach(?:ing|es|ed)?|just short of)"
    r"|(?P<about>about|around|approximately|approx\.?|roughly|some|circa|an estimated))"
    r"\s+(?:(?:a|an|the)\s+)?(?:total of\s+)?(?:US\$|HK\$|[$¥€£]|RMB|CNY)?\s?¥?\s?$",
    re.IGNORECASE,
)
_ENDS_LEFT = (
    "than", "under", "below", "at most", "within", "exceed", "exceeds", "exceeded", "exceeding", "up to",
    "maximum of", "capped at", "limited to", "over", "above", "at least", "beyond", "excess of",
    "upward of", "upwards of", "surpass", "surpasses", "surpassed", "surpassing", "topped", "topping",
    "minimum of", "nearly", "almost", "close to", "approach", "approaches", "approached", "approaching",
    "short of", "about", "around", "approximately", "approx", "approx.", "roughly", "some", "circa",
    "estimated", "total of", "rmb", "cny",
)  # fmt: skip
"""With what the words before a bounded number end, in lower case, without article and sign of money."""
_LAST_TWO = frozenset(end[-2:] for end in _ENDS_LEFT)
_MONEY_SIGNS = frozenset("$¥€£")
_ARTICLES = ("a", "an", "the")
_RIGHT = re.compile(
    r"(?P<more>\+|-plus\b| (?:or|and) (?:more|above|over|older|upwards?|higher)\b"
    r"|(?: [a-z]++){1,2} (?:or (?:more|above|older|higher)|and (?:above|over))\b)"
    r"|(?P<less>(?: [a-z]++){0,2} (?:or (?:less|fewer|under|younger|lower|below)|and (?:below|under))\b)"
    r"|(?P<about> or so\b|-odd\b| odd\b)",
    re.IGNORECASE,
)
_LEFT_BOUNDS: tuple[Bound, ...] = ("less", "more", "nearly", "about")
# "No class has more than 40 students", "does not exceed 40"
_DENIED = re.compile(
    r"\b(?:no|not|never|neither|nor|cannot|none)\b(?! (?:only|more|less|fewer|later|greater|higher)\b)"
    r"[^,.;:]*$",
    re.IGNORECASE,
)
# "over 24 hours" is mostly the time that something took.
_DURATION = re.compile(r"[\s-](?:hours?|days?|weeks?|months?|years?|decades?)\b", re.IGNORECASE)
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
_MONEY_WORDS = frozenset(
    form for name in ENGLISH_NAMES for word in [re.split("[ .]", name)[0]] for form in (word, f"{word}s")
)
"""The first words of what `_CURRENCY_RIGHT` matches."""

# What patterns can begin or end with: a look at one character is a tenth as dear as the pattern.
_ENDS_CODE = frozenset("-_\n" + string.ascii_letters)
_ENDS_PART = frozenset("./\n")
_ENDS_CURRENCY = frozenset("¥").union(sign[-1] for sign in SIGNS)
_STARTS_CODE = frozenset("+" + string.ascii_letters)
_STARTS_RANGE = frozenset("-–—tTaAoO")
_STARTS_ORDINAL = frozenset("sSnNrRtT")
_STARTS_CENTURY = frozenset("cC-").union(string.whitespace)
_ENDS_YEAR = frozenset("-–—/")
_ENDS_SHORT = frozenset("'’‘\n")


@functools.lru_cache(maxsize=8)
def names_month(text: str) -> bool:
    """Tell whether an English text may name a month; "may" in small letters does not."""
    named = MONTH_WORDS.intersection(words_said(text))
    if named == {"may"}:
        return "May" in text or "MAY" in text
    return bool(named)


def digit_amount(text: str, digits: str, start: int, end: int) -> Quantity:
    """Return the quantity of a number in digits, with its kind, bound and weight."""
    value = written_value(digits.replace(",", ""))
    ordinal = _ORDINAL.match(text, end) if text[end : end + 1] in _STARTS_ORDINAL else None
    weight = _weight(text, value, start, end)
    others = _other_values(text, digits, value, start, ordinal.end() if ordinal else end)
    scale = None if ordinal else _SCALE_RIGHT.match(text, end)
    if scale:
        factor = _factor(scale)
        # A lone m is metres, a lone k may be part of a name, unless a sum of money is meant.
        if scale["letter"] in {"m", "M", "k", "K"} and not _CURRENCY_LEFT.search(before(text, start)):
            others.append(value * factor)
        else:
            value, end = value * factor, scale.end()
    quantity = Quantity(
        value, start, end, "ordinal" if ordinal else "plain", weight=weight, also=tuple(others)
    )
    return with_unit(text, quantity)


def with_scale(text: str, quantity: Quantity) -> Quantity:
    """Return a number multiplied by the scale after it: 2½ million."""
    scale = _SCALE_RIGHT.match(text, quantity.end)
    if scale is None or scale["letter"] in {"m", "M", "k", "K"}:
        return quantity
    return replace(quantity, value=quantity.value * _factor(scale), end=scale.end())


def _factor(scale: re.Match[str]) -> int:
    if scale["letter"]:
        return _LETTERS[scale["letter"].lower()]
    return SCALES[scale["word"].lower()] * (SCALES[scale["times"].lower()] if scale["times"] else 1)


def with_unit(text: str, quantity: Quantity) -> Quantity:
    """Return a number with its bound, and its kind from the sign before it or the unit after it."""
    value, start, end, kind = quantity.value, quantity.start, quantity.end, quantity.kind
    following = text[end : end + 1]
    if following.isspace() or following == "-":
        # What may stand after a space or a hyphen.
        following = text[end + 1 : end + 2]
    counted = following in {"p", "P"}
    percent = _PERCENT.match(text, end) if counted or following in {"%", "‰"} else None
    bound = _bound(text, start, percent.end() if percent else end)
    weight, currency, others = quantity.weight, "", quantity.also
    if counted and _POINTS_RIGHT.match(text, end):
        others += (value / 100,)
    ranging = following in _STARTS_RANGE or text[end : end + 1] == "-"
    money = None
    # In "140 million or 12.5%" two things are said; "five to ten per cent" is a range.
    is_scaled = text[start:end].rpartition(" ")[2].lower() in (*SCALES, "a", "an")
    is_share = percent or (ranging and not is_scaled and _TO_PERCENT.match(text, end))
    if is_share:
        kind = "points" if percent and percent["points"] else "percent"
        value, weight = value / (1000 if percent and percent["mille"] else 100), "firm"
    elif money := _money(text, start, end, following):
        kind, currency = "currency", _CURRENCIES[money["unit"].lower()]
    elif kind == "plain" and end - start == 4 and _YEAR.fullmatch(text, start, end):
        kind = "year"
    elif (
        names_month(text)
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


def _money(text: str, start: int, end: int, following: str) -> re.Match[str] | None:
    """Return the currency that is named before or after a number."""
    left = before(text, start, _NEAR)
    if left and left.rstrip()[-1:] in _ENDS_CURRENCY and (named := _CURRENCY_LEFT.search(left)):
        return named
    if following == "€" or text[end : end + 1] == "€":
        return _CURRENCY_RIGHT.match(text, end)
    if not _names_money(text):
        return None
    word = _MONEY_WORD.match(text, end)
    return _CURRENCY_RIGHT.match(text, end) if word and word[1].lower() in _MONEY_WORDS else None


@functools.lru_cache(maxsize=8)
def _names_money(text: str) -> bool:
    return not _MONEY_WORDS.isdisjoint(words_said(text))


def _other_values(text: str, digits: str, value: Fraction, start: int, end: int) -> list[Fraction]:
    """Return what else a number can mean: 17 in 2016-17, ’98, the 1900s of the 20th century."""
    others: list[Fraction] = []
    if len(digits) == 2:
        left = before(text, start)
        if left.rstrip()[-1:] in _ENDS_YEAR and (year := _FROM_YEAR.search(left)):
            others.append(written_value(year["century"][:2] + digits))
        if left[-1:] in _ENDS_SHORT and _APOSTROPHE_LEFT.search(left):
            others += [value + 1900, value + 2000]
    if text[end + 1 : end + 2] in _STARTS_CENTURY and _CENTURY_RIGHT.match(text, end):
        others.append((value - 1) * 100)
    return others


def _weight(text: str, value: Fraction, start: int, end: int) -> Weight:
    if value == 1:
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


def _ends_in_bound(preceding: str) -> bool:
    """Tell whether a text may end in what bounds the number after it."""
    said = preceding.rstrip().lower()
    if said[-1:] in _MONEY_SIGNS:
        return True
    if said.endswith(_ARTICLES):
        *rest, last = said.rsplit(None, 1)
        said = "".join(rest) if last in _ARTICLES else said
    return said[-2:] in _LAST_TWO and said.endswith(_ENDS_LEFT)


def _bound(text: str, start: int, end: int) -> Bound:
    preceding = before(text, start)
    # Each bound is followed by a space, and perhaps by an article or a currency.
    left = _LEFT.search(preceding) if _ends_in_bound(preceding) else None
    if left and not (left["more"] and left["more"].lower() == "over" and _DURATION.match(text, end)):
        if left["more"] and _DENIED.search(preceding, 0, left.start()):
            return "less"
        return next(bound for bound in _LEFT_BOUNDS if left[bound])
    following = after(text, end).lower()
    if (
        following[:1] in {"+", "-"} or " or " in following or " and " in following or " odd" in following
    ) and (right := _RIGHT.match(text, end)):
        return "more" if right["more"] else "less" if right["less"] else "about"
    return "exact"
