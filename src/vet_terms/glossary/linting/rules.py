"""The table of all rules that a term base is held to.

A rule is a value in its family's file: ``text/`` how single texts are written, ``row/`` what an entry says,
``table/`` how entries agree. A new one: its check and its value there; a new family: a line here.
"""

from __future__ import annotations

from collections.abc import Mapping

from vet_terms.glossary.linting import agreement, entries, successions, texts
from vet_terms.glossary.linting.rule import LintRule

RULES: Mapping[str, LintRule] = {
    rule.id: rule for rule in (*texts.RULES, *entries.RULES, *agreement.RULES, *successions.RULES)
}
"""Every rule by its id, in the order in which they are asked."""
