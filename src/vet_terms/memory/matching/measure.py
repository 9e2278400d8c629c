"""How like two texts are, in percent: one measure for Chinese and one for English.

Both compare folded texts (`folding`) in which each number is one symbol and inline codes are none, so that
“2023年” is like “2024年”. With d the Levenshtein distance (1966) and m the longer length:

- Chinese: c = 1 - d/m over symbols (characters).
- English: the lesser of c and (c + 2w)/3, where c is as above over symbols with the spaces between words, and
  w is the same over words: a word that has become another one weighs more than its letters do, and one that
  was misspelt less than a whole word. Where neither text has more than two words c alone counts.

Rounded down; of equal symbols the texts as they stand decide between 100 and 99. What two texts that are
so like share at the least is said by `shared_needed`, which makes an index over such features complete: a
text of m characters that is changed in k places keeps m - 1 - 2k of its pairs of neighbours (Ukkonen 1992),
and English of which c is at most 1 has w of at least (3t - 1)/2.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from rapidfuzz.distance import Levenshtein

from vet_terms.memory.matching.folding import NUMBER, numerals, without_numerals
from vet_terms.model import Language
from vet_terms.tmx.model import PLACEABLE

_WORD = re.compile(rf"[^\W_]+(?:['-][^\W_]+)*|{NUMBER}")
_FEW_WORDS = 2


@dataclass(frozen=True, slots=True)
class Measure:
    """How texts of a language are compared, as symbols (`folding.symbols`)."""

    percent: Callable[[str, str, int], int]
    """How like two texts are, 0 where they are less like than a threshold."""
    size: Callable[[str], int]
    """How long a text is for `shared_needed`."""
    shared_needed: Callable[[int, Any, int], Any]
    """From the sizes of two texts (the second a number or an array of numbers): how many features they share
    at the least where they are as like as a threshold. Zero and less says that they may share none."""


def shortest_and_longest(length: int, threshold: int) -> tuple[int, int]:
    """Return the bounds of the length of a text that can be so like to one of a length."""
    return -(-length * threshold // 100), length * 100 // threshold


def differences(query: str, text: str) -> tuple[str, ...]:
    """Return in what two texts differ whose symbols are equal: see `Match.differs`."""
    found = []
    if numerals(query) != numerals(text):
        found.append("numbers")
    if query.count(PLACEABLE) != text.count(PLACEABLE):
        found.append("codes")
    if without_numerals(_without_codes(query)) != without_numerals(_without_codes(text)):
        found.append("form")
    return tuple(found)


def _without_codes(text: str) -> str:
    return " ".join(text.replace(PLACEABLE, "").split()) if PLACEABLE in text else text.strip()


def digest_of(text: str) -> int:
    """Return 63 bits of a text as it stands, to tell the same text from one with the same symbols."""
    data = text.strip().encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(data, digest_size=8).digest(), "big") >> 1


def words(text: str) -> list[str]:
    """Return the words of a text as symbols; a number is one."""
    return _WORD.findall(text)


def _equal_part(left: Any, right: Any, at_least: int) -> tuple[int, int]:
    """Return a likeness as (equal part, whole); the equal part is 0 where it is less than in percent."""
    whole = max(len(left), len(right))
    most = (100 - at_least) * whole // 100
    distance = Levenshtein.distance(left, right, score_cutoff=most)
    return (whole - distance if distance <= most else 0), whole


def _chinese_percent(left: str, right: str, at_least: int) -> int:
    equal, whole = _equal_part(left, right, at_least)
    return 100 * equal // whole if whole else 100


def _english_percent(left: str, right: str, at_least: int) -> int:
    equal, whole = _equal_part(left, right, at_least)
    if not whole:
        return 100
    if not equal:
        return 0
    by_symbols = 100 * equal // whole
    ours, theirs = words(left), words(right)
    if max(len(ours), len(theirs)) <= _FEW_WORDS:
        return by_symbols
    equal_words, all_words = _equal_part(ours, theirs, 0)
    both = 100 * (equal * all_words + 2 * equal_words * whole) // (3 * whole * all_words)
    found = min(by_symbols, both)
    return found if found >= at_least else 0


def _count_words(text: str) -> int:
    return len(words(text))


def _pairs_needed(query: int, size: Any, threshold: int) -> Any:
    longer = _greater(query, size)
    return longer - 1 - 2 * ((100 - threshold) * longer // 100)


def _words_needed(query: int, size: Any, threshold: int) -> Any:
    longer = _greater(query, size)
    return -((100 - 3 * threshold) * longer // 200) * (longer > _FEW_WORDS)


def _greater(one: int, other: Any) -> Any:
    if isinstance(other, int):
        return max(one, other)
    import numpy as np

    return np.maximum(one, other)


MEASURES: Mapping[Language, Measure] = MappingProxyType(
    {
        "zh": Measure(_chinese_percent, len, _pairs_needed),
        "en": Measure(_english_percent, _count_words, _words_needed),
    }
)
