"""Word evidence: how much of what could be answered in a bead is answered by its other side.

A token counts with the surprise of its match: the logarithm of how rare the segments are, in the whole
document, that could answer it. A token that nothing in the document answers tells nothing and counts
nothing. A bead's coverage is the share of weight that is answered, of both sides together.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from vet_terms.alignment.tokens import Kind, Token
from vet_terms.alignment.windows import Floats, Reach, shapes_within

Doubles = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]

_LEAST_SEGMENTS = 100
"""A shorter document is taken for one of so many segments: a word is not common for being met in three."""
_LEAST_WEIGHT = 0.1
_LONGEST_GAP = 255
_TOKENS_AT_ONCE = 1024
"""Distinct tokens whose answers are looked for together: common ones have many, and all would take memory."""
_SEGMENTS_AT_ONCE = 64
"""Segments held against a long stretch of the other side at one time: some words have many answers."""


@dataclass(frozen=True, slots=True)
class WordEvidence:
    """The tokens of a document's two sides, what each weighs, and where the other side answers it."""

    zh: _Answered
    en: _Answered

    def only(self, kind: Kind) -> WordEvidence:
        """Return the evidence of tokens of one kind alone, each with the weight that it has here."""
        return WordEvidence(self.zh.only(kind), self.en.only(kind))

    def between(self, zh: range, en: range) -> Coverage:
        """Return the coverage of beads of these segments of both sides."""
        return Coverage(self.zh, self.en, zh, en)


def word_evidence(zh: Sequence[Sequence[Token]], en: Sequence[Sequence[Token]]) -> WordEvidence:
    """Return the evidence on a document, given the tokens of each segment of both sides."""
    zh_tokens, en_tokens = _Tokens.of(zh), _Tokens.of(en)
    return WordEvidence(_Answered.of(zh_tokens, en_tokens), _Answered.of(en_tokens, zh_tokens))


@dataclass(frozen=True, slots=True)
class Coverage:
    """Answered weight between two runs of a document's segments.

    Tables are asked for by rectangles of positions: a position is the number of the run's segments that
    are passed, so a bead of a Chinese and b English segments that ends at (i, j) holds segments i - a to i
    and j - b to j.
    """

    _zh: _Answered
    _en: _Answered
    _zh_run: range
    _en_run: range

    def answered(self, rows: range, columns: range, reach: Reach) -> tuple[Floats, Floats, Floats, Floats]:
        """Return tables for beads of all shapes within a reach that end at these positions.

        The weight of Chinese tokens answered in the bead, and of English ones, each of shape (shapes, rows,
        columns); then what there is to answer, of shape (shapes, rows, 1) and (shapes, 1, columns). Beads
        that would begin before the run are cut short.
        """
        most_zh, most_en = len(reach), max(reach)
        zh_counts, en_counts = np.array(shapes_within(reach)).T
        rows, columns = _moved(rows, self._zh_run.start), _moved(columns, self._en_run.start)
        first_zh = max(self._zh_run.start, rows.start - most_zh)
        first_en = max(self._en_run.start, columns.start - most_en)
        zh_segments, en_segments = range(first_zh, rows.stop - 1), range(first_en, columns.stop - 1)
        zh = self._zh.sums(zh_segments, en_segments, columns, most_en, most_zh - (rows.start - first_zh))
        en = self._en.sums(en_segments, zh_segments, rows, most_zh, most_en - (columns.start - first_en))
        shape = (len(zh_counts), len(rows), len(columns))
        zh_answered, en_answered = np.empty(shape, np.float32), np.empty(shape, np.float32)
        for count, others in enumerate(reach, 1):
            first = most_zh - count
            passed = zh[:others, :, most_zh:] - zh[:others, :, first : first + len(rows)]
            zh_answered[zh_counts == count] = passed.transpose(0, 2, 1)
        for count in range(1, most_en + 1):
            first = most_en - count
            others = sum(most >= count for most in reach)
            en_answered[en_counts == count] = (
                en[:others, :, most_en:] - en[:others, :, first : first + len(columns)]
            )
        return (
            zh_answered,
            en_answered,
            self._zh.totals(rows, self._zh_run.start, most_zh)[zh_counts - 1, :, None],
            self._en.totals(columns, self._en_run.start, most_en)[en_counts - 1, None, :],
        )

    def shares(self, rows: range, columns: range) -> Floats:
        """Return for pairs of single segments the share of weight that is answered, from 0 to 1."""
        rows, columns = _moved(rows, self._zh_run.start), _moved(columns, self._en_run.start)
        met = self._zh.met(rows, columns) + self._en.met(columns, rows).T
        there = self._zh.totals(_moved(rows, 1), 0, 1)[0][:, None]
        there = there + self._en.totals(_moved(columns, 1), 0, 1)[0][None, :]
        found: Floats = np.round(met / np.maximum(there, 1.0), 4).astype(np.float32)
        return found


