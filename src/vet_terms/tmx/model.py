"""A TMX file's units as plain values from which nothing of the file is missing; no XML library here.

Names and codes are as the file writes them. Elements inside a segment (``bpt``, ``ph``, ``hi``, ``sub``…),
notes, properties and whatever a tool invented are all `Element`: a file that is read and written keeps what
this program does not understand. What only lays the file out (white space between elements, comments) is
not kept.

They are named tuples, since a file has millions of them: a frozen dataclass takes four times as long to make.
To change one, use ``_replace``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

Attributes = tuple[tuple[str, str], ...]
"""Attributes of an element as (name, value), in the order of the file; prefixes as written."""

Content = tuple["str | Element", ...]
"""Text and elements in their order; no two texts stand beside each other and none is empty."""

PLACEABLE = "\ufffc"
"""OBJECT REPLACEMENT CHARACTER: stands for an inline code in the text of a segment (Unicode 23.8)."""

NATIVE_CODES = frozenset({"bpt", "ept", "ph", "it", "ut", "x", "bx", "ex"})
"""Elements of a segment whose content is code of the original format, not text (TMX 1.4b, section 2)."""


class Element(NamedTuple):
    """An element as written: a note, a property, an inline code, or something that is not in the standard."""

    name: str
    attributes: Attributes = ()
    content: Content = ()

    def attribute(self, name: str) -> str:
        """Return the value of an attribute, empty where there is none."""
        return _value(self.attributes, name)

    @property
    def text(self) -> str:
        """All text inside, that of inner elements too."""
        content = self.content
        if len(content) == 1 and isinstance(content[0], str):
            return content[0]
        return "".join([each if isinstance(each, str) else each.text for each in content])


class Variant(NamedTuple):
    """A ``tuv``: a segment in one language, with its own notes and properties."""

    language: str
    """The code of ``xml:lang`` or ``lang`` as written; empty where there is none."""
    content: Content = ()
    """What stands in ``seg``."""
    attributes: Attributes = ()
    """All attributes of the ``tuv``, that of the language too."""
    remarks: tuple[Element, ...] = ()
    """Notes, properties and unknown elements, in their order."""
    segment_attributes: Attributes = ()

    @property
    def text(self) -> str:
        """The text that a reader sees, with `PLACEABLE` for each inline code."""
        content = self.content
        if len(content) == 1 and isinstance(content[0], str):
            return content[0]
        return "".join(_texts(content, PLACEABLE))

    @property
    def plain(self) -> str:
        """The text that a reader sees, with nothing where an inline code stands."""
        content = self.content
        if len(content) == 1 and isinstance(content[0], str):
            return content[0]
        return "".join(_texts(content, ""))


class TmxUnit(NamedTuple):
    """A ``tu``: variants of one text in several languages, with its notes and properties."""

    variants: tuple[Variant, ...]
    attributes: Attributes = ()
    remarks: tuple[Element, ...] = ()

    def attribute(self, name: str) -> str:
        """Return the value of an attribute, empty where there is none."""
        return _value(self.attributes, name)

    @property
    def notes(self) -> tuple[str, ...]:
        """The texts of the unit's own notes."""
        return tuple([each.text for each in self.remarks if each.name == "note" or each.name[-5:] == ":note"])

    @property
    def properties(self) -> tuple[tuple[str, str], ...]:
        """The unit's own properties as (type, text)."""
        return tuple(
            [
                (_value(each.attributes, "type"), each.text)
                for each in self.remarks
                if each.name == "prop" or each.name[-5:] == ":prop"
            ]
        )


class TmxHeader(NamedTuple):
    """The root and the ``header`` of a file: what is written back around its units."""

    attributes: Attributes = ()
    remarks: tuple[Element, ...] = ()
    root_name: str = "tmx"
    root_attributes: Attributes = ()
    """With ``version`` and any namespace declarations."""

    def attribute(self, name: str) -> str:
        """Return the value of an attribute of the header, empty where there is none."""
        return _value(self.attributes, name)


def local(name: str) -> str:
    """Return a name without its namespace prefix."""
    return name.rpartition(":")[2] if ":" in name else name


def _value(attributes: Attributes, name: str) -> str:
    for key, value in attributes:
        if key == name:
            return value
    return ""


def without_codes(text: str) -> str:
    """Return the text of a variant without the signs that stand for its inline codes."""
    return text.replace(PLACEABLE, "")


def texts_in_codes(content: Content, *, inside: bool = False) -> Iterator[str]:
    """Yield the texts that stand inside inline codes: footnotes, descriptions of pictures (``sub``).

    ``inside`` says that the content is that of a code.
    """
    for each in content:
        if isinstance(each, Element):
            if inside and local(each.name) == "sub":
                yield "".join(_texts(each.content, ""))
                yield from texts_in_codes(each.content)
            else:
                yield from texts_in_codes(each.content, inside=inside or local(each.name) in NATIVE_CODES)


def _texts(content: Content, placeable: str) -> Iterator[str]:
    for each in content:
        if isinstance(each, str):
            yield each
        elif local(each.name) in NATIVE_CODES:
            yield placeable
        else:
            yield from _texts(each.content, placeable)
