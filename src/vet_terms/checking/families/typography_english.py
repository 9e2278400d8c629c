"""Rules on spaces, marks and capitals of the English side."""

from __future__ import annotations

from vet_terms.checking.rule import Rule

RULES: tuple[Rule, ...] = ()
