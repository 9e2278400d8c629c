"""Findings for machines: the JSON surface of ``check --json``, which other programs lean on."""

from __future__ import annotations

import io
import json
from collections import Counter
from json.encoder import encode_basestring
from typing import TYPE_CHECKING

from vet_terms.checking.reports.terminal import escaped_in_json
from vet_terms.checking.rule import SEVERITIES
from vet_terms.checking.runner import CheckResult
from vet_terms.checking.setting_aside import UnusedIgnore
from vet_terms.model import Finding

if TYPE_CHECKING:
    from vet_terms.checking.inputs import Inputs


def render(result: CheckResult, inputs: Inputs) -> bytes:
    """Return the object as JSON, Chinese as it is: signature, findings in input order, summary."""
    around = {"signature": result.signature, "findings": [], "summary": _summary(result, inputs)}
    text = f"{json.dumps(around, ensure_ascii=False, indent=2)}\n"
    if not result.findings:
        return _bytes(text)
    before, named, after = text.partition('"findings": [')
    # Put together here: json indents slowly, and makes one text of all, which takes more than its bytes.
    written = io.BytesIO()
    written.write(_bytes(f"{before}{named}\n"))
    for number, each in enumerate(result.findings):
        written.write(_bytes((",\n" if number else "") + _finding(each)))
    written.write(_bytes(f"\n  {after}"))
    return written.getvalue()


def _bytes(text: str) -> bytes:
    return escaped_in_json(text).encode("utf-8", "replace")


def _summary(result: CheckResult, inputs: Inputs) -> dict[str, object]:
    rules = Counter(each.rule for each in result.findings)
    aside = result.aside
    locked = inputs.unit_count - result.units
    summary: dict[str, object] = {"units": result.units, "locked": locked, "findings": len(result.findings)}
    summary |= {severity: result.count(severity) for severity in SEVERITIES}
    summary["rules"] = dict(sorted(rules.items()))
    summary["set_aside"] = {"ignored": aside.by_remark, "baseline": aside.by_baseline}
    summary["unused_ignores"] = [_unused(each) for each in aside.unused_ignores]
    summary["unused_baseline"] = aside.unused_baseline
    return summary


def _finding(each: Finding) -> str:
    """Return a finding as the JSON of one object, indented as the items of a list in an object are."""
    span = "null"
    if each.span is not None:
        side, start, end = encode_basestring(each.span.side), each.span.start, each.span.end
        span = f'{{\n        "side": {side},\n        "start": {start},\n        "end": {end}\n      }}'
    fix = "null" if each.replacement is None else encode_basestring(each.replacement)
    cells = (
        ("unit", encode_basestring(each.unit)),
        ("rule", encode_basestring(each.rule)),
        ("severity", encode_basestring(each.severity)),
        ("message", encode_basestring(each.message)),
        ("source", encode_basestring(each.source)),
        ("target", encode_basestring(each.target)),
        ("span", span),
        ("suggestion", encode_basestring(each.suggestion)),
        ("place", encode_basestring(str(each.place) if each.place else "")),
        ("fix", fix),
    )
    return "    {\n" + ",\n".join([f'      "{name}": {cell}' for name, cell in cells]) + "\n    }"


def _unused(each: UnusedIgnore) -> dict[str, object]:
    place = str(each.place) if each.place else ""
    return {"unit": each.unit, "place": place, "rule": each.rule, "known": each.known}
