"""Sentence vectors of units in files: written whole, laid into memory, not believed before they are checked.

A file is a line of JSON that says how many units follow, what made their vectors and a checksum over all;
then, at multiples of 64 bytes, their ids (int64) and the vectors of their Chinese and of their English
(float16, as `language.vectors` rounds them).
"""

from __future__ import annotations

import json
import mmap
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from vet_terms.files import whole_file
from vet_terms.language.vectors import DIMENSIONS

_KIND = "vet-terms vectors 1"
_STEP = 64
_MOST_HEADER = 4096

HalfVectors = npt.NDArray[np.float16]


class DamagedPartError(Exception):
    """A file that is missing, cut, changed, or of another version or encoder: it is made anew."""


@dataclass(frozen=True, slots=True)
class Part:
    """Units by ascending id, with a row of each matrix for each."""

    ids: npt.NDArray[np.int64]
    zh: HalfVectors
    en: HalfVectors

    def __len__(self) -> int:
        """Return how many units there are."""
        return len(self.ids)


def write_part(path: Path, part: Part, encoder: str) -> None:
    """Write a part as a file. Raises OutputError."""
    blocks = [_padded(each.tobytes()) for each in (part.ids, part.zh, part.en)]
    checksum = 0
    for block in blocks:
        checksum = zlib.crc32(block, checksum)
    said = {"kind": _KIND, "encoder": encoder, "units": len(part), "checksum": checksum}
    with whole_file(path) as stream:
        stream.write(_padded(json.dumps(said).encode() + b"\n", b"\n"))
        for block in blocks:
            stream.write(block)


def open_part(path: Path, encoder: str) -> Part:
    """Return the part in a file, all of it checked. Raises DamagedPartError."""
    try:
        with path.open("rb") as stream:
            mapped = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
        end = mapped.find(b"\n", 0, _MOST_HEADER) + 1
        said = json.loads(mapped[:end])
        if said["kind"] != _KIND or said["encoder"] != encoder:
            raise DamagedPartError(f"{path}: is of another version or encoder")
        count, start = int(said["units"]), _rounded_up(end)
        sizes = [8 * count, 2 * DIMENSIONS * count, 2 * DIMENSIONS * count]
        if count < 0 or len(mapped) != start + sum(map(_rounded_up, sizes)):
            raise DamagedPartError(f"{path}: is not as long as it says")
        with memoryview(mapped) as view, view[start:] as rest:
            if zlib.crc32(rest) != said["checksum"]:
                raise DamagedPartError(f"{path}: is not as it was written")
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DamagedPartError(f"{path}: cannot be read ({error})") from error
    found: list[Any] = []
    for kind, size in zip((np.int64, np.float16, np.float16), sizes, strict=True):
        found.append(np.frombuffer(mapped, dtype=kind, count=size // np.dtype(kind).itemsize, offset=start))
        start += _rounded_up(size)
    ids, zh, en = found
    return Part(ids, zh.reshape(count, DIMENSIONS), en.reshape(count, DIMENSIONS))


def _rounded_up(size: int) -> int:
    return -(-size // _STEP) * _STEP


def _padded(data: bytes, fill: bytes = b"\0") -> bytes:
    return data.ljust(_rounded_up(len(data)), fill)
