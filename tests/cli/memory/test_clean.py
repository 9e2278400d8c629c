from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from vet_terms.memory.store.opening import open_store
from vet_terms.memory.unit import MemoryUnit
from vet_terms.tmx.reading import open_tmx

PAIRS = (
    ("图书馆晚上十点关门。", "The library closes at ten in the evening."),
    ("教师每年都要下企业锻炼。", ""),
    ("请联系教务处。", "Please contact the 教务处."),
    ("图书馆晚上十点关门。", "The library closes at ten in the evening."),
    (
        "数控机床的操作必须有人指导。",
        "Machine tools under numerical control must be operated under guidance.",
    ),
)


@pytest.fixture
def memory(run: Run) -> None:
    store = open_store("memory.sqlite", create=True)
    store.add(MemoryUnit(zh, en, tuid=str(number)) for number, (zh, en) in enumerate(PAIRS))
    store.close()


def ids() -> list[int]:
    store = open_store("memory.sqlite")
    try:
        return [unit.id for unit in store.after(0)]
    finally:
        store.close()


def test_what_is_found_is_listed(run: Run, memory: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("memory", "clean") == 1
    out, err = capsys.readouterr()
    lines = out.splitlines()
    assert lines[0].split() == ["unit", "rule", "what", "is", "wrong", "Chinese", "English"]
    assert [line.split()[:2] for line in lines[2:]] == [
        ["2", "empty"],
        ["3", "untranslated"],
        ["4", "duplicate"],
    ]
    assert err == "memory.sqlite: 5 units, 3 listed: 1 empty, 1 untranslated, 1 duplicate\n"
    assert ids() == [1, 2, 3, 4, 5]


def test_how_grave_a_finding_must_be(run: Run, memory: None) -> None:
    assert run("memory", "clean", "--only", "duplicate") == 0
    assert run("memory", "clean", "--only", "duplicate", "--fail-on", "info") == 1
    assert run("memory", "clean", "--only", "untranslated", "--fail-on", "warning") == 1
    assert run("memory", "clean", "--only", "identical", "--fail-on", "info") == 0


def test_one_json_object(run: Run, memory: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("memory", "clean", "--json", "--only", "empty") == 1
    said = json.loads(capsys.readouterr().out)
    assert said["memories"] == [
        {
            "name": "memory.sqlite",
            "units": 5,
            "by_rule": {"empty": 1},
            "listed": [
                {
                    "unit": 2,
                    "rule": "empty",
                    "severity": "error",
                    "message": "The English side is empty.",
                    "zh": "教师每年都要下企业锻炼。",
                    "en": "",
                }
            ],
        }
    ]
    assert said["removed"] == 0
    assert said["signature"].startswith("vet-terms:")


def test_listed_units_are_moved_to_a_side_file(
    run: Run, memory: None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("memory", "clean", "--only", "empty", "--only", "duplicate", "--remove", "side.tmx") == 0
    assert "2 units taken out; they are in side.tmx" in capsys.readouterr().err
    assert ids() == [1, 3, 5]
    with open_tmx("side.tmx") as reader:
        assert [unit.attribute("tuid") for unit in reader] == ["1", "3"]
    assert run("memory", "clean", "--only", "empty", "--remove", "more.tmx") == 0
    assert not Path("more.tmx").exists()


def test_a_file_is_left_alone_and_a_clean_copy_written(run: Run, memory: None) -> None:
    run(
        "memory",
        "clean",
        "--only",
        "duplicate",
        "--only",
        "empty",
        "--only",
        "untranslated",
        "--remove",
        "all.tmx",
    )
    before = Path("all.tmx").read_bytes()
    assert run("memory", "clean", "all.tmx", "--only", "empty", "-o", "out.tmx", "--remove", "side.tmx") == 0
    with open_tmx("out.tmx") as cleaned, open_tmx("side.tmx") as side:
        assert [unit.attribute("tuid") for unit in cleaned] == ["2", "3"]
        assert [unit.attribute("tuid") for unit in side] == ["1"]
    assert Path("all.tmx").read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--store", "nowhere.sqlite"], "nowhere.sqlite"),
        (["nowhere.tmx"], "nowhere.tmx"),
        (["-"], "gone through twice"),
        (["--remove", "there.tmx"], "there.tmx: is there already"),
        (["a.tmx", "b.tmx", "-o", "out.tmx"], "name one FILE.tmx"),
        (["-o", "out.tmx"], "name one FILE.tmx"),
        (["a.tmx", "--remove", "side.tmx"], "with -o"),
    ],
)
def test_wrong_use_is_said_in_one_sentence(
    run: Run, memory: None, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    Path("there.tmx").write_text("mine", encoding="utf-8")
    assert run("memory", "clean", *arguments) == 2
    out, err = capsys.readouterr()
    assert said in err
    assert out == ""
    assert len(err.splitlines()) == 1
    assert ids() == [1, 2, 3, 4, 5]
