"""A Chinese word with one character changed, beside the word itself in the same surroundings: a slip.

Looked for are words of three characters that recur in the document (国际化) and stretches that no dictionary
has, that differ from one in a single character (国家化) and stand beside the same two characters.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.rule import Noted
from vet_terms.language.lexicon import is_known

_SIZE, _BESIDE = 3, 2
_MOST_RECURRENT, _LEAST_RECURRENT = 1, 2
_KNOWN, _BROKEN = 0, 1
_NO_SLIP = frozenset(
    "0123456789一二三四五六七八九十百千万亿两零〇"
    "的了在和与及等为是对从向将由被把之其各本该此这那每某个们也都就还又"
)


@dataclass(frozen=True, slots=True)
class Slip:
    """A stretch that is likely a slip for a word, where it stands, and the units with the word."""

    unit: Noted
    start: int
    text: str
    word: str
    others: Sequence[Noted]


def character_fact(reading: Reading, context: Context) -> object | None:
    """Return where words of three characters begin, and stretches that may be one with a slip."""
    zh, words = reading.zh, reading.chinese_words
    known: list[int] = []
    broken: list[int] = []
    last, before = -1, 0
    """Where the word before begins, and how long it is."""
    for start, word in words:
        size = len(word)
        adjoining = before and start == last + before
        if adjoining and size + before == _SIZE and _NO_SLIP.isdisjoint(zh[last : last + _SIZE]):
            broken.append(last)
        if size == _SIZE:
            known.append(start)
        last, before = start, size
    return (tuple(known), tuple(broken)) if known or broken else None


def slips(noted: Sequence[Noted]) -> Iterator[Slip]:
    """Yield the slips of a document."""
    by_hole: dict[str, list[str]] = defaultdict(list)
    for word, count in _units_with(noted, _KNOWN).items():
        if count >= _LEAST_RECURRENT:
            for hole in _holes(word):
                by_hole[hole].append(word)
    suspected: dict[str, list[str]] = {}
    for text, count in _units_with(noted, _BROKEN).items():
        if count <= _MOST_RECURRENT and not is_known(text):
            words = [word for hole in _holes(text) for word in by_hole.get(hole, ())]
            if words:
                suspected[text] = words
    if not suspected:
        return
    known = _uses(noted, _KNOWN, frozenset(chain.from_iterable(suspected.values())))
    broken = _uses(noted, _BROKEN, suspected.keys())
    for text, words in suspected.items():
        here, start = broken[text][0]
        for word in words:
            same = any(_stand_alike(each, at, here, start) for each, at in known[word])
            if same and _is_slip(text, word):
                yield Slip(here, start, text, word, [each for each, _ in known[word]])


def _units_with(noted: Sequence[Noted], which: int) -> dict[str, int]:
    """Return how many units have each stretch of a kind, those first met first."""
    found: dict[str, int] = {}
    for each in noted:
        zh, starts = each.unit.zh, each.fact[which]
        for text in dict.fromkeys([zh[start : start + _SIZE] for start in starts]):
            found[text] = found.get(text, 0) + 1
    return found


def _uses(noted: Sequence[Noted], which: int, wanted: Container[str]) -> dict[str, list[tuple[Noted, int]]]:
    """Return where some stretches of a kind stand."""
    found: dict[str, list[tuple[Noted, int]]] = {}
    for each in noted:
        for start in each.fact[which]:
            text = each.unit.zh[start : start + _SIZE]
            if text in wanted:
                found.setdefault(text, []).append((each, start))
    return found


def _holes(text: str) -> tuple[str, str, str]:
    return "?" + text[1:], text[0] + "?" + text[2], text[:2] + "?"


def _stand_alike(one: Noted, at: int, other: Noted, there: int) -> bool:
    """Tell whether two stretches stand behind the same two characters, or before the same two."""
    mine, yours = one.unit.zh, other.unit.zh
    before = mine[max(0, at - _BESIDE) : at]
    behind = mine[at + _SIZE : at + _SIZE + _BESIDE]
    return (len(before) == _BESIDE and before == yours[max(0, there - _BESIDE) : there]) or (
        len(behind) == _BESIDE and behind == yours[there + _SIZE : there + _SIZE + _BESIDE]
    )


def _is_slip(text: str, word: str) -> bool:
    """Return whether what differs is the middle one or sounds alike (型 and 形, not 部 and 厅)."""
    from pypinyin import lazy_pinyin

    if text[1] != word[1]:
        return True
    return lazy_pinyin(text) == lazy_pinyin(word)
