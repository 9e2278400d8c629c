"""Fixes written into the English cells of a table, TSV or CSV; a cell that then needs quotes gets them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from vet_terms.checking.fixing.file_text import file_text
from vet_terms.checking.fixing.texts import edited
from vet_terms.checking.fixing.unit_fix import Fixes, UnitFix, Written, with_edits
from vet_terms.documents.encoding import decode
from vet_terms.documents.sheets.quoted import unguard
from vet_terms.glossary.sheets import DELIMITERS, UNQUOTED_SUFFIXES, guard
from vet_terms.memory.table_columns import Columns, columns_named

_LINE_END = re.compile(r"\r\n|\r|\n")
_SEPARATOR_LINE = re.compile(r'"?sep=([^\w\s"]|\t)"?[ ]*')


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell as it stands in the file, its quotes too."""

    start: int
    end: int
    raw: str

    @property
    def text(self) -> str:
        """What a reader sees of it, its apostrophe against formulas too; line ends are plain."""
        inside = self.raw[1:-1].replace('""', '"') if self.raw[:1] == '"' else self.raw
        return _LINE_END.sub("\n", inside)


def write_table_fixes(data: bytes, name: str, fixes: Fixes) -> Written:
    """Write fixes into the cells of a table that were read as English."""
    encoding = decode(data, name)[1].removesuffix("-sig")
    content = file_text(data, name, encoding)
    rows, delimiter = _rows(content.text, Path(name).suffix.lower())
    columns = columns_named({at: unguard(cell.text) for at, cell in enumerate(next(rows))}, name)
    edits: list[tuple[int, int, str]] = []
    written = set()
    for number, row in enumerate(rows, start=1):
        fix = fixes.get(number)
        cell = _english_cell(row, columns, fix) if fix else None
        if fix is not None and cell is not None:
            edits.append((cell.start, cell.end, _fixed_cell(cell, fix, delimiter)))
            written.add(number)
    return content.written(with_edits(content.text, edits)), frozenset(written)


def _english_cell(row: list[_Cell], columns: Columns, fix: UnitFix) -> _Cell | None:
    """Return the cell that holds the English, unless its column is called that of the source."""
    at = columns.zh if fix.swapped else columns.en
    cell = row[at] if at < len(row) else None
    return cell if cell is not None and unguard(cell.text) == fix.english else None


def _fixed_cell(cell: _Cell, fix: UnitFix, delimiter: str | None) -> str:
    guarded = cell.text != fix.english
    text = edited(fix.english, fix.edits)
    if guarded or guard(text) != text:
        text = f"'{text}"
    if delimiter is None:
        return text
    if cell.raw[:1] == '"' or delimiter in text or any(sign in text for sign in '"\r\n'):
        quoted = text.replace('"', '""')
        return f'"{_with_line_ends_of(cell.raw, quoted)}"'
    return text


def _with_line_ends_of(raw: str, text: str) -> str:
    ends = iter(_LINE_END.findall(raw))
    return re.sub("\n", lambda _: next(ends, "\n"), text)


def _rows(text: str, suffix: str) -> tuple[Iterator[list[_Cell]], str | None]:
    """Return the rows of a table, its header first, and its delimiter; None where cells have no quotes."""
    header = _LINE_END.split(text, maxsplit=1)[0]
    if suffix in UNQUOTED_SUFFIXES or (suffix != ".csv" and "\t" in header):
        return _unquoted_rows(text), None
    told = _SEPARATOR_LINE.fullmatch(header)
    if told:
        first = _LINE_END.search(text)
        return _quoted_rows(text, told[1], first.end() if first else len(text)), told[1]
    outside = re.sub('"[^"]*"', "", header)
    delimiter = max(DELIMITERS, key=lambda sign: (outside.count(sign), header.count(sign)))
    return _quoted_rows(text, delimiter, 0), delimiter


def _unquoted_rows(text: str) -> Iterator[list[_Cell]]:
    at = 0
    for line in _LINE_END.split(text):
        cells = []
        for raw in line.split("\t"):
            cells.append(_Cell(at, at + len(raw), raw))
            at += len(raw) + 1
        yield cells
        # The line end may be two characters long.
        at += text.startswith("\r\n", at - 1)


def _quoted_rows(text: str, delimiter: str, at: int) -> Iterator[list[_Cell]]:
    cell = re.compile(rf'"(?:[^"]|"")*"|[^{re.escape(delimiter)}\r\n]*')
    cells: list[_Cell] = []
    while at <= len(text):
        found = cell.match(text, at)
        assert found is not None, "a cell may be empty"
        cells.append(_Cell(found.start(), found.end(), found[0]))
        at = found.end()
        if text.startswith(delimiter, at):
            at += len(delimiter)
            continue
        end = _LINE_END.match(text, at)
        if end is None and at < len(text):
            # Text behind closed quotes: no reader takes such a table.
            return
        yield cells
        cells = []
        if end is None:
            return
        at = end.end()
