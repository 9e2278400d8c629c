"""What the markup of a Word document says beside its text: of a paragraph, a row, a cell, a container."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from vet_terms.documents.word.fields import CONTENTS
from vet_terms.documents.word.package import LOCAL_NAMES, attribute, child, is_on, number, value_of
from vet_terms.documents.word.styles import NOT_NUMBERED, NumberedAs, Style, numbered_as, role_of_level
from vet_terms.language.scripts import language_of
from vet_terms.language.sentences import ends_sentence, split_sentences
from vet_terms.model import Role

DELETED = "deleted in tracked changes"
_PLACEHOLDER = "placeholder"
_MERGED = "hidden by a merged cell"

_MOST_COLUMNS = 63


@dataclass(frozen=True, slots=True)
class Properties:
    """What a paragraph says of itself, beside its style."""

    style: str = ""
    level: str = ""
    numbered: NumberedAs = NOT_NUMBERED
    joins_next: bool = False
    hidden: bool = False


NO_PROPERTIES = Properties()


def held(element: Any, reason: str) -> Iterator[tuple[Any, str]]:
    """Yield what an element that only holds others shows of them, with the reason for leaving it out.

    Of content that is given in several forms, for newer and older programs, the newest is read.
    """
    name = LOCAL_NAMES[element.tag]
    if name in {"del", "moveFrom"}:
        reason = reason or DELETED
    elif name == "sdt":
        reason = reason or _control_reason(child(element, "sdtPr"))
    elif name == "AlternateContent":
        chosen = child(element, "Choice")
        element = chosen if chosen is not None else child(element, "Fallback")
    for each in () if element is None else element:
        yield each, reason


def _control_reason(properties: Any) -> str:
    """Return why what a content control holds is no text: a placeholder, or Word's table of contents."""
    if properties is None:
        return ""
    if is_on(child(properties, "showingPlcHdr")):
        return _PLACEHOLDER
    gallery = child(properties, "docPartObj")
    is_contents = gallery is not None and value_of(gallery, "docPartGallery") == "Table of Contents"
    return CONTENTS if is_contents else ""


def properties_of(element: Any) -> Properties:
    """Return what the properties of a paragraph say; None has none."""
    if element is None:
        return NO_PROPERTIES
    marks = child(element, "rPr")
    return Properties(
        style=value_of(element, "pStyle"),
        level=value_of(element, "outlineLvl"),
        numbered=numbered_as(element),
        joins_next=marks is not None
        and (child(marks, "del") is not None or child(marks, "moveFrom") is not None),
        hidden=marks is not None and is_on(child(marks, "vanish")),
    )


def role_of(properties: Properties, style: Style, text: str) -> Role | None:
    """Return what the format says a paragraph is; whole paragraphs of text set as headings are none."""
    role = role_of_level(properties.level) if properties.level else style.role
    if role == "heading" and ends_sentence(text.strip()):
        several = len(split_sentences(text.strip(), language_of(text) or "zh")) > 1
        return None if several else role
    return role


def row_reason(row: Any, reason: str) -> str:
    """Return why a row is left out, by what is around it or by itself; empty where it is seen."""
    properties = child(row, "trPr")
    deleted = properties is not None and child(properties, "del") is not None
    return reason or (DELETED if deleted else "")


def skipped_columns(row: Any) -> int:
    """Return how many columns stay empty before the first cell of a row."""
    properties = child(row, "trPr")
    skipped = number(value_of(properties, "gridBefore"), 0) if properties is not None else 0
    return min(max(skipped, 0), _MOST_COLUMNS)


def cell_properties(cell: Any) -> tuple[int, str]:
    """Return how many columns a cell takes, and why what it holds is not seen."""
    properties = child(cell, "tcPr")
    if properties is None:
        return 1, ""
    width = min(max(number(value_of(properties, "gridSpan"), 1), 1), _MOST_COLUMNS)
    if child(properties, "cellDel") is not None:
        return width, DELETED
    for direction in ("vMerge", "hMerge"):
        merged = child(properties, direction)
        if merged is not None and attribute(merged, "val") != "restart":
            return width, _MERGED
    return width, ""
