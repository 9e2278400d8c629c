"""Findings as SARIF 2.1.0 (OASIS standard, 2020), which code hosts and editors show beside the files.

Where in a line of the file a finding stands is not known, so a region is a line and no fix is proposed: what
the unit says, and the spot in it, is in the properties of the result. Nothing tells the time or the machine.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import PurePath
from typing import TYPE_CHECKING
from urllib.parse import quote

from vet_terms import __version__
from vet_terms.checking.reports.places import FoundUnit, found_units, message_of
from vet_terms.checking.reports.terminal import escaped_in_json
from vet_terms.checking.rule import Example, Rule
from vet_terms.checking.rules_page import what_it_rests_on
from vet_terms.checking.runner import CheckResult
from vet_terms.model import Finding, Place, Severity

if TYPE_CHECKING:
    from vet_terms.checking.inputs import Inputs

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "ruleSourceTarget/v1"
_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
_NO_FILE = "standard input"
_WITHOUT_LINES = frozenset(
    {".xlsx", ".xlsm", ".docx", ".docm", ".dotx", ".dotm", ".pptx", ".pptm", ".pdf", ".xlz", ".mqxlz", ".gz"}
)
"""Endings of files that are no text: what is called a line of theirs is a row, or in a part of them."""


def render(result: CheckResult, inputs: Inputs) -> bytes:
    """Return a log of one run, with all rules that were applied."""
    rules = {rule.id: number for number, rule in enumerate(result.rules)}
    driver = {
        "name": "vet-terms",
        "version": __version__,
        "shortDescription": {"text": "Checks of Chinese–English translations"},
        "rules": [_rule(each) for each in result.rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "properties": {"signature": result.signature, "units": result.units},
        "results": list(_results(result, inputs, rules)),
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    text = escaped_in_json(json.dumps(log, ensure_ascii=False, indent=1))
    return f"{text}\n".encode("utf-8", "replace")


def _rule(rule: Rule) -> dict[str, object]:
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.explanation or rule.summary},
        "defaultConfiguration": {"level": _LEVELS[rule.severity], "enabled": rule.on},
        "help": {"text": _help(rule, "", ""), "markdown": _help(rule, "**", "`")},
        "properties": {"tags": [rule.family]},
    }


def _help(rule: Rule, strong: str, code: str) -> str:
    lines = [rule.explanation or rule.summary]
    for title, examples in (("Is reported", rule.bad), ("Is not reported", rule.good)):
        if examples:
            lines += ["", f"{strong}{title}{strong}", ""]
            lines += [f"- {_pair(example, code)}" for example in examples]
    return "\n".join(lines)


def _pair(example: Example, code: str) -> str:
    sides = (f"{code}{text}{code}" if text.strip() else "(empty)" for text in (example.zh, example.en))
    return " · ".join(sides) + what_it_rests_on(example)


def _results(result: CheckResult, inputs: Inputs, rules: dict[str, int]) -> Iterator[dict[str, object]]:
    met: Counter[str] = Counter()
    both = ((unit, each) for unit in found_units(result, inputs) for each in unit.findings)
    for unit, each in both:
        digest = _digest(each)
        met[digest] += 1
        found: dict[str, object] = {"ruleId": each.rule}
        if each.rule in rules:
            found["ruleIndex"] = rules[each.rule]
        found |= {
            "level": _LEVELS[each.severity],
            "message": {"text": message_of(each)},
            "locations": [_location(unit, each)],
            "partialFingerprints": {FINGERPRINT: f"{digest}:{met[digest]}"},
            "properties": _properties(each),
        }
        yield found


def _digest(each: Finding) -> str:
    """Return what tells a finding from others, wherever its unit stands."""
    told = "\0".join((each.rule, each.source, each.target))
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _location(unit: FoundUnit, each: Finding) -> dict[str, object]:
    place = each.place
    qualified = f"{place}/{each.unit}" if place else each.unit
    logical = {"name": each.unit, "fullyQualifiedName": qualified, "kind": "resource"}
    location: dict[str, object] = {"message": {"text": unit.place}, "logicalLocations": [logical]}
    if place and place.document and place.document != _NO_FILE:
        location["physicalLocation"] = _physical(place)
    return location


def _physical(place: Place) -> dict[str, object]:
    physical: dict[str, object] = {"artifactLocation": {"uri": uri_of(place.document)}}
    if place.line and PurePath(place.document).suffix.lower() not in _WITHOUT_LINES:
        physical["region"] = {"startLine": place.line}
    return physical


def uri_of(name: str) -> str:
    """Return a file's name as a URI: relative where the name is, with forward strokes (RFC 3986)."""
    path = PurePath(name)
    if path.is_absolute():
        return path.as_uri()
    return quote(path.as_posix(), safe="/")


def _properties(each: Finding) -> dict[str, object]:
    properties: dict[str, object] = {"source": each.source, "target": each.target}
    if each.span:
        properties["span"] = {"side": each.span.side, "start": each.span.start, "end": each.span.end}
    if each.suggestion:
        properties["suggestion"] = each.suggestion
    if each.replacement is not None:
        properties["fix"] = each.replacement
    return properties
