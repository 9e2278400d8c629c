"""The hook and the CI line of docs/checking.md, tried in a repository of their own."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
SCRIPTS = Path(sys.executable).parent

GOOD = "There are 29 colleges in the city."
WRONG = "There are 26 colleges in the city."


def xliff(english: str) -> str:
    return (
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" datatype="x"'
        ' source-language="zh-CN" target-language="en-US"><body><trans-unit id="1">'
        f"<source>全市共有29所院校。</source><target>{english}</target></trans-unit></body></file></xliff>"
    )


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """Return an environment in which nobody's settings of git or pre-commit count."""
    return {
        "PATH": f"{SCRIPTS}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(tmp_path),
        "PRE_COMMIT_HOME": str(tmp_path / "pre-commit"),
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org",
        "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org",
        "LC_ALL": "C.UTF-8",
    }  # fmt: skip


def run(command: list[str], folder: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False
    )


def hook() -> dict[str, Any]:
    """Return the hook that the project offers, to be run from this installation: nothing is fetched."""
    import yaml

    (offered,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    return {**offered, "language": "system"}


def test_the_hook_stops_a_commit_with_an_error(tmp_path: Path, environment: dict[str, str]) -> None:
    folder = tmp_path / "translations"
    folder.mkdir()
    config = {"repos": [{"repo": "local", "hooks": [hook()]}]}
    (folder / ".pre-commit-config.yaml").write_text(json.dumps(config), "utf-8")
    for command in (["git", "init", "-q"], ["pre-commit", "install"], ["git", "add", "."]):
        assert run(command, folder, environment).returncode == 0
    assert run(["git", "commit", "-qm", "settings"], folder, environment).returncode == 0

    (folder / "deck.xliff").write_text(xliff(WRONG), "utf-8")
    run(["git", "add", "."], folder, environment)
    refused = run(["git", "commit", "-qm", "wrong"], folder, environment)
    assert refused.returncode == 1
    assert "numbers/value" in refused.stdout + refused.stderr

    (folder / "deck.xliff").write_text(xliff(GOOD), "utf-8")
    run(["git", "add", "."], folder, environment)
    taken = run(["git", "commit", "-qm", "right"], folder, environment)
    assert taken.returncode == 0, taken.stdout + taken.stderr


def test_the_line_for_ci_fails_and_leaves_a_report(tmp_path: Path, environment: dict[str, str]) -> None:
    line = re.search(r"```sh\n(.+)\n```", (ROOT / "docs" / "checking.md").read_text("utf-8"))
    assert line is not None
    (tmp_path / "translations").mkdir()
    (tmp_path / "translations" / "deck.xliff").write_text(xliff(WRONG), "utf-8")
    done = run(["sh", "-c", line[1]], tmp_path, environment)
    assert done.returncode == 1, done.stderr
    (ran,) = json.loads((tmp_path / "findings.sarif").read_text("utf-8"))["runs"]
    assert [each["ruleId"] for each in ran["results"]] == ["numbers/value"]
