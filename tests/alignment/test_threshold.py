from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.alignment.sheets import PAIRS, alignment, texts

from vet_terms.alignment.aligner import alignment_of
from vet_terms.alignment.result import Alignment
from vet_terms.alignment.threshold import at_least


def scored(*scores: float) -> Alignment:
    rows = [replace(row, score=score) for row, score in zip(alignment(PAIRS).rows, scores, strict=True)]
    return alignment_of(rows, "pages", "vet-terms:test|aligner:none")


def test_pairs_under_the_score_become_lone_texts_where_they_stand() -> None:
    before = scored(0.9, 0.4, 0.9, 0.1, 0.79, 0.1, 0.9)
    result = at_least(before, 0.8)
    assert [unit.zh for unit in result.below] == [PAIRS[1][0][0], PAIRS[4][0][0]]
    assert texts(result.alignment)[1:3] == [(PAIRS[1][0][0], ""), ("", PAIRS[1][1][0])]
    assert len(result.alignment.units) == len(before.units) - 2
    assert [each.text for each in result.alignment.zh_only] == [
        PAIRS[1][0][0],
        PAIRS[4][0][0],
        PAIRS[5][0][0],
    ]
    assert result.alignment.signature == "vet-terms:test|aligner:none|min_score:0.8"


def test_a_pair_that_stands_twice_counts_with_its_better_score() -> None:
    result = at_least(scored(0.95, 0.9, 0.9, 0.9, 0.9, 0.9, 0.3), 0.8)
    assert result.below == ()
    assert len(result.alignment.units[0].places) == 2


def test_a_score_of_just_as_much_is_enough() -> None:
    before = scored(*[0.8] * 7)
    assert at_least(before, 0.8).alignment is before


@pytest.mark.parametrize("score", [0.0, 1.0])
def test_the_ends_of_the_range(score: float) -> None:
    assert len(at_least(scored(*[0.99] * 7), score).below) == (5 - 1 if score else 0)


@given(st.lists(st.floats(0, 1), min_size=7, max_size=7), st.floats(0, 1))
def test_no_segment_is_lost_and_no_unit_is_under_the_score(scores: list[float], least: float) -> None:
    before = scored(*scores)
    after = at_least(before, least).alignment
    assert all(unit.score >= least for unit in after.units)
    for side in ("zh", "en"):
        assert sorted((s.place, s.text) for row in after.rows for s in getattr(row, side)) == sorted(
            (s.place, s.text) for row in before.rows for s in getattr(row, side)
        )
