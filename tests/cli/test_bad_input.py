"""Whatever is handed in: one sentence that says what and where, exit 2, nothing half-written."""

from __future__ import annotations

import errno
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import DECK, SMALL, Run
from vet_terms.memory.workspace_tmx import read_tmx

Capture = pytest.CaptureFixture[str]

BAD_INPUT: list[tuple[str, bytes | None, str]] = [
    ("missing", None, "no such file"),
    ("empty", b"", "is empty"),
    ("blank", b" \n\t\n", "is empty"),
    ("binary", bytes(range(256)) * 40, "binary"),
    ("random", bytes((n * n * 31 + 7 * n) % 251 + 3 for n in range(4000)), "not text|binary|only"),
    ("a PPTX", b"PK\x03\x04" + bytes(200), "Office file"),
    ("a PDF", b"%PDF-1.7\n%\xe2\xe3", "a PDF"),
    ("only Chinese", "学校很好。\n".encode(), "has only Chinese text"),
    ("only English", b"The school is good.\n", "has only English text"),
    ("no words", "—— 123 ——\n".encode(), "no Chinese or English"),
]


@pytest.mark.parametrize(
    ("content", "message"), [row[1:] for row in BAD_INPUT], ids=[row[0] for row in BAD_INPUT]
)
def test_align(run: Run, capsys: Capture, content: bytes | None, message: str) -> None:
    if content is not None:
        Path("bad.txt").write_bytes(content)
    assert run("align", "bad.txt", "-o", "out.tmx") == 2
    said = capsys.readouterr().err
    assert said.startswith("vet-terms: bad.txt: ")
    assert len(said.splitlines()) == 1
    assert re.search(message, said)
    assert [path.name for path in Path().iterdir()] == (["bad.txt"] if content is not None else [])


def test_a_folder_in_place_of_a_file(run: Run, capsys: Capture) -> None:
    Path("folder.txt").mkdir()
    assert run("align", "folder.txt", "-o", "out.tmx") == 2
    assert "folder.txt: is a folder; name a file in it" in capsys.readouterr().err


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
def test_every_encoding_gives_the_same_pairs(run: Run, encoding: str) -> None:
    Path("a.txt").write_bytes(SMALL.encode(encoding))
    assert run("align", "a.txt", "-o", "out.tmx") == 0
    assert [unit.zh for unit in read_tmx("out.tmx")] == ["一、校企合作", "学校与柳工共建“国际工匠学院”。"]


BAD_OUTPUT = [
    ("missing/out.tmx", "its folder does not exist"),
    ("small.txt/out.tmx", "is a file and not a folder"),
    (".", "is a folder"),
]


@pytest.mark.parametrize(("output", "message"), BAD_OUTPUT)
def test_where_nothing_can_be_written(
    run: Run, small: Path, capsys: Capture, output: str, message: str
) -> None:
    assert run("align", "small.txt", "-o", output) == 2
    assert message in capsys.readouterr().err
    assert [path.name for path in Path().iterdir()] == ["small.txt"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("arguments", [["align", "small.txt", "-o"], ["align", "small.txt", "--json", "-o"]])
def test_a_full_disk(run: Run, small: Path, capsys: Capture, arguments: list[str]) -> None:
    assert run(*arguments, "/dev/full") == 2
    printed = capsys.readouterr()
    assert "the disk is full; free some space and run again" in printed.err
    assert printed.out == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_full_disk_under_standard_output(small: Path, unbuffered: str) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "vet_terms", "align", str(small), "-o", "-"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
        )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "No space left" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="there is no /bin/sh")
def test_a_reader_that_goes_away_is_no_error_to_speak_of(small: Path) -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", f"'{sys.executable}' -m vet_terms inspect '{DECK}' --json | head -c 10"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr
    assert len(done.stdout) == 10


@pytest.mark.parametrize("last", [1, 3, 7])
def test_a_build_on_a_full_disk_leaves_what_was_there(
    run: Run, small: Path, monkeypatch: pytest.MonkeyPatch, last: int
) -> None:
    Path("seeds").mkdir()
    small.rename(Path("seeds") / "small.txt")
    assert run("build") == 0
    before = {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()}
    Path("seeds/small.txt").write_text(SMALL + "\n新的一句。\n\nA new sentence.\n", encoding="utf-8")

    written = []

    def full(handle: int) -> None:
        written.append(handle)
        if len(written) == last:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    assert run("build") == 2
    after = {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()}
    changed = {path for path in after if after[path] != before.get(path)}
    # The vectors that were kept are nobody's work, and right whether or not the build came to an end.
    assert {path for path in changed if path.parts[0] != ".vet-terms"} == {Path("seeds/small.txt")}


@pytest.mark.parametrize("workspace", ["missing", "."])
def test_no_seeds(run: Run, capsys: Capture, workspace: str) -> None:
    assert run("build", workspace) == 2
    assert "seeds: no such folder; create it and put your documents in it" in capsys.readouterr().err


def test_a_damaged_term_base_stops_the_build_before_anything_is_written(
    run: Run, small: Path, capsys: Capture
) -> None:
    Path("seeds").mkdir()
    small.rename(Path("seeds") / "small.txt")
    Path("glossary").mkdir()
    Path("glossary/terms.csv").write_text("id,zh,en,status\nc1,学校,school,perhaps\n", encoding="utf-8")
    assert run("build") == 2
    assert "terms.csv" in capsys.readouterr().err
    assert not Path("tmx").exists()
    assert Path("glossary/terms.csv").read_text("utf-8").endswith("perhaps\n")
