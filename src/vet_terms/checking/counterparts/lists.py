"""Items of a list that the other side leaves out: 数学、物理、化学和英语 as "maths, physics and English".

Only one clear list on each side is held against another: the English has one item fewer, each of its items is
answered by the dictionary, and one Chinese item alone is answered nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from vet_terms.checking.counterparts.answers import chinese_keys, english_contents
from vet_terms.checking.counterparts.kinship import akin
from vet_terms.checking.counterparts.unanswered import LONGEST
from vet_terms.language.lexicon import is_proper_noun
from vet_terms.language.scripts import HAN

_LONGEST_ITEM, _LONGEST_END = 8, 24
_MOST_ITEMS = 9
_SHORTEST_LIST = 3
_LIST_ZH = re.compile(
    rf"[{HAN}]{{1,{_LONGEST_END}}}(?:、[{HAN}]{{1,{_LONGEST_ITEM}}}){{1,{_MOST_ITEMS}}}(?:(?:以及"
    rf"|[和与及或])[{HAN}]{{1,{_LONGEST_END}}})?(?!、)"
)
_LAST_TWO = re.compile("以及|[和与及或]")
_WORDS = r"[A-Za-z][\w'’-]*(?: [A-Za-z][\w'’-]*){0,3}"
_LIST_EN = re.compile(
    rf"{_WORDS}(?:, (?!and |or ){_WORDS}){{0,{_MOST_ITEMS}}},? (?:and|or) {_WORDS}(?! [a-z'’-]+ (?:and|or)\b)"
)
_BETWEEN = re.compile(r",? (?:and|or) |, ")
_OPEN = re.compile(r"\b(?:others?|etc|more|various|among|so (?:on|forth)|well as)\b")


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An item of a Chinese list that the English list lacks, with its place."""

    item: str
    start: int
    end: int


def left_out(zh: str, en: str, words: Callable[[], Sequence[tuple[int, str]]]) -> LeftOut | None:
    """Return the one item of a Chinese list that the English leaves out; ``words`` gives the Chinese ones."""
    if not 0 < zh.count("、") <= _MOST_ITEMS or max(len(zh), len(en)) > LONGEST:
        return None
    lists_zh = list(_LIST_ZH.finditer(zh))
    if len(lists_zh) != 1 or _OPEN.search(en):
        return None
    items = _items(zh, lists_zh[0], words())
    lists_en = [
        match for match in _LIST_EN.finditer(en) if "," in match.group() or len(items) == _SHORTEST_LIST
    ]
    if len(items) < _SHORTEST_LIST or len(lists_en) != 1:
        return None
    parts = _BETWEEN.split(lists_en[0].group())
    if len(parts) != len(items) - 1:
        return None
    missing = _without_part(items, parts)
    if missing is None or not missing.keys or akin(missing.keys, _keys_of(en)):
        return None
    # Of three items two may be drawn together; names are not.
    if len(items) == _SHORTEST_LIST and not all(is_proper_noun(each.text) for each in items):
        return None
    return LeftOut(missing.text, missing.start, missing.start + len(missing.text))


@dataclass(frozen=True, slots=True)
class _Item:
    text: str
    start: int
    keys: frozenset[str]


def _items(zh: str, match: re.Match[str], words: Sequence[tuple[int, str]]) -> list[_Item]:
    """Return the items of a list: of the first its last word, of the last its first, of the others all."""
    marks = [at for at in range(*match.span()) if zh[at] == "、"]
    # Between the last comma of the list and its end stands one item more where a word for "and" does.
    last = _LAST_TWO.search(zh, marks[-1], match.end())
    bounds = [(match.start(), marks[0]), *((left + 1, right) for left, right in pairwise(marks))]
    if last:
        bounds += [(marks[-1] + 1, last.start()), (last.end(), match.end())]
    else:
        bounds.append((marks[-1] + 1, match.end()))
    found = []
    for number, (start, end) in enumerate(bounds):
        inside = [(at, word) for at, word in words if start <= at < end and len(word) > 1]
        if number == 0:
            inside = inside[-1:]
        elif number == len(bounds) - 1:
            inside = inside[:1]
        if not inside:
            return []
        keys = frozenset().union(*(chinese_keys(word) for _, word in inside))
        first, (last_start, last_word) = inside[0][0], inside[-1]
        found.append(_Item(zh[first : last_start + len(last_word)], first, keys))
    return found


def _without_part(items: Sequence[_Item], parts: Sequence[str]) -> _Item | None:
    """Return the one item that is left where each English item answers a Chinese item of its own."""
    free = list(items)
    for part in parts:
        keys = _keys_of(part)
        answered = [each for each in free if each.keys & keys] or [
            each for each in free if akin(each.keys, keys)
        ]
        if not answered:
            return None
        free.remove(answered[0])
    return free[0]


def _keys_of(text: str) -> frozenset[str]:
    return frozenset().union(*(keys for _, keys in english_contents(text)))
