from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vet_terms.model import Place, place_named


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("deck.pptx:p4:b2:box3", Place("deck.pptx", 4, 2, spot="box3")),
        ("deck.pptx:p4:b2:table1.r2.c1", Place("deck.pptx", 4, 2, spot="table1.r2.c1")),
        ("deck.txt:p4", Place("deck.txt", 4)),
        ("page.txt:b2", Place("page.txt", 0, 2)),
        ("page.txt", Place("page.txt")),
        ("a:b", Place("a:b")),
        ("", Place("")),
    ],
)
def test_a_place_is_read_as_it_is_written(text: str, place: Place) -> None:
    assert place_named(text) == place
    assert str(place) == text


@given(
    st.text(min_size=1).filter(lambda name: not re.search(r":[pb][0-9]", name)),
    st.integers(0, 999),
    st.integers(0, 999),
    st.sampled_from(["", "box1", "notes", "table2.r10.c3", "B7"]),
)
def test_every_place_comes_back(name: str, page: int, block: int, spot: str) -> None:
    place = Place(name, page, block, spot=spot if block else "")
    assert place_named(str(place)) == place
