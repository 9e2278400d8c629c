"""Units in one SQLite file, the memory of a workspace.

The file is in WAL mode (sqlite.org/wal.html): whoever searches goes on with what was there while somebody
imports, and a process that is killed half-way leaves nothing of its work behind. While it is open, two
files stand beside it (``-wal``, ``-shm``); they go when the last program lets go of it. It is for the
programs of one machine: for several machines there is PostgreSQL.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from vet_terms.errors import InputError, OutputError
from vet_terms.memory.store.rows import COLUMNS, KEPT, TEXTS, Row, in_chunks, kept_row, page_of
from vet_terms.memory.store.sqlite_file import connected, failures, sound, transaction
from vet_terms.memory.store.store import Added, Store, StoredText, StoreState
from vet_terms.memory.unit import MemoryUnit

_INSERT = (
    f"INSERT INTO units (id, digest, {', '.join(KEPT)}) "  # noqa: S608
    f"VALUES (?, ?{', ?' * len(KEPT)}) ON CONFLICT (digest) DO NOTHING"
)
_STATE = "SELECT identity, last_id, removed FROM memory"
_AFTER = "SELECT {} FROM units WHERE id > ? ORDER BY id"
_GET = f"SELECT {', '.join(COLUMNS)} FROM units WHERE id IN ({{}})"  # noqa: S608
_THERE = "SELECT id FROM units WHERE id IN ({})"
_REMOVE = "DELETE FROM units WHERE id IN ({})"


class SqliteStore(Store):
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

    def get(self, ids: Sequence[int]) -> Mapping[int, MemoryUnit]:
        """Return those of the units that are there, by id."""
        found: dict[int, MemoryUnit] = {}
        for chunk in in_chunks(ids):
            with failures(self.name, InputError):
                rows = self._connection.execute(_GET.format(", ".join("?" * len(chunk))), chunk)
                sound_rows = sound(rows.fetchall(), _types(COLUMNS))
            found.update((unit.id, unit) for unit in (MemoryUnit(*row) for row in sound_rows))
        return found

    def there(self, ids: Sequence[int]) -> set[int]:
        """Return those of the ids that the store has units of."""
        found: set[int] = set()
        for chunk in in_chunks(ids):
            with failures(self.name, InputError):
                rows = self._connection.execute(_THERE.format(", ".join("?" * len(chunk))), chunk)
                found.update(number for (number,) in rows)
        return found

    def after(self, last_id: int) -> Iterator[MemoryUnit]:
        """Yield the units with greater ids, ascending."""
        return (MemoryUnit(*row) for row in self._rows_after(COLUMNS, last_id))

    def texts_after(self, last_id: int) -> Iterator[StoredText]:
        """Yield what an index needs of the units with greater ids, ascending."""
        return (StoredText(*row) for row in self._rows_after(TEXTS, last_id))

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

    def _rows_after(self, columns: Sequence[str], last_id: int) -> Iterator[Row]:
        query = _AFTER.format(", ".join(columns))
        number = columns.index("id")
        while True:
            # Between two pages nothing is held, so that whoever reads slowly keeps nobody waiting.
            with (
                failures(self.name, InputError),
                contextlib.closing(self._connection.execute(query, [last_id])) as rows,
            ):
                page = sound(page_of(rows), _types(columns))
            if not page:
                return
            yield from page
            last_id = page[-1][number]


def _types(columns: Sequence[str]) -> list[type]:
    return [{"id": int, "score": float}.get(column, str) for column in columns]
