"""What speaks for a pair: meaning, numbers, names, list marks, length, and where the texts stand.

`Evidence` scores beads for the dynamic programming. Each kind of evidence is a plain number, its
weight is named in `Weights`; a trained model can replace both behind the same method.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np
import numpy.typing as npt

from vet_terms.alignment.beads import Band, Shape
from vet_terms.language.marks import mark_value, ordinal_value
from vet_terms.language.numbers_en import read_english
from vet_terms.language.numbers_zh import read_chinese
from vet_terms.language.pinyin import letters, syllable_runs
from vet_terms.language.scripts import to_simplified
from vet_terms.language.vectors import Vectors, embed
from vet_terms.model import Segment

Row = npt.NDArray[np.float64]

ENGLISH_PER_CHINESE = 3.3
"""Characters of English that one character of Chinese takes, spaces not counted."""

JOINED_UP_TO = ((300, 4), (2000, 2))
"""(segments in all, neighbours embedded as one text); of longer runs the vectors are summed."""


@dataclass(frozen=True, slots=True)
class Weights:
    """The weight of each kind of evidence, in units of similarity.

    ``threshold``: the likeness at which a pair is as good as none; ``blind``: the likeness that is
    assumed where there is no encoder. ``extra``: cost of each segment
    beyond one a side. ``worse``: cost of being less alike than a part of the bead. ``numbers`` and
    ``names``: for each one shared, up to three. ``number_missing``: for each that only one side
    has. ``ordinal``: both sides count the same item, or (twice, negative) another one. ``length``:
    times the squared log ratio. ``apart``: cost of joining texts of different blocks, threefold for
    different roles. ``beside``: the English stands right behind the Chinese on the page.
    """

    threshold: float = 0.22
    blind: float = 0.45
    extra: float = 0.2
    worse: float = 2.5
    numbers: float = 0.08
    number_missing: float = 0.05
    names: float = 0.05
    ordinal: float = 0.10
    length: float = 0.15
    apart: float = 0.06
    beside: float = 0.06


def texts_to_embed(zh: Sequence[Segment], en: Sequence[Segment]) -> list[str]:
    """Return every text whose vector the evidence of two sides will ask for.

    The encoder is quick on many texts at once and slow on few: embed those of a whole document first.
    """
    longest = longest_joined(len(zh) + len(en))
    return [
        text for side in (zh, en) for count in range(1, longest + 1) for text in joined_texts(side, count)
    ]


def longest_joined(segments: int) -> int:
    """Return how many neighbouring segments are embedded as one text, where there are so many in all.

    A text of its own says more than the sum of its parts, and costs as much as each of them.
    """
    return next((longest for most, longest in JOINED_UP_TO if segments <= most), 1)


def _compared(segment: Segment) -> Segment:
    """Return a segment in the script that evidence is read in: the encoder knows Simplified best."""
    return replace(segment, text=to_simplified(segment.text)) if segment.language == "zh" else segment


def joined_texts(segments: Sequence[Segment], count: int) -> list[str]:
    """Return the text of each run of so many segments, as the encoder is to read it."""
    texts = [_compared(each).text for each in segments]
    return [" ".join(texts[start : start + count]) for start in range(len(texts) - count + 1)]


class Evidence:
    """Scores of beads between two lists of segments; `row` is what the search asks for."""

    def __init__(
        self,
        zh: Sequence[Segment],
        en: Sequence[Segment],
        band: Band,
        weights: Weights,
        *,
        with_vectors: bool = True,
    ) -> None:
        self._weights = weights
        self._band = band
        self._zh = _Side(zh, with_vectors=with_vectors, joined=longest_joined(len(zh) + len(en)))
        self._en = _Side(en, with_vectors=with_vectors, joined=longest_joined(len(zh) + len(en)))
        self._likeness = functools.lru_cache(maxsize=256)(self._likeness_row)

    def row(self, i: int, shape: Shape) -> list[float]:
        """Return the scores of beads of a shape from Chinese ``i``, for each English start in the band."""
        zh_count, en_count = shape
        start, end = self._band[i]
        scores = np.full(end - start, -np.inf)
        last = min(end, len(self._en) - en_count + 1)
        if last <= start:
            return scores.tolist()
        weights = self._weights
        likeness = self._likeness(i, zh_count, en_count)[: last - start]
        gain = likeness - weights.threshold
        gain = gain - weights.worse * np.maximum(0.0, self._best_part(i, shape)[: last - start] - likeness)
        gain = gain - weights.length * self._length_gap(i, shape, start, last)
        size = (zh_count + en_count) / 2
        extras = np.array(
            [
                self._shared(i, zh_count, j, en_count)
                - weights.apart * (self._zh.seams(i, zh_count) + self._en.seams(j, en_count))
                for j in range(start, last)
            ]
        )
        # Meaning and length are averages over the bead, so they count once a segment; what is
        # shared is a sum already.
        scores[: last - start] = np.round(gain * size + extras - weights.extra * (zh_count + en_count - 2), 6)
        return scores.tolist()

    def _likeness_row(self, i: int, zh_count: int, en_count: int) -> Row:
        """Return the likeness of meaning, rounded so that no machine's last digit decides."""
        start, end = self._band[i]
        if not self._zh.has_vectors:
            return np.full(end - start, self._weights.blind)
        vectors = self._en.vectors(en_count)[start:end]
        found = np.round(vectors @ self._zh.vectors(zh_count)[i], 3).astype(np.float64)
        return np.concatenate([found, np.full(end - start - len(found), -1.0)])

    def _best_part(self, i: int, shape: Shape) -> Row:
        """Return the greatest likeness of the bead without one segment at one of its edges."""
        zh_count, en_count = shape
        start, end = self._band[i]
        best = np.full(end - start, -1.0)
        if en_count > 1:
            whole = self._likeness(i, zh_count, en_count - 1)
            best = np.maximum(best, whole)
            best[:-1] = np.maximum(best[:-1], whole[1:])
        if zh_count > 1:
            best = np.maximum(best, self._likeness(i, zh_count - 1, en_count))
            below_start, _ = self._band[i + 1]
            below = self._likeness(i + 1, zh_count - 1, en_count)
            shift = below_start - start
            size = min(len(best) - shift, len(below))
            if size > 0:
                best[shift : shift + size] = np.maximum(best[shift : shift + size], below[:size])
        return best

    def _length_gap(self, i: int, shape: Shape, start: int, last: int) -> Row:
        zh_count, en_count = shape
        expected = ENGLISH_PER_CHINESE * (self._zh.lengths[i + zh_count] - self._zh.lengths[i])
        lengths = self._en.lengths[start + en_count : last + en_count] - self._en.lengths[start:last]
        # Short texts vary more: the added characters keep a label from being ruled out by chance.
        gaps: Row = np.square(np.log((lengths + 8.0) / (expected + 8.0)))
        return gaps

    def _shared(self, i: int, zh_count: int, j: int, en_count: int) -> float:
        weights, zh, en = self._weights, self._zh, self._en
        score = 0.0
        zh_numbers, en_numbers = zh.numbers(i, zh_count), en.numbers(j, en_count)
        if zh_numbers or en_numbers:
            score += weights.numbers * min(3, len(zh_numbers & en_numbers))
            score -= weights.number_missing * min(3, len(zh_numbers ^ en_numbers))
        zh_names, en_names = zh.names(i, zh_count), en.names(j, en_count)
        if zh_names and en_names:
            score += weights.names * min(3, len(zh_names & en_names))
        zh_ordinal, en_ordinal = zh.ordinals[i], en.ordinals[j]
        if zh_ordinal and en_ordinal:
            score += weights.ordinal if zh_ordinal == en_ordinal else -2 * weights.ordinal
        if zh.roles[i] != en.roles[j]:
            score -= weights.apart
        if en.follows(j, zh, i + zh_count - 1):
            score += weights.beside
        return score


