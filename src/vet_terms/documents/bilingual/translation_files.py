"""XLIFF, PO and TMX as documents: what translates each other stands one right after the other.

Each unit is a block in the source language and one in the target language, both cells of one line, whose
number is that of the unit, so that aligning the document keeps the file's own pairs. Text that is not to be
translated, headers, obsolete entries and texts inside native code are dropped, each with its reason; a
target that only repeats its source is dropped too. Comments, notes, contexts and alternative translations
are no text of the document.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator

from vet_terms.documents.bilingual.entries import Entry, refuse_other_kinds
from vet_terms.documents.bilingual.po import po_entries, po_text
from vet_terms.documents.bilingual.tmx import tmx_entries
from vet_terms.documents.bilingual.xliff import xliff_entries, xml_root
from vet_terms.documents.encoding import decode
from vet_terms.documents.parts import Part, document_of_parts
from vet_terms.documents.source import Source
from vet_terms.documents.subtitles.continuation import goes_on, joined
from vet_terms.documents.text.plain_text import encoding_notes
from vet_terms.errors import InputError
from vet_terms.language.scripts import language_of
from vet_terms.model import Document, Dropped, Language, Place

_MOST_LINES = 500
"""Lines of a unit beyond which it is not asked whether each is whole."""

_COPY = "same as the source"


def read_xliff(source: Source) -> Document:
    """Return the document in an XLIFF file, 1.2 or 2.x, also as Trados, memoQ and Phrase write it.

    Raises InputError for broken XML, another format or another language pair.
    """
    data, encoding = _xml_bytes(source)
    root = xml_root(data, source.name, encoding)
    used = source.encoding or root.getroottree().docinfo.encoding or "utf-8"
    return _document(xliff_entries(root, source.name), source.name, used)


def read_tmx_document(source: Source) -> Document:
    """Return the document in a TMX file. Raises InputError for broken XML or without Chinese or English."""
    data, encoding = _xml_bytes(source)
    return _document(tmx_entries(data, source.name, encoding), source.name, source.encoding or "utf-8")


def read_po(source: Source) -> Document:
    """Return the document in a PO or POT file. Raises InputError for broken syntax or another pair."""
    refuse_other_kinds(source.data, source.name)
    text, used = po_text(source.data, source.name, source.encoding)
    entries = po_entries(text, source.name)
    unsure = sum(entry.status == "machine" for entry in entries if not entry.left_out)
    notes = (f"{unsure} fuzzy entries: their translations may be those of other texts",) if unsure else ()
    return _document(entries, source.name, used, notes)


def _xml_bytes(source: Source) -> tuple[bytes, str | None]:
    """Return the bytes of an XML file and the encoding to read them in, None for what they say."""
    refuse_other_kinds(source.data, source.name)
    if not source.encoding:
        return source.data, None
    text, _ = decode(source.data, source.name, source.encoding)
    return text.encode("utf-8", "replace"), "utf-8"


def _document(entries: Iterable[Entry], name: str, encoding: str, notes: Iterable[str] = ()) -> Document:
    parts: list[Part] = []
    dropped: list[Dropped] = []
    number = 0
    for number, entry in enumerate(entries, start=1):
        place = Place(name, line=number, spot=f"unit{number}")
        if entry.left_out:
            texts = [entry.source, entry.target, *(text for pair in entry.further for text in pair)]
            dropped += [_dropped(text, entry.left_out, place) for text in texts if text.strip()]
        else:
            for pair in ((entry.source, entry.target), *entry.further):
                if pair[1].strip() and pair[0].split() == pair[1].split():
                    parts.append(Part(_one_line(pair[0], entry.language), place, "cell", _told(pair[0])))
                    dropped.append(_dropped(pair[1], _COPY, place))
                else:
                    parts += _pair(*pair, entry.language, place)
        dropped += [_dropped(text, reason, place) for text, reason in entry.beside]
    if not parts:
        raise InputError(f"{name}: has no text to translate; there is nothing to read in it")
    encoding = encoding.lower()
    notes = (*notes, *encoding_notes(encoding))
    return document_of_parts(parts, Document(name, (), tuple(dropped), encoding, notes=notes))


def _told(text: str) -> Language:
    return language_of(text) or "en"


def _dropped(text: str, reason: str, place: Place) -> Dropped:
    return Dropped(text.strip(), reason, place)


def _pair(source: str, target: str, language: Language, place: Place) -> Iterator[Part]:
    """Yield a text and its translation; line by line where both have as many and each line is whole."""
    other: Language = "en" if language == "zh" else "zh"
    left, right = _lines(source), _lines(target)
    if not (left and right):
        # Without its other side nothing but the text itself can gainsay what language it is said to be.
        text = source if left else target
        said = language if left else other
        yield Part(_one_line(text, said), place, "cell", language_of(text) or said)
        return
    if len(left) != len(right) or not (_are_whole(left, language) and _are_whole(right, other)):
        left, right = [_one_line(source, language)], [_one_line(target, other)]
    for one, its_translation in zip(left, right, strict=True):
        yield Part(one, place, "cell", language)
        yield Part(its_translation, place, "cell", other)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def _are_whole(lines: list[str], language: Language) -> bool:
    if len(lines) > _MOST_LINES:
        return False
    return not any(goes_on(left, right, language) for left, right in itertools.pairwise(lines))


def _one_line(text: str, language: Language) -> str:
    """Return a text without its line ends."""
    return joined(_lines(text), language)
