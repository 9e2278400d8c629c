"""Ways, comparisons and events that a translation turns round."""

from __future__ import annotations

import pytest

from vet_terms.checking.counterparts.answers import chinese_words
from vet_terms.checking.counterparts.compared import compared_the_other_way
from vet_terms.checking.counterparts.comparisons import turned_comparison
from vet_terms.checking.counterparts.deadlines import turned_event
from vet_terms.checking.counterparts.ways import turned_way

WAYS = [
    ("由传统制造转向智能制造", "from traditional to smart manufacturing", False),
    ("由传统制造转向智能制造", "from smart manufacturing to traditional manufacturing", True),
    ("从课堂走向车间", "from the workshop to the classroom", True),
    ("从课堂走向车间", "from the classroom to the workshop", False),
    ("由教师带队", "from Monday to Friday", False),
    ("由线下改为线上", "from online to face-to-face", True),
    ("比的不是速度，而是质量", "The contest is about speed, not quality.", True),
    ("比的不是速度，而是质量", "The contest is about quality, not speed.", False),
    ("比的不是速度，而是质量", "It is not about speed but quality.", False),
    ("缺的不是设备，而是会用设备的人", "short of equipment, not people who can use it", True),
    ("缺的不是设备，而是会用设备的人", "short not of equipment but of people who can use it", False),
]
COMPARISONS = [
    ("高于预期", "less than expected", True),
    ("高于预期", "more than expected", False),
    ("低于全国平均水平", "above the national average", True),
    ("不低于全国平均水平", "above the national average", False),
    ("高于预期", "not less than expected", False),
    ("女生比例高于男生", "fewer boys than girls", False),
]
OF_TWO = [
    (
        "西部的生均经费明显低于东部。",
        "Funding per student is markedly higher in the west than in the east.",
        True,
    ),
    (
        "西部的生均经费明显低于东部。",
        "Funding per student is markedly higher in the east than in the west.",
        False,
    ),
    (
        "西部的生均经费明显低于东部。",
        "Funding per student is markedly lower in the west than in the east.",
        False,
    ),
    ("女生比例高于男生。", "There are fewer boys than girls.", False),
    ("女生比例高于男生。", "The share of girls is lower than that of boys.", True),
    ("实践课时比理论课时多。", "There are fewer practical hours than theoretical ones.", True),
    ("实践课时并不比理论课时多。", "There are fewer practical hours than theoretical ones.", False),
]
EVENTS = [
    ("入学前参加体检", "a check-up after enrolment", True),
    ("入学前参加体检", "a check-up before enrolment", False),
    ("考试结束后离场", "left before the examination ended", True),
    ("毕业前完成实习", "graduate after completing the internship", False),
    ("眼前的困难", "after the difficulties", False),
]


@pytest.mark.parametrize(("zh", "en", "is_turned"), WAYS)
def test_a_way_whose_ends_changed_places(zh: str, en: str, is_turned: bool) -> None:
    assert (turned_way(zh, en, lambda: chinese_words(zh)) is not None) == is_turned


@pytest.mark.parametrize(("zh", "en", "is_turned"), COMPARISONS)
def test_a_comparison_turned_round(zh: str, en: str, is_turned: bool) -> None:
    assert (turned_comparison(zh, en) is not None) == is_turned


@pytest.mark.parametrize(("zh", "en", "is_turned"), EVENTS)
def test_before_and_after_an_event(zh: str, en: str, is_turned: bool) -> None:
    assert (turned_event(zh, en) is not None) == is_turned


@pytest.mark.parametrize(("zh", "en", "is_turned"), OF_TWO)
def test_two_things_compared_the_other_way_round(zh: str, en: str, is_turned: bool) -> None:
    assert (compared_the_other_way(zh, en, lambda: chinese_words(zh)) is not None) == is_turned
