"""Findings that a person does not want to see again: by a remark on the unit, or by a baseline.

A remark says ``vet-terms: ignore numbers/value`` (several rules or families with commas; none for all rules).
A baseline holds the findings of an earlier run by rule, source and target, so that only new ones count. What
either names and no finding answers is given back: it can be taken out.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from vet_terms.checking.applying import Located
from vet_terms.checking.rule import Rule
from vet_terms.checking.settings import is_named
from vet_terms.errors import InputError
from vet_terms.model import Finding, Place, TranslationUnit

_REMARK = re.compile(
    r"vet-terms:\s*ignore\b[ \t:：`'\"“‘]*(?P<names>[a-z][\w/-]*(?:\s*[,，、]\s*[a-z][\w/-]*)*)?",
    re.IGNORECASE,
)
_COMMA = re.compile("[,，、]")
_HEADER = {"vet-terms-baseline": 1}

Key = tuple[str, str, str]
"""Rule, source and target of a finding."""
Baseline = Mapping[Key, int]
"""How many findings of each key an earlier run had."""


@dataclass(frozen=True, slots=True)
class UnusedIgnore:
    """A remark that ignores what was not found; ``rule`` is empty where it ignores all."""

    unit: str
    place: Place | None
    rule: str
    known: bool
    """Whether there is a rule or family of that name."""


@dataclass(frozen=True, slots=True)
class SetAside:
    """What is left of findings, how many were taken out by what, and what took out nothing."""

    left: tuple[Located, ...]
    by_remark: int = 0
    by_baseline: int = 0
    unused_ignores: tuple[UnusedIgnore, ...] = ()
    unused_baseline: int = 0


NOTHING_ASIDE = SetAside(())


def set_aside(
    located: Sequence[Located],
    units: Sequence[TranslationUnit],
    applied: Sequence[Rule],
    every: Sequence[Rule],
    baseline: Baseline,
) -> SetAside:
    """Return the findings without those that remarks or a baseline set aside.

    ``applied`` are the rules of this run: an ignore of another one of ``every`` rule is not called unused.
    """
    ignores = {
        position: names for position, unit in enumerate(units) if (names := ignored_by(unit)) is not None
    }
    used: set[tuple[int, str]] = set()
    kept: list[Located] = []
    for each in located:
        names = ignores.get(each.position)
        by = None if names is None else _name_for(each.finding.rule, names)
        if by is None:
            kept.append(each)
        else:
            used.add((each.position, by))
    rest = Counter(baseline)
    left = []
    for each in kept:
        key = key_of(each.finding)
        if rest[key] > 0:
            rest[key] -= 1
        else:
            left.append(each)
    unused = _unused(ignores, used, units, applied, every)
    still = sum(1 for count in rest.values() if count > 0)
    return SetAside(tuple(left), len(located) - len(kept), len(kept) - len(left), tuple(unused), still)


def ignored_by(unit: TranslationUnit) -> tuple[str, ...] | None:
    """Return the rules and families that a unit's remarks ignore, none named for all; None for no remark."""
    names: list[str] = []
    found = False
    for remark in unit.remarks:
        for match in _REMARK.finditer(remark):
            found = True
            if not match["names"]:
                return ()
            names += [name.strip().lower() for name in _COMMA.split(match["names"])]
    return tuple(dict.fromkeys(names)) if found else None


def _name_for(rule: str, names: tuple[str, ...]) -> str | None:
    """Return the name that ignores a rule, the empty one where all are, None where none does."""
    if not names:
        return ""
    return next((name for name in names if is_named(rule, (name,))), None)


def _unused(
    ignores: Mapping[int, tuple[str, ...]],
    used: set[tuple[int, str]],
    units: Sequence[TranslationUnit],
    applied: Sequence[Rule],
    every: Sequence[Rule],
) -> Iterable[UnusedIgnore]:
    known = {rule.id for rule in every} | {rule.family for rule in every}
    asked = {rule.id for rule in applied} | {rule.family for rule in applied}
    for position, names in ignores.items():
        for name in names or ("",):
            if (position, name) in used or (name in known and name not in asked):
                continue
            unit = units[position]
            yield UnusedIgnore(
                unit.id, unit.places[0] if unit.places else None, name, not name or name in known
            )


def key_of(finding: Finding) -> Key:
    """Return what a baseline knows a finding by: not its place, so that other units may come and go."""
    return finding.rule, finding.source, finding.target


def baseline_text(findings: Iterable[Finding]) -> str:
    """Return findings as a baseline file: a line each, sorted, so that a change of it can be read."""
    counted = sorted(Counter(key_of(each) for each in findings).items())
    lines = [json.dumps(_HEADER)]
    for (rule, source, target), count in counted:
        entry = {"rule": rule, "count": count, "source": source, "target": target}
        lines.append(json.dumps(entry, ensure_ascii=False))
    return "\n".join(lines) + "\n"


def read_baseline(text: str, name: str) -> Baseline:
    """Return the baseline that a file's text holds; raises InputError for anything else."""
    first, *lines = text.split("\n")
    if _parsed(first, name, 1) != _HEADER:
        raise InputError(
            f"{name}: is no baseline that this version reads; write it anew with --write-baseline"
        )
    baseline: Counter[Key] = Counter()
    for number, line in enumerate(lines, start=2):
        if line.strip():
            key, count = _entry(_parsed(line, name, number), name, number)
            baseline[key] += count
    return baseline


def _parsed(line: str, name: str, number: int) -> object:
    try:
        return json.loads(line)
    except (ValueError, RecursionError) as error:
        raise _broken(name, number) from error


def _entry(entry: object, name: str, number: int) -> tuple[Key, int]:
    if not isinstance(entry, dict):
        raise _broken(name, number)
    rule, source, target, count = (entry.get(key) for key in ("rule", "source", "target", "count"))
    if not (isinstance(rule, str) and isinstance(source, str) and isinstance(target, str)):
        raise _broken(name, number)
    if not isinstance(count, int) or isinstance(count, bool) or count < 1:
        raise _broken(name, number)
    return (rule, source, target), count


def _broken(name: str, number: int) -> InputError:
    return InputError(f"{name}, line {number}: is no line of a baseline; write it anew with --write-baseline")
