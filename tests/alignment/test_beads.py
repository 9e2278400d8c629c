from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from vet_terms.alignment.band import band_across, band_along
from vet_terms.alignment.beads import SHAPES, Bead, Shape, best_beads, full_band


def test_the_best_string_of_beads_is_found() -> None:
    likeness = {(0, 0): 1.0, (1, 1): 0.2, (1, 2): 0.9}

    def scores(i: int, shape: Shape) -> list[float]:
        return [likeness.get((i, j), -1.0) if shape == (1, 1) else -1.0 for j in range(4)]

    assert [
        (bead.zh_start, bead.en_start) for bead in best_beads(2, 3, scores, full_band(2, 3)) if bead.pairs
    ] == [
        (0, 0),
        (1, 2),
    ]


def test_nothing_pairs_where_everything_is_worse_than_nothing() -> None:
    beads = best_beads(2, 2, lambda i, shape: [-1.0] * 3, full_band(2, 2))
    assert not any(bead.pairs for bead in beads)


def test_on_equal_scores_the_plainest_bead_wins() -> None:
    beads = best_beads(2, 2, lambda i, shape: [sum(shape) / 2] * 3, full_band(2, 2))
    assert [(bead.zh_count, bead.en_count) for bead in beads] == [(1, 1), (1, 1)]


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 7), st.integers(0, 7), st.randoms(use_true_random=False))
def test_every_segment_is_in_exactly_one_bead_and_in_order(zh: int, en: int, random: object) -> None:
    table = {
        (i, j, shape): random.uniform(-1, 1)  # type: ignore[attr-defined]
        for i in range(zh + 1)
        for j in range(en + 1)
        for shape in SHAPES
    }
    beads = best_beads(
        zh, en, lambda i, shape: [table[i, j, shape] for j in range(en + 1)], full_band(zh, en)
    )
    assert [k for bead in beads for k in range(bead.zh_start, bead.zh_start + bead.zh_count)] == list(
        range(zh)
    )
    assert [k for bead in beads for k in range(bead.en_start, bead.en_start + bead.en_count)] == list(
        range(en)
    )


def test_a_bead_says_whether_it_pairs() -> None:
    assert Bead(0, 1, 0, 2).pairs
    assert not Bead(0, 1, 0, 0).pairs


def test_the_band_without_vectors_runs_along_the_diagonal() -> None:
    assert band_across(3, 2) == full_band(3, 2)
    band = band_across(1000, 2000)
    assert (band[0][0], band[-1][1]) == (0, 2001)
    assert all(start <= 2 * i < end for i, (start, end) in enumerate(band))
    assert max(end - start for start, end in band) < 500


def test_the_band_of_a_long_text_runs_along_its_anchors() -> None:
    generator = np.random.default_rng(1)
    zh = generator.normal(size=(700, 64)).astype(np.float32)
    zh /= np.linalg.norm(zh, axis=1, keepdims=True)
    # The English side lacks forty sentences in the middle.
    en = np.concatenate([zh[:300], zh[340:]])
    band = band_along(zh, en)
    assert len(band) == 701
    assert band[0][0] == 0
    assert band[-1][1] == 661
    assert all(band[i][0] <= (i if i < 300 else i - 40) < band[i][1] for i in [*range(300), *range(341, 700)])
    assert sum(end - start for start, end in band) < 701 * 661 / 4
    assert all(
        before[0] <= after[0] and before[1] <= after[1] and after[0] < before[1]
        for before, after in itertools.pairwise(band)
    )
