"""Paragraphs of a file that knows its paragraphs, to a Document: slides, pages of a word processor, sheets.

The format says where a paragraph begins and ends, what holds it, and often what it is; here its soft line
breaks are undone, its languages told apart, and its role found where the format is silent.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from vet_terms.documents.cleaning import clean, spaces_beside_digits_are_style, tidy
from vet_terms.documents.roles import parts_with_roles, with_headings
from vet_terms.documents.text.line_ends import Style, style_of
from vet_terms.documents.text.line_languages import split_languages
from vet_terms.documents.text.lines import Line, lines_of
from vet_terms.documents.text.paired_lines import IN_HEADINGS, paired_forms
from vet_terms.documents.text.paragraphs import Paragraph, paragraphs
from vet_terms.language.scripts import has_both_languages, language_of, script_of
from vet_terms.model import Block, Document, Dropped, Language, Place, Role

_SCRIPT_SAMPLE = 10_000
"""Characters from which the script of a document is told."""

_ROWS_OR_COLUMNS = re.compile(r"[\n\t]|\s{3}")

_NO_WORDS = "no words"


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph or a cell as its file has it.

    ``text`` may hold line ends where the file has soft breaks. ``place`` is without a block number. ``role``
    is what the format says it is; None where it says nothing. ``language`` is given only where the file
    must know it, as one that sets source beside target does; the text is then one block. ``row_step`` says
    how many lines of the file each row of the text is further on, where its rows are lines of the file.
    """

    text: str
    place: Place
    role: Role | None = None
    language: Language | None = None
    row_step: int = 0


def document_of_parts(parts: Iterable[Part], document: Document) -> Document:
    """Return a document with the blocks of some parts, in their order.

    What the document has already dropped and noted stays in front; a part without a word of either language
    (a number, a sign) is dropped too. Blocks are numbered page by page.
    """
    waiting = [_cleaned(part) for part in parts]
    paired = paired_forms(row for part in waiting if part.language is None for row in part.text.split("\n"))
    digits_spaced = spaces_beside_digits_are_style(part.text for part in waiting)
    script = _script(part.text for part in waiting)
    style = _style(waiting, paired)
    blocks: list[Block] = []
    captions: set[int] = set()
    dropped: list[Dropped] = []
    numbers: dict[int, int] = {}
    # A part goes when its blocks come: a sheet of 100,000 rows is not held twice.
    waiting.reverse()
    while waiting:
        part = waiting.pop()
        for language, text, role, row in _texts(part, paired, style):
            if language is None:
                dropped.append(Dropped(text, _NO_WORDS, part.place))
                continue
            if part.role == "caption":
                captions.add(len(blocks))
            number = numbers[part.place.page] = numbers.get(part.place.page, 0) + 1
            place = replace(part.place, block=number, line=part.place.line + row * part.row_step)
            blocks.append(Block(tidy(text, language, digits_spaced=digits_spaced), language, role, place))
    return replace(
        document,
        blocks=tuple(with_headings(blocks, captions)),
        dropped=(*document.dropped, *dropped),
        script=script,
    )


def _cleaned(part: Part) -> Part:
    text = clean(part.text)
    return part if text is part.text else replace(part, text=text)


def _texts(
    part: Part, paired: Collection[str], style: Style
) -> Iterator[tuple[Language | None, str, Role, int]]:
    """Yield the texts of a part, each in one language (None: it has no words), with its role and its row."""
    text = part.text.strip()
    if part.language is not None:
        if text:
            yield part.language if language_of(text) else None, text, part.role or "body", 0
        return
    if part.role is not None and "\n" not in text:
        forms = {*paired, *IN_HEADINGS} if part.role == "heading" else paired
        for language, piece in split_languages(text, paired=forms) if text else ():
            yield language, piece, part.role, 0
        return
    plain = _plain_paragraph(text)
    found, wordless = ([plain], []) if plain else paragraphs(_lines(text, paired), style)
    for paragraph in found:
        if part.role is not None:
            yield paragraph.language, paragraph.text, part.role, paragraph.line
            continue
        for piece, role in parts_with_roles(paragraph, paged=bool(part.place.page)):
            yield paragraph.language, piece, role, paragraph.line
    for line in wordless:
        yield None, line.text, "body", line.number


def _plain_paragraph(text: str) -> Paragraph | None:
    """Return a row of words in one language as a paragraph: most are, and there is nothing in them to cut."""
    if text.startswith("#") or has_both_languages(text) or _ROWS_OR_COLUMNS.search(text):
        return None
    language = language_of(text)
    return Paragraph(text, language, line=0, lines=1, indent=0, gap=0) if language else None


def _lines(text: str, paired: Collection[str]) -> list[Line]:
    rows = [row for row in text.split("\n") if row.strip()]
    return [line for number, row in enumerate(rows) for line in lines_of(row, number, 0, paired=paired)]


def _style(parts: Iterable[Part], paired: Collection[str]) -> Style:
    """Return how the rows of those parts end that have several: wrapped at an edge, or each a text."""
    broken = (part.text.strip() for part in parts if part.role is None and part.language is None)
    return style_of([_lines(text, paired) for text in broken if "\n" in text])


def _script(rows: Iterable[str]) -> str:
    sample: list[str] = []
    size = 0
    for row in rows:
        sample.append(row)
        size += len(row)
        if size > _SCRIPT_SAMPLE:
            break
    return script_of("".join(sample))
