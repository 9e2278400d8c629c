"""How often something happens, read on both sides and held against each other."""

from __future__ import annotations

import pytest

from vet_terms.checking.counterparts.frequencies import other_frequency

SAME = [
    ("每半年评估一次", "assessed twice a year"),
    ("每六个月评估一次", "assessed twice a year"),
    ("每年召开十二次例会", "meets monthly"),
    ("每三年一届", "held every third year"),
    ("隔周举行", "every other week"),
    ("每两周一次", "fortnightly"),
    ("每学期两次", "twice a semester"),
    ("每24小时记录一次", "recorded every 24 hours"),
    ("一年一度的技能节", "the annual skills festival"),
    ("每人每年5000元", "5,000 yuan per person per year"),
]
"""The same frequency."""
OTHER = [
    ("每两年举办一次", "held twice a year"),
    ("每季度举办一期", "held once a month"),
    ("每天两小时", "two hours per week"),
    ("每日更新", "updated weekly"),
    ("一年两次", "once a year"),
    ("隔年举行", "held every year"),
]
UNKNOWN = [
    ("每半年评估一次", "assessed biannually"),
    ("每年五月", "in May"),
    ("学校年年举办、月月检查", "held every year and inspected every month"),
    ("举办了两次", "held twice"),
    ("为期一年", "for a year"),
]
"""What has no single frequency on each side, or an English word that means two things."""


@pytest.mark.parametrize(("zh", "en"), SAME + UNKNOWN)
def test_the_same_frequency_or_none_differs_from_nothing(zh: str, en: str) -> None:
    assert other_frequency(zh, en) is None


@pytest.mark.parametrize(("zh", "en"), OTHER)
def test_another_frequency_is_returned_with_its_places(zh: str, en: str) -> None:
    found = other_frequency(zh, en)
    assert found is not None
    one, other = found
    assert zh[one.start : one.end].strip()
    assert en[other.start : other.end].strip()
    assert (one.times or 1) / one.period != (other.times or 1) / other.period
