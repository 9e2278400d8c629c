"""Running the program as its script does, errors and exit codes included."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from vet_terms.cli import main

Run = Callable[..., int]

DECK = Path(__file__).parent.parent.parent / "seeds" / "004_b56f01a47149504a.txt"

SMALL = (
    "一、校企合作\nI. School-enterprise cooperation\n\n"
    "学校与柳工共建“国际工匠学院”。\n\n"
    "The college and Liugong jointly built the “International Craftsman College”.\n\n"
    "This sentence has no partner at all in Chinese.\n"
)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that runs the program in an empty folder and returns its exit code."""
    monkeypatch.chdir(tmp_path)

    def program(*arguments: str) -> int:
        monkeypatch.setattr(sys, "argv", ["vet-terms", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        return int(ended.value.code or 0)

    return program


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return a small bilingual file in the empty folder."""
    path = tmp_path / "small.txt"
    path.write_text(SMALL, encoding="utf-8")
    return path
