"""The texts of a Markdown file in their order, as its syntax parts them.

The parser passes over what is nested too deeply, what nothing refers to and cells beyond the last column;
here each row that it passed over is a text all the same.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from vet_terms.documents.web.inline import set_high
from vet_terms.documents.web.page_text import PageText, page_text
from vet_terms.documents.web.pieces import Gathered, Piece, count_letters
from vet_terms.documents.web.tree import html_fragment
from vet_terms.model import Role

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

_DEEPEST = 80
"""Levels of quotes and lists inside each other beyond which rows are read as they stand."""

_MOST_BRACKETS = 10_000
"""Brackets in one paragraph beyond which it is not searched for links; it would take minutes."""

_LINE_BREAK = re.compile(r"<br\b", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_RAISING = re.compile(r"<(/?)(sup|sub)\b", re.IGNORECASE)
_LEADING_MARKS = re.compile(r"^[\s>*+-]*(?:\[\^[^\]]*\]:\s*)?")
_NOTE = re.compile(r"^\s*\[\^[^\]]+\]:")
_TASK = re.compile(r"^\[[ xX]\]\s+")
_MARKER = re.compile(r"\[\[?_?toc_?\]\]?|\[!\w{3,20}\][+-]?(?=\s|$)", re.IGNORECASE)
"""Where a table of contents is to be set, and the kind of a box; neither is shown as it is written."""
_FORMULA = re.compile(r"\$\$[^$]*\$\$")
_BAR = re.compile(r"(?<!\\)\|")
_TABLE_SPOT = re.compile(r"^table(\d+)")
_ITEMS = frozenset({"list_item", "dt", "dd"})


@dataclass(slots=True)
class MarkdownText:
    """Pieces in their order, each with the reason for leaving it out or "", and what else is left out."""

    pieces: list[tuple[Piece, str]] = field(default_factory=list)
    left_out: list[tuple[str, str, int]] = field(default_factory=list)
    """Text, reason and line."""


def markdown_text(rows: Sequence[str]) -> MarkdownText:
    """Return the texts of a Markdown file's rows."""
    env: dict[str, Any] = {}
    tokens = _parser().parse("\n".join(rows), env)
    reading = _Reading(rows)
    for token in tokens:
        reading.take(token)
    for name in ("references", "duplicate_refs"):
        found = env.get(name, ())
        for reference in found.values() if isinstance(found, dict) else found:
            reading.take_reference(*reference["map"])
    lost = list(_lost_rows(rows, reading.covered))
    return MarkdownText(_with_lost_rows(reading.text, lost), reading.text.left_out)


def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.deflist import deflist_plugin
    from mdit_py_plugins.footnote import footnote_plugin

    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable(["table", "strikethrough"])
    parser.use(footnote_plugin).use(deflist_plugin)
    parser.core.ruler.at("inline", _inline)
    return parser


def _inline(state: StateCore) -> None:
    """Parse the texts, but not those that are made of brackets."""
    from markdown_it.token import Token

    for token in state.tokens:
        if token.type == "inline" and token.children is not None:
            if token.content.count("[") > _MOST_BRACKETS:
                token.children.append(Token("text", "", 0, content=token.content))
            else:
                state.md.inline.parse(token.content, state.md, state.env, token.children)


