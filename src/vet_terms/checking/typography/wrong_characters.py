"""Words of two characters with a wrong one that only the translation tells.

受到了广范好评 beside "were widely praised": 广范 is a word of no list, 广泛 sounds the same and is common,
and the English says "widely", which no other word of the Chinese does. Any two characters may stand side by
side, so all of this is needed, and much is refused: what is part of a name, a longer word or a term, or is
quoted by itself; little words, numerals, pronouns and other characters that are often words by themselves;
short forms and new words whose characters are translated one by one. Where the wrong character makes a word
with its neighbour, nothing is looked for.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.counterparts.answers import (
    chinese_keys,
    english_contents,
    english_keys,
    keys_with_parts,
)
from vet_terms.checking.slips import Slip
from vet_terms.checking.typography import chinese_words, near_misses
from vet_terms.checking.typography.near_misses import is_small_word
from vet_terms.language.education_words import ABBREVIATED, EDUCATION
from vet_terms.language.lexicon import is_known, is_proper_noun, meanings
from vet_terms.language.pinyin import SURNAMES, letters, pinyin_keys, readings_of
from vet_terms.language.scripts import to_simplified
from vet_terms.language.tables import listed
from vet_terms.language.words import frequencies

_COMMON, _QUITE_COMMON, _VERY_COMMON = 300, 500, 1000
"""How often the general corpus has a word that may be meant: the more, the less else speaks for it."""
_FREE = 45_000
"""How often the general corpus has a character as a word that stands beside anything."""
_BOUND, _RATHER_BOUND, _HARDLY_FREE = 0.15, 0.2, 0.4
"""How much of what is written with a character it is alone: little, where it wants a partner."""
_CLEAR = 0.5
"""What a meaning weighs at least that is no mere word of a long gloss."""
_NEVER = frozenset(
    "〇零一二三四五六七八九十百千万亿两双半几第多数余"
    "我你您他她它咱谁这那哪每各某此该本其何自"
    "个名位次年月日时分点元岁届期级号章条项款件种类批场所家间座层只支张组"
    "著么吗呢吧啊哦呀哩儿们"
)
"""Numerals, pronouns, measure words and particles: each is a word beside anything, or a part of one."""
_IN_PUNS = frozenset("智慧汇匠职艺益乐爱享云碳芯薪")
"""Characters that slogans and new words put for others on purpose: 智造 for 制造."""
_VAGUE = frozenset(
    listed(
        """
    one other another make do go come get take give have be use way thing people person time day year new good
    big great long place part kind
        """
    )
)
"""English words that so many Chinese words can mean that they tell none."""
_OPENED, _CLOSED, _DOTS = frozenset('“‘「『《"'), frozenset('”’」』》"'), frozenset("·•・‧")
_LETTER = re.compile("[A-Za-z]")
_ENGLISH_WORD = re.compile(r"[A-Za-zÀ-ɏ]+(?:['’][A-Za-z]+)?")
_CAPITALISED = re.compile(r"[A-ZÀ-Þ][A-Za-zÀ-ɏ'’-]+")
_LONGEST_WORD = 4


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A word that may be meant: where the wrong character stands, and whether it sounds the same."""

    word: str
    wrong: int
    is_same_sound: bool

    @property
    def right(self) -> str:
        """The character that is not wrong."""
        return self.word[1 - self.wrong]


def wrong_characters(reading: Reading, context: Context) -> Iterator[Slip]:
    """Yield the wrong characters that the Chinese alone shows, then those that the translation tells."""
    taken: set[int] = set()
    for slip in itertools.chain(
        chinese_words.wrong_characters(reading, context), told_by_the_translation(reading, context)
    ):
        stretch = range(slip.start, slip.end)
        if taken.isdisjoint(stretch):
            taken.update(stretch)
            yield slip


def told_by_the_translation(reading: Reading, context: Context) -> Iterator[Slip]:
    """Yield unknown words of two characters that are a common word but for one, which the English says."""
    if not reading.en:
        return
    before_start, before = -1, ""
    for index, (start, word) in enumerate(reading.chinese_words):
        if len(word) == 1 == len(before) and start == before_start + 1:
            candidates = _candidates(before + word)
            if candidates and (slip := _slip(reading, index - 1, candidates)):
                yield slip
        before_start, before = start, word


def _slip(reading: Reading, index: int, candidates: Sequence[_Candidate]) -> Slip | None:
    """Return what is wrong with two words of one character each, if the English tells."""
    zh, words = reading.zh, reading.chinese_words
    # What no candidate says needs no look at the rest of the Chinese.
    in_english = frozenset[str]().union(*(keys for _, keys in english_contents(reading.en)))
    if all(in_english.isdisjoint(_clear_keys(each.word)) for each in candidates):
        return None
    start = words[index][0]
    end = start + 2
    others = [keys_with_parts(word)[0] for at, word in words if not start <= at < end]
    unsaid = in_english.difference(_VAGUE, *others)
    if not unsaid:
        return None
    lone = _lone_beside(words, index)
    found = [
        (len(beyond), frequencies()[each.word], each.word, said)
        for each in candidates
        if (said := unsaid & _clear_keys(each.word))
        and _is_enough(each, zh[start:end], unsaid, beyond := said - chinese_keys(each.right), lone)
    ]
    if not found or _is_spoken_for(reading, start) or zh != to_simplified(zh):
        return None
    *_, right, said = max(found, key=lambda each: each[:3])
    place = next(at for at, keys in reading.contents.en if not said.isdisjoint(keys))
    word = _ENGLISH_WORD.match(reading.en, place)
    message = f"{zh[start:end]} should be {right}: the English has “{word[0] if word else ''}”."
    return Slip(start, end, message, suggestion=right)


