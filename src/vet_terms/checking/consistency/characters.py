"""A Chinese word with one character changed, beside the word itself in the same surroundings: a slip.

Looked for are words of three characters that recur in the document (国际化) and stretches that no dictionary
has, that differ from one in a single character (国家化) and stand beside the same two characters.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.rule import Noted
from vet_terms.language.lexicon import is_known

_SIZE, _BESIDE = 3, 2
_MOST_RECURRENT, _LEAST_RECURRENT = 1, 2
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


_Seen = tuple[str, str, str, int]
"""A stretch of three characters, the two before and the two behind it, and where it starts."""


def character_fact(reading: Reading, context: Context) -> object | None:
    """Return the words of three characters, and the stretches that may be one with a slip; None for none."""
    zh, words = reading.zh, reading.chinese_words
    known: list[_Seen] = []
    broken: list[_Seen] = []
    for index, (start, word) in enumerate(words):
        if len(word) == _SIZE:
            known.append(_seen(zh, start))
        elif len(word) + len(words[index + 1][1] if index + 1 < len(words) else "") == _SIZE:
            adjoining = words[index + 1][0] == start + len(word)
            if adjoining and _NO_SLIP.isdisjoint(zh[start : start + _SIZE]):
                broken.append(_seen(zh, start))
    return (tuple(known), tuple(broken)) if known or broken else None


def _seen(zh: str, start: int) -> _Seen:
    end = start + _SIZE
    return zh[start:end], zh[max(0, start - _BESIDE) : start], zh[end : end + _BESIDE], start


def slips(noted: Sequence[Noted]) -> Iterator[Slip]:
    """Yield the slips of a document."""
    known: dict[str, list[tuple[Noted, _Seen]]] = defaultdict(list)
    broken: dict[str, list[tuple[Noted, _Seen]]] = defaultdict(list)
    for each in noted:
        for found, seen in zip((known, broken), each.fact, strict=True):
            for one in seen:
                found[one[0]].append((each, one))
    by_hole: dict[str, list[str]] = defaultdict(list)
    for word, uses in known.items():
        if len({each.position for each, _ in uses}) >= _LEAST_RECURRENT:
            for hole in _holes(word):
                by_hole[hole].append(word)
    for text, uses in broken.items():
        if len({each.position for each, _ in uses}) > _MOST_RECURRENT or is_known(text):
            continue
        for hole in _holes(text):
            for word in by_hole.get(hole, ()):
                same = [each for each, one in known[word] if _stand_alike(one, uses[0][1])]
                if same and _is_slip(text, word):
                    others = [each for each, _ in known[word]]
                    yield Slip(uses[0][0], uses[0][1][3], text, word, others)


def _holes(text: str) -> tuple[str, str, str]:
    return "?" + text[1:], text[0] + "?" + text[2], text[:2] + "?"


def _stand_alike(one: _Seen, other: _Seen) -> bool:
    return any(
        len(mine) == _BESIDE and mine == yours for mine, yours in zip(one[1:3], other[1:3], strict=True)
    )


def _is_slip(text: str, word: str) -> bool:
    """Return whether what differs is the middle one or sounds alike (型 and 形, not 部 and 厅)."""
    from pypinyin import lazy_pinyin

    if text[1] != word[1]:
        return True
    return lazy_pinyin(text) == lazy_pinyin(word)
