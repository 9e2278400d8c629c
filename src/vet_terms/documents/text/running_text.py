"""Lines to a Document: line ends undone, furniture left out, and each paragraph with its role.

What comes here is lines in reading order, page by page, whatever file they stood in; the words are left
as they are, apart from the spaces that a justified line leaves between Chinese characters and digits.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from vet_terms.documents.cleaning import spaces_beside_digits_are_style, tidy
from vet_terms.documents.roles import LONGEST_HEADING, parts_with_roles, with_headings
from vet_terms.documents.text.furniture import WEB_ADDRESS, furniture_reason
from vet_terms.documents.text.line_ends import style_of
from vet_terms.documents.text.lines import Line
from vet_terms.documents.text.page_breaks import joined_across_pages
from vet_terms.documents.text.paragraphs import BOX_GAP, Paragraph, paragraphs
from vet_terms.documents.text.recurring import page_counts, with_recurring_marked
from vet_terms.language.scripts import HAN, count_han
from vet_terms.model import Block, Document, Dropped, Place


def document_of_lines(
    pages: Sequence[Sequence[Line]],
    places: Sequence[Place],
    document: Document,
    no_text: Mapping[int, str] = MappingProxyType({}),
) -> Document:
    """Return a document with the blocks of its lines, page by page; ``places`` are those of the pages.

    ``no_text`` says of lines by their numbers why they are no text, where the reader of the file knows.
    What the document has already dropped and noted stays in front.
    """
    sheets = with_recurring_marked(pages)
    counts = page_counts(sheets)
    style = style_of(sheets)
    digits_spaced = spaces_beside_digits_are_style(line.text for sheet in sheets for line in sheet)
    dropped: list[Dropped] = []
    texts: list[list[Paragraph]] = []
    for sheet, place in zip(sheets, places, strict=True):
        kept, gone = _without_furniture(sheet, counts, no_text, place)
        found, wordless = paragraphs(kept, style)
        dropped += gone
        dropped += [Dropped(line.text, "no words", replace(place, line=line.number)) for line in wordless]
        texts.append(found)
    blocks: list[Block] = []
    for page, place in zip(joined_across_pages(texts), places, strict=True):
        here: list[Block] = []
        for paragraph in page:
            here += _blocks(paragraph, place, len(here), digits_spaced=digits_spaced)
        blocks += here
    return replace(
        document,
        blocks=tuple(with_headings(blocks)),
        dropped=(*document.dropped, *dropped),
        notes=(*document.notes, *_breaks(blocks)),
    )


def _breaks(blocks: Sequence[Block]) -> list[str]:
    """Return a remark for each long Chinese paragraph that stops without an end mark."""
    return [
        f"line {block.place.line}: the text breaks off at “…{block.text[-8:]}”"
        for block in blocks
        if block.language == "zh" and block.role == "body" and re.search(rf"[{HAN}，、]$", block.text)
        if count_han(block.text) > 2 * LONGEST_HEADING["zh"]
    ]


def _without_furniture(
    sheet: Sequence[Line], counts: Collection[str], no_text: Mapping[int, str], place: Place
) -> tuple[list[Line], list[Dropped]]:
    kept: list[Line] = []
    dropped: list[Dropped] = []
    parted = False
    for line in sheet:
        if line.number in no_text:
            reason = no_text[line.number]
        elif line.text in counts:
            reason = "page number"
        elif line.recurring and WEB_ADDRESS.match(line.text):
            reason = "address of the site"
        else:
            reason = furniture_reason(line.text)
        if reason:
            dropped.append(Dropped(line.text, reason, replace(place, line=line.number)))
            # A page number may stand in the middle of a sentence; anything else is a boundary.
            parted = parted or reason != "page number"
        else:
            kept.append(replace(line, gap=max(line.gap, BOX_GAP)) if parted else line)
            parted = False
    return kept, dropped


def _blocks(paragraph: Paragraph, place: Place, start: int, *, digits_spaced: bool) -> Iterable[Block]:
    here = replace(place, line=paragraph.line)
    for text, role in parts_with_roles(paragraph, paged=bool(place.page)):
        start += 1
        yield Block(
            text=tidy(text, paragraph.language, digits_spaced=digits_spaced),
            language=paragraph.language,
            role=role,
            place=replace(here, block=start),
        )
