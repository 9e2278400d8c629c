"""Word documents to a Document: paragraphs, tables, boxes and notes in reading order.

Macros are never run, links never followed, and other documents that a file draws in never opened: where
there are any, a note says so. Word has no pages before it lays them out, so places have none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from vet_terms.documents.parts import document_of_parts
from vet_terms.documents.source import Source
from vet_terms.documents.word.markup import DELETED
from vet_terms.documents.word.numbering import read_numbering
from vet_terms.documents.word.package import Package, Relationship, attribute, open_package
from vet_terms.documents.word.reading import Notes, Reading
from vet_terms.documents.word.stories import Story
from vet_terms.documents.word.styles import read_styles
from vet_terms.model import Document, Dropped

_RULES = frozenset({"separator", "continuationSeparator", "continuationNotice"})
"""The notes that only draw the line above the others."""


def read_docx(source: Source) -> Document:
    """Return the document in a Word file. Raises InputError for what is none, damaged, locked or unsafe."""
    reading = read_stories(source)
    document = Document(
        source.name,
        (),
        tuple(reading.dropped),
        encoding="",
        notes=tuple(_remarks(reading.dropped, reading.elsewhere)),
    )
    return document_of_parts(reading.parts, document)


def read_stories(source: Source) -> Reading:
    """Return the texts of a Word file as it has them. Raises InputError as `read_docx` does."""
    package = open_package(source.data, source.name)
    reading = Reading(
        package,
        styles=read_styles(_root(package, "styles")),
        numbering=read_numbering(_root(package, "numbering")),
        notes={"footnote": _notes(package, "footnotes"), "endnote": _notes(package, "endnotes")},
    )
    body = Story(reading, package.relationships(package.main))
    for block in package.text_blocks():
        body.block(block)
    body.end()
    _read_apart(reading)
    return reading


def _root(package: Package, kind: str) -> Any:
    return package.root(package.part_of(kind))


def _notes(package: Package, kind: str) -> Notes:
    part = package.part_of(kind)
    root = package.root(part)
    by_id = {
        attribute(note, "id"): note
        for note in (() if root is None else root)
        if attribute(note, "type") not in _RULES
    }
    return Notes(by_id, package.relationships(part) if by_id else {})


def _read_apart(reading: Reading) -> None:
    """Read what stands beside the text and is left out: notes without a reference, comments, headers."""
    package = reading.package
    for kind, notes in reading.notes.items():
        for identity, note in notes.by_id.items():
            if reading.is_new(kind, identity):
                _leave_out(reading, notes.links, note, kind, f"{kind} without a reference")
    for comment in _notes(package, "comments").by_id.values():
        _leave_out(reading, {}, comment, reading.next_spot("comment"), "comment")
    for kind in ("header", "footer"):
        for part in package.related(kind):
            root = package.root(part)
            _leave_out(reading, package.relationships(part), () if root is None else root, kind, kind)


def _leave_out(
    reading: Reading, links: Mapping[str, Relationship], blocks: Iterable[Any], spot: str, reason: str
) -> None:
    story = Story(reading, links, spot, left_out=reason)
    for block in blocks:
        story.block(block)
    story.end()


def _remarks(dropped: Iterable[Dropped], elsewhere: Iterable[str]) -> Iterable[str]:
    deleted = sum(each.reason == DELETED for each in dropped)
    if deleted:
        yield f"tracked changes are read as accepted: {deleted} deleted passages are left out"
    names = ", ".join(dict.fromkeys(elsewhere))
    if names:
        yield f"documents drawn in from elsewhere are not read: {names}"
