"""Findings as JUnit XML, which CI servers show as test results.

A file is a suite. A unit and a rule that found something in it are a test case, so that a server tells new
findings from known ones by name; it fails for errors and warnings, and for an info it passes and says so. A
rule that found nothing in a file is a case that passed: a suite without any would count as not run.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vet_terms.checking.reports.places import FoundUnit, by_file, message_of
from vet_terms.checking.reports.terminal import escaped_in_xml
from vet_terms.checking.runner import CheckResult
from vet_terms.files import STDIN
from vet_terms.memory.pretranslation.xml_parts import element, empty, opened
from vet_terms.model import Finding, TranslationUnit

if TYPE_CHECKING:
    from vet_terms.checking.inputs import Inputs


def render(result: CheckResult, inputs: Inputs) -> bytes:
    """Return the suites of all files, those without findings too."""
    found: dict[str, list[FoundUnit]] = defaultdict(list)
    for name, units in by_file(result, inputs):
        found[name] += units
    names = [name for file in inputs.files for name in _documents(file.name, file.units)]
    suites = [_Suite(name, result, found.get(name, ())) for name in dict.fromkeys([*names, *found])]
    tests = sum(suite.tests for suite in suites)
    failures = sum(suite.failures for suite in suites)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        opened("testsuites", {"name": "vet-terms", "tests": str(tests), "failures": str(failures)}),
        *(line for suite in suites for line in suite.lines()),
        "</testsuites>",
    ]
    return escaped_in_xml("".join(f"{line}\n" for line in lines)).encode("utf-8", "replace")


def _documents(name: str, units: Iterable[TranslationUnit]) -> Iterator[str]:
    """Yield the documents that a file's units stand in: of two files that were aligned, the English one."""
    documents = dict.fromkeys(unit.places[0].document for unit in units if unit.places)
    yield from documents or (["standard input"] if name == STDIN else [name])


@dataclass(frozen=True, slots=True)
class _Case:
    """What one rule found in one unit, and where that is."""

    place: str
    findings: tuple[Finding, ...]


class _Suite:
    """The test cases of one file."""

    def __init__(self, name: str, result: CheckResult, units: Sequence[FoundUnit]) -> None:
        self.name = name or "units"
        self._cases = [case for unit in units for case in _cases(unit)]
        met = {case.findings[0].rule for case in self._cases}
        self._passed = [rule.id for rule in result.rules if rule.id not in met]
        self.tests = len(self._cases) + len(self._passed)
        self.failures = sum(_fails(case.findings) for case in self._cases)

    def lines(self) -> Iterator[str]:
        """Yield the lines of the suite."""
        counts = {"tests": str(self.tests), "failures": str(self.failures), "errors": "0"}
        yield "  " + opened("testsuite", {"name": self.name, **counts})
        for case in self._cases:
            yield from self._lines_of(case)
        for rule in self._passed:
            yield "    " + empty("testcase", {"classname": self.name, "name": rule})
        yield "  </testsuite>"

    def _lines_of(self, case: _Case) -> Iterator[str]:
        first = case.findings[0]
        named = {"classname": self.name, "name": f"{first.rule} in unit {first.unit}"}
        yield "    " + opened("testcase", named)
        if _fails(case.findings):
            message = "; ".join(message_of(each) for each in case.findings)
            failure = {"type": first.severity, "message": message}
            yield "      " + element("failure", failure, _told(case))
        else:
            yield "      " + element("system-out", {}, _told(case))
        yield "    </testcase>"


def _cases(unit: FoundUnit) -> Iterator[_Case]:
    by_rule: dict[str, list[Finding]] = defaultdict(list)
    for finding in unit.findings:
        by_rule[finding.rule].append(finding)
    yield from (_Case(unit.place, tuple(findings)) for findings in by_rule.values())


def _fails(findings: Sequence[Finding]) -> bool:
    return any(each.severity != "info" for each in findings)


def _told(case: _Case) -> str:
    first = case.findings[0]
    said = (f"{each.severity}: {message_of(each)}" for each in case.findings)
    return "\n".join([case.place, *said, f"source: {first.source}", f"target: {first.target}"])
