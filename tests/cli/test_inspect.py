from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

Capture = pytest.CaptureFixture[str]


def test_blocks_are_shown_with_their_places(run: Run, small: Path, capsys: Capture) -> None:
    assert run("inspect", "small.txt") == 0
    printed = capsys.readouterr()
    assert "b1     zh    heading  一、校企合作" in printed.out
    assert "small.txt: utf-8, Hans, 5 blocks, 0 left out" in printed.err


def test_segments(run: Run, capsys: Capture) -> None:
    Path("a.txt").write_text("学校很好。老师也好。", encoding="utf-8")
    assert run("inspect", "a.txt", "--segments") == 0
    assert capsys.readouterr().out.count("b1") == 2


def test_what_was_left_out_is_said(run: Run, capsys: Capture) -> None:
    Path("a.txt").write_text("首页 > 新闻 > 正文\n\n学校很好。", encoding="utf-8")
    assert run("inspect", "a.txt") == 0
    assert "line 1  navigation  首页 > 新闻 > 正文" in capsys.readouterr().out


def test_json(run: Run, small: Path, capsys: Capture) -> None:
    assert run("inspect", "small.txt", "--json") == 0
    seen = json.loads(capsys.readouterr().out)
    assert seen["document"] == "small.txt"
    assert seen["blocks"][0]["text"] == "一、校企合作"
    assert {segment["language"] for segment in seen["segments"]} == {"zh", "en"}
    assert seen["dropped"] == []
