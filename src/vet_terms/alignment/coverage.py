"""Word evidence: how much of what could be answered in a bead is answered by its other side.

A token counts with the surprise of its match: the logarithm of how rare the segments are, in the whole
document, that could answer it. A token that nothing in the document answers tells nothing and counts
nothing. A bead's coverage is the share of weight that is answered, of both sides together.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from vet_terms.alignment.tokens import Kind, Token

Floats = npt.NDArray[np.float32]
Positions = npt.NDArray[np.int64]

_LEAST_SEGMENTS = 100
"""A shorter document is taken for one of so many segments: a word is not common for being met in three."""
_LEAST_WEIGHT = 0.1


@dataclass(frozen=True, slots=True)
class Surprise:
    """The weight of each token of a document, by its word and keys; see `surprise`."""

    zh: dict[Token, float]
    en: dict[Token, float]


def surprise(zh: Iterable[Sequence[Token]], en: Iterable[Sequence[Token]]) -> Surprise:
    """Return what each token of a document's two sides weighs: the rarer its answers, the more."""
    zh, en = list(zh), list(en)
    return Surprise(_weights(zh, en), _weights(en, zh))


def _weights(own: Sequence[Sequence[Token]], other: Sequence[Sequence[Token]]) -> dict[Token, float]:
    postings = _postings(other)
    size = max(_LEAST_SEGMENTS, len(other)) + 1
    found: dict[Token, float] = {}
    for segment in own:
        for token in segment:
            if token not in found:
                answers = len(_answering(token, postings))
                found[token] = math.log(size / answers) + _LEAST_WEIGHT if answers else 0.0
    return found


def _postings(segments: Sequence[Sequence[Token]]) -> dict[str, Positions]:
    found: dict[str, list[int]] = defaultdict(list)
    for index, segment in enumerate(segments):
        for token in segment:
            for key in token.keys:
                if not found[key] or found[key][-1] != index:
                    found[key].append(index)
    return {key: np.array(indexes, dtype=np.int64) for key, indexes in found.items()}


def _answering(token: Token, postings: dict[str, Positions]) -> Positions:
    found = [postings[key] for key in sorted(token.keys) if key in postings]
    if not found:
        return np.zeros(0, dtype=np.int64)
    return found[0] if len(found) == 1 else np.unique(np.concatenate(found))


class Coverage:
    """Answered weight between two lists of segments, for tokens of some kinds.

    Tables are asked for by rectangles of positions: a position is the number of segments passed, so a
    bead of a Chinese and b English segments that ends at (i, j) holds segments i - a to i and j - b to j.
    """

    def __init__(
        self,
        zh: Sequence[Sequence[Token]],
        en: Sequence[Sequence[Token]],
        weights: Surprise,
        kinds: Sequence[Kind],
    ) -> None:
        self._zh = _Answered(_of_kinds(zh, kinds), _of_kinds(en, kinds), weights.zh)
        self._en = _Answered(_of_kinds(en, kinds), _of_kinds(zh, kinds), weights.en)

    def answered(
        self, rows: range, columns: range, most_zh: int, most_en: int
    ) -> tuple[Floats, Floats, Floats, Floats]:
        """Return tables for beads that end at these positions.

        The weight of Chinese tokens answered in the bead, and of English ones, each of shape
        (most_zh, most_en, rows, columns), counts 1 to most; then what there is to answer, of shape
        (most_zh, rows) and (most_en, columns). Beads that would begin before the text are cut short.
        """
        first_zh = max(0, rows.start - most_zh)
        first_en = max(0, columns.start - most_en)
        zh = self._zh.sums(range(first_zh, rows.stop - 1), columns, most_en)
        en = self._en.sums(range(first_en, columns.stop - 1), rows, most_zh)
        shape = (most_zh, most_en, len(rows), len(columns))
        zh_answered, en_answered = np.zeros(shape, np.float32), np.zeros(shape, np.float32)
        row, column = np.array(rows), np.array(columns)
        for count in range(1, most_zh + 1):
            start = np.maximum(row - count, first_zh) - first_zh
            zh_answered[count - 1] = zh[:, row - first_zh] - zh[:, start]
        for count in range(1, most_en + 1):
            start = np.maximum(column - count, first_en) - first_en
            en_answered[:, count - 1] = (en[:, column - first_en] - en[:, start]).transpose(0, 2, 1)
        return (
            zh_answered,
            en_answered,
            self._zh.totals(rows, most_zh),
            self._en.totals(columns, most_en),
        )

    def shares(self, rows: range, columns: range) -> Floats:
        """Return for pairs of single segments the share of weight that is answered, from 0 to 1."""
        zh = self._zh.met(rows, columns)
        en = self._en.met(columns, rows)
        there = (
            self._zh.each[rows.start : rows.stop, None] + self._en.each[None, columns.start : columns.stop]
        )
        found: Floats = np.round((zh + en.T) / np.maximum(there, 1.0), 4).astype(np.float32)
        return found


