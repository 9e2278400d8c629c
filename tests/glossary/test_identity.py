"""Which concepts of two term bases are the same."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from tests.glossary.concepts import concept

from vet_terms.glossary.identity import KnownConcepts, paired
from vet_terms.model import Concept

BUILT = "c0123456789"
KNOWN = dataclasses.replace(
    concept("柳州职业技术学院", "Liuzhou Vocational & Technical College", zh_variants=("柳职院",)), id=BUILT
)
WITH_QUOTES = concept("“1+X”证书", "“1+X” certificate", en_variants=("1+X scheme",))


def other(zh: str, en: str, id_: str = "", **more: Any) -> Concept:
    return dataclasses.replace(concept(zh, en, **more), id=id_)


SAME = {
    "id of a build": other("另", "other", BUILT),
    "same pair": other("柳州职业技术学院", "Liuzhou Vocational & Technical College"),
    "Traditional, other case": other("柳州職業技術學院", "LIUZHOU vocational & technical college"),
    "same Chinese": other("柳州职业技术学院", "Liuzhou Polytechnic"),
    "our short form": other("柳职院", "LVTC"),
    "our term is their short form": other(
        "广西柳州职业技术学院", "Guangxi Liuzhou College", zh_variants=("柳州职业技术学院",)
    ),
}
NOT_SAME = {
    "same English": other("柳职", "Liuzhou Vocational & Technical College"),
    "rejected, other English": other("柳州职业技术学院", "Liuzhou School", status="rejected"),
    "nothing": other("双元制", "Dual System"),
}


@pytest.mark.parametrize("given", SAME.values(), ids=SAME.keys())
def test_it_is_the_same(given: Concept) -> None:
    assert KnownConcepts([WITH_QUOTES, KNOWN]).same_as(given) == 1


@pytest.mark.parametrize("given", NOT_SAME.values(), ids=NOT_SAME.keys())
def test_it_is_another(given: Concept) -> None:
    assert KnownConcepts([WITH_QUOTES, KNOWN]).same_as(given) is None


@pytest.mark.parametrize(
    ("zh", "en"), [("“１＋Ｘ”证书", '"1+X" certificate'), ("“1 + X”證書", "1+X Scheme"), ("「1+X」证书", "x")]
)
def test_width_script_and_marks_are_the_same(zh: str, en: str) -> None:
    found = KnownConcepts([KNOWN, WITH_QUOTES]).same_as(concept(zh, en))
    assert (found == 1) is not zh.startswith("「")


def test_signs_that_mean_something_stay() -> None:
    assert KnownConcepts([concept("C语言", "C")]).same_as(concept("C++语言", "C++")) is None


def test_an_id_of_another_tool_needs_a_term_too() -> None:
    known = KnownConcepts([other("双元制", "Dual System", "1"), other("学校", "school", "2")])
    assert known.same_as(other("学校", "school", "1")) == 1
    assert known.same_as(other("大学", "university", "1")) is None
    assert known.same_as(other("双轨制", "dual system", "1")) == 0


def test_the_surest_reason_comes_first() -> None:
    rows = [other("职称", "title"), other("职称", "professional rank"), other("职务", "post", BUILT)]
    known = KnownConcepts(rows)
    assert known.same_as(other("职称", "professional rank")) == 1
    assert known.same_as(other("职称", "grade")) == 0
    assert known.same_as(other("职称", "title", BUILT)) == 2


def test_each_concept_is_paired_once() -> None:
    old = [other("甲", "a"), other("乙", "b", BUILT), other("丙", "c")]
    new = [other("甲", "x"), other("甲", "a"), other("丁", "d", BUILT)]
    assert paired(old, new) == [(None, 0), (0, 1), (1, 2), (2, None)]
