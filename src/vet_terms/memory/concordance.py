"""Concordance: every unit that has a phrase, with the places of the phrase in its text as it stands.

A phrase of any length is found, two Chinese characters too, Simplified or Traditional, whatever its case
and width; inline codes inside it do not hide it. The folded texts of the index are gone through as bytes,
which takes a tenth of a second for a million units.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from vet_terms.memory.index.shard import Shard
from vet_terms.memory.matching.folding import folded, spans_of, starts_of, without_codes
from vet_terms.memory.store.store import Store
from vet_terms.memory.unit import MemoryUnit
from vet_terms.model import Language
from vet_terms.tmx.model import PLACEABLE

_CODES = b"(?:" + PLACEABLE.encode() + b")*"
_CODES_AND_SPACES = b"(?: |" + PLACEABLE.encode() + b")*"
_SPACE = re.escape(b" ")
_ASCII = 0x80


@dataclass(frozen=True, slots=True)
class Concord:
    """A unit that has a phrase; ``spans`` are its places (start, end) in the unit's text of that language."""

    unit: MemoryUnit
    language: Language
    spans: tuple[tuple[int, int], ...]


def places_of(shards: Iterable[Shard], phrase: str, language: Language) -> npt.NDArray[np.int64]:
    """Return the ids of the units that have a phrase, the best-ranked first."""
    wanted = without_codes(folded(phrase, language), language)
    plain, with_codes = (
        re.compile(_pattern(wanted, language, has_codes=has_codes)) for has_codes in (False, True)
    )
    ids, ranks = [], []
    for shard in shards:
        arrays = shard.arrays
        pattern = with_codes if shard.has_codes else plain
        at = np.array([found.start() for found in pattern.finditer(arrays.texts.data)], dtype=np.int64)
        found_in = np.searchsorted(arrays.text_starts, at, "right") - 1
        # Behind a byte of another script, or of a code, the pattern cannot tell whether a word begins.
        sure = arrays.texts[at - 1] < _ASCII
        places = np.unique(found_in[sure])
        doubtful = np.setdiff1d(found_in[~sure], places).tolist()
        if language == "en" and doubtful:
            doubtful = [
                place
                for place in doubtful
                if starts_of(wanted, without_codes(shard.text(place), language), language)
            ]
        places = np.union1d(places, np.array(doubtful, dtype=np.int64))
        counts = arrays.owner_starts[places + 1] - arrays.owner_starts[places]
        owners = np.repeat(arrays.owner_starts[places], counts) + _within(counts)
        ids.append(arrays.ids[owners])
        ranks.append(arrays.ranks[owners])
    every, rank = np.concatenate([*ids, []]).astype(np.int64), np.concatenate([*ranks, []])
    return every[np.lexsort((every, -rank))]


def concords(
    store: Store, ids: npt.NDArray[np.int64], phrase: str, language: Language, limit: int
) -> list[Concord]:
    """Return the first units of some ids that the store still has, with the places of a phrase."""
    found: list[Concord] = []
    for start in range(0, len(ids), limit):
        wanted = ids[start : start + limit].tolist()
        units = store.get(wanted)
        found += [
            Concord(unit, language, tuple(spans_of(phrase, unit.text(language), language)))
            for unit in (units[unit_id] for unit_id in wanted if unit_id in units)
        ]
        if len(found) >= limit:
            break
    return found[:limit]


def _pattern(wanted: str, language: Language, *, has_codes: bool) -> bytes:
    """Return the regular expression of a folded phrase over folded texts in UTF-8, with codes or without."""
    begins = b"(?<![0-9a-z])" if language == "en" and wanted[0].isalnum() else b""
    parts = [re.escape(each.encode()) for each in wanted]
    if has_codes:
        # A code may have a space on both its sides.
        spaced = [part + _CODES_AND_SPACES if part == _SPACE else part for part in parts]
        return begins + _CODES.join(spaced)
    return begins + b"".join(parts)


def _within(counts: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Return 0, 1, … for each count, one after the other."""
    ends = np.cumsum(counts)
    return np.arange(int(ends[-1]) if len(ends) else 0) - np.repeat(ends - counts, counts)
