"""Findings as ITS 2.0 Localization Quality Issues (W3C Recommendation, 2013, section 8.17)."""

from __future__ import annotations

from vet_terms.model import Finding, Severity

NAMESPACE = "http://www.w3.org/2005/11/its"

FAMILIES = {
    "characters": "characters",
    "codes": "markup",
    "consistency": "inconsistency",
    "coverage": "omission",
    "dates": "inconsistent-entities",
    "meaning": "mistranslation",
    "names": "inconsistent-entities",
    "numbers": "numbers",
    "omission": "omission",
    "pairing": "typographical",
    "spelling": "misspelling",
    "terms": "terminology",
    "typography-chinese": "typographical",
    "typography-english": "typographical",
}
"""The type of each family's issues, of the list in appendix C of the recommendation."""

RULES = {
    "codes/address": "inconsistent-entities",
    "codes/reference": "inconsistent-entities",
    "codes/telephone": "inconsistent-entities",
    "coverage/addition": "addition",
    "coverage/direction": "mistranslation",
    "coverage/length": "length",
    "coverage/negation": "mistranslation",
    "meaning/comparative": "grammar",
    "meaning/list": "omission",
    "omission/untranslated": "untranslated",
    "typography-chinese/doubled": "duplication",
    "typography-chinese/particle": "grammar",
    "typography-chinese/stray-space": "whitespace",
    "typography-chinese/unspaced-latin": "whitespace",
    "typography-chinese/wrong-word": "misspelling",
    "typography-english/article": "grammar",
    "typography-english/doubled-space": "whitespace",
    "typography-english/doubled-word": "duplication",
    "typography-english/edge-space": "whitespace",
    "typography-english/missing-space": "whitespace",
    "typography-english/space-at-mark": "whitespace",
}
"""The types of rules whose issues are of another type than those of their family."""

_SEVERITIES: dict[Severity, int] = {"error": 100, "warning": 50, "info": 10}


def issue_type(rule: str) -> str:
    """Return the type of the issues that a rule finds; ``other`` for a rule of a person's own."""
    return RULES.get(rule) or FAMILIES.get(rule.partition("/")[0], "other")


def issue(finding: Finding, comment: str) -> dict[str, str]:
    """Return the attributes of an issue, as they are called inside a stand-off list."""
    return {
        "locQualityIssueType": issue_type(finding.rule),
        "locQualityIssueComment": comment,
        "locQualityIssueSeverity": str(_SEVERITIES[finding.severity]),
    }
