"""The answers to a query: the concepts that it names, best first, each with how it matched.

Both directions and every form of a concept are searched (``matching``); where no form says anything,
the query is guessed at (``similarity``). Scores order the answers and are no probabilities: each
kind of match begins below the kind before it, and within a kind the share of the term that was
typed decides. Whoever finds a name that changed gets its successor, or what it took over from, beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from vet_terms.glossary.lookup.forms import Glossary, text_of
from vet_terms.glossary.lookup.matching import Found, MatchKind, literal_steps
from vet_terms.glossary.lookup.renaming import Renaming, renamings
from vet_terms.model import Concept, Language

COUNTED = 100
"""Answers beyond those asked for that are still counted."""

EVERYTHING = 1_000_000


@dataclass(frozen=True, slots=True)
class Match:
    """How a query met a concept: by which form of it, on which side, and how well from 0 to 1."""

    kind: MatchKind
    side: Language
    term: str
    score: float


@dataclass(frozen=True, slots=True)
class Hit:
    """A concept that answers a query, and how its name changed if it did."""

    concept: Concept
    match: Match
    renamings: tuple[Renaming, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """The best hits, and how many concepts answer beyond them; ``and_more`` where not all were counted."""

    hits: tuple[Hit, ...]
    left_out: int = 0
    and_more: bool = False


def look_up(glossary: Glossary, query: str, limit: int = EVERYTHING) -> Answer:
    """Return the concepts that a query names, best first, one hit a concept, at most so many.

    Rejected concepts come last: a person may ask why a term is missing, but it is no answer. The other
    name of one that changed its name follows it and does not count.
    """
    found, complete = _best(glossary, literal_steps(glossary, query), limit)
    if all(each.kind == "within" for each in found.values()):
        from vet_terms.glossary.lookup.similarity import guessing_steps

        for steps in guessing_steps(glossary, query):
            guessed, complete_too = _best(glossary, steps, limit)
            if guessed:
                # A guess adds concepts; it does not outdo a term that stands in the query letter by letter.
                found, complete = {**guessed, **found}, complete and complete_too
                break
    rejected_from = glossary.rejected_from()
    ranked = sorted(found, key=lambda number: (number >= rejected_from, -found[number].score, number))
    named = [number for number in ranked if found[number].kind != "predecessor"]
    shown = {*named[:limit]}
    best = [
        (number, found[number]) for number in ranked if number in shown or found[number].kind == "predecessor"
    ]
    return Answer(tuple(_with_other_names(glossary, best)), max(0, len(named) - limit), not complete)


def _best(glossary: Glossary, steps: Iterable[Iterator[Found]], limit: int) -> tuple[dict[int, Found], bool]:
    """Return the best answer of each concept, and whether all answers were seen.

    No step is asked for more concepts than will be shown or counted: each gives its best first.
    """
    best: dict[int, Found] = {}
    complete = True
    enough, rejected_from = limit + COUNTED, glossary.rejected_from()
    for step in steps:
        seen: set[int] = set()
        for each in step:
            number = each.form.concept
            if number not in best or each.score > best[number].score:
                best[number] = each
            seen.add(number)
            if len(seen) >= enough and sum(one < rejected_from for one in seen) >= enough:
                complete = False
                break
    return best, complete


def _with_other_names(glossary: Glossary, best: list[tuple[int, Found]]) -> Iterator[Hit]:
    """Yield the hits, each followed by the concepts of its other names that are not among them."""
    shown = {number for number, _ in best}
    for number, found in best:
        concept = glossary.concept(number)
        changes = renamings(glossary, number, concept)
        score = round(found.score, 3)
        match = Match(found.kind, found.form.side, text_of(concept, found.form), score)
        yield Hit(concept, match, changes)
        if found.kind == "within":
            continue
        for change in changes:
            if change.number is None or change.number in shown:
                continue
            shown.add(change.number)
            other = glossary.concept(change.number)
            kind: MatchKind = "successor" if change.is_new_name else "predecessor"
            yield Hit(other, Match(kind, "zh", other.zh, score), renamings(glossary, change.number, other))
