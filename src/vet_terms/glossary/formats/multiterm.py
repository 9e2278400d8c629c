"""MultiTerm XML (root ``mtf``), the form in which Trados MultiTerm imports and exports term bases.

An entry has fields, languages and terms with fields of their own. Fields are named by the term base that the
file belongs to, so only what a term base has under the same names is imported; docs/glossary-formats.md lists
ours. Entries are numbered: our own id is a field. Written as UTF-8; exports of MultiTerm are UTF-16, and both
are read, with the names of fields that term bases commonly use.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from vet_terms.errors import InputError
from vet_terms.glossary.formats.entries import Entry, EntryTerm, concepts_of, languages_of, plain, term_status
from vet_terms.glossary.formats.format import DEFAULT, WriteOptions
from vet_terms.glossary.formats.markup import Markup
from vet_terms.glossary.formats.opening import name_of, xml_root_of
from vet_terms.language.codes import language_of_code
from vet_terms.model import CONCEPT_TYPES, Concept, ConceptStatus, Language

INDEXES: Mapping[Language, str] = MappingProxyType({"zh": "Chinese", "en": "English"})
"""What MultiTerm calls the languages of a term base."""

_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "id": "id",
        "entry id": "id",
        "subject": "subject",
        "subject field": "subject",
        "subjectfield": "subject",
        "domain": "subject",
        "type": "type",
        "entity type": "type",
        "definition": "definition",
        "process status": "process",
        "entry status": "process",
        "status": "status",
        "term status": "status",
        "usage": "status",
        "usage status": "status",
        "administrative status": "status",
        "administrativestatus": "status",
        "context": "context",
        "example": "context",
        "source": "source",
        "reference": "source",
        "note": "note",
        "notes": "note",
        "comment": "note",
        "remark": "note",
    }
)
"""What fields are called, in small letters, and what they are to us."""

_PROCESS: Mapping[str, ConceptStatus] = MappingProxyType(
    {"proposed": "proposed", "new": "proposed", "superseded": "superseded", "rejected": "rejected"}
)


def write(concepts: Sequence[Concept], options: WriteOptions = DEFAULT) -> bytes:
    """Return the file's bytes: one ``conceptGrp`` per concept, numbered from 1."""
    markup = Markup()
    parts = ['<?xml version="1.0" encoding="UTF-8"?>\n']
    markup.begin("mtf")
    for number, concept in enumerate(concepts, start=1):
        _add_entry(markup, concept, number, options)
        parts.append(markup.take())
    markup.end()
    parts.append(markup.take())
    return "".join(parts).encode("utf-8")


def read(data: bytes, name: str) -> list[Concept]:
    """Return the concepts of a MultiTerm XML file's bytes, in its order.

    Raises InputError where it is no such file, broken, or has no Chinese term.
    """
    return concepts_of_multiterm(xml_root_of(data, name), name)


def concepts_of_multiterm(root: Any, name: str) -> list[Concept]:
    """Return the concepts of a MultiTerm XML file's root element. Raises InputError as reading does."""
    if name_of(root) != "mtf":
        raise InputError(
            f"{name}: is no MultiTerm XML (its root is <{name_of(root)}>); export the term base as XML"
        )
    return concepts_of([_entry(each) for each in root.iter("{*}conceptGrp")], name)


def _add_entry(markup: Markup, concept: Concept, number: int, options: WriteOptions) -> None:
    markup.begin("conceptGrp")
    markup.add("concept", str(number))
    fields = [("ID", concept.id), ("Subject", concept.domain), ("Type", concept.type)]
    fields += [("Definition", concept.definition), ("Process status", concept.status)]
    fields += [("Source", source) for source in concept.source]
    fields.append(("Note", concept.note))
    _add_fields(markup, fields)
    for code, language, terms, context in languages_of(concept, options):
        markup.begin("languageGrp")
        markup.add_empty("language", {"type": INDEXES[language], "lang": code.upper()})
        for position, term in enumerate(terms):
            markup.begin("termGrp")
            markup.add("term", term.text)
            _add_fields(markup, [("Status", term.status), ("Context", context if position == 0 else "")])
            markup.end()
        markup.end()
    markup.end()


def _add_fields(markup: Markup, fields: Sequence[tuple[str, str]]) -> None:
    for name, text in fields:
        if text:
            markup.begin("descripGrp")
            markup.add("descrip", text, {"type": name})
            markup.end()


def _entry(element: Any) -> Entry:
    entry = Entry(id=next((_text(each) for each in element if name_of(each) == "concept"), ""))
    said_type = _take_fields(element, entry, None)
    for section in _named(element, "languageGrp"):
        language = _language(section)
        if language is None:
            continue
        said_type = _take_fields(section, entry, language) or said_type
        for group in _named(section, "termGrp"):
            text = next((_text(each) for each in _named(group, "term")), "")
            said = next((said for kind, said in _fields(group) if kind == "status"), "")
            if text:
                entry.terms[language].append(EntryTerm(text, term_status(said)))
            _take_fields(group, entry, language)
    if said_type:
        entry.subject = f"{entry.subject} / {said_type}" if entry.subject else said_type
    return entry


def _take_fields(element: Any, entry: Entry, language: Language | None) -> str:
    """Take the fields of one level of an entry; return the type of the concept where it says one."""
    concept_type = ""
    for kind, text in _fields(element):
        if kind == "id" and language is None:
            entry.id = text
        elif kind == "type" and text in CONCEPT_TYPES:
            concept_type = text
        elif kind == "subject":
            entry.subject = entry.subject or text
        elif kind == "definition":
            entry.definition = entry.definition or text
        elif kind == "process" and language is None:
            entry.status = _PROCESS.get(text.casefold(), "approved")
        elif kind == "context" and language:
            entry.contexts[language] = entry.contexts[language] or text
        elif kind == "source":
            entry.source.append(text)
        elif kind == "note":
            entry.notes.append(text)
    return concept_type


def _fields(element: Any) -> Iterator[tuple[str, str]]:
    """Yield what the fields at a level are to us, with what they say; fields within fields too."""
    for group in _named(element, "descripGrp"):
        for each in _named(group, "descrip"):
            kind = _NAMES.get((each.get("type") or "").strip().casefold(), "")
            if kind and (text := _text(each)):
                yield kind, text
        yield from _fields(group)


def _language(section: Any) -> Language | None:
    """Return the language of a ``languageGrp``: of its code, else of the name of its index."""
    for each in _named(section, "language"):
        found = language_of_code(each.get("lang") or "")
        name = (each.get("type") or "").strip().casefold()
        return found or next(
            (language for language, index in INDEXES.items() if name.startswith(index.casefold())), None
        )
    return None


def _named(element: Any, name: str) -> Iterator[Any]:
    return (each for each in element if name_of(each) == name)


def _text(element: Any) -> str:
    return plain("".join(element.itertext("*")) if len(element) else element.text or "")
