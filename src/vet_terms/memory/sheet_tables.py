"""Tables whose header need not stand first: sheets of a workbook, tables of a Word document.

The first rows are searched for the names of the columns; where nobody named them, what the cells are written
in tells the two sides, and a remark says so. Empty rows, rows with neither side, and a header that comes
again give no unit and are not counted.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace

from vet_terms.documents.sheets.bilingual_columns import columns_of
from vet_terms.documents.sheets.table_cells import column_letters
from vet_terms.errors import InputError
from vet_terms.language.scripts import language_of
from vet_terms.memory.table_columns import Columns, NoHeaderError, Row, columns_named

_HEADER_WITHIN = 10
"""Rows in which the names of the columns stand: people and tools put titles and instructions above them."""
_SAMPLE = 1000
_TWO = 2


@dataclass(frozen=True, slots=True)
class Found:
    """The columns of a table and the rows under its header; ``remark`` says how else they were told."""

    columns: Columns
    rows: tuple[Row, ...]
    remark: str = ""


def table_found(rows: Sequence[Row], where: str, before: int = 0) -> Found:
    """Return what the rows of a table hold, numbered as units of their file.

    ``before`` is how many units the tables before it have. Raises InputError where it is no bilingual table.
    """
    filled = [row for row in rows if any(cell.strip() for cell in row.cells.values())]
    if not filled:
        raise InputError(f"{where}: is empty; there is nothing to read in it")
    first_error: InputError | None = None
    for number, row in enumerate(filled[:_HEADER_WITHIN]):
        try:
            columns = columns_named(row.cells, where)
        except InputError as error:
            # What only looks like a header, further down, is one of the texts.
            if not isinstance(error, NoHeaderError) and number == 0:
                raise
            first_error = first_error or error
        else:
            return Found(columns, numbered(filled[number + 1 :], columns, before, row))
    told = _told_by_cells(filled)
    if told is None:
        raise first_error or NoHeaderError(f"{where}: has no usable header")
    columns, start = told
    sides = f"column {column_letters(columns.zh)} as Chinese and {column_letters(columns.en)} as English"
    remark = f"{where}: names no columns; read {sides}, as their cells are written"
    return Found(columns, numbered(filled[start:], columns, before), remark)


def _told_by_cells(rows: Sequence[Row]) -> tuple[Columns, int] | None:
    """Return the columns of a table that names none, and the number of its first row."""
    sample = [row.cells for row in itertools.islice(rows, _SAMPLE)]
    told = columns_of(sample)
    if told.pairs:
        zh, en = told.pairs[0]
        return _columns(zh, en, rows), told.header.stop
    # Too few rows to tell a table by: two columns, each row in the two languages.
    positions = sorted({at for cells in sample for at, cell in cells.items() if cell.strip()})
    if len(positions) != _TWO:
        return None
    for zh, en in itertools.permutations(positions):
        sides = [(language_of(row.cell(zh)), language_of(row.cell(en))) for row in rows]
        if ("zh", "en") in sides and all(one != "en" and other != "zh" for one, other in sides):
            return Columns(zh, en, named=False), 0
    return None


def _columns(zh: int, en: int, rows: Sequence[Row]) -> Columns:
    """Return columns with the id to the left, where one tells the rows apart, and remarks to the right."""
    positions = sorted({at for row in rows for at in row.cells})
    ids = [at for at in positions if at < min(zh, en) and _tells_apart(at, rows)]
    return Columns(zh, en, False, ids[0] if ids else None, tuple(at for at in positions if at > max(zh, en)))


def _tells_apart(position: int, rows: Sequence[Row]) -> bool:
    cells = [row.cell(position).strip() for row in rows]
    return all(cells) and len(set(cells)) == len(cells) and not any(" " in cell for cell in cells)


def numbered(
    rows: Sequence[Row], columns: Columns, before: int, header: Row | None = None
) -> tuple[Row, ...]:
    """Return the rows that make units, with the numbers of these."""
    wanted = (
        row
        for row in rows
        if (row.cell(columns.zh).strip() or row.cell(columns.en).strip())
        and (header is None or row.cells != header.cells)
    )
    return tuple(
        replace(row, number=number, place=replace(row.place, block=number))
        for number, row in enumerate(wanted, start=before + 1)
    )
