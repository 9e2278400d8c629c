"""The list of Chinese terms that have no English yet."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.glossary.concepts import several, terms, texts

from vet_terms.errors import InputError
from vet_terms.glossary.candidates import read_candidates, write_candidates
from vet_terms.model import CONCEPT_TYPES, Candidate, Place

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
)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(candidates, max_size=4))
def test_what_is_written_is_read_the_most_frequent_first(tmp_path: Path, found: list[Candidate]) -> None:
    path = tmp_path / "candidates.csv"
    write_candidates(path, found)
    read = read_candidates(path)
    assert sorted(read, key=repr) == sorted(found, key=repr)
    assert [candidate.count for candidate in read] == sorted((c.count for c in found), reverse=True)


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
        "zh,type,count,documents,context,place,guess\n"
        "市域产教联合体,organisation,3,000.txt,成立联合体。,000.txt:p1:b4,\n"
    )


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("双元制,thing,1,a.txt,,a.txt,", "line 2, column type: 'thing' is not one of organisation"),
        ("双元制,term,x,a.txt,,a.txt,", "line 2, column count: 'x' is not a whole number"),
    ],
)
def test_a_bad_cell_is_named(tmp_path: Path, row: str, said: str) -> None:
    path = tmp_path / "candidates.csv"
    path.write_text(f"zh,type,count,documents,context,place,guess\n{row}\n", encoding="utf-8")
    with pytest.raises(InputError, match=said):
        read_candidates(path)


def test_another_table_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "candidates.csv"
    path.write_text("zh,en\n双元制,Dual System\n", encoding="utf-8")
    with pytest.raises(InputError, match="has no column type"):
        read_candidates(path)
