from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vet_terms.documents.text.line_languages import split_languages
from vet_terms.documents.text.paired_lines import paired_forms

SPLITS = [
    (
        "三是引进资源，搭建平台。  Third, introducing resources and building platforms",
        [("zh", "三是引进资源，搭建平台。"), ("en", "Third, introducing resources and building platforms")],
    ),
    (
        "技术标准伴随企业走出去。Third, to export standards: technical standards go out with",
        [
            ("zh", "技术标准伴随企业走出去。"),
            ("en", "Third, to export standards: technical standards go out with"),
        ],
    ),
    ("目录 CONTENTS", [("zh", "目录"), ("en", "CONTENTS")]),
    ("谢谢观看 THANKS", [("zh", "谢谢观看"), ("en", "THANKS")]),
    ("合作企业 HUAWEI", [("zh", "合作企业 HUAWEI")]),
    ("一、概况  Overview", [("zh", "一、概况"), ("en", "Overview")]),
    (
        "校企合作 / School-enterprise cooperation",
        [("zh", "校企合作"), ("en", "School-enterprise cooperation")],
    ),
    ("School overview | 学校概况", [("en", "School overview"), ("zh", "学校概况")]),
    ("We grew. 学校不断发展壮大。", [("en", "We grew."), ("zh", "学校不断发展壮大。")]),
    ("柳州职业技术学院与LVTC合作", [("zh", "柳州职业技术学院与LVTC合作")]),
    ("采用Problem-Based Learning模式", [("zh", "采用Problem-Based Learning模式")]),
    (
        "现代学徒制（Modern Apprenticeship System）试点",
        [("zh", "现代学徒制（Modern Apprenticeship System）试点")],
    ),
    ("The spirit of 工匠 matters here", [("en", "The spirit of 工匠 matters here")]),
    ("全国共有29所院校", [("zh", "全国共有29所院校")]),
    ("Only English here.", [("en", "Only English here.")]),
    ("12345", [(None, "12345")]),
]


@pytest.mark.parametrize(("line", "parts"), SPLITS)
def test_split_languages(line: str, parts: list[tuple[str | None, str]]) -> None:
    assert split_languages(line) == parts


TITLES = ["1.1 发展背景 Working Background", "1.2 主要目标 Main Objectives", "2. 保障措施 Our Safeguards"]


def test_titles_with_their_translation_behind_a_space_are_a_layout_where_there_are_several() -> None:
    assert paired_forms(TITLES) == {"space"}
    assert not paired_forms(TITLES[:2])
    assert not paired_forms(["访问德国企业 Siemens", "采用美国设备 Haas", "参观英国工厂 Mini"])


def test_such_titles_are_cut_only_in_such_a_document() -> None:
    assert [split_languages(title) for title in TITLES] == [[("zh", title)] for title in TITLES]
    assert [split_languages(title, paired={"space"}) for title in TITLES] == [
        [("zh", "1.1 发展背景"), ("en", "Working Background")],
        [("zh", "1.2 主要目标"), ("en", "Main Objectives")],
        [("zh", "2. 保障措施"), ("en", "Our Safeguards")],
    ]


def test_a_line_of_both_languages_thousands_of_characters_long_is_cut_as_well() -> None:
    line = "学校与企业合作培养人才。The college works with companies. " * 2000
    parts = split_languages(line.strip())
    assert len(parts) == 4000
    assert set(parts) == {
        ("zh", "学校与企业合作培养人才。"),
        ("en", "The college works with companies."),
    }


@given(st.text(alphabet="学校合作。，（ABcd1. |/", max_size=60))
def test_no_letter_is_lost(line: str) -> None:
    def letters(text: str) -> str:
        return "".join(char for char in text if char.isalnum())

    assert "".join(letters(part) for _, part in split_languages(line)) == letters(line)
