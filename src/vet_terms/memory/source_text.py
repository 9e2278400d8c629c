"""The source side of documents that are to be translated, and what a memory has for each segment.

A segment is looked up as it stands, its list mark included. Units of a memory often have no mark where one
side of their document had none, so the text behind the mark is looked up too; what it finds is no more
than 99 per cent, since the mark is not in it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Protocol

from vet_terms.language.scripts import count_han, count_latin_words
from vet_terms.language.segmentation import segments
from vet_terms.memory.unit import Match
from vet_terms.model import Document, Language, Segment

_NO_WORDS = "no words"
"""The reason that readers give for such a text (docs/documents.md)."""

WITHOUT_ITS_MARK = 99
"""Percent at the most of a unit that has the text and not the list mark before it."""


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
    return SourceText(document.name, language, wanted, len(every) - len(wanted), numbers)


def as_written(segment: Segment) -> str:
    """Return a segment's text with the list mark before it, as it stands in the document."""
    return segment.mark + segment.text


def matches_of(
    segment: Segment, memory: Searchable, threshold: int, limit: int | None = 10
) -> tuple[Match, ...]:
    """Return the units of a memory for a segment, best first; of equals those with the mark stand first."""
    found = memory.search(as_written(segment), segment.language, threshold, limit)
    if not segment.mark or (found and found[0].percent == 100):
        return tuple(found)
    best = {_key(match): match for match in found}
    for match in memory.search(segment.text, segment.language, threshold, limit):
        without = replace(match, percent=min(match.percent, WITHOUT_ITS_MARK))
        known = best.get(_key(match))
        if known is None or known.percent < without.percent:
            best[_key(match)] = without
    return tuple(sorted(best.values(), key=lambda match: -match.percent)[:limit])


def _key(match: Match) -> tuple[int, str, str]:
    return match.unit.id, match.unit.zh, match.unit.en
