"""Leaving out pairs that the machine is not sure enough of: their texts stay, without a partner."""

from __future__ import annotations

from dataclasses import dataclass

from vet_terms.alignment.aligner import alignment_of
from vet_terms.alignment.result import Alignment, Row
from vet_terms.alignment.units import same_texts, unit_of
from vet_terms.model import TranslationUnit
from vet_terms.signature import extended


@dataclass(frozen=True, slots=True)
class Thresholded:
    """An alignment without the pairs under a score, and those units in the order of the document."""

    alignment: Alignment
    below: tuple[TranslationUnit, ...]


def at_least(alignment: Alignment, score: float) -> Thresholded:
    """Return the alignment whose units all have at least a score, from 0 to 1.

    A pair that stands in several places counts with the best of them, as in the memory. The segments of
    a pair under the score become texts that only one language has, where they stand.
    """
    below = tuple(unit for unit in alignment.units if unit.score < score)
    if not below:
        return Thresholded(alignment, ())
    unsure = {same_texts(unit) for unit in below}
    rows: list[Row] = []
    for row in alignment.rows:
        if row.pairs and same_texts(unit_of(row)) in unsure:
            rows += [Row(row.zh, (), row.score, row.status), Row((), row.en, row.score, row.status)]
        else:
            rows.append(row)
    made_by = extended(alignment.signature, min_score=f"{score:g}")
    return Thresholded(alignment_of(rows, alignment.layout, made_by, alignment.notes), below)
