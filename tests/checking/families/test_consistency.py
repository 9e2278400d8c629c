"""Small documents whose units disagree with each other, and ones whose units only seem to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from vet_terms.checking.families.consistency import RULES
from vet_terms.checking.runner import check
from vet_terms.checking.settings import Settings
from vet_terms.language.scripts import comparable
from vet_terms.model import Concept, Place, Role, TranslationUnit

Pairs = Sequence[tuple[str, str]]


def found(
    pairs: Pairs,
    kind: Role = "body",
    concepts: Sequence[Concept] = (),
    memory: Mapping[str, tuple[str, ...]] | None = None,
) -> list[tuple[str, str, str]]:
    """Return (unit, rule, severity) of what the family says of a document."""
    units = [TranslationUnit(zh, en, kind=kind, id=str(at)) for at, (zh, en) in enumerate(pairs, start=1)]
    findings = check(units, concepts, Settings(), memory=memory, rules=RULES).findings
    return [(each.unit, each.rule.removeprefix("consistency/"), each.severity) for each in findings]


STAFF = ("加强师资队伍建设", "Strengthen the teaching staff")
SYSTEM = ("“双元制”在德国产生。", "The “Dual System” was born in Germany.")
SYSTEM_AGAIN = ("推广“双元制”。", "Promote the “Dual System”.")
BELT = ("积极融入“一带一路”。", "The school takes part in the Belt and Road Initiative.")
BELT_AGAIN = ("服务“一带一路”建设。", "It serves the Belt and Road Initiative.")

REPORTED: dict[str, tuple[Pairs, Role, list[tuple[str, str, str]]]] = {
    "a heading rendered anew": (
        [STAFF, (STAFF[0], "Build up the faculty")],
        "heading",
        [("2", "target", "warning")],
    ),
    "a sentence put in two ways": (
        [STAFF, (STAFF[0], "Build up the faculty")],
        "body",
        [("2", "target", "info")],
    ),
    "a longer sentence put in two ways": (
        [
            ("学校与企业共同建设实训基地。", "The college and companies build training bases together."),
            ("学校与企业共同建设实训基地。", "Practice centres are set up jointly by school and industry."),
        ],
        "body",
        [("2", "target", "warning")],
    ),
    "one sentence against two": (
        [(STAFF[0], "Build up the faculty"), STAFF, STAFF],
        "body",
        [("1", "target", "warning")],
    ),
    "marks and case": (
        [STAFF, ("加强师资队伍建设。", "Strengthen the Teaching Staff.")],
        "heading",
        [("2", "target", "info")],
    ),
    "an article": (
        [STAFF, (STAFF[0], "Strengthen teaching staff")],
        "heading",
        [("2", "target", "info")],
    ),
    "a short general word": (
        [("目录", "Contents"), ("目录", "Table of subjects")],
        "heading",
        [("2", "target", "info")],
    ),
    "another number in the source": (
        [
            ("第三期培训班开班", "The third class has begun"),
            ("第四期培训班开班", "The third class has begun"),
        ],
        "heading",
        [("2", "source", "warning")],
    ),
    "a negation in the source": (
        [
            ("考试期间学生可以离开教室", "Students may leave the room"),
            ("考试期间学生不能离开教室", "Students may leave the room"),
        ],
        "heading",
        [("2", "source", "warning")],
    ),
    "a broken word in the source": (
        [("深化产教融合改革", "Deepen the reform"), ("深化产教荣合改革", "Deepen the reform")],
        "heading",
        [("2", "source", "warning")],
    ),
    "two words for one": (
        [("提高教学质量", "Raise teaching quality"), ("提升教学质量", "Raise teaching quality")],
        "heading",
        [("2", "source", "info")],
    ),
    "a character changed in a word that recurs": (
        [
            ("职业教育国际化的发展", "The development of internationalization"),
            ("推进职业教育国际化", "Promote the internationalization"),
            ("职业教育国家化情况", "How it stands with internationalization"),
        ],
        "heading",
        [("3", "character", "warning")],
    ),
    "a quoted term rendered anew": (
        [SYSTEM, SYSTEM_AGAIN, ("完善“双元制”。", "Improve the “two-track approach”.")],
        "body",
        [("3", "term", "warning")],
    ),
    "a quoted term, one against one": (
        [SYSTEM, ("完善“双元制”。", "Improve the “two-track approach”.")],
        "body",
        [("2", "term", "info")],
    ),
    "a name with another capital": (
        [
            BELT,
            BELT_AGAIN,
            ("“一带一路”倡议惠及各国。", "All countries benefit from the Belt and Road initiative."),
        ],
        "body",
        [("3", "spelling", "warning")],
    ),
    "a name with another dash": (
        [
            ("参观柳工—柳职院中心。", "They visited the Liugong–LVTC Center."),
            ("柳工—柳职院中心很大。", "The building of the Liugong–LVTC Center is large."),
            ("柳工—柳职院中心成立。", "It is the Liugong -- LVTC Center."),
        ],
        "body",
        [("3", "spelling", "warning")],
    ),
    "a word with and without a hyphen": (
        [
            ("分中心成立。", "A subcenter was set up."),
            ("分中心开放。", "The subcenters are open."),
            ("分中心关闭。", "The sub-center is closed."),
        ],
        "body",
        [("3", "spelling", "warning")],
    ),
    "British beside American spelling": (
        [("中心", "a center"), ("研究中心", "a research center"), ("活动中心", "an activity centre")],
        "body",
        [("3", "variety", "info")],
    ),
}

SILENT: dict[str, Pairs] = {
    "all the same": [STAFF, STAFF, STAFF],
    "numbers written in two ways": [
        ("2021年3月5日开学", "School starts"),
        ("二〇二一年三月五日开学", "Term begins"),
    ],
    "two quoted terms": [SYSTEM, ("推广“学徒制”。", "Promote “apprenticeship”.")],
    "a quoted term inflected": [
        ("“走出去”的企业", "companies “going out”"),
        ("企业“走出去”", "companies “go out”"),
    ],
    "not certain which answers which": [
        SYSTEM,
        SYSTEM_AGAIN,
        ("“双元制”与“学徒制”并行。", "“Apprenticeship” runs beside other forms."),
    ],
    "a heading in capitals": [BELT, BELT_AGAIN, ("“一带一路”", "THE BELT AND ROAD INITIATIVE")],
    "a compound before its noun": [("长期计划", "a long-term plan"), ("从长期看", "in the long term")],
    "a possessive": [("李明的书", "This is Li Ming's book."), ("李明在读书。", "Here Li Ming reads.")],
    "both are words": [
        ("东部地区职业教育", "schools in the east"),
        ("西部地区职业教育", "schools in the west"),
    ],
    "one side only": [("加强建设", ""), ("加强建设", "")],
}


@pytest.mark.parametrize(("pairs", "kind", "expected"), REPORTED.values(), ids=REPORTED.keys())
def test_what_disagrees_is_reported_at_the_rarer_place(
    pairs: Pairs, kind: Role, expected: list[tuple[str, str, str]]
) -> None:
    assert [each for each in found(pairs, kind) if each[2] != "info"] == [
        each for each in expected if each[2] != "info"
    ]
    assert set(expected) <= set(found(pairs, kind))


@pytest.mark.parametrize("pairs", SILENT.values(), ids=SILENT.keys())
def test_what_only_seems_to_disagree_is_not(pairs: Pairs) -> None:
    assert [each for each in found(pairs) if each[2] != "info"] == []


def test_a_unit_counts_for_each_of_its_places() -> None:
    places = tuple(Place("deck.txt", page) for page in range(1, 4))
    units = [
        TranslationUnit(STAFF[0], "Build up the faculty", id="1"),
        TranslationUnit(*STAFF, places=places, id="2"),
    ]
    assert [(each.unit, each.severity) for each in check(units, rules=RULES).findings] == [("1", "warning")]


def test_what_the_glossary_admits_side_by_side_is_not_reported() -> None:
    pairs = [SYSTEM, SYSTEM_AGAIN, ("完善“双元制”。", "Improve the “two-track approach”.")]
    admitted = Concept("1", "双元制", "Dual System", en_variants=("two-track approach",))
    assert found(pairs, concepts=[admitted]) == []


def test_the_memory_speaks_for_the_script_it_knows() -> None:
    memory = {comparable("建设实训基地"): ("Build training bases",)}
    assert found([("建設實訓基地", "Make practice fields")], memory=memory) == [("1", "memory", "warning")]
    assert found([("建设实训基地", "Build Training Bases.")], memory=memory) == [("1", "memory", "info")]
    assert found([("建设实训基地", "Build  training bases")], memory=memory) == []


def test_two_processes_say_the_same_as_one() -> None:
    pairs = [*REPORTED["a name with another dash"][0], *REPORTED["one sentence against two"][0]]
    filler = [(f"第{number}所学校成立。", f"School No. {number} was founded.") for number in range(2100)]
    units = [TranslationUnit(zh, en, id=str(at)) for at, (zh, en) in enumerate([*pairs, *filler])]
    alone = check(units, settings=Settings(), rules=RULES).findings
    assert alone == check(units, settings=Settings(jobs=2), rules=RULES).findings
    assert {each.rule for each in alone} >= {"consistency/target", "consistency/spelling"}


LONG = "学校与企业共同建设实训基地。"
ONE = "The college and companies build training bases together."
OTHER = "Practice centres are set up jointly by school and industry."


@pytest.mark.parametrize(
    ("chinese", "places", "severity"),
    [
        (LONG, [(Place("a.xlf", block=1),), (Place("b.xlf", block=1),)], "info"),
        (LONG, [(Place("a.xlf", block=1),), (Place("a.xlf", block=2),)], "warning"),
        # The file's own place and that of the deck which it was made from are one place.
        ("建设实训基地", [(Place("a.tmx", block=n), Place("deck.pptx", page=n)) for n in (1, 2)], "info"),
        ("建设实训基地", [(Place("d", page=1), Place("d", page=2)), (Place("d", page=3),)], "warning"),
    ],
)
def test_how_sure_two_translations_of_one_text_are_a_slip(
    chinese: str, places: list[tuple[Place, ...]], severity: str
) -> None:
    units = [
        TranslationUnit(chinese, english, id=str(at), places=place)
        for at, (english, place) in enumerate(zip((ONE, OTHER), places, strict=True), start=1)
    ]
    [finding] = check(units, (), Settings(only=("consistency/target",))).findings
    assert (finding.unit, finding.severity) == ("2", severity)
