"""Meaning turned round: where it is marked, what settles it, and texts of thousands of words."""

from __future__ import annotations

from importlib.resources import files

import pytest

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.counterparts.changes import differing_changes
from vet_terms.checking.counterparts.kinship import akin
from vet_terms.checking.families.coverage import DIRECTION
from vet_terms.checking.families.meaning import RULES
from vet_terms.checking.families.names import OFFICIAL
from vet_terms.checking.naming.regions_and_festivals import TABLES, names_of
from vet_terms.checking.rule import Rule
from vet_terms.checking.runner import check
from vet_terms.model import Concept, Finding, TranslationUnit


def found(zh: str, en: str, *rules: Rule, glossary: tuple[Concept, ...] = ()) -> list[Finding]:
    return list(check([TranslationUnit(zh, en, id="1")], glossary, rules=rules or RULES).findings)


def marked(finding: Finding) -> str:
    assert finding.span is not None
    text = finding.source if finding.span.side == "source" else finding.target
    return text[finding.span.start : finding.span.end]


@pytest.mark.parametrize(
    ("zh", "en", "stretch"),
    [
        ("就业率提高到96%，投诉率下降。", "Employment fell to 96%, and complaints dropped.", "fell to 96"),
        ("起薪从4000元涨到5200元。", "Pay went from 5,200 yuan to 4,000 yuan.", "5,200 yuan to 4,000"),
        ("缺勤率下降5%，合格率上升。", "A 5% rise in absence, while more passed.", "5% rise"),
        ("招生扩大到3000人。", "Enrollment was expanded by 3,000.", "expanded by 3,000"),
        ("有男生320人、女生280人。", "There are 280 boys and 320 girls.", "280 boys and 320"),
        ("甲方应向乙方付费。", "Party B shall pay a fee to Party A.", "Party B shall pay a fee to Party A"),
        (
            "课程包括数学、物理、化学和英语。",
            "There are courses in mathematics, physics and English.",
            "化学",
        ),
        ("未经甲方同意，乙方不得转让。", "Party B shall not transfer it.", "未经甲方同意"),
        ("学生必须佩戴安全帽。", "Students may wear safety helmets.", "may"),
        ("乙方应在30日内付款。", "Party B shall pay after 30 days.", "after "),
        ("副主任主持会议。", "The director chaired the meeting.", "director"),
        ("学生更容易就业。", "It is more easier to find jobs.", "more easier"),
    ],
)
def test_what_is_turned_round_is_marked(zh: str, en: str, stretch: str) -> None:
    assert [marked(each) for each in found(zh, en)] == [stretch]


@pytest.mark.parametrize(
    ("zh", "en", "what"),
    [
        ("人数增加到500人。", "The number fell to 500.", "way"),
        ("人数增加到500人。", "The number rose by 500.", "extent"),
        ("人数增加了500人。", "The number rose to 500.", "extent"),
        ("人数从300人增加到500人。", "The number rose from 500 to 300.", "order"),
    ],
)
def test_how_a_change_differs(zh: str, en: str, what: str) -> None:
    assert [each.what for each in differing_changes(zh, en)] == [what]


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("人数增加到500人。", "The number rose to 500."),
        ("人数增加到500人。", "There are now 500 people."),
        ("人数增加了500人，达到500人以上。", "The number rose to 500."),
        ("人数降幅扩大到5%。", "The decline was up to 5%."),
        ("2020年至2025年，人数增加。", "The number rose from 2020 to 2025."),
        ("人数增长3倍。", "The number rose to 3 times what it was."),
    ],
)
def test_a_change_that_is_told_alike_or_unclearly_is_none(zh: str, en: str) -> None:
    assert differing_changes(zh, en) == ()


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ({"nurse"}, {"nurs"}, True), ({"theor"}, {"theoret"}, True), ({"car"}, {"care"}, False),
        ({"school"}, {"schoolgirl"}, False), ({"boy"}, {"boy", "girl"}, True), (set(), {"boy"}, False),
    ],
)  # fmt: skip
def test_words_that_answer_each_other(one: set[str], other: set[str], alike: bool) -> None:
    assert akin(one, frozenset(other)) == alike == akin(other, frozenset(one))


