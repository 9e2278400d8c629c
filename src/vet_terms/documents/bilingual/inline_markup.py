"""The text of a segment in XLIFF and TMX: what a reader sees of it, without its inline markup.

Markup goes, native code inside it too; what it encloses stays. A text inside native code (``sub``: the
description of a picture, a footnote) is no part of the sentence around it and is told apart.
"""

from __future__ import annotations

import html
from typing import Any

from vet_terms.xml_input import local_name

_NATIVE_CODE = frozenset({"bpt", "ept", "ph", "it", "ut", "x", "bx", "ex", "sc", "ec", "sm", "em"})
"""Elements whose content is code of the original format, not text."""

IN_A_CODE = "text inside a code"


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
    """Return the texts that stand inside native code, each with what it is."""
    return tuple(
        (text, IN_A_CODE)
        for element in elements
        if element is not None
        for sub in element.iter("{*}sub")
        if (text := segment_text(sub)).strip() and _stands_in_code(sub, element)
    )


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
