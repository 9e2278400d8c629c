"""Two people's tables, or an outside list and a term base: what is taken over and what is left to decide."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.glossary.concepts import concept

from vet_terms.glossary.identity import english_key
from vet_terms.glossary.joining.changes import Joined
from vet_terms.glossary.joining.tables import DELETED, Other, join_tables
from vet_terms.glossary.merge import merge
from vet_terms.glossary.termbase import canonical
from vet_terms.model import Concept

DUAL = concept("双元制", "Dual System", count=2, source=("a.txt:p1",), note="confidence 0.9")
COLLEGE = concept("柳州职业技术学院", "Liuzhou College", zh_variants=("柳职院",), type="organisation")
BELT = concept("一带一路", "Belt and Road", type="policy")

MACHINE = merge([], [], [DUAL, COLLEGE, BELT]).machine


def rows(*edits: tuple[str, dict[str, Any] | None], of: tuple[Concept, ...] = MACHINE) -> list[Concept]:
    """Return the machine's rows as a person left them: some changed, some (None) deleted."""
    changes = dict(edits)
    assert set(changes) <= {row.zh for row in of}
    return [
        dataclasses.replace(row, **(changes.get(row.zh) or {}))
        for row in of
        if changes.get(row.zh, {}) is not None
    ]


def row(result: Joined, zh: str) -> Concept:
    [found] = [each for each in result.concepts if each.zh == zh]
    return found


def join(
    current: list[Concept],
    other: list[Concept],
    last: tuple[Concept, ...] = MACHINE,
    base: list[Concept] | None = None,
) -> Joined:
    return join_tables(current, [Other("other.csv", other)], last, base)


def told(result: Joined) -> list[tuple[str, str, str, str]]:
    return [(each.kind, each.column, each.before, each.after) for each in result.taken]


def clashes(result: Joined) -> list[tuple[str, str, str, str]]:
    return [(each.kind, each.column, each.kept, each.offered) for each in result.clashes]


APPROVED = {"status": "approved"}


def test_an_outside_list_adds_concepts_and_terms() -> None:
    current = rows(("双元制", APPROVED))
    other = [
        concept("產教融合", "industry-education integration", status="approved"),
        concept(
            "雙元制", "dual system", en_variants=("dual-track system",), en_forbidden=("twin system",),
            status="approved",
        ),
    ]  # fmt: skip
    result = join(current, [dataclasses.replace(other[1], en="Dual System"), other[0]])
    assert told(result) == [
        ("term", "zh_variants", "", "雙元制"),
        ("term", "en_variants", "", "dual-track system"),
        ("term", "en_forbidden", "", "twin system"),
        ("concept", "", "", "industry-education integration"),
    ]
    assert clashes(result) == []
    assert row(result, "双元制").en_variants == ("dual-track system",)
    assert row(result, "產教融合").id.startswith("c")
    assert result.known == 1


def test_an_untouched_proposal_gives_way_to_a_person() -> None:
    theirs = concept("双元制", "dual education system", status="approved")
    result = join(rows(), [theirs])
    taken = row(result, "双元制")
    assert (taken.en, taken.status, taken.count, taken.source) == (
        "dual education system", "approved", 2, ("a.txt:p1",),
    )  # fmt: skip
    assert ("decision", "en", "Dual System", "dual education system") in told(result)
    assert ("decision", "status", "proposed", "approved") in told(result)
    assert clashes(result) == []
    # The next build leaves it alone.
    rebuilt = merge(result.concepts, MACHINE, [DUAL, COLLEGE, BELT])
    assert taken in rebuilt.kept


def test_without_the_machines_copy_what_stands_wins() -> None:
    result = join(rows(), [concept("双元制", "dual education system", status="approved")], last=())
    assert row(result, "双元制").en == "Dual System"
    assert clashes(result) == [("preferred", "en", "Dual System", "dual education system")]


def test_a_short_form_does_not_rename_the_concept() -> None:
    result = join(rows(), [concept("柳职院", "LVTC", status="approved")])
    assert row(result, "柳州职业技术学院").en == "Liuzhou College"
    assert clashes(result) == [("preferred", "en", "Liuzhou College", "LVTC")]
    known = rows(("柳州职业技术学院", {"en_variants": ("LVTC",)}))
    result = join(known, [concept("柳职院", "LVTC", status="approved")])
    assert (told(result), clashes(result)) == ([], [])


