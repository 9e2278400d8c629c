"""Plain text to a Document: slide dumps, page dumps, web articles, running text.

Which encoding the bytes are in and where the pages end is found out here; the rest is said in
`running_text`.
"""

from __future__ import annotations

from vet_terms.documents.cleaning import clean
from vet_terms.documents.encoding import decode
from vet_terms.documents.source import Source
from vet_terms.documents.text.lines import pages
from vet_terms.documents.text.mail import post_lines, unquoted
from vet_terms.documents.text.running_text import document_of_lines
from vet_terms.language.scripts import script_of
from vet_terms.model import Document, Place


def read_plain_text(source: Source) -> Document:
    """Return the document in a text file. Raises InputError for what is no text."""
    text, used = decode(source.data, source.name, source.encoding)
    return document_of_text(text, source.name, used)


def document_of_text(text: str, name: str, encoding: str = "utf-8") -> Document:
    """Return the document in a text, with blocks in the order of the text."""
    rows = unquoted(clean(text).split("\n"))
    cleaned = "\n".join(rows)
    sheets = pages(cleaned)
    places = [Place(name, page=number if len(sheets) > 1 else 0) for number in range(1, len(sheets) + 1)]
    document = Document(
        name, (), encoding=encoding, script=script_of(cleaned), notes=tuple(encoding_notes(encoding))
    )
    return document_of_lines(sheets, places, document, post_lines(rows))


def encoding_notes(encoding: str) -> list[str]:
    """Return what a person should know of the encoding that a file was read in."""
    if encoding == "utf-8 (damaged)":
        return ["a few bytes are not UTF-8 and are shown as \ufffd"]
    return [] if encoding.startswith("utf-8") else [f"read as {encoding}"]
