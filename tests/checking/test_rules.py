"""Every rule behaves as its own examples say, and the data tables of planted and clean pairs agree."""

from __future__ import annotations

from pathlib import Path

import pytest

from vet_terms.checking.rule import Example, Rule
from vet_terms.checking.rules import RULES, rule_ids, rule_named
from vet_terms.checking.rules_page import rules_page
from vet_terms.checking.runner import check
from vet_terms.checking.settings import Settings
from vet_terms.glossary.termbase import read_concepts
from vet_terms.language.scripts import comparable
from vet_terms.model import Concept, Finding, InlineCode, Side, TranslationUnit

HERE = Path(__file__).parent
TABLES = HERE / "tables"
"""``planted_FAMILY.tsv``: a rule and a pair that it must find; ``clean_FAMILY.tsv``: pairs to leave alone."""
DOCS = HERE.parents[1] / "docs" / "rules.md"
GLOSSARY = read_concepts(HERE / "glossary.csv")


def rows(kind: str) -> list[list[str]]:
    return [
        line.split("\t")
        for table in sorted(TABLES.glob(f"{kind}_*.tsv"))
        for line in table.read_text(encoding="utf-8").split("\n")[1:]
        if line
    ]


def grave(zh: str, en: str, glossary: tuple[Concept, ...] | list[Concept]) -> list[Finding]:
    found = check([TranslationUnit(zh, en, id="1")], glossary).findings
    return [each for each in found if each.severity != "info"]


def on_example(rule: Rule, example: Example) -> list[Finding]:
    """Return the findings on an example's pair: all but the infos, unless the rule gives nothing graver."""
    units = [TranslationUnit(zh, en, id=str(number)) for number, (zh, en) in enumerate(example.beside)]
    sides: tuple[tuple[Side, str, tuple[str, ...]], ...] = (
        ("source", example.zh, example.zh_codes),
        ("target", example.en, example.en_codes),
    )
    codes = [InlineCode(side, len(text), name) for side, text, names in sides for name in names]
    units.append(TranslationUnit(example.zh, example.en, id="this", codes=tuple(codes)))
    memory: dict[str, tuple[str, ...]] = {}
    for zh, en in example.memory:
        memory[comparable(zh)] = (*memory.get(comparable(zh), ()), en)
    settings = Settings(also=(rule.id,), year=example.year)
    result = check(units, example.glossary, settings, memory=memory)
    return [
        each
        for each in result.findings
        if each.unit == "this"
        and (each.severity != "info" or (rule.severity == "info" and each.rule == rule.id))
    ]


PLANTED, CLEAN = rows("planted"), rows("clean")
BAD = [(rule, example) for rule in RULES for example in rule.bad]
GOOD = [(rule, example) for rule in RULES for example in rule.good]


@pytest.mark.parametrize("rule", RULES, ids=rule_ids())
def test_a_rule_is_complete(rule: Rule) -> None:
    assert rule.bad and rule.good, f"{rule.id} needs bad and good examples"
    assert rule.summary.endswith(".") and rule.explanation.endswith(".")
    family, _, name = rule.id.partition("/")
    assert family and name and rule.id == rule.id.lower()
    assert rule_named(rule.id) is rule
    assert (rule.check is None) != (rule.over_document is None)


def test_rule_ids_are_unique() -> None:
    assert len(set(rule_ids())) == len(RULES)


@pytest.mark.parametrize(("rule", "example"), BAD, ids=[f"{rule.id}-{example.en}" for rule, example in BAD])
def test_a_bad_example_is_reported(rule: Rule, example: Example) -> None:
    found = on_example(rule, example)
    assert [each.rule for each in found] == [rule.id] * len(found) and found


@pytest.mark.parametrize(("rule", "example"), GOOD, ids=[f"{rule.id}-{example.en}" for rule, example in GOOD])
def test_a_good_example_is_not(rule: Rule, example: Example) -> None:
    assert on_example(rule, example) == []


@pytest.mark.parametrize(("rule", "zh", "en"), PLANTED, ids=[f"{row[0]}-{row[2]}" for row in PLANTED])
def test_a_planted_error_is_found_by_its_rule(rule: str, zh: str, en: str) -> None:
    assert rule in {each.rule for each in grave(zh, en, GLOSSARY)}


@pytest.mark.parametrize(("zh", "en"), CLEAN, ids=[row[1] for row in CLEAN])
def test_a_clean_pair_is_left_alone(zh: str, en: str) -> None:
    assert grave(zh, en, GLOSSARY) == []


def test_every_rule_on_single_units_has_planted_errors() -> None:
    wanted = {rule.id for rule in RULES if rule.check is not None and rule.on and rule.severity != "info"}
    planted = {row[0] for row in PLANTED}
    # What needs codes, a memory or a year beside the pair is planted in its examples.
    beside = {
        rule.id for rule in RULES if any(each.zh_codes or each.memory or each.year for each in rule.bad)
    }
    assert wanted - beside <= planted <= set(rule_ids())


def test_the_page_of_the_rules_is_in_step() -> None:
    assert DOCS.read_text(encoding="utf-8") == rules_page(RULES), (
        "write docs/rules.md anew from rules_page(RULES)"
    )
