"""Extraction on texts that no rule was made from: recall, precision and how many types are right.

The decks and the news pieces in tests/gold/unseen_* are written for this; what they tell is made up. The keys
were made by reading, before anything was run.

python -m benchmarks.unseen           scores, then what was missed and what is extra
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks.terms import ENTITY_TYPES, GOLD, GoldTerm, forms_of, score, zh_key
from vet_terms.documents.readers import read_document
from vet_terms.glossary.extraction.chinese_only import candidates
from vet_terms.glossary.extraction.english import key
from vet_terms.glossary.extraction.extract import extract
from vet_terms.language.segmentation import segments
from vet_terms.model import Candidate, Concept, Place, TranslationUnit

DECKS = ("college", "workshop")
NEWS = ("river", "island")


@dataclass(frozen=True, slots=True)
class NewsScore:
    """How well the candidates of a Chinese text cover its key, names alone too, and types that are right."""

    recall: float
    entity_recall: float
    precision: float
    types: float
    missed: tuple[str, ...]
    extra: tuple[Candidate, ...]


def deck_units(name: str) -> list[TranslationUnit]:
    """Return the pairs of a deck."""
    rows = _rows(f"unseen_{name}_pairs.tsv")
    return [TranslationUnit(zh, en, places=(Place(name, 1, n),)) for n, (zh, en) in enumerate(rows, 1)]


def deck_terms(name: str) -> list[GoldTerm]:
    """Return the key of a deck."""
    return [
        GoldTerm(frozenset(map(zh_key, zh.split(" | "))), frozenset(map(key, en.split(" | "))), type_)
        for zh, en, type_ in _rows(f"unseen_{name}_terms.tsv")
    ]


def right_types(concepts: Iterable[Concept], gold: Iterable[GoldTerm]) -> float:
    """Return the share of the concepts of a key that have their type."""
    terms = list(gold)
    right = []
    for concept in concepts:
        zh = {zh_key(form) for form in (concept.zh, *concept.zh_variants)}
        en = {key(form) for form in (concept.en, *concept.en_variants)}
        types = [term.type for term in terms if zh & term.zh and en & term.en]
        if types:
            right.append(concept.type in types)
    return sum(right) / max(1, len(right))


def score_news(name: str) -> NewsScore:
    """Return how well the candidates of a news piece cover its key; the forms must be equal."""
    wanted = {zh_key(zh): (zh, type_) for zh, type_ in _rows(f"unseen_{name}_terms.tsv")}
    document = read_document(GOLD / f"unseen_{name}_news.txt")
    found = forms_of(candidates(segments(document)))
    hits = wanted.keys() & found.keys()
    named = [form for form, (_, type_) in wanted.items() if type_ in ENTITY_TYPES]
    return NewsScore(
        len(hits) / len(wanted),
        sum(form in hits for form in named) / len(named),
        len(hits) / max(1, len(found)),
        sum(found[form].type == wanted[form][1] for form in hits) / max(1, len(hits)),
        tuple(zh for form, (zh, _) in wanted.items() if form not in hits),
        tuple(candidate for form, candidate in found.items() if form not in hits),
    )


def _rows(file: str) -> Sequence[list[str]]:
    lines = (GOLD / file).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines[1:]]


def main() -> int:
    """Print the scores on the decks and on the news pieces."""
    for name in DECKS:
        start = time.perf_counter()
        concepts, _ = extract(deck_units(name))
        seconds = time.perf_counter() - start
        result = score(concepts, deck_terms(name))
        print(
            f"{name}: recall {result.recall:.3f}  entities, programmes, policies {result.entity_recall:.3f}  "
            f"precision {result.precision:.3f}  types {right_types(concepts, deck_terms(name)):.3f}  "
            f"{seconds:.1f} s"
        )
        for term in result.missed:
            print("missed", term.type, "/".join(sorted(term.zh)), "=", "/".join(sorted(term.en)))
        for concept in result.extra:
            print("extra ", concept.type, concept.zh, "=", concept.en, concept.note)
    for name in NEWS:
        news = score_news(name)
        print(
            f"{name}: recall {news.recall:.3f}  names {news.entity_recall:.3f}  "
            f"precision {news.precision:.3f}  types {news.types:.3f}"
        )
        print("missed", " ".join(news.missed))
        print("extra ", " ".join(candidate.zh for candidate in news.extra))
    return 0


if __name__ == "__main__":
    sys.exit(main())
