"""What is filled in, with which state, and what is only offered."""

from __future__ import annotations

import pytest
from tests.memory.fake_memory import FakeMemory, memory_of

from vet_terms.memory.pretranslation.units import Filled, PretranslatedUnit, pretranslated
from vet_terms.memory.source_text import SourceText
from vet_terms.memory.unit import MemoryUnit
from vet_terms.model import Language, Place, Segment


def units_of(
    memory: FakeMemory | None, *texts: str | tuple[str, str], language: Language = "zh", threshold: int = 70
) -> list[PretranslatedUnit]:
    marked = [text if isinstance(text, tuple) else ("", text) for text in texts]
    place = Place("deck.pptx", page=4, block=2, line=7, spot="box3")
    segments = tuple(Segment(text, language, "heading", place, mark) for mark, text in marked)
    return list(pretranslated(SourceText("deck.pptx", language, segments, 0), memory, None, threshold))


MEMORY = memory_of(
    ("学校成立。", "The college was founded."),
    ("共有院校29所。", "There are 29 colleges."),
    ("推进校企合作。", "Promote cooperation."),
    ("推进校企合作。", "Advance school-enterprise cooperation."),
    ("（二）创新模式", "(II) New modes"),
    ("总结成果", "Sum up the results"),
)


@pytest.mark.parametrize(
    ("segment", "filled", "target"),
    [
        ("学校成立。", "exact", "The college was founded."),
        ("共有院校31所。", "numbers", "There are 31 colleges."),
        ("推进校企合作。", "one of several", "Promote cooperation."),
        (("1.", "总结成果"), "list mark", "1. Sum up the results"),
        (("（三）", "总结成果"), "", ""),
        (("（3）", "总结成果"), "list mark", "(3) Sum up the results"),
        (("3、", "总结成果"), "list mark", "3. Sum up the results"),
        ("學校成立。", "form", "The college was founded."),
        ("学校成立｡", "form", "The college was founded."),
        (("• ", "总结成果"), "list mark", "• Sum up the results"),
        (("（三）", "创新模式"), "numbers", "(III) New modes"),
        ("学校建立。", "", ""),
        ("天气很好。", "", ""),
    ],
)
def test_what_is_filled_in(segment: str | tuple[str, str], filled: Filled, target: str) -> None:
    [unit] = units_of(MEMORY, segment)
    assert (unit.filled, unit.target) == (filled, target)


@pytest.mark.parametrize(
    ("segment", "filled", "target"),
    [
        ("创新模式", "numbers", "New modes"),
        (("3、", "總結成果"), "list mark", "3. Sum up the results"),
    ],
)
def test_what_is_filled_in_from_a_match_that_is_less_like(
    segment: str | tuple[str, str], filled: Filled, target: str
) -> None:
    [unit] = units_of(MEMORY, segment, threshold=50)
    assert (unit.filled, unit.target) == (filled, target)


def test_what_is_not_exact_is_offered() -> None:
    [unit] = units_of(MEMORY, "学校建立。")
    assert [(offer.source, offer.target, offer.percent) for offer in unit.offers] == [
        ("学校成立。", "The college was founded.", 80)
    ]


def test_the_match_that_was_filled_in_is_offered_too_with_its_origin() -> None:
    [unit] = units_of(MEMORY, "共有院校31所。")
    assert [(offer.target, offer.percent) for offer in unit.offers] == [("There are 29 colleges.", 99)]
    assert unit.remark == "Numbers replaced in old.tmx: 29 → 31"


def test_conflicting_translations_are_all_offered_however_many() -> None:
    memory = memory_of(
        *(("学校成立。", f"Translation {number}.") for number in range(8)), ("学校建立。", "x")
    )
    [unit] = units_of(memory, "学校成立。")
    assert [offer.target for offer in unit.offers] == [f"Translation {number}." for number in range(8)]
    assert unit.remark == "The memory has 8 translations of this text."


def test_of_fuzzy_matches_the_best_five_and_each_pair_once() -> None:
    pairs = [("学校成立了吗", f"Translation {number}.") for number in range(9)]
    [unit] = units_of(memory_of(*pairs[:1], *pairs), "学校成立了吧")
    assert [offer.target for offer in unit.offers] == [f"Translation {number}." for number in range(5)]


def test_places_of_inline_codes_are_not_shown() -> None:
    [unit] = units_of(memory_of(("点击￼保存￼按钮", "Click ￼Save￼.")), "点击保存按钮")
    assert [(offer.source, offer.target) for offer in unit.offers] == [("点击保存按钮", "Click Save.")]
    assert (unit.filled, unit.target, unit.offers[0].percent) == ("form", "Click Save.", 99)
    assert unit.remark == "old.tmx has this text with inline codes, which are left off here."


def test_another_form_is_named() -> None:
    [unit] = units_of(MEMORY, "學校成立。")
    assert unit.remark == "old.tmx has this text in another form: 学校成立。"


def test_a_unit_that_differs_in_spaces_only_is_exact() -> None:
    # Readers put spaces in order: the document may well have had this one.
    memory = memory_of(("1. 总结成果", "1. Sum up the results"), ("学习 Python 语言", "Learn Python"))
    units = units_of(memory, ("1.", "总结成果"), "学习Python语言")
    assert [(unit.filled, unit.target) for unit in units] == [
        ("exact", "1. Sum up the results"),
        ("exact", "Learn Python"),
    ]


@pytest.mark.parametrize(
    ("unit", "origin"),
    [
        (MemoryUnit("学校", "college", place="a.txt:p1:b2", document="a.txt", origin="a.tmx"), "a.txt:p1:b2"),
        (MemoryUnit("学校", "college", document="a.txt", origin="a.tmx"), "a.txt"),
        (MemoryUnit("学校", "college", origin="a.tmx"), "a.tmx"),
        (MemoryUnit("学校", "college"), "memory"),
        (
            MemoryUnit("学校", "college", origin="a.tmx", status="machine", score=0.715),
            "a.tmx (aligned by machine, 0.71)",
        ),
    ],
)
def test_where_a_match_is_from(unit: MemoryUnit, origin: str) -> None:
    [found] = units_of(FakeMemory([unit]), "学校")
    assert [offer.origin for offer in found.offers] == [origin]


def test_ids_are_of_the_text_and_differ() -> None:
    before = units_of(None, "学校。", "学校。", "合作。")
    after = units_of(None, "新的一段。", "学校。", "学校。", "合作。")
    assert [unit.id for unit in before] == [unit.id for unit in after][1:]
    assert len({unit.id for unit in after}) == 4


def test_the_place_is_without_the_document() -> None:
    [unit] = units_of(None, ("1. ", "学校"))
    assert (unit.place, unit.line, unit.kind, unit.source) == ("p4:b2:box3", 7, "heading", "1. 学校")


def test_the_threshold_is_the_memory_s_and_equal_segments_are_looked_up_once() -> None:
    memory = memory_of(("学校成立。", "Founded."))
    units_of(memory, "学校建立。", "学校建立。", threshold=85)
    assert memory.asked == [("学校建立。", 85)]


def test_from_english() -> None:
    memory = memory_of(("共有院校29所。", "There are 29 colleges."))
    exact, numbers = units_of(memory, "There are 29 colleges.", "There are 31 colleges.", language="en")
    assert (exact.filled, exact.target) == ("exact", "共有院校29所。")
    assert (numbers.filled, numbers.target) == ("numbers", "共有院校31所。")
