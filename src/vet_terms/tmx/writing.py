"""TMX written as a stream, nothing lost of what was read: the same bytes for the same units.

UTF-8 without byte-order mark, a DOCTYPE that names the DTD of the file's version and loads nothing, each
part of a unit on a line of its own. Characters that XML 1.0 cannot hold (section 2.2) are left out; ``>`` is
escaped everywhere, so that no ``]]>`` can arise.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from types import MappingProxyType
from typing import BinaryIO

from vet_terms.errors import InputError
from vet_terms.tmx.model import Attributes, Content, Element, TmxHeader, TmxUnit, Variant, local
from vet_terms.tmx.parsing import BrokenTmxError, UnitParser
from vet_terms.xml_input import NOT_IN_XML

_DTDS = MappingProxyType({"1.1": "tmx11.dtd", "1.2": "tmx12.dtd", "1.3": "tmx13.dtd"})
_DTD = "tmx14.dtd"
_HELD_BACK = 256
"""Units that are written at once."""

_UNSAFE_IN_VALUES = re.compile('[&<>"\0-\x1f\ud800-\udfff\ufffe\uffff]')
_IN_VALUES = MappingProxyType({'"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"})


class TmxWriter:
    """Writes units one after the other into an open binary stream, which it leaves open.

    What holds the stream must see to it that a file is there whole or not at all (`vet_terms.files`).
    """

    def __init__(self, stream: BinaryIO, header: TmxHeader) -> None:
        self._stream = stream
        self._root = header.root_name
        self._prefix = header.root_name[: -len("tmx")]
        self._held: list[str] = []
        version = next((value for name, value in header.root_attributes if name == "version"), "")
        stream.write(
            (
                '<?xml version="1.0" encoding="UTF-8"?>\n'
                f'<!DOCTYPE {self._root} SYSTEM "{_DTDS.get(version, _DTD)}">\n'
                f"<{self._root}{_attributes(header.root_attributes)}>\n"
                f"{self._header(header)}  <{self._prefix}body>\n"
            ).encode()
        )

    def write(self, unit: TmxUnit) -> None:
        """Write a unit."""
        self._held.append(f"    {_unit_xml(unit, self._prefix)}\n")
        if len(self._held) >= _HELD_BACK:
            self._write_held()

    def close(self) -> None:
        """Write what is held back and the end of the file."""
        self._write_held()
        self._stream.write(f"  </{self._prefix}body>\n</{self._root}>\n".encode())

    def _write_held(self) -> None:
        self._stream.write("".join(self._held).encode())
        self._held.clear()

    def _header(self, header: TmxHeader) -> str:
        name = f"{self._prefix}header"
        start = f"  <{name}{_attributes(header.attributes)}"
        if not header.remarks:
            return f"{start}/>\n"
        remarks = "".join(f"    {_remark(each)}\n" for each in header.remarks)
        return f"{start}>\n{remarks}  </{name}>\n"


def unit_xml(unit: TmxUnit) -> str:
    """Return a unit as one ``tu`` element, as it stands in a file but for the indent of its first line."""
    return _unit_xml(unit, "")


def unit_of_xml(text: str) -> TmxUnit:
    """Return the unit in a text that `unit_xml` returned. Raises InputError where there is none."""
    return next(units_of_xml([text]))


def units_of_xml(texts: Iterable[str]) -> Iterator[TmxUnit]:
    """Yield the unit of each text that `unit_xml` returned, three times as fast as one by one.

    Raises InputError where a text holds none or several.
    """
    parser = UnitParser("a stored unit")
    parser.feed(b"<tmx>")
    for text in texts:
        try:
            parser.feed(text.encode("utf-8", "replace"))
        except BrokenTmxError as error:
            raise InputError(f"a stored unit is {error}; import its file again") from error
        units, _ = parser.taken()
        if len(units) != 1:
            raise InputError(f"a stored unit holds {len(units)} units; import its file again")
        yield units[0]


def _unit_xml(unit: TmxUnit, prefix: str) -> str:
    remarks = "".join([f"\n      {_remark(each)}" for each in unit.remarks])
    variants = "".join([f"\n      {_variant(each, prefix)}" for each in unit.variants])
    return f"<{prefix}tu{_attributes(unit.attributes)}>{remarks}{variants}\n    </{prefix}tu>"


def _variant(variant: Variant, prefix: str) -> str:
    _, content, attributes, remarks, segment_attributes = variant
    before = after = ""
    if remarks:
        # A second segment may not come to stand before the first.
        before = "".join([_remark(each) for each in remarks if local(each.name) != "seg"])
        after = "".join([_remark(each) for each in remarks if local(each.name) == "seg"])
    segment = f"{prefix}seg{_attributes(segment_attributes)}" if segment_attributes else f"{prefix}seg"
    return (
        f"<{prefix}tuv{_repeated_attributes(attributes)}>{before}<{segment}>{_content(content)}</{prefix}seg>"
        f"{after}</{prefix}tuv>"
    )


def _remark(element: Element) -> str:
    name, attributes, content = element
    return f"<{name}{_repeated_attributes(attributes)}>{_content(content)}</{name}>"


def _content(content: Content) -> str:
    if len(content) == 1 and isinstance(content[0], str):
        return _text(content[0])
    return "".join([_text(each) if isinstance(each, str) else _inline(each) for each in content])


def _inline(element: Element) -> str:
    return _remark(element) if element.content else f"<{element.name}{_attributes(element.attributes)}/>"


def _text(text: str) -> str:
    # What is printable is none of what has to go: a fast way past the pattern for nearly all texts.
    if not text.isprintable():
        text = NOT_IN_XML.sub("", text).replace("\r", "\0")
        return _escaped(text).replace("\0", "&#13;")
    return _escaped(text)


def _escaped(text: str) -> str:
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    return text.replace(">", "&gt;") if ">" in text else text


def _attributes(attributes: Attributes) -> str:
    return "".join([f' {name}="{_value(value)}"' for name, value in attributes])


@lru_cache(4096)
def _repeated_attributes(attributes: Attributes) -> str:
    """The same for attributes that recur from unit to unit: languages, types of properties."""
    return _attributes(attributes)


def _value(value: str) -> str:
    if value.isalnum() or not _UNSAFE_IN_VALUES.search(value):
        return value
    value = _escaped(NOT_IN_XML.sub("", value))
    for char, reference in _IN_VALUES.items():
        value = value.replace(char, reference)
    return value
