"""The words of an English text, as the readers of numbers ask for them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vet_terms.language.words_en import Words


@given(st.text("abzAZ09 -'’.éſK\u0130\u00a0½中\n", max_size=30) | st.text(max_size=30))
def test_words_are_the_runs_of_letters_in_small_letters(text: str) -> None:
    words = Words(text)
    places = list(re.finditer("[A-Za-z]+", text))
    assert words.said == [place.group().lower() for place in places]
    end = 0
    for word, place in zip(words.said, places, strict=True):
        assert words.start(word, end) == place.start()
        end = place.end()


@pytest.mark.parametrize(
    ("text", "has_digits", "names_month", "says_money", "says_share"),
    [
        ("Nothing is told.", False, False, False, False),
        ("It may go on.", False, False, False, False),
        ("in May", False, True, False, False),
        ("IN MAY 2018", True, True, False, False),
        ("five dollars", False, False, True, False),
        ("€5", True, False, True, False),
        ("US$5", True, False, True, False),
        ("ten per cent", False, False, False, True),
        ("10％ and ½", True, False, False, False),
        ("10‰", True, False, False, True),
        ("by two percentage points", False, False, False, True),
    ],
)
def test_what_a_text_speaks_of(
    text: str, has_digits: bool, names_month: bool, says_money: bool, says_share: bool
) -> None:
    words = Words(text)
    assert (words.has_digits, words.names_month) == (has_digits, names_month)
    assert (words.says_money, words.says_share) == (says_money, says_share)
