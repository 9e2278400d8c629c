"""Facts and arrays in a file: written whole, laid into memory, and never believed before they are checked.

The first line is a checksum (CRC-32, in hexadecimal) over all that follows. The second is JSON: what kind of
file it is, its facts, and the length of each array in bytes. Then come the arrays, each at a multiple of 64
bytes. The operating system lays them into memory, so that opening costs the checksum and nothing else.
"""

from __future__ import annotations

import json
import mmap
import zlib
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
import numpy.typing as npt

from vet_terms.files import whole_file

Facts = Mapping[str, Any]
Arrays = Mapping[str, npt.NDArray[Any]]

_CHECKSUM = len(b"00000000\n")
_STEP = 64
_NONE: Mapping[str, Any] = MappingProxyType({})


class DamagedFileError(Exception):
    """A file that is missing, cut, changed, or of another kind: what was kept in it is made anew."""


def write_checked(path: Path, kind: str, facts: Facts, arrays: Arrays = _NONE) -> None:
    """Write facts, which JSON can hold, and arrays as a file. Raises OutputError."""
    blocks = {name: np.ascontiguousarray(array).reshape(-1).view(np.uint8) for name, array in arrays.items()}
    said = {"kind": kind, "facts": facts, "lengths": {name: len(block) for name, block in blocks.items()}}
    line = json.dumps(said).encode()
    parts: list[Any] = [line + b"\n" * (_rounded_up(_CHECKSUM + len(line) + 1) - _CHECKSUM - len(line))]
    for block in blocks.values():
        parts += [block, bytes(_rounded_up(len(block)) - len(block))]
    checksum = 0
    for part in parts:
        checksum = zlib.crc32(part, checksum)
    with whole_file(path) as stream:
        stream.write(_line_of(checksum))
        for part in parts:
            stream.write(part)


def open_checked(
    path: Path, kind: str, types: Mapping[str, str] = _NONE
) -> tuple[dict[str, Any], dict[str, npt.NDArray[Any]]]:
    """Return the facts of a file of a kind, and its arrays, of the types that are given by their names.

    Raises DamagedFileError.
    """
    try:
        with path.open("rb") as stream:
            mapped = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
        with memoryview(mapped) as whole, whole[_CHECKSUM:] as rest:
            if _line_of(zlib.crc32(rest)) != mapped[:_CHECKSUM]:
                raise DamagedFileError(f"{path}: is not as it was written")
        end = mapped.find(b"\n", _CHECKSUM)
        said = json.loads(mapped[_CHECKSUM:end])
        if said["kind"] != kind or list(said["lengths"]) != list(types):
            raise DamagedFileError(f"{path}: is of another version")
        start = _rounded_up(end + 1)
        arrays = {}
        for name, length in said["lengths"].items():
            size = np.dtype(types[name]).itemsize
            arrays[name] = np.frombuffer(mapped, dtype=types[name], count=length // size, offset=start)
            start += _rounded_up(length)
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise DamagedFileError(f"{path}: cannot be read ({error})") from error
    return said["facts"], arrays


def _line_of(checksum: int) -> bytes:
    return b"%08x\n" % checksum


def _rounded_up(size: int) -> int:
    return -(-size // _STEP) * _STEP
