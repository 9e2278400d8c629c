"""Where findings stand, as their reader says it; and the same words in every report that has words."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from lxml import etree

from vet_terms.checking.inputs import InputFile, Inputs, read_inputs
from vet_terms.checking.reports.places import found_units, suggestion_of, unit_in_words
from vet_terms.checking.reports.reports import report_named
from vet_terms.checking.runner import CheckResult, check
from vet_terms.model import Finding, Place, Severity, Span, TranslationUnit

SHEETS = {2: "术语 Terms"}
PLACES = [
    (Place("a.xlsx", page=2, block=4, line=31, spot="C31"), "Sheet “术语 Terms”, C31, unit 7"),
    (Place("a.xlsx", page=3, block=4, line=31, spot="C31"), "sheet 3, C31, unit 7"),
    (Place("a.docx", block=4, spot="table1.r2.c3"), "table 1, row 2 (column 3), unit 7"),
    (Place("deck.pptx", page=4, block=2, spot="box3"), "slide 4, box 3, unit 7"),
    (Place("deck.PPTX", page=4, block=2, spot="notes"), "slide 4, notes, unit 7"),
    (Place("a.srt", block=2, spot="cue12"), "cue 12, unit 7"),
    (Place("a.pdf", page=2, block=1), "page 2, unit 7"),
    (Place("a.txt", page=2, block=1, line=30), "page 2, line 30, unit 7"),
    (Place("a.xlf", block=3, line=12), "line 12, unit 7"),
    (Place("a.sdlxliff", block=3, line=12), "segment 7"),
    (Place("a.tsv", block=3), "unit 7"),
    (None, "unit 7"),
]


@pytest.mark.parametrize(("place", "words"), PLACES)
def test_a_place_in_words(place: Place | None, words: str) -> None:
    assert unit_in_words("7", place, SHEETS if place and place.spot == "C31" else {}) == words


HERE = Place("a.tmx", block=1, line=5)
OTHERS = [
    ((HERE,), "line 5, unit 1"),
    ((HERE, Place("deck.pptx", page=4, spot="box1")), "line 5, unit 1; deck.pptx: slide 4, box 1"),
    (
        (HERE, *(Place("deck.pptx", page=page) for page in (2, 2, 3))),
        "line 5, unit 1; deck.pptx: slides 2, 3",
    ),
    (
        (HERE, *(Place("d.pdf", page=page) for page in range(1, 7))),
        "line 5, unit 1; d.pdf: pages 1, 2, 3, 4 and 2 more",
    ),
    ((Place("d.pdf", page=1), Place("d.pdf", page=4)), "page 1, unit 1; also page 4"),
    ((HERE, Place("a.docx", block=7)), "line 5, unit 1"),
]


def result_on(units: list[TranslationUnit], severities: tuple[Severity, ...] = ("error",)) -> CheckResult:
    findings = [
        Finding(unit.id, "x/y", severity, "m", unit.zh, unit.en, place=unit.places[0])
        for unit in units
        for severity in severities
    ]
    positions = [position for position in range(len(units)) for _ in severities]
    return CheckResult("s", tuple(findings), len(units), 0, tuple(positions))


@pytest.mark.parametrize(("places", "words"), OTHERS)
def test_where_else_a_unit_stands(places: tuple[Place, ...], words: str) -> None:
    unit = TranslationUnit("学院", "college", id="1", places=places)
    [found] = found_units(result_on([unit]), Inputs((InputFile(places[0].document, (unit,)),)))
    assert found.place == words


def test_the_gravest_finding_of_a_unit_stands_first() -> None:
    unit = TranslationUnit("学院", "college", id="1", places=(HERE,))
    result = result_on([unit], ("info", "error", "warning", "error"))
    [found] = found_units(result, Inputs((InputFile("a.tmx", (unit,)),)))
    assert [each.severity for each in found.findings] == ["error", "error", "warning", "info"]


def test_every_report_of_a_workbook_names_the_sheet_and_the_cell(tmp_path: Path) -> None:
    from openpyxl import Workbook, load_workbook

    book = Workbook()
    rows = (("编号", "中文", "英文"), ("T1", "学院有29所分校。", "The college has 26 campuses."))
    filled = book.create_sheet("术语 Terms", 0)
    for row in rows:
        filled.append(row)
    path = tmp_path / "book.xlsx"
    book.save(path)
    inputs = read_inputs([str(path)])
    result = check(inputs.units)
    rendered = {
        name: report_named(name).render(result, inputs) for name in ("text", "html", "tsv", "junit", "sarif")
    }
    for name, report in rendered.items():
        assert "Sheet “术语 Terms”, C2" in report.decode(), name
    location = json.loads(rendered["sarif"])["runs"][0]["results"][0]["locations"][0]
    assert location["message"]["text"] == "Sheet “术语 Terms”, C2, unit T1"
    assert "region" not in location["physicalLocation"]
    assert "Sheet" in str(etree.fromstring(rendered["junit"]).findtext(".//failure"))
    sheet = load_workbook(io.BytesIO(report_named("xlsx").render(result, inputs)))["findings"]
    assert (sheet["B2"].value, sheet["C2"].value) == ("Sheet “术语 Terms”, C2", "T1")


@pytest.mark.parametrize(
    ("target", "span", "suggestion", "shown"),
    [
        ("They build platforms", (19, 20), "s.", "platforms."),
        ("They build  platforms", (10, 12), " ", " "),
        ("The end", (0, 3), "An", "An"),
        ("Liugong - LVTC", (7, 10), "-", "-"),
    ],
)
def test_a_suggestion_is_told_in_whole_words(
    target: str, span: tuple[int, int], suggestion: str, shown: str
) -> None:
    each = Finding("1", "x/y", "warning", "m", "学院", target, Span("target", *span), suggestion)
    assert suggestion_of(each) == shown
