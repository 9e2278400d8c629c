"""Terms of Chinese text that has no English: what is worth a person's look."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from vet_terms.glossary.candidates import best_first
from vet_terms.glossary.extraction import chinese
from vet_terms.glossary.extraction.renaming import successions
from vet_terms.glossary.extraction.short_forms import Tied, tied
from vet_terms.glossary.extraction.spans import ChineseSpan, surest
from vet_terms.glossary.extraction.termhood import outermost, worth_keeping
from vet_terms.glossary.extraction.typing import type_of
from vet_terms.model import Candidate, Segment

_CONTEXT = (12, 160)


def candidates(segments: Sequence[Segment]) -> list[Candidate]:
    """Return the terms of Chinese text that has no English, the best first.

    Names, quoted text and policy formulas count from their first time; a compound must show itself to
    be a unit (see :mod:`termhood`). The short form of a name is a variant of the full one (see
    :mod:`short_forms`). What they could be in English is not known here.
    """
    chinese_segments = [segment for segment in segments if segment.language == "zh"]
    places: dict[str, list[tuple[ChineseSpan, Segment]]] = defaultdict(list)
    said: list[tuple[str, str]] = []
    names: list[list[ChineseSpan]] = []
    for segment in chinese_segments:
        sentence = chinese.analyse(segment.text)
        names.append([span for span in sentence.spans if span.kind or span.origin == "quote"])
        said += sentence.short_forms
        for span in outermost(sentence.spans):
            places[span.text].append((span, segment))
    short = _short_forms(chinese_segments, places, said)
    worth = worth_keeping({form: [span for span, _ in seen] for form, seen in places.items()})
    variants: dict[str, list[str]] = defaultdict(list)
    for form in sorted(short.full, key=lambda form: (len(form), form)):
        if short.full[form] in worth:
            variants[short.full[form]].append(form)
    found = []
    for form in worth:
        if short.full.get(form) in variants:
            continue
        where = [segment for _, segment in places[form]]
        also = [
            segment
            for other in variants[form]
            for segment in _where(other, places, short, chinese_segments, names)
        ]
        best = min(where, key=lambda segment: (_awkward(segment.text), segment.place, segment.text))
        found.append(
            Candidate(
                form,
                type_of(surest([span for span, _ in places[form]])),
                len(where) + len(also),
                tuple(sorted({segment.place.document for segment in (*where, *also)})),
                best.text,
                best.place,
                zh_variants=tuple(variants[form]),
            )
        )
    return best_first(found)


def _where(
    form: str,
    places: Mapping[str, Sequence[tuple[ChineseSpan, Segment]]],
    short: Tied,
    segments: Sequence[Segment],
    names: Sequence[Sequence[ChineseSpan]],
) -> list[Segment]:
    """Return the segment of each place of a short form: as a candidate, or looked for and in no other name.

    ``names`` are those of each segment, by its number.
    """
    seen = places.get(form, ())
    known = {(segment.place, segment.text, span.start) for span, segment in seen}
    looked_for = [
        segments[number]
        for number, start, end in short.places[form]
        if (segments[number].place, segments[number].text, start) not in known
        and not any(name.start <= start and end <= name.end for name in names[number])
    ]
    return [*(segment for _, segment in seen), *looked_for]


def _short_forms(
    segments: Sequence[Segment],
    places: Mapping[str, Sequence[tuple[ChineseSpan, Segment]]],
    said: Sequence[tuple[str, str]],
) -> Tied:
    """Return the short forms of names that the texts use."""
    names: dict[str, set[str]] = defaultdict(set)
    called: dict[str, set[str]] = defaultdict(set)
    for form, seen in places.items():
        for span, segment in seen:
            if span.kind == "organisation":
                names[form].add(segment.place.document)
            if span.kind == "organisation" or span.origin == "quote":
                called[form].add(segment.place.document)
    texts = [((segment.place.document,), segment.text) for segment in segments]
    successors = {change.old: change.new for change in successions(segments)}
    return tied(texts, names, called, said, successors)


def _awkward(text: str) -> int:
    """Return how far a sentence is from a good length for a context."""
    return max(_CONTEXT[0] - len(text), len(text) - _CONTEXT[1], 0)
