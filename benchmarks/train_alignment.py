"""Learns the weights of the alignment model and prints how well they do on texts not learnt from.

    python -m benchmarks.train_alignment --mac FOLDER --ntrex FOLDER [--tier NAME] [--write]

Learnt from: the hand-aligned chapters of MAC-dev, and NTREX news documents 0 to 4 with noise. The
weights maximise the conditional likelihood of the right string of beads, less a penalty on their
squares, by L-BFGS; features are put on one scale for that. Each figure is cross-validated: a chapter by
weights that saw no sentence of it, a news document likewise, under noise of other seeds. From those
held-out results the probabilities are calibrated (Platt 1999). With ``--write`` the weights of the
package are replaced. No other corpus is read. Needs scipy (extra ``train``).
"""

from __future__ import annotations

import argparse
import math
import multiprocessing
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import numpy as np
import numpy.typing as npt

from benchmarks.calibration import judged, sure
from benchmarks.intertext import ParallelText, read_folder
from benchmarks.methods import group_of
from benchmarks.ntrex import noisy_documents
from benchmarks.scoring import DATA, Bead, ScoredBead, bead_score
from vet_terms.alignment.beads import PAIRS, SHAPE_INDEX, SHAPES
from vet_terms.alignment.beads import Bead as AlignedBead
from vet_terms.alignment.evidence import Stretch, stretches_of
from vet_terms.alignment.features import Feature
from vet_terms.alignment.lattice import Band, Scores, likeliest_string, probabilities
from vet_terms.alignment.model import (
    COST,
    LAYOUT,
    NULLS_FIRST,
    Described,
    best_of,
    calibrated,
    described,
    omissions_of,
)
from vet_terms.alignment.weights import AT_FIRST, BY_OMISSIONS, TIERS, Tier, Weights
from vet_terms.language.vectors import encoder_name

NEWS_DOCUMENTS = range(5)
LEARNT_SEEDS, TRIED_SEEDS = (11, 12, 13, 14), (2, 3, 4)
PENALTY = 100.0
NEWS_AT_FIRST, NEWS_THEN = 0.075, 0.15
"""What a news document counts beside a chapter in either reading.

The first has the same weights for all texts, so that news must not outvote chapters there: its noise is made
by one recipe. In the second the two hardly meet, since one leaves out the most that is told apart and the
other the least: how much news counts there only says how far the penalty lets its weights go.
"""
ROUNDS = 60
_GOLD_BONUS = 12.0

Table = npt.NDArray[np.float32]
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Item:
    """One piece of a text: its features of lone segments and of pairs, what layout adds, and its key."""

    text: str
    fold: str
    key: frozenset[Bead]
    band: Band
    lone: Table
    pairs: Table
    added: Scores
    is_right: npt.NDArray[np.bool_]
    zh_start: int
    en_start: int


@dataclass(frozen=True, slots=True)
class Reading:
    """Weights of the features of lone segments and of pairs.

    Each is two rows: the usual weights, and what is added for every unit of omissions.
    """

    lone: Floats
    pairs: Floats


@dataclass(frozen=True, slots=True)
class Learnt:
    """The two readings; the first knows nothing of omissions."""

    first: Reading
    second: Reading


