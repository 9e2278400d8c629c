"""What a number counts: kinds of things that no one takes for one another."""

import pytest

from vet_terms.checking.counterparts.answers import chinese_words
from vet_terms.checking.counterparts.counted import other_things_counted


def counted(zh: str, en: str) -> str | None:
    found = other_things_counted(zh, en, lambda: chinese_words(zh))
    return en[slice(*found[1])] if found else None


@pytest.mark.parametrize(
    ("zh", "en", "there"),
    [
        ("已有23家企业签约。", "So far 23 schools have signed.", "schools"),
        ("12名教师参加了培训。", "The training was attended by 12 students.", "students"),
        ("发表论文15篇，获得专利6项。", "They published 15 patents and won 6 of them.", "patents"),
    ],
)
def test_another_kind_is_found(zh: str, en: str, there: str) -> None:
    assert counted(zh, en) == there


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("已有23家企业与学校签约。", "So far 23 companies have signed with the school."),
        ("12所高校教师参加。", "Teachers from 12 universities took part."),
        ("学校与23家企业合作。", "The school runs 23 school–company partnerships."),
        ("选出30家。", "Of the companies, 30 were selected."),
        ("50名学生家长到场。", "Parents of 50 students came."),
    ],
)
def test_what_may_be_the_same_is_left_alone(zh: str, en: str) -> None:
    assert counted(zh, en) is None
