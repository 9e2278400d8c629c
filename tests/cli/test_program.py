from __future__ import annotations

import subprocess
import sys

import pytest

from tests.cli.conftest import Run
from vet_terms import __version__
from vet_terms.cli import COMMANDS
from vet_terms.cli.memory import COMMANDS as MEMORY_COMMANDS

Capture = pytest.CaptureFixture[str]

EVERY = [*(name for name in COMMANDS if name != "memory"), *(f"memory {name}" for name in MEMORY_COMMANDS)]


def test_the_version(run: Run, capsys: Capture) -> None:
    assert run("--version") == 0
    assert capsys.readouterr().out.strip() == f"vet-terms, version {__version__}"


@pytest.mark.parametrize("command", EVERY)
def test_every_command_has_help_with_an_example_and_json(run: Run, capsys: Capture, command: str) -> None:
    assert run(*command.split(), "--help") == 0
    text = capsys.readouterr().out
    assert f"Example: vet-terms {command}" in text
    assert "--json" in text


def test_an_unknown_command_is_wrong_use(run: Run, capsys: Capture) -> None:
    assert run("translate") == 2
    assert "No such command 'translate'" in capsys.readouterr().err


def test_help_starts_without_a_heavy_library() -> None:
    heavy = {"numpy", "jieba", "lxml", "opencc", "onnxruntime", "pypinyin", "rapidfuzz", "rich", "translate"}
    program = (
        "import sys\nsys.argv = ['vet-terms', '--version']\nfrom vet_terms.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert heavy.isdisjoint(done.stdout.split())
