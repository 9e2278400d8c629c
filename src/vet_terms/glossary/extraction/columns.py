"""The English spans of a unit as columns of numbers, so that all are ranked at once.

Nothing here knows the Chinese side.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from vet_terms.glossary.extraction.units import Unit
from vet_terms.language.tables import listed

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]
    Flags = NDArray[np.bool_]
    Indices = NDArray[np.intp]

_PREPOSITIONS = frozenset(
    listed(
        """
    of for by in to with from on between at under into
    """
    )
)


@dataclass(frozen=True, slots=True)
class Columns:
    """The English spans of a unit as columns."""

    first: Indices
    last: Indices
    content: Flags
    """Of each word, whether it carries meaning."""
    is_quote: Flags
    has_and: Flags
    is_turned: Flags
    is_mixed: Flags
    """Whether "and" joins something to a name that does not look like one."""
    middle: Matrix


def columns_of(unit: Unit, found: Sequence[tuple[int, int]]) -> Columns:
    """Return the columns of some English spans (first word, last word + 1) of a unit."""
    words = unit.en.words
    length = max(1, len(unit.en.text))
    ands = [word.text.lower() == "and" for word in words]
    starts = [words[first].start for first, _ in found]
    ends = [words[last - 1].end for _, last in found]
    return Columns(
        np.array([first for first, _ in found], dtype=np.intp),
        np.array([last for _, last in found], dtype=np.intp),
        np.array([word.is_content for word in words], dtype=np.bool_),
        np.array(
            [
                any(abs(start - quote[0]) <= 1 and abs(end - quote[1]) <= 2 for quote in unit.en.quotes)
                for start, end in zip(starts, ends, strict=True)
            ],
            dtype=np.bool_,
        ),
        np.array([any(ands[first:last]) for first, last in found], dtype=np.bool_),
        np.array(
            [any(word.text.lower() in _PREPOSITIONS for word in words[first:last]) for first, last in found],
            dtype=np.bool_,
        ),
        np.array(
            [
                words[first].is_capitalised != words[last - 1].is_capitalised and any(ands[first:last])
                for first, last in found
            ],
            dtype=np.bool_,
        ),
        np.array([(start + end) / 2 / length for start, end in zip(starts, ends, strict=True)]),
    )


def sums(values: Matrix, columns: Columns) -> Matrix:
    """Return, for every span, the sum of a value over its words."""
    running = np.concatenate([[0.0], np.cumsum(values)])
    sums: Matrix = running[columns.last] - running[columns.first]
    return sums


def least(values: Matrix, columns: Columns) -> Matrix:
    """Return, for every span, the least of a value over its words."""
    found: Matrix = np.minimum.reduceat(np.append(values, np.inf), _edges(columns))[::2]
    return found


def greatest(values: Matrix, columns: Columns) -> Matrix:
    """Return, for every span (a column), the greatest of the values of each row over its words."""
    padded = np.pad(values, ((0, 0), (0, 1)))
    found: Matrix = np.maximum.reduceat(padded, _edges(columns), axis=1)[:, ::2]
    return found


def _edges(columns: Columns) -> Indices:
    """Return first and last of each span one after the other, as reductions between them want it."""
    return np.stack([columns.first, columns.last], axis=1).ravel()
