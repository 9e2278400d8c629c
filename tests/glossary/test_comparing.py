"""What changed between two term bases."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.glossary.concepts import concept, concepts

from vet_terms.glossary.comparing import CellChange, added_columns, difference, edits_by_people, empty_columns
from vet_terms.glossary.merge import merge
from vet_terms.model import Concept

DUAL = dataclasses.replace(concept("双元制", "Dual System", en_variants=("a", "b")), id="c0000000001")

CELLS: dict[str, tuple[dict[str, Any], list[CellChange]]] = {
    "nothing": ({}, []),
    "spaces and line ends": ({"en": " Dual System ", "definition": "\r\n"}, []),
    "empty column": ({"extra": (("reviewer", " "),)}, []),
    "id cleared": ({"id": ""}, []),
    "english": ({"en": "dual system"}, [CellChange("en", "Dual System", "dual system")]),
    "count": ({"count": 7}, [CellChange("count", "0", "7")]),
    "variants": (
        {"en_variants": ("b", "c|d")},
        [CellChange("en_variants", "a | b", "b | c\\|d", ("c|d",), ("a",))],
    ),
    "order of variants": ({"en_variants": ("b", "a")}, [CellChange("en_variants", "a | b", "b | a")]),
    "column of people": ({"extra": (("reviewer", "Li"),)}, [CellChange("reviewer", "", "Li")]),
    "two": (
        {"status": "approved", "type": "policy"},
        [CellChange("type", "term", "policy"), CellChange("status", "proposed", "approved")],
    ),
}


@pytest.mark.parametrize(("changes", "expected"), CELLS.values(), ids=CELLS.keys())
def test_cells_that_differ(changes: dict[str, Any], expected: list[CellChange]) -> None:
    found = difference([DUAL], [dataclasses.replace(DUAL, **changes)])
    assert (found.added, found.removed) == ((), ())
    assert [cell for each in found.changed for cell in each.cells] == expected
    assert bool(found) is bool(expected)


def test_columns_may_be_left_out_of_account() -> None:
    bare = Concept("", "双元制", "Dual System", en_variants=("a", "b"))
    rich = dataclasses.replace(DUAL, count=3, source=("x",))
    assert difference([rich], [bare])
    assert not difference([rich], [bare], empty_columns([bare]))


def test_columns_that_people_added_may_be_left_out_of_account() -> None:
    reviewed = dataclasses.replace(DUAL, extra=(("reviewer", "Li"),))
    assert added_columns([DUAL, reviewed]) == {"reviewer"}
    assert not difference([reviewed], [DUAL], added_columns([reviewed]) ^ added_columns([DUAL]))


def test_concepts_that_came_and_went() -> None:
    old = [DUAL, concept("甲", "a")]
    found = difference(old, [concept("乙", "b"), DUAL])
    assert ([each.zh for each in found.added], [each.zh for each in found.removed]) == (["乙"], ["甲"])


def test_what_people_changed_since_the_build() -> None:
    first = merge([], [], [concept("甲", "a"), concept("乙", "b"), concept("丙", "c")])
    people = [dataclasses.replace(row, en="x") for row in first.concepts if row.zh == "甲"]
    second = merge([*people, concept("丁", "d", status="approved")], first.machine, [concept("甲", "a")])
    found = edits_by_people(second.concepts, second.machine)
    assert [each.zh for each in found.added] == ["丁"]
    assert {each.zh for each in found.removed} == {"乙", "丙"}
    assert [(each.zh, each.cells) for each in found.changed] == [("甲", (CellChange("en", "a", "x"),))]


def test_a_row_that_was_typed_again_is_new() -> None:
    first = merge([], [], [concept("甲", "a")])
    gone = merge([], first.machine, [concept("甲", "a")])
    [again] = [dataclasses.replace(row, status="approved") for row in gone.machine]
    found = edits_by_people([again], gone.machine)
    assert (found.added, found.removed, found.changed) == ((again,), (), ())


@settings(deadline=None)
@given(st.lists(concepts(), max_size=4, unique_by=lambda each: each.id), st.randoms())
def test_order_is_no_change(rows: list[Concept], random: Any) -> None:
    shuffled = random.sample(rows, len(rows))
    assert not difference(rows, shuffled)
