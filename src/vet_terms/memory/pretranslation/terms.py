"""What the glossary has for a segment: its terms, and what to write and not to write for each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from vet_terms.glossary.folding import base_form, english_words
from vet_terms.glossary.term_index import TermIndex
from vet_terms.model import Concept, Language


@dataclass(frozen=True, slots=True)
class TermNote:
    """A term of a segment with its translations, preferred first, and a line that says all there is to say.

    A superseded entry has no translations to use: its line says what it was, and why it is not any more.
    """

    term: str
    translations: tuple[str, ...]
    line: str
    definition: str = ""


class TermNotes:
    """The notes for segments in either language."""

    __slots__ = ("_chinese", "_english")

    def __init__(self, concepts: Iterable[Concept], chinese: TermIndex) -> None:
        self._chinese = chinese
        self._english = _by_english(concepts)

    def of(self, text: str, language: Language) -> tuple[TermNote, ...]:
        """Return the notes on a segment, in the order of its text, each once."""
        found = self._in_chinese(text) if language == "zh" else self._in_english(text)
        return tuple(dict.fromkeys(found))

    def _in_chinese(self, text: str) -> Iterator[TermNote]:
        for hit in self._chinese.in_chinese(text):
            for concept in hit.concepts:
                if concept.en:
                    yield _note_in_english(text[hit.start : hit.end], concept)

    def _in_english(self, text: str) -> Iterator[TermNote]:
        words = tuple(base_form(word) for word in english_words(text))
        longest = max(map(len, self._english), default=0)
        start = 0
        while start < len(words):
            sizes = range(min(longest, len(words) - start), 0, -1)
            size = next((size for size in sizes if words[start : start + size] in self._english), 0)
            for term, concept in self._english.get(words[start : start + size], ()) if size else ():
                yield _note_in_chinese(term, concept)
            start += size or 1


def _by_english(concepts: Iterable[Concept]) -> dict[tuple[str, ...], list[tuple[str, Concept]]]:
    found: dict[tuple[str, ...], list[tuple[str, Concept]]] = {}
    for concept in concepts:
        if concept.status == "rejected":
            continue
        for term in filter(None, (concept.en, *concept.en_variants)):
            key = tuple(base_form(word) for word in english_words(term))
            entries = found.setdefault(key, [])
            if key and concept not in (each for _, each in entries):
                entries.append((term, concept))
    found.pop((), None)
    return found


def _note_in_english(term: str, concept: Concept) -> TermNote:
    also = [f"also: {' | '.join(concept.en_variants)}"] if concept.en_variants else []
    if concept.en_forbidden:
        also.append(f"do not use: {' | '.join(concept.en_forbidden)}")
    return _note(term, (concept.en, *concept.en_variants), also, concept)


def _note_in_chinese(term: str, concept: Concept) -> TermNote:
    also = [f"also: {' | '.join(concept.zh_variants)}"] if concept.zh_variants else []
    return _note(term, (concept.zh, *concept.zh_variants), also, concept)


def _note(term: str, translations: tuple[str, ...], also: list[str], concept: Concept) -> TermNote:
    if concept.status == "superseded":
        why = " ".join(concept.note.split()) or "no note says why"
        also.append(f"superseded: {why}")
    elif concept.status != "approved":
        also.append(concept.status)
    line = f"{term} = {translations[0]}" + (f" ({'; '.join(also)})" if also else "")
    usable = () if concept.status == "superseded" else translations
    return TermNote(term, usable, line, " ".join(concept.definition.split()))
