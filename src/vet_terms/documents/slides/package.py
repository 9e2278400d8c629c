"""The parts of a slide deck's file, and how they hang together, as python-pptx finds them.

The library is asked for no more than that: its shapes are slow to walk, and know neither diagrams nor
content in several forms. A link to somewhere outside of the file is never followed.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from vet_terms.documents.drawings import choose_alternatives
from vet_terms.errors import InputError
from vet_terms.xml_input import refuse_entities

if TYPE_CHECKING:
    from pptx.opc.package import Part

MOST_ELEMENTS = 4_000_000
"""What the markup of a deck may hold: each element takes some hundred bytes of memory, however short it is
written. A deck of a thousand slides has less than a million."""

_SHORTEST_ELEMENT = len("<a/>")
_READ_AT_ONCE = 1 << 20
_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships/"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


@dataclass(frozen=True, slots=True)
class Deck:
    """A slide deck that is being read: its name, and the parts that were met."""

    name: str
    met: set[Part] = field(default_factory=set)

    def is_new(self, part: Part) -> bool:
        """Say whether a part is met for the first time.

        No program lets two slides show one part, but a file may name one a million times.
        """
        is_new = part not in self.met
        self.met.add(part)
        return is_new

    def tree_of(self, part: Part) -> Any:
        """Return the XML of a part, content in several forms reduced to the newest.

        Raises InputError where it declares entities, and lxml's XMLSyntaxError where it is none.
        """
        from lxml import etree

        root = getattr(part, "_element", None)
        if root is None:
            parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
            root = etree.fromstring(part.blob, parser)
        refuse_entities(root, self.name)
        choose_alternatives(root)
        return root


def main_part(data: bytes, name: str) -> Part:
    """Return the part that lists the slides. Raises InputError, and whatever python-pptx raises."""
    from pptx.package import Package

    _refuse_too_many_elements(data, name)
    package = Package.open(io.BytesIO(data))
    try:
        return package.part_related_by(f"{_RELATIONS}officeDocument")
    except KeyError:
        return package.part_related_by(f"{_STRICT}officeDocument")


def _refuse_too_many_elements(data: bytes, name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
        if sum(part.file_size for part in parts) <= MOST_ELEMENTS * _SHORTEST_ELEMENT:
            return
        count = 0
        for part in parts:
            with archive.open(part) as stream:
                # What a part is called does not say whether it is parsed.
                block = stream.read(_READ_AT_ONCE)
                is_markup = b"<" in block[:8]
                while is_markup and block:
                    # An element with an end tag has two, a short one has one.
                    count += block.count(b"<") - block.count(b"</")
                    block = stream.read(_READ_AT_ONCE)
        if count > MOST_ELEMENTS:
            raise InputError(f"{name}: has {count:,} elements, more than a slide deck takes; it is not read")


def related(part: Part, kind: str) -> Iterator[Part]:
    """Yield the parts that a part names as its ``kind`` (the last word of a relation's type)."""
    for relation in part.rels.values():
        if not relation.is_external and relation.reltype.rpartition("/")[2] == kind:
            yield relation.target_part


def named_by(part: Part, element: Any, attribute: str = "id") -> Part | None:
    """Return the part that an element of a part names; None where it is outside of the file, or nowhere."""
    for key, value in element.attrib.items():
        if key.endswith(f"/relationships}}{attribute}") and value in part.rels:
            relation = part.rels[value]
            return None if relation.is_external else relation.target_part
    return None
