"""What the families of numbers and dates do with the rest of a unit: terms, codes, each other."""

from __future__ import annotations

import pytest

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.families import dates, numbers
from vet_terms.model import Concept, Finding, TranslationUnit

RULES = (*numbers.RULES, *dates.RULES)


def found(zh: str, en: str, *glossary: Concept) -> list[Finding]:
    context = Context(glossary)
    reading = Reading(TranslationUnit(zh, en, id="1"), context)
    return [each for rule in RULES if rule.check for each in rule.check(reading, context)]


def test_a_number_in_a_term_is_none() -> None:
    term = Concept("plan", "1235计划", "Plan of Four Goals")
    zh, en = (
        "学校实施1235计划，培训教师80名。",
        "The school carried out the Plan of Four Goals and trained 80 teachers.",
    )
    assert [each.rule for each in found(zh, en)] == ["numbers/value"]
    assert found(zh, en, term) == []


def test_a_number_of_a_term_that_is_not_there_is_asked_for() -> None:
    term = Concept("made", "中国制造2025", "Made in China 2025")
    assert found("实施中国制造2025。", "Carry out Made in China 2025.", term) == []
    assert [each.rule for each in found("实施中国制造2025。", "Carry out Made in China 2035.", term)] == [
        "dates/date"
    ]


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("联系电话：0772-3156789", "Telephone: +86 772 315 6789"),
        ("手机：13907721234", "Mobile: 139-0772-1234"),
        ("符合标准GB/T 28039—2011。", "It conforms to the standard GB/T 28093—2011."),
    ],
)
def test_codes_and_telephone_numbers_are_left_to_other_rules(zh: str, en: str) -> None:
    assert found(zh, en) == []


@pytest.mark.parametrize(
    ("zh", "en", "rule"),
    [
        ("2016年1月21日，双方签署备忘录。", "The two sides signed it on January 12, 2016.", "dates/date"),
        ("2016年1月21日，双方签署备忘录。", "The two sides signed it on February 21, 2018.", "dates/date"),
        ("9月10日（星期二）开学。", "Term begins on Thursday, September 10.", "dates/weekday"),
        ("第三季度到账200万元。", "RMB 2 million came in in the second quarter.", "dates/period"),
        ("报名截止到2月底。", "Registration closes on February 30.", "dates/impossible"),
        ("培训为期两周。", "The training lasts two months.", "dates/duration"),
        ("第二，完善机制。", "Third, improve the mechanism.", "numbers/mark"),
        ("人数增长了两倍。", "The number doubled.", "numbers/value"),
        ("占地300亩。", "It covers 300 hectares.", "numbers/unit"),
    ],
)
def test_a_difference_is_reported_once(zh: str, en: str, rule: str) -> None:
    assert [each.rule for each in found(zh, en)] == [rule]


def test_an_impossible_date_of_the_source_is_its_own() -> None:
    assert [each.severity for each in found("2月30日", "February 30")] == ["info"]


def test_the_span_is_where_the_target_says_it() -> None:
    en = "The two sides signed it on January 12, 2016."
    span = found("2016年1月21日，双方签署备忘录。", en)[0].span
    assert span is not None
    assert en[span.start : span.end] == "January 12, 2016"


@pytest.mark.parametrize(
    ("zh", "en", "rules"),
    [
        ("3年5个月", "3 years and 4 months ", {"dates/duration"}),
        ("2021年3月5日", "March 6, 2021, ", {"dates/date"}),
        ("周三，", "Tuesday, ", {"dates/weekday"}),
        ("增长两倍，", "It trebled, ", set()),
        ("GB 28039-2011，3人", "GB 28039-2011, 4 people ", {"numbers/value"}),
    ],
)
def test_a_unit_of_thousands_of_numbers_is_read_in_reasonable_time(zh: str, en: str, rules: set[str]) -> None:
    assert {each.rule for each in found(zh * 5000, en * 5000)} == rules
