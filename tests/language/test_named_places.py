"""Countries and places of China in Chinese and in English."""

from __future__ import annotations

import pytest

from vet_terms.language.named_places import (
    is_meant,
    partners_in_chinese,
    places_in_chinese,
    places_in_english,
)


def in_chinese(text: str) -> list[str]:
    return [text[each.start : each.end] for each in places_in_chinese(text)]


def in_english(text: str) -> list[tuple[str, str]]:
    return [(text[each.start : each.end], each.places[0].chinese[0]) for each in places_in_english(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("泰国和老挝的学校", ["泰国", "老挝"]),
        ("印度尼西亚、印尼、印度", ["印度尼西亚", "印尼", "印度"]),
        ("内蒙古与蒙古", ["内蒙古", "蒙古"]),
        ("陕西、山西", ["陕西", "山西"]),
        ("欧美国家", []),
        ("高中国际班", []),
        ("马里兰大学", []),
        ("南苏丹", ["南苏丹"]),
        ("", []),
    ],
)
def test_chinese_names(text: str, found: list[str]) -> None:
    assert in_chinese(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Thai and Lao schools", [("Thai", "泰国"), ("Lao", "老挝")]),
        ("the U.S. and the US", [("U.S", "美国"), ("US", "美国")]),
        ("Inner Mongolia and Mongolia", [("Inner Mongolia", "内蒙古"), ("Mongolia", "蒙古")]),
        ("China–Thailand", [("China", "中国"), ("Thailand", "泰国")]),
        ("Sino-German", [("Sino", "中国"), ("German", "德国")]),
        ("Xi'an, Xi’an, XI'AN and Xian", [("Xi'an", "西安"), ("Xi’an", "西安"), ("Xian", "西安")]),
        ("LIUZHOU, GERMANY", [("LIUZHOU", "柳州"), ("GERMANY", "德国")]),
        ("Germans and Americans", [("German", "德国"), ("American", "美国")]),
        ("turkey, china and thai food", []),
        ("Chinatown and Indiana", []),
        ("Guinea-Bissau", [("Guinea-Bissau", "几内亚比绍")]),
        ("Hong Kong's schools", [("Hong Kong", "香港")]),
    ],
)  # fmt: skip
def test_english_names(text: str, found: list[tuple[str, str]]) -> None:
    assert in_english(text) == found


@pytest.mark.parametrize(
    ("country", "zh", "meant"),
    [
        ("Germany", "德国职业教育", True),
        ("Germany", "中德合作", True),
        ("Germany", "留德教师", True),
        ("Germany", "德育工作", False),
        ("India", "印度尼西亚学生", False),
        ("India", "印度尼西亚和印度学生", True),
        ("Laos", "老师", False),
        ("Laos", "中老铁路", True),
        ("Guangxi", "桂粤两地", True),
    ],
)
def test_what_a_text_can_mean(country: str, zh: str, meant: bool) -> None:
    [mention] = places_in_english(country)
    assert is_meant(mention.places[0], zh, places_in_chinese(zh)) is meant


def test_partners_of_china() -> None:
    text = "中德、中泰、中印尼合作，中老年人"
    assert [text[each.start : each.end] for each in partners_in_chinese(text)] == ["德", "泰", "印尼"]


def test_every_name_is_found_in_its_language() -> None:
    """A name is found as itself, or inside a longer one that begins with it."""
    from vet_terms.language import named_places

    for place in named_places._places():
        for name in place.chinese:
            assert any(place in each.places for each in places_in_chinese(name)), name
        for name in place.english:
            if name[0].isupper():
                assert any(place in each.places for each in places_in_english(f"in {name}.")), name
