from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vet_terms.alignment.tokens import Token, _syllables, chinese_tokens, english_tokens, terms_of


def answered(zh: str, en: str, **glossary: tuple[str, ...]) -> set[str]:
    """Return the Chinese tokens that some English token answers."""
    terms = terms_of(glossary)
    right: list[Token] = english_tokens(en, terms)
    return {
        token.word for token in chinese_tokens(zh, terms) if any(token.keys & other.keys for other in right)
    }


CASES = [
    ("学校培养教师", "The school trains teachers", {"学校", "教师"}),
    ("學校培養教師", "The school trains teachers", {"学校", "教师"}),
    ("柳州的企业", "Enterprises in Liuzhou", {"柳州", "企业"}),
    ("共有三百二十名学生", "320 students in all", {"#320", "学生"}),
    ("占百分之三十", "accounting for 30 percent", {"#3/10"}),
    ("他说我们不知道", "He said we do not know", {"知道"}),
    ("采用PBL教学", "PBL teaching is used", {"PBL", "教学"}),
    ("今天下雨", "The budget was approved", set()),
]


@pytest.mark.parametrize(("zh", "en", "wanted"), CASES, ids=[case[0] for case in CASES])
def test_words_numbers_and_names_answer_each_other(zh: str, en: str, wanted: set[str]) -> None:
    assert wanted <= answered(zh, en)
    if not wanted:
        assert not answered(zh, en)


def test_small_words_are_left_out() -> None:
    assert not chinese_tokens("我们不是")
    assert not english_tokens("We don't have it")


def test_a_glossary_term_answers_as_a_whole_in_any_inflection() -> None:
    glossary = {"产教融合": ("industry-education integration",)}
    assert "term:0" in answered("推进产教融合", "They promote industry-education integration.", **glossary)
    assert "term:0" not in answered("推进产教融合", "They promote education.", **glossary)


# 嗯 and 呣 are read without a vowel, 绿 with one that has dots, 长 and 行 in two ways; 𠮷 is in few tables.
@given(st.text(alphabet="重庆长行银绿嗯呣欸柳州铁道职业都一不了地得㐀𠮷", min_size=1, max_size=4))
def test_syllables_are_those_that_pypinyin_finds_by_itself(word: str) -> None:
    from pypinyin import lazy_pinyin

    assert _syllables(word) == lazy_pinyin(word)


def test_syllables_of_the_beginnings_of_phrases_are_those_that_pypinyin_finds_by_itself() -> None:
    from pypinyin import lazy_pinyin
    from pypinyin.phrases_dict import phrases_dict

    for phrase in sorted(phrases_dict)[::7]:
        assert _syllables(phrase[:4]) == lazy_pinyin(phrase[:4])
