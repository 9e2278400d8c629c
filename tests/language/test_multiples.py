"""Multiples and rough amounts, compared by what they come to."""

from __future__ import annotations

import pytest

from vet_terms.language.multiples import chinese_multiples, english_multiples
from vet_terms.language.numbers import compare
from vet_terms.language.rough_amounts import chinese_rough_amounts, english_rough_amounts

CHINESE = [
    ("增长了两倍", {3}),
    ("增长到两倍", {2}),
    ("是原来的三倍", {3}),
    ("扩大两倍", {2, 3}),
    ("翻番", {2}),
    ("翻了一番", {2}),
    ("翻两番", {4}),
    ("提高1.5倍", {2.5}),
    ("两个班", set()),
]

ENGLISH = [
    ("It doubled", {2}),
    ("twice its size", {2}),
    ("three times as many", {3}),
    ("grew three times", {3, 4}),
    ("a threefold increase", {3, 4}),
    ("rose by 150 percent", {2.5}),
    ("quadrupled", {4}),
    ("two classes", set()),
]

ROUGH = [
    ("数百名", "hundreds of", 2),
    ("数万", "tens of thousands", 4),
    ("数以千计", "thousands", 3),
    ("几十个", "dozens", 1),
    ("几百万", "several million", 6),
    ("数十万", "hundreds of thousands", 5),
]


@pytest.mark.parametrize(("text", "totals"), CHINESE)
def test_chinese_multiples(text: str, totals: set[float]) -> None:
    assert {float(total) for each in chinese_multiples(text) for total in each.totals} == totals


@pytest.mark.parametrize(("text", "totals"), ENGLISH)
def test_english_multiples(text: str, totals: set[float]) -> None:
    assert {float(total) for each in english_multiples(text) for total in each.totals} == totals


@pytest.mark.parametrize(("zh", "en", "power"), ROUGH)
def test_rough_amounts(zh: str, en: str, power: int) -> None:
    assert [each.power for each in chinese_rough_amounts(zh)] == [power]
    assert [each.power for each in english_rough_amounts(en)] == [power]
    assert compare(zh, en) == ()


def test_one_rough_amount_is_not_another() -> None:
    assert [each.difference for each in compare("数千名师生", "hundreds of teachers")] == ["wrong"]
