"""Connections to PostgreSQL, and its failures in one sentence each, without a password.

A server's own words are repeated where they say what is wrong (they name users and databases, never
passwords); an address is not, since it may hold one.
"""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from vet_terms.errors import InputError, UsageError, VetTermsError

if TYPE_CHECKING:
    import psycopg

OLDEST_SERVER = 15
_SECONDS_TO_CONNECT = "10"

_IN_USE = "is in use by another program; try again when it is done"
_NO_MEMORY = "its schema vet_terms is not a memory of vet-terms ({}); name another database"
_DAMAGED = "is damaged ({}); put back a copy of it, or import its TMX files into a new one"
_FAILURES = {
    "55P03": _IN_USE,  # lock_not_available
    "40P01": _IN_USE,  # deadlock_detected
    "53100": "the disk of the server is full; free some space and run again (nothing was changed)",
    "25006": "the server may only be read; name the one that is written to",
    "42501": "this user may not do that ({}); ask the administrator of the database for the right",
}
_NOT_OURS = frozenset({"42P01", "42P07", "42703"})
"""A table or a column is missing, or there is another one: somebody else's schema has our name."""
_DAMAGES = frozenset({"XX001", "XX002"})
_LOST = "the connection broke ({}); run again"


def connected(address: str) -> tuple[str, psycopg.Connection[tuple[Any, ...]]]:
    """Return a name for an address that a person may see, and a connection to it.

    Raises UsageError where psycopg is missing or the address makes no sense, InputError where the server
    cannot be used.
    """
    try:
        import psycopg
        from psycopg.conninfo import conninfo_to_dict, make_conninfo
    except ImportError as error:
        raise UsageError("a memory in PostgreSQL needs psycopg; install vet-terms[postgres]") from error
    try:
        settings = {key: str(value) for key, value in conninfo_to_dict(address).items()}
    except psycopg.Error:
        # Not chained: the message of the cause repeats the address.
        raise UsageError(
            "the address of the memory is malformed; write postgresql://USER@HOST:PORT/DATABASE"
        ) from None
    # It warns of what fails while it cleans up behind a lost connection, of which a person is told anyway.
    logging.getLogger("psycopg").addHandler(logging.NullHandler())
    name = shown(settings)
    settings.setdefault("connect_timeout", _SECONDS_TO_CONNECT)
    settings["client_encoding"] = "UTF8"
    try:
        connection = psycopg.connect(make_conninfo(**settings), autocommit=True, prepare_threshold=None)
    except psycopg.Error as error:
        raise InputError(f"{name}: {_refusal(words_of(error))}") from error
    try:
        _expect_usable(connection, name)
    except BaseException:
        connection.close()
        raise
    return name, connection


@contextlib.contextmanager
def failures(name: str, kind: type[VetTermsError]) -> Iterator[None]:
    """Tell failures of the server as ours; ``kind`` is what they are where the tables are sound."""
    import psycopg

    try:
        yield
    except psycopg.Error as error:
        words, state = words_of(error), error.sqlstate or ""
        if not state and not isinstance(error, psycopg.OperationalError):
            raise  # wrong use of psycopg, and nobody's input
        if state in _DAMAGES:
            raise InputError(f"{name}: {_DAMAGED.format(words)}") from error
        if state in _NOT_OURS:
            raise InputError(f"{name}: {_NO_MEMORY.format(words)}") from error
        # Without a state it is from the client's own library: the server is gone.
        is_lost = not state or state.startswith(("57P", "08"))
        sentence = _LOST if is_lost else _FAILURES.get(state, "cannot be used ({})")
        raise kind(f"{name}: {sentence.format(words)}") from error


def _expect_usable(connection: psycopg.Connection[tuple[Any, ...]], name: str) -> None:
    version = connection.info.server_version // 10_000
    if version < OLDEST_SERVER:
        raise InputError(f"{name}: is PostgreSQL {version}; {OLDEST_SERVER} or newer is needed")
    encoding = connection.info.parameter_status("server_encoding")
    if encoding != "UTF8":
        raise InputError(f"{name}: keeps texts as {encoding}; create a database WITH ENCODING 'UTF8'")


def shown(settings: Mapping[str, str]) -> str:
    """Return an address of user, host, port and database, and nothing else."""
    user = f"{quote(settings['user'])}@" if "user" in settings else ""
    host = settings.get("host", settings.get("hostaddr", ""))
    host = f"[{host}]" if ":" in host else quote(host, safe=",")
    port = f":{settings['port']}" if "port" in settings else ""
    return f"postgresql://{user}{host}{port}/{quote(settings.get('dbname', ''))}"


def words_of(error: psycopg.Error) -> str:
    """Return what a server or the library said, on one line."""
    said = error.diag.message_primary or str(error)
    return " ".join(said.replace("connection failed: ", "").split())


def _refusal(words: str) -> str:
    """Return why there is no connection; servers that speak another language get the last hint."""
    if "password" in words or "authentication" in words:
        return (
            f"the server refuses this user ({words}); check the user and the password (PGPASSWORD, ~/.pgpass)"
        )
    if "database" in words and "does not exist" in words:
        return f"no such database ({words}); check its name, or have it created"
    return f"no connection ({words}); check the host and the port, and whether the server runs"
