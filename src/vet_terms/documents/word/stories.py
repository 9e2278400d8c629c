"""The text of a Word document, story by story: the body, each note, box, comment and header is one.

What a reader of the finished text sees is taken, tracked changes as accepted; what is left out is kept with
its reason.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from vet_terms.documents.drawings import chart_texts, diagram_texts
from vet_terms.documents.parts import Part
from vet_terms.documents.word.fields import CONTENTS, FIELD_CODE, PAGE_NUMBER, OpenFields
from vet_terms.documents.word.markup import (
    DELETED,
    NO_PROPERTIES,
    Properties,
    cell_properties,
    held,
    properties_of,
    role_of,
    row_reason,
    skipped_columns,
)
from vet_terms.documents.word.package import LOCAL_NAMES, Relationship, attribute, child, is_on, value_of
from vet_terms.documents.word.reading import Reading
from vet_terms.documents.word.styles import Style
from vet_terms.documents.word.symbols import symbol
from vet_terms.errors import InputError
from vet_terms.model import Dropped, Place, Role

_HIDDEN = "hidden text"
_RUBY = "ruby"

_DEEPEST = 240
"""How deep content may be nested in content: each step takes a call, and Python has a thousand."""

_GAP = "    "
_NEW_PAGE = "\f"


@dataclass(slots=True)
class Story:
    """A run of text with an end of its own: fields and joined paragraphs do not go beyond it.

    ``links`` are those of the part that it stands in. ``role`` is what its paragraphs are, None where their
    styles tell. ``left_out`` is the reason where all of it is.
    """

    reading: Reading
    links: Mapping[str, Relationship]
    spot: str = ""
    role: Role | None = None
    left_out: str = ""
    _pieces: list[tuple[str, str]] = field(default_factory=list)
    """The texts of the paragraph so far, each with the reason for leaving it out."""
    _later: list[Callable[[], None]] = field(default_factory=list)
    """What is anchored in the paragraph and stands after it."""
    _fields: OpenFields = field(default_factory=OpenFields)

    def block(self, element: Any, reason: str = "", depth: int = 0) -> None:
        """Read a paragraph, a table, or what holds some."""
        self._refuse_too_deep(depth)
        name = LOCAL_NAMES[element.tag]
        if name == "p":
            self._paragraph(element, reason, depth)
        elif name == "tbl":
            self.end()
            self._table(element, reason, depth)
        elif name in {"altChunk", "subDoc"}:
            self._link(element)
        elif name in _LOOSE:
            self._walk((element,), reason, depth)
            self.end()
        elif name not in _SILENT:
            for each, why in held(element, reason):
                self.block(each, why, depth + 1)

    def end(self) -> None:
        """End the story: what is left of it is a paragraph."""
        if self._pieces or self._later:
            self._end_paragraph(NO_PROPERTIES, self.reading.styles.default, "")

    def _refuse_too_deep(self, depth: int) -> None:
        if depth > _DEEPEST:
            name = self.reading.package.name
            raise InputError(
                f"{name}: nests tables or boxes more than {_DEEPEST} deep; open it in Word and flatten them"
            )

    def _link(self, element: Any) -> None:
        link = self.links.get(attribute(element, "id"))
        self.reading.elsewhere.append(link.target.rpartition("/")[2] if link else "another file")

    # Tables

    def _table(self, table: Any, reason: str, depth: int) -> None:
        spot, role = self.spot, self.role
        name = self.reading.next_spot("table")
        rows = self._rows(table, reason, depth)
        first = itertools.islice((cell for row, why in rows for cell in self._cells(row, why, depth)), 2)
        is_frame = len(list(first)) == 1
        for row_number, (row, row_why) in enumerate(self._rows(table, reason, depth), start=1):
            column = 1 + skipped_columns(row)
            for cell, why in self._cells(row, row_why, depth):
                width, hidden = cell_properties(cell)
                self.spot = f"{name}.r{row_number}.c{column}"
                self.role = role or (None if is_frame else "cell")
                for each in cell:
                    self.block(each, why or hidden, depth + 1)
                self.end()
                column += width
        self.spot, self.role = spot, role

    def _rows(self, table: Any, reason: str, depth: int) -> Iterator[tuple[Any, str]]:
        for row, why in self._held_named(table, "tr", reason, depth):
            yield row, row_reason(row, why)

    def _cells(self, row: Any, reason: str, depth: int) -> Iterator[tuple[Any, str]]:
        return self._held_named(row, "tc", reason, depth + 1)

    def _held_named(self, element: Any, name: str, reason: str, depth: int) -> Iterator[tuple[Any, str]]:
        """Yield the rows of a table or the cells of a row, also those that something else is around."""
        self._refuse_too_deep(depth)
        for each, why in held(element, reason):
            if LOCAL_NAMES[each.tag] == name:
                yield each, why
            elif LOCAL_NAMES[each.tag] not in _SILENT:
                yield from self._held_named(each, name, why, depth + 1)

    # Paragraphs

    def _paragraph(self, paragraph: Any, reason: str, depth: int) -> None:
        properties = properties_of(child(paragraph, "pPr"))
        style = self.reading.styles.of(properties.style)
        if style.is_contents:
            reason = reason or CONTENTS
        elif style.hidden:
            reason = reason or _HIDDEN
        self._walk(paragraph, reason, depth + 1)
        if not properties.joins_next:
            self._end_paragraph(properties, style, reason)

    def _end_paragraph(self, properties: Properties, style: Style, reason: str) -> None:
        pieces, self._pieces = self._pieces, []
        later, self._later = self._later, []
        mark = self._mark(properties, style) if not reason else ""
        if self.left_out:
            pieces = self._as_left_out(pieces)
        kept = "".join(text for text, why in pieces if not why)
        if len(kept) < sum(len(text) for text, _ in pieces):
            for why, group in itertools.groupby(pieces, key=lambda piece: piece[1]):
                if why:
                    self._drop("".join(text for text, _ in group), why)
        if kept and not kept.isspace():
            place = Place(self.reading.package.name, spot=self.spot)
            role = self.role or role_of(properties, style, kept)
            for text in kept.split(_NEW_PAGE):
                if text.strip():
                    self.reading.parts.append(Part(mark + text, place, role))
                    mark = ""
        for read in later:
            read()

    def _mark(self, properties: Properties, style: Style) -> str:
        list_id = properties.numbered.list_id or style.numbered.list_id
        if not list_id or properties.hidden:
            return ""
        level = properties.numbered.level
        if level is None and properties.numbered.list_id is None:
            level = style.numbered.level
        return self.reading.numbering.mark(list_id, level, properties.style)

    def _as_left_out(self, pieces: list[tuple[str, str]]) -> list[tuple[str, str]]:
        """Return the pieces of a header's or a comment's paragraph, one reason for what would be seen."""
        numbered = any(why == PAGE_NUMBER for _, why in pieces)
        whole = PAGE_NUMBER if numbered else self.left_out
        return [(text, whole if why in {"", PAGE_NUMBER} else why) for text, why in pieces]

    def _drop(self, text: str, reason: str) -> None:
        text = text.replace(_NEW_PAGE, "\n").strip()
        if text and (self.left_out not in {"header", "footer"} or self.reading.is_new(reason, text)):
            place = Place(self.reading.package.name, spot=self.spot)
            self.reading.dropped.append(Dropped(text, reason, place))

    # What stands in a paragraph

    def _walk(self, elements: Any, reason: str, depth: int) -> None:
        self._refuse_too_deep(depth)
        for each in elements:
            name = LOCAL_NAMES[each.tag]
            if name == "t":
                text = each.text
                if text:
                    # A line end in a text is the file's, not the author's; his are elements.
                    self._say(" ".join(text.split("\n")).strip() if "\n" in text else text, reason)
            elif name == "rPr":
                if not reason and self._hides(each):
                    reason = _HIDDEN
            elif name == "r":
                self._walk(each, reason, depth + 1)
            elif name in _SIGNS:
                self._say(_SIGNS[name], reason)
            elif name not in _SILENT:
                handle = _HANDLERS.get(name)
                if handle:
                    handle(self, each, reason, depth)
                else:
                    for inner, why in held(each, reason):
                        self._walk((inner,), why, depth + 1)

    def _say(self, text: str, reason: str) -> None:
        self._pieces.append((text, reason or self._fields.reason))

    def _hides(self, marks: Any) -> bool:
        vanish = child(marks, "vanish")
        if vanish is not None:
            return is_on(vanish)
        style = value_of(marks, "rStyle") if self.reading.styles.hide else ""
        return bool(style) and self.reading.styles.of(style).hidden

    def _break(self, element: Any, reason: str, _depth: int) -> None:
        self._say(_NEW_PAGE if attribute(element, "type") in {"page", "column"} else "\n", reason)

    def _symbol(self, element: Any, reason: str, _depth: int) -> None:
        self._say(symbol(attribute(element, "char"), attribute(element, "font")), reason)

    def _deleted(self, element: Any, reason: str, _depth: int) -> None:
        if element.text:
            self._say(element.text, reason or DELETED)

    def _ruby(self, element: Any, reason: str, depth: int) -> None:
        self._walk(element, reason or _RUBY, depth + 1)

    def _denominator(self, element: Any, reason: str, depth: int) -> None:
        self._say("/", reason)
        self._walk(element, reason, depth + 1)

    def _inner_paragraph(self, element: Any, reason: str, depth: int) -> None:
        self._say("\n", reason)
        self._walk(element, reason, depth + 1)

    def _instruction(self, element: Any, _reason: str, _depth: int) -> None:
        text = element.text or ""
        if not self._fields.instruct(text):
            self._say(text, FIELD_CODE)

    def _field_mark(self, element: Any, _reason: str, _depth: int) -> None:
        kind = attribute(element, "fldCharType")
        if kind == "begin":
            self._fields.begin()
        elif kind == "separate":
            self._fields.separate()
        elif kind == "end":
            drawn = self._fields.end()
            if drawn:
                self._say(drawn, FIELD_CODE)

    def _simple_field(self, element: Any, reason: str, depth: int) -> None:
        self._fields.begin()
        self._fields.instruct(attribute(element, "instr"))
        self._fields.separate()
        self._walk(element, reason, depth + 1)
        self._fields.end()

    # What is anchored in a paragraph

    def _box(self, element: Any, reason: str, depth: int) -> None:
        def read() -> None:
            box = self._inner_story("box")
            for each in element:
                box.block(each, reason, depth + 1)
            box.end()

        self._later.append(read)

    def _word_art(self, element: Any, reason: str, _depth: int) -> None:
        def read() -> None:
            box = self._inner_story("box")
            box._say(element.get("string", ""), reason)
            box.end()

        self._later.append(read)

    def _note(self, element: Any, reason: str, depth: int) -> None:
        kind = LOCAL_NAMES[element.tag].removesuffix("Reference")
        identity = attribute(element, "id")
        notes = self.reading.notes.get(kind)
        if notes is None or identity not in notes.by_id or not self.reading.is_new(kind, identity):
            return
        spot = self.spot if self.left_out else self.reading.next_spot(kind)

        def read() -> None:
            story = Story(self.reading, notes.links, spot, "note", self.left_out)
            for each in notes.by_id[identity]:
                story.block(each, reason, depth + 1)
            story.end()

        self._later.append(read)

    def _drawn(self, element: Any, reason: str, _depth: int) -> None:
        """Read a chart or a diagram, whose text is in a part of its own."""
        kind = "chart" if LOCAL_NAMES[element.tag] == "chart" else "diagram"
        link = self.links.get(attribute(element, "id" if kind == "chart" else "dm"))
        if link is None or not self.reading.is_new("part", link.target):
            return

        def read() -> None:
            root = self.reading.package.root(link.target)
            if root is None:
                return
            texts = [each.text for each in chart_texts(root)] if kind == "chart" else diagram_texts(root)
            story = self._inner_story(kind)
            for text in texts:
                story._say(text, reason)
                story.end()

        self._later.append(read)

    def _inner_story(self, kind: str) -> Story:
        spot = self.spot if self.left_out else self.reading.next_spot(kind)
        role: Role | None = "note" if self.role == "note" else None
        return Story(self.reading, self.links, spot, role, self.left_out)


_SIGNS = {"tab": _GAP, "ptab": _GAP, "cr": "\n", "noBreakHyphen": "-"}

_HANDLERS: Mapping[str, Callable[[Story, Any, str, int], None]] = MappingProxyType(
    {
        "br": Story._break,
        "sym": Story._symbol,
        "delText": Story._deleted,
        "rt": Story._ruby,
        "den": Story._denominator,
        "p": Story._inner_paragraph,
        "instrText": Story._instruction,
        "delInstrText": Story._instruction,
        "fldChar": Story._field_mark,
        "fldSimple": Story._simple_field,
        "txbxContent": Story._box,
        "textpath": Story._word_art,
        "footnoteReference": Story._note,
        "endnoteReference": Story._note,
        "chart": Story._drawn,
        "relIds": Story._drawn,
    }
)
_LOOSE = frozenset({"r", "t", "oMath", "oMathPara", "hyperlink", "fldSimple"})
"""What belongs into a paragraph but may stand beside them."""

_SILENT = frozenset(
    {
        *("pPr", "sectPr", "tblPr", "tblGrid", "tblPrEx", "trPr", "tcPr", "sdtPr", "sdtEndPr", "rubyPr"),
        *("bookmarkStart", "bookmarkEnd", "proofErr", "lastRenderedPageBreak", "softHyphen", "customXmlPr"),
        *("commentRangeStart", "commentRangeEnd", "commentReference", "smartTagPr", "fldData", "ffData"),
        "",
    }
)
"""What holds no text, or none that is seen."""
