"""Whether the two texts of a unit could be each other's translation by their lengths alone.

The logarithm of the ratio of lengths is about normally distributed, the more closely the longer the texts
(Gale & Church 1993 model the difference; the ratio also suits texts of one sentence and of ten). Its spread
was fitted to human translations of news, English to Chinese; what genres and translators differ by between
each other is added to it.
"""

from __future__ import annotations

import math

from vet_terms.language.scripts import count_han

ENGLISH_PER_CHINESE = 3.85
"""Characters of English, spaces too, that a Chinese character gives; a Latin letter or digit gives one."""

_OF_A_CHARACTER, _OF_GENRES = 3.0, 0.03
"""The variance: what each character adds, divided by how many there are, and what stays in long texts."""
_LEAST_LENGTH = 40.0
"""English characters, or Chinese for as many, of the longer side under which lengths say nothing: WTO."""
WILDLY = 5.0
"""Standard deviations from which on a pair is reported."""


def wildly_unequal(zh: str, en: str) -> str:
    """Say which side is far too long for the other; empty where lengths are no reason to doubt."""
    expected, found = english_length(zh), float(len(en))
    if max(expected, found) < _LEAST_LENGTH or min(expected, found) == 0:
        return ""
    ratio = math.log((found + 1) / (expected + 1))
    spread = math.sqrt(_OF_GENRES + 2 * _OF_A_CHARACTER / (expected + found))
    if round(abs(ratio) / spread, 3) < WILDLY:
        return ""
    longer, shorter = ("English", "Chinese") if ratio > 0 else ("Chinese", "English")
    return f"The {longer} is about {math.exp(abs(ratio)):.1f} times too long for the {shorter}."


def english_length(zh: str) -> float:
    """Return how many characters of English a Chinese text can be expected to give."""
    characters = sum(1 for char in zh if not char.isspace())
    han = count_han(zh)
    return han * ENGLISH_PER_CHINESE + characters - han
