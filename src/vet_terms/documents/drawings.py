"""The text of what Office programs draw: paragraphs of a text box, charts, and diagrams (SmartArt).

The same markup stands in slides, word documents and sheets. What is handed in is parsed XML; namespaces are
not looked at, as each of these has two (of the transitional and of the strict standard).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from vet_terms.xml_input import local_name

_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_CONTROL = re.compile(r"_x00([01][0-9A-Fa-f])_")
"""How a control character is written in XML, which cannot hold it."""

_LINE_ENDS = frozenset({"0A", "0B", "0C", "0D"})
_STRINGS = frozenset({"strCache", "strLit", "lvl", "dlblRangeCache"})
"""What holds the points of a chart that are text; the others are numbers."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a drawing, soft breaks as line ends, and the kinds of the fields in it.

    ``is_field`` says that nothing else stands in it.
    """

    text: str
    fields: tuple[str, ...] = ()
    is_field: bool = False


def choose_alternatives(root: Any) -> None:
    """Leave of content that is given in several forms, for newer and older programs, the newest alone."""
    for alternative in list(root.iter(f"{_COMPATIBILITY}AlternateContent")):
        parent = alternative.getparent()
        if parent is None:
            continue
        branches = [child for child in alternative if local_name(child) in {"Choice", "Fallback"}]
        chosen = next((branch for branch in branches if local_name(branch) == "Choice" and len(branch)), None)
        chosen = chosen if chosen is not None else next(iter(branches[-1:]), None)
        index = parent.index(alternative)
        # Text behind the element goes with it when it is removed; between drawn things there is none.
        parent.remove(alternative)
        if chosen is not None:
            parent[index:index] = list(chosen)


def paragraphs_of(body: Any) -> list[Paragraph]:
    """Return the paragraphs of a text body that hold any text, in order."""
    found: list[Paragraph] = []
    texts: list[str] = []
    fields: list[str] = []
    field_size = 0
    # One walk over all: a body may hold a million paragraphs without text.
    for element in body.iter("{*}p", "{*}t", "{*}br"):
        kind = local_name(element)
        if kind == "p":
            if texts:
                found += _paragraph(texts, fields, field_size)
                texts, fields, field_size = [], [], 0
        elif kind == "br":
            texts.append("\n")
        elif element.text:
            texts.append(element.text)
            parent = element.getparent()
            if local_name(parent) == "fld":
                fields.append(parent.get("type", ""))
                field_size += len(element.text.strip())
    return [*found, *_paragraph(texts, fields, field_size)]


def _paragraph(texts: list[str], fields: list[str], field_size: int) -> Iterator[Paragraph]:
    text = "".join(texts)
    if text.strip():
        is_field = bool(fields) and field_size >= len(text.strip())
        yield Paragraph(plain(text), tuple(fields), is_field)


def plain(text: str) -> str:
    """Return a text with the control characters that stand in it as codes; line ends become "\\n"."""
    if "_x00" not in text:
        return text
    return _CONTROL.sub(
        lambda found: "\n" if found[1].upper() in _LINE_ENDS else "\t" if found[1] == "09" else "", text
    )


@dataclass(frozen=True, slots=True)
class ChartText:
    """A text of a chart; its title is told from the names of its axes, series and categories."""

    text: str
    is_title: bool = False


def chart_texts(root: Any) -> list[ChartText]:
    """Return the texts of a chart once each, its title first: names and labels, but no values."""
    found: list[ChartText] = []
    for element in root.iter("{*}rich", "{*}v", "{*}pt", "{*}name"):
        if _is_filtered_out(element):
            continue
        kind = local_name(element)
        parent = element.getparent()
        if kind == "rich":
            texts = [paragraph.text for paragraph in paragraphs_of(element)]
        elif _is_label(kind, parent):
            texts = [plain(element.text or "").strip()]
        else:
            continue
        is_title = _is_chart_title(element)
        found += [ChartText(text, is_title) for text in texts if text.strip()]
    return list(dict.fromkeys(sorted(found, key=lambda each: not each.is_title)))


def _is_label(kind: str, parent: Any) -> bool:
    around = local_name(parent)
    if kind == "name":
        return around == "trendline"
    if kind == "pt":
        # The newer charts (waterfall, funnel) have the text in the point itself.
        return around == "lvl" and local_name(parent.getparent()) == "strDim"
    return around in {"tx", "txData"} or (around == "pt" and local_name(parent.getparent()) in _STRINGS)


def _is_chart_title(element: Any) -> bool:
    for title in element.iterancestors("{*}title"):
        return local_name(title.getparent()) == "chart"
    return False


def _is_filtered_out(element: Any) -> bool:
    """Say whether a person hid the series that an element belongs to."""
    return any(local_name(each).startswith("filtered") for each in element.iterancestors())


def diagram_texts(root: Any) -> list[str]:
    """Return the paragraphs of a diagram's data, each item before those that depend on it."""
    bodies: dict[str, Any] = {}
    start = ""
    for point in root.iter("{*}pt"):
        identity = point.get("modelId", "")
        if point.get("type") == "doc":
            start = identity
        body = next((child for child in point if local_name(child) == "t"), None)
        if body is not None:
            bodies[identity] = body
    below: dict[str, list[tuple[int, str]]] = {}
    for line in root.iter("{*}cxn"):
        if line.get("type", "parOf") == "parOf":
            order = line.get("srcOrd", "0")
            place = int(order) if re.fullmatch(r"[0-9]{1,9}", order) else 0
            below.setdefault(line.get("srcId", ""), []).append((place, line.get("destId", "")))
    order_of: dict[str, None] = {}
    waiting = [start]
    while waiting:
        identity = waiting.pop()
        if identity not in order_of:
            order_of[identity] = None
            waiting += [below_it for _, below_it in sorted(below.get(identity, []), reverse=True)]
    # What hangs on nothing is drawn all the same.
    every = [
        *(each for each in order_of if each in bodies),
        *(each for each in bodies if each not in order_of),
    ]
    return [paragraph.text for identity in every for paragraph in paragraphs_of(bodies[identity])]
