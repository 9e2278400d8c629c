"""One address, one store: a file, or a PostgreSQL database."""

from __future__ import annotations

import re
from pathlib import Path

from vet_terms.errors import UsageError
from vet_terms.memory.store.store import Store

_SERVER = re.compile(r"postgres(?:ql)?://")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:/|postgres\w*:", re.IGNORECASE)
_SETTINGS = re.compile(r"\bpassword\s*=", re.IGNORECASE)


def open_store(address: str, *, create: bool = False) -> Store:
    """Open the store at a path, or at ``postgresql://USER@HOST:PORT/DATABASE``.

    ``create`` makes it where it is not there yet; else that is an InputError. Raises InputError where there
    is something else, OutputError where it cannot be created, UsageError for an address of no known kind.
    """
    if is_server(address):
        from vet_terms.memory.store.postgres import PostgresStore

        return PostgresStore(address, create=create)
    if _SCHEME.match(address) or _SETTINGS.search(address):
        # It is not repeated: it may hold a password.
        raise UsageError(
            "--store: this is no address of a memory; name a file, or postgresql://USER@HOST/DATABASE"
        )
    from vet_terms.memory.store.sqlite import SqliteStore

    return SqliteStore(Path(address), create=create)


def is_server(address: str) -> bool:
    """Say whether an address is that of a database, not of a file."""
    return _SERVER.match(address) is not None
