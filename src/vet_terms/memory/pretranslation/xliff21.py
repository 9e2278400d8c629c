"""XLIFF 2.1 (OASIS standard, 2018): one ``file``, one ``unit`` with one ``segment`` for each segment.

Matches are in the translation candidates module (section 5.1) and refer to the segment, terms in the glossary
module (section 5.2); what that cannot say of a term (forbidden forms, status) is said in notes. A target that
asks for review keeps the state ``initial``: version 2 has no other state below ``translated``. The sub-state
says how a target came about.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vet_terms.memory.pretranslation.terms import TermNote
from vet_terms.memory.pretranslation.units import Filled, Offer, PretranslatedUnit
from vet_terms.memory.pretranslation.xliff_file import XliffFile
from vet_terms.memory.pretranslation.xml_parts import element, indented, opened

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
"""Version 2.1 has the namespace of 2.0 (section 3.2)."""
MATCHES = "urn:oasis:names:tc:xliff:matches:2.0"
GLOSSARY = "urn:oasis:names:tc:xliff:glossary:2.0"

_STATES: dict[Filled, tuple[str, str]] = {
    "exact": ("translated", "vet-terms:exact-match"),
    "one of several": ("initial", "vet-terms:one-of-several"),
    "form": ("initial", "vet-terms:form-differs"),
    "numbers": ("initial", "vet-terms:numbers-replaced"),
    "list mark": ("initial", "vet-terms:list-mark-added"),
    "": ("initial", ""),
}
"""The state of a segment and its sub-state."""


def xliff21(file: XliffFile, units: Iterable[PretranslatedUnit]) -> Iterator[str]:
    """Yield the lines of a file of version 2.1."""
    root = {
        "version": "2.1", "srcLang": file.source_code, "trgLang": file.target_code, "xmlns": NAMESPACE,
        "xmlns:mtc": MATCHES, "xmlns:gls": GLOSSARY,
    }  # fmt: skip
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield opened("xliff", root)
    yield "  " + opened("file", {"id": "f1", "original": file.original, "xml:space": "preserve"})
    yield "    <notes>"
    yield "      " + element("note", {"category": "signature"}, file.signature)
    yield "    </notes>"
    for unit in units:
        yield from indented(2, _unit(unit))
    yield "  </file>"
    yield "</xliff>"


def _unit(unit: PretranslatedUnit) -> Iterator[str]:
    state, sub_state = _STATES[unit.filled]
    yield opened("unit", {"id": unit.id, "name": unit.place})
    yield from indented(1, _matches(unit.offers))
    yield from indented(1, _glossary([term for term in unit.terms if term.translations]))
    yield from indented(1, _notes(unit))
    yield "  " + opened("segment", {"id": "s1", "state": state, "subState": sub_state})
    yield "    " + element("source", {}, unit.source)
    if unit.filled:
        yield "    " + element("target", {}, unit.target)
    yield "  </segment>"
    yield "</unit>"


def _matches(offers: Iterable[Offer]) -> Iterator[str]:
    for number, offer in enumerate(offers, start=1):
        if number == 1:
            yield "<mtc:matches>"
        like = f"{offer.percent}.0"
        said = {
            "id": f"m{number}", "ref": "#s1", "type": "tm", "similarity": like, "matchQuality": like,
            "origin": offer.origin,
        }  # fmt: skip
        yield "  " + opened("mtc:match", said)
        yield "    " + element("source", {}, offer.source)
        yield "    " + element("target", {}, offer.target)
        yield "  </mtc:match>"
    if offers:
        yield "</mtc:matches>"


def _glossary(terms: list[TermNote]) -> Iterator[str]:
    if not terms:
        return
    yield "<gls:glossary>"
    for term in terms:
        yield "  <gls:glossEntry>"
        yield "    " + element("gls:term", {}, term.term)
        for translation in term.translations:
            yield "    " + element("gls:translation", {}, translation)
        if term.definition:
            yield "    " + element("gls:definition", {}, term.definition)
        yield "  </gls:glossEntry>"
    yield "</gls:glossary>"


def _notes(unit: PretranslatedUnit) -> Iterator[str]:
    place = ", ".join(filter(None, (unit.place, f"line {unit.line}" if unit.line else "", unit.kind)))
    yield "<notes>"
    yield "  " + element("note", {"category": "place", "appliesTo": "source"}, place)
    if unit.remark:
        yield "  " + element("note", {"category": unit.filled, "appliesTo": "target"}, unit.remark)
    for term in unit.terms:
        yield "  " + element("note", {"category": "term", "appliesTo": "source"}, term.line)
    yield "</notes>"
