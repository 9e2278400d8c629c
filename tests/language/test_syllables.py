"""The syllables of Hanyu Pinyin."""

from __future__ import annotations

import pytest

from vet_terms.language.syllables import SYLLABLES, is_pinyin


@pytest.mark.parametrize(
    ("letters", "count", "pinyin"),
    [
        ("zhenghai", 2, True),
        ("xian", 1, True),
        ("xian", 2, True),
        ("zhenghai", 1, False),
        ("zhenghia", 2, False),
        ("smith", 1, False),
        ("lyu", 1, True),
        ("lv", 1, True),
        ("", 0, True),
        ("", 1, False),
        ("ma", 0, False),
    ],
)
def test_so_many_syllables(letters: str, count: int, pinyin: bool) -> None:
    assert is_pinyin(letters, count) is pinyin


def test_there_are_about_four_hundred() -> None:
    assert 380 < len(SYLLABLES) < 420
    assert "xiong" in SYLLABLES and "biang" not in SYLLABLES
