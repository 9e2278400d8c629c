"""PowerPoint decks to a Document: slide by slide, each in the order in which a person reads it.

A slide's text is what its own boxes, tables, charts and diagrams show, and then its notes. What layouts and
masters print on every slide is left out, as are hidden slides, numbers, dates and footers, and copies of what
stands at the same place slide after slide; each goes with its reason to what was dropped.
"""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from vet_terms.archives import refuse_unsafe_archive
from vet_terms.documents.cleaning import clean
from vet_terms.documents.drawings import paragraphs_of, plain
from vet_terms.documents.parts import Part as TextPart
from vet_terms.documents.parts import document_of_parts
from vet_terms.documents.slides.package import Deck, main_part, named_by, related
from vet_terms.documents.slides.places import Inherited, places_on_layout
from vet_terms.documents.slides.reading_order import reading_order
from vet_terms.documents.slides.shapes import Shape, Text, shapes_of
from vet_terms.documents.source import Source
from vet_terms.errors import InputError
from vet_terms.model import Document, Dropped, Place
from vet_terms.progress import Progress
from vet_terms.xml_input import local_name

if TYPE_CHECKING:
    from pptx.opc.package import Part

_LEAST_SLIDES = 3
_LEAST_SHARE = 0.25
"""How many slides, and what share of all, must have a text at the same place before it counts as repeated."""

_FOOT = 0.85
"""The share of a slide's height below which a repeated text is a footer."""

_SAME_PLACE = 91_440
"""A tenth of an inch: what stands no farther apart stands at the same place."""

_SAVE_AGAIN = "open it in PowerPoint or LibreOffice and save it as .pptx again"


@dataclass(frozen=True, slots=True)
class _Slide:
    """What a slide holds, its shapes in reading order."""

    number: int
    is_hidden: bool
    shapes: tuple[Shape, ...]
    notes: tuple[Text, ...]
    comments: tuple[str, ...]
    embeds: bool


@dataclass(frozen=True, slots=True)
class _Content:
    """What a deck holds: its slides, how high they are, and what their masters and layouts print on them."""

    slides: tuple[_Slide, ...]
    height: float
    printed: tuple[str, ...]


def read_pptx(source: Source) -> Document:
    """Return the document in a slide deck. Raises InputError for what is none, damaged, locked or unsafe."""
    refuse_unsafe_archive(source.data, source.name, ".pptx")
    try:
        content = _content(source.data, Deck(source.name), source.progress)
    except _library_errors() as error:
        raise InputError(f"{source.name}: is a damaged slide deck; {_SAVE_AGAIN}") from error
    return _document(content, source.name)


def _library_errors() -> tuple[type[Exception], ...]:
    """Return what python-pptx, lxml and zipfile were seen to raise on files that somebody had damaged."""
    from lxml import etree
    from pptx.exc import PythonPptxError

    return (
        *(PythonPptxError, etree.LxmlError, SyntaxError, LookupError, ValueError, TypeError, AttributeError),
        *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError, ArithmeticError),
    )


def _content(data: bytes, deck: Deck, progress: Progress) -> _Content:
    main = main_part(data, deck.name)
    root = deck.tree_of(main)
    size = root.find("{*}sldSz")
    height = "0" if size is None else size.get("cy", "0")
    layouts: dict[Part, Inherited] = {}
    slides: list[_Slide] = []
    entries = list(root.iterfind("{*}sldIdLst/{*}sldId"))
    for number, entry in enumerate(progress(entries, "Reading slides"), start=1):
        part = named_by(main, entry)
        if part is None:
            raise InputError(f"{deck.name}: slide {number} is not in the file; {_SAVE_AGAIN}")
        if deck.is_new(part):
            slides.append(_slide(part, number, deck, layouts))
    return _Content(
        tuple(slides),
        float(height) if height.isascii() and height.isdecimal() and len(height) < 12 else 0.0,
        tuple(_printed(layouts, deck)),
    )


def _slide(part: Part, number: int, deck: Deck, layouts: dict[Part, Inherited]) -> _Slide:
    root = deck.tree_of(part)
    inherited: Inherited = {}
    for layout in related(part, "slideLayout"):
        if layout not in layouts:
            layouts[layout] = places_on_layout(layout, deck)
        inherited = layouts[layout]
    shapes = list(shapes_of(part, root, deck, inherited))
    order = reading_order([shape.placed for shape in shapes])
    return _Slide(
        number,
        root.get("show") in {"0", "false"},
        tuple(shapes[index] for index in order),
        tuple(_notes(part, deck)),
        tuple(_comments(part, deck)),
        any(True for _ in root.iter("{*}oleObj")),
    )


