"""``vet-terms lookup`` as a person and a script call it."""

from __future__ import annotations

import functools
import json
import os
import subprocess
import sys
import types
import unicodedata
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from vet_terms.cli import lookup as lookup_command
from vet_terms.cli import lookup_answers, lookup_text, program
from vet_terms.cli.lookup_prompt import ask, completions
from vet_terms.errors import VetTermsError
from vet_terms.glossary.lookup import prepared
from vet_terms.glossary.lookup.prepared import open_glossary
from vet_terms.glossary.termbase import COLUMNS

GLOSSARY = """\
zh,zh_variants,en,en_variants,en_forbidden,type,status,context_zh,context_en,note,reviewer
柳州职业技术学院,柳职院,Liuzhou Vocational & Technical College,LVTC,Liuzhou Polytechnic,organisation,\
superseded,柳职院成立于柳州。,LVTC was founded.,became 柳州职业技术大学 in 2024,Li
职业教育,,vocational education,,,term,approved,,,,
高等职业教育,,higher vocational education,,,term,proposed,,,,
"""


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


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let standard output be a terminal."""
    for module in (lookup_command, lookup_answers, lookup_text):
        monkeypatch.setattr(module, "is_for_a_person", lambda: True)


def columns_of(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


@pytest.mark.usefixtures("workspace", "terminal")
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
        "now: 柳州职业技术大学 (since 2024)",
        "also: 柳职院 | LVTC",
        "do not use: Liuzhou Polytechnic",
        "context: 柳职院成立于柳州。",
        "context: LVTC was founded.",
    ]


@pytest.mark.usefixtures("workspace", "terminal")
def test_a_forbidden_form_is_marked() -> None:
    assert "found by: Liuzhou Polytechnic (do not use)" in lookup("liuzhou polytechnic").output


@pytest.mark.usefixtures("workspace")
def test_json_is_a_list_of_whole_concepts_with_their_match() -> None:
    result = lookup("職業教育", "LVTC", "--json")
    first, second, third = json.loads(result.stdout)
    assert list(first) == [*COLUMNS, "extra", "match", "renamed_to", "renamed_from"]
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
    assert lookup("qqqq").stderr == "qqqq: not in the glossary\n"


@pytest.mark.usefixtures("workspace")
def test_the_limit_is_for_each_term_and_says_what_it_leaves_out() -> None:
    result = lookup("职业", "education", "--limit", "1", "--json")
    assert [hit["match"]["query"] for hit in json.loads(result.stdout)] == ["职业", "education"]
    assert "职业: 2 more; --limit 3 shows them" in result.stderr
    assert lookup("职业", "--limit", "0").exit_code == 2


@pytest.mark.usefixtures("workspace", "terminal")
def test_several_terms_are_answered_one_by_one_also_from_standard_input() -> None:
    result = lookup("-", stdin="LVTC\n\n职业教育\nLVTC\n")
    assert [line for line in result.output.splitlines() if line.endswith(":")] == ["LVTC:", "职业教育:"]


@pytest.mark.usefixtures("terminal")
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


@pytest.mark.parametrize("arguments", [["LVTC"], ["--in", "柳职院"], ["-f", "-"]])
@pytest.mark.usefixtures("workspace")
def test_a_pipe_gets_tab_separated_values_under_a_header(arguments: list[str]) -> None:
    header, row = (line.split("\t") for line in lookup(*arguments, stdin="柳职院").stdout.splitlines())
    assert len(header) == len(row)
    if arguments == ["LVTC"]:
        assert header == ["zh", "en", "type", "status", "match", "term", "score", "note", "query"]
        assert row[4:] == ["variant", "LVTC", "0.980", "became 柳州职业技术大学 in 2024", "LVTC"]
    else:
        place = "text" if arguments[0] == "--in" else "standard input:b1"
        assert header == ["place", "start", "end", "term", "translation", "status", "instead"]
        assert row[:3] == [place, "0", "3"]
        assert row[3:] == [
            "柳职院",
            "Liuzhou Vocational & Technical College",
            "superseded",
            "柳州职业技术大学",
        ]


RENAMED = """\
id,zh,en,status,note
c1,旧学院,Old College,superseded,superseded by 新大学 since 2024
c2,新大学,New University,approved,
c3,小学院,Small College,proposed,likely superseded by 小大学
"""


def test_either_name_tells_of_the_other(tmp_path: Path, terminal: None) -> None:
    path = tmp_path / "g.csv"
    path.write_text(RENAMED, encoding="utf-8")
    shown = [line.strip() for line in lookup("旧学院", "--glossary", str(path)).stdout.splitlines()]
    assert "now: 新大学 = New University (since 2024)" in shown
    assert "formerly: 旧学院 = Old College (until 2024)" in shown
    assert "likely now: 小大学" in lookup("小学院", "--glossary", str(path)).stdout
    old, new = json.loads(lookup("旧学院", "--glossary", str(path), "--json").stdout)
    assert (old["match"]["kind"], new["match"]["kind"]) == ("exact", "successor")
    of_new = {"id": "c2", "zh": "新大学", "en": "New University", "year": 2024, "decided": True}
    assert (old["renamed_to"], old["renamed_from"]) == ([of_new], [])
    of_old = {"id": "c1", "zh": "旧学院", "en": "Old College", "year": 2024, "decided": True}
    assert (new["renamed_to"], new["renamed_from"]) == ([], [of_old])


def test_a_superseded_name_in_a_text_tells_of_its_successor(tmp_path: Path) -> None:
    path = tmp_path / "g.csv"
    path.write_text(RENAMED, encoding="utf-8")
    rows = lookup("--in", "旧学院和小学院", "--glossary", str(path)).stdout.splitlines()[1:]
    assert [row.split("\t")[3:] for row in rows] == [
        ["旧学院", "Old College", "superseded", "新大学"],
        ["小学院", "Small College", "proposed", ""],
    ]


def test_a_succession_is_told_once(tmp_path: Path, terminal: None) -> None:
    path = tmp_path / "g.csv"
    path.write_text(RENAMED, encoding="utf-8")
    assert "SUPERSEDED" not in lookup("旧学院", "--glossary", str(path)).stdout
    path.write_text(RENAMED.replace("since 2024", "since 2024; ask Li"), encoding="utf-8")
    shown = lookup("旧学院", "--glossary", str(path)).stdout
    assert "SUPERSEDED: superseded by 新大学 since 2024; ask Li" in shown


TEXT = "職業教育，高等职业教育，职业教育\x1b[2J\nLVTC and Liuzhou Polytechnic"


@pytest.mark.parametrize("no_colour", ["", "1"])
@pytest.mark.usefixtures("workspace", "terminal")
def test_a_terminal_gets_the_text_with_its_terms_marked_and_a_list(
    no_colour: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", no_colour)
    shown = CliRunner().invoke(program, ["lookup", "--in", TEXT], color=True)
    text, _, terms = shown.stdout.partition("\n\n")
    assert ("\x1b[32m" in text) is (not no_colour)
    assert "\x1b[4m職業教育\x1b[0m，" in text if no_colour else "職業教育\x1b[0m，" in text
    assert "\x1b[2J" not in text
    header, _, *rows = (line.split() for line in terms.splitlines())
    assert header == ["term", "translation", "status", "count", "first", "place"]
    assert [row[0] for row in rows] == ["職業教育", "高等职业教育", "LVTC", "Liuzhou"]
    assert rows[0][1:] == ["vocational", "education", "approved", "2", "text"]
    assert " ".join(rows[3][2:]) == (
        "柳州职业技术学院 (instead: Liuzhou Vocational & Technical College) forbidden 1 text"
    )
    assert shown.stderr == "5 places with a term of the glossary\n"


@pytest.mark.usefixtures("workspace")
def test_json_of_a_text_has_every_place_and_each_term_once() -> None:
    said = json.loads(lookup("--in", TEXT, "--json").stdout)
    assert list(said) == ["passages", "terms"]
    (passage,) = said["passages"]
    assert [TEXT[mark["start"] : mark["end"]] for mark in passage["terms"]] == [
        mark["term"] for mark in passage["terms"]
    ]
    assert [(term["zh"], term["count"]) for term in said["terms"]] == [
        ("职业教育", 2),
        ("高等职业教育", 1),
        ("柳州职业技术学院", 1),
        ("柳州职业技术学院", 1),
    ]


def test_a_document_is_marked_block_by_block(workspace: Path) -> None:
    path = workspace / "page.html"
    path.write_text("<h1>职业教育</h1><p>Vocational education.</p>", encoding="utf-8")
    rows = [line.split("\t") for line in lookup("-f", str(path)).stdout.splitlines()[1:]]
    assert [row[3:] for row in rows] == [
        ["职业教育", "vocational education", "approved", ""],
        ["Vocational education", "职业教育", "approved", ""],
    ]
    assert all(row[0].startswith("page.html:") for row in rows)


@pytest.mark.usefixtures("workspace")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "give terms to look up"),
        (["x", "--in", "y"], "give terms to look up, or one of"),
        (["--interactive", "-f", "x"], "give terms to look up, or one of"),
        (["--in", "  "], "the text is empty"),
        (["-f", "none.txt"], "no such file"),
        (["-f", "-", "--glossary", "-"], "cannot both come from standard input"),
        (["--interactive"], "standard input is none"),
    ],
)
def test_wrong_use_is_said_in_one_sentence(arguments: list[str], said: str) -> None:
    error = lookup(*arguments).exception
    assert isinstance(error, VetTermsError)
    assert said in str(error)


@pytest.mark.usefixtures("workspace")
def test_the_prompt_answers_line_by_line_until_an_empty_one(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = iter(["LVTC", " 职教育 ", ""])
    monkeypatch.setattr("builtins.input", lambda prompt: next(lines))
    monkeypatch.setattr(sys, "stdin", types.SimpleNamespace(isatty=lambda: True))
    shown: list[str] = []
    opened = open_glossary("glossary/terms.csv")
    ask(shown.append, opened)
    assert shown == ["LVTC", "职教育"]

    def end_of_input(prompt: str) -> str:
        raise EOFError

    monkeypatch.setattr("builtins.input", end_of_input)
    ask(shown.append, opened)
    assert len(shown) == 2


@pytest.mark.usefixtures("workspace")
@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("高", ["高等职业教育"]),
        ("职", ["职业教育"]),
        ("liuzhou voc", ["Liuzhou Vocational & Technical College"]),
        ("higher", ["higher vocational education"]),
        ("", []),
        ("zz", []),
    ],
)
def test_the_tab_key_completes_terms_of_both_languages(typed: str, offered: list[str]) -> None:
    assert completions(open_glossary("glossary/terms.csv"), typed) == offered


def test_a_large_glossary_is_made_ready_once_and_heals(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prepared, "SMALL", 10)
    first, second = lookup("职业教育"), lookup("职业教育")
    assert "making it ready for lookups, once" in first.stderr
    assert second.stderr == ""
    assert first.stdout == second.stdout
    (kept,) = (workspace / ".vet-terms").glob("*.lookup")
    data = kept.read_bytes()
    kept.write_bytes(data[: len(data) // 2])
    assert lookup("职业教育").stdout == first.stdout
    assert lookup("职业教育").stderr == ""


@functools.cache
def imported_by_nothing() -> set[str]:
    """Return what an environment loads at start, which differs from one system to the next."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", "pass"], capture_output=True, text=True, check=True
    )
    # "org" is what the standard library tries to import.
    return imported(done.stderr) | {"org"}


