"""Workbooks for tests: made with openpyxl, or part by part where a file shall be as no program writes it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from openpyxl import Workbook

Row = Sequence[Any]

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def workbook(*sheets: Sequence[Row], change: Callable[[Any], None] | None = None) -> bytes:
    """Return a workbook of some sheets, as openpyxl writes it, after a change that a test makes."""
    book: Any = Workbook()
    for number, rows in enumerate(sheets):
        sheet = book.active if number == 0 else book.create_sheet()
        for row in rows:
            sheet.append(list(row))
    if change:
        change(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def raw_workbook(
    data: str, *, shared: str = "", behind: str = "", parts: Mapping[str, str | bytes] | None = None
) -> bytes:
    """Return a workbook with one sheet, of the markup of its rows; ``parts`` replaces or adds whole parts."""
    whole: dict[str, str | bytes] = {
        "[Content_Types].xml": (
            f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="text/xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/></Types>'
        ),
        "_rels/.rels": links(("rId1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": sheets_of('<sheet name="Sheet1" sheetId="1" r:id="rId1"/>'),
        "xl/_rels/workbook.xml.rels": links(
            ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "sharedStrings", "sharedStrings.xml")
        ),
        "xl/sharedStrings.xml": f'<sst xmlns="{_MAIN}">{shared}</sst>',
        "xl/worksheets/sheet1.xml": (
            f'<worksheet xmlns="{_MAIN}"><sheetData>{data}</sheetData>{behind}</worksheet>'
        ),
        **(parts or {}),
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in whole.items():
            archive.writestr(name, content)
    return stream.getvalue()


def sheets_of(elements: str) -> str:
    """Return the main part of a workbook with some sheet elements."""
    return f'<workbook xmlns="{_MAIN}" xmlns:r="{_LINKS}"><sheets>{elements}</sheets></workbook>'


def links(*targets: tuple[str, str, str], mode: str = "") -> str:
    """Return a part of relationships: id, kind, target."""
    elements = "".join(
        f'<Relationship Id="{key}" Type="{_LINKS}/{kind}" Target="{target}"{mode}/>'
        for key, kind, target in targets
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{elements}</Relationships>'


def inline(address: str, text: str) -> str:
    """Return the markup of a cell that holds its text itself."""
    return f'<c r="{address}" t="inlineStr"><is><t>{text}</t></is></c>'
