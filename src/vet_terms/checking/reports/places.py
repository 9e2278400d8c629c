"""Where findings stand, as reports say it, and findings put together by file and unit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from vet_terms.checking.runner import CheckResult
from vet_terms.model import Finding


@dataclass(frozen=True, slots=True)
class FoundUnit:
    """The findings of one unit, in their order; ``position`` is the unit's among all."""

    position: int
    findings: tuple[Finding, ...]

    @property
    def first(self) -> Finding:
        """One of them: texts, place and id are the same for all."""
        return self.findings[0]


def found_units(result: CheckResult) -> Iterator[FoundUnit]:
    """Yield the units that have findings, in their order."""
    both = zip(result.positions, result.findings, strict=True)
    for position, group in groupby(both, key=lambda pair: pair[0]):
        yield FoundUnit(position, tuple(finding for _, finding in group))


def by_file(result: CheckResult) -> Iterator[tuple[str, tuple[FoundUnit, ...]]]:
    """Yield each document's name with its units that have findings; empty where no place is known."""
    for name, units in groupby(found_units(result), key=lambda unit: document_of(unit.first)):
        yield name, tuple(units)


def document_of(finding: Finding) -> str:
    """Return the name of the document that a finding stands in, empty where it has no place."""
    return finding.place.document if finding.place else ""


def spot_of(finding: Finding) -> str:
    """Return page and line of a finding in words, empty where the format has neither."""
    place = finding.place
    page = f"page {place.page}" if place and place.page else ""
    line = f"line {place.line}" if place and place.line else ""
    return ", ".join(each for each in (page, line) if each)


def hint_of(finding: Finding) -> str:
    """Return what a finding suggests, unless its message says so already."""
    suggestion = finding.suggestion
    return suggestion if suggestion and suggestion not in finding.message else ""


def message_of(finding: Finding) -> str:
    """Return the message with what is suggested."""
    hint = hint_of(finding)
    return f"{finding.message} → {hint}" if hint else finding.message
