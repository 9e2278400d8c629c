from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from openpyxl.worksheet.worksheet import Worksheet
from tests.alignment.sheets import PAIRS, alignment, sheet_of, small, written_rows

from vet_terms.alignment.aligner import alignment_of
from vet_terms.alignment.reviewed import Traced, traced
from vet_terms.errors import OutputError
from vet_terms.glossary.workbooks import LONGEST_CELL
from vet_terms.memory.review.sheet import is_as_written, read_review
from vet_terms.memory.review.shown import ALONE, COLUMNS, SHADES, shown_rows
from vet_terms.memory.review.workbook import (
    HOW_TO_SHEET,
    MADE_SHEET,
    sheet_name,
    workbook_bytes,
)

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def written(path: Path, review: Traced) -> Path:
    path.write_bytes(workbook_bytes(review, "a.txt", "zh-CN"))
    return path


def first_sheet(data: bytes) -> Worksheet:
    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    assert isinstance(sheet, Worksheet)
    return sheet


def test_pairs_and_lone_texts_stand_side_by_side_in_the_order_of_the_document() -> None:
    sheet = first_sheet(workbook_bytes(small(), "deck.txt", "zh-CN"))
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0] == COLUMNS
    assert [(row[1] or "", row[2] or "") for row in rows[1:]] == [
        ("".join(zh), " ".join(en)) for zh, en in PAIRS
    ]
    assert [row[0] for row in rows[1:]] == [*range(1, 8)]
    assert rows[2][4] == "a.txt:p1:b2"
    assert [row[6] for row in rows[1:4]] == ["z1 e1", "z2 e2", "z3 z4 e3"]
    assert sheet.title == "deck.txt"
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:G8"
    assert sheet.column_dimensions["G"].hidden


def test_a_row_is_shaded_by_what_its_score_and_its_sides_say() -> None:
    scores = (0.99, 0.95, 0.94, 0.5, 0.49, 0.2, 0.8)
    rows = [replace(row, score=score) for row, score in zip(alignment(PAIRS).rows, scores, strict=True)]
    rows[6] = replace(rows[6], status="edited")
    review = traced(alignment_of(rows, "pages", "s"))
    names = ["sure", "sure", "likely", "alone", "weak", "alone", "edited"]
    assert [row.shade.name for row in shown_rows(review)] == names
    sheet = first_sheet(workbook_bytes(review, "a.txt", "zh-CN"))
    fills = {shade.name: shade.fill for shade in SHADES}
    for number, name in enumerate(names, start=2):
        for column in range(1, len(COLUMNS) + 1):
            cell = sheet.cell(number, column)
            assert cell.fill.fgColor.rgb == f"00{fills[name]}"
            assert cell.alignment.wrap_text
    assert sheet["D2"].number_format == "0.00"


def test_the_second_sheet_tells_in_both_languages_how_to_correct_and_what_the_shades_mean() -> None:
    workbook = openpyxl.load_workbook(io.BytesIO(workbook_bytes(small(), "a.txt", "zh-CN")))
    assert workbook.sheetnames == ["a.txt", HOW_TO_SHEET, MADE_SHEET]
    rows = list(workbook[HOW_TO_SHEET].iter_rows(values_only=True))
    text = "\n".join(f"{english}\n{chinese}" for english, chinese in rows)
    for said in ("Delete a row", "删除一行", "Move, merge or split", "移动、合并或拆分", "--corrections"):
        assert said in text
    for shade in SHADES:
        assert shade.english in text and shade.chinese in text
    assert workbook[MADE_SHEET].sheet_state == "veryHidden"


FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "＝1", '=HYPERLINK("http://example.org/")', "'=1", "=", "\t=1"]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_is_a_formula(text: str) -> None:
    data = workbook_bytes(traced(alignment([([text], [text])], document=text)), text, "zh-CN")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/")]
        assert len(sheets) == 3
        for name in sheets:
            root = etree.fromstring(archive.read(name))
            assert not list(root.iter(f"{MAIN}f"))
            assert {cell.get("t") for cell in root.iter(f"{MAIN}c")} <= {"inlineStr", "n"}
    cell = first_sheet(data)["B2"]
    assert cell.data_type == "s" and cell.value == text.strip()
    assert cell.quotePrefix
    assert cell.number_format == "@"


def test_the_same_alignment_gives_the_same_bytes_without_a_clock() -> None:
    data = workbook_bytes(small(), "a.txt", "zh-CN")
    assert data == workbook_bytes(small(), "a.txt", "zh-CN")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {part.compress_type for part in archive.infolist()} == {zipfile.ZIP_STORED}
        core = archive.read("docProps/core.xml").decode()
    assert core.count("1980-01-01T00:00:00Z") == 2
    assert "vet-terms:test" in core


def test_a_text_too_long_for_a_cell_is_said_with_its_place() -> None:
    fits = "学" * LONGEST_CELL
    first_sheet(workbook_bytes(traced(alignment([([fits], ["a"])])), "a.txt", "zh-CN"))
    for text in (fits + "校", "𠀀" * (LONGEST_CELL // 2 + 1)):
        with pytest.raises(OutputError, match=r"row 1 \(a\.txt:p1:b1\), column zh: has .* characters"):
            workbook_bytes(traced(alignment([([text], ["a"])])), "a.txt", "zh-CN")


NAMES = [
    ("deck.txt", "deck.txt"),
    ("folder/deck.txt", "deck.txt"),
    ("a[1]:*?.txt", "a 1    .txt"),
    ("'quoted'", "quoted"),
    ("How To", "review"),
    ("History", "review"),
    ("//", "review"),
    ("职" * 40, "职" * 31),
    ("\U00020000" * 20, "\U00020000" * 15),
    ("x" * 30 + "'.txt", "x" * 30),
]


@pytest.mark.parametrize(("document", "expected"), NAMES)
def test_the_first_sheet_is_named_after_the_document(document: str, expected: str) -> None:
    assert sheet_name(document) == expected
    assert first_sheet(workbook_bytes(small(), document, "zh-CN")).title == expected


def test_what_is_written_comes_back(tmp_path: Path) -> None:
    review = small()
    path = written(tmp_path / "a.review.xlsx", review)
    assert read_review(path, "a.review.xlsx") == sheet_of(review)
    assert is_as_written(path)


def test_it_comes_back_from_another_program_as_well(tmp_path: Path) -> None:
    """A workbook that is opened and saved has shared strings and compressed parts."""
    texts = ["_x0041_ and _x005F_", "a < b & c", "第一行", '"quoted"', "=1"]
    review = traced(alignment([([text], [text]) for text in texts]))
    path = written(tmp_path / "a.review.xlsx", review)
    openpyxl.load_workbook(path).save(path)
    assert read_review(path, "a.review.xlsx") == sheet_of(review)
    assert is_as_written(path)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.text(max_size=12), st.text(max_size=12)), min_size=1, max_size=4))
def test_any_text_comes_back(texts: list[tuple[str, str]]) -> None:
    review = traced(alignment([([zh], [en]) for zh, en in texts]))
    sheet = first_sheet(workbook_bytes(review, "a.txt", "zh-CN"))
    assert [(row.zh, row.en) for row in written_rows(review)] == [
        (unescaped(sheet.cell(number, 2).value), unescaped(sheet.cell(number, 3).value))
        for number in range(2, len(texts) + 2)
    ]


def unescaped(value: object) -> str:
    return "" if value is None else str(value).replace("_x005F_", "_")


def test_lone_rows_are_tinted_apart() -> None:
    assert [row.shade for row in shown_rows(small()) if not (row.zh and row.en)] == [ALONE, ALONE]
