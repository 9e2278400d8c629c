"""The glossary made searchable: which terms a Chinese text has, and what an entry accepts in English.

Chinese terms are found by ``chinese_finder``: the longest first from the left, so that a term inside a
longer one does not count; script, case and quotation marks do not matter. How English terms are found is
known in ``english_words``. Rejected entries are not in the index.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass

from vet_terms.glossary.chinese_finder import ChineseFinder, fold
from vet_terms.glossary.english_words import Words, as_written, forms_to_find, is_abbreviation, term_words
from vet_terms.glossary.succession import successor_named
from vet_terms.model import Concept

_QUOTES = frozenset('“”‘’「」『』"＂')
_ANY_QUOTE = re.compile(f"[{''.join(sorted(_QUOTES))}]")
_NO_QUOTES = dict.fromkeys(map(ord, _QUOTES))
_MOST_WORDS = 1 << 16
_AS_WRITTEN = "="
"""What stands before a key that is a word as it is written, with its capitals."""
_IN_BRACKETS = re.compile(r"[(（\[]([^()（）\[\]]*)[)）\]]")


@dataclass(frozen=True, slots=True)
class TermHit:
    """A Chinese term in a text, and the entries (several, for a homonym) that have it."""

    start: int
    end: int
    concepts: tuple[Concept, ...]


class TermIndex:
    """The entries of a glossary, ready to be searched. Empty for no entries."""

    __slots__ = ("_entries", "_finder", "_predecessors", "_superseded", "_superseded_of_word", "superseded")

    def __init__(self, concepts: Iterable[Concept]) -> None:
        entries: dict[str, list[Concept]] = {}
        kept = [concept for concept in concepts if concept.status != "rejected"]
        for concept in kept:
            for term in (concept.zh, *concept.zh_variants):
                folded = fold(term.strip().translate(_NO_QUOTES))
                if folded and concept not in entries.setdefault(folded, []):
                    entries[folded].append(concept)
        self._entries = {term: tuple(group) for term, group in entries.items()}
        self._finder = ChineseFinder(entries)
        self.superseded = tuple(concept for concept in kept if concept.status == "superseded")
        self._predecessors = _by_successor(kept, self.superseded)
        self._superseded: dict[str, list[int]] = {}
        """Which superseded entries, by their numbers, have a term that begins with a key."""
        for number, concept in enumerate(self.superseded):
            for key in {key for term in english_terms(concept) for key in _first_keys(term)}:
                self._superseded.setdefault(key, []).append(number)
        self._superseded_of_word: dict[str, frozenset[int]] = {}
        """The same by words as they stand in texts, of those that were asked for."""

    def in_chinese(self, text: str) -> tuple[TermHit, ...]:
        """Return the terms in a Chinese text, longest first from the left, none inside another.

        Quotation marks inside a term do not part it: “双师型”教师 has 双师型教师.
        """
        if not self._entries:
            return ()
        if _ANY_QUOTE.search(text) is None:
            found = self._finder.find(fold(text))
            return tuple([TermHit(start, end, self._entries[term]) for start, end, term in found])
        hits = list(self._finder.find(fold(text.translate(_NO_QUOTES))))
        if not hits:
            return ()
        places = [at for at, char in enumerate(text) if char not in _QUOTES]
        return tuple(
            TermHit(places[start], places[end - 1] + 1, self._entries[term]) for start, end, term in hits
        )

    def called(self, zh: str) -> tuple[Concept, ...]:
        """Return the entries that have exactly this Chinese term."""
        return self._entries.get(fold(zh.strip().translate(_NO_QUOTES)), ())

    def predecessors(self, concept: Concept) -> tuple[Concept, ...]:
        """Return the superseded entries whose note names an entry as their successor."""
        return self._predecessors.get(concept.id, ())

    def superseded_in(self, english: Words) -> list[Concept]:
        """Return the superseded entries whose first word a text has, in the order of the glossary."""
        if not self._superseded:
            return []
        known = self._superseded_of_word
        found: set[int] = set()
        for word in english.written:
            numbers = known.get(word)
            if numbers is None:
                numbers = self._numbers_of(word)
            if numbers:
                found |= numbers
        return [self.superseded[number] for number in sorted(found)]

    def _numbers_of(self, word: str) -> frozenset[int]:
        if len(self._superseded_of_word) >= _MOST_WORDS:
            self._superseded_of_word.clear()
        keys = (*forms_to_find(word), _AS_WRITTEN + word)
        numbers = frozenset(number for key in keys for number in self._superseded.get(key, ()))
        self._superseded_of_word[word] = numbers
        return numbers


def _by_successor(
    concepts: Iterable[Concept], superseded: Iterable[Concept]
) -> dict[str, tuple[Concept, ...]]:
    """Return the superseded entries by the id of the entry that their note names as their successor."""
    current = [concept for concept in concepts if concept.status != "superseded"]
    by_zh: dict[str, list[Concept]] = {}
    for concept in current:
        by_zh.setdefault(concept.zh, []).append(concept)
    found: dict[str, tuple[Concept, ...]] = {}
    for old in superseded:
        if not old.note:
            continue
        named = successor_named(old.note)
        # People write the English name too, and other words than those that are understood.
        successors = by_zh.get(named.name) if named else None
        for concept in successors or (
            each for each in current if any(name and name in old.note for name in (each.zh, each.en))
        ):
            found[concept.id] = (*found.get(concept.id, ()), old)
    return found


def english_terms(concept: Concept) -> tuple[str, ...]:
    """Return the English terms that an entry accepts, the preferred one first.

    One with brackets counts without them too, and so does an abbreviation that stands in them:
    "vocational education and training (VET)".
    """
    return _with_brackets_undone((concept.en, *concept.en_variants))


@functools.lru_cache(maxsize=1 << 14)
def _with_brackets_undone(terms: tuple[str, ...]) -> tuple[str, ...]:
    found = dict.fromkeys(term for term in terms if term.strip())
    for term in terms:
        inside = _IN_BRACKETS.search(term)
        if inside:
            found.setdefault(" ".join(_IN_BRACKETS.sub(" ", term).split()))
            if inside[1].isupper():
                found.setdefault(inside[1])
    return tuple(found)


def _first_keys(term: str) -> tuple[str, ...]:
    """Return the keys of a term's first word: its forms, or an abbreviation as it is written."""
    words = term_words(term)
    if not words:
        return ()
    if is_abbreviation(words[0].text):
        return tuple(_AS_WRITTEN + written for written in as_written(words[0].text))
    return tuple(words[0].forms)
