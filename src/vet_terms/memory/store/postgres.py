"""Units in a PostgreSQL database (15 or newer), the memory of a team.

Everything is in a schema of its own, ``vet_terms``, so that it stands beside other programs' tables and
can be saved or dropped as one. A person who may not create schemas has the administrator create it.

Writers take turns: each locks the one row of ``vet_terms.memory`` before it gives out ids, and holds it until
it has committed. So ids are committed in ascending order, and a reader that knows the last id has missed
nothing before it. An import is first copied into a temporary table, without any lock, so that others wait
only while the rows are moved. psycopg never prepares statements: a prepared one may get a plan without the
index. A password is in no message and no name.
"""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from vet_terms.errors import InputError, OutputError
from vet_terms.memory.store.paged import PagedStore
from vet_terms.memory.store.postgres_connection import connected, failures, words_of
from vet_terms.memory.store.rows import FORM, KEPT, Row, in_chunks, kept_row, page_of
from vet_terms.memory.store.store import Added, StoreState
from vet_terms.memory.unit import MemoryUnit

if TYPE_CHECKING:
    import psycopg

SECONDS_TO_WAIT = 30.0
"""How long to wait for another program that is writing."""

_ROWS_A_FETCH = 250
_CREATION = 0x7665746D
"""The number of the lock under which tables are created."""
_MEMORY = (
    "CREATE TABLE vet_terms.memory (single boolean PRIMARY KEY DEFAULT true CHECK (single), "
    "form integer NOT NULL, identity text NOT NULL, last_id bigint NOT NULL, removed bigint NOT NULL)"
)
# The long text comes last, so that the others are read without it.
_UNITS = (
    "CREATE TABLE vet_terms.units (id bigint PRIMARY KEY, digest bytea NOT NULL UNIQUE, zh text NOT NULL, "
    "en text NOT NULL, tuid text NOT NULL, zh_code text NOT NULL, en_code text NOT NULL, "
    "creator text NOT NULL, created text NOT NULL, changer text NOT NULL, changed text NOT NULL, "
    "document text NOT NULL, place text NOT NULL, origin text NOT NULL, status text NOT NULL, "
    "score double precision NOT NULL, tu text NOT NULL)"
)
# Not to_regclass, which in a transaction may go on saying that a table of another's is not there.
_IS_THERE = "SELECT FROM pg_tables WHERE schemaname = 'vet_terms' AND tablename = 'memory'"
_FORM = "SELECT form FROM vet_terms.memory"
_STATE = "SELECT identity, last_id, removed FROM vet_terms.memory"
_AFTER = "SELECT {} FROM vet_terms.units WHERE id > %s ORDER BY id"
_OF_IDS = "SELECT {} FROM vet_terms.units WHERE id = ANY(%s)"
_REMOVE = "DELETE FROM vet_terms.units WHERE id = ANY(%s)"
_STAGED = (
    "CREATE TEMPORARY TABLE staged ON COMMIT DROP AS "  # noqa: S608
    f"SELECT id AS position, digest, {', '.join(KEPT)} FROM vet_terms.units WITH NO DATA"
)
_COPY = f"COPY staged (position, digest, {', '.join(KEPT)}) FROM STDIN"
_TURN = "SELECT last_id FROM vet_terms.memory FOR UPDATE"
_MOVE = (
    f"INSERT INTO vet_terms.units (id, digest, {', '.join(KEPT)}) "  # noqa: S608
    f"SELECT %s + number, digest, {', '.join(KEPT)} FROM staged JOIN ("
    "SELECT position, row_number() OVER (ORDER BY position) AS number FROM ("
    "SELECT min(position) AS position FROM staged AS new WHERE NOT EXISTS ("
    "SELECT FROM vet_terms.units AS old WHERE old.digest = new.digest) GROUP BY digest) AS firsts"
    ") AS numbered USING (position) ORDER BY position"
)
"""The first of each digest that is not there yet, numbered on from the last id."""


