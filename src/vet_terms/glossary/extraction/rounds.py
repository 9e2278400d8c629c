"""What is done with each unit of a memory, a chunk at a time and in three rounds.

A round needs what the one before found in the whole memory: which words keep company and which compounds
come again (round one), which terms are sure (round two), which compounds stand by themselves (round three).
Between the rounds the analysed units are put by; no round depends on how the units are shared out.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace

from vet_terms.glossary.extraction import english
from vet_terms.glossary.extraction.bars import is_sure
from vet_terms.glossary.extraction.cited import cited_meetings
from vet_terms.glossary.extraction.company import Company, content_words
from vet_terms.glossary.extraction.elimination import parents_and_branches
from vet_terms.glossary.extraction.known import KnownTerms
from vet_terms.glossary.extraction.links import Witnesses
from vet_terms.glossary.extraction.pairing import Pair, matches
from vet_terms.glossary.extraction.renderings import renderings
from vet_terms.glossary.extraction.selection import Standing, chosen, whole_pairs
from vet_terms.glossary.extraction.spans import ChineseSpan, is_inside_name
from vet_terms.glossary.extraction.units import Unit, analyse
from vet_terms.glossary.extraction.workers import packed, unpacked
from vet_terms.language.name_words import is_institution

CHUNK = 200
"""Units that are worked on together."""
_SURE = 0.8
# Of a longer phrase it is not known which word says which.
_SHORT = 6
# Each word of a suggestion must be linked at least so strongly, and so much of either side.
_ATTESTED, _SAID = 0.4, 0.75
_ACRONYM_AFTER = re.compile(
    r"[”’\"]? ?[(（](?:hereinafter (?:referred to as )?)?[“\"]?([A-Z][A-Z&-]{1,9})[”\"]?[)）]"
)


@dataclass(frozen=True, slots=True)
class Analysed:
    """A chunk of units cut into words, and what of them counts for the whole memory."""

    units: bytes
    words: tuple[tuple[frozenset[str], frozenset[str]], ...]
    compounds: tuple[str, ...]
    expansions: tuple[tuple[str, str], ...]
    short_forms: tuple[tuple[str, str], ...]
    """Short forms that the Chinese gives for names, each with the full name."""


def analysed(_: None, texts: Sequence[tuple[str, str]]) -> Analysed:
    """Return the units of some pairs of texts."""
    units = [analyse(*pair) for pair in texts]
    return Analysed(
        packed(units),
        tuple(map(content_words, units)),
        tuple(span.text for unit in units for span in unit.zh.spans if is_plain(span)),
        tuple(expansion for unit in units for expansion in unit.en.expansions),
        tuple(said for unit in units for said in unit.zh.short_forms),
    )


def is_plain(span: ChineseSpan) -> bool:
    """Return whether nothing but its build speaks for a Chinese candidate."""
    return span.origin == "compound" and span.kind is None


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the first look at a memory tells: the company of words, and which compounds are passed over."""

    company: Company
    repeated: frozenset[str] | None
    """The compounds that were met again, where the others are passed over."""


def sure_terms(wanted: Wanted, units: bytes) -> set[tuple[str, str]]:
    """Return the names and quotations of a chunk that are sure, with their English."""
    chunk: list[Unit] = unpacked(units)
    found = matches(chunk, Witnesses(chunk, wanted.company), longest=_SHORT)
    return {
        (pair.zh.text, pair.en)
        for match in found
        for pair in match.pairs
        if is_sure(pair) and pair.score >= _SURE and (pair.zh.kind or "quotes" in pair.evidence)
    }


@dataclass(frozen=True, slots=True)
class Paired:
    """The pairs of a chunk, put by, and what of them counts for the whole memory."""

    pairs: bytes
    standing: Standing
    renderings: bytes
    """How each unit renders its Chinese, put by."""


