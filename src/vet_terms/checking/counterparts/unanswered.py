"""Clauses that the other side says nothing of: judged by length and the dictionary.

A clause is suspicious if nearly none of its words is answered and if the other side would be short for the
whole text but not without the clause; the more so, the better the rest is answered. That costs little;
vectors, where they may be asked, then have the last word (`weighing`). The weights were learnt from human
translations into which clauses of neighbouring sentences were put, and rounded.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from vet_terms.checking.counterparts.answers import (
    Clause,
    Contents,
    chinese_clauses,
    chinese_stretches,
    english_clauses,
    english_stretches,
)
from vet_terms.checking.counterparts.lengths import ENGLISH_PER_CHINESE, chinese_size, english_size
from vet_terms.language.lexicon import is_known
from vet_terms.model import Side

LONGEST = 2000
"""Characters of a text that vectors are made of: of a longer one no clause is weighed."""
_MOST_CLAUSES = 6
"""Clauses of one text that are suspected."""
_SHORTEST = 9
"""Characters of Chinese that may lack a clause, or leave one out."""
_LONG_ENOUGH = 1.1
"""Where the other side is so many times as long as expected, no clause of any length can be missing."""
_FEWEST_WORDS = 3
_LARGEST_SHARE = 0.8
_MOST_ANSWERED = 0.6
_ANSWERED_FOR_ONE = 4
"""Of so many words of a clause one may be answered, by chance."""
_NO_END = re.compile(r"\.\s?[a-z0-9]")
"""Behind an abbreviation: b. 1985."""
_STOPS = ("", "。", "！", "？", ".", "!", "?")
_LABEL = re.compile("[^:：，。,.;；\n]{1,40}[:：]")
_ENDS = re.compile("[。！？；;!?\n]|[.]")
_FORMULA = re.compile(
    "为(?:了)?(?:进一步)?(?:深入)?(?:贯彻|落实)|(?:按照|根据).{2,16}(?:要求|精神|部署|安排)$"
)
"""With what notices begin, and what English says in fewer words."""
_SAID_FREELY = (
    (
        re.compile("零的突破|历史性突破|空白"),
        re.compile(r"\b(?:first|never before|until then|breakthrough|gap)\b", re.IGNORECASE),
    ),
    (re.compile("过期不候|逾期不候"), re.compile(r"\b(?:late|later|deadline)\b", re.IGNORECASE)),
    (re.compile("先到先得|先来先得|先报先得"), re.compile(r"\bfirst[- ](?:come|served)", re.IGNORECASE)),
)
"""Set phrases, and what English says instead: 实现零的突破 is "for the first time"."""
_LEFT_OVER = re.compile(r"[，；：、,;:\s]+(?=[，。；：！？、,.;:!?])|^[，；：、,;:.。\s]+")


@dataclass(frozen=True, slots=True)
class Scale:
    """What is weighed of the clauses of one side, and from which sum on."""

    least_size: float
    length: float
    answered: float
    surely: float
    words: float
    share: float
    rest: float
    base: float
    worth_weighing: float
    sure_without_vectors: float
    length_beside: float
    surely_beside: float
    share_beside: float
    rest_beside: float
    closer_without: float
    likeness: float
    base_beside: float
    likely: float
    sure: float


SCALES: dict[Side, Scale] = {
    "source": Scale(
        least_size=6, length=-5.7, answered=-2.2, surely=-10.4, words=1.1, share=4.6, rest=2.3, base=-2.85,
        worth_weighing=-2.2, sure_without_vectors=2.2,
        length_beside=-3.5, surely_beside=-6.5, share_beside=4.7, rest_beside=1.7, closer_without=15.1,
        likeness=-5.1, base_beside=0.2, likely=0.05, sure=0.15,
    ),
    "target": Scale(
        least_size=5, length=-6.0, answered=-1.6, surely=-7.1, words=1.8, share=3.7, rest=1.6, base=-2.55,
        worth_weighing=-0.8, sure_without_vectors=2.4,
        length_beside=-4.2, surely_beside=-3.7, share_beside=5.1, rest_beside=1.1, closer_without=13.4,
        likeness=-5.1, base_beside=1.05, likely=0.3, sure=1.1,
    ),
}  # fmt: skip


_SHORT = 0.25
_LESS_FOR_A_SENTENCE = 2
_FEWEST_STRANGE = 2
_SAYING = 4
"""Characters from which on a clause that the dictionary has is a saying: 更上一层楼."""
_ALIKE = 2.0
"""How many times as long, in proportion, one of two clauses may be that say the same."""


class Suspicion(NamedTuple):
    """A clause that may have no counterpart, with what was measured of it."""

    start: int
    end: int
    length: float
    surely: float
    share: float
    rest: float
    score: float
    is_little: bool = False
    """Whether it has only two words, so that more must speak for it."""


def suspicious_in_chinese(zh: str, en: str, contents: Callable[[], Contents]) -> tuple[Suspicion, ...]:
    """Return the clauses of the Chinese that the English may say nothing of, the most suspicious first."""
    whole, other = chinese_size(zh), english_size(en) / ENGLISH_PER_CHINESE
    if not _may_lack(zh, en, whole, other):
        return ()
    stretches = chinese_stretches(zh)
    sizes = [chinese_size(zh[start:end]) for start, end in stretches]
    if not _may_be_lacking("source", sizes, whole):
        return ()
    both = contents()
    found = _suspicions("source", zh, en, chinese_clauses(stretches, both), sizes, whole, other)
    return _without_strangers(found, en, english_clauses(english_stretches(en), both)) if found else ()


def suspicious_in_english(zh: str, en: str, contents: Callable[[], Contents]) -> tuple[Suspicion, ...]:
    """Return the clauses of the English that the Chinese may say nothing of, the most suspicious first."""
    whole, other = float(english_size(en)), chinese_size(zh) * ENGLISH_PER_CHINESE
    if not _may_lack(zh, en, whole, other):
        return ()
    stretches = english_stretches(en)
    sizes = [float(english_size(en[start:end])) for start, end in stretches]
    if not _may_be_lacking("target", sizes, whole):
        return ()
    both = contents()
    found = _suspicions("target", en, zh, english_clauses(stretches, both), sizes, whole, other)
    return _without_strangers(found, zh, chinese_clauses(chinese_stretches(zh), both)) if found else ()


def _without_strangers(
    found: tuple[Suspicion, ...], text: str, others: Sequence[Clause]
) -> tuple[Suspicion, ...]:
    """Return the suspicions for which the other side has no clause that is as strange to this one.

    Each of the two is likely what the other says, in words that the dictionary does not know.
    """
    strange = [
        (clause.end - clause.start) / len(text)
        for clause in others
        if not clause.answered
        and (clause.words >= _FEWEST_STRANGE or _is_a_saying(text[clause.start : clause.end]))
    ]
    return tuple(
        each
        for each in found
        if not any(each.share / _ALIKE <= share <= each.share * _ALIKE for share in strange)
    )


def _is_a_saying(clause: str) -> bool:
    return len(clause) >= _SAYING and is_known(clause)


def _may_lack(zh: str, en: str, whole: float, other: float) -> bool:
    """Return whether the other side can be too short for the whole of a text, which costs little to see."""
    if max(len(zh), len(en)) > LONGEST or other > _LONG_ENOUGH * whole:
        return False
    return bool(other) and chinese_size(zh) >= _SHORTEST


def _may_be_lacking(side: Side, sizes: Sequence[float], whole: float) -> bool:
    """Return whether some clause is long enough to be missed and not nearly all of the text."""
    least, most = SCALES[side].least_size - _LESS_FOR_A_SENTENCE, _LARGEST_SHARE * whole
    return any(least <= size < most for size in sizes)


def _suspicions(
    side: Side,
    text: str,
    beside: str,
    clauses: Sequence[Clause],
    sizes: Sequence[float],
    whole: float,
    other: float,
) -> tuple[Suspicion, ...]:
    # What is answered clause by clause is answered sentence by sentence.
    if all(not clause.words or _is_answered(clause) for clause in clauses):
        return ()
    scale = SCALES[side]
    # Office hours: what both begin with is a label of the same.
    has_label = _LABEL.match(text) is not None and _LABEL.match(beside) is not None
    words = sum(clause.words for clause in clauses)
    answered = sum(clause.answered for clause in clauses)
    found = []
    for clause, size in _with_sentences(text, clauses, sizes):
        if _is_answered(clause):
            continue
        length = math.log(max(other, 1) / max(whole - size, 1))
        # Of two words there are enough where nothing answers them, and the other side is short.
        few = side == "source" and not clause.answered and length >= _SHORT
        if (
            clause.words < _FEWEST_WORDS - (few or _is_sentence(text, clause))
            or _FORMULA.match(text, clause.start, clause.end)
            or _is_said_freely(side, text[clause.start : clause.end], beside)
            or (has_label and clause.start == clauses[0].start)
            or not _least(scale, text, clause) <= size < _LARGEST_SHARE * whole
        ):
            continue
        surely, share = clause.surely / clause.words, size / whole
        rest = (answered - clause.answered + 1) / (words - clause.words + 2)
        score = scale.base + (
            scale.length * length
            + scale.answered * clause.answered / clause.words
            + scale.surely * surely
            + scale.words * math.log(clause.words)
            + scale.share * share
            + scale.rest * rest
        )
        if score >= scale.worth_weighing:
            is_little = few and clause.words < _FEWEST_WORDS
            found.append(
                Suspicion(clause.start, clause.end, length, surely, share, rest, round(score, 3), is_little)
            )
    apart: list[Suspicion] = []
    for each in sorted(found, key=lambda each: (-each.score, each.start)):
        if all(each.end <= other.start or other.end <= each.start for other in apart):
            apart.append(each)
    return tuple(apart[:_MOST_CLAUSES])


def _is_said_freely(side: Side, clause: str, beside: str) -> bool:
    zh, en = (clause, beside) if side == "source" else (beside, clause)
    return any(said.search(zh) and there.search(en) for said, there in _SAID_FREELY)


def _is_answered(clause: Clause) -> bool:
    return (
        clause.surely > clause.words // _ANSWERED_FOR_ONE or clause.answered > _MOST_ANSWERED * clause.words
    )


def _with_sentences(
    text: str, clauses: Sequence[Clause], sizes: Sequence[float]
) -> Iterator[tuple[Clause, float]]:
    """Yield the clauses with their sizes, and what stands between two full stops or semicolons as one."""
    begun = 0
    for index, (clause, size) in enumerate(zip(clauses, sizes, strict=True)):
        yield clause, size
        is_last = index + 1 == len(clauses)
        if is_last or _ENDS.search(text, clause.end, clauses[index + 1].start):
            together = clauses[begun : index + 1]
            if 1 < len(together) < len(clauses):
                words, answered, surely = (sum(each[at] for each in together) for at in (2, 3, 4))
                yield (
                    Clause(together[0].start, clause.end, words, answered, surely),
                    sum(sizes[begun : index + 1]),
                )
            begun = index + 1


def _is_sentence(text: str, clause: Clause) -> bool:
    """Return whether a clause is a whole sentence, of which fewer words are enough."""
    before, after = text[: clause.start].rstrip(), text[clause.end :].lstrip()
    return before[-1:] in _STOPS and after[:1] in _STOPS and not _NO_END.match(after)


def _least(scale: Scale, text: str, clause: Clause) -> float:
    """Return the size from which on a clause can be missed; of a whole sentence less is enough."""
    return scale.least_size - (_LESS_FOR_A_SENTENCE if _is_sentence(text, clause) else 0)


def without_clause(text: str, start: int, end: int) -> str:
    """Return a text without one of its clauses, and without the marks that this leaves over."""
    return _LEFT_OVER.sub("", text[:start] + text[end:])
