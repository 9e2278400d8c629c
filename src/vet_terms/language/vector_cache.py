"""Sentence vectors by content, in one SQLite file of a workspace.

The key is a hash of the encoder's name with its version and of the text, so that another encoder, or a
text with one character changed, never gets an old vector. Vectors are kept as they are used, in half
precision. Several processes may use one file at once. The file is only ever worth time: one that is
damaged, or that something else wrote, is set aside under another name and begun anew; one that is
locked or cannot be written is done without. Either is remarked and never an error. It is bounded: the
vectors that were not asked for longest go first. This room knows no encoder.
"""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from pathlib import Path

import numpy as np
import numpy.typing as npt

Row = npt.NDArray[np.float16]

FOLDER = ".vet-terms"
"""The folder of a workspace for what can be made again; git does not see it."""
FILE = "vectors.sqlite"
MOST_ROWS = 400_000
"""Vectors of 1 KB: about 450 MB."""

_APPLICATION, _FORM = 0x76657474, 1
_SCHEMA = {
    "vectors": "CREATE TABLE vectors (key BLOB PRIMARY KEY, vector BLOB NOT NULL, used INTEGER NOT NULL)",
    "writes": "CREATE TABLE writes (number INTEGER NOT NULL)",
}
_SELECT = "SELECT key, vector, used <= (SELECT max(number) FROM writes) - ? FROM vectors WHERE key IN ({})"
_INSERT = "INSERT OR REPLACE INTO vectors VALUES (?, ?, (SELECT max(number) FROM writes))"
_REFRESH = "UPDATE vectors SET used = (SELECT max(number) FROM writes) WHERE key = ?"
_FORGET = "DELETE FROM vectors WHERE rowid IN (SELECT rowid FROM vectors ORDER BY used, rowid LIMIT ?)"
_KEYS_AT_ONCE = 500
_ROWS_IN_HAND = 4096
"""Fresh vectors that wait to be written: with more they are, so that a run that breaks off keeps them."""
_SECONDS_TO_WAIT = 10.0
_REFRESHED_AFTER = 8
"""Writes after which a vector that is asked for is marked as used anew; not each time, to write less."""
_LEFT_WHEN_FULL = 0.9
_UNIT_TOLERANCE = 0.01
_DONE_WITHOUT = frozenset(
    {
        sqlite3.SQLITE_AUTH,
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_PROTOCOL,
        sqlite3.SQLITE_READONLY,
    }
)
"""Failures that say nothing against the file: with any other it is set aside."""


