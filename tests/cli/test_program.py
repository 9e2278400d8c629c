from __future__ import annotations

import subprocess
import sys

import pytest

from tests.cli.conftest import Run
from vet_terms import __version__
from vet_terms.cli import COMMANDS
from vet_terms.cli.glossary import COMMANDS as GLOSSARY_COMMANDS
from vet_terms.cli.memory import COMMANDS as MEMORY_COMMANDS

Capture = pytest.CaptureFixture[str]

GROUPS = {"memory": MEMORY_COMMANDS, "glossary": GLOSSARY_COMMANDS}
EVERY = [
    *(name for name in COMMANDS if name not in GROUPS),
    *(f"{group} {name}" for group in GROUPS for name in GROUPS[group]),
]


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


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", "<&- >&- 2>&-"])
def test_streams_that_are_closed_are_no_failure(closed: str) -> None:
    line = f'"$0" -m vet_terms rules {closed}'
    done = subprocess.run(
        ["/bin/sh", "-c", line, sys.executable], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_an_interrupted_program_ends_as_shells_have_it(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("click.Command.invoke", interrupt)
    assert run("rules") == 130


def test_a_name_that_no_file_can_have_is_named(run: Run, capsys: Capture) -> None:
    name = "n" * 300 + ".csv"
    assert run("lookup", "学校", "--glossary", name) == 2
    assert capsys.readouterr().err.startswith(f"vet-terms: {name}: ")
