"""What checking a TMX found: a bounded list with file and line, and counts of all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from vet_terms.tmx.profiles import PROFILES
from vet_terms.tmx.rules import RULES, Severity

MOST_LISTED = 1000
"""Findings that are kept with their places; the others are counted."""


@dataclass(frozen=True, slots=True)
class TmxFinding:
    """What a rule has to say of a place in a file. ``tool`` is empty for a rule of the standard."""

    file: str
    line: int
    rule: str
    severity: Severity
    message: str
    tool: str = ""


class TmxFindings:
    """Collects findings in order; of the profiles that nobody named all are warnings."""

    def __init__(self, named: Collection[str] = ()) -> None:
        self.listed: list[TmxFinding] = []
        self.counts: Counter[tuple[str, Severity]] = Counter()
        self._named = frozenset(named)

    def holds(self, rule: str) -> bool:
        """Say whether a rule is looked at: the standard's always, a tool's where it or no tool was named."""
        return not RULES[rule].profile or not self._named or RULES[rule].profile in self._named

    def add(self, file: str, line: int, rule: str, message: str) -> None:
        """Take a finding, where its rule is looked at."""
        if not self.holds(rule):
            return
        profile = RULES[rule].profile
        severity = RULES[rule].severity if not profile or profile in self._named else "warning"
        self.counts[rule, severity] += 1
        if len(self.listed) < MOST_LISTED:
            tool = PROFILES[profile].tool if profile else ""
            self.listed.append(TmxFinding(file, line, rule, severity, message, tool))

    def number(self, severity: Severity) -> int:
        """Return how many findings of that severity there are in all."""
        return sum(count for (_, each), count in self.counts.items() if each == severity)
