"""Whether a stretch of running Chinese cuts a word at both of its ends: 中国 in 其中国家级.

Chinese has no spaces, so a term may stand in a text by chance, made of the end of one word and the
beginning of the next. A term that is really there shares at least one end with the words around it. Asked
for many stretches of a long text, so only where words of the dictionary reach over both ends are the
likeliest words of the neighbourhood looked for. What is no word of the dictionary is not known here.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Iterator, Mapping

from vet_terms.language.scripts import HAN_CHARACTER
from vet_terms.language.words import frequencies

LONGEST_BY_CHANCE = 4
"""Characters of a stretch: longer ones do not come about by chance."""

_AROUND = 8
_LONGEST_WORD = 4
"""Characters of a word; what is longer is a name or a compound, and a term in it no accident."""
_WAYS_OVER = tuple(
    (before, size - before) for size in range(2, _LONGEST_WORD + 1) for before in range(1, size)
)
"""How many characters a word may have before a place and after it."""


def cuts_words(text: str, start: int, end: int) -> bool:
    """Tell whether words reach over both ends of a stretch of a Simplified Chinese text."""
    if end - start > LONGEST_BY_CHANCE or not 0 < start < end < len(text):
        return False
    known = frequencies()
    if not (_is_reached_over(known, text, start) and _is_reached_over(known, text, end)):
        return False
    first = start
    while first > max(0, start - _AROUND) and HAN_CHARACTER.match(text[first - 1]):
        first -= 1
    last = end
    while last < min(len(text), end + _AROUND) and HAN_CHARACTER.match(text[last]):
        last += 1
    edges = set(_edges(known, text[first:last]))
    return start - first not in edges and end - first not in edges


def word_edges(text: str) -> frozenset[int]:
    """Return where the likeliest words of a Simplified Chinese text begin and end, by the dictionary."""
    return frozenset(_edges(frequencies(), text))


def _is_reached_over(known: Mapping[str, int], text: str, place: int) -> bool:
    """Tell whether some word of the dictionary begins before a place of a text and ends after it."""
    for before, after in _WAYS_OVER:
        if before <= place and text[place - before : place + after] in known:
            return True
    return False


def _edges(known: Mapping[str, int], text: str) -> Iterator[int]:
    """Yield where the likeliest words of a text begin and end; of equals the longer ones."""
    # A word costs the logarithm of how rare it is. What is no word costs as one that was met once.
    rare = _cost_of_a_word_met_once()
    cost, next_edge = [0.0] * (len(text) + 1), [0] * len(text)
    for start in reversed(range(len(text))):
        choices = [(rare + cost[start + 1], start + 1)]
        choices += [
            (rare - math.log(frequency) + cost[end], end)
            for end in range(start + 1, min(len(text), start + _LONGEST_WORD) + 1)
            if (frequency := known.get(text[start:end]))
        ]
        cost[start], next_edge[start] = min(choices, key=lambda choice: (choice[0], -choice[1]))
    place = 0
    while place < len(text):
        yield place
        place = next_edge[place]
    yield place


@functools.cache
def _cost_of_a_word_met_once() -> float:
    return math.log(sum(frequencies().values()))
