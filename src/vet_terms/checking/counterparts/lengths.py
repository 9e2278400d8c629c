"""How long an English translation of so much Chinese is, and how far human translations stray from that.

Sizes are counted in what translators count: Chinese characters and English words. Numbers, and Latin words
in Chinese, are one word each. The shorter the text, the wider the spread: an acronym may render a heading.
"""

from __future__ import annotations

import functools
import math
import re

from vet_terms.language.scripts import HAN

ENGLISH_PER_CHINESE = 0.6
"""English words for a Chinese character, in human translations."""
_FOREIGN = 1.6
"""Characters that a number or a Latin word amounts to: it becomes one English word."""
_ACRONYM_WORDS = 3
"""Words that an acronym stands for."""
_PIECE = re.compile(rf"[{HAN}]|[A-Za-zÀ-ɏ]+|[0-9][0-9.,]*")
# What stands before is looked at behind the first letter, which is soon found.
_ACRONYM = re.compile(r"[A-Z](?<!\w.)[A-Z&]+\b")
_IN_BRACKETS = re.compile(r"[(（][^()（）A-Za-zÀ-ɏ]*[A-Za-zÀ-ɏ][^()（）]*[)）]")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ0-9]")
_ADDRESS = re.compile(r"(?:https?://|www\.)[\x21-\x7e]+")
_ALL_HAN = re.compile(rf"[{HAN}]+")
_SHRINKING, _MOST_SHRUNK, _SHORT = 0.0018, 0.13, 0.64
_SPREAD_OF_ALL, _SPREAD_OF_ONE = 0.012, 1.2


@functools.lru_cache(maxsize=64)
def chinese_size(text: str) -> float:
    """Return how many characters a Chinese text amounts to; a web address is one word in both languages."""
    if _ALL_HAN.fullmatch(text):
        return float(len(text))
    if "://" in text or "www." in text:
        text = _ADDRESS.sub(" X ", text)
    if not _LATIN.search(text):
        return float(sum(map(len, _ALL_HAN.findall(text))))
    # What stands in brackets there is mostly the foreign form of the name before it.
    text = _IN_BRACKETS.sub("", text)
    han = sum(map(len, _ALL_HAN.findall(text)))
    return han + _FOREIGN * (len(_PIECE.findall(text)) - han)


def english_size(text: str) -> int:
    """Return how many words an English text has."""
    return len(text.split())


def strayed(zh: str, en: str) -> float:
    """Return how far the length of a translation is from what human ones have, in standard deviations.

    Below 0 it is short, above 0 long. An acronym counts as several words where the text is short.
    """
    size = chinese_size(zh)
    words = english_size(en)
    if words < ENGLISH_PER_CHINESE * size:
        words += (_ACRONYM_WORDS - 1) * len(_ACRONYM.findall(en))
    if not size or not words:
        return 0.0
    expected = math.log(_SHORT) - min(_SHRINKING * size, _MOST_SHRUNK)
    spread = math.sqrt(_SPREAD_OF_ALL + _SPREAD_OF_ONE / size)
    return round((math.log(words / size) - expected) / spread, 2)
