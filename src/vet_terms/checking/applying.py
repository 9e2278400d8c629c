"""Rules applied to translation units, in their order, the same each time, by one process or several.

Which rules are applied, and which findings a person has asked not to see, is decided elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.rule import Noted, Rule
from vet_terms.model import Finding, TranslationUnit
from vet_terms.processes import Workers

CHUNK = 500
"""Units that a process reads at a time."""
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
        """Return what is done with each unit, in order; what several rules note is noted for the first."""
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


@dataclass(frozen=True, slots=True)
class _Looked:
    """What came of a chunk: findings as (position, rule, finding), facts as (position, rule, fact)."""

    findings: list[tuple[int, int, Finding]]
    facts: list[tuple[int, int, object]]


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
    found: list[tuple[int, int, Finding]] = []
    noted: dict[int, list[Noted]] = {}
    processes = jobs if len(units) >= FEWEST_FOR_SEVERAL else 1
    with Workers(processes) as workers:
        for looked in workers.map(_look_at, work, _chunks(units, shown)):
            found += looked.findings
            for position, rule, fact in looked.facts:
                noted.setdefault(rule, []).append(Noted(position, units[position], fact))
    noting: dict[_Note, int] = {}
    for number, each_rule in enumerate(rules):
        over_document = each_rule.over_document
        if over_document is not None:
            first = noting.setdefault(over_document.note, number)
            concluded = over_document.conclude(noted.get(first, []), context)
            found += [(position, number, each) for position, each in concluded]
    # A stable sort: what one rule says of a unit stays in the order in which it said it.
    found.sort(key=lambda each: each[:2])
    return [Located(position, each) for position, _, each in found]


def _chunks(units: Sequence[TranslationUnit], shown: Shown) -> Iterator[_Chunk]:
    starts = range(0, len(units), CHUNK)
    for start, chunk in zip(starts, shown([units[at : at + CHUNK] for at in starts]), strict=True):
        yield _Chunk(start, chunk)


def _look_at(work: _Work, chunk: _Chunk) -> _Looked:
    looked, steps = _Looked([], []), work.steps()
    for position, unit in enumerate(chunk.units, start=chunk.start):
        _look_at_unit(position, Reading(unit, work.context), work.context, steps, looked)
    return looked


def _look_at_unit(
    position: int, reading: Reading, context: Context, steps: Sequence[_Step], looked: _Looked
) -> None:
    for number, check, note, decisive in steps:
        if check is not None:
            found = [(position, number, each) for each in check(reading, context)]
            if found:
                looked.findings.extend(found)
                if decisive:
                    return
        if note is not None:
            fact = note(reading, context)
            if fact is not None:
                looked.facts.append((position, number, fact))
