"""HTML files to a Document: the main text of a page, without the menus and labels around it.

Nothing is fetched and no script is run: what only a script would put on the page is not there. Each text that
is left out is kept with the reason.
"""

from __future__ import annotations

from vet_terms.documents.parts import Part, document_of_parts
from vet_terms.documents.source import Source
from vet_terms.documents.web.main_content import reasons_of, title_parts
from vet_terms.documents.web.page_encoding import decode_html
from vet_terms.documents.web.page_text import PageText, page_text
from vet_terms.documents.web.pieces import parts_of, says_title
from vet_terms.documents.web.tree import html_tree
from vet_terms.model import Document, Dropped, Place


def read_html(source: Source) -> Document:
    """Return the document in an HTML or XHTML file. Raises InputError for what is none, or is unsafe."""
    text, encoding, notes = decode_html(source)
    page = page_text(html_tree(text, source.name))
    reasons, remarks = reasons_of(page.pieces, page.regions, page.title)
    parts, dropped = parts_of(page.pieces, reasons, source.name)
    parts, title = _with_title(page, parts, source.name)
    left_out = [Dropped(text, reason, Place(source.name, line=line)) for text, reason, line in page.left_out]
    return document_of_parts(
        parts,
        Document(
            source.name,
            (),
            dropped=(*title, *sorted([*left_out, *dropped], key=lambda each: each.place.line)),
            encoding=encoding,
            notes=(*notes, *remarks),
        ),
    )


def _with_title(page: PageText, parts: list[Part], name: str) -> tuple[list[Part], list[Dropped]]:
    """Return the parts with the page's title before them, or the title where a text repeats it."""
    if not page.title:
        return parts, []
    place = Place(name, line=page.title_line)
    if says_title((part.text for part in parts), (page.title, *title_parts(page.title))):
        return parts, [Dropped(page.title, "repeats the heading", place)]
    return [Part(page.title, place, "heading"), *parts], []
