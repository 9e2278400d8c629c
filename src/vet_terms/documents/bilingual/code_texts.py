"""What a translator sees of an inline code: the tag or placeholder that their tool shows in its place.

A file may give it in many ways: a text for display, the native code itself, a reference to it, or a type
alone. Where it gives none, the answer is empty; codes are told apart elsewhere, by their ids.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from typing import Any

from vet_terms.xml_input import local_name

NativeCodes = Mapping[str, str]
"""Native codes that stand apart from the texts, by what refers to them; for a closing one after a stroke."""

_MEMOQ = re.compile(r"</?mq:[\w-]+\s")
"""memoQ's own element around a native code, and what it shows of it, by preference."""
_SHOWN_BY_MEMOQ = tuple(
    re.compile(rf"\s{name}=(?P<quote>[\"'])(?P<text>.*?)(?P=quote)", re.DOTALL)
    for name in ("displaytext", "val")
)
_TYPES = {
    "bold": "b", "italic": "i", "underlined": "u", "underline": "u", "link": "a", "image": "img", "lb": "br",
    "pb": "page break", "strong": "strong", "em": "em",
}  # fmt: skip
_OWN_TYPE = re.compile(r"(?:x-html-|x-|xlf:)?(?P<name>[\w-]+)")
_NO_TYPES = frozenset({"fmt", "ui", "quote", "other", "struct"})
"""Types of XLIFF 2 that stand for many codes."""
_HOLD_CODE = frozenset({"bpt", "ept", "ph", "it", "ut"})
_ENDS = {"open": "Start", "close": "End", "alone": ""}
_TAG = re.compile(r"<\s*(?P<name>[\w:.-]+)[^<>]*>")
_SIGNS = {"\n": "↵", "\r\n": "↵", "\r": "↵", "\t": "⇥"}
_MARKED = ("<", "{", "[", "&", "%", "$", "↵", "⇥")


def shown_text(code: Any, kind: str, native: NativeCodes) -> str:
    """Return what is shown of an inline element of XLIFF; ``kind`` is ``open``, ``close`` or ``alone``.

    ``native`` are the codes that the file keeps apart. Empty where the file says nothing of it.
    """
    end = _ENDS[kind]
    reference = (
        code.get(f"dataRef{end}") or code.get("dataRef") or ("/" * (kind == "close") + code.get("id", ""))
    )
    given = (
        code.get(f"disp{end}") or code.get("disp"),
        _own_text(code) if local_name(code) in _HOLD_CODE else "",
        code.get(f"equiv{end}") or code.get("equiv") or (code.get("equiv-text") if kind != "close" else ""),
        native.get(reference),
    )
    for text in given:
        if text and (shown := shown_of_native(text)):
            return shown
    return _of_type(code.get("ctype") or code.get("subType") or code.get("type") or "", kind)


def shown_of_native(native: str) -> str:
    """Return what is shown of a native code: on one line, and what memoQ keeps in it for display."""
    if _MEMOQ.match(native.strip()):
        found = next((found for each in _SHOWN_BY_MEMOQ if (found := each.search(native))), None)
        native = html.unescape(found["text"]) if found else native
    if native in _SIGNS:
        return _SIGNS[native]
    text = " ".join(native.split())
    if not any(char.isalnum() or char in "<>[]%$" for char in text):
        # memoQ writes {} where there is nothing to show.
        return ""
    return text if text.startswith(_MARKED) else f"<{text}>"


def closing_of(opened: str) -> str:
    """Return the closing tag of an opening one; empty where it is no tag."""
    found = _TAG.fullmatch(opened)
    return f"</{found['name']}>" if found else ""


def trados_tags(header: Any) -> dict[str, str]:
    """Return the codes that the head of a file of Trados defines, by the ids that its texts name."""
    native: dict[str, str] = {}
    for tag in header.iter("{http://sdl.com/FileTypes/SdlXliff/1.0}tag"):
        for each in tag:
            if local_name(each) in {"bpt", "ph", "it"}:
                native[tag.get("id", "")] = _own_text(each)
            elif local_name(each) == "ept":
                native[f"/{tag.get('id', '')}"] = _own_text(each)
    return native


def original_data(children: Iterable[Any]) -> dict[str, str]:
    """Return the native codes that a unit of XLIFF 2 keeps beside its segments, by their ids."""
    return {
        data.get("id", ""): _own_text(data)
        for child in children
        if local_name(child) == "originalData"
        for data in child
    }


def _own_text(element: Any) -> str:
    """Return the text of an element without that of the elements in it."""
    return "".join([element.text or "", *(child.tail or "" for child in element)])


def _of_type(typed: str, kind: str) -> str:
    found = _OWN_TYPE.match(typed)
    if found is None or found["name"] in _NO_TYPES:
        return ""
    name = _TYPES.get(found["name"], found["name"])
    return f"</{name}>" if kind == "close" else f"<{name}/>" if kind == "alone" else f"<{name}>"
