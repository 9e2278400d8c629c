"""The rebuild merge: what people changed stays, what they left alone follows the machine."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.glossary.concepts import concept

from vet_terms.glossary.merge import MACHINE_FILE, Conflict, MergeResult, concept_id, merge
from vet_terms.glossary.termbase import canonical, in_order, read_concepts, write_concepts
from vet_terms.model import Concept

DUAL = concept("双元制", "Dual System", count=2)
LVTC = concept("柳州职业技术学院", "Liuzhou Vocational & Technical College", zh_variants=("柳职院",))
BELT = concept("一带一路", "Belt and Road", type="policy")


def built(*rows: Concept) -> MergeResult:
    """Return the merge of a first build."""
    return merge([], [], rows)


def edit(rows: tuple[Concept, ...], term: str, /, **changes: Any) -> list[Concept]:
    """Return the rows as after a person's change to the one of that Chinese term."""
    assert sum(row.zh == term for row in rows) == 1
    return [dataclasses.replace(row, **changes) if row.zh == term else row for row in rows]


def terms(rows: tuple[Concept, ...]) -> set[tuple[str, str]]:
    return {(row.zh, row.en) for row in rows}


def test_a_first_build_gives_every_concept_an_id_of_its_chinese() -> None:
    result = built(DUAL, LVTC, concept("双元制", "dual-track system"))
    assert result.concepts == result.machine == result.added
    assert len({row.id for row in result.concepts}) == 3
    assert concept_id("双元制") in {row.id for row in result.concepts}
    assert built(LVTC, DUAL).concepts == built(DUAL, LVTC).concepts


EDITS: dict[str, dict[str, Any]] = {
    "english": {"en": "dual system"},
    "chinese": {"zh": "双元制教育"},
    "approved": {"status": "approved"},
    "rejected": {"status": "rejected"},
    "superseded": {"status": "superseded", "note": "now 双轨制"},
    "variant added": {"en_variants": ("dual-track system",)},
    "cell emptied": {"en": ""},
    "note": {"note": "ask Li"},
    "own column": {"extra": (("reviewer", "Li"),)},
    "count": {"count": 7},
}


@pytest.mark.parametrize("changes", EDITS.values(), ids=EDITS.keys())
def test_a_row_with_one_changed_cell_belongs_to_the_person(changes: dict[str, Any]) -> None:
    first = built(DUAL, LVTC)
    current = edit(first.concepts, "双元制", **changes)
    [edited] = [row for row in current if row not in first.concepts]
    renewed = dataclasses.replace(DUAL, en="Twin System", count=9, definition="new")
    for new in ([renewed, LVTC], [LVTC], [DUAL, LVTC]):
        result = merge(current, first.machine, new)
        assert edited in result.concepts
        assert result.kept == (edited,)
        assert len(result.concepts) == 2
        again = merge(result.concepts, result.machine, new)
        assert again.concepts == result.concepts


def test_an_untouched_row_follows_the_machine_and_keeps_its_id() -> None:
    first = built(DUAL, LVTC, BELT)
    swapped = concept("柳职院", "LVTC", zh_variants=("柳州职业技术学院",))
    result = merge(first.concepts, first.machine, [dataclasses.replace(DUAL, en="dual system"), swapped])
    assert terms(result.updated) == {("双元制", "dual system"), ("柳职院", "LVTC")}
    assert terms(result.removed) == {("一带一路", "Belt and Road")}
    assert {row.id for row in result.concepts} < {row.id for row in first.concepts}
    assert not result.kept
    assert not result.added


def test_a_deleted_row_stays_deleted_also_when_the_machine_forgets_it_in_between() -> None:
    first = built(DUAL, LVTC)
    current = [row for row in first.concepts if row.zh != "双元制"]
    second = merge(current, first.machine, [DUAL, LVTC])
    assert terms(second.concepts) == {(LVTC.zh, LVTC.en)}
    third = merge(second.concepts, second.machine, [LVTC])
    fourth = merge(third.concepts, third.machine, [dataclasses.replace(DUAL, en="dual system"), LVTC])
    assert terms(fourth.concepts) == {(LVTC.zh, LVTC.en)}
    assert not fourth.added


