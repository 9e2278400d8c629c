"""A review as an XLSX workbook: to be read, corrected, and taken back by ``sheet.py``.

Three sheets: the rows, how to correct them, and (hidden) what the rows were made of. Every text is a
string cell, never a formula, and the same alignment gives the same bytes: the parts are stored, not
compressed, and carry no clock.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from typing import Any

from vet_terms.alignment.reviewed import Traced, document_digest, made_rows, made_segments, tidied
from vet_terms.errors import OutputError
from vet_terms.glossary.workbooks import LONGEST_CELL, fits_a_cell, saved_without_clock, text_cell
from vet_terms.memory.review.how_to import LEGEND, SCORE, how_to
from vet_terms.memory.review.shown import COLUMNS, SHADES, ShownRow, shown_rows

FORMAT = "1"
"""The form of the hidden sheet; another number is another form."""

HOW_TO_SHEET, MADE_SHEET = "how to", "vet-terms"
_WIDTHS = (6, 60, 60, 8, 22, 24, 12)
_HEADER_FILL = "404A59"


def workbook_bytes(review: Traced, document: str, chinese: str) -> bytes:
    """Return the workbook of a document's alignment. Raises OutputError for a text too long for a cell."""
    from openpyxl import Workbook

    rows = list(shown_rows(review))
    facts = _facts(review, document, chinese, rows)
    _refuse_long_texts(rows)
    workbook = Workbook(write_only=True)
    _write_rows(workbook.create_sheet(sheet_name(document)), rows)
    _write_how_to(workbook.create_sheet(HOW_TO_SHEET), review)
    hidden = workbook.create_sheet(MADE_SHEET)
    hidden.sheet_state = "veryHidden"
    for fact in facts:
        hidden.append([text_cell(hidden, value) for value in fact])
    workbook.properties.creator = "vet-terms"
    workbook.properties.title = tidied(document)
    workbook.properties.description = review.alignment.signature
    return saved_without_clock(workbook)


def sheet_name(document: str) -> str:
    """Return a name for the first sheet after the document: 31 characters, none that a sheet cannot have."""
    stem = tidied(document).replace("\\", "/").rpartition("/")[2]
    name = re.sub(r"[\[\]:*?/\\]", " ", stem).strip().strip("'")
    while len(name.encode("utf-16-le")) > 2 * 31:
        name = name[:-1]
    name = name.strip().strip("'")
    return name if name and name.casefold() not in {HOW_TO_SHEET, MADE_SHEET, "history"} else "review"


def content_digest(rows: Iterable[Sequence[str]]) -> str:
    """Return what tells a sheet's rows (zh, en, note, ids) from those that a person changed."""
    lines = ["\t".join(tidied(cell) for cell in row) for row in rows]
    filled = "\n".join(line for line in lines if line.strip())
    return hashlib.sha256(filled.encode()).hexdigest()


def ids_of(row_members: tuple[Sequence[int], Sequence[int]]) -> str:
    """Return the segments of a row as its sheet names them, from 1: ``z12 z13 e7``."""
    zh, en = row_members
    return " ".join([f"z{index + 1}" for index in zh] + [f"e{index + 1}" for index in en])


def _write_rows(sheet: Any, rows: Sequence[ShownRow]) -> None:
    from openpyxl.styles import Font, PatternFill
    from openpyxl.utils import get_column_letter

    letters = [get_column_letter(number) for number in range(1, len(COLUMNS) + 1)]
    for letter, width in zip(letters, _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.column_dimensions[letters[COLUMNS.index("ids")]].hidden = True
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{letters[-1]}{len(rows) + 1}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = _fit_to_width()
    sheet.print_title_rows = "1:1"
    header = []
    for column in COLUMNS:
        cell = text_cell(sheet, column)
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", fgColor=_HEADER_FILL)
        header.append(cell)
    sheet.append(header)
    styles = _styles(sheet)
    for row in rows:
        values: tuple[str | int | float, ...] = (
            row.number,
            row.zh,
            row.en,
            row.score,
            row.place,
            "",
            ids_of(row.members),
        )
        cells = []
        for column, value in zip(COLUMNS, values, strict=True):
            cell = text_cell(sheet, value)
            cell._style = styles[row.shade.name, column, cell.quotePrefix]
            cells.append(cell)
        sheet.append(cells)


def _styles(sheet: Any) -> dict[tuple[str, str, bool], Any]:
    """Return the style of each shade and column, with and without the mark of a text like a formula."""
    from openpyxl.styles import Alignment, PatternFill

    styles: dict[tuple[str, str, bool], Any] = {}
    for shade in SHADES:
        for column in COLUMNS:
            for quoted in (False, True):
                cell = text_cell(sheet, "=" if quoted else "")
                cell.fill = PatternFill("solid", fgColor=shade.fill)
                cell.alignment = Alignment(wrap_text=True, vertical="top")
                cell.number_format = {"no": "0", "score": "0.00"}.get(column, "@")
                styles[shade.name, column, quoted] = cell._style
    return styles


def _write_how_to(sheet: Any, review: Traced) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill

    sheet.column_dimensions["A"].width = sheet.column_dimensions["B"].width = 70
    paragraphs = how_to()
    for number, texts in enumerate((*paragraphs, LEGEND)):
        cells = [text_cell(sheet, text) for text in texts]
        for cell in cells:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.font = Font(bold=number in {0, len(paragraphs)})
        sheet.append(cells)
    for shade in SHADES:
        cells = [text_cell(sheet, text) for text in (shade.english, shade.chinese)]
        for cell in cells:
            cell.fill = PatternFill("solid", fgColor=shade.fill)
        sheet.append(cells)
    sheet.append([text_cell(sheet, text) for text in SCORE])
    sheet.append([text_cell(sheet, review.alignment.signature)])
    sheet.append([text_cell(sheet, f"SHA-256 of the document's segments: {document_digest(review)}")])


def _facts(review: Traced, document: str, chinese: str, rows: Sequence[ShownRow]) -> list[tuple[str, ...]]:
    """Return what ``sheet.py`` needs to see what a person changed, one kind of fact a row."""
    content = content_digest((row.zh, row.en, "", ids_of(row.members)) for row in rows)
    facts: list[tuple[str, ...]] = [
        ("format", FORMAT),
        ("document", tidied(document)),
        ("language", chinese),
        ("signature", review.alignment.signature),
        ("digest", document_digest(review)),
        ("content", content),
    ]
    for kind, segments in (("zh", review.zh), ("en", review.en)):
        facts += [(kind, segment.mark, segment.text) for segment in made_segments(segments)]
    return facts + [
        ("row", ids_of(made.members), made.digest, f"{made.score:.4f}", made.status)
        for made in made_rows(review)
    ]


def _refuse_long_texts(rows: Iterable[ShownRow]) -> None:
    """Refuse texts that a workbook would cut: before any cell is written, since openpyxl cannot stop."""
    for row in rows:
        for column, text in (("zh", row.zh), ("en", row.en)):
            if not fits_a_cell(text):
                raise OutputError(
                    f"row {row.number} ({row.place}), column {column}: has {len(text):,} characters, and a "
                    f"cell of a workbook holds {LONGEST_CELL:,}; write the review as .html, or break the "
                    "passage into paragraphs in the document"
                )


def _fit_to_width() -> Any:
    from openpyxl.worksheet.properties import PageSetupProperties

    return PageSetupProperties(fitToPage=True)
