"""The glossary that is in the repository, checked as code is."""

from __future__ import annotations

from pathlib import Path

import pytest

from vet_terms.glossary.candidates import read_candidates
from vet_terms.glossary.linting.linting import linted
from vet_terms.glossary.linting.subject import subject_of_file
from vet_terms.glossary.merge import MACHINE_FILE
from vet_terms.glossary.sheets import read_table
from vet_terms.glossary.termbase import COLUMNS, read_concepts

FOLDER = Path(__file__).parents[2] / "glossary"
TERMS = FOLDER / "terms.csv"
CANDIDATES = FOLDER / "candidates.csv"

needs_terms = pytest.mark.skipif(not TERMS.exists(), reason="glossary/terms.csv is not built yet")
needs_candidates = pytest.mark.skipif(
    not CANDIDATES.exists(), reason="glossary/candidates.csv is not built yet"
)


@needs_terms
def test_the_committed_terms_keep_all_rules() -> None:
    subject = subject_of_file(TERMS)
    assert [finding for finding in linted(subject) if finding.severity != "info"] == []
    assert len(subject.entries) > 50


@needs_terms
def test_what_the_machine_proposes_has_an_id_and_english() -> None:
    proposed = [row for row in read_concepts(TERMS) if row.status in {"proposed", "superseded"}]
    assert [row for row in proposed if not (row.id and row.en)] == []


@needs_terms
def test_the_committed_terms_are_written_as_the_design_says() -> None:
    data = TERMS.read_bytes()
    assert not data.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in data
    assert data.endswith(b"\n")
    assert read_table(TERMS).columns[: len(COLUMNS)] == COLUMNS
    assert (FOLDER / MACHINE_FILE).exists(), "without the machine's file every row would count as edited"


@needs_candidates
def test_no_committed_candidate_has_an_entry_already() -> None:
    candidates = read_candidates(CANDIDATES)
    assert candidates
    assert len({candidate.zh for candidate in candidates}) == len(candidates)
    known = {concept.zh for concept in read_concepts(TERMS) if concept.en} if TERMS.exists() else set()
    assert known.isdisjoint(candidate.zh for candidate in candidates)