def test_a_deleted_abbreviation_does_not_forbid_the_full_name() -> None:
    first = built(concept("柳职院", "LVTC"))
    result = merge([], first.machine, [LVTC])
    assert terms(result.concepts) == {(LVTC.zh, LVTC.en)}


def test_a_deleted_row_that_a_person_types_again_stays() -> None:
    first = built(DUAL)
    second = merge([], first.machine, [DUAL])
    typed = concept("双元制", "dual system", status="approved")
    third = merge([typed], second.machine, [DUAL])
    assert terms(third.concepts) == {("双元制", "dual system")}
    assert third.concepts[0].id


def test_a_row_that_a_person_adds_stays_and_speaks_for_its_chinese() -> None:
    first = built(LVTC)
    typed = concept("双元制", "dual system", status="approved")
    result = merge([*first.concepts, typed], first.machine, [DUAL, LVTC])
    assert terms(result.concepts) == {("双元制", "dual system"), (LVTC.zh, LVTC.en)}
    assert terms(result.kept) == {("双元制", "dual system")}
    assert [(conflict.column, conflict.kept, conflict.proposed) for conflict in result.conflicts] == [
        ("en", "dual system", "Dual System")
    ]


def test_two_concepts_of_the_same_chinese_live_side_by_side() -> None:
    other = concept("双元制", "two-tier system")
    first = built(DUAL, other)
    current = [
        dataclasses.replace(row, status="approved") if row.en == other.en else row for row in first.concepts
    ]
    result = merge(current, first.machine, [DUAL, other])
    assert result.concepts == tuple(in_order(current))


def test_a_row_whose_id_cell_was_cleared_is_known_again() -> None:
    first = built(DUAL, LVTC)
    current = [dataclasses.replace(row, id="") for row in first.concepts]
    result = merge(current, first.machine, [DUAL, LVTC])
    assert result.concepts == first.concepts
    assert not result.kept


def test_a_copied_row_loses_nothing() -> None:
    first = built(DUAL)
    copied = dataclasses.replace(first.concepts[0], en="dual-track system")
    result = merge([*first.concepts, copied], first.machine, [DUAL])
    assert terms(result.concepts) == {("双元制", "Dual System"), ("双元制", "dual-track system")}
    assert len({row.id for row in result.concepts}) == 2


def test_a_conflict_names_the_cell_the_machine_would_write_now() -> None:
    first = built(DUAL)
    current = edit(first.concepts, "双元制", en="dual system", domain="education")
    new = dataclasses.replace(DUAL, en="Twin System", count=5)
    result = merge(current, first.machine, [new])
    assert result.conflicts == (Conflict(first.concepts[0].id, "双元制", "en", "dual system", "Twin System"),)
    assert merge(current, first.machine, [dataclasses.replace(DUAL, count=5)]).conflicts == ()
    assert merge(current, first.machine, [dataclasses.replace(DUAL, en="dual system")]).conflicts == ()


def test_a_persons_value_that_the_machine_comes_to_share_is_still_the_persons() -> None:
    first = built(DUAL)
    current = edit(first.concepts, "双元制", en="dual system")
    agreed = merge(current, first.machine, [dataclasses.replace(DUAL, en="dual system")])
    result = merge(agreed.concepts, agreed.machine, [dataclasses.replace(DUAL, en="Twin System")])
    assert terms(result.concepts) == {("双元制", "dual system")}


def test_without_the_machines_file_every_row_is_a_persons() -> None:
    first = built(DUAL, LVTC)
    result = merge(first.concepts, [], [dataclasses.replace(DUAL, en="Twin System"), BELT])
    assert set(first.concepts) <= set(result.concepts)
    assert terms(result.added) == {(BELT.zh, BELT.en)}


