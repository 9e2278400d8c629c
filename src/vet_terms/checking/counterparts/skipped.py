"""A clause left out of a series: 核对姓名，测量体温，记录时间 as "check the name and record the time".

Where three clauses and more stand in a row, one that is left out makes the English hardly shorter than many
a translation is. What tells is the order: the English goes from the words of the clause before it straight on
to those of the clause behind it, and has nothing of its own anywhere. Sentence vectors then must find no
stretch that is like the clause. Who said something, when and for what, which English moves about or
leaves out, and clauses with numbers, which others look after, are no part of a series.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import chain
from typing import NamedTuple

from vet_terms.checking.counterparts.answers import (
    Clause,
    Contents,
    Stretch,
    chinese_clauses,
    chinese_stretches,
    english_stretches,
    keys_with_parts,
)
from vet_terms.checking.counterparts.lengths import chinese_size
from vet_terms.checking.counterparts.unanswered import LONGEST, without_clause
from vet_terms.checking.counterparts.weighing import MOST_WEIGHED, windows_of
from vet_terms.checking.typography.near_misses import is_small_word

_MARKS = re.compile("[，；,;]")
_FRAME = re.compile(
    "(?:说道?|表示|称|指出|认为|据|传闻|了解到|写道|强调|透露|补充道?|报道|问道?|回忆|介绍|宣布|解释|显示|发现)$"
    "|^[\\s“”]*(?:[据如随因当若]|[在从为自对除]|经过?|通过|由于|根据|按照|作为|截至|其中|同时|此外|另外|因此|然而|例如)"
    "|(?:时候?|[前后]|以来|之际|期间|的话)$|[\\d〇二两三四五六七八九十百千万亿第]|一[个名次项家年月天份位]"
)
"""Who says it, when, why or for what; and numerals."""
_FEWEST_CLAUSES, _LEAST_SIZE, _FEWEST_WORDS = 3, 2, 2
_MOST_BETWEEN = 3
"""English words between the neighbours' that no Chinese word answers: of a free verb, not of a clause."""
_ANSWERED, _ANSWERED_IN_ALL = 0.25, 0.5
"""How much of each other clause, and of all, must be answered: else the dictionary knows too little."""
_LIMITS = ((-0.015, 0.5, 0.05), (-0.015, 0.42, 0.05), (-0.01, 0.36, 0.15), (-0.01, 0.36, 0.15))
_LIMITS_AT_THE_END = (0.0, 0.29, 0.08)
"""Cosines by the words between: by how much the rest must be nearer to the English than the whole is,
how like the clause a stretch may be, and by how much each stretch must be more like another clause."""


class Skipped(NamedTuple):
    """A clause that may have been left out, and how many English words in its place nothing answers."""

    start: int
    end: int
    between: int
    is_last: bool


def skipped_clauses(
    zh: str, en: str, words: Sequence[tuple[int, str]], contents: Callable[[], Contents]
) -> tuple[Skipped, ...]:
    """Return the clauses inside the series of a Chinese text that the English may have left out."""
    if len(_MARKS.findall(zh)) < _FEWEST_CLAUSES - 1 or max(len(zh), len(en)) > LONGEST:
        return ()
    stretches = [each for each in chinese_stretches(zh) if chinese_size(zh[slice(*each)]) >= _LEAST_SIZE]
    if len(stretches) < _FEWEST_CLAUSES:
        return ()
    both = contents()
    clauses = chinese_clauses(stretches, both)
    doubtful = [
        index
        for index, clause in enumerate(clauses[1:], start=1)
        if clause.words and not clause.surely and not _FRAME.search(zh[slice(*stretches[index])])
    ]
    if not doubtful:
        return ()
    asked = [_keys_in(words, stretch, both) for stretch in stretches]
    answering = [(at, _clauses_of(keys, asked)) for at, keys in both.en]
    found = []
    for index in doubtful:
        if not _are_well_answered([*clauses[:index], *clauses[index + 1 :]]):
            continue
        is_last = index == len(clauses) - 1
        between = _words_in_its_place(index, answering, is_last=is_last)
        if between is None or between > (0 if is_last else _MOST_BETWEEN):
            continue
        start, end = stretches[index]
        if _weight(words, start, end, clauses[index].words) >= _FEWEST_WORDS:
            found.append(Skipped(start, end, between, is_last))
    return tuple(found)


