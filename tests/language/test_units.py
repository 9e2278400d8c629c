"""Units of measure: which amounts are one, and which cannot be."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vet_terms.language.numbers_en import read_english
from vet_terms.language.numbers_zh import read_chinese
from vet_terms.language.quantity import Quantity
from vet_terms.language.units import (
    CHINESE_UNITS,
    ENGLISH_UNITS,
    Measure,
    Unit,
    chinese_measures,
    english_measures,
    measure_differences,
    same_amount,
)

SAME = [
    ("100亩", "6.67 hectares"),
    ("100亩", "16.5 acres"),
    ("300亩", "20 hectares"),
    ("15公里", "9.3 miles"),
    ("30里", "15 km"),
    ("20斤", "10 kilograms"),
    ("30℃", "86 °F"),
    ("-10摄氏度", "10 degrees Celsius"),
    ("5万平方米", "5 hectares"),
    ("半年", "six months"),
    ("半个月", "two weeks"),
    ("两周", "a fortnight"),
    ("两周", "14 days"),
    ("一年半", "18 months"),
    ("三个季度", "nine months"),
    ("两个学期", "one academic year"),
    ("48小时", "two days"),
    ("十年", "a decade"),
    ("一个世纪", "a hundred years"),
    ("一刻钟", "15 minutes"),
    ("96学时", "96 class hours"),
    ("三个半小时", "three and a half hours"),
]

OTHER = [
    ("100亩", "100 hectares"),
    ("300亩", "300 acres"),
    ("15公里", "15 miles"),
    ("20斤", "20 kilograms"),
    ("800℃", "800°F"),
    ("140学分", "140 class hours"),
    ("半年", "half a month"),
    ("两周", "two months"),
    ("45分钟", "45 hours"),
    ("3米", "3 feet"),
]

NONE = ["三年级", "2019年度", "天津", "一周边", "十里面", "3月", "5分", "两门课"]


def measures(zh: str, en: str) -> tuple[list[Measure], list[Measure]]:
    return chinese_measures(zh, read_chinese(zh)), english_measures(en, read_english(en))


@pytest.mark.parametrize(("zh", "en"), SAME)
def test_one_amount_in_two_units(zh: str, en: str) -> None:
    chinese, english = measures(zh, en)
    assert any(same_amount(one, other) for one in chinese for other in english)
    assert measure_differences(zh, chinese, en, english)[1] == []


@pytest.mark.parametrize(("zh", "en"), OTHER)
def test_one_number_with_another_unit(zh: str, en: str) -> None:
    assert len(measure_differences(zh, measures(zh, en)[0], en, measures(zh, en)[1])[1]) == 1


@pytest.mark.parametrize("zh", NONE)
def test_words_that_begin_like_a_unit(zh: str) -> None:
    assert chinese_measures(zh, read_chinese(zh)) == []


def test_an_amount_in_two_parts_is_one() -> None:
    zh, en = "一年零三个月", "fifteen months"
    converted, differing = measure_differences(zh, measures(zh, en)[0], en, measures(zh, en)[1])
    assert len(converted) == 3
    assert differing == []


UNITS = st.sampled_from([*CHINESE_UNITS.values(), *ENGLISH_UNITS.values()])


@given(st.fractions(Fraction(1, 100), 10**6), UNITS, UNITS)
def test_what_is_converted_exactly_is_the_same_both_ways(value: Fraction, one: Unit, other: Unit) -> None:
    first = Measure(Quantity(value, 0, 1), one)
    if one.dimension != other.dimension or not one.size or not other.size:
        second = Measure(Quantity(value, 0, 1), other)
        assert same_amount(first, second) == same_amount(second, first)
        return
    converted = (value * one.size + one.zero - other.zero) / other.size
    second = Measure(Quantity(converted, 0, 1), other)
    assert same_amount(first, second)
    assert same_amount(second, first)
