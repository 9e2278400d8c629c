"""What a person asked of a run: which rules, how grave, with what beside the texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from vet_terms.checking.rule import Rule
from vet_terms.errors import UsageError
from vet_terms.model import Finding, Severity


@dataclass(frozen=True, slots=True)
class Settings:
    """How to check. Rules and families are named as in ``numbers/value`` and ``numbers``.

    ``ignore`` leaves rules out, ``only`` leaves out all others, ``also`` adds rules that are off by default.
    ``severities`` say how grave all findings of a rule are to be. ``year`` is the document's. Rules of the
    person's own stand in ``own_rules``.
    """

    ignore: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    severities: tuple[tuple[str, Severity], ...] = ()
    own_rules: tuple[Rule, ...] = ()
    year: int | None = None
    vectors: bool = True
    jobs: int = 1


def chosen_rules(rules: Sequence[Rule], settings: Settings) -> tuple[Rule, ...]:
    """Return the rules of a run, the person's own last.

    Raises UsageError for a name that no rule has, and where no rule is left.
    """
    every = (*rules, *settings.own_rules)
    named = (*settings.ignore, *settings.only, *settings.also, *(name for name, _ in settings.severities))
    refuse_unknown(named, every)
    asked = {*settings.only, *settings.also}
    chosen = tuple(
        rule
        for rule in every
        if (not settings.only or is_named(rule.id, settings.only))
        and not is_named(rule.id, settings.ignore)
        and (rule.on or rule.id in asked or rule.family in asked)
    )
    if not chosen:
        raise UsageError(
            "all rules that are asked for are ignored too, so that none is left to apply; ignore fewer"
        )
    return chosen


def is_named(rule: str, names: Sequence[str]) -> bool:
    """Tell whether names have a rule's id or its family."""
    return rule in names or rule.partition("/")[0] in names


def refuse_unknown(names: Sequence[str], rules: Sequence[Rule]) -> None:
    """Raise UsageError where a name is neither a rule's nor a family's."""
    known = {rule.id for rule in rules} | {rule.family for rule in rules}
    for name in names:
        if name not in known:
            near = get_close_matches(name, sorted(known), n=3)
            meant = f"; did you mean {' or '.join(near)}?" if near else ""
            raise UsageError(f"no rule is called {name}{meant or '; `vet-terms rules` lists them'}")


def graded(finding: Finding, severity: Severity) -> Finding:
    """Return a finding as grave as a person wants all of its rule to be, the doubtful ones too."""
    return replace(finding, severity=severity)
