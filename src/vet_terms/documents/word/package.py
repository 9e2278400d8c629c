"""The parts of a Word document and the relationships between them: opened here, and only here.

Nothing outside the archive is ever looked at: a relationship that leads elsewhere leads nowhere. Parts are
read straight from the archive and not with python-docx, which refuses a whole file for one relationship
that dangles, for macros or as a template, and knows no notes, boxes or tracked changes.
"""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from vet_terms.archives import refuse_unsafe_archive
from vet_terms.errors import InputError
from vet_terms.xml_input import refuse_entities

MOST_TAGS = 6_000_000
"""Tags of one part beyond which it is no text but an attack on memory; a book of a thousand pages has a
million."""

_READ_AT_ONCE = 1 << 18
_AGAIN = "open it in Word and save it again"
_MAIN_NAMESPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MOST_NAMES = 5000
_MOST_DIGITS = 9


class _LocalNames(dict[Any, str]):
    """Tags to names without namespace, remembered: Word's own files and those of ISO's strict kind are
    read alike. Comments and instructions have no name."""

    def __missing__(self, tag: Any) -> str:
        name = tag.rpartition("}")[2] if isinstance(tag, str) else ""
        if len(self) < _MOST_NAMES:
            self[tag] = name
        return name


LOCAL_NAMES = _LocalNames()


@dataclass(frozen=True, slots=True)
class Relationship:
    """What a part points at: ``kind`` as in ``footnotes``, ``target`` the name of a part of the archive."""

    kind: str
    target: str


@dataclass(frozen=True, slots=True)
class Package:
    """An opened Word document."""

    name: str
    archive: zipfile.ZipFile
    members: Mapping[str, str]
    _links: dict[str, Mapping[str, Relationship]] = field(default_factory=dict)

    @property
    def main(self) -> str:
        """Return the name of the part with the text; empty where there is none."""
        links = self.relationships("").values()
        return next((link.target for link in links if link.kind == "officeDocument"), "")

    def related(self, kind: str) -> list[str]:
        """Return the names of the parts that the main part has a relationship of this kind to."""
        links = self.relationships(self.main).values()
        return list(dict.fromkeys(link.target for link in links if link.kind == kind))

    def part_of(self, kind: str) -> str:
        """Return the name of the one part of a kind, as ``styles``; empty where there is none."""
        return next(iter(self.related(kind)), "")

    def relationships(self, part: str) -> Mapping[str, Relationship]:
        """Return what a part points at in the archive, by the ids that its text names; "" is the archive."""
        if part not in self._links:
            folder, _, base = part.rpartition("/")
            root = self.root(posixpath.join(folder, "_rels", f"{base}.rels"))
            self._links[part] = {} if root is None else _relationships(root, folder)
        return self._links[part]

    def root(self, part: str) -> Any:
        """Return the root element of a part, None where the archive has none of this name."""
        data = self._bytes(part)
        if data is None:
            return None
        from lxml import etree

        try:
            root: Any = etree.fromstring(data, etree.XMLParser(**_SAFE))
        except etree.XMLSyntaxError as error:
            raise self.damaged(part) from error
        refuse_entities(root, self.name)
        return root

    def text_blocks(self) -> Iterator[Any]:
        """Yield the children of the body, each whole; those before it are forgotten, so that long
        documents take little memory."""
        data = self._bytes(self.main)
        if data is None:
            raise InputError(f"{self.name}: has no text in it, or is a damaged Word document; {_AGAIN}")
        from lxml import etree

        parser: Any = etree.XMLPullParser(events=("start",), tag="{*}body", **_SAFE)
        body: Any = None
        try:
            for start in range(0, len(data), _READ_AT_ONCE):
                parser.feed(data[start : start + _READ_AT_ONCE])
                for _, element in parser.read_events():
                    body = element if body is None else body
                if body is not None:
                    yield from _completed(body)
            root: Any = parser.close()
        except etree.XMLSyntaxError as error:
            raise self.damaged(self.main) from error
        refuse_entities(root, self.name)
        if body is None:
            raise InputError(f"{self.name}: has no text in it, or is a damaged Word document; {_AGAIN}")
        yield from body

    def damaged(self, part: str) -> InputError:
        """Return what to raise where a part cannot be read."""
        return InputError(f"{self.name}: is a damaged Word document ({part} cannot be read); {_AGAIN}")

    def _bytes(self, part: str) -> bytes | None:
        member = self.members.get(part.casefold())
        if member is None:
            return None
        try:
            data = self.archive.read(member)
        except (
            *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, KeyError),
            *(ValueError, RuntimeError, NotImplementedError),
        ) as error:
            raise self.damaged(part) from error
        if data.count(b"<") > MOST_TAGS:
            raise InputError(f"{self.name}: has more markup than a document takes; it is not read")
        return data


_SAFE: dict[str, Any] = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "remove_comments": True,
    "remove_pis": True,
    # Without it libxml2 refuses a text of 10 MB and markup more than 256 deep.
    "huge_tree": True,
}


def open_package(data: bytes, name: str) -> Package:
    """Return an opened Word document. Raises InputError for what is none, damaged, locked or unsafe."""
    refuse_unsafe_archive(data, name, ".docx")
    archive = zipfile.ZipFile(io.BytesIO(data))
    # Names of parts are told apart without regard to case; some programs write \ in them.
    members = {each.replace("\\", "/").casefold(): each for each in archive.namelist()}
    return Package(name, archive, MappingProxyType(members))


def attribute(element: Any, name: str) -> str:
    """Return the value of an attribute, in whichever namespace; empty where it is absent."""
    value = element.get(_MAIN_NAMESPACE + name)
    if value is None:
        value = next((value for key, value in element.items() if LOCAL_NAMES[key] == name), "")
    return str(value)


def child(element: Any, name: str) -> Any:
    """Return the first child of this local name, None where there is none."""
    return next(element.iterchildren("{*}" + name), None)


def value_of(element: Any, name: str) -> str:
    """Return the ``val`` of the first child of this name; empty where there is none."""
    found = child(element, name)
    return attribute(found, "val") if found is not None else ""


def number(text: str, otherwise: int) -> int:
    """Return the whole number that a value is, another where it is none or beyond all measure."""
    digits = text.strip()
    plain = digits.removeprefix("-")
    return int(digits) if plain.isascii() and plain.isdigit() and len(plain) <= _MOST_DIGITS else otherwise


def is_on(element: Any) -> bool:
    """Say whether a property that is on or off is on: being there is enough unless it says no."""
    return element is not None and attribute(element, "val").strip().lower() not in {"0", "false", "off"}


def _completed(body: Any) -> Iterator[Any]:
    """Yield and remove the children of an element that is still being read, all but its last."""
    block = next(iter(body), None)
    while block is not None and (after := block.getnext()) is not None:
        yield block
        # To take out a block whole would first give each of its elements its namespaces again.
        block.clear()
        body.remove(block)
        block = after


def _relationships(root: Any, folder: str) -> Mapping[str, Relationship]:
    found: dict[str, Relationship] = {}
    for each in root.iterchildren("{*}Relationship"):
        if each.get("TargetMode", "").lower() == "external":
            continue
        target = posixpath.normpath(posixpath.join("/", folder, each.get("Target", "").replace("\\", "/")))
        kind = each.get("Type", "").rpartition("/")[2]
        found[each.get("Id", "")] = Relationship(kind, target.lstrip("/"))
    return MappingProxyType(found)
