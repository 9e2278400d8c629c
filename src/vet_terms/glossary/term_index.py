"""The glossary made searchable: which terms a Chinese text has, whether an English text has one.

Chinese terms are found by ``chinese_finder``: the longest first from the left, so that a term inside a
longer one does not count; script and case do not matter. English terms are compared word by word in
their base forms; hyphens, articles, British and American spelling do not matter, while the capitals
of an abbreviation do. Rejected entries are not in the index.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass

from vet_terms.glossary.chinese_finder import ChineseFinder, fold
from vet_terms.model import Concept


@dataclass(frozen=True, slots=True)
class TermHit:
    """A Chinese term in a text, and the entries (several, for a homonym) that have it."""

    start: int
    end: int
    concepts: tuple[Concept, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of an English text: as written, its comparable forms, its place."""

    text: str
    forms: frozenset[str]
    start: int
    end: int


_PREFIXES = "co|re|e|pre|non|sub|multi|inter|semi"
WORD = re.compile(rf"(?:(?:{_PREFIXES})-)?[^\W_]+(?:['’](?!s\b)[^\W_]+)?|&", re.IGNORECASE)
ARTICLES = frozenset({"the", "a", "an"})
_COORDINATORS = frozenset({"and", "or", "&"})
_LINKING = _COORDINATORS | {"of", "for", "in", "on", "to", "with", "between"}
_WIDEST_GAP = 4


class TermIndex:
    """The entries of a glossary, ready to be searched. Empty for no entries."""

    __slots__ = ("_entries", "_finder", "superseded")

    def __init__(self, concepts: Iterable[Concept]) -> None:
        entries: dict[str, list[Concept]] = {}
        kept = [concept for concept in concepts if concept.status != "rejected"]
        for concept in kept:
            for term in (concept.zh, *concept.zh_variants):
                folded = fold(term.strip())
                if folded and concept not in entries.setdefault(folded, []):
                    entries[folded].append(concept)
        self._entries = {term: tuple(group) for term, group in entries.items()}
        self._finder = ChineseFinder(entries)
        self.superseded = tuple(concept for concept in kept if concept.status == "superseded")

    def in_chinese(self, text: str) -> tuple[TermHit, ...]:
        """Return the terms in a Chinese text, longest first from the left, none inside another."""
        if not self._entries:
            return ()
        return tuple(
            TermHit(start, end, self._entries[term]) for start, end, term in self._finder.find(fold(text))
        )


@functools.lru_cache(maxsize=10_000)
def english_words(text: str) -> tuple[Word, ...]:
    """Return the words of an English text, without articles."""
    words = [
        Word(match.group(), _forms(match.group()), *match.span())
        for match in WORD.finditer(text)
        if match.group().lower() not in ARTICLES
    ]
    return tuple(words)


def find_english(term: str, words: tuple[Word, ...]) -> tuple[tuple[int, int], ...]:
    """Return the spans where an English term stands among the words of a text.

    A term may be split by a coordination: "vocational and higher education" has "vocational
    education".
    """
    wanted = english_words(term)
    if not wanted:
        return ()
    found = []
    for index in range(len(words)):
        end = _match_from(wanted, words, index)
        if end is not None:
            found.append((words[index].start, words[end].end))
    return tuple(found)


def has_all_words(term: str, words: tuple[Word, ...]) -> bool:
    """Tell whether every word of an English term stands near the others, in whatever order.

    "International cooperation needs of vocational education" has the words of "international
    cooperation of vocational education".
    """
    wanted = [word for word in english_words(term) if word.text.lower() not in _LINKING]
    if len(wanted) < 2:
        return False
    width = 2 * len(wanted) + _WIDEST_GAP
    for first in range(len(words)):
        window = words[first : first + width]
        if any(_same(each, window[0]) for each in wanted) and all(
            any(_same(each, word) for word in window) for each in wanted
        ):
            return True
    return False


def _match_from(wanted: tuple[Word, ...], words: tuple[Word, ...], index: int) -> int | None:
    """Return the index of the last word of a match that begins at an index, or None."""
    position, split = index, False
    for number, each in enumerate(wanted):
        if position < len(words) and _same(each, words[position]):
            position += 1
            continue
        if number == 0 or split:
            return None
        gap = next(
            (
                width
                for width in range(2, _WIDEST_GAP + 1)
                if position + width < len(words)
                and _same(each, words[position + width])
                and any(word.text.lower() in _COORDINATORS for word in words[position : position + width])
            ),
            None,
        )
        if gap is None:
            return None
        position, split = position + gap + 1, True
    return position - 1


def _same(wanted: Word, word: Word) -> bool:
    if sum(char.isupper() for char in wanted.text) > 1:
        return word.text in {wanted.text, wanted.text + "s", wanted.text + "es"}
    return bool(wanted.forms & word.forms)


@functools.lru_cache(maxsize=50_000)
def _forms(word: str) -> frozenset[str]:
    """Return a word's forms for comparing: as it is and its base form, in American spelling."""
    if word == "&":
        return frozenset({"and"})
    import simplemma

    lower = word.lower().replace("-", "").replace("’", "'")
    base: str = simplemma.lemmatize(lower, lang="en")
    return frozenset(american(form.lower()) for form in (lower, base))


def american(word: str) -> str:
    """Return a word in one spelling, whichever of the two it was in."""
    word = (
        re.sub(r"is(?=(?:e|ed|es|er|ers|ing|ation|ations|ational)$)", "iz", word) if len(word) > 5 else word
    )
    word = re.sub(r"(?<=[a-z]{2})our(?=s?$|ed$|ing$|able$)", "or", word)
    return {"programme": "program", "programmes": "programs", "centre": "center", "centres": "centers"}.get(
        word, word
    )
