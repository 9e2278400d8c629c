"""Names over whole documents: the order that a document keeps, abbreviations that it explains."""

from __future__ import annotations

import pytest

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.families.names import RULES
from vet_terms.checking.rule import Rule
from vet_terms.checking.runner import check
from vet_terms.checking.settings import Settings
from vet_terms.model import Concept, Finding, Place, Severity, TranslationUnit

NAMES = Settings(only=("names",))


def findings(*pairs: tuple[str, str], concepts: tuple[Concept, ...] = (), page: int = 0) -> list[Finding]:
    units = [
        TranslationUnit(zh, en, id=str(number), places=(Place("paper", page, number),))
        for number, (zh, en) in enumerate(pairs)
    ]
    return list(check(units, concepts, NAMES).findings)


def severities(*pairs: tuple[str, str], page: int = 0) -> list[tuple[str, str, Severity]]:
    return [(each.unit, each.rule, each.severity) for each in findings(*pairs, page=page)]


BYLINE = ("覃正海 刘红梅 李明", "Zhenghai Qin, Hongmei Liu and Ming Li")
STANDARD = ("韦国栋主持会议。", "Wei Guodong chaired the meeting.")


def test_a_document_may_keep_the_western_order() -> None:
    assert [severity for _, _, severity in severities(BYLINE)] == ["info"] * 3


def test_a_document_may_not_mix_the_orders() -> None:
    assert [severity for _, _, severity in severities(BYLINE, STANDARD)] == ["warning"] * 3


def test_each_document_has_its_own_order() -> None:
    units = [
        TranslationUnit(*BYLINE, id="1", places=(Place("paper"),)),
        TranslationUnit(*STANDARD, id="2", places=(Place("news"),)),
    ]
    assert {each.severity for each in check(units, (), NAMES).findings} == {"info"}


def test_a_reversed_name_is_put_right_by_a_person() -> None:
    [found] = findings(("校长覃正海", "President Zhenghai Qin"))
    assert (found.severity, found.suggestion, found.replacement) == (
        "warning",
        "Qin Zhenghai",
        None,
    )
    assert found.span and found.target[found.span.start : found.span.end] == "Zhenghai Qin"


USED = ("德国工商大会来访。", "The AHK came to visit.")
AGAIN = ("大会代表听课。", "Delegates of the AHK sat in on classes.")


@pytest.mark.parametrize(
    "explained",
    [
        ("德国工商大会", "the German Chambers of Industry and Commerce Abroad (AHK)"),
        ("德国工商大会", "AHK (German chambers of commerce)"),
        ("德国工商大会", "Association of Houses in Koblenz"),
        ("德国工商大会", "“German chambers” (the “AHK”)"),
        ("德国工商大会", "the Foreign Chamber, AHK, and others"),
    ],
)
def test_an_explained_abbreviation_is_fine(explained: tuple[str, str]) -> None:
    assert severities(USED, AGAIN, explained) == []
    assert severities(explained, USED, AGAIN) == []


def test_an_unexplained_abbreviation_is_reported_once() -> None:
    assert severities(USED, AGAIN) == [("0", "names/acronym", "warning")]
    [found] = findings(USED, AGAIN)
    assert found.span and found.target[found.span.start : found.span.end] == "AHK"


def test_an_abbreviation_used_once_is_graver_in_what_has_pages() -> None:
    assert severities(USED) == [("0", "names/acronym", "info")]
    assert severities(USED, page=4) == [("0", "names/acronym", "warning")]


@pytest.mark.parametrize(
    "en",
    [
        "The GDP of the ASEAN countries is growing, says the WTO.",
        "CHAPTER II",
        "VOCATIONAL EDUCATION IN GUANGXI",
        "QIN Zhenghai",
        "Room B205, 5G and 3D",
        "Mail to office@AHK.example",
    ],
)
def test_what_is_no_unexplained_abbreviation(en: str) -> None:
    assert severities(("学校", en), ("学院", en), page=1) == []


def test_the_letters_of_the_source_need_less() -> None:
    assert severities(("AHK来访。", "The AHK came."), ("AHK听课。", "The AHK sat in.")) == [
        ("0", "names/acronym", "info")
    ]


@pytest.mark.parametrize(("status", "count"), [("approved", 0), ("proposed", 1)])
def test_an_approved_entry_explains(status: str, count: int) -> None:
    concept = Concept("1", "德国工商大会", "German Chambers of Commerce", en_variants=("AHK",))
    concepts = (concept if status == "proposed" else Concept("1", "德国工商大会", "AHK", status="approved"),)
    found = [each for each in findings(USED, AGAIN, concepts=concepts) if each.rule == "names/acronym"]
    assert len(found) == count


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("台湾学者陈晓东", "Chen Xiao-dong, a scholar from Taiwan"),
        ("新加坡学者李飞飞", "Fei-Fei Li, a scholar from Singapore"),
    ],
)
def test_names_of_elsewhere_are_infos(zh: str, en: str) -> None:
    assert {severity for _, _, severity in severities((zh, en))} == {"info"}


SIZE = 20_000
LONG = [
    ("李" * SIZE, "Li " * SIZE),
    ("泰国" * SIZE, "Laos " * SIZE),
    ("校长李明" * SIZE, "A report was given. " * SIZE),
    ("柳州" * SIZE, "Luizhou " * SIZE),
    ("学校", "ABC " * SIZE),
    ("学校", "Ab (" * SIZE),
    ("学校", "Ab (ABC, " * SIZE),
]


@pytest.mark.parametrize("pair", LONG, ids=[en[:8] for _, en in LONG])
@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_a_text_of_thousands_of_names_comes_to_an_end(rule: Rule, pair: tuple[str, str]) -> None:
    context = Context()
    reading = Reading(TranslationUnit(*pair, id="1"), context)
    found = list(rule.check(reading, context)) if rule.check else [rule.over_document.note(reading, context)]  # type: ignore[union-attr]
    assert len(found) <= 2


def test_an_abbreviation_twice_in_a_list_is_no_text() -> None:
    others = [("学校", "a school")] * 20
    assert severities(USED, *others, AGAIN) == [("0", "names/acronym", "info")]
