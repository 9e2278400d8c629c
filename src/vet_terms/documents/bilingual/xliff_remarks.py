"""What people wrote of the segments of an XLIFF file: notes, and the comments of Trados and memoQ.

Notes stand beside a unit and are of all its segments; a comment of Trados is of the segment that its mark
is in. What was deleted is not read, nor what alternative translations and whole files say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from vet_terms.documents.bilingual.inline_markup import segment_text
from vet_terms.xml_input import local_name

SdlComments = Mapping[str, tuple[str, ...]]
"""The comments of a file of Trados by the id that their marks name."""

_SDL_MARK = "x-sdl-comment"


def sdl_comments(root: Any) -> SdlComments:
    """Return the comments that stand at the head of a file of Trados; none in any other."""
    return {
        definition.get("id", ""): tuple(_texts(definition.iter("{*}Comment")))
        for definition in root.iter("{*}cmt-def")
    }


def notes_of(unit: Any) -> tuple[str, ...]:
    """Return the notes of a unit (XLIFF 1.2 and 2) and the comments of memoQ on it."""
    found: list[Any] = []
    for child in unit:
        name = local_name(child)
        if name == "note":
            found.append(child)
        elif name == "notes":
            found += [note for note in child if local_name(note) == "note"]
        elif name == "comments":
            found += [
                comment
                for comment in child
                if local_name(comment) == "comment" and comment.get("deleted") != "true"
            ]
    return tuple(dict.fromkeys(_texts(found)))


def comments_on(comments: SdlComments, *elements: Any) -> Iterator[str]:
    """Yield what marks in, or around, the two sides of a segment say: of Trados, and of XLIFF 2."""
    for element in elements:
        if element is None:
            continue
        for mark in (*_marks_around(element), *element.iter("{*}mrk")):
            if mark.get("mtype") == _SDL_MARK:
                named = (value for key, value in mark.items() if key.rpartition("}")[2] == "cid")
                yield from comments.get(next(named, ""), ())
            elif mark.get("type") == "comment" and (said := mark.get("value", "").strip()):
                yield said


def _marks_around(element: Any) -> Iterator[Any]:
    parent = element.getparent()
    while parent is not None and local_name(parent) not in {"source", "target", "seg-source", "trans-unit"}:
        if local_name(parent) == "mrk":
            yield parent
        parent = parent.getparent()


def _texts(elements: Iterable[Any]) -> Iterator[str]:
    for element in elements:
        text = segment_text(element).strip()
        if text:
            yield text
