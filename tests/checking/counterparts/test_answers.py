"""Words and stretches as they are cut quickly are those of the plain rule."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vet_terms.checking.counterparts.answers import chinese_words, english_stretches
from vet_terms.language.education_words import ABBREVIATED, EDUCATION
from vet_terms.language.lexicon import is_known

_MARKS = re.compile(
    r"(?:[,;:!?…—–()\n]|\.(?!\d))+\s*|\s(?=(?:and|but|while|whereas|although|which|who|because|so)\s)"
)
_PIECES = [
    " ",
    "\n",
    "\t",
    ".",
    ",",
    ";",
    ":",
    "(",
    "…",
    "—",
    "1.5",
    " and ",
    " so ",
    " whose",
    "sand\n",
    "a",
]


def _longest(text: str, at: int) -> str:
    parts = (text[at : at + size] for size in (4, 3, 2))
    return next((part for part in parts if is_known(part) or part in {*ABBREVIATED, *EDUCATION}), text[at])


@given(st.text("职业教育学院中国家级技能大赛校企一是", max_size=24))
def test_chinese_is_cut_into_the_longest_words_from_the_left(text: str) -> None:
    wanted = []
    at = 0
    while at < len(text):
        wanted.append((at, _longest(text, at)))
        at += len(wanted[-1][1])
    assert chinese_words(text) == tuple(wanted)


@pytest.mark.parametrize(
    ("text", "words"),
    [("宿舍和食堂", "宿舍 和 食堂"), ("和平", "和平"), ("从中国来", "从 中国 来"), ("对外开放", "对外 开放")],
)
def test_a_little_word_takes_nothing_from_a_far_more_frequent_one(text: str, words: str) -> None:
    assert [word for _, word in chinese_words(text)] == words.split()


def test_only_chinese_is_cut_and_each_word_has_its_place() -> None:
    assert chinese_words("LVTC的职业教育，2016年") == ((4, "的"), (5, "职业教育"), (14, "年"))


@given(st.lists(st.sampled_from(_PIECES), max_size=12).map("".join))
def test_english_stretches_stand_between_marks_and_before_conjunctions(text: str) -> None:
    edges = [0, *(place for found in _MARKS.finditer(text) for place in found.span()), len(text)]
    pairs = zip(edges[::2], edges[1::2], strict=True)
    assert english_stretches(text) == [(start, end) for start, end in pairs if text[start:end].strip()]
