from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from benchmarks.ntrex import NewsLine
from benchmarks.speed import POSTS, SPEAKERS, measured, repeated

from vet_terms.errors import UsageError

NEWS = [NewsLine("a", "学校开学了。", "School has begun."), NewsLine("b", "下雨了。", "It rains.")]


def test_repeats_are_all_distinct_and_say_the_same() -> None:
    most = len(NEWS) * (1 + len(SPEAKERS) * len(POSTS))
    lines = repeated(NEWS, most)
    assert lines[:2] == NEWS
    assert lines[2] == NewsLine("a", "王老师说，学校开学了。", "Teacher Wang said: School has begun.")
    assert len({line.zh for line in lines}) == len({line.en for line in lines}) == len(lines) == most
    with pytest.raises(UsageError, match="rounds"):
        repeated(NEWS, most + 1)


def test_a_line_that_comes_twice_in_the_news_is_taken_once() -> None:
    assert len({line.zh for line in repeated([*NEWS, NEWS[0]], 40)}) == 40


def test_time_and_memory_of_a_process(tmp_path: Path) -> None:
    idle = measured([sys.executable, "-c", "pass"], tmp_path)
    large = measured([sys.executable, "-c", "held = b'x' * 200_000_000"], tmp_path)
    assert idle.seconds > 0
    if sys.platform != "win32":
        assert large.megabytes - idle.megabytes > 150


def test_a_process_that_fails_is_not_timed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(subprocess.CalledProcessError):
        measured([sys.executable, "-c", "raise SystemExit('it broke')"], tmp_path)
    assert "it broke" in capsys.readouterr().err
