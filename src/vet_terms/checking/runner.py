"""Apply the rules to translation units: pure, in the order of the units, the same each time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vet_terms.checking.rule import Context, Rule, as_grave_as
from vet_terms.checking.rules import RULES, rule_ids
from vet_terms.errors import UsageError
from vet_terms.glossary.term_index import TermIndex
from vet_terms.model import Concept, Finding, Severity, TranslationUnit
from vet_terms.signature import signature


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What a check found, and what it looked at."""

    signature: str
    findings: tuple[Finding, ...]
    units: int
    glossary_terms: int

    def count(self, severity: Severity) -> int:
        """Return how many findings have exactly this severity."""
        return sum(each.severity == severity for each in self.findings)

    def at_least(self, severity: Severity) -> int:
        """Return how many findings are of this severity or graver."""
        return sum(each.severity in as_grave_as(severity) for each in self.findings)


def check(
    units: Iterable[TranslationUnit],
    concepts: Iterable[Concept] = (),
    ignore: Sequence[str] = (),
    rules: Sequence[Rule] = RULES,
) -> CheckResult:
    """Return the findings of the rules on the units, in the order of the units.

    ``ignore`` names rules (``numbers/value``) or whole families (``numbers``) to leave out; raises
    UsageError where a name is neither.
    """
    chosen = [rule for rule in rules if not _is_ignored(rule, ignore)]
    _refuse_unknown(ignore, rules)
    glossary = [concept for concept in concepts if concept.status != "rejected"]
    context = Context(TermIndex(glossary))
    findings: list[Finding] = []
    count = 0
    for unit in units:
        count += 1
        findings += _check_unit(unit, chosen, context)
    settings = {"rules": len(chosen), "ignore": ",".join(sorted(ignore)) or "none", "terms": len(glossary)}
    return CheckResult(signature(**settings), tuple(findings), count, len(glossary))


def _check_unit(unit: TranslationUnit, rules: Sequence[Rule], context: Context) -> list[Finding]:
    findings: list[Finding] = []
    for rule in rules:
        found = list(rule.check(unit, context))
        findings += found
        if found and rule.decisive:
            break
    return findings


def _is_ignored(rule: Rule, ignore: Sequence[str]) -> bool:
    return rule.id in ignore or rule.id.partition("/")[0] in ignore


def _refuse_unknown(ignore: Sequence[str], rules: Sequence[Rule]) -> None:
    known = {rule.id for rule in rules} | {rule.id.partition("/")[0] for rule in rules}
    for name in ignore:
        if name not in known:
            raise UsageError(f"no rule is called {name}; the rules are {', '.join(rule_ids())}")
