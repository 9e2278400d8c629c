"""``vet-terms glossary validate`` as its users run it."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from vet_terms.model import CONCEPT_TYPES

TABLE = "id,zh,en,en_forbidden,type\nc1,双元制,Dual System,dual system,\nc2,学校,School  Education,,thing\n"

TBX = """<?xml version="1.0"?><martif type="TBX" xml:lang="zh-CN"><text><body>
<termEntry id="c1"><langSet xml:lang="zh-CN"><tig><term>双元制</term></tig></langSet>
<langSet xml:lang="en-US"><tig><term>Dual  System</term></tig></langSet></termEntry>
</body></text></martif>
"""


@pytest.fixture
def table(run: Run) -> Run:
    Path("g.csv").write_text(TABLE, encoding="utf-8")
    return run


def test_findings_have_their_place(table: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert table("glossary", "validate", "g.csv") == 1
    out, err = capsys.readouterr()
    assert out.splitlines() == [
        "g.csv:2: info: 双元制: “Dual System” is in Title Case, but no name [text/case]",
        "g.csv:2: error: 双元制: “dual system” is both preferred and forbidden [row/forbidden]",
        "g.csv:3: warning: 学校: “School  Education” has a doubled space [text/spaces]",
        "g.csv:3: info: 学校: “School  Education” is in Title Case, but no name [text/case]",
        f"g.csv:3: error: 学校: “thing” is not one of {', '.join(CONCEPT_TYPES)} [row/type]",
    ]
    assert err == "2 entries: 2 errors, 1 warning, 2 remarks\n"


@pytest.mark.parametrize(
    ("table", "fail_on", "code"),
    [
        ("zh,en\n甲,a\n", "info", 0),
        ("zh,en\n甲,\n", "info", 1),
        ("zh,en\n甲,\n", "warning", 0),
        ("zh,en\n甲,a \n", "warning", 1),
        ("zh,en\n甲,a \n", "error", 0),
        ("zh,en\n甲,甲\n", "error", 1),
    ],
)
def test_the_exit_code_says_whether_it_is_grave(run: Run, table: str, fail_on: str, code: int) -> None:
    Path("g.csv").write_text(table, encoding="utf-8")
    assert run("glossary", "validate", "g.csv", "--fail-on", fail_on) == code


def test_one_json_object(table: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert table("glossary", "validate", "g.csv", "--json") == 1
    said = json.loads(capsys.readouterr().out)
    assert said["summary"] == {
        "entries": 2,
        "error": 2,
        "warning": 1,
        "info": 2,
        "rules": {"row/forbidden": 1, "row/type": 1, "text/case": 2, "text/spaces": 1},
    }
    assert said["findings"][1] == {
        "rule": "row/forbidden",
        "severity": "error",
        "message": "“dual system” is both preferred and forbidden",
        "line": 2,
        "id": "c1",
        "zh": "双元制",
        "column": "en_forbidden",
    }


def test_nothing_found_is_said(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    Path("glossary").mkdir()
    Path("glossary/terms.csv").write_text("id,zh,en\n,甲,a\n", encoding="utf-8")
    assert run("glossary", "validate") == 0
    assert capsys.readouterr() == ("", "1 entry: nothing found\n")


def test_a_tbx_is_held_to_its_standard_too(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    Path("g.tbx").write_text(TBX, encoding="utf-8")
    Path("broken.tbx").write_text(TBX[:-20], encoding="utf-8")
    run("glossary", "validate", "g.tbx")
    out = capsys.readouterr().out
    assert (
        "g.tbx:1: warning: 双元制: “Dual  System” has a doubled space [text/spaces]" in out or "[tbx/" in out
    )
    assert run("glossary", "validate", "broken.tbx") == 1
    assert "[tbx/xml]" in capsys.readouterr().out


def test_standard_input(
    run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("zh,en\n甲,甲\n".encode())))
    assert run("glossary", "validate", "-") == 1
    assert "-:2: error: 甲: “甲” has Chinese characters [text/english]" in capsys.readouterr().out


def _workbook() -> bytes:
    from vet_terms.glossary.workbooks import table_workbook

    return table_workbook("g", ["zh", "en"], [["双元制", "Dual  System"]])


@pytest.mark.parametrize(
    ("data", "rule"),
    [(TBX.encode(), "tbx/"), (TBX.encode("utf-16"), "tbx/"), (_workbook(), "text/spaces")],
)
def test_standard_input_of_another_kind(
    run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], data: bytes, rule: str
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert run("glossary", "validate", "-", "--fail-on", "info") == 1
    assert rule in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("", None, "the name of a file is empty"),
        ("none.csv", None, "none.csv: no such file"),
        ("g.csv", b"a,b\n1,2\n", "no column named zh or en"),
        ("g.csv", 'zh,en\n甲,"a\n'.encode(), "quotes do not close"),
        ("g.csv", b"", "is empty"),
    ],
)
def test_what_is_no_glossary_is_one_sentence(
    run: Run, capsys: pytest.CaptureFixture[str], name: str, data: bytes | None, said: str
) -> None:
    if data is not None:
        Path(name).write_bytes(data)
    assert run("glossary", "validate", name) == 2
    assert said in capsys.readouterr().err
