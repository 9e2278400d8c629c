"""Every rule on its own examples, and on all other rules' good ones where they say nothing of it."""

from __future__ import annotations

import pytest

from vet_terms.glossary.linting.linting import linted
from vet_terms.glossary.linting.rule import Example, LintRule, found_by
from vet_terms.glossary.linting.rules import RULES
from vet_terms.glossary.linting.subject import Subject, subject_of_concepts, subject_of_table
from vet_terms.glossary.sheets import table_of_text
from vet_terms.glossary.termbase import concepts_of_table
from vet_terms.model import Concept


def subject(example: Example) -> Subject:
    machine = concepts_of_table(table_of_text("machine", example.machine)) if example.machine else None
    return subject_of_table(example.table, "glossary/terms.csv", machine)


BAD = [(rule, example) for rule in RULES.values() for example in rule.bad]
GOOD = [(rule, example) for rule in RULES.values() for example in rule.good]


@pytest.mark.parametrize(("rule", "example"), BAD, ids=[rule.id for rule, _ in BAD])
def test_a_bad_example_is_found(rule: LintRule, example: Example) -> None:
    found = list(found_by(rule, subject(example)))
    assert found
    for finding in found:
        assert (finding.rule, finding.severity) == (rule.id, rule.severity)
        assert finding.message
        assert "\n" not in finding.message


@pytest.mark.parametrize(("rule", "example"), GOOD, ids=[rule.id for rule, _ in GOOD])
def test_a_good_example_is_not(rule: LintRule, example: Example) -> None:
    assert list(found_by(rule, subject(example))) == []


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES.keys())
def test_a_rule_is_explained(rule: LintRule) -> None:
    assert rule.bad
    assert rule.good
    assert rule.summary.endswith((".", "_"))
    assert len(rule.explanation) > 40


PLACES = {
    "row/status": ("zh,en,status\n\n甲,a,\n乙,b,ok\n", (4, "乙", "status", "“ok” is not one of")),
    "row/chinese": ("zh,en\n,a\n", (2, "", "zh", "no Chinese term for “a”")),
    "table/ids": ("id,zh,en\nc1,甲,a\nc1,乙,b\n", (3, "乙", "id", "c1 is the id of line 2 too")),
    "text/spaces": ("zh,en\n甲,a\u00a0b\n", (2, "甲", "en", "U+00A0")),
    "table/order": (
        "id,zh,en,type\nc1,甲,a,term\nc2,乙,b,person\n",
        (2, "甲", "", "stands where 乙 belongs"),
    ),
    "table/english": ("zh,en\n甲,a\n乙,A\n", (3, "乙", "en", "preferred for 甲 (line 2) too")),
}


@pytest.mark.parametrize(("rule", "table", "expected"), [(key, *each) for key, each in PLACES.items()])
def test_a_finding_has_its_place(rule: str, table: str, expected: tuple[int, str, str, str]) -> None:
    line, zh, column, said = expected
    [found] = found_by(RULES[rule], subject_of_table(table, "g.csv"))
    assert (found.line, found.zh, found.column) == (line, zh, column)
    assert said in found.message


def test_a_long_circle_is_said_once() -> None:
    table = "zh,en,status,note\n" + "".join(
        f"{here}校,{here},superseded,superseded by {there}校\n"
        for here, there in ("甲乙", "乙丙", "丙甲", "丁甲")
    )
    found = list(found_by(RULES["table/circle"], subject_of_table(table, "g.csv")))
    assert [each.zh for each in found] == ["甲校"]


def test_findings_stand_in_the_order_of_the_file() -> None:
    found = linted(subject_of_table("id,zh,en,status\n,甲,b  c,\n,乙,d  e,ok\n", "g.csv"))
    assert [(each.line, each.rule) for each in found] == [
        (2, "text/spaces"), (2, "table/order"), (3, "text/spaces"), (3, "row/status"),
    ]  # fmt: skip


def test_a_format_without_a_place_for_sources_is_not_held_to_them() -> None:
    approved = Concept("c1", "双元制", "Dual System", status="approved")
    sourced = Concept("c2", "学校", "school", status="approved", source=("a.txt:p1",))
    unattested = RULES["row/attested"]
    assert list(found_by(unattested, subject_of_concepts([approved], "g.utf8"))) == []
    [found] = found_by(unattested, subject_of_concepts([approved, sourced], "g.tbx"))
    assert (found.line, found.zh) == (1, "双元制")
