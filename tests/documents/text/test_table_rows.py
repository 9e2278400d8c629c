from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vet_terms.documents.text.plain_text import document_of_text
from vet_terms.documents.text.table_rows import table_rows

TABLES = [
    (
        "a Markdown table",
        "| 中文 | English |\n|---|:--:|\n| 学分 | credit |",
        {0: ("中文", "English"), 1: (), 2: ("学分", "credit")},
    ),
    (
        "without bars at the edges",
        "中文 | English\n--- | ---\n学分 | credit",
        {0: ("中文", "English"), 1: (), 2: ("学分", "credit")},
    ),
    (
        "a bar in a cell",
        "| a | b |\n|---|---|\n| 甲\\|乙 | x<br>y |",
        {0: ("a", "b"), 1: (), 2: ("甲|乙", "x y")},
    ),
    (
        "it ends at a line without bars",
        "| a | b |\n|---|---|\n| 1 | 2 |\n\n| 3 | 4 |",
        {0: ("a", "b"), 1: (), 2: ("1", "2")},
    ),
    ("bars alone are no table", "甲 | 乙\n丙 | 丁", {}),
    ("a rule is no table", "标题\n-----\n正文", {}),
    (
        "tabs",
        "1\t学分\tcredit\n2\t学期\tterm\n3\t学年\tyear",
        {0: ("1", "学分", "credit"), 1: ("2", "学期", "term"), 2: ("3", "学年", "year")},
    ),
    ("two rows with a tab are no table", "学分\tcredit\n学期\tterm", {}),
    ("tabs in one language", "学分\t学期\n学年\t学制\n学籍\t学位", {}),
    ("nothing", "", {}),
]


@pytest.mark.parametrize(("text", "cells"), [row[1:] for row in TABLES], ids=[row[0] for row in TABLES])
def test_table_rows(text: str, cells: dict[int, tuple[str, ...]]) -> None:
    assert table_rows(text.split("\n")) == cells


def test_cells_are_blocks_of_one_language_on_one_line() -> None:
    head = "| 编号 | 中文 | English |\n|---|---|---|\n"
    text = head + "| 1 | 学分银行 | credit bank |\n| 2 | 订单班 | class made to order |"
    document = document_of_text(text, "a.md")
    assert [(block.role, block.language, block.text, block.place.line) for block in document.blocks] == [
        ("cell", "zh", "编号", 1),
        ("cell", "zh", "中文", 1),
        ("cell", "en", "English", 1),
        ("cell", "zh", "学分银行", 3),
        ("cell", "en", "credit bank", 3),
        ("cell", "zh", "订单班", 4),
        ("cell", "en", "class made to order", 4),
    ]
    assert [dropped.text for dropped in document.dropped] == ["1", "2"]


@given(st.text(alphabet="甲a|-\t\n \\:", max_size=60))
def test_any_text_may_be_asked(text: str) -> None:
    rows = text.split("\n")
    assert set(table_rows(rows)) <= set(range(len(rows)))
