"""Tables as spreadsheets save them: delimiter, quoting, header and formula cells.

A table is read from whatever a person's spreadsheet wrote (any encoding that ``documents`` knows,
with or without a byte-order mark, commas, semicolons or tabs, any line end) and written in one way:
UTF-8, LF, commas, quoted as RFC 4180 says. What the columns mean is not known here.

Formula cells: a spreadsheet runs a cell that begins with ``= + - @`` or a tab. Such a cell is
written with one apostrophe before it, and one apostrophe is taken off on reading; a cell that
already begins with apostrophes before such a sign gets one more, so that nothing is lost either way.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from vet_terms.documents.sheets.quoted import quoted_records, unguard
from vet_terms.errors import InputError
from vet_terms.files import read_bytes, write_whole

DELIMITERS = (",", ";", "\t")
UNQUOTED_SUFFIXES = frozenset({".tsv", ".tab"})

# The full-width signs too: some East Asian spreadsheets read them as the ASCII ones.
_RUNS_AS_FORMULA = re.compile("'*[=+\\-@\t\r＝＋－＠]")
_UNDECIDED = re.compile(r"<{7} |={7}$|>{7} ")
_SEPARATOR_LINE = re.compile(r'"?sep=([^\w\s"]|\t)"?')


@dataclass(frozen=True, slots=True)
class Row:
    """One row under its header; ``line`` is where it begins in the file, from 1."""

    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with named columns. ``name`` is the file's, for messages."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def read_table(path: Path | str) -> Table:
    """Read a table with a header line; cells are trimmed and freed of their formula guard.

    ``.tsv`` and ``.tab`` files have tabs and no quoting; in every other file the header line tells
    the delimiter. Rows without any content are left out. Raises InputError.
    """
    from vet_terms.documents.encoding import decode

    name = str(path)
    text, _ = decode(read_bytes(path), name)
    quoted = Path(name).suffix.lower() not in UNQUOTED_SUFFIXES
    return _table(name, read_records(name, text, quoted=quoted))


def read_records(name: str, text: str, *, quoted: bool) -> list[tuple[int, list[str]]]:
    """Return the rows of a table's text, each with the line where it begins; cells are as they stand.

    A first line ``sep=;``, which Excel writes for itself, names the delimiter and is no row. Unquoted
    cells stand between tabs. Raises InputError where quotes do not close or a cell has no end in sight.
    """
    delimiter, text, skipped = _delimiter(text)
    if quoted:
        return list(quoted_records(io.StringIO(text, newline=""), delimiter, skipped, name))
    return [(number, line.split("\t")) for number, line in enumerate(text.split("\n"), start=1 + skipped)]


def write_table(path: Path | str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write a header and rows, whole or not at all, with formula cells guarded. Raises OutputError."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow([guard(column) for column in columns])
    writer.writerows([guard(cell) for cell in row] for row in rows)
    write_whole(path, buffer.getvalue().encode("utf-8"))


def guard(cell: str) -> str:
    """Return the cell as it is safe in a spreadsheet: a formula becomes text."""
    return f"'{cell}" if _RUNS_AS_FORMULA.match(cell) else cell


def _delimiter(text: str) -> tuple[str, str, int]:
    """Return the delimiter, the text under the line that names it, and how many lines that took."""
    first, _, rest = text.partition("\n")
    if told := _SEPARATOR_LINE.fullmatch(first.strip(" ")):
        return told[1], rest, 1
    # A header holds names, so the sign that stands in it most often parts its columns.
    return max(DELIMITERS, key=first.count), text, 0


def _table(name: str, records: list[tuple[int, list[str]]]) -> Table:
    filled = [(line, cells) for line, cells in records if any(cell.strip() for cell in cells)]
    if not filled:
        raise InputError(f"{name}: has no header line; the first line must name the columns, as zh,en")
    if undecided := [line for line, cells in filled if _UNDECIDED.match(cells[0])]:
        raise InputError(
            f"{name}, line {undecided[0]}: two versions of the file were merged and left undecided here; "
            "keep one of the two and delete the lines of < = >"
        )
    header_line, header = filled[0]
    columns = [unguard(column.strip()) for column in header]
    named = [column for column in columns if column]
    folded = [column.casefold() for column in named]
    if twice := [column for column in named if folded.count(column.casefold()) > 1]:
        raise InputError(f"{name}, line {header_line}: two columns are named {twice[0]}; rename one")
    rows = tuple(Row(line, _cells(name, line, columns, cells)) for line, cells in filled[1:])
    return Table(name, tuple(named), rows)


def _cells(name: str, line: int, columns: list[str], cells: list[str]) -> dict[str, str]:
    row = {column: "" for column in columns if column}
    for position, cell in enumerate(cells):
        content = unguard(cell.strip())
        column = columns[position] if position < len(columns) else ""
        if column:
            row[column] = content
        elif content:
            raise InputError(
                f"{name}, line {line}: {content[:40]!r} stands in column {position + 1}, which has no name; "
                "name the column in the first line, quote the cell, or clear it"
            )
    return row
