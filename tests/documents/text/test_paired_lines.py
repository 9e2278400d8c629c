from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vet_terms.documents.text.paired_lines import FORMS, paired_forms, split_pair
from vet_terms.documents.text.plain_text import document_of_text

PAIRED = [
    ("bar", "教学工厂 / teaching factory", "教学工厂", "teaching factory"),
    (
        "bar",
        "产教融合/integration of industry and education",
        "产教融合",
        "integration of industry and education",
    ),
    ("bar", "teaching factory | 教学工厂", "teaching factory", "教学工厂"),
    ("bar", "与AHK合作办班 / classes run with AHK", "与AHK合作办班", "classes run with AHK"),
    ("brackets", "教学工厂（teaching factory）", "教学工厂", "teaching factory"),
    ("brackets", "teaching factory (教学工厂)", "teaching factory", "教学工厂"),
    (
        "brackets",
        "图书馆全天开放。（The library is open all day.）",
        "图书馆全天开放。",
        "The library is open all day.",
    ),
    ("space", "1.1 发展背景 Working Background", "1.1 发展背景", "Working Background"),
    ("space, English first", "teaching factory 教学工厂", "teaching factory", "教学工厂"),
]


@pytest.mark.parametrize(("form", "line", "left", "right"), PAIRED, ids=[row[1] for row in PAIRED])
def test_a_line_of_a_form_is_cut_where_the_document_has_it(
    form: str, line: str, left: str, right: str
) -> None:
    assert [text for _, text in split_pair(line, {form})] == [left, right]
    assert split_pair(line, set()) == []


OTHER = [
    "全国职业院校技能大赛（以下简称“大赛”）",
    "校企合作（AHK）",
    "2021/2022学年",
    "专业群（含机电、模具、汽修三个专业，招收初中和高中毕业生，学制三年）(ME)",
    "The college (founded in 1956)",
    "访问德国企业 Siemens",
    "机电/模具",
]


@pytest.mark.parametrize("line", OTHER)
def test_a_gloss_or_a_name_is_no_pair(line: str) -> None:
    assert split_pair(line, set(FORMS)) == []


def test_a_form_is_a_layout_where_three_lines_have_it() -> None:
    lines = [row[1] for row in PAIRED if row[0] == "brackets"]
    assert paired_forms(lines) == {"brackets"}
    assert paired_forms([*lines[:2], "学校有一座图书馆。"]) == frozenset()


def test_lines_of_pairs_stay_apart() -> None:
    text = "产教融合（industry and education）\nteaching factory（教学工厂）\n学分银行（credit bank）"
    blocks = document_of_text(text, "a.txt").blocks
    assert [(block.language, block.place.line) for block in blocks] == [
        ("zh", 1),
        ("en", 1),
        ("en", 2),
        ("zh", 2),
        ("zh", 3),
        ("en", 3),
    ]


def test_one_gloss_in_brackets_stays_in_its_line() -> None:
    text = "现代学徒制（modern apprenticeship）\n\n学校开设十二个试点班。\n\n每班二十人。"
    assert {block.language for block in document_of_text(text, "a.txt").blocks} == {"zh"}


@given(st.text(alphabet="教学（）() /|abC。", max_size=40), st.sets(st.sampled_from(sorted(FORMS))))
def test_no_letter_is_lost(line: str, forms: set[str]) -> None:
    parts = split_pair(line, forms)
    if parts:
        assert [char for _, part in parts for char in part if char.isalnum()] == [
            char for char in line if char.isalnum()
        ]
