"""Words of two characters with a wrong one that only the translation tells.

受到了广范好评 beside "were widely praised": 广范 is a word of no list, 广泛 sounds the same and is common,
and the English says "widely", which no other word of the Chinese does. Any two characters may stand side by
side, so all of this is needed, and much is refused (`one_wrong`), also short forms and new words whose
characters are translated one by one. Where the wrong character makes a word with its neighbour, nothing is
looked for.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator, Sequence

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.counterparts.answers import (
    chinese_keys,
    english_contents,
    english_keys,
    keys_with_parts,
)
from vet_terms.checking.slips import Slip
from vet_terms.checking.typography import chinese_words
from vet_terms.checking.typography.one_wrong import (
    BOUND,
    HARDLY_FREE,
    QUITE_COMMON,
    RATHER_BOUND,
    VERY_COMMON,
    Candidate,
    is_spoken_for,
    lone_beside,
    lone_pairs,
    share_alone,
    words_with,
)
from vet_terms.checking.typography.unknown_words import told_by_how_common
from vet_terms.language.lexicon import meanings
from vet_terms.language.pinyin import SURNAMES, readings_of
from vet_terms.language.scripts import to_simplified
from vet_terms.language.tables import listed
from vet_terms.language.words import frequencies

_CLEAR = 0.5
"""What a meaning weighs at least that is no mere word of a long gloss."""
_VAGUE = frozenset(
    listed(
        """
    one other another make do go come get take give have be use way thing people person time day year new good
    big great long place part kind
        """
    )
)
"""English words that so many Chinese words can mean that they tell none."""
_ENGLISH_WORD = re.compile(r"[A-Za-zÀ-ɏ]+(?:['’][A-Za-z]+)?")


def wrong_characters(reading: Reading, context: Context) -> Iterator[Slip]:
    """Yield the wrong characters that the Chinese alone shows, then those that the translation tells."""
    taken: set[int] = set()
    for slip in itertools.chain(
        chinese_words.wrong_characters(reading, context),
        told_by_the_translation(reading, context),
        told_by_how_common(reading, context),
    ):
        stretch = range(slip.start, slip.end)
        if taken.isdisjoint(stretch):
            taken.update(stretch)
            yield slip


def told_by_the_translation(reading: Reading, context: Context) -> Iterator[Slip]:
    """Yield unknown words of two characters that are a common word but for one, which the English says."""
    if not reading.en:
        return
    for index, _, candidates in lone_pairs(reading.chinese_words):
        if slip := _slip(reading, index, candidates):
            yield slip


def _slip(reading: Reading, index: int, candidates: Sequence[Candidate]) -> Slip | None:
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
    lone = lone_beside(words, index)
    found = [
        (len(beyond), frequencies()[each.word], each.word, said)
        for each in candidates
        if (said := unsaid & _clear_keys(each.word))
        and _is_enough(each, zh[start:end], unsaid, beyond := said - chinese_keys(each.right), lone)
    ]
    if not found or is_spoken_for(reading, start) or zh != to_simplified(zh):
        return None
    *_, right, said = max(found, key=lambda each: each[:3])
    place = next(at for at, keys in reading.contents.en if not said.isdisjoint(keys))
    word = _ENGLISH_WORD.match(reading.en, place)
    message = f"{zh[start:end]} should be {right}: the English has “{word[0] if word else ''}”."
    return Slip(start, end, message, suggestion=right)


def _is_enough(
    candidate: Candidate, pair: str, unsaid: frozenset[str], beyond: frozenset[str], lone: str
) -> bool:
    """Return whether what the English says of a word is enough for it to be meant.

    ``unsaid`` is what the English says and the rest of the Chinese does not, ``beyond`` what of it the word
    says and its right character alone does not, ``lone`` the words of one character beside the pair.
    """
    wrong, is_same_sound = pair[candidate.wrong], candidate.likeness == "sound"
    if not unsaid.isdisjoint(chinese_keys(wrong)):
        return False
    frequency, alone = frequencies()[candidate.word], share_alone(candidate.right)
    if not beyond:
        # The right character alone says it: 合开 is no 揭开 because something was opened.
        return (
            is_same_sound and not lone and alone <= BOUND and frequency >= QUITE_COMMON
            and not any(not unsaid.isdisjoint(chinese_keys(word)) for word in words_with(wrong))
        )  # fmt: skip
    if not is_same_sound:
        return not lone and alone <= RATHER_BOUND and frequency >= VERY_COMMON
    if lone:
        return alone <= RATHER_BOUND and frequency >= QUITE_COMMON and lone[0] not in SURNAMES
    return alone <= HARDLY_FREE


@functools.lru_cache(maxsize=8192)
def _clear_keys(word: str) -> frozenset[str]:
    """Return by what a word can be answered that its glosses say in few words, and no name."""
    keys = [english_keys(meaning) for meaning, weight in meanings(word).items() if weight >= _CLEAR]
    return frozenset().union(*keys).difference(readings_of(word[0]), readings_of(word[1]))
