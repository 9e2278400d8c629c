"""Troubles of a memory in a file: each is one sentence, and leaves the file as it was."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from vet_terms.errors import InputError, OutputError, VetTermsError
from vet_terms.memory.store import sqlite_file as module
from vet_terms.memory.store.rows import KEPT
from vet_terms.memory.store.sqlite import SqliteStore
from vet_terms.memory.store.store import Added
from vet_terms.memory.unit import MemoryUnit

HELLO = MemoryUnit("你好。", "Hello.")
GOODBYE = MemoryUnit("再见。", "Goodbye.")
MANY = [MemoryUnit(f"第{number}条", f"Article {number}", "很长" * 2000) for number in range(300)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the path of a store with one unit, that nobody has open."""
    made = tmp_path / "memory.sqlite"
    with SqliteStore(made, create=True) as store:
        store.add([HELLO])
    return made


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SECONDS_TO_WAIT", 0.1)


def content(path: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in path.parent.iterdir()}


def refused(path: Path, kind: type[VetTermsError], sentence: str, *, create: bool) -> None:
    """Expect that opening fails with this sentence and touches nothing."""
    before = content(path)
    with pytest.raises(kind) as caught:
        SqliteStore(path, create=create)
    assert str(caught.value) == f"{path}: {sentence}"
    assert content(path) == before


