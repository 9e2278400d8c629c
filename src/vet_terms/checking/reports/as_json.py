"""Findings for machines: the JSON surface of ``check --json``, which other programs lean on."""

from __future__ import annotations

from collections import Counter

from vet_terms.checking.rule import SEVERITIES
from vet_terms.checking.runner import CheckResult
from vet_terms.model import Finding


def report_json(result: CheckResult) -> dict[str, object]:
    """Return the object to print: signature, findings in input order, summary."""
    rules = Counter(each.rule for each in result.findings)
    summary: dict[str, object] = {"units": result.units, "findings": len(result.findings)}
    summary |= {severity: result.count(severity) for severity in SEVERITIES}
    summary["rules"] = dict(sorted(rules.items()))
    return {
        "signature": result.signature,
        "findings": [_finding(each) for each in result.findings],
        "summary": summary,
    }


def _finding(each: Finding) -> dict[str, object]:
    span = {"side": each.span.side, "start": each.span.start, "end": each.span.end} if each.span else None
    return {
        "unit": each.unit,
        "rule": each.rule,
        "severity": each.severity,
        "message": each.message,
        "source": each.source,
        "target": each.target,
        "span": span,
        "suggestion": each.suggestion,
        "place": str(each.place) if each.place else "",
    }
