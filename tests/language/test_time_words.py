"""Weekdays, halves of the year, quarters, seasons and words such as 去年: what contradicts what."""

from __future__ import annotations

import itertools

import pytest

from vet_terms.language import time_words
from vet_terms.language.time_words import word_contradictions
from vet_terms.language.words_en import words_of

CONTRADICTING = [
    ("周三开会", "on Tuesday", "weekday"),
    ("周一、三、五上课", "on Mondays, Tuesdays and Fridays", "weekday"),
    ("星期天", "Saturday", "weekday"),
    ("上半年", "the second half of the year", "period"),
    ("下半年", "H1", "period"),
    ("第三季度", "Q2", "period"),
    ("一季度", "the fourth quarter", "period"),
    ("秋季学期", "the spring semester", "period"),
    ("第二学期", "the first term", "period"),
    ("去年", "this year", "date"),
    ("上月", "next month", "date"),
    ("昨天", "today", "date"),
    ("三年前", "three years later", "duration"),
    ("五个月后", "five months ago", "duration"),
    ("2019级学生", "students who graduated in 2019", "period"),
    ("2023届毕业生", "students admitted in 2023", "period"),
]

AGREEING = [
    ("周三开会", "on Wednesday"),
    ("周三开会", "on September 10"),
    ("一周三次课", "classes on Mondays"),
    ("周末", "on Sundays"),
    ("前三季度", "the first three quarters"),
    ("三个季度", "the second quarter"),
    ("去年", "in 2018"),
    ("去年比今年多", "more last year than this year"),
    ("去年同月", "this month"),
    ("三年前", "three years before that"),
    ("开学前两周", "two weeks after the start"),
    ("2019级学生于2022年毕业", "students who enrolled in 2019 and graduated in 2022"),
    ("春天", "the spring"),
    ("下学期", "next term"),
    ("第五届", "the fifth session"),
]


@pytest.mark.parametrize(("zh", "en", "topic"), CONTRADICTING)
def test_a_contradiction(zh: str, en: str, topic: str) -> None:
    assert [each.topic for each in word_contradictions(zh, en)] == [topic]


@pytest.mark.parametrize(("zh", "en"), AGREEING)
def test_no_contradiction(zh: str, en: str) -> None:
    assert list(word_contradictions(zh, en)) == []


CHINESE_PIECES = (
    "周", "星期", "礼拜", "三", "天", "上半年", "第2季度", "下学期", "春季", "去年", "这一周", "上个月",
    "三年", "多", "之", "前", "后", "2019", "级", "届", "的",
)  # fmt: skip
ENGLISH_PIECES = (
    "Monday", "Tuesdays", "Wed.", "Sun. ", "first half", "H2", "last quarter", "Q3", "next term", "spring",
    "fall semester", "last year", "this week", "today", "years ago", "months later", "days from now",
    "within three days", "graduates of 2019", "enrolled in 2018", " ", "the ",
)  # fmt: skip


@pytest.mark.parametrize("kind", time_words._KINDS)
def test_a_chinese_text_that_speaks_of_a_time_has_one_of_its_signs(kind: time_words._Kind) -> None:
    for pieces in itertools.product(CHINESE_PIECES, repeat=3):
        text = "".join(pieces)
        if list(kind.chinese(text)):
            assert not kind.signs.isdisjoint(text)
            assert time_words._TIME.search(text)


@pytest.mark.parametrize("kind", time_words._KINDS)
def test_an_english_text_that_speaks_of_a_time_has_one_of_its_words(kind: time_words._Kind) -> None:
    for pieces in itertools.product(ENGLISH_PIECES, repeat=2):
        text = "".join(pieces)
        if list(kind.english(text)):
            assert not kind.words.isdisjoint(words_of(text).said)
