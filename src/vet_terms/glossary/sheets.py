"""Tables as spreadsheets save them: delimiter, quoting, header and formula cells.

A table is read from whatever a person's spreadsheet wrote (any encoding that ``documents`` knows,
with or without a byte-order mark, commas, semicolons or tabs, any line end) and written in one way:
UTF-8, LF, commas, quoted as RFC 4180 says. The one thing that a table keeps of its spreadsheet is the
byte-order mark, without which Excel takes UTF-8 for something else. What the columns mean is not known here.

Formula cells: a spreadsheet runs a cell that begins with ``= + - @`` or a tab. Such a cell is
written with one apostrophe before it, and one apostrophe is taken off on reading; a cell that
already begins with apostrophes before such a sign gets one more, so that nothing is lost either way.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from vet_terms.documents.sheets.quoted import quoted_records, unguard
from vet_terms.errors import InputError, OutputError
from vet_terms.files import read_bytes, write_whole

DELIMITERS = (",", ";", "\t")
UNQUOTED_SUFFIXES = frozenset({".tsv", ".tab"})

# The full-width signs too: some East Asian spreadsheets read them as the ASCII ones.
_RUNS_AS_FORMULA = re.compile("'*[=+\\-@\t\r＝＋－＠]")
_UNDECIDED = re.compile(r"<{7} |={7}$|>{7} ")
_SEPARATOR_LINE = re.compile(r'"?sep=([^\w\s"]|\t)"?')
_TYPED_DELIMITERS = str.maketrans("，；", ",;")
_QUOTES_OF_A_NAME = "\"'“”„‘’「」＂"


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
    return table_of_text(name, decode(read_bytes(path), name)[0])


def table_of_text(name: str, text: str, *, trim: bool = True) -> Table:
    """Return the table that a file's text holds, as `read_table` reads it; trimmed or as its cells stand."""
    return table_of_records(name, records_of_text(name, text), unguard, trim=trim)


def records_of_text(name: str, text: str) -> list[tuple[int, list[str]]]:
    """Return the rows of a file's text, cells as they stand; its name tells if it quotes.

    Raises InputError.
    """
    quoted = Path(name).suffix.lower() not in UNQUOTED_SUFFIXES
    return read_records(name, _with_plain_delimiters(text), quoted=quoted)


def read_records(name: str, text: str, *, quoted: bool) -> list[tuple[int, list[str]]]:
    """Return the rows of a table's text, each with the line where it begins; cells are as they stand.

    A first line ``sep=;``, which Excel writes for itself, names the delimiter and is no row. Unquoted
    cells stand between tabs. Raises InputError where quotes do not close or a cell has no end in sight.
    """
    delimiter, text, skipped = _delimiter(text)
    if not quoted:
        lines = enumerate(text.split("\n"), start=1 + skipped)
        return [(number, line.split("\t")) for number, line in lines]
    records = list(quoted_records(io.StringIO(text, newline=""), delimiter, skipped, name))
    if not _whole_lines_are_quoted(records):
        return records
    inside = "\n".join(cells[0] if cells else "" for _, cells in records)
    return list(quoted_records(io.StringIO(inside, newline=""), _most_frequent(inside), skipped, name))


