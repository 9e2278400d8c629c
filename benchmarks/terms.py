"""Recall and precision of glossary extraction against the hand-made keys in tests/gold.

python -m benchmarks.terms            scores by type, then what was missed and what is extra
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from vet_terms.documents.readers import read_document
from vet_terms.glossary.extraction.chinese_only import candidates
from vet_terms.glossary.extraction.english import key
from vet_terms.glossary.extraction.extract import extraction
from vet_terms.glossary.extraction.spans import without_marks
from vet_terms.glossary.inconsistencies import Inconsistency, inconsistencies
from vet_terms.language.segmentation import segments
from vet_terms.model import Candidate, Concept, Place, TranslationUnit

ROOT = Path(__file__).parent.parent
GOLD = ROOT / "tests" / "gold"
CHINESE_KEYS = {
    "newspaper_candidates.txt": ROOT / "seeds" / "000_8c7834f004e3f389.txt",
    "article_candidates.txt": ROOT / "seeds" / "003_8480ea60cec25914.txt",
}
"""Keys of the terms of the documents that have no English, with the document of each."""
ENTITY_TYPES = frozenset(
    {"organisation", "person", "place", "programme", "policy", "event", "publication", "role"}
)


@dataclass(frozen=True, slots=True)
class GoldTerm:
    """An entry of the key: the forms of either side that are right, and its type."""

    zh: frozenset[str]
    en: frozenset[str]
    type: str


@dataclass(frozen=True, slots=True)
class Score:
    """Shares of the key that were found and of the result that is in the key, with what is missing."""

    recall: float
    entity_recall: float
    precision: float
    missed: tuple[GoldTerm, ...]
    extra: tuple[Concept, ...]


@dataclass(frozen=True, slots=True)
class InconsistencyScore:
    """Shares of the clear rows of the key that were found and of the list that is in the key."""

    recall: float
    precision: float
    missed: tuple[str, ...]
    extra: tuple[Inconsistency, ...]


@dataclass(frozen=True, slots=True)
class CandidateScore:
    """Shares of a key of Chinese terms that were found and of the candidates that are in the key."""

    recall: float
    precision: float
    missed: tuple[str, ...]
    extra: tuple[Candidate, ...]


def gold_units() -> list[TranslationUnit]:
    """Return the hand-aligned pairs of the deck."""
    rows = (GOLD / "deck_alignment.tsv").read_text(encoding="utf-8").splitlines()[1:]
    fields = [row.split("\t") for row in rows]
    return [
        TranslationUnit(zh, en, places=(Place("deck", int(slide), block),))
        for block, (slide, kind, zh, en) in enumerate(fields, 1)
        if kind == "pair"
    ]


def gold_terms() -> list[GoldTerm]:
    """Return the key of the deck's terms."""
    rows = (GOLD / "deck_terms.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return [
        GoldTerm(frozenset(map(zh_key, zh.split(" | "))), frozenset(map(key, en.split(" | "))), type_)
        for zh, en, type_ in (row.split("\t") for row in rows)
    ]


def zh_key(text: str) -> str:
    """Return the form under which two Chinese terms count as the same."""
    return re.sub(r"[\W_]", "", without_marks(text))


def score(concepts: Iterable[Concept], gold: Iterable[GoldTerm]) -> Score:
    """Return how well concepts cover a key: a hit shares a Chinese and an English form with it."""
    ours = [
        ({zh_key(form) for form in (c.zh, *c.zh_variants)}, {key(form) for form in (c.en, *c.en_variants)}, c)
        for c in concepts
    ]
    key_terms = list(gold)
    found = [term for term in key_terms if any(zh & term.zh and en & term.en for zh, en, _ in ours)]
    extra = [c for zh, en, c in ours if not any(zh & term.zh and en & term.en for term in key_terms)]
    named = [term for term in key_terms if term.type in ENTITY_TYPES]
    return Score(
        len(found) / len(key_terms),
        sum(term in found for term in named) / len(named),
        1 - len(extra) / max(1, len(ours)),
        tuple(term for term in key_terms if term not in found),
        tuple(extra),
    )


