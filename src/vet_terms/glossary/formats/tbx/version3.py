"""TBX version 3 (ISO 30042:2019): the dialects TBX-Basic, in both styles, and TBX-Min.

In the style DCA a data category is the type of an element (``<termNote type="administrativeStatus">``), in
DCT it is an element of its module (``<min:administrativeStatus>``). What a dialect has no category for stands
in a labelled note. Where a document says a term, that is a source of the preferred Chinese term: at the level
of the concept the dialect allows a source only beside a definition.
"""

from __future__ import annotations

from collections.abc import Sequence

from vet_terms.glossary.formats.entries import languages_of, subject_of
from vet_terms.glossary.formats.format import DEFAULT, WriteOptions
from vet_terms.glossary.formats.markup import XML_LANG, Markup, entry_ids
from vet_terms.glossary.formats.tbx.dialects import CORE_NAMESPACE, DIALECTS, NAMESPACES
from vet_terms.glossary.formats.tbx.labels import free_note, labelled
from vet_terms.model import Concept
from vet_terms.signature import signature


def write_basic(concepts: Sequence[Concept], options: WriteOptions = DEFAULT) -> bytes:
    """Return the concepts as TBX-Basic in the style DCA."""
    return _Writer("TBX-Basic", "dca", options).file(concepts)


def write_basic_dct(concepts: Sequence[Concept], options: WriteOptions = DEFAULT) -> bytes:
    """Return the concepts as TBX-Basic in the style DCT."""
    return _Writer("TBX-Basic", "dct", options).file(concepts)


def write_min(concepts: Sequence[Concept], options: WriteOptions = DEFAULT) -> bytes:
    """Return the concepts as TBX-Min in the style DCA."""
    return _Writer("TBX-Min", "dca", options).file(concepts)


class _Writer:
    """Writes one file in one dialect and style."""

    def __init__(self, dialect: str, style: str, options: WriteOptions) -> None:
        self._dialect = dialect
        self._style = style
        self._options = options
        self._categories = DIALECTS[dialect]
        self._markup = Markup()

    def file(self, concepts: Sequence[Concept]) -> bytes:
        """Return the file's bytes: one ``conceptEntry`` per concept."""
        parts = ['<?xml version="1.0" encoding="UTF-8"?>\n']
        markup = self._markup
        markup.begin("tbx", self._root_attributes())
        markup.begin("tbxHeader")
        markup.begin("fileDesc")
        markup.begin("sourceDesc")
        markup.add("p", signature(format=f"{self._dialect.lower()}-{self._style}"))
        for _ in range(3):
            markup.end()
        markup.begin("text")
        if concepts:
            markup.begin("body")
            for identifier, concept in zip(entry_ids(concepts), concepts, strict=True):
                self._add_entry(concept, identifier)
                parts.append(markup.take())
            markup.end()
        markup.end()
        markup.end()
        parts.append(markup.take())
        return "".join(parts).encode("utf-8")

    def _root_attributes(self) -> dict[str, str]:
        source = self._options.chinese if self._options.source == "zh" else self._options.english
        attributes = {"type": self._dialect, "style": self._style, XML_LANG: source, "xmlns": CORE_NAMESPACE}
        if self._style == "dct":
            modules = dict.fromkeys(each.module for each in self._categories.values())
            attributes |= {f"xmlns:{module}": NAMESPACES[module] for module in modules}
        return attributes

    def _add_entry(self, concept: Concept, identifier: str) -> None:
        languages = languages_of(concept, self._options)
        if not languages:
            return
        markup = self._markup
        markup.begin("conceptEntry", {"id": identifier})
        self._say("subjectField", subject_of(concept))
        if concept.definition:
            self._say("definition", concept.definition)
        if concept.status == "proposed":
            markup.add("note", labelled("Status", concept.status))
        if concept.note:
            markup.add("note", free_note(concept.note))
        for code, language, terms, context in languages:
            markup.begin("langSec", {XML_LANG: code})
            for position, term in enumerate(terms):
                markup.begin("termSec")
                markup.add("term", term.text)
                self._say("administrativeStatus", f"{term.status}Term-admn-sts")
                if context and position == 0:
                    self._say("context", context)
                if language == "zh" and position == 0:
                    for source in concept.source:
                        self._say("source", source)
                markup.end()
            markup.end()
        markup.end()

    def _say(self, name: str, text: str) -> None:
        """Add a data category, or a note that is labelled with it where the dialect has no such category."""
        category = self._categories.get(name)
        if category is None:
            self._markup.add("note", labelled(name.capitalize(), text))
        elif self._style == "dca":
            self._markup.add(category.element, text, {"type": name})
        else:
            self._markup.add(f"{category.module}:{name}", text)
