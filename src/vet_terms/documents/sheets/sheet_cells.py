"""The cells of a sheet, one after the other as the file has them, however far apart they stand.

Numbers, dates and truth values are no texts and come without one: what a person sees of them depends on
the format of the cell, which is not read. The text of a formula is the one that was stored with it.
"""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from vet_terms.documents.sheets.workbook_parts import TextItem, Workbook, local, unescaped

CellKind = Literal["text", "number", "formula", "error"]

_ADDRESS = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})", re.ASCII)
_MERGED = re.compile(
    rb"<(?:\w+:)?mergeCell\s[^<>]{0,200}?\bref\s*=\s*[\"']([A-Za-z]{1,3}\d{1,7}):([A-Za-z]{1,3}\d{1,7})[\"']"
)
_READ_AT_ONCE = 1 << 20
_LONGEST_TAG = 400
MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that holds something. ``hidden`` says that its row or column is.

    A ``formula`` has no stored value, and its text is the formula; the text of an ``error`` is its name. A
    ``number`` has no text, and ``figure`` is its value as stored: how it is shown is not known here.
    """

    row: int
    column: int
    text: str
    kind: CellKind = "text"
    hidden: bool = False
    figure: str = ""


def cells_of(workbook: Workbook, part: str, shared: Sequence[str]) -> Iterator[Cell]:
    """Yield the cells of a sheet that hold something, without those that a merged cell covers.

    Raises InputError for a damaged sheet.
    """
    with workbook.reading():
        covered = _Covered(_merged(workbook, part))
        taker = _Cells(shared)
        for _ in workbook.read(part, taker):
            for cell in taker.found:
                if not covered.holds(cell.row, cell.column):
                    yield cell
            taker.found.clear()


class _Cells:
    """Takes the rows and cells of a sheet. What is wrong with one raises ValueError or LookupError."""

    def __init__(self, shared: Sequence[str]) -> None:
        self.found: list[Cell] = []
        self._shared = shared
        self._hidden_columns: set[int] = set()
        self._row = self._column = 0
        self._hidden = False
        self._kind = ""
        self._in_cell = False
        self._open: list[str] | None = None
        self._value: list[str] | None = None
        self._formula: list[str] | None = None
        self._inline = TextItem()

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        name = local(name)
        if self._in_cell:
            self._inline.start(name)
            if name == "v":
                self._open = self._value = []
            elif name == "f":
                self._open = self._formula = []
        elif name == "c":
            self._in_cell = True
            self._kind = attributes.get("t", "n")
            self._value = self._formula = None
            self._row, self._column = _address(attributes.get("r"), self._row, self._column)
        elif name == "row":
            self._row, self._column = _row_number(attributes.get("r"), self._row), 0
            self._hidden = _is_true(attributes.get("hidden"))
        elif name == "col" and _is_true(attributes.get("hidden")):
            first, last = int(attributes.get("min", "0")), int(attributes.get("max", "0"))
            self._hidden_columns.update(range(max(first, 1), min(last, MOST_COLUMNS) + 1))

    def text(self, text: str) -> None:
        if self._open is not None:
            self._open.append(text)
        elif self._in_cell:
            self._inline.text(text)

    def end(self, name: str) -> None:
        if not self._in_cell:
            return
        self._open = None
        name = local(name)
        self._inline.end(name)
        if name == "c":
            self._in_cell = False
            kind, text = self._content(self._inline.taken())
            if text or kind == "number":
                hidden = self._hidden or self._column in self._hidden_columns
                figure = "".join(self._value or ()).strip() if kind == "number" else ""
                self.found.append(Cell(self._row, self._column, text, kind, hidden, figure))

    def _content(self, inline: str) -> tuple[CellKind, str]:
        """Return what the cell that ends here holds; an empty text where it is empty."""
        if inline:
            return "text", inline
        value = "".join(self._value or ())
        if not value.strip():
            # Only a text can be an empty result.
            if self._formula is not None and (self._value is None or self._kind != "str"):
                return "formula", f"={''.join(self._formula)}"
            return "text", ""
        if self._kind == "s":
            number = int(value)
            if number < 0:
                raise IndexError(number)
            return "text", self._shared[number]
        if self._kind in {"str", "inlineStr"}:
            return "text", unescaped(value)
        return ("error", value) if self._kind == "e" else ("number", "")


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = 26 * number + ord(letter) - ord("A") + 1
    return number


def _row_number(given: str | None, before: int) -> int:
    """Return the number of a row, which may leave out that it is the next one."""
    number = before + 1 if given is None else int(given)
    if not 1 <= number <= MOST_ROWS:
        raise ValueError(f"row {number}")
    return number


def _address(given: str | None, row: int, column: int) -> tuple[int, int]:
    """Return the row and column of a cell, which may leave out that it is the next one."""
    if given is not None:
        found = _ADDRESS.fullmatch(given)
        if not found:
            raise ValueError(f"cell {given}")
        row, column = int(found[2]), _column_number(found[1])
    else:
        column += 1
    if not 1 <= row <= MOST_ROWS or column > MOST_COLUMNS:
        raise ValueError(f"cell {given}")
    return row, column


def _is_true(value: str | None) -> bool:
    return value in {"1", "true"}


_Range = tuple[int, int, int, int]
"""First column, first row, last column, last row."""


def _merged(workbook: Workbook, part: str) -> list[_Range]:
    """Return the merged ranges of a sheet, which its part names only behind all the cells."""
    found: list[_Range] = []
    with workbook.open(part) as stream:
        tail = b""
        while block := stream.read(_READ_AT_ONCE):
            # UTF-16 has a zero byte beside each ASCII character.
            text = tail + block.replace(b"\0", b"")
            end = 0
            for match in _MERGED.finditer(text) if b"mergeCell" in text else ():
                end = match.end()
                first, last = (_ADDRESS.fullmatch(ref.decode("ascii")) for ref in match.groups())
                if first and last:
                    found.append(
                        (_column_number(first[1]), int(first[2]), _column_number(last[1]), int(last[2]))
                    )
            tail = text[max(end, len(text) - _LONGEST_TAG) :]
    return found


class _Covered:
    """Which cells stand under a merged one and so are not seen; asked row by row downwards."""

    def __init__(self, ranges: list[_Range]) -> None:
        self._waiting = sorted(ranges, key=lambda each: each[1], reverse=True)
        self._active: list[_Range] = []
        self._row = 0
        self._next_end = MOST_ROWS

    def holds(self, row: int, column: int) -> bool:
        """Say whether a merged cell that begins elsewhere covers this one."""
        if not self._waiting and not self._active:
            return False
        if row != self._row:
            self._move_to(row)
        # Merged cells do not overlap, so only the last that begins here or before can cover it.
        index = bisect_right(self._active, (column, MOST_ROWS, 0, 0)) - 1
        if index < 0:
            return False
        left, top, right, bottom = self._active[index]
        return left <= column <= right and top <= row <= bottom and (left, top) != (column, row)

    def _move_to(self, row: int) -> None:
        self._row = row
        if row > self._next_end:
            self._active = [each for each in self._active if each[3] >= row]
            self._next_end = min((each[3] for each in self._active), default=MOST_ROWS)
        while self._waiting and self._waiting[-1][1] <= row:
            each = self._waiting.pop()
            if each[3] >= row:
                insort(self._active, each)
                self._next_end = min(self._next_end, each[3])
