"""The rules applied to a whole memory, in bounded memory: of a unit that is sound nothing is kept."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from vet_terms.memory.cleaning.duplicates import Duplicates
from vet_terms.memory.cleaning.misaligned import misaligned
from vet_terms.memory.cleaning.rules import DUPLICATE, MISALIGNED, RULES, CleaningRule
from vet_terms.memory.cleaning.subject import Subject, Subjects
from vet_terms.progress import Progress, silent


@dataclass(frozen=True, slots=True)
class Listed:
    """A unit that a rule found, by its number, and what is wrong with it in a sentence."""

    number: int
    rule: CleaningRule
    message: str


@dataclass(frozen=True, slots=True)
class Examination:
    """How many units were looked at, and those that were found, in the order of the memory."""

    units: int
    listed: tuple[Listed, ...]

    @property
    def by_rule(self) -> dict[str, int]:
        """How many were found by each rule that found any, in the order of the table."""
        counts = {rule.id: 0 for rule in RULES}
        for each in self.listed:
            counts[each.rule.id] += 1
        return {rule: count for rule, count in counts.items() if count}


def examined(
    subjects: Subjects, rules: Collection[CleaningRule] = RULES, progress: Progress = silent
) -> Examination:
    """Return what some of the rules find among units, which are gone through twice.

    A unit of several pairs is listed where each of its pairs is found, under what is wrong with the first.
    """
    listed: dict[tuple[int, int], Listed] = {}
    pairs_of: dict[int, int] = {}
    duplicates = Duplicates()
    units = pairs = last = 0
    on_texts = [rule for rule in rules if rule.problem]
    for subject in subjects():
        units += subject.number != last
        pairs, last = pairs + 1, subject.number
        if subject.pair > 1:
            pairs_of[subject.number] = subject.pair
        if DUPLICATE in rules:
            duplicates.see(subject)
        found = _by_texts(subject, on_texts)
        if found:
            listed[subject.number, subject.pair] = found
    if MISALIGNED in rules:
        for subject, message in misaligned(_to_align(subjects), pairs, progress):
            found = Listed(subject.number, MISALIGNED, message)
            listed.setdefault((subject.number, subject.pair), found)
    for number, pair, stays in duplicates.found():
        found = Listed(number, DUPLICATE, f"Unit {stays} has the same texts.")
        listed.setdefault((number, pair), found)
    return Examination(units, tuple(_whole_units(listed, pairs_of)))


def _whole_units(listed: Mapping[tuple[int, int], Listed], pairs_of: Mapping[int, int]) -> Iterator[Listed]:
    """Yield a finding for each unit all of whose pairs were found, in the order of the memory."""
    for number, keys in groupby(sorted(listed), key=itemgetter(0)):
        of_unit = list(keys)
        if len(of_unit) == pairs_of.get(number, 1):
            yield listed[of_unit[0]]


def _by_texts(subject: Subject, rules: Collection[CleaningRule]) -> Listed | None:
    for rule in rules:
        message = rule.problem(subject.zh, subject.en) if rule.problem else ""
        if message:
            return Listed(subject.number, rule, message)
    return None


def _to_align(subjects: Subjects) -> Iterator[Subject]:
    nothing_to_align = [rule for rule in RULES if rule.leaves_nothing_to_align]
    return (subject for subject in subjects() if not _by_texts(subject, nothing_to_align))
