"""Where a sentence goes on, and texts made one."""

from __future__ import annotations

import pytest

from vet_terms.documents.subtitles.continuation import goes_on, is_over, joined
from vet_terms.model import Language

SEAMS: list[tuple[str, str, Language, bool]] = [
    ("He went to the", "school", "en", True),
    ("He went to the", "“big” school", "en", True),
    ("He said", "“so", "en", True),
    ("He went to the", "School", "en", False),
    ("He met Dr.", "who", "en", False),
    ("He went!", "and left", "en", False),
    ("", "and left", "en", False),
    ("学校，", "很好", "zh", True),
    ("老师与", "学生", "zh", True),
    ("职业教", "育", "zh", True),
    ("学校很好。", "老师也好", "zh", False),
    ("学校很好", "老师也好", "zh", False),
    ("他说：", "走", "zh", False),
]


@pytest.mark.parametrize(("left", "right", "language", "on"), SEAMS)
def test_a_sentence_goes_on(left: str, right: str, language: Language, on: bool) -> None:
    assert goes_on(left, right, language) is on


def test_what_is_over() -> None:
    assert [is_over(text) for text in ("走。", "Go!”", "♪ la ♪", "well…", "走", "go,")] == [True] * 4 + [
        False
    ] * 2


def test_texts_are_joined_however_long() -> None:
    assert joined(["学校", "很好"], "zh") == "学校很好"
    assert joined(["a voca-", "tion", "is"], "en") == "a vocation is"
    assert joined([], "en") == ""
    assert joined(["word"] * 100_000, "en") == " ".join(["word"] * 100_000)
