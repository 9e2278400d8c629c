"""Finding glossary terms: longest match, script, inflection, coordination, standing of an entry."""

from __future__ import annotations

import pickle
from dataclasses import replace

import pytest

from vet_terms.checking.runner import check
from vet_terms.checking.settings import Settings
from vet_terms.glossary.english_words import english_words, find_english, has_all_words
from vet_terms.glossary.term_index import TermIndex, english_terms
from vet_terms.model import Concept, ConceptStatus, Severity, TranslationUnit

TERMS = Settings(only=("terms",))


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


@pytest.mark.parametrize(
    ("term", "text", "there"),
    [
        ("integration of industry and education", "Integrate industry with education.", True),
        ("cooperation of vocational education", "vocational education that cooperates", True),
        ("integration of industry and education", "industry and its education", False),
        ("internationalization", "internationalization", False),
    ],
)  # fmt: skip
def test_all_words_in_another_order_or_derivation(term: str, text: str, there: bool) -> None:
    assert has_all_words(term, english_words(text)) is there


@pytest.mark.parametrize(
    ("concept", "en"),
    [
        (
            Concept("1", "职业学院", "Liuzhou Vocational College", type="organisation", status="approved"),
            "LVC",
        ),
        (Concept("1", "欧盟组织", "EU", type="organisation", status="approved"), "the European Union"),
        (Concept("1", "俄罗斯", "Russia", type="place", status="approved"), "Russian"),
        (Concept("1", "职业教育", "vocational training (VET)", status="approved"), "vocational training"),
        (Concept("1", "职业教育", "vocational training (VET)", status="approved"), "VET"),
        (
            Concept("1", "实施方案", "Implementation Programme", status="approved"),
            "theImplementation Programme",
        ),
    ],
)
def test_what_is_the_same_as_the_term(concept: Concept, en: str) -> None:
    assert check([TranslationUnit(concept.zh, en, id="1")], [concept], TERMS).findings == ()


@pytest.mark.parametrize(
    ("zh", "term"),
    [("“双师型”教师", "双师型教师"), ("双师型教师", "“双师型”教师"), ("「双师」型教师", "双师型教师")],
)
def test_quotation_marks_do_not_part_a_chinese_term(zh: str, term: str) -> None:
    [hit] = TermIndex([Concept("1", term, "a")]).in_chinese(f"建设{zh}队伍")
    assert f"建设{zh}队伍"[hit.start : hit.end].strip("“「") == zh.strip("“「")


def test_a_name_called_by_its_kind_is_info() -> None:
    concept = Concept("1", "柳州学院", "Liuzhou College", type="organisation", status="approved")

    def severity(en: str) -> list[Severity]:
        return [
            each.severity
            for each in check([TranslationUnit("柳州学院", en, id="1")], [concept], TERMS).findings
        ]

    assert severity("The College was founded in 1998.") == ["info"]
    assert severity("Railway College was founded in 1998.") == ["error"]


OLD = Concept(
    "1", "柳州学院", "Liuzhou College", type="organisation", status="superseded",
    note="superseded by 柳州大学 since 2024",
)  # fmt: skip
NEW = Concept("2", "柳州大学", "Liuzhou University", type="organisation", status="approved")


@pytest.mark.parametrize(
    ("zh", "en", "year", "rules"),
    [
        ("柳州学院开学", "Liuzhou College opens", None, [("terms/superseded", "info")]),
        ("柳州学院开学", "Liuzhou College opens", 2019, []),
        ("柳州学院开学", "Liuzhou College opens", 2024, [("terms/superseded", "warning")]),
        ("柳州学院成立于1998年", "Liuzhou College opened", 2025, [("terms/superseded", "info")]),
        ("柳州学院开学", "Liuzhou University opens", None, []),
        ("柳州学院开学", "Liuzhou University opens", 2019, [("terms/missing", "error")]),
        ("柳州大学开学", "Liuzhou College opens", None, [("terms/superseded", "warning")]),
        ("柳州大学开学", "Liuzhou College opens", 2019, [("terms/superseded", "warning")]),
        ("柳州大学开学", "Liuzhou University opens", 2025, []),
        ("我校开学", "Liuzhou College opens", 2019, []),
        ("我校开学", "Liuzhou College opens", 2025, [("terms/superseded", "warning")]),
    ],
)
def test_an_old_name_and_the_year(zh: str, en: str, year: int | None, rules: list[tuple[str, str]]) -> None:
    settings = Settings(only=("terms",), year=year)
    found = check([TranslationUnit(zh, en, id="1")], [OLD, NEW], settings).findings
    assert [(each.rule, each.severity) for each in found] == rules
    assert all(each.suggestion == "Liuzhou University" for each in found if each.rule == "terms/superseded")


