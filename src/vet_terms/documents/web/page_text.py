"""The tree of a page walked from its start to its end: texts with what they stand in, and blocks around them.

What stands in a line is in `html_inline`; what a block may be, in `html_elements`.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from vet_terms.documents.web.elements import (
    BLOCKS,
    HEADINGS,
    LEFT_OUT,
    SILENT,
    claim_of,
    is_block,
    is_hidden,
    is_main,
    is_note,
)
from vet_terms.documents.web.inline import (
    BREAK,
    HIGH,
    is_note_mark,
    line_of,
    set_high,
    shown,
    visible_text,
)
from vet_terms.documents.web.main_content import Region
from vet_terms.documents.web.pieces import Gathered, Piece
from vet_terms.documents.web.tables import Table
from vet_terms.model import Role
from vet_terms.xml_input import local_name

_BLOCKS_ANYWHERE = tuple(f"{{*}}{name}" for name in sorted(BLOCKS))
_CODES = frozenset({"code", "samp", "kbd", "tt"})
_KEEPING_LINES = frozenset({"pre", "listing", "plaintext", "xmp"})
_ROLES: dict[str, Role] = {
    **dict.fromkeys(HEADINGS, "heading"),
    **dict.fromkeys(("figcaption", "caption"), "caption"),
    **dict.fromkeys(("td", "th"), "cell"),
    **dict.fromkeys(("li", "dd", "dt"), "body"),
}


@dataclass(slots=True)
class PageText:
    """What a page holds: texts and blocks in their order, its title, and what is left out wherever it is."""

    pieces: list[Piece] = field(default_factory=list)
    regions: list[Region] = field(default_factory=list)
    title: str = ""
    title_line: int = 0
    left_out: list[tuple[str, str, int]] = field(default_factory=list)
    """Text, reason and line."""


def page_text(root: Any) -> PageText:
    """Return the texts of a tree."""
    return _Walk().over(root)


@dataclass(slots=True)
class _Block:
    """A block that is open: where its pieces and its region are, and what it gives to the texts in it."""

    role: Role | None = None
    spot: str = ""
    start: int = 0
    region: int = 0
    is_title: bool = False
    in_text: bool = False
    cell: tuple[Table, tuple[int, int]] | None = None
    keeps_lines: bool = False


class _Walk:
    """The state of a walk over a tree; no recursion, as pages may be nested deeply."""

    def __init__(self) -> None:
        self.page = PageText()
        self.opened: list[str] = []
        self.blocks = [_Block()]
        self.tables: list[Table | None] = [None]
        """The tables that are open."""
        self.known: list[Table] = []
        self.cells: list[tuple[Table, tuple[int, int]] | None] = []
        """The cell of each piece."""
        self.gathered = Gathered()
        self.raised: list[str] = []
        self.line = self.links = self.codes = self.notes = 0

    def over(self, root: Any) -> PageText:
        from lxml import etree

        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            if event == "start":
                self.opened.append(self._open(element))
                if self.opened[-1] == "skipped":
                    walk.skip_subtree()
                else:
                    self._text(element.text, element)
            else:
                self._close(self.opened.pop(), local_name(element).lower())
                if element is not root:
                    self._text(element.tail, element)
        self._flush()
        self._name_cells()
        self.page.regions = [region for region in self.page.regions if region.start < region.end]
        return self.page

    def _open(self, element: Any) -> str:
        """Enter an element; return what it opens, "skipped" where its text is not to be read."""
        name = local_name(element).lower()
        if name == "title" and not self.page.title:
            self.page.title, self.page.title_line = visible_text(element), line_of(element)
        if name == "title" or name in SILENT:
            return "skipped"
        if name in LEFT_OUT:
            return self._leave_out(element, LEFT_OUT[name])
        if name == "br":
            self._break()
        elif name == "img" and (element.get("alt") or "").strip():
            self.page.left_out.append((element.get("alt").strip(), "alternative text", line_of(element)))
        elif is_block(element, name):
            return self._open_block(element, name)
        elif is_hidden(element):
            # An inline element around blocks, as word processors write it, is judged as a block.
            if next(element.iterdescendants(*_BLOCKS_ANYWHERE), None) is not None:
                return self._open_block(element, name)
            return self._leave_out(element, "hidden")
        elif name in {"a", "sup"} and is_note_mark(element, name):
            return self._leave_out(element, "footnote mark")
        elif name == "a" and element.get("href") is not None:
            self.links += 1
            self.gathered.links += 1
            return "link"
        elif name in _CODES:
            self.codes += 1
            return "code"
        elif name in HIGH:
            self.raised.append(name)
            return "raised"
        return ""

    def _open_block(self, element: Any, name: str) -> str:
        self._flush()
        parent = self.blocks[-1]
        block = replace(parent, start=len(self.page.pieces), region=len(self.page.regions))
        if name == "table":
            self._open_table(element)
        elif name in {"td", "th"} and self.tables[-1] is not None:
            block.cell = self.tables[-1], self.tables[-1].open_cell(element)
        elif name in HEADINGS and self.tables[-1] is not None:
            self.tables[-1].holds_blocks = True
        elif name == "tr" and self.tables[-1] is not None:
            self.tables[-1].open_row()
        if name in {"th", "caption", "thead"} and self.tables[-1] is not None:
            self.tables[-1].says_data = True
        block.role = _ROLES.get(name, parent.role)
        block.is_title = name == "h1"
        block.in_text = parent.in_text or name in {"main", "article", "section"}
        block.keeps_lines = parent.keeps_lines or name in _KEEPING_LINES
        claim = claim_of(element, name, in_text=parent.in_text)
        if is_note(element):
            if parent.role != "note":
                self.notes += 1
            block.role, block.spot, claim = "note", f"footnote{self.notes}", None
        self.blocks.append(block)
        self.page.regions.append(
            Region(
                start=block.start,
                end=block.start,
                kind="main" if is_main(element, name) else "article" if name == "article" else "",
                reason=claim[0] if claim else "",
                strength=claim[1] if claim else "word",
            )
        )
        return "block"

    def _open_table(self, element: Any) -> None:
        around = self.tables[-1]
        if around is not None:
            around.holds_blocks = True
        table = Table(says_layout=element.get("role") in {"presentation", "none"})
        self.tables.append(table)
        self.known.append(table)

    def _close(self, opened: str, name: str) -> None:
        if opened == "link":
            self.links -= 1
        elif opened == "code":
            self.codes -= 1
        elif opened == "raised":
            self.raised.pop()
        elif opened == "block":
            self._flush()
            block = self.blocks.pop()
            region = self.page.regions[block.region]
            self.page.regions[block.region] = replace(region, end=len(self.page.pieces))
            if name == "table":
                self.tables.pop()

    def _leave_out(self, element: Any, reason: str) -> str:
        text = visible_text(element)
        if text:
            self.page.left_out.append((text, reason, line_of(element)))
        return "skipped"

    def _break(self) -> None:
        """Break the line; a second break in a row ends the paragraph, as old pages have it."""
        for text in reversed(self.gathered.texts):
            if text == BREAK:
                self._flush()
                return
            if text.strip():
                break
        self.gathered.texts.append(BREAK)

    def _text(self, text: str | None, element: Any) -> None:
        if not text:
            return
        if not self.line and text.strip():
            self.line = line_of(element)
        if self.blocks[-1].keeps_lines:
            text = text.replace("\n", BREAK)
        if self.raised:
            text = set_high(text, self.raised[-1])
        self.gathered.add(text, linked=self.links > 0, coded=self.codes > 0)

    def _flush(self) -> None:
        """End the piece."""
        gathered, line = self.gathered, self.line
        if not gathered.texts:
            return
        self.gathered, self.line = Gathered(), 0
        text = shown("".join(gathered.texts))
        if not text:
            return
        block = self.blocks[-1]
        piece = gathered.piece(text, line, block.role, block.spot, title=block.is_title)
        self.page.pieces.append(piece)
        self.cells.append(block.cell)
        if block.cell:
            table, cell = block.cell
            table.pieces[cell] += 1
            table.holds_links = table.holds_links or piece.linked > 0
            table.holds_words = table.holds_words or piece.linked < piece.letters

    def _name_cells(self) -> None:
        """Give the cells of tables their names, and take their role from those of layouts."""
        data = [table for table in self.known if not table.is_layout]
        numbers = {id(table): number for number, table in enumerate(data, 1)}
        for index, (piece, cell) in enumerate(zip(self.page.pieces, self.cells, strict=True)):
            if cell is None:
                continue
            number = numbers.get(id(cell[0]))
            if number:
                row, column = cell[1]
                self.page.pieces[index] = replace(piece, spot=f"table{number}.r{row}.c{column}")
            elif piece.role == "cell":
                self.page.pieces[index] = replace(piece, role=None)
