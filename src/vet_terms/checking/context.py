"""What rules may know: of a unit, read once for all of them, and of the world beside it.

Nothing here judges. Each reading is worked out when the first rule asks for it.
"""

from __future__ import annotations

import operator
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from vet_terms.model import Concept, TranslationUnit

if TYPE_CHECKING:
    from vet_terms.checking.counterparts.answers import Contents
    from vet_terms.checking.typography.near_misses import Expressions
    from vet_terms.glossary.english_words import Words
    from vet_terms.glossary.term_index import TermHit, TermIndex
    from vet_terms.language.mismatches import Compared
    from vet_terms.language.named_places import Mention
    from vet_terms.language.spelt_people import SpeltPerson

_NUMERAL = re.compile("[\\d〇一二三四五六七八九十百千万亿两双半]")
_IN_KEPT = re.compile(r"[\d/]")
"""What each code and telephone number has one of."""
_LETTERS = re.compile("[A-Za-z]+")
_BLANK = "□"


class Context:
    """What rules know beside the unit: the glossary, the approved memory, the document's year.

    ``memory`` holds the approved English texts of a Chinese one, by `vet_terms.language.scripts.comparable`.
    ``vectors`` says whether sentence vectors may be used. A context can be sent to another process: what was
    worked out stays behind.
    """

    def __init__(
        self,
        concepts: Iterable[Concept] = (),
        memory: Mapping[str, tuple[str, ...]] | None = None,
        year: int | None = None,
        vectors: bool = True,
    ) -> None:
        """Keep the entries that are not rejected; each gets an id of its own, which a table may lack."""
        kept = [concept for concept in concepts if concept.status != "rejected"]
        ids = Counter(concept.id for concept in kept)
        self.concepts = tuple(
            concept if concept.id and ids[concept.id] == 1 else replace(concept, id=f"{concept.id}#{number}")
            for number, concept in enumerate(kept, start=1)
        )
        self.memory = memory or {}
        self.year = year
        self.vectors = vectors

    def __getstate__(self) -> dict[str, Any]:
        """Return what the context was made of."""
        return {name: self.__dict__[name] for name in ("concepts", "memory", "year", "vectors")}

    @cached_property
    def terms(self) -> TermIndex:
        """The glossary, ready to be searched."""
        from vet_terms.glossary.term_index import TermIndex

        return TermIndex(self.concepts)

    @cached_property
    def chinese_terms(self) -> Expressions:
        """The Chinese terms of the trade and of the glossary, to be known with one character wrong."""
        from vet_terms.checking.typography.near_misses import Expressions
        from vet_terms.glossary.extraction.field import POLICIES, TERMS

        named = (concept for concept in self.concepts if concept.type != "person")
        return Expressions(
            {*POLICIES, *TERMS, *(zh for each in named for zh in (each.zh, *each.zh_variants))}
        )

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of the glossary's English terms, runs of Latin letters in lower case."""
        terms = (term for concept in self.concepts for term in (concept.en, *concept.en_variants))
        return frozenset(word.lower() for term in terms for word in _LETTERS.findall(term))


class Reading:
    """A unit as the rules read it."""

    def __init__(self, unit: TranslationUnit, context: Context) -> None:
        """Read nothing yet."""
        self.unit = unit
        self.zh = unit.zh
        self.en = unit.en
        self._context = context

    @cached_property
    def term_hits(self) -> tuple[TermHit, ...]:
        """The glossary's terms in the Chinese, the longest first from the left, none inside another."""
        return self._context.terms.in_chinese(self.zh)

    @cached_property
    def english_words(self) -> Words:
        """The words of the English without articles, with their forms for comparing."""
        from vet_terms.glossary.english_words import english_words

        return english_words(self.en)

    @cached_property
    def chinese_words(self) -> tuple[tuple[int, str], ...]:
        """The Chinese cut into the longest words of the dictionary, each with its place."""
        from vet_terms.checking.counterparts.answers import chinese_words

        return chinese_words(self.zh)

    @cached_property
    def contents(self) -> Contents:
        """The words of both sides that carry meaning, and by what each can be answered."""
        from vet_terms.checking.counterparts.answers import contents_of

        return contents_of(self.chinese_words, self.en)

    @cached_property
    def strayed_length(self) -> float:
        """How far the length of the English is from what translations have, in standard deviations."""
        from vet_terms.checking.counterparts.lengths import strayed

        return strayed(self.zh, self.en)

    @cached_property
    def numbers(self) -> Compared:
        """How the numbers, dates and times of the two sides differ, without those in terms."""
        from vet_terms.language.numbers import compared

        zh, en = self._without_numbered_terms()
        found = compared(zh, en)
        if found.mismatches:
            # What is to be kept as it is, codes and telephone numbers, is the business of other rules.
            found = compared(_without_kept(zh), _without_kept(en))
        if found.mismatches and (without := _without_sayings(zh)) != zh:
            found = compared(_without_kept(without), _without_kept(en))
        return found

    def _without_numbered_terms(self) -> tuple[str, str]:
        """Return both texts without the terms with a numeral that the English has as the glossary says."""
        hits = [hit for hit in self.term_hits if _NUMERAL.search(self.zh, hit.start, hit.end)]
        if not hits:
            return self.zh, self.en
        from vet_terms.checking.glossary_terms import accepted

        in_chinese, in_english = [], []
        for hit in hits:
            if places := [place for each in hit.concepts for place in accepted(each, self.english_words)]:
                in_chinese.append((hit.start, hit.end))
                in_english += places
        return _blanked(self.zh, in_chinese), _blanked(self.en, set(in_english))

    @cached_property
    def spelt_people(self) -> tuple[SpeltPerson, ...]:
        """The Chinese persons of the source whom the English spells, well or badly."""
        from vet_terms.language.spelt_people import spelt_people

        return spelt_people(self.zh, self.en)

    @cached_property
    def chinese_places(self) -> list[Mention]:
        """The countries and the places of China that the Chinese names in full."""
        from vet_terms.language.named_places import places_in_chinese

        return places_in_chinese(self.zh)

    @cached_property
    def english_places(self) -> list[Mention]:
        """The countries and the places of China that the English names."""
        from vet_terms.language.named_places import places_in_english

        return places_in_english(self.en)


_NUMBERED_PLACEHOLDER = re.compile(r"\{\d{1,3}\}|%\d{1,2}\$?[sd]")


def _without_kept(text: str) -> str:
    text = _NUMBERED_PLACEHOLDER.sub(lambda match: " " * len(match.group()), text)
    if not _IN_KEPT.search(text):
        return text
    from vet_terms.checking.kept import codes, is_short, telephone_numbers

    found = (*codes(text), *telephone_numbers(text))
    places = [(each.start, each.end) for each in found if not is_short(each)]
    return _blanked(text, places) if places else text


def _without_sayings(text: str) -> str:
    """Return a Chinese text whose proverbs say no number: 三个臭皮匠 are two heads in English."""
    from vet_terms.language.lexicon import numbered_sayings

    sayings = numbered_sayings()
    beginnings = sayings.keys() & map(operator.add, text, text[1:])
    places = [
        (at, at + len(each))
        for first in beginnings
        for each in sayings[first]
        if (at := text.find(each)) >= 0
    ]
    return _blanked(text, places) if places else text


def _blanked(text: str, places: Iterable[tuple[int, int]]) -> str:
    """Return a text of the same length in which some stretches say nothing."""
    characters = list(text)
    for start, end in places:
        characters[start:end] = _BLANK * (end - start)
    return "".join(characters)
