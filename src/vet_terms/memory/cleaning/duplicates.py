"""Units with the same two texts: all but the best of them, in bounded memory.

Of each a digest, its rank, its number and which pair of its unit it is are kept: 36 bytes.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from hashlib import blake2b

from vet_terms.memory.cleaning.subject import Subject


class Duplicates:
    """Takes note of units, and tells afterwards which of them are there several times.

    The same are units whose texts are the same to the letter but for spaces around them, and whose
    language codes name the same varieties.
    """

    def __init__(self) -> None:
        self._digests = (array("Q"), array("Q"))
        self._ranks, self._numbers, self._pairs = array("q"), array("q"), array("I")

    def see(self, subject: Subject) -> None:
        """Take note of a unit."""
        digest = blake2b(_told_apart_by(subject), digest_size=16).digest()
        for part, kept in enumerate(self._digests):
            kept.append(int.from_bytes(digest[8 * part : 8 * part + 8], "little"))
        self._ranks.append(subject.rank)
        self._numbers.append(subject.number)
        self._pairs.append(subject.pair)

    def found(self) -> Iterator[tuple[int, int, int]]:
        """Yield number and pair of each that can go, and which number stays: of equals the first."""
        import numpy as np

        if not self._numbers:
            return
        low, high = (np.frombuffer(each, dtype=np.uint64) for each in self._digests)
        ranks = np.frombuffer(self._ranks, dtype=np.int64)
        # A stable sort: of equals the first comes first.
        order = np.lexsort((-ranks, low, high))
        same = (low[order][1:] == low[order][:-1]) & (high[order][1:] == high[order][:-1])
        stays = int(order[0])
        for place, repeated in zip(order[1:].tolist(), same.tolist(), strict=True):
            if repeated:
                yield self._numbers[place], self._pairs[place], self._numbers[stays]
            else:
                stays = place


def _told_apart_by(subject: Subject) -> bytes:
    codes = (code.replace("_", "-").casefold() for code in subject.codes)
    return "\0".join((*codes, subject.zh.strip(), subject.en.strip())).encode("utf-8", "surrogatepass")
