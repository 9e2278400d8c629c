"""Short terms whose English is already sure, found in a text however many there are."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from vet_terms.language.lexicon import english_lemma, english_words


@dataclass(frozen=True, slots=True)
class KnownTerms:
    """Short Chinese terms, each with the base forms of the English ones that are sure to say the same."""

    english: Mapping[str, Collection[tuple[str, ...]]]
    lengths: tuple[int, ...]

    def in_text(self, text: str) -> list[tuple[str, int]]:
        """Return the terms that a text has, each with the place where it comes first."""
        found: dict[str, int] = {}
        for length in self.lengths:
            for start in range(len(text) - length + 1):
                if text[start : start + length] in self.english:
                    found.setdefault(text[start : start + length], start)
        return list(found.items())


def known_terms(pairs: Iterable[tuple[str, str]]) -> KnownTerms:
    """Return pairs of terms in the form in which they are looked up."""
    english: dict[str, set[tuple[str, ...]]] = {}
    for zh, en in pairs:
        english.setdefault(zh, set()).add(tuple(english_lemma(word) for word in english_words(en)))
    return KnownTerms(english, tuple(sorted({len(zh) for zh in english})))


NOTHING_KNOWN = known_terms(())
