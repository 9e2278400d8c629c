"""Dates as wholes, in every way of writing them, and the dates that there are not."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vet_terms.language.dates import (
    chinese_dates,
    date_contradictions,
    english_dates,
    impossible_dates,
)

CHINESE = [
    ("2021年3月5日", [(2021, 3, 5)]),
    ("二〇二一年三月五日", [(2021, 3, 5)]),
    ("2021.3.5", [(2021, 3, 5)]),
    ("6月7日至9日", [(None, 6, 7), (None, 6, 9)]),
    ("6月7—9日", [(None, 6, 7), (None, 6, 9)]),
    ("2018年9月至12月", [(2018, 9, None), (None, 12, None)]),
    ("3个月", []),
    ("赏月", []),
]

ENGLISH = [
    ("March 5, 2021", [(2021, 3, 5)]),
    ("5 March 2021", [(2021, 3, 5)]),
    ("the 5th of March 2021", [(2021, 3, 5)]),
    ("the fifth of March", [(None, 3, 5)]),
    ("Mar. 5", [(None, 3, 5)]),
    ("June 7–9", [(None, 6, 7), (None, 6, 9)]),
    ("7 to 9 June", [(None, 6, 7), (None, 6, 9)]),
    ("October 2019", [(2019, 10, None)]),
    ("2021-03-05", [(2021, 3, 5)]),
    ("You may go and march", []),
    ("in May", [(None, 5, None)]),
    ("March 20 students", [(None, 3, 20)]),
]

IMPOSSIBLE = [
    "February 30",
    "31 April",
    "June 31st",
    "29 February 2023",
    "2023-13-05",
    "by 21:75",
    "9:60 a.m.",
]
POSSIBLE = ["February 29", "29 February 2024", "a ratio of 1:75", "2023-12-31", "May", "31/12/2023", "12-31"]


@pytest.mark.parametrize(("text", "parts"), CHINESE)
def test_chinese_dates(text: str, parts: list[tuple[int | None, int, int | None]]) -> None:
    assert [each.senses for each in chinese_dates(text)] == [(each,) for each in parts]


@pytest.mark.parametrize(("text", "parts"), ENGLISH)
def test_english_dates(text: str, parts: list[tuple[int | None, int, int | None]]) -> None:
    assert [each.senses for each in english_dates(text)] == [(each,) for each in parts]


def test_the_day_or_the_month_may_stand_first() -> None:
    assert english_dates("5/3/2021")[0].senses == ((2021, 5, 3), (2021, 3, 5))
    assert english_dates("25/3/2021")[0].senses == ((2021, 3, 25),)


@pytest.mark.parametrize("text", IMPOSSIBLE)
def test_dates_that_there_are_not(text: str) -> None:
    assert len(impossible_dates(text, english_dates(text))) == 1


@pytest.mark.parametrize("text", POSSIBLE)
def test_dates_that_there_are(text: str) -> None:
    assert impossible_dates(text, english_dates(text)) == []


FORMS = ["%B {0.day}, %Y", "{0.day} %B %Y", "%b {0.day}, %Y", "%Y-%m-%d", "{0.day}/{0.month}/%Y"]


@given(
    st.dates(datetime.date(1950, 1, 1), datetime.date(2050, 12, 31)),
    st.integers(1, 400),
    st.sampled_from(FORMS),
)
def test_a_date_agrees_with_itself_and_with_no_other(date: datetime.date, days: int, form: str) -> None:
    zh = chinese_dates(f"{date.year}年{date.month}月{date.day}日")
    assert date_contradictions(zh, english_dates(date.strftime(form.format(date)))) == []
    other = date + datetime.timedelta(days)
    swapped = (other.year, other.day, other.month) == (date.year, date.month, date.day)
    found = date_contradictions(zh, english_dates(other.strftime(form.format(other))))
    assert len(found) == (0 if swapped and "/" in form else 1)
