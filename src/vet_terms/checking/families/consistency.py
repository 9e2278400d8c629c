"""Rules on units beside each other: one text in two translations, one term in two renderings."""

from __future__ import annotations

from vet_terms.checking.rule import Rule

RULES: tuple[Rule, ...] = ()
