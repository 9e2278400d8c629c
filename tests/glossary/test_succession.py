"""What the note of a superseded name says, read and written."""

from __future__ import annotations

import dataclasses

import pytest
from tests.glossary.concepts import concept

from vet_terms.glossary.merge import merge
from vet_terms.glossary.succession import (
    Succession,
    Successor,
    successor_named,
    successor_of,
    with_likely_successors,
)
from vet_terms.model import Place

NEW = "柳州职业技术大学"


@pytest.mark.parametrize("year", [0, 2024])
@pytest.mark.parametrize("decided", [True, False])
def test_what_is_written_is_read(year: int, decided: bool) -> None:
    successor = Successor(NEW, year, decided)
    assert successor_named(str(successor)) == successor
    assert successor_named(f"{successor} (page.txt:b2); confidence 0.9") == successor


@pytest.mark.parametrize(
    ("note", "read"),
    [
        (f"Superseded by {NEW}", Successor(NEW)),
        (f"superseded by {NEW}; ask the college", Successor(NEW)),
        (f"superseded by {NEW} in 2024", Successor(NEW, 2024)),
        (f"now {NEW}", Successor(NEW)),
        (f"became {NEW} in 2024, says the page", Successor(NEW, 2024)),
        (f"Renamed to {NEW} since 2024.", Successor(NEW, 2024)),
        (f"2024年更名为{NEW}", Successor(NEW, 2024)),
        (f"2024年6月升格为{NEW}，见官网", Successor(NEW, 2024)),
        (f"已被{NEW}取代", Successor(NEW)),
        (f"现为{NEW}。", Successor(NEW)),
        (f"可能被{NEW}取代", Successor(NEW, decided=False)),
        ("now Liuzhou Polytechnic University", None),
        ("now in use", None),
        ("现代职业教育的说法", None),
        ("confidence 0.98: entity", None),
        ("", None),
        (f"it was not superseded by {NEW}", None),
    ],
)
def test_a_person_writes_it_in_other_ways_too(note: str, read: Successor | None) -> None:
    assert successor_named(note) == read


OLD = "柳州职业技术学院"
TOLD = Succession(OLD, NEW, 2024, Place("page.txt", 0, 21), "2024年，柳州职业技术大学获批设立。")


def test_the_old_name_says_what_likely_took_over_and_stays_proposed() -> None:
    given = [concept(OLD, "LVTC", note="confidence 1.00: entity"), concept("柳工", "Liugong", note="x")]
    college, other = with_likely_successors(given, [TOLD])
    assert college.note == (
        "likely superseded by 柳州职业技术大学 since 2024 (page.txt:b21); "
        "to accept, set status to superseded; confidence 1.00: entity"
    )
    assert college.status == "proposed"
    assert successor_named(college.note) == Successor(NEW, 2024, decided=False)
    assert other == given[1]


def test_a_short_form_is_the_same_name() -> None:
    [college] = with_likely_successors([concept("柳职院", "LVTC", zh_variants=(OLD,))], [TOLD])
    assert successor_named(college.note) == Successor(NEW, 2024, decided=False)


def test_what_says_its_successor_or_has_both_names_is_left_alone() -> None:
    given = [concept(OLD, "LVTC", note=f"superseded by {NEW}"), concept(OLD, "LVTU", zh_variants=(NEW,))]
    assert with_likely_successors(given, [TOLD]) == given


def test_of_two_successors_the_one_with_a_year_counts() -> None:
    other = Succession(OLD, "广西职业技术大学", 0, Place("a.txt"), "")
    [college] = with_likely_successors([concept(OLD, "LVTC")], [other, TOLD])
    assert successor_named(college.note) == Successor(NEW, 2024, decided=False)


def test_a_person_decides_once_and_for_all_rebuilds() -> None:
    proposed = with_likely_successors([concept(OLD, "LVTC", type="organisation")], [TOLD])
    first = merge([], [], proposed)
    accepted = [dataclasses.replace(first.concepts[0], status="superseded")]
    for told in ([TOLD], [], [dataclasses.replace(TOLD, new="广西职业技术大学", year=2030)]):
        again = merge(accepted, first.machine, with_likely_successors([concept(OLD, "LVTC")], told))
        assert list(again.concepts) == accepted
    assert successor_of(accepted[0]) == Successor(NEW, 2024, decided=True)
    assert successor_of(proposed[0]) == Successor(NEW, 2024, decided=False)
