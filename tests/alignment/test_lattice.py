"""The lattice against every string of beads written out."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from vet_terms.alignment import lattice
from vet_terms.alignment.beads import SHAPES, Bead, Shape
from vet_terms.alignment.lattice import Band, Scores, best_string, likeliest_string, probabilities


def whole(zh: int, en: int) -> Band:
    return Band(np.zeros(zh + 1, dtype=np.int64), en + 1)


def strings(zh: int, en: int) -> Iterator[tuple[Shape, ...]]:
    if not zh and not en:
        yield ()
    for shape in SHAPES:
        if shape[0] <= zh and shape[1] <= en:
            for rest in strings(zh - shape[0], en - shape[1]):
                yield (*rest, shape)


def ends(string: tuple[Shape, ...]) -> list[tuple[int, int, int]]:
    totals = itertools.accumulate(string, lambda one, other: (one[0] + other[0], one[1] + other[1]))
    return [(SHAPES.index(shape), *end) for shape, end in zip(string, totals, strict=True)]


def scored(zh: int, en: int, seed: int) -> Scores:
    return np.random.default_rng(seed).normal(size=(len(SHAPES), zh + 1, en + 1)).round(3)


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 3), st.integers(0, 4), st.integers(0, 10_000))
def test_it_agrees_with_every_string_written_out(zh: int, en: int, seed: int) -> None:
    scores = scored(zh, en, seed)
    every = {string: sum(float(scores[end]) for end in ends(string)) for string in strings(zh, en)}
    total, probability = probabilities(whole(zh, en), scores)
    assert total == pytest.approx(math.log(sum(math.exp(value) for value in every.values())), abs=1e-6)
    wanted = np.zeros(scores.shape)
    for string, value in every.items():
        for end in ends(string):
            wanted[end] += math.exp(value - total)
    assert np.allclose(probability, wanted, atol=1e-5)
    best = best_string(whole(zh, en), scores)
    found = sum(
        float(
            scores[SHAPES.index((b.zh_count, b.en_count)), b.zh_start + b.zh_count, b.en_start + b.en_count]
        )
        for b in best
    )
    assert found == pytest.approx(max(every.values()), abs=1e-6)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 40), st.integers(0, 40), st.integers(0, 10_000))
def test_every_segment_is_in_exactly_one_bead_and_in_order(zh: int, en: int, seed: int) -> None:
    band = whole(zh, en)
    for beads in (
        best_string(band, scored(zh, en, seed)),
        likeliest_string(band, probabilities(band, scored(zh, en, seed))[1], 0.3),
    ):
        assert [i for b in beads for i in range(b.zh_start, b.zh_start + b.zh_count)] == list(range(zh))
        assert [j for b in beads for j in range(b.en_start, b.en_start + b.en_count)] == list(range(en))


def test_a_narrow_band_gives_what_a_wide_one_gives_where_the_best_string_is_inside() -> None:
    size, width = 30, 9
    scores = scored(size, size, 1) - 3
    scores[SHAPES.index((1, 1)), np.arange(size + 1), np.arange(size + 1)] = 5
    starts = np.clip(np.arange(size + 1) - width // 2, 0, size + 1 - width)
    narrow = np.stack([scores[:, i, start : start + width] for i, start in enumerate(starts)], axis=1)
    band = Band(starts, width)
    assert best_string(band, narrow) == best_string(whole(size, size), scores)
    assert probabilities(band, narrow)[1].sum() == pytest.approx(size, abs=0.1)


def test_likelier_beads_carry_their_probability() -> None:
    scores = np.full((len(SHAPES), 2, 2), -5.0)
    scores[SHAPES.index((1, 1)), 1, 1] = 2.0
    band = whole(1, 1)
    (bead,) = likeliest_string(band, probabilities(band, scores)[1], 0.3)
    assert bead == Bead(0, 1, 0, 1, bead.score)
    assert bead.score == pytest.approx(1.0, abs=1e-3)


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 14), st.integers(1, 14), st.integers(2, 8), st.integers(0, 10_000))
def test_a_band_is_a_wide_lattice_whose_other_cells_cannot_be(
    zh: int, en: int, width: int, seed: int
) -> None:
    width = min(width, en + 1)
    steps = np.random.default_rng(seed).integers(0, width, size=zh + 1)
    starts = np.clip(np.cumsum(steps) - steps[0], 0, en + 1 - width)
    starts[-1] = en + 1 - width
    band = Band(np.maximum.accumulate(starts), width)
    wide = np.full((len(SHAPES), zh + 1, en + 1), -50.0)
    inside = scored(zh, en, seed)
    for i, start in enumerate(band.starts):
        wide[:, i, start : start + width] = inside[:, i, start : start + width]
    narrow = np.stack([wide[:, i, start : start + width] for i, start in enumerate(band.starts)], axis=1)
    total, probability = probabilities(band, narrow)
    # Strings that leave the band and come back would be counted too, were they not as good as impossible.
    wide_total, wide_probability = probabilities(whole(zh, en), wide)
    assume(total > -30)
    assert total == pytest.approx(wide_total, abs=1e-4)
    for i, start in enumerate(band.starts):
        assert np.allclose(probability[:, i], wide_probability[:, i, start : start + width], atol=1e-4)


def test_how_many_rows_are_made_ready_together_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    scores, band = scored(23, 19, 7), whole(23, 19)
    wanted = probabilities(band, scores)
    for cells in (1, 60, 100):
        monkeypatch.setattr(lattice, "_CELLS_AT_ONCE", cells)
        found = probabilities(band, scores)
        assert found[0] == wanted[0]
        assert np.array_equal(found[1], wanted[1])
        assert best_string(band, scores) == best_string(whole(23, 19), scores)
