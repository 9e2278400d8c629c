"""Tables of a page as they are walked through: which cell is open, and whether it was a table at all.

Old pages are laid out with tables; the paragraphs in one of those are paragraphs.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

_MOST_SPANNED = 1000
"""What a cell may span, as HTML itself has it."""

_PIECES_OF_A_PAGE = 4
"""Texts in one cell that no table of data has."""


@dataclass(slots=True)
class Table:
    """A table: where the walk is in it, and what speaks for data or for a layout."""

    says_layout: bool = False
    says_data: bool = False
    holds_blocks: bool = False
    row: int = 0
    column: int = 0
    widest: int = 0
    taken: dict[int, int] = field(default_factory=dict)
    """Columns that a cell above reaches down into, and for how many rows still."""
    pieces: Counter[tuple[int, int]] = field(default_factory=Counter)
    holds_links: bool = False
    holds_words: bool = False
    """Outside its links."""

    def open_row(self) -> None:
        """Go to the next row."""
        self.taken = {column: left - 1 for column, left in self.taken.items() if left > 1}
        self.row += 1
        self.column = 0

    def open_cell(self, cell: Any) -> tuple[int, int]:
        """Return the row and the column, from 1, of the cell that begins."""
        if not self.row:
            self.open_row()
        self.column += 1
        while self.column in self.taken:
            self.column += 1
        here = self.row, self.column
        across, down = _span(cell, "colspan"), _span(cell, "rowspan")
        if down > 1 and len(self.taken) < _MOST_SPANNED:
            self.taken |= dict.fromkeys(range(self.column, self.column + across), down)
        self.column += across - 1
        self.widest = max(self.widest, self.column)
        return here

    @property
    def is_layout(self) -> bool:
        """Say whether it only puts paragraphs beside or below each other."""
        if self.says_layout or self.says_data:
            return self.says_layout
        most = max(self.pieces.values(), default=0)
        if self.holds_links and not self.holds_words and self.row * 2 < self.widest:
            # A bar of links, in a row or two.
            return True
        if self.widest <= 1 or self.holds_blocks or most >= _PIECES_OF_A_PAGE:
            return True
        return self.row <= 1 and most > 1


def _span(cell: Any, key: str) -> int:
    text = (cell.get(key) or "1").strip()[:6]
    return min(max(int(text), 1), _MOST_SPANNED) if text.isascii() and text.isdigit() else 1