def _notes(slide: Part, deck: Deck) -> Iterator[Text]:
    for part in related(slide, "notesSlide"):
        if deck.is_new(part):
            shapes = list(shapes_of(part, deck.tree_of(part), deck, {}))
            for index in reading_order([shape.placed for shape in shapes]):
                yield from shapes[index].texts


def _comments(slide: Part, deck: Deck) -> Iterator[str]:
    """Yield what people wrote beside a slide, of the older kind and of the newer with its answers."""
    for part in related(slide, "comments"):
        if deck.is_new(part):
            for body in deck.tree_of(part).iter("{*}text", "{*}txBody"):
                if local_name(body) == "text":
                    yield plain(body.text or "")
                else:
                    yield "\n".join(paragraph.text for paragraph in paragraphs_of(body))


def _printed(layouts: Mapping[Part, Inherited], deck: Deck) -> Iterator[str]:
    """Yield what layouts and masters print on slides, once each; prompts of placeholders are not printed."""
    masters = dict.fromkeys(master for layout in layouts for master in related(layout, "slideMaster"))
    seen: set[str] = set()
    for part in (*masters, *layouts):
        for shape in shapes_of(part, deck.tree_of(part), deck, {}):
            text = "\n".join(text.text for text in shape.texts)
            if not shape.placeholder and text not in seen:
                seen.add(text)
                yield text


def _document(content: _Content, name: str) -> Document:
    repeated = _repeated(content)
    parts: list[TextPart] = []
    dropped: list[Dropped] = []
    for slide in content.slides:
        for spot, text, reason in _spotted(slide, repeated):
            place = Place(name, slide.number, spot=spot)
            if reason:
                dropped.append(Dropped(clean(text.text).strip(), reason, place))
            else:
                parts.append(TextPart(text.text, place, text.role))
    dropped += [Dropped(clean(text).strip(), "slide master", Place(name)) for text in content.printed]
    document = Document(name, (), tuple(dropped), encoding="", notes=tuple(_remarks(content.slides)))
    return document_of_parts(parts, document)


def _spotted(slide: _Slide, repeated: Mapping[int, str]) -> Iterator[tuple[str, Text, str]]:
    """Yield each text of a slide with its spot, and why it is left out; empty where it is not."""
    numbers: dict[str, int] = {}
    hidden = "hidden slide" if slide.is_hidden else ""
    for shape in slide.shapes:
        number = numbers[shape.kind] = numbers.get(shape.kind, 0) + 1
        for text in shape.texts:
            yield (
                f"{shape.kind}{number}{text.cell}",
                text,
                hidden or text.reason or repeated.get(id(shape), ""),
            )
    for text in slide.notes:
        yield "notes", replace(text, role="note"), hidden or text.reason
    for number, comment in enumerate(slide.comments, start=1):
        yield f"comment{number}", Text(comment), hidden or "comment"


def _repeated(content: _Content) -> dict[int, str]:
    """Return why shapes (by identity) are furniture: what stands at the same place slide after slide.

    At the foot every copy goes, also where the digits differ. Elsewhere it may be a running head, which is a
    text and has a translation: its first copy stays. Titles stay everywhere.
    """
    visible = [slide for slide in content.slides if not slide.is_hidden]
    copies: dict[tuple[str, bool, int, int], dict[int, Shape]] = {}
    for slide in visible:
        for shape in slide.shapes:
            box = shape.placed.box
            if shape.kind != "box" or shape.placed.is_title or box is None:
                continue
            text = "\n".join(text.text for text in shape.texts)
            at_foot = 0 < content.height * _FOOT <= box.top
            place = round(box.left / _SAME_PLACE), round(box.top / _SAME_PLACE)
            key = (re.sub(r"\d+", "0", text) if at_foot else text, at_foot, *place)
            copies.setdefault(key, {}).setdefault(slide.number, shape)
    least = max(_LEAST_SLIDES, _LEAST_SHARE * len(visible))
    return {
        id(shape): f"repeated on {len(found)} slides"
        for (_, at_foot, _, _), found in copies.items()
        if len(found) >= least
        for shape in list(found.values())[0 if at_foot else 1 :]
    }


def _remarks(slides: Sequence[_Slide]) -> Iterator[str]:
    hidden = [str(slide.number) for slide in slides if slide.is_hidden]
    if hidden:
        what = "1 hidden slide was" if len(hidden) == 1 else f"{len(hidden)} hidden slides were"
        yield f"{what} passed over: {', '.join(hidden)}"
    embedding = [str(slide.number) for slide in slides if slide.embeds and not slide.is_hidden]
    if embedding:
        yield f"embedded objects are not read, as on slide {', '.join(embedding)}"
