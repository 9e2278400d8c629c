"""Shards in files: written whole, opened without being read, and never believed before they are checked.

A file is a line of JSON that says what follows (kinds and lengths of the arrays, a checksum over all of
them) and the arrays one after the other, each at a multiple of 64 bytes. It is laid into memory by the
operating system, so that opening costs the checksum and nothing else.
"""

from __future__ import annotations

import dataclasses
import json
import mmap
import zlib
from pathlib import Path

import numpy as np

from vet_terms.files import whole_file
from vet_terms.memory.index.shard import Arrays

_KIND = "vet-terms shard 1"
_STEP = 64
_MOST_HEADER = 4096
_KINDS = {
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


class DamagedShardError(Exception):
    """A file of a shard that is missing, cut, changed, or of another version: it is made anew."""


def write_shard(path: Path, arrays: Arrays) -> None:
    """Write a shard's arrays as a file. Raises OutputError."""
    parts = []
    for field in dataclasses.fields(arrays):
        data = np.ascontiguousarray(getattr(arrays, field.name), dtype=_KINDS[field.name]).tobytes()
        parts.append((field.name, data + bytes(-len(data) % _STEP), len(data)))
    checksum = 0
    for _, data, _ in parts:
        checksum = zlib.crc32(data, checksum)
    said = {"kind": _KIND, "lengths": {name: length for name, _, length in parts}, "checksum": checksum}
    header = json.dumps(said).encode() + b"\n"
    with whole_file(path) as stream:
        stream.write(header.ljust(-(-len(header) // _STEP) * _STEP, b"\n"))
        for _, data, _ in parts:
            stream.write(data)


def open_shard(path: Path) -> Arrays:
    """Return the arrays of a shard's file, all of it checked. Raises DamagedShardError."""
    try:
        with path.open("rb") as stream:
            mapped = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
        end = mapped.find(b"\n", 0, _MOST_HEADER) + 1
        said = json.loads(mapped[:end])
        lengths, checksum, kind = said["lengths"], said["checksum"], said["kind"]
        if kind != _KIND or list(lengths) != list(_KINDS) or min(lengths.values()) < 0:
            raise DamagedShardError(f"{path}: is no shard of this version")
        start = -(-end // _STEP) * _STEP
        if len(mapped) != start + sum(-(-length // _STEP) * _STEP for length in lengths.values()):
            raise DamagedShardError(f"{path}: is not as long as it says")
        with memoryview(mapped) as view, view[start:] as rest:
            if zlib.crc32(rest) != checksum:
                raise DamagedShardError(f"{path}: is not as it was written")
        arrays = {}
        for name, length in lengths.items():
            kind = np.dtype(_KINDS[name])
            arrays[name] = np.frombuffer(mapped, dtype=kind, count=length // kind.itemsize, offset=start)
            start += -(-length // _STEP) * _STEP
        return Arrays(**arrays)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise DamagedShardError(f"{path}: cannot be read ({error})") from error
