"""The text of a segment in XLIFF: what a reader sees of it, without its inline markup.

Markup goes, native code inside it too; what it encloses stays. A text inside native code (``sub``: the
description of a picture, a footnote) is no part of the sentence around it and is told apart, and so is what
a reviser has deleted.
"""

from __future__ import annotations

import html
from typing import Any

from vet_terms.xml_input import local_name

_NATIVE_CODE = frozenset({"bpt", "ept", "ph", "it", "ut", "x", "bx", "ex", "sc", "ec", "sm", "em"})
"""Elements whose content is code of the original format, not text."""

IN_A_CODE = "text inside a code"
DELETED = "deleted in a revision"
_DELETED = frozenset({"x-sdl-deleted", "x-sdl-feedback-deleted"})
"""Marks of Trados around what a reviser took out; the text stays in the file until that is accepted."""


def segment_text(element: Any, *, marked: bool = True) -> str:
    """Return what a reader sees of a segment; nothing for None.

    With ``marked`` false the segments that a CAT tool marked inside it are left out. The parser bounds
    how deep elements stand in each other, and so how deep this calls itself.
    """
    if element is None:
        return ""
    parts = [element.text or ""]
    for child in element:
        name = local_name(child)
        if name == "cp":
            parts.append(_code_point(child.get("hex", "")))
        elif _is_deleted(child):
            pass
        elif name and name not in _NATIVE_CODE and (marked or not is_marked_segment(child)):
            parts.append(segment_text(child, marked=marked))
        elif not name and _is_entity(child):
            # Declared in a DTD that is not loaded: HTML's names are known, others stay as written.
            parts.append(html.unescape(child.text))
        parts.append(child.tail or "")
    return "".join(parts)


def is_marked_segment(element: Any) -> bool:
    """Say whether an element marks a segment of a CAT tool inside a longer text (XLIFF 1.2)."""
    return local_name(element) == "mrk" and element.get("mtype") == "seg"


def texts_in_codes(*elements: Any) -> tuple[tuple[str, str], ...]:
    """Return the texts that stand inside native code, and the deleted ones, each with what it is."""
    given = [element for element in elements if element is not None]
    inside = (
        (segment_text(sub), IN_A_CODE)
        for element in given
        for sub in element.iter("{*}sub")
        if _stands_in_code(sub, element)
    )
    deleted = (
        (segment_text(mark), DELETED)
        for element in given
        for mark in element.iter("{*}mrk")
        if _is_deleted(mark)
    )
    return tuple((text, what) for text, what in (*inside, *deleted) if text.strip())


def _is_deleted(element: Any) -> bool:
    return local_name(element) == "mrk" and element.get("mtype") in _DELETED


def _stands_in_code(sub: Any, segment: Any) -> bool:
    """Say whether a text is left out of its segment, and not by another such text around it alone."""
    parent = sub.getparent()
    while parent is not None and parent is not segment and local_name(parent) != "sub":
        if local_name(parent) in _NATIVE_CODE:
            return True
        parent = parent.getparent()
    return False


def _is_entity(element: Any) -> bool:
    from lxml import etree

    return element.tag is etree.Entity


def _code_point(hexadecimal: str) -> str:
    """Return the character of an XLIFF 2 code point; a replacement character where it is none.

    Half a surrogate pair is no character, and no file can be written with one in it.
    """
    try:
        char = chr(int(hexadecimal, 16))
    except (ValueError, OverflowError):
        return "\ufffd"
    return "\ufffd" if "\ud800" <= char <= "\udfff" else char
