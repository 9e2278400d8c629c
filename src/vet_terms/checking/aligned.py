"""Documents that are no bilingual files to units: their sentences are paired first.

What one language lacks is a unit with that side empty, so that it is reported as left out, where the aligner
is sure of it and the same text is not paired elsewhere, as a running head is. The other texts without a
partner are only counted. Places are those of the documents.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from vet_terms.alignment.aligner import align_document, align_documents
from vet_terms.alignment.result import Alignment, Options, Row
from vet_terms.alignment.units import merge_repeated, unit_of
from vet_terms.errors import InputError, UsageError
from vet_terms.language.scripts import comparable
from vet_terms.model import Document, Segment, TranslationUnit
from vet_terms.progress import Progress

_LIKELY = 0.5
"""Probability from which a text without a partner is reported as left out of the translation."""


@dataclass(frozen=True, slots=True)
class Aligned:
    """The units of a document, or of two, in reading order, and what a person should know of that."""

    units: tuple[TranslationUnit, ...]
    remarks: tuple[str, ...]


def aligned(documents: Sequence[Document], options: Options, progress: Progress) -> Aligned:
    """Return the units of one bilingual document, or of a Chinese and an English one.

    Raises InputError where the texts
    are not in the two languages or do not look like translations of each other.
    """
    try:
        alignment = _alignment(documents, options, progress)
    except UsageError as error:
        # The aligner's own way out is none here: findings on such pairs would all be false.
        raise InputError(str(error).partition("; align --force")[0]) from error
    units = merge_repeated(_units(alignment, two_files=len(documents) > 1))
    numbered = tuple(replace(unit, id=str(number)) for number, unit in enumerate(units, start=1))
    notes = (note for document in documents for note in document.notes)
    return Aligned(numbered, (*notes, *alignment.notes, _told(alignment, numbered)))


def _alignment(documents: Sequence[Document], options: Options, progress: Progress) -> Alignment:
    if len(documents) == 1:
        return align_document(documents[0], options, progress)
    first, second = documents
    return align_documents(first, second, options, progress)


def _units(alignment: Alignment, *, two_files: bool) -> Iterator[TranslationUnit]:
    paired = {
        comparable(segment.text) for row in alignment.rows if row.pairs for segment in (*row.zh, *row.en)
    }
    for row in alignment.rows:
        if row.pairs:
            unit = unit_of(row)
            # What is corrected is the English, which stands in a file of its own.
            yield replace(unit, places=(row.en[0].place, *unit.places)) if two_files else unit
        elif row.score >= _LIKELY:
            yield from (_alone(segment, row) for segment in (*row.zh, *row.en) if _is_new(segment, paired))


def _is_new(segment: Segment, paired: set[str]) -> bool:
    return comparable(segment.text) not in paired


def _alone(segment: Segment, row: Row) -> TranslationUnit:
    text = segment.mark + segment.text
    return TranslationUnit(
        zh=text if segment.language == "zh" else "",
        en=text if segment.language == "en" else "",
        score=row.score,
        kind=segment.role,
        places=(segment.place,),
    )


def _told(alignment: Alignment, units: Sequence[TranslationUnit]) -> str:
    pairs = sum(bool(unit.zh and unit.en) for unit in units)
    alone = f"{len(alignment.zh_only)} Chinese and {len(alignment.en_only)} English texts stayed alone"
    left_out = len(units) - pairs
    surely = f", {left_out} of them checked as left out of the other language" if left_out else ""
    return f"aligned first ({alignment.layout}): {pairs} pairs; {alone}{surely}"
