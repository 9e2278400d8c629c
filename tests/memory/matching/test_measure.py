from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vet_terms.memory.matching.features import numbered_features, postings
from vet_terms.memory.matching.folding import folded, symbols
from vet_terms.memory.matching.measure import MEASURES, differences, shortest_and_longest
from vet_terms.model import Language

ALIKE: list[tuple[Language, str, str, int]] = [
    # Chinese: d = 1, m = 8: 87 percent
    ("zh", "柳州职业技术学院", "柳州职业技术大院", 87),
    ("zh", "共有29所院校", "共有31所院校", 100),
    ("zh", "学校", "学院", 50),
    ("zh", "學校", "学校", 100),
    ("zh", "校", "校", 100),
    # English: c = 1 - 1/20 = .95, w = 1/2 of two words: c alone counts
    ("en", "vocational education", "vocational educatioN!", 95),
    # c = 1 - 1/15, w = 2/3: (c + 2w)/3 = .7555…
    ("en", "the new schools", "the new school", 75),
    # c = 1 - 6/15 = .6 is less than (c + 2w)/3 = .644…
    ("en", "the new college", "the new school", 60),
    ("en", "29 colleges in Liuzhou", "31 colleges in Liuzhou", 100),
    ("en", "implementation", "implementaton", 92),
    ("zh", "点击\ufffc保存\ufffc按钮", "点击保存按钮", 100),
    ("en", "Click \ufffcSave\ufffc \ufffc now", "Click save now", 100),
    ("zh", "第1\ufffc2条", "第12条", 75),
]

DIFFERENCES = [
    ("共29所", "共31所", ("numbers",)),
    ("共29所", "共29所", ()),
    ("共29所", "共２９所", ("form",)),
    ("學校29所", "学校31所", ("numbers", "form")),
    ("The School", "the school", ("form",)),
    ("点击\ufffc保存", "点击保存", ("codes",)),
    ("共\ufffc29所", "共31 所", ("numbers", "codes", "form")),
]


@pytest.mark.parametrize(("language", "one", "other", "expected"), ALIKE)
def test_percent(language: Language, one: str, other: str, expected: int) -> None:
    left, right = (symbols(folded(text, language)) for text in (one, other))
    percent = MEASURES[language].percent
    assert percent(left, right, 1) == percent(right, left, 1) == expected


@pytest.mark.parametrize(("one", "other", "expected"), DIFFERENCES)
def test_what_alone_differs_is_told(one: str, other: str, expected: tuple[str, ...]) -> None:
    assert differences(one, other) == expected


def texts(language: Language) -> st.SearchStrategy[str]:
    if language == "zh":
        return st.text(alphabet="职业教育学校的", max_size=16)
    return st.lists(st.sampled_from(["the", "new", "school", "schools", "of", "city"]), max_size=9).map(
        " ".join
    )


@pytest.mark.parametrize("language", list(MEASURES))
@given(data=st.data())
def test_what_is_like_enough_shares_enough(language: Language, data: st.DataObject) -> None:
    one, other = data.draw(texts(language)), data.draw(texts(language))
    threshold = data.draw(st.integers(1, 100))
    measure = MEASURES[language]
    found = measure.percent(one, other, threshold)
    assert found == 0 or found >= threshold
    exact = measure.percent(one, other, 1)
    assert found == (exact if exact >= threshold else 0)
    if found:
        shared = np.intersect1d(numbered_features(one, language), numbered_features(other, language))
        assert len(shared) >= measure.shared_needed(measure.size(one), measure.size(other), threshold)
        shortest, longest = shortest_and_longest(len(one), threshold)
        assert shortest <= len(other) <= longest


@pytest.mark.parametrize("language", list(MEASURES))
@given(data=st.data())
def test_places_of_features_are_those_of_the_texts(language: Language, data: st.DataObject) -> None:
    every = data.draw(st.lists(texts(language), max_size=6))
    features, starts, places = postings(every, language)
    found = {
        int(feature): places[start:end].tolist()
        for feature, start, end in zip(features, starts[:-1], starts[1:], strict=True)
    }
    expected: dict[int, list[int]] = {}
    for place, text in enumerate(every):
        for feature in numbered_features(text, language).tolist():
            expected.setdefault(feature, []).append(place)
    assert found == expected
    assert features.tolist() == sorted(expected)
