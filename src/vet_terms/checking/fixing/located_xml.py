"""XML as a tree that knows where in the file's bytes everything stands: to be edited there, not written anew.

The tree has what is needed to find a text again: elements, attributes, character data. Comments and
instructions are passed over. Positions are those of bytes in UTF-8, whatever the file is written in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from xml.parsers import expat

from vet_terms.checking.fixing.unit_fix import Character
from vet_terms.errors import InputError

_TAG = re.compile(rb"<([^\s/>]+)(?:[^\"'>]|\"[^\"]*\"|'[^']*')*>")


@dataclass(frozen=True, slots=True)
class Text:
    """Character data that stands in the file as it is, or one character that is written in another way."""

    text: str
    start: int
    end: int
    in_cdata: bool

    def characters(self) -> Iterator[Character]:
        """Yield where each of its characters stands."""
        write = str if self.in_cdata else _escaped
        if len(self.text) == 1:
            yield Character(self.start, self.end, write)
            return
        at = self.start
        for char in self.text:
            after = at + len(char.encode())
            yield Character(at, after, write)
            at = after


@dataclass(slots=True)
class Node:
    """An element: its name without prefix, attributes as written, and all from ``start`` to ``end``."""

    name: str
    attributes: dict[str, str]
    parent: Node | None
    start: int
    end: int = 0
    children: list[Node | Text] = field(default_factory=list)

    def get(self, name: str) -> str:
        """Return the value of an attribute, empty where there is none."""
        return self.attributes.get(name, "")

    def named(self, name: str) -> list[Node]:
        """Return the children of a name."""
        return [each for each in self.children if isinstance(each, Node) and each.name == name]

    def first(self, name: str) -> Node | None:
        """Return the first child of a name, or None."""
        return next(iter(self.named(name)), None)

    def below(self, name: str) -> Iterator[Node]:
        """Yield the elements of a name below this one, in the order of the file."""
        waiting: list[Node | Text] = list(reversed(self.children))
        while waiting:
            each = waiting.pop()
            if isinstance(each, Node):
                if each.name == name:
                    yield each
                waiting.extend(reversed(each.children))


@dataclass(frozen=True, slots=True)
class LocatedXml:
    """The UTF-8 bytes of an XML file, and its root."""

    data: bytes
    root: Node

    def inside(self, node: Node) -> tuple[int, int]:
        """Return where the content of an element begins and ends; of an empty one, twice where it ends."""
        tag = _TAG.match(self.data, node.start)
        if tag is None or tag.end() == node.end:
            return node.end, node.end
        return tag.end(), self.data.rindex(b"</", node.start, node.end)

    def is_empty_tag(self, node: Node) -> bool:
        """Say whether an element is written as one tag, ``<target/>``."""
        return self.inside(node) == (node.end, node.end)


def located_xml(text: str, name: str) -> LocatedXml:
    """Return a file's text as a tree of places. Raises InputError for broken XML and for entities."""
    data = text.encode()
    builder = _Builder(data, name)
    try:
        builder.parser.Parse(data, True)
    except expat.ExpatError as error:
        raise InputError(
            f"{name}, line {error.lineno}: is not well-formed XML ({expat.ErrorString(error.code)}); "
            "export it again"
        ) from error
    assert builder.root is not None, "a document without a root is not well-formed"
    return LocatedXml(data, builder.root)


class _Builder:
    """Fills a tree from the events of expat, which tell at which byte they are."""

    def __init__(self, data: bytes, name: str) -> None:
        self.root: Node | None = None
        self._data = data
        self._name = name
        self._open: Node | None = None
        self._in_cdata = False
        self.parser = expat.ParserCreate("utf-8")
        self.parser.buffer_text = False
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartCdataSectionHandler = self._begin_cdata
        self.parser.EndCdataSectionHandler = self._end_cdata
        self.parser.EntityDeclHandler = self._refuse_entity

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        node = Node(name.rpartition(":")[2], attributes, self._open, self.parser.CurrentByteIndex)
        if self._open is None:
            self.root = self.root or node
        else:
            self._open.children.append(node)
        self._open = node

    def _end(self, _: str) -> None:
        node, at = self._open, self.parser.CurrentByteIndex
        assert node is not None, "expat has checked that tags match"
        # Of an empty tag expat tells where it ends; of any other, where its end tag begins.
        is_empty = not node.children and self._data[at - 2 : at] == b"/>"
        node.end = at if is_empty else self._data.index(b">", at) + 1
        self._open = node.parent

    def _text(self, text: str) -> None:
        if self._open is None:
            return
        start = self.parser.CurrentByteIndex
        as_written = text.encode()
        if self._data.startswith(b"&", start) and not self._in_cdata:
            end = self._data.index(b";", start) + 1
        elif self._data.startswith(as_written, start):
            end = start + len(as_written)
        else:
            # A line end of another kind than expat gives.
            end = start + (2 if self._data.startswith(b"\r\n", start) else 1)
        self._open.children.append(Text(text, start, end, self._in_cdata))

    def _begin_cdata(self) -> None:
        self._in_cdata = True

    def _end_cdata(self) -> None:
        self._in_cdata = False

    def _refuse_entity(self, *_: object) -> None:
        raise InputError(f"{self._name}: declares XML entities, which are not read; export it without them")


def _escaped(text: str) -> str:
    return escape(text, quote=False)
