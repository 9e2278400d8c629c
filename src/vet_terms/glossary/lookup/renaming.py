"""The other names of a concept that changed its name: what took over from it, what it took over from.

What a concept's note says of its successor is read by ``vet_terms.glossary.succession``. A successor
need not be a concept of the glossary.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vet_terms.glossary.folding import chinese_keys
from vet_terms.glossary.lookup.features import TOOK_OVER, WHOLE_CHINESE
from vet_terms.glossary.lookup.forms import Glossary
from vet_terms.glossary.succession import Successor, successor_of
from vet_terms.model import Concept


@dataclass(frozen=True, slots=True)
class Renaming:
    """One change of a name, seen from one of its two concepts: the other name, and when and how surely."""

    is_new_name: bool
    """Whether the other name is the new one; else it is the old one."""
    zh: str
    en: str
    id: str
    year: int
    decided: bool
    number: int | None = None
    """The other name's concept, where it has one."""


def renamings(glossary: Glossary, number: int, concept: Concept) -> tuple[Renaming, ...]:
    """Return how a concept's name changed: first to what, then from what."""
    return tuple(_to(glossary, number, concept)) + tuple(_from(glossary, number, concept))


def successions(concepts: Sequence[Concept]) -> Iterator[tuple[str, int]]:
    """Yield each feature by which the old names of a successor are found, and the old name's number."""
    named = [(successor_of(concept), number) for number, concept in enumerate(concepts)]
    told = [(successor, number) for successor, number in named if successor and _counts(concepts[number])]
    for key, (_, number) in zip(chinese_keys([each.name for each, _ in told]), told, strict=True):
        if key:
            yield TOOK_OVER + key, number


def _counts(concept: Concept) -> bool:
    return concept.status != "rejected"


def _to(glossary: Glossary, number: int, concept: Concept) -> Iterator[Renaming]:
    successor = successor_of(concept)
    if successor is None or not _counts(concept):
        return
    key = chinese_keys([successor.name])[0]
    forms = map(glossary.form, glossary.forms_with(WHOLE_CHINESE + key))
    numbers = [form.concept for form in forms if form.concept not in (number,)]
    for other in dict.fromkeys(each for each in numbers if each < glossary.rejected_from()):
        yield _renaming(glossary, other, successor, is_new_name=True)
        return
    yield Renaming(True, successor.name, "", "", successor.year, successor.decided)


def _from(glossary: Glossary, number: int, concept: Concept) -> Iterator[Renaming]:
    for key in dict.fromkeys(chinese_keys([concept.zh, *concept.zh_variants])):
        for other in glossary.concepts_with(TOOK_OVER + key):
            successor = successor_of(glossary.concept(other))
            if successor is not None and other != number:
                yield _renaming(glossary, other, successor, is_new_name=False)


def _renaming(glossary: Glossary, other: int, successor: Successor, *, is_new_name: bool) -> Renaming:
    concept = glossary.concept(other)
    year, decided = successor.year, successor.decided
    return Renaming(is_new_name, concept.zh, concept.en, concept.id, year, decided, other)
