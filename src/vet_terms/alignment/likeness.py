"""Likeness of meaning: cosines between the vectors of runs of segments.

The vector of a run is that of its joined text where the encoder was asked for it, else the sum of its
segments' vectors, each weighted by its length.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from vet_terms.alignment.windows import Floats, Reach
from vet_terms.language.scripts import to_simplified
from vet_terms.language.vectors import Vectors, embed
from vet_terms.model import Segment

JOINED_UP_TO = 5
"""Neighbouring segments that are embedded as one text, in a document that is not long."""

LONG_DOCUMENT = 1200
"""Segments of both sides from which on single segments alone are embedded: joined texts cost fifteenfold."""


def joined_texts(segments: Sequence[Segment], longest: int) -> list[list[str]]:
    """Return the texts of the runs of 1 to ``longest`` segments, as the encoder is to read them.

    Chinese is read in simplified characters, which the encoder knows best.
    """
    texts = [to_simplified(each.text) if each.language == "zh" else each.text for each in segments]
    seam = "" if segments and segments[0].language == "zh" else " "
    return [
        [seam.join(texts[start : start + count]) for start in range(len(texts) - count + 1)]
        for count in range(1, min(longest, len(texts)) + 1)
    ]


def texts_to_embed(sides: Sequence[Sequence[Segment]], longest: int) -> list[str]:
    """Return every text whose vector will be asked for, of all sides of a document."""
    return [text for side in sides for texts in joined_texts(side, longest) for text in texts]


@dataclass(frozen=True, slots=True)
class Runs:
    """The vectors of one side: of each segment, and of runs of segments.

    ``single`` has shape (segments, dimensions), ``sizes`` one length a segment. ``joined`` are the vectors
    of runs of two, three and more segments that were read as one text, by where each begins.
    """

    single: Vectors
    sizes: npt.NDArray[np.float64]
    joined: tuple[Vectors, ...] = ()

    def ending(self, positions: range, most: int) -> Vectors:
        """Return unit vectors of the runs of 1 to ``most`` segments that end at each position.

        Shape (most, len(positions), dimensions); runs that would begin before the text are zero.
        """
        first = max(0, positions.start - most)
        near = slice(first, positions.stop - 1)
        weighted = self.single[near] * self.sizes[near, None]
        sums = np.zeros((len(weighted) + 1, weighted.shape[1]))
        # A row at a time: `cumsum` goes down each column by itself, and takes seven times as long.
        for number, row in enumerate(weighted):
            np.add(sums[number], row, out=sums[number + 1])
        result = np.zeros((most, len(positions), weighted.shape[1]), dtype=np.float32)
        for count in range(1, min(most, positions.stop - 1) + 1):
            start = max(positions.start, count)
            found: npt.NDArray[np.floating]
            if len(self.joined) > count - 2 >= 0:
                found = self.joined[count - 2][start - count : positions.stop - count]
            else:
                found = sums[start - first : positions.stop - first]
                found = found - sums[start - count - first : positions.stop - count - first]
                found /= np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-9)
            result[count - 1, start - positions.start :] = found
        return result


def runs_of(segments: Sequence[Segment], sizes: npt.NDArray[np.float64], longest: int) -> Runs:
    """Return the vectors of one side, of up to ``longest`` segments read as one text."""
    single, *joined = map(embed, joined_texts(segments, longest))
    return Runs(single, sizes, tuple(joined))


def cosines(zh: Runs, en: Runs, rows: range, columns: range, reach: Reach) -> Floats:
    """Return the cosines of the runs of all shapes within a reach that end at these positions.

    Shape (shapes, rows, columns).
    """
    left, right = zh.ending(rows, len(reach)), en.ending(columns, max(reach))
    found = np.empty((sum(reach), len(rows), len(columns)), dtype=np.float32)
    first = 0
    for run, most in zip(left, reach, strict=True):
        product = run @ right[:most].reshape(-1, right.shape[2]).T
        here = found[first : first + most]
        here[:] = product.reshape(len(rows), most, len(columns)).transpose(1, 0, 2)
        first += most
    # Rounded, so that no machine's last digit of a product decides.
    return np.round(found, 4, out=found)