def test_the_tables_of_form_1_are_these(path: Path) -> None:
    """Whoever changes them gives them a new number, and reads the old ones."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        columns = [name for _, name, *_ in connection.execute("PRAGMA table_info(units)")]
        (form,) = connection.execute("PRAGMA user_version").fetchone()
    assert form == 1
    assert " ".join(columns) == (
        "id digest zh en tuid zh_code en_code creator created changer changed "
        "document place origin status score tu"
    )
    assert sorted(columns) == sorted(["id", "digest", *KEPT])


def test_when_it_is_closed_there_is_one_file(path: Path) -> None:
    assert [file.name for file in path.parent.iterdir()] == ["memory.sqlite"]


def test_there_is_no_such_memory(tmp_path: Path) -> None:
    missing = tmp_path / "memory.sqlite"
    sentence = f"no such memory; run `vet-terms memory import FILE… --store {missing}` first"
    refused(missing, InputError, sentence, create=False)
    missing.touch()
    refused(missing, InputError, sentence, create=False)


def test_an_empty_file_can_become_a_memory(tmp_path: Path) -> None:
    (tmp_path / "memory.sqlite").touch()
    with SqliteStore(tmp_path / "memory.sqlite", create=True) as store:
        assert store.add([HELLO]) == Added(1, 0)


@pytest.mark.parametrize("create", [True, False])
def test_a_folder_is_no_file(tmp_path: Path, create: bool) -> None:
    folder = tmp_path / "memory.sqlite"
    folder.mkdir()
    with pytest.raises(OutputError if create else InputError) as caught:
        SqliteStore(folder, create=create)
    assert str(caught.value) == f"{folder}: is a folder; name a file in it"


def test_the_folder_is_missing(tmp_path: Path) -> None:
    path = tmp_path / "missing" / "memory.sqlite"
    with pytest.raises(OutputError) as caught:
        SqliteStore(path, create=True)
    assert str(caught.value) == f"{path}: its folder does not exist; create it or choose another"
    assert not path.parent.exists()


@pytest.mark.parametrize("create", [True, False])
@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("a.txt/memory.sqlite", "a part of its path is a file|cannot be read"),
        ("a\0b", "is not a usable file name"),
        ("x" * 300, "File name too long"),
    ],
)
def test_a_name_that_can_be_no_file(tmp_path: Path, name: str, why: str, create: bool) -> None:
    (tmp_path / "a.txt").write_text("text")
    with pytest.raises(OutputError if create else InputError, match=why):
        SqliteStore(tmp_path / name, create=create)


@pytest.mark.parametrize("create", [True, False])
def test_a_device_is_no_memory(create: bool) -> None:
    with pytest.raises(OutputError if create else InputError, match="/dev/null: is no ordinary file"):
        SqliteStore(Path("/dev/null"), create=create)


@pytest.mark.parametrize("create", [True, False])
@pytest.mark.parametrize(
    "text",
    [b"x", "校企合作\n".encode() * 1000, b"PK\x03\x04" + bytes(4000), b"SQLite format 3\0", bytes(8192)],
)
def test_another_file_is_not_touched(tmp_path: Path, text: bytes, create: bool) -> None:
    path = tmp_path / "memory.sqlite"
    path.write_bytes(text)
    refused(
        path, InputError, "is not a memory of vet-terms, or a damaged one; name another file", create=create
    )


@pytest.mark.parametrize("create", [True, False])
def test_another_programs_database_is_not_touched_nor_its_journal(tmp_path: Path, create: bool) -> None:
    path = tmp_path / "other.sqlite"
    program = (
        "import sqlite3, sys, os\n"
        "connection = sqlite3.connect(sys.argv[1])\n"
        "connection.execute('PRAGMA journal_mode = WAL')\n"
        "connection.execute('CREATE TABLE units (id)')\n"
        "connection.commit()\n"
        "os._exit(0)"  # without closing, so that its -wal file stays
    )
    subprocess.run([sys.executable, "-c", program, str(path)], check=True)
    assert Path(f"{path}-wal").stat().st_size > 0
    refused(
        path, InputError, "is not a memory of vet-terms, or a damaged one; name another file", create=create
    )


@pytest.mark.parametrize("create", [True, False])
def test_a_memory_of_a_newer_version_is_not_touched(path: Path, create: bool) -> None:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 2")
        connection.execute("ALTER TABLE units ADD COLUMN mood TEXT")
    refused(path, InputError, "was written by a newer vet-terms; update this one", create=create)


@pytest.mark.parametrize("create", [True, False])
@pytest.mark.parametrize(
    "statement", ["DROP TABLE units", "DELETE FROM memory", "ALTER TABLE units ADD mood"]
)
def test_a_memory_that_somebody_altered_is_damaged(path: Path, statement: str, create: bool) -> None:
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(statement)
    with pytest.raises(InputError, match="is damaged"):
        SqliteStore(path, create=create)


@pytest.mark.parametrize("create", [True, False])
@pytest.mark.parametrize("left", [50, 100, 512, 4096, 5000, 8192])
def test_a_memory_that_was_cut_off_is_not_touched(path: Path, left: int, create: bool) -> None:
    with SqliteStore(path) as store:
        store.add(MANY)
    path.write_bytes(path.read_bytes()[:left])
    before = content(path)
    with pytest.raises(InputError, match=r"memory\.sqlite: is (damaged \(|not a memory)"):
        SqliteStore(path, create=create)
    assert content(path) == before


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ("UPDATE units SET zh = x'00'", "a row has values of other kinds"),
        ("UPDATE units SET zh = CAST(x'61ff0a' AS TEXT)", "Could not decode to UTF-8 column 'zh'"),
    ],
)
def test_a_value_of_another_kind_is_damage_in_one_line(path: Path, change: str, why: str) -> None:
    with contextlib.closing(sqlite3.connect(path)) as other:
        other.executescript(change)
    with SqliteStore(path) as store:
        for read in (
            lambda: store.get([1]),
            lambda: list(store.after(0)),
            lambda: list(store.texts_after(0)),
        ):
            with pytest.raises(InputError) as caught:
                read()
            assert str(caught.value).startswith(f"{path}: is damaged ({why}); put back")


@pytest.mark.parametrize("change", ["UPDATE memory SET last_id = 'x'", "DELETE FROM memory"])
def test_a_damaged_count_is_damage(path: Path, change: str) -> None:
    with SqliteStore(path) as store:
        with contextlib.closing(sqlite3.connect(path)) as other:
            other.executescript(change)
        for use in (store.state, lambda: store.add([GOODBYE])):
            with pytest.raises(InputError, match="is damaged"):
                use()


def crashed(path: Path, change: str = "") -> Path:
    """Return a memory whose program died while it copied the journal into the file, after its first page."""
    left = path.with_name("left.sqlite")
    with SqliteStore(path) as store, contextlib.closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA wal_autocheckpoint = 0")
        store._connection.execute("PRAGMA wal_autocheckpoint = 0")
        store.add(MANY)
        other.executescript(change)
        shutil.copy(f"{path}-wal", f"{left}-wal")
    left.write_bytes(path.read_bytes()[:4096])
    return left


def test_a_memory_that_was_left_while_its_journal_was_copied_is_whole(path: Path) -> None:
    with SqliteStore(crashed(path)) as store:
        assert store.state().units == 1 + len(MANY)
        assert [unit.zh for unit in store.after(0)] == [HELLO.zh, *(unit.zh for unit in MANY)]


@pytest.mark.parametrize("create", [False, True])
@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ("PRAGMA user_version = 99", "was written by a newer vet-terms; update this one"),
        ("PRAGMA application_id = 5", "is not a memory of vet-terms, or a damaged one; name another file"),
    ],
)
def test_what_the_journal_says_of_the_file_counts(
    path: Path, change: str, sentence: str, create: bool
) -> None:
    with pytest.raises(InputError) as caught:
        SqliteStore(crashed(path, change), create=create)
    assert str(caught.value).endswith(sentence)


def test_a_memory_with_a_page_overwritten_says_so_when_the_page_is_met(path: Path) -> None:
    with SqliteStore(path) as store:
        store.add(MANY)
    damaged = bytearray(path.read_bytes())
    for page in range(5, len(damaged) // 4096 - 1):
        damaged[page * 4096 : page * 4096 + 2048] = b"\xa5" * 2048
    path.write_bytes(damaged)
    with SqliteStore(path) as store:
        for job in (
            lambda: list(store.after(0)),
            lambda: store.get(range(1, 301)),
            lambda: store.add([replace(unit, place="p") for unit in MANY]),
            lambda: store.remove(range(1, 301)),
        ):
            with pytest.raises(InputError) as caught:
                job()
            assert str(caught.value).startswith(
                f"{path}: is damaged (database disk image is malformed); put back"
            )


@pytest.mark.usefixtures("impatient")
def test_who_else_writes_is_waited_for_and_then_told(path: Path) -> None:
    sentence = f"{path}: is in use by another program; try again when it is done"
    with SqliteStore(path) as store, SqliteStore(path) as other:

        def units() -> Iterator[MemoryUnit]:
            yield GOODBYE
            for job in (lambda: other.add([HELLO]), lambda: other.remove([1])):
                with pytest.raises(OutputError) as caught:
                    job()
                assert str(caught.value) == sentence

        assert store.add(units()) == Added(1, 0)
        assert other.add([HELLO, GOODBYE]) == Added(0, 2)


def test_who_waits_gets_their_turn(path: Path) -> None:
    with SqliteStore(path) as store, SqliteStore(path) as other:
        started, ended = threading.Event(), []

        def wait() -> None:
            started.set()
            ended.append(other.add([GOODBYE]))

        def units() -> Iterator[MemoryUnit]:
            waiting.start()
            started.wait()
            time.sleep(0.2)
            assert ended == []
            yield GOODBYE

        waiting = threading.Thread(target=wait)
        assert store.add(units()) == Added(1, 0)
        waiting.join()
        assert ended == [Added(0, 1)]


def test_a_memory_that_is_not_in_wal_mode_yet_waits_for_its_readers(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So it is in the moment after its making, and SQLite does not wait by itself then."""
    with contextlib.closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as reader:
        reader.execute("PRAGMA journal_mode = DELETE")
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM memory").fetchall()
        with monkeypatch.context() as patched:
            patched.setattr(module, "SECONDS_TO_WAIT", 0.1)
            with pytest.raises(OutputError, match="is in use by another program"):
                SqliteStore(path, create=True)
        letting_go = threading.Timer(0.2, lambda: reader.execute("COMMIT"))
        letting_go.start()
        with SqliteStore(path, create=True) as store:
            assert store.add([GOODBYE]) == Added(1, 0)
        letting_go.join()
    with contextlib.closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_full_disk_leaves_the_memory_as_it_was(path: Path) -> None:
    with SqliteStore(path) as store:
        before = store.state()
        (pages,) = store._connection.execute("PRAGMA page_count").fetchone()
        store._connection.execute(f"PRAGMA max_page_count = {pages + 20}")
        with pytest.raises(OutputError) as caught:
            store.add(MANY)
        assert str(caught.value) == (
            f"{path}: the disk is full; free some space and run again (nothing was changed)"
        )
        assert store.state() == before
        assert store.add([GOODBYE]) == Added(1, 0)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Give a file system of one megabyte."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    if not shutil.which("mount") or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("only root can make a small disk, and not everywhere")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_disk_that_fills_up_leaves_the_memory_as_it_was(small_disk: Path) -> None:
    path = small_disk / "memory.sqlite"
    with SqliteStore(path, create=True) as store:
        store.add([HELLO])
        before = store.state()
        with pytest.raises(OutputError) as caught:
            store.add(replace(unit, place=str(n)) for n in range(10) for unit in MANY)
        assert str(caught.value) == (
            f"{path}: the disk is full; free some space and run again (nothing was changed)"
        )
        assert store.state() == before
    with SqliteStore(path) as store:
        assert [unit.zh for unit in store.after(0)] == ["你好。"]
        assert store.add([GOODBYE]) == Added(1, 0)


