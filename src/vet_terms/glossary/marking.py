"""A text with the terms of a glossary in it: Chinese and English ones, the longest first.

A Chinese text has English in it, and an English one Chinese: both are looked for in every text. The
terms of rejected concepts are not marked; superseded and forbidden ones are, for a translator must know them.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

from vet_terms.glossary.chinese_finder import ChineseFinder, fold
from vet_terms.glossary.english_finder import EnglishFinder, key_of_term
from vet_terms.glossary.folding import FULL_WIDTH, FULL_WIDTH_SIGNS
from vet_terms.language.scripts import HAN_CHARACTER, LATIN_WORD
from vet_terms.model import Concept, Language

Find = Callable[[str], Iterator[tuple[int, int, str]]]


class Terms(Protocol):
    """What marking asks a glossary."""

    def concept(self, number: int) -> Concept:
        """Return a concept by its number."""
        ...

    def terms_of(self, language: Language) -> Mapping[str, int]:
        """Return the terms of a language for comparing, each with its place among them."""
        ...

    def concepts_of(self, language: Language, place: int) -> Sequence[int]:
        """Return the numbers of the concepts that have a term, best first."""
        ...


class Mark(NamedTuple):
    """A term in a text, from ``start`` to before ``end``, and its place among the terms of its language."""

    start: int
    end: int
    language: Language
    place: int


def terms_for_comparing(concepts: Sequence[Concept], language: Language) -> dict[str, list[int]]:
    """Return the terms of concepts in a language, with the numbers of those that have them."""
    found: dict[str, list[int]] = {}
    for number, concept in enumerate(concepts):
        if concept.status == "rejected":
            continue
        for key in _keys(concept, language):
            numbers = found.setdefault(key, [])
            if number not in numbers:
                numbers.append(number)
    found.pop("", None)
    return found


class Marker:
    """The terms of a glossary, ready to be marked in texts."""

    def __init__(self, terms: Terms) -> None:
        self._glossary = terms
        self._concepts: dict[tuple[Language, int], tuple[Concept, ...]] = {}

    def marks(self, text: str) -> list[Mark]:
        """Return the terms in a text in their order; where two would overlap, the longer."""
        found: list[Mark] = []
        if HAN_CHARACTER.search(text):
            chinese, find = self._chinese
            found = [Mark(start, end, "zh", chinese[term]) for start, end, term in find(fold(text))]
        if not FULL_WIDTH_SIGNS.isdisjoint(text):
            text = text.translate(FULL_WIDTH)
        if LATIN_WORD.search(text):
            english, find = self._english
            found += [Mark(start, end, "en", english[term]) for start, end, term in find(text)]
            if found and found[0].language != "en":
                found = _longest_of_overlapping(found)
        return found

    def concepts(self, mark: Mark) -> tuple[Concept, ...]:
        """Return the concepts that have a marked term, best first."""
        key = (mark.language, mark.place)
        if key not in self._concepts:
            numbers = self._glossary.concepts_of(*key)
            self._concepts[key] = tuple(map(self._glossary.concept, numbers))
        return self._concepts[key]

    @functools.cached_property
    def _chinese(self) -> tuple[Mapping[str, int], Find]:
        terms = self._glossary.terms_of("zh")
        return terms, ChineseFinder(terms).find

    @functools.cached_property
    def _english(self) -> tuple[Mapping[str, int], Find]:
        terms = self._glossary.terms_of("en")
        return terms, EnglishFinder(terms).find


def is_forbidden(mark: Mark, text: str, concept: Concept) -> bool:
    """Say whether the term of a mark in a text is one that must not be used for a concept."""
    if mark.language == "zh" or not concept.en_forbidden:
        return False
    key = key_of_term(text[mark.start : mark.end])
    return key in map(key_of_term, concept.en_forbidden) and key not in map(
        key_of_term, (concept.en, *concept.en_variants)
    )


def _keys(concept: Concept, language: Language) -> Iterator[str]:
    if language == "zh":
        yield from (fold(term.strip()) for term in (concept.zh, *concept.zh_variants))
    else:
        yield from map(key_of_term, (concept.en, *concept.en_variants, *concept.en_forbidden))


def _longest_of_overlapping(marks: list[Mark]) -> list[Mark]:
    """Return the marks that stay when the shorter of two that overlap goes; of equals the Chinese one."""
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda one: (one.start, -one.end, one.language != "zh")):
        if kept and mark.start < kept[-1].end:
            if mark.end - mark.start > kept[-1].end - kept[-1].start:
                kept[-1] = mark
        else:
            kept.append(mark)
    return kept
