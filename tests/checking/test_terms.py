"""Finding glossary terms: longest match, script, inflection, coordination, standing of an entry."""

from __future__ import annotations

import pytest

from vet_terms.checking.runner import check
from vet_terms.glossary.term_index import TermIndex, english_words, find_english
from vet_terms.model import Concept, ConceptStatus, Severity, TranslationUnit


@pytest.mark.parametrize(
    ("term", "text", "found"),
    [
        ("training base", "new training bases", "training bases"),
        ("training base", "The Training Base", "Training Base"),
        ("training base", "retraining baseline", ""),
        ("vocational education", "vocational and higher education", "vocational and higher education"),
        ("vocational education", "vocational schools, not education", ""),
        (
            "vocational education",
            "vocational, technical and higher education",
            "vocational, technical and higher education",
        ),
        (
            "industry-education integration",
            "industry–education integration",
            "industry–education integration",
        ),
        ("Research & Development", "research and development", "research and development"),
        ("programme centre", "program centers", "program centers"),
        ("organisation", "international organizations", "organizations"),
        ("LVTC", "the LVTC's plan", "LVTC"),
        ("LVTC", "Lvtc", ""),
        ("WTO", "two WTOs", "WTOs"),
        ("the Belt and Road", "a Belt and Road project", "Belt and Road"),
        ("co-operation", "cooperation", "cooperation"),
        ("child", "children", "children"),
        ("", "anything", ""),
    ],
)
def test_english_terms(term: str, text: str, found: str) -> None:
    spans = find_english(term, english_words(text))
    assert [text[start:end] for start, end in spans] == ([found] if found else [])


def test_the_longest_chinese_term_wins() -> None:
    index = TermIndex(
        [Concept("1", "职业教育", "a"), Concept("2", "高等职业教育", "b"), Concept("3", "教育", "c")]
    )
    hits = index.in_chinese("高等職業教育和职业教育")
    assert [(hit.start, hit.end, hit.concepts[0].id) for hit in hits] == [(0, 6, "2"), (7, 11, "1")]


@pytest.mark.parametrize(
    ("zh", "status", "severity"),
    [
        ("产教融合", "approved", "error"),
        ("产教融合", "proposed", "info"),
        ("教师", "approved", "info"),
        ("教师", "proposed", "info"),
        ("产教融合", "rejected", None),
        ("产教融合", "superseded", None),
    ],
)
def test_how_grave_a_missing_term_is(zh: str, status: ConceptStatus, severity: Severity | None) -> None:
    concept = Concept("1", zh, "integrated schooling", status=status)
    result = check([TranslationUnit(f"推进{zh}。", "Move forward.", id="1")], [concept])
    assert [each.severity for each in result.findings] == ([severity] if severity else [])


@pytest.mark.parametrize(
    ("concept", "severity"),
    [
        (Concept("1", "柳工", "Liugong", status="approved"), "error"),
        (Concept("1", "柳工", "Liugong"), "warning"),
        (Concept("1", "德国", "Germany", type="place", status="approved"), "info"),
        (Concept("1", "学徒", "apprentice", status="approved"), "info"),
        (Concept("1", "国际工匠学院", "International Craftsman College", type="organisation"), "warning"),
    ],
)
def test_a_short_name_is_graver_than_a_short_word(concept: Concept, severity: Severity) -> None:
    result = check([TranslationUnit(f"参观{concept.zh}。", "Pay a visit.", id="1")], [concept])
    assert [each.severity for each in result.findings] == [severity]


def test_one_of_two_homonyms_is_enough() -> None:
    concepts = [
        Concept("1", "专业建设", "programme building"),
        Concept("2", "专业建设", "professional growth"),
    ]
    unit = TranslationUnit("专业建设", "Professional growth", id="1")
    assert check([unit], concepts).findings == ()


def test_a_forbidden_word_inside_an_accepted_term_is_fine() -> None:
    concept = Concept("1", "职业学院", "vocational college", en_forbidden=("college",), status="approved")
    assert check([TranslationUnit("职业学院", "a vocational college", id="1")], [concept]).findings == ()
    [found] = check([TranslationUnit("职业学院", "a college", id="1")], [concept]).findings
    assert (found.rule, found.suggestion) == ("terms/forbidden", "vocational college")


def test_a_finding_points_at_the_term() -> None:
    unit = TranslationUnit("推进产教融合。", "Move forward.", id="1")
    [found] = check([unit], [Concept("1", "产教融合", "integration", status="approved")]).findings
    assert found.span and unit.zh[found.span.start : found.span.end] == "产教融合"
