"""What a rule is: one frozen value that names, explains, shows and applies one check.

A rule looks at one translation unit at a time and yields findings. It reads no file and keeps no
state. Its examples are its first tests: every bad one must be found and every good one must not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vet_terms.model import Concept, Finding, Severity, Span, TranslationUnit

if TYPE_CHECKING:
    from vet_terms.glossary.term_index import TermIndex

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


def as_grave_as(least: Severity) -> tuple[Severity, ...]:
    """Return a severity and those graver than it, the gravest first."""
    return SEVERITIES[: SEVERITIES.index(least) + 1]


"""From the gravest to the mildest."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may know beside the unit: the glossary, ready to be searched."""

    terms: TermIndex


@dataclass(frozen=True, slots=True)
class Example:
    """A pair that shows a rule at work, with the glossary that it needs."""

    zh: str
    en: str
    glossary: tuple[Concept, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """One check. ``severity`` is the gravest that it reports.

    ``decisive`` rules say that there is no translation to look at: where one of them finds
    something, no other rule looks at the unit.
    """

    id: str
    severity: Severity
    summary: str
    explanation: str
    bad: tuple[Example, ...]
    good: tuple[Example, ...]
    check: Callable[[TranslationUnit, Context], Iterable[Finding]]
    decisive: bool = False


def finding(
    unit: TranslationUnit,
    rule: str,
    severity: Severity,
    message: str,
    span: Span | None = None,
    suggestion: str = "",
) -> Finding:
    """Return a finding on a unit: Chinese as its source, English as its target, its first place."""
    place = unit.places[0] if unit.places else None
    return Finding(unit.id, rule, severity, message, unit.zh, unit.en, span, suggestion, place)
