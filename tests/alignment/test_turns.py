from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vet_terms.alignment.passages import kinship, passages
from vet_terms.alignment.sections import parts, whole_blocks
from vet_terms.alignment.steps import in_step
from vet_terms.alignment.turns import Couple, Habits, couples
from vet_terms.language.marks import split_mark
from vet_terms.model import Place, Role, Segment


def segment(text: str, block: int, role: Role = "body", line: int = 0) -> Segment:
    mark, rest = split_mark(text)
    return Segment(rest, "en" if text.isascii() else "zh", role, Place("a", 0, block, line), mark)


def found(texts: list[str], role: Role = "body") -> list[str]:
    """Return the parts of some texts, Chinese and English, as their first letters."""
    every = passages(segment(text, number, role) for number, text in enumerate(texts))
    zh = [each for each in every if each.language == "zh"]
    en = [each for each in every if each.language == "en"]
    return [
        " ".join(passage.segments[0].mark + passage.segments[0].text[:8] for side in part for passage in side)
        for part in parts(zh, en)
    ]


def test_numbers_and_names_speak_for_a_pair_and_lengths_against() -> None:
    zh, right, wrong, long = passages(
        [
            segment("与AHK合作的班招收36人。", 1),
            segment("The class run with AHK took in 36 students.", 2),
            segment("The library opens again on Monday at 8 sharp.", 3),
            segment("The class run with AHK " + "and many other partners all over the world " * 9, 4),
        ]
    )
    assert kinship([zh], [right]) > 2.5 > kinship([zh], [wrong])
    assert kinship([zh], [right]) > kinship([zh], [long])


def test_what_stands_all_over_a_text_is_no_evidence() -> None:
    texts = [
        text for number in range(9) for text in (f"清河学校第{number}班", f"Class {number} of QH College")
    ]
    assert all("qh" not in each.names for each in passages(segment(t, n) for n, t in enumerate(texts)))


CHAPTERS = ["第一章 总则", "第一条 学校。", "第二条 教师。", "第二章 附则", "第三条 学生。"]
ENGLISH_CHAPTERS = [
    "Chapter I General",
    "Article 1 Schools.",
    "Article 2 Teachers.",
    "Chapter II Other",
    "Article 3 Pupils.",
]

SECTIONS = [
    (
        "articles by number",
        [*CHAPTERS, *ENGLISH_CHAPTERS],
        [
            "第一章 总则 Chapter ",
            "第一条 学校。 Article ",
            "第二条 教师。 Article ",
            "第二章 附则 Chapter ",
            "第三条 学生。 Article ",
        ],
    ),
    (
        "a missing article leaves its text alone",
        [*CHAPTERS, *ENGLISH_CHAPTERS[:2], *ENGLISH_CHAPTERS[3:]],
        ["第一章 总则 Chapter ", "第一条 学校。 Article ", "第二章 附则 Chapter ", "第三条 学生。 Article "],
    ),
    (
        "a list of contents is passed over",
        [*CHAPTERS, "Contents", ENGLISH_CHAPTERS[0], ENGLISH_CHAPTERS[3], *ENGLISH_CHAPTERS],
        [
            "第一章 总则 Chapter ",
            "第一条 学校。 Article ",
            "第二条 教师。 Article ",
            "第二章 附则 Chapter ",
            "第三条 学生。 Article ",
        ],
    ),
    (
        "items inside an article",
        [
            "第五条 下列费用免收：",
            "（一）学费；",
            "（二）书费。",
            "Article 5 No charge is made for",
            "(1) tuition;",
            "(2) books.",
        ],
        ["第五条 下列费用 Article ", "（一）学费； (1) tuition;", "（二）书费。 (2) books."],
    ),
    ("one text of each", ["学校。", "School."], ["学校。 School."]),
    ("one language", ["学校。", "教师。"], []),
]


@pytest.mark.parametrize(
    ("texts", "expected"), [row[1:] for row in SECTIONS], ids=[row[0] for row in SECTIONS]
)
def test_parts(texts: list[str], expected: list[str]) -> None:
    assert found(texts) == expected


def test_labels_of_like_lengths_tell_no_order() -> None:
    labels = ["校长王丽华", "主任陈建军", "教师赵文静", "Teacher Zhao", "Dean Chen Jj", "Principal W"]
    assert found(labels, "caption") == []


def test_paragraphs_in_step_are_told_by_their_lengths() -> None:
    sizes = [8, 40, 15, 70, 22, 9, 55]
    zh = ["学" * size for size in sizes]
    en = [("school " * size)[: int(size * 3.3)] for size in sizes]
    every = passages(segment(text, number) for number, text in enumerate([*zh, *en]))
    sides = [(each,) for each in every]
    whole = in_step(sides[:7], sides[7:])
    assert [(part[0][0].segments[0].text, part[1][0].segments[0].text) for part in whole] == list(
        zip(zh, en, strict=True)
    )
    lacking = in_step(sides[:7], [*sides[7:10], *sides[11:]])
    assert [part for part in lacking if part not in whole] == []
    assert len(lacking) >= 5


WHOLE = [
    ("zzzzeeee", True),
    ("zzeezzee", False),
    ("ze", False),
    ("zezezeze", False),
    ("zzzzeeeezzzzeeeezzzzeeee", False),
    ("zzzzzzzzzzezzzzzzzzzzeeeeeeeeeeeeeeeeeeee", True),
    ("ezzzzzzzzzzzzzzzzzzzeeeeeeeeeeeeeeeeeeeee", True),
]


@pytest.mark.parametrize(("text", "whole"), WHOLE)
def test_whole_blocks(text: str, whole: bool) -> None:
    letters = [segment("学" * 10 if letter == "z" else "school " * 5, n) for n, letter in enumerate(text)]
    assert whole_blocks(passages(letters)) is whole


def test_texts_on_one_line_couple_whatever_they_say() -> None:
    lines = [segment("学校", 1, line=1), segment("School of a very long name indeed " * 3, 2, line=1)]
    assert couples(passages(lines)) == [Couple(0, 1, 2)]


def test_habits_are_costs_of_their_own() -> None:
    text = [segment("学" * 10 if letter == "z" else "school " * 5, n) for n, letter in enumerate("zeez")]
    assert couples(passages(text), Habits(turn=0.0)) == [Couple(0, 1, 2), Couple(2, 3, 4)]


@given(
    st.lists(
        st.sampled_from(["学校。", "School.", "3所学校", "3 schools", "甲" * 40, "a " * 60]), max_size=30
    )
)
@settings(deadline=None)
def test_couples_stand_in_order_and_overlap_nowhere(texts: list[str]) -> None:
    every = passages(segment(text, number) for number, text in enumerate(texts))
    last = 0
    for couple in couples(every):
        assert last <= couple.start < couple.middle < couple.end
        assert len({each.language for each in every[couple.start : couple.middle]}) == 1
        assert len({each.language for each in every[couple.middle : couple.end]}) == 1
        last = couple.end
