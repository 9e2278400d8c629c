"""Which English span says what a Chinese span says, inside one aligned unit.

A pair of spans is as good as the links inside it cover both sides: nothing of the Chinese left unsaid,
no English word that another Chinese word claims. The vectors of the whole phrases, quotes that face
quotes and like positions decide between near equals. Nothing is paired across units.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from vet_terms.glossary.extraction.columns import Columns, columns_of, least, sums
from vet_terms.glossary.extraction.english import LEGAL_FORMS, span_text, spans
from vet_terms.glossary.extraction.links import COVERED, Witnesses, claims
from vet_terms.glossary.extraction.spans import ChineseSpan, is_inside_name
from vet_terms.glossary.extraction.units import Unit
from vet_terms.language.lexicon import is_general_english, is_known
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


def pairs(
    unit: Unit, witnesses: Witnesses, known: Iterable[tuple[str, str]] = (), *, longest: int = 0
) -> list[Pair]:
    """Return the best English span for every Chinese candidate of the unit that has any.

    ``longest`` limits the work to names and quotations of at most so many characters.
    """
    if not unit.atoms or not unit.en.words or not spans(unit.en):
        return []
    links = witnesses.links(unit, known)
    held = claims(links, unit)
    columns = columns_of(unit)
    # Of every atom, its best link inside every candidate.
    best_of = np.stack(
        [links[:, first:last].max(axis=1) for first, last in zip(columns.first, columns.last, strict=True)],
        axis=1,
    )
    drafts: list[_Draft] = []
    for span in unit.zh.spans:
        inside = unit.inside(span.start, span.end)
        if longest and (len(span.text) > longest or not (span.kind or span.origin == "quote")):
            continue
        if any(unit.atoms[index].weight for index in inside):
            outside = np.delete(held, inside, axis=0).max(axis=0, initial=0.0)
            own = held[inside].max(axis=0)
            last = unit.atoms[inside[-1]].start
            last_link = links[[index for index in inside if unit.atoms[index].start == last]].max(axis=0)
            ranked = _ranked(
                span, unit, (own, outside), (links[inside].max(axis=0), last_link), best_of[inside], columns
            )
            if span.kind:
                nested = is_inside_name(span, unit.zh.spans)
                ranked = [_completed(draft, unit, outside, is_nested=nested) for draft in ranked]
            drafts += ranked
    return _judged(unit, drafts)


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
    """Return the pair with the English grown to the whole capitalised name, up to words others claim.

    A name inside a longer one grows over no "of", behind which the longer one goes on.
    """
    words = unit.en.words
    first, last = draft.first, draft.last
    if not any(word.is_capitalised for word in words[max(1, first - 1) : last]):
        return draft
    after = last
    while after < len(words) and words[after].segment == words[first].segment:
        word = words[after]
        if word.text in LEGAL_FORMS:
            break
        if draft.zh.kind != "organisation" and is_general_english(word.text):
            break
        if word.is_capitalised and word.is_content and claimed[after] < COVERED:
            after += 1
            last = after
        elif word.text.lower() in {"of", "&", "for"} and not is_nested:
            after += 1
        else:
            break
    # The first word of a sentence is capitalised anyway.
    while (
        first > 1
        and not is_nested
        and words[first - 1].segment == words[first].segment
        and words[first - 1].is_capitalised
        and words[first - 1].is_content
        and claimed[first - 1] < COVERED
    ):
        first -= 1
    return dataclasses.replace(draft, first=first, last=last)


def _judged(unit: Unit, drafts: Sequence[_Draft]) -> list[Pair]:
    """Return the best pair of each Chinese span, now that the vectors of the phrases are compared."""
    if not drafts:
        return []
    texts = [span_text(unit.en, draft.first, draft.last) for draft in drafts]
    rows = {phrase: row for row, phrase in enumerate(sorted({*texts, *(draft.zh.text for draft in drafts)}))}
    vectors = embed(list(rows)).astype(np.float64)
    left = vectors[[rows[draft.zh.text] for draft in drafts]]
    cosines = (left * vectors[[rows[text] for text in texts]]).sum(axis=1)
    best: dict[tuple[int, int], Pair] = {}
    for draft, text, cosine in zip(drafts, texts, cosines.tolist(), strict=True):
        likeness = min(1.0, max(0.0, (round(cosine, 4) - _FLOOR) / (_CEILING - _FLOOR)))
        # The vectors know little of names.
        trust = 0.1 if draft.zh.kind else 0.3
        pair = Pair(
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
        known = best.get((draft.zh.start, draft.zh.end))
        if known is None or pair.score > known.score:
            best[draft.zh.start, draft.zh.end] = pair
    return [best[place] for place in sorted(best)]


def _evidence(draft: _Draft, unit: Unit) -> tuple[str, ...]:
    found = []
    start, end = unit.en.words[draft.first].start, unit.en.words[draft.last - 1].end
    if draft.zh.origin == "quote" and any(
        abs(start - quote[0]) <= 1 and abs(end - quote[1]) <= 2 for quote in unit.en.quotes
    ):
        found.append("quotes")
    if any(
        draft.zh.start <= match.zh_start
        and match.zh_end <= draft.zh.end
        and start <= match.en_start
        and match.en_end <= end
        for match in unit.sounds
    ):
        found.append("pinyin")
    return tuple(found)