def main() -> None:
    """Learn, print the figures, and write where asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mac", type=Path, default=DATA / "mac-dev")
    parser.add_argument("--ntrex", type=Path, default=DATA / "ntrex")
    parser.add_argument("--tier", choices=TIERS, action="append")
    parser.add_argument("--penalty", type=float, default=PENALTY)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    chapters = [(text, text.name) for text in read_folder(options.mac)]
    news = [
        (text, f"news {document}")
        for document in NEWS_DOCUMENTS
        for text in noisy_documents(options.ntrex, "zho-CN", [document], LEARNT_SEEDS)
    ]
    tried = [
        (text, f"news {document}")
        for document in NEWS_DOCUMENTS
        for text in noisy_documents(options.ntrex, "zho-CN", [document], TRIED_SEEDS)
    ]
    columns: dict[Tier, dict[str, float]] = {}
    figures: list[str] = [f"encoder {encoder_name()}, penalty {options.penalty:g}"]
    for tier in options.tier or TIERS:
        names, items = _items(chapters + news, tier)
        _, unseen = _items(tried, tier)
        column, printed = _learn_tier(tier, names, items, unseen, options.penalty)
        columns[tier] = column
        figures += printed
        print("\n".join(printed), flush=True)
    if options.write:
        _write(columns, figures)


def _items(texts: Sequence[tuple[ParallelText, str]], tier: Tier) -> tuple[list[str], list[Item]]:
    names: list[str] = []
    items: list[Item] = []
    for text, fold in texts:
        stretch = stretches_of([group_of(text)], tier)[0]
        found = _items_of(stretch, text, fold)
        names = found[0]
        items += found[1]
    return names, items


def _items_of(stretch: Stretch, text: ParallelText, fold: str) -> tuple[list[str], list[Item]]:
    best = best_of(stretch)
    items: list[Item] = []
    names: list[str] = []
    for piece in stretch.pieces:
        added = np.zeros((len(SHAPES), piece.band.rows, piece.band.width))
        lone_parts, pair_parts = [], []
        for seen in described(stretch, piece, best):
            layout = seen.pairs.pop(LAYOUT)
            del seen.lone[LAYOUT]
            names = [*seen.lone, *seen.pairs]
            lone_parts.append(_stacked(seen, seen.lone, NULLS_FIRST))
            pair_parts.append(_stacked(seen, seen.pairs, len(PAIRS)))
            added[NULLS_FIRST:, seen.rows] = seen.in_band(layout)
        items.append(
            Item(
                text.name,
                fold,
                frozenset(text.beads),
                piece.band,
                np.concatenate(lone_parts, axis=1),
                np.concatenate(pair_parts, axis=1),
                added,
                _right(text.beads, piece.band, piece.zh_start, piece.en_start),
                piece.zh_start,
                piece.en_start,
            )
        )
    return names, items


def _stacked(seen: Described, features: Mapping[str, Feature], count: int) -> Table:
    """Return features by the cells of the band: (shapes, rows, width, features)."""
    whole = (count, *seen.is_open.shape)
    return np.stack([seen.in_band(np.broadcast_to(value, whole)) for value in features.values()], axis=-1)


def _right(beads: Sequence[Bead], band: Band, zh_start: int, en_start: int) -> npt.NDArray[np.bool_]:
    """Return which beads of the lattice the key has; those it cannot hold are left to chance."""
    found = np.zeros((len(SHAPES), band.rows, band.width), dtype=bool)
    for zh, en in beads:
        shape = SHAPE_INDEX.get((len(zh), len(en)))
        if shape is None or not zh or not en:
            continue
        row, column = zh[-1] + 1 - zh_start, en[-1] + 1 - en_start
        if 0 < row < band.rows and 0 <= column - int(band.starts[row]) < band.width:
            found[shape, row, column - int(band.starts[row])] = True
    return found


def _learn_tier(
    tier: Tier, names: list[str], items: list[Item], unseen: list[Item], penalty: float
) -> tuple[dict[str, float], list[str]]:
    folds = sorted({item.fold for item in items})
    global _SHARED
    _SHARED = (items, unseen, penalty)
    with multiprocessing.get_context("fork").Pool(2) as pool:
        found = pool.map(_held_out, [*folds, ""], chunksize=1)
    learnt: Learnt = found.pop()[1]
    results = [each for held, _ in found for each in held]
    printed = []
    calibration = _calibration(
        [(each.score or 0.0, each.bead in key) for _, key, beads in results for each in beads]
    )
    for name, is_news in (("MAC-dev, a chapter out", False), ("NTREX 0-4, a document out", True)):
        part = [(key, beads) for text, key, beads in results if text.startswith("ntrex") == is_news]
        keys = [key for key, _ in part]
        score = bead_score(keys, [{each.bead for each in beads} for _, beads in part])
        column = Weights({}, {}, {}, *calibration)
        said = judged(
            keys,
            [
                [ScoredBead(each.bead, calibrated(each.score or 0.0, column)) for each in beads]
                for _, beads in part
            ],
        )
        certain = sure(said)
        printed.append(
            f"{tier}: {name}: strict P {score.strict.precision:.3f} R {score.strict.recall:.3f} "
            f"F1 {score.strict.f1:.3f}, lax F1 {score.lax.f1:.3f}; of {certain.count} pairs said to be "
            f"at least .9 sure {certain.share_right:.3f} are right"
        )
    column_values: dict[str, float] = {}
    usual, by_omissions = np.concatenate([learnt.second.lone, learnt.second.pairs], axis=1)
    first = np.concatenate([learnt.first.lone, learnt.first.pairs], axis=1)[0]
    for ending, values in (("", usual), (BY_OMISSIONS, by_omissions), (AT_FIRST, first)):
        column_values |= {
            name + ending: round(float(value), 4) for name, value in zip(names, values, strict=True)
        }
    column_values |= {
        "calibration slope": round(calibration[0], 3),
        "calibration offset": round(calibration[1], 3),
    }
    return column_values, printed


_SHARED: tuple[list[Item], list[Item], float]
Held = list[tuple[str, frozenset[Bead], list[ScoredBead]]]


def _held_out(fold: str) -> tuple[Held, Learnt]:
    """Return what weights learnt without a fold find in it; with no fold, weights learnt from all."""
    items, unseen, penalty = _SHARED
    learnt = learn([item for item in items if item.fold != fold], penalty)
    if not fold:
        return [], learnt
    tried = [item for item in (unseen if fold.startswith("news") else items) if item.fold == fold]
    known = omissions_by_text(tried, learnt.first)
    held: Held = []
    for text, pieces in _by_text(tried).items():
        beads: list[ScoredBead] = []
        for piece in pieces:
            each = np.round(scores(piece, learnt.second, known[text]), 4)
            chances = probabilities(piece.band, each)[1]
            beads += [_shifted(bead, piece) for bead in likeliest_string(piece.band, chances, COST)]
        held.append((text, pieces[0].key, beads))
    return held, learnt


def _shifted(bead: AlignedBead, piece: Item) -> ScoredBead:
    zh, en = bead.zh_start + piece.zh_start, bead.en_start + piece.en_start
    sides = tuple(range(zh, zh + bead.zh_count)), tuple(range(en, en + bead.en_count))
    return ScoredBead(sides, bead.score)


def scores(item: Item, reading: Reading, omissions: float) -> Scores:
    """Return the scores of all beads of an item by some weights."""
    units = np.array([1.0, omissions])
    lone, pairs = (units @ reading.lone).astype(np.float32), (units @ reading.pairs).astype(np.float32)
    found: Scores = item.added + np.concatenate([item.lone @ lone, item.pairs @ pairs])
    return found


def learn(items: Sequence[Item], penalty: float) -> Learnt:
    """Return the weights of both readings; the second knows what the first says of omissions."""
    first = learnt_reading(items, [0.0] * len(items), NEWS_AT_FIRST, penalty)
    known = omissions_by_text(items, first)
    second = learnt_reading(items, [known[item.text] for item in items], NEWS_THEN, penalty)
    return Learnt(first, second)


def omissions_by_text(items: Sequence[Item], first: Reading) -> dict[str, float]:
    """Return for each text how much it leaves out, by a first reading."""
    return {
        text: omissions_of((piece.band, scores(piece, first, 0.0)) for piece in pieces)
        for text, pieces in _by_text(items).items()
    }


def _by_text(items: Iterable[Item]) -> dict[str, list[Item]]:
    found: dict[str, list[Item]] = {}
    for item in items:
        found.setdefault(item.text, []).append(item)
    return found


def learnt_reading(
    items: Sequence[Item], omissions: Sequence[float], news_worth: float, penalty: float
) -> Reading:
    """Return the weights under which the right strings are likeliest, less the penalty on their squares."""
    from scipy.optimize import minimize

    lone_scale = _scale([item.lone for item in items])
    pair_scale = _scale([item.pairs for item in items])
    cut = 2 * len(lone_scale)

    def unpacked(point: Floats) -> Reading:
        return Reading(point[:cut].reshape(2, -1) / lone_scale, point[cut:].reshape(2, -1) / pair_scale)

    def loss(point: Floats) -> tuple[float, Floats]:
        reading = unpacked(point)
        value = 0.5 * penalty * float(point @ point)
        slope = penalty * point
        for item, left_out in zip(items, omissions, strict=True):
            found = scores(item, reading, left_out)
            total, probability = probabilities(item.band, found)
            right, right_probability = probabilities(item.band, found + _GOLD_BONUS * item.is_right)
            worth = news_worth if item.fold.startswith("news") else 1.0
            value += worth * (total - right)
            apart = worth * (probability - right_probability)
            units = np.array([1.0, left_out])[:, None]
            slope[:cut] += (units * _expected(apart[:NULLS_FIRST], item.lone) / lone_scale).ravel()
            slope[cut:] += (units * _expected(apart[NULLS_FIRST:], item.pairs) / pair_scale).ravel()
        return value, slope

    start = np.zeros(cut + 2 * len(pair_scale))
    best = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS}).x
    return unpacked(best)


def _scale(tables: Sequence[Table]) -> Floats:
    """Return the standard deviation of each feature over all cells; 1 where it never changes."""
    count = sum(math.prod(table.shape[:-1]) for table in tables)
    axes = (0, 1, 2)
    mean = sum(table.sum(axis=axes, dtype=np.float64) for table in tables) / count
    square = sum((table.astype(np.float64) ** 2).sum(axis=axes) for table in tables) / count
    deviation = np.sqrt(np.maximum(square - mean**2, 0.0))
    return np.where(deviation < 1e-6, 1.0, deviation)


def _expected(weights: Table, features: Table) -> Floats:
    kept = np.abs(weights) > 1e-7
    total: Floats = (weights[kept] @ features[kept]).astype(np.float64)
    return total


def _calibration(said: Sequence[tuple[float, bool]]) -> tuple[float, float]:
    """Return slope and offset of log odds that make the held-out probabilities come true (Platt 1999)."""
    from scipy.optimize import minimize

    bounded = np.clip([chance for chance, _ in said], 1e-5, 1 - 1e-5)
    odds = np.log(bounded / (1 - bounded))
    right = np.array([is_right for _, is_right in said], dtype=np.float64)

    def loss(point: Floats) -> float:
        value = point[0] * odds + point[1]
        return float(np.sum(np.logaddexp(0, value) - right * value))

    slope, offset = minimize(loss, np.array([1.0, 0.0]), method="Nelder-Mead").x
    return float(slope), float(offset)


def _write(columns: dict[Tier, dict[str, float]], figures: Sequence[str]) -> None:
    """Replace the weights of the package, figures on top."""
    names = list(dict.fromkeys(name for column in columns.values() for name in column))
    lines = ["# Learnt by benchmarks/train_alignment.py, which printed:"]
    lines += [f"# {line}" for line in figures]
    lines.append("\t".join(["feature", *TIERS]))
    for name in names:
        cells = (columns.get(tier, {}).get(name) for tier in TIERS)
        lines.append("\t".join([name, *("" if cell is None else f"{cell:g}" for cell in cells)]))
    target = files("vet_terms.alignment").joinpath("weights.tsv")
    Path(str(target)).write_text("\n".join(lines) + "\n", "utf-8")
    print(f"written: {target}")


if __name__ == "__main__":
    main()
