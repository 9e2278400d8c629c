"""``vet-terms glossary merge`` as its users run it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from vet_terms.glossary.merge import MACHINE_FILE, merge
from vet_terms.glossary.termbase import read_concepts, write_concepts
from vet_terms.model import Concept

BUILT = merge([], [], [Concept("", "双元制", "Dual System"), Concept("", "学校", "school")])
TERMS = Path("glossary") / "terms.csv"
LIST = "zh,en\n雙元制,dual training system\n产教融合,industry-education integration\n"


@pytest.fixture
def workspace(run: Run) -> Run:
    TERMS.parent.mkdir()
    write_concepts(TERMS, BUILT.concepts)
    write_concepts(TERMS.parent / MACHINE_FILE, BUILT.machine)
    Path("list.csv").write_text(LIST, encoding="utf-8")
    return run


def pairs(path: Path = TERMS) -> dict[str, tuple[str, str]]:
    return {each.zh: (each.en, each.status) for each in read_concepts(path)}


def test_a_list_is_joined_and_reported(workspace: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert workspace("glossary", "merge", "list.csv") == 0
    out, err = capsys.readouterr()
    assert out.splitlines() == [
        "concepts added (1):",
        "  产教融合 = industry-education integration",
        "terms added to known concepts (1):",
        "  双元制: also 雙元制",
        "decisions taken over (2):",
        "  双元制: en: Dual System → dual training system",
        "  双元制: status: proposed → approved",
    ]
    assert err.splitlines() == [
        "1 concept known already, 1 added, 1 with new terms, 2 cells taken over, 0 conflicts",
        "written: glossary/terms.csv",
    ]
    assert [each.source for each in read_concepts(TERMS)] == [("list.csv",), (), ()]
    assert pairs() == {
        "双元制": ("dual training system", "approved"),
        "学校": ("school", "proposed"),
        "产教融合": ("industry-education integration", "approved"),
    }


def test_a_conflict_stays_open_and_says_so(workspace: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert workspace("glossary", "merge", "list.csv") == 0
    Path("wang.csv").write_text("zh,en\n双元制,dual system\n", encoding="utf-8")
    before = TERMS.read_bytes()
    capsys.readouterr()
    assert workspace("glossary", "merge", "wang.csv") == 1
    assert "  双元制: en: kept dual training system; wang.csv says dual system" in capsys.readouterr().out
    assert TERMS.read_bytes() == before


def test_a_dry_run_writes_nothing(workspace: Run, capsys: pytest.CaptureFixture[str]) -> None:
    before = TERMS.read_bytes()
    assert workspace("glossary", "merge", "list.csv", "--dry-run", "-o", "out.csv") == 0
    assert TERMS.read_bytes() == before
    assert not Path("out.csv").exists()
    assert "nothing was written" in capsys.readouterr().err


def test_another_output_leaves_the_term_base(workspace: Run) -> None:
    before = TERMS.read_bytes()
    assert workspace("glossary", "merge", "list.csv", "-o", "out.csv") == 0
    assert TERMS.read_bytes() == before
    assert pairs(Path("out.csv"))["双元制"] == ("dual training system", "approved")


def test_three_ways(workspace: Run) -> None:
    Path("base.csv").write_bytes(TERMS.read_bytes())
    gone = [row for row in BUILT.concepts if row.zh != "学校"]
    write_concepts("wang.csv", gone)
    assert workspace("glossary", "merge", "wang.csv", "--base", "base.csv") == 0
    assert set(pairs()) == {"双元制"}


def test_one_json_object(workspace: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert workspace("glossary", "merge", "list.csv", "--json") == 0
    said = json.loads(capsys.readouterr().out)
    assert said["summary"] == {
        "known": 1, "concept": 1, "term": 1, "decision": 2, "cell": 0, "deletion": 0, "conflicts": 0,
        "concepts": 3,
    }  # fmt: skip
    assert said["conflicts"] == []
    assert said["written"] == "glossary/terms.csv"
    assert said["taken"][0] == {
        "kind": "term",
        "id": read_concepts(TERMS)[1].id,
        "zh": "双元制",
        "column": "zh_variants",
        "before": "",
        "after": "雙元制",
        "origin": "list.csv",
    }


def test_a_mark_of_excel_is_kept(workspace: Run) -> None:
    TERMS.write_bytes(b"\xef\xbb\xbf" + TERMS.read_bytes())
    assert workspace("glossary", "merge", "list.csv") == 0
    assert TERMS.read_bytes().startswith(b"\xef\xbb\xbfid,zh")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["none.csv"], "none.csv: no such file"),
        (["list.csv", "--glossary", "none.csv"], "none.csv: no such file; name the term base"),
        (["list.csv", "--glossary", "list.tsv"], "written as CSV; name the result with -o"),
        (["list.csv", "-o", "out.tbx"], "written as CSV"),
        (["list.csv", "--base", "none.csv"], "none.csv: no such file"),
        ([], "Missing argument"),
    ],
)
def test_misuse_is_one_sentence(
    workspace: Run, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    assert workspace("glossary", "merge", *arguments) == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    "given", [["list.csv"], ["other.csv", "--base", "list.csv"], ["other.csv", "list.csv"]]
)
@pytest.mark.parametrize("name", ["list.csv", "link.csv", "hard.csv"])
def test_what_is_joined_is_not_written_over(workspace: Run, given: list[str], name: str) -> None:
    Path("other.csv").write_text(LIST, encoding="utf-8")
    Path("link.csv").symlink_to("list.csv")
    Path("hard.csv").hardlink_to("list.csv")
    assert workspace("glossary", "merge", *given, "-o", name) == 2
    assert Path("list.csv").read_text(encoding="utf-8") == LIST


def test_the_term_base_may_be_named_as_the_output(workspace: Run) -> None:
    assert workspace("glossary", "merge", "list.csv", "-o", str(TERMS)) == 0
    assert "产教融合" in pairs()


@pytest.mark.parametrize("given", [["-", "-"], ["-", "--base", "-"]])
def test_standard_input_is_read_once(
    workspace: Run, given: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert workspace("glossary", "merge", *given) == 2
    assert "standard input can be read once" in capsys.readouterr().err


def test_a_term_base_that_was_saved_meanwhile_is_not_overwritten(
    workspace: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from vet_terms.glossary.joining.tables import join_tables

    def slowly(*arguments: Any) -> Any:
        write_concepts(TERMS, [Concept("", "学校", "college", status="approved")])
        return join_tables(*arguments)

    monkeypatch.setattr("vet_terms.cli.glossary.merge.join_tables", slowly)
    assert workspace("glossary", "merge", "list.csv") == 2
    assert "was saved by another program meanwhile" in capsys.readouterr().err
    assert pairs() == {"学校": ("college", "approved")}
