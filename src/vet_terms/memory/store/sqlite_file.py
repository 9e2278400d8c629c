"""The SQLite file of a memory: opening and creating it, its transactions, its failures in one sentence each.

A file that is not ours, or that a newer program wrote, is looked at through a connection that ignores
journals and takes no locks, so that nothing of it is touched. It is never opened by any other means than
SQLite: closing such a file would drop the locks that this process holds on it.
"""

from __future__ import annotations

import contextlib
import secrets
import shlex
import sqlite3
import stat
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from vet_terms.errors import InputError, OutputError, VetTermsError
from vet_terms.files import read_failure, write_failure
from vet_terms.memory.store.rows import FORM, Row

SECONDS_TO_WAIT = 30.0
"""How long to wait for another program that is writing."""

_SECONDS_TO_NEXT_TRY = 0.01
_APPLICATION = 0x7665746D  # "vetm"
_SCHEMA = {
    "memory": (
        "CREATE TABLE memory (identity TEXT NOT NULL, last_id INTEGER NOT NULL, removed INTEGER NOT NULL)"
    ),
    # The long text comes last, so that the others are read without it.
    "units": (
        "CREATE TABLE units (id INTEGER PRIMARY KEY, digest BLOB NOT NULL UNIQUE, zh TEXT NOT NULL, "
        "en TEXT NOT NULL, tuid TEXT NOT NULL, zh_code TEXT NOT NULL, en_code TEXT NOT NULL, "
        "creator TEXT NOT NULL, created TEXT NOT NULL, changer TEXT NOT NULL, changed TEXT NOT NULL, "
        "document TEXT NOT NULL, place TEXT NOT NULL, origin TEXT NOT NULL, status TEXT NOT NULL, "
        "score REAL NOT NULL, tu TEXT NOT NULL)"
    ),
}
_IMPORT_CACHE_KIB = 32 * 1024
"""Room for the index of digests, which an import of a million writes to all over."""
_LARGEST_JOURNAL = 64 * 1024 * 1024
"""What is left of the -wal file after it was longer."""

_AS_IT_IS = "mode=ro&immutable=1"
_IN_USE = "is in use by another program; try again when it is done"
_DAMAGED = "is damaged ({}); put back a copy of it, or import its TMX files into a new one"
_NOT_OURS = "is not a memory of vet-terms, or a damaged one; name another file"
_NEWER = "was written by a newer vet-terms; update this one"
_FAILURES = {
    sqlite3.SQLITE_BUSY: _IN_USE,
    sqlite3.SQLITE_LOCKED: _IN_USE,
    sqlite3.SQLITE_PROTOCOL: _IN_USE,
    sqlite3.SQLITE_FULL: "the disk is full; free some space and run again (nothing was changed)",
    sqlite3.SQLITE_READONLY: "not writable; check the permissions of the file and its folder",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened; check the permissions of the file and its folder",
    sqlite3.SQLITE_IOERR: "the disk failed ({}); check it and its free space, and run again",
}
_NO_FILES_BESIDE = frozenset({sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY})
_DAMAGES = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR})
"""An error in a statement is damage too: ours are right, so the tables are not."""


def connected(path: Path, *, create: bool) -> sqlite3.Connection:
    """Return a connection to a memory; ``create`` makes it where there is none.

    Raises InputError where there is something else, OutputError where it cannot be created.
    """
    with failures(str(path), OutputError if create else InputError):
        _expect_a_store(path, create=create)
        return _opened(path, create=create)


