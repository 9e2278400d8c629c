"""TBX version 2 (ISO 30042:2008, root ``martif``), as OmegaT, Weblate and translate-toolkit read it.

These tools do not read version 3. They take the first term of a language for the preferred one,
whatever its status says, so the preferred term is written first. A forbidden form is a
``deprecatedTerm-admn-sts``: readers that look at statuses warn of it, and no other form has that one.
"""

from __future__ import annotations

from collections.abc import Sequence

from vet_terms.glossary.formats.entries import languages_of, subject_of
from vet_terms.glossary.formats.format import DEFAULT, WriteOptions
from vet_terms.glossary.formats.markup import XML_LANG, Markup, attributes_text, entry_ids
from vet_terms.model import Concept
from vet_terms.signature import signature

WORKING_STATUS = {
    "proposed": "workingElement",
    "approved": "consolidatedElement",
    "superseded": "archiveElement",
}
"""What the format calls the states of an entry (``elementWorkingStatus``)."""


def write(concepts: Sequence[Concept], options: WriteOptions = DEFAULT) -> bytes:
    """Return the file's bytes: one ``termEntry`` per concept."""
    source = options.chinese if options.source == "zh" else options.english
    markup = Markup()
    _add_header(markup)
    root = attributes_text({"type": "TBX", XML_LANG: source})
    parts = ['<?xml version="1.0" encoding="UTF-8"?>\n', f"<martif{root}>\n"]
    parts += [markup.take(), "<text>\n<body>\n"]
    for identifier, concept in zip(entry_ids(concepts), concepts, strict=True):
        _add_entry(markup, concept, identifier, options)
        parts.append(markup.take())
    parts.append("</body>\n</text>\n</martif>\n")
    return "".join(parts).encode("utf-8")


def _add_header(markup: Markup) -> None:
    markup.begin("martifHeader")
    markup.begin("fileDesc")
    markup.begin("sourceDesc")
    markup.add("p", signature(format="tbx2"))
    markup.end()
    markup.end()
    markup.begin("encodingDesc")
    markup.add("p", "TBXXCSV02.xcs", {"type": "XCSURI"})
    markup.end()
    markup.end()


def _add_entry(markup: Markup, concept: Concept, identifier: str, options: WriteOptions) -> None:
    markup.begin("termEntry", {"id": identifier})
    markup.add("descrip", subject_of(concept), {"type": "subjectField"})
    if concept.definition:
        markup.add("descrip", concept.definition, {"type": "definition"})
    markup.add("admin", WORKING_STATUS[concept.status], {"type": "elementWorkingStatus"})
    for source in concept.source:
        markup.add("admin", source, {"type": "source"})
    if concept.note:
        markup.add("note", concept.note)
    for code, _, terms, context in languages_of(concept, options):
        markup.begin("langSet", {XML_LANG: code})
        for position, term in enumerate(terms):
            markup.begin("tig")
            markup.add("term", term.text)
            markup.add("termNote", f"{term.status}Term-admn-sts", {"type": "administrativeStatus"})
            if context and position == 0:
                markup.add("descrip", context, {"type": "context"})
            markup.end()
        markup.end()
    markup.end()
