"""What a rule on a term base is: one frozen value that names, explains, shows and applies one check."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from vet_terms.glossary.linting.subject import Entry, Subject
from vet_terms.model import Severity


@dataclass(frozen=True, slots=True)
class Problem:
    """What a check has to say of an entry, or of the whole where there is none; ``column`` may be empty."""

    message: str
    entry: Entry | None = None
    column: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """A small table that shows a rule at work, and what the machine last wrote, where that matters."""

    table: str
    machine: str = ""


def tables(*examples: str) -> tuple[Example, ...]:
    """Return examples that need nothing but their table."""
    return tuple(Example(each) for each in examples)


@dataclass(frozen=True, slots=True)
class LintRule:
    """One check. Its examples are its tests: it finds something in each bad one and nothing in a good one."""

    id: str
    severity: Severity
    summary: str
    explanation: str
    check: Callable[[Subject], Iterator[Problem]]
    bad: tuple[Example, ...]
    good: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class LintFinding:
    """A problem with its rule and its place: the line of a table, or the number of an entry elsewhere."""

    rule: str
    severity: Severity
    message: str
    line: int
    id: str
    zh: str
    column: str


def found_by(rule: LintRule, subject: Subject) -> Iterator[LintFinding]:
    """Yield what a rule finds."""
    for problem in rule.check(subject):
        entry = problem.entry
        yield LintFinding(
            rule.id,
            rule.severity,
            problem.message,
            entry.line if entry else 0,
            entry.concept.id if entry and entry.concept else "",
            entry.concept.zh if entry and entry.concept else "",
            problem.column,
        )
