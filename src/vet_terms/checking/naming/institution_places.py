"""A place that only the name of an institution has, a letter off: 江州职院 as "Jianzhou Vocational College".

The places of the table are the business of `places`. Here any two or three characters before the word for an
institution or a small place count as a name, and the English has beside such a word one that is pinyin, that
no characters of the source spell, and that is a letter off from the name.
"""

from __future__ import annotations

import re

from vet_terms.checking.context import Reading
from vet_terms.language.pinyin import letters, pinyin_keys
from vet_terms.language.slips import is_slip
from vet_terms.language.syllables import is_pinyin

_NAMED_ZH = re.compile(
    r"(?=(?P<name>[\u4e00-\u9fff]{2,3})(?:职院|职业|职教|职专|职中|技师|技工|学院|大学|中学|小学|学校|公司|集团|科技|电子"
    r"|机械|镇|村|乡|县|区|街道|社区|路|厂))"
)
_NAMED_EN = re.compile(
    r"\b(?P<name>[A-Z][a-z]{4,})(?= (?:[A-Z&][a-z]* ){0,3}?(?:Vocational|Technical|Technician|College"
    r"|University|School|Institute"
    r"|Polytechnic|Company|Group|Technology|Electronics|Machinery|Co|Town|Township|Village|County|District|Road|Factory)\b)"
)
_SYLLABLES = (2, 3)
_LEAST_LETTERS = 5


def misspelt_institution_place(reading: Reading) -> tuple[str, str, re.Match[str]] | None:
    """Return the Chinese name, how it is spelt, and the English word that is a letter off from it."""
    if not _NAMED_EN.search(reading.en):
        return None
    named = {match["name"] for match in _NAMED_ZH.finditer(reading.zh)}
    wanted = {spelt: name for name in sorted(named) for spelt in sorted(pinyin_keys(name))}
    for there in _NAMED_EN.finditer(reading.en) if wanted else ():
        written = letters(there["name"])
        if not any(is_pinyin(written, count) for count in _SYLLABLES) or _is_spelt(reading.zh, written):
            continue
        right = next((spelt for spelt in wanted if is_slip(written, spelt, _LEAST_LETTERS)), None)
        if right is not None and right not in letters(reading.en):
            return wanted[right], right.capitalize(), there
    return None


def _is_spelt(zh: str, written: str) -> bool:
    return any(
        written in pinyin_keys(zh[start : start + length])
        for length in _SYLLABLES
        for start in range(len(zh) - length + 1)
    )
