"""Lists of numbers and of texts in a file, laid into memory: each page is checked when it is first read.

The first line is a checksum (CRC-32) of the second, which is JSON: the kind of file, its facts, where each
section stands, and a checksum of the list of checksums that ends the file, one a page. So opening
costs nothing but that list, and yet nothing is believed before it is checked: of a large file a lookup
reads a few pages. Texts are kept one after the other, with the places where they end.
"""

from __future__ import annotations

import itertools
import json
import mmap
import sys
import zlib
from array import array
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, overload

from vet_terms.files import whole_file

PAGE = 1 << 14
_CHECKSUM = len(b"00000000\n")
_STEP = 8


class DamagedFileError(Exception):
    """A file that is missing, cut, changed, or of another kind: what was kept in it is made anew."""


def write_pages(path: Path, kind: str, facts: Mapping[str, Any], sections: Mapping[str, bytes]) -> None:
    """Write facts, which JSON can hold, and sections as a file, whole or not at all. Raises OutputError."""
    places, end = {}, 0
    body = bytearray()
    for name, data in sections.items():
        places[name] = (end, len(data))
        body += data + bytes(-len(data) % _STEP)
        end = len(body)
    checksums = array("I", (zlib.crc32(body[at : at + PAGE]) for at in range(0, len(body), PAGE)))
    said = {
        "kind": kind,
        "order": sys.byteorder,
        "facts": facts,
        "sections": places,
        "length": len(body),
        "checksums": zlib.crc32(checksums.tobytes()),
    }
    line = json.dumps(said).encode()
    line += b" " * (-(_CHECKSUM + len(line) + 1) % _STEP) + b"\n"
    with whole_file(path) as stream:
        stream.write(b"%08x\n" % zlib.crc32(line))
        stream.write(line)
        stream.write(body)
        stream.write(checksums.tobytes())


def numbers(values: Iterable[int], code: str = "I") -> bytes:
    """Return whole numbers as a section."""
    return array(code, values).tobytes()


def texts(name: str, values: Iterable[str]) -> dict[str, bytes]:
    """Return texts as two sections."""
    encoded = [value.encode("utf-8", "surrogatepass") for value in values]
    ends = itertools.accumulate(map(len, encoded))
    return {f"{name}.ends": numbers(ends), name: b"".join(encoded)}


class Pages:
    """A file of sections. What is read of it raises DamagedFileError where it is not as it was written."""

    def __init__(self, path: Path, kind: str) -> None:
        self._path = path
        try:
            with path.open("rb") as stream:
                self._mapped = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
            end = self._mapped.find(b"\n", _CHECKSUM) + 1
            line = self._mapped[_CHECKSUM:end]
            if b"%08x\n" % zlib.crc32(line) != self._mapped[:_CHECKSUM]:
                raise DamagedFileError(f"{path}: is not as it was written")
            said = json.loads(line)
            if said["kind"] != kind or said["order"] != sys.byteorder:
                raise DamagedFileError(f"{path}: is of another version")
            whole = memoryview(self._mapped)
            self._body = whole[end : end + said["length"]]
            checksums = whole[end + said["length"] :]
            if zlib.crc32(checksums) != said["checksums"]:
                raise DamagedFileError(f"{path}: is not as it was written")
            self._checksums = checksums.cast("I")
            self._checked = bytearray(len(self._checksums))
            self._places: dict[str, tuple[int, int]] = said["sections"]
            self.facts: dict[str, Any] = said["facts"]
        except (OSError, ValueError, LookupError, TypeError) as error:
            raise DamagedFileError(f"{path}: cannot be read ({error})") from error

    def part(self, name: str, start: int = 0, end: int | None = None) -> memoryview:
        """Return a part of a section, checked."""
        try:
            first, length = self._places[name]
        except (KeyError, ValueError, TypeError) as error:
            raise DamagedFileError(f"{self._path}: has no {name}") from error
        end = length if end is None else end
        if not 0 <= start <= end <= length:
            raise DamagedFileError(f"{self._path}: has no such part of {name}")
        start, end = first + start, first + end
        for page in range(start // PAGE, -(-end // PAGE)):
            if not self._checked[page]:
                if zlib.crc32(self._body[page * PAGE : (page + 1) * PAGE]) != self._checksums[page]:
                    raise DamagedFileError(f"{self._path}: is not as it was written")
                self._checked[page] = 1
        return self._body[start:end]

    def numbers(self, name: str, code: Literal["I", "Q"] = "I") -> memoryview:
        """Return a section of whole numbers."""
        return self.part(name).cast(code)


class Texts(Sequence[str]):
    """The texts of two sections, each read when it is asked for."""

    def __init__(self, pages: Pages, name: str) -> None:
        self._pages, self._name = pages, name
        self._ends = pages.numbers(f"{name}.ends")

    def __len__(self) -> int:
        return len(self._ends)

    @overload
    def __getitem__(self, number: int) -> str: ...
    @overload
    def __getitem__(self, number: slice) -> list[str]: ...
    def __getitem__(self, number: int | slice) -> str | list[str]:
        """Return a text, or several."""
        if isinstance(number, slice):
            return [self[each] for each in range(*number.indices(len(self)))]
        if not 0 <= number < len(self._ends):
            raise IndexError(number)
        start = self._ends[number - 1] if number else 0
        part = self._pages.part(self._name, start, self._ends[number])
        return str(part, "utf-8", "surrogatepass")

    def all(self) -> list[str]:
        """Return all texts at once."""
        whole = bytes(self._pages.part(self._name))
        starts = itertools.chain([0], self._ends)
        return [
            whole[start:end].decode("utf-8", "surrogatepass")
            for start, end in zip(starts, self._ends, strict=False)
        ]
