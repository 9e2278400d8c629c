import numpy as np
import pytest

from vet_terms.glossary.extraction.english import analyse, span_text
from vet_terms.glossary.extraction.growth import grown, whole_name, whole_phrase


def at(text: str, phrase: str) -> tuple[int, int]:
    words = analyse(text).words
    start = text.index(phrase)
    inside = [n for n, word in enumerate(words) if start <= word.start and word.end <= start + len(phrase)]
    return inside[0], inside[-1] + 1


@pytest.mark.parametrize(
    ("text", "seed", "claimed", "whole"),
    [
        ("by the Ministry of Rural Affairs today", "Rural", "", "Ministry of Rural Affairs"),
        (
            "at Institute of Mechanical and Electrical Engineering",
            "Mechanical",
            "",
            "Institute of Mechanical and Electrical Engineering",
        ),
        ("with Luban College and Shunde College", "Luban College", "Shunde College", "Luban College"),
        ("the Alliance of the Greater Bay Area met", "Alliance", "", "Alliance of the Greater Bay Area"),
        ("to teach rural affairs", "rural", "", "rural"),
    ],
)
def test_whole_name(text: str, seed: str, claimed: str, whole: str) -> None:
    sentence = analyse(text)
    others = np.zeros(len(sentence.words))
    if claimed:
        first, last = at(text, claimed)
        others[first:last] = 1.0
    span = whole_name(sentence, *at(text, seed), others, is_nested=False, is_long=True)
    assert span_text(sentence, *span) == whole


@pytest.mark.parametrize(
    ("text", "seed", "whole"),
    [
        ("this school motto is old", "school", "school motto"),
        ("the socialist legal system of the state", "socialist legal", "socialist legal system"),
        ("the school conducted a course", "school", "school"),
        ("shelf space once held it", "shelf space", "shelf space"),
        ("organs responsible for it", "organs", "organs"),
    ],
)
def test_whole_phrase(text: str, seed: str, whole: str) -> None:
    sentence = analyse(text)
    first, last = at(text, seed)
    end = whole_phrase(sentence, first, last, np.zeros(len(sentence.words)))
    assert span_text(sentence, first, end) == whole


def test_grown_takes_in_only_what_is_free() -> None:
    text = "two excellent online courses for students"
    sentence = analyse(text)
    claimed = np.array([word.text == "students" for word in sentence.words], dtype=np.float64)
    found = {span_text(sentence, *span) for span in grown(sentence, *at(text, "online courses"), claimed)}
    assert "excellent online courses" in found
    assert not any("students" in phrase for phrase in found)
