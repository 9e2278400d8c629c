"""What is laid over a PDF's pages and is no part of their text: form fields, comments, text boxes.

Their texts are listed, so that a person knows of them; what they look like is not drawn.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from vet_terms.documents.pdf.file import LIBRARY_ERRORS

_HIDDEN = 2
"""The bit of an annotation's flags that hides it (ISO 32000-1, table 165)."""

_MOST = 10_000
_MOST_PARENTS = 32


def laid_over(page: Any) -> list[tuple[str, str]]:
    """Return the texts that are laid over a page, each with what it is, up to the first damaged one."""
    from pdfminer.psexceptions import PSException

    found: list[tuple[str, str]] = []
    try:
        found.extend(_texts(page))
    except (PSException, *LIBRARY_ERRORS):
        return found
    return found


def _texts(page: Any) -> Iterator[tuple[str, str]]:
    from pdfminer.pdftypes import resolve1
    from pdfminer.psparser import PSLiteral

    annotations = resolve1(page.annots)
    for reference in annotations[:_MOST] if isinstance(annotations, list) else ():
        annotation = resolve1(reference)
        if not isinstance(annotation, dict):
            continue
        flags = resolve1(annotation.get("F"))
        if isinstance(flags, int) and flags & _HIDDEN:
            continue
        kind = resolve1(annotation.get("Subtype"))
        name = str(kind.name) if isinstance(kind, PSLiteral) else ""
        if name == "Widget":
            yield from ((text, "form field") for text in _written(_inherited(annotation, "V")))
        elif name not in {"Link", "Popup"}:
            yield from ((text, "comment") for text in _written(annotation.get("Contents")))


def _inherited(field: dict[str, Any], key: str) -> Any:
    """Return what a form field or one above it has under a key."""
    from pdfminer.pdftypes import resolve1

    for _ in range(_MOST_PARENTS):
        if key in field:
            return field[key]
        field = resolve1(field.get("Parent"))
        if not isinstance(field, dict):
            return None
    return None


def _written(value: Any) -> Iterator[str]:
    from pdfminer.pdftypes import resolve1
    from pdfminer.utils import decode_text

    value = resolve1(value)
    for each in value if isinstance(value, list) else [value]:
        raw = resolve1(each)
        text = decode_text(raw).strip() if isinstance(raw, bytes) else ""
        if text:
            yield text
