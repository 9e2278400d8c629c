"""From a memory to entries of a glossary, and to the Chinese terms that still need English.

The units go through three rounds (see :mod:`rounds`), in chunks, so that a memory of any size needs bounded
room. Then every Chinese form gets one partner over the whole memory, short and long forms of one name
become variants of one concept, and what stays below the bar is a candidate with its best guess.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from vet_terms.glossary.extraction.company import CompanyCount
from vet_terms.glossary.extraction.elimination import leftovers
from vet_terms.glossary.extraction.entries import concepts_of, entries_of, without_english
from vet_terms.glossary.extraction.known import known_terms
from vet_terms.glossary.extraction.renderings import Rendering
from vet_terms.glossary.extraction.rounds import (
    CHUNK,
    Wanted,
    analysed,
    bracketed_acronyms,
    paired,
    seen,
    sure_terms,
)
from vet_terms.glossary.extraction.selection import Standing
from vet_terms.glossary.extraction.sightings import Sightings, short_forms_of
from vet_terms.glossary.extraction.variants import merged
from vet_terms.glossary.extraction.workers import Shelf, processes_for, unpacked
from vet_terms.model import Candidate, Concept, TranslationUnit
from vet_terms.processes import Workers
from vet_terms.progress import Progress, silent

LARGE = 2000
"""From so many distinct units on, several processes share the work."""
REPEATED = 20_000
"""From so many distinct units on, a compound that was met in one unit alone is no term."""


@dataclass(frozen=True, slots=True)
class Extraction:
    """What a memory says of terms: concepts, Chinese terms without English, and how units render both."""

    concepts: list[Concept]
    candidates: list[Candidate]
    units: Sequence[TranslationUnit]
    """The units with distinct texts, each with all places."""
    packed_renderings: Iterable[bytes]

    def renderings(self) -> Iterator[tuple[TranslationUnit, Rendering]]:
        """Yield the names, terms and words of each unit with their English, unit by unit."""
        found = (each for chunk in self.packed_renderings for each in unpacked(chunk))
        for unit, own in zip(self.units, found, strict=True):
            for rendering in own:
                yield unit, rendering


def extract(units: Sequence[TranslationUnit]) -> tuple[list[Concept], list[Candidate]]:
    """Return the concepts that the units attest on both sides, and the Chinese terms without English.

    Concepts are proposed, sorted by their Chinese, with an empty ``id``; each has its variants, its
    places, how often its Chinese was met and, in the note, the confidence and what it rests on.
    """
    found = extraction(units)
    return found.concepts, found.candidates


def extraction(units: Sequence[TranslationUnit], progress: Progress = silent) -> Extraction:
    """Return what the units say of terms; as `extract`, with how each unit renders them.

    In a memory of ``REPEATED`` distinct units and more, a noun compound counts only where two units have it.
    """
    distinct = _distinct(units)
    with Workers(processes_for(is_large=len(distinct) >= LARGE)) as workers:
        sightings, expansions, said, renderings = _read(distinct, workers, progress)
    short = short_forms_of(sightings, said)
    entries = merged(entries_of(sightings), expansions, short)
    concepts = concepts_of(entries, sightings)
    taken = {form for concept in concepts for form in (concept.zh, *concept.zh_variants)}
    return Extraction(
        sorted(concepts, key=lambda concept: (concept.zh, concept.en)),
        without_english(sightings, taken, short),
        distinct,
        renderings,
    )


def _distinct(units: Sequence[TranslationUnit]) -> list[TranslationUnit]:
    """Return the units with both sides, those with equal texts made one that has all their places."""
    same: dict[tuple[str, str], list[TranslationUnit]] = defaultdict(list)
    for unit in units:
        if unit.zh.strip() and unit.en.strip():
            same[unit.zh, unit.en].append(unit)
    return [
        TranslationUnit(
            zh,
            en,
            max(unit.score for unit in each),
            each[0].kind,
            tuple(sorted({place for unit in each for place in unit.places})),
        )
        for (zh, en), each in sorted(same.items())
    ]


def _read(
    units: Sequence[TranslationUnit], workers: Workers, progress: Progress
) -> tuple[Sightings, list[tuple[str, str]], list[tuple[str, str]], Shelf]:
    """Take the units through all rounds."""
    texts = [[(unit.zh, unit.en) for unit in units[at : at + CHUNK]] for at in range(0, len(units), CHUNK)]
    chunks = Shelf()
    counted = CompanyCount()
    compounds: Counter[str] = Counter()
    expansions: dict[tuple[str, str], None] = {}
    said_short: dict[tuple[str, str], None] = {}
    for chunk in workers.map(analysed, None, progress(texts, "Reading the units")):
        chunks.put(chunk.units)
        for zh, en in chunk.words:
            counted.add(zh, en)
        compounds.update(chunk.compounds)
        expansions |= dict.fromkeys(chunk.expansions)
        said_short |= dict.fromkeys(chunk.short_forms)
    repeated = frozenset(text for text, times in compounds.items() if times > 1)
    wanted = Wanted(counted.company(), repeated if len(units) >= REPEATED else None)
    del counted, compounds
    sure: set[tuple[str, str]] = set()
    for some in workers.map(sure_terms, wanted, progress(chunks, "Looking for sure terms")):
        sure |= some
    pairs = Shelf()
    standing = Standing()
    renderings = Shelf()
    for each in workers.map(paired, (wanted, known_terms(sure)), progress(chunks, "Pairing terms")):
        pairs.put(each.pairs)
        standing.join(each.standing)
        renderings.put(each.renderings)
    sightings = Sightings(units)
    left: list[tuple[int, bytes]] = []
    explained = {acronym for _, acronym in expansions}
    number = 0
    for said in workers.map(seen, frozenset(standing.texts), progress(pairs, "Choosing terms")):
        for one in said:
            sightings.see(number, one)
            explained.update(one.acronyms)
            expansions |= dict.fromkeys(one.bracketed)
            if one.open:
                left.append((number, one.open))
            number += 1
    for number, open_unit in left:
        unit, kept = unpacked(open_unit)
        left_over = leftovers(unit, kept, explained)
        expansions |= dict.fromkeys(bracketed_acronyms(unit, left_over))
        for pair in left_over:
            sightings.pair(number, pair)
    return sightings, list(expansions), list(said_short), renderings
