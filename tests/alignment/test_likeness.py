"""Vectors of runs against runs added up one by one."""

from __future__ import annotations

import numpy as np
import pytest

from vet_terms.alignment.likeness import Runs

COUNT, DIMENSIONS, MOST = 9, 6, 4


def unit(values: np.typing.NDArray[np.float64]) -> np.typing.NDArray[np.float32]:
    found: np.typing.NDArray[np.float32] = values / np.linalg.norm(values, axis=-1, keepdims=True)
    return found.astype(np.float32)


@pytest.mark.parametrize("joined", [0, 1, 2])
@pytest.mark.parametrize("positions", [range(COUNT + 1), range(3, 6), range(1), range(COUNT, COUNT + 1)])
def test_a_run_is_joined_or_added_up(positions: range, joined: int) -> None:
    random = np.random.default_rng(3)
    single, sizes = unit(random.normal(size=(COUNT, DIMENSIONS))), random.integers(1, 9, COUNT).astype(float)
    texts = tuple(unit(random.normal(size=(COUNT - count + 1, DIMENSIONS))) for count in (2, 3)[:joined])
    found = Runs(single, sizes, texts).ending(positions, MOST)
    assert found.shape == (MOST, len(positions), DIMENSIONS)
    for count in range(1, MOST + 1):
        for offset, position in enumerate(positions):
            first = position - count
            wanted = np.zeros(DIMENSIONS, dtype=np.float32)
            if first >= 0 and 2 <= count < 2 + joined:
                wanted = texts[count - 2][first]
            elif first >= 0:
                wanted = unit((single[first:position] * sizes[first:position, None]).sum(axis=0))
            assert found[count - 1, offset] == pytest.approx(wanted, abs=1e-5)
