from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vet_terms.language.divisions import Division, Kind, division_of

OPENINGS: list[tuple[str, Kind, int]] = [
    ("第一条　学生应当遵守纪律。", "article", 1),
    ("第二十一条 教师", "article", 21),
    ("第一百二十三条 学校", "article", 123),
    ("第3条 学校", "article", 3),
    ("第三条学校应当公开收费标准。", "article", 3),
    ("第五條 學校", "article", 5),
    ("第二章 教学管理", "chapter", 2),
    ("第十节 附则", "section", 10),
    ("第二部分：实施办法", "part", 2),
    ("附件一", "annex", 1),
    ("## 第四章 附则", "chapter", 4),
    ("**第六条** 学校", "article", 6),
    ("Article 12 Students shall obey.", "article", 12),
    ("ARTICLE 12", "article", 12),
    ("Article Twelve Students", "article", 12),
    ("Article Twenty-one Students", "article", 21),
    ("Art. 7 Students", "article", 7),
    ("Article 3. Students", "article", 3),
    ("Article 3　Students", "article", 3),
    ("Chapter IV Supplementary Provisions", "chapter", 4),
    ("CHAPTER TWO", "chapter", 2),
    ("Chapter XLII Miscellaneous", "chapter", 42),
    ("Section 2: Teaching", "section", 2),
    ("Part One General", "part", 1),
    ("Annex 1", "annex", 1),
]


@pytest.mark.parametrize(("text", "kind", "number"), OPENINGS, ids=[row[0] for row in OPENINGS])
def test_what_opens_a_division(text: str, kind: Kind, number: int) -> None:
    assert division_of(text) == Division(kind, number)


RUNNING = [
    "第三条规定的情形除外。",
    "第二章和第三章另行公布。",
    "第一条、第二条不适用。",
    "第一线教师",
    "依照第三条办理。",
    "Article 5 of these Measures applies.",
    "Articles are published monthly.",
    "Part time students pay half.",
    "Sections of the wall fell down.",
    "Chapter and verse",
    "",
]


@pytest.mark.parametrize("text", RUNNING)
def test_what_only_names_one(text: str) -> None:
    assert division_of(text) is None


def test_an_article_put_in_later_is_another_one() -> None:
    assert division_of("第十条之一 学校") == division_of("Article 10-1 Schools") == Division("article", 10, 1)
    assert division_of("第十条之一 学校") != division_of("第十条 学校")


@given(st.integers(1, 999), st.sampled_from(["article", "chapter", "section"]))
def test_both_languages_give_the_same_number(number: int, kind: Kind) -> None:
    sign = {"article": "条", "chapter": "章", "section": "节"}[kind]
    assert division_of(f"第{number}{sign} 甲") == division_of(f"{kind.title()} {number} Anything")


@given(st.text(max_size=40))
def test_any_text_may_be_asked(text: str) -> None:
    found = division_of(text)
    assert found is None or found.number >= 0
