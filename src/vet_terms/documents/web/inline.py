"""Texts inside a line of a page: white space, figures set high, marks of notes.

White space is what a browser makes of it, but a line end between two Chinese characters is nothing.
"""

from __future__ import annotations

import re
from typing import Any

from vet_terms.documents.web.elements import SILENT
from vet_terms.language.scripts import HAN
from vet_terms.xml_input import local_name

BREAK = "\0"
"""Where the page breaks a line; no text of a tree can hold this."""

_WIDE = rf"[{HAN}，。、；：！？“”‘’（）《》〈〉【】「」『』…—·]"
_WRAP_IN_CHINESE = re.compile(rf"(?<={_WIDE})[ \t\f]*[\n\r]\s*(?={_WIDE})", re.ASCII)
_SPACES = re.compile(r"[ \t\n\r\f]+")
_AROUND_BREAK = re.compile(r" ?\0 ?")
_MARK = re.compile(r"[\[［(（〔]?\s?(?:\d{1,3}|[a-z*†‡§¶#※①-⑳])\s?[\]］)）〕]?|[↩↑^⏎]\ufe0e?", re.IGNORECASE)
_BRACKETED_MARK = re.compile(r"[\[［〔]\s?(?:\d{1,3}|注\d*)\s?[\]］〕]")
_LONGEST_MARK = 12
_LINE_LIMIT = 65_535
"""The greatest line number that the parser tells; it says it of all lines below too."""

_FIGURES = re.compile(r"\s*[+\-−]?\d{1,4}\s*", re.ASCII)
HIGH = {
    "sup": str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻"),
    "sub": str.maketrans("0123456789+-−", "₀₁₂₃₄₅₆₇₈₉₊₋₋"),
}
"""By the element, the characters that figures in it are."""


def visible_text(element: Any) -> str:
    """Return the text in an element on one line, without scripts and styles."""
    texts = [
        part.strip()
        for each in element.iter()
        for part in ((each.text if local_name(each).lower() not in SILENT else ""), _tail(each, element))
        if part
    ]
    return _SPACES.sub(" ", " ".join(texts)).strip()


def _tail(each: Any, root: Any) -> str:
    return "" if each is root else each.tail or ""


def set_high(text: str, where: str) -> str:
    """Return figures set high ("sup") or low ("sub") as such characters: 10 to the fifth is not 105."""
    table = HIGH.get(where)
    return text.translate(table) if table and _FIGURES.fullmatch(text) else text


def shown(text: str) -> str:
    """Return a text as a browser shows it, line breaks as line ends."""
    joined = _SPACES.sub(" ", _WRAP_IN_CHINESE.sub("", text))
    return _AROUND_BREAK.sub("\n", joined).strip()


def is_note_mark(element: Any, name: str) -> bool:
    """Say whether it is the mark of a note: it leads to one, or is a number in brackets set high."""
    text = ""
    for piece in element.itertext():
        text += piece
        if len(text) > _LONGEST_MARK:
            return False
    text = text.strip()
    links = [each for each in element.iter() if local_name(each).lower() == "a"]
    leads = any((each.get("href") or "").startswith("#") for each in links)
    if name == "sup":
        return bool(_BRACKETED_MARK.fullmatch(text) or (leads and _MARK.fullmatch(text)))
    return leads and bool(_BRACKETED_MARK.fullmatch(text) or _MARK.fullmatch(text))


def line_of(element: Any) -> int:
    """Return the line of the file in which an element begins, 0 where the parser does not tell."""
    line = element.sourceline or 0
    return line if line < _LINE_LIMIT else 0