class PostgresStore(PagedStore):
    """The memory in one database."""

    def __init__(self, address: str, *, create: bool = False) -> None:
        self.name, self._connection = connected(address)
        try:
            with failures(self.name, OutputError if create else InputError):
                form = self._form()
                if form is None and create:
                    form = self._begun()
            if form is None:
                raise InputError(
                    f"{self.name}: no memory in this database; "
                    f"run `vet-terms memory import FILE… --store {self.name}` first"
                )
            if form > FORM:
                raise InputError(f"{self.name}: was written by a newer vet-terms; update this one")
        except BaseException:
            self._connection.close()
            raise

    def add(self, units: Iterable[MemoryUnit]) -> Added:
        """Keep units, all or none, in one transaction; they are sent to the server as they come."""
        position = 0
        with self._transaction() as cursor:
            cursor.execute(_STAGED)
            with cursor.copy(_COPY) as copy:
                for position, unit in enumerate(units, 1):
                    copy.write_row((position, *kept_row(unit)))
            cursor.execute("ANALYZE staged")
            last = self._turn(cursor)
            new = cursor.execute(_MOVE, [last]).rowcount
            if new:
                cursor.execute("UPDATE vet_terms.memory SET last_id = last_id + %s", [new])
        return Added(new, position - new)

    def state(self) -> StoreState:
        """Return what the store holds now; it is written down, so nothing is counted."""
        with failures(self.name, InputError):
            row = self._connection.execute(_STATE).fetchone()
        if row is None:
            raise InputError(f"{self.name}: is damaged (vet_terms.memory is empty); put back a copy of it")
        identity, last_id, removed = row
        return StoreState(identity, last_id, last_id - removed, removed)

    def remove(self, ids: Iterable[int]) -> int:
        """Remove units, all or none; return how many were there."""
        removed = 0
        with self._transaction() as cursor:
            self._turn(cursor)
            for chunk in in_chunks(ids):
                removed += cursor.execute(_REMOVE, [chunk]).rowcount
            if removed:
                cursor.execute("UPDATE vet_terms.memory SET removed = removed + %s", [removed])
        return removed

    def close(self) -> None:
        """Let go of the connection."""
        self._connection.close()

    def _rows_of(self, columns: Sequence[str], ids: Sequence[int]) -> Sequence[Row]:
        with failures(self.name, InputError):
            return self._connection.execute(_OF_IDS.format(", ".join(columns)), [ids]).fetchall()

    def _page_after(self, columns: Sequence[str], last_id: int) -> Sequence[Row]:
        # A cursor on the server for each page: between two of them no transaction is open.
        with (
            failures(self.name, InputError),
            self._connection.transaction(),
            self._connection.cursor(name="page") as rows,
        ):
            rows.itersize = _ROWS_A_FETCH
            rows.execute(_AFTER.format(", ".join(columns)), [last_id])
            return page_of(rows)

    def _form(self) -> int | None:
        """Return the form of the tables, or none where there are none."""
        if not self._connection.execute(_IS_THERE).rowcount:
            return None
        row = self._connection.execute(_FORM).fetchone()
        return row[0] if row else None

    def _begun(self) -> int:
        """Create the tables, unless somebody else was first; return their form."""
        import psycopg

        try:
            return self._created()
        except psycopg.errors.InsufficientPrivilege as error:
            raise OutputError(
                f"{self.name}: this user may not create a memory there ({words_of(error)}); "
                "ask the administrator to run CREATE SCHEMA vet_terms AUTHORIZATION with the user's name"
            ) from error

    def _created(self) -> int:
        with self._connection.transaction(), self._connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_CREATION])
            form = self._form()
            if form is not None:  # another process was first
                return form
            # Only where it is missing: who may use a schema that is there need not be allowed to make one.
            if not cursor.execute("SELECT FROM pg_namespace WHERE nspname = 'vet_terms'").rowcount:
                cursor.execute("CREATE SCHEMA vet_terms")
            cursor.execute(_MEMORY)
            cursor.execute(_UNITS)
            cursor.execute(
                "INSERT INTO vet_terms.memory (form, identity, last_id, removed) VALUES (%s, %s, 0, 0)",
                [FORM, secrets.token_hex(16)],
            )
        return FORM

    def _turn(self, cursor: psycopg.Cursor[Row]) -> int:
        """Wait until nobody else is writing, and return the last id."""
        row = cursor.execute(_TURN).fetchone()
        if row is None:
            raise InputError(f"{self.name}: is damaged (vet_terms.memory is empty); put back a copy of it")
        last: int = row[0]
        return last

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[psycopg.Cursor[Row]]:
        with (
            failures(self.name, OutputError),
            self._connection.transaction(),
            self._connection.cursor() as cursor,
        ):
            cursor.execute(f"SET LOCAL lock_timeout = '{SECONDS_TO_WAIT:g}s'")
            yield cursor
