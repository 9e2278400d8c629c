"""Bilingual tables on the sheets of a workbook."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl.comments import Comment
from tests.documents.sheets.xlsx_files import Row, inline, raw_workbook, workbook

from vet_terms.errors import InputError
from vet_terms.memory.bilingual import read_bilingual_file
from vet_terms.memory.bilingual_file import BilingualFile
from vet_terms.memory.entry_units import REVERSED
from vet_terms.memory.sides import SWAPPED


def read(folder: Path, data: bytes) -> BilingualFile:
    path = folder / "a.xlsx"
    path.write_bytes(data)
    return read_bilingual_file(path)


def spots(found: BilingualFile) -> list[str]:
    return [str(unit.places[0]).rpartition("a.xlsx:")[2] for unit in found.units]


TEACHERS = [
    [f"T-{n}", f"{n} teachers work there.", f"那里有{n}位教师。", "x" if n == 2 else 0.9] for n in range(5)
]
PAIR = ["学校", "school"]
HEADERS: list[Row] = [
    ["zh", "en"],
    ["中文", "英文"],
    ["原文", "译文"],
    ["Chinese (PRC)", "English (United States)"],
    ["Source (zh-CN)", "Target (en-US)"],
    ["中文名称", "英文翻译"],
    ["原文", "English"],
    ["中文", "译文"],
]


@pytest.mark.parametrize("header", HEADERS)
def test_headers(tmp_path: Path, header: Row) -> None:
    found = read(tmp_path, workbook([header, PAIR]))
    assert [(unit.zh, unit.en, unit.notes) for unit in found.units] == [("学校", "school", ())]
    assert found.remarks == () and spots(found) == ["p1:b1:B2"]


def test_several_sheets_and_what_is_passed_over(tmp_path: Path) -> None:
    def change(book: Any) -> None:
        book.worksheets[0]["B3"].comment = Comment("vet-terms: ignore numbers", "Li")
        book.worksheets[2].sheet_state = "hidden"
        for name, sheet in zip(("Terms", "More", "Old", "Read me"), book.worksheets, strict=True):
            sheet.title = name

    first: list[Row] = [
        ["职业教育术语 2023"],
        ["编号", "中文", "英文", "备注"],
        [7, "职业教育", "vocational education"],
        [],
        [None, "产教融合", None, "later"],
        ["编号", "中文", "英文", "备注"],
        ["z", 2023, 2023],
    ]
    found = read(
        tmp_path,
        workbook(first, [["zh", "en"], PAIR], [["zh", "en"], ["藏", "hide"]], [["read me"]], change=change),
    )
    assert [(unit.id, unit.zh, unit.en) for unit in found.units] == [
        ("7", "职业教育", "vocational education"),
        ("2", "产教融合", ""),
        ("z", "2023", "2023"),
        ("4", "学校", "school"),
    ]
    assert spots(found) == ["p1:b1:C3", "p1:b2:C5", "p1:b3:C7", "p2:b4:B2"]
    assert [unit.places[0].line for unit in found.units] == [3, 5, 7, 2]
    assert [unit.remarks for unit in found.units] == [("vet-terms: ignore numbers",), ("later",), (), ()]
    assert found.remarks == (
        "sheet Old is hidden and was passed over",
        "sheet Read me was passed over: it has no columns in Chinese and English",
    )


def test_a_sheet_without_a_header_is_told_by_its_cells(tmp_path: Path) -> None:
    found = read(tmp_path, workbook(TEACHERS))
    assert [(unit.id, unit.zh, unit.en) for unit in found.units[:1]] == [
        ("T-0", "那里有0位教师。", "0 teachers work there.")
    ]
    assert "column C as Chinese and B as English" in found.remarks[0]
    assert [unit.remarks for unit in found.units] == [(), (), ("x",), (), ()]


@pytest.mark.parametrize(
    ("header", "row", "note", "spot"),
    [
        (["zh", "en"], ["school", "学校"], SWAPPED, "p1:b1:A2"),
        (["source", "target"], ["school", "学校"], REVERSED, "p1:b1:A2"),
        (["英文原文", "中文"], ["school", "学校"], "", "p1:b1:A2"),
        (["Source", "中文"], ["school", "学校"], REVERSED, "p1:b1:A2"),
    ],
)
def test_which_side_is_which(tmp_path: Path, header: Row, row: Row, note: str, spot: str) -> None:
    found = read(tmp_path, workbook([header, row]))
    [unit] = found.units
    assert (unit.zh, unit.en, "".join(unit.notes)) == ("学校", "school", note)
    assert spots(found) == [spot]


def test_a_formula_without_a_result_is_said(tmp_path: Path) -> None:
    rows = "".join(
        f'<row r="{n}">{inline(f"A{n}", a)}{b}</row>'
        for n, a, b in [(1, "zh", inline("B1", "en")), (2, "学校", '<c r="B2"><f>A1&amp;"x"</f></c>')]
    )
    found = read(tmp_path, raw_workbook(rows))
    assert [(unit.zh, unit.en) for unit in found.units] == [("学校", "")]
    assert "(B2)" in found.remarks[0]


@pytest.mark.parametrize(
    ("sheets", "said"),
    [
        ([[["name", "age"], ["Li", 4]]], "has no usable header"),
        ([[["en", "fr"], ["school", "école"]]], "another language pair"),
        ([[["zh", "en", "zh-TW"], ["学校", "school", "學校"]]], "two columns are for zh"),
        ([[["zh", "en"], *([f"学校{n}", f"學校{n}"] for n in range(6))]], "both sides are Chinese"),
        ([[["zh", "en"]]], "no rows|has no Chinese|no sheet"),
        ([[]], "no sheet with a bilingual table"),
    ],
)
def test_bad_workbooks(tmp_path: Path, sheets: list[list[Row]], said: str) -> None:
    with pytest.raises(InputError, match=said) as caught:
        read(tmp_path, workbook(*sheets))
    assert "a.xlsx" in str(caught.value)
