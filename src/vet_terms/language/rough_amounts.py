"""Rough amounts: 数百 is hundreds, 数万 tens of thousands. Which power of ten is meant is all they say."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vet_terms.language.numerals_zh import everyday_digits


@dataclass(frozen=True, slots=True)
class RoughAmount:
    """A stretch of a text, and the power of ten that it means."""

    power: int
    start: int
    end: int


_POWERS = {"十": 1, "百": 2, "千": 3, "万": 4, "十万": 5, "百万": 6, "千万": 7, "亿": 8}
_CHINESE = re.compile(
    r"(?:[几数](?P<units>十万|百万|千万|[十百千万亿])|数以(?P<counted>十万|百万|[百千万])计)"
    r"(?![几一二三四五六七八九分亿年岁天])"
)
_BEGINNING = re.compile("[几数][十百千万亿以]")
_ENGLISH = re.compile(
    r"\b(?:(?P<tens>tens|dozens)|(?P<hundreds>hundreds)"
    r"|(?:several|a few) (?P<scale>dozen|hundred|thousand|million)(?: (?P<scale2>thousand|million))?"
    r"|(?P<thousands>thousands)|(?P<millions>millions))"
    r"(?: of (?P<of>thousands?|millions?))?\b",
    re.IGNORECASE,
)
_BASES = {"tens": 1, "hundreds": 2, "thousands": 3, "millions": 6}
_SCALES = {"dozen": 1, "hundred": 2, "thousand": 3, "million": 6}


def chinese_rough_amounts(text: str) -> list[RoughAmount]:
    """Return the rough amounts of a Chinese text."""
    plain = everyday_digits(text)
    # 数 is in 数据 and 人数 as well.
    if not _BEGINNING.search(plain):
        return []
    return [
        RoughAmount(_POWERS[match["units"] or match["counted"]], *match.span())
        for match in _CHINESE.finditer(plain)
    ]


def english_rough_amounts(text: str) -> list[RoughAmount]:
    """Return the rough amounts of an English text."""
    found = []
    for match in _ENGLISH.finditer(text):
        if match["scale"]:
            power = _SCALES[match["scale"].lower()]
        else:
            power = next(power for word, power in _BASES.items() if match[word])
        if greater := match["of"] or match["scale2"]:
            power += _SCALES[greater.lower().removesuffix("s")]
        found.append(RoughAmount(power, *match.span()))
    return found
