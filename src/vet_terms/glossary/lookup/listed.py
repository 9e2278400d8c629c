"""A glossary for lookups in memory: what is asked for is prepared when it is first asked for."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping, Sequence

from vet_terms.glossary.lookup.features import FEATURES, WORD, word_parts
from vet_terms.glossary.lookup.forms import Form, best_first, forms_of
from vet_terms.glossary.lookup.renaming import successions
from vet_terms.glossary.lookup.syllables import readings_of
from vet_terms.model import Concept, Language

_NONE: tuple[int, ...] = ()


class ListedGlossary:
    """The concepts of a glossary and their forms, as lists."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self.concepts = tuple(best_first(concepts))
        self.forms = tuple(forms_of(self.concepts))
        self._having: dict[str, dict[str, list[int]]] = {}
        self._by_term: dict[Language, dict[str, list[int]]] = {}
        self._by_place: dict[Language, list[list[int]]] = {}
        self._rejected_from = sum(concept.status != "rejected" for concept in self.concepts)

    def concept(self, number: int) -> Concept:
        """Return a concept by its number."""
        return self.concepts[number]

    def rejected_from(self) -> int:
        """Return the number of the first rejected concept, or of how many concepts there are."""
        return self._rejected_from

    def form(self, number: int) -> Form:
        """Return a form by its number."""
        return self.forms[number]

    def forms_with(self, feature: str) -> Sequence[int]:
        """Return the numbers of the forms that have a feature, ascending."""
        kind, text = feature[:2], feature[2:]
        return self.all_of(kind).get(text, _NONE)

    def concepts_with(self, feature: str) -> Sequence[int]:
        """Return the numbers of the concepts that have a feature, ascending."""
        return self.old_names.get(feature, _NONE)

    def vocabulary(self) -> Sequence[str]:
        """Return the English words of all forms, as folded, sorted."""
        return self._vocabulary

    def words_with(self, feature: str) -> Sequence[int]:
        """Return where in the vocabulary the words stand that have a feature, ascending."""
        return self.words_by_part.get(feature, _NONE)

    def readings(self, character: str) -> Sequence[str]:
        """Return how a character of a Chinese form is read, without tones."""
        return readings_of(character)

    def terms_of(self, language: Language) -> Mapping[str, int]:
        """Return the terms of a language for comparing, each with its place among them."""
        return {term: place for place, term in enumerate(self.concepts_by_term(language))}

    def concepts_of(self, language: Language, place: int) -> Sequence[int]:
        """Return the numbers of the concepts that have a term, best first."""
        if language not in self._by_place:
            self._by_place[language] = list(self.concepts_by_term(language).values())
        return self._by_place[language][place]

    def concepts_by_term(self, language: Language) -> dict[str, list[int]]:
        """Return the numbers of concepts by the terms of a language for comparing."""
        if language not in self._by_term:
            from vet_terms.glossary.marking import terms_for_comparing

            self._by_term[language] = terms_for_comparing(self.concepts, language)
        return self._by_term[language]

    def all_of(self, kind: str) -> dict[str, list[int]]:
        """Return the forms by their features of a kind."""
        if kind not in self._having:
            having: dict[str, list[int]] = {}
            for side, features in FEATURES.items():
                if kind in features:
                    for number, form in enumerate(self.forms):
                        if form.side == side:
                            for text in features[kind](form, readings_of):
                                having.setdefault(text, []).append(number)
            self._having[kind] = having
        return self._having[kind]

    @functools.cached_property
    def old_names(self) -> dict[str, list[int]]:
        """The concepts whose successor a name is, by the name."""
        found: dict[str, list[int]] = {}
        for feature, number in successions(self.concepts):
            found.setdefault(feature, []).append(number)
        return found

    @functools.cached_property
    def _vocabulary(self) -> list[str]:
        return sorted(self.all_of(WORD))

    @functools.cached_property
    def words_by_part(self) -> dict[str, list[int]]:
        """The places of words in the vocabulary, by what similar words have in common."""
        found: dict[str, list[int]] = {}
        for place, word in enumerate(self._vocabulary):
            for part in word_parts(word):
                found.setdefault(part, []).append(place)
        return found
