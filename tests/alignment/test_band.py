from __future__ import annotations

import itertools

import numpy as np
import pytest

from vet_terms.alignment.band import Piece, likeness_by_vectors, pieces_of
from vet_terms.language.vectors import Vectors


def vectors(count: int, seed: int) -> Vectors:
    found = np.random.default_rng(seed).normal(size=(count, 64)).astype(np.float32)
    unit: Vectors = found / np.linalg.norm(found, axis=1, keepdims=True)
    return unit


def covers(pieces: list[Piece], zh: int, en: int) -> bool:
    ends = [
        (
            piece.zh_start + piece.band.rows - 1,
            piece.en_start + int(piece.band.starts[-1]) + piece.band.width - 1,
        )
        for piece in pieces
    ]
    starts = [(piece.zh_start, piece.en_start) for piece in pieces]
    return starts == [(0, 0), *ends[:-1]] and ends[-1] == (zh, en)


def holds(pieces: list[Piece], zh: int, en: int) -> bool:
    """Say whether the end of a pair of single segments is inside some piece's band."""
    for piece in pieces:
        row, column = zh + 1 - piece.zh_start, en + 1 - piece.en_start
        if 1 <= row < piece.band.rows:
            return 0 <= column - int(piece.band.starts[row]) < piece.band.width
    return False


@pytest.mark.parametrize(("zh", "en"), [(1, 1), (3, 40), (50, 50)])
def test_short_stretches_are_searched_whole(zh: int, en: int) -> None:
    (piece,) = pieces_of(zh, en, likeness_by_vectors(vectors(zh, 1), vectors(en, 2)))
    assert (piece.band.rows, piece.band.width) == (zh + 1, en + 1)


@pytest.mark.parametrize("missing", [0, 5, 40, 300])
def test_the_band_of_a_long_text_runs_along_its_anchors(missing: int) -> None:
    zh = vectors(1500, 1)
    en = np.concatenate([zh[:600], zh[600 + missing :]])
    pieces = pieces_of(len(zh), len(en), likeness_by_vectors(zh, en))
    assert covers(pieces, len(zh), len(en))
    kept = [*range(590), *range(610 + missing, 1500)]
    assert all(holds(pieces, i, i if i < 600 else i - missing) for i in kept)
    assert sum(piece.band.rows * piece.band.width for piece in pieces) < 0.2 * len(zh) * len(en)


def test_rows_of_a_band_overlap_so_that_a_string_can_pass() -> None:
    for seed in range(5):
        zh, en = vectors(300, seed), vectors(500, seed + 100)
        pieces = pieces_of(300, 500, likeness_by_vectors(zh, en))
        assert covers(pieces, 300, 500)
        for piece in pieces:
            starts = piece.band.starts
            assert starts[0] == 0
            assert all(0 <= after - before < piece.band.width for before, after in itertools.pairwise(starts))


def test_a_very_long_text_is_cut_so_that_memory_stays_bounded() -> None:
    zh = vectors(9000, 3)
    pieces = pieces_of(9000, 9000, likeness_by_vectors(zh, zh))
    assert covers(pieces, 9000, 9000)
    assert max(piece.band.rows for piece in pieces) < 5000
