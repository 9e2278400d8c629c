"""Paragraphs of a file that knows its paragraphs, to a Document: slides, pages of a word processor, sheets.

The format says where a paragraph begins and ends, what holds it, and often what it is; here its soft line
breaks are undone, its languages told apart, and its role found where the format is silent.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from vet_terms.documents.cleaning import clean, spaces_beside_digits_are_style, tidy
from vet_terms.documents.line_ends import Style
from vet_terms.documents.line_languages import split_languages
from vet_terms.documents.lines import lines_of
from vet_terms.documents.paired_lines import paired_forms
from vet_terms.documents.paragraphs import paragraphs
from vet_terms.documents.roles import parts_with_roles, with_headings
from vet_terms.language.scripts import script_of
from vet_terms.model import Block, Document, Dropped, Language, Place, Role

_SCRIPT_SAMPLE = 10_000
"""Characters from which the script of a document is told."""

_NO_WORDS = "no words"


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph or a cell as its file has it.

    ``text`` may hold line ends where the file has soft breaks. ``place`` is without a block number. ``role``
    is what the format says it is; None where it says nothing.
    """

    text: str
    place: Place
    role: Role | None = None


def document_of_parts(parts: Iterable[Part], document: Document) -> Document:
    """Return a document with the blocks of some parts, in their order.

    What the document has already dropped and noted stays in front; a part without a word of either language
    (a number, a sign) is dropped too. Blocks are numbered page by page.
    """
    cleaned = [replace(part, text=clean(part.text)) for part in parts]
    rows = [part.text for part in cleaned]
    paired = paired_forms(row for text in rows for row in text.split("\n"))
    digits_spaced = spaces_beside_digits_are_style(rows)
    blocks: list[Block] = []
    dropped: list[Dropped] = []
    numbers: dict[int, int] = {}
    for part in cleaned:
        for language, text, role in _texts(part, paired):
            if language is None:
                dropped.append(Dropped(text, _NO_WORDS, part.place))
                continue
            number = numbers[part.place.page] = numbers.get(part.place.page, 0) + 1
            place = replace(part.place, block=number)
            blocks.append(Block(tidy(text, language, digits_spaced=digits_spaced), language, role, place))
    return replace(
        document,
        blocks=tuple(with_headings(blocks)),
        dropped=(*document.dropped, *dropped),
        script=_script(rows),
    )


def _texts(part: Part, paired: Collection[str]) -> Iterator[tuple[Language | None, str, Role]]:
    """Yield the texts of a part, each in one language (None: it has no words) and with its role."""
    text = part.text.strip()
    if part.role is not None and "\n" not in text:
        for language, piece in split_languages(text, paired=paired) if text else ():
            yield language, piece, part.role
        return
    rows = [row for row in text.split("\n") if row.strip()]
    lines = [line for number, row in enumerate(rows) for line in lines_of(row, number, 0, paired=paired)]
    found, wordless = paragraphs(lines, Style())
    for paragraph in found:
        if part.role is not None:
            yield paragraph.language, paragraph.text, part.role
            continue
        for piece, role in parts_with_roles(paragraph, paged=bool(part.place.page)):
            yield paragraph.language, piece, role
    for line in wordless:
        yield None, line.text, "body"


def _script(rows: Iterable[str]) -> str:
    sample: list[str] = []
    size = 0
    for row in rows:
        sample.append(row)
        size += len(row)
        if size > _SCRIPT_SAMPLE:
            break
    return script_of("".join(sample))
