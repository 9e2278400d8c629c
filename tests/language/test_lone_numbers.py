"""The one share, ordinal or number of copies of either side."""

from __future__ import annotations

import pytest

from vet_terms.language.numbers import compare

WRONG = [
    ("第三批学员将于明年三月来华。", "The second group of trainees will come to China next March."),
    ("双方商定，第四届论坛在南宁举行。", "The two sides agreed to hold the second forum in Nanning."),
    ("本合同一式六份，双方各执三份。", "This contract is made in six copies, each party holding two."),
    (
        "协议一式四份，甲乙双方各执二份。",
        "The agreement is made in four copies, and each party shall keep one copy.",
    ),
    ("其中近四成进入中小企业。", "Nearly half of them joined small and medium-sized enterprises."),
    ("其中九成来自农村。", "Eight in ten of them came from rural areas."),
]

RIGHT = [
    ("第三批学员将于明年三月来华。", "The third group of trainees will come to China next March."),
    ("协议一式四份，双方各执两份。", "The agreement is executed in four copies, two for each party."),
    ("协议一式四份，双方各执两份。", "The agreement is made in four copies, each party holding two."),
    ("课程第二年下学期开设。", "The course is offered in the fourth semester."),
    ("该校再次夺冠，是第三所蝉联的学校。", "The school won for a second time, one of three to do so."),
    ("其中近四成进入中小企业。", "Nearly 40% of them joined small and medium-sized enterprises."),
]


@pytest.mark.parametrize(("zh", "en"), WRONG)
def test_the_one_that_is_another_is_wrong(zh: str, en: str) -> None:
    assert [each.difference for each in compare(zh, en)] == ["wrong"]


@pytest.mark.parametrize(("zh", "en"), RIGHT)
def test_what_can_be_the_same_is_not(zh: str, en: str) -> None:
    assert compare(zh, en) == ()
