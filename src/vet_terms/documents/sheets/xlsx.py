"""Workbooks of Excel and its like to a Document: sheet by sheet, row by row, what their cells say.

Texts are read as they are stored, those of formulas too. Numbers, dates and truth values are none: they are
left out, column by column, as they are stored. Headers and footers for printing are not read. Comments, and
what is drawn on a sheet, are not read, and a note says where there are some. Formulas are not computed, and
links to other files never followed.

openpyxl is not used: it refuses workbooks whose styles it does not know, says nothing of formulas without a
value, changes texts with escapes in them, fills rows up to their last cell, and takes 25 MB for itself.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import replace

from vet_terms.documents.parts import Part, document_of_parts
from vet_terms.documents.sheets.sheet_cells import Cell, cells_of
from vet_terms.documents.sheets.table_cells import CellCount, TableRow, column_letters, parts_of_table
from vet_terms.documents.sheets.workbook_parts import Sheet, Workbook
from vet_terms.documents.source import Source
from vet_terms.model import Document, Dropped, Place

_NOT_READ = {
    "comments": "comments of cells are not read",
    "drawing": "pictures, charts and text boxes on sheets are not read",
}
_MOST_NAMED = 5
_LEFT_OUT = {"formula": "formula without a value", "error": "error value"}


def read_xlsx(source: Source) -> Document:
    """Return the document in a workbook; places are a sheet's number, a row, and a cell as ``B7``.

    Hidden rows and columns are read, and a note says so; hidden sheets are not. Raises InputError for what
    is no workbook, or a damaged, locked or unsafe one.
    """
    reading = _Reading(source)
    document = document_of_parts(reading.parts(), Document(source.name, (), encoding=""))
    return replace(
        document, dropped=(*reading.dropped, *document.dropped), notes=(*document.notes, *reading.notes())
    )


class _Reading:
    """One workbook while it is read: the parts that it gives, and what is left out on the way."""

    def __init__(self, source: Source) -> None:
        self.dropped: list[Dropped] = []
        self._source = source
        self._workbook = Workbook(source.data, source.name)
        self._count = CellCount(source.name)
        self._hidden: dict[str, int] = {}

    def parts(self) -> Iterator[Part]:
        """Yield the cells of the sheets that are seen, in the order of the sheets."""
        shared = self._workbook.shared_texts()
        for sheet in self._source.progress(self._workbook.sheets, "reading sheets"):
            place = Place(self._source.name, page=sheet.number)
            self.dropped.append(Dropped(sheet.name, "sheet name", place))
            if not sheet.part:
                continue
            cells = self._texts(cells_of(self._workbook, sheet.part, shared), sheet, place)
            if sheet.hidden:
                for cell in cells:
                    if cell.text:
                        self._drop(cell, "hidden sheet", place)
            else:
                yield from parts_of_table(_rows(cells), place, self.dropped, self._count, typed=True)

    def notes(self) -> list[str]:
        """Return what a person should know of how the workbook was read."""
        hidden = [each.name for each in self._workbook.sheets if each.hidden]
        others = [each.name for each in self._workbook.sheets if not each.part and not each.hidden]
        return [
            *([f"hidden sheets were passed over: {', '.join(hidden)}"] if hidden else []),
            *([f"sheets without cells, as charts, were passed over: {', '.join(others)}"] if others else []),
            *(
                f"sheet {name}: {count} texts in hidden rows or columns were read too"
                for name, count in self._hidden.items()
            ),
            *self._without_value(),
            *(note for kind, note in _NOT_READ.items() if self._workbook.holds(kind)),
        ]

    def _without_value(self) -> Iterator[str]:
        cells = [each.place.spot for each in self.dropped if each.reason == _LEFT_OUT["formula"]]
        if cells:
            named = f"{', '.join(cells[:_MOST_NAMED])}{' and others' if len(cells) > _MOST_NAMED else ''}"
            yield (
                f"formulas without a stored result: {named}; open the workbook in a spreadsheet program "
                "and save it, so that their texts can be read"
            )

    def _texts(self, cells: Iterable[Cell], sheet: Sheet, place: Place) -> Iterator[Cell]:
        """Yield the cells that hold a text or a number, and leave the others out."""
        for cell in cells:
            if cell.kind in _LEFT_OUT:
                self._drop(cell, _LEFT_OUT[cell.kind], place)
            elif cell.text.strip() or cell.kind == "number":
                if cell.text and cell.hidden and not sheet.hidden:
                    self._hidden[sheet.name] = self._hidden.get(sheet.name, 0) + 1
                yield cell

    def _drop(self, cell: Cell, reason: str, place: Place) -> None:
        self._count.add(1)
        spot = f"{column_letters(cell.column)}{cell.row}"
        self.dropped.append(Dropped(cell.text.strip(), reason, replace(place, line=cell.row, spot=spot)))


def _rows(cells: Iterable[Cell]) -> Iterator[TableRow]:
    for number, row in itertools.groupby(cells, key=lambda cell: cell.row):
        texts: dict[int, str] = {}
        figures: dict[int, str] = {}
        for cell in sorted(row, key=lambda cell: cell.column):
            text = cell.text.strip()
            # A cell that a damaged sheet has twice keeps both texts.
            texts[cell.column] = f"{texts[cell.column]}\n{text}".strip() if cell.column in texts else text
            if cell.figure:
                figures[cell.column] = cell.figure
        yield TableRow(number, number, texts, figures)
