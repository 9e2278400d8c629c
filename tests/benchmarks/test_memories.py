from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest
from benchmarks.memories import NTREX, pairs

from vet_terms.language.scripts import count_han


@pytest.mark.parametrize("folder", [NTREX, Path("nowhere")], ids=["news", "deck"])
def test_pairs_are_distinct_and_of_the_length_of_segments(folder: Path) -> None:
    if folder == NTREX and not folder.is_dir():
        pytest.skip(f"{folder} is not there")
    made = list(pairs(3000, folder=folder))
    assert len({zh for zh, _ in made}) == 3000
    lengths = sorted(len(zh) for zh, _ in made)
    assert 15 <= lengths[150] <= 27
    assert 35 <= lengths[1500] <= 50
    assert 70 <= lengths[2850] <= 95
    assert all(count_han(zh) and en.strip() for zh, en in made)
    assert list(islice(pairs(10_000, folder=folder), 3000)) == made
    assert list(pairs(50, seed=1, folder=folder)) != made[:50]