@contextlib.contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """Make the changes of the block one: all of them, or none where it fails."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextlib.contextmanager
def failures(name: str, kind: type[VetTermsError]) -> Iterator[None]:
    """Tell failures of SQLite as ours; ``kind`` is what they are where the file itself is sound."""
    try:
        yield
    except sqlite3.Error as error:
        code = _code(error)
        if code is None and isinstance(error, sqlite3.ProgrammingError):
            raise
        if code is None or code in _DAMAGES:
            raise InputError(f"{name}: {_DAMAGED.format(_words(error))}") from error
        sentence = _FAILURES.get(code, "cannot be used ({})")
        raise kind(f"{name}: {sentence.format(_words(error))}") from error


def sound(rows: list[Row], types: Sequence[type]) -> list[Row]:
    """Return rows whose values are all of the types of their columns, as a damaged file's need not be.

    Raises sqlite3.DatabaseError.
    """
    expected = tuple(types)
    if any(tuple(map(type, row)) != expected for row in rows):
        raise sqlite3.DatabaseError("a row has values of other kinds")
    return rows


def _words(error: sqlite3.Error) -> str:
    """Return what SQLite says, without the bytes of a text that it quotes."""
    return str(error).partition(" with text ")[0]


def _expect_a_store(path: Path, *, create: bool) -> None:
    """Refuse what is no store of ours, without touching it."""
    kind = OutputError if create else InputError
    failure = write_failure if create else read_failure
    try:
        about = path.stat()
    except FileNotFoundError as error:
        if not create:
            raise InputError(_missing(path)) from error
        if not path.parent.is_dir():
            raise OutputError(f"{path}: {write_failure(error)}") from error
        return
    except (OSError, ValueError) as error:
        raise kind(f"{path}: {failure(error)}") from error
    if stat.S_ISDIR(about.st_mode):
        raise kind(f"{path}: is a folder; name a file in it")
    if not stat.S_ISREG(about.st_mode):
        raise kind(f"{path}: is no ordinary file; name one")
    if not about.st_size:
        if create:
            return
        raise InputError(_missing(path))
    with contextlib.closing(sqlite3.connect(_uri(path, _AS_IT_IS), uri=True)) as connection:
        try:
            _expect_ours(connection, str(path))
        except sqlite3.DatabaseError as error:
            if _code(error) == sqlite3.SQLITE_NOTADB:
                raise InputError(f"{path}: {_NOT_OURS}") from error
            # While its journal is being copied into it, a file looks as if it were cut.
            if _code(error) != sqlite3.SQLITE_CORRUPT:
                raise


def _expect_ours(connection: sqlite3.Connection, name: str) -> None:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (form,) = connection.execute("PRAGMA user_version").fetchone()
    if application != _APPLICATION:
        raise InputError(f"{name}: {_NOT_OURS}")
    if form > FORM:
        raise InputError(f"{name}: {_NEWER}")


def _opened(path: Path, *, create: bool) -> sqlite3.Connection:
    try:
        return _connection(path, "mode=rwc" if create else "mode=rw", create=create)
    except sqlite3.OperationalError as error:
        # In a folder that may not be written SQLite cannot make its -shm file. Where there is no -wal file
        # nobody is writing, and the file can be read as it is.
        if _code(error) not in _NO_FILES_BESIDE or not _is_quiet(path):
            raise
        return _connection(path, _AS_IT_IS, create=False)


def _is_quiet(path: Path) -> bool:
    return path.is_file() and path.stat().st_size > 0 and not Path(f"{path}-wal").exists()


def _connection(path: Path, options: str, *, create: bool) -> sqlite3.Connection:
    connection = sqlite3.connect(
        _uri(path, options), uri=True, timeout=SECONDS_TO_WAIT, isolation_level=None, check_same_thread=False
    )
    try:
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute(f"PRAGMA journal_size_limit = {_LARGEST_JOURNAL}")
        if create:
            connection.execute(f"PRAGMA cache_size = -{_IMPORT_CACHE_KIB}")
            if _is_empty(connection):
                with transaction(connection):
                    if _is_empty(connection):  # another process may have been first
                        _begin(connection)
            _use_wal(connection)
        _expect_ours(connection, str(path))
        if _tables(connection) != _SCHEMA:
            raise sqlite3.DatabaseError("it has other tables")
        if connection.execute("SELECT * FROM memory").fetchone() is None:
            raise sqlite3.DatabaseError("its table memory is empty")
    except BaseException:
        connection.close()
        raise
    return connection


def _begin(connection: sqlite3.Connection) -> None:
    for statement in _SCHEMA.values():
        connection.execute(statement)
    connection.execute("INSERT INTO memory VALUES (?, 0, 0)", [secrets.token_hex(16)])
    connection.execute(f"PRAGMA application_id = {_APPLICATION}")
    connection.execute(f"PRAGMA user_version = {FORM}")


def _use_wal(connection: sqlite3.Connection) -> None:
    """Put the file into WAL mode, where it is not; SQLite itself does not wait here for who is reading."""
    until = time.monotonic() + SECONDS_TO_WAIT
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if _code(error) != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(_SECONDS_TO_NEXT_TRY)
        else:
            return


def _code(error: sqlite3.Error) -> int | None:
    code: int | None = getattr(error, "sqlite_errorcode", None)
    return None if code is None else code & 0xFF


def _is_empty(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT name FROM sqlite_master").fetchone() is None


def _tables(connection: sqlite3.Connection) -> dict[str, str]:
    rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE name IN (?, ?)", [*_SCHEMA])
    return dict(rows.fetchall())


def _missing(path: Path) -> str:
    store = shlex.quote(str(path))
    return f"{path}: no such memory; run `vet-terms memory import FILE… --store {store}` first"


def _uri(path: Path, options: str) -> str:
    return f"{path.absolute().as_uri()}?{options}"
