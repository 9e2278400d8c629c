from __future__ import annotations

import pytest
from benchmarks.scoring import Bead, BeadScore, Score, bead_score
from hypothesis import given
from hypothesis import strategies as st

KEY: list[Bead] = [((0,), (0,)), ((1, 2), (1,)), ((), (2,)), ((3,), ()), ((4,), (3, 4))]

# name, beads found, strict precision and recall, lax precision and recall; counted by hand
CASES: list[tuple[str, list[Bead], Score, Score]] = [
    ("the key itself", KEY, Score(1, 1), Score(1, 1)),
    ("nothing", [], Score(0, 0), Score(0, 0)),
    ("empty beads do not count", [*KEY, ((), ())], Score(1, 1), Score(1, 1)),
    ("a bead said twice counts once", [*KEY, KEY[0]], Score(1, 1), Score(1, 1)),
    ("lone sentences count for precision alone", KEY[:2] + KEY[4:], Score(1, 1), Score(1, 1)),
    (
        "a pair torn in two is right only in the lax sense",
        [((0,), (0,)), ((1,), (1,)), ((2,), ()), ((), (2,)), ((3,), ()), ((4,), (3, 4))],
        Score(4 / 6, 2 / 3),
        Score(5 / 6, 1),
    ),
    (
        "two lone sentences taken for a pair are wrong in both",
        [((0,), (0,)), ((1, 2), (1,)), ((3,), (2,)), ((4,), (3, 4))],
        Score(3 / 4, 1),
        Score(3 / 4, 1),
    ),
    (
        "shifted by one: overlaps on one side alone are wrong",
        [((0,), (1,)), ((1, 2), (2,)), ((3,), (3,)), ((4,), (4,)), ((), (0,))],
        Score(0, 0),
        Score(1 / 5, 1 / 3),
    ),
]


@pytest.mark.parametrize(("found", "strict", "lax"), [case[1:] for case in CASES], ids=[c[0] for c in CASES])
def test_precision_and_recall(found: list[Bead], strict: Score, lax: Score) -> None:
    assert bead_score([KEY], [found]) == BeadScore(strict, lax)


def test_documents_are_counted_together() -> None:
    large, small = [((i,), (i,)) for i in range(9)], [((0,), (0,))]
    score = bead_score([large, small], [large, [((0,), ()), ((), (0,))]])
    assert score.strict == Score(9 / 11, 9 / 10)


def test_each_key_needs_an_alignment() -> None:
    with pytest.raises(ValueError, match="zip"):
        bead_score([KEY, KEY], [KEY])


def beads() -> st.SearchStrategy[list[Bead]]:
    sizes = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=12)
    return sizes.map(_strung)


def _strung(sizes: list[tuple[int, int]]) -> list[Bead]:
    result: list[Bead] = []
    i = j = 0
    for a, b in sizes:
        result.append((tuple(range(i, i + a)), tuple(range(j, j + b))))
        i, j = i + a, j + b
    return result


@given(beads(), beads())
def test_lax_is_never_below_strict_and_sides_may_be_exchanged(first: list[Bead], second: list[Bead]) -> None:
    score = bead_score([first], [second])
    assert 0 <= score.strict.precision <= score.lax.precision <= 1
    assert 0 <= score.strict.recall <= score.lax.recall <= 1
    exchanged = bead_score([[(en, zh) for zh, en in first]], [[(en, zh) for zh, en in second]])
    assert exchanged == score


@given(beads().filter(lambda found: any(zh and en for zh, en in found)))
def test_a_key_against_itself_is_wholly_right(found: list[Bead]) -> None:
    score = bead_score([found], [found])
    assert score.strict.f1 == score.lax.f1 == 1
