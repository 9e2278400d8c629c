"""What both versions of XLIFF are written with: elements as lines, texts that XML can hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

from vet_terms.xml_input import NOT_IN_XML

"""Characters that XML 1.0 cannot hold (section 2.2)."""


def element(name: str, attributes: Mapping[str, str], text: str) -> str:
    """Return an element that holds text."""
    return f"{opened(name, attributes)}{_escaped(text)}</{name}>"


def opened(name: str, attributes: Mapping[str, str]) -> str:
    """Return a start tag; an attribute without a value is left out."""
    said = (f' {key}="{_escaped(value, quote=True)}"' for key, value in attributes.items() if value)
    return f"<{name}{''.join(said)}>"


def empty(name: str, attributes: Mapping[str, str]) -> str:
    """Return an element without content."""
    return f"{opened(name, attributes)[:-1]}/>"


def indented(depth: int, lines: Iterator[str]) -> Iterator[str]:
    """Yield lines further in."""
    return ("  " * depth + line for line in lines)


def _escaped(text: str, *, quote: bool = False) -> str:
    plain = escape(NOT_IN_XML.sub("", text), quote=quote)
    # A parser turns a bare CR, and in an attribute any white space, into something else.
    plain = plain.replace("\r", "&#13;")
    return plain.replace("\n", "&#10;").replace("\t", "&#9;") if quote else plain
