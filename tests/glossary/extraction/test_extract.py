import re
from functools import cache

import pytest
from benchmarks.terms import gold_terms, gold_units, score

from vet_terms.glossary.extraction.extract import candidates, extract
from vet_terms.model import Candidate, Concept, Place, Segment, TranslationUnit


@cache
def deck() -> tuple[list[Concept], list[Candidate]]:
    return extract(gold_units())


def by_zh() -> dict[str, Concept]:
    return {form: concept for concept in deck()[0] for form in (concept.zh, *concept.zh_variants)}


def test_reach_on_the_deck() -> None:
    result = score(deck()[0], gold_terms())
    assert result.recall >= 0.63
    assert result.entity_recall >= 0.70
    assert result.precision >= 0.76


@pytest.mark.parametrize(
    ("zh", "en", "kind"),
    [
        ("柳职院", "Liuzhou Vocational & Technical College", "organisation"),
        ("柳州城职院", "Liuzhou City Vocational College", "organisation"),
        ("柳工机械股份有限公司", "Liugong Machinery Co., Ltd.", "organisation"),
        (
            "中国—东盟轨道交通职业教育集团",
            "China-ASEAN Rail Transit Vocational Education Group",
            "organisation",
        ),
        ("唐咸仅", "Tang Xianjin", "person"),
        ("沙特", "Saudi Arabia", "place"),
        ("一带一路", "Belt and Road", "policy"),
        ("双元制", "Dual System", "policy"),
        ("企业走出去职业教育伴随计划", "Enterprises go out with vocational education program", "programme"),
        ("柳州日报", "Liuzhou Daily", "publication"),
        ("职业院校", "vocational college", "term"),
        ("先进制造业", "advanced manufacturing industry", "term"),
    ],
)
def test_entries(zh: str, en: str, kind: str) -> None:
    concept = by_zh()[zh]
    assert (concept.en, concept.type) == (en, kind)


def test_entries_are_attested_and_say_where() -> None:
    for concept in deck()[0]:
        assert concept.status == "proposed"
        assert concept.id == ""
        assert concept.count >= 1
        assert concept.source
        assert concept.context_zh
        assert concept.context_en
        assert re.match(r"confidence [01]\.\d\d: ", concept.note)


def test_english_only_passages_give_no_entry() -> None:
    english = {concept.en.lower() for concept in deck()[0]}
    assert not any("xinhua" in form or "people's daily" in form or "backbone" in form for form in english)


def test_below_the_bar_is_a_candidate_with_a_guess() -> None:
    rest = {candidate.zh: candidate for candidate in deck()[1]}
    assert not rest.keys() & by_zh().keys()
    assert any(candidate.guess for candidate in rest.values())


def test_order_of_units_does_not_matter() -> None:
    units = gold_units()[:12]
    assert extract(units) == extract(units[::-1])


def test_nothing_in_nothing_out() -> None:
    assert extract([]) == ([], [])
    assert extract([TranslationUnit("", "text"), TranslationUnit("。", "!")]) == ([], [])
    assert candidates([]) == []


def test_the_only_institution_and_the_only_acronym_left_are_a_pair() -> None:
    unit = TranslationUnit(
        "与泰国皇家理工大学合作共建了“中泰轨道交通学院”。",
        "China-Thailand Rail Transit College was established jointly with RMUTT.",
    )
    concepts = {concept.zh: concept for concept in extract([unit])[0]}
    assert concepts["泰国皇家理工大学"].en == "RMUTT"
    assert "elimination" in concepts["泰国皇家理工大学"].note


def test_chinese_candidates_are_counted_with_their_documents() -> None:
    segments = [
        Segment("学校推进校企合作，入选“双高计划”。", "zh", "body", Place("a.txt", 1, 1)),
        Segment("继续深化校企合作。", "zh", "body", Place("b.txt", 1, 1)),
        Segment("Deepen integration.", "en", "body", Place("b.txt", 1, 2)),
    ]
    found = {candidate.zh: candidate for candidate in candidates(segments)}
    assert found["校企合作"].count == 2
    assert found["校企合作"].documents == ("a.txt", "b.txt")
    assert found["双高计划"].type == "programme"
    assert candidates(segments) == candidates(segments[::-1])
