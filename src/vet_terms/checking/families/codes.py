"""Rules on what must be carried over as it is: inline codes, placeholders, addresses, reference numbers."""

from __future__ import annotations

from vet_terms.checking.rule import Rule

RULES: tuple[Rule, ...] = ()
