"""Inconsistencies of a memory: the deck's key, what counts as one, and the page."""

from __future__ import annotations

from functools import cache

import pytest
from benchmarks.terms import gold_units, score_inconsistencies

from vet_terms.glossary.extraction.extract import extraction
from vet_terms.glossary.inconsistencies import Inconsistency, Use, inconsistencies
from vet_terms.glossary.inconsistencies_report import report
from vet_terms.model import Concept, Place, TranslationUnit


@cache
def deck() -> list[Inconsistency]:
    return inconsistencies(extraction(gold_units()))


def found_in(*pairs: tuple[str, str]) -> list[Inconsistency]:
    units = [TranslationUnit(zh, en, places=(Place("d", 1, n),)) for n, (zh, en) in enumerate(pairs, 1)]
    return inconsistencies(extraction(units))


def test_reach_on_the_deck() -> None:
    score = score_inconsistencies(deck())
    assert score.recall >= 0.40
    assert score.precision >= 0.75


@pytest.mark.parametrize(
    ("side", "term", "renderings", "difference"),
    [
        ("source", "职业院校", {"vocational colleges", "vocational school"}, "wording"),
        ("source", "模式", {"mode", "model"}, "wording"),
        ("source", "教育厅", {"Department of Education", "education department"}, "wording"),
        (
            "source",
            "职业技术学院",
            {"Vocational & Technical College", "Vocational Technical College"},
            "spelling",
        ),
        ("target", "vocational colleges", {"职业院校", "高职院校"}, "wording"),
    ],
)
def test_the_deck(side: str, term: str, renderings: set[str], difference: str) -> None:
    item = next(each for each in deck() if each.side == side and each.term == term)
    assert {use.text for use in item.uses} == renderings
    assert item.difference == difference


def test_names_come_first_then_the_frequent() -> None:
    order = [
        (("name", "term", "word").index(each.kind), each.side == "target", -each.count) for each in deck()
    ]
    assert order == sorted(order)


def test_every_use_names_its_places_and_quotes_itself() -> None:
    for item in deck():
        for use in item.uses:
            assert use.places
            marked = use.en[slice(*use.en_span)] if item.side == "source" else use.zh[slice(*use.zh_span)]
            assert marked.strip()
            assert use.count == len(use.places)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("柳州市有职业院校。", "Liuzhou has vocational colleges."),
         ("职业院校很好。", "A vocational college is good.")),
        (("先进制造业发展。", "The advanced manufacturing industry develops."),
         ("先进制造业。", "Advanced Manufacturing Industry")),
        (("泰国的学生来了。", "Students from Thailand came."), ("学生去泰国。", "Students go to Thailand.")),
    ],
)  # fmt: skip
def test_inflection_articles_and_case_are_none(first: tuple[str, str], second: tuple[str, str]) -> None:
    assert found_in(first, second) == []


def test_a_likely_rendering_counts_beside_a_sure_one() -> None:
    found = found_in(
        ("学校深化校企合作。", "The college has deepened school-enterprise cooperation."),
        ("校企合作是基本办学模式。", "University-industry collaboration is the basic mode of education."),
    )
    item = next(each for each in found if each.term == "校企合作")
    assert {use.text for use in item.uses} == {
        "school-enterprise cooperation",
        "University-industry collaboration",
    }


def test_what_both_texts_quote_is_another_rendering_when_it_is_longer() -> None:
    found = found_in(
        ("学校入选“双高计划”。", "The school was selected into the “Double High Plan”."),
        ("“双高计划”成效显著。", "The “Double High-Level Plan” has achieved results."),
    )
    assert "双高计划" in {each.term for each in found}


def test_a_word_of_a_rendering_is_no_rendering() -> None:
    found = found_in(
        ("毕业生就业率达98%。", "The employment rate of graduates reaches 98%."),
        ("就业率连续五年居全省前列。", "The rate of employment has been high for five years."),
    )
    assert "就业率" not in {each.term for each in found}


def test_number_is_no_spelling_of_a_name() -> None:
    found = found_in(
        ("中泰轨道交通学院来了。", "China-Thailand Rail Transit College came."),
        ("中泰轨道交通学院走了。", "China-Thailand Rail Transit Colleges went."),
        ("中泰轨道交通学院很大。", "China - Thailand Rail Transit College is big."),
    )
    item = next(each for each in found if each.term == "中泰轨道交通学院")
    assert item.difference == "spelling"
    assert [use.count for use in item.uses] == [2, 1]


def test_another_word_is_one() -> None:
    found = found_in(
        ("职业院校很好。", "Vocational colleges are good."), ("职业院校很大。", "Vocational schools are big.")
    )
    item = next(each for each in found if each.term == "职业院校")
    assert {use.text.lower() for use in item.uses} == {"vocational colleges", "vocational schools"}


def test_a_short_form_that_the_glossary_has_is_none() -> None:
    found = found_in(
        ("柳州职业技术学院很大。", "Liuzhou Vocational and Technical College (LVTC) is big."),
        ("柳职院很好。", "LVTC is good."),
        ("柳州职业技术学院很好。", "LVTC is good."),
    )
    assert not [each for each in found if each.term == "柳州职业技术学院"]


def test_the_same_answer_in_any_order_of_the_units() -> None:
    assert inconsistencies(extraction(gold_units()[::-1])) == deck()


def test_a_page_without_any_says_so() -> None:
    assert "None found" in report([])


def test_a_page_takes_no_markup_from_documents() -> None:
    use = Use("a*b*", 1, (Place("d_e <b>.txt", 2, 3),), "甲|乙", (0, 1), "see [x](y) &amp; `z`\x1b", (4, 7))
    other = Use("c", 1, (), "甲", (0, 1), "c", (0, 1))
    page = report([Inconsistency("source", "甲", "term", "wording", (use, other))])
    assert r"a\*b\*" in page
    assert r"d_e \<b\>.txt p2:b3" in page
    assert r"see **\[x\]**" in page
    assert r"\&amp; \`z\`" in page
    assert "\x1b" not in page


def test_the_page_of_the_deck() -> None:
    page = report(deck())
    assert "### 职业院校 (term)" in page
    assert "- **vocational school** × 1: deck p17:" in page
    assert "帮助**职业院校**的教师" in page
    assert "spelling differs" in page


SCHOOLS = (
    ("职业院校很好。", "Vocational colleges are good."),
    ("职业院校很大。", "Vocational schools are big."),
)


def test_what_a_person_allowed_side_by_side_is_none() -> None:
    units = [TranslationUnit(*pair) for pair in SCHOOLS]
    allowed = Concept("", "职业院校", "vocational college", en_variants=("vocational school",))
    both = {(each.side, each.term) for each in inconsistencies(extraction(units))}
    assert ("source", "职业院校") in both
    decided = {(each.side, each.term) for each in inconsistencies(extraction(units), [allowed])}
    assert decided == both - {("source", "职业院校")}
