"""What of a text an index counts, as numbers: pairs of neighbouring symbols in Chinese, words in English.

A feature that stands in a text a second time is another feature, so that to count common features is to
count them with how often they stand. Two words may get one number by chance; an index that is checked
against the texts afterwards then only looks at a text too many.
"""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from vet_terms.memory.matching.measure import words
from vet_terms.model import Language

Features = npt.NDArray[np.uint64]
Counts = npt.NDArray[np.int64]

_BITS = 42
"""A feature is two code points of 21 bits; how often it stood before is above them."""
_POSITION_BITS = 64 - _BITS

MOST_TEXTS = 1 << _POSITION_BITS
"""How many texts `postings` can tell apart."""


def features_of(texts: Sequence[str], language: Language) -> tuple[Features, Counts]:
    """Return the features of texts (as symbols), one text after the other, and how many each text has."""
    return _pairs(texts) if language == "zh" else _words(texts)


def numbered_features(text: str, language: Language) -> Features:
    """Return the features of one text, all different, ascending."""
    features, _ = features_of([text], language)
    _, numbered = _numbered(features, np.zeros(len(features), dtype=np.uint64))
    return numbered


def postings(
    texts: Sequence[str], language: Language
) -> tuple[Features, npt.NDArray[np.int64], npt.NDArray[np.uint32]]:
    """Return features, where the places of each begin, and the places: which texts have it, ascending.

    Features are ascending; texts are at most `MOST_TEXTS`.
    """
    features, counts = features_of(texts, language)
    places, numbered = _numbered(features, np.repeat(np.arange(len(texts), dtype=np.uint64), counts))
    begins = np.flatnonzero(np.diff(numbered, prepend=np.uint64(2**64 - 1)))
    starts = np.append(begins, len(numbered)).astype(np.int64)
    return numbered[begins], starts, places.astype(np.uint32)


def _numbered(features: Features, places: Features) -> tuple[Features, Features]:
    """Return places and numbered features, sorted by the feature and then by the place."""
    both = np.sort(features << np.uint64(_POSITION_BITS) | places)
    repeated = np.flatnonzero(both[1:] == both[:-1]) + 1
    places, features = both & np.uint64(MOST_TEXTS - 1), both >> np.uint64(_POSITION_BITS)
    if not len(repeated):
        return places, features
    # A run of equal ones gives indices in a row, but for its first: how far each is from the row's begin.
    order = np.arange(len(repeated))
    begins = np.diff(repeated, prepend=-1) != 1
    before = order - np.maximum.accumulate(np.where(begins, order, 0)) + 1
    numbered = features[repeated] | before.astype(np.uint64) << np.uint64(_BITS)
    again = np.argsort(numbered, kind="stable")
    return (
        np.concatenate([np.delete(places, repeated), places[repeated][again]]),
        np.concatenate([np.delete(features, repeated), numbered[again]]),
    )


def _pairs(texts: Sequence[str]) -> tuple[Features, Counts]:
    joined = "".join(texts).encode("utf-32-le", "surrogatepass")
    codes = np.frombuffer(joined, dtype=np.uint32).astype(np.uint64)
    lengths = np.fromiter((len(text) for text in texts), dtype=np.int64, count=len(texts))
    if len(codes) < 2:
        return np.empty(0, dtype=np.uint64), np.zeros(len(texts), dtype=np.int64)
    pairs = codes[:-1] << np.uint64(_BITS // 2) | codes[1:]
    inside = np.ones(len(pairs), dtype=bool)
    ends = np.cumsum(lengths)
    ends = ends[(ends > 0) & (ends < len(codes))]
    inside[ends - 1] = False
    return pairs[inside], np.maximum(lengths - 1, 0)


def _words(texts: Sequence[str]) -> tuple[Features, Counts]:
    known: dict[str, int] = {}
    features = array("Q")
    counts = np.zeros(len(texts), dtype=np.int64)
    for place, text in enumerate(texts):
        found = words(text)
        counts[place] = len(found)
        for word in found:
            feature = known.get(word)
            if feature is None:
                feature = known[word] = _of_word(word)
            features.append(feature)
    return np.frombuffer(features, dtype=np.uint64) if features else np.empty(0, dtype=np.uint64), counts


def _of_word(word: str) -> int:
    digest = hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> (64 - _BITS)