def _of_kinds(segments: Sequence[Sequence[Token]], kinds: Sequence[Kind]) -> list[list[Token]]:
    return [[token for token in segment if token.kind in kinds] for segment in segments]


class _Answered:
    """One side's tokens, and the segments of the other side that answer each."""

    def __init__(
        self, own: Sequence[Sequence[Token]], other: Sequence[Sequence[Token]], weights: dict[Token, float]
    ) -> None:
        postings = _postings(other)
        known: dict[Token, Positions] = {}
        self._answers: list[list[Positions]] = []
        self._weights: list[Floats] = []
        for segment in own:
            kept = [token for token in segment if weights[token] > 0]
            for token in kept:
                if token not in known:
                    known[token] = _answering(token, postings)
            self._answers.append([known[token] for token in kept])
            self._weights.append(np.array([weights[token] for token in kept], dtype=np.float32))
        self.each = np.array([each.sum() for each in self._weights], dtype=np.float32)
        self._passed = np.concatenate([[0.0], np.cumsum(self.each)]).astype(np.float32)

    def totals(self, positions: range, most: int) -> Floats:
        """Return the weight in the last 1 to ``most`` segments before each position."""
        at = np.array(positions)
        return np.stack(
            [self._passed[at] - self._passed[np.maximum(at - count, 0)] for count in range(1, most + 1)]
        )

    def met(self, segments: range, others: range) -> Floats:
        """Return the weight of each segment that each single segment of the other side answers."""
        result = np.zeros((len(segments), len(others)), dtype=np.float32)
        for line, index in zip(result, segments, strict=True):
            for answer, weight in zip(self._answers[index], self._weights[index], strict=True):
                start, end = np.searchsorted(answer, (others.start, others.stop))
                line[answer[start:end] - others.start] += weight
        return result

    def sums(self, segments: range, positions: range, most: int) -> Floats:
        """Return running sums over segments of the weight answered just before each position.

        Shape (most, len(segments) + 1, len(positions)); the first index is one less than how many of
        the other side's segments before the position are looked at.
        """
        first = positions.start - most
        width = len(positions) + most
        answers = [each for index in segments for each in self._answers[index]]
        met = np.zeros((len(answers), width), dtype=bool)
        for line, answer in enumerate(answers):
            start, end = np.searchsorted(answer, (first, positions.stop - 1))
            met[line, answer[start:end] - first] = True
        counts = [len(self._weights[index]) for index in segments]
        owner = np.repeat(np.arange(len(counts)), counts)
        weights = np.zeros((len(counts), len(answers)), dtype=np.float32)
        if len(answers):
            weights[owner, np.arange(len(answers))] = np.concatenate(
                [self._weights[index] for index in segments]
            )
        result = np.zeros((most, len(counts) + 1, len(positions)), dtype=np.float32)
        seen = np.zeros((len(answers), len(positions)), dtype=bool)
        for count in range(1, most + 1):
            seen |= met[:, most - count : most - count + len(positions)]
            result[count - 1, 1:] = np.cumsum(weights @ seen, axis=0)
        return result
