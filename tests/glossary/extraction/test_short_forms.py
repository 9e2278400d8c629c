"""Short forms of names: what texts say themselves, and what only one of their names can have."""

from __future__ import annotations

import pytest

from vet_terms.glossary.extraction.chinese import analyse
from vet_terms.glossary.extraction.chinese_only import candidates
from vet_terms.glossary.extraction.extract import extract
from vet_terms.glossary.extraction.short_forms import tied
from vet_terms.model import Concept, Place, Segment, TranslationUnit

ANNOUNCED = [
    ("深圳职业技术大学（以下简称‘深职大’）召开大会。", [("深职大", "深圳职业技术大学")]),
    ("海南经贸职业技术学院(以下简称海经贸)今年招生。", [("海经贸", "海南经贸职业技术学院")]),
    ("青岛港湾职业技术学院（下称“青港院”）招生。", [("青港院", "青岛港湾职业技术学院")]),
    ("中国土木工程集团有限公司（中土集团）承建铁路。", [("中土集团", "中国土木工程集团有限公司")]),
    (
        "全国机械行业职业教育教学指导委员会（以下统称机械行指委）成立。",
        [("机械行指委", "全国机械行业职业教育教学指导委员会")],
    ),
    ("启动“青年教师支持计划”（简称“青支计划”）。", [("青支计划", "青年教师支持计划")]),
    # What only says of which kind it is names nothing, and a place in brackets is no short form.
    ("《职业教育条例》（以下简称《条例》）公布。", []),
    ("柳州市职业教育联盟（以下简称联盟）成立。", []),
    ("与博世汽车部件（苏州）有限公司合作。", []),
    ("浙江大学（杭州）招生。", []),
]


@pytest.mark.parametrize(("text", "said"), ANNOUNCED)
def test_what_a_sentence_says(text: str, said: list[tuple[str, str]]) -> None:
    assert list(analyse(text).short_forms) == said


def short_forms(*lines: str, document: str = "a.txt") -> dict[str, tuple[str, ...]]:
    segments = [Segment(line, "zh", "body", Place(document, 1, n)) for n, line in enumerate(lines, 1)]
    return {found.zh: found.zh_variants for found in candidates(segments) if found.zh_variants}


def test_a_form_that_one_name_can_have_is_a_variant_and_no_candidate() -> None:
    lines = ["金华职业技术学院今年招生。", "金职院的学生很多，金职院很大。"]
    segments = [Segment(line, "zh", "body", Place("a.txt", 1, n)) for n, line in enumerate(lines, 1)]
    found = {each.zh: each for each in candidates(segments)}
    assert found["金华职业技术学院"].zh_variants == ("金职院",)
    assert found["金华职业技术学院"].count == 3
    assert "金职院" not in found


def test_a_form_that_two_names_can_have_is_nobodys() -> None:
    assert short_forms("金华职业技术学院来了。", "金昌职业技术学院来了。", "金职院的学生很多。") == {}


def test_of_a_renamed_institution_the_last_name_has_the_form() -> None:
    found = short_forms(
        "柳州职业技术学院名列其中。", "2024年，柳州职业技术大学获批设立。", "柳职不断发展，柳职是柳州的柳职。"
    )
    assert found == {"柳州职业技术大学": ("柳职",)}


def test_a_form_is_a_word_of_its_own() -> None:
    assert short_forms("深圳职业技术大学成立。", "深职大力推进改革。") == {}


def test_a_form_that_two_documents_use_of_two_names_is_nobodys() -> None:
    names = {"金华职业技术学院": {"a"}, "金昌职业技术学院": {"b"}}
    texts = [(("a",), "金职院来了。"), (("b",), "金职院走了。")]
    assert tied(texts, names, {}).full == {}
    assert tied(texts[:1], names, {}).full == {"金职院": "金华职业技术学院"}


def made(*pairs: tuple[str, str]) -> dict[str, Concept]:
    units = [TranslationUnit(zh, en, places=(Place("d", n),)) for n, (zh, en) in enumerate(pairs, 1)]
    return {concept.zh: concept for concept in extract(units)[0]}


def test_in_a_bilingual_text_the_short_form_joins_the_entry() -> None:
    found = made(
        ("深圳职业技术大学（以下简称“深职大”）成立于1993年。",
         "Shenzhen Polytechnic University (hereinafter referred to as “SZPU”) was founded in 1993."),
        ("学生在深职大学习。", "Students study there."),
    )["深圳职业技术大学"]  # fmt: skip
    assert found.zh_variants == ("深职大",)
    assert found.en_variants == ("SZPU",)
    assert found.count == 3


def test_an_acronym_in_brackets_need_not_be_made_of_the_english() -> None:
    found = made(
        ("金华职业技术学院位于浙江省金华市。", "Jinhua Polytechnic (JHP) is located in Jinhua, Zhejiang.")
    )
    assert found["金华职业技术学院"].en_variants == ("JHP",)
