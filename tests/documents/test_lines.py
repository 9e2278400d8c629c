from __future__ import annotations

import pytest

from vet_terms.documents.lines import pages, split_languages

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


def test_slides_are_told_apart_by_the_longer_blank_runs() -> None:
    text = "甲甲\n\n乙乙\n\n\n\n丙丙\n丁丁\n"
    assert [[line.text for line in page] for page in pages(text)] == [["甲甲", "乙乙"], ["丙丙", "丁丁"]]


def test_two_blank_lines_part_slides_where_none_are_longer() -> None:
    text = "甲甲\n乙乙\n\n\n丙丙\n丁丁\n\n\n戊戊\n"
    assert len(pages(text)) == 3


def test_form_feeds_part_pages_and_lines_keep_their_numbers() -> None:
    found = pages("甲甲\n\f乙乙\n丙丙\n")
    assert [[(line.number, line.text) for line in page] for page in found] == [
        [(1, "甲甲")],
        [(2, "乙乙"), (3, "丙丙")],
    ]


def test_a_name_that_begins_the_english_below_is_given_back() -> None:
    ((first, second),) = pages(
        "“柳工-柳职院”体验中心落地Liugong \n\n- LVTC Experience Center was established\n"
    )
    assert first.text == "“柳工-柳职院”体验中心落地"
    assert second.text == "Liugong - LVTC Experience Center was established"


def test_an_acronym_at_the_end_of_chinese_stays() -> None:
    ((first, _),) = pages("德国工商大会上海代表处AHK\n- a new office in China\n")
    assert first.text.endswith("AHK")
