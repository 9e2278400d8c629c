from __future__ import annotations

import unicodedata
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vet_terms.memory.matching.folding import NUMBER, folded, numerals, spans_of, symbols
from vet_terms.model import Language
from vet_terms.tmx.model import PLACEABLE

LANGUAGES: tuple[Language, ...] = get_args(Language)

SAME: list[tuple[Language, str, str]] = [
    ("zh", "職業教育", "职业教育"),
    ("zh", "ＡＰＰ（２０２３）", "app(2023)"),
    ("zh", "柳州 职业 技术学院", "柳州职业技术学院"),
    ("zh", "“一带一路”", "「一带一路」"),
    ("zh", "产教融合\u3000校企合作", "产教融合校企合作"),
    ("zh", "国际化\u200b办学", "国际化办学"),
    ("en", "Vocational  Education\n", "vocational education"),
    ("en", "the “Belt and Road”", 'The "Belt and Road"'),
    ("en", "Sino–Thai", "Sino-Thai"),
    ("en", "Café", "Cafe\u0301"),
    ("en", "Made\u00a0in China", "made in china"),
]

OTHER: list[tuple[Language, str, str]] = [
    ("zh", "学院", "学校"),
    ("en", "school", "schools"),
    ("en", "in China", "inChina"),
    ("zh", "2023年", "2024年"),
]

NUMBERS = [
    ("2023年5月", f"{NUMBER}年{NUMBER}月"),
    ("共29所，11.5万人", f"共{NUMBER}所,{NUMBER}万人"),
    ("110,000 students", f"{NUMBER} students"),
    ("2020,2021", f"{NUMBER},{NUMBER}"),
    ("2020，2021年", f"{NUMBER},{NUMBER}年"),
    ("1.2.3", NUMBER),
    ("学校", "学校"),
]

SPANS: list[tuple[Language, str, str, list[str]]] = [
    ("zh", "职教", "職教與职教", ["職教", "职教"]),
    ("zh", "2023年", "在２０２３ 年", ["２０２３ 年"]),
    ("en", "art", "part of art, Art", ["art", "Art"]),
    ("en", "belt and road", "the Belt  and\nRoad Initiative", ["Belt  and\nRoad"]),
    ("en", "college", "colleges", ["college"]),
    ("zh", "保存按钮", f"点击{PLACEABLE}保存{PLACEABLE}按钮", [f"保存{PLACEABLE}按钮"]),
    ("en", "nothing", "something", []),
    ("zh", "学学", "学学学学学", ["学学", "学学"]),
    ("zh", "f", "eﬀort for", ["ﬀ", "f"]),
    ("en", "café", "The cafe\u0301 and the café", ["cafe\u0301", "café"]),
    ("en", "and", "e\u0301\u0344 and", ["and"]),
    ("en", "한 end", "\u1112\u1161\u11ab end", ["\u1112\u1161\u11ab end"]),
]


@pytest.mark.parametrize(("language", "one", "other"), SAME)
def test_what_is_no_difference_to_a_reader_is_folded(language: Language, one: str, other: str) -> None:
    assert folded(one, language) == folded(other, language)


@pytest.mark.parametrize(("language", "one", "other"), OTHER)
def test_what_is_a_difference_stays(language: Language, one: str, other: str) -> None:
    assert folded(one, language) != folded(other, language)


@pytest.mark.parametrize(("text", "expected"), NUMBERS)
def test_a_number_is_one_symbol(text: str, expected: str) -> None:
    language: Language = "en" if text.isascii() else "zh"
    assert symbols(folded(text, language)) == expected


def test_numerals_are_told_without_separators_of_thousands() -> None:
    assert numerals("１10,000人，2.5万，第3") == ("110000", "2.5", "3")


@pytest.mark.parametrize(("language", "phrase", "text", "expected"), SPANS)
def test_a_phrase_is_shown_where_it_stands(
    language: Language, phrase: str, text: str, expected: list[str]
) -> None:
    assert [text[start:end] for start, end in spans_of(phrase, text, language)] == expected


@given(st.text(max_size=30))
def test_canonically_equivalent_texts_are_folded_alike(text: str) -> None:
    for language in LANGUAGES:
        forms = {folded(unicodedata.normalize(form, text), language) for form in ("NFC", "NFD")}
        assert forms == {folded(text, language)}


@given(st.text(alphabet="学校 aBc１2,.“PLé", min_size=1, max_size=12), st.data())
def test_every_part_of_a_text_is_found_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    part = text[start:end]
    if folded(part, "zh"):
        assert any(begin <= start + 12 for begin, _ in spans_of(part, text, "zh"))
