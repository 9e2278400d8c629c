from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.memory.memories import make_memory

Capture = pytest.CaptureFixture[str]

KNOWN = "学校成立于柳州，服务当地产业。"
FIRST = f"{KNOWN}\n\n全市共有职业院校31所。\n\n{KNOWN}\n\n2023 / 2024\n"
SECOND = "全市共有职业院校31所。\n\n天气很好，LVTC也很好。\n"


def rows(text: str, file: str) -> dict[str, list[str]]:
    """Return the rows of a file's table by their labels."""
    table = text.split(f"{file}\n", 1)[1].split("\n\n")[0].splitlines()[1:]
    return {line[:12].strip(): line[12:].split() for line in table}


@pytest.fixture
def files(run: Run) -> None:
    Path("a.txt").write_text(FIRST, encoding="utf-8")
    Path("b.txt").write_text(SECOND, encoding="utf-8")


def test_the_table_of_each_file_and_of_all(run: Run, files: None, capsys: Capture) -> None:
    make_memory()
    assert run("memory", "analyse", "a.txt", "b.txt") == 0
    printed = capsys.readouterr()
    first = rows(printed.out, "a.txt")
    assert first["repetitions"] == ["1", "13", "0", "34.2"]
    assert first["100 %"] == ["1", "13", "0", "34.2"]
    assert first["95-99 %"] == ["1", "9", "1", "26.3"]
    assert first["no words"] == ["1", "0", "2", "5.3"]
    assert first["total"] == ["4", "35", "3", "100.0"]
    assert rows(printed.out, "b.txt")["repetitions"][0] == "1"
    assert rows(printed.out, "b.txt")["no match"] == ["1", "7", "1", "44.4"]
    assert rows(printed.out, "all files")["total"] == ["6", "51", "5", "100.0"]
    assert "translated from Chinese: 6 segments in 2 files" in printed.err


def test_one_file_has_no_table_of_all(run: Run, files: None, capsys: Capture) -> None:
    make_memory()
    assert run("memory", "analyse", "a.txt") == 0
    assert "all files" not in capsys.readouterr().out


def test_json(run: Run, files: None, capsys: Capture) -> None:
    make_memory()
    assert run("memory", "analyse", "a.txt", "b.txt", "--json") == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["source"] == "zh"
    assert [each["name"] for each in answer["files"]] == ["a.txt", "b.txt"]
    assert [row["band"] for row in answer["total"]["bands"]] == [
        "repetitions", "100", "95-99", "85-94", "75-84", "50-74", "none", "no words",
    ]  # fmt: skip
    assert answer["total"]["bands"][0] == {
        "band": "repetitions",
        "segments": 2,
        "characters": 22,
        "words": 1,
        "percent": 41.1,
    }
    assert answer["total"]["total"]["segments"] == 6
    assert answer["signature"].startswith("vet-terms:")


def test_without_a_memory_repetitions_are_counted_and_it_is_said(
    run: Run, files: None, capsys: Capture
) -> None:
    assert run("memory", "analyse", "a.txt") == 0
    printed = capsys.readouterr()
    assert rows(printed.out, "a.txt")["repetitions"][0] == "1"
    assert rows(printed.out, "a.txt")["no match"][0] == "2"
    assert "no memory here (memory.sqlite): only repetitions are counted" in printed.err


def test_a_memory_that_is_named_must_be_there(run: Run, files: None, capsys: Capture) -> None:
    assert run("memory", "analyse", "a.txt", "--store", "team.sqlite") == 2
    assert "team.sqlite" in capsys.readouterr().err


def test_english_is_told_and_the_other_language_is_not_counted(run: Run, capsys: Capture) -> None:
    make_memory()
    Path("en.txt").write_text(
        "There are 31 vocational colleges in the city.\n\n"
        "They serve local industry and the people who live in the region.\n\n学校成立。\n",
        encoding="utf-8",
    )
    assert run("memory", "analyse", "en.txt") == 0
    printed = capsys.readouterr()
    assert rows(printed.out, "en.txt")["95-99 %"] == ["1", "0", "8", "40.0"]
    assert "en.txt: 1 segment in Chinese is not counted" in printed.err
    assert run("memory", "analyse", "en.txt", "--source", "zh") == 0
    assert rows(capsys.readouterr().out, "en.txt")["total"] == ["1", "4", "0", "100.0"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("a.txt", "missing.txt"), "missing.txt: no such file"),
        (("-", "-"), "standard input can be read once"),
        (("a.doc",), "a.doc"),
        ((), "FILE"),
    ],
)
def test_one_file_that_cannot_be_read_stops_it(
    run: Run, files: None, capsys: Capture, arguments: tuple[str, ...], said: str
) -> None:
    assert run("memory", "analyse", *arguments) == 2
    printed = capsys.readouterr()
    assert said in printed.err
    assert printed.out == ""