def _moved(positions: range, by: int) -> range:
    return range(positions.start + by, positions.stop + by)


@dataclass(frozen=True, slots=True)
class _Tokens:
    """One side's tokens in the order of the text, each as the number of a distinct one, with its segment.

    Distinct token ``n`` stands in the segments ``places[starts[n] : starts[n + 1]]``, which rise.
    """

    distinct: tuple[Token, ...]
    numbers: Integers
    segments: Integers
    count: int
    starts: Integers
    places: Integers

    @staticmethod
    def of(segments: Sequence[Sequence[Token]]) -> _Tokens:
        """Return the tokens of some segments."""
        number: dict[Token, int] = {}
        # A word met again is mostly the same object, and an object is known sooner than what is equal to it.
        of_object: dict[int, int] = {}
        found: list[int] = []
        for segment in segments:
            for token in segment:
                known = of_object.get(id(token))
                if known is None:
                    known = of_object[id(token)] = number.setdefault(token, len(number))
                found.append(known)
        numbers = np.array(found, dtype=np.int64)
        within = np.repeat(np.arange(len(segments)), [len(segment) for segment in segments])
        standing, places = np.divmod(_distinct(numbers * len(segments) + within), max(1, len(segments)))
        starts = np.searchsorted(standing, np.arange(len(number) + 1))
        return _Tokens(tuple(number), numbers, within, len(segments), starts, places)


def _answers(own: _Tokens, other: _Tokens, stride: int) -> Integers:
    """Return where each distinct token is answered: the segments in which one stands that shares a key.

    In one rising row, ``stride`` times the token's number added to each.
    """
    by_key: dict[str, list[int]] = {}
    for number, token in enumerate(other.distinct):
        for key in token.keys:
            by_key.setdefault(key, []).append(number)
    found = [np.zeros(0, dtype=np.int64)]
    for first in range(0, len(own.distinct), _TOKENS_AT_ONCE):
        some = own.distinct[first : first + _TOKENS_AT_ONCE]
        answering = [list({number for key in token.keys for number in by_key.get(key, ())}) for token in some]
        asking = np.repeat(np.arange(first, first + len(some)), [len(numbers) for numbers in answering])
        giving = np.array([number for numbers in answering for number in numbers], dtype=np.int64)
        index, counts = _runs(other.starts[giving], other.starts[giving + 1])
        found.append(_distinct(np.repeat(asking * stride, counts) + other.places[index]))
    return np.concatenate(found)


def _distinct(values: Integers) -> Integers:
    """Return each value once, rising."""
    # np.unique hashes the values first, which takes five times as long here.
    rising = np.sort(values)
    return rising[np.diff(rising, prepend=-1) > 0]


def _runs(starts: Integers, stops: Integers) -> tuple[Integers, Integers]:
    """Return the numbers from each start to before its stop, all behind one another, and how many of each."""
    counts = stops - starts
    return np.arange(counts.sum()) + np.repeat(stops - np.cumsum(counts), counts), counts