def _are_well_answered(clauses: Sequence[Clause]) -> bool:
    return all(each.answered >= _ANSWERED * each.words for each in clauses) and sum(
        each.answered for each in clauses
    ) >= _ANSWERED_IN_ALL * sum(each.words for each in clauses)


def _keys_in(words: Sequence[tuple[int, str]], stretch: Stretch, both: Contents) -> frozenset[str]:
    """Return by what any word of a stretch can be answered, of what the English has."""
    return frozenset(
        key
        for start, word in words
        if stretch[0] <= start < stretch[1]
        for key in keys_with_parts(word)[0]
        if key in both.in_english
    )


def _clauses_of(keys: frozenset[str], asked: Sequence[frozenset[str]]) -> list[int]:
    """Return which clauses have a word that an English one answers."""
    return [index for index, wanted in enumerate(asked) if not keys.isdisjoint(wanted)]


def _words_in_its_place(
    index: int, answering: Sequence[tuple[int, list[int]]], *, is_last: bool
) -> int | None:
    """Return how many English words between those of the neighbours of a clause answer nothing.

    Behind the last clause the text ends.

    None where the neighbours are not there in their order, or some word answers this clause alone.
    """
    before = [at for at, clauses in answering if clauses == [index - 1]]
    behind = [at for at, clauses in answering if clauses == [index + 1]]
    if not before or not (behind or is_last):
        return None
    first, last = max(before), min(behind, default=LONGEST)
    if first > last:
        return None
    if any(clauses == [index] for _, clauses in answering):
        return None
    return sum(not clauses and first < at < last for at, clauses in answering)


def _weight(words: Sequence[tuple[int, str]], start: int, end: int, contents: int) -> int:
    """Return how many words of a clause carry something, single characters among them."""
    single = (word for at, word in words if start <= at < end and len(word) == 1)
    return contents + sum(not is_small_word(word) for word in single)


def are_left_out(suspected: Sequence[tuple[str, str, Skipped]]) -> list[bool]:
    """Return of each clause, given with its Chinese and English, whether vectors agree that it is left out.

    Without vectors none is, nor of very many the last ones.
    """
    from vet_terms.language.vectors import embed, is_available

    if not suspected or not is_available():
        return [False] * len(suspected)
    groups = []
    for zh, en, each in suspected[:MOST_WEIGHED]:
        clause = zh[each.start : each.end].strip()
        others = [
            zh[start:end].strip()
            for start, end in chinese_stretches(zh)
            if (start, end) != (each.start, each.end) and chinese_size(zh[start:end]) >= _LEAST_SIZE
        ]
        parts = [en[start:end].strip() for start, end in english_stretches(en)]
        whole = [zh, without_clause(zh, each.start, each.end), en, clause]
        groups.append((whole, windows_of("source", en), parts, others))
    rows = embed(list(chain.from_iterable(chain.from_iterable(group) for group in groups)))
    found, at = [], 0
    for (_, _, skipped), group in zip(suspected[:MOST_WEIGHED], groups, strict=True):
        vectors = []
        for texts in group:
            vectors.append(rows[at : at + len(texts)])
            at += len(texts)
        (text, rest, english, clause), like, here, beside = vectors
        nearer = float(rest @ english) - float(text @ english)
        likest = float((like @ clause).max())
        ahead = float(((here @ beside.T).max(axis=1) - here @ clause).min())
        limits = _LIMITS_AT_THE_END if skipped.is_last else _LIMITS[skipped.between]
        found.append(nearer >= limits[0] and likest <= limits[1] and ahead >= limits[2])
    return found + [False] * (len(suspected) - len(found))