def ministry(en: str, status: str = "approved") -> Concept:
    return Concept(id="1", zh="教育部", en=en, type="organisation", status=status)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("entry", "severities"),
    [
        (ministry("Ministry of Education"), ["error"]),
        (ministry("the Ministry of Education"), ["error"]),
        (ministry("Ministry of Finance", "proposed"), ["error"]),
        (ministry("Ministry of Finance"), []),
        (ministry("MOE (China)"), []),
    ],
)
def test_only_other_english_in_the_glossary_settles_an_official_name(
    entry: Concept, severities: list[str]
) -> None:
    findings = found("教育部印发了通知。", "The Ministry of Finance issued it.", OFFICIAL, glossary=(entry,))
    assert [each.severity for each in findings] == severities


def test_a_region_is_another_only_where_its_own_name_is_nowhere() -> None:
    zh = "长三角职业教育联盟"
    (finding,) = found(zh, "Pearl River Delta alliance", OFFICIAL)
    assert finding.severity == "error" and finding.suggestion == "the Yangtze River Delta"
    assert not found(zh, "the alliance", OFFICIAL)
    assert not found(zh, "the Yangtze and Pearl River deltas", OFFICIAL)
    assert not found("长三角与珠三角", "the Pearl River Delta and its northern rival", OFFICIAL)


@pytest.mark.parametrize(
    ("zh", "en", "contrary"),
    [
        ("风暴袭击南部。", "A storm hit the north.", "north"),
        ("外国专家参加评审。", "Domestic experts took part.", "Domestic"),
        ("女职工享有产假。", "Male employees are entitled to leave.", "Male"),
        ("风暴袭击南部和北部。", "A storm hit the north.", ""),
        ("他从南方来校。", "He came north to the school.", ""),
        ("外国专家参加评审。", "No domestic experts took part.", ""),
        ("反对者减少。", "Support is growing.", ""),
        ("童年在南部度过。", "He grew up in the south.", ""),
    ],
)
def test_what_the_dictionary_tells_of_contraries(zh: str, en: str, contrary: str) -> None:
    assert [marked(each) for each in found(zh, en, DIRECTION)] == ([contrary] if contrary else [])


@pytest.mark.parametrize("table", TABLES)
def test_regions_and_festivals_have_names_of_their_own(table: str) -> None:
    rows = names_of(table)
    named = [name for each in rows for name in each.chinese]
    assert len(named) == len(set(named))
    assert all(each.english[0].replace("the ", "", 1).strip() for each in rows)


def test_the_table_of_opposites_is_well_formed() -> None:
    text = files("vet_terms.checking").joinpath("tables/opposites.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.split("\n") if line and not line.startswith("#")][1:]
    assert all(len(row) == 5 and all(row) for row in rows)
    words = [word for row in rows for word in row[0].split()]
    assert len(words) == len(set(words))
    # What excuses a word must not be in the word itself: it would never be reported.
    assert all(set(row[3].split()) - set(row[1].split()) for row in rows)


@pytest.mark.parametrize("size", [3, 20_000])
def test_long_units_are_gone_through_once(size: int) -> None:
    context = Context(vectors=False)
    for zh, en in (
        ("增加到5人，" * size, "rose by 5, " * size),
        ("从3人到5人" * size, "from 5 to 3 " * size),
        ("甲方应乙方" * size, "Party A shall Party B " * size),
        ("数学、" * size, "maths, " * size),
        ("数学" * size + "、物理、化学", "maths " * size),
        ("未经" * size, "may " * size),
        ("除学校" * size, "must " * size),
        ("5日内" * size, "after 5 days " * size),
        ("2020年前" * size, "after 2020 " * size),
        ("副校长" * size, "president " * size),
        ("长三角" * size, "more better " * size),
        ("教育部" * size, "Ministry of Finance " * size),
        ("并不强制" * size, "voluntary " * size),
        ("南部" * size, "northern " * size),
    ):
        reading = Reading(TranslationUnit(zh, en, id="1"), context)
        for rule in (*RULES, DIRECTION, OFFICIAL):
            assert rule.check is not None and isinstance(list(rule.check(reading, context)), list)