@pytest.mark.parametrize(
    ("note", "because"),
    [
        ("superseded by 柳州大学 since 2024", " (superseded by 柳州大学 since 2024)"),
        ("confidence 0.87: entity, pinyin; superseded by 柳州大学", " (superseded by 柳州大学)"),
        ("confidence 0.87: entity, pinyin", ""),
        ("", ""),
    ],
)
def test_a_superseded_name_is_explained_without_what_the_machine_says_of_the_pair(
    note: str, because: str
) -> None:
    old = replace(OLD, note=note)
    [found] = check(
        [TranslationUnit("柳州学院开学", "Liuzhou College opens", id="1")],
        [old, NEW],
        Settings(only=("terms",)),
    ).findings
    assert found.message == f"“Liuzhou College” is superseded{because}, as the source says."


def test_an_old_common_word_is_looked_at_beside_its_successor_only() -> None:
    old = Concept("1", "双轨制", "dual track", status="superseded", note="now 双元制")
    new = Concept("2", "双元制", "dual system", status="approved")
    assert check([TranslationUnit("两条路", "a dual track road", id="1")], [old, new], TERMS).findings == ()
    found = check([TranslationUnit("双元制", "a dual track", id="1")], [old, new], TERMS).findings
    assert [each.rule for each in found] == ["terms/superseded"]


@pytest.mark.parametrize(
    ("concept", "en", "right"),
    [
        (Concept("1", "柳职院", "LVTC", type="organisation"), "the lvtc campus", "LVTC"),
        (Concept("1", "柳职院", "LVTC", type="organisation"), "the Lvtc campus", "LVTC"),
        (Concept("1", "柳工", "Liugong", type="organisation"), "the liugong plant", "Liugong"),
        (Concept("1", "柳州市", "Liuzhou", type="place"), "in liuzhou", "Liuzhou"),
        (Concept("1", "柳州日报", "Liuzhou Daily", type="publication"), "the Liuzhou daily", "Liuzhou Daily"),
        (Concept("1", "柳工", "Liugong", type="organisation"), "LIUGONG PLANT", ""),
        (Concept("1", "世卫", "WHO", type="organisation"), "who came", ""),
        (Concept("1", "教育部", "Ministry of Education", type="organisation"), "Ministry Of Education", ""),
        (Concept("1", "双元制", "Dual System", type="programme"), "dual system", ""),
        (Concept("1", "双元", "Dual Way", type="programme", status="approved"), "dual way", "Dual Way"),
        (Concept("1", "实训基地", "Training Base", status="approved"), "training base", ""),
        (Concept("1", "职教集团", "Group", type="organisation", en_variants=("group",)), "a group", ""),
    ],
)  # fmt: skip
def test_the_case_of_names(concept: Concept, en: str, right: str) -> None:
    found = [
        each for each in check([TranslationUnit(concept.zh, en, id="1")], [concept], TERMS).findings
        if each.rule == "terms/case"
    ]  # fmt: skip
    assert [(each.severity, each.suggestion) for each in found] == ([("warning", right)] if right else [])


def test_a_context_with_terms_can_go_to_another_process() -> None:
    words = english_words("two WTOs")
    assert list(pickle.loads(pickle.dumps(words))) == list(words)
    assert english_terms(Concept("1", "中", "a (b)", en_variants=("",))) == ("a (b)", "a")
