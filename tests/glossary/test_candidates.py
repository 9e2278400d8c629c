"""The list of Chinese terms that have no English yet."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.glossary.concepts import several, terms, texts

from vet_terms.errors import InputError
from vet_terms.glossary.candidates import (
    COLUMNS,
    best_first,
    joined,
    read_candidates,
    with_short_forms,
    write_candidates,
)
from vet_terms.model import CONCEPT_TYPES, Candidate, Concept, ConceptType, Place

numbers = st.integers(0, 99)


def trimmed(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value.strip() for value in values))


candidates = st.builds(
    Candidate,
    zh=terms.map(str.strip),
    type=st.sampled_from(CONCEPT_TYPES),
    count=numbers,
    documents=several.map(trimmed),
    context=texts.map(str.strip),
    place=st.builds(Place, st.sampled_from(["a.txt", "二 号：b.pdf", "C:x"]), numbers, numbers, numbers),
    guess=texts.map(str.strip),
    how=texts.map(str.strip),
    zh_variants=several.map(trimmed),
)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(candidates, max_size=4))
def test_what_is_written_is_read_the_best_first(tmp_path: Path, found: list[Candidate]) -> None:
    path = tmp_path / "candidates.csv"
    write_candidates(path, found)
    read = read_candidates(path)
    assert sorted(read, key=repr) == sorted(found, key=repr)
    assert [candidate.type == "term" for candidate in read] == sorted(c.type == "term" for c in found)


def test_names_stand_before_terms_and_what_is_frequent_before_what_is_not() -> None:
    def made(zh: str, kind: ConceptType, count: int, documents: tuple[str, ...]) -> Candidate:
        return Candidate(zh, kind, count, documents, "", Place(documents[0]))

    given_order = [
        made("专业群", "term", 3, ("a.txt",)),
        made("产教融合", "term", 2, ("a.txt", "b.txt")),
        made("鲁班工坊", "organisation", 1, ("a.txt",)),
        made("产业链", "term", 1, ("b.txt",)),
    ]
    assert [candidate.zh for candidate in best_first(given_order)] == [
        "鲁班工坊",
        "产教融合",
        "专业群",
        "产业链",
    ]


def test_a_file_reads_as_a_person_expects(tmp_path: Path) -> None:
    path = tmp_path / "candidates.csv"
    write_candidates(
        path,
        [
            Candidate(
                "市域产教联合体", "organisation", 3, ("000.txt",), "成立联合体。", Place("000.txt", 1, 4)
            )
        ],
    )
    assert path.read_text(encoding="utf-8") == (
        "zh,type,count,documents,context,place,guess,how,zh_variants\n"
        "市域产教联合体,organisation,3,000.txt,成立联合体。,000.txt:p1:b4,,,\n"
    )


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("双元制,thing,1,a.txt,,a.txt,", "line 2, column type: 'thing' is not one of organisation"),
        ("双元制,term,x,a.txt,,a.txt,", "line 2, column count: 'x' is not a whole number"),
        (f"双元制,term,{'9' * 5000},a.txt,,a.txt,", "line 2, column count: '9+' is not a whole number"),
    ],
)
def test_a_bad_cell_is_named(tmp_path: Path, row: str, said: str) -> None:
    path = tmp_path / "candidates.csv"
    path.write_text(f"zh,type,count,documents,context,place,guess\n{row}\n", encoding="utf-8")
    with pytest.raises(InputError, match=said):
        read_candidates(path)


def test_a_place_with_an_endless_number_is_a_name(tmp_path: Path) -> None:
    path = tmp_path / "candidates.csv"
    cell = f"a.txt:p{'9' * 5000}"
    path.write_text(f"{','.join(COLUMNS)}\n双元制,term,1,a.txt,,{cell},,,\n", encoding="utf-8")
    assert read_candidates(path)[0].place == Place(cell)


def test_another_table_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "candidates.csv"
    path.write_text("zh,en\n双元制,Dual System\n", encoding="utf-8")
    with pytest.raises(InputError, match="has no column type"):
        read_candidates(path)


def test_a_file_from_before_guesses_said_how_they_were_made_is_read(tmp_path: Path) -> None:
    path = tmp_path / "candidates.csv"
    path.write_text(
        "zh,type,count,documents,context,place,guess\n韦益,person,1,a.txt,,a.txt:b2,Wei Yi\n",
        encoding="utf-8",
    )
    [read] = read_candidates(path)
    assert (read.guess, read.how, read.zh_variants) == ("Wei Yi", "", ())


def college(zh: str, count: int = 1, *variants: str) -> Candidate:
    return Candidate(zh, "organisation", count, ("a.txt",), "", Place("a.txt"), zh_variants=variants)


def test_the_short_form_of_a_name_is_no_candidate_beside_it() -> None:
    found = joined([college("金职院", 2)], [college("金华职业技术学院", 3, "金职院")], [])
    assert found == [college("金华职业技术学院", 5, "金职院")]
    assert joined([], [college("金华职业技术学院", 3, "金职院")], ["金华职业技术学院"]) == []


def test_the_short_form_of_a_translated_name_goes_to_its_entry() -> None:
    entries = [Concept("c1", "金华职业技术学院", "Jinhua Polytechnic"), Concept("c2", "金职", "JHP")]
    changed = with_short_forms(entries, [college("金华职业技术学院", 3, "金职院", "金职")])
    assert [concept.zh_variants for concept in changed] == [("金职院",), ()]
