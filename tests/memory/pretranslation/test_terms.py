"""Which glossary terms of a segment are noted, and what the notes say."""

from __future__ import annotations

import pytest

from vet_terms.glossary.term_index import TermIndex
from vet_terms.memory.pretranslation.terms import TermNotes
from vet_terms.model import Concept, Language

CONCEPTS = (
    Concept("1", "职业教育", "vocational education", status="approved", definition="Education\nfor work."),
    Concept(
        "2", "双元制", "dual system", zh_variants=("双元模式",), en_variants=("dual training system",),
        en_forbidden=("double system",), status="approved",
    ),
    Concept(
        "3", "柳州职业技术学院", "Liuzhou College", status="superseded",
        note="since 2024:  Liuzhou Polytechnic University",
    ),
    Concept("4", "学院", "college"),
    Concept("5", "学院", "institute"),
    Concept("6", "企业", ""),
    Concept("7", "教育", "schooling", status="rejected"),
    Concept("8", "高等职业教育", "higher vocational education", status="superseded"),
    Concept("9", "中国", "China"),
)  # fmt: skip

NOTES = TermNotes(CONCEPTS, TermIndex(CONCEPTS))


@pytest.mark.parametrize(
    ("text", "language", "lines"),
    [
        ("职业教育与職業教育", "zh", ["职业教育 = vocational education", "職業教育 = vocational education"]),
        ("职业教育就是职业教育", "zh", ["职业教育 = vocational education"]),
        (
            "双元模式",
            "zh",
            ["双元模式 = dual system (also: dual training system; do not use: double system)"],
        ),
        (
            "柳州职业技术学院",
            "zh",
            [
                "柳州职业技术学院 = Liuzhou College (superseded: since 2024: Liuzhou Polytechnic University)"
            ],
        ),
        ("高等职业教育", "zh", ["高等职业教育 = higher vocational education (superseded: no note says why)"]),
        ("两个学院", "zh", ["学院 = college (proposed)", "学院 = institute (proposed)"]),
        ("企业与教育", "zh", []),
        ("专业52个，其中国家级4个", "zh", []),
        ("在中国建成", "zh", ["中国 = China (proposed)"]),
        (
            "Vocational Education in colleges",
            "en",
            ["vocational education = 职业教育", "college = 学院 (proposed)"],
        ),
        ("A Dual Training System", "en", ["dual training system = 双元制 (also: 双元模式)"]),
        (
            "higher vocational education",
            "en",
            ["higher vocational education = 高等职业教育 (superseded: no note says why)"],
        ),
        ("nothing of it", "en", []),
        ("", "en", []),
    ],
)  # fmt: skip
def test_notes(text: str, language: Language, lines: list[str]) -> None:
    assert [note.line for note in NOTES.of(text, language)] == lines


def test_what_a_glossary_module_can_say() -> None:
    [dual] = NOTES.of("双元制", "zh")
    assert dual.translations == ("dual system", "dual training system")
    [education] = NOTES.of("职业教育", "zh")
    assert education.definition == "Education for work."


def test_a_superseded_term_is_no_translation_to_use() -> None:
    [note] = NOTES.of("柳州职业技术学院", "zh")
    assert note.translations == ()


def test_no_glossary() -> None:
    assert TermNotes((), TermIndex(())).of("职业教育", "zh") == ()
    assert TermNotes((), TermIndex(())).of("vocational education", "en") == ()
