"""Markdown files to a Document: what its page would show, with each text in its place.

Code is left out, as nobody translates it; marks and the targets of links and pictures are no text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from vet_terms.documents.encoding import decode
from vet_terms.documents.parts import Part, document_of_parts
from vet_terms.documents.source import Source
from vet_terms.documents.text.plain_text import encoding_notes
from vet_terms.documents.web.markdown_text import markdown_text
from vet_terms.documents.web.pieces import code_or_links, parts_of, says_title
from vet_terms.model import Document, Dropped, Place

_FENCES = ("---", "+++")
_LONGEST_FRONT = 500
_FIELD = re.compile(
    r"[\w.\"'-]+\s*[:=](?:\s|$|[\"'\[{\d])|\s*#|\s*-(?:\s|$)|\s+\S|\[{1,2}[\w.\"-]+\]{1,2}\s*$|[\]}],?\s*$"
)
"""A line of YAML or TOML."""

_TITLE = re.compile(r"title\s*[:=]\s*(?P<quote>[\"']?)(?P<title>\S.*?)(?P=quote)\s*", re.IGNORECASE)


def read_markdown(source: Source) -> Document:
    """Return the document in a Markdown file. Raises InputError for what is no text."""
    text, used = decode(source.data, source.name, source.encoding)
    return document_of_markdown(text, source.name, used)


def document_of_markdown(text: str, name: str, encoding: str = "utf-8") -> Document:
    """Return the document in a Markdown text."""
    rows = text.split("\n")
    front = _front_matter(rows)
    read = markdown_text([*[""] * front, *rows[front:]])
    reasons = [known or code_or_links(piece) for piece, known in read.pieces]
    pieces = [piece for piece, _ in read.pieces]
    parts, dropped = parts_of(pieces, reasons, name, row_step=1)
    dropped += [Dropped(said, reason, Place(name, line=line)) for said, reason, line in read.left_out]
    if front:
        place = Place(name, line=1)
        dropped.append(Dropped("\n".join(rows[:front]).strip(), "front matter", place))
        title = _title_of(rows[:front])
        if title and not says_title((part.text for part in parts if part.role == "heading"), (title,)):
            parts = [Part(title, place, "heading"), *parts]
    dropped.sort(key=lambda each: each.place.line)
    notes = tuple(encoding_notes(encoding))
    return document_of_parts(
        parts, Document(name, (), dropped=tuple(dropped), encoding=encoding, notes=notes)
    )


def _front_matter(rows: Sequence[str]) -> int:
    """Return how many rows the fields in front of the text take, with their fences; 0 where there are none.

    A rule between two texts has the same form as a fence, so that each row has to look like a field.
    """
    fence = rows[0].rstrip()
    if fence not in _FENCES:
        return 0
    for index, row in enumerate(rows[1:_LONGEST_FRONT], 1):
        if row.rstrip() == fence or (fence == "---" and row.rstrip() == "..."):
            return index + 1 if any(each.strip() for each in rows[1:index]) else 0
        if row.strip() and not _FIELD.match(row):
            return 0
    return 0


def _title_of(front: Sequence[str]) -> str:
    found = (_TITLE.fullmatch(row) for row in front)
    return next((each["title"].strip() for each in found if each), "")
