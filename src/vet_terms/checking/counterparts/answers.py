"""What of one side the other answers, told by the dictionary: a first look, cheap enough for every unit.

Chinese is cut at its marks into clauses, and these into the longest words of the dictionary from the left;
an English word answers one if it can mean it, or spells it in pinyin. Words that two clauses of a side have,
and that the other side has once, answer neither for certain. A dictionary does not know every free rendering:
what it finds unanswered is a reason to look closer, never a finding.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from vet_terms.alignment.tokens import chinese_word_keys, english_word_keys
from vet_terms.language.education_words import ABBREVIATED, EDUCATION
from vet_terms.language.lexicon import is_known, known_words
from vet_terms.language.scripts import HAN
from vet_terms.language.words import frequencies

_HAN_RUN = re.compile(f"[{HAN}]+")
CHINESE_MARK = re.compile(r"(?:[，。；！？：;!?:…—\n]|,(?!\d{3}))+")
# What a mark may begin with comes first, which is soon found; what it is, is told behind it.
ENGLISH_MARK = re.compile(
    r"[,;:!?…—–()\n.\s](?:"
    r"(?:(?<=[;:!?…—–()\n])|(?<=,)(?!\d{3})|(?<=\.)(?!\d))(?:[,;:!?…—–()\n]|\.(?!\d))*\s*"
    # "Time and again" is one phrase.
    r"|(?<=\s)(?=[abws])(?=(?:and(?! (?:again|over|on|off|forth|down|then)\b)"
    r"|but|while|whereas|although|which|who|because|so)\s))"
)
_ENGLISH_WORD = re.compile(r"[A-Za-zÀ-ɏ]+(?:['’][A-Za-z]+)?")
_LONGEST_WORD = 4
_STANDS_ALONE = frozenset("和与及或的在是有为对将把从被让向等不也都以于由到")
"""Little words that stand before anything, and that longer words of the dictionary begin with too."""
_FAR_MORE = 2

Content = tuple[int, frozenset[str]]
"""A word that carries meaning: where it begins, and by what it can be answered."""
Stretch = tuple[int, int]
"""Where a stretch of a text begins and ends."""


@dataclass(frozen=True, slots=True)
class Contents:
    """The words of both sides that carry meaning, and how often each answer stands on the other side.

    Of the Chinese words only those answers are kept that the English has.
    """

    zh: list[Content]
    en: list[Content]
    in_english: Mapping[str, int]
    in_chinese: Mapping[str, int]


class Clause(NamedTuple):
    """A stretch between marks: its content words, how many are answered, and how many of them surely."""

    start: int
    end: int
    words: int
    answered: int
    surely: int


def contents_of(words: Sequence[tuple[int, str]], en: str) -> Contents:
    """Return the words of a pair that carry meaning, given those of the Chinese."""
    english = english_contents(en)
    in_english: dict[str, int] = {}
    for _, keys in english:
        for key in keys:
            in_english[key] = in_english.get(key, 0) + 1
    wanted = frozenset(in_english)
    chinese: list[Content] = []
    in_chinese: dict[str, int] = {}
    for start, word in words:
        of_all, of_whole = keys_with_parts(word)
        if not of_all:
            continue
        # A word has many meanings, of which a text has few: each is looked for once, for both sides.
        said = of_all & wanted
        for key in said:
            in_chinese[key] = in_chinese.get(key, 0) + 1
        if of_whole:
            chinese.append((start, said if of_whole is of_all or not said else of_whole & said))
    return Contents(chinese, english, in_english, in_chinese)


def chinese_words(text: str) -> tuple[tuple[int, str], ...]:
    """Return the Chinese of a text cut into words, the longest from the left, each with its place."""
    known, longest = _words_to_cut(), _longest_by_beginning()
    found = []
    for match in _HAN_RUN.finditer(text):
        run, first = match[0], match.start()
        at, length = 0, len(run)
        while at < length:
            size = longest.get(run[at : at + 2], 1)
            word = run[at : at + size]
            # Near the end a slice is shorter than it asks for, and as good.
            while size > 1 and word not in known:
                size -= 1
                word = run[at : at + size]
            if size == 2 < length - at and word[0] in _STANDS_ALONE and _is_cut_badly(word, run[at + 2]):
                word = word[0]
            found.append((first + at, word))
            at += len(word)
    return tuple(found)


@functools.lru_cache(maxsize=16384)
def _is_cut_badly(word: str, following: str) -> bool:
    """Return whether a word takes the beginning of a far more frequent one: 和食 of 宿舍和食堂."""
    frequent = frequencies()
    return frequent.get(word[1] + following, 0) > _FAR_MORE * frequent.get(word, 0)


@functools.cache
def _words_to_cut() -> frozenset[str]:
    """Return the words of the dictionary and those of education papers."""
    return frozenset({*known_words(), *ABBREVIATED, *EDUCATION})


@functools.cache
def _longest_by_beginning() -> dict[str, int]:
    """Return how many characters the longest word has that begins with two, of up to four."""
    found: dict[str, int] = {}
    for word in _words_to_cut():
        if 1 < len(word) <= _LONGEST_WORD and len(word) > found.get(word[:2], 0):
            found[word[:2]] = len(word)
    return found


def chinese_contents(words: Sequence[tuple[int, str]]) -> list[Content]:
    """Return the words of two characters and more that carry meaning."""
    return [(start, keys) for start, word in words if len(word) > 1 and (keys := chinese_keys(word))]


def english_contents(text: str) -> list[Content]:
    """Return the English words of a text that carry meaning."""
    return [
        (match.start(), keys) for match in _ENGLISH_WORD.finditer(text) if (keys := english_keys(match[0]))
    ]


@functools.lru_cache(maxsize=65536)
def chinese_keys(word: str) -> frozenset[str]:
    """Return by what a Chinese word can be answered; by nothing if it is a small word."""
    return chinese_word_keys(word)


@functools.lru_cache(maxsize=65536)
def english_keys(word: str) -> frozenset[str]:
    """Return what an English word can answer; nothing if it is a small word."""
    # Automatically is to automatic what quickly is to quick.
    if word.endswith("ically"):
        return english_word_keys(word) | english_word_keys(word[: -len("ally")])
    return english_word_keys(word)


def chinese_stretches(zh: str) -> list[Stretch]:
    """Return the stretches between the marks of a Chinese text that hold something."""
    return _between(CHINESE_MARK, zh)


def english_stretches(en: str) -> list[Stretch]:
    """Return the stretches between the marks of an English text, and before some conjunctions."""
    return _between(ENGLISH_MARK, en)


def chinese_clauses(stretches: Sequence[Stretch], of_both: Contents) -> list[Clause]:
    """Return the clauses of the Chinese, with what the English answers of them."""
    return _clauses(stretches, of_both.zh, of_both.in_english)


def english_clauses(stretches: Sequence[Stretch], of_both: Contents) -> list[Clause]:
    """Return the clauses of the English, with what the Chinese words answer of them."""
    answers = frozenset(of_both.in_chinese)
    return _clauses(stretches, [(start, keys & answers) for start, keys in of_both.en], of_both.in_chinese)


@functools.lru_cache(maxsize=65536)
def keys_with_parts(word: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return by what a word or the words inside it can be answered, and by what the word itself.

    A single character, which is rarely a word, can be answered, but is none that wants an answer.
    """
    keys = chinese_keys(word)
    if len(word) < 3:
        return keys, keys if len(word) > 1 else frozenset()
    parts = [word[at : at + 2] for at in range(len(word) - 1)]
    return keys.union(*(chinese_keys(part) for part in parts if is_known(part))), keys


def _between(mark: re.Pattern[str], text: str) -> list[Stretch]:
    found = []
    start = 0
    for match in mark.finditer(text):
        end = match.start()
        if end > start and not text[start:end].isspace():
            found.append((start, end))
        start = match.end()
    if start < len(text) and not text[start:].isspace():
        found.append((start, len(text)))
    return found


def _clauses(
    stretches: Sequence[Stretch], words: Sequence[Content], there: Mapping[str, int]
) -> list[Clause]:
    """Return the clauses; a word is surely answered if no more words ask for its answer than there are.

    ``words`` come with those of their answers that are there.
    """
    asked: dict[str, int] = {}
    for _, keys in words:
        for key in keys:
            asked[key] = asked.get(key, 0) + 1
    found = []
    index = 0
    for start, end in stretches:
        first = index
        answered = surely = 0
        while index < len(words) and words[index][0] < end:
            if keys := words[index][1]:
                answered += 1
                for key in keys:
                    if asked[key] <= there[key]:
                        surely += 1
                        break
            index += 1
        found.append(Clause(start, end, index - first, answered, surely))
    return found
