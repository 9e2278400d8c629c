"""Troubles of a memory in PostgreSQL: each is one sentence, without a password, and nothing is changed."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from tests.memory.store.servers import USER, PostgresServer

from vet_terms.errors import InputError, OutputError, UsageError, VetTermsError
from vet_terms.memory.store import postgres, postgres_connection
from vet_terms.memory.store.opening import open_store
from vet_terms.memory.store.postgres import PostgresStore
from vet_terms.memory.store.rows import KEPT
from vet_terms.memory.store.store import Added
from vet_terms.memory.unit import MemoryUnit

psycopg = pytest.importorskip("psycopg", reason="psycopg is not installed")

HELLO = MemoryUnit("你好。", "Hello.")
GOODBYE = MemoryUnit("再见。", "Goodbye.")


@pytest.fixture
def store(postgres_address: str) -> Iterator[PostgresStore]:
    with PostgresStore(postgres_address, create=True) as made:
        yield made


def database_of(address: str) -> str:
    return address.rpartition("/")[2]


def shown(server: PostgresServer, database: str, user: str = USER) -> str:
    return f"postgresql://{user}@127.0.0.1:{server.port}/{database}"


def refused(address: str, kind: type[VetTermsError], sentence: str, *, create: bool = False) -> None:
    """Expect that opening fails with a sentence that matches, and that has no password in it."""
    with pytest.raises(kind) as caught:
        open_store(address, create=create)
    assert re.fullmatch(sentence, str(caught.value)), str(caught.value)
    error: BaseException | None = caught.value
    while error is not None:
        assert "secret" not in str(error)
        error = error.__cause__


def test_the_tables_of_form_1_are_these(store: PostgresStore) -> None:
    """Whoever changes them gives them a new number, and reads the old ones."""
    rows = store._connection.execute(
        "SELECT column_name FROM information_schema.columns WHERE table_schema = 'vet_terms' "
        "AND table_name = 'units' ORDER BY ordinal_position"
    ).fetchall()
    columns = [name for (name,) in rows]
    assert " ".join(columns) == (
        "id digest zh en tuid zh_code en_code creator created changer changed "
        "document place origin status score tu"
    )
    assert sorted(columns) == sorted(["id", "digest", *KEPT])
    assert store._connection.execute("SELECT form FROM vet_terms.memory").fetchone() == (1,)


def test_it_is_named_without_its_password(postgres_server: PostgresServer, store: PostgresStore) -> None:
    assert postgres_server.password in postgres_server.address("x")
    assert re.fullmatch(re.escape(shown(postgres_server, "memory")) + r"\d+", store.name)


def test_either_scheme_and_a_password_among_the_options(
    postgres_server: PostgresServer, postgres_address: str
) -> None:
    database = database_of(postgres_address)
    address = f"postgres://127.0.0.1:{postgres_server.port}/{database}?user={USER}"
    with open_store(f"{address}&password={postgres_server.password}", create=True) as store:
        assert store.name == shown(postgres_server, database)


def test_a_wrong_password(postgres_server: PostgresServer, postgres_address: str) -> None:
    database = database_of(postgres_address)
    refused(
        postgres_server.address(database, password="secret"),
        InputError,
        re.escape(shown(postgres_server, database))
        + r": the server refuses this user \(.*password authentication failed for user \"translator\".*\); "
        r"check the user and the password \(PGPASSWORD, ~/.pgpass\)",
    )


def test_no_password(postgres_server: PostgresServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PGPASSFILE", "/dev/null")
    monkeypatch.delenv("PGPASSWORD", raising=False)
    refused(shown(postgres_server, "postgres"), InputError, r".*refuses this user \(.*no password supplied.*")


def test_no_such_database(postgres_server: PostgresServer) -> None:
    refused(
        postgres_server.address("missing"),
        InputError,
        re.escape(shown(postgres_server, "missing"))
        + r": no such database \(.*\"missing\" does not exist\); check its name, or have it created",
        create=True,
    )


@pytest.mark.parametrize("create", [True, False])
def test_no_server(create: bool) -> None:
    refused(
        "postgresql://anna:secret@127.0.0.1:1/memory",
        InputError,
        r"postgresql://anna@127\.0\.0\.1:1/memory: no connection \(.*\); "
        "check the host and the port, and whether the server runs",
        create=create,
    )


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://anna:secret@host/memory?colour=red",
        "postgresql://anna:secret@[::1/memory",
        "postgresql://anna:secret%ZZ@host/memory",
    ],
)
def test_a_malformed_address(address: str) -> None:
    refused(
        address,
        UsageError,
        "the address of the memory is malformed; write postgresql://USER@HOST:PORT/DATABASE",
    )


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("postgresql:///memory", "postgresql:///memory"),
        ("postgresql://anna:secret@[::1]:5433/memory", "postgresql://anna@[::1]:5433/memory"),
        ("postgresql://a%40b:secret@db.example/m%20m", "postgresql://a%40b@db.example/m%20m"),
        ("postgresql:///m?host=/run/x&password=secret", "postgresql://%2Frun%2Fx/m"),
        ("postgresql://one:1,two:2/m?sslpassword=secret", "postgresql://one,two:1,2/m"),
    ],
)
def test_names(address: str, name: str) -> None:
    from psycopg.conninfo import conninfo_to_dict

    settings = {key: str(value) for key, value in conninfo_to_dict(address).items()}
    assert postgres_connection.shown(settings) == name


def test_there_is_no_memory_in_the_database(postgres_server: PostgresServer, postgres_address: str) -> None:
    name = shown(postgres_server, database_of(postgres_address))
    refused(
        postgres_address,
        InputError,
        re.escape(
            f"{name}: no memory in this database; run `vet-terms memory import FILE… --store {name}` first"
        ),
    )


def test_an_older_server(postgres_address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgres_connection, "OLDEST_SERVER", 99)
    refused(postgres_address, InputError, r".*: is PostgreSQL \d+; 99 or newer is needed", create=True)


def test_a_database_that_cannot_keep_chinese(postgres_server: PostgresServer) -> None:
    address = postgres_server.new_database("ENCODING 'LATIN1' TEMPLATE template0")
    sentence = r".*: keeps texts as LATIN1; create a database WITH ENCODING 'UTF8'"
    refused(address, InputError, sentence, create=True)


@pytest.mark.parametrize("create", [True, False])
def test_a_memory_of_a_newer_version(store: PostgresStore, postgres_address: str, create: bool) -> None:
    store._connection.execute("UPDATE vet_terms.memory SET form = 2")
    refused(
        postgres_address, InputError, ".*: was written by a newer vet-terms; update this one", create=create
    )


@pytest.mark.parametrize("create", [True, False])
@pytest.mark.parametrize(
    "table", ["CREATE TABLE vet_terms.memory (id int)", "CREATE TABLE vet_terms.units (form int)"]
)
def test_a_schema_of_ours_by_name_only(
    postgres_server: PostgresServer, postgres_address: str, table: str, create: bool
) -> None:
    database = database_of(postgres_address)
    postgres_server.run("CREATE SCHEMA vet_terms", database)
    postgres_server.run(table, database)
    sentence = (
        r".*: (its schema vet_terms is not a memory of vet-terms \(.*\); name another database|no memory .*)"
    )
    refused(postgres_address, InputError, sentence, create=create)


@pytest.fixture
def guest(postgres_server: PostgresServer, postgres_address: str) -> Iterator[str]:
    """Return the address of a new database for somebody without any rights there."""
    database = database_of(postgres_address)
    postgres_server.run("CREATE ROLE guest LOGIN PASSWORD 'secret'")
    yield postgres_server.address(database, "guest", "secret")
    postgres_server.run("DROP OWNED BY guest", database)
    postgres_server.run("DROP ROLE guest")


def test_who_may_not_create_a_memory(postgres_server: PostgresServer, guest: str) -> None:
    sentence = (
        r".*: this user may not create a memory there \(permission denied for database memory\d+\); "
        r"ask the administrator to run CREATE SCHEMA vet_terms AUTHORIZATION with the user's name"
    )
    refused(guest, OutputError, sentence, create=True)
    postgres_server.run("CREATE SCHEMA vet_terms AUTHORIZATION guest", database_of(guest))
    with open_store(guest, create=True) as store:
        assert store.add([HELLO]) == Added(1, 0)


def test_who_may_only_read(postgres_server: PostgresServer, store: PostgresStore, guest: str) -> None:
    store.add([HELLO])
    refused(
        guest, InputError, r".*: this user may not do that \(permission denied for schema vet_terms\); ask .*"
    )
    postgres_server.run("GRANT USAGE ON SCHEMA vet_terms TO guest", database_of(guest))
    postgres_server.run("GRANT SELECT ON ALL TABLES IN SCHEMA vet_terms TO guest", database_of(guest))
    with open_store(guest, create=True) as reading:
        assert [unit.zh for unit in reading.after(0)] == ["你好。"]
        for job in (lambda: reading.add([GOODBYE]), lambda: reading.remove([1])):
            with pytest.raises(OutputError, match=r"this user may not do that \(permission denied for table"):
                job()
        assert reading.state() == store.state()


def test_a_server_that_may_only_be_read(postgres_server: PostgresServer, postgres_address: str) -> None:
    with open_store(postgres_address, create=True) as store:
        store.add([HELLO])
    database = database_of(postgres_address)
    postgres_server.run(f"ALTER DATABASE {database} SET default_transaction_read_only = on")
    with open_store(postgres_address) as store:
        assert store.state().units == 1
        with pytest.raises(OutputError, match="the server may only be read; name the one that is written to"):
            store.remove([1])


def test_who_else_writes_is_waited_for_and_then_told(
    store: PostgresStore, postgres_address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgres, "SECONDS_TO_WAIT", 0.1)
    sentence = re.escape(f"{store.name}: is in use by another program; try again when it is done")
    with psycopg.connect(postgres_address) as writer:
        writer.execute("SELECT * FROM vet_terms.memory FOR UPDATE")
        for job in (lambda: store.add([HELLO]), lambda: store.remove([1])):
            with pytest.raises(OutputError, match=sentence):
                job()
        assert store.state().last_id == 0
    assert store.add([HELLO]) == Added(1, 0)


def test_who_waits_gets_their_turn_with_the_ids_that_follow(
    store: PostgresStore, postgres_address: str
) -> None:
    added: list[Added] = []
    with open_store(postgres_address) as other:
        with psycopg.connect(postgres_address) as writer:
            writer.execute("SELECT * FROM vet_terms.memory FOR UPDATE")
            waiting = threading.Thread(target=lambda: added.append(other.add([HELLO, GOODBYE])))
            waiting.start()
            while waiting.is_alive():
                if writer.execute("SELECT FROM pg_locks WHERE NOT granted").rowcount:
                    break
            writer.execute(
                "INSERT INTO vet_terms.units VALUES "
                "(1, '\\x00', '你', 'you', '', '', '', '', '', '', '', '', '', '', '', 1, '')"
            )
            writer.execute("UPDATE vet_terms.memory SET last_id = 1")
            assert added == []
        waiting.join()
    assert added == [Added(2, 0)]
    assert [(unit.id, unit.en) for unit in store.after(0)] == [(1, "you"), (2, "Hello."), (3, "Goodbye.")]


def test_a_full_disk_leaves_the_memory_as_it_was(store: PostgresStore) -> None:
    store.add([HELLO])
    before = store.state()
    store._connection.execute(
        "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS "
        "'BEGIN RAISE ''could not extend file'' USING ERRCODE = ''disk_full''; END'"
    )
    store._connection.execute(
        "CREATE TRIGGER full_disk AFTER INSERT ON vet_terms.units EXECUTE FUNCTION full_disk()"
    )
    with pytest.raises(
        OutputError, match=r"the disk of the server is full; free some space and run again \(noth"
    ):
        store.add([GOODBYE])
    assert store.state() == before
    assert len(list(store.after(0))) == 1


def test_a_connection_that_breaks_leaves_nothing(
    postgres_server: PostgresServer, postgres_address: str, store: PostgresStore
) -> None:
    database = database_of(postgres_address)

    def units() -> Iterator[MemoryUnit]:
        yield HELLO
        postgres_server.run(
            f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{database}'"
        )
        for number in range(100_000):
            yield MemoryUnit(str(number), "")

    with pytest.raises(OutputError, match=r"the connection broke \(.*\); run again"):
        store.add(units())
    with pytest.raises(InputError, match=r"the connection broke \(.*\); run again"):
        store.state()
    with open_store(postgres_address) as again:
        assert again.state().last_id == 0


def test_a_memory_without_its_row_is_damaged(store: PostgresStore, postgres_address: str) -> None:
    store._connection.execute("DELETE FROM vet_terms.memory")
    for job in (store.state, lambda: store.add([HELLO]), lambda: store.remove([1])):
        with pytest.raises(InputError, match=r"is damaged \(vet_terms.memory is empty\)"):
            job()
    refused(postgres_address, InputError, ".*not a memory.*", create=True)


def test_the_password_may_have_any_character(postgres_server: PostgresServer, postgres_address: str) -> None:
    password = "a'b\\c @:/?#%密"
    escaped = password.replace("'", "''")
    postgres_server.run(f"CREATE ROLE odd LOGIN SUPERUSER PASSWORD '{escaped}'")
    database = database_of(postgres_address)
    address = postgres_server.address(database, "odd", quote(password, safe=""))
    with open_store(address, create=True) as store:
        assert store.name == shown(postgres_server, database, "odd")
