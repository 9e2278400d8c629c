from __future__ import annotations

import multiprocessing
import os
import sqlite3
import stat
from pathlib import Path

import numpy as np
import pytest

from vet_terms.language import vector_cache
from vet_terms.language.vector_cache import FILE, FOLDER, Row, VectorCache

SIZE = 8


def row(number: int) -> Row:
    """Return a unit vector of its own for each number."""
    found = np.random.default_rng(number).standard_normal(SIZE).astype(np.float32)
    return (found / np.linalg.norm(found)).astype(np.float16)


def cache(folder: Path) -> VectorCache:
    return VectorCache(folder, "encoder-1", SIZE)


def kept(folder: Path, *numbers: int) -> list[str]:
    """Keep the vectors of some numbers; return the remarks."""
    each = cache(folder)
    each.put({str(number): row(number) for number in numbers})
    each.close()
    return each.remarks


def found(folder: Path, *numbers: int) -> set[int]:
    """Return those of the numbers that have their vector, to the bit."""
    each = cache(folder)
    rows = each.get([str(number) for number in numbers])
    each.close()
    for text, vector in rows.items():
        assert vector.tobytes() == row(int(text)).tobytes()
    return {int(text) for text in rows}


def test_what_was_kept_is_found_by_content(tmp_path: Path) -> None:
    assert kept(tmp_path, *range(1500)) == []
    assert found(tmp_path, *range(1000, 2000)) == set(range(1000, 1500))
    other = VectorCache(tmp_path, "encoder-2", SIZE)
    assert other.get(["1"]) == {}
    other.close()


def test_what_is_in_hand_is_found_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vector_cache, "_ROWS_IN_HAND", 3)
    each = cache(tmp_path)
    each.put({"1": row(1), "2": row(2)})
    assert set(each.get(["1", "2", "3"])) == {"1", "2"}
    assert found(tmp_path, 1, 2) == set(), "not yet written"
    each.put({"3": row(3)})
    assert found(tmp_path, 1, 2, 3) == {1, 2, 3}, "a run that breaks off now keeps them"
    each.close()


