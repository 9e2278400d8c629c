"""All evidence on the stretches of a document, made ready: sides, vectors, words, and where to look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from vet_terms.alignment.band import Piece, likeness_by_vectors, pieces_of
from vet_terms.alignment.coverage import word_evidence
from vet_terms.alignment.features import Sources
from vet_terms.alignment.groups import Group
from vet_terms.alignment.likeness import JOINED_UP_TO, LONG_DOCUMENT, runs_of
from vet_terms.alignment.sides import Side, side_of
from vet_terms.alignment.table_rows import rows_of
from vet_terms.alignment.tokens import Term, chinese_tokens, english_tokens
from vet_terms.alignment.weights import Tier
from vet_terms.alignment.windows import Window

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
    words = word_evidence(
        [segment for zh, _ in tokens for segment in zh], [segment for _, en in tokens for segment in en]
    )
    numbers = words.only("number")
    sides = [_sides(group) for group in groups]
    ratio = _ratio(sides)
    found = []
    zh_passed = en_passed = 0
    for group, (zh, en) in zip(groups, sides, strict=True):
        runs = range(zh_passed, zh_passed + zh.count), range(en_passed, en_passed + en.count)
        zh_passed, en_passed = runs[0].stop, runs[1].stop
        coverage = words.between(*runs)
        vectors = {}
        if tier != "words":
            zh_runs, en_runs = (
                runs_of(segments, side.sizes, JOINED_UP_TO if tier == "joined" else 1)
                for segments, side in ((group.zh, zh), (group.en, en))
            )
            if tier == "joined":
                vectors["joined"] = (zh_runs, en_runs)
            vectors["summed"] = (replace(zh_runs, joined=()), replace(en_runs, joined=()))
            likenesses = likeness_by_vectors(zh_runs.single, en_runs.single)
        else:
            likenesses = coverage.shares
        sources = Sources(
            zh=zh,
            en=en,
            vectors=vectors,
            coverages={"words": coverage},
            numbers=numbers.between(*runs),
            ratio=ratio,
        )
        pieces = pieces_of(zh.count, en.count, likenesses)
        found.append(Stretch(sources, tuple(pieces), group.one_file))
    return found


def _sides(group: Group) -> tuple[Side, Side]:
    zh_rows, en_rows = rows_of(group.zh, group.en) if group.one_file else (None, None)
    return side_of(group.zh, group.zh_couples, zh_rows), side_of(group.en, group.en_couples, en_rows)


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
