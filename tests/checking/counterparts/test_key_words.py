"""Short words that carry a fact, of which the English has a trace or none."""

from __future__ import annotations

import re

import pytest

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.counterparts.key_words import english_of, lost_words, table
from vet_terms.model import Concept, TranslationUnit

REST = ("学校为学生{}提供教材。", "The school {}provides teaching materials for students.")
CASES = [
    ("免费", "", True),
    ("免费", "freely ", False),
    ("免费", "at no cost ", False),
    ("定期", "", True),
    ("定期", "each term ", False),
    ("不定期", "regularly ", True),
    ("不定期", "irregularly ", False),
    ("立即", "without delay ", False),
    ("并非免费", "", False),
    ("“免费”", "", False),
]
CUTS = [
    ("学校为非法人单位提供服务。", "The school provides services for unincorporated units."),
    ("学校全部门参加安全培训。", "The departments of the school take part in safety training."),
    ("公司完成首次公开募股工作。", "The company has completed its work on the IPO."),
    ("该校获《全国首届技能节》奖杯。", "The school won the cup."),
]


def _lost(zh: str, en: str, context: Context) -> list[str]:
    reading = Reading(TranslationUnit(zh, en, id="1"), context)
    return [zh[slip.start : slip.end] for slip in lost_words(reading, context)]


@pytest.mark.parametrize(("zh", "en", "is_lost"), CASES)
def test_one_trace_is_enough(zh: str, en: str, is_lost: bool) -> None:
    found = _lost(REST[0].format(zh), REST[1].format(en), Context())
    assert found == ([zh] if is_lost else [])


@pytest.mark.parametrize(("zh", "en"), CUTS)
def test_no_word_is_cut_out_of_another(zh: str, en: str) -> None:
    assert not _lost(zh, en, Context())


def test_a_clause_left_out_as_a_whole_is_another_matter() -> None:
    en = "The school provides teaching materials for students."
    zh = "学校为学生提供教材，定期邀请企业专家来校讲座。"
    assert not _lost(zh, en, Context())


def test_a_term_of_the_glossary_is_left_to_its_rules() -> None:
    zh, en = "该校是现代学徒制试点单位。", "The school is a modern apprenticeship unit."
    assert _lost(zh, en, Context()) == ["试点"]
    concept = Concept("1", "试点单位", en="test bed", type="term", status="approved")
    assert not _lost(zh, en, Context([concept]))


def test_what_a_unit_lacks_twice_is_said_once() -> None:
    zh = "学校为学生免费提供教材，为教师免费提供教材。"
    en = "The school provides teaching materials for students and teaching materials for teachers."
    assert _lost(zh, en, Context()) == ["免费"]


def test_the_table_is_whole() -> None:
    for word, meaning in table().items():
        assert re.fullmatch("[\u4e00-\u9fff]{2,6}", word)
        assert len(set(meaning.en)) == len(meaning.en) >= 2
        assert english_of(meaning).search("") is None
        assert all(re.fullmatch(r"[a-z0-9_*?'./]+", form) for form in meaning.en), word
    rows = {
        meaning: [word for word, other in table().items() if other is meaning] for meaning in table().values()
    }
    for meaning, words in rows.items():
        for longer in meaning.zh_excuse:
            assert any(word in longer and word != longer for word in words), longer
