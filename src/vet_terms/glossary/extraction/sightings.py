"""All that was seen of each Chinese form over a memory, kept small however often it was seen."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from vet_terms.glossary.extraction import english
from vet_terms.glossary.extraction.pairing import Pair
from vet_terms.glossary.extraction.rounds import Seen
from vet_terms.glossary.extraction.short_forms import tied
from vet_terms.glossary.extraction.spans import ChineseSpan
from vet_terms.model import TranslationUnit

_CHINESE, _ENGLISH = (12, 160), (30, 480)
_WHOLE = ("。", "！", "？", "；", ".")


@dataclass(slots=True)
class English:
    """One English rendering of a form: how much speaks for it over all units."""

    first: str
    best: Pair
    total: float
    evidence: set[str]

    @property
    def weight(self) -> float:
        """All scores, the best one twice."""
        return round(self.total + self.best.score, 3)


@dataclass(slots=True)
class Sighting:
    """What was seen of one Chinese form; units are known by their number."""

    looks: Counter[ChineseSpan] = field(default_factory=Counter)
    """The ways in which it was found, as spans without a place."""
    spans: array[int] = field(default_factory=lambda: array("L"))
    """Of each time: unit, start, end, whether it was only a part of a longer name."""
    english: dict[str, English] = field(default_factory=dict)
    context: tuple[tuple[int, float, str], int] | None = None
    """The best unit that says it in English, with the rank by which it is the best."""
    guess: Pair | None = None
    guessed_in: int = 0
    """The unit of the guess."""

    def places(self) -> Iterator[tuple[int, int, int, bool]]:
        """Yield unit, start, end and whether it is inside a longer name."""
        for index in range(0, len(self.spans), 4):
            unit, start, end, inside = self.spans[index : index + 4]
            yield unit, start, end, bool(inside)


class Sightings:
    """The sightings of all forms of a memory, from what its units say one after the other."""

    def __init__(self, units: Sequence[TranslationUnit]) -> None:
        """Begin; the units are those whose numbers are given later."""
        self.units = units
        self.of: dict[str, Sighting] = defaultdict(Sighting)

    def see(self, number: int, said: Seen) -> None:
        """Take note of what a unit says."""
        for span, is_inside in said.spans:
            sighting = self.of[span.text]
            sighting.looks[replace(span, start=0, end=0)] += 1
            sighting.spans.extend((number, span.start, span.end, is_inside))
        for pair in said.guesses:
            sighting = self.of[pair.zh.text]
            if sighting.guess is None or (pair.score, pair.en) > (sighting.guess.score, sighting.guess.en):
                sighting.guess, sighting.guessed_in = pair, number
        for pair in said.pairs:
            self.pair(number, pair)

    def pair(self, number: int, pair: Pair) -> None:
        """Take note of an entry that a unit attests."""
        sighting = self.of[pair.zh.text]
        key = english.key(pair.en)
        said = sighting.english.get(key)
        if said is None:
            sighting.english[key] = English(pair.en, pair, pair.score, set(pair.evidence))
        else:
            said.total += pair.score
            said.evidence.update(pair.evidence)
            if (pair.score, pair.en) > (said.best.score, said.best.en):
                said.best = pair
        unit = self.units[number]
        rank = (awkward(unit), -pair.score, unit.zh)
        if sighting.context is None or rank < sighting.context[0]:
            sighting.context = (rank, number)


def short_forms_of(sightings: Sightings, said: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the short forms that the units use for names, each with the full one; see :mod:`short_forms`.

    ``said`` are those that units give themselves. Where a form stands that was not taken for a name is noted.
    """
    texts = [({place.document for place in unit.places} or {""}, unit.zh) for unit in sightings.units]
    names: dict[str, set[str]] = defaultdict(set)
    wholes: dict[int, list[tuple[int, int]]] = defaultdict(list)
    called: dict[str, set[str]] = defaultdict(set)
    for form, seen in sightings.of.items():
        is_name = any(span.kind == "organisation" for span in seen.looks)
        if is_name or any(span.origin == "quote" for span in seen.looks):
            for number, start, end, is_inside in seen.places():
                if is_name:
                    names[form] |= texts[number][0]
                    wholes[number].append((start, end))
                if not is_inside:
                    called[form] |= texts[number][0]
    found = tied(texts, names, called, said)
    for form, places in found.places.items():
        known = {(number, start) for number, start, _, _ in sightings.of[form].places()}
        for number, start, end in places:
            if (number, start) not in known:
                inside = any(first <= start and end <= last for first, last in wholes[number])
                sightings.of[form].spans.extend((number, start, end, inside))
    return found.full


def awkward(unit: TranslationUnit) -> int:
    """Return how unfit a unit is as a context: how far its sides are from a good length, and no sentence."""
    beyond = _beyond(len(unit.zh), _CHINESE) + _beyond(len(unit.en), _ENGLISH)
    return 2 * beyond + (not unit.zh.endswith(_WHOLE))


def _beyond(length: int, good: tuple[int, int]) -> int:
    return max(good[0] - length, length - good[1], 0)
