"""Findings as a workbook for reviewers: a row each, the spot bold, and columns for an answer and a remark.

Every text is text, never a formula; a text too long for a cell is cut, and says so. The same findings give
the same bytes: the parts carry no clock.
"""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from vet_terms.checking.reports.marked import marked_pieces
from vet_terms.checking.reports.places import FoundUnit, document_of, found_units, suggestion_of
from vet_terms.checking.reports.terminal import columns_of
from vet_terms.checking.reports.text import summary_line
from vet_terms.checking.rule import SEVERITIES
from vet_terms.checking.runner import CheckResult
from vet_terms.errors import OutputError
from vet_terms.glossary.workbooks import (
    LONGEST_CELL,
    MOST_ROWS,
    escaped,
    fits_a_cell,
    saved_without_clock,
    text_cell,
)
from vet_terms.model import Finding, Severity, Side
from vet_terms.xml_input import NOT_IN_XML

if TYPE_CHECKING:
    from vet_terms.checking.inputs import Inputs

ANSWERS = ("fixed", "false alarm", "later")
COLUMNS = (
    "file", "place", "unit", "severity", "rule", "message", "source", "target", "suggestion",
    "answer", "remark",
)  # fmt: skip
_WIDTHS = (18, 22, 11, 10, 22, 38, 46, 46, 24, 13, 28)
_HEADER_FILL = "404A59"
_FILLS: dict[Severity, str] = {"error": "F8D7DA", "warning": "FFF3CD", "info": "DCEBF7"}
_INKS: dict[Severity, str] = {"error": "B00020", "warning": "8A5A00", "info": "1F5F9F"}
_CUT = " […]"
_LINE = 15.0
"""Points that a line of text takes."""
_MOST_LINES = 27
"""Lines of the highest row that Excel can show."""


def render(result: CheckResult, inputs: Inputs) -> bytes:
    """Return the workbook. Raises OutputError for more findings than a sheet has rows."""
    from openpyxl import Workbook

    if len(result.findings) >= MOST_ROWS:
        raise OutputError(
            f"has {len(result.findings):,} findings, and a sheet has {MOST_ROWS:,} rows; use tsv"
        )
    workbook = Workbook(write_only=True)
    _write_findings(workbook.create_sheet("findings"), result, inputs)
    _write_summary(workbook.create_sheet("summary"), result, inputs)
    workbook.properties.creator = "vet-terms"
    workbook.properties.description = result.signature
    return saved_without_clock(workbook)


def _write_findings(sheet: Any, result: CheckResult, inputs: Inputs) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation

    last = len(result.findings) + 1
    _lay_out(sheet, _WIDTHS, f"A1:K{last}")
    answers = DataValidation(
        type="list", formula1=f'"{",".join(ANSWERS)}"', allow_blank=True, showErrorMessage=False
    )
    answers.prompt, answers.promptTitle, answers.showInputMessage = ", ".join(ANSWERS), "answer", True
    answers.add(f"J2:J{max(last, 2)}")
    sheet.data_validations.append(answers)
    sheet.append(_header(sheet, COLUMNS))
    styles = _styles(sheet)
    both = ((unit, each) for unit in found_units(result, inputs) for each in unit.findings)
    for number, (unit, each) in enumerate(both, start=2):
        row = []
        texts = _texts(unit, each)
        sheet.row_dimensions[number].height = _LINE * _lines(texts) + 2
        for column, cell in zip(COLUMNS, _cells(sheet, each, texts), strict=True):
            shade = each.severity if column == "severity" else None
            cell._style = styles[shade, cell.quotePrefix]
            row.append(cell)
        sheet.append(row)


def _texts(unit: FoundUnit, each: Finding) -> tuple[str, ...]:
    where = (document_of(each), unit.place_beside_name, each.unit, each.severity, each.rule, each.message)
    return (*where, each.source, each.target, suggestion_of(each), "", "")


def _cells(sheet: Any, each: Finding, texts: Sequence[str]) -> Iterator[Any]:
    sides: dict[str, Side] = {"source": "source", "target": "target"}
    for column, text in zip(COLUMNS, texts, strict=True):
        if column in sides:
            yield _side_cell(sheet, sides[column], text, each)
        else:
            yield _text_cell(sheet, text)


