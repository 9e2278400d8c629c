"""Rules on dates, times and spans of time."""

from __future__ import annotations

from vet_terms.checking.rule import Rule

RULES: tuple[Rule, ...] = ()
