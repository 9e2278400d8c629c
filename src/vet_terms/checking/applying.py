"""Rules applied to translation units, in their order, the same each time, by one process or several.

Which rules are applied, and which findings a person has asked not to see, is decided elsewhere.
"""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.rule import Noted, Rule, finding
from vet_terms.model import Finding, Severity, Side, Span, TranslationUnit
from vet_terms.processes import Workers

CHUNK = 500
"""Units that a process is given at a time."""
_AT_ONCE = 250
"""Units that a rule goes through before the next does. What it needs stays in the caches of the processor:
that takes a third less time than all rules on one unit after the other."""
FEWEST_FOR_SEVERAL = 4 * CHUNK
"""Units for which it is worth starting processes."""

Shown = Callable[[Sequence[Sequence[TranslationUnit]]], Iterable[Sequence[TranslationUnit]]]
"""Passes chunks of units through while somebody watches."""


@dataclass(frozen=True, slots=True)
class Located:
    """A finding and the position of its unit, from 0, among all units of the run."""

    position: int
    finding: Finding


_Note = Callable[[Reading, Context], object | None]


class _Step(NamedTuple):
    """What one rule does with a unit."""

    number: int
    check: Callable[[Reading, Context], Iterable[Finding]] | None
    note: _Note | None
    decisive: bool


@dataclass(frozen=True, slots=True)
class _Work:
    """What every process needs."""

    rules: tuple[Rule, ...]
    context: Context

    def steps(self) -> list[_Step]:
        """Return what is done with each unit, in order; what several rules note, one notes."""
        found: list[_Step] = []
        noting: set[_Note] = set()
        for number, rule in enumerate(self.rules):
            note = rule.over_document.note if rule.over_document is not None else None
            if note in noting:
                note = None
            elif note is not None:
                noting.add(note)
            found.append(_Step(number, rule.check, note, rule.decisive))
        return found


@dataclass(frozen=True, slots=True)
class _Chunk:
    """Units that stand together, and the position of the first."""

    start: int
    units: Sequence[TranslationUnit]


class _Bare(NamedTuple):
    """A finding without its unit, which the process that gets it has already."""

    position: int
    number: int
    rule: str
    severity: Severity
    message: str
    span: tuple[Side, int, int] | None
    suggestion: str
    replacement: str | None

    def on(self, unit: TranslationUnit) -> Finding:
        """Return the finding."""
        span = Span(*self.span) if self.span is not None else None
        return finding(unit, self.rule, self.severity, self.message, span, self.suggestion, self.replacement)


_Found = tuple[int, int, Finding]
"""The position of a unit, the number of a rule, and what it found."""
_Fact = tuple[int, int, object]
"""The same, and what it noted."""


@dataclass(frozen=True, slots=True)
class _Looked:
    """What came of a chunk."""

    findings: list[_Found]
    facts: list[_Fact]


def findings_on(
    units: Sequence[TranslationUnit],
    context: Context,
    rules: Sequence[Rule],
    jobs: int = 1,
    shown: Shown = iter,
) -> list[Located]:
    """Return the findings of the rules in the order of the units and, on a unit, of the rules.

    ``jobs`` is how many processes may work on many units.
    """
    work = _Work(tuple(rules), context)
    found: list[_Found] = []
    facts_by_rule: dict[int, list[_Fact]] = {}
    with _no_garbage():
        for findings, facts in _looked_at(work, units, jobs, shown):
            found += findings
            for fact in facts:
                facts_by_rule.setdefault(fact[1], []).append(fact)
        concluding: dict[_Note, list[int]] = {}
        for number, rule in enumerate(rules):
            if rule.over_document is not None:
                concluding.setdefault(rule.over_document.note, []).append(number)
        # The last first: sentence vectors, which need most memory, are made when the other facts are gone.
        for numbers in reversed(concluding.values()):
            noted = [Noted(at, units[at], fact) for at, _, fact in facts_by_rule.pop(numbers[0], ())]
            for number in numbers:
                over_document = rules[number].over_document
                concluded = over_document.conclude(noted, context) if over_document is not None else ()
                found += [(position, number, each) for position, each in concluded]
        # A stable sort: what one rule says of a unit stays in the order in which it said it.
        found.sort(key=lambda each: each[:2])
        return [Located(position, each) for position, _, each in found]


def _looked_at(
    work: _Work, units: Sequence[TranslationUnit], jobs: int, shown: Shown
) -> Iterator[tuple[Iterable[_Found], list[_Fact]]]:
    """Yield the findings and the facts of each chunk, in order."""
    chunks = _chunks(units, shown)
    if jobs == 1 or len(units) < FEWEST_FOR_SEVERAL:
        for looked in (_look_at(work, chunk) for chunk in chunks):
            yield looked.findings, looked.facts
        return
    with Workers(jobs) as workers:
        for bare, facts in workers.map(_look_at_and_pack, work, chunks):
            yield ((each.position, each.number, each.on(units[each.position])) for each in bare), facts


@contextlib.contextmanager
def _no_garbage() -> Iterator[None]:
    """Let Python not look for garbage inside the block.

    Objects of units and findings hold no circles, and to look for some among the words of all dictionaries
    would take a sixth of the time.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _chunks(units: Sequence[TranslationUnit], shown: Shown) -> Iterator[_Chunk]:
    starts = range(0, len(units), CHUNK)
    for start, chunk in zip(starts, shown([units[at : at + CHUNK] for at in starts]), strict=True):
        yield _Chunk(start, chunk)


def _look_at_and_pack(work: _Work, chunk: _Chunk) -> tuple[list[_Bare], list[_Fact]]:
    """Return what came of a chunk as it travels to another process."""
    with _no_garbage():
        looked = _look_at(work, chunk)
        return [_bare(*each) for each in looked.findings], looked.facts


def _bare(position: int, number: int, found: Finding) -> _Bare:
    span = found.span
    where = (span.side, span.start, span.end) if span is not None else None
    return _Bare(
        position,
        number,
        found.rule,
        found.severity,
        found.message,
        where,
        found.suggestion,
        found.replacement,
    )


def _look_at(work: _Work, chunk: _Chunk) -> _Looked:
    looked, steps = _Looked([], []), work.steps()
    for first in range(0, len(chunk.units), _AT_ONCE):
        readings = [Reading(unit, work.context) for unit in chunk.units[first : first + _AT_ONCE]]
        left = list(enumerate(readings, start=chunk.start + first))
        for step in steps:
            settled = _take(step, left, work.context, looked)
            if settled:
                left = [each for each in left if each[0] not in settled]
    return looked


def _take(
    step: _Step, units: Sequence[tuple[int, Reading]], context: Context, looked: _Looked
) -> frozenset[int]:
    """Take a step with each unit; return the positions of those of which nothing more is to be said."""
    number, check, note, decisive = step
    settled = []
    for position, reading in units:
        if check is not None:
            found = list(check(reading, context))
            if found:
                looked.findings.extend((position, number, each) for each in found)
                if decisive:
                    settled.append(position)
                    continue
        if note is not None:
            fact = note(reading, context)
            if fact is not None:
                looked.facts.append((position, number, fact))
    return frozenset(settled)
