"""Lookup: from what a translator types to the concepts that it names, each with how it matched.

Both directions and every form of a concept are searched (``matching``); where no form says anything,
the query is guessed at (``similarity``). Scores order the answers and are no probabilities: each
kind of match begins below the kind before it, and within a kind the share of the term that was
typed decides.
"""

from __future__ import annotations

from dataclasses import dataclass

from vet_terms.glossary.matching import Forms, Match, literal_matches
from vet_terms.glossary.similarity import guesses
from vet_terms.model import Concept

STATUS_ORDER = ("approved", "proposed", "superseded", "rejected")


@dataclass(frozen=True, slots=True)
class Hit:
    """A concept that answers a query."""

    concept: Concept
    match: Match


def look_up(forms: Forms, query: str) -> list[Hit]:
    """Return the concepts that a query names, best first, one hit a concept.

    Rejected concepts come last: a person may ask why a term is missing, but it is no answer.
    """
    matches = literal_matches(forms, query)
    if all(match.kind == "within" for match in matches.values()):
        # A guess adds concepts; it does not outdo a term that stands in the query letter by letter.
        matches = {**guesses(forms, query), **matches}
    return sorted((Hit(forms.concepts[number], match) for number, match in matches.items()), key=_rank)


def _rank(hit: Hit) -> tuple[bool, float, int, int, str, str]:
    concept = hit.concept
    settled = STATUS_ORDER.index(concept.status)
    return (concept.status == "rejected", -hit.match.score, settled, -concept.count, concept.zh, concept.id)
