"""Numbered plans, congresses and years of schooling."""

from __future__ import annotations

import pytest

from vet_terms.glossary.suggesting.numbers import counted, ordinal


@pytest.mark.parametrize(
    ("number", "written"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (11, "11th"), (12, "12th"), (21, "21st")],
)
def test_ordinals(number: int, written: str) -> None:
    assert ordinal(number) == written


@pytest.mark.parametrize(
    ("zh", "before", "last"),
    [
        ("十四五", "14th Five-Year Plan", "14th Five-Year Plan"),
        ("十三五规划", "13th Five-Year Plan", "13th Five-Year Plan"),
        ("十九大", "19th CPC National Congress", "19th CPC National Congress"),
        ("十九届四中全会", "", "Fourth Plenary Session of the 19th CPC Central Committee"),
        ("三年制", "three-year", ""),
        ("第12届", "12th", ""),
        ("第二", "No. 2", ""),
    ],
)
def test_what_is_counted(zh: str, before: str, last: str) -> None:
    found = counted(zh)
    assert found is not None
    assert (found.before, found.last) == (before, last)


@pytest.mark.parametrize("zh", ["四大", "十大", "十五", "五", "二十届十二中全会", "百年制", "第届"])
def test_what_is_not(zh: str) -> None:
    assert counted(zh) is None