CLASHES: dict[str, tuple[dict[str, Any], dict[str, Any], list[tuple[str, str, str, str]]]] = {
    "two preferred terms": (
        {"status": "approved"},
        {"en": "Twin System", "status": "approved"},
        [("preferred", "en", "Dual System", "Twin System")],
    ),
    "preferred there, forbidden here": (
        {"en": "dual-track system", "en_forbidden": ("Twin System",)},
        {"en": "twin system", "status": "approved"},
        [("forbidden", "en_forbidden", "twin system", "twin system (preferred)")],
    ),
    "admitted there, forbidden here": (
        {"status": "approved", "en_forbidden": ("Twin System",)},
        {"en_variants": ("twin system",), "status": "approved"},
        [("forbidden", "en_forbidden", "twin system", "twin system (admitted)")],
    ),
    "forbidden there, preferred here": (
        {"status": "approved"},
        {"en": "", "en_forbidden": ("dual system",), "status": "approved"},
        [("forbidden", "en_variants", "dual system", "dual system (forbidden)")],
    ),
    "approved and rejected": (
        {"status": "approved"},
        {"status": "rejected"},
        [("status", "status", "approved", "rejected")],
    ),
    "two definitions": (
        {"definition": "schools and firms"},
        {"definition": "firms and schools"},
        [("cell", "definition", "schools and firms", "firms and schools")],
    ),
    "two types": (
        {"type": "programme"},
        {"type": "policy"},
        [("cell", "type", "programme", "policy")],
    ),
    "two reviewers": (
        {"extra": (("reviewer", "Li"),)},
        {"extra": (("reviewer", "Wang"),)},
        [("cell", "reviewer", "Li", "Wang")],
    ),
}


@pytest.mark.parametrize(("here", "there", "expected"), CLASHES.values(), ids=CLASHES.keys())
def test_what_disagrees_is_listed_and_stays(
    here: dict[str, Any], there: dict[str, Any], expected: list[tuple[str, str, str, str]]
) -> None:
    ours = dataclasses.replace(DUAL, **here)
    theirs = dataclasses.replace(concept("双元制", "Dual System"), **there)
    result = join_tables([ours], [Other("other.csv", [theirs])])
    assert clashes(result) == expected
    [stands] = result.concepts
    assert (stands.en, stands.status, stands.en_forbidden, stands.definition, stands.extra) == (
        ours.en, ours.status, ours.en_forbidden, ours.definition, ours.extra,
    )  # fmt: skip


def test_two_people_who_edited_copies_of_one_build() -> None:
    """Each changed other cells: what the machine last wrote is what they began with."""
    here = rows(("双元制", {"en": "dual system"}), ("一带一路", {"note": "since 2013"}))
    there = rows(
        ("双元制", {"type": "programme", "extra": (("reviewer", "Li"),)}),
        ("一带一路", APPROVED),
        ("柳州职业技术学院", {"en_variants": ("LVTC",)}),
    )
    result = join(here, there)
    assert clashes(result) == []
    dual, belt = row(result, "双元制"), row(result, "一带一路")
    assert (dual.en, dual.type, dict(dual.extra)) == ("dual system", "programme", {"reviewer": "Li"})
    assert (belt.note, belt.status) == ("since 2013", "approved")
    assert row(result, "柳州职业技术学院").en_variants == ("LVTC",)


def test_another_build_is_no_edited_copy_though_it_gives_the_same_ids() -> None:
    found = concept("双元制", "twin system", source=("b.txt:p7",), count=1, note="confidence 0.70: compound")
    [other] = merge([], [], [found]).machine
    assert other.id in {each.id for each in rows()}
    result = join(rows(), [other])
    assert clashes(result) == [("preferred", "en", "Dual System", "twin system")]
    dual = row(result, "双元制")
    assert (dual.en, dual.status, dual.note) == ("Dual System", "proposed", "confidence 0.9")
    assert dual.source == ("a.txt:p1", "b.txt:p7")


@pytest.mark.parametrize("status", ["approved", "proposed"])
def test_another_case_or_dash_is_no_other_term(status: Any) -> None:
    ours = concept("校企合作", "school-enterprise cooperation", status=status, note="ask Li")
    theirs = concept("校企合作", "School–enterprise Cooperation", status=status)
    result = join_tables([ours], [Other("o", [theirs])])
    assert (result.clashes, result.concepts[0].en, result.concepts[0].en_variants) == ((), ours.en, ())


def test_an_approval_is_of_the_english_that_it_saw() -> None:
    approved, renamed = rows(("双元制", APPROVED)), rows(("双元制", {"en": "twin system"}))
    for here, there, kept in ((approved, renamed, "Dual System"), (renamed, approved, "twin system")):
        result = join(here, there)
        dual = row(result, "双元制")
        assert (dual.en, dual.status) == (kept, "approved" if here is approved else "proposed")
    assert clashes(join(approved, renamed)) == [("preferred", "en", "Dual System", "twin system")]
    assert clashes(join(renamed, approved)) == [("status", "status", "proposed", "approved (Dual System)")]


