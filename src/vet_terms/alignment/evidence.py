"""All evidence on the stretches of a document, made ready: sides, vectors, words, and where to look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from vet_terms.alignment.band import Piece, likeness_by_vectors, pieces_of
from vet_terms.alignment.coverage import Coverage, surprise
from vet_terms.alignment.features import WIDER_EN, WIDER_ZH, Sources, Window
from vet_terms.alignment.groups import Group
from vet_terms.alignment.likeness import JOINED_UP_TO, LONG_DOCUMENT, run_vectors, with_joined
from vet_terms.alignment.sides import Side, side_of
from vet_terms.alignment.tokens import Term, chinese_tokens, english_tokens
from vet_terms.alignment.weights import Tier

_USUAL_RATIO = 0.26
_USUAL_LENGTH = 400.0
"""Characters of English for which the usual ratio of lengths speaks, beside the document's own."""
_ROWS_AT_ONCE = 48


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch with both sides there, its evidence, and the pieces it is solved in."""

    sources: Sources
    pieces: tuple[Piece, ...]
    one_file: bool


def tier_of(groups: Sequence[Group], *, vectors: bool) -> Tier:
    """Return which evidence a document gets: none of vectors, those of sentences, or of joined ones too."""
    if not vectors:
        return "words"
    segments = sum(len(group.zh) + len(group.en) for group in groups)
    return "joined" if segments <= LONG_DOCUMENT else "summed"


def stretches_of(groups: Sequence[Group], tier: Tier, terms: Sequence[Term] = ()) -> list[Stretch]:
    """Return the evidence on a document's groups, each of which must have both sides.

    What words weigh, and how long English is for its Chinese, is known from all of them together.
    """
    tokens = [
        (
            [chinese_tokens(each.text, terms) for each in group.zh],
            [english_tokens(each.text, terms) for each in group.en],
        )
        for group in groups
    ]
    weights = surprise(
        [segment for zh, _ in tokens for segment in zh], [segment for _, en in tokens for segment in en]
    )
    sides = [(side_of(group.zh, group.zh_couples), side_of(group.en, group.en_couples)) for group in groups]
    ratio = _ratio(sides)
    found = []
    for group, (zh, en), (zh_tokens, en_tokens) in zip(groups, sides, tokens, strict=True):
        words = Coverage(zh_tokens, en_tokens, weights, ("word", "number"))
        vectors = {}
        if tier != "words":
            zh_runs = run_vectors(group.zh, zh.sizes, WIDER_ZH)
            en_runs = run_vectors(group.en, en.sizes, WIDER_EN)
            if tier == "joined":
                vectors["joined"] = (
                    with_joined(zh_runs, group.zh, JOINED_UP_TO),
                    with_joined(en_runs, group.en, JOINED_UP_TO),
                )
            vectors["summed"] = (zh_runs, en_runs)
            likenesses = likeness_by_vectors(zh_runs[0, 1:], en_runs[0, 1:])
        else:
            likenesses = words.shares
        sources = Sources(
            zh=zh,
            en=en,
            vectors=vectors,
            coverages={"words": words},
            numbers=Coverage(zh_tokens, en_tokens, weights, ("number",)),
            ratio=ratio,
        )
        pieces = pieces_of(zh.count, en.count, likenesses)
        found.append(Stretch(sources, tuple(pieces), group.one_file))
    return found


def _ratio(sides: Sequence[tuple[Side, Side]]) -> float:
    zh = sum(float(side.length[-1]) for side, _ in sides)
    en = sum(float(side.length[-1]) for _, side in sides)
    return (zh + _USUAL_RATIO * _USUAL_LENGTH) / (en + _USUAL_LENGTH)


def windows_of(piece: Piece) -> Iterator[tuple[Window, npt.NDArray[np.bool_], slice]]:
    """Yield the windows that a piece is looked at through, with a mask of its band's cells in each.

    Positions are those of the whole stretch; the slice names the rows of the band.
    """
    band = piece.band
    for first in range(0, band.rows, _ROWS_AT_ONCE):
        last = min(first + _ROWS_AT_ONCE, band.rows)
        left, right = int(band.starts[first]), int(band.starts[last - 1]) + band.width
        window = Window(
            range(piece.zh_start + first, piece.zh_start + last),
            range(piece.en_start + left, piece.en_start + right),
        )
        offsets = np.arange(right - left)[None, :] - (band.starts[first:last] - left)[:, None]
        yield window, (offsets >= 0) & (offsets < band.width), slice(first, last)
