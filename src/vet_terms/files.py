"""Reading and writing files with errors that a person can act on.

Output files are replaced whole or not at all: the new content goes to a temporary file beside the
old one, reaches the disk, and takes its name. Devices and pipes (``/dev/stdout``) are written in
place, since they cannot be replaced. This room knows no format.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from contextvars import ContextVar
from pathlib import Path
from typing import BinaryIO

from vet_terms.errors import InputError, OutputError

STDIN = "-"

_MOST_OF_A_DEVICE = 1 << 26
"""Bytes: a terminal has fewer, and /dev/zero no end."""
_ANYBODY_WRITES = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH

_WAITING: ContextVar[list[tuple[Path, Path]] | None] = ContextVar("_WAITING", default=None)


def read_bytes(path: Path | str) -> bytes:
    """Return the content of a file, or of standard input for ``-``.

    Raises InputError where it is missing, a folder, a device without an end, or not readable.
    """
    if str(path) == STDIN:
        return sys.stdin.buffer.read()
    if not str(path):
        raise InputError("the name of a file is empty; name a file, or `-` for standard input")
    try:
        if not _is_device(Path(path)):
            return Path(path).read_bytes()
        with Path(path).open("rb") as stream:
            data = stream.read(_MOST_OF_A_DEVICE + 1)
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: {read_failure(error)}") from error
    if len(data) > _MOST_OF_A_DEVICE:
        raise InputError(f"{path}: is a device and has no end; name a file, or `-` for standard input")
    return data


def is_one_of(path: Path | str, others: Iterable[Path | str | None]) -> bool:
    """Say whether a file is one of others, by whatever name; ``-`` and what is not there are none."""
    if str(path) == STDIN or not Path(path).exists():
        return False
    named = [Path(each) for each in others if each and str(each) != STDIN]
    return any(each.exists() and each.samefile(path) for each in named)


def read_failure(error: OSError | ValueError) -> str:
    """Return what to tell a person about a failed read, without the path."""
    if isinstance(error, FileNotFoundError):
        return "no such file; check the name and the folder"
    if isinstance(error, IsADirectoryError):
        return "is a folder; name a file in it"
    if isinstance(error, PermissionError):
        return "not readable; check its permissions"
    if isinstance(error, OSError):
        return f"cannot be read ({error.strerror or error})"
    return f"is not a usable file name ({error})"


def write_failure(error: OSError | ValueError) -> str:
    """Return what to tell a person about a failed write, without the path."""
    if isinstance(error, OSError) and error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return "the disk is full; free some space and run again (nothing was changed)"
    if isinstance(error, OSError) and error.errno == errno.EFBIG:
        return "the file would grow over the allowed size (nothing was changed)"
    if isinstance(error, FileNotFoundError):
        return "its folder does not exist; create it or choose another"
    if isinstance(error, NotADirectoryError | FileExistsError):
        return "a part of its path is a file and not a folder; choose another"
    if isinstance(error, IsADirectoryError):
        return "is a folder; name a file in it"
    if isinstance(error, PermissionError):
        return "not writable; check the permissions of the file and its folder"
    if isinstance(error, OSError):
        return f"cannot be written ({error.strerror or error})"
    return f"is not a usable file name ({error})"


@contextlib.contextmanager
def whole_file(path: Path | str) -> Iterator[BinaryIO]:
    """Open a file for writing that takes its name only when the block ends without an error.

    Raises OutputError where it cannot be written; the old file is then as it was.
    """
    if not str(path):
        raise OutputError("the name of a file to write is empty; name a file")
    try:
        with _replacing(Path(path)) as stream:
            yield stream
    except (OSError, ValueError) as error:
        if isinstance(error, FileNotFoundError) and Path(path).parent.is_dir():
            raise OutputError(f"{path}: cannot be created in this folder; choose another") from error
        raise OutputError(f"{path}: {write_failure(error)}") from error


def write_whole(path: Path | str, data: bytes) -> None:
    """Replace a file by the given bytes, whole or not at all. Raises OutputError."""
    with whole_file(path) as stream:
        stream.write(data)


@contextlib.contextmanager
def all_or_none() -> Iterator[None]:
    """Let the files written in the block take their names together at its end, or none of them.

    A disk that is full is found out while the last of them is written, with all old files in place.
    """
    waiting: list[tuple[Path, Path]] = []
    token = _WAITING.set(waiting)
    try:
        yield
        for temporary, target in waiting:
            temporary.replace(target)
    except OSError as error:
        raise OutputError(f"{error.filename2 or error.filename}: {write_failure(error)}") from error
    finally:
        _WAITING.reset(token)
        for temporary, _ in waiting:
            with contextlib.suppress(OSError):
                temporary.unlink()


def make_folder(path: Path) -> None:
    """Create a folder and its parents where they are missing. Raises OutputError."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise OutputError(f"{path}: {write_failure(error)}") from error


@contextlib.contextmanager
def _replacing(path: Path) -> Iterator[BinaryIO]:
    target = Path(os.path.realpath(path))
    if _is_special(target):
        with target.open("wb") as stream:
            yield stream
        return
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if target.exists() and not target.stat().st_mode & _ANYBODY_WRITES:
        # Its folder would let it be replaced; who made it read-only meant otherwise.
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    temporary = target.with_name(f".{target.name}.{os.urandom(4).hex()}.tmp")
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        if target.exists():
            temporary.chmod(stat.S_IMODE(target.stat().st_mode))
        waiting = _WAITING.get()
        if waiting is None:
            temporary.replace(target)
        else:
            waiting.append((temporary, target))
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def _is_device(path: Path) -> bool:
    mode = path.stat().st_mode
    return stat.S_ISCHR(mode) or stat.S_ISBLK(mode)


def _is_special(path: Path) -> bool:
    try:
        return not (stat.S_ISREG(mode := path.stat().st_mode) or stat.S_ISDIR(mode))
    except OSError:
        return False
