"""What a likeness says of a bead, against the same said bead by bead."""

from __future__ import annotations

import numpy as np
import pytest

from vet_terms.alignment.beads import PAIRS
from vet_terms.alignment.features import _compared
from vet_terms.alignment.windows import WIDER, Window, shapes_within, surroundings

ZH, EN = 12, 15
SHAPES = shapes_within(WIDER)
VALUES = np.random.default_rng(3).uniform(size=(len(SHAPES), ZH + 1, EN + 1)).round(4).astype(np.float32)


def likeness(zh: int, en: int, row: int, column: int, outside: float = 0.0) -> float:
    """Return the likeness of a bead that ends at a place."""
    inside = 0 <= row <= ZH and 0 <= column <= EN
    return float(VALUES[SHAPES.index((zh, en)), row, column]) if inside else outside


def said(zh: int, en: int, row: int, column: int) -> dict[str, float]:
    """Return what is said of one bead, as the names say it."""
    here = likeness(zh, en, row, column)
    without_en = [here - likeness(zh, en - 1, row, at) for at in (column, column - 1)] if en > 1 else []
    without_zh = [here - likeness(zh - 1, en, at, column) for at in (row, row - 1)] if zh > 1 else []
    with_en = [
        likeness(zh, en + 1, row, column + 1, -1.0),
        likeness(zh, en + 1, row, column, -1.0) if column > en else -1.0,
    ]
    with_zh = [
        likeness(zh + 1, en, row + 1, column, -1.0),
        likeness(zh + 1, en, row, column, -1.0) if row > zh else -1.0,
    ]
    gains_en, gains_zh = ([max(one - here, -0.5) for one in ones] for ones in (with_en, with_zh))
    beside = (
        likeness(zh, 1, row, column + 1)
        + likeness(zh, 1, row, column - en)
        + likeness(1, en, row + 1, column)
        + likeness(1, en, row - zh, column)
    )
    return {
        "x": here,
        "x by size": here * (zh + en) / 2,
        "x by length": here * np.log1p(10.0),
        "x beside": beside / 4,
        "x inner en": sum(without_en),
        "x inner zh": sum(without_zh),
        "x inner least": min(without_en + without_zh, default=0.0),
        "x outer en": sum(gains_en),
        "x outer zh": sum(gains_zh),
        "x outer most": max(gains_en + gains_zh),
    }


@pytest.mark.parametrize("rows", [range(ZH + 1), range(1, 3), range(5, 8), range(ZH, ZH + 1)])
@pytest.mark.parametrize("columns", [range(EN + 1), range(1, 2), range(8, 11), range(EN, EN + 1)])
def test_a_bead_is_held_against_itself_without_its_edges_and_with_its_neighbours(
    rows: range, columns: range
) -> None:
    around = surroundings(Window(rows, columns), ZH, EN)
    seen = VALUES[:, around.rows.start : around.rows.stop, around.columns.start : around.columns.stop]
    found = _compared("x", seen, around, np.full((len(PAIRS), 1, 1), 10.0, dtype=np.float32))
    for index, (zh, en) in enumerate(PAIRS):
        for i, row in enumerate(rows):
            for j, column in enumerate(columns):
                for name, wanted in said(zh, en, row, column).items():
                    assert found[name][index, i, j] == pytest.approx(wanted, abs=1e-5), (name, zh, en)
