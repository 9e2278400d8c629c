"""A glossary in a file answers as one in memory does."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from tests.glossary.lookup.generated import glossary, queries

from vet_terms.glossary.lookup.answers import look_up
from vet_terms.glossary.lookup.features import FEATURES
from vet_terms.glossary.lookup.filed import LANGUAGES, FiledGlossary, write_glossary
from vet_terms.glossary.lookup.listed import ListedGlossary
from vet_terms.glossary.lookup.similarity import nearest
from vet_terms.glossary.marking import Marker
from vet_terms.glossary.termbase import read_concepts
from vet_terms.model import Concept

COMMITTED = Path(__file__).parents[3] / "glossary" / "terms.csv"
GLOSSARIES = {
    "committed": read_concepts(COMMITTED),
    "none": [],
    "one": [Concept("", "职业教育", "vocational education")],
    "generated": glossary(300, seed=1),
    "generated otherwise": glossary(60, seed=2),
}


def both(concepts: list[Concept], folder: Path) -> tuple[ListedGlossary, FiledGlossary]:
    listed = ListedGlossary(concepts)
    write_glossary(folder / "g.lookup", listed, {})
    return listed, FiledGlossary(folder / "g.lookup")


@pytest.mark.parametrize("name", GLOSSARIES)
def test_all_that_is_asked_of_a_glossary_is_the_same(name: str, tmp_path: Path) -> None:
    listed, filed = both(GLOSSARIES[name], tmp_path)
    assert filed.rejected_from() == listed.rejected_from()
    assert [filed.concept(number) for number in range(len(listed.concepts))] == list(listed.concepts)
    assert [filed.form(number) for number in range(len(listed.forms))] == list(listed.forms)
    assert list(filed.vocabulary()) == list(listed.vocabulary())
    for kind in itertools.chain.from_iterable(FEATURES.values()):
        for text, numbers in listed.all_of(kind).items():
            assert list(filed.forms_with(kind + text)) == numbers
        assert list(filed.forms_with(kind + "\0")) == []
    assert all(list(filed.words_with(part)) == places for part, places in listed.words_by_part.items())
    assert all(list(filed.concepts_with(name)) == old for name, old in listed.old_names.items())
    for char in {char for form in listed.forms if form.side == "zh" for char in form.key}:
        assert list(filed.readings(char)) == list(listed.readings(char)) or not listed.readings(char)
    for language in LANGUAGES:
        terms = listed.terms_of(language)
        assert filed.terms_of(language) == terms
        for place in terms.values():
            assert list(filed.concepts_of(language, place)) == list(listed.concepts_of(language, place))


@pytest.mark.parametrize("name", ["committed", "generated", "generated otherwise"])
def test_answers_are_the_same(name: str, tmp_path: Path) -> None:
    listed, filed = both(GLOSSARIES[name], tmp_path)
    for query in queries(listed, seed=3, size=40):
        assert look_up(filed, query, 10) == look_up(listed, query, 10), query
        assert nearest(filed, query) == nearest(listed, query), query
        text = f"{query}，{query[::-1]} {query}"
        assert Marker(filed).marks(text) == Marker(listed).marks(text)
