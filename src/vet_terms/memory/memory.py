"""A memory to be asked: a store of units with an index for each language, opened together.

The index is made from the store's units and kept beside it: both kinds of store give the same answers, and
a lost index costs time and nothing else.
"""

from __future__ import annotations

import contextlib
import functools
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from vet_terms.errors import UsageError
from vet_terms.memory.concordance import Concord, concords, places_of
from vet_terms.memory.index.index import Index
from vet_terms.memory.index.rows import IndexRow, index_row
from vet_terms.memory.matching.folding import folded, symbols, without_codes
from vet_terms.memory.matching.measure import differences, digest_of
from vet_terms.memory.ranking import rank_of
from vet_terms.memory.store.opening import is_server, open_store
from vet_terms.memory.store.store import Added, Store
from vet_terms.memory.unit import Match, MemoryUnit
from vet_terms.model import Language
from vet_terms.progress import Progress, silent

if TYPE_CHECKING:
    from vet_terms.memory.meaning import MeaningIndex

DEFAULT_THRESHOLD = 70
"""In percent: what translators call a fuzzy match begins here."""

FOLDER = ".vet-terms"


class Memory:
    """Units that can be searched. What others add meanwhile is seen after `refresh`."""

    def __init__(self, store: Store, folder: Path, progress: Progress = silent) -> None:
        self.store = store
        self._folder = folder
        self._progress = progress
        self._indexes: dict[Language, Index] = {}

    @property
    def remarks(self) -> list[str]:
        """What a person should hear of the index, one sentence each."""
        return [remark for index in self._indexes.values() for remark in index.remarks]

    def index(self, language: Language) -> Index:
        """Return the index of a language, in step with the store as it was at the first call."""
        if language not in self._indexes:
            state = self.store.state()
            index = Index(self._folder / f"memory-{state.identity}" / language, language)
            index.keep_in_step(state, functools.partial(self._rows_after, language))
            self._indexes[language] = index
        return self._indexes[language]

    def refresh(self) -> None:
        """See from now on what was added to the store and removed from it."""
        for language, index in self._indexes.items():
            index.keep_in_step(self.store.state(), functools.partial(self._rows_after, language))

    def add(self, units: Iterable[MemoryUnit]) -> Added:
        """Keep units, all or none (`Store.add`)."""
        added = self.store.add(units)
        self.refresh()
        return added

    def search(
        self,
        text: str,
        language: Language,
        threshold: int = DEFAULT_THRESHOLD,
        limit: int | None = 10,
    ) -> list[Match]:
        """Return the units whose text in a language is at least so like a text: all of them, best first.

        ``threshold`` is in percent, from 1. ``limit`` cuts the answer, None does not. Below 60 percent an
        index is of less help, and a search takes as long as comparing all. Raises UsageError for a text
        without a character that counts.
        """
        query = symbols(folded(text, language))
        if not query:
            raise UsageError("the text to search for is empty; give a sentence or a part of one")
        digest = digest_of(text)
        found: list[tuple[int, int, int]] = []
        for shard in self.index(language).shards:
            for percent, place in shard.alike(query, threshold):
                for unit_id, rank, unit_digest in shard.owners(place):
                    same = percent < 100 or unit_digest == digest
                    found.append((-percent if same else -99, -rank, unit_id))
        found.sort()
        if threshold == 100:
            found = [each for each in found if each[0] == -100]
        matches: list[Match] = []
        step = limit or len(found) or 1
        for start in range(0, len(found), step):
            part = found[start : start + step]
            units = self.store.get([unit_id for _, _, unit_id in part])
            matches += [
                _match(text, units[unit_id], -percent, language)
                for percent, _, unit_id in part
                if unit_id in units
            ]
            if limit and len(matches) >= limit:
                break
        return matches[:limit]

    def concordance(self, phrase: str, language: Language, limit: int = 20) -> tuple[list[Concord], int]:
        """Return units that have a phrase on the side of a language, the best-ranked first, and how many do.

        Raises UsageError for a phrase without a character that counts.
        """
        if not without_codes(folded(phrase, language), language):
            raise UsageError("the phrase to look for is empty; give a word or a few")
        index = self.index(language)
        ids = places_of(index.shards, phrase, language)
        if self.store.state().removed > index.removed:
            ids = ids[np.isin(ids, [*self.store.there(ids.tolist())])]
        return concords(self.store, ids, phrase, language, limit), len(ids)

    def by_meaning(self) -> MeaningIndex:
        """Return the index by meaning, in step with the store; the first time all units are read for it.

        Raises UsageError where the sentence encoder is not installed.
        """
        from vet_terms.memory.meaning import MeaningIndex

        index = MeaningIndex(self._folder / f"memory-{self.store.state().identity}" / "meaning", self.store)
        index.extend(self._progress)
        return index

    def _rows_after(self, language: Language, last_id: int) -> Iterator[IndexRow]:
        for row in self.store.texts_after(last_id):
            text = row.zh if language == "zh" else row.en
            yield index_row(row.id, text, rank_of(row.status, row.created, row.changed), language)


def _match(text: str, unit: MemoryUnit, percent: int, language: Language) -> Match:
    differs: tuple[str, ...] = ()
    if percent == 99:
        theirs = unit.text(language)
        if symbols(folded(text, language)) == symbols(folded(theirs, language)):
            differs = differences(text, theirs)
    return Match(unit, percent, differs)


@contextlib.contextmanager
def open_memory(address: str, *, create: bool = False, progress: Progress = silent) -> Iterator[Memory]:
    """Open a memory by the address of its store (`open_store`); raises what that raises."""
    with open_store(address, create=create) as store:
        yield Memory(store, index_folder(address), progress)


def index_folder(address: str) -> Path:
    """Return the folder for the index of a store: beside a file, in the user's cache for a server."""
    if not is_server(address):
        return Path(address).absolute().parent / FOLDER
    cache = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    return (Path(cache) if cache else Path.home() / ".cache") / "vet-terms"
