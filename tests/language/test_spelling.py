"""Which English words there are, and what wrong ones stand for."""

from __future__ import annotations

import pytest

from vet_terms.language.pinyin_spelling import may_be_pinyin
from vet_terms.language.spelling import (
    corrections,
    frequencies,
    is_common,
    is_compound,
    is_derived,
    is_english,
    misspellings,
    parted,
)


@pytest.mark.parametrize(
    "word", ["college", "colour", "color", "organise", "organizes", "upskilling", "centers"]
)
def test_both_spellings_are_known(word: str) -> None:
    assert is_english(word)


@pytest.mark.parametrize("word", ["goverment", "trainning", "studnets", "wth"])
def test_wrong_words_are_not(word: str) -> None:
    assert not is_english(word)


def test_the_lists_hold_what_is_asked_of_them() -> None:
    assert misspellings()["goverment"] == ("government",)
    assert misspellings()["abandonning"] == ("abandoning",)
    assert len(misspellings()) > 50_000
    assert frequencies()["the"] > frequencies()["vocational"] > 0
    assert is_common("apprenticeship") and not is_common("zymurgy")


@pytest.mark.parametrize(
    ("word", "right"),
    [
        ("studnets", "students"),
        ("managment", "management"),
        ("colege", "college"),
        ("apprentiship", "apprenticeship"),
        ("xqzwv", None),
        ("a" * 1000, None),
    ],
)
def test_a_correction_is_one_slip_away_or_two_of_a_long_word(word: str, right: str | None) -> None:
    assert (corrections(word) or (None,))[0] == right


@pytest.mark.parametrize("word", ["reupskill", "unpresidential", "clicktivisms", "woundedness"])
def test_affixes_make_words(word: str) -> None:
    assert is_derived(word) == (word != "clicktivisms")


def test_compounds_are_made_of_two_words() -> None:
    assert is_compound("homeware") and not is_compound("zzqcollege")


@pytest.mark.parametrize(
    ("word", "apart"),
    [
        ("thecollege", "the college"),
        ("collegeand", "college and"),
        ("vocationalstudents", "vocational students"),
        ("policymakers", ""),
        ("therapy", ""),
    ],
)
def test_joined_words_are_parted(word: str, apart: str) -> None:
    assert parted(word) == apart


@pytest.mark.parametrize("word", ["hukou", "Liuzhou", "Xi'an", "guanxi", "zhuang", "luosifen"])
def test_pinyin_is_told(word: str) -> None:
    assert may_be_pinyin(word)


@pytest.mark.parametrize("word", ["college", "trainning", "Brandt", "a" * 100, ""])
def test_other_words_are_no_pinyin(word: str) -> None:
    assert not may_be_pinyin(word)
