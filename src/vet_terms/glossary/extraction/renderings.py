"""How one unit renders its Chinese: names and terms as wholes, and the words that they are made of.

What is noted here is compared over the whole memory, to find terms that are rendered in two ways; see
:mod:`vet_terms.glossary.inconsistencies`. Only what the links are sure of is noted.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from vet_terms.glossary.extraction.bars import is_sure
from vet_terms.glossary.extraction.pairing import Match, Pair

RenderingKind = Literal["name", "term", "word"]

_LINKED = 0.45
# Names are compared as wholes: of "North Korea" a word alone says nothing.
_NOUN_TAGS = frozenset({"n", "nz", "vn", "an", "nw", "s"})
_SHORTEST_END = 3
_WELL_SAID, _ALIKE, _ALL = 0.7, 0.6, 0.8


@dataclass(frozen=True, slots=True)
class Rendering:
    """A Chinese form with the English that says it in one unit, and where both stand in its texts."""

    zh: str
    kind: RenderingKind
    zh_start: int
    zh_end: int
    en_start: int
    en_end: int
    is_sure: bool = True
    """Whether the pair is above the bar for an entry; what is not counts only for a term that has one."""
    is_exact: bool = False
    """Whether quotes on both sides say where it begins and ends."""


def renderings(match: Match) -> Iterator[Rendering]:
    """Yield the names, terms and words of a unit with their English, as far as that is sure."""
    for pair in match.pairs:
        kind: RenderingKind = "name" if pair.zh.kind else "term"
        if is_sure(pair) or (kind == "term" and _is_well_said(pair)):
            places = (pair.zh.start, pair.zh.end), (pair.first, pair.last)
            yield dataclasses.replace(
                _rendering(match, pair.zh.text, kind, *places),
                is_sure=is_sure(pair),
                is_exact=pair.zh.origin == "quote" and "quotes" in pair.evidence,
            )
        if is_sure(pair) and pair.zh.kind == "organisation":
            yield from _ends(match, pair)
    yield from _words(match)


def _is_well_said(pair: Pair) -> bool:
    """Return whether nothing is left over in the English of a pair, and the whole means the same."""
    return (
        pair.score >= _WELL_SAID and pair.likeness >= _ALIKE and min(pair.en_coverage, pair.weakest) >= _ALL
    )


def _rendering(
    match: Match, zh: str, kind: RenderingKind, place: tuple[int, int], english: tuple[int, int]
) -> Rendering:
    words = match.unit.en.words
    return Rendering(zh, kind, *place, words[english[0]].start, words[english[1] - 1].end)


def _ends(match: Match, pair: Pair) -> Iterator[Rendering]:
    """Yield the ends of an institution's name (职业技术学院) that English keeps together."""
    unit, links = match.unit, match.links
    inside = unit.inside(pair.zh.start, pair.zh.end)
    best = links[:, pair.first : pair.last].argmax(axis=0)
    for position in inside[1:]:
        start = unit.atoms[position].start
        end = unit.zh.text[start : pair.zh.end]
        if len(end) < _SHORTEST_END or not end.isalnum():
            continue
        own = {i for i in inside if unit.atoms[i].start >= start}
        said = [
            j
            for j in range(pair.first, pair.last)
            if best[j - pair.first] in own and links[best[j - pair.first], j] >= _LINKED
        ]
        if not said or any(
            j not in said and unit.en.words[j].is_content for j in range(said[0], said[-1] + 1)
        ):
            continue
        heard = {int(best[j - pair.first]) for j in said}
        if own <= heard:
            yield _rendering(match, end, "name", (start, pair.zh.end), (said[0], said[-1] + 1))


def _words(match: Match) -> Iterator[Rendering]:
    """Yield the nouns with the English word to which no other Chinese word has a better claim."""
    unit, links = match.unit, match.links
    if not links.size:
        return
    greatest = links.max(axis=0)
    tags = [tag for token in unit.zh.tokens for tag in [token.tag] * len(token.text)]
    for i, atom in enumerate(unit.atoms):
        if len(atom.text) < 2 or not atom.is_content or atom.is_share or tags[atom.start] not in _NOUN_TAGS:
            continue
        j = int(links[i].argmax())
        if links[i, j] >= _LINKED and greatest[j] <= links[i, j]:
            yield _rendering(match, atom.text, "word", (atom.start, atom.end), (j, j + 1))
