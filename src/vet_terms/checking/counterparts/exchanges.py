"""Everything that can have changed places between two texts: figures, parties, ways, roles, things counted.

What each kind looks for is told in its own room; this one asks them all, in a fixed order, and says what is
found. Of two kinds that see the same slip only the first speaks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from vet_terms.checking.counterparts.compared import compared_in_exchange
from vet_terms.checking.counterparts.counted import counts_exchanged, other_things_counted
from vet_terms.checking.counterparts.roles import done_by_another, exchanged_roles
from vet_terms.checking.counterparts.shared_out import pairs_exchanged, shares_exchanged
from vet_terms.checking.counterparts.swaps import other_party, swapped_figures, swapped_parties
from vet_terms.checking.counterparts.ways import turned_way

Exchange = tuple[int, int, str]
"""Where the English has changed something, and what is to be said of it."""
Words = Sequence[tuple[int, str]]


def exchanges(zh: str, en: str, words: Callable[[], Words]) -> Iterator[Exchange]:
    """Yield what has changed places in an English text; ``words`` gives the Chinese ones."""
    yield from _numbers(zh, en, words)
    way = turned_way(zh, en, words)
    if way:
        yield *way.span(), "The way goes the other way round."
    for clause in swapped_parties(zh, en):
        yield *clause.span(), "The parties have changed places."
    party = other_party(zh, en)
    if party:
        yield *party.span(), f"“{party.group()}” is another party than the Chinese names."
    yield from _roles(zh, en, words)
    place = shares_exchanged(zh, en, words) or pairs_exchanged(zh, en, words)
    if place:
        yield *place, "Who has what has changed places between the two clauses."


def _numbers(zh: str, en: str, words: Callable[[], Words]) -> Iterator[Exchange]:
    swapped = swapped_figures(zh, en, words)
    if swapped:
        one, other = swapped.first, swapped.second
        first, second = sorted(((one.start, one.end), (other.start, other.end)))
        figures = f"{en[slice(*first)]} and {en[slice(*second)]}"
        yield first[0], second[1], f"The figures {figures} have changed places."
    elif exchanged := counts_exchanged(zh, en, words):
        yield *exchanged, f"“{en[slice(*exchanged)]}” counts what another number of the source counts."
    elif counted := other_things_counted(zh, en, words):
        said, place = counted
        yield *place, f"Counted are “{said}”, and no “{en[slice(*place)]}”."


def _roles(zh: str, en: str, words: Callable[[], Words]) -> Iterator[Exchange]:
    another = done_by_another(zh, en, words)
    if another:
        yield *another.span(), f"The Chinese says that another does it than “{another['who']}”."
    verb = exchanged_roles(zh, en, words)
    if verb:
        yield *verb.span(), f"Those before and behind “{verb.group()}” have changed places."
    elif compared := compared_in_exchange(zh, en, words):
        yield *compared[1], f"What is compared with “{compared[0]}” has changed places."
