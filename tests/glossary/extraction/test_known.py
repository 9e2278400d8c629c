"""Known terms are found in a text, each at its first place."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from vet_terms.glossary.extraction.known import known_terms

TEXT = st.text(alphabet="甲乙丙", max_size=12)


@given(TEXT, st.lists(st.text(alphabet="甲乙丙", min_size=1, max_size=3), max_size=6))
def test_as_a_plain_search_finds_them(text: str, terms: list[str]) -> None:
    known = known_terms((term, "word") for term in terms)
    assert dict(known.in_text(text)) == {term: text.find(term) for term in terms if term in text}


def test_several_english_terms_of_one() -> None:
    known = known_terms([("学院", "Colleges"), ("学院", "institute"), ("学院", "college")])
    assert known.english["学院"] == {("college",), ("institute",)}
