"""Taiwan's and Hong Kong's forms of terms, derived and marked."""

from __future__ import annotations

import dataclasses

import pytest
from tests.glossary.concepts import concept

from vet_terms.errors import UsageError
from vet_terms.glossary.folding import chinese_keys
from vet_terms.glossary.succession import successor_named
from vet_terms.glossary.varieties import derived_forms, in_variety
from vet_terms.model import Concept

DERIVED: list[tuple[Concept, tuple[str, ...], tuple[str, ...]]] = [
    (concept("软件技术", "software technology"), ("軟體技術",), ("軟件技術",)),
    (concept("职业教育", "VET", zh_variants=("职教",)), ("職業教育", "職教"), ("職業教育", "職教")),
    (concept("老挝", "Laos", type="place"), ("寮國",), ("老撾",)),
    (concept("实训室里", "in the lab"), ("實訓室裡",), ("實訓室裏",)),
    # Who bears a name chose its words: only its characters change.
    (concept("信息工程学院", "College", type="organisation"), ("信息工程學院",), ("信息工程學院",)),
    (concept("信息工程", "information engineering"), ("資訊工程",), ("信息工程",)),
    # Nothing to derive, and forms that fall together.
    (concept("IHK", "IHK"), ("IHK",), ("IHK",)),
    (concept("人工", "manual", zh_variants=("人 工",)), ("人工", "人 工"), ("人工", "人 工")),
    (concept("教学", "teaching", zh_variants=("教學",)), ("教學",), ("教學",)),
]


@pytest.mark.parametrize(("given", "taiwan", "hong_kong"), DERIVED, ids=[row[0].zh for row in DERIVED])
def test_the_forms_of_a_place(given: Concept, taiwan: tuple[str, ...], hong_kong: tuple[str, ...]) -> None:
    assert derived_forms(given) == {"zh-TW": taiwan, "zh-HK": hong_kong}


def test_a_form_that_people_wrote_stands_before_a_derived_one() -> None:
    # OpenCC has 網絡 as 網路; whoever wrote both Taiwanese forms is not corrected.
    written = concept("软件", "software", zh_variants=("資訊軟體", "軟體"))
    assert derived_forms(written)["zh-TW"][0] == "軟體"


def test_concepts_say_that_their_chinese_is_derived() -> None:
    given = [
        concept("软件", "software", context_zh="学习软件。", note="ask Li"),
        concept("IHK", "IHK"),
        concept("柳职院", "LVTC", note="superseded by 柳州职业技术大学 since 2024", type="organisation"),
    ]
    software, unchanged, college = in_variety(given, "zh_TW")
    assert software == dataclasses.replace(
        given[0], zh="軟體", context_zh="學習軟體。", note="ask Li; Chinese derived from zh-CN"
    )
    assert unchanged == given[1]
    successor = successor_named(college.note)
    assert successor is not None
    assert successor.name == "柳州职业技术大学"


def test_the_context_of_a_term_that_all_places_write_alike_is_derived_too() -> None:
    given = concept("校企合作", "cooperation", context_zh="学校坚持校企合作。")
    [made] = in_variety([given], "zh-TW")
    assert (made.zh, made.context_zh) == ("校企合作", "學校堅持校企合作。")
    assert made.note == "Chinese derived from zh-CN"


def test_back_to_the_mainland() -> None:
    [back] = in_variety([concept("軟體技術", "software technology")], "zh-CN")
    assert (back.zh, back.note) == ("软件技术", "Chinese derived from zh-TW")


@pytest.mark.parametrize("code", ["zh", "en", "zh-Hant", ""])
def test_a_code_without_a_place_is_refused(code: str) -> None:
    with pytest.raises(UsageError, match="zh-TW"):
        in_variety([concept("软件", "software")], code)


def test_a_derived_form_is_found_by_what_it_came_from() -> None:
    """Lookups compare in Simplified characters: a change of characters alone is no other word."""
    terms = [
        concept("柳州职业技术学院", "College", type="organisation"),
        concept("卫生院里", "clinic", type="person"),
    ]
    for term in terms:
        for forms in derived_forms(term).values():
            assert chinese_keys(forms) == chinese_keys([term.zh])
