"""Coverage tables against coverage worked out bead by bead."""

from __future__ import annotations

from math import log

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vet_terms.alignment.coverage import word_evidence
from vet_terms.alignment.tokens import Token
from vet_terms.alignment.windows import SINGLE, shapes_within

REACH = (4, 3, 3)
WORDS = {"甲": "a", "乙": "b", "丙": "c", "丁": "d"}


def zh_side(texts: list[str]) -> list[list[Token]]:
    return [[Token(word, frozenset({WORDS[word]}), "word") for word in text] for text in texts]


def en_side(texts: list[str]) -> list[list[Token]]:
    return [[Token(word, frozenset({word}), "word") for word in text] for text in texts]


def weights_by_word(own: list[list[Token]], other: list[list[Token]]) -> dict[str, float]:
    """Work the weights out anew, as the module says: by the share of segments that could answer."""
    found = {}
    for token in {token for segment in own for token in segment}:
        answers = sum(any(token.keys & each.keys for each in segment) for segment in other)
        found[token.word] = log((max(100, len(other)) + 1) / answers) + 0.1 if answers else 0.0
    return found


sides = st.tuples(
    st.lists(st.text("甲乙丙丁", max_size=4), min_size=1, max_size=6),
    st.lists(st.text("abcx", max_size=4), min_size=1, max_size=6),
)


@settings(max_examples=80, deadline=None)
@given(sides, st.data())
def test_a_bead_is_answered_by_what_is_inside_it(
    texts: tuple[list[str], list[str]], data: st.DataObject
) -> None:
    zh, en = zh_side(texts[0]), en_side(texts[1])
    # A run may begin behind the document's beginning: what is in front of it answers nothing.
    first_zh, first_en = data.draw(st.integers(0, len(zh) - 1)), data.draw(st.integers(0, len(en) - 1))
    evidence = word_evidence(zh, en)
    weights = weights_by_word(zh, en), weights_by_word(en, zh)
    run = evidence.between(range(first_zh, len(zh)), range(first_en, len(en)))
    zh, en = zh[first_zh:], en[first_en:]
    tables = run.answered(range(len(zh) + 1), range(len(en) + 1), REACH)
    for i in range(len(zh) + 1):
        for j in range(len(en) + 1):
            for shape, (a, b) in enumerate(shapes_within(REACH)):
                left = [token for segment in zh[max(0, i - a) : i] for token in segment]
                right = [token for segment in en[max(0, j - b) : j] for token in segment]
                for table, own, other, weight in zip(
                    tables, (left, right), (right, left), weights, strict=False
                ):
                    keys = {key for token in other for key in token.keys}
                    met = sum(weight[token.word] for token in own if token.keys & keys)
                    assert table[shape, i, j] == pytest.approx(met, abs=1e-4)
                assert tables[2][shape, i, 0] == pytest.approx(
                    sum(weights[0][token.word] for token in left), abs=1e-4
                )
                assert tables[3][shape, 0, j] == pytest.approx(
                    sum(weights[1][token.word] for token in right), abs=1e-4
                )


@settings(max_examples=60, deadline=None)
@given(sides)
def test_shares_of_single_segments_are_those_of_beads_of_one_and_one(
    texts: tuple[list[str], list[str]],
) -> None:
    zh, en = zh_side(texts[0]), en_side(texts[1])
    coverage = word_evidence(zh, en).between(range(len(zh)), range(len(en)))
    tables = coverage.answered(range(1, len(zh) + 1), range(1, len(en) + 1), SINGLE)
    there = (tables[2] + tables[3])[0]
    wanted = (tables[0] + tables[1])[0] / there.clip(1.0)
    assert coverage.shares(range(len(zh)), range(len(en))) == pytest.approx(wanted, abs=1e-3)


many_keys = st.lists(
    st.lists(st.frozensets(st.sampled_from("abcdef"), max_size=3), max_size=4), min_size=1, max_size=6
)


@settings(max_examples=80, deadline=None)
@given(many_keys, many_keys, st.integers(1, 3))
def test_a_token_is_answered_wherever_one_of_its_keys_is(
    zh_keys: list[list[frozenset[str]]], en_keys: list[list[frozenset[str]]], at_once: int
) -> None:
    zh, en = (
        [[Token("".join(sorted(keys)), keys, "word") for keys in segment] for segment in side]
        for side in (zh_keys, en_keys)
    )
    weights = weights_by_word(zh, en), weights_by_word(en, zh)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("vet_terms.alignment.coverage._TOKENS_AT_ONCE", at_once)
        coverage = word_evidence(zh, en).between(range(len(zh)), range(len(en)))
    tables = coverage.answered(range(1, len(zh) + 1), range(1, len(en) + 1), SINGLE)
    for i, left in enumerate(zh):
        for j, right in enumerate(en):
            for table, own, other, weight in zip(tables, (left, right), (right, left), weights, strict=False):
                met = sum(weight[one.word] for one in own if any(one.keys & each.keys for each in other))
                assert table[0, i, j] == pytest.approx(met, abs=1e-4)


def test_one_kind_of_token_keeps_what_it_weighs_among_all() -> None:
    zh, en = zh_side(["甲乙", "丙"]), en_side(["ab", "c"])
    number = Token("#3", frozenset({"#3"}), "number")
    evidence = word_evidence([[*zh[0], number], zh[1]], [[*en[0], number], en[1]])
    everything, numbers = (
        each.between(range(2), range(2)).answered(range(3), range(3), SINGLE)
        for each in (evidence, evidence.only("number"))
    )
    weight = log(101 / 1) + 0.1
    assert everything[0][0, 1, 1] == pytest.approx(3 * weight, abs=1e-4)
    assert numbers[0][0, 1, 1] == numbers[2][0, 1, 0] == pytest.approx(weight, abs=1e-4)
    assert numbers[0][0, 2, 2] == numbers[3][0, 0, 2] == 0


def test_a_rare_answer_weighs_more_and_none_weighs_nothing() -> None:
    zh, en = zh_side(["甲", "乙", "丁"]), en_side(["ab", "a", "a"])
    found = word_evidence(zh, en).between(range(3), range(3)).answered(range(4), range(4), SINGLE)[2][0, :, 0]
    assert found[2] > found[1] > found[3] == 0
