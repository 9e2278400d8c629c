"""Bilingual workbooks (XLSX): the tables on their sheets as translation units.

Every sheet that is seen and has a bilingual table is read, hidden rows too; a remark names the others. A unit
is placed by its sheet, its number among all units of the file, its row (line), and the cell of its English
(spot, ``C7``). Numbers are read as they are stored; comments on the cells of a row are remarks on its unit.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import replace

from vet_terms.documents.sheets.sheet_cells import Cell, cells_of
from vet_terms.documents.sheets.table_cells import CellCount, column_letters
from vet_terms.documents.sheets.workbook_parts import Sheet, Workbook
from vet_terms.errors import InputError
from vet_terms.memory.bilingual_file import BilingualFile
from vet_terms.memory.sheet_tables import table_found
from vet_terms.memory.table_columns import Columns, Row, units_of_rows
from vet_terms.model import Place, TranslationUnit

_MOST_NAMED = 5


def read_workbook_units(data: bytes, name: str) -> BilingualFile:
    """Return the units of a workbook's bytes, sheet by sheet and row by row.

    Raises InputError for a damaged, locked or unsafe workbook, and where no sheet has a bilingual table.
    """
    workbook = Workbook(data, name)
    shared = workbook.shared_texts()
    count = CellCount(name)
    units: list[TranslationUnit] = []
    remarks: list[str] = []
    refused: InputError | None = None
    for sheet in workbook.sheets:
        if not sheet.part:
            continue
        if sheet.hidden:
            remarks.append(f"sheet {sheet.name} is hidden and was passed over")
            continue
        cells = list(cells_of(workbook, sheet.part, shared))
        if not cells:
            continue
        count.add(len(cells))
        rows = list(_rows(cells, workbook.comments_of(sheet), Place(name, page=sheet.number)))
        try:
            found = table_found(rows, f"{name}, sheet {sheet.name}", len(units))
            of_sheet = units_of_rows(found.rows, found.columns, f"{name}, sheet {sheet.name}")
        except InputError as error:
            refused = refused or error
            remarks.append(f"sheet {sheet.name} was passed over: it has no columns in Chinese and English")
            continue
        if found.remark:
            remarks.append(found.remark.removeprefix(f"{name}, "))
        remarks += _without_value(cells, sheet)
        units += [
            _at_its_english(unit, row, found.columns) for unit, row in zip(of_sheet, found.rows, strict=True)
        ]
    if not units:
        raise refused or InputError(f"{name}: has no sheet with a bilingual table; there is nothing to check")
    sheets = {sheet.number: sheet.name for sheet in workbook.sheets}
    return BilingualFile(tuple(units), tuple(remarks), sheets)


def _rows(cells: list[Cell], comments: Mapping[str, str], place: Place) -> Iterator[Row]:
    for number, of_row in itertools.groupby(cells, key=lambda cell: cell.row):
        texts: dict[int, str] = {}
        said: list[str] = []
        for cell in of_row:
            text = cell.figure if cell.kind == "number" else "" if cell.kind == "formula" else cell.text
            texts[cell.column] = text
            if comment := comments.get(f"{column_letters(cell.column)}{number}"):
                said.append(comment)
        yield Row(number, replace(place, line=number), texts, tuple(said))


def _at_its_english(unit: TranslationUnit, row: Row, columns: Columns) -> TranslationUnit:
    """Return a unit whose place names the cell of its English, also where the sides are swapped."""
    english = columns.en if unit.en == row.cell(columns.en) else columns.zh
    spot = f"{column_letters(english)}{row.place.line}"
    return replace(unit, places=(replace(row.place, spot=spot),))


def _without_value(cells: list[Cell], sheet: Sheet) -> Iterator[str]:
    spots = [f"{column_letters(cell.column)}{cell.row}" for cell in cells if cell.kind == "formula"]
    if spots:
        named = f"{', '.join(spots[:_MOST_NAMED])}{' and others' if len(spots) > _MOST_NAMED else ''}"
        yield (
            f"sheet {sheet.name} has formulas without a stored result ({named}); open the workbook in a "
            "spreadsheet program and save it, so that their texts can be read"
        )
