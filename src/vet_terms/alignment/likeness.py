"""Likeness of meaning: cosines between the vectors of runs of segments.

The vector of a run is that of its joined text where the encoder was asked for it, else the sum of its
segments' vectors, each weighted by its length.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from vet_terms.alignment.coverage import Floats
from vet_terms.language.scripts import to_simplified
from vet_terms.language.vectors import Vectors, embed
from vet_terms.model import Segment

JOINED_UP_TO = 5
"""Neighbouring segments that are embedded as one text, in a document that is not long."""

LONG_DOCUMENT = 1200
"""Segments of both sides from which on single segments alone are embedded: joined texts cost fifteenfold."""


def joined_texts(segments: Sequence[Segment], count: int) -> list[str]:
    """Return the text of each run of so many segments, as the encoder is to read it.

    Chinese is read in simplified characters, which the encoder knows best.
    """
    texts = [to_simplified(each.text) if each.language == "zh" else each.text for each in segments]
    seam = "" if segments and segments[0].language == "zh" else " "
    return [seam.join(texts[start : start + count]) for start in range(len(texts) - count + 1)]


def texts_to_embed(sides: Sequence[Sequence[Segment]], longest: int) -> list[str]:
    """Return every text whose vector will be asked for, of all sides of a document."""
    return [text for side in sides for count in range(1, longest + 1) for text in joined_texts(side, count)]


def run_vectors(segments: Sequence[Segment], sizes: npt.NDArray[np.float64], most: int) -> Vectors:
    """Return unit vectors of the runs of 1 to ``most`` segments that end at each position.

    Shape (most, len(segments) + 1, dimensions); runs that would begin before the text are zero.
    """
    single = embed(joined_texts(segments, 1))
    sums = np.concatenate([np.zeros((1, single.shape[1])), np.cumsum(single * sizes[:, None], axis=0)])
    result = np.zeros((most, len(segments) + 1, single.shape[1]), dtype=np.float32)
    for count in range(1, min(most, len(segments)) + 1):
        runs = sums[count:] - sums[:-count]
        result[count - 1, count:] = runs / np.maximum(np.linalg.norm(runs, axis=1, keepdims=True), 1e-9)
    return result


def with_joined(runs: Vectors, segments: Sequence[Segment], longest: int) -> Vectors:
    """Return the vectors of runs with those of up to ``longest`` segments read as one text."""
    result = runs.copy()
    for count in range(2, min(longest, len(runs), len(segments)) + 1):
        result[count - 1, count:] = embed(joined_texts(segments, count))
    return result


def cosines(zh: Vectors, en: Vectors, rows: range, columns: range) -> Floats:
    """Return the cosines of runs that end at these positions: (zh counts, en counts, rows, columns)."""
    left, right = zh[:, rows.start : rows.stop], en[:, columns.start : columns.stop]
    flat = left.reshape(-1, left.shape[2]) @ right.reshape(-1, right.shape[2]).T
    table = flat.reshape(len(left), len(rows), len(right), len(columns)).transpose(0, 2, 1, 3)
    # Rounded, so that no machine's last digit of a product decides.
    rounded: Floats = np.round(table, 4)
    return rounded
