from __future__ import annotations

from vet_terms.alignment.result import Row
from vet_terms.alignment.units import merge_repeated, unit_of
from vet_terms.model import Place, Segment, TranslationUnit

HERE = Place("deck.txt", 1, 1)


def row(zh: list[tuple[str, str]], en: list[tuple[str, str]]) -> Row:
    return Row(
        tuple(Segment(text, "zh", "body", HERE, mark) for mark, text in zh),
        tuple(Segment(text, "en", "body", HERE, mark) for mark, text in en),
        0.5,
    )


def test_a_mark_that_both_sides_carry_stays() -> None:
    unit = unit_of(row([("（一）", "政府主导。")], [("(I) ", "Guided by government.")]))
    assert (unit.zh, unit.en) == ("（一）政府主导。", "(I) Guided by government.")


def test_a_mark_of_one_side_alone_goes() -> None:
    unit = unit_of(row([("", "合作共建学院。")], [("1.", "Jointly build the college.")]))
    assert unit.en == "Jointly build the college."


def test_marks_of_other_items_go() -> None:
    unit = unit_of(row([("2.", "学习。")], [("3.", "To learn.")]))
    assert (unit.zh, unit.en) == ("学习。", "To learn.")


def test_marks_inside_a_unit_stay_where_both_sides_carry_them() -> None:
    both = row([("1. ", "甲乙。"), ("2. ", "丙丁。")], [("1. ", "A b."), ("2. ", "C d.")])
    unit = unit_of(both)
    assert (unit.zh, unit.en) == ("1. 甲乙。2. 丙丁。", "1. A b. 2. C d.")


def test_one_chinese_sentence_in_two_english_ones_is_one_unit() -> None:
    unit = unit_of(
        row([("", "继续引领。")], [("1.", "Continue to lead."), ("2.", "Cooperate.")]),
    )
    assert unit.en == "Continue to lead. Cooperate."


def test_chinese_parts_are_joined_without_a_space_unless_latin_meets_latin() -> None:
    assert unit_of(row([("", "甲乙；"), ("", "丙丁。")], [("", "x")])).zh == "甲乙；丙丁。"
    assert unit_of(row([("", "采用PBL"), ("", "AI丙丁。")], [("", "x")])).zh == "采用PBL AI丙丁。"


def test_repeated_units_are_one_with_all_places() -> None:
    first, second = Place("deck.txt", 2, 1), Place("deck.txt", 3, 1)
    units = merge_repeated(
        [
            TranslationUnit("一、概况", "I. Overview", 0.8, "caption", (first,)),
            TranslationUnit("学校。", "School.", 0.9, "body", (first,)),
            TranslationUnit("一、 概况", "I. Overview", 0.9, "heading", (second,)),
        ]
    )
    assert [unit.zh for unit in units] == ["一、概况", "学校。"]
    assert (units[0].places, units[0].score, units[0].kind) == ((first, second), 0.9, "heading")
