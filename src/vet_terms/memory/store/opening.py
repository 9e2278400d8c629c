"""One address, one store: a file, or a PostgreSQL database."""

from __future__ import annotations

import re
from pathlib import Path

from vet_terms.errors import UsageError
from vet_terms.memory.store.store import Store

_SERVER = re.compile(r"postgres(?:ql)?://")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://")


def open_store(address: str, *, create: bool = False) -> Store:
    """Open the store at a path, or at ``postgresql://USER@HOST:PORT/DATABASE``.

    ``create`` makes it where it is not there yet; else that is an InputError. Raises InputError where there
    is something else, OutputError where it cannot be created, UsageError for an address of no known kind.
    """
    if _SERVER.match(address):
        from vet_terms.memory.store.postgres import PostgresStore

        return PostgresStore(address, create=create)
    if scheme := _SCHEME.match(address):
        # The rest is not repeated: it may hold a password.
        raise UsageError(f"--store {scheme[1]}://…: name a file, or postgresql://USER@HOST/DATABASE")
    from vet_terms.memory.store.sqlite import SqliteStore

    return SqliteStore(Path(address), create=create)
