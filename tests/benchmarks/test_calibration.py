from __future__ import annotations

import pytest
from benchmarks.calibration import EDGES, judged, reliability, sure, table
from benchmarks.scoring import ScoredBead
from hypothesis import given
from hypothesis import strategies as st

FOUND = [
    ScoredBead(((0,), (0,)), 0.95),
    ScoredBead(((1,), (1, 2)), 0.9),
    ScoredBead(((2,), ()), 0.99),
    ScoredBead(((3,), (3,)), 0.2),
    ScoredBead(((4,), (4,)), None),
]
KEY = [((0,), (0,)), ((1,), (1,)), ((), (2,)), ((2,), ()), ((3,), (3,)), ((4,), (4,))]


def test_pairs_with_a_confidence_are_judged_and_nothing_else() -> None:
    assert judged([KEY], [FOUND]) == [(0.95, True), (0.9, False), (0.2, True)]
    with pytest.raises(ValueError, match="zip"):
        judged([KEY], [])


def test_the_bins_count_what_became_of_what_was_said() -> None:
    low, high = reliability([(0.95, True), (0.9, False), (0.2, True), (1.0, True)], (0.0, 0.9, 1.0))
    assert (low.count, low.right, low.confidence, low.share_right) == (1, 1, 0.2, 1.0)
    assert (high.count, high.right, high.share_right) == (3, 2, 2 / 3)
    assert high.confidence == pytest.approx(0.95)


def test_those_said_to_be_sure() -> None:
    pairs = [(0.9, True), (0.89, False), (1.0, False), (0.97, True)]
    assert (sure(pairs).count, sure(pairs).right) == (3, 2)
    assert sure([]).share_right == 0
    assert table(pairs).splitlines()[-1] == "of the 3 pairs said to be at least 0.9 sure, 66.7 % are right"


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans())))
def test_every_pair_is_in_one_bin(pairs: list[tuple[float, bool]]) -> None:
    bins = reliability(pairs)
    assert len(bins) == len(EDGES) - 1
    assert sum(each.count for each in bins) == len(pairs)
    assert sum(each.right for each in bins) == sum(right for _, right in pairs)
    for each in bins:
        assert 0 <= each.share_right <= 1
        assert not each.count or each.low - 1e-9 <= each.confidence <= each.high + 1e-9
