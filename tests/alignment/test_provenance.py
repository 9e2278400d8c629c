from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vet_terms.alignment.provenance import Cell, MadeSegment, Origin, compact, matched, origins, standing

ENGLISH = [
    MadeSegment("1. ", "The college has 29 workshops."),
    MadeSegment("", "It enrolled 269 students from overseas this year."),
    MadeSegment("2. ", "The library is open until ten."),
    MadeSegment("", "The college has 29 workshops."),
    MadeSegment("", "Thanks"),
]

FOUND: dict[str, tuple[Cell, tuple[int, ...], int]] = {
    "a whole text": (Cell("It enrolled 269 students from overseas this year."), (1,), 0),
    "other spaces and line ends": (Cell("It enrolled  269 students\nfrom overseas this year. "), (1,), 0),
    "with its list mark": (Cell("2. The library is open until ten."), (2,), 0),
    "the second half": (Cell("students from overseas this year."), (1,), 13),
    "two neighbours": (Cell(f"{ENGLISH[1].text} {ENGLISH[2].text}"), (1, 2), 0),
    "two in another order": (Cell(f"{ENGLISH[2].text} {ENGLISH[1].text}"), (2, 1), 0),
    "corrected in the middle": (Cell("It enrolled 369 students from overseas this year."), (1,), 13),
    "the twin of its own row": (Cell("The college has 29 workshops.", (3,)), (3,), 0),
    "written anew": (Cell("Reading rooms close at 10 p.m.", (2,)), (2,), 0),
    "a person's own, on a row of its own": (Cell("Reading rooms close at 10 p.m."), (), 0),
    "a short word that stands in many texts": (Cell("The"), (), 0),
    "a short text that is a segment": (Cell("Thanks"), (4,), 0),
    "nothing": (Cell("", (2,)), (), 0),
    "nothing but spaces": (Cell("  ", ()), (), 0),
}


@pytest.mark.parametrize("case", FOUND)
def test_where_a_text_comes_from(case: str) -> None:
    cell, segments, offset = FOUND[case]
    (origin,) = origins([cell], ENGLISH, "en", {})
    assert origin.segments == segments
    if case != "corrected in the middle":
        assert origin.offset == offset


def test_what_another_text_accounts_for_is_not_what_was_written_anew() -> None:
    cells = [Cell(ENGLISH[2].text), Cell("Reading rooms close at 10 p.m.", (2,))]
    assert [each.segments for each in origins(cells, ENGLISH, "en", {})] == [(2,), ()]


def test_what_is_settled_is_not_sought() -> None:
    cells = [Cell("anything"), Cell("The college has 29 workshops.")]
    found = origins(cells, ENGLISH, "en", {0: Origin((0,))})
    assert [each.segments for each in found] == [(0,), (3,)]


def test_chinese_in_pieces() -> None:
    segments = [
        MadeSegment("", "学校与柳工共建国际工匠学院。"),
        MadeSegment("", "今年招收留学生二百六十九名。"),
    ]
    (origin,) = origins([Cell("学校和柳工共建国际工匠学院，今年招收留学生269名。")], segments, "zh", {})
    assert origin.segments == (0, 1)


MATCHES: list[tuple[Sequence[str], Sequence[str], dict[int, int]]] = [
    ("abc", "abc", {0: 0, 1: 1, 2: 2}),
    ("abc", "xabc", {0: 1, 1: 2, 2: 3}),
    ("abc", "ac", {0: 0, 2: 1}),
    ("aXbXc", "abXc", {0: 0, 2: 1, 3: 2, 4: 3}),
    ("aXbXc", "aXbc", {0: 0, 1: 1, 2: 2, 4: 3}),
    ("aX", "XaXX", {0: 1, 1: 2}),
    ("XX", "X", {0: 0}),
    (["a b"], ["a\nb"], {0: 0}),
    ("", "a", {}),
]


@pytest.mark.parametrize(("before", "after", "expected"), MATCHES)
def test_texts_of_two_states_of_a_document(
    before: Sequence[str], after: Sequence[str], expected: dict[int, int]
) -> None:
    assert matched(before, after) == expected


@given(st.lists(st.sampled_from("abcd"), max_size=12), st.lists(st.sampled_from("abcd"), max_size=12))
def test_a_match_is_between_equals_and_one_to_one(before: list[str], after: list[str]) -> None:
    found = matched(before, after)
    assert all(before[old] == after[new] for old, new in found.items())
    assert len(set(found.values())) == len(found)
    assert len(found) == sum(min(before.count(text), after.count(text)) for text in set(before))


STANDING: list[tuple[list[str], list[str], dict[int, tuple[int, ...]], set[int]]] = [
    (["甲乙丙丁。", "戊己庚辛。"], ["甲乙丙丁。", "戊己庚辛。"], {0: (0,), 1: (1,)}, set()),
    (["甲乙丙丁。", "戊己庚辛。"], ["甲乙丙丁。戊己庚辛。"], {0: (0,), 1: (0,)}, {0, 1}),
    (["甲乙丙丁。戊己庚辛。"], ["甲乙丙丁。", "戊己庚辛。"], {0: (0, 1)}, {0}),
    (["甲乙丙丁。", "戊己庚辛。"], ["戊己庚辛。", "甲乙丙丁改。"], {1: (0,)}, set()),
    (["甲乙"], ["甲乙丙丁。"], {}, set()),
    (["甲乙丙丁。", "甲乙丙丁。"], ["前甲乙丙丁。"], {0: (0,)}, {0}),
    (["甲乙丙丁。", "甲乙丙丁。"], ["甲乙丙丁。甲乙丙丁。"], {0: (0,), 1: (0,)}, {0, 1}),
    (["甲乙"], [], {}, set()),
]


@pytest.mark.parametrize(("before", "now", "held_by", "cut_anew"), STANDING)
def test_what_became_of_a_documents_segments(
    before: list[str], now: list[str], held_by: dict[int, tuple[int, ...]], cut_anew: set[int]
) -> None:
    then, today = ([MadeSegment("", text) for text in texts] for texts in (before, now))
    found = standing(then, today, "zh")
    assert found.held_by == held_by
    assert found.cut_anew == cut_anew


@given(st.lists(st.text("ab 学校", min_size=1), max_size=6), st.data())
def test_any_stretch_of_a_document_is_found_in_it(texts: list[str], data: st.DataObject) -> None:
    segments = [MadeSegment("", text) for text in texts]
    whole = compact("".join(texts))
    start = data.draw(st.integers(0, len(whole)))
    stretch = whole[start : data.draw(st.integers(start, len(whole)))]
    (origin,) = origins([Cell(stretch)], segments, "zh", {})
    if len(stretch) >= 4:
        covered = "".join(compact(texts[index]) for index in origin.segments)
        assert stretch in covered


def test_texts_are_compared_without_what_xml_cannot_hold() -> None:
    assert compact(" a\x07b\u3000c\ud800\r\n") == "abc"
