from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from vet_terms.errors import InputError, OutputError
from vet_terms.files import all_or_none, make_folder, read_bytes, whole_file, write_whole


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    target.write_bytes(b"old")
    target.chmod(0o640)
    write_whole(target, b"new")
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_a_file_that_is_read_only_stays(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    target.write_bytes(b"old")
    target.chmod(0o444)
    with pytest.raises(OutputError, match=r"a\.txt: not writable; check the permissions"):
        write_whole(target, b"new")
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_an_error_on_the_way_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    target.write_bytes(b"old")
    with pytest.raises(RuntimeError), whole_file(target) as stream:
        stream.write(b"half")
        raise RuntimeError
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_a_full_disk_is_said_and_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.txt"
    target.write_bytes(b"old")

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="disk is full; free some space"):
        write_whole(target, b"new")
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_device_is_written_in_place_and_its_failure_said() -> None:
    with pytest.raises(OutputError, match="disk is full"):
        write_whole("/dev/full", b"x" * 100_000)
    assert stat.S_ISCHR(Path("/dev/full").stat().st_mode)


@pytest.mark.skipif(sys.platform == "win32", reason="file size limits are of POSIX systems")
def test_a_real_limit_on_file_size_leaves_nothing_behind(tmp_path: Path) -> None:
    program = (
        "import resource, signal, sys\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "from vet_terms.errors import OutputError\n"
        "from vet_terms.files import write_whole\n"
        "try:\n    write_whole(sys.argv[1], b'x' * 5000)\n"
        "except OutputError as error:\n    print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "a.txt")], capture_output=True, text=True, check=True
    )
    assert "over the allowed size" in done.stdout
    assert list(tmp_path.iterdir()) == []


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_bytes(b"old")
    (tmp_path / "link.txt").symlink_to("real.txt")
    write_whole(tmp_path / "link.txt", b"new")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_bytes() == b"new"


UNWRITABLE = [
    ("missing/a.txt", "folder does not exist"),
    ("file/a.txt", "is a file and not a folder"),
    ("folder", "is a folder"),
]


@pytest.mark.parametrize(("name", "message"), UNWRITABLE)
def test_what_cannot_be_written_is_said(tmp_path: Path, name: str, message: str) -> None:
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "folder").mkdir()
    with pytest.raises(OutputError, match=message):
        write_whole(tmp_path / name, b"x")


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write everywhere")
def test_an_unwritable_folder_is_said(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(OutputError, match="not writable"):
            write_whole(tmp_path / "a.txt", b"x")
    finally:
        tmp_path.chmod(0o700)


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OutputError, match="is a file and not a folder"):
        make_folder(tmp_path / "file" / "below")


def test_what_cannot_be_read_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file; check the name"):
        read_bytes(tmp_path / "missing.txt")
    with pytest.raises(InputError, match="is a folder"):
        read_bytes(tmp_path)
    with pytest.raises(InputError, match="not a usable file name"):
        read_bytes("a\0b")
    with pytest.raises(InputError, match="the name of a file is empty"):
        read_bytes("")
    with pytest.raises(InputError, match="is a device and has no end"):
        read_bytes("/dev/zero")
    assert read_bytes("/dev/null") == b""
    with pytest.raises(OutputError, match="the name of a file to write is empty"):
        write_whole("", b"x")


def test_files_written_together_take_their_names_together(tmp_path: Path) -> None:
    first, second = tmp_path / "a.txt", tmp_path / "b.txt"
    first.write_bytes(b"old")
    with all_or_none():
        write_whole(first, b"new")
        write_whole(second, b"new")
        assert first.read_bytes() == b"old"
        assert not second.exists()
    assert [path.read_bytes() for path in sorted(tmp_path.iterdir())] == [b"new", b"new"]


def test_where_one_of_them_fails_none_is_changed(tmp_path: Path) -> None:
    first = tmp_path / "a.txt"
    first.write_bytes(b"old")
    with pytest.raises(OutputError, match="folder does not exist"), all_or_none():
        write_whole(first, b"new")
        write_whole(tmp_path / "missing" / "b.txt", b"new")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.txt", b"old")]


def test_one_that_cannot_take_its_name_is_said(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    with pytest.raises(OutputError, match="is a folder"), all_or_none():
        write_whole(target, b"new")
        target.mkdir()
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
