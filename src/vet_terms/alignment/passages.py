"""Blocks as a layout sees them: language, size, numbers, names, and how well two of them fit.

The evidence here is cheap and needs no library that takes long to load; what two sentences mean is
weighed later, by the model that pairs them.
"""

from __future__ import annotations

import functools
import itertools
import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from vet_terms.language.divisions import Division, division_of
from vet_terms.language.marks import mark_value, ordinal_value
from vet_terms.language.numbers_en import read_english
from vet_terms.language.numbers_zh import read_chinese
from vet_terms.model import Language, Segment

ENGLISH_PER_CHINESE = 3.3
"""Characters of English that one character of Chinese takes, spaces not counted."""

_SPREAD = 0.4
_SPREAD_BY_CHANCE = 1.2
"""Standard deviations of the log ratio of lengths: of translations, and of texts met by chance."""
_SHORT = 12.0
"""Characters added to both lengths: short texts vary more."""
_MOST_COUNTED = 3
_LEAST_COMMON, _COMMON_SHARE = 6, 0.2
_NUMBER_SHARED, _NUMBER_MISSING, _NAME_SHARED = 2.0, 0.7, 1.5
_SAME_DIVISION, _OTHER_DIVISION = 4.0, -6.0
_SAME_ITEM, _OTHER_ITEM, _ONE_ITEM = 1.5, -2.0, -0.7
_OTHER_ROLE, _SAME_LINE, _NEXT_LINE = -1.0, 8.0, 0.7

_LATIN_NAME = re.compile(r"[A-Za-z][\w.+-]*[A-Za-z\d]")


@dataclass(frozen=True, slots=True)
class Passage:
    """One block with its segments.

    ``size`` is its length in English characters, Chinese ones counted 3.3 times; ``ordinal`` the item
    that it says it is (0: none) and ``bracketed`` whether in brackets; ``names`` its words in Latin
    letters, in lower case.
    """

    language: Language
    segments: tuple[Segment, ...]
    size: float
    division: Division | None
    ordinal: int
    bracketed: bool
    numbers: frozenset[Fraction]
    names: frozenset[str]

    @property
    def page(self) -> int:
        """Return the page that the passage stands on."""
        return self.segments[0].place.page

    @property
    def line(self) -> int:
        """Return the line of the file that it begins on, 0 where lines are not known."""
        return self.segments[0].place.line

    @property
    def role(self) -> str:
        """Return what the passage is on its page."""
        return self.segments[0].role


def passages(segments: Iterable[Segment]) -> list[Passage]:
    """Return the passages of segments in reading order: those of one block are one.

    Names and numbers that are all over the text are left out: they tell no place in it.
    """
    blocks = itertools.groupby(segments, key=lambda each: (each.place, each.language, each.role))
    found = [_passage(tuple(block)) for _, block in blocks]
    common = max(_LEAST_COMMON, _COMMON_SHARE * len(found))
    names = Counter(name for each in found if each.language == "en" for name in each.names)
    numbers = Counter(number for each in found for number in each.numbers)
    common_names = {name for name, count in names.items() if count > common / 2}
    common_numbers = {number for number, count in numbers.items() if count > common}
    return [
        replace(each, names=each.names - common_names, numbers=each.numbers - common_numbers)
        for each in found
    ]


def _passage(segments: tuple[Segment, ...]) -> Passage:
    first = segments[0]
    text = " ".join(each.mark + each.text for each in segments)
    scale = ENGLISH_PER_CHINESE if first.language == "zh" else 1.0
    return Passage(
        language=first.language,
        segments=segments,
        size=scale * sum(len(re.sub(r"\s", "", each.text)) for each in segments),
        division=division_of(text),
        ordinal=mark_value(first.mark) or ordinal_value(first.text),
        bracketed=first.mark.startswith(("(", "（")),
        numbers=frozenset().union(*(firm_numbers(each.text, each.language) for each in segments)),
        names=frozenset(name.casefold() for name in _LATIN_NAME.findall(text)),
    )


@functools.lru_cache(maxsize=65536)
def firm_numbers(text: str, language: Language) -> frozenset[Fraction]:
    """Return the values in a text that its translation must show as well.

    Remembered within bounds, since finding out a layout reads the same blocks more than once.
    """
    read = read_chinese if language == "zh" else read_english
    return frozenset(number.value for number in read(text) if number.weight == "firm")


def length_evidence(left: float, right: float) -> float:
    """Return how much two sizes speak for a translation, as a log ratio of likelihoods."""
    gap = math.log((right + _SHORT) / (left + _SHORT))
    narrow, wide = gap / _SPREAD, gap / _SPREAD_BY_CHANCE
    return math.log(_SPREAD_BY_CHANCE / _SPREAD) - (narrow * narrow - wide * wide) / 2


def kinship(first: Sequence[Passage], second: Sequence[Passage]) -> float:
    """Return how much speaks for neighbouring passages, one language each, saying the same.

    A log ratio of likelihoods: 0 says nothing, 3 a lot. ``second`` stands behind ``first``.
    """
    zh, en = (first, second) if first[0].language == "zh" else (second, first)
    score = length_evidence(sum(each.size for each in zh), sum(each.size for each in en))
    score += _numbers_evidence(zh, en)
    known = frozenset().union(*(each.names for each in zh))
    if known:
        shared = known & frozenset().union(*(each.names for each in en))
        score += _NAME_SHARED * min(_MOST_COUNTED, len(shared))
    left, right = zh[0], en[0]
    if left.division or right.division:
        score += _SAME_DIVISION if left.division == right.division else _OTHER_DIVISION
    elif left.ordinal and right.ordinal:
        score += _SAME_ITEM if left.ordinal == right.ordinal else _OTHER_ITEM
    elif left.ordinal or right.ordinal:
        score += _ONE_ITEM
    if (left.role == "heading") != (right.role == "heading"):
        score += _OTHER_ROLE
    return round(score + _beside(first[-1], second[0]), 6)


def _numbers_evidence(zh: Sequence[Passage], en: Sequence[Passage]) -> float:
    left = frozenset().union(*(each.numbers for each in zh))
    right = frozenset().union(*(each.numbers for each in en))
    shared, missing = len(left & right), len(left ^ right)
    return _NUMBER_SHARED * min(_MOST_COUNTED, shared) - _NUMBER_MISSING * min(_MOST_COUNTED, missing)


def _beside(first: Passage, second: Passage) -> float:
    """Weigh where two passages stand: on one line, or on the very next one without a blank between."""
    if not first.line or not second.line or first.page != second.page:
        return 0.0
    if first.line == second.line:
        return _SAME_LINE
    return _NEXT_LINE if second.line == first.line + 1 else 0.0


def log_sum(values: Sequence[float]) -> float:
    """Return the logarithm of the sum of what the values are logarithms of."""
    greatest = max(values)
    if greatest == -math.inf:
        return greatest
    return greatest + math.log(sum(math.exp(value - greatest) for value in values))
