"""The glossary that is in the repository, checked as code is."""

from __future__ import annotations

import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from vet_terms.glossary.candidates import read_candidates
from vet_terms.glossary.folding import chinese_keys, english_words
from vet_terms.glossary.merge import MACHINE_FILE
from vet_terms.glossary.sheets import read_table
from vet_terms.glossary.termbase import COLUMNS, in_order, read_concepts
from vet_terms.model import CONCEPT_STATUSES, CONCEPT_TYPES, Concept

FOLDER = Path(__file__).parents[2] / "glossary"
TERMS = FOLDER / "terms.csv"
CANDIDATES = FOLDER / "candidates.csv"

needs_terms = pytest.mark.skipif(not TERMS.exists(), reason="glossary/terms.csv is not built yet")
needs_candidates = pytest.mark.skipif(
    not CANDIDATES.exists(), reason="glossary/candidates.csv is not built yet"
)


def faults(concepts: list[Concept]) -> list[str]:
    """Return what is wrong with a term base that no single cell shows."""
    found = []
    ids = Counter(concept.id for concept in concepts)
    pairs = Counter((concept.zh, concept.en) for concept in concepts if concept.status != "rejected")
    found += [
        f"id {id_!r} stands {count} times" for id_, count in sorted(ids.items()) if count > 1 or not id_
    ]
    found += [f"{zh} = {en} stands {count} times" for (zh, en), count in sorted(pairs.items()) if count > 1]
    if concepts != in_order(concepts):
        found.append("the rows are not in order")
    for concept in concepts:
        chinese, english = (concept.zh, *concept.zh_variants), (concept.en, *concept.en_variants)
        texts = (*chinese, *english, *concept.en_forbidden, concept.note, concept.definition)
        if any(text != unicodedata.normalize("NFC", text) for text in texts):
            found.append(f"{concept.id}: not NFC")
        if any(text != text.strip() or "  " in text for text in texts):
            found.append(f"{concept.id}: stray spaces")
        if len(set(chinese)) < len(chinese) or len(set(english)) < len(english):
            found.append(f"{concept.id}: a form stands twice")
        forbidden = {english_words(form) for form in concept.en_forbidden}
        if forbidden & {english_words(form) for form in english if form}:
            found.append(f"{concept.id}: a form is both preferred and forbidden")
        # IHK stays IHK, but a row says something only where one side has another form too.
        if concept.en and set(chinese_keys(chinese)) == set(chinese_keys(english)):
            found.append(f"{concept.id}: maps to itself")
        if not concept.en and concept.status in {"proposed", "superseded"}:
            found.append(f"{concept.id}: has no English")
        if concept.type not in CONCEPT_TYPES or concept.status not in CONCEPT_STATUSES:
            found.append(f"{concept.id}: {concept.type}, {concept.status}")
    return found


def good(**changes: object) -> Concept:
    return Concept(**{"id": "c1", "zh": "双元制", "en": "Dual System", **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("concepts", "said"),
    [
        ([good(), good(zh="学")], "id 'c1' stands 2 times"),
        ([good(id="")], "id '' stands 1 times"),
        ([good(), good(id="c2")], "双元制 = Dual System stands 2 times"),
        ([good(), good(id="c2", zh="一")], "the rows are not in order"),
        ([good(en="Cafe\u0301")], "c1: not NFC"),
        ([good(en="Dual  System")], "c1: stray spaces"),
        ([good(en_variants=("Dual System",))], "c1: a form stands twice"),
        ([good(en_forbidden=("dual system",))], "c1: a form is both preferred and forbidden"),
        ([good(en="双元制")], "c1: maps to itself"),
        ([good(en="")], "c1: has no English"),
    ],
)
def test_every_fault_is_seen(concepts: list[Concept], said: str) -> None:
    assert said in faults(concepts)
    assert faults([good()]) == []


@needs_terms
def test_the_committed_terms_have_no_fault() -> None:
    concepts = read_concepts(TERMS)
    assert faults(concepts) == []
    assert len(concepts) > 50


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
