"""What a rule is: one frozen value that names, explains, shows and applies one check.

A rule looks at one translation unit at a time (``check``), or first notes something of each unit and then
concludes from the notes of all of them (``over_document``). It reads no file and keeps no state: units may be
read by several processes. Its examples are its first tests: every bad one must be found and every good one
must not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from vet_terms.checking.context import Context, Reading
from vet_terms.model import Concept, Finding, Severity, Span, TranslationUnit

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
"""From the gravest to the mildest."""


def as_grave_as(least: Severity) -> tuple[Severity, ...]:
    """Return a severity and those graver than it, the gravest first."""
    return SEVERITIES[: SEVERITIES.index(least) + 1]


@dataclass(frozen=True, slots=True)
class Example:
    """A pair that shows a rule at work, with what it needs beside it.

    ``beside`` are the units before it in the document, as (Chinese, English), ``memory`` approved pairs;
    ``year`` is the document's; ``zh_codes`` and ``en_codes`` are inline codes, at the end of the texts.
    """

    zh: str
    en: str
    glossary: tuple[Concept, ...] = ()
    beside: tuple[tuple[str, str], ...] = ()
    memory: tuple[tuple[str, str], ...] = ()
    year: int | None = None
    zh_codes: tuple[str, ...] = ()
    en_codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Noted:
    """What a rule noted of the unit at a position; ``fact`` is a value that can be pickled."""

    position: int
    unit: TranslationUnit
    fact: Any


@dataclass(frozen=True, slots=True)
class DocumentCheck:
    """A check of units against each other.

    ``note`` returns what of a unit must be known later, or None for nothing. ``conclude`` gets the notes in
    the order of the units and yields findings, each with the position of the unit that it is about.
    """

    note: Callable[[Reading, Context], object | None]
    conclude: Callable[[Sequence[Noted], Context], Iterable[tuple[int, Finding]]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One check. ``severity`` is the gravest that it reports.

    It has either ``check`` or ``over_document``. ``decisive`` rules say that there is no translation to look
    at: where one of them finds something, no other rule looks at the unit. A rule that is not ``on`` is only
    applied where a person asks for it.
    """

    id: str
    severity: Severity
    summary: str
    explanation: str
    bad: tuple[Example, ...]
    good: tuple[Example, ...]
    check: Callable[[Reading, Context], Iterable[Finding]] | None = None
    over_document: DocumentCheck | None = None
    decisive: bool = False
    on: bool = True

    @property
    def family(self) -> str:
        """The part of the id before the stroke."""
        return self.id.partition("/")[0]


def finding(
    unit: TranslationUnit,
    rule: str,
    severity: Severity,
    message: str,
    span: Span | None = None,
    suggestion: str = "",
    replacement: str | None = None,
) -> Finding:
    """Return a finding on a unit: Chinese as its source, English as its target, its first place.

    ``replacement`` is what may safely be written instead of the span, which then lies in the target;
    None where a person must decide.
    """
    place = unit.places[0] if unit.places else None
    return Finding(unit.id, rule, severity, message, unit.zh, unit.en, span, suggestion, place, replacement)
