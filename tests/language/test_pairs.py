"""Pairs of characters are found wherever they stand, and only they."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from vet_terms.language.pairs import finder_of_pairs

_PAIRS = {"中国", "国家", "]-", "^a", "\\d", "aa"}


@given(st.text("中国家]-^a\\d", max_size=20))
def test_every_place_of_a_pair_is_found(text: str) -> None:
    wanted = [at for at in range(len(text)) if text[at : at + 2] in _PAIRS]
    assert finder_of_pairs(_PAIRS)(text) == wanted
