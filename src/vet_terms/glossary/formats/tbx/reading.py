"""TBX read as concepts, from any tool: version 2 (``martif``), version 3 (``tbx``) in the styles DCA and DCT,
and the TBX-Min of before version 3 (``TBX``).

Every Chinese and English term of an entry is kept, with notes of the entry, of its languages and terms; other
languages and what a concept has no place for are passed over, and so are entries without Chinese. A file is
read by what its elements are called, whatever their namespaces: what is valid is asked in ``validation``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from vet_terms.errors import InputError
from vet_terms.glossary.formats.entries import Entry, EntryTerm, TermStatus, concepts_of, plain, term_status
from vet_terms.glossary.formats.opening import name_of, xml_root_of
from vet_terms.glossary.formats.tbx.dialects import META_ELEMENTS
from vet_terms.glossary.formats.tbx.labels import label_of
from vet_terms.language.codes import language_of_code
from vet_terms.model import Concept, ConceptStatus, Language

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_STATUSES: Mapping[str, ConceptStatus] = MappingProxyType(
    {
        "starterElement": "proposed",
        "workingElement": "proposed",
        "importedElement": "proposed",
        "archiveElement": "superseded",
    }
)
"""``elementWorkingStatus`` of entries; what is not here is approved."""

_STATUS_CATEGORIES = frozenset(
    {"administrativeStatus", "normativeAuthorization", "termStatus", "usageStatus"}
)
_FLAGS: Mapping[str, TermStatus] = MappingProxyType({"forbidden": "deprecated", "preferred": "preferred"})
"""Notes of a term that some tools write with ``true`` instead of a status."""

_GROUPS = frozenset({"descripGrp", "adminGrp", "termNoteGrp"})
_LANGUAGE_SECTIONS = frozenset({"langSec", "langSet", "langGroup"})
_TERM_SECTIONS = frozenset({"termSec", "tig", "ntig", "termGroup"})


def read(data: bytes, name: str) -> list[Concept]:
    """Return the concepts of a TBX file's bytes, in its order.

    Raises InputError where it is no TBX, broken, or has no Chinese term.
    """
    return concepts_of_tbx(xml_root_of(data, name), name)


def concepts_of_tbx(root: Any, name: str) -> list[Concept]:
    """Return the concepts of a TBX file's root element. Raises InputError as reading does."""
    if name_of(root) not in {"tbx", "martif", "TBX"}:
        raise InputError(f"{name}: is XML but no TBX (its root is <{name_of(root)}>); give a .tbx file")
    labels = name_of(root) == "tbx"
    entries = root.iter("{*}conceptEntry", "{*}termEntry", "{*}entry")
    return concepts_of([_entry(entry, labels=labels) for entry in entries], name)


def _entry(element: Any, *, labels: bool) -> Entry:
    entry = Entry(id=element.get("id", ""))
    sections = []
    for name, category, each in _level(element):
        if name in _LANGUAGE_SECTIONS:
            sections.append(each)
        elif category == "subjectField":
            entry.subject = entry.subject or _text(each)
        elif category == "elementWorkingStatus":
            entry.status = _STATUSES.get(_text(each), "approved")
        else:
            _take(name, category, each, entry, None, labels=labels)
    for section in sections:
        language = language_of_code(section.get(_XML_LANG) or section.get("lang") or "")
        if language is None:
            continue
        for name, category, each in _level(section):
            if name in _TERM_SECTIONS:
                _take_term(each, entry, language, labels=labels)
            else:
                _take(name, category, each, entry, language, labels=labels)
    return entry


def _take_term(section: Any, entry: Entry, language: Language, *, labels: bool) -> None:
    """Take what stands in a ``termSec``, a ``tig``, or an ``ntig`` and its ``termGrp``."""
    text = ""
    status: TermStatus = ""
    for name, category, each in _level(section):
        if name == "termGrp":
            _take_term(each, entry, language, labels=labels)
        elif name == "term":
            text = text or _text(each)
        elif category in _STATUS_CATEGORIES:
            status = status or term_status(_text(each))
        elif category in _FLAGS:
            if _text(each).casefold() in {"true", "yes", "1"} and status != "deprecated":
                status = _FLAGS[category]
        else:
            _take(name, category, each, entry, language, labels=labels)
    if text:
        entry.terms[language].append(EntryTerm(text, status))


def _take(
    name: str, category: str, element: Any, entry: Entry, language: Language | None, *, labels: bool
) -> None:
    """Take a definition, context, source or note, of whatever level of an entry."""
    if category == "definition":
        entry.definition = entry.definition or _text(element)
    elif category == "context" and language:
        entry.contexts[language] = entry.contexts[language] or _text(element)
    elif category == "source":
        entry.source.append(_text(element))
    elif name == "note":
        _take_note(_text(element), entry, language, labels=labels)


def _take_note(note: str, entry: Entry, language: Language | None, *, labels: bool) -> None:
    label, text = label_of(note) if labels else ("", note)
    if label == "Status" and text == "proposed":
        entry.status = "proposed"
    elif label == "Definition" and not entry.definition:
        entry.definition = text
    elif label == "Context" and language and not entry.contexts[language]:
        entry.contexts[language] = text
    elif label == "Source":
        entry.source.append(text)
    else:
        entry.notes.append(text if label == "Note" else note)


def _level(element: Any) -> Iterator[tuple[str, str, Any]]:
    """Yield what stands at a level of an entry, alone or in a group: name, data category, element.

    Notes in a group, and the source of a definition or a context, are about that and not about the entry.
    """
    for each in element:
        name = name_of(each)
        if name in _GROUPS:
            for inner in each:
                category = _category(name_of(inner), inner)
                if category != "note" and (category != "source" or name != "descripGrp"):
                    yield "", category, inner
        elif name:
            yield name, _category(name, each), each


def _category(name: str, element: Any) -> str:
    """Return the data category of an element: its type, or in the style DCT its name."""
    return (element.get("type") or "") if name in META_ELEMENTS else name


def _text(element: Any) -> str:
    return plain("".join(element.itertext("*")) if len(element) else element.text or "")
