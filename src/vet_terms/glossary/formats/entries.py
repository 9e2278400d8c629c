"""A concept as terminology formats have it: an entry with languages, and terms that each have a status.

TBX and MultiTerm XML say the same things with other elements; here is what they say. A concept's own term is
the preferred one of its language; of a superseded concept all terms are superseded but the forbidden ones,
which are deprecated. Reading turns that round, for files of any tool: the preferred term of a language, or
else the first that is not deprecated, is the concept's own; deprecated English is forbidden; the others are
variants. An entry without a status was made by people and counts as approved.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from vet_terms.errors import InputError
from vet_terms.glossary.formats.format import WriteOptions
from vet_terms.glossary.formats.markup import clean
from vet_terms.model import CONCEPT_TYPES, Concept, ConceptStatus, ConceptType, Language

TermStatus = Literal["", "preferred", "admitted", "superseded", "deprecated"]

_STATUS_WORDS: Mapping[str, TermStatus] = MappingProxyType(
    {
        "preferred": "preferred",
        "standardized": "preferred",
        "standardised": "preferred",
        "admitted": "admitted",
        "allowed": "admitted",
        "superseded": "superseded",
        "obsolete": "superseded",
        "historical": "superseded",
        "deprecated": "deprecated",
        "forbidden": "deprecated",
        "notrecommended": "deprecated",
        "donotuse": "deprecated",
    }
)
_ORDER: Mapping[TermStatus, int] = MappingProxyType({"preferred": 0, "superseded": 2, "deprecated": 3})

_SPACES = re.compile("[ \t\r\n]+")


@dataclass(frozen=True, slots=True)
class EntryTerm:
    """A term of an entry in one language."""

    text: str
    status: TermStatus = ""


@dataclass(slots=True)
class Entry:
    """An entry as it is read: what of it a concept has a place for, in the order of the file."""

    id: str = ""
    terms: dict[Language, list[EntryTerm]] = field(default_factory=lambda: {"zh": [], "en": []})
    contexts: dict[Language, str] = field(default_factory=lambda: {"zh": "", "en": ""})
    subject: str = ""
    definition: str = ""
    status: ConceptStatus = "approved"
    source: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    extra: dict[str, str] = field(default_factory=dict)
    """Cells of columns that a person added, by the column's name."""


LanguagePart = tuple[str, Language, list[EntryTerm], str]
"""A language of an entry: its code, which it is, its terms, the context of the first."""


def languages_of(concept: Concept, options: WriteOptions) -> list[LanguagePart]:
    """Return the languages of a concept that have a term, the source language first."""
    chinese: LanguagePart = (options.chinese, "zh", _terms(concept, "zh"), concept.context_zh)
    english: LanguagePart = (options.english, "en", _terms(concept, "en"), concept.context_en)
    both = [chinese, english] if options.source == "zh" else [english, chinese]
    return [each for each in both if each[2]]


def _terms(concept: Concept, language: Language) -> list[EntryTerm]:
    """Return the terms of a language, the concept's own first, each text once with its first status."""
    superseded = concept.status == "superseded"
    own: TermStatus = "superseded" if superseded else "preferred"
    other: TermStatus = "superseded" if superseded else "admitted"
    if language == "zh":
        said = [(concept.zh, own), *((form, other) for form in concept.zh_variants)]
    else:
        said = [(concept.en, own), *((form, other) for form in concept.en_variants)]
        said += [(form, "deprecated") for form in concept.en_forbidden]
    statuses: dict[str, TermStatus] = {}
    for text, status in said:
        if clean(text).strip():
            statuses.setdefault(text, status)
    return [EntryTerm(text, status) for text, status in statuses.items()]


def subject_of(concept: Concept) -> str:
    """Return domain and type as a subject field: “vocational education / organisation”."""
    return f"{concept.domain} / {concept.type}" if concept.domain else concept.type


def term_status(word: str) -> TermStatus:
    """Return the status that tools say in many ways: preferredTerm-admn-sts, Preferred, forbidden."""
    letters = re.sub("[^a-z]", "", word.casefold().removesuffix("-admn-sts"))
    return _STATUS_WORDS.get(letters.removesuffix("term"), "")


def plain(text: str) -> str:
    """Return a text without the line ends and spaces that layout put in; other spaces are content."""
    return _SPACES.sub(" ", text).strip(" ")


def concepts_of(entries: Sequence[Entry], name: str) -> list[Concept]:
    """Return the entries of a file that have a Chinese term as concepts.

    Raises InputError where none has one.
    """
    concepts = [concept for entry in entries if (concept := _concept(entry)) is not None]
    if not concepts:
        raise InputError(
            f"{name}: none of its {len(entries)} entries has a Chinese term; there is nothing to use"
        )
    return concepts


def _concept(entry: Entry) -> Concept | None:
    chinese, english = _ordered(entry.terms["zh"]), _ordered(entry.terms["en"])
    if not chinese:
        return None
    admitted = [each.text for each in english if each.status != "deprecated"]
    domain, concept_type = _subject(entry.subject)
    return Concept(
        id=entry.id,
        zh=chinese[0].text,
        en=admitted[0] if admitted else "",
        zh_variants=tuple(each.text for each in chinese[1:]),
        en_variants=tuple(admitted[1:]),
        en_forbidden=tuple(each.text for each in english if each.status == "deprecated"),
        type=concept_type,
        status="superseded" if chinese[0].status == "superseded" else entry.status,
        domain=domain,
        definition=entry.definition,
        context_zh=entry.contexts["zh"],
        context_en=entry.contexts["en"],
        source=_once(entry.source),
        note="; ".join(_once(entry.notes)),
        extra=tuple(sorted(entry.extra.items())),
    )


def _ordered(terms: Sequence[EntryTerm]) -> list[EntryTerm]:
    """Return terms with the preferred ones first and deprecated ones last, each text once."""
    known: dict[str, EntryTerm] = {}
    for term in sorted(terms, key=lambda each: _ORDER.get(each.status, 1)):
        known.setdefault(term.text, term)
    return list(known.values())


def _subject(text: str) -> tuple[str, ConceptType]:
    """Return the domain and the type of a subject field, as our own files write them: “domain / type”."""
    domain, _, last = text.rpartition(" / ")
    for concept_type in CONCEPT_TYPES:
        if last == concept_type:
            return domain, concept_type
    return text, "term"


def _once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))
