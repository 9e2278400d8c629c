"""Findings in XLIFF files: what is written where, and that all else stays."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.checking.fixing.fixable_files import sdlxliff, xliff2, xliff12
from tests.checking.reports.results import INPUTS, RESULT

from vet_terms.checking.inputs import read_inputs
from vet_terms.checking.reports import its
from vet_terms.checking.reports.xliff import render
from vet_terms.checking.rules import RULES, rule_ids
from vet_terms.checking.runner import CheckResult
from vet_terms.memory.xliff import read_xliff_units
from vet_terms.model import Finding, Severity, Span

ITS = f"{{{its.NAMESPACE}}}"
TYPES = {
    "terminology", "mistranslation", "omission", "untranslated", "addition", "duplication", "inconsistency",
    "grammar", "legal", "register", "locale-specific-content", "locale-violation", "style", "characters",
    "misspelling", "typographical", "formatting", "inconsistent-entities", "numbers", "markup",
    "pattern-problem", "whitespace", "internationalization", "length", "non-conformance", "uncategorized",
    "other",
}  # fmt: skip
"""ITS 2.0, appendix C, with those that its first edition did not have."""

PAIRS = (("学院有29所分校。", "The college has  26 campuses."), ("专业共建", "Build  it"))


def found(spans: list[tuple[int, int, int]], name: str = "") -> CheckResult:
    """Findings on the pairs: (unit, start, end); a start under 0 for one without a spot."""
    severities: tuple[Severity, ...] = ("error", "warning", "info")
    findings = []
    for number, (unit, start, end) in enumerate(sorted(spans)):
        zh, en = PAIRS[unit]
        span = Span("target", start, end) if start >= 0 else None
        severity = severities[number % 3]
        findings.append(Finding("u", "numbers/value", severity, f'No. {number} & "so" <b>', zh, en, span))
    positions = tuple(unit for unit, _, _ in sorted(spans))
    return CheckResult("s", tuple(findings), 2, 0, positions)


def annotated(tmp_path: Path, name: str, data: bytes, result: CheckResult) -> bytes:
    path = tmp_path / name
    path.write_bytes(data)
    return render(result, read_inputs([str(path)]))


def without_findings(data: bytes) -> bytes:
    """Take out what the report writes, as text."""
    text = data.decode("utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8")
    text = re.sub(r' xmlns:its="[^"]*"| its:version="2.0"', "", text)
    text = re.sub(r"<its:locQualityIssues .*?</its:locQualityIssues>", "", text)
    text = re.sub(r'<note from="vet-terms".*?</note>|<notes><note id="vt\d+".*?</notes>', "", text)
    while (
        shorter := re.sub(r'<mrk (?:id="vt\d+" type="its|mtype="x-its)[^>]*>(.*?)</mrk>', r"\1", text)
    ) != text:
        text = shorter
    return text.encode("utf-16" if data[:2] == b"\xff\xfe" else "utf-8")


FILES = {"a.xlf": xliff12, "b.sdlxliff": sdlxliff, "c.xliff": xliff2}
SPOTS = [(0, 15, 17), (0, 17, 19), (0, -1, -1), (1, 5, 7)]


@pytest.mark.parametrize("name", FILES)
def test_all_else_stays_and_the_units_are_the_same(tmp_path: Path, name: str) -> None:
    data = FILES[name](PAIRS)
    report = annotated(tmp_path, name, data, found(SPOTS))
    assert report != data and without_findings(report) == data
    before, after = read_xliff_units(data, name), read_xliff_units(report, name)
    assert [(unit.zh, unit.en, unit.codes) for unit in after] == [
        (unit.zh, unit.en, unit.codes) for unit in before
    ]


@pytest.mark.parametrize("name", FILES)
def test_without_findings_it_is_the_file(tmp_path: Path, name: str) -> None:
    data = FILES[name](PAIRS)
    assert annotated(tmp_path, name, data, found([])) == data


def test_every_finding_is_a_note(tmp_path: Path) -> None:
    for name, maker in FILES.items():
        root = etree.fromstring(annotated(tmp_path, name, maker(PAIRS), found(SPOTS)))
        notes = [
            note for note in root.iter("{*}note") if "vet-terms" in (note.get("from"), note.get("category"))
        ]
        assert len(notes) == len(SPOTS)
        assert {note.get("priority") for note in notes} == {"1", "3", "7"}
        assert str(notes[0].text).endswith('& "so" <b> (numbers/value)')


def marks(root: Any) -> list[Any]:
    return [mark for mark in root.iter("{*}mrk") if "its" in str(mark.get("mtype", mark.get("type", "")))]


def test_marks_stand_at_the_spots(tmp_path: Path) -> None:
    root = etree.fromstring(annotated(tmp_path, "a.xlf", xliff12(PAIRS), found([(0, 17, 19), (1, 0, 5)])))
    one, other = marks(root)
    assert "".join(one.itertext()) == "26" and "".join(other.itertext()) == "Build"
    assert one.get(f"{ITS}locQualityIssueType") == "numbers"
    assert one.get(f"{ITS}locQualityIssueSeverity") == "100"
    assert root.get(f"{ITS}version") == "2.0"


def test_findings_that_overlap_share_a_mark_and_a_list(tmp_path: Path) -> None:
    for name, maker in (("a.xlf", xliff12), ("c.xliff", xliff2)):
        root = etree.fromstring(annotated(tmp_path, name, maker(PAIRS), found([(0, 10, 15), (0, 14, 16)])))
        (mark,) = marks(root)
        (listed,) = root.iter(f"{ITS}locQualityIssues")
        xml_id = listed.get("{http://www.w3.org/XML/1998/namespace}id")
        assert mark.get(f"{ITS}locQualityIssuesRef") == f"#{xml_id}" and len(listed) == 2
        assert all(each.get("locQualityIssueComment") for each in listed)


def test_files_of_trados_get_notes_alone(tmp_path: Path) -> None:
    report = annotated(tmp_path, "b.sdlxliff", sdlxliff(PAIRS), found(SPOTS))
    assert b"locQualityIssue" not in report and report.count(b'<note from="vet-terms"') == len(SPOTS)


def test_elements_stand_in_the_order_of_the_schemas(tmp_path: Path) -> None:
    root = etree.fromstring(annotated(tmp_path, "a.xlf", xliff12(PAIRS), found([(0, 1, 3), (0, 2, 5)])))
    unit = next(root.iter("{*}trans-unit"))
    assert [etree.QName(child).localname for child in unit] == [
        "source", "target", "note", "note", "note", "locQualityIssues",
    ]  # fmt: skip
    root = etree.fromstring(annotated(tmp_path, "c.xliff", xliff2(PAIRS), found([(0, 1, 3), (0, 2, 5)])))
    unit = next(root.iter("{*}unit"))
    assert [etree.QName(child).localname for child in unit] == ["locQualityIssues", "notes", "segment"]


def test_notes_of_a_unit_are_added_to(tmp_path: Path) -> None:
    data = (
        xliff2(PAIRS).decode("utf-16").replace("<segment>", '<notes><note id="vt1">x</note></notes><segment>')
    )
    report = annotated(tmp_path, "c.xliff", data.encode("utf-16"), found([(0, 1, 3)]))
    unit = next(etree.fromstring(report).iter("{*}unit"))
    assert [note.get("id") for note in unit[0]] == ["vt1", "vtt2"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 1), st.integers(-1, 9), st.integers(0, 9)), max_size=8))
def test_any_spots_give_well_formed_files(tmp_path: Path, spans: list[tuple[int, int, int]]) -> None:
    result = found([(unit, start, max(start, end)) for unit, start, end in spans])
    for name, maker in FILES.items():
        data = maker(PAIRS)
        report = annotated(tmp_path, name, data, result)
        assert without_findings(report) == data
        assert [unit.en for unit in read_xliff_units(report, name)] == [en for _, en in PAIRS]


def test_what_is_no_xliff_becomes_one() -> None:
    report = render(RESULT, INPUTS)
    root = etree.fromstring(report)
    assert [file.get("original") for file in root] == ["deck 1/批 次.xlf", "other.tsv", "clean.po"]
    assert len(list(root.iter("{*}trans-unit"))) == 6
    notes = [note for unit in root.iter("{*}trans-unit") for note in unit.findall("{*}note")]
    assert len(notes) == len(RESULT.findings)
    texts = ["".join(map(str, target.itertext())) for target in root.iter("{*}target")]
    assert texts[0] == "The city has  26 colleges." and len(marks(root)) == 5


def test_a_message_that_the_encoding_lacks_is_written_as_references(tmp_path: Path) -> None:
    text = (
        '<?xml version="1.0" encoding="Big5"?><xliff version="1.2"><file source-language="zh-TW" '
        'target-language="en"><body><trans-unit id="1"><source>學院</source><target>The college</target>'
        "</trans-unit></body></file></xliff>"
    )
    result = found([(0, 4, 11)])
    result = replace(result, findings=(replace(result.findings[0], message="é → 𠮷"),))
    report = annotated(tmp_path, "a.xlf", text.encode("big5"), result)
    assert "é → 𠮷" in str(next(etree.fromstring(report).iter("{*}mrk")).attrib)


def test_every_family_and_rule_has_a_type_of_the_list() -> None:
    assert {rule.family for rule in RULES} == set(its.FAMILIES)
    assert set(its.RULES) <= set(rule_ids())
    assert {*its.FAMILIES.values(), *its.RULES.values()} <= TYPES
    assert its.issue_type("house/own") == "other"