def test_what_was_deleted_here_stays_deleted() -> None:
    here = rows(("双元制", None))
    assert [each.zh for each in join(here, rows()).concepts] == [each.zh for each in here]
    assert clashes(join(here, rows())) == []
    result = join(here, rows(("双元制", APPROVED)))
    assert clashes(result) == [("deleted", "", DELETED, "Dual System")]
    assert len(result.concepts) == len(here)
    # Also where an earlier build has noted the deletion, and for a list without ids.
    noted = merge(here, MACHINE, [DUAL, COLLEGE, BELT]).machine
    assert clashes(join(here, rows(), last=noted)) == []
    assert clashes(join(here, [concept("双元制", "Dual System", status="approved")], last=noted)) == [
        ("deleted", "", DELETED, "Dual System")
    ]


BASE = [dataclasses.replace(each, status="approved") for each in MACHINE]


def three_way(here: list[Concept], there: list[Concept]) -> Joined:
    return join(here, there, last=(), base=BASE)


def of_base(*edits: tuple[str, dict[str, Any] | None]) -> list[Concept]:
    return rows(*edits, of=tuple(BASE))


def test_three_ways_take_what_one_side_changed() -> None:
    here = of_base(("双元制", {"en": "dual system", "en_variants": ("a", "b")}))
    there = of_base(
        ("双元制", {"en_variants": ("c",), "definition": "x"}),
        ("柳州职业技术学院", {"zh": "柳州职业技术大学", "zh_variants": (), "status": "superseded"}),
        ("一带一路", None),
    )
    result = three_way(here, there)
    assert clashes(result) == []
    dual = row(result, "双元制")
    assert (dual.en, dual.en_variants, dual.definition) == ("dual system", ("a", "b", "c"), "x")
    college = row(result, "柳州职业技术大学")
    assert (college.zh_variants, college.status, college.id) == ((), "superseded", COLLEGE_ID)
    assert len(result.concepts) == 2
    assert ("deletion", "", "Belt and Road", DELETED) in told(result)


COLLEGE_ID = next(each.id for each in BASE if each.zh == COLLEGE.zh)


def test_three_ways_list_what_both_changed() -> None:
    here = of_base(("双元制", {"en": "dual system"}), ("一带一路", {"note": "x"}), ("柳州职业技术学院", None))
    there = of_base(
        ("双元制", {"en": "twin system"}), ("一带一路", None), ("柳州职业技术学院", {"en": "Liuzhou Tech"})
    )
    result = three_way(here, there)
    assert sorted(clashes(result)) == [
        ("deleted", "", DELETED, "Liuzhou Tech"),
        ("deleted", "", "Belt and Road", DELETED),
        ("preferred", "en", "dual system", "twin system"),
    ]
    assert {(each.zh, each.en) for each in result.concepts} == {
        ("双元制", "dual system"), ("一带一路", "Belt and Road"),
    }  # fmt: skip


def test_three_ways_a_term_moved_to_the_forbidden_ones() -> None:
    there = of_base(("双元制", {"en": "dual education", "en_forbidden": ("Dual System",)}))
    result = three_way(BASE, there)
    assert (row(result, "双元制").en, row(result, "双元制").en_forbidden) == (
        "dual education",
        ("Dual System",),
    )
    back = join(there, BASE, last=(), base=there)
    assert (row(back, "双元制").en, row(back, "双元制").en_forbidden) == ("Dual System", ())


def test_both_added_the_same() -> None:
    new = concept("产教融合", "industry-education integration", status="approved")
    mine = dataclasses.replace(new, definition="mine")
    result = three_way([*BASE, mine], [*BASE, dataclasses.replace(new, en_variants=("integration",))])
    assert clashes(result) == []
    both = row(result, "产教融合")
    assert (both.definition, both.en_variants) == ("mine", ("integration",))


def test_notes_stand_one_after_the_other_and_only_once() -> None:
    here = [dataclasses.replace(DUAL, status="approved", note="ask Li")]
    there = [dataclasses.replace(DUAL, status="approved", note="ask Wang")]
    once = join_tables(here, [Other("o", there)])
    assert once.concepts[0].note == "ask Li; ask Wang"
    assert join_tables(once.concepts, [Other("o", there)]).taken == ()


