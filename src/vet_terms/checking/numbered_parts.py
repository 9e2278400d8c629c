"""Numbered parts of a document taken for one another: 表3 as "Figure 3", 第五章 as "Article 5".

Only where the English has the same number behind the name of another part, and the part meant nowhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from vet_terms.language.numerals_zh import chinese_value

_NUMERAL = "[一二三四五六七八九十百]{1,4}|\\d{1,3}"


@dataclass(frozen=True, slots=True)
class _Part:
    """A sort of part: how Chinese numbers it, the English that says just that, and all that may say it."""

    zh: re.Pattern[str]
    en: str
    any_en: re.Pattern[str]


def _part(zh: str, en: str, also: str = "") -> _Part:
    words = f"{en}|{also}" if also else en
    return _Part(re.compile(zh), en, re.compile(rf"\b(?:{words})s?\b", re.IGNORECASE))


_PARTS = (
    _part(
        rf"(?<![意地视])图\s?(?P<number>{_NUMERAL})(?![\d个张])",
        "figure|fig",
        "chart|diagram|graph|picture|image|photo|photograph|illustration|plate|map|drawing|exhibit",
    ),
    _part(
        rf"(?<![代手钟])表\s?(?P<number>{_NUMERAL})(?![\d个名人位])",
        "table",
        "chart|form|schedule|list|exhibit|tab",
    ),
    _part(f"第(?P<number>{_NUMERAL})章", "chapter", "part|ch"),
    _part(
        f"第(?P<number>{_NUMERAL})条",
        "article",
        "section|clause|item|rule|regulation|provision|point|art",
    ),
    _part(
        f"附件\\s?(?P<number>{_NUMERAL})",
        "annex|attachment|appendix|annexe",
        "enclosure|exhibit|schedule",
    ),
)
_ANY_ZH = re.compile("[图表章条件]")


def other_part(zh: str, en: str) -> tuple[str, re.Match[str]] | None:
    """Return a numbered part of a Chinese text, and the English that has its number for another part."""
    if not _ANY_ZH.search(zh):
        return None
    for part in _PARTS:
        said = part.zh.search(zh)
        if said is None or part.any_en.search(en):
            continue
        number = int(chinese_value(said["number"]))
        for other in _PARTS:
            if other is part or other.zh.search(zh):
                continue
            there = re.search(rf"\b(?:{other.en})\.? {number}\b(?!\.\d)", en, re.IGNORECASE)
            if there:
                return said.group(), there
    return None
