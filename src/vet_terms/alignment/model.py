"""The model that strings beads: a score for each bead from its features, and what follows from all of them.

A document is read twice. The first reading finds out how much the two texts leave out of each other; the
second weighs the evidence by that: where much is left out, a segment that nothing answers is an omission,
and in a free translation that leaves out nothing it need not be.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from vet_terms.alignment.band import Piece
from vet_terms.alignment.beads import NULLS, SHAPE_INDEX, SHAPES, Bead
from vet_terms.alignment.evidence import Stretch, windows_of
from vet_terms.alignment.features import Feature, best_single, features_of_lone, features_of_pairs
from vet_terms.alignment.lattice import Band, Scores, likeliest_string, probabilities
from vet_terms.alignment.structure import lone_scores, structure_scores
from vet_terms.alignment.weights import Weights
from vet_terms.alignment.windows import Floats, Window
from vet_terms.language.products import one_thread_a_product

NULLS_FIRST = len(NULLS)
COST = 0.4
"""How many right beads a wrong one may cost, for the string that is given out."""

LEAST_IN_ONE_FILE = 1.0
"""A bilingual file is taken to have some text in one language alone: captions, labels, addresses."""

_USUALLY_OUT, _SPREAD, _FARTHEST = 0.008, 0.5, 1.0
_USUAL_SEGMENTS = 40
"""So many segments that leave out as usual are thought beside a document's own: a short one tells little."""

_WINDOWS_AT_ONCE = 2
"""What they take of memory is in hand so many times over."""

_SURE_LOG_ODDS = 12.0
_ONE_TO_ONE = SHAPE_INDEX[1, 1]

LAYOUT = "layout"
"""The name of what layout says, among the features: it is not learnt, and counts as it is."""

Best = Mapping[str, tuple[Floats, Floats]]
"""What `features.best_single` finds: by source of likeness, the best of each Chinese and English segment."""

Seen = tuple[Window, npt.NDArray[np.bool_], slice]
"""A window of a piece, the cells of the band in it, and the rows of the band: `evidence.windows_of`."""


@dataclass(frozen=True, slots=True)
class Described:
    """A window on a piece with the features of lone segments and of pairs, by name.

    ``is_open`` (rows, columns) marks the band's cells, ``rows`` the rows of the band that are seen.
    """

    is_open: npt.NDArray[np.bool_]
    rows: slice
    lone: dict[str, Feature]
    pairs: dict[str, Feature]

    def in_band(self, values: npt.NDArray[Any]) -> npt.NDArray[Any]:
        """Return values of beads (shapes, rows, columns) by the cells of the band (shapes, rows, width)."""
        return values[:, self.is_open].reshape(len(values), len(self.is_open), -1)


@dataclass(frozen=True, slots=True)
class Solved:
    """A stretch's beads in order, each with the probability that it is right, and the gains behind them.

    ``gains`` says for each piece by where they end how many nats pairing two segments is preferred to
    leaving both alone: (rows, width).
    """

    beads: tuple[Bead, ...]
    pieces: tuple[Piece, ...]
    gains: tuple[Floats, ...]
    weights: Weights

    def certainty(self, zh: int, en: int) -> float:
        """Return the probability that two segments are each other's, the choice being that or both alone."""
        return calibrated(1 / (1 + math.exp(-min(max(self.gain(zh, en), -30.0), 30.0))), self.weights)

    def gain(self, zh: int, en: int) -> float:
        """Return by how many nats pairing two segments is preferred to leaving both alone.

        Minus infinity where the band does not reach.
        """
        for piece, gains in zip(self.pieces, self.gains, strict=True):
            row = zh + 1 - piece.zh_start
            if 1 <= row < piece.band.rows:
                column = en + 1 - piece.en_start - int(piece.band.starts[row])
                if 0 <= column < piece.band.width and en >= piece.en_start:
                    return float(gains[row, column])
        return -math.inf


def solved(stretches: Sequence[Stretch], weights: Weights) -> list[Solved]:
    """Return for each stretch its likeliest string of beads."""
    second: list[tuple[Scores, Scores]] = []
    omissions = omissions_of(_first_readings(stretches, weights, second))
    if any(stretch.one_file for stretch in stretches):
        omissions = max(omissions, LEAST_IN_ONE_FILE)
    readings = iter(second)
    found: list[Solved] = []
    for stretch in stretches:
        beads: list[Bead] = []
        gains: list[Floats] = []
        for piece in stretch.pieces:
            usual, by_omissions = next(readings)
            by_omissions *= np.float32(omissions)
            scores = np.round(usual + by_omissions, 4)
            gains.append(scores[_ONE_TO_ONE] - scores[:NULLS_FIRST].sum(axis=0))
            _, probability = probabilities(piece.band, scores)
            beads += [
                replace(
                    bead,
                    zh_start=bead.zh_start + piece.zh_start,
                    en_start=bead.en_start + piece.en_start,
                    score=calibrated(bead.score, weights),
                )
                for bead in likeliest_string(piece.band, probability, COST)
            ]
        found.append(Solved(tuple(beads), stretch.pieces, tuple(gains), weights))
    return found


