"""One English numeral in its sentence: its unit, its bound, and whether it counts at all.

A number that belongs to a name or a code (HER2, 5G, 1+X) is loose.
"""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from vet_terms.language.numerals_en import CARDINALS, SCALES
from vet_terms.language.quantity import Bound, Quantity, Weight, after, before

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

DIGITS = r"\d{1,3}(?:,\d{3}){1,9}(?!\d)(?:\.\d{1,20})?|\d{1,30}(?:\.\d{1,20})?"
_NEAR = 16
"""Characters before a number that a currency or a month there is shorter than."""
_NUMBER = rf"(?:{DIGITS}|{'|'.join(CARDINALS)})"
_TO = r"\s?(?:-|–|—|to|and|or)\s?"

_CURRENCIES = {
    "us$": "USD", "$": "USD", "hk$": "HKD", "¥": "CNY", "€": "EUR", "£": "GBP", "rmb": "CNY", "cny": "CNY",
    "usd": "USD", "eur": "EUR", "gbp": "GBP", "hkd": "HKD", "yuan": "CNY", "renminbi": "CNY", "dollar": "USD",
    "dollars": "USD", "euro": "EUR", "euros": "EUR",
    # Pounds are also a weight.
    "pound": "", "pounds": "",
}  # fmt: skip
_CURRENCY_LEFT = re.compile(r"(?P<unit>US\$|HK\$|\$|¥|€|£|\b(?:RMB|CNY|USD|EUR|GBP|HKD))\s?¥?\s?$")
_CURRENCY_RIGHT = re.compile(
    r"[\s-](?:of )?(?:US )?(?P<unit>yuan|renminbi|RMB|CNY|dollars?|euros?|pounds?)\b", re.IGNORECASE
)
_SCALE_RIGHT = re.compile(
    rf"(?:[\s-]*(?P<word>{'|'.join(SCALES)})s?(?:[\s-](?P<times>thousand|million|billion|trillion))?"
    r"|\s?(?P<letter>mn|bn|tn|m|k))\b",
    re.IGNORECASE,
)
_LETTERS = {"m": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12, "k": 1000}
_PERCENT = re.compile(
    r"[\s-]?(?:(?P<points>percentage[\s-]points?|p\.p\.|pp\b)|%|per[\s-]?cent\b|pct\b|pc\b)", re.IGNORECASE
)
_POINTS_RIGHT = re.compile(r"[\s-]points?\b")
_TO_PERCENT = re.compile(rf"{_TO}(?:{_NUMBER})\s?(?:%|per ?cent)", re.IGNORECASE)
_TO_SCALE = re.compile(
    rf"{_TO}[$£€¥]?(?:{_NUMBER})\s?(?P<scale>thousand|million|billion|trillion|bn|m\b)", re.IGNORECASE
)
_LEFT = re.compile(
    r"(?:(?P<less>(?:less|fewer|lower|smaller|not more|no more) than"
    r"|under|below|at most|within|not exceeding)"
    r"|(?P<more>(?:more|greater|higher|larger|no less|no fewer|not less|not fewer) than"
    r"|over|above|at least|beyond|exceed(?:s|ed|ing)?|in excess of|upwards? of|surpass(?:es|ed|ing)?"
    r"|topp(?:ed|ing)|a minimum of)"
    r"|(?P<about>about|around|approximately|approx\.?|roughly|some|nearly|almost|close to|circa))"
    r"\s+(?:(?:a|an|the)\s+)?(?:total of\s+)?(?:US\$|HK\$|[$¥€£]|RMB|CNY)?\s?¥?\s?$",
    re.IGNORECASE,
)
_IN_LEFT = (
    "than", "under", "below", "most", "within", "exce", "over", "above", "least", "beyond", "upward",
    "surpass", "topp", "minimum", "about", "around", "appro", "rough", "some", "near", "close", "circa",
)  # fmt: skip
"""What every bound before a number has one of, in lower case, and most numbers have none before them."""
_RIGHT = re.compile(
    r"(?P<more>\+|-plus\b| (?:or|and) (?:more|above|over|older|upwards?)\b"
    r"|(?: [a-z]+){1,2} (?:or (?:more|above|older)|and above)\b)"
    r"|(?P<less> or (?:less|fewer|under)\b| and (?:below|under)\b)|(?P<about> or so\b|-odd\b| odd\b)",
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


def digit_amount(text: str, digits: str, start: int, end: int) -> Quantity:
    """Return the quantity of a number in digits, with its kind, bound and weight."""
    value = Fraction(digits.replace(",", ""))
    ordinal = re.match(r"(?:st|nd|rd|th)\b", after(text, end), re.IGNORECASE)
    weight = _weight(text, value, start, end)
    others = list(_other_values(text, digits, value, start, end + (ordinal.end() if ordinal else 0)))
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
    percent = _PERCENT.match(text, end)
    bound = _bound(text, start, percent.end() if percent else end)
    money = _CURRENCY_LEFT.search(before(text, start, _NEAR)) or _CURRENCY_RIGHT.match(text, end)
    weight, currency, others = quantity.weight, "", quantity.also
    if _POINTS_RIGHT.match(text, end):
        others += (value / 100,)
    if percent or _TO_PERCENT.match(text, end):
        kind = "points" if percent and percent["points"] else "percent"
        value, weight = value / 100, "firm"
    elif money:
        kind, currency = "currency", _CURRENCIES[money["unit"].lower()]
    elif kind == "plain" and _YEAR.fullmatch(text, start, end):
        kind = "year"
    elif value <= 31 and (_MONTH_LEFT.search(before(text, start, _NEAR)) or _MONTH_RIGHT.match(text, end)):
        kind, weight = "day", "firm"
    if spread := _TO_SCALE.match(text, end):
        word = spread["scale"].lower()
        others += (value * (SCALES.get(word) or _LETTERS[word]),)
    return Quantity(value, start, end, kind, bound, weight, currency, others)


def _other_values(text: str, digits: str, value: Fraction, start: int, end: int) -> list[Fraction]:
    """Return what else a number can mean: 17 in 2016-17, ’98, the 1900s of the 20th century."""
    others: list[Fraction] = []
    if len(digits) == 2 and (year := _FROM_YEAR.search(before(text, start))):
        others.append(Fraction(year["century"][:2] + digits))
    if len(digits) == 2 and re.search(r"['’‘]$", before(text, start)):
        others += [value + 1900, value + 2000]
    if re.match(r"[\s-]+century\b", after(text, end), re.IGNORECASE):
        others.append((value - 1) * 100)
    return others


def _weight(text: str, value: Fraction, start: int, end: int) -> Weight:
    left, right = before(text, start), after(text, end)
    code = _CODE_LEFT.search(left) and not _NO_CODE_LEFT.search(left)
    named = (
        re.match(r"[A-Za-z]|\+[A-Za-z]", right) and not _METRIC.match(right) and not _SCALE_RIGHT.match(right)
    )
    part = (re.search(r"\d[./]$", left) and value < 1000) or re.match(r"/\d", right)
    return "loose" if code or named or part or value == 1 else "firm"


def _bound(text: str, start: int, end: int) -> Bound:
    preceding = before(text, start)
    lower = preceding.lower()
    left = _LEFT.search(preceding) if any(word in lower for word in _IN_LEFT) else None
    if left and not (left["more"] and left["more"].lower() == "over" and _DURATION.match(text, end)):
        return "less" if left["less"] else "more" if left["more"] else "about"
    if right := _RIGHT.match(text, end):
        return "more" if right["more"] else "less" if right["less"] else "about"
    return "exact"
