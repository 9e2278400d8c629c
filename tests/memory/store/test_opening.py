"""Which store an address means, and that no address gives its password away."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from vet_terms.errors import UsageError
from vet_terms.memory.store.opening import open_store
from vet_terms.memory.store.sqlite import SqliteStore


@pytest.mark.parametrize(
    "name", ["memory.sqlite", "团队 memory #1?.db", ":memory:", "postgresql.sqlite", "-", "a%41"]
)
def test_any_other_name_is_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(tmp_path)
    with open_store(name, create=True) as store:
        assert isinstance(store, SqliteStore)
        assert store.name == name
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize(
    "address",
    [
        "mysql://anna:secret@host/db",
        "postgressql://anna:secret@host/db",
        "postgresql:/anna:secret@host/db",
        "postgres:anna:secret@host/db",
        "host=db.example.org user=anna password=secret dbname=memory",
    ],
)
def test_an_address_of_another_kind_is_refused_without_its_password(address: str) -> None:
    with pytest.raises(UsageError) as caught:
        open_store(address, create=True)
    assert str(caught.value) == (
        "--store: this is no address of a memory; name a file, or postgresql://USER@HOST/DATABASE"
    )


def test_without_psycopg_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "psycopg", None)
    with pytest.raises(UsageError, match=re.escape("needs psycopg; install vet-terms[postgres]")):
        open_store("postgresql://anna:secret@127.0.0.1/memory")
