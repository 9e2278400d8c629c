"""TBX version 2 (ISO 30042:2008, root ``martif``) read as concepts, from any tool.

Every Chinese and English term of an entry is kept: the preferred one of a language, or else the first that
is not deprecated, is the concept's own, deprecated English is forbidden, the others are variants. Other
languages and what a concept has no place for are passed over. An entry without a status was made by people
and counts as approved. Entries without Chinese are passed over.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from vet_terms.errors import InputError
from vet_terms.language.codes import language_of_code
from vet_terms.model import CONCEPT_TYPES, Concept, ConceptStatus, ConceptType, Language
from vet_terms.xml_input import local_name

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


@dataclass(frozen=True, slots=True)
class _Term:
    text: str
    status: str
    """``administrativeStatus`` without its ending: preferredTerm, admittedTerm, deprecatedTerm…"""


def concepts_of_tbx(data: bytes, name: str) -> list[Concept]:
    """Return the concepts of a TBX file's bytes, in its order.

    Raises InputError where it is no TBX version 2, broken, or has no Chinese term.
    """
    from vet_terms.documents.bilingual.xliff import xml_root

    root = xml_root(data, name)
    if local_name(root) == "tbx":
        raise InputError(
            f"{name}: is TBX version 3, which is not read; export it as version 2 (TBX-Basic 2008)"
        )
    if local_name(root) != "martif":
        raise InputError(f"{name}: is XML but no TBX (its root is <{local_name(root)}>); give a .tbx file")
    entries = list(root.iter("{*}termEntry"))
    concepts = [concept for entry in entries if (concept := _concept(entry)) is not None]
    if not concepts:
        raise InputError(
            f"{name}: none of its {len(entries)} entries has a Chinese term; there is nothing to use"
        )
    return concepts


def _concept(entry: Any) -> Concept | None:
    terms: dict[Language, list[_Term]] = {"zh": [], "en": []}
    contexts: dict[Language, str] = {"zh": "", "en": ""}
    for section in _named(entry, "langSet"):
        language = language_of_code(section.get(_XML_LANG) or section.get("lang") or "")
        if language:
            terms[language] += _terms(section)
            contexts[language] = contexts[language] or _said(section, "context")
    chinese, english = _ordered(terms["zh"]), _ordered(terms["en"])
    if not chinese:
        return None
    forbidden = tuple(each.text for each in english if each.status == "deprecatedTerm")
    admitted = [each.text for each in english if each.status != "deprecatedTerm"]
    superseded = chinese[0].status == "supersededTerm"
    domain, concept_type = _subject(_said(entry, "subjectField", own=True))
    working = _said(entry, "elementWorkingStatus", own=True)
    return Concept(
        id=entry.get("id", ""),
        zh=chinese[0].text,
        en=admitted[0] if admitted else "",
        zh_variants=tuple(each.text for each in chinese[1:]),
        en_variants=tuple(admitted[1:]),
        en_forbidden=forbidden,
        type=concept_type,
        status="superseded" if superseded else _STATUSES.get(working, "approved"),
        domain=domain,
        definition=_said(entry, "definition"),
        context_zh=contexts["zh"],
        context_en=contexts["en"],
        source=tuple(_text(each) for each in _named(entry, "admin") if each.get("type") == "source"),
        note=" ".join(_text(each) for each in _named(entry, "note")),
    )


def _terms(section: Any) -> Iterator[_Term]:
    """Yield the terms of a ``langSet``: each in a ``tig``, or in the ``termGrp`` of an ``ntig``."""
    for group in section.iter("{*}tig", "{*}termGrp"):
        for term in _named(group, "term"):
            status = next(
                (
                    _text(note)
                    for note in _named(group, "termNote")
                    if note.get("type") in {"administrativeStatus", "normativeAuthorization"}
                ),
                "",
            )
            if text := _text(term):
                yield _Term(text, status.removesuffix("-admn-sts"))


def _ordered(terms: list[_Term]) -> list[_Term]:
    """Return terms with the preferred ones first and deprecated ones last, each text once."""
    weights = {"preferredTerm": 0, "deprecatedTerm": 2}
    known: dict[str, _Term] = {}
    for term in sorted(terms, key=lambda each: weights.get(each.status, 1)):
        known.setdefault(term.text, term)
    return list(known.values())


def _subject(text: str) -> tuple[str, ConceptType]:
    """Return the domain and the type of a subject field, as our own files write them: “domain / type”."""
    domain, _, last = text.rpartition(" / ")
    for concept_type in CONCEPT_TYPES:
        if last == concept_type:
            return domain, concept_type
    return text, "term"


def _said(element: Any, kind: str, *, own: bool = False) -> str:
    """Return the first text of a kind (``descrip`` or ``admin``) in an element; of its own children only."""
    inside = element if own else element.iter()
    return next((_text(each) for each in inside if each.get("type") == kind), "")


def _named(element: Any, name: str) -> Iterator[Any]:
    return (each for each in element if local_name(each) == name)


def _text(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())