def _first_readings(
    stretches: Iterable[Stretch], weights: Weights, second: list[tuple[Scores, Scores]]
) -> Iterator[tuple[Band, Scores]]:
    """Yield the first reading of each piece, and put what the second is made of, a pair a piece, in a list.

    Both are made from the same features, which are too many to keep.
    """
    first, usual = ({**learnt, LAYOUT: 1.0} for learnt in (weights.first, weights.usual))
    for stretch in stretches:
        best = best_of(stretch)
        for piece in stretch.pieces:
            at_first, *for_second = _scores_of(stretch, piece, best, (first, usual, weights.by_omissions))
            second.append((for_second[0], for_second[1]))
            yield piece.band, at_first


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


def best_of(stretch: Stretch) -> Best:
    """Return for each source of likeness the best that each segment of a stretch has with another."""
    return best_single(stretch.sources, [seen[:2] for piece in stretch.pieces for seen in windows_of(piece)])


def described(stretch: Stretch, piece: Piece, best: Best) -> Iterator[Described]:
    """Yield the windows of a piece with the features of all beads in them."""
    return (_described(stretch, found, best) for found in windows_of(piece))


def _described(stretch: Stretch, found: Seen, best: Best) -> Described:
    window, is_open, rows = found
    sources = stretch.sources
    lone = features_of_lone(sources, window, best)
    pairs = features_of_pairs(sources, window)
    lone[LAYOUT] = lone_scores(sources.zh, sources.en, window, one_file=stretch.one_file)
    pairs[LAYOUT] = structure_scores(sources.zh, sources.en, window, one_file=stretch.one_file)
    return Described(is_open, rows, lone, pairs)


def _scores_of(
    stretch: Stretch, piece: Piece, best: Best, readings: Sequence[Mapping[str, float]]
) -> tuple[Scores, ...]:
    """Return the scores of all beads in a piece's band by several weights: (shapes, rows, width).

    Windows fill rows of their own, so that it is no matter in which order they are worked on.
    """
    shape = (len(SHAPES), piece.band.rows, piece.band.width)
    tables = tuple(np.zeros(shape, dtype=np.float32) for _ in readings)

    def fill(found: Seen) -> None:
        seen = _described(stretch, found, best)
        of_lone = _weighed(seen.lone, readings, NULLS_FIRST, seen.is_open.shape)
        of_pairs = _weighed(seen.pairs, readings, len(SHAPES) - NULLS_FIRST, seen.is_open.shape)
        for table, lone, pairs in zip(tables, of_lone, of_pairs, strict=True):
            table[:NULLS_FIRST, seen.rows] = seen.in_band(lone)
            table[NULLS_FIRST:, seen.rows] = seen.in_band(pairs)

    with one_thread_a_product(), ThreadPoolExecutor(_WINDOWS_AT_ONCE) as workers:
        for _ in workers.map(fill, windows_of(piece)):
            pass  # what a worker raises is raised here
    return tables


def _weighed(
    features: Mapping[str, Feature],
    readings: Sequence[Mapping[str, float]],
    count: int,
    shape: tuple[int, int],
) -> list[Feature]:
    """Return the sums of features by several weights, each of shape (count, rows, columns)."""
    # Sums grow to the whole shape when the first feature does: those of shapes are a number a shape.
    totals = [np.zeros((count, 1, 1), dtype=np.float32) for _ in readings]
    product = np.empty((count, *shape), dtype=np.float32)
    for name, value in features.items():
        for index, weights in enumerate(readings):
            weight = weights.get(name, 0.0)
            if not weight:
                continue
            weighed = np.multiply(value, np.float32(weight), out=product[tuple(map(slice, value.shape))])
            if totals[index].shape == product.shape:
                totals[index] += weighed
            else:
                totals[index] = totals[index] + weighed
    return [np.broadcast_to(total, product.shape) for total in totals]


def calibrated(probability: float, weights: Weights) -> float:
    """Return the share of beads of this probability that came true in texts not learnt from."""
    bounded = min(max(probability, 1e-9), 1 - 1e-9)
    odds = min(max(math.log(bounded / (1 - bounded)), -_SURE_LOG_ODDS), _SURE_LOG_ODDS)
    return round(1 / (1 + math.exp(-(weights.slope * odds + weights.offset))), 3)
