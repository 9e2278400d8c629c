"""The table of all rules, in the order in which they report on a unit.

A new rule is one value in its family's file, in that file's ``RULES``; a new family is one line here.
"""

from __future__ import annotations

from vet_terms.checking.families import (
    characters,
    codes,
    consistency,
    coverage,
    dates,
    meaning,
    names,
    numbers,
    omission,
    pairing,
    spelling,
    terms,
    typography_chinese,
    typography_english,
)
from vet_terms.checking.rule import Rule

RULES: tuple[Rule, ...] = (
    *omission.RULES,
    *coverage.RULES,
    *numbers.RULES,
    *dates.RULES,
    *meaning.RULES,
    *names.RULES,
    *terms.RULES,
    *consistency.RULES,
    *codes.RULES,
    *characters.RULES,
    *pairing.RULES,
    *typography_english.RULES,
    *typography_chinese.RULES,
    *spelling.RULES,
)


def rule_ids() -> tuple[str, ...]:
    """Return the ids of all rules in the order of the table."""
    return tuple(rule.id for rule in RULES)


def rule_named(name: str) -> Rule | None:
    """Return the rule of that id, or None."""
    return next((rule for rule in RULES if rule.id == name), None)
