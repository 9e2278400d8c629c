"""Pairs that follow from what is left when the sure ones are taken out of a unit.

Only names, and only where nothing else can be meant; no word of the two sides need be alike.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Container, Sequence

from vet_terms.glossary.extraction.bars import is_sure
from vet_terms.glossary.extraction.english import is_acronym, span_text
from vet_terms.glossary.extraction.names import branch_of
from vet_terms.glossary.extraction.pairing import Pair
from vet_terms.glossary.extraction.spans import holds
from vet_terms.glossary.extraction.units import Unit
from vet_terms.language.entities import is_institution

_ELIMINATED = 0.6


def leftovers(unit: Unit, kept: Sequence[Pair], explained: Container[str]) -> list[Pair]:
    """Return the one institution and the one acronym of a unit that nothing else accounts for, as a pair.

    "泰国皇家理工大学" and "RMUTT" share no word; in an aligned unit with one of each left over they can
    only mean each other. Two of either, and nothing is said; nor of acronyms ``explained`` elsewhere.
    """
    taken = {index for pair in kept for index in range(pair.first, pair.last)}
    acronyms = [
        index
        for index, word in enumerate(unit.en.words)
        if index not in taken and is_acronym(word.text) and len(word.text) > 2 and word.text not in explained
    ]
    names = [
        span
        for span in unit.zh.spans
        if span.kind == "organisation"
        and is_institution(span.text)
        and not any(pair.zh.start < span.end and span.start < pair.zh.end and pair.zh.kind for pair in kept)
    ]
    longest = [span for span in names if not any(holds(other, span) for other in names)]
    if (
        len({unit.en.words[index].text for index in acronyms}) != 1
        or len({span.text for span in longest}) != 1
    ):
        return []
    word = unit.en.words[acronyms[0]]
    return [
        Pair(
            longest[0],
            word.text,
            acronyms[0],
            acronyms[0] + 1,
            _ELIMINATED,
            0.0,
            0.0,
            0.0,
            0.0,
            0.0,
            ("elimination",),
        )
    ]


def parents_and_branches(unit: Unit, found: Sequence[Pair], kept: Sequence[Pair]) -> list[Pair]:
    """Return the pairs that follow where the English of a whole name and of one of its parts is known.

    德国工商大会|上海代表处 is "Shanghai Representative Office of AHK" and 上海代表处 the first half: AHK is
    the parent. What is left must be in one piece and look like a name.
    """
    made = []
    for whole in kept:
        parts = branch_of(whole.zh, unit.zh.spans) if whole.zh.kind == "organisation" else None
        if parts is None:
            continue
        for part, rest in (parts, parts[::-1]):
            known = next((pair for pair in found if pair.zh == part and _is_strictly_in(pair, whole)), None)
            left = _left_over(known, whole, unit) if known and is_sure(known) else None
            if known and left:
                text = span_text(unit.en, *left)
                made += [
                    known,
                    dataclasses.replace(
                        whole, zh=rest, en=text, first=left[0], last=left[1], evidence=("elimination",)
                    ),
                ]
                break
    return made


def _is_strictly_in(pair: Pair, whole: Pair) -> bool:
    return (
        whole.first <= pair.first
        and pair.last <= whole.last
        and ((pair.first == whole.first) != (pair.last == whole.last))
    )


def _left_over(part: Pair, whole: Pair, unit: Unit) -> tuple[int, int] | None:
    """Return the words of a whole name that are not of its part, small words at the seam left out."""
    first, last = (part.last, whole.last) if part.first == whole.first else (whole.first, part.first)
    words = unit.en.words
    while first < last and not words[first].is_content:
        first += 1
    while first < last and not words[last - 1].is_content:
        last -= 1
    return (first, last) if first < last and words[first].is_capitalised else None