class _Side:
    """One language's segments with what is known of each."""

    def __init__(self, segments: Sequence[Segment], *, with_vectors: bool, joined: int) -> None:
        self._segments = segments
        self._joined = joined
        self.has_vectors = with_vectors
        self.lengths = np.cumsum([0.0, *(len(re.sub(r"\s", "", segment.text)) for segment in segments)])
        self.ordinals = [mark_value(each.mark) or ordinal_value(each.text) for each in segments]
        self.roles = [each.role if each.role == "heading" else "text" for each in segments]
        self._numbers = [_values(_compared(each)) for each in segments]
        self._names = [_names(_compared(each)) for each in segments]
        self._vectors: dict[int, Vectors] = {}

    def __len__(self) -> int:
        return len(self._segments)

    def vectors(self, count: int) -> Vectors:
        """Return the vectors of all runs of so many segments."""
        if count not in self._vectors:
            as_one = count <= self._joined
            self._vectors[count] = (
                embed(joined_texts(self._segments, count)) if as_one else self._summed_vectors(count)
            )
        return self._vectors[count]

    def _summed_vectors(self, count: int) -> Vectors:
        single = embed(joined_texts(self._segments, 1))
        weighted = single * np.diff(self.lengths)[:, None]
        sums = np.concatenate([np.zeros((1, single.shape[1])), np.cumsum(weighted, axis=0)])
        runs = sums[count:] - sums[:-count]
        rows: Vectors = (runs / np.maximum(np.linalg.norm(runs, axis=1, keepdims=True), 1e-9)).astype(
            np.float32
        )
        return rows

    def numbers(self, start: int, count: int) -> frozenset[Fraction]:
        """Return the values of the numbers in a run of segments."""
        return (
            self._numbers[start] if count == 1 else frozenset().union(*self._numbers[start : start + count])
        )

    def names(self, start: int, count: int) -> frozenset[str]:
        """Return the spellings of names in a run of segments."""
        return self._names[start] if count == 1 else frozenset().union(*self._names[start : start + count])

    def seams(self, start: int, count: int) -> int:
        """Return how many block ends a run of segments crosses, those between roles counted three times."""
        run = self._segments[start : start + count]
        return sum(
            (left.place != right.place) + 2 * (left.role != right.role)
            for left, right in itertools.pairwise(run)
        )

    def follows(self, index: int, other: _Side, other_index: int) -> bool:
        """Say whether a segment stands in the block right behind another side's segment."""
        here, there = self._segments[index].place, other._segments[other_index].place
        return here.document == there.document and here.page == there.page and here.block == there.block + 1


def _values(segment: Segment) -> frozenset[Fraction]:
    read = read_chinese if segment.language == "zh" else read_english
    return frozenset(each.value for each in read(segment.text) if each.weight == "firm")


def _names(segment: Segment) -> frozenset[str]:
    if segment.language == "zh":
        return syllable_runs(segment.text)
    capitalised = [letters(word) for word in re.findall(r"\b[A-ZÀ-Þ][\w'’]+", segment.text)]
    joined = [left + right for left, right in itertools.pairwise(capitalised)]
    return frozenset(word for word in [*capitalised, *joined] if len(word) >= 4)
