"""Slide decks for tests, made as a person makes them; and files that no program makes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.util import Inches

PRESENTATION = "http://schemas.openxmlformats.org/presentationml/2006/main"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
DIAGRAM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
NAMES = (
    f'xmlns:p="{PRESENTATION}" xmlns:a="{DRAWING}" xmlns:r="{RELATIONS}" xmlns:dgm="{DIAGRAM}" '
    f'xmlns:mc="{COMPATIBILITY}"'
)

TITLE_AND_CONTENT, BLANK = 1, 6
"""Numbers of layouts in python-pptx's own template."""


def new_deck() -> Any:
    return Presentation()


def new_slide(deck: Any, layout: int = BLANK) -> Any:
    return deck.slides.add_slide(deck.slide_layouts[layout])


def saved(deck: Any) -> bytes:
    file = io.BytesIO()
    deck.save(file)
    return file.getvalue()


def add_box(
    shapes: Any, place: tuple[float, float], *paragraphs: str, size: tuple[float, float] = (4.0, 0.5)
) -> Any:
    """Add a text box; places and sizes in inches, across and down."""
    box = shapes.add_textbox(*map(Inches, (*place, *size)))
    write(box.text_frame, *paragraphs)
    return box


def write(frame: Any, *paragraphs: str) -> None:
    frame.text = paragraphs[0]
    for text in paragraphs[1:]:
        frame.add_paragraph().text = text


def add_table(slide: Any, rows: Sequence[Sequence[str]], top: float = 1.0) -> Any:
    frame = slide.shapes.add_table(
        len(rows), len(rows[0]), Inches(0.5), Inches(top), Inches(9), Inches(0.4 * len(rows))
    )
    for row, cells in enumerate(rows):
        for column, text in enumerate(cells):
            frame.table.cell(row, column).text = text
    return frame


def add_chart(slide: Any, categories: Sequence[str], series: Mapping[str, Sequence[float]]) -> Any:
    """Add a chart of columns, and return it."""
    made: Any = CategoryChartData  # python-pptx types none of its charts
    data = made()
    data.categories = categories
    for name, values in series.items():
        data.add_series(name, values)
    place = map(Inches, (1, 3, 6, 3))
    return slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *place, data).chart


def add_xml(shapes: Any, xml: str) -> Any:
    """Add a shape that is written out; the prefixes p, a, r, dgm and mc are known."""
    opening = xml.index(">") - (xml[xml.index(">") - 1] == "/")
    element = etree.fromstring(f"{xml[:opening]} {NAMES}{xml[opening:]}")
    shapes._spTree.append(element)
    return element


def box_xml(text: str, frame: str = "", properties: str = "") -> str:
    """Return a text box; ``text`` is that of its only paragraph, or whole markup of runs."""
    runs = text if text.startswith("<") else f"<a:r><a:t>{text}</a:t></a:r>"
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="9" name="x" {properties}/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
        f"<p:spPr>{frame}</p:spPr><p:txBody><a:bodyPr/><a:p>{runs}</a:p></p:txBody></p:sp>"
    )


def frame_xml(left: float, top: float, width: float = 4.0, height: float = 0.5, turn: int = 0) -> str:
    x, y, across, down = (int(Inches(value)) for value in (left, top, width, height))
    return (
        f'<a:xfrm rot="{turn * 60_000}"><a:off x="{x}" y="{y}"/><a:ext cx="{across}" cy="{down}"/></a:xfrm>'
    )


def add_diagram(slide: Any, points: str, connections: str) -> None:
    """Add a SmartArt of which only the data are there, which is where its text is."""
    data = (
        f"<dgm:dataModel {NAMES}><dgm:ptLst>{points}</dgm:ptLst>"
        f"<dgm:cxnLst>{connections}</dgm:cxnLst></dgm:dataModel>"
    )
    part = Part(
        PackURI("/ppt/diagrams/data1.xml"),
        "application/vnd.openxmlformats-officedocument.drawingml.diagramData+xml",
        slide.part.package,
        data.encode(),
    )
    relation = slide.part.relate_to(part, f"{RELATIONS}/diagramData")
    add_xml(
        slide.shapes,
        '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="8" name="d"/><p:cNvGraphicFramePr/><p:nvPr/>'
        '</p:nvGraphicFramePr><p:xfrm><a:off x="0" y="0"/><a:ext cx="9" cy="9"/></p:xfrm><a:graphic>'
        f'<a:graphicData uri="{DIAGRAM}"><dgm:relIds r:dm="{relation}"/></a:graphicData></a:graphic>'
        "</p:graphicFrame>",
    )


def point(identity: str, text: str = "", kind: str = "node") -> str:
    body = f"<dgm:t><a:p><a:r><a:t>{text}</a:t></a:r></a:p></dgm:t>" if text else ""
    return f'<dgm:pt modelId="{identity}" type="{kind}">{body}</dgm:pt>'


def connection(parent: str, child: str, order: int, kind: str = "parOf") -> str:
    return f'<dgm:cxn type="{kind}" srcId="{parent}" destId="{child}" srcOrd="{order}"/>'


def rewritten(data: bytes, changes: Mapping[str, Callable[[bytes], bytes] | bytes | None]) -> bytes:
    """Return a file with members changed, replaced, added (bytes), or left out (None)."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            change = changes.get(info.filename, old.read(info))
            if change is not None:
                new.writestr(info.filename, change if isinstance(change, bytes) else change(old.read(info)))
        for name, content in changes.items():
            if name not in old.namelist() and isinstance(content, bytes):
                new.writestr(name, content)
    return file.getvalue()
