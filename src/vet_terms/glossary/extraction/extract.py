"""From a memory to entries of a glossary, and from Chinese text to terms that still need English.

Two rounds over the units: pairs that are sure in the first (quotes, names) help to link words in the
second. Then every Chinese form gets one partner over the whole memory, short and long forms of one
name become variants of one concept, and what stays below the bar is a candidate with its best guess.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from vet_terms.glossary.candidates import best_first
from vet_terms.glossary.extraction import chinese, english
from vet_terms.glossary.extraction.bars import is_sure
from vet_terms.glossary.extraction.elimination import leftovers, parents_and_branches
from vet_terms.glossary.extraction.links import Witnesses
from vet_terms.glossary.extraction.pairing import Pair, pairs
from vet_terms.glossary.extraction.selection import chosen
from vet_terms.glossary.extraction.spans import QUOTE_MARKS, ChineseSpan, is_inside_name
from vet_terms.glossary.extraction.termhood import outermost, worth_keeping
from vet_terms.glossary.extraction.typing import type_of
from vet_terms.glossary.extraction.units import Unit, analyse
from vet_terms.glossary.extraction.variants import Entry, merged
from vet_terms.language.pinyin import romanise_name, surname_of
from vet_terms.model import Candidate, Concept, ConceptType, Place, Segment, TranslationUnit

_SURE = 0.8
# Of a longer phrase it is not known which word says which.
_SHORT = 6
# Each word of a suggestion must be linked at least so strongly, and so much of either side.
_ATTESTED, _SAID = 0.4, 0.75
_CONTEXT = (12, 160)
NAMES: frozenset[ConceptType] = frozenset(
    {"organisation", "person", "place", "programme", "policy", "event", "publication"}
)


@dataclass(slots=True)
class _Sighting:
    """All that was seen of one Chinese form."""

    spans: list[tuple[ChineseSpan, Unit, TranslationUnit]] = field(default_factory=list)
    pairs: list[tuple[Pair, Unit, TranslationUnit]] = field(default_factory=list)
    guesses: list[Pair] = field(default_factory=list)


def extract(units: Sequence[TranslationUnit]) -> tuple[list[Concept], list[Candidate]]:
    """Return the concepts that the units attest on both sides, and the Chinese terms without English.

    Concepts are proposed, sorted by their Chinese, with an empty ``id``; each has its variants, its
    places, how often its Chinese was met and, in the note, the confidence and what it rests on.
    """
    distinct: dict[tuple[str, str], list[TranslationUnit]] = defaultdict(list)
    for unit in units:
        if unit.zh.strip() and unit.en.strip():
            distinct[unit.zh, unit.en].append(unit)
    analysed = [(analyse(*texts), _joined(same)) for texts, same in sorted(distinct.items())]
    if not analysed:
        return [], []
    witnesses = Witnesses([unit for unit, _ in analysed])
    known = {
        (pair.zh.text, pair.en)
        for unit, _ in analysed
        for pair in pairs(unit, witnesses, longest=_SHORT)
        if is_sure(pair) and pair.score >= _SURE and (pair.zh.kind or "quotes" in pair.evidence)
    }
    seen: dict[str, _Sighting] = defaultdict(_Sighting)
    per_unit = [(unit, source, pairs(unit, witnesses, known)) for unit, source in analysed]
    kept_of = chosen([(unit, found) for unit, _, found in per_unit])
    explained = {acronym for unit, _ in analysed for _, acronym in unit.en.expansions} | {
        word for kept in kept_of for pair in kept for word in pair.en.split() if english.is_acronym(word)
    }
    for (analysis, source, found), kept in zip(per_unit, kept_of, strict=True):
        derived = parents_and_branches(analysis, found, kept)
        places = {(pair.zh.start, pair.zh.end) for pair in derived}
        kept = [pair for pair in kept if (pair.zh.start, pair.zh.end) not in places]
        for pair in [*kept, *derived, *leftovers(analysis, kept, explained)]:
            seen[pair.zh.text].pairs.append((pair, analysis, source))
        for pair in found:
            seen[pair.zh.text].guesses.append(pair)
        for span in analysis.zh.spans:
            seen[span.text].spans.append((span, analysis, source))
    entries = merged(_entries(seen), [expansion for unit, _ in analysed for expansion in unit.en.expansions])
    concepts = [_concept(entry, seen) for entry in entries]
    taken = {form for concept in concepts for form in (concept.zh, *concept.zh_variants)}
    return sorted(concepts, key=lambda concept: (concept.zh, concept.en)), _without_english(seen, taken)


def candidates(segments: Sequence[Segment]) -> list[Candidate]:
    """Return the terms of Chinese text that has no English, the best first.

    Names, quoted text and policy formulas count from their first time; a compound must show itself to
    be a unit (see :mod:`termhood`). A Chinese person's name is suggested in pinyin.
    """
    places: dict[str, list[tuple[ChineseSpan, Segment]]] = defaultdict(list)
    for segment in segments:
        if segment.language == "zh":
            found_here = chinese.analyse(segment.text).spans
            for span in outermost(found_here):
                places[span.text].append((span, segment))
    worth = worth_keeping({form: [span for span, _ in seen] for form, seen in places.items()})
    found = []
    for form in worth:
        spans = [span for span, _ in places[form]]
        where = [segment for _, segment in places[form]]
        best = min(where, key=lambda segment: (_awkward(segment.text), segment.place, segment.text))
        concept_type = type_of(_surest(spans))
        found.append(
            Candidate(
                form,
                concept_type,
                len(where),
                tuple(sorted({segment.place.document for segment in where})),
                best.text,
                best.place,
                romanise_name(form) if concept_type == "person" and surname_of(form) else "",
            )
        )
    return best_first(found)


def _joined(same: Sequence[TranslationUnit]) -> TranslationUnit:
    """Return units with equal texts as one that has all their places."""
    places = tuple(sorted({place for unit in same for place in unit.places}))
    return TranslationUnit(same[0].zh, same[0].en, max(unit.score for unit in same), same[0].kind, places)


def _entries(seen: dict[str, _Sighting]) -> list[Entry]:
    """Return one entry a Chinese form: the English with the most evidence over all units."""
    entries = []
    for zh in sorted(seen):
        by_key: dict[str, list[Pair]] = defaultdict(list)
        for pair, _, _ in seen[zh].pairs:
            by_key[english.key(pair.en)].append(pair)
        if not by_key or zh.isascii():
            continue
        ranked = sorted(
            by_key.values(),
            key=lambda same: (
                -round(sum(pair.score for pair in same) + max(pair.score for pair in same), 3),
                same[0].en,
            ),
        )
        best = max(ranked[0], key=lambda pair: (pair.score, pair.en))
        concept_type = type_of(_surest([span for span, _, _ in seen[zh].spans] or [best.zh]), best.en)
        is_name = concept_type in NAMES and not (best.zh.origin == "entity" and _is_common_noun(best.en))
        evidence = sorted({reason for pair in ranked[0] for reason in pair.evidence} | {best.zh.origin})
        others = [
            english.base_form(same[0].en, is_name=is_name)
            for same in ranked[1:]
            if max(pair.score for pair in same) >= 0.9 and concept_type == "organisation"
        ]
        entries.append(
            Entry(
                (zh,),
                (english.base_form(best.en, is_name=is_name), *sorted(set(others))),
                concept_type,
                best.score,
                tuple(evidence),
            )
        )
    return entries


def _is_common_noun(en: str) -> bool:
    """Return whether only the place in a sentence can have given a phrase its capital."""
    first, _, rest = en.partition(" ")
    return rest.islower() and english.is_general_word(first)


def _concept(entry: Entry, seen: dict[str, _Sighting]) -> Concept:
    met = _occurrences(entry, seen)
    sources = [source for _, source in met]
    spelt = {
        text
        for span, source in met
        if (text := source.zh[span.start : span.end].strip()).strip(QUOTE_MARKS) not in entry.zh
    }
    attesting = [(pair.score, source) for form in entry.zh for pair, _, source in seen[form].pairs]
    _, context = min(attesting, key=lambda item: (_awkward(item[1].zh), -item[0], item[1].zh))
    places = {place for source in sources for place in source.places}
    return Concept(
        id="",
        zh=entry.zh[0],
        en=entry.en[0],
        zh_variants=(*entry.zh[1:], *sorted(spelt)),
        en_variants=entry.en[1:],
        type=entry.type,
        context_zh=context.zh,
        context_en=context.en,
        source=tuple(str(place) for place in sorted(places)),
        count=sum(max(1, len(source.places)) for source in sources),
        note=f"confidence {entry.score:.2f}: {', '.join(entry.evidence)}",
    )


def _occurrences(entry: Entry, seen: dict[str, _Sighting]) -> list[tuple[ChineseSpan, TranslationUnit]]:
    """Return each place where a concept was met once, by its widest span there.

    A place inside a longer name counts only where the concept is not met outside of one.
    """
    found = [(span, unit, source) for form in entry.zh for span, unit, source in seen[form].spans]
    outside = [each for each in found if not is_inside_name(each[0], each[1].zh.spans)]
    met: dict[tuple[str, str], list[tuple[ChineseSpan, TranslationUnit]]] = defaultdict(list)
    for span, _, source in sorted(outside or found, key=lambda each: (each[0].start, -each[0].end)):
        here = met[source.zh, source.en]
        if not here or here[-1][0].end <= span.start:
            here.append((span, source))
    return [each for _, here in sorted(met.items()) for each in here]


def _without_english(seen: dict[str, _Sighting], taken: set[str]) -> list[Candidate]:
    """Return the Chinese forms worth an entry that got none, with the best guess where there is one."""
    spans = {zh: [span for span, _, _ in sighting.spans] for zh, sighting in seen.items() if zh not in taken}
    found = []
    for form in worth_keeping(spans):
        if any(form in longer for longer in taken):
            continue
        sources = [source for _, _, source in seen[form].spans]
        best = min(sources, key=lambda source: (_awkward(source.zh), source.zh))
        guesses = [
            pair
            for pair in seen[form].guesses
            if pair.weakest >= _ATTESTED and min(pair.zh_coverage, pair.en_coverage) >= _SAID
        ]
        guess = max(guesses, key=lambda pair: (pair.score, pair.en), default=None)
        places = sorted({place for source in sources for place in source.places})
        concept_type = type_of(_surest(spans[form]))
        found.append(
            Candidate(
                form,
                concept_type,
                sum(max(1, len(source.places)) for source in sources),
                tuple(sorted({place.document for place in places})),
                best.zh,
                places[0] if places else Place(""),
                english.base_form(guess.en, is_name=concept_type in NAMES) if guess else "",
            )
        )
    return best_first(found)


def _surest(spans: Sequence[ChineseSpan]) -> ChineseSpan:
    order = ("book", "entity", "quote", "formula", "compound")
    return min(spans, key=lambda span: (order.index(span.origin), span.kind or "", span.text))


def _awkward(text: str) -> int:
    """Return how far a sentence is from a good length for a context."""
    return max(_CONTEXT[0] - len(text), len(text) - _CONTEXT[1], 0)
