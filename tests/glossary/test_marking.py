"""Texts with the terms of a glossary marked."""

from __future__ import annotations

import itertools

import pytest

from vet_terms.glossary.lookup.listed import ListedGlossary
from vet_terms.glossary.marking import Marker, is_forbidden
from vet_terms.model import Concept

CONCEPTS = [
    Concept("1", "职业教育", "vocational education", zh_variants=("职教",), status="approved"),
    Concept("2", "世界职业院校技能大赛", "World Vocational College Skills Competition", status="approved"),
    Concept("3", "技能大赛", "skills competition"),
    Concept("4", "中国", "China"),
    Concept("5", "柳州职业技术学院", "Liuzhou Vocational & Technical College", en_variants=("LVTC",),
            en_forbidden=("Liuzhou Polytechnic",), status="superseded"),
    Concept("6", "产教融合", "integrate industry and education"),
    Concept("7", "教育", "schooling", status="rejected"),
    Concept("8", "信息技术", "IT"),
    Concept("9", "培训中心", "training centre"),
    Concept("10", "学", "learning"),
    Concept("11", "企业", ""),
    Concept("12", "教师", "teacher"),
    Concept("13", "师", "master"),
]  # fmt: skip
MARKER = Marker(ListedGlossary(CONCEPTS))

TEXTS = {
    "the longest first": ("参加世界职业院校技能大赛和技能大赛", ["世界职业院校技能大赛", "技能大赛"]),
    "traditional": ("發展職業教育", ["職業教育"]),
    "a word across both ends": ("其中国家级52个", []),
    "the words of a line": ("在中国建成", ["中国"]),
    "rejected": ("教育", []),
    "without english": ("企业", ["企业"]),
    "one character": ("学，师", ["学", "师"]),
    "english inflected": (
        "Training Centers integrated industry and education.",
        ["Training Centers", "integrated industry and education"],
    ),
    "an ampersand": (
        "the Liuzhou Vocational and Technical College",
        ["Liuzhou Vocational and Technical College"],
    ),
    "an abbreviation": ("It is IT, and LVTC's", ["IT", "LVTC"]),
    "plural of an abbreviation": ("two LVTCs", ["LVTCs"]),
    "a word in a word": ("mastery of schoolteacher", []),
    "over the end of a sentence": ("They like vocational. Education matters", []),
    "both languages": ("LVTC的技能大赛 (skills competitions)", ["LVTC", "技能大赛", "skills competitions"]),
    "full width": ("ＬＶＴＣ与职教", ["ＬＶＴＣ", "职教"]),
    "forbidden": ("Liuzhou Polytechnic", ["Liuzhou Polytechnic"]),
    "nothing": ("", []),
    "signs": ("——。", []),
}


@pytest.mark.parametrize(("text", "terms"), TEXTS.values(), ids=TEXTS.keys())
def test_terms_in_a_text(text: str, terms: list[str]) -> None:
    assert [text[mark.start : mark.end] for mark in MARKER.marks(text)] == terms


def test_what_is_longer_than_any_term_is_not_looked_for() -> None:
    long = Concept("1", "学" * 101, " ".join(["learn"] * 41))
    fits = Concept("2", "产" * 100, " ".join(["make"] * 40))
    marker = Marker(ListedGlossary([long, fits]))
    assert not marker.marks(f"{long.zh}, {long.en}.")
    assert len(marker.marks(f"{fits.zh}, {fits.en}.")) == 2


def test_a_mark_leads_to_all_concepts_that_have_the_term() -> None:
    marker = Marker(ListedGlossary([*CONCEPTS, Concept("20", "技能大赛", "contest", status="approved")]))
    (mark,) = marker.marks("技能大赛")
    assert [concept.id for concept in marker.concepts(mark)] == ["20", "3"]


@pytest.mark.parametrize(("text", "forbidden"), [("Liuzhou Polytechnic", True), ("LVTC", False)])
def test_forbidden_terms_are_told(text: str, forbidden: bool) -> None:
    (mark,) = MARKER.marks(text)
    (concept,) = MARKER.concepts(mark)
    assert is_forbidden(mark, text, concept) is forbidden


def test_marks_do_not_overlap_and_places_are_those_of_the_text() -> None:
    text = (
        "İstanbul 與中國的職業教育、世界職業院校技能大賽 (World Vocational College Skills Competition) ﬁnal"
    )
    marks = MARKER.marks(text)
    assert [text[mark.start : mark.end] for mark in marks] == [
        "中國",
        "職業教育",
        "世界職業院校技能大賽",
        "World Vocational College Skills Competition",
    ]
    assert all(one.end <= other.start for one, other in itertools.pairwise(marks))
