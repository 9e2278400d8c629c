"""A TMX file's bytes in blocks: plain, gzipped, or alone in a zip archive; from a path or standard input.

What a file is, is told by its first bytes and not by its ending. Nothing is written to the disk and no name
inside an archive leads anywhere. An archive that unpacks to far more than XML ever does is refused.
"""

from __future__ import annotations

import contextlib
import gzip
import io
import struct
import sys
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

from vet_terms.errors import InputError
from vet_terms.files import STDIN, read_failure
from vet_terms.tmx.encoding import as_utf8
from vet_terms.tmx.parsing import BrokenTmxError

BLOCK = 1 << 16
MOST_RATIO = 200
"""How many times its size an archive may unpack to, beyond `ALWAYS_ALLOWED`; TMX packs to a tenth or so."""
ALWAYS_ALLOWED = 64 * 1024 * 1024
MOST_PIPED = 256 * 1024 * 1024
"""Bytes of a zip archive from standard input: it is read from its end, and so kept in memory."""

_GZIP, _ZIP = b"\x1f\x8b", b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_ENCRYPTED = 1
_DAMAGED = (
    *(zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, struct.error, EOFError),
    *(LookupError, ValueError, ArithmeticError, RuntimeError, NotImplementedError),
)
"""What zipfile and gzip raise for archives that lie or break off."""


@contextlib.contextmanager
def utf8_blocks(path: Path | str) -> Iterator[Iterator[bytes]]:
    """Open a file, ``-`` for standard input, and give its content block by block, unpacked and in UTF-8.

    Raises InputError where it is missing, not readable, or an archive of no or several TMX files. The blocks
    raise BrokenTmxError where an archive breaks off or bytes are not in their encoding, InputError where
    the file is empty, unpacks to too much or is in no known encoding.
    """
    name = name_of(path)
    with contextlib.ExitStack() as opened:
        try:
            stream = sys.stdin.buffer if str(path) == STDIN else opened.enter_context(Path(path).open("rb"))
            start = stream.read(len(_ZIP))
        except (OSError, ValueError) as error:
            raise InputError(f"{name}: {read_failure(error)}") from error
        packed = _Packed(start, stream)
        if start.startswith(_GZIP):
            unpacked = opened.enter_context(gzip.GzipFile(fileobj=packed))  # type: ignore[call-overload]
            blocks = _unpacked_blocks(unpacked, packed, name)
        elif start in (_ZIP, _EMPTY_ZIP):
            blocks = _unpacked_blocks(_only_tmx(packed, name, opened), packed, name)
        else:
            blocks = _blocks(packed, name)
        yield as_utf8(blocks, name)


class _Packed:
    """A stream whose first bytes were read already; counts what was taken from it."""

    def __init__(self, start: bytes, rest: BinaryIO) -> None:
        self.taken = 0
        self._start = start
        self.rest = rest

    def read(self, most: int = -1) -> bytes:
        """Return up to so many bytes, all that are left for -1."""
        if most < 0:
            data = self._start + self.rest.read()
        else:
            data = self._start[:most]
            data += self.rest.read(most - len(data))
        self._start = self._start[len(data) :]
        self.taken += len(data)
        return data


def name_of(path: Path | str) -> str:
    """Return what messages call a file."""
    return "standard input" if str(path) == STDIN else str(path)


def _blocks(stream: _Packed, name: str) -> Iterator[bytes]:
    try:
        while block := stream.read(BLOCK):
            yield block
    except OSError as error:
        raise InputError(f"{name}: {read_failure(error)}") from error


def _unpacked_blocks(stream: io.BufferedIOBase, packed: _Packed, name: str) -> Iterator[bytes]:
    size = 0
    while True:
        try:
            # Unlike read, it gives what stands before the damage in the same block.
            block = stream.read1(BLOCK)
        except (*_DAMAGED, gzip.BadGzipFile) as error:
            raise BrokenTmxError("the archive is damaged or breaks off") from error
        except OSError as error:
            raise InputError(f"{name}: {read_failure(error)}") from error
        if not block:
            return
        size += len(block)
        if size > ALWAYS_ALLOWED + MOST_RATIO * packed.taken:
            raise InputError(
                f"{name}: unpacks to more than {MOST_RATIO} times its size, as no TMX does; it is not read"
            )
        yield block


def _only_tmx(packed: _Packed, name: str, opened: contextlib.ExitStack) -> io.BufferedIOBase:
    """Open the one TMX file of a zip archive. Raises InputError where there is none, or several."""
    whole = packed.rest
    if not whole.seekable():
        whole = io.BytesIO(packed.read(MOST_PIPED + 1))
        if packed.taken > MOST_PIPED:
            most = MOST_PIPED // 1024 // 1024
            raise InputError(f"{name}: is a zip archive of more than {most} MB; give it as a file, unpacked")
    packed.taken = whole.seek(0, io.SEEK_END)
    try:
        archive = opened.enter_context(zipfile.ZipFile(whole))
        inside = [each for each in archive.infolist() if _is_tmx(each.filename)]
        if len(inside) == 1 and not inside[0].flag_bits & _ENCRYPTED:
            stream = opened.enter_context(archive.open(inside[0]))
            return cast(io.BufferedIOBase, stream)
    except (*_DAMAGED, OSError) as error:
        raise InputError(f"{name}: is no readable zip archive, or a damaged one; pack it again") from error
    if len(inside) == 1:
        raise InputError(f"{name}: is locked with a password; pack it without one")
    raise InputError(f"{name}: {_not_one([each.filename for each in inside])}")


def _is_tmx(name: str) -> bool:
    # The Finder of macOS adds a second file to each one, which holds its icon.
    return name.lower().endswith(".tmx") and not Path(name).name.startswith("._")


def _not_one(names: list[str]) -> str:
    if not names:
        return "is a zip archive with no .tmx file in it; pack a TMX, or give the file itself"
    shown = ["".join(char if char.isprintable() else "?" for char in name[:60]) for name in names[:3]]
    some = ", ".join(shown) + (", …" if len(names) > 3 else "")
    return f"is a zip archive of {len(names)} TMX files ({some}); unpack it and give them one by one"