def _foreign_database(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE photographs (name TEXT)")
    connection.close()


def _with_a_trigger(path: Path) -> None:
    kept(path.parent, 1)
    connection = sqlite3.connect(path)
    connection.execute("CREATE TRIGGER t AFTER INSERT ON vectors BEGIN DELETE FROM writes; END")
    connection.commit()
    connection.close()


def _torn(path: Path) -> None:
    kept(path.parent, *range(3000))
    content = bytearray(path.read_bytes())
    content[4096:-4096] = b"\xff" * (len(content) - 8192)
    path.write_bytes(content)


def _cut(path: Path) -> None:
    kept(path.parent, *range(3000))
    path.write_bytes(path.read_bytes()[:5000])


DAMAGE = {
    "text": lambda path: path.write_text("not a database\n" * 200, "utf-8"),
    "something else's database": _foreign_database,
    "a trigger": _with_a_trigger,
    "torn pages": _torn,
    "cut off": _cut,
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE.keys())
def test_a_damaged_or_foreign_file_is_set_aside_and_begun_anew(tmp_path: Path, damage: object) -> None:
    assert callable(damage)
    damage(tmp_path / FILE)
    before = (tmp_path / FILE).read_bytes()
    each = cache(tmp_path)
    each.get([str(number) for number in range(3000)])
    each.put({"7001": row(7001)})
    each.close()
    assert len(each.remarks) == 1
    assert "set aside as vectors.set-aside-1.sqlite" in each.remarks[0]
    assert str(tmp_path / FILE) in each.remarks[0]
    assert (tmp_path / "vectors.set-aside-1.sqlite").read_bytes() == before
    assert found(tmp_path, 7001) == {7001}


def test_what_was_set_aside_is_not_overwritten(tmp_path: Path) -> None:
    for number in (1, 2):
        (tmp_path / FILE).write_text(f"not a database {number}", "utf-8")
        kept(tmp_path, 1)
    assert [(tmp_path / f"vectors.set-aside-{n}.sqlite").read_text("utf-8")[-1] for n in (1, 2)] == ["1", "2"]


def test_an_empty_file_is_begun(tmp_path: Path) -> None:
    (tmp_path / FILE).touch()
    assert kept(tmp_path, 1) == []
    assert found(tmp_path, 1) == {1}


ROTTEN = [b"", b"\0" * (2 * SIZE), b"\xff" * (2 * SIZE), row(2).tobytes() + b"\0\0", "text", 5]


@pytest.mark.parametrize("value", ROTTEN)
def test_a_rotten_vector_is_not_used_and_is_replaced(tmp_path: Path, value: object) -> None:
    kept(tmp_path, 1, 2)
    connection = sqlite3.connect(tmp_path / FILE)
    connection.execute("UPDATE vectors SET vector = ? WHERE rowid = 1", [value])
    connection.commit()
    connection.close()
    assert found(tmp_path, 1, 2) == {2}
    kept(tmp_path, 1)
    assert found(tmp_path, 1, 2) == {1, 2}


def test_a_locked_file_is_done_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vector_cache, "_SECONDS_TO_WAIT", 0.01)
    kept(tmp_path, 1)
    other = sqlite3.connect(tmp_path / FILE, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    remarks = kept(tmp_path, 2)
    assert len(remarks) == 1
    assert "locked" in remarks[0]
    assert found(tmp_path, 1) == set()
    other.execute("ROLLBACK")
    other.close()
    assert found(tmp_path, 1, 2) == {1}


def test_a_file_that_is_locked_only_when_it_is_written_keeps_what_it_had(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vector_cache, "_SECONDS_TO_WAIT", 0.01)
    kept(tmp_path, 1)
    each = cache(tmp_path)
    assert set(each.get(["1"])) == {"1"}
    other = sqlite3.connect(tmp_path / FILE, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    each.put({"2": row(2)})
    each.close()
    other.execute("ROLLBACK")
    other.close()
    assert "locked" in each.remarks[0]
    assert found(tmp_path, 1, 2) == {1}


def test_a_folder_that_cannot_be_made_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert "cannot be created" in kept(tmp_path / "file" / FOLDER, 1)[0]
    (tmp_path / FILE).mkdir()
    assert "cannot be used" in kept(tmp_path, 1)[0]
    assert "cannot be created" in kept(tmp_path / "absent" / FOLDER, 1)[0]
    assert not (tmp_path / "absent").exists()


@pytest.mark.skipif(os.name == "nt" or getattr(os, "geteuid", lambda: 1)() == 0, reason="root may write all")
def test_a_file_that_may_not_be_written_is_still_read(tmp_path: Path) -> None:
    kept(tmp_path, 1)
    (tmp_path / FILE).chmod(stat.S_IRUSR)
    assert found(tmp_path, 1) == {1}
    assert "readonly" in kept(tmp_path, 2)[0]


def test_it_is_bounded_and_the_longest_unused_goes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vector_cache, "MOST_ROWS", 20)
    kept(tmp_path, *range(10))
    for number in range(100, 109):
        kept(tmp_path, number)
    assert found(tmp_path, *range(5)) == set(range(5)), "asking marks them as used"
    kept(tmp_path, 200)
    kept(tmp_path, 201)
    left = found(tmp_path, *range(300))
    assert len(left) <= 20
    assert {0, 1, 2, 3, 4, 200, 201} <= left
    assert left.isdisjoint(range(5, 8))


def _keep_many(folder: Path, first: int) -> None:
    for number in range(first, first + 40):
        assert kept(folder, number, 1000) == []


def test_two_processes_may_use_one_file(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=_keep_many, args=(tmp_path, first)) for first in (0, 40)]
    for process in processes:
        process.start()
    for process in processes:
        process.join(120)
    assert [process.exitcode for process in processes] == [0, 0]
    assert found(tmp_path, *range(80), 1000) == {*range(80), 1000}
