"""The forms by which a query and a term are compared."""

from __future__ import annotations

import random
import re

import pytest

from vet_terms.glossary.folding import CONVERTED_OF_GB2312, base_form, chinese_keys, english_words, initials
from vet_terms.language.scripts import comparable, to_simplified

SAME_CHINESE = [
    ("職業技術學院", "职业技术学院"),
    ("“双元制”", "双元制"),
    ("柳工--柳职院 客户中心", "柳工-柳职院客户中心"),
    ("１＋Ｘ证书", "1+x 证书"),
    ("臺灣", "台湾"),
    ("衞生學校", "卫生学校"),
    ("沿著", "沿着"),
]


@pytest.mark.parametrize(("one", "other"), SAME_CHINESE)
def test_chinese_forms_that_are_the_same(one: str, other: str) -> None:
    first, second = chinese_keys([one, other])
    assert first == second


def test_converting_all_at_once_is_converting_each() -> None:
    texts = ["職業技術學院", "乾隆\n乾燥", "", "頭髮", "發展", "LVTC", "面\u3000麵", "后", "後"]
    assert chinese_keys(texts) == [re.sub(r"[\W_]", "", comparable(text)) for text in texts]
    assert chinese_keys(texts) == [chinese_keys([text])[0] for text in texts]
    assert chinese_keys([]) == []


def test_what_is_surely_simplified_is_what_a_conversion_leaves_alone() -> None:
    of_gb2312 = bytes(range(0xB0, 0xF8))
    characters = [
        bytes((row, cell)).decode("gb2312")
        for row in of_gb2312
        for cell in range(0xA1, 0xFF)
        if not (row == 0xD7 and cell > 0xF9)
    ]
    changed = {char for char in characters if to_simplified(char) != char}
    assert changed == CONVERTED_OF_GB2312
    rest = [char for char in characters if char not in changed]
    for seed in range(20):
        shuffled = "".join(random.Random(seed).sample(rest, len(rest)))
        assert to_simplified(shuffled) == shuffled


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Dual-System", ("dual", "system")),
        ("Vocational & Technical", ("vocational", "and", "technical")),
        ("Liuzhou People’s Government", ("liuzhou", "peoples", "government")),
        ("Liuzhou People's Government", ("liuzhou", "peoples", "government")),
        ("Café “Müller”", ("cafe", "muller")),
        ("1+X certificate", ("1+x", "certificate")),
        ("the", ("the",)),
        ("—", ()),
    ],
)
def test_english_words(text: str, words: tuple[str, ...]) -> None:
    assert english_words(text) == words


SAME_BASE = [
    "college colleges",
    "school schools",
    "university universities",
    "enterprise enterprises",
    "course courses",
    "class classes",
    "box boxes",
    "branch branches",
    "campus campuses",
    "house houses",
    "person people",
    "curriculum curricula",
    "centre center centres centers",
    "programme program programmes",
    "labour labor",
    "organisation organization organisations",
    "modelling modeling",
]


@pytest.mark.parametrize("words", SAME_BASE)
def test_words_with_the_same_base(words: str) -> None:
    assert len({base_form(word) for word in words.split()}) == 1


@pytest.mark.parametrize("words", ["class clan", "bus bu", "analysis analyst", "four for", "news new"])
def test_words_with_bases_of_their_own(words: str) -> None:
    assert len({base_form(word) for word in words.split()}) == 2


def test_initials_are_counted_with_and_without_small_words() -> None:
    assert initials(english_words("Chamber of Industry and Commerce")) == {"coiac", "cic"}
    assert initials(("college",)) == frozenset()
