"""Boxes drawn in a plan, and the order in which a person reads them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vet_terms.documents.slides.reading_order import Box, Placed, reading_order


def plan(*rows: str) -> dict[str, Box]:
    """Return a box for each letter of a plan: the least one around its copies, a copy being 10 by 10."""
    spots: dict[str, list[tuple[int, int]]] = {}
    for down, row in enumerate(rows):
        for across, letter in enumerate(row):
            if letter != " ":
                spots.setdefault(letter, []).append((across, down))
    return {
        letter: Box(
            10 * min(x for x, _ in found),
            10 * min(y for _, y in found),
            10 * max(x for x, _ in found) + 10,
            10 * max(y for _, y in found) + 10,
        )
        for letter, found in spots.items()
    }


PLANS = [
    ("one under the other", ("aaa", "bbb", "ccc"), "abc"),
    ("a row", ("aa bb cc",), "abc"),
    ("two columns in line", ("aa bb", "     ", "cc dd"), "abcd"),
    (
        "two columns, not quite in line",
        ("aa   ", "aa bb", "aa bb", "   bb", "cc   ", "cc dd", "cc dd"),
        "abcd",
    ),
    ("a title over two columns", ("aaaaa", "bb cc", "dd ee"), "abcde"),
    ("a tall picture text beside three", ("aa bb", "aa cc", "aa dd"), "abcd"),
    ("a tall box on the right", ("aa dd", "bb dd", "cc dd"), "abcd"),
    ("columns that share no line", ("aa cc", "aa cc", "aa   ", "bb cc", "bb dd", "   dd", "   dd"), "abcd"),
    ("a foot under all", ("aa bb", "aa bb", "ccccc"), "abc"),
    ("headings on the boxes of two columns", ("aa cc", "bb dd", "bb dd"), "abcd"),
    ("a table of boxes", ("aa bb", "cc dd", "cc dd", "ee ff", "ee ff", "ee ff"), "abcdef"),
    ("boxes that touch each other on all sides", ("aabb", "ccdd", "ccdd"), "abcd"),
    ("two rows in a column beside a tall box", ("aa bb cc", "aa dd ee"), "abcde"),
]


@pytest.mark.parametrize(("rows", "order"), [row[1:] for row in PLANS], ids=[row[0] for row in PLANS])
def test_a_plan_is_read(rows: tuple[str, ...], order: str) -> None:
    boxes = plan(*rows)
    for letters in (sorted(boxes), sorted(boxes, reverse=True)):
        found = reading_order([Placed(boxes[letter]) for letter in letters])
        assert "".join(letters[index] for index in found) == order


def test_a_group_is_read_together() -> None:
    boxes = plan("aa cc", "bb dd")
    things = [
        Placed(boxes["d"], (2,)),
        Placed(boxes["a"], (1,)),
        Placed(boxes["c"], (2,)),
        Placed(boxes["b"], (1,)),
    ]
    assert ["dacb"[index] for index in reading_order(things)] == ["a", "b", "c", "d"]


def test_a_group_in_a_group_is_read_inside_it() -> None:
    boxes = plan("aa cc ee", "bb dd ff")
    groups = {"a": (1, 2), "b": (1, 2), "c": (1, 3), "d": (1, 3), "e": (), "f": ()}
    found = reading_order([Placed(boxes[letter], groups[letter]) for letter in "fedcba"])
    assert "".join("fedcba"[index] for index in found) == "abcdef"


def test_a_group_around_something_else_is_read_by_places_alone() -> None:
    boxes = plan("aa bb", "cc dd")
    groups = {"a": (1,), "b": (), "c": (), "d": (1,)}
    found = reading_order([Placed(boxes[letter], groups[letter]) for letter in "dcba"])
    assert "".join("dcba"[index] for index in found) == "abcd"


def test_a_title_comes_before_the_box_that_it_stands_in() -> None:
    things = [Placed(Box(0, 0, 100, 100)), Placed(Box(5, 5, 95, 15), is_title=True)]
    assert reading_order(things) == [1, 0]


def test_what_stands_nowhere_keeps_its_order_behind_a_title() -> None:
    things = [Placed(None), Placed(Box(0, 0, 1, 1)), Placed(None), Placed(None, is_title=True)]
    assert reading_order(things) == [3, 1, 0, 2]


def test_boxes_without_height_are_read_across_where_they_stand_at_one_height() -> None:
    things = [Placed(Box(50, 7, 90, 7)), Placed(Box(0, 7, 40, 7)), Placed(Box(0, 3, 90, 3))]
    assert reading_order(things) == [2, 1, 0]


def test_thousands_of_boxes_are_read_from_the_top() -> None:
    things = [Placed(Box(0, -index, 10, 5 - index)) for index in range(20_000)]
    assert reading_order(things) == list(range(19_999, -1, -1))


edges = st.integers(0, 12)
boxes_anywhere = st.builds(
    lambda left, top, width, height: Box(left, top, left + width, top + height), edges, edges, edges, edges
)
anything = st.lists(
    st.builds(
        Placed,
        st.none() | boxes_anywhere,
        st.lists(st.integers(1, 3), max_size=3).map(tuple),
        st.booleans(),
    ),
    max_size=14,
)


@given(anything)
def test_everything_is_read_once(things: list[Placed]) -> None:
    assert sorted(reading_order(things)) == list(range(len(things)))


@given(st.lists(boxes_anywhere, max_size=8, unique=True), st.randoms(use_true_random=False))
def test_the_order_of_drawing_counts_for_nothing(boxes: list[Box], dice: object) -> None:
    things = [Placed(box) for box in boxes]
    turned = things[::-1]
    first = [things[index] for index in reading_order(things)]
    second = [turned[index] for index in reading_order(turned)]
    assert [thing.box and (thing.box.top, thing.box.left) for thing in first] == [
        thing.box and (thing.box.top, thing.box.left) for thing in second
    ]