def test_a_full_disk_makes_no_memory(small_disk: Path) -> None:
    with (small_disk / "filler").open("wb", buffering=0) as stream, contextlib.suppress(OSError):
        while True:
            stream.write(bytes(4096))
    with pytest.raises(OutputError, match="the disk is full; free some space"):
        SqliteStore(small_disk / "memory.sqlite", create=True)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """Give a folder with a memory that everybody may read and nobody but its owner may change."""
    folder = Path(tempfile.mkdtemp())  # not tmp_path, which is below a folder that others may not enter
    folder.chmod(0o755)
    with SqliteStore(folder / "memory.sqlite", create=True) as store:
        store.add([HELLO])
    (folder / "memory.sqlite").chmod(0o444)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@contextlib.contextmanager
def nobody() -> Iterator[None]:
    """Act as somebody who owns nothing, since root may do all."""
    if os.geteuid() != 0:
        yield
        return
    os.setegid(65534)
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)
        os.setegid(0)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="permissions of POSIX")
@pytest.mark.parametrize("of_folder", [0o777, 0o555])
@pytest.mark.parametrize("create", [True, False])
def test_a_memory_that_may_only_be_read_is_read(open_folder: Path, of_folder: int, create: bool) -> None:
    open_folder.chmod(of_folder)
    path = open_folder / "memory.sqlite"
    with nobody(), SqliteStore(path, create=create) as store:
        assert [unit.zh for unit in store.after(0)] == ["你好。"]
        for job in (lambda: store.add([GOODBYE]), lambda: store.remove([1])):
            with pytest.raises(OutputError) as caught:
                job()
            assert str(caught.value) == (
                f"{path}: not writable; check the permissions of the file and its folder"
            )
    with SqliteStore(path) as store:
        assert store.state().units == 1


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="permissions of POSIX")
def test_a_folder_that_may_not_be_written_gets_no_memory(open_folder: Path) -> None:
    open_folder.chmod(0o555)
    with nobody(), pytest.raises(OutputError, match="check the permissions of the file and its folder"):
        SqliteStore(open_folder / "new.sqlite", create=True)
    assert [file.name for file in open_folder.iterdir()] == ["memory.sqlite"]


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="permissions of POSIX")
@pytest.mark.parametrize("create", [True, False])
def test_a_memory_that_may_not_be_read(open_folder: Path, create: bool) -> None:
    (open_folder / "memory.sqlite").chmod(0)
    with (
        nobody(),
        pytest.raises(OutputError if create else InputError, match="cannot be opened; check the perm"),
    ):
        SqliteStore(open_folder / "memory.sqlite", create=create)


