"""Alignments and review sheets for tests: as an aligner would make them, without asking one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from vet_terms.alignment.aligner import alignment_of
from vet_terms.alignment.result import Alignment, Row
from vet_terms.alignment.reviewed import (
    ReviewSheet,
    SheetRow,
    Traced,
    made_rows,
    made_segments,
    texts_of,
    traced,
)
from vet_terms.language.marks import split_mark
from vet_terms.model import Language, Place, Segment

Sides = tuple[Sequence[str], Sequence[str]]

PAIRS: tuple[Sides, ...] = (
    (["一、校企合作"], ["I. School-enterprise cooperation"]),
    (["目前，全市共有职业院校29所。"], ["There are 29 vocational colleges in the city."]),
    (["学校与德国合作。", "开展学徒制培训。"], ["The college runs apprenticeship training with Germany."]),
    ([], ["This sentence has no partner in Chinese."]),
    (["今年招收留学生269名。"], ["It enrolled 269 students.", "They came from overseas."]),
    (["图书馆每天开放到晚上十点。"], []),
    (["一、校企合作"], ["I. School-enterprise cooperation"]),
)
"""Rows of a small document: pairs, two texts alone, and a heading that stands twice."""


def alignment(rows: Iterable[Sides], score: float = 0.9, document: str = "a.txt") -> Alignment:
    """Return the alignment of such rows, each on a block of its own."""
    made = [
        Row(_segments(zh, "zh", document, block), _segments(en, "en", document, block), score)
        for block, (zh, en) in enumerate(rows, start=1)
    ]
    return alignment_of(made, "pages", "vet-terms:test|aligner:none")


def sheet_of(review: Traced, rows: Sequence[SheetRow] | None = None) -> ReviewSheet:
    """Return the sheet of an alignment, with other rows where a person changed them."""
    return ReviewSheet(
        "a.review.xlsx",
        tuple(written_rows(review) if rows is None else rows),
        made_segments(review.zh),
        made_segments(review.en),
        made_rows(review),
    )


def written_rows(review: Traced) -> list[SheetRow]:
    """Return the rows as they are written into the sheet of an alignment; its first row is the header."""
    return [
        SheetRow(number, *texts_of(row), members)
        for number, (row, members) in enumerate(
            zip(review.alignment.rows, review.members, strict=True), start=2
        )
    ]


def numbered(rows: Iterable[SheetRow]) -> list[SheetRow]:
    """Return rows with the numbers that a spreadsheet gives them."""
    return [replace(row, number=number) for number, row in enumerate(rows, start=2)]


def texts(review: Alignment) -> list[tuple[str, str]]:
    """Return the rows of an alignment as a person sees them."""
    return [texts_of(row) for row in review.rows]


def small() -> Traced:
    """Return the small document's alignment."""
    return traced(alignment(PAIRS))


def _segments(texts: Sequence[str], language: Language, document: str, block: int) -> tuple[Segment, ...]:
    parts = [split_mark(text) for text in texts]
    return tuple(Segment(text, language, "body", Place(document, 1, block), mark) for mark, text in parts)