@dataclass(frozen=True, slots=True)
class _Answered:
    """One side's tokens in the order of the text, and the segments of the other side that answer each.

    Of each token that has an answer: its segment, its kind, its weight, and the number of its answer. The
    places of all answers stand in one rising row, ``stride`` times the answer's number added to each, so
    that one search finds those of many tokens; ``gaps`` is how far behind each the same answer's next one
    is, up to 255. ``passed`` is the weight in front of each segment.
    """

    segments: Integers
    kinds: npt.NDArray[np.str_]
    weights: Doubles
    answers: Integers
    places: Integers
    gaps: npt.NDArray[np.uint8]
    stride: int
    passed: Doubles

    @staticmethod
    def of(own: _Tokens, other: _Tokens) -> _Answered:
        """Return the tokens of one side, with what of the other answers them."""
        size = max(_LEAST_SEGMENTS, other.count) + 1
        # Places of two answers are never as near each other as those in one bead.
        stride = 2 * size
        places = _answers(own, other, stride)
        ends = stride * np.arange(len(own.distinct) + 1)
        answers = np.diff(np.searchsorted(places, ends))
        surprise = [math.log(size / count) + _LEAST_WEIGHT if count else 0.0 for count in answers.tolist()]
        kept = answers[own.numbers] > 0
        numbers, segments = own.numbers[kept], own.segments[kept]
        weights = np.array(surprise, dtype=np.float64)[numbers]
        kinds = np.array([token.kind for token in own.distinct], dtype=np.str_)
        return _Answered(
            segments=segments,
            kinds=kinds[numbers],
            weights=weights,
            answers=numbers,
            places=places,
            gaps=np.minimum(np.diff(places, append=ends[-1] + stride), _LONGEST_GAP).astype(np.uint8),
            stride=stride,
            passed=_passed(segments, weights, own.count),
        )

    def only(self, kind: Kind) -> _Answered:
        """Return the tokens of one kind, each with what it weighs here."""
        kept = self.kinds == kind
        segments, weights = self.segments[kept], self.weights[kept]
        return replace(
            self,
            segments=segments,
            kinds=self.kinds[kept],
            weights=weights,
            answers=self.answers[kept],
            passed=_passed(segments, weights, len(self.passed) - 1),
        )

    def totals(self, positions: range, least: int, most: int) -> Floats:
        """Return the weight in the last 1 to ``most`` segments before each position, from ``least`` on."""
        at = np.array(positions)
        return np.stack(
            [self.passed[at] - self.passed[np.maximum(at - count, least)] for count in range(1, most + 1)]
        ).astype(np.float32)

    def met(self, segments: range, others: range) -> Doubles:
        """Return the weight of each segment that each single segment of the other side answers."""
        found = np.zeros((len(segments), len(others)))
        for first in range(segments.start, segments.stop, _SEGMENTS_AT_ONCE):
            some = range(first, min(first + _SEGMENTS_AT_ONCE, segments.stop))
            token, place, _ = self._answered(some, others)
            cell = (self.segments[token] - first) * len(others) + place - others.start
            cells = np.bincount(cell, self.weights[token], minlength=len(some) * len(others))
            found[first - segments.start :][: len(some)] = cells.reshape(len(some), len(others))
        return found

    def sums(self, segments: range, others: range, positions: range, most: int, ahead: int) -> Floats:
        """Return running sums over segments of the weight that ``others`` answer just before each position.

        Shape (most, len(positions), ahead + 1 + len(segments)), of which the first ``ahead`` + 1 are nothing;
        the first index is one less than how many of the other side's segments before the position are
        looked at.
        """
        token, place, gap = self._answered(segments, others)
        # A token is answered once however often: an answer counts where no nearer one is looked at too.
        shape = (most, len(positions) + most - 1, len(segments))
        row = (np.minimum(gap, most).astype(np.int64) - 1) * shape[1] + place - (positions.start - most)
        cell = row * len(segments) + self.segments[token] - segments.start
        by_distance = np.bincount(cell, self.weights[token], minlength=math.prod(shape)).reshape(shape)
        for distance in range(most - 1, 0, -1):
            by_distance[distance - 1] += by_distance[distance]
        result = np.zeros((most, len(positions), ahead + 1 + len(segments)), dtype=np.float32)
        answered = np.zeros((len(positions), len(segments)))
        for distance in range(1, most + 1):
            first = most - distance
            answered += by_distance[distance - 1, first : first + len(positions)]
            result[distance - 1, :, ahead + 1 :] = answered.cumsum(axis=1)
        return result

    def _answered(self, segments: range, others: range) -> tuple[Integers, Integers, npt.NDArray[np.uint8]]:
        """Return each answer among ``others`` to a token of ``segments``: which token, place, and gap."""
        start, stop = np.searchsorted(self.segments, (segments.start, segments.stop))
        base = self.answers[start:stop] * self.stride
        # Rising values are found several times as fast: each begins where the one before it was.
        rising = base.argsort()
        bounds = np.empty((2, len(base)), dtype=np.int64)
        bounds[0, rising] = np.searchsorted(self.places, base[rising] + others.start)
        bounds[1, rising] = np.searchsorted(self.places, base[rising] + others.stop)
        index, counts = _runs(*bounds)
        token = np.repeat(np.arange(start, stop), counts)
        return token, self.places[index] - np.repeat(base, counts), self.gaps[index]


def _passed(segments: Integers, weights: Doubles, count: int) -> Doubles:
    return np.concatenate([[0.0], np.cumsum(np.bincount(segments, weights, minlength=count))])
