"""A PostgreSQL server of the tests' own, on loopback, in a temporary folder.

It is started by the first test that asks for it and stopped at the end of the session, or when the tests are
killed. The server refuses to run as root; then it runs as ``postgres``, else as ``nobody``.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import pytest

OLDEST = 15
USER = "translator"
SECONDS_TO_START = 60.0

_SETTINGS = (
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "shared_buffers=32MB",
    "max_connections=40",
)
# Whoever dies lets go of the standard input of this shell; then the server is asked to stop, and waited for.
_UNTIL_LET_GO = '"$@" & server=$!; read -r nothing; kill -INT "$server"; wait "$server"'


@dataclass
class PostgresServer:
    """A running server; each database in it is empty and for one test."""

    port: int
    password: str
    _number: Iterator[int] = field(default_factory=lambda: count(1))

    def address(self, database: str, user: str = USER, password: str | None = None) -> str:
        secret = self.password if password is None else password
        return f"postgresql://{user}:{secret}@127.0.0.1:{self.port}/{database}"

    def run(self, statement: str, database: str = "postgres") -> None:
        import psycopg

        with psycopg.connect(self.address(database), autocommit=True) as connection:
            connection.execute(statement)  # type: ignore[call-overload, unused-ignore]

    def new_database(self, options: str = "") -> str:
        """Return the address of a new database."""
        name = f"memory{next(self._number)}"
        self.run(f"CREATE DATABASE {name} {options}")
        return self.address(name)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """Run a server for the session; tests that ask for it are skipped where there is none to run."""
    pytest.importorskip("psycopg", reason="psycopg is not installed")
    programs = _programs()
    if programs is None:
        pytest.skip(f"no server of PostgreSQL {OLDEST} or newer is installed")
    owner = _owner()
    if owner is None:
        pytest.skip("PostgreSQL does not run as root, and there is no user postgres or nobody")
    with contextlib.ExitStack() as stack:
        folder = Path(tempfile.mkdtemp(prefix="vet-terms-postgres-"))
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        if owner:
            os.chown(folder, owner["user"], owner["group"])
        server = PostgresServer(_free_port(), secrets.token_hex(8))
        _make_cluster(programs, folder, server.password, owner)
        log = stack.enter_context((folder / "log").open("wb"))
        command = [str(programs / "postgres"), "-D", str(folder / "data"), "-p", str(server.port)]
        for setting in _SETTINGS:
            command += ["-c", setting]
        process = subprocess.Popen(
            ["/bin/sh", "-c", _UNTIL_LET_GO, "sh", *command],
            stdin=subprocess.PIPE,
            stdout=log,
            stderr=subprocess.STDOUT,
            cwd=folder,
            **owner,
        )
        stack.callback(_stop, process)
        _wait_until_it_answers(server, process, folder / "log")
        yield server


@pytest.fixture
def postgres_address(postgres_server: PostgresServer) -> str:
    """Return the address of an empty database for this test."""
    return postgres_server.new_database()


def _programs() -> Path | None:
    """Return the folder with the newest server: of Debian's folders, or of the PATH."""
    folders = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/postgres")]
    if on_path := shutil.which("postgres"):
        folders.append(Path(on_path).resolve().parent)
    found = {}
    for folder in folders:
        if (folder / "initdb").exists():
            said = subprocess.run(
                [folder / "postgres", "--version"], capture_output=True, text=True, check=False
            )
            digits = "".join(character if character.isdigit() else " " for character in said.stdout).split()
            found[int(digits[0]) if digits else 0] = folder
    newest = max(found, default=0)
    return found[newest] if newest >= OLDEST else None


def _owner() -> dict[str, Any] | None:
    """Return as whom to run programs, as arguments of Popen: none where root has no one to give it to."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return {}
    import pwd

    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            entry = pwd.getpwnam(name)
            return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}
    return None


def _make_cluster(programs: Path, folder: Path, password: str, owner: dict[str, Any]) -> None:
    secret = folder / "password"
    secret.write_text(password + "\n")
    if owner:
        os.chown(secret, owner["user"], owner["group"])
    made = subprocess.run(
        [
            programs / "initdb",
            f"--pgdata={folder / 'data'}",
            f"--username={USER}",
            f"--pwfile={secret}",
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--no-locale",
            "--no-sync",
        ],
        capture_output=True,
        text=True,
        cwd=folder,
        check=False,
        **owner,
    )
    assert made.returncode == 0, made.stdout + made.stderr


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_until_it_answers(server: PostgresServer, process: subprocess.Popen[bytes], log: Path) -> None:
    import psycopg

    until = time.monotonic() + SECONDS_TO_START
    while True:
        try:
            server.run("SELECT 1")
            return
        except psycopg.OperationalError as error:
            if process.poll() is not None or time.monotonic() > until:
                raise AssertionError(f"{error}\n{log.read_text(errors='replace')}") from error
            time.sleep(0.05)


def _stop(process: subprocess.Popen[bytes]) -> None:
    assert process.stdin is not None
    process.stdin.close()
    process.wait(timeout=SECONDS_TO_START)
