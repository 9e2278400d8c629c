"""Multiples: 增长了两倍 is three times as much as before, 增长到两倍 twice, 翻两番 four times.

What is compared is how many times as much there is in the end. English "grew three times" and Chinese
扩大三倍 are said in both senses, and both are accepted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from vet_terms.language.numerals_en import CARDINALS
from vet_terms.language.numerals_zh import NUMERAL, chinese_value, everyday_digits


@dataclass(frozen=True, slots=True)
class Multiple:
    """A stretch of a text, and how many times as much there is in the end, in each sense it can have."""

    totals: frozenset[Fraction]
    start: int
    end: int
    is_sure: bool = True


_CHINESE = re.compile(
    r"(?:(?P<total>(?:到|至|为|是|达|达到|相当于|原来的|以前的|去年的|上年的|前的)(?:了)?(?:原来|过去|以前|上年|去年)?的?)"
    r"|(?P<increase>(?:增长|增加|提高|提升|上升|上涨|增)了?))?"
    rf"(?:近|约|超过|超|逾|将近|整整)?(?P<number>{NUMERAL})(?:余|多)?倍(?P<half>半)?"
    r"|翻了?(?P<times>[一两二三四])?番"
)
_ENGLISH = re.compile(
    r"\b(?P<double>doubl(?:ed?|es|ing)|two-?fold|twice)\b|\b(?P<triple>tripl(?:ed?|es|ing)|trebl(?:ed?|es|ing))\b"
    r"|\b(?P<four>quadrupl(?:ed?|es|ing))\b|\b(?P<five>quintupl(?:ed?|es|ing))\b"
    rf"|\b(?P<number>\d{{1,6}}(?:\.\d{{1,4}})?|{'|'.join(CARDINALS)})(?:-fold\b|fold\b|[\s-]+times\b)"
    r"(?P<as>\s+(?:as|the|that|those|its|their|what|larger?)\b)?"
    r"|\b(?P<half>half) as (?:many|much|large|big|long|high|great)\b(?! again\b)"
    r"|(?P<percent>\d{1,6}(?:\.\d{1,4})?)\s?(?:%|per ?cent\b)",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\b(?:by|grew|grown|rose|risen|increas\w+|up|gain\w*|(?:increase|rise|growth|gain|jump) of)\s+"
    r"(?:(?:by|about|over|nearly|some|almost|more than)\s+)*$",
    re.I,
)
_TO = re.compile(
    r"\b(?:grew|grown|rose|risen|increas\w+|went up|gone up|climb\w+|expand\w*)\s+to\s+"
    r"(?:(?:about|over|nearly|some|almost|more than)\s+)*$",
    re.I,
)
"""Before a multiple that is reached."""


def chinese_multiples(text: str) -> list[Multiple]:
    """Return the multiples of a Chinese text."""
    return list(_chinese(everyday_digits(text))) if "倍" in text or "番" in text else []


def _chinese(text: str) -> Iterator[Multiple]:
    for match in _CHINESE.finditer(text):
        if not match["number"]:
            if match["times"] or text.startswith("翻番", match.start()) or "了" in match.group():
                times = int(chinese_value(match["times"] or "一"))
                yield Multiple(frozenset({Fraction(2**times)}), *match.span())
            continue
        number = chinese_value(match["number"]) + (Fraction(1, 2) if match["half"] else 0)
        if match["total"]:
            totals = {number}
        elif match["increase"]:
            totals = {number + 1}
        else:
            totals = {number, number + 1}
        yield Multiple(frozenset(totals), *match.span())


def english_multiples(text: str) -> list[Multiple]:
    """Return the multiples of an English text."""
    return list(_english(text))


def _english(text: str) -> Iterator[Multiple]:
    for match in _ENGLISH.finditer(text):
        for number, group in ((2, "double"), (3, "triple"), (4, "four"), (5, "five")):
            if match[group]:
                yield Multiple(frozenset({Fraction(number)}), *match.span())
        if match["half"]:
            yield Multiple(frozenset({Fraction(1, 2)}), *match.span())
        elif match["number"]:
            number_word = match["number"].lower()
            value = Fraction(CARDINALS.get(number_word, number_word))
            is_total = match["as"] or _TO.search(text, max(0, match.start() - 40), match.start())
            totals = {value} if is_total else {value, value + 1}
            yield Multiple(frozenset(totals), *match.span())
        elif match["percent"]:
            share = Fraction(match["percent"]) / 100
            by = _BY.search(text, max(0, match.start() - 40), match.start())
            totals = {share + 1} if by else {share, share + 1}
            # Most percentages are no multiples.
            yield Multiple(frozenset(totals), *match.span(), is_sure=by is not None and share > 1)
