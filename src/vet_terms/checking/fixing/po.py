"""Fixes written into the first ``msgstr`` of the entries of a PO file, between its quotes and line breaks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from vet_terms.checking.fixing.file_text import file_text
from vet_terms.checking.fixing.unit_fix import Character, Fixes, Written, edits_in_file, with_edits
from vet_terms.documents.bilingual.po import po_text

_LINE = re.compile(r"[^\r\n]*")
_KEYWORD = re.compile(r"[ \t]*(msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)[ \t]*(?=\")")
_QUOTED = re.compile(r"[ \t]*\"((?:[^\"\\]|\\.)*)\"")
_PIECE = re.compile(r"\\(?:[0-7]{1,3}|x[0-9A-Fa-f]{2}|.)|[^\\]")
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_ESCAPED = {"\n": "\\n", "\t": "\\t", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
_TARGETS = ("msgstr", "msgstr[0]")


@dataclass(slots=True)
class _Entry:
    """An entry as it is met: whether its id says something, and the characters of its first translation."""

    has_id: bool = False
    has_context: bool = False
    target: list[tuple[str, Character]] = field(default_factory=list)


def write_po_fixes(data: bytes, name: str, fixes: Fixes) -> Written:
    """Write fixes into the translations of a PO file."""
    content = file_text(data, name, po_text(data, name)[1].removesuffix("-sig"))
    edits: list[tuple[int, int, str]] = []
    written = set()
    # The header alone has no id.
    entries = (entry for entry in _entries(content.text) if entry.has_id or entry.has_context)
    for number, entry in enumerate(entries, start=1):
        fix = fixes.get(number)
        if fix is not None and "".join(text for text, _ in entry.target) == fix.english:
            places = [place for _, place in entry.target]
            edits += [(each.start, each.end, each.text) for each in edits_in_file(places, fix.edits)]
            written.add(number)
    return content.written(with_edits(content.text, edits)), frozenset(written)


def _entries(text: str) -> Iterator[_Entry]:
    """Yield the entries that are not obsolete, in their order."""
    entry: _Entry | None = None
    keyword = ""
    for line in _LINE.finditer(text):
        named = _KEYWORD.match(text, line.start(), line.end())
        if named:
            if named[1] == "msgctxt" or (named[1] == "msgid" and keyword != "msgctxt"):
                if entry is not None:
                    yield entry
                entry = _Entry(has_context=named[1] == "msgctxt")
            keyword = named[1]
        quoted = _QUOTED.match(text, named.end() if named else line.start(), line.end())
        if quoted is None or entry is None:
            continue
        if keyword == "msgid":
            entry.has_id = entry.has_id or bool(quoted[1])
        elif keyword in _TARGETS:
            entry.target += _characters(quoted[1], quoted.start(1))
    if entry is not None:
        yield entry


def _characters(inside: str, at: int) -> Iterator[tuple[str, Character]]:
    for piece in _PIECE.finditer(inside):
        place = Character(at + piece.start(), at + piece.end(), _escaped)
        yield _meant(piece[0]), place


def _meant(piece: str) -> str:
    if len(piece) == 1:
        return piece
    # What is not known stays as written: the text is then another one, and the entry is left alone.
    return _ESCAPES.get(piece[1:], piece)


def _escaped(text: str) -> str:
    return "".join(_ESCAPED.get(char, char) for char in text)
