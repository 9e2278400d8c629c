"""The source side of documents: its language, its segments, and lookups with and without a list mark."""

from __future__ import annotations

import pytest
from tests.memory.fake_memory import memory_of

from vet_terms.memory.source_text import matches_of, source_text, told_language
from vet_terms.model import Block, Document, Dropped, Language, Place, Segment


def document(*blocks: tuple[str, Language]) -> Document:
    return Document(
        "a.txt",
        tuple(
            Block(text, language, "body", Place("a.txt", block=number))
            for number, (text, language) in enumerate(blocks, start=1)
        ),
    )


@pytest.mark.parametrize(
    ("blocks", "language"),
    [
        ([("学校成立。", "zh")], "zh"),
        ([("The college was founded.", "en")], "en"),
        ([("学校于一九九八年成立。", "zh"), ("The college was founded in 1998.", "en")], "zh"),
        ([("The college (学校) was founded in the city of Liuzhou.", "en")], "en"),
    ],
)
def test_the_language_that_most_of_the_text_is_in(
    blocks: list[tuple[str, Language]], language: Language
) -> None:
    assert told_language([document(*blocks)]) == language


def test_segments_of_the_other_language_are_only_counted() -> None:
    text = source_text(document(("学校成立。招生。", "zh"), ("Founded.", "en")), "zh")
    assert [segment.text for segment in text.segments] == ["学校成立。", "招生。"]
    assert (text.name, text.in_the_other_language) == ("a.txt", 1)


def test_numbers_that_readers_leave_out_are_kept_apart() -> None:
    place = Place("a.txt")
    dropped = (Dropped("2023 / 2024", "no words", place), Dropped("----", "no words", place))
    text = source_text(Document("a.txt", (), (*dropped, Dropped("第2页", "page number", place))), "zh")
    assert text.without_words == ("2023 / 2024",)
    assert text.left_out == {"page number": 1}


def segment(mark: str, text: str) -> Segment:
    return Segment(text, "zh", "body", Place("a.txt", block=1), mark)


def test_a_unit_with_the_mark_is_exact_and_the_text_is_not_asked_for_alone() -> None:
    memory = memory_of(("1.校企合作", "1. School-enterprise cooperation"), ("校企合作", "Cooperation"))
    [first, *_] = matches_of(segment("1.", "校企合作"), memory, 70)
    assert (first.unit.en, first.percent) == ("1. School-enterprise cooperation", 100)
    assert [text for text, _ in memory.asked] == ["1.校企合作"]


def test_a_unit_without_the_mark_is_99_at_most() -> None:
    memory = memory_of(("校企合作", "Cooperation"), ("校企合伙", "Partnership"))
    found = matches_of(segment("（一）", "校企合作"), memory, 70)
    assert [(match.unit.en, match.percent) for match in found] == [("Cooperation", 99), ("Partnership", 75)]


def test_a_limit_holds_for_both_lookups_together() -> None:
    memory = memory_of(("1.校企合作吧", "a"), ("校企合作", "b"))
    assert [match.unit.en for match in matches_of(segment("1.", "校企合作"), memory, 50, 1)] == ["b"]


@pytest.mark.parametrize(
    ("written", "unit", "percent", "differs"),
    [
        ("1.校企合作", "1. 校企合作", 100, ()),
        ("学习AI技术", "学习 AI 技术", 100, ()),
        ("点击保存按钮", "点击￼保存￼按钮", 99, ("codes",)),
        ("点击保存按钮", "点击￼保持￼按钮", 62, ()),
    ],
)
def test_what_readers_do_not_keep_makes_no_other_text(
    written: str, unit: str, percent: int, differs: tuple[str, ...]
) -> None:
    [found] = matches_of(segment("", written), memory_of((unit, "x")), 50)
    assert (found.percent, found.differs) == (percent, differs)


def test_what_becomes_exact_comes_first() -> None:
    memory = memory_of(("2.校企合作", "a"), ("1. 校企合作", "b"))
    assert [match.unit.en for match in matches_of(segment("", "1.校企合作"), memory, 50)] == ["b", "a"]
