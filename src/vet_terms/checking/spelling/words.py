"""The misspelt words of an English text, told apart from names, abbreviations, codes and words of the source.

What a word is by itself, `judging` says. Words of no list that are one letter from what a Chinese word means
are misspelt, whatever else they may be.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator, Mapping, Sequence

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.slips import Slip
from vet_terms.checking.spelling.judging import SHORTEST_SURE, Verdict, cased, judge
from vet_terms.checking.typography.plain import letter_runs, plain
from vet_terms.language.lexicon import is_proper_noun, meanings
from vet_terms.language.spelling import corrections, is_common, is_english

_WORD = re.compile(r"(?<![\w@#&/.\\-])[A-Za-z]{3,}(?![\w@\\])(?!\.[a-z])(?!['’][a-rt-z])")
_SHORTEST = 3


def misspelt_words(reading: Reading, context: Context) -> Iterator[Slip]:
    """Yield words that are surely spelt wrong, with what they should be."""
    for start, end, word, right in _judged(reading, context, "misspelt"):
        yield Slip(start, end, f"“{word}” is spelt wrong: “{right}”?", suggestion=right)
    yield from _told_by_the_source(reading, context)


def _told_by_the_source(reading: Reading, context: Context) -> Iterator[Slip]:
    """Yield words of no list that are one letter from what a Chinese word means: milstone beside 里程碑."""
    for start, end in _unlisted(reading.en):
        word = reading.en[start:end]
        if word in reading.zh or word in context.words:
            continue
        right = _meant(word, reading.chinese_words)
        # Of a name nothing is known that is near to another name: Shaanxi, Shanxi.
        if right and (word.islower() or is_common(right)):
            right = cased(right, word)
            yield Slip(start, end, f"“{word}” is spelt wrong: “{right}”?", suggestion=right)


@functools.lru_cache(maxsize=256)
def _unlisted(text: str) -> tuple[tuple[int, int], ...]:
    """Return where the words stand that no list has and of which nothing else is known, names maybe."""
    if all(map(_is_listed, _unsure_runs(text))):
        return ()
    return tuple(
        found.span()
        for found in _WORD.finditer(plain(text))
        if not _is_listed(word := found.group()) and judge(word)[0] in {"right", "unknown"}
    )


@functools.lru_cache(maxsize=65536)
def _is_listed(run: str) -> bool:
    if len(run) < SHORTEST_SURE or is_english(run.lower()):
        return True
    # Of names only those that are near to a common word are looked at.
    return not run.islower() and not (run.istitle() and corrections(run.lower()))


def _meant(word: str, chinese: Sequence[tuple[int, str]]) -> str:
    """Return the meaning of a Chinese word that an English word is one letter from; "" if of none."""
    from rapidfuzz.distance import OSA

    small = word.lower()
    for ending in ("", "s"):
        stem = small.removesuffix(ending)
        for _, said in chinese:
            for right in _long_meanings(said).get(stem[0], ()):
                is_form = right.startswith(stem) or stem.startswith(right)
                if is_form or OSA.distance(stem, right, score_cutoff=1) != 1:
                    continue
                # Names are for other rules to look at (Havard for 哈佛).
                if word.islower() or not is_proper_noun(said):
                    return right + small[len(stem) :]
    return ""


@functools.lru_cache(maxsize=65536)
def _long_meanings(word: str) -> Mapping[str, Sequence[str]]:
    """Return what a Chinese word means, by the first letter, in English words that are long enough."""
    found: dict[str, list[str]] = {}
    for each in meanings(word):
        if len(each) >= SHORTEST_SURE:
            found.setdefault(each[0], []).append(each)
    return found


def joined_words(reading: Reading, context: Context) -> Iterator[Slip]:
    """Yield words that two words make where a space is missing."""
    for start, end, word, right in _judged(reading, context, "joined"):
        yield Slip(start, end, f"A space is missing in “{word}”: “{right}”?", suggestion=right)


def unknown_words(reading: Reading, context: Context) -> Iterator[Slip]:
    """Yield words that no list has and for which nothing better is known."""
    told = {slip.start for slip in _told_by_the_source(reading, context)}
    for start, end, word, _ in _judged(reading, context, "unknown"):
        if start not in told:
            yield Slip(start, end, f"“{word}” is in no list of words.", "info")


def _judged(reading: Reading, context: Context, wanted: Verdict) -> Iterator[tuple[int, int, str, str]]:
    for start, end, verdict, right in doubtful_words(reading.en):
        word = reading.en[start:end]
        if verdict == wanted and word not in reading.zh and word.lower() not in context.words:
            yield start, end, word, right


@functools.lru_cache(maxsize=256)
def doubtful_words(text: str) -> tuple[tuple[int, int, Verdict, str], ...]:
    """Return the words that are not surely right, each with its place; three rules ask for them in turn."""
    shouted = text.isupper()
    if not shouted and all(map(_is_right, _unsure_runs(text))):
        return ()
    doubtful = []
    for found in _WORD.finditer(plain(text)):
        word = found.group()
        verdict, right = judge(word.lower() if shouted else word)
        if verdict != "right":
            doubtful.append((found.start(), found.end(), verdict, right.upper() if shouted else right))
    return tuple(doubtful)


@functools.lru_cache(maxsize=256)
def _unsure_runs(text: str) -> list[str]:
    """Return the runs of letters, whatever stands beside them, that are not at once right and in a list."""
    return list(itertools.filterfalse(_is_sure, letter_runs(text)))


@functools.lru_cache(maxsize=65536)
def _is_sure(run: str) -> bool:
    return _is_right(run) and _is_listed(run)


@functools.lru_cache(maxsize=65536)
def _is_right(run: str) -> bool:
    return len(run) < _SHORTEST or judge(run)[0] == "right"