def _is_enough(
    candidate: _Candidate, pair: str, unsaid: frozenset[str], beyond: frozenset[str], lone: str
) -> bool:
    """Return whether what the English says of a word is enough for it to be meant.

    ``unsaid`` is what the English says and the rest of the Chinese does not, ``beyond`` what of it the word
    says and its right character alone does not, ``lone`` the words of one character beside the pair.
    """
    wrong = pair[candidate.wrong]
    if not unsaid.isdisjoint(chinese_keys(wrong)):
        return False
    frequency, alone = frequencies()[candidate.word], _alone(candidate.right)
    if not beyond:
        # The right character alone says it: 合开 is no 揭开 because something was opened.
        return (
            candidate.is_same_sound and not lone and alone <= _BOUND and frequency >= _QUITE_COMMON
            and not any(not unsaid.isdisjoint(chinese_keys(word)) for word in _words_with(wrong))
        )  # fmt: skip
    if not candidate.is_same_sound:
        return not lone and alone <= _RATHER_BOUND and frequency >= _VERY_COMMON
    if lone:
        return alone <= _RATHER_BOUND and frequency >= _QUITE_COMMON and lone[0] not in SURNAMES
    return alone <= _HARDLY_FREE


def _lone_beside(words: Sequence[tuple[int, str]], index: int) -> str:
    """Return the words of one character right before and behind two others, without little words."""
    first, last = words[index][0], words[index + 1][0]
    before = words[index - 1] if index else (-1, "")
    behind = words[index + 2] if index + 2 < len(words) else (-1, "")
    return "".join(
        word
        for at, word in (before, behind)
        if len(word) == 1 and at in {first - 1, last + 1} and not is_small_word(word)
    )


def _is_spoken_for(reading: Reading, start: int) -> bool:
    """Return whether two characters are part of a longer word, a term or a name, or are quoted."""
    zh, end = reading.zh, start + 2
    before, behind = zh[:start][-1:], zh[end : end + 1]
    if (
        _LETTER.match(before)
        or _LETTER.match(behind)
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


@functools.lru_cache(maxsize=16384)
def _candidates(pair: str) -> tuple[_Candidate, ...]:
    """Return the common words that two characters are but for one like the right one; mostly none."""
    if not _NEVER.isdisjoint(pair) or is_small_word(pair[0]) or is_small_word(pair[1]) or _is_word(pair):
        return ()
    return (*_with_one_wrong(pair, 0), *_with_one_wrong(pair, 1))


def _with_one_wrong(pair: str, wrong: int) -> Iterator[_Candidate]:
    """Yield the common words that two characters are if a certain one is wrong."""
    written, alone = pair[wrong], _alone(pair[1 - wrong])
    if written in _IN_PUNS or frequencies().get(written, 0) > _FREE or alone > _HARDLY_FREE:
        return
    for word in _common_words()[wrong].get(pair[1 - wrong], ()):
        if not _sounds(written).isdisjoint(_sounds(word[wrong])) or near_misses.are_twins(
            written, word[wrong]
        ):
            yield _Candidate(word, wrong, is_same_sound=True)
        elif (
            alone <= _RATHER_BOUND
            and frequencies()[word] >= _VERY_COMMON
            and near_misses.are_alike(written, word[wrong])
        ):
            yield _Candidate(word, wrong, is_same_sound=False)


def _words_with(character: str) -> Iterator[str]:
    """Yield the common words that a character begins or ends."""
    for words in _common_words():
        yield from words.get(character, ())


@functools.cache
def _common_words() -> tuple[Mapping[str, Sequence[str]], Mapping[str, Sequence[str]]]:
    """Return the common words of two characters, no names, by their last character and by their first."""
    by_last: dict[str, list[str]] = {}
    by_first: dict[str, list[str]] = {}
    for word, frequency in frequencies().items():
        if frequency >= _COMMON and len(word) == 2 and is_known(word) and not is_proper_noun(word):
            by_last.setdefault(word[1], []).append(word)
            by_first.setdefault(word[0], []).append(word)
    return by_last, by_first


@functools.lru_cache(maxsize=8192)
def _alone(character: str) -> float:
    """Return how much of what is written with a character it is alone, common words of two beside it."""
    alone = frequencies().get(character, 0)
    together = sum(map(frequencies().__getitem__, _words_with(character)))
    return alone / (alone + together or 1)


@functools.lru_cache(maxsize=8192)
def _sounds(character: str) -> frozenset[str]:
    """Return the readings of a character, with their tones."""
    from pypinyin.pinyin_dict import pinyin_dict

    return frozenset(pinyin_dict.get(ord(character), character).split(","))


@functools.lru_cache(maxsize=8192)
def _clear_keys(word: str) -> frozenset[str]:
    """Return by what a word can be answered that its glosses say in few words, and no name."""
    keys = [english_keys(meaning) for meaning, weight in meanings(word).items() if weight >= _CLEAR]
    return frozenset().union(*keys).difference(readings_of(word[0]), readings_of(word[1]))