def test_a_spreadsheet_between_two_builds_touches_nothing(tmp_path: Path) -> None:
    """Sorted otherwise, in GBK with semicolons and CRLF, and with an empty column more."""
    first = built(DUAL, LVTC, BELT)
    write_concepts(tmp_path / "terms.csv", first.concepts)
    write_concepts(tmp_path / MACHINE_FILE, first.machine)
    header, *lines = (tmp_path / "terms.csv").read_text(encoding="utf-8").splitlines()
    saved = "".join(f"{line};\r\n".replace(",", ";") for line in [header, *reversed(lines)])
    saved = saved.replace("note;", "note;checked", 1)
    (tmp_path / "terms.csv").write_bytes(saved.encode("gbk"))

    current, last = read_concepts(tmp_path / "terms.csv"), read_concepts(tmp_path / MACHINE_FILE)
    result = merge(current, last, [dataclasses.replace(DUAL, count=3), LVTC, BELT])
    assert not result.kept
    assert [row.count for row in result.updated] == [3]
    assert all(dict(row.extra) == {"checked": ""} for row in result.concepts)


# Few Chinese terms and few English ones, so that rows meet in every way.
CHINESE = st.sampled_from(["甲", "乙", "丙", "甲乙"])
proposals = st.lists(
    st.builds(
        Concept,
        id=st.just(""),
        zh=CHINESE,
        en=st.sampled_from(["a", "b", "c"]),
        zh_variants=st.lists(CHINESE, max_size=1).map(tuple),
        type=st.sampled_from(["term", "policy"]),
        count=st.integers(0, 2),
    ).map(canonical),
    max_size=5,
    unique_by=lambda row: (row.zh, row.en),
)
edits: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {},
    optional={
        "zh": CHINESE,
        "en": st.sampled_from(["a", "b", "mine"]),
        "status": st.sampled_from(["proposed", "approved", "rejected", "superseded"]),
        "note": st.just("mine"),
        "id": st.sampled_from(["", "mine"]),
    },
)


@st.composite
def edited(draw: st.DrawFn, rows: tuple[Concept, ...]) -> list[Concept]:
    """Return rows as people may leave them: some changed, deleted, added, all in any order."""
    kept = [row for row in rows if draw(st.booleans())]
    changed = [dataclasses.replace(row, **draw(edits)) if draw(st.booleans()) else row for row in kept]
    added = [dataclasses.replace(row, status="approved") for row in draw(proposals)[:2]]
    return draw(st.permutations([*changed, *added]))


def is_machines(row: Concept, machine: tuple[Concept, ...]) -> bool:
    return row.status in {"proposed", "superseded"} and canonical(row) in machine


laws = settings(deadline=None, max_examples=100)


@laws
@given(proposals, proposals)
def test_with_no_edits_the_result_is_the_new_output(old: list[Concept], new: list[Concept]) -> None:
    first = merge([], [], old)
    result = merge(first.concepts, first.machine, new)
    assert [dataclasses.replace(row, id="") for row in result.concepts] == in_order(new)
    assert not result.kept
    assert not result.conflicts
    assert len({row.id for row in result.concepts}) == len(new)


@laws
@given(st.data(), proposals, proposals)
def test_no_row_of_a_person_is_ever_lost_or_changed(
    data: st.DataObject, old: list[Concept], new: list[Concept]
) -> None:
    first = merge([], [], old)
    current = data.draw(edited(first.concepts))
    result = merge(current, first.machine, new)
    left = [dataclasses.replace(row, id="") for row in result.concepts]
    for row in current:
        if not is_machines(row, first.machine) and dataclasses.replace(row, id="") not in {
            dataclasses.replace(known, id="") for known in first.machine
        }:
            left.remove(dataclasses.replace(row, id=""))
    assert len({row.id for row in result.concepts}) == len(result.concepts)


@laws
@given(st.data(), proposals, proposals)
def test_merging_again_changes_nothing(data: st.DataObject, old: list[Concept], new: list[Concept]) -> None:
    first = merge([], [], old)
    current = data.draw(edited(first.concepts))
    once = merge(current, first.machine, new)
    twice = merge(once.concepts, once.machine, new)
    assert twice.concepts == once.concepts
    assert twice.machine == once.machine
    assert not (twice.updated or twice.added or twice.removed)


@laws
@given(st.data(), proposals, proposals)
def test_the_order_of_rows_does_not_matter(
    data: st.DataObject, old: list[Concept], new: list[Concept]
) -> None:
    first = merge([], [], old)
    current = data.draw(edited(first.concepts))
    shuffled = data.draw(st.permutations(current))
    assert merge(current, first.machine, new) == merge(
        shuffled, first.machine[::-1], data.draw(st.permutations(new))
    )
