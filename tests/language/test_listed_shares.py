"""Shares in a list whose unit is said once."""

from __future__ import annotations

from fractions import Fraction

import pytest

from vet_terms.language.numbers import compare
from vet_terms.language.numbers_en import read_english
from vet_terms.language.numbers_zh import read_chinese


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("提高了1.1、0.8和0.4个百分点", "rose by 1.1, 0.8 and 0.4 percentage points"),
        ("分别为10%、20%和30%", "were 10, 20 and 30 per cent respectively"),
        ("提高3、5和8个百分点", "rose by three, five and eight percentage points"),
    ],
)
def test_the_unit_is_that_of_all(zh: str, en: str) -> None:
    assert compare(zh, en) == ()


def test_a_number_beside_the_list_keeps_its_own_unit() -> None:
    zh = [(each.value, each.kind) for each in read_chinese("12所学校，占20%和30%") if each.weight == "firm"]
    assert zh == [(Fraction(12), "plain"), (Fraction(1, 5), "percent"), (Fraction(3, 10), "percent")]
    en = [(each.value, each.kind) for each in read_english("12 schools, or 20 and 30%")]
    assert en == [(Fraction(12), "plain"), (Fraction(1, 5), "percent"), (Fraction(3, 10), "percent")]


def test_a_wrong_share_of_a_list_is_found() -> None:
    (wrong,) = compare("分别提高1.1、0.8和0.4个百分点", "rose by 1.1, 0.7 and 0.4 percentage points")
    assert wrong.difference == "wrong"
