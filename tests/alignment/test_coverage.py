"""Coverage tables against coverage worked out bead by bead."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vet_terms.alignment.coverage import Coverage, surprise
from vet_terms.alignment.tokens import Token

WORDS = {"甲": "a", "乙": "b", "丙": "c", "丁": "d"}


def zh_side(texts: list[str]) -> list[list[Token]]:
    return [[Token(word, frozenset({WORDS[word]}), "word") for word in text] for text in texts]


def en_side(texts: list[str]) -> list[list[Token]]:
    return [[Token(word, frozenset({word}), "word") for word in text] for text in texts]


sides = st.tuples(
    st.lists(st.text("甲乙丙丁", max_size=4), min_size=1, max_size=6),
    st.lists(st.text("abcx", max_size=4), min_size=1, max_size=6),
)


@settings(max_examples=60, deadline=None)
@given(sides)
def test_a_bead_is_answered_by_what_is_inside_it(texts: tuple[list[str], list[str]]) -> None:
    zh, en = zh_side(texts[0]), en_side(texts[1])
    weights = surprise(zh, en)
    tables = Coverage(zh, en, weights, ("word",)).answered(range(len(zh) + 1), range(len(en) + 1), 2, 3)
    for i in range(len(zh) + 1):
        for j in range(len(en) + 1):
            for a, b in ((1, 1), (2, 1), (1, 3), (2, 3)):
                left = [token for segment in zh[max(0, i - a) : i] for token in segment]
                right = [token for segment in en[max(0, j - b) : j] for token in segment]
                keys = {key for token in right for key in token.keys}
                met = sum(weights.zh[token] for token in left if token.keys & keys)
                assert tables[0][a - 1, b - 1, i, j] == pytest.approx(met, abs=1e-4)
                keys = {key for token in left for key in token.keys}
                met = sum(weights.en[token] for token in right if token.keys & keys)
                assert tables[1][a - 1, b - 1, i, j] == pytest.approx(met, abs=1e-4)


@settings(max_examples=60, deadline=None)
@given(sides)
def test_shares_of_single_segments_are_those_of_beads_of_one_and_one(
    texts: tuple[list[str], list[str]],
) -> None:
    zh, en = zh_side(texts[0]), en_side(texts[1])
    coverage = Coverage(zh, en, surprise(zh, en), ("word",))
    tables = coverage.answered(range(1, len(zh) + 1), range(1, len(en) + 1), 1, 1)
    there = tables[2][0][:, None] + tables[3][0][None, :]
    wanted = (tables[0] + tables[1])[0, 0] / there.clip(1.0)
    assert coverage.shares(range(len(zh)), range(len(en))) == pytest.approx(wanted, abs=1e-3)


def test_a_rare_answer_weighs_more_and_none_weighs_nothing() -> None:
    zh, en = zh_side(["甲乙丁", "甲"]), en_side(["ab", "a", "a"])
    found = {token.word: weight for token, weight in surprise(zh, en).zh.items()}
    assert found["乙"] > found["甲"] > found["丁"] == 0