def score_candidates(key_file: str) -> CandidateScore:
    """Return how well the candidates of a Chinese document cover its key, form by form."""
    lines = (GOLD / key_file).read_text(encoding="utf-8").splitlines()
    wanted = {zh_key(line): line for line in lines if line.strip()}
    found = forms_of(candidates(segments(read_document(CHINESE_KEYS[key_file]))))
    hits = wanted.keys() & found.keys()
    return CandidateScore(
        len(hits) / len(wanted),
        len(hits) / max(1, len(found)),
        tuple(line for name, line in wanted.items() if name not in hits),
        tuple(candidate for name, candidate in found.items() if name not in hits),
    )


def forms_of(found: Iterable[Candidate]) -> dict[str, Candidate]:
    """Return all forms of candidates under which they are compared with a key, each with its candidate."""
    return {zh_key(form): candidate for candidate in found for form in (candidate.zh, *candidate.zh_variants)}


def score_inconsistencies(found: Iterable[Inconsistency]) -> InconsistencyScore:
    """Return how well a list covers the deck's key of inconsistencies.

    A row of the key is found where its term is listed with two of its renderings. The key has rows that a
    reader would list for certain (clear) and rows that only some would (arguable).
    """
    rows = [
        row.split("\t") for row in (GOLD / "deck_inconsistencies.tsv").read_text("utf-8").splitlines()[1:]
    ]
    listed = list(found)
    hits = [[item for item in listed if _is_row(item, row)] for row in rows]
    clear = [bool(hit) for row, hit in zip(rows, hits, strict=True) if row[4] == "clear"]
    right = {id(item) for hit in hits for item in hit}
    return InconsistencyScore(
        sum(clear) / len(clear),
        len(right) / max(1, len(listed)),
        tuple(row[1] for row, hit in zip(rows, hits, strict=True) if row[4] == "clear" and not hit),
        tuple(item for item in listed if id(item) not in right),
    )


def _is_row(item: Inconsistency, row: Sequence[str]) -> bool:
    side, terms, renderings = row[0], row[1].split(" | "), row[2].split(" | ")
    if side != ("zh" if item.side == "source" else "en"):
        return False
    own, other = (zh_key, _words) if side == "zh" else (_words, zh_key)
    if own(item.term) not in {own(term) for term in terms}:
        return False
    said = [other(use.text) for use in item.uses]
    if row[3] == "spelling":
        return item.difference == "spelling"
    return sum(other(rendering) in said for rendering in renderings) > 1


def _words(text: str) -> str:
    return key(text.lower())


def main() -> int:
    """Print the scores on the deck and on the Chinese documents."""
    start = time.perf_counter()
    found = extraction(gold_units())
    seconds = time.perf_counter() - start
    concepts, rest = found.concepts, found.candidates
    result = score(concepts, gold_terms())
    print(f"deck: {len(concepts)} concepts, {len(rest)} candidates without English, {seconds:.1f} s")
    print(
        f"recall {result.recall:.3f}  entities, programmes, policies {result.entity_recall:.3f}  "
        f"precision {result.precision:.3f}"
    )
    for term in result.missed:
        print("missed", term.type, "/".join(sorted(term.zh)), "=", "/".join(sorted(term.en)))
    for concept in result.extra:
        print("extra ", concept.type, concept.zh, "=", concept.en, concept.note)
    listed = score_inconsistencies(inconsistencies(found))
    print(f"inconsistencies: recall {listed.recall:.3f}  precision {listed.precision:.3f}")
    print("missed", "; ".join(listed.missed))
    for item in listed.extra:
        print("extra ", item.side, item.term, " / ".join(use.text for use in item.uses))
    for name in CHINESE_KEYS:
        start = time.perf_counter()
        chinese = score_candidates(name)
        seconds = time.perf_counter() - start
        print(f"{name}: recall {chinese.recall:.3f}  precision {chinese.precision:.3f}  {seconds:.1f} s")
        print("missed", " ".join(chinese.missed))
        print("extra ", " ".join(candidate.zh for candidate in chinese.extra))
    return 0


if __name__ == "__main__":
    sys.exit(main())
