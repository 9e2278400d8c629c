"""Files of an index: a shard each, and the list of those that make it."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from pathlib import Path

from vet_terms.memory.checked_files import DamagedFileError, open_checked, write_checked
from vet_terms.memory.index.shard import Arrays
from vet_terms.memory.store.store import StoreState

_SHARD = "vet-terms shard 2"
_LIST = "vet-terms list of shards 2"
_TYPES = {
    "texts": "<u1",
    "text_starts": "<i8",
    "lengths": "<i4",
    "sizes": "<i4",
    "has_number": "<u1",
    "features": "<u8",
    "feature_starts": "<i8",
    "places": "<u4",
    "owner_starts": "<i8",
    "ids": "<i8",
    "ranks": "<i8",
    "digests": "<i8",
}


@dataclass(frozen=True, slots=True)
class ShardList:
    """Which files make an index, and how much of which store is in them."""

    identity: str
    last_id: int
    last_digest: int
    removed: int
    files: tuple[str, ...]


def write_shard(path: Path, arrays: Arrays) -> None:
    """Write a shard's arrays as a file. Raises OutputError."""
    write_checked(path, _SHARD, {}, {name: getattr(arrays, name).astype(kind, copy=False)
                                     for name, kind in _TYPES.items()})  # fmt: skip


def open_shard(path: Path) -> Arrays:
    """Return the arrays of a shard's file, all of it checked. Raises DamagedFileError."""
    _, arrays = open_checked(path, _SHARD, _TYPES)
    return Arrays(**arrays)


def write_list(path: Path, listed: ShardList) -> None:
    """Write the list of an index. Raises OutputError."""
    write_checked(path, _LIST, dataclasses.asdict(listed))


def open_list(path: Path, state: StoreState) -> ShardList:
    """Return the list of an index. Raises DamagedFileError where it is of no use for a store."""
    facts, _ = open_checked(path, _LIST)
    listed = ShardList(**facts | {"files": tuple(facts["files"])})
    if listed.identity != state.identity:
        raise DamagedFileError(f"{path}: is of another memory")
    if listed.last_id > state.last_id or listed.removed > state.removed:
        raise DamagedFileError(f"{path}: knows more than the memory has")
    return listed
