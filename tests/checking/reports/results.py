"""Results of checks for the tests of reports: findings of every kind, and texts that mean harm."""

from __future__ import annotations

from collections.abc import Sequence

from vet_terms.checking.inputs import InputFile, Inputs
from vet_terms.checking.rules import RULES
from vet_terms.checking.runner import CheckResult
from vet_terms.checking.setting_aside import SetAside, UnusedIgnore
from vet_terms.model import Finding, Place, Severity, Span, TranslationUnit

HOSTILE = '=1+1\t<script>alert("1")</script>\x1b[31m\x00&amp;]]>\u202e\ud800\r\n--><b>'


def unit(zh: str, en: str, number: int, document: str = "deck 1/批 次.xlf", line: int = 0) -> TranslationUnit:
    return TranslationUnit(zh, en, id=f"u{number}", places=(Place(document, block=number, line=line),))


def finding(
    about: TranslationUnit,
    rule: str,
    severity: Severity,
    message: str,
    span: Span | None = None,
    suggestion: str = "",
    replacement: str | None = None,
) -> Finding:
    place = about.places[0] if about.places else None
    return Finding(
        about.id, rule, severity, message, about.zh, about.en, span, suggestion, place, replacement
    )


FIRST = unit("全市有29所院校。", "The city has  26 colleges.", 1, line=4)
SECOND = unit("专业共建。", "", 2, line=9)
THIRD = unit("双高计划", "Double High Plan", 1, "other.tsv", line=2)
BAD = unit(f"坏{HOSTILE}", f"bad {HOSTILE}", 2, "other.tsv")
LOOSE = TranslationUnit("无处", "nowhere", id="x")

FINDINGS = (
    (0, finding(FIRST, "numbers/value", "error", "29 is missing", Span("source", 3, 5))),
    (0, finding(FIRST, "numbers/value", "error", "26 is added", Span("target", 14, 16), "29")),
    (
        0,
        finding(
            FIRST, "typography-english/doubled-space", "warning", "Doubled", Span("target", 12, 14), "", " "
        ),
    ),
    (
        0,
        finding(
            FIRST, "typography-english/doubled-space", "warning", "Doubled", Span("target", 13, 13), "", ""
        ),
    ),
    (1, finding(SECOND, "omission/empty", "error", "Nothing stands here.")),
    (2, finding(THIRD, "terms/missing", "info", "Another term", Span("target", 0, 16), "Double High Plan X")),
    (3, finding(BAD, "house/rule", "warning", f"no {HOSTILE}", Span("target", 4, 9), f"x{HOSTILE}")),
    (4, finding(LOOSE, "house/rule", "warning", "nowhere")),
)

INPUTS = Inputs(
    (
        InputFile("deck 1/批 次.xlf", (FIRST, SECOND)),
        InputFile("other.tsv", (THIRD, BAD, LOOSE)),
        InputFile("clean.po", (unit("好", "good", 1, "clean.po"),)),
    )
)


def result_of(found: Sequence[tuple[int, Finding]] = FINDINGS, units: int = 6) -> CheckResult:
    aside = SetAside((), 2, 1, (UnusedIgnore("u9", Place("a.po", block=9), "numbers/valeu", False),), 3)
    findings = tuple(each for _, each in found)
    positions = tuple(position for position, _ in found)
    return CheckResult("vet-terms:test", findings, units, 7, positions, RULES, aside)


RESULT = result_of()
NOTHING = CheckResult("vet-terms:test", (), 6, 0, (), RULES)
