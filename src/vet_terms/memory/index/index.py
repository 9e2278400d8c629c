"""The index of a store for one language: shards in a folder, kept in step with the store, complete.

What is new in the store since the last time makes a shard of its own; shards of like size are made one, so
that there are few (as in a log-structured merge tree: O'Neil et al. 1996). A folder that is damaged, of
another store, or that something else wrote is made anew from the store, with a remark; one that cannot be
written costs time and nothing else. Units that were removed from the store stay until they are many; who
asks passes over what the store no longer has.
"""

from __future__ import annotations

import itertools
import secrets
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from vet_terms.errors import VetTermsError
from vet_terms.memory.checked_files import DamagedFileError
from vet_terms.memory.index.files import ShardList, open_list, open_shard, write_list, write_shard
from vet_terms.memory.index.rows import IndexRow
from vet_terms.memory.index.shard import MOST_ROWS, Arrays, Shard, arrays_of
from vet_terms.memory.store.store import StoreState
from vet_terms.model import Language

_LIST = "shards.list"
_ATTEMPTS = 2
_SECONDS_TO_BE_LISTED = 3600
"""A file this old that no list names is not going to be named by one."""
_MOST_REMOVED = 4
"""An index is made anew when one in so many of its units was removed from the store."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """A shard and the file that holds it; no file where the folder cannot be written."""

    shard: Shard
    file: str


class Index:
    """The shards of one language of one store."""

    def __init__(self, folder: Path, language: Language) -> None:
        self.remarks: list[str] = []
        """What a person should hear of the folder, one sentence each."""
        self._folder = folder
        self._language: Language = language
        self._kept: list[_Kept] = []
        self._identity = ""
        self._last_id = 0
        self._last_digest = 0
        self._removed = 0
        self._can_write = True
        self._replaced: list[str] = []
        """Files that no list will name."""

    @property
    def shards(self) -> list[Shard]:
        """The shards, to be searched."""
        return [kept.shard for kept in self._kept]

    @property
    def removed(self) -> int:
        """How many units had been removed from the store when the index was made anew."""
        return self._removed

    def __len__(self) -> int:
        """Return how many units the index has, those among them that were removed since."""
        return sum(len(shard) for shard in self.shards)

    def bytes_on_disk(self) -> int:
        """Return the size of the shards' files."""
        return sum((self._folder / kept.file).stat().st_size for kept in self._kept if kept.file)

    def keep_in_step(self, state: StoreState, rows_after: Callable[[int], Iterable[IndexRow]]) -> None:
        """Open the folder where that has not been done, and add what the store has got since.

        ``rows_after`` gives the texts of the units with greater ids than a given one, ascending.
        """
        if not self._identity:
            self._open(state)
            self._check_last(rows_after)
        is_new = state.last_id > self._last_id
        if (state.removed - self._removed) * _MOST_REMOVED > len(self):
            self._replaced += [kept.file for kept in self._kept]
            self._kept, self._last_id, is_new = [], 0, True
        if not is_new:
            return
        if not self._kept:
            self._removed = state.removed
        rows = iter(rows_after(self._last_id))
        before = self._kept
        self._kept = before.copy()
        while part := list(itertools.islice(rows, MOST_ROWS)):
            self._kept.append(self._written(arrays_of(part, self._language)))
            self._last_id, self._last_digest = part[-1].id, part[-1].digest
            self._merge()
        if self._kept == before:  # the last units of the store were removed
            return
        self._write_list()
        while self._replaced:
            self._forget(self._replaced.pop())
        self._forget_leavings()

    def _merge(self) -> None:
        """Make the last two shards one while the last is at least half of the one before it."""
        while len(self._kept) > 1:
            one, other = self._kept[-2:]
            sizes = len(one.shard), len(other.shard)
            if sizes[0] > 2 * sizes[1] or sum(sizes) > MOST_ROWS:
                return
            rows = [*one.shard.rows(), *other.shard.rows()]
            self._kept[-2:] = [self._written(arrays_of(rows, self._language))]
            self._replaced += [one.file, other.file]

    def _open(self, state: StoreState) -> None:
        self._identity = state.identity
        if not (self._folder / _LIST).exists():
            return
        for attempt in range(_ATTEMPTS):
            try:
                listed = open_list(self._folder / _LIST, state)
                with ThreadPoolExecutor() as pool:
                    opened = list(pool.map(lambda file: open_shard(self._folder / file), listed.files))
            except DamagedFileError as error:
                # Another process may have put new shards in the place of those that its list named.
                if attempt == _ATTEMPTS - 1:
                    self.remarks.append(f"the index of the memory is made anew ({error})")
            else:
                self._kept = [
                    self._shard(arrays, file) for arrays, file in zip(opened, listed.files, strict=True)
                ]
                self._last_id, self._last_digest = listed.last_id, listed.last_digest
                self._removed = listed.removed
                return

    def _check_last(self, rows_after: Callable[[int], Iterable[IndexRow]]) -> None:
        """Begin anew where the store has another unit by the last id: it was put back to an older state."""
        last = next(iter(rows_after(self._last_id - 1)), None) if self._last_id else None
        if last and last.id == self._last_id and last.digest != self._last_digest:
            self.remarks.append("the index of the memory is made anew (the memory is another than it was)")
            self._kept, self._last_id = [], 0

    def _written(self, arrays: Arrays) -> _Kept:
        file = f"{secrets.token_hex(8)}.shard"
        if self._can_write:
            try:
                self._folder.mkdir(parents=True, exist_ok=True)
                write_shard(self._folder / file, arrays)
                return self._shard(open_shard(self._folder / file), file)
            except (VetTermsError, DamagedFileError, OSError) as error:
                self._cannot_write(error)
        return self._shard(arrays, "")

    def _shard(self, arrays: Arrays, file: str) -> _Kept:
        return _Kept(Shard(arrays, self._language), file)

    def _write_list(self) -> None:
        files = tuple(kept.file for kept in self._kept)
        listed = ShardList(self._identity, self._last_id, self._last_digest, self._removed, files)
        if self._can_write:
            try:
                write_list(self._folder / _LIST, listed)
            except VetTermsError as error:
                self._cannot_write(error)

    def _cannot_write(self, error: Exception) -> None:
        self._can_write = False
        self.remarks.append(f"the index of the memory is not kept: {error}")

    def _forget(self, file: str) -> None:
        if not file:
            return
        try:
            (self._folder / file).unlink(missing_ok=True)
        except OSError as error:
            self.remarks.append(f"{self._folder / file}: is no longer needed and cannot be removed ({error})")

    def _forget_leavings(self) -> None:
        """Remove what nobody's list names: of a process that was killed, or of an index that was damaged."""
        if not self._can_write:
            return
        named = {_LIST, *(kept.file for kept in self._kept)}
        before = time.time() - _SECONDS_TO_BE_LISTED
        for path in sorted(self._folder.iterdir()):
            try:
                if path.name not in named and path.stat().st_mtime < before:
                    path.unlink()
            except OSError:  # another process was first, or is reading it
                continue