@pytest.mark.parametrize(
    ("query", "libraries"),
    [
        ("LVTC", set()),
        ("vocational education", set()),
        ("职业教育", set()),
        ("zhiyejiaoyu", set()),
        ("職業教育", {"opencc", "opencc_clib"}),
        ("vocatoinal", {"rapidfuzz"}),
        ("柳州职业技木学院", {"rapidfuzz"}),
    ],
)
@pytest.mark.usefixtures("workspace")
def test_which_libraries_a_lookup_loads(query: str, libraries: set[str]) -> None:
    done = as_process(query, python=("-X", "importtime"))
    assert done.returncode == 0
    assert done.stdout.count("\n") > 1
    found = imported(done.stderr) - sys.stdlib_module_names - imported_by_nothing()
    assert found == {"vet_terms", "click", *libraries}


@pytest.mark.usefixtures("workspace")
def test_a_glossary_that_is_kept_ready_loads_nothing_that_reads_tables() -> None:
    small = "from vet_terms.glossary.lookup import prepared; prepared.SMALL = 0; prepared._SETTLED = 0\n"
    run = f"{small}import sys\nfrom vet_terms.cli import program\n"
    run += "program(['lookup', 'LVTC'], standalone_mode=False)\nprint(sorted(sys.modules), file=sys.stderr)"
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONPATH": os.pathsep.join(sys.path)}
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-c", run], capture_output=True, check=True, env=environment, encoding="utf-8"
        )
    assert "柳州职业技术学院" in done.stdout
    read = ("'vet_terms.glossary.reading'", "'vet_terms.glossary.lookup.listed'", "'hashlib'")
    assert [module for module in read if module in done.stderr] == []
