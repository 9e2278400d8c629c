"""Units in one SQLite file, the memory of a workspace.

The file is in WAL mode (sqlite.org/wal.html): whoever searches goes on with what was there while somebody
imports, and a process that is killed half-way leaves nothing of its work behind. While it is open, two
files stand beside it (``-wal``, ``-shm``); they go when the last program lets go of it. It is for the
programs of one machine: for several machines there is PostgreSQL.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path

from vet_terms.errors import InputError, OutputError
from vet_terms.memory.store.paged import PagedStore
from vet_terms.memory.store.rows import KEPT, Row, in_chunks, kept_row, page_of
from vet_terms.memory.store.sqlite_file import connected, failures, sound, transaction
from vet_terms.memory.store.store import Added, StoreState
from vet_terms.memory.unit import MemoryUnit

_INSERT = (
    f"INSERT INTO units (id, digest, {', '.join(KEPT)}) "  # noqa: S608
    f"VALUES (?, ?{', ?' * len(KEPT)}) ON CONFLICT (digest) DO NOTHING"
)
_STATE = "SELECT identity, last_id, removed FROM memory"
_AFTER = "SELECT {} FROM units WHERE id > ? ORDER BY id"
_OF_IDS = "SELECT {} FROM units WHERE id IN ({})"
_REMOVE = "DELETE FROM units WHERE id IN ({})"


class SqliteStore(PagedStore):
    """The memory in one file."""

    def __init__(self, path: Path, *, create: bool = False) -> None:
        self.name = str(path)
        self._connection = connected(path, create=create)

    def add(self, units: Iterable[MemoryUnit]) -> Added:
        """Keep units, all or none, in one transaction that holds no more than one of them."""
        known = 0
        with failures(self.name, OutputError), transaction(self._connection) as connection:
            last = before = self._state().last_id
            for unit in units:
                if connection.execute(_INSERT, (last + 1, *kept_row(unit))).rowcount:
                    last += 1
                else:
                    known += 1
            if last > before:
                connection.execute("UPDATE memory SET last_id = ?", [last])
        return Added(last - before, known)

    def state(self) -> StoreState:
        """Return what the store holds now; it is written down, so nothing is counted."""
        with failures(self.name, InputError):
            return self._state()

    def remove(self, ids: Iterable[int]) -> int:
        """Remove units, all or none; return how many were there."""
        removed = 0
        with failures(self.name, OutputError), transaction(self._connection) as connection:
            for chunk in in_chunks(ids):
                removed += connection.execute(_REMOVE.format(", ".join("?" * len(chunk))), chunk).rowcount
            if removed:
                connection.execute("UPDATE memory SET removed = removed + ?", [removed])
        return removed

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def _state(self) -> StoreState:
        rows = self._connection.execute(_STATE).fetchmany(1)
        if not rows:
            raise sqlite3.DatabaseError("its table memory is empty")
        ((identity, last_id, removed),) = sound(rows, [str, int, int])
        return StoreState(identity, last_id, last_id - removed, removed)

    def _rows_of(self, columns: Sequence[str], ids: Sequence[int]) -> Sequence[Row]:
        query = _OF_IDS.format(", ".join(columns), ", ".join("?" * len(ids)))
        with failures(self.name, InputError):
            return sound(self._connection.execute(query, ids).fetchall(), _types(columns))

    def _page_after(self, columns: Sequence[str], last_id: int) -> Sequence[Row]:
        query = _AFTER.format(", ".join(columns))
        # Closed before the page is used, so that whoever reads slowly keeps nobody waiting.
        with (
            failures(self.name, InputError),
            contextlib.closing(self._connection.execute(query, [last_id])) as rows,
        ):
            return sound(page_of(rows), _types(columns))


def _types(columns: Sequence[str]) -> list[type]:
    return [{"id": int, "score": float}.get(column, str) for column in columns]
