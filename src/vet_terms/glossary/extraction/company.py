"""How exclusively a Chinese and an English word meet over a whole memory, counted in bounded room.

Pairs of words are counted while they have a chance to keep company: where there are more of them than
there is room for, those go that meet only now and then although both are met often. Every pair of a memory
of some thousand units has room.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping

from vet_terms.glossary.extraction.units import Unit

Company = Mapping[str, Mapping[str, float]]
"""The strength of the company of a Chinese word (first key) and an English base form (second)."""

_STRENGTH = 0.75
_LEAST_TIMES, _LEAST_SHARE = 3, 0.6
_MOST_PAIRS = 2_000_000
_STEP = 0.05
_KEPT = 0.75


class CompanyCount:
    """Counts of words and pairs of words over distinct units, so that a repeated heading proves nothing."""

    def __init__(self, most: int = _MOST_PAIRS) -> None:
        """Begin to count; at most so many pairs of words, and those of one unit, are remembered."""
        self._zh: Counter[str] = Counter()
        self._en: Counter[str] = Counter()
        self._both: dict[str, dict[str, int]] = {}
        self._size = 0
        self._most = most

    def add(self, zh: Collection[str], en: Collection[str]) -> None:
        """Count the content words of a unit, each of them once."""
        self._zh.update(zh)
        self._en.update(en)
        for word in zh:
            met = self._both.setdefault(word, {})
            before = len(met)
            for lemma in en:
                met[lemma] = met.get(lemma, 0) + 1
            self._size += len(met) - before
        if self._size > self._most:
            # First what meets only now and then though both are frequent, then what met least often.
            share, times = _STEP, 1
            while self._size > self._most * _KEPT:
                self._forget(share, times)
                share, times = (share + _STEP, 1) if share < _LEAST_SHARE else (share, times + 1)

    def _forget(self, share: float, times: int) -> None:
        """Forget the pairs whose share of company is less, or that met less often."""
        self._size = 0
        for zh, met in self._both.items():
            self._both[zh] = {
                en: count
                for en, count in met.items()
                if count >= times and self._share(zh, en, count) >= share
            }
            self._size += len(self._both[zh])

    def _share(self, zh: str, en: str, count: int) -> float:
        return 2 * count / (self._zh[zh] + self._en[en])

    def company(self) -> Company:
        """Return the pairs that met three times and mostly with each other (Dice)."""
        return {
            zh: strong
            for zh, met in self._both.items()
            if (
                strong := {
                    en: round(_STRENGTH * share, 3)
                    for en, count in met.items()
                    if count >= _LEAST_TIMES and (share := self._share(zh, en, count)) >= _LEAST_SHARE
                }
            )
        }


def content_words(unit: Unit) -> tuple[frozenset[str], frozenset[str]]:
    """Return the content words of a unit: Chinese words, and the base forms of the English ones."""
    return (
        frozenset(atom.text for atom in unit.atoms if atom.is_content),
        frozenset(word.lemma for word in unit.en.words if word.is_content),
    )
