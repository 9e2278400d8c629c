"""All rules on one term base."""

from __future__ import annotations

from vet_terms.glossary.linting.rule import LintFinding, found_by
from vet_terms.glossary.linting.rules import RULES
from vet_terms.glossary.linting.subject import Subject


def linted(subject: Subject) -> list[LintFinding]:
    """Return what the rules find, in the order of the file; of one row in the order of the rules."""
    found = [finding for rule in RULES.values() for finding in found_by(rule, subject)]
    return sorted(found, key=lambda finding: finding.line)