def test_a_killed_import_had_reached_the_disk_and_is_taken_back(path: Path) -> None:
    program = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from vet_terms.memory.store.sqlite import SqliteStore\n"
        "from vet_terms.memory.unit import MemoryUnit\n"
        "def units():\n"
        "    yield from (MemoryUnit(str(n), '', f'{n} ' * 50_000) for n in range(400))\n"
        "    os.kill(os.getpid(), 9)\n"
        "SqliteStore(Path(sys.argv[1]), create=True).add(units())"
    )
    killed = subprocess.run([sys.executable, "-c", program, str(path)], check=False)
    assert killed.returncode == -9
    assert Path(f"{path}-wal").stat().st_size > 10_000_000
    with SqliteStore(path) as store:
        assert store.state().units == 1
        assert [unit.zh for unit in store.after(0)] == ["你好。"]
        assert store.add([GOODBYE]) == Added(1, 0)
    assert [file.name for file in path.parent.iterdir()] == ["memory.sqlite"]
    assert path.stat().st_size < 100_000


def test_looking_at_a_file_drops_no_lock_on_it(path: Path) -> None:
    """Locks of POSIX are a process's, and go when it closes the file through any descriptor."""
    program = (
        "import sqlite3, sys\n"
        "connection = sqlite3.connect(sys.argv[1], timeout=0)\n"
        "connection.execute('BEGIN IMMEDIATE')"
    )
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as writer:
        writer.execute("PRAGMA journal_mode = DELETE")
        writer.execute("BEGIN IMMEDIATE")
        SqliteStore(path).close()
        other = subprocess.run([sys.executable, "-c", program, str(path)], capture_output=True, check=False)
    assert b"database is locked" in other.stderr
