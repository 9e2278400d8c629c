"""What holds of every report, and what each of them says."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from dataclasses import replace

import pytest
from lxml import etree
from tests.checking.reports.results import BAD, FIRST, INPUTS, NOTHING, RESULT

from vet_terms.checking.inputs import Inputs
from vet_terms.checking.reports.marked import Piece, marked_pieces
from vet_terms.checking.reports.reports import REPORTS, report_named
from vet_terms.cli.check import FORMATS
from vet_terms.model import Span


def rendered(name: str, result: object = RESULT, inputs: Inputs = INPUTS) -> str:
    return report_named(name).render(result, inputs).decode()  # type: ignore[arg-type]


def test_the_command_offers_all_reports() -> None:
    assert tuple(report.name for report in REPORTS) == FORMATS


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_findings_give_the_same_bytes(name: str) -> None:
    report = report_named(name)
    assert report.render(RESULT, INPUTS) == report.render(RESULT, INPUTS)


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_found_and_nothing_read_are_reports_too(name: str) -> None:
    report = report_named(name)
    assert bool(report.render(NOTHING, INPUTS)) == (name != "text")
    assert bool(report.render(replace(NOTHING, units=0), Inputs(()))) == (name != "text")


@pytest.mark.parametrize("name", [report.name for report in REPORTS if report.text])
def test_no_text_of_a_document_reaches_a_terminal_as_a_command(name: str) -> None:
    assert not any(char in rendered(name) for char in "\x1b\x00")


def test_the_text_has_files_units_marks_and_a_table() -> None:
    lines = rendered("text").split("\n")
    assert lines[:2] == ["deck 1/批 次.xlf", "line 4, unit u1"]
    assert "  error    numbers/value: 26 is added → 29" in lines
    target = lines.index("  target   The city has  26 colleges.")
    assert lines[target + 1] == " " * 11 + " " * 12 + "^^^^"
    assert lines[-1] == "" and lines[-2].split() == ["house/rule", "·", "2", "·"]
    table = lines[lines.index(next(line for line in lines if line.startswith("rule "))) :]
    assert table[0].split() == ["rule", "error", "warning", "info"]
    assert [row.split()[0] for row in table[1:-1]] == [
        "omission/empty", "numbers/value", "terms/missing", "typography-english/doubled-space", "house/rule",
    ]  # fmt: skip


def test_a_spot_behind_the_last_character_is_marked() -> None:
    end = Span("target", len(FIRST.en), len(FIRST.en))
    result = replace(RESULT, findings=(replace(RESULT.findings[1], span=end),), positions=(0,))
    target, carets = rendered("text", result).split("\n")[4:6]
    assert carets == " " * len(target) + "^"


def test_json_says_what_can_be_fixed_and_what_was_set_aside() -> None:
    said = json.loads(rendered("json"))
    assert [each["fix"] for each in said["findings"]] == [None, None, " ", "", None, None, None, None]
    assert said["summary"]["set_aside"] == {"ignored": 2, "baseline": 1}
    assert said["summary"]["unused_ignores"] == [
        {"unit": "u9", "place": "a.po:b9", "rule": "numbers/valeu", "known": False}
    ]


def test_a_table_has_a_row_a_finding_and_no_quoting() -> None:
    rows = [line.split("\t") for line in rendered("tsv").split("\n")]
    assert rows.pop() == [""] and {len(row) for row in rows} == {len(rows[0])}
    assert len(rows) == 1 + len(RESULT.findings)
    first = dict(zip(rows[0], rows[3], strict=True))
    assert first["file"] == "deck 1/批 次.xlf" and first["line"] == "4" and first["fix"] == " "
    assert (first["side"], first["start"], first["end"]) == ("target", "12", "14")
    assert list(csv.reader(io.StringIO(rendered("tsv")), delimiter="\t", quoting=csv.QUOTE_NONE)) == rows


class TestJUnit:
    def suites(self, text: str) -> list[etree._Element]:
        return list(etree.fromstring(text.encode()))

    def test_a_file_is_a_suite_and_counts_add_up(self) -> None:
        root = etree.fromstring(rendered("junit").encode())
        assert [suite.get("name") for suite in root] == [
            "deck 1/批 次.xlf", "other.tsv", "clean.po", "units",
        ]  # fmt: skip
        for suite in root:
            cases = suite.findall("testcase")
            assert int(suite.get("tests")) == len(cases)  # type: ignore[arg-type]
            assert int(suite.get("failures")) == len(suite.findall("testcase/failure"))  # type: ignore[arg-type]
        assert root.get("failures") == str(len(root.findall("testsuite/testcase/failure"))) == "5"

    def test_infos_pass_and_are_told(self) -> None:
        _, other, *_ = self.suites(rendered("junit"))
        (case,) = [each for each in other if "terms/missing" in str(each.get("name"))]
        assert case.find("failure") is None and "Another term" in str(case.findtext("system-out"))

    def test_a_clean_file_has_passed_every_rule(self) -> None:
        suite = self.suites(rendered("junit", NOTHING))[2]
        assert len(suite) == len(NOTHING.rules) > 0 and not suite.findall("testcase/*")


class TestHtml:
    def test_nothing_is_fetched_and_only_its_own_parts_run(self) -> None:
        page = rendered("html")
        assert "http:" not in page.replace("http-equiv", "") and "https:" not in page and "url(" not in page
        assert page.count("<script>") == 1 == page.count("<style>")
        assert "default-src &#x27;none&#x27;" in page and "unsafe" not in page
        assert 'onclick="' not in page and 'style="' not in page

    def test_the_policy_names_what_is_in_the_page(self) -> None:
        import base64
        import hashlib
        import re

        page = rendered("html")
        for name in ("style", "script"):
            inside = re.search(rf"<{name}>(.*?)</{name}>", page, re.DOTALL)
            assert inside is not None
            digest = base64.b64encode(hashlib.sha256(inside[1].encode()).digest()).decode()
            assert f"{name}-src &#x27;sha256-{digest}&#x27;" in page

    def test_both_sides_are_marked_and_texts_escaped(self) -> None:
        page = rendered("html")
        assert '全市有<mark class="error">29</mark>所院校。' in page
        assert 'has<mark class="warning">  </mark><mark class="error">26</mark> colleges' in page
        assert "<script>alert" not in page and "&lt;script&gt;alert" in page

    def test_every_finding_is_there_with_what_the_filters_need(self) -> None:
        page = rendered("html")
        assert page.count("data-rule=") == len(RESULT.findings)
        assert page.count("<article") == 5
        assert '<option value="numbers/">numbers (2)</option>' in page


class TestXlsx:
    def sheets(self) -> object:
        from openpyxl import load_workbook

        return load_workbook(io.BytesIO(report_named("xlsx").render(RESULT, INPUTS)), rich_text=True)

    def test_a_row_a_finding_with_columns_to_answer(self) -> None:
        sheet = self.sheets()["findings"]  # type: ignore[index]
        rows = list(sheet.iter_rows(values_only=True))
        assert rows[0][:4] == ("file", "place", "unit", "severity") and rows[0][-2:] == ("answer", "remark")
        assert len(rows) == 1 + len(RESULT.findings)
        assert sheet.freeze_panes == "A2" and sheet.auto_filter.ref == f"A1:K{len(rows)}"
        (answers,) = sheet.data_validations.dataValidation
        assert answers.formula1 == '"fixed,false alarm,later"' and str(answers.sqref) == f"J2:J{len(rows)}"

    def test_the_spot_is_bold_and_its_spaces_are_kept(self) -> None:
        sheet = self.sheets()["findings"]  # type: ignore[index]
        target = sheet["H4"].value
        assert [str(run) for run in target] == ["The city has", "  ", "26 colleges."]
        assert target[1].font.b and str(target) == FIRST.en
        data = report_named("xlsx").render(RESULT, INPUTS)
        part = zipfile.ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet1.xml")
        assert b'<t xml:space="preserve">  </t>' in part

    def test_no_cell_is_a_formula(self) -> None:
        sheet = self.sheets()["findings"]  # type: ignore[index]
        cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
        assert {cell.data_type for cell in cells} <= {"s", "inlineStr"}

    def test_a_text_too_long_for_a_cell_is_cut(self) -> None:
        from openpyxl import load_workbook

        long = replace(RESULT.findings[1], target="字" * 40_000)
        result = replace(RESULT, findings=(long,), positions=(0,))
        sheet = load_workbook(io.BytesIO(report_named("xlsx").render(result, INPUTS)))["findings"]
        assert str(sheet["H2"].value).endswith("字 […]") and len(str(sheet["H2"].value)) == 32_767


PIECES = [
    ([], [("abcdef", None)]),
    ([(1, 3)], [("a", None), ("bc", "error"), ("def", None)]),
    ([(1, 3), (2, 4)], [("a", None), ("bcd", "error"), ("ef", None)]),
    ([(2, 2)], [("ab", None), ("c", "error"), ("def", None)]),
    ([(6, 6)], [("abcde", None), ("f", "error")]),
]


@pytest.mark.parametrize(("spans", "pieces"), PIECES)
def test_pieces_of_a_marked_text(spans: list[tuple[int, int]], pieces: list[tuple[str, str | None]]) -> None:
    findings = [replace(RESULT.findings[0], span=Span("target", *span)) for span in spans]
    assert [piece[:2] for piece in marked_pieces("abcdef", "target", findings)] == pieces
    assert list(marked_pieces("", "target", findings)) == []
    assert list(marked_pieces("abcdef", "source", findings)) == [Piece("abcdef")]


def test_the_graver_of_two_marks_is_shown() -> None:
    info = replace(RESULT.findings[5], span=Span("target", 0, 6))
    error = replace(RESULT.findings[0], span=Span("target", 2, 3))
    assert list(marked_pieces("abcdef", "target", [info, error])) == [
        Piece("ab", "info"), Piece("c", "error"), Piece("def", "info"),
    ]  # fmt: skip


def test_hostile_text_is_in_the_units_as_given() -> None:
    assert "\x1b" in BAD.en
