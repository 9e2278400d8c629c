"""Exit codes of a program whose reader goes away, or who is interrupted: never that of findings."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROWS = "".join(f"学校有{number}所院校。\tThere are {number} colleges.\n" for number in range(10, 40))
BAD = "学校有29所院校。\tThere are 26 colleges.\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "a.tsv"
    path.write_text(f"zh\ten\n{ROWS}{BAD}", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "arguments",
    [("check", "--no-vectors", "a.tsv"), ("check", "--no-vectors", "a.tsv", "--json"), ("rules",)],
)
def test_a_reader_that_goes_away_is_no_finding(table: Path, arguments: tuple[str, ...]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as nobody:
        ended = subprocess.run(
            [sys.executable, "-m", "vet_terms", *arguments],
            cwd=table.parent,
            stdout=nobody,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert (ended.returncode, ended.stderr) == (141, b"")


def test_an_interrupted_check_says_so_and_changes_nothing(table: Path) -> None:
    before = table.read_bytes()
    # It waits for the rest of standard input.
    running = subprocess.Popen(
        [sys.executable, "-m", "vet_terms", "check", "--no-vectors", "a.tsv", "-", "--json"],
        cwd=table.parent,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    time.sleep(3)
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=60)
    assert (running.returncode, out, err.strip()) == (130, b"", b"vet-terms: interrupted")
    assert table.read_bytes() == before
