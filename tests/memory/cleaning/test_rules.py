from __future__ import annotations

from collections.abc import Sequence

import pytest
from tests.memory.cleaning import planted
from tests.memory.cleaning.planted import GOOD, MISALIGNED

from vet_terms.language.vectors import is_available
from vet_terms.memory.cleaning.examination import Examination, examined
from vet_terms.memory.cleaning.lengths import wildly_unequal
from vet_terms.memory.cleaning.rules import RULES, rule_ids
from vet_terms.memory.cleaning.subject import Subject

PLANTED = [
    ("empty", planted.EMPTY),
    ("identical", planted.IDENTICAL),
    ("wrong-language", planted.WRONG_LANGUAGE),
    ("untranslated", planted.UNTRANSLATED),
    ("unequal", planted.UNEQUAL),
]
ON_TEXTS = [rule for rule in RULES if rule.problem]


def look(pairs: Sequence[tuple[str, str]], only: Sequence[str] = rule_ids()) -> Examination:
    subjects = [Subject(number, *pair) for number, pair in enumerate(pairs, start=1)]
    return examined(lambda: iter(subjects), [rule for rule in RULES if rule.id in only])


def test_nothing_is_wrong_with_good_pairs() -> None:
    assert look(GOOD).listed == ()


@pytest.mark.parametrize(("rule", "pair"), [(rule, pair) for rule, pairs in PLANTED for pair in pairs])
def test_each_planted_fault_is_found_by_its_rule(rule: str, pair: tuple[str, str]) -> None:
    assert [each.rule.id for each in look([pair], [each.id for each in ON_TEXTS]).listed] == [rule]


def test_there_are_twenty_of_each() -> None:
    assert {len(set(pairs)) for _, pairs in PLANTED} == {20}


@pytest.mark.skipif(not is_available(), reason="the sentence encoder is not installed")
def test_shifted_pairs_are_found_by_the_aligner() -> None:
    assert look(MISALIGNED).by_rule == {"misaligned": 20}


@pytest.mark.skipif(not is_available(), reason="the sentence encoder is not installed")
def test_a_wrong_pair_among_right_ones_is_found_most_times_and_right_ones_are_not() -> None:
    found = 0
    for index, pair in enumerate(MISALIGNED):
        listed = look([*GOOD[:index], pair, *GOOD[index + 1 : 20]]).listed
        assert {each.number for each in listed} <= {index + 1}
        found += len(listed)
    assert found >= 14


def test_the_unit_whose_english_fits_is_named() -> None:
    pairs = list(GOOD[:20])
    for index in range(5, 12):
        pairs[index] = (GOOD[index + 1][0], GOOD[index][1])
    messages = {each.number: each.message for each in look(pairs).listed}
    assert messages[7] == "Its Chinese seems to belong to the English of unit 8."


def test_of_a_unit_alone_the_aligner_says_nothing() -> None:
    assert look(MISALIGNED[:1]).listed == ()


def test_more_units_than_are_aligned_at_once_keep_their_numbers() -> None:
    pairs = [*GOOD[:20]] * 31
    pairs[310] = (
        "他去年买了一辆红色的自行车。",
        "The price of electricity goes up by five per cent from next month.",
    )
    assert [each.number for each in look(pairs, ["misaligned"]).listed] == [311]


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("中华人民共和国", "PRC"),
        ("世界贸易组织", "WTO"),
        ("校企合作", "Cooperation between schools and enterprises"),
        ("", "An empty side is the matter of another rule, however long this one may be."),
    ],
)
def test_lengths_that_may_be(zh: str, en: str) -> None:
    assert wildly_unequal(zh, en) == ""


def test_how_far_lengths_are_apart_is_said() -> None:
    assert wildly_unequal("学校。", "The college was founded long ago. " * 6) == (
        "The English is about 21.1 times too long for the Chinese."
    )


def test_a_unit_is_listed_once_under_the_gravest() -> None:
    twice = [("学校概况", "学校概况"), ("学校概况", "学校概况")]
    assert look(twice).by_rule == {"identical": 2}
    assert look(twice, ["duplicate"]).by_rule == {"duplicate": 1}


def test_rules_are_told_apart() -> None:
    assert len(set(rule_ids())) == len(RULES) == 7