def write_table(path: Path | str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write a header and rows, whole or not at all, with formula cells guarded. Raises OutputError.

    The file begins with a byte-order mark where the one that it replaces is as a spreadsheet saved it: with
    a mark, or not in UTF-8.
    """
    write_whole(path, table_bytes(columns, rows, mark=_is_a_spreadsheets(Path(path))))


def table_bytes(columns: Sequence[str], rows: Iterable[Sequence[str]], *, mark: bool = False) -> bytes:
    """Return a header and rows as a file's bytes, formula cells guarded; with a byte-order mark if wanted.

    Raises OutputError for a cell that could not be read again.
    """
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerows(guarded_rows(columns, rows))
    return (codecs.BOM_UTF8 if mark else b"") + buffer.getvalue().encode("utf-8")


def guarded_rows(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[list[str]]:
    """Yield a header and rows as they may stand in a file with quotes, formula cells guarded.

    Raises OutputError for a cell longer than `read_records` takes: the file would be lost to its owner.
    """
    most = csv.field_size_limit()
    for number, row in enumerate((columns, *rows), start=1):
        cells = [guard(cell) for cell in row]
        if (longest := max(map(len, cells), default=0)) > most:
            place = f"row {number}, column {1 + [len(cell) for cell in cells].index(longest)}"
            raise OutputError(
                f"{place}: has {longest:,} characters, and a cell of a table holds {most:,}; shorten it"
            )
        yield cells


def guard(cell: str) -> str:
    """Return the cell as it is safe in a spreadsheet: a formula becomes text."""
    return f"'{cell}" if _RUNS_AS_FORMULA.match(cell) else cell


def _is_a_spreadsheets(path: Path) -> bool:
    """Tell whether a file, if there is one, has a byte-order mark or another encoding than UTF-8."""
    if not path.is_file():
        return False
    data = read_bytes(path)
    if data.startswith(codecs.BOM_UTF8):
        return True
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return True
    return False


def _with_plain_delimiters(text: str) -> str:
    """Return a table with ASCII signs where a person typed full-width ones between the names of its columns.

    A row follows where it has as many as the header; in any other they are punctuation.
    """
    header, *lines = text.split("\n")
    if not any(sign in header for sign in "，；") or "\t" in header:
        return text
    plain = header.translate(_TYPED_DELIMITERS)
    delimiter = _most_frequent(plain)
    wide = "，" if delimiter == "," else "；"
    lines = [
        line.replace(wide, delimiter)
        if delimiter not in line and line.count(wide) == plain.count(delimiter)
        else line
        for line in lines
    ]
    return "\n".join([plain, *lines])


def _whole_lines_are_quoted(records: Sequence[tuple[int, list[str]]]) -> bool:
    """Tell whether each line is one quoted cell that holds a row.

    So a spreadsheet saves a table that it opened with another delimiter than the table has.
    """
    filled = [cells for _, cells in records if any(cell.strip() for cell in cells)]
    return (
        bool(filled)
        and any(delimiter in filled[0][0] for delimiter in DELIMITERS)
        and all(cells[0] and not any(cell.strip() for cell in cells[1:]) for cells in filled)
    )


def _most_frequent(text: str) -> str:
    """Return the delimiter of the first line: it holds names, so the sign that stands in it most often."""
    first = text.partition("\n")[0]
    outside_quotes = re.sub('"[^"]*"', "", first)
    return max(DELIMITERS, key=lambda sign: (outside_quotes.count(sign), first.count(sign)))


def _delimiter(text: str) -> tuple[str, str, int]:
    """Return the delimiter, the text under the line that names it, and how many lines that took."""
    first, _, rest = text.partition("\n")
    if told := _SEPARATOR_LINE.fullmatch(first.strip(" ")):
        return told[1], rest, 1
    return _most_frequent(text), text, 0


def table_of_records(
    name: str,
    records: Iterable[tuple[int, list[str]]],
    freed: Callable[[str], str] = str,
    *,
    trim: bool = True,
) -> Table:
    """Return rows as a table: the first that holds something names the columns; the others have its cells.

    ``freed`` takes the formula guard off a cell, where the file has one. Raises InputError for a table
    without a header, with a name twice or a cell without a name.
    """
    filled = [(line, cells) for line, cells in records if any(cell.strip() for cell in cells)]
    if not filled:
        raise InputError(f"{name}: has no header line; the first line must name the columns, as zh,en")
    if undecided := [line for line, cells in filled if _UNDECIDED.match(cells[0])]:
        raise InputError(
            f"{name}, line {undecided[0]}: two versions of the file were merged and left undecided here; "
            "keep one of the two and delete the lines of < = >"
        )
    header_line, header = filled[0]
    columns = [freed(column.strip()).strip(_QUOTES_OF_A_NAME) for column in header]
    named = [column for column in columns if column]
    folded = [column.casefold() for column in named]
    if twice := [column for column in named if folded.count(column.casefold()) > 1]:
        raise InputError(f"{name}, line {header_line}: two columns are named {twice[0]}; rename one")
    rows = tuple(
        Row(line, _cells(name, line, columns, [freed(cell.strip() if trim else cell) for cell in cells]))
        for line, cells in filled[1:]
    )
    return Table(name, tuple(named), rows)


def _cells(name: str, line: int, columns: list[str], cells: list[str]) -> dict[str, str]:
    row = {column: "" for column in columns if column}
    for position, content in enumerate(cells):
        column = columns[position] if position < len(columns) else ""
        if column:
            row[column] = content
        elif content.strip():
            raise InputError(
                f"{name}, line {line}: {content[:40]!r} stands in column {position + 1}, which has no name; "
                "name the column in the first line, quote the cell, or clear it"
            )
    return row
