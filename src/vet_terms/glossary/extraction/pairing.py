"""Which English span says what a Chinese span says, inside one aligned unit.

A pair of spans is as good as the links inside it cover both sides: nothing of the Chinese left unsaid,
no English word that another Chinese word claims. The vectors of the whole phrases, quotes that face
quotes and like positions decide between near equals. Nothing is paired across units.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from vet_terms.glossary.extraction.columns import Columns, columns_of, greatest, least, sums
from vet_terms.glossary.extraction.english import span_text, spans
from vet_terms.glossary.extraction.growth import grown, whole_name, whole_phrase
from vet_terms.glossary.extraction.known import NOTHING_KNOWN, KnownTerms
from vet_terms.glossary.extraction.links import COVERED, Witnesses, claims
from vet_terms.glossary.extraction.spans import ChineseSpan, is_inside_name
from vet_terms.glossary.extraction.typing import is_named_event
from vet_terms.glossary.extraction.units import Unit
from vet_terms.language.lexicon import is_known
from vet_terms.language.products import one_thread_a_product
from vet_terms.language.vectors import embed

if TYPE_CHECKING:
    from vet_terms.glossary.extraction.columns import Matrix

# Cosines of phrases: unrelated pairs lie under the first, translations over the second.
_FLOOR, _CEILING = 0.3, 0.8
_COMPARED = 3
_NEAR = 0.12
_LEAST_RANK = 0.45
_LEAST_COVERAGE = 0.3
_STRONGER = 0.2
_WORTH_GROWING = 0.03


@dataclass(frozen=True, slots=True)
class Pair:
    """A Chinese span with the English that says the same, and what speaks for it (all 0 to 1)."""

    zh: ChineseSpan
    en: str
    first: int
    last: int
    score: float
    zh_coverage: float
    en_coverage: float
    weakest: float
    """The link of the word, on either side, that is covered least."""
    head: float
    """The link of the last word on either side; 1 where a preposition turns the English round."""
    likeness: float
    """Cosine of the two phrases."""
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Draft:
    zh: ChineseSpan
    first: int
    last: int
    rank: float
    zh_coverage: float
    en_coverage: float
    weakest: float
    head: float
    is_grown: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """A unit with the best English span of each Chinese candidate that has any, and its word links."""

    unit: Unit
    pairs: tuple[Pair, ...]
    links: Matrix


def matches(
    units: Sequence[Unit], witnesses: Witnesses, known: KnownTerms = NOTHING_KNOWN, *, longest: int = 0
) -> list[Match]:
    """Return the matches of some units, whose phrases are compared all at once.

    ``longest`` limits the work to names and quotations of at most so many characters.
    """
    drafts: list[Sequence[_Draft]] = []
    links: list[Matrix] = []
    with one_thread_a_product():
        for unit in units:
            wanted = _wanted(unit, longest)
            possible = spans(unit.en) if wanted or not longest else []
            if possible and unit.atoms:
                links.append(witnesses.links(unit, known))
                drafts.append(_drafts(unit, wanted, columns_of(unit, possible), links[-1]))
            else:
                links.append(np.zeros((len(unit.atoms), len(unit.en.words))))
                drafts.append([])
    found = _judged(units, drafts)
    return [Match(*each) for each in zip(units, found, links, strict=True)]


def _wanted(unit: Unit, longest: int) -> list[ChineseSpan]:
    return [
        span
        for span in unit.zh.spans
        if (not longest or (len(span.text) <= longest and (span.kind or span.origin == "quote")))
        and any(unit.atoms[index].weight for index in unit.inside(span.start, span.end))
    ]


def _drafts(unit: Unit, wanted: Sequence[ChineseSpan], columns: Columns, links: Matrix) -> list[_Draft]:
    held = claims(links, unit)
    # Of every atom, its best link inside every candidate.
    best_of = greatest(links, columns)
    drafts: list[_Draft] = []
    for span in wanted:
        inside = unit.inside(span.start, span.end)
        outside = np.delete(held, inside, axis=0).max(axis=0, initial=0.0)
        own = held[inside].max(axis=0)
        last = unit.atoms[inside[-1]].start
        last_link = links[[index for index in inside if unit.atoms[index].start == last]].max(axis=0)
        ranked = _ranked(
            span, unit, (own, outside), (links[inside].max(axis=0), last_link), best_of[inside], columns
        )
        if span.kind or span.origin == "book" or is_named_event(span):
            nested = is_inside_name(span, unit.zh.spans)
            # What the span itself says as well is not another's.
            others = np.where(links[inside].max(axis=0) >= outside, 0.0, outside)
            ranked = [_completed(draft, unit, others, is_nested=nested) for draft in ranked]
        elif span.origin == "compound":
            ranked = [
                dataclasses.replace(draft, last=whole_phrase(unit.en, draft.first, draft.last, outside))
                for draft in ranked
            ]
        drafts += ranked
        if not span.kind:
            drafts += [
                dataclasses.replace(draft, first=first, last=last, is_grown=True)
                for draft in ranked[:1]
                for first, last in grown(unit.en, draft.first, draft.last, outside)
            ]
    return drafts


def _ranked(
    span: ChineseSpan,
    unit: Unit,
    claimed: tuple[Matrix, Matrix],
    linked: tuple[Matrix, Matrix],
    best_of: Matrix,
    columns: Columns,
) -> list[_Draft]:
    """Return the best few English candidates for a span, best first.

    ``claimed`` is what the span and what the rest of the sentence claim of every English word,
    ``linked`` how the span and its last word are linked with it.
    """
    own, outside = claimed
    best_word, last_link = linked
    weights = np.array([unit.atoms[index].weight for index in unit.inside(span.start, span.end)])
    # An English word that another Chinese word claims more strongly covers nothing here.
    covered = np.where((outside > best_word + _STRONGER) | ~columns.content, 0.0, best_word)
    counted = sums(columns.content.astype(np.float64), columns)
    en_coverage = sums(covered, columns) / np.maximum(counted, 1.0)
    zh_coverage = weights @ best_of / weights.sum()
    inside = [unit.atoms[index] for index in unit.inside(span.start, span.end)]
    # Of a shortened word (师生) both halves must be said where it is the head.
    needed = [atom.is_share and atom.start == inside[-1].start for atom in inside]
    weakest = np.minimum(
        best_of[(weights >= weights.max()) | np.array(needed)].min(axis=0),
        least(np.where(columns.content, covered, np.inf), columns),
    )
    rank = 0.4 * zh_coverage + 0.4 * en_coverage + 0.2 * np.minimum(1.0, weakest / COVERED)
    here = (span.start + span.end) / 2 / max(1, len(unit.zh.text))
    rank += 0.06 * (1 - np.abs(columns.middle - here)) - 0.05
    rank += 0.015 * np.minimum(5, sums((covered >= 0.4).astype(np.float64), columns))
    # Words that only this span can account for should not be left out.
    only_here = np.where((own >= 0.5) & (own > outside + _STRONGER) & columns.content, own, 0.0)
    if only_here.sum() > 0:
        rank -= 0.15 * (1 - sums(only_here, columns) / only_here.sum())
    if span.origin == "quote":
        # As many quotations on either side face each other; else a quotation only likes another.
        quotes = sum(other.origin == "quote" for other in unit.zh.spans)
        rank += (0.5 if quotes == len(unit.en.quotes) else 0.2) * columns.is_quote
    if not (is_known(span.text) or re.search(r"[和与及、并]", span.text)):
        rank -= 0.05 * columns.has_and
    if span.kind:
        rank -= 0.2 * columns.is_mixed
        # Behind "and the" another name begins.
        seams = np.array(
            [float(re.match(r" and the [A-Z]", unit.en.text[w.end :]) is not None) for w in unit.en.words]
        )
        rank -= 0.5 * np.minimum(1.0, sums(seams, columns) - seams[columns.last - 1])
    if span.kind in {"place", "person"}:
        rank -= 0.3 * columns.has_and
    rank = rank.round(4)
    worth = en_coverage >= _LEAST_COVERAGE
    if span.origin == "quote":
        worth |= columns.is_quote
    order = sorted(np.flatnonzero(worth).tolist(), key=lambda k: (-rank[k], k))
    if not order:
        return []
    heads = np.where(columns.is_turned, 1.0, last_link[columns.last - 1])
    return [
        _Draft(
            span,
            int(columns.first[k]),
            int(columns.last[k]),
            float(rank[k]),
            float(zh_coverage[k]),
            float(en_coverage[k]),
            float(weakest[k]),
            float(heads[k]),
        )
        for k in (order[:_COMPARED] if span.origin != "compound" or weakest[order[0]] >= 0.1 else order[:1])
        if rank[k] >= max(_LEAST_RANK, rank[order[0]] - _NEAR)
    ]


def _completed(draft: _Draft, unit: Unit, claimed: Matrix, *, is_nested: bool) -> _Draft:
    """Return the pair with the English grown to the whole capitalised name."""
    is_long = draft.zh.kind not in {"person", "place"}
    first, last = whole_name(unit.en, draft.first, draft.last, claimed, is_nested=is_nested, is_long=is_long)
    return dataclasses.replace(draft, first=first, last=last)


def _judged(units: Sequence[Unit], drafts: Sequence[Sequence[_Draft]]) -> list[tuple[Pair, ...]]:
    """Return the best pair of each Chinese span of each unit, by the vectors of the phrases too."""
    texts = [
        [span_text(unit.en, draft.first, draft.last) for draft in own]
        for unit, own in zip(units, drafts, strict=True)
    ]
    phrases = {text for own in texts for text in own} | {draft.zh.text for own in drafts for draft in own}
    rows = {phrase: row for row, phrase in enumerate(sorted(phrases))}
    vectors = embed(list(rows))
    judged = []
    for unit, own, said in zip(units, drafts, texts, strict=True):
        left = vectors[[rows[draft.zh.text] for draft in own]].astype(np.float64)
        cosines = (left * vectors[[rows[text] for text in said]]).sum(axis=1).tolist()
        best: dict[tuple[int, int], Pair] = {}
        longer: list[Pair] = []
        for draft, text, cosine in zip(own, said, cosines, strict=True):
            pair = _pair(draft, text, cosine, unit)
            known = best.get((draft.zh.start, draft.zh.end))
            if draft.is_grown:
                longer.append(pair)
            elif known is None or pair.score > known.score:
                best[draft.zh.start, draft.zh.end] = pair
        for pair in longer:
            # Words that nothing claims are of the term where the whole is more alike with them.
            known = best[pair.zh.start, pair.zh.end]
            holds_it = pair.first <= known.first and known.last <= pair.last
            if holds_it and pair.likeness >= known.likeness + _WORTH_GROWING:
                best[pair.zh.start, pair.zh.end] = dataclasses.replace(
                    pair, score=max(pair.score, known.score)
                )
        judged.append(tuple(best[place] for place in sorted(best)))
    return judged


def _pair(draft: _Draft, text: str, cosine: float, unit: Unit) -> Pair:
    likeness = min(1.0, max(0.0, (round(cosine, 4) - _FLOOR) / (_CEILING - _FLOOR)))
    # The vectors know little of names.
    trust = 0.1 if draft.zh.kind else 0.3
    return Pair(
        draft.zh,
        text,
        draft.first,
        draft.last,
        round(min(1.0, draft.rank + trust * (likeness - draft.rank)), 3),
        round(draft.zh_coverage, 3),
        round(draft.en_coverage, 3),
        round(draft.weakest, 3),
        round(draft.head, 3),
        round(cosine, 3),
        _evidence(draft, unit),
    )


def _evidence(draft: _Draft, unit: Unit) -> tuple[str, ...]:
    found = []
    start, end = unit.en.words[draft.first].start, unit.en.words[draft.last - 1].end
    if draft.zh.origin == "quote" and any(
        abs(start - quote[0]) <= 1 and abs(end - quote[1]) <= 2 for quote in unit.en.quotes
    ):
        found.append("quotes")
        if len(unit.en.quotes) == 1 and sum(span.origin == "quote" for span in unit.zh.spans) == 1:
            # The only quotation of either side.
            found.append("facing")
    if any(
        draft.zh.start <= match.zh_start
        and match.zh_end <= draft.zh.end
        and start <= match.en_start
        and match.en_end <= end
        for match in unit.sounds
    ):
        found.append("pinyin")
    return tuple(found)
