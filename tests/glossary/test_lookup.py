"""Lookup: what a translator types finds the concept, and says how."""

from __future__ import annotations

import pytest
from tests.glossary.concepts import concept

from vet_terms.glossary.lookup import look_up
from vet_terms.glossary.matching import Forms, prepare
from vet_terms.glossary.similarity import nearest

COLLEGE = "柳州职业技术学院"
CENTRE = "international exchange and cooperation centre"

GLOSSARY = [
    concept(
        COLLEGE,
        "Liuzhou Vocational & Technical College",
        zh_variants=("柳职院",),
        en_variants=("LVTC",),
        en_forbidden=("Liuzhou Polytechnic",),
        type="organisation",
        status="superseded",
        note="became 柳州职业技术大学 in 2024",
    ),
    concept("职业教育", "vocational education", zh_variants=("职教",), status="approved", count=40),
    concept("高等职业教育", "higher vocational education", count=3),
    concept("双元制", "Dual System", type="programme"),
    concept("国际交流合作中心", CENTRE, type="organisation"),
    concept("德国工商大会", "German Industry and Commerce", type="organisation"),
    concept("覃正海", "Qin Zhenghai", type="person"),
    concept("1+X证书", "1+X certificate", type="programme"),
    concept("教育", "schooling", status="rejected"),
    concept("市域产教联合体", ""),
]


@pytest.fixture(scope="module")
def forms() -> Forms:
    return prepare(GLOSSARY)


FOUND = {
    "exact": ("职业教育", "职业教育", "exact", "zh", "职业教育"),
    "traditional": ("職業教育", "职业教育", "exact", "zh", "职业教育"),
    "quoted": ("“双元制”", "双元制", "exact", "zh", "双元制"),
    "full width": ("１＋Ｘ证书", "1+X证书", "exact", "zh", "1+X证书"),
    "no english yet": ("市域产教联合体", "市域产教联合体", "exact", "zh", "市域产教联合体"),
    "chinese variant": ("柳职院", COLLEGE, "variant", "zh", "柳职院"),
    "traditional variant": ("職教", "职业教育", "variant", "zh", "职教"),
    "chinese part": ("交流合作", "国际交流合作中心", "part", "zh", "国际交流合作中心"),
    "one character": ("双", "双元制", "part", "zh", "双元制"),
    "term in a phrase": ("德国工商大会代表处", "德国工商大会", "within", "zh", "德国工商大会"),
    "english": ("Vocational Education", "职业教育", "exact", "en", "vocational education"),
    "article": ("the dual system", "双元制", "exact", "en", "Dual System"),
    "ampersand": ("Liuzhou vocational and technical college", COLLEGE, "exact", "en", GLOSSARY[0].en),
    "english variant": ("lvtc", COLLEGE, "variant", "en", "LVTC"),
    "forbidden": ("Liuzhou Polytechnic", COLLEGE, "forbidden", "en", "Liuzhou Polytechnic"),
    "plural": ("dual systems", "双元制", "inflected", "en", "Dual System"),
    "american": (
        "International Exchange and Cooperation Center",
        "国际交流合作中心",
        "inflected",
        "en",
        CENTRE,
    ),
    "english part": ("technical colleges", COLLEGE, "part", "en", GLOSSARY[0].en),
    "word begun": ("certif", "1+X证书", "part", "en", "1+X certificate"),
    "words apart": ("liuzhou college", COLLEGE, "words", "en", GLOSSARY[0].en),
    "acronym": ("IECC", "国际交流合作中心", "acronym", "en", CENTRE),
    "dotted acronym": ("D.S.", "双元制", "acronym", "en", "Dual System"),
    "latin part of chinese": ("1+X", "1+X证书", "part", "zh", "1+X证书"),
    "english term in a phrase": ("a dual system for all", "双元制", "within", "en", "Dual System"),
    "name": ("zhenghai qin", "覃正海", "words", "en", "Qin Zhenghai"),
    "pinyin": ("zhiyejiaoyu", "职业教育", "pinyin", "zh", "职业教育"),
    "pinyin with tones": ("shuāng yuán zhì", "双元制", "pinyin", "zh", "双元制"),
    "pinyin of a variant": ("liu zhi yuan", COLLEGE, "pinyin", "zh", "柳职院"),
    "pinyin run together": ("qinzhenghai", "覃正海", "pinyin", "zh", "覃正海"),
    "misspelt": ("vocatoinal educaton", "职业教育", "misspelt", "en", "vocational education"),
    "misspelt part": ("Liuzou Colege", COLLEGE, "misspelt", "en", GLOSSARY[0].en),
    "misspelt beside a known term": ("duel system", "双元制", "misspelt", "en", "Dual System"),
    "miswritten chinese": ("柳州职业技木学院", COLLEGE, "misspelt", "zh", COLLEGE),
}


@pytest.mark.parametrize(("query", "zh", "kind", "side", "term"), FOUND.values(), ids=FOUND.keys())
def test_the_first_answer(forms: Forms, query: str, zh: str, kind: str, side: str, term: str) -> None:
    best = look_up(forms, query)[0]
    assert (best.concept.zh, best.match.kind, best.match.side, best.match.term) == (zh, kind, side, term)


@pytest.mark.parametrize("query", ["完全没有", "xyzzy", "ation", "ua", "—", "X9", "tional"])
def test_what_no_term_says_finds_nothing(forms: Forms, query: str) -> None:
    assert look_up(forms, query) == []


def test_the_best_comes_first_and_each_concept_once(forms: Forms) -> None:
    hits = look_up(forms, "職業教育")
    assert [(hit.concept.zh, hit.match.kind) for hit in hits] == [
        ("职业教育", "exact"),
        ("高等职业教育", "part"),
        ("教育", "within"),
    ]
    assert hits[-1].concept.status == "rejected"
    scores = [hit.match.score for hit in hits[:-1]]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)


def test_a_rejected_concept_comes_last_whatever_its_match(forms: Forms) -> None:
    hits = look_up(forms, "教育")
    assert (hits[-1].concept.zh, hits[-1].match.kind) == ("教育", "exact")
    assert len(hits) == 3


def test_among_equals_the_approved_and_the_frequent_come_first() -> None:
    rows = [
        concept("甲一", "plan", count=1),
        concept("甲二", "plan", count=9),
        concept("甲三", "plan", status="approved"),
    ]
    for order in (rows, rows[::-1]):
        hits = look_up(prepare(order), "plans")
        assert [hit.concept.zh for hit in hits] == ["甲三", "甲二", "甲一"]


def test_a_phrase_names_the_terms_in_it_the_longest_first(forms: Forms) -> None:
    hits = look_up(forms, "柳州職業技術學院的双元制")
    assert [hit.concept.zh for hit in hits] == [COLLEGE, "双元制"]


@pytest.mark.parametrize(("query", "near"), [("职业体育", "职业教育"), ("dual sistm", "Dual System")])
def test_the_nearest_terms_are_named(forms: Forms, query: str, near: str) -> None:
    assert nearest(forms, query)[0] == near
    assert len(nearest(forms, query)) <= 3


def test_an_empty_glossary_answers_nothing() -> None:
    assert look_up(prepare([]), "教育") == []
    assert nearest(prepare([]), "教育") == []
