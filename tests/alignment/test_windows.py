"""Tables around a window, at every edge of a stretch."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from vet_terms.alignment.beads import PAIRS
from vet_terms.alignment.windows import WIDER, Window, shapes_within, surroundings

ZH, EN = 12, 15
SHAPES = shapes_within(WIDER)
VALUES = np.random.default_rng(1).normal(size=(len(SHAPES), ZH + 1, EN + 1)).astype(np.float32)
ROWS = [range(ZH + 1), range(2), range(5, 8), range(ZH - 1, ZH + 1)]
COLUMNS = [range(EN + 1), range(1), range(7, 9), range(EN, EN + 1)]


@pytest.mark.parametrize("rows", ROWS)
@pytest.mark.parametrize("columns", COLUMNS)
@pytest.mark.parametrize("outside", [0.0, -1.0])
def test_a_cell_around_the_window_has_its_value_and_outside_the_stretch_the_given_one(
    rows: range, columns: range, outside: float
) -> None:
    around = surroundings(Window(rows, columns), ZH, EN)
    seen = VALUES[:, around.rows.start : around.rows.stop, around.columns.start : around.columns.stop]
    table = around.table(seen, outside)
    for (zh, en), down, right in itertools.product(
        ((1, range(1, 8)), (2, range(2, 4)), (5, range(3, 4))), (-4, 0, 1), (-6, 0, 1)
    ):
        found = table.at(zh, en, down, right)
        assert found.shape == (len(en), len(rows), len(columns))
        shapes = [SHAPES.index((zh, count)) for count in en]
        for (i, row), (j, column) in itertools.product(enumerate(rows), enumerate(columns)):
            there = 0 <= row + down <= ZH and 0 <= column + right <= EN
            wanted = VALUES[shapes, row + down, column + right] if there else [outside] * len(en)
            assert found[:, i, j].tolist() == pytest.approx(wanted)


def test_the_values_of_all_pairs_stand_in_the_order_of_the_pairs() -> None:
    table = surroundings(Window(range(ZH + 1), range(EN + 1)), ZH, EN).table(VALUES)
    for index, shape in enumerate(PAIRS):
        assert np.array_equal(table.pairs()[index], VALUES[SHAPES.index(shape)])
