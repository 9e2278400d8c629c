"""Items that the English adds to what the Chinese names."""

from __future__ import annotations

import pytest

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.counterparts.added_items import added_items, are_added
from vet_terms.model import TranslationUnit


def added(zh: str, en: str) -> list[str]:
    reading = Reading(TranslationUnit(zh, en, id="1"), Context([]))
    words = reading.chinese_words
    found = added_items(zh, en, words, reading.contents)
    agreed = are_added([(zh, en, words, each) for each in found])
    return [en[each.start : each.end] for each, agrees in zip(found, agreed, strict=True) if agrees]


@pytest.mark.parametrize(
    ("zh", "en", "item"),
    [
        (
            "基地种植了水稻和茶叶。",
            "The base grows rice, tea and mushrooms.",
            "mushrooms",
        ),
        (
            "代表团参观了图书馆和实训车间。",
            "The delegation visited the library, the sports hall and the training workshops.",
            "the sports hall",
        ),
        (
            "学校与该公司签订了合作协议。",
            "The school signed a cooperation agreement with the company in the presence of the mayor.",
            "the mayor",
        ),
    ],
)
def test_what_no_chinese_word_can_mean_is_added(zh: str, en: str, item: str) -> None:
    assert added(zh, en) == [item]


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("基地种植了水稻和茶叶。", "The base grows rice and tea."),
        # One word of Chinese, two of English.
        ("学校为师生提供食宿。", "The school provides teachers and students with board and lodging."),
        # A number that English lists.
        ("专业覆盖三大产业。", "The majors cover the primary, secondary and tertiary industries."),
        # A verb of which more follows.
        ("签字起生效，有效期三年。", "It takes effect on signature and remains in force for three years."),
        # An idiom.
        ("他每天六点起床，风雨无阻。", "Rain or shine, he gets up at six every day."),
        ("", "Rice, tea and mushrooms."),
    ],
)  # fmt: skip
def test_what_the_chinese_may_mean_is_not(zh: str, en: str) -> None:
    assert added(zh, en) == []


def test_nothing_is_asked_of_nothing() -> None:
    assert are_added([]) == []
