"""Rules on marks, spaces and wrong characters of the Chinese side."""

from __future__ import annotations

from vet_terms.checking.rule import Rule

RULES: tuple[Rule, ...] = ()