class VectorCache:
    """The vectors of one encoder in the file of one folder; empty where the file cannot be used.

    Threads may take turns with it, and not use it at the same time.
    """

    def __init__(self, folder: Path, encoder: str, dimensions: int) -> None:
        self.remarks: list[str] = []
        """What a person should hear of the file, one sentence each."""
        self._path = folder / FILE
        self._encoder = encoder
        self._dimensions = dimensions
        self._in_hand: dict[bytes, Row] = {}
        self._grown_old: set[bytes] = set()
        self._connection: sqlite3.Connection | None = None
        self._tried = False
        self._was_set_aside = False

    def get(self, texts: Sequence[str]) -> dict[str, Row]:
        """Return the vectors of those texts that have one; the file is opened when first asked."""
        if not self._tried:
            self._open()
        keys = {self._key(text): text for text in texts}
        found = {text: self._in_hand[key] for key, text in keys.items() if key in self._in_hand}
        wanted = [key for key in keys if key not in self._in_hand]
        with self._failures_remarked():
            for start in range(0, len(wanted), _KEYS_AT_ONCE):
                if self._connection is None:
                    break
                part = wanted[start : start + _KEYS_AT_ONCE]
                for key, blob, old in self._connection.execute(
                    _SELECT.format(",".join("?" * len(part))), [_REFRESHED_AFTER, *part]
                ):
                    row = self._row(blob)
                    if row is not None and key in keys:
                        found[keys[key]] = row
                        if old:
                            self._grown_old.add(key)
        return found

    def put(self, rows: Mapping[str, Row]) -> None:
        """Keep some vectors; they are in the file at the latest when the cache is closed."""
        if not self._tried:
            self._open()
        if self._connection is None:
            return
        self._in_hand.update((self._key(text), row) for text, row in rows.items())
        if len(self._in_hand) >= _ROWS_IN_HAND:
            self._write()

    def close(self) -> None:
        """Write what is in hand, and let go of the file."""
        if self._in_hand or self._grown_old:
            self._write()
        self._disconnect()

    def _key(self, text: str) -> bytes:
        content = f"{self._encoder}\0{text}".encode("utf-8", "surrogatepass")
        return hashlib.blake2b(content, digest_size=16).digest()

    def _row(self, blob: object) -> Row | None:
        """Return a vector as it was kept, or none where it cannot be one: files rot."""
        if not isinstance(blob, bytes) or len(blob) != 2 * self._dimensions:
            return None
        row = np.frombuffer(blob, dtype="<f2").astype(np.float16)
        length = float(np.linalg.norm(row.astype(np.float32)))
        return row if abs(length - 1) <= _UNIT_TOLERANCE else None

    def _write(self) -> None:
        rows = [(key, row.astype("<f2").tobytes()) for key, row in self._in_hand.items()]
        old = [(key,) for key in self._grown_old]
        self._in_hand, self._grown_old = {}, set()
        with self._failures_remarked():
            if self._connection is None:
                return
            with _transaction(self._connection) as connection:
                connection.execute("UPDATE writes SET number = number + 1")
                connection.executemany(_INSERT, rows)
                connection.executemany(_REFRESH, old)
                (held,) = connection.execute("SELECT count(*) FROM vectors").fetchone()
                if held > MOST_ROWS:
                    connection.execute(_FORGET, [held - int(MOST_ROWS * _LEFT_WHEN_FULL)])

    def _open(self) -> None:
        self._tried = True
        try:
            self._path.parent.mkdir(exist_ok=True)
        except OSError as error:
            self._remark(f"cannot be created ({error.strerror or error}), so vectors are not kept")
            return
        with self._failures_remarked():
            self._connection = sqlite3.connect(
                self._path, timeout=_SECONDS_TO_WAIT, isolation_level=None, check_same_thread=False
            )
            if not _is_ours(self._connection):
                with _transaction(self._connection) as connection:
                    if not _is_ours(connection):  # another process may have been first
                        _begin(connection)

    @contextlib.contextmanager
    def _failures_remarked(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            self._disconnect()
            code = getattr(error, "sqlite_errorcode", None)
            if self._was_set_aside or (code is not None and code & 0xFF in _DONE_WITHOUT):
                self._remark(f"cannot be used ({error}), so vectors are not kept")
            elif self._set_aside(error):
                self._open()

    def _set_aside(self, error: sqlite3.Error) -> bool:
        """Give the file another name; say whether a new one can be begun."""
        self._was_set_aside = True
        aside = next(path for path in map(self._aside, count(1)) if not path.exists())
        try:
            self._path.rename(aside)
            # What SQLite would else play back into the new file.
            self._path.with_name(f"{FILE}-journal").unlink(missing_ok=True)
        except FileNotFoundError:
            return True
        except OSError as failure:
            self._remark(f"is damaged ({error}) and in use ({failure.strerror}), so vectors are not kept")
            return False
        self._remark(f"is damaged or not a file of vectors ({error}); set aside as {aside.name}")
        return True

    def _aside(self, number: int) -> Path:
        return self._path.with_name(f"{self._path.stem}.set-aside-{number}{self._path.suffix}")

    def _remark(self, what: str) -> None:
        self.remarks.append(f"{self._path}: {what}")

    def _disconnect(self) -> None:
        if self._connection is not None:
            self._connection.close()
        self._connection = None


@contextlib.contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _is_ours(connection: sqlite3.Connection) -> bool:
    """Say whether the file has our tables and nothing else; false where it is still empty.

    Raises sqlite3.DatabaseError where it is something else's.
    """
    found = dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"))
    marks = [
        connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")
    ]
    if not found and marks == [0, 0]:
        return False
    if found != _SCHEMA or marks != [_APPLICATION, _FORM]:
        raise sqlite3.DatabaseError("it has other tables")
    return True


def _begin(connection: sqlite3.Connection) -> None:
    for statement in _SCHEMA.values():
        connection.execute(statement)
    connection.execute("INSERT INTO writes VALUES (0)")
    connection.execute(f"PRAGMA application_id = {_APPLICATION}")
    connection.execute(f"PRAGMA user_version = {_FORM}")
