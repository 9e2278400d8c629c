"""Whole texts: one source with two targets, one target for two sources, an approved unit rendered anew."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Literal

from vet_terms.checking.consistency.majority import prevailing
from vet_terms.checking.context import Context, Reading
from vet_terms.checking.counterparts.answers import chinese_keys, chinese_words, english_keys
from vet_terms.checking.counterparts.negation import sure_in_chinese
from vet_terms.checking.rule import Noted
from vet_terms.language.numbers_zh import read_chinese
from vet_terms.language.scripts import comparable, count_han

Difference = Literal["form", "small words", "wording"]

_MARKS = re.compile(r"[\W_]+")
_ENGLISH_WORD = re.compile(r"[A-Za-zÀ-ɏ]+(?:['’][A-Za-z]+)?|\d+")
_SHORTEST = 4
"""Characters of a source that is no general word (是, 目录)."""
_LONGEST_DIFFERENCE, _LEAST_SHARED = 4, 4


@dataclass(frozen=True, slots=True)
class Deviant:
    """A unit that goes another way than ``others``, in what, and how far."""

    unit: Noted
    others: Sequence[Noted]
    difference: Difference
    general: bool = False


@dataclass(frozen=True, slots=True)
class SameTarget:
    """A unit whose English stands for another Chinese elsewhere; ``what`` differs, empty if much does."""

    unit: Noted
    others: Sequence[Noted]
    what: Literal["a number", "a negation", "a word", "a character", ""]
    here: str
    there: str


def segment_fact(reading: Reading, context: Context) -> object | None:
    """Return digests of the Chinese and the English without marks, spaces and case; None for half a pair."""
    zh, en = _plain(reading.zh), _plain(reading.en)
    return (_digest(zh), _digest(en)) if zh and en else None


def _plain(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def _digest(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "replace"), digest_size=10).digest()


def one_source(noted: Sequence[Noted]) -> Iterator[Deviant]:
    """Yield the units whose Chinese is rendered otherwise elsewhere."""
    groups = defaultdict(list)
    for each in noted:
        groups[each.fact[0]].append(each)
    for group in groups.values():
        by_text: dict[str, list[Noted]] = defaultdict(list)
        for each in group:
            by_text[each.unit.en.strip()].append(each)
        if len(by_text) < 2:
            continue
        most = prevailing(by_text)
        general = count_han(group[0].unit.zh) < _SHORTEST
        for text, uses in by_text.items():
            if text != most:
                difference = _difference(text, most)
                for each in uses:
                    yield Deviant(each, by_text[most], difference, general)


def _difference(text: str, other: str) -> Difference:
    if _plain(text) == _plain(other):
        return "form"
    return "wording" if _contents(text) != _contents(other) else "small words"


def _contents(text: str) -> frozenset[frozenset[str]]:
    """Return the words that carry meaning, without inflection and order, and the numbers."""
    words = _ENGLISH_WORD.findall(text)
    return frozenset(
        frozenset((word,)) if word.isdigit() else english_keys(word.lower()) for word in words
    ) - {frozenset()}


def one_target(noted: Sequence[Noted]) -> Iterator[SameTarget]:
    """Yield the units whose English stands elsewhere for another Chinese text."""
    groups = defaultdict(list)
    for each in noted:
        groups[each.fact[1]].append(each)
    for group in groups.values():
        by_source: dict[bytes, list[Noted]] = defaultdict(list)
        for each in group:
            by_source[each.fact[0]].append(each)
        if len(by_source) < 2:
            continue
        most = prevailing(by_source)
        for source, uses in by_source.items():
            if source != most:
                for each in uses:
                    yield _same_target(each, by_source[most])


def _same_target(each: Noted, others: Sequence[Noted]) -> SameTarget:
    here, there = _MARKS.sub("", each.unit.zh), _MARKS.sub("", others[0].unit.zh)
    start = _shared(here, there)
    end = _shared(here[start:][::-1], there[start:][::-1])
    here_only, there_only = here[start : len(here) - end], there[start : len(there) - end]
    if start + end < _LEAST_SHARED or max(len(here_only), len(there_only)) > _LONGEST_DIFFERENCE:
        return SameTarget(each, others, "", "", "")
    if _numbers(here) != _numbers(there) and len(_numbers(here)) == len(_numbers(there)):
        return SameTarget(each, others, "a number", here_only, there_only)
    if bool(sure_in_chinese(here)) != bool(sure_in_chinese(there)):
        return SameTarget(each, others, "a negation", here_only, there_only)
    here_words, there_words = _words_at(here, start, end), _words_at(there, start, end)
    if len(here_only) == len(there_only) == 1 and _is_broken(here_words) and not _is_broken(there_words):
        # Beside a word of the dictionary its pieces: a wrong character broke it up.
        return SameTarget(each, others, "a character", here_only, there_only)
    answers = frozenset().union(*map(english_keys, _ENGLISH_WORD.findall(each.unit.en)))
    here_keys, there_keys = (
        frozenset().union(*map(chinese_keys, words)) for words in (here_words, there_words)
    )
    if _is_broken(here_words) or _is_broken(there_words) or not here_keys.isdisjoint(there_keys):
        return SameTarget(each, others, "", "", "")
    if not here_keys or not there_keys or here_keys.isdisjoint(answers) == there_keys.isdisjoint(answers):
        return SameTarget(each, others, "", "", "")
    return SameTarget(each, others, "a word", "".join(here_words), "".join(there_words))


def _numbers(zh: str) -> list[object]:
    return [quantity.value for quantity in read_chinese(zh)]


def _is_broken(words: Sequence[str]) -> bool:
    return all(len(word) == 1 for word in words)


def _words_at(text: str, start: int, end: int) -> list[str]:
    """Return the words that a stretch of a text lies in; ``end`` is counted from the end."""
    stop = max(len(text) - end, start + 1)
    return [word for at, word in chinese_words(text) if at < stop and at + len(word) > start]


def _shared(left: str, right: str) -> int:
    """Return how many characters two texts begin with alike."""
    size = 0
    for one, other in zip(left, right, strict=False):
        if one != other:
            break
        size += 1
    return size


def other_than_approved(reading: Reading, context: Context) -> tuple[str, Difference] | None:
    """Return the approved English of the same Chinese, and how this differs; None where it does not."""
    approved: Iterable[str] = context.memory.get(comparable(reading.zh), ()) if context.memory else ()
    texts = [" ".join(text.split()) for text in approved]
    own = " ".join(reading.en.split())
    if not texts or not own or own in texts:
        return None
    order: list[Difference] = ["form", "small words", "wording"]
    differences = [_difference(own, text) for text in texts]
    nearest = min(range(len(texts)), key=lambda index: (order.index(differences[index]), index))
    return texts[nearest], differences[nearest]
