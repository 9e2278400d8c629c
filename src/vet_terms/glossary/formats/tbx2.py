"""TBX version 2 (ISO 30042:2008, root ``martif``), as OmegaT, Weblate and translate-toolkit read it.

These tools do not read version 3. They take the first term of a language for the preferred one,
whatever its status says, so the preferred term is written first. A forbidden form is a
``deprecatedTerm-admn-sts``: readers that look at statuses warn of it, and no other form has that one.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from vet_terms.model import Concept
from vet_terms.signature import signature

if TYPE_CHECKING:
    from lxml import etree

SOURCE_LANGUAGE = "zh-CN"
TARGET_LANGUAGE = "en-US"

WORKING_STATUS = {
    "proposed": "workingElement",
    "approved": "consolidatedElement",
    "superseded": "archiveElement",
}
"""What the format calls the states of an entry (``elementWorkingStatus``)."""

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_XML_NAME = re.compile(r"[A-Za-z_][\w.-]*", re.ASCII)


def write(concepts: Sequence[Concept]) -> bytes:
    """Return the file's bytes: one ``termEntry`` per concept, never all of them as one tree."""
    buffer = io.BytesIO()
    buffer.write(b'<?xml version="1.0" encoding="UTF-8"?>\n')
    buffer.write(f'<martif type="TBX" xml:lang="{SOURCE_LANGUAGE}">\n'.encode())
    buffer.write(_bytes(_header()))
    buffer.write(b"<text>\n<body>\n")
    for number, concept in enumerate(concepts, start=1):
        buffer.write(_bytes(_entry(concept, number)))
    buffer.write(b"</body>\n</text>\n</martif>\n")
    return buffer.getvalue()


def _bytes(element: etree._Element) -> bytes:
    from lxml import etree

    etree.indent(element, space="  ")
    return etree.tostring(element, encoding="utf-8") + b"\n"


def _header() -> etree._Element:
    from lxml import etree

    header = etree.Element("martifHeader")
    description = etree.SubElement(header, "fileDesc")
    _add(etree.SubElement(description, "sourceDesc"), "p", signature(format="tbx2"))
    _add(etree.SubElement(header, "encodingDesc"), "p", "TBXXCSV02.xcs", type="XCSURI")
    return header


def _entry(concept: Concept, number: int) -> etree._Element:
    from lxml import etree

    # An id that is no XML name (a person may write any) would make the file invalid.
    entry = etree.Element(
        "termEntry", id=concept.id if _XML_NAME.fullmatch(concept.id) else f"entry-{number}"
    )
    subject = f"{concept.domain} / {concept.type}" if concept.domain else concept.type
    _add(entry, "descrip", subject, type="subjectField")
    if concept.definition:
        _add(entry, "descrip", concept.definition, type="definition")
    _add(entry, "admin", WORKING_STATUS[concept.status], type="elementWorkingStatus")
    for source in concept.source:
        _add(entry, "admin", source, type="source")
    if concept.note:
        _add(entry, "note", concept.note)
    preferred = "supersededTerm-admn-sts" if concept.status == "superseded" else "preferredTerm-admn-sts"
    admitted = "supersededTerm-admn-sts" if concept.status == "superseded" else "admittedTerm-admn-sts"
    chinese = [(concept.zh, preferred), *((form, admitted) for form in concept.zh_variants)]
    english = [
        (concept.en, preferred),
        *((form, admitted) for form in concept.en_variants),
        *((form, "deprecatedTerm-admn-sts") for form in concept.en_forbidden),
    ]
    _add_language(entry, SOURCE_LANGUAGE, chinese, concept.context_zh)
    _add_language(entry, TARGET_LANGUAGE, english, concept.context_en)
    return entry


def _add_language(
    entry: etree._Element, language: str, terms: Sequence[tuple[str, str]], context: str
) -> None:
    """Add a language with its terms; the context belongs to the preferred one."""
    from lxml import etree

    section = etree.SubElement(entry, "langSet", {_XML_LANG: language})
    statuses: dict[str, str] = {}
    for term, status in terms:
        statuses.setdefault(term, status)
    for position, (term, status) in enumerate(statuses.items()):
        group = etree.SubElement(section, "tig")
        _add(group, "term", term)
        _add(group, "termNote", status, type="administrativeStatus")
        if context and position == 0:
            _add(group, "descrip", context, type="context")


def _add(parent: etree._Element, tag: str, text: str, **attributes: str) -> None:
    from lxml import etree

    etree.SubElement(parent, tag, attributes).text = _NOT_IN_XML.sub(" ", text)
