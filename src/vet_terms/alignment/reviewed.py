"""What goes into a review sheet and comes back: rows as a person sees them, and what they were made of.

A row knows which segments of its document it holds, by their numbers in the order of the document, so
that a corrected row finds its places again. Nothing here applies a correction, and nothing reads a file.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from vet_terms.alignment.provenance import MadeSegment
from vet_terms.alignment.result import Alignment, Row
from vet_terms.alignment.units import unit_of
from vet_terms.language.scripts import HAN
from vet_terms.model import Segment

Indexes = tuple[int, ...]
"""Segments of one language by their numbers in the document, from 0."""

Members = tuple[Indexes, Indexes]
"""The Chinese and the English segments that a row is made of."""

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CHINESE_MARK = "，。；：？！、…—"
_BETWEEN_CHINESE = re.compile(f"(?<=[{HAN}{_CHINESE_MARK}”’）》」』])\n(?=[{HAN}{_CHINESE_MARK}“‘（《「『])")


@dataclass(frozen=True, slots=True)
class Traced:
    """An alignment with the segments of its document, and for each row which of them it holds.

    The segments stand in the order of the document; those that a person left out are in no row.
    """

    alignment: Alignment
    zh: tuple[Segment, ...]
    en: tuple[Segment, ...]
    members: tuple[Members, ...]


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row as a person left it: its number in the sheet, and the segments it had been made of."""

    number: int
    zh: str
    en: str
    hints: Members = ((), ())


@dataclass(frozen=True, slots=True)
class MadeRow:
    """A row as it was written into the sheet; of its two texts the digest."""

    members: Members
    digest: str
    score: float
    status: str


@dataclass(frozen=True, slots=True)
class ReviewSheet:
    """A review sheet: its file's name, its rows as they stand, and what it was made with."""

    name: str
    rows: tuple[SheetRow, ...]
    zh: tuple[MadeSegment, ...]
    en: tuple[MadeSegment, ...]
    made: tuple[MadeRow, ...]


def traced(alignment: Alignment) -> Traced:
    """Return a machine's alignment with its segments in the order of the document."""
    zh, in_zh = _in_document_order([row.zh for row in alignment.rows])
    en, in_en = _in_document_order([row.en for row in alignment.rows])
    return Traced(alignment, zh, en, tuple(zip(in_zh, in_en, strict=True)))


def texts_of(row: Row) -> tuple[str, str]:
    """Return the Chinese and the English of a row as a person is to see them.

    Those of a pair are the texts of its unit; a text without a partner keeps its list mark.
    """
    if row.pairs:
        unit = unit_of(row)
        return tidied(unit.zh), tidied(unit.en)
    return lone_texts_of(row)


def lone_texts_of(row: Row) -> tuple[str, str]:
    """Return the Chinese and the English of a row with all list marks, as each alone would be seen."""
    zh = "".join(segment.mark + segment.text for segment in row.zh)
    en = " ".join(segment.mark + segment.text for segment in row.en)
    return tidied(zh), tidied(en)


def tidied(text: str) -> str:
    """Return a cell's text as one line: no space around it, line ends closed as the language closes them.

    Characters that XML, and so a spreadsheet, cannot hold are left out.
    """
    lines = (line.strip() for line in re.split(r"[\r\n]+", _NOT_XML.sub("", text)))
    return _BETWEEN_CHINESE.sub("", "\n".join(line for line in lines if line)).replace("\n", " ")


def document_digest(review: Traced) -> str:
    """Return what tells the texts of a document from any others: the SHA-256 of its segments."""
    lines = [f"{each.language} {tidied(each.mark + each.text)}" for each in (*review.zh, *review.en)]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def texts_digest(zh: str, en: str) -> str:
    """Return what tells the two texts of a row from any others: 16 hexadecimal digits of their SHA-256."""
    return hashlib.sha256(f"{tidied(zh)}\n{tidied(en)}".encode()).hexdigest()[:16]


def made_segments(segments: Sequence[Segment]) -> tuple[MadeSegment, ...]:
    """Return segments as a sheet remembers them."""
    return tuple(MadeSegment(tidied(segment.mark), tidied(segment.text)) for segment in segments)


def made_rows(review: Traced) -> tuple[MadeRow, ...]:
    """Return the rows of an alignment as a sheet remembers them."""
    return tuple(
        MadeRow(members, texts_digest(*texts_of(row)), round(row.score, 4), row.status)
        for row, members in zip(review.alignment.rows, review.members, strict=True)
    )


def _in_document_order(
    per_row: Sequence[tuple[Segment, ...]],
) -> tuple[tuple[Segment, ...], list[Indexes]]:
    """Return the segments of one language in the order of their places, and the numbers of each row's."""
    flat = [segment for segments in per_row for segment in segments]
    order = sorted(range(len(flat)), key=lambda position: flat[position].place)
    index_of = {position: index for index, position in enumerate(order)}
    positions = iter(range(len(flat)))
    members = [tuple(index_of[next(positions)] for _ in segments) for segments in per_row]
    return tuple(flat[position] for position in order), members
