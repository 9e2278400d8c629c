"""Nothing that a document, a file name or an option holds acts on a terminal."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.cli.conftest import Run

ACTS = "\x9b31m\u202e\u2066"
ROW = f"\x1b[31m\x07{ACTS}\t共有29所院校。\tThere are 26 {ACTS} colleges  .\tvet-terms: ignore no/rule\n"
TABLE = f"id\tzh\ten\tnote\n{ROW}"
"""A wrong number, a space before a mark, and characters that move the cursor or turn the order round."""


def acting(text: str) -> set[str]:
    hidden = {char for char in text if unicodedata.category(char) in {"Cc", "Cf", "Zl", "Zp"}}
    return hidden - {"\n", "\t"}


@pytest.fixture(autouse=True)
def table(tmp_path: Path) -> str:
    name = "a\x1b[31m\u202e.tsv"
    (tmp_path / name).write_text(TABLE, encoding="utf-8")
    (tmp_path / "clean.tsv").write_text("zh\ten\n共有29所院校。\tThere are 29 colleges.\n", encoding="utf-8")
    (tmp_path / "header.tsv").write_text(f"{ACTS}x\tb\n1\t2\n", encoding="utf-8")
    return name


@pytest.mark.parametrize("form", ["text", "json", "sarif", "junit"])
def test_reports(run: Run, table: str, capsys: pytest.CaptureFixture[str], form: str) -> None:
    assert run("check", table, "--format", form) == 1
    out, err = capsys.readouterr()
    assert not acting(out) and not acting(err)


def test_the_texts_themselves_are_kept(run: Run, table: str, capsys: pytest.CaptureFixture[str]) -> None:
    run("check", table, "--json")
    found = json.loads(capsys.readouterr().out)["findings"][0]["target"]
    assert "\x9b31m\u202e\u2066" in found
    run("check", table, "--format", "sarif")
    assert "\\u009b31m\\u202e\\u2066" in capsys.readouterr().out
    run("check", table, "--format", "junit")
    failure = next(ElementTree.fromstring(capsys.readouterr().out).iter("failure"))
    assert "\x9b31m\u202e\u2066" in str(failure.text)


@pytest.mark.parametrize(
    "arguments",
    [
        ("header.tsv",),
        ("no\x1b[31m\u202e.tsv",),
        ("clean.tsv", "-o", "report\x1b[31m\u202e.txt"),
        ("clean.tsv", "--write-baseline", "known\x1b[31m\u202e"),
        ("clean.tsv", "--baseline", "no\x1b[31m"),
        ("clean.tsv", "--ignore", "no\x1b[31m/rule"),
        ("clean.tsv", "--severity", "\x1b[31m"),
    ],
)
def test_messages_are_one_line_each(
    run: Run, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    run("check", *arguments)
    out, err = capsys.readouterr()
    assert not acting(out) and not acting(err) and err


def test_a_diff(run: Run, table: str, capsys: pytest.CaptureFixture[str]) -> None:
    run("check", table, "--diff")
    assert not acting(capsys.readouterr().out)
