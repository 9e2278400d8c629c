from __future__ import annotations

import pytest
from tests.alignment.sheets import PAIRS, alignment, small

from vet_terms.alignment.result import Row
from vet_terms.alignment.reviewed import texts_digest, texts_of, tidied, traced
from vet_terms.model import Place, Segment

TIDIED = [
    ("  学校。\r\n", "学校。"),
    ("学校\n很好。", "学校很好。"),
    ("学校很好。\n“一流”", "学校很好。“一流”"),
    ("采用PBL\nAI教学", "采用PBL AI教学"),
    ("The school\r\n is good.", "The school is good."),
    ("a  b", "a  b"),
    ("a\x07b\ufffe", "ab"),
    ("\n\n", ""),
]


@pytest.mark.parametrize(("cell", "expected"), TIDIED)
def test_a_cell_as_one_line(cell: str, expected: str) -> None:
    assert tidied(cell) == tidied(expected) == expected


def test_a_pair_shows_what_its_unit_says_and_a_lone_text_its_mark() -> None:
    place = Place("a.txt", 1, 1)
    zh, en = Segment("学习。", "zh", "body", place, "1. "), Segment("To learn.", "en", "body", place, "• ")
    assert texts_of(Row((zh,), (en,), 0.9)) == ("学习。", "To learn.")
    assert texts_of(Row((zh,), (), 0.9)) == ("1. 学习。", "")
    assert texts_of(Row((), (en, en), 0.9)) == ("", "• To learn. • To learn.")


def test_segments_are_numbered_in_the_order_of_the_document() -> None:
    review = traced(alignment([PAIRS[1], PAIRS[4]]))
    assert review.members == (((0,), (0,)), ((1,), (1, 2)))
    rows = review.alignment.rows
    crossed = traced(alignment([]))
    assert crossed.members == ()
    later_first = review.alignment
    turned = traced(
        type(later_first)(
            rows=(Row(rows[0].zh, rows[1].en, 0.9), Row(rows[1].zh, rows[0].en, 0.9)),
            units=(),
            zh_only=(),
            en_only=(),
            layout="pages",
            signature="s",
        )
    )
    assert turned.members == (((0,), (1, 2)), ((1,), (0,)))
    assert turned.en == review.en


def test_a_digest_tells_texts_and_sides_apart() -> None:
    digests = {
        texts_digest(*sides) for sides in (("a", "b"), ("b", "a"), ("ab", ""), ("", "ab"), ("a b", ""))
    }
    assert len(digests) == 5
    assert texts_digest("a ", "b\n") == texts_digest("a", "b")


def test_every_segment_is_in_one_row() -> None:
    review = small()
    for side, segments in enumerate((review.zh, review.en)):
        assert sorted(i for members in review.members for i in members[side]) == list(range(len(segments)))