class _Reading:
    """The state of going through the tokens."""

    def __init__(self, rows: Sequence[str]) -> None:
        self.rows = rows
        self.text = MarkdownText()
        self.covered: set[int] = set()
        """Indices of the rows that are in a token."""
        self.open: list[str] = []
        self.marks: list[str] = []
        """The number of each list item that is open, until its first text has taken it."""
        self.footnotes = self.tables = self.row = self.column = self.columns = 0
        self.row_at = -1
        self.noted: dict[int, int] = {}
        """The line in which each footnote is referred to."""

    def take(self, token: Token) -> None:
        kind, _, end = token.type.rpartition("_")
        if end == "open":
            self.open.append(kind)
            self._enter(kind, token)
        elif end == "close":
            self.open.pop()
            self._leave(kind)
        elif token.type == "inline" and not token.map:
            # A note that is written inside a text stands where the text does.
            self._inline(token, self.noted.get(self.footnotes - 1, 0))
        elif token.map and token.type in {"fence", "code_block", "html_block", "inline", "hr"}:
            start, stop = token.map
            self.covered.update(range(start, max(stop, start + 1)))
            if token.type == "html_block":
                self._markup(token.content, start + 1)
            elif token.type == "inline":
                self._inline(token, start + 1)
            elif token.type != "hr":
                self._leave_out(token.content, "code", start + 1)

    def take_reference(self, start: int, stop: int) -> None:
        """Leave out the rows that say where links lead."""
        self.covered.update(range(start, stop))
        self._leave_out("\n".join(self.rows[start:stop]), "target of links", start + 1)

    def _enter(self, kind: str, token: Token) -> None:
        if kind == "heading" and token.map:
            self.covered.update(range(*token.map))
        elif kind == "list_item":
            self.marks.append(f"{token.info}{token.markup} " if token.info else "")
        elif kind == "footnote":
            self.footnotes = token.meta["id"] + 1
        elif kind == "table":
            self.tables += 1
            self.row = self.columns = 0
        elif kind == "tr":
            self.row += 1
            self.column = 0
            self.row_at = token.map[0] if token.map else -1
        elif kind in {"th", "td"}:
            self.column += 1

    def _leave(self, kind: str) -> None:
        if kind == "list_item":
            self.marks.pop()
        elif kind == "tr" and self.row == 1:
            self.columns = self.column
        elif kind == "tr" and self.row_at >= 0:
            self._cells_beyond(self.rows[self.row_at])

    def _cells_beyond(self, row: str) -> None:
        """Keep what stands behind the last column, which a page would not show."""
        cells = _BAR.split(_LEADING_MARKS.sub("", row).strip().strip("|"))
        for column, cell in enumerate(cells[self.columns :], self.columns + 1):
            if count_letters(cell):
                spot = f"table{self.tables}.r{self.row}.c{column}"
                self._add(Gathered().piece(cell.strip(), self.row_at + 1, "cell", spot))

    def _add(self, piece: Piece, reason: str = "") -> None:
        self.text.pieces.append((piece, reason))

    def _leave_out(self, text: str, reason: str, line: int) -> None:
        if text.strip():
            self.text.left_out.append((text.strip(), reason, line))

    def _role(self) -> tuple[Role | None, str]:
        """Return the role and the spot of a text where the reading is."""
        inside = set(self.open)
        if "footnote" in inside:
            return "note", f"footnote{self.footnotes}"
        if "heading" in inside:
            return "heading", ""
        if inside & {"th", "td"}:
            return "cell", f"table{self.tables}.r{self.row}.c{self.column}"
        return ("body" if inside & _ITEMS else None), ""

    def _inline(self, token: Token, line: int) -> None:
        gathered = Gathered()
        links = 0
        raised = ""
        for child in token.children or ():
            if child.type in {"link_open", "link_close"}:
                links += child.nesting
                gathered.links += child.type == "link_open"
            elif child.type in {"text", "code_inline"}:
                text = set_high(child.content, raised)
                gathered.add(text, linked=links > 0, coded=child.type == "code_inline")
            elif child.type in {"softbreak", "hardbreak"}:
                gathered.add("\n", linked=False, coded=False)
            elif child.type == "html_inline":
                if child.content.startswith("<!--"):
                    self._leave_out(child.content, "comment", line)
                tag = _RAISING.match(child.content)
                raised = raised if not tag else "" if tag[1] else tag[2].lower()
                if _LINE_BREAK.match(child.content):
                    gathered.add("\n", linked=False, coded=False)
            elif child.type == "image":
                self._leave_out(child.content, "alternative text", line)
            elif child.type == "footnote_ref":
                self.noted[child.meta["id"]] = line
                if "label" in child.meta:
                    self._leave_out(f"[^{child.meta['label']}]", "footnote mark", line)
        text = "".join(gathered.texts).strip()
        if marker := _MARKER.match(text):
            self._leave_out(marker.group(), "markup", line)
            line += text[marker.end() :].startswith("\n")
            text = text[marker.end() :].strip()
        elif _FORMULA.fullmatch(text):
            self._leave_out(text, "formula", line)
            text = ""
        if self.marks:
            # Only letters are counted, so that the box of a task and the number of an item change nothing.
            text = self.marks[-1] + _TASK.sub("", text)
            self.marks[-1] = ""
        if text:
            self._add(gathered.piece(text, line, *self._role()))

    def _markup(self, markup: str, line: int) -> None:
        """Take the texts of a block of HTML; one without any is kept as what is left out."""
        end, at = 0, line
        for comment in _COMMENT.finditer(markup):
            at += markup.count("\n", end, comment.start())
            end = comment.start()
            self._leave_out(comment.group(), "comment", at)
        root = html_fragment(markup)
        page = page_text(root) if root is not None else PageText()
        if not page.pieces and not page.left_out:
            self._leave_out(_COMMENT.sub("", markup), "markup", line)
            return
        reasons = [""] * len(page.pieces)
        for region in page.regions:
            if region.reason in {"hidden", "code"}:
                reasons[region.start : region.end] = [region.reason] * (region.end - region.start)
        last = 0
        for piece, reason in zip(page.pieces, reasons, strict=True):
            found = _TABLE_SPOT.match(piece.spot)
            if found:
                last = max(last, int(found[1]))
                spot = f"table{self.tables + int(found[1])}{piece.spot[found.end() :]}"
                piece = replace(piece, spot=spot)
            self._add(replace(piece, line=line + max(piece.line - 1, 0)), reason)
        self.tables += last
        self.text.left_out += [(text, why, line + max(below - 1, 0)) for text, why, below in page.left_out]


def _with_lost_rows(text: MarkdownText, lost: Sequence[Piece]) -> list[tuple[Piece, str]]:
    """Return the pieces with those rows among them, each before the first text that stands below it."""
    waiting = list(reversed(lost))
    result: list[tuple[Piece, str]] = []
    for piece, reason in text.pieces:
        while waiting and piece.role != "note" and waiting[-1].line < piece.line:
            result.append((waiting.pop(), ""))
        result.append((piece, reason))
    return [*result, *((piece, "") for piece in reversed(waiting))]


def _lost_rows(rows: Sequence[str], covered: Collection[int]) -> Iterator[Piece]:
    """Yield rows with words that no token has: nested too deeply, or a note that nothing refers to."""
    for index, row in enumerate(rows):
        text = _LEADING_MARKS.sub("", row).strip()
        if index not in covered and count_letters(text):
            role: Role | None = "note" if _NOTE.match(row) else None
            yield Gathered().piece(text, index + 1, role)
