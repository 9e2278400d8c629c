"""Who has what, told of two and turned round: 学费由企业承担，住宿费由学员自理 with the payers exchanged.

Two Chinese clauses with one word between two sides each (由, 负责, 提供, 承担, 归) are held against two
English clauses. They are turned round where of each Chinese clause one side is answered in the one English
clause alone, and the other side in the other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from vet_terms.checking.counterparts.answers import Content, chinese_contents, english_contents

_PIVOT = re.compile("由|负责|提供|承担|归(?!纳|还|类|来|属感|国|因|档)")
_CLAUSES_ZH = re.compile("[，；,;]")
_CLAUSES_EN = re.compile(r"[;,]\s(?:and |while |whereas |but )?|\s(?:and|while|whereas|but)\s")
_PARTIES = {"甲方": "Party A", "乙方": "Party B", "丙方": "Party C"}

Words = Sequence[tuple[int, str]]


def shares_exchanged(zh: str, en: str, words: Callable[[], Words]) -> tuple[int, int] | None:
    """Return where the second English clause stands, if who has what has changed places."""
    pivots = list(_PIVOT.finditer(zh))
    if len(pivots) < 2:
        return None
    clauses_zh, clauses_en = _stretches(_CLAUSES_ZH, zh), _stretches(_CLAUSES_EN, en)
    if len(clauses_zh) != 2 or len(clauses_en) != 2:
        return None
    first, second = ([each for each in pivots if start <= each.start() < end] for start, end in clauses_zh)
    if not first or not second or first[0].group() != second[0].group():
        return None
    contents_zh, contents_en = chinese_contents(words()), english_contents(en)
    sides = []
    for (start, end), pivot in zip(clauses_zh, (first[0], second[0]), strict=True):
        for left, right in ((start, pivot.start()), (pivot.end(), end)):
            said = [keys for at, keys in contents_zh if left <= at < right]
            sides.append(_party(zh[left:right], en, clauses_en) or _where(said, contents_en, clauses_en))
    # Of each Chinese clause one side is in the first English clause (1), and the other in the second (2).
    return clauses_en[1] if sides in ([1, 2, 2, 1], [2, 1, 1, 2]) else None


def _party(side: str, en: str, clauses: Sequence[tuple[int, int]]) -> int | None:
    """Return the number of the one clause, from 1, that names a party: Party A for 甲方."""
    named = next((name for zh, name in _PARTIES.items() if zh in side), None)
    if named is None:
        return None
    there = [number for number, (start, end) in enumerate(clauses, 1) if named in en[start:end]]
    return there[0] if len(there) == 1 else None


def _stretches(mark: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    found, start = [], 0
    for match in mark.finditer(text):
        found.append((start, match.start()))
        start = match.end()
    return [*found, (start, len(text))]


def _where(
    said: Sequence[frozenset[str]], english: Sequence[Content], clauses: Sequence[tuple[int, int]]
) -> int | None:
    """Return the number of the one clause, from 1, in which words are answered; None if in both or none."""
    answered = {
        number
        for number, (start, end) in enumerate(clauses, 1)
        for at, keys in english
        if start <= at < end and any(not keys.isdisjoint(each) for each in said)
    }
    return answered.pop() if len(answered) == 1 else None
