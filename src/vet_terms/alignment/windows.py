"""The rows and columns of positions that features are made for at a time, and what is around them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from vet_terms.alignment.beads import MOST, MOST_EN, MOST_ZH, PAIRS, Shape

Floats = npt.NDArray[np.float32]

Reach = tuple[int, ...]
"""Of one, two and more Chinese segments, with up to how many English ones they are looked at."""

# One more than a bead can hold: what a bead would be with a neighbour is looked at too.
WIDER_ZH, WIDER_EN = MOST_ZH + 1, MOST_EN + 1
WIDER: Reach = tuple(min(WIDER_EN, MOST + 1 - zh) for zh in range(1, WIDER_ZH + 1))
SINGLE: Reach = (1,)


def shapes_within(reach: Reach) -> tuple[Shape, ...]:
    """Return the shapes of a reach in the order in which tables have them."""
    return tuple((zh, en) for zh, most_en in enumerate(reach, 1) for en in range(1, most_en + 1))


_INDEX = {shape: index for index, shape in enumerate(shapes_within(WIDER))}
_PAIRS = np.array([_INDEX[shape] for shape in PAIRS])


@dataclass(frozen=True, slots=True)
class Window:
    """Rows and columns of positions, both ends within the text."""

    rows: range
    columns: range

    @property
    def shape(self) -> tuple[int, int]:
        """Return how many rows and columns there are."""
        return len(self.rows), len(self.columns)


@dataclass(frozen=True, slots=True)
class RunTable:
    """A quantity of runs of segments of every shape within WIDER, in a window and around it.

    There are WIDER_ZH rows above the window and WIDER_EN columns before it, and one more of each behind.
    """

    values: Floats
    shape: tuple[int, int]

    def at(self, zh: int, en: range, down: int = 0, right: int = 0) -> Floats:
        """Return the values of beads of these counts that end so far below and right of each cell.

        Shape (counts of English, rows, columns).
        """
        top, left = WIDER_ZH + down, WIDER_EN + right
        first = _INDEX[zh, 1] - 1
        shapes = slice(first + en.start, first + en.stop)
        return self.values[shapes, top : top + self.shape[0], left : left + self.shape[1]]

    def pairs(self) -> Floats:
        """Return the values of all shapes of pairs."""
        rows = slice(WIDER_ZH, WIDER_ZH + self.shape[0])
        columns = slice(WIDER_EN, WIDER_EN + self.shape[1])
        return self.values[_PAIRS, rows, columns]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The rows and columns of a stretch in a window and as far around it as beads are looked at."""

    window: Window
    rows: range
    columns: range

    def table(self, values: Floats, outside: float = 0.0) -> RunTable:
        """Return a table of values by these rows and columns; ``outside`` the stretch is a value too."""
        window = self.window
        margins = (
            (0, 0),
            (WIDER_ZH - window.rows.start + self.rows.start, 1 - self.rows.stop + window.rows.stop),
            (
                WIDER_EN - window.columns.start + self.columns.start,
                1 - self.columns.stop + window.columns.stop,
            ),
        )
        if any(map(any, margins)):
            values = np.pad(values, margins, constant_values=outside)
        return RunTable(values, window.shape)


def surroundings(window: Window, zh_count: int, en_count: int) -> Surroundings:
    """Return what is around a window of a stretch of so many segments a side."""
    rows, columns = window.rows, window.columns
    return Surroundings(
        window,
        range(max(0, rows.start - WIDER_ZH), min(zh_count, rows.stop) + 1),
        range(max(0, columns.start - WIDER_EN), min(en_count, columns.stop) + 1),
    )
