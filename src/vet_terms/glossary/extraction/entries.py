"""From what was seen of Chinese forms to entries, concepts and candidates."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from vet_terms.glossary.candidates import best_first
from vet_terms.glossary.evidence import evidence_note
from vet_terms.glossary.extraction import english
from vet_terms.glossary.extraction.sightings import Sighting, Sightings, awkward
from vet_terms.glossary.extraction.spans import QUOTE_MARKS, ChineseSpan, surest
from vet_terms.glossary.extraction.termhood import worth_keeping
from vet_terms.glossary.extraction.typing import type_of
from vet_terms.glossary.extraction.variants import Entry
from vet_terms.model import Candidate, Concept, ConceptType, Place, TranslationUnit

NAMES: frozenset[ConceptType] = frozenset(
    {"organisation", "person", "place", "programme", "policy", "event", "publication"}
)
_ANOTHER_NAME = 0.9
_QUOTES = re.compile('[“”"]|(?<![A-Za-z])[‘’]|[‘’](?![A-Za-z])')


def entries_of(sightings: Sightings) -> list[Entry]:
    """Return one entry a Chinese form: the English with the most evidence over all units."""
    return [
        _entry(zh, sighting)
        for zh, sighting in sorted(sightings.of.items())
        if sighting.english and not zh.isascii()
    ]


def _entry(zh: str, sighting: Sighting) -> Entry:
    ranked = sorted(sighting.english.values(), key=lambda said: (-said.weight, said.first))
    best = ranked[0].best
    concept_type = type_of(surest(sighting.looks or [best.zh]), best.en)
    is_name = concept_type in NAMES and not (best.zh.origin == "entity" and _is_common_noun(best.en))
    others = {
        english.base_form(said.first, is_name=is_name)
        for said in ranked[1:]
        if said.best.score >= _ANOTHER_NAME and concept_type == "organisation"
    }
    term = english.base_form(best.en, is_name=is_name)
    # As the Chinese term has none of the quotes that stand in it, the English term has none; both texts do.
    plain = _QUOTES.sub("", term) if _is_quoted(best.zh) else term
    return Entry(
        (zh,),
        tuple(dict.fromkeys((plain, *sorted(others), term))),
        concept_type,
        best.score,
        tuple(sorted(ranked[0].evidence | {best.zh.origin})),
    )


def _is_quoted(span: ChineseSpan) -> bool:
    """Return whether a candidate stands in quotes, or quotes that its term has not stand in it."""
    return span.origin in {"quote", "book"} or span.end - span.start > len(span.text)


def _is_common_noun(en: str) -> bool:
    """Return whether only the place in a sentence can have given a phrase its capital."""
    first, _, rest = en.partition(" ")
    return rest.islower() and english.is_general_word(first)


def concepts_of(entries: Iterable[Entry], sightings: Sightings) -> list[Concept]:
    """Return the concepts that entries make, with the places where they were met."""
    return [_concept(entry, sightings) for entry in entries]


def _concept(entry: Entry, sightings: Sightings) -> Concept:
    units = sightings.units
    met = _occurrences(entry, sightings)
    written = {units[number].zh[start:end].strip() for number, start, end in met}
    spelt = {text for text in written if text.strip(QUOTE_MARKS) not in entry.zh}
    attested = [seen.context for form in entry.zh if (seen := sightings.of[form]).context]
    context = units[min(attested)[1]]
    places = {place for number, _, _ in met for place in units[number].places}
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
        count=sum(max(1, len(units[number].places)) for number, _, _ in met),
        note=evidence_note(entry.score, entry.evidence),
    )


def _occurrences(entry: Entry, sightings: Sightings) -> list[tuple[int, int, int]]:
    """Return each place (unit, start, end) where a concept was met once, by its widest span there.

    A place inside a longer name counts only where the concept is not met outside of one.
    """
    found = [place for form in entry.zh for place in sightings.of[form].places()]
    outside = [place for place in found if not place[3]]
    met: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for unit, start, end, _ in sorted(outside or found, key=lambda place: (place[1], -place[2])):
        here = met[unit]
        if not here or here[-1][1] <= start:
            here.append((start, end))
    return [(unit, *place) for unit, here in sorted(met.items()) for place in here]


def without_english(sightings: Sightings, taken: set[str], short_forms: Mapping[str, str]) -> list[Candidate]:
    """Return the Chinese forms worth an entry that got none, with the best guess where there is one.

    Of ``short_forms`` each is a variant of its full name where that is a candidate as well.
    """
    looks = {zh: list(seen.looks.elements()) for zh, seen in sightings.of.items() if zh not in taken}
    worth = worth_keeping(looks)
    parts = _parts(taken, set(worth))
    wanted = [form for form in worth if form not in parts]
    variants: dict[str, list[str]] = defaultdict(list)
    for short, full in sorted(short_forms.items()):
        if full in wanted and short not in taken:
            variants[full].append(short)
    return best_first(
        _candidate(form, sightings, variants[form])
        for form in wanted
        if form not in variants.get(short_forms.get(form, ""), ())
    )


def _parts(taken: Iterable[str], forms: set[str]) -> set[str]:
    """Return which of some forms stand inside others that are taken."""
    return {
        part
        for longer in taken
        for start in range(len(longer))
        for end in range(start + 1, len(longer) + 1)
        if (part := longer[start:end]) in forms
    }


def _candidate(form: str, sightings: Sightings, variants: Sequence[str]) -> Candidate:
    seen = sightings.of[form]
    own = [sightings.units[number] for number, _, _, _ in seen.places()]
    best = min(own, key=lambda unit: (awkward(unit), unit.zh))
    units = [*own, *(sightings.units[at[0]] for short in variants for at in sightings.of[short].places())]
    places = sorted({place for unit in units for place in unit.places})
    concept_type = type_of(surest(seen.looks))
    guess = seen.guess.en if seen.guess else ""
    return Candidate(
        form,
        concept_type,
        sum(max(1, len(unit.places)) for unit in units),
        tuple(sorted({place.document for place in places})),
        best.zh,
        places[0] if places else Place(""),
        english.base_form(guess, is_name=concept_type in NAMES) if guess else "",
        _beside(sightings.units[seen.guessed_in]) if guess else "",
        tuple(variants),
    )


def _beside(unit: TranslationUnit) -> str:
    """Return how a guess was made that stood beside a term in a unit."""
    return f"beside it in {min(unit.places)}" if unit.places else "beside it"
