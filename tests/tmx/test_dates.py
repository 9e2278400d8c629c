from __future__ import annotations

import pytest

from vet_terms.tmx.dates import date_of_milliseconds, is_tmx_date, milliseconds, tmx_date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("20260131T120000Z", "20260131T120000Z"),
        ("2026-01-31T12:00:00Z", "20260131T120000Z"),
        ("2026-01-31T12:00:00+08:00", "20260131T040000Z"),
        ("20260131T120000+0800", "20260131T040000Z"),
        ("2026-01-31", "20260131T000000Z"),
        ("2026-01-31 12:00", "20260131T120000Z"),
        ("2026-01-31T12:00:00.123Z", "20260131T120000Z"),
        ("20260230T000000Z", ""),
        ("20260131T250000Z", ""),
        ("yesterday", ""),
        ("", ""),
        ("00010101T000000+0800", ""),
    ],
)
def test_a_date_of_any_common_form_is_written_as_tmx_has_it(text: str, date: str) -> None:
    assert tmx_date(text) == date
    assert is_tmx_date(text) == (bool(date) and text == date)


def test_milliseconds_count_from_1970() -> None:
    assert milliseconds("19700101T000001Z") == 1000
    assert milliseconds("soon") is None


@pytest.mark.parametrize(
    ("text", "date"),
    [("1552360522999", "20190312T031522Z"), ("0", "19700101T000000Z"), ("-1", ""), ("", ""), ("9" * 15, "")],
)
def test_a_date_of_milliseconds(text: str, date: str) -> None:
    assert date_of_milliseconds(text) == date
