"""``vet-terms check`` and ``vet-terms rules`` as a person or a script calls them."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from vet_terms.cli import main

HEADER = "id\tzh\ten\n"
GOOD = "a\t共有29所院校。\tThere are 29 colleges.\n"
BAD = "b\t共有29所院校。\tThere are 26 colleges.\n"
WARNING = "c\t“走出去”战略\tthe “going out strategy\n"


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["vet-terms", *arguments])
    with pytest.raises(SystemExit) as ended:
        main()
    return int(ended.value.code or 0)


def write(name: str, content: str) -> str:
    Path(name).parent.mkdir(exist_ok=True)
    Path(name).write_text(content, encoding="utf-8")
    return name


@pytest.mark.parametrize(
    ("rows", "options", "code"),
    [
        (GOOD, (), 0),
        (GOOD + BAD, (), 1),
        (WARNING, (), 0),
        (WARNING, ("--fail-on", "warning"), 1),
        (BAD, ("--ignore", "numbers"), 0),
        (BAD, ("--ignore", "numbers/value"), 0),
        (BAD, ("--ignore", "no/such"), 2),
        (BAD, ("--fail-on", "never"), 2),
    ],
)
def test_exit_codes(monkeypatch: pytest.MonkeyPatch, rows: str, options: tuple[str, ...], code: int) -> None:
    assert run(monkeypatch, "check", write("a.tsv", HEADER + rows), *options) == code


def test_findings_go_to_stdout_and_the_summary_to_stderr(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(monkeypatch, "check", write("a.tsv", HEADER + GOOD + BAD))
    out, err = capsys.readouterr()
    assert "a.tsv\nline 3, unit b" in out and "numbers/value" in out and "^^" in out
    assert err.strip() == "2 units checked: 1 error, 0 warnings, 1 info"


def test_json_is_one_object(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        run(monkeypatch, "check", write("a.tsv", HEADER + BAD), write("b.tsv", HEADER + BAD), "--json") == 1
    )
    found = json.loads(capsys.readouterr().out)
    assert [each["place"] for each in found["findings"]] == ["a.tsv:b1", "b.tsv:b1"]
    assert found["findings"][0]["unit"] == "b" and found["summary"]["error"] == 2


def test_the_glossary_of_the_workspace_is_used(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = write("a.tsv", "zh\ten\n深化产教融合。\tMix schools and factories.\n")
    assert run(monkeypatch, "check", file) == 0
    write("glossary/terms.csv", "id,zh,en,status\n1,产教融合,industry-education integration,approved\n")
    assert run(monkeypatch, "check", file) == 1
    assert "against 1 glossary term" in capsys.readouterr().err
    write("other.csv", "id,zh,en,status\n1,学校,school,approved\n")
    assert run(monkeypatch, "check", file, "--glossary", "other.csv") == 0
    assert run(monkeypatch, "check", file, "--glossary", "missing.csv") == 2


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("学校\tschool\n", "has no usable header"),
        ("en\tfr\nschool\técole\n", "another language pair"),
        ("", "is empty"),
    ],
)
def test_bad_input_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], content: str, said: str
) -> None:
    assert run(monkeypatch, "check", write("a.tsv", content)) == 2
    out, err = capsys.readouterr()
    assert out == "" and err.startswith("vet-terms: a.tsv") and said in err and err.count("\n") == 1


def test_missing_files_and_stdin_twice(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "check", "nothing.tsv") == 2
    assert "no such file" in capsys.readouterr().err
    assert run(monkeypatch, "check", "-", "-") == 2
    assert run(monkeypatch, "check") == 2


def test_swapped_sides_are_said(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(monkeypatch, "check", write("a.tsv", "zh\ten\nThere are 29 colleges.\t共有29所院校。\n")) == 0
    assert "other way round" in capsys.readouterr().err
