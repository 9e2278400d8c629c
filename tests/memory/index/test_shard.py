from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vet_terms.memory.index.rows import index_row
from vet_terms.memory.index.shard import Shard, arrays_of
from vet_terms.memory.matching.folding import folded, symbols
from vet_terms.memory.matching.measure import MEASURES
from vet_terms.model import Language

WORDS = ["the", "new", "school", "schools", "of", "city", "in", "2023", "vocational", "education", "a"]
PHRASES = ["职业", "教育", "学校", "国际", "合作", "2023年", "柳州", "的", "与", "，", "东盟", "a", "“双高”"]


def texts(language: Language) -> st.SearchStrategy[str]:
    pieces = PHRASES if language == "zh" else WORDS
    return st.lists(st.sampled_from(pieces), max_size=14).map(("" if language == "zh" else " ").join)


def shard_of(every: list[str], language: Language) -> Shard:
    return Shard(
        arrays_of([index_row(n, text, n, language) for n, text in enumerate(every)], language), language
    )


def brute(query: str, every: list[str], language: Language, threshold: int) -> set[tuple[int, str]]:
    percent = MEASURES[language].percent
    forms = {folded(text, language) for text in every}
    found = {(percent(query, symbols(form), 1), form) for form in forms}
    return {(score, form) for score, form in found if score >= threshold}


@pytest.mark.parametrize("language", list(MEASURES))
@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_all_that_comparing_all_finds_is_found(language: Language, data: st.DataObject) -> None:
    every = data.draw(st.lists(texts(language), max_size=30))
    query = symbols(folded(data.draw(texts(language)), language))
    threshold = data.draw(st.sampled_from([1, 30, 50, 60, 70, 75, 85, 95, 100]))
    shard = shard_of(every, language)
    found = [(score, shard.text(place)) for score, place in shard.alike(query, threshold)]
    assert len(found) == len(set(found))
    assert set(found) == brute(query, every, language, threshold)


@pytest.mark.parametrize("language", list(MEASURES))
def test_many_candidates_are_counted_to_the_end(language: Language) -> None:
    pieces = list("柳州职业技术大学建设面向东盟的基地") if language == "zh" else WORDS + WORDS[:5]
    every = []
    for one, other in itertools.combinations(range(len(pieces)), 2):
        swapped = pieces.copy()
        swapped[one], swapped[other] = pieces[other], pieces[one]
        every.append(("" if language == "zh" else " ").join(swapped))
    shard = shard_of(every, language)
    query = symbols(folded(every[50], language))
    found = {(score, shard.text(place)) for score, place in shard.alike(query, 70)}
    assert found == brute(query, every, language, 70)
    assert len(found) > 64


def test_units_with_one_text_stand_together() -> None:
    shard = shard_of(["学校", "學校", "学院", "学校"], "zh")
    ((_, place),) = list(shard.alike("学校", 100))
    assert [unit_id for unit_id, _, _ in shard.owners(place)] == [0, 1, 3]
    digests = [digest for _, _, digest in shard.owners(place)]
    assert digests[0] == digests[2] != digests[1]


def long_one(change: Callable[[list[str]], None]) -> str:
    characters = [chr(0x4E00 + (n * 7919) % 5000) for n in range(20_000)]
    change(characters)
    return "".join(characters)


def test_very_long_texts_are_found() -> None:
    def thousand_others(characters: list[str]) -> None:
        characters[::20] = ["的"] * 1000

    shard = shard_of([long_one(lambda _: None), "短"], "zh")
    ((score, _),) = list(shard.alike(symbols(folded(long_one(thousand_others), "zh")), 70))
    assert score == 95
