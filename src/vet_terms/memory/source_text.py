"""The source side of documents that are to be translated, and what a memory has for each segment.

A segment is looked up as it stands, its list mark included. Units of a memory often have no mark where one
side of their document had none, so the text behind the mark is looked up too; what it finds is no more
than 99 per cent, since the mark is not in it.

Two things a reader does not keep, so a unit that differs in them only is the same: spaces, which are put in
order on reading (100), and inline codes (99, since the translation has some that the document may lack).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol

from vet_terms.language.scripts import count_han, count_latin_words
from vet_terms.language.segmentation import segments
from vet_terms.memory.unit import Match
from vet_terms.model import Document, Language, Segment
from vet_terms.tmx.model import PLACEABLE, without_codes

_NO_WORDS = "no words"
"""The reason that readers give for such a text (docs/documents.md)."""

WITHOUT_ITS_MARK = 99
"""Percent at the most of a unit that has the text and not the list mark before it."""

WITH_CODES = 99
"""Percent of a unit that has the text with inline codes in it."""


class Searchable(Protocol):
    """What is asked of a memory here."""

    def search(
        self, text: str, language: Language, threshold: int = 70, limit: int | None = 10
    ) -> list[Match]:
        """Return the units that are so like a text, best first."""
        ...


@dataclass(frozen=True, slots=True)
class SourceText:
    """A document's segments in the source language, in reading order; the others are only counted."""

    name: str
    language: Language
    segments: tuple[Segment, ...]
    in_the_other_language: int
    without_words: tuple[str, ...] = ()
    """Lines and cells with a digit and no word, which readers leave out of a document's blocks."""
    left_out: Mapping[str, int] = field(default_factory=dict)
    """What else with a letter or a digit the reader left out: how many texts, by its reason."""


def told_language(documents: Iterable[Document]) -> Language:
    """Return the language that most of the text is in: Chinese characters against Latin words.

    Of a bilingual document it is Chinese: that takes more characters than English takes words.
    """
    han = words = 0
    for document in documents:
        for block in document.blocks:
            han += count_han(block.text)
            words += count_latin_words(block.text)
    return "zh" if han >= words else "en"


def source_text(document: Document, language: Language) -> SourceText:
    """Return what of a document is to be translated from a language."""
    every = segments(document)
    wanted = tuple(segment for segment in every if segment.language == language)
    numbers = tuple(
        each.text
        for each in document.dropped
        if each.reason == _NO_WORDS and any(character.isalnum() for character in each.text)
    )
    left_out = Counter(
        each.reason
        for each in document.dropped
        if each.reason != _NO_WORDS and any(character.isalnum() for character in each.text)
    )
    return SourceText(document.name, language, wanted, len(every) - len(wanted), numbers, left_out)


def as_written(segment: Segment) -> str:
    """Return a segment's text with the list mark before it, as it stands in the document."""
    return segment.mark + segment.text


def matches_of(
    segment: Segment, memory: Searchable, threshold: int, limit: int | None = 10
) -> tuple[Match, ...]:
    """Return the units of a memory for a segment, best first; of equals those with the mark stand first."""
    found = _searched(as_written(segment), memory, segment.language, threshold, limit)
    if not segment.mark or (found and found[0].percent == 100):
        return tuple(found)
    best = {_key(match): match for match in found}
    for match in _searched(segment.text, memory, segment.language, threshold, limit):
        without = replace(match, percent=min(match.percent, WITHOUT_ITS_MARK))
        known = best.get(_key(match))
        if known is None or known.percent < without.percent:
            best[_key(match)] = without
    return tuple(sorted(best.values(), key=lambda match: -match.percent)[:limit])


def _searched(
    text: str, memory: Searchable, language: Language, threshold: int, limit: int | None
) -> list[Match]:
    """Return what a memory finds, what differs only by what readers do not keep being the same."""
    found = [_as_read(text, match, language) for match in memory.search(text, language, threshold, limit)]
    return sorted(found, key=lambda match: -match.percent)


def _as_read(text: str, match: Match, language: Language) -> Match:
    there = match.unit.text(language)
    if match.percent == 100 or _spaced(without_codes(there), language) != _spaced(text, language):
        return match
    if PLACEABLE in there:
        return replace(match, percent=WITH_CODES, differs=("codes",))
    return replace(match, percent=100, differs=())


def _spaced(text: str, language: Language) -> str:
    """Return a text with the spaces that mean something: none in Chinese, one between English words."""
    return ("" if language == "zh" else " ").join(text.split())


def _key(match: Match) -> tuple[int, str, str]:
    return match.unit.id, match.unit.zh, match.unit.en
