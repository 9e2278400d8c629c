"""Text of documents as a terminal may show it: no character of it moves the cursor or changes the colours."""

from __future__ import annotations

import re
import unicodedata

_HIDDEN = frozenset({"Cc", "Zl", "Zp", "Cs"})
_DIRECTIONS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")
"""Characters that make a terminal show text in another order than it has."""
_ACTING = re.compile("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""What neither JSON nor XML must escape, and a terminal obeys all the same: U+009B begins a command."""


def one_line(text: str) -> str:
    """Return a text with line breaks, tabs and control characters as one space each."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        " " if unicodedata.category(char) in _HIDDEN or char in _DIRECTIONS else char for char in text
    )


def escaped_in_json(text: str) -> str:
    """Return JSON that says the same and may be shown at a terminal."""
    return _ACTING.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def escaped_in_xml(text: str) -> str:
    """Return XML that says the same and may be shown at a terminal."""
    return _ACTING.sub(lambda found: f"&#{ord(found[0])};", text)


def columns_of(text: str) -> int:
    """Return how many columns of a terminal a text takes: wide characters two, combining marks none."""
    return sum(column_width(char) for char in text)


def column_width(char: str) -> int:
    """Return how many columns a character takes."""
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
