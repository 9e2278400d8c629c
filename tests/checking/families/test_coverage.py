"""What is missing on a side: with and without vectors, in long texts, and beside other findings."""

from __future__ import annotations

import pytest

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.counterparts.lengths import chinese_size, strayed
from vet_terms.checking.counterparts.negation import maybe_in_english, sure_in_chinese, sure_in_english
from vet_terms.checking.counterparts.opposites import inverted
from vet_terms.checking.counterparts.unanswered import LONGEST
from vet_terms.checking.families.coverage import RULES
from vet_terms.checking.runner import check
from vet_terms.checking.settings import Settings
from vet_terms.model import Finding, TranslationUnit

OMITTED = (
    "论坛期间，来自十二个国家的专家围绕数字化转型展开讨论，并参观了智能制造实验室。",
    "During the forum, experts from twelve countries held discussions on digital transformation.",
)


def grave(zh: str, en: str, *, vectors: bool = True) -> list[Finding]:
    found = check([TranslationUnit(zh, en, id="1")], settings=Settings(vectors=vectors), rules=RULES).findings
    return [each for each in found if each.severity != "info"]


def test_the_omitted_clause_is_marked() -> None:
    (finding,) = grave(*OMITTED)
    assert finding.rule == "coverage/omission" and finding.span is not None
    assert OMITTED[0][finding.span.start : finding.span.end] == "并参观了智能制造实验室"


def test_the_added_clause_is_marked() -> None:
    en = "Engineers teach at the school regularly, although many parents complained about high tuition fees."
    (finding,) = grave("企业工程师定期到校授课。", en)
    assert finding.rule == "coverage/addition" and finding.span is not None
    assert en[finding.span.start : finding.span.end].startswith("although many parents")


def test_without_vectors_only_what_the_dictionary_is_very_sure_of_is_said() -> None:
    (finding,) = grave(*OMITTED, vectors=False)
    assert finding.rule == "coverage/omission"
    unsure = (
        "教师要深入企业一线，了解生产工艺的最新变化，把真实案例带进课堂。",
        "Teachers should go to the front line of companies and bring real cases into the classroom.",
    )
    assert grave(*unsure) and not grave(*unsure, vectors=False)


def test_what_is_far_too_short_is_said_once() -> None:
    zh = (
        "学校坚持以服务发展为宗旨，不断深化教学改革，着力培养高素质人才，办学水平持续提升，社会声誉不断提高。"
    )
    assert [each.rule for each in grave(zh, "The school is good.")] == ["coverage/length"]


def test_a_negation_that_goes_with_its_clause_is_said_once() -> None:
    zh = "考试合格者由行业协会颁发证书，成绩不合格者可在三个月后申请补考。"
    en = "Those who pass the examination will receive a certificate from the industry association."
    assert [each.rule for each in grave(zh, en)] == ["coverage/omission"]


def test_of_a_very_long_text_no_clause_is_weighed() -> None:
    zh, en = OMITTED
    many = LONGEST // len(zh) + 1
    rules = {each.rule for each in grave(zh * many, " ".join([en] * many))}
    assert rules.isdisjoint({"coverage/omission", "coverage/addition"})


@pytest.mark.parametrize("size", [3, 20_000])
def test_long_units_are_gone_through_once(size: int) -> None:
    context = Context(vectors=False)
    for zh, en in (
        ("不是，" * size, "and not " * size),
        ("学校上升。" * size, "A school - School " * size),
        ("“学校”" * size, "“" * size + "”" * size),
        ("国家化" * size, "Pre-Sub-A " * size),
    ):
        reading = Reading(TranslationUnit(zh, en, id="1"), context)
        for rule in RULES:
            assert rule.check is None or isinstance(list(rule.check(reading, context)), list)


@pytest.mark.parametrize(
    ("zh", "denies"),
    [
        ("不得入内", True), ("未经许可", True), ("尚未建成", True), ("严禁烟火", True),
        ("没有食堂", True),
        ("不断提高", False), ("不仅如此", False), ("不得不走", False), ("不少于六人", False),
        ("无论如何", False),
        ("未来五年", False), ("非常重要", False), ("不是工人而是教师", False),
        ("不得超过三年", False),
    ],
)  # fmt: skip
def test_what_surely_denies_in_chinese(zh: str, denies: bool) -> None:
    assert bool(sure_in_chinese(zh)) == denies


@pytest.mark.parametrize(
    ("en", "denies"),
    [
        ("must not enter", True), ("it isn’t open", True), ("no longer valid", True), ("never again", True),
        ("not only schools", False), ("no later than May", False), ("whether or not it rains", False),
        ("no doubt", False), ("Not all schools", False),
    ],
)  # fmt: skip
def test_what_surely_denies_in_english(en: str, denies: bool) -> None:
    assert bool(sure_in_english(en)) == denies


@pytest.mark.parametrize(
    ("en", "may"),
    [
        ("unable to go", True), ("the report is inaccurate", True), ("schools fail", True),
        ("homeless", True),
        ("instead of going", True), ("the university improved its industry ties", False),
        ("it increased investment in information", False), ("under discussion", False),
    ],
)  # fmt: skip
def test_what_may_deny_in_english(en: str, may: bool) -> None:
    assert maybe_in_english(en) == may


def test_lengths_are_counted_as_translators_count() -> None:
    assert chinese_size("学校成立") == 4
    assert chinese_size("2016年") == pytest.approx(2.6)
    assert chinese_size("贝尔（Alexander Bell）") == 2
    assert strayed("柳州职业技术学院与企业深入合作", "LVTC works closely with companies") == pytest.approx(
        0, abs=2
    )
    assert strayed("学校" * 30, "School") < -4.5 < 4.5 < strayed("学校开学了今天", "school " * 100)


def test_an_opposite_that_either_side_explains_is_none() -> None:
    def is_inverted(zh: str, en: str) -> bool:
        return any(inverted(zh, en, Reading(TranslationUnit(zh, en), Context()).chinese_words))

    assert is_inverted("人数上升", "The number fell")
    assert not is_inverted("人数上升", "The number fell and rose")
    assert not is_inverted("人数上升，成本下降", "Costs fell")
    assert not is_inverted("人数上升", "The number changed")
