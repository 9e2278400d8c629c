"""The model that strings beads: a score for each bead from its features, and what follows from all of them.

A document is read twice. The first reading finds out how much the two texts leave out of each other; the
second weighs the evidence by that: where much is left out, a segment that nothing answers is an omission,
and in a free translation that leaves out nothing it need not be.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from vet_terms.alignment.band import Piece
from vet_terms.alignment.beads import NULLS, SHAPES, Bead
from vet_terms.alignment.coverage import Floats
from vet_terms.alignment.evidence import Stretch, windows_of
from vet_terms.alignment.features import Feature, Window, best_single, features_of_lone, features_of_pairs
from vet_terms.alignment.lattice import Band, Scores, likeliest_string, probabilities
from vet_terms.alignment.structure import ALONE, structure_scores
from vet_terms.alignment.weights import Weights

NULLS_FIRST = len(NULLS)
COST = 0.3
"""How many right beads a wrong one may cost, for the string that is given out."""

LEAST_IN_ONE_FILE = 1.0
"""A bilingual file is taken to have some text in one language alone: captions, labels, addresses."""

_USUALLY_OUT, _SPREAD, _FARTHEST = 0.008, 0.5, 1.0
_USUAL_SEGMENTS = 40
"""So many segments that leave out as usual are thought beside a document's own: a short one tells little."""

_SURE_LOG_ODDS = 12.0
_ONE_TO_ONE = SHAPES.index((1, 1))

Best = Mapping[str, tuple[Floats, Floats]]
"""What `features.best_single` finds: by source of likeness, the best of each Chinese and English segment."""


@dataclass(frozen=True, slots=True)
class Solved:
    """A stretch's beads in order, each with the probability that it is right, and all scores behind them."""

    beads: tuple[Bead, ...]
    pieces: tuple[Piece, ...]
    scores: tuple[Scores, ...]

    def gain(self, zh: int, en: int) -> float:
        """Return by how many nats pairing two segments is preferred to leaving both alone.

        Minus infinity where the band does not reach.
        """
        for piece, scores in zip(self.pieces, self.scores, strict=True):
            row = zh + 1 - piece.zh_start
            if 1 <= row < piece.band.rows:
                column = en + 1 - piece.en_start - int(piece.band.starts[row])
                if 0 <= column < piece.band.width and en >= piece.en_start:
                    lone = sum(scores[index, row, column] for index in range(NULLS_FIRST))
                    return float(scores[_ONE_TO_ONE, row, column] - lone)
        return -math.inf


def solved(stretches: Sequence[Stretch], weights: Weights) -> list[Solved]:
    """Return for each stretch its likeliest string of beads."""
    bests = [
        best_single(each.sources, [pair[:2] for piece in each.pieces for pair in windows_of(piece)])
        for each in stretches
    ]
    readings = [
        scores_of(stretch, best, (weights.first, weights.usual, weights.by_omissions))
        for stretch, best in zip(stretches, bests, strict=True)
    ]
    omissions = omissions_of(
        (piece.band, first)
        for stretch, of_stretch in zip(stretches, readings, strict=True)
        for piece, (first, _, _) in zip(stretch.pieces, of_stretch, strict=True)
    )
    if any(stretch.one_file for stretch in stretches):
        omissions = max(omissions, LEAST_IN_ONE_FILE)
    scored = [
        tuple(np.round(usual + omissions * by_omissions, 4) for _, usual, by_omissions in of_stretch)
        for of_stretch in readings
    ]
    del readings
    found: list[Solved] = []
    for stretch, of_group in zip(stretches, scored, strict=True):
        beads: list[Bead] = []
        for piece, each in zip(stretch.pieces, of_group, strict=True):
            _, probability = probabilities(piece.band, each)
            beads += [
                replace(
                    bead,
                    zh_start=bead.zh_start + piece.zh_start,
                    en_start=bead.en_start + piece.en_start,
                    score=calibrated(bead.score, weights),
                )
                for bead in likeliest_string(piece.band, probability, COST)
            ]
        found.append(Solved(tuple(beads), stretch.pieces, of_group))
    return found


def omissions_of(first: Iterable[tuple[Band, Scores]]) -> float:
    """Return how much two texts leave out of each other by a first reading: 0 is usual, within -1 and 1."""
    alone = segments = 0.0
    for band, scores in first:
        # Squared: of many segments that might be alone, few need be; what is surely alone counts.
        alone += float(np.square(probabilities(band, scores)[1][:NULLS_FIRST]).sum(dtype=np.float64))
        segments += band.rows - 1 + int(band.starts[-1]) + band.width - 1
    share = (alone + _USUAL_SEGMENTS * _USUALLY_OUT) / (segments + _USUAL_SEGMENTS)
    units = math.log(share / _USUALLY_OUT) / _SPREAD
    return round(min(max(units, -_FARTHEST), _FARTHEST), 2)


def scores_of(
    stretch: Stretch, best: Best, readings: Sequence[Mapping[str, float]]
) -> list[tuple[Scores, ...]]:
    """Return for each piece the scores of all beads in its band by several weights: (shapes, rows, width).

    What layout says is in all but the last, which is a difference.
    """
    found = []
    for piece in stretch.pieces:
        shape = (len(SHAPES), piece.band.rows, piece.band.width)
        tables = tuple(np.zeros(shape, dtype=np.float32) for _ in readings)
        for window, is_open, rows in windows_of(piece):
            lone = features_of_lone(stretch.sources, window, best)
            pairs = features_of_pairs(stretch.sources, window)
            layout = structure_scores(
                stretch.sources.zh, stretch.sources.en, window, one_file=stretch.one_file
            )
            for table, weights in zip(tables, readings, strict=True):
                of_pairs = _weighed(pairs, weights, len(SHAPES) - NULLS_FIRST, window)
                of_lone = _weighed(lone, weights, NULLS_FIRST, window)
                if table is not tables[-1]:
                    of_pairs += layout
                    of_lone += ALONE if stretch.one_file else 0.0
                whole = np.concatenate([of_lone, of_pairs])
                table[:, rows] = whole[:, is_open].reshape(len(SHAPES), len(window.rows), piece.band.width)
        found.append(tables)
    return found


def _weighed(
    features: Mapping[str, Feature], weights: Mapping[str, float], count: int, window: Window
) -> Feature:
    total = np.zeros((count, *window.shape), dtype=np.float32)
    for name, value in features.items():
        weight = weights.get(name, 0.0)
        if weight:
            total += np.float32(weight) * value
    return total


def calibrated(probability: float, weights: Weights) -> float:
    """Return the share of beads of this probability that came true in texts not learnt from."""
    bounded = min(max(probability, 1e-9), 1 - 1e-9)
    odds = min(max(math.log(bounded / (1 - bounded)), -_SURE_LOG_ODDS), _SURE_LOG_ODDS)
    return round(1 / (1 + math.exp(-(weights.slope * odds + weights.offset))), 3)
