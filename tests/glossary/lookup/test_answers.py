"""Lookup: what a translator types finds the concept, and says how."""

from __future__ import annotations

import pytest
from tests.glossary.concepts import concept
from tests.glossary.lookup.generated import glossary as glossary_of
from tests.glossary.lookup.generated import queries

from vet_terms.glossary.lookup.answers import Hit, look_up
from vet_terms.glossary.lookup.forms import Glossary, text_of
from vet_terms.glossary.lookup.listed import ListedGlossary
from vet_terms.glossary.lookup.similarity import nearest
from vet_terms.language.scripts import count_han

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
def glossary() -> Glossary:
    return ListedGlossary(GLOSSARY)


def answers_to(glossary: Glossary, query: str) -> list[Hit]:
    return list(look_up(glossary, query).hits)


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
def test_the_first_answer(glossary: Glossary, query: str, zh: str, kind: str, side: str, term: str) -> None:
    best = answers_to(glossary, query)[0]
    assert (best.concept.zh, best.match.kind, best.match.side, best.match.term) == (zh, kind, side, term)


@pytest.mark.parametrize("query", ["完全没有", "xyzzy", "ation", "ua", "—", "X9", "tional"])
def test_what_no_term_says_finds_nothing(glossary: Glossary, query: str) -> None:
    assert answers_to(glossary, query) == []


def test_the_best_comes_first_and_each_concept_once(glossary: Glossary) -> None:
    hits = answers_to(glossary, "職業教育")
    assert [(hit.concept.zh, hit.match.kind) for hit in hits] == [
        ("职业教育", "exact"),
        ("高等职业教育", "part"),
        ("教育", "within"),
    ]
    assert hits[-1].concept.status == "rejected"
    scores = [hit.match.score for hit in hits[:-1]]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)


def test_a_rejected_concept_comes_last_whatever_its_match(glossary: Glossary) -> None:
    hits = answers_to(glossary, "教育")
    assert (hits[-1].concept.zh, hits[-1].match.kind) == ("教育", "exact")
    assert len(hits) == 3


def test_among_equals_the_approved_and_the_frequent_come_first() -> None:
    rows = [
        concept("甲一", "plan", count=1),
        concept("甲二", "plan", count=9),
        concept("甲三", "plan", status="approved"),
    ]
    for order in (rows, rows[::-1]):
        hits = answers_to(ListedGlossary(order), "plans")
        assert [hit.concept.zh for hit in hits] == ["甲三", "甲二", "甲一"]


def test_a_phrase_names_the_terms_in_it_the_longest_first(glossary: Glossary) -> None:
    hits = answers_to(glossary, "柳州職業技術學院的双元制")
    assert [hit.concept.zh for hit in hits] == [COLLEGE, "双元制"]


@pytest.mark.parametrize(("query", "near"), [("职业体育", "职业教育"), ("dual sistm", "Dual System")])
def test_the_nearest_terms_are_named(glossary: Glossary, query: str, near: str) -> None:
    assert nearest(glossary, query)[0] == near
    assert len(nearest(glossary, query)) <= 3


def test_an_empty_glossary_answers_nothing() -> None:
    assert answers_to(ListedGlossary([]), "教育") == []
    assert nearest(ListedGlossary([]), "教育") == []


CHANGED = [
    concept("柳州职业技术学院", "Liuzhou College", zh_variants=("柳职院",), status="superseded",
            note="superseded by 柳州職業技術大學 since 2024"),
    concept("柳州职业技术大学", "Liuzhou University", en_variants=("LPU",)),
    concept("铁道学院", "Railway College", note="likely superseded by 铁道大学"),
    concept("旧校", "Old School", status="rejected", note="superseded by 柳州职业技术大学"),
    concept("职业", "occupation"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("query", "answers"),
    [
        ("柳职院", [("柳州职业技术学院", "variant"), ("柳州职业技术大学", "successor")]),
        ("LPU", [("柳州职业技术大学", "variant"), ("柳州职业技术学院", "predecessor")]),
        ("Liuzhou", [("柳州职业技术学院", "part"), ("柳州职业技术大学", "part")]),
        ("Railway College", [("铁道学院", "exact")]),
        ("铁道大学", [("铁道学院", "predecessor")]),
        ("鐵道大學", [("铁道学院", "predecessor")]),
    ],
)
def test_either_name_shows_both(query: str, answers: list[tuple[str, str]]) -> None:
    hits = answers_to(ListedGlossary(CHANGED), query)
    assert [(hit.concept.zh, hit.match.kind) for hit in hits] == answers


def test_a_change_of_name_is_told_from_both_sides() -> None:
    old, new = answers_to(ListedGlossary(CHANGED), "柳职院")
    assert [(each.is_new_name, each.zh, each.year, each.decided) for each in old.renamings] == [
        (True, "柳州职业技术大学", 2024, True)
    ]
    assert [(each.is_new_name, each.zh, each.en, each.year) for each in new.renamings] == [
        (False, "柳州职业技术学院", "Liuzhou College", 2024)
    ]
    (likely,) = answers_to(ListedGlossary(CHANGED), "铁道学院")
    assert [(each.zh, each.id, each.year, each.decided) for each in likely.renamings] == [
        ("铁道大学", "", 0, False)
    ]


def test_the_other_name_does_not_count_against_the_limit() -> None:
    answer = look_up(ListedGlossary(CHANGED), "柳职院", 1)
    assert [hit.match.kind for hit in answer.hits] == ["variant", "successor"]
    assert answer.left_out == 0


def test_a_limit_keeps_the_best_and_counts_the_rest() -> None:
    listed = ListedGlossary(glossary_of(400, seed=5))
    for query in queries(listed, seed=6, size=30):
        everything = [hit for hit in answers_to(listed, query) if not hit.match.kind.endswith("cessor")]
        answer = look_up(listed, query, 5)
        best = [hit for hit in answer.hits if not hit.match.kind.endswith("cessor")]
        assert [hit.match.score for hit in best] == [hit.match.score for hit in everything[:5]], query
        assert answer.and_more or answer.left_out == max(0, len(everything) - 5), query
        assert len(best) + answer.left_out <= len(everything)


def test_every_form_is_found_by_itself_and_by_each_of_its_parts() -> None:
    listed = ListedGlossary(glossary_of(150, seed=7))
    for form in listed.forms:
        concept = listed.concept(form.concept)
        text = text_of(concept, form)
        kinds = {hit.concept: hit.match.kind for hit in answers_to(listed, text)}
        assert kinds[concept] in {"exact", "variant", "forbidden"}, text
        part = form.key[1:3]
        if form.side == "zh" and len(part) == 2 and count_han(part) == 2:
            assert concept in {hit.concept for hit in answers_to(listed, part)}, part
