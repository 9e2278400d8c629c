"""Terms of Chinese text that has no English: what is worth a person's look."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from vet_terms.glossary.candidates import best_first
from vet_terms.glossary.extraction import chinese
from vet_terms.glossary.extraction.spans import ChineseSpan, surest
from vet_terms.glossary.extraction.termhood import outermost, worth_keeping
from vet_terms.glossary.extraction.typing import type_of
from vet_terms.model import Candidate, Segment

_CONTEXT = (12, 160)


def candidates(segments: Sequence[Segment]) -> list[Candidate]:
    """Return the terms of Chinese text that has no English, the best first.

    Names, quoted text and policy formulas count from their first time; a compound must show itself to
    be a unit (see :mod:`termhood`). What they could be in English is not known here.
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
        concept_type = type_of(surest(spans))
        found.append(
            Candidate(
                form,
                concept_type,
                len(where),
                tuple(sorted({segment.place.document for segment in where})),
                best.text,
                best.place,
            )
        )
    return best_first(found)


def _awkward(text: str) -> int:
    """Return how far a sentence is from a good length for a context."""
    return max(_CONTEXT[0] - len(text), len(text) - _CONTEXT[1], 0)
