"""A whole check: the rules chosen, applied, graded, and what a person set aside taken out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from vet_terms.checking.applying import FEWEST_FOR_SEVERAL, Located, Shown, findings_on
from vet_terms.checking.context import Context
from vet_terms.checking.rule import Rule, as_grave_as
from vet_terms.checking.rules import RULES
from vet_terms.checking.setting_aside import NOTHING_ASIDE, Baseline, SetAside, set_aside
from vet_terms.checking.settings import Settings, chosen_rules, graded, is_named
from vet_terms.model import Concept, Finding, Severity, TranslationUnit
from vet_terms.signature import signature


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What a check found, and what it looked at.

    ``positions`` are the positions, among all units, of the findings' units. ``aside`` says what remarks and
    the baseline took out.
    """

    signature: str
    findings: tuple[Finding, ...]
    units: int
    glossary_terms: int
    positions: tuple[int, ...] = ()
    rules: tuple[Rule, ...] = ()
    aside: SetAside = NOTHING_ASIDE

    def count(self, severity: Severity) -> int:
        """Return how many findings have exactly this severity."""
        return sum(each.severity == severity for each in self.findings)

    def at_least(self, severity: Severity) -> int:
        """Return how many findings are of this severity or graver."""
        return sum(each.severity in as_grave_as(severity) for each in self.findings)


def check(
    units: Iterable[TranslationUnit],
    concepts: Iterable[Concept] = (),
    settings: Settings | None = None,
    *,
    memory: Mapping[str, tuple[str, ...]] | None = None,
    baseline: Baseline | None = None,
    unchanged: frozenset[tuple[str, str]] = frozenset(),
    rules: Sequence[Rule] = RULES,
    shown: Shown = iter,
) -> CheckResult:
    """Return the findings of the rules on the units, in the order of the units.

    Units whose two texts are ``unchanged`` are read for what they say of the others; no finding on them is
    returned. Raises UsageError where the settings name a rule that there is not.
    """
    settings = settings or Settings()
    chosen = chosen_rules(rules, settings)
    context = Context(concepts, memory, settings.year, settings.vectors)
    looked_at = tuple(units)
    found = findings_on(looked_at, context, chosen, settings.jobs, shown)
    if settings.vectors and len(looked_at) >= FEWEST_FOR_SEVERAL:
        from vet_terms.language.vectors import let_go

        let_go()  # a report of so many findings needs the memory
    if unchanged:
        found = [each for each in found if (each.finding.source, each.finding.target) not in unchanged]
    every = (*rules, *settings.own_rules)
    aside = set_aside(_graded(found, chosen, settings), looked_at, chosen, every, baseline or {})
    said = {
        "rules": len(chosen),
        "ignore": ",".join(sorted(settings.ignore)) or "none",
        "terms": len(context.concepts),
    }
    return CheckResult(
        signature(**said),
        tuple(each.finding for each in aside.left),
        len(looked_at),
        len(context.concepts),
        tuple(each.position for each in aside.left),
        chosen,
        aside,
    )


def _graded(located: list[Located], rules: Sequence[Rule], settings: Settings) -> list[Located]:
    if not settings.severities:
        return located
    by_id = {rule.id: rule for rule in rules}
    regraded = []
    for each in located:
        rule, finding = by_id[each.finding.rule], each.finding
        for name, severity in settings.severities:
            if is_named(rule.id, (name,)):
                finding = graded(each.finding, severity)
        regraded.append(Located(each.position, finding))
    return regraded
