"""Two words of one character each that make no word, and the common words that they are but for one.

制渡 is no word of any list, 制度 sounds the same and is common. Any two characters may stand side by side, so
much is refused here: what is part of a name, a longer word or a term, or is quoted by itself; little words,
numerals, pronouns and other characters that are often words by themselves. Whether a word is meant, others
tell: the translation (`wrong_characters`), or how common it is (`unknown_words`).
"""

from __future__ import annotations

import functools
import itertools
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from vet_terms.checking.context import Reading
from vet_terms.checking.typography import near_misses
from vet_terms.checking.typography.near_misses import is_small_word
from vet_terms.language.education_words import ABBREVIATED, EDUCATION
from vet_terms.language.lexicon import is_known, is_proper_noun
from vet_terms.language.pinyin import SURNAMES, letters, pinyin_keys, readings_of
from vet_terms.language.words import frequencies

COMMON, QUITE_COMMON, VERY_COMMON = 300, 500, 1000
"""How often the general corpus has a word that may be meant: the more, the less else speaks for it."""
_FREE = 45_000
"""How often the general corpus has a character as a word that stands beside anything."""
BOUND, RATHER_BOUND, HARDLY_FREE = 0.15, 0.2, 0.4
"""How much of what is written with a character it is alone: little, where it wants a partner."""
_NEVER = frozenset(
    "〇零一二三四五六七八九十百千万亿两双半几第多数余"
    "我你您他她它咱谁这那哪每各某此该本其何自"
    "个名位次年月日时分点元岁届期级号章条项款件种类批场所家间座层只支张组"
    "著么吗呢吧啊哦呀哩儿们"
)
"""Numerals, pronouns, measure words and particles: each is a word beside anything, or a part of one."""
_BEHIND_VERBS = frozenset("至入于为到成向往给")
"""Prepositions that follow any verb: 交至, 拨入, 编为."""
_IN_PUNS = frozenset("智慧汇匠职艺益乐爱享云碳芯薪")
"""Characters that slogans and new words put for others on purpose: 智造 for 制造."""
_OPENED, _CLOSED, _DOTS = frozenset('“‘「『《"'), frozenset('”’」』》"'), frozenset("·•・‧")
_LETTER = re.compile("[A-Za-z]")
_CAPITALISED = re.compile(r"[A-ZÀ-Þ][A-Za-zÀ-ɏ'’-]+")
_SPELT_BEHIND = re.compile(r"\s?[（(]\s?[A-Z]")
"""佛度 (Nick Faldo): what is spelt behind it is a name."""
_LONGEST_WORD = 4


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word that may be meant: where the wrong character stands, and what it has of the right one.

    That is its sound, its syllable in another tone (招开 for 召开) or as the south says it, or its looks.
    """

    word: str
    wrong: int
    likeness: Literal["sound", "syllable", "look"]

    @property
    def right(self) -> str:
        """The character that is not wrong."""
        return self.word[1 - self.wrong]


def lone_beside(words: Sequence[tuple[int, str]], index: int) -> str:
    """Return the words of one character right before and behind two others, without little words."""
    first, last = words[index][0], words[index + 1][0]
    before = words[index - 1] if index else (-1, "")
    behind = words[index + 2] if index + 2 < len(words) else (-1, "")
    return "".join(
        word
        for at, word in (before, behind)
        if len(word) == 1 and at in {first - 1, last + 1} and not is_small_word(word)
    )


def is_spoken_for(reading: Reading, start: int) -> bool:
    """Return whether two characters are part of a longer word, a term or a name, or are quoted."""
    zh, end = reading.zh, start + 2
    before, behind = zh[:start][-1:], zh[end : end + 1]
    if (
        _LETTER.match(before)
        or _LETTER.match(behind)
        or _SPELT_BEHIND.match(zh, end)
        or before in _DOTS
        or behind in _DOTS
        or (before in _OPENED and behind in _CLOSED)
    ):
        return True
    for size in range(2, _LONGEST_WORD + 1):
        for at in range(max(0, start - size + 1), min(end, len(zh) - size + 1)):
            if _is_word(zh[at : at + size]):
                return True
    places = [(each.start, each.end) for each in reading.term_hits]
    places += [(each.start, each.end) for each in reading.spelt_people]
    return any(first < end and start < last for first, last in places) or _is_spelt(zh[start:end], reading.en)


def _is_spelt(pair: str, en: str) -> bool:
    """Return whether a word with a capital spells two characters in pinyin, or the first as a surname."""
    names = {letters(match[0]) for match in _CAPITALISED.finditer(en)}
    if pair[0] in SURNAMES and not names.isdisjoint(readings_of(pair[0])):
        return True
    together = " ".join(names)
    return any(spelling in together for spelling in pinyin_keys(pair))


def _is_word(text: str) -> bool:
    """Return whether any list has a text as a word, or as part of a term of the trade."""
    return text in frequencies() or is_known(text) or text in _in_terms()


@functools.cache
def _in_terms() -> frozenset[str]:
    """Return any two neighbouring characters of the terms of the trade, and its short forms."""
    from vet_terms.glossary.extraction.field import POLICIES, TERMS

    pairs = (left + right for term in POLICIES | TERMS for left, right in itertools.pairwise(term))
    return frozenset({*ABBREVIATED, *EDUCATION, *pairs})


@functools.lru_cache(maxsize=8)
def lone_pairs(words: tuple[tuple[int, str], ...]) -> tuple[tuple[int, str, tuple[Candidate, ...]], ...]:
    """Return two words of one character side by side that may be meant for a common one: where, and which.

    Where is the number of the first among the words of the text.
    """
    found = []
    before_start, before = -1, ""
    for index, (start, word) in enumerate(words):
        if (
            len(word) == 1 == len(before)
            and start == before_start + 1
            and (candidates := candidates_of(before + word))
        ):
            found.append((index - 1, before + word, candidates))
        before_start, before = start, word
    return tuple(found)


@functools.lru_cache(maxsize=16384)
def candidates_of(pair: str) -> tuple[Candidate, ...]:
    """Return the common words that two characters are but for one like the right one; mostly none."""
    if not _NEVER.isdisjoint(pair) or is_small_word(pair[0]) or is_small_word(pair[1]) or _is_word(pair):
        return ()
    if pair[1] in _BEHIND_VERBS:
        return ()
    return (*_with_one_wrong(pair, 0), *_with_one_wrong(pair, 1))


def _with_one_wrong(pair: str, wrong: int) -> Iterator[Candidate]:
    """Yield the common words that two characters are if a certain one is wrong."""
    written, alone = pair[wrong], share_alone(pair[1 - wrong])
    if written in _IN_PUNS or frequencies().get(written, 0) > _FREE or alone > HARDLY_FREE:
        return
    for word in _common_words()[wrong].get(pair[1 - wrong], ()):
        right = word[wrong]
        if not _sounds(written).isdisjoint(_sounds(right)) or near_misses.are_twins(written, right):
            yield Candidate(word, wrong, "sound")
        elif alone <= RATHER_BOUND and frequencies()[word] >= VERY_COMMON:
            if near_misses.are_alike(written, right):
                yield Candidate(word, wrong, "look")
            elif not _syllables(written).isdisjoint(_syllables(right)):
                yield Candidate(word, wrong, "syllable")


def words_with(character: str) -> Iterator[str]:
    """Yield the common words that a character begins or ends."""
    for words in _common_words():
        yield from words.get(character, ())


@functools.cache
def _common_words() -> tuple[Mapping[str, Sequence[str]], Mapping[str, Sequence[str]]]:
    """Return the common words of two characters, no names, by their last character and by their first."""
    by_last: dict[str, list[str]] = {}
    by_first: dict[str, list[str]] = {}
    for word, frequency in frequencies().items():
        if frequency >= COMMON and len(word) == 2 and is_known(word) and not is_proper_noun(word):
            by_last.setdefault(word[1], []).append(word)
            by_first.setdefault(word[0], []).append(word)
    return by_last, by_first


@functools.lru_cache(maxsize=8192)
def share_alone(character: str) -> float:
    """Return how much of what is written with a character it is alone, common words of two beside it."""
    alone = frequencies().get(character, 0)
    together = sum(map(frequencies().__getitem__, words_with(character)))
    return alone / (alone + together or 1)


@functools.lru_cache(maxsize=8192)
def _sounds(character: str) -> frozenset[str]:
    """Return the readings of a character, with their tones."""
    from pypinyin.pinyin_dict import pinyin_dict

    return frozenset(pinyin_dict.get(ord(character), character).split(","))


_AS_THE_SOUTH_SAYS = (("zh", "z"), ("ch", "c"), ("sh", "s"))


@functools.lru_cache(maxsize=8192)
def _syllables(character: str) -> frozenset[str]:
    """Return the readings of a character without tones, and without what the south does not tell apart."""
    found = set()
    for sound in _sounds(character):
        letters_only = "".join(
            each for each in unicodedata.normalize("NFD", sound) if not unicodedata.combining(each)
        )
        for northern, southern in _AS_THE_SOUTH_SAYS:
            letters_only = letters_only.replace(northern, southern)
        found.add(letters_only.removesuffix("g") if letters_only.endswith("ng") else letters_only)
    return frozenset(found)
