"""The table of all rules, in the order in which they report on a unit.

A new rule is one value in its family's file and one line here.
"""

from __future__ import annotations

from vet_terms.checking import characters, numbers, omission, pairing, terms
from vet_terms.checking.rule import Rule

RULES: tuple[Rule, ...] = (
    omission.EMPTY,
    omission.UNTRANSLATED,
    numbers.VALUE,
    numbers.BOUND,
    numbers.UNIT,
    terms.FORBIDDEN,
    terms.MISSING,
    terms.SUPERSEDED,
    characters.CHINESE_LEFT,
    pairing.BRACKETS,
    pairing.QUOTES,
)


def rule_ids() -> tuple[str, ...]:
    """Return the ids of all rules in the order of the table."""
    return tuple(rule.id for rule in RULES)


def rule_named(name: str) -> Rule | None:
    """Return the rule of that id, or None."""
    return next((rule for rule in RULES if rule.id == name), None)
