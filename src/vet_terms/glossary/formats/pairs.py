"""Glossaries that are a list of sources with a target each, and say nothing of languages.

Which side is Chinese is told by what most rows are written in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vet_terms.errors import InputError
from vet_terms.language.scripts import count_han, language_of
from vet_terms.model import Concept, ConceptStatus, Language


@dataclass(frozen=True, slots=True)
class Pair:
    """A row of such a list."""

    source: str
    target: str
    note: str = ""
    status: ConceptStatus = "approved"


def sources_and_target(concept: Concept, source: Language) -> tuple[list[str], str]:
    """Return the forms that a text may have, each once, the preferred one first, and their translation."""
    if source == "zh":
        return list(dict.fromkeys((concept.zh, *concept.zh_variants))), concept.en
    return list(dict.fromkeys((concept.en, *concept.en_variants))), concept.zh


def concepts_of_pairs(pairs: Sequence[Pair], name: str) -> list[Concept]:
    """Return a concept for each pair that has Chinese. Raises InputError where none has."""
    chinese_first = _chinese_is_first(pairs)
    concepts = []
    for pair in pairs:
        zh, en = (pair.source, pair.target) if chinese_first else (pair.target, pair.source)
        if zh.strip():
            concepts.append(Concept("", zh.strip(), en.strip(), status=pair.status, note=pair.note.strip()))
    if not concepts or not any(count_han(concept.zh) for concept in concepts):
        raise InputError(f"{name}: none of its {len(pairs)} rows has a Chinese term; there is nothing to use")
    return concepts


def _chinese_is_first(pairs: Sequence[Pair]) -> bool:
    votes = sum(
        (language_of(pair.source) == "zh")
        - (language_of(pair.target) == "zh")
        - (language_of(pair.source) == "en")
        + (language_of(pair.target) == "en")
        for pair in pairs
    )
    return votes >= 0
