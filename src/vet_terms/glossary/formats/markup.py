"""XML as lines, for the formats that are written entry by entry: TBX and MultiTerm XML.

A glossary of 100,000 concepts is never one tree. What XML cannot hold becomes a space; an id that is no XML
name, or stands twice, gets another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from vet_terms.model import Concept
from vet_terms.xml_input import NOT_IN_XML

XML_LANG = "xml:lang"

_XML_NAME = re.compile(r"[A-Za-z_][\w.-]*", re.ASCII)
_IN_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_IN_ATTRIBUTE = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
)


class Markup:
    """Elements as they are added, each on a line of its own, indented by two spaces a level."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._open: list[str] = []

    def begin(self, name: str, attributes: Mapping[str, str] | None = None) -> None:
        """Open an element that holds others."""
        self._line(f"<{name}{attributes_text(attributes)}>")
        self._open.append(name)

    def end(self) -> None:
        """Close the element that was opened last."""
        name = self._open.pop()
        self._line(f"</{name}>")

    def add(self, name: str, text: str, attributes: Mapping[str, str] | None = None) -> None:
        """Add an element that holds a text."""
        self._line(f"<{name}{attributes_text(attributes)}>{clean(text).translate(_IN_TEXT)}</{name}>")

    def add_empty(self, name: str, attributes: Mapping[str, str]) -> None:
        """Add an element that holds nothing."""
        self._line(f"<{name}{attributes_text(attributes)}/>")

    def take(self) -> str:
        """Return what was added since the last time, as lines."""
        text = "".join(f"{line}\n" for line in self._lines)
        self._lines.clear()
        return text

    def _line(self, markup: str) -> None:
        self._lines.append("  " * len(self._open) + markup)


def clean(text: str) -> str:
    """Return the text with a space for what XML cannot hold."""
    return NOT_IN_XML.sub(" ", text)


def entry_ids(concepts: Iterable[Concept]) -> list[str]:
    """Return an id for each concept that no other has and that XML allows: its own, or ``entry-3``."""
    own = [concept.id if _XML_NAME.fullmatch(concept.id) else "" for concept in concepts]
    taken = set(own)
    given: set[str] = set()
    ids = []
    for number, each in enumerate(own, start=1):
        chosen = each
        if not chosen or chosen in given:
            chosen = f"entry-{number}"
            while chosen in taken:
                chosen += "-"
            taken.add(chosen)
        given.add(chosen)
        ids.append(chosen)
    return ids


def attributes_text(attributes: Mapping[str, str] | None) -> str:
    """Return attributes as they stand in a tag, each with a space before it."""
    if not attributes:
        return ""
    return "".join(f' {name}="{clean(value).translate(_IN_ATTRIBUTE)}"' for name, value in attributes.items())