def _text_cell(sheet: Any, text: str) -> Any:
    return text_cell(sheet, _whole(NOT_IN_XML.sub(" ", text)))


def _side_cell(sheet: Any, side: Side, text: str, each: Finding) -> Any:
    """Return a side's text with the marked spot bold and in the colour of its severity."""
    from openpyxl.cell.rich_text import TextBlock
    from openpyxl.cell.text import InlineFont
    from openpyxl.styles.colors import Color

    plain = NOT_IN_XML.sub(" ", text)
    cell = _text_cell(sheet, text)
    pieces = list(marked_pieces(plain, side, (each,)))
    if not any(piece.severity for piece in pieces) or not fits_a_cell(plain):
        return cell
    font = InlineFont(
        rFont="Calibri", sz=11, b=True, u="single", color=Color(rgb=f"FF{_INKS[each.severity]}")
    )
    runs = (TextBlock(font, escaped(each.text)) if each.severity else escaped(each.text) for each in pieces)
    cell.value = _rich_text()(*runs)
    return cell


@functools.cache
def _rich_text() -> Any:
    """Return openpyxl's class of texts in several runs, with runs kept that are spaces and nothing else."""
    from openpyxl.cell.rich_text import CellRichText

    class RichText(CellRichText):
        def to_tree(self) -> Any:
            tree = super().to_tree()
            for text in tree.iter("t"):
                text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            return tree

    return RichText


def _lines(texts: Sequence[str]) -> int:
    """Return how many lines the highest cell of a row takes: a sheet is not laid out before it is opened."""
    lines = 1
    for text, width in zip(texts, _WIDTHS, strict=True):
        seen = text[: _MOST_LINES * width]
        wrapped = sum(-(-columns_of(line) * 11 // (width * 10)) or 1 for line in seen.split("\n"))
        lines = max(lines, wrapped)
    return min(lines, _MOST_LINES)


def _whole(text: str) -> str:
    """Return a text as long as a cell can hold."""
    if fits_a_cell(text):
        return text
    low, high = 0, min(len(text), LONGEST_CELL)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits_a_cell(text[:middle] + _CUT) else (low, middle - 1)
    return text[:low] + _CUT


def _write_summary(sheet: Any, result: CheckResult, inputs: Inputs) -> None:
    _lay_out(sheet, (30, 70, 10, 10, 10), None)
    sheet.append(_header(sheet, ("rule", "finds", *SEVERITIES)))
    plain = _styles(sheet)[None, False]
    counted = Counter((each.rule, each.severity) for each in result.findings)
    for rule in result.rules:
        counts = [counted[rule.id, severity] for severity in SEVERITIES]
        if any(counts):
            row = [*(_text_cell(sheet, text) for text in (rule.id, rule.summary))]
            row += [text_cell(sheet, count) for count in counts]
            for cell in row:
                cell._style = plain
            sheet.append(row)
    sheet.append([])
    sheet.append([_text_cell(sheet, text) for text in ("checked", summary_line(result, inputs))])
    sheet.append([_text_cell(sheet, text) for text in ("made by", result.signature)])


def _lay_out(sheet: Any, widths: Sequence[int], filtered: str | None) -> None:
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    for number, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.freeze_panes = "A2"
    if filtered:
        sheet.auto_filter.ref = filtered
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"


def _header(sheet: Any, columns: Sequence[str]) -> list[Any]:
    from openpyxl.styles import Font, PatternFill

    header = []
    for column in columns:
        cell = text_cell(sheet, column)
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", fgColor=_HEADER_FILL)
        header.append(cell)
    return header


def _styles(sheet: Any) -> dict[tuple[Severity | None, bool], Any]:
    """Return the style of a cell, plain or shaded by severity, with and without the mark of a formula."""
    from openpyxl.styles import Alignment, PatternFill

    shades: tuple[Severity | None, ...] = (None, *SEVERITIES)
    styles: dict[tuple[Severity | None, bool], Any] = {}
    for shade in shades:
        for quoted in (False, True):
            cell = text_cell(sheet, "=" if quoted else "")
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if shade:
                cell.fill = PatternFill("solid", fgColor=_FILLS[shade])
            styles[shade, quoted] = cell._style
    return styles