def test_a_successor_stands_first_in_the_note() -> None:
    named = "superseded by 柳州职业技术大学 since 2024"
    here = [dataclasses.replace(COLLEGE, note="confidence 0.9")]
    there = [dataclasses.replace(COLLEGE, status="superseded", note=named)]
    [college] = join_tables(here, [Other("o", there)]).concepts
    assert (college.status, college.note) == ("superseded", f"{named}; confidence 0.9")


def test_texts_arrive_composed() -> None:
    result = join_tables([], [Other("o", [concept("咖啡", "cafe\u0301")])])
    assert result.concepts[0].en == "café"


def test_several_lists_are_joined_in_turn() -> None:
    one, two = concept("甲", "a", status="approved"), concept("甲", "b", status="approved")
    result = join_tables([], [Other("one", [one]), Other("two", [two])])
    assert [(each.origin, each.kept, each.offered) for each in result.clashes] == [("two", "a", "b")]


CHINESE = st.sampled_from(["甲", "乙", "丙", "甲乙"])
ENGLISH = st.sampled_from(["a", "b", "c", "B"])
tables = st.lists(
    st.builds(
        Concept,
        id=st.just(""),
        zh=CHINESE,
        en=ENGLISH,
        zh_variants=st.lists(CHINESE, max_size=1).map(tuple),
        en_variants=st.lists(ENGLISH, max_size=1).map(tuple),
        en_forbidden=st.lists(st.sampled_from(["x", "c"]), max_size=1).map(tuple),
        status=st.sampled_from(["proposed", "approved", "rejected"]),
        note=st.sampled_from(["", "n", "m"]),
        extra=st.sampled_from(["", "Li", "Wang"]).map(lambda cell: (("reviewer", cell),)),
    ),
    max_size=5,
    unique_by=lambda each: (each.zh, english_key(each.en)),
).map(lambda table: [each for each in table if is_sound(each)])


def is_sound(each: Concept) -> bool:
    english = [english_key(form) for form in (each.en, *each.en_variants, *each.en_forbidden)]
    chinese = [each.zh, *each.zh_variants]
    return len({*english}) == len(english) and len({*chinese}) == len(chinese)


laws = settings(deadline=None, max_examples=150)


@laws
@given(tables, tables)
def test_no_row_and_no_term_that_stands_is_lost(current: list[Concept], other: list[Concept]) -> None:
    result = join(current, other, last=())
    left = {(each.zh, each.en): each for each in result.concepts}
    for each in current:
        now = left[each.zh, each.en] if each.en else next(r for r in result.concepts if r.zh == each.zh)
        assert set(each.zh_variants) <= {now.zh, *now.zh_variants}
        assert set(map(english_key, each.en_variants)) <= set(map(english_key, (now.en, *now.en_variants)))
        assert set(each.en_forbidden) <= set(now.en_forbidden)
        assert each.note in now.note


@laws
@given(tables, tables)
def test_no_form_is_admitted_and_forbidden(current: list[Concept], other: list[Concept]) -> None:
    for each in join(current, other, last=()).concepts:
        admitted = set(map(english_key, (each.en, *each.en_variants)))
        assert not admitted & set(map(english_key, each.en_forbidden))


def without_homonyms(table: list[Concept]) -> bool:
    chinese = [form for each in table for form in (each.zh, *each.zh_variants)]
    return len({*chinese}) == len(chinese)


one_meaning_each = tables.filter(without_homonyms)
# A list that rejects a row and translates a variant of it anew finds no row to differ from the second time.
without_rejections = one_meaning_each.map(
    lambda table: [
        dataclasses.replace(each, status="approved") if each.status == "rejected" else each for each in table
    ]
)


@laws
@given(one_meaning_each, without_rejections)
def test_joining_again_takes_nothing_more(current: list[Concept], other: list[Concept]) -> None:
    once = join(current, other, last=())
    again = join(list(once.concepts), other, last=())
    assert again.taken == ()
    assert again.concepts == once.concepts


@laws
@given(tables, tables)
def test_of_two_equal_beginnings_the_other_side_is_taken_whole(
    base: list[Concept], new: list[Concept]
) -> None:
    """Where this side changed nothing, the result is the other side."""
    base = [dataclasses.replace(each, id=f"c{number:010x}") for number, each in enumerate(base)]
    new = [
        dataclasses.replace(each, id=base[number].id if number < len(base) else "")
        for number, each in enumerate(new)
    ]
    result = join(base, new, last=(), base=base)
    assert clashes(result) == []
    taken = sorted(repr(canonical(dataclasses.replace(each, id=""))) for each in result.concepts)
    assert taken == sorted(repr(canonical(dataclasses.replace(each, id=""))) for each in new)
