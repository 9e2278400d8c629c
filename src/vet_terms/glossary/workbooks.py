"""Tables as XLSX workbooks: every text is text, never a formula, and the same rows give the same bytes.

A text that looks like a formula has the mark by which a spreadsheet shows it as it is, and no apostrophe of
its own. The parts of a workbook are stored, not compressed, and carry no clock. Reading goes through the
reader of workbooks in `documents`, which follows no link and unpacks no bomb.
"""

from __future__ import annotations

import io
import itertools
import re
import zipfile
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from vet_terms.errors import InputError, OutputError
from vet_terms.glossary.sheets import guard

if TYPE_CHECKING:
    from openpyxl import Workbook

LONGEST_CELL = 32_767
"""Characters that a cell can hold, counted in UTF-16 code units as Excel counts."""

MOST_ROWS = 1_048_576
MOST_COLUMNS = 16_384

MOST_EMPTY = 20_000_000
"""Empty cells to the left of filled ones that a table is read with: more than any has in so many rows."""

_WIDEST = 60
_NOT_IN_A_WORKBOOK = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# The earliest time that a zip archive can carry.
_EPOCH = (1980, 1, 1, 0, 0, 0)
_CORE_DATES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms:(?:created|modified)>)")
# Chinese as eight bytes a character; without a declaration, a part is UTF-8, where it takes three.
_REFERENCE = re.compile(rb"&#([1-9]\d{3,6});")
_ESCAPE_LIKE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def table_workbook(title: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return a workbook of one sheet with a header and rows; cells hold text and wrap.

    Raises OutputError for a text too long for a cell, or more rows or columns than a sheet has.
    """
    from openpyxl import Workbook

    lines = [[_NOT_IN_A_WORKBOOK.sub(" ", cell) for cell in row] for row in (columns, *rows)]
    _refuse_what_is_cut(lines)
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet(title)
    _lay_out(sheet, lines)
    plain, quoted, heading = _styles(sheet)
    for number, row in enumerate(lines):
        cells = []
        for text in row:
            cell = text_cell(sheet, text)
            cell._style = heading if number == 0 else quoted if cell.quotePrefix else plain
            cells.append(cell)
        sheet.append(cells)
    workbook.properties.creator = "vet-terms"
    return saved_without_clock(workbook)


def rows_of_workbook(data: bytes, name: str) -> list[tuple[int, list[str]]]:
    """Return the rows of a workbook's first sheet that holds something, each with its number.

    Cells that hold a number or a truth value give it as it is stored. Hidden sheets are passed over.
    Raises InputError for what is no workbook, a damaged, locked or unsafe one, for formulas, and for cells so
    far to the right in so many rows that a small file would fill the memory.
    """
    from vet_terms.documents.sheets.sheet_cells import cells_of
    from vet_terms.documents.sheets.table_cells import column_letters
    from vet_terms.documents.sheets.workbook_parts import Workbook

    workbook = Workbook(data, name)
    shared = workbook.shared_texts()
    for sheet in workbook.sheets:
        if not sheet.part or sheet.hidden:
            continue
        rows: list[tuple[int, list[str]]] = []
        empty = 0
        cells = cells_of(workbook, sheet.part, shared)
        for number, row in itertools.groupby(cells, key=lambda cell: cell.row):
            texts: dict[int, str] = {}
            for cell in row:
                if cell.kind in {"formula", "error"}:
                    raise InputError(
                        f"{name}, sheet {sheet.name}, cell {column_letters(cell.column)}{cell.row}: holds "
                        f"{'a formula' if cell.kind == 'formula' else 'an error value'}; make it text"
                    )
                texts[cell.column] = cell.figure if cell.kind == "number" else cell.text
            last = max(texts)
            empty += last - len(texts)
            if empty > MOST_EMPTY:
                raise InputError(
                    f"{name}, sheet {sheet.name}, cell {column_letters(last)}{number}: stands far beside the "
                    "table, as in many rows before; clear what is not of the table, and save it again"
                )
            rows.append((number, [texts.get(column, "") for column in range(1, last + 1)]))
        if rows:
            return rows
    raise InputError(f"{name}: has no sheet with anything in it; there is nothing to read")


def text_cell(sheet: Any, value: str | int | float) -> Any:
    """Return a cell of openpyxl's; a text is one, whatever it looks like."""
    from openpyxl.cell import WriteOnlyCell

    if not isinstance(value, str) or not value:
        return WriteOnlyCell(sheet, value or None)
    cell = WriteOnlyCell(sheet, escaped(value))
    cell.data_type = "s"
    cell.quotePrefix = guard(value) != value
    return cell


def escaped(text: str) -> str:
    """Return a text in which nothing looks like an escaped character (ECMA-376 part 1, 22.9.2.19)."""
    return _ESCAPE_LIKE.sub("_x005F_", text)


def fits_a_cell(text: str) -> bool:
    """Say whether a cell can hold a text whole."""
    return len(text) * 2 <= LONGEST_CELL or len(escaped(text).encode("utf-16-le")) <= 2 * LONGEST_CELL


def saved_without_clock(workbook: Workbook) -> bytes:
    """Return a workbook's bytes without the times that saving puts in."""
    saved, result = io.BytesIO(), io.BytesIO()
    workbook.save(saved)
    with zipfile.ZipFile(saved) as before, zipfile.ZipFile(result, "w", zipfile.ZIP_STORED) as after:
        for part in before.infolist():
            data = before.read(part)
            if part.filename == "docProps/core.xml":
                data = _CORE_DATES.sub(rb"\g<1>1980-01-01T00:00:00Z\g<2>", data)
            elif part.filename.startswith("xl/worksheets/"):
                data = _REFERENCE.sub(lambda found: chr(int(found[1])).encode(), data)
            entry = zipfile.ZipInfo(part.filename, _EPOCH)
            entry.create_system = 0
            after.writestr(entry, data)
    return result.getvalue()


def _refuse_what_is_cut(lines: Sequence[Sequence[str]]) -> None:
    """Refuse what a workbook would cut: before any cell is written, since openpyxl cannot stop."""
    if len(lines) > MOST_ROWS:
        raise OutputError(f"has {len(lines):,} rows, and a sheet has {MOST_ROWS:,}; write a .csv")
    header = lines[0]
    if len(header) > MOST_COLUMNS:
        raise OutputError(f"has {len(header):,} columns, and a sheet has {MOST_COLUMNS:,}; write a .csv")
    for number, row in enumerate(lines, start=1):
        for column, text in zip(header, row, strict=True):
            if not fits_a_cell(text):
                raise OutputError(
                    f"row {number}, column {column}: has {len(text):,} characters, and a cell of a workbook "
                    f"holds {LONGEST_CELL:,}; shorten it, or write a .csv"
                )


def _lay_out(sheet: Any, lines: Sequence[Sequence[str]]) -> None:
    from openpyxl.utils import get_column_letter

    for number, column in enumerate(zip(*lines, strict=True), start=1):
        longest = max(len(text.encode("gb18030", "replace")) for text in column)
        sheet.column_dimensions[get_column_letter(number)].width = min(_WIDEST, longest + 2)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(lines[0]))}{len(lines)}"


def _styles(sheet: Any) -> tuple[Any, Any, Any]:
    """Return the styles of a text, of a text like a formula, and of a column's name."""
    from openpyxl.styles import Alignment, Font

    styles = []
    for sample in ("", "="):
        cell = text_cell(sheet, sample)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.number_format = "@"
        styles.append(cell._style)
    heading = text_cell(sheet, "")
    heading.font = Font(bold=True)
    return styles[0], styles[1], heading._style
