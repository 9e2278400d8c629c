"""Bilingual tables as people and scripts write them: TSV without quoting, CSV as RFC 4180 says.

A header line names the columns, in Chinese or English (see `table_columns`). A unit is placed by the number
of its row, from 1 under the header, and the line where it begins. Empty rows give no unit and are counted.
"""

from __future__ import annotations

from vet_terms.documents.encoding import decode
from vet_terms.documents.sheets.quoted import unguard
from vet_terms.errors import InputError
from vet_terms.glossary.sheets import UNQUOTED_SUFFIXES, read_records
from vet_terms.memory.table_columns import EXPECTED, NoHeaderError, Row, columns_named, units_of_rows
from vet_terms.model import Place, TranslationUnit


def read_table_units(data: bytes, name: str, suffix: str) -> list[TranslationUnit]:
    """Return the units of a table's bytes; ``suffix`` is the file name's, or empty where unknown.

    Raises InputError for a table without a usable header, with broken quoting, with text in a
    column that has no name, or of another language pair.
    """
    text, _ = decode(data, name)
    header, *rows = _rows(text, name, suffix)
    columns = columns_named(header.cells, f"{name}, line {header.place.line}")
    rows = [row for row in rows if any(cell.strip() for cell in row.cells.values())]
    if not rows:
        raise InputError(f"{name}: has a header and no rows; there is nothing to check")
    for row in rows:
        if len(row.cells) > len(header.cells):
            _refuse_stray_cells(row, len(header.cells), name)
    return units_of_rows(rows, columns, name)


def has_header(data: bytes, name: str, suffix: str) -> bool:
    """Say whether a text file is a table whose first line names columns, and no running text."""
    try:
        lines = decode(data, name)[0].lstrip("\n").split("\n", 2)
        # Excel's own first line, which names the delimiter, is no header.
        header = _rows("\n".join(lines[: 1 + lines[0].startswith("sep=")]), name, suffix)[0]
    except InputError:
        return False
    try:
        columns_named(header.cells, name)
    except NoHeaderError:
        return False
    except InputError:
        # A table of another language pair: its reader says so. A text may begin with "It".
        return len(header.cells) > 1
    return True


def _rows(text: str, name: str, suffix: str) -> list[Row]:
    """Return the header (number 0) and the rows; a tab in the header makes a TSV of a nameless table."""
    header = text.partition("\n")[0]
    unquoted = suffix in UNQUOTED_SUFFIXES or (suffix != ".csv" and "\t" in header)
    rows = [
        Row(number, Place(name, block=number, line=line), dict(enumerate(map(unguard, cells))))
        for number, (line, cells) in enumerate(read_records(name, text, quoted=not unquoted))
    ]
    if not rows:
        raise InputError(f"{name}: has no header line; {EXPECTED}")
    return rows


def _refuse_stray_cells(row: Row, width: int, name: str) -> None:
    stray = [cell for at, cell in row.cells.items() if at >= width and cell.strip()]
    if stray:
        raise InputError(
            f"{name}, line {row.place.line}: {stray[0].strip()[:40]!r} stands beyond the last named column; "
            "quote the cell (CSV), take the tab out (TSV), or name the column"
        )
