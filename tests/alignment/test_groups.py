from __future__ import annotations

import pytest

from vet_terms.alignment.groups import group_of, page_stretches
from vet_terms.model import Segment


def segment(text: str, page: int) -> Segment:
    from vet_terms.model import Place

    return Segment(text, "zh" if text.isupper() else "en", "body", Place("deck", page))


SHAPES = [
    ("a bilingual slide is a group", ["Aa", "Bb"], [("A", "a"), ("B", "b")]),
    ("a slide said again in the other language", ["A", "a", "B", "b"], [("A", "a"), ("B", "b")]),
    ("English first", ["a", "A", "b", "B"], [("A", "a"), ("B", "b")]),
    ("all of one language, then all of the other", ["A", "B", "C", "a", "b"], [("ABC", "ab")]),
    ("a lonely slide stays alone", ["Aa", "b", "Cc"], [("A", "a"), ("", "b"), ("C", "c")]),
    ("one language only", ["A", "B"], [("AB", "")]),
    ("nothing", [], []),
]


@pytest.mark.parametrize(("slides", "expected"), [row[1:] for row in SHAPES], ids=[row[0] for row in SHAPES])
def test_groups(slides: list[str], expected: list[tuple[str, str]]) -> None:
    segments = [segment(letter, page) for page, slide in enumerate(slides, start=1) for letter in slide]
    found = [
        ("".join(each.text for each in group.zh), "".join(each.text for each in group.en))
        for group in map(group_of, page_stretches(segments))
    ]
    assert found == expected
