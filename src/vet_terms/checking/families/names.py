"""Rules on names: people in pinyin, places, abbreviations that nobody expanded."""

from __future__ import annotations

from vet_terms.checking.rule import Rule

RULES: tuple[Rule, ...] = ()
