"""A shard of an index: some texts in one language, and which of them can be like a text, complete.

Distinct folded texts stand in the order of their length, so that the lengths which are possible at a
threshold are one stretch. Beside them are the places of each feature (`matching.features`). A search counts
how many features of the text each place has, the dearest ones only where it matters, and compares what has
enough (`Measure.shared_needed`): what is passed over cannot be like enough. Arrays are only read, and may
lie in a file.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from vet_terms.memory.index.rows import IndexRow
from vet_terms.memory.matching.features import MOST_TEXTS, numbered_features, postings
from vet_terms.memory.matching.folding import symbols
from vet_terms.memory.matching.measure import MEASURES, shortest_and_longest
from vet_terms.model import Language
from vet_terms.tmx.model import PLACEABLE

MOST_ROWS = min(1 << 18, MOST_TEXTS)
"""Units a shard can have: what its making takes of memory is bound by this, and a search loses little."""

_FEW = 64
"""Places of which it costs less to compare the texts than to count the rest of their features."""

Integers = npt.NDArray[Any]


@dataclass(frozen=True, slots=True)
class Arrays:
    """All that a shard is, as arrays; `files` writes and opens them in this order."""

    texts: npt.NDArray[np.uint8]
    """The folded texts in UTF-8, each with a line feed behind it."""
    text_starts: npt.NDArray[np.int64]
    lengths: npt.NDArray[np.int32]
    """In symbols, ascending."""
    sizes: npt.NDArray[np.int32]
    has_number: npt.NDArray[np.uint8]
    """1 where the text as symbols is not the text itself."""
    features: npt.NDArray[np.uint64]
    feature_starts: npt.NDArray[np.int64]
    places: npt.NDArray[np.uint32]
    """Of each feature the places of the texts that have it, ascending."""
    owner_starts: npt.NDArray[np.int64]
    ids: npt.NDArray[np.int64]
    """Of each text the units that have it."""
    ranks: npt.NDArray[np.int64]
    digests: npt.NDArray[np.int64]


def arrays_of(rows: Sequence[IndexRow], language: Language) -> Arrays:
    """Return the arrays of a shard over at most `MOST_ROWS` units."""
    by_text: dict[str, list[IndexRow]] = {}
    for row in rows:
        by_text.setdefault(row.text, []).append(row)
    compared = {text: symbols(text) for text in by_text}
    texts = sorted(by_text, key=lambda text: (len(compared[text]), text))
    ordered = [compared[text] for text in texts]
    encoded = [text.encode("utf-8", "surrogatepass") + b"\n" for text in texts]
    owners = [row for text in texts for row in by_text[text]]
    size = MEASURES[language].size
    features, feature_starts, places = postings(ordered, language)
    return Arrays(
        texts=np.frombuffer(b"".join(encoded), dtype=np.uint8),
        text_starts=_starts([len(each) for each in encoded]),
        lengths=np.array([len(each) for each in ordered], dtype=np.int32),
        sizes=np.array([size(each) for each in ordered], dtype=np.int32),
        has_number=np.array([compared[text] != text for text in texts], dtype=np.uint8),
        features=features,
        feature_starts=feature_starts,
        places=places,
        owner_starts=_starts([len(by_text[text]) for text in texts]),
        ids=np.array([row.id for row in owners], dtype=np.int64),
        ranks=np.array([row.rank for row in owners], dtype=np.int64),
        digests=np.array([row.digest for row in owners], dtype=np.int64),
    )


def _starts(sizes: Sequence[int]) -> npt.NDArray[np.int64]:
    return np.concatenate([[0], np.cumsum(np.array(sizes, dtype=np.int64))]).astype(np.int64)


class Shard:
    """The texts of one shard, to be searched."""

    def __init__(self, arrays: Arrays, language: Language) -> None:
        self.arrays = arrays
        self._language: Language = language
        self._measure = MEASURES[language]

    def __len__(self) -> int:
        """Return how many units the shard has."""
        return len(self.arrays.ids)

    def text(self, place: int) -> str:
        """Return the folded text at a place."""
        start, end = self.arrays.text_starts[place : place + 2].tolist()
        return self.arrays.texts[start : end - 1].tobytes().decode("utf-8", "surrogatepass")

    def owners(self, place: int) -> Iterator[tuple[int, int, int]]:
        """Yield (id, rank, digest) of the units that have the text at a place."""
        start, end = self.arrays.owner_starts[place : place + 2].tolist()
        ids, ranks, digests = (
            each[start:end].tolist() for each in (self.arrays.ids, self.arrays.ranks, self.arrays.digests)
        )
        return zip(ids, ranks, digests, strict=True)

    def rows(self) -> Iterator[IndexRow]:
        """Yield every unit."""
        for place in range(len(self.arrays.lengths)):
            text = self.text(place)
            for unit_id, rank, digest in self.owners(place):
                yield IndexRow(text, unit_id, rank, digest)

    @functools.cached_property
    def has_codes(self) -> bool:
        """Whether any text has an inline code."""
        return re.search(PLACEABLE.encode(), self.arrays.texts.data) is not None

    def alike(self, query: str, threshold: int) -> Iterator[tuple[int, int]]:
        """Yield (percent, place) of every text that is at least so like a text, given as symbols."""
        low, high = self._stretch(len(query), threshold)
        if low == high:
            return
        percent = self._measure.percent
        for place in self._possible(query, low, high, threshold):
            found = percent(query, self._symbols(place), threshold)
            if found >= threshold:
                yield found, place

    def _symbols(self, place: int) -> str:
        text = self.text(place)
        return symbols(text) if self.arrays.has_number[place] else text

    def _stretch(self, length: int, threshold: int) -> tuple[int, int]:
        shortest, longest = shortest_and_longest(length, threshold)
        low = int(np.searchsorted(self.arrays.lengths, shortest, "left"))
        return low, int(np.searchsorted(self.arrays.lengths, longest, "right"))

    def _possible(self, query: str, low: int, high: int, threshold: int) -> Iterable[int]:
        """Return the places of a stretch whose texts share enough with a text to be compared with it."""
        sizes = self.arrays.sizes[low:high]
        size = self._measure.size(query)
        at_all = np.arange(int(sizes.min()), int(sizes.max()) + 1)
        needed = self._measure.shared_needed(size, at_all, threshold)
        unbound = needed <= 0
        if unbound.all():
            return range(low, high)
        free = np.flatnonzero(unbound[sizes - at_all[0]]) if unbound.any() else np.empty(0, dtype=np.int64)
        bound = self._sharing(query, low, high, int(needed[~unbound].min()))
        if len(bound[0]) > _FEW:
            places, counts = bound
            enough = counts >= self._measure.shared_needed(size, sizes[places], threshold)
            bound = places[enough], counts[enough]
        places = np.union1d(bound[0], free) if len(free) else bound[0]
        return (places + low).tolist()  # type: ignore[no-any-return]

    def _sharing(self, query: str, low: int, high: int, needed: int) -> tuple[Integers, Integers]:
        """Return the places (counted from ``low``) that share so many features, and how many they share.

        A place that has enough features has some of the rarer ones: the most frequent features are only
        asked about the places that were found, and not at all where those are few.
        """
        starts, ends = self._lists(query)
        if len(starts) < needed:
            return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)
        left_out = (needed - 1) // 2
        order = np.argsort(ends - starts, kind="stable")
        rare, frequent = order[: len(order) - left_out], order[len(order) - left_out :]
        stretch = np.array([low, high], dtype=np.uint32)
        lists = [
            self._in_stretch(start, end, stretch)
            for start, end in zip(starts[rare].tolist(), ends[rare].tolist(), strict=True)
        ]
        seen = np.subtract(np.concatenate(lists), low, dtype=np.intp)
        counts = np.bincount(seen, minlength=high - low)
        places = np.flatnonzero(counts >= needed - left_out)
        shared = counts[places]
        if len(places) > _FEW:
            for start, end in zip(starts[frequent].tolist(), ends[frequent].tolist(), strict=True):
                every = self.arrays.places[start:end]
                wanted = (places + low).astype(np.uint32)
                at = np.minimum(np.searchsorted(every, wanted), len(every) - 1)
                shared += every[at] == wanted
            enough = shared >= needed
            places, shared = places[enough], shared[enough]
        return places, shared

    def _lists(self, query: str) -> tuple[Integers, Integers]:
        """Return where the lists of a text's features begin and end in ``places``."""
        wanted = numbered_features(query, self._language)
        arrays = self.arrays
        at = np.searchsorted(arrays.features, wanted)
        at = at[at < len(arrays.features)]
        at = at[arrays.features[at] == wanted[: len(at)]]
        return arrays.feature_starts[at], arrays.feature_starts[at + 1]

    def _in_stretch(self, start: int, end: int, stretch: Integers) -> Integers:
        every = self.arrays.places[start:end]
        first, last = np.searchsorted(every, stretch).tolist()
        return every[first:last]
