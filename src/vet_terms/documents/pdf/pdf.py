"""PDF to a Document: pages of glyphs with places become lines in reading order, and those become text.

What page after page repeats, what stands turned, and what cannot be read is left out with its reason.
Refuses what is locked, no PDF, damaged beyond reading, and what holds only pictures of text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace

from vet_terms.documents.cleaning import clean
from vet_terms.documents.pdf.characters import with_plain_characters
from vet_terms.documents.pdf.columns import Region, regions_of
from vet_terms.documents.pdf.file import open_pdf, quiet
from vet_terms.documents.pdf.fragments import Fragment, fragments_of
from vet_terms.documents.pdf.glyphs import (
    DOWN,
    UNREADABLE,
    UPRIGHT,
    DrawnPage,
    Rule,
    drawn_page,
    new_manager,
)
from vet_terms.documents.pdf.heads_and_feet import repeated
from vet_terms.documents.pdf.laid_over import laid_over
from vet_terms.documents.pdf.sheets import Row, column_edges, sheets_of
from vet_terms.documents.source import Source
from vet_terms.documents.text.lines import Line, lines_of
from vet_terms.documents.text.paired_lines import paired_forms
from vet_terms.documents.text.running_text import document_of_lines
from vet_terms.errors import InputError
from vet_terms.language.scripts import script_of
from vet_terms.model import Document, Dropped, Place

_MOST_UNREADABLE = 0.5
_LEAST_WATERMARKS = 3
_MOST_SHOWN = 20


@dataclass(slots=True)
class _Page:
    """A page before its reading order: the text that stands as most of it does, and text set from the top."""

    place: Place
    pieces: list[Fragment] = field(default_factory=list)
    columns: list[Fragment] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    turned: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    unreadable: list[str] = field(default_factory=list)
    laid_over: list[tuple[str, str]] = field(default_factory=list)
    heights: tuple[float, float] = (0.0, 0.0)
    letters: int = 0
    pictures: bool = False
    damaged: bool = False


def read_pdf(source: Source) -> Document:
    """Return the document in a PDF. Raises InputError for what is no PDF, locked, damaged or has no text."""
    pdf = open_pdf(source.data, source.name)
    manager = new_manager()
    pages: list[_Page] = []
    with quiet():
        for number in source.progress(range(len(pdf.pages)), "Reading pages"):
            drawn = drawn_page(pdf.pages[number], pdf.budget, manager)
            page = _page(drawn, Place(source.name, page=number + 1))
            page.laid_over = laid_over(pdf.pages[number])
            pages.append(page)
    _refuse_unreadable(pages, source.name)
    furniture = repeated([page.pieces for page in pages], [page.heights for page in pages])
    regions = [_regions(page, gone) for page, gone in zip(pages, furniture, strict=True)]
    edges = column_edges(regions)
    sheets: list[list[Row]] = []
    places: list[Place] = []
    for page, here in zip(pages, regions, strict=True):
        found = sheets_of(here, edges)
        sheets += found
        places += [page.place] * len(found)
    texts, remarks = with_plain_characters([clean(row.text) for sheet in sheets for row in sheet])
    document = Document(
        source.name,
        (),
        dropped=tuple(_dropped(pages, furniture)),
        encoding="",
        script=script_of("\n".join(texts)),
        notes=(*pdf.notes, *_notes(pages), *remarks),
    )
    return _numbered(document_of_lines(_lines(sheets, places, texts), places, document))


def _page(drawn: DrawnPage, place: Place) -> _Page:
    """Return the pieces of lines of a page, those that stand turned by themselves."""
    page = _Page(place, pictures=drawn.pictures, damaged=drawn.damaged)
    sizes = {angle: sum(len(run.texts) for run in runs) for angle, runs in drawn.runs.items()}
    page.letters = sum(sizes.values())
    squares = [angle for angle in sizes if angle % 90 == 0]
    main = max(squares, key=lambda angle: (sizes[angle], angle == UPRIGHT), default=UPRIGHT)
    page.heights = drawn.heights(main)
    down = any(run.vertical for run in drawn.runs.get(DOWN, ()))
    for angle, runs in drawn.runs.items():
        pieces = fragments_of(runs, drawn.rules if angle == UPRIGHT else ())
        readable = [piece for piece in pieces if not _is_unreadable(piece.text)]
        page.unreadable += [piece.text for piece in pieces if _is_unreadable(piece.text)]
        if angle == main:
            page.pieces = readable
            page.rules = drawn.rules if angle == UPRIGHT else []
        elif angle == DOWN and down:
            page.columns = readable
        else:
            page.turned += [piece.text for piece in readable]
    page.outside = [piece.text for piece in fragments_of(drawn.outside, ())]
    return page


def _regions(page: _Page, furniture: Collection[int]) -> list[Region]:
    kept = [piece for index, piece in enumerate(page.pieces) if index not in furniture]
    return [*regions_of(kept, page.rules), *regions_of(page.columns, ())]


def _is_unreadable(text: str) -> bool:
    return text.count(UNREADABLE) > _MOST_UNREADABLE * len(text)


def _refuse_unreadable(pages: Sequence[_Page], name: str) -> None:
    letters = sum(page.letters for page in pages)
    if not letters:
        if any(page.pictures for page in pages):
            raise InputError(
                f"{name}: has only pictures of text; run it through text recognition (OCR) first, "
                "as with ocrmypdf"
            )
        raise InputError(
            f"{name}: has no text; if you see some, it is drawn: run it through text recognition (OCR) first"
        )
    unreadable = sum(map(len, (text for page in pages for text in page.unreadable)))
    if unreadable > _MOST_UNREADABLE * letters:
        raise InputError(
            f"{name}: its fonts do not say which characters they show, so that most of its text cannot be "
            "read; run it through text recognition (OCR), or ask for the file it was made from"
        )


def _notes(pages: Sequence[_Page]) -> Iterable[str]:
    scanned = [page.place.page for page in pages if page.pictures and not page.letters]
    if scanned:
        yield f"only a picture, without text: {_listed(scanned)}; text recognition (OCR) would read it"
    damaged = [page.place.page for page in pages if page.damaged]
    if damaged:
        yield f"damaged, and read as far as possible: {_listed(damaged)}"
    unreadable = {
        page.place.page: count
        for page in pages
        if (count := sum(text.count(UNREADABLE) for text in _all_texts(page)))
    }
    if unreadable:
        yield (
            f"{sum(unreadable.values())} characters cannot be read, as their fonts do not say what they are: "
            f"{_listed(list(unreadable))}"
        )


def _all_texts(page: _Page) -> Iterable[str]:
    yield from (piece.text for piece in (*page.pieces, *page.columns))
    yield from page.unreadable


def _listed(numbers: Sequence[int]) -> str:
    shown = ", ".join(map(str, numbers[:_MOST_SHOWN]))
    more = f" and {len(numbers) - _MOST_SHOWN} more" if len(numbers) > _MOST_SHOWN else ""
    return f"page{'s' if len(numbers) > 1 else ''} {shown}{more}"


def _dropped(pages: Sequence[_Page], furniture: Sequence[dict[int, str]]) -> Iterable[Dropped]:
    marks = Counter(text for page in pages for text in set(page.turned))
    for page, gone in zip(pages, furniture, strict=True):
        for index, reason in sorted(gone.items()):
            yield Dropped(clean(page.pieces[index].text), reason, page.place)
        for text in page.turned:
            reason = "watermark" if marks[text] >= _LEAST_WATERMARKS else "turned text"
            yield Dropped(clean(text), reason, page.place)
        for text in page.outside:
            yield Dropped(clean(text), "outside the page", page.place)
        for text in page.unreadable:
            yield Dropped(clean(text), "characters that cannot be read", page.place)
        for text, reason in page.laid_over:
            yield Dropped(clean(text), reason, page.place)


def _lines(
    sheets: Sequence[Sequence[Row]], places: Sequence[Place], texts: Sequence[str]
) -> list[list[Line]]:
    paired = paired_forms(texts)
    rest = iter(texts)
    numbers: Counter[int] = Counter()
    found: list[list[Line]] = []
    for sheet, place in zip(sheets, places, strict=True):
        lines: list[Line] = []
        for row in sheet:
            text = " " * row.indent + next(rest)
            lines += lines_of(text, numbers[place.page] + 1, row.gap, paired=paired)
            numbers[place.page] += row.lines
        found.append(lines)
    return found


def _numbered(document: Document) -> Document:
    """Return a document with the blocks of each page numbered through its columns."""
    numbers: Counter[int] = Counter()
    blocks = []
    for block in document.blocks:
        numbers[block.place.page] += 1
        blocks.append(replace(block, place=replace(block.place, block=numbers[block.place.page])))
    return replace(document, blocks=tuple(blocks))
