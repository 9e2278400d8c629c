"""Suspicious clauses weighed with sentence vectors, which have the last word on what is missing.

A clause is missing if the rest of its text is closer to the other side than the whole is, and if no stretch
of the other side is like the clause. Of very many only the most suspicious are weighed: that costs some
milliseconds each.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Literal

from vet_terms.checking.counterparts.answers import chinese_stretches, english_stretches
from vet_terms.checking.counterparts.unanswered import SCALES, Scale, Suspicion, without_clause
from vet_terms.model import Side

Sureness = Literal["certain", "sure", "likely"]

MOST_WEIGHED = 200
"""Clauses of one side of a run that are weighed with vectors: two or three seconds."""
_MOST_WINDOW = 3
_FOR_LITTLE = 1.35
_CERTAIN, _CERTAIN_IN_ANY, _WELL_ANSWERED = 4.0, 5.0, 0.6
"""The sums from which on there is no other reading: where so much of the rest is answered, and anywhere."""


def sureness(
    side: Side, suspected: Sequence[tuple[str, str, Suspicion]], *, vectors: bool
) -> list[Sureness | None]:
    """Return how sure it is of each suspicion that the clause is missing; None where it is not.

    It is certain where much more than needed speaks for it and the rest of the text is answered.

    A suspicion is given with the text of its side and the other text. Of very many the most suspicious are
    weighed with vectors, and the others by the dictionary alone.
    """
    if not suspected:
        return []
    from vet_terms.language.vectors import is_available

    scale = SCALES[side]
    order = sorted(range(len(suspected)), key=lambda index: (-suspected[index][2].score, index))
    weighed = order[:MOST_WEIGHED] if vectors and is_available() else []
    found: list[Sureness | None] = [
        "sure" if suspicion.score >= scale.sure_without_vectors else None for _, _, suspicion in suspected
    ]
    for index, score in zip(weighed, _weighed(side, [suspected[index] for index in weighed]), strict=True):
        found[index] = _sureness(scale, score, suspected[index][2])
    return found


def _sureness(scale: Scale, score: float, suspicion: Suspicion) -> Sureness | None:
    if score >= (_CERTAIN if suspicion.rest >= _WELL_ANSWERED else _CERTAIN_IN_ANY):
        return "certain"
    return "sure" if score >= scale.sure else "likely" if score >= scale.likely else None


def _weighed(side: Side, suspected: Sequence[tuple[str, str, Suspicion]]) -> list[float]:
    """Return of each suspicion how much speaks for it that the other side says nothing of the clause."""
    from vet_terms.language.vectors import embed

    scale = SCALES[side]
    triples = [(text, without_clause(text, each.start, each.end), other) for text, other, each in suspected]
    rows = embed(list(chain.from_iterable(triples)))
    scores = []
    for index, (_, _, each) in enumerate(suspected):
        whole, rest, other = rows[3 * index : 3 * index + 3]
        closer = float(rest @ other) - float(whole @ other)
        scores.append(
            scale.base_beside
            + scale.length_beside * each.length
            + scale.surely_beside * each.surely
            + scale.share_beside * each.share
            + scale.rest_beside * each.rest
            + scale.closer_without * closer
            - _FOR_LITTLE * each.is_little
        )
    # Likeness to a stretch of the other side only takes away, so it is looked for where something is left.
    left = [index for index, score in enumerate(scores) if score >= scale.likely]
    groups = [
        [text[each.start : each.end].strip(), *windows_of(side, other)]
        for text, other, each in (suspected[index] for index in left)
    ]
    rows = embed(list(chain.from_iterable(groups)))
    at = 0
    for index, group in zip(left, groups, strict=True):
        likest = float((rows[at + 1 : at + len(group)] @ rows[at]).max())
        scores[index] += scale.likeness * likest
        at += len(group)
    return [round(score, 3) for score in scores]


def windows_of(side: Side, other: str) -> list[str]:
    """Return stretches of the other side, of one to three clauses, that one clause may be rendered by."""
    stretches, join = (english_stretches, " ") if side == "source" else (chinese_stretches, "")
    least, enough = (9, 50) if side == "source" else (4, 24)
    parts = [other[start:end].strip() for start, end in stretches(other)]
    found = []
    for index in range(len(parts)):
        window = ""
        for part in parts[index : index + _MOST_WINDOW]:
            window = f"{window}{join}{part}".strip()
            if len(window) >= least:
                found.append(window)
            if len(window) >= enough:
                break
    return found or [other]
