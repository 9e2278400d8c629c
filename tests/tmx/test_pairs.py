"""Which pairs a unit has, and which target of a source is the best."""

from __future__ import annotations

import pytest

from vet_terms.tmx.model import Element, TmxUnit, Variant
from vet_terms.tmx.pairs import BestTargets, Pair, pairs


def unit(zh: str, en: str, status: str = "", date: str = "", derived: str = "") -> TmxUnit:
    properties = [("x-status", status), ("x-derived-from", derived)]
    return TmxUnit(
        variants=(Variant("zh-CN", (zh,)), Variant("en-US", (en,))),
        attributes=(("changedate", date),) if date else (),
        remarks=tuple(Element("prop", (("type", name),), (value,)) for name, value in properties if value),
    )


def by_phrase(zh: str, en: str, modified_at: str) -> TmxUnit:
    modified = Element("prop", (("type", "modified_at"),), (modified_at,))
    return TmxUnit((Variant("zh-CN", (zh,)), Variant("en-US", (en,), remarks=(modified,))))


def best(units: list[TmxUnit]) -> list[str]:
    """Return the English that is kept of the units."""
    targets = BestTargets()
    every = [pair for each in units for pair in pairs(each)]
    for pair in every:
        targets.see(pair)
    return [pair.en.text for pair in every if targets.is_best(pair)]


@pytest.mark.parametrize(
    ("units", "kept"),
    [
        ([unit("甲", "A"), unit("乙", "B")], ["A", "B"]),
        ([unit("甲", "first"), unit("甲", "second")], ["first"]),
        ([unit("甲", "a", "machine"), unit("甲", "b", "edited"), unit("甲", "c", "approved")], ["c"]),
        ([unit("甲", "a", "machine"), unit("甲", "no status is approved")], ["no status is approved"]),
        ([unit("甲", "old", date="20190101T000000Z"), by_phrase("甲", "new", "1552360522000")], ["new"]),
        ([unit("甲", "new", date="20200101T000000Z"), by_phrase("甲", "old", "1552360522000")], ["new"]),
        (
            [unit("甲", "old", date="20250101T000000Z"), unit("甲", "new", date="2026-01-01T00:00:00Z")],
            ["new"],
        ),
        ([unit("甲", "undated"), unit("甲", "dated", date="20200101T000000Z")], ["dated"]),
        ([unit("甲", "new", "machine", "20260101T000000Z"), unit("甲", "old", "edited")], ["old"]),
        ([unit("甲", "a", date="20260101T000000Z", derived="zh-TW"), unit("甲", "b")], ["b"]),
        ([unit("甲", "a"), unit("乙", "b"), unit("甲", "c", date="20260101T000000Z")], ["b", "c"]),
        ([unit("甲", "same"), unit("甲", "same")], ["same"]),
    ],
)
def test_the_best_target_of_each_source_is_kept(units: list[TmxUnit], kept: list[str]) -> None:
    assert best(units) == kept


def test_telling_again_tells_the_same() -> None:
    (one,), (other,) = (pairs(unit("甲", each)) for each in "ab")
    targets = BestTargets()
    for pair in (one, other):
        targets.see(pair)
    assert [targets.is_best(one), targets.is_best(other)] == [True, False]
    targets.again()
    assert [targets.is_best(one), targets.is_best(other)] == [True, False]
    assert targets.has_several(one)


@pytest.mark.parametrize(
    ("variants", "found"),
    [
        ([("en-US", "A"), ("ZH", "甲")], [("甲", "A")]),
        ([("zh-CN", "甲"), ("en-US", "A"), ("en-GB", "B"), ("fr", "C")], [("甲", "A"), ("甲", "B")]),
        ([("zh-CN", "甲"), ("zh-TW", "乙"), ("en", "A")], [("甲", "A"), ("乙", "A")]),
        ([("zh-CN", " "), ("en", "A")], []),
        ([("zh-CN", "甲"), ("ja", "A")], []),
        ([], []),
    ],
)
def test_each_chinese_text_pairs_with_each_english_one(
    variants: list[tuple[str, str]], found: list[tuple[str, str]]
) -> None:
    every: list[Pair] = pairs(TmxUnit(tuple(Variant(code, (text,)) for code, text in variants)))
    assert [(pair.zh.text, pair.en.text) for pair in every] == found
    assert [pair.number for pair in every] == list(range(1, len(found) + 1))
