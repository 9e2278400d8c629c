"""English words that carry a fact, of which the Chinese has a trace or none."""

from __future__ import annotations

import pytest

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.counterparts.added_words import added_words, sources_by_longest_word
from vet_terms.model import Concept, TranslationUnit

REST = ("学校为学生{}提供教材。", "The school {}provides teaching materials for students{}.")
CASES = [
    ("", "", " online", ["online"]),
    ("在线", "", " online", []),
    ("", "", " free of charge", ["free of charge"]),
    ("免费", "", " free of charge", []),
    ("", "", " (online)", []),
    ("", "", ' "online"', []),
    ("", "", " of Lakeside Online College", []),
]


def _added(zh: str, en: str, context: Context) -> list[str]:
    reading = Reading(TranslationUnit(zh, en, id="1"), context)
    return [en[slip.start : slip.end] for slip in added_words(reading, context)]


@pytest.mark.parametrize(("zh", "before", "behind", "added"), CASES)
def test_one_trace_is_enough(zh: str, before: str, behind: str, added: list[str]) -> None:
    assert _added(REST[0].format(zh), REST[1].format(before, behind), Context()) == added


def test_of_several_in_one_sentence_the_first_is_reported() -> None:
    en = "The school provides teaching materials online for part-time students. Students visit the library."
    assert _added("学校为学生提供教材。学生参观学校。", en, Context()) == ["online", "library"]


def test_where_most_of_a_sentence_has_no_answer_nothing_is_said() -> None:
    assert not _added("学校为学生提供教材。", "Award-winning singers toured remote islands.", Context())


def test_the_english_of_a_term_is_left_to_its_rules() -> None:
    zh, en = "该校为标杆学校。", "The school is a world-class school."
    assert _added(zh, en, Context()) == ["world-class"]
    concept = Concept("1", "标杆学校", en="world-class school", type="term", status="approved")
    assert not _added(zh, en, Context([concept]))


@pytest.mark.parametrize("word", sorted(sources_by_longest_word()))
def test_each_row_has_chinese_for_its_english(word: str) -> None:
    for source in sources_by_longest_word()[word]:
        assert source.zh
        assert all(text and not text.isspace() for text in source.zh)
        assert source.en.search(word) or "s" in source.en.pattern
