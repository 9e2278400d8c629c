"""British and American spelling in one document: counted, so that the rarer of the two can be shown."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.rule import Noted
from vet_terms.language.tables import listed

_STEMS_OF_IZE = listed(
    """
    organ real recogn emphas modern internation global standard optim maxim minim summar util special
    industrial digit normal central local popular character priorit mobil stabil familiar visual final formal
    general categor critic symbol revolution harmon national commercial synthes apolog
    """
)
_PAIRS = listed(
    """
    centre/center centres/centers theatre/theater metre/meter metres/meters litre/liter fibre/fiber
    colour/color colours/colors labour/labor favour/favor favourable/favorable honour/honor honours/honors
    behaviour/behavior neighbour/neighbor neighbouring/neighboring endeavour/endeavor endeavours/endeavors
    harbour/harbor programme/program programmes/programs enrol/enroll enrols/enrolls enrolment/enrollment
    skilful/skillful fulfil/fulfill fulfilment/fulfillment defence/defense licence/license travelled/traveled
    travelling/traveling modelling/modeling labelled/labeled catalogue/catalog analyse/analyze
    analysed/analyzed analysing/analyzing ageing/aging grey/gray tyre/tire aluminium/aluminum
    """
)


@dataclass(frozen=True, slots=True)
class Mixed:
    """The words of a unit in the variety that is rarer in the document."""

    unit: Noted
    words: tuple[str, ...]
    rarer: str
    usual: str
    others: Sequence[Noted]


@functools.cache
def _variety_of() -> dict[str, str]:
    found = {}
    for pair in _PAIRS:
        british, _, american = pair.partition("/")
        found[british], found[american] = "British", "American"
    for stem in _STEMS_OF_IZE:
        for ending in ("e", "es", "ed", "ing", "ation", "ations"):
            found[f"{stem}is{ending}"], found[f"{stem}iz{ending}"] = "British", "American"
    return found


def variety_fact(reading: Reading, context: Context) -> object | None:
    """Return the words of a unit that British and American English spell otherwise; None for none."""
    # A capital inside a sentence is a name's, which keeps its own spelling.
    return tuple(filter(None, map(_of_a_variety, reading.en.split()))) or None


@functools.lru_cache(maxsize=65536)
def _of_a_variety(written: str) -> str:
    """Return a word without the marks beside it if the two varieties differ in it, else nothing."""
    word = written.strip(".,;:()“”\"'")
    return word if word in _variety_of() else ""


def mixed(noted: Sequence[Noted]) -> Iterator[Mixed]:
    """Yield the units with words of the variety that is rarer in the document."""
    table = _variety_of()
    units: dict[str, list[Noted]] = {"American": [], "British": []}
    for each in noted:
        for variety in sorted({table[word] for word in each.fact}):
            units[variety].append(each)
    if not all(units.values()):
        return
    rarer, usual = sorted(units, key=lambda variety: (len(units[variety]), variety != "British"))
    for each in units[rarer]:
        words = tuple(dict.fromkeys(word for word in each.fact if table[word] == rarer))
        yield Mixed(each, words, rarer, usual, units[usual])
