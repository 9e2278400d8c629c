"""Which rules a run applies, and how grave their findings are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from vet_terms.checking.rule import SEVERITIES
from vet_terms.checking.rules import RULES
from vet_terms.checking.runner import check
from vet_terms.checking.settings import Settings, chosen_rules, graded
from vet_terms.errors import UsageError
from vet_terms.model import Finding, Severity, TranslationUnit

ON = tuple(rule.id for rule in RULES if rule.on)
NUMBERS = tuple(rule for rule in ON if rule.startswith("numbers/"))
OFF = replace(RULES[0], id="own/off", on=False)


@pytest.mark.parametrize(
    ("settings", "ids"),
    [
        (Settings(), ON),
        (Settings(only=("numbers",)), NUMBERS),
        (Settings(only=("numbers",), ignore=("numbers/value",)), NUMBERS[1:]),
        (Settings(only=("own/off", "numbers/value")), ("numbers/value", "own/off")),
        (Settings(also=("own",)), (*ON, "own/off")),
        (Settings(also=("own/off",), ignore=("own",)), ON),
    ],
)
def test_the_rules_of_a_run(settings: Settings, ids: tuple[str, ...]) -> None:
    chosen = chosen_rules(RULES, replace(settings, own_rules=(OFF,)))
    assert tuple(rule.id for rule in chosen) == ids


@pytest.mark.parametrize(
    "settings",
    [
        Settings(ignore=("nubmers",)),
        Settings(only=("numbers/",)),
        Settings(also=("x/y",)),
        Settings(severities=(("numbers/valeu", "info"),)),
    ],
)
def test_a_name_that_no_rule_has_is_refused(settings: Settings) -> None:
    with pytest.raises(UsageError, match="no rule is called"):
        chosen_rules(RULES, settings)


@pytest.mark.parametrize("found", SEVERITIES)
@pytest.mark.parametrize("asked", SEVERITIES)
def test_all_findings_of_a_rule_get_the_severity_that_is_asked_for(found: Severity, asked: Severity) -> None:
    assert graded(Finding("1", "numbers/value", found, "", "", ""), asked).severity == asked


def test_a_later_severity_wins_and_a_family_can_be_named() -> None:
    settings = Settings(severities=(("numbers", "info"), ("numbers/value", "warning")))
    (finding,) = check([TranslationUnit("共有29所。", "There are 26.")], settings=settings).findings
    assert finding.severity == "warning"
