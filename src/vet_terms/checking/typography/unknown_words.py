"""Words of two characters with a wrong one that nothing but their rarity tells: 规章制渡.

制渡 is a word of no list, 制度 sounds the same and is very common, and neither 制 nor 渡 is often a word by
itself: two such side by side are a slip of the pinyin keyboard. So rare is what else they could be that no
translation need speak for it. A coined word says its characters again (课研结合，以研促教), and is
left alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.slips import Slip
from vet_terms.checking.typography.one_wrong import (
    RATHER_BOUND,
    VERY_COMMON,
    Candidate,
    is_spoken_for,
    lone_beside,
    lone_pairs,
    share_alone,
)
from vet_terms.language.scripts import to_simplified
from vet_terms.language.words import frequencies

_IN_ANOTHER_TONE = 4000
_BOUND, _NOT_FREE = 0.12, 0.35
"""Of a word that sounds otherwise: how much the right and the wrong character are written alone at most."""


def told_by_how_common(reading: Reading, context: Context) -> Iterator[Slip]:
    """Yield unknown words of two characters that are a very common one but for one like it."""
    words = reading.chinese_words
    for index, pair, candidates in lone_pairs(words):
        sure = [each for each in candidates if _is_sure(each, pair)]
        if sure and not _may_be_meant(reading, words, index):
            right, start = (
                max(sure, key=lambda each: (frequencies()[each.word], each.word)).word,
                words[index][0],
            )
            message = f"{pair} is no word; should it be {right}?"
            yield Slip(start, start + 2, message, suggestion=right)


def _is_sure(candidate: Candidate, pair: str) -> bool:
    frequency, alone = frequencies()[candidate.word], share_alone(candidate.right)
    if candidate.likeness == "sound":
        return frequency >= VERY_COMMON and alone <= RATHER_BOUND
    return (
        candidate.likeness == "syllable"
        and frequency >= _IN_ANOTHER_TONE
        and alone <= _BOUND
        and share_alone(pair[candidate.wrong]) <= _NOT_FREE
    )


def _may_be_meant(reading: Reading, words: Sequence[tuple[int, str]], index: int) -> bool:
    """Return whether two characters belong to something longer, or to a word that the text coins."""
    zh, start = reading.zh, words[index][0]
    again = {word for at, word in words if len(word) == 1 and not start <= at < start + 2}
    return (
        bool(lone_beside(words, index))
        or not again.isdisjoint(zh[start : start + 2])
        or is_spoken_for(reading, start)
        or zh != to_simplified(zh)
    )
