"""Which of many Chinese terms stand in a text, and where.

The longest term from the left, none inside another. Script, case and width do not matter. A term in
Latin letters or digits ends where the word ends, and a short Chinese one is none where the words around it
reach over both its ends (其中国家级 has no 中国). Made ready in a moment also for a hundred thousand terms.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Collection, Iterator, Sequence

from vet_terms.glossary.folding import FULL_WIDTH, REGIONAL_CHARACTERS
from vet_terms.language.cut_words import cuts_words
from vet_terms.language.scripts import to_simplified

LONGEST_CHINESE = 100
"""Characters of a term that is looked for: the time for a text grows with its length and no more."""

_HEAD = 3
_TRANSLATION = FULL_WIDTH | REGIONAL_CHARACTERS
"""Characters of full width to those of half, and the regional ones."""
_TRANSLATED = re.compile(f"[{re.escape(''.join(map(chr, _TRANSLATION)))}]")


def fold(text: str) -> str:
    """Return a Chinese text for comparing, character by character so that places stay true."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    folded = to_simplified(lower)
    if len(folded) != len(lower):
        folded = "".join(each if len(each := to_simplified(char)) == 1 else char for char in lower)
    return folded.translate(_TRANSLATION) if _TRANSLATED.search(folded) else folded


class ChineseFinder:
    """Folded terms, ready to be found in texts."""

    __slots__ = ("_heads", "_lengths", "_shortest", "_terms")

    def __init__(self, terms: Collection[str]) -> None:
        self._terms = terms
        self._shortest = sorted({len(term) for term in terms if len(term) < _HEAD}, reverse=True)
        self._heads = {term[:2] for term in terms}
        self._lengths: dict[str, list[int]] = {}
        """How long the terms are that begin with three characters, the longest first."""
        for term in terms:
            if _HEAD <= len(term) <= LONGEST_CHINESE:
                lengths = self._lengths.setdefault(term[:_HEAD], [])
                if len(term) not in lengths:
                    lengths.append(len(term))
        for lengths in self._lengths.values():
            lengths.sort(reverse=True)

    def find(self, folded: str) -> Iterator[tuple[int, int, str]]:
        """Yield the terms of a folded text with their places, in order, none inside another."""
        terms, past = self._terms, 0
        for start, lengths in self._beginnings(folded):
            if start < past:
                continue
            for length in lengths:
                end = start + length
                # At the end of a text the slice is shorter than the length, and another term.
                if (term := folded[start:end]) in terms and len(term) == length:
                    if not _stands(folded, start, end):
                        continue
                    yield start, end, term
                    past = end
                    break

    def _beginnings(self, folded: str) -> Iterator[tuple[int, Sequence[int]]]:
        """Yield where in a text some term may begin, and how long those terms are."""
        heads, longer, short = self._heads, self._lengths, self._shortest
        # Most places of a text fall at the first look, which is made without a loop of our own.
        pairs = map(operator.add, folded, folded[1:] + " ")
        if 1 in short:
            places = [at for at, pair in enumerate(pairs) if pair in heads or pair[0] in heads]
        else:
            places = [at for at, pair in enumerate(pairs) if pair in heads]
        for at in places:
            lengths = longer.get(folded[at : at + _HEAD])
            if lengths or short:
                yield at, (*lengths, *short) if lengths and short else lengths or short


def _stands(text: str, start: int, end: int) -> bool:
    latin_ends = text[start].isascii() or text[end - 1].isascii()
    for before, after in ((start - 1, start), (end - 1, end)) if latin_ends else ():
        if before >= 0 and after < len(text) and _is_latin(text[before]) and _is_latin(text[after]):
            return False
    return not cuts_words(text, start, end)


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalnum()
