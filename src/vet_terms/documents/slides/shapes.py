"""What stands on a slide: text boxes, tables, charts and diagrams, each with its texts and its place.

A placeholder stands where its layout or master has it, unless the slide says otherwise; what is in a group
where the group puts it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from vet_terms.documents.drawings import Paragraph, chart_texts, diagram_texts, paragraphs_of
from vet_terms.documents.slides.package import Deck, named_by, related
from vet_terms.documents.slides.places import (
    TITLES,
    Around,
    Inherited,
    Placeholder,
    inherited_box,
    inside,
    is_hidden_shape,
    own_box,
    placeholder_of,
)
from vet_terms.documents.slides.reading_order import Placed
from vet_terms.documents.text.furniture import furniture_reason
from vet_terms.model import Role
from vet_terms.xml_input import local_name

if TYPE_CHECKING:
    from pptx.opc.package import Part

ShapeKind = Literal["box", "table", "chart", "diagram"]

_FURNITURE = {"sldNum": "slide number", "dt": "date", "ftr": "footer", "hdr": "header"}


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph; ``cell`` says in which cell of a table, ``reason`` why it is left out."""

    text: str
    cell: str = ""
    role: Role | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """Something on a slide that holds text."""

    kind: ShapeKind
    texts: tuple[Text, ...]
    placed: Placed
    placeholder: str = ""
    """Of which type, where it is one."""


def shapes_of(part: Part, root: Any, deck: Deck, inherited: Inherited) -> Iterator[Shape]:
    """Yield what holds text on a slide, a layout or a page of notes, as it was drawn, from the back."""
    tree = root.find("{*}cSld/{*}spTree")
    if tree is None:
        return
    groups = 0
    # Groups may be nested deeper than functions may call each other.
    waiting: list[tuple[Iterator[Any], Around]] = [(iter(tree), Around())]
    while waiting:
        children, around = waiting[-1]
        element = next(children, None)
        if element is None:
            waiting.pop()
        elif local_name(element) == "grpSp":
            groups += 1
            waiting.append((iter(element), inside(element, around, groups)))
        else:
            yield from _shape(element, around, part, deck, inherited)


def _shape(element: Any, around: Around, part: Part, deck: Deck, inherited: Inherited) -> Iterator[Shape]:
    kind: ShapeKind = "box"
    placeholder = placeholder_of(element)
    if local_name(element) == "graphicFrame":
        kind, texts = _graphic(element, part, deck)
    else:
        texts = _box_texts(element, placeholder)
    if not texts:
        return
    if around.is_hidden or is_hidden_shape(element):
        texts = [Text(text.text, text.cell, reason="hidden shape") for text in texts]
    box = own_box(element)
    box = around.frame.box(box) if box is not None else inherited_box(placeholder, inherited)
    stands_for = placeholder.type if placeholder is not None else ""
    yield Shape(kind, tuple(texts), Placed(box, around.groups, stands_for in TITLES), stands_for)


def _box_texts(element: Any, placeholder: Placeholder | None) -> list[Text]:
    bodies = element.iterchildren("{*}txBody") if local_name(element) == "sp" else element.iter("{*}txBody")
    kind = placeholder.type if placeholder is not None else ""
    role: Role | None = "heading" if kind in TITLES else None
    return [
        Text(paragraph.text, role=role, reason=_FURNITURE.get(kind) or _field_reason(paragraph))
        for body in bodies
        for paragraph in paragraphs_of(body)
    ]


def _graphic(element: Any, part: Part, deck: Deck) -> tuple[ShapeKind, list[Text]]:
    """Return what the frame of a table, a chart or a diagram shows."""
    for content in element.iterfind("{*}graphic/{*}graphicData/*"):
        kind = local_name(content)
        if kind == "tbl":
            return "table", _table_texts(content)
        if kind == "chart":
            return "chart", _chart_texts(named_by(part, content), deck)
        if kind == "relIds":
            return "diagram", _diagram_texts(named_by(part, content, "dm"), deck)
    return "box", _box_texts(element, None)


def _table_texts(table: Any) -> list[Text]:
    texts: list[Text] = []
    for row, line in enumerate(table.iterfind("{*}tr"), start=1):
        for column, cell in enumerate(line.iterfind("{*}tc"), start=1):
            covered = any(cell.get(merge) in {"1", "true"} for merge in ("hMerge", "vMerge"))
            reason = "covered by a merged cell" if covered else ""
            texts += [
                Text(paragraph.text, f".r{row}.c{column}", "cell", reason)
                for body in cell.iterchildren("{*}txBody")
                for paragraph in paragraphs_of(body)
            ]
    return texts


def _chart_texts(chart: Part | None, deck: Deck) -> list[Text]:
    if chart is None or not deck.is_new(chart):
        return []
    texts = [
        Text(each.text, role="caption" if each.is_title else None)
        for each in chart_texts(deck.tree_of(chart))
    ]
    for drawn in related(chart, "chartUserShapes"):
        if deck.is_new(drawn):
            bodies = deck.tree_of(drawn).iter("{*}txBody")
            texts += [Text(paragraph.text) for body in bodies for paragraph in paragraphs_of(body)]
    return texts


def _diagram_texts(data: Part | None, deck: Deck) -> list[Text]:
    if data is None or not deck.is_new(data):
        return []
    return [Text(text) for text in diagram_texts(deck.tree_of(data))]


def _field_reason(paragraph: Paragraph) -> str:
    """Return why a paragraph of fields, which a program fills in, is no text of the slide."""
    for field in paragraph.fields:
        if field == "slidenum" and (paragraph.is_field or furniture_reason(paragraph.text)):
            return "slide number"
        if field.startswith("datetime") and paragraph.is_field:
            return "date"
    return ""
