"""Rules on what one side says and the other does not: clauses without a counterpart, length."""

from __future__ import annotations

from vet_terms.checking.rule import Rule

RULES: tuple[Rule, ...] = ()