def paired(shared: tuple[Wanted, KnownTerms], units: bytes) -> Paired:
    """Return the pairs of a chunk, now that the sure terms of the whole memory are known."""
    wanted, known = shared
    chunk = [_worth_it(unit, wanted.repeated) for unit in unpacked(units)]
    found = matches(chunk, Witnesses(chunk, wanted.company), known)
    standing = Standing()
    kept = []
    for match in found:
        whole = whole_pairs(match.unit, match.pairs)
        standing.see(whole)
        kept.append((match.unit, match.pairs, whole))
    return Paired(
        packed(kept),
        standing,
        packed([list(renderings(match)) for match in found]),
    )


def _worth_it(unit: Unit, repeated: frozenset[str] | None) -> Unit:
    if repeated is None:
        return unit
    spans = tuple(span for span in unit.zh.spans if not is_plain(span) or span.text in repeated)
    return replace(unit, zh=replace(unit.zh, spans=spans))


@dataclass(frozen=True, slots=True)
class Seen:
    """What one unit says of terms: its candidates, its entries, its best guesses."""

    spans: tuple[tuple[ChineseSpan, bool], ...]
    """Each candidate, and whether it is only a part of a longer name."""
    pairs: tuple[Pair, ...]
    guesses: tuple[Pair, ...]
    acronyms: tuple[str, ...]
    bracketed: tuple[tuple[str, str], ...]
    """Names of entries with the acronym that stands in brackets right after each."""
    open: bytes | None
    """The unit with its entries, put by, where an institution has no English yet."""


def seen(standing: Container[str], pairs: bytes) -> list[Seen]:
    """Return what each unit of a chunk says, now that it is known which compounds stand by themselves."""
    found: list[Seen] = []
    for unit, matched, whole in unpacked(pairs):
        kept = chosen(unit, whole, standing)
        acronyms = [word for pair in kept for word in pair.en.split() if english.is_acronym(word)]
        derived = parents_and_branches(unit, matched, kept)
        places = {(pair.zh.start, pair.zh.end) for pair in derived}
        kept = [pair for pair in kept if (pair.zh.start, pair.zh.end) not in places]
        found.append(
            Seen(
                tuple((span, is_inside_name(span, unit.zh.spans)) for span in unit.zh.spans),
                (*kept, *derived, *cited_meetings(unit)),
                tuple(pair for pair in matched if _is_guess(pair)),
                tuple(acronyms),
                tuple(bracketed_acronyms(unit, kept)),
                packed((unit, kept)) if _is_open(unit, kept) else None,
            )
        )
    return found


def bracketed_acronyms(unit: Unit, kept: Sequence[Pair]) -> Iterator[tuple[str, str]]:
    """Yield the names with an acronym in brackets after them, whatever words its letters come from (JHP)."""
    for pair in kept:
        end = unit.en.words[pair.last - 1].end
        acronym = _ACRONYM_AFTER.match(unit.en.text, end)
        before = unit.en.words[pair.first - 1 : pair.first]
        goes_on = any(
            word.is_capitalised and word.segment == unit.en.words[pair.first].segment for word in before
        )
        within = any(other.last == pair.last and other.first < pair.first for other in kept)
        if acronym and not within and not goes_on and _is_called(pair) and english.is_acronym(acronym[1]):
            yield pair.en, acronym[1]


def _is_called(pair: Pair) -> bool:
    """Return whether a pair is of an institution or of what is set apart as a name, of several words."""
    named = pair.zh.kind == "organisation" or pair.zh.origin in {"quote", "book"}
    return named and pair.last - pair.first > 1 and not english.is_acronym(pair.en)


def _is_open(unit: Unit, kept: Sequence[Pair]) -> bool:
    return any(
        span.kind == "organisation"
        and is_institution(span.text)
        and not any(
            pair.zh.start < span.end and span.start < pair.zh.end and pair.zh.kind not in {None, "place"}
            for pair in kept
        )
        for span in unit.zh.spans
    )


def _is_guess(pair: Pair) -> bool:
    return pair.weakest >= _ATTESTED and min(pair.zh_coverage, pair.en_coverage) >= _SAID
