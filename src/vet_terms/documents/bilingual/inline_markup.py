"""The text of a segment in XLIFF: what a reader sees of it, without its inline markup.

Markup goes, native code inside it too; what it encloses stays. A text inside native code (``sub``: the
description of a picture, a footnote) is no part of the sentence around it and is told apart, and so is what
a reviser has deleted.
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from typing import Any, NamedTuple

from vet_terms.documents.bilingual.code_texts import NativeCodes, closing_of, shown_text
from vet_terms.documents.bilingual.entries import Code, Codes
from vet_terms.xml_input import local_name

_NATIVE_CODE = frozenset({"bpt", "ept", "ph", "it", "ut", "x", "bx", "ex", "sc", "ec", "sm", "em"})
"""Elements whose content is code of the original format, not text."""

_AROUND_TEXT = frozenset({"g", "pc"})
"""Codes that hold text."""
_OPENING = frozenset({"bpt", "bx", "sc"})
_CLOSING = frozenset({"ept", "ex", "ec"})
_ALONE = frozenset({"ph", "x", "ut"})

IN_A_CODE = "text inside a code"
DELETED = "deleted in a revision"
_DELETED = frozenset({"x-sdl-deleted", "x-sdl-feedback-deleted"})
"""Marks of Trados around what a reviser took out; the text stays in the file until that is accepted."""


class _Met(NamedTuple):
    """A code as it is met: its element, whether it opens, closes or stands alone, and its name."""

    element: Any
    kind: str
    name: str


def segment_text(element: Any, *, marked: bool = True) -> str:
    """Return what a reader sees of a segment; nothing for None.

    With ``marked`` false the segments that a CAT tool marked inside it are left out.
    """
    return "".join(each for each in _pieces(element, marked=marked) if isinstance(each, str))


def text_and_codes(element: Any, native: NativeCodes | None = None) -> tuple[str, Codes]:
    """Return what a reader sees of a segment, and its inline codes at their places in that text.

    ``native`` are the codes of the original format that the file keeps apart from its texts.

    A code is called by its id, or by that of the code which it closes (``rid``, ``startRef``) or copies
    (``copyOf``); one without any by its type. Annotations (``mrk``) are none, and codes inside native code
    or in what a reviser deleted are not told.
    """
    if element is None:
        return "", ()
    if not len(element):
        return element.text or "", ()
    texts: list[str] = []
    codes: list[Code] = []
    opened: dict[str, str] = {}
    length = 0
    for each in _pieces(element):
        if isinstance(each, str):
            texts.append(each)
            length += len(each)
        else:
            shown = shown_text(each.element, each.kind, native or {})
            opened.setdefault(each.name, shown)
            if each.kind == "close":
                shown = shown or closing_of(opened.get(each.name[1:], ""))
            codes.append(Code(length, each.name, shown))
    return "".join(texts), tuple(codes)


def _pieces(element: Any, *, marked: bool = True) -> Iterator[str | _Met]:
    """Yield the texts and codes of a segment in their order.

    The parser bounds how deep elements stand in each other, and so how deep this calls itself.
    """
    if element is None:
        return
    yield element.text or ""
    for child in element:
        name = local_name(child)
        if name == "cp":
            yield _code_point(child.get("hex", ""))
        elif _is_deleted(child):
            pass
        elif name in _AROUND_TEXT:
            called = f"g{_identity(child)}"
            yield _Met(child, "open", called)
            yield from _pieces(child, marked=marked)
            yield _Met(child, "close", f"/{called}")
        elif name in _NATIVE_CODE:
            yield from _native_code(child, name)
        elif name and (marked or not is_marked_segment(child)):
            yield from _pieces(child, marked=marked)
        elif not name and _is_entity(child):
            # Declared in a DTD that is not loaded: HTML's names are known, others stay as written.
            yield html.unescape(child.text)
        yield child.tail or ""


def _native_code(element: Any, name: str) -> Iterator[_Met]:
    isolated = element.get("pos", "") if name == "it" else ""
    if name in _OPENING or isolated in {"open", "begin"}:
        yield _Met(element, "open", f"g{_identity(element)}")
    elif name in _CLOSING or isolated in {"close", "end"}:
        yield _Met(element, "close", f"/g{_identity(element)}")
    elif name in _ALONE or name == "it":
        yield _Met(element, "alone", f"x{_identity(element)}")


def _identity(code: Any) -> str:
    """Return what a code is told apart by, the same for its opening and its closing."""
    names = ("rid", "startRef", "copyOf", "id", "ctype", "type")
    return next((value.strip() for name in names if (value := code.get(name))), "")


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
