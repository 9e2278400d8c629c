"""The leverage table, with sizes and bands that were reckoned by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.memory.fake_memory import memory_of

from vet_terms.memory.analysis import BANDS, Volume, analyse, band_of, together, volume_of
from vet_terms.memory.source_text import SourceText
from vet_terms.model import Language, Place, Segment


def text(name: str, *segments: str, language: Language = "zh") -> SourceText:
    return SourceText(
        name, language, tuple(Segment(each, language, "body", Place(name)) for each in segments), 0
    )


@pytest.mark.parametrize(
    ("segment", "characters", "words"),
    [
        ("学校成立。", 4, 0),
        ("柳职院（LVTC）与AHK合作", 6, 2),
        ("“1+X”证书", 2, 1),
        ("投入2542.4万元", 4, 1),
        ("全国 3 000 人", 3, 2),
        ("China—ASEAN 中国-东盟", 4, 1),
        ("中文，English words", 2, 2),
        ("The college’s two-year course – 30%.", 0, 5),
        ("ＬＶＴＣ和１２３", 1, 2),
        ("……", 0, 0),
    ],
)
def test_characters_and_words(segment: str, characters: int, words: int) -> None:
    assert volume_of(segment) == Volume(1, characters, words)


@pytest.mark.parametrize(
    ("percent", "band"),
    [
        (100, "100"),
        (99, "95-99"),
        (95, "95-99"),
        (94, "85-94"),
        (85, "85-94"),
        (84, "75-84"),
        (75, "75-84"),
        (74, "50-74"),
        (50, "50-74"),
        (49, "none"),
        (0, "none"),
    ],
)
def test_bands(percent: int, band: str) -> None:
    assert band_of(percent) == band


MEMORY = (("学校与企业合作办学。", "The college runs courses with companies."),)
"""Ten characters with the full stop."""


@pytest.mark.parametrize(
    ("segment", "band"),
    [
        ("学校与企业合作办学。", "100"),
        ("学院与企业合作办学。", "85-94"),
        ("学院和企业合作办学。", "75-84"),
        ("学院和公司合作办班。", "50-74"),
        ("天气很好。", "none"),
        ("2023/2024", "no words"),
    ],
)
def test_a_segment_stands_in_the_band_of_its_best_match(segment: str, band: str) -> None:
    [analysis] = analyse([text("a", segment)], memory_of(*MEMORY))
    assert [name for name, volume in analysis.bands.items() if volume.segments] == [band]


def test_the_first_is_in_its_band_and_later_ones_are_repetitions_across_files() -> None:
    same = "学校与企业合作办学。"
    first, second = analyse(
        [text("a", same, "新的一句。", same), text("b", same, "新的一句。")], memory_of(*MEMORY)
    )
    assert {name: volume.segments for name, volume in first.bands.items() if volume.segments} == {
        "repetitions": 1,
        "100": 1,
        "none": 1,
    }
    assert second.bands["repetitions"] == Volume(2, 13, 0)
    assert together([first, second], "all").total == first.total + second.total


def test_a_list_mark_is_a_part_of_the_text_that_repeats() -> None:
    places = Place("a")
    segments = tuple(Segment("合作", "zh", "body", places, mark) for mark in ("1.", "2.", "1."))
    [analysis] = analyse([SourceText("a", "zh", segments, 0)], None)
    assert analysis.bands["none"] == Volume(2, 4, 2)
    assert analysis.bands["repetitions"] == Volume(1, 2, 1)


def test_numbers_that_readers_left_out_are_counted_apart() -> None:
    first = replace(text("a", "学校。30%。"), without_words=("2023 / 2024", "2023 / 2024"))
    [analysis] = analyse([first], None)
    assert analysis.bands["no words"] == Volume(2, 0, 4)


def test_a_low_threshold_is_asked_only_where_the_usual_one_finds_nothing() -> None:
    memory = memory_of(*MEMORY)
    list(analyse([text("a", "学校与企业合作办学。", "天气很好。")], memory))
    assert memory.asked == [("学校与企业合作办学。", 75), ("天气很好。", 75), ("天气很好。", 50)]


def test_without_a_memory_there_are_repetitions_only() -> None:
    [analysis] = analyse([text("a", "学校。", "学校。", "12")], None)
    assert (analysis.bands["none"], analysis.bands["repetitions"]) == (Volume(1, 2, 0), Volume(1, 2, 0))


def test_percent_is_of_characters_and_words_and_nothing_of_nothing() -> None:
    [analysis] = analyse([text("a", "学校合作 AHK", "学校。学校。学校。学校。SGMW LVTC 30")], None)
    assert analysis.total.size == 16
    assert analysis.share(Volume(1, 4, 1)) == 31.2
    [empty] = analyse([text("b")], None)
    assert empty.share(Volume()) == 0.0


@given(st.lists(st.text(alphabet="学校合作ab1 ，", max_size=6), max_size=8))
def test_every_segment_is_in_one_band(segments: list[str]) -> None:
    [analysis] = analyse([text("a", *segments)], memory_of(*MEMORY))
    assert tuple(analysis.bands) == BANDS
    assert analysis.total == sum(map(volume_of, segments), Volume())
