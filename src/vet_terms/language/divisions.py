"""Numbered divisions of rules and reports: 第三条 and Article 3, 第二章 and Chapter II, 附件一 and Annex 1.

A division is known by its kind and its number, which both languages share; its words are not looked
at. List marks ("1.", "（一）") are another thing: they begin anew in every list; `marks` knows them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from vet_terms.language.marks import roman_value
from vet_terms.language.numerals_en import CARDINALS, ORDINALS
from vet_terms.language.numerals_zh import HAN_DIGITS, everyday_digits, spelt_value

Kind = Literal["part", "chapter", "section", "article", "annex"]

RANKS: tuple[Kind, ...] = ("annex", "part", "chapter", "section", "article")
"""The kinds from the widest to the narrowest: a wider one ends the narrower ones before it."""

_CHINESE_KINDS: dict[str, Kind] = {
    **dict.fromkeys(("编", "編", "部分", "篇"), "part"),
    "章": "chapter",
    "节": "section",
    "節": "section",
    "条": "article",
    "條": "article",
}
_ENGLISH_KINDS: dict[str, Kind] = {
    **dict.fromkeys(("part", "book"), "part"),
    "chapter": "chapter",
    "section": "section",
    "article": "article",
    "art": "article",
    **dict.fromkeys(("annex", "appendix", "attachment", "schedule"), "annex"),
}
_HAN_NUMBER = rf"(?:[{HAN_DIGITS}十百千]{{1,9}}|\d{{1,4}})"
# "第三条生产线" counts production lines: running text would go on with what is counted.
_HEADS = r"(?:(?:\#{1,6}|\*\*)\s*)?"
_AFTER = r"(?=[\s　:：、.．—*“《（【]|$)"
# "第三条规定的" and "第一章和第二章" name a division; "第三条公民享有" opens one, also without a space.
_CHINESE = re.compile(
    rf"{_HEADS}(?:第\s?(?P<number>{_HAN_NUMBER})\s?"
    rf"(?:(?P<wide>编|編|部分|篇){_AFTER}|(?P<kind>[章节節条條])(?P<sub>之[一二三四五六七八九十])?"
    r"(?![的规規和与與及或至到，,所款项項第中线線路；。]|[、]第))"
    rf"|附(?:件|录|錄|表)\s?(?P<annex>{_HAN_NUMBER}){_AFTER})"
)
_WORDS = "|".join(sorted((word for word in {*CARDINALS, *ORDINALS} if word.isalpha()), key=len, reverse=True))
_TENS = "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_ENGLISH = re.compile(
    rf"{_HEADS}(?P<kind>part|book|chapter|section|article|art\.|annex|appendix|attachment|schedule)"
    rf"\s+(?P<number>\d{{1,4}}|[ivxl]{{1,7}}|(?:{_TENS}-)?(?:{_WORDS}))(?P<sub>-\d)?(?=[\s　:：.,，—–*]|$)",
    re.IGNORECASE,
)
# A sentence may begin "Article 5 of these Measures applies": that names a division and opens none.
_NAMED = re.compile(r"\s+(?:of|in|to|and|or|through|above|below)\b|\s?[,，]")


@dataclass(frozen=True, slots=True)
class Division:
    """The kind and number of a division; ``sub`` tells 第十条之一 (Article 10-1) from 第十条."""

    kind: Kind
    number: int
    sub: int = 0


def division_of(text: str) -> Division | None:
    """Return the division that a text opens, by its first words; None where it opens none."""
    start = text.lstrip(" 　")[:60]
    found = _CHINESE.match(everyday_digits(start))
    if found:
        sub = int(spelt_value(found["sub"][1:])) if found["sub"] else 0
        if found["annex"]:
            return Division("annex", int(spelt_value(found["annex"])))
        return Division(
            _CHINESE_KINDS[found["wide"] or found["kind"]], int(spelt_value(found["number"])), sub
        )
    found = _ENGLISH.match(start)
    if not found or _NAMED.match(start[found.end() :]):
        return None
    number = _english_number(found["number"].casefold())
    sub = int(found["sub"][1:]) if found["sub"] else 0
    return Division(_ENGLISH_KINDS[found["kind"].casefold().rstrip(".")], number, sub) if number else None


def _english_number(word: str) -> int:
    if word.isdigit():
        return int(word)
    if re.fullmatch("[ivxl]+", word):
        return roman_value(word.upper())
    return sum(CARDINALS.get(part) or ORDINALS.get(part) or 0 for part in word.split("-"))
