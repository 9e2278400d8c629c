"""``vet-terms glossary diff`` as its users run it."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from vet_terms.glossary.merge import MACHINE_FILE
from vet_terms.glossary.termbase import write_concepts
from vet_terms.model import Concept

OLD = [
    Concept("c0000000001", "双元制", "Dual System", en_variants=("twin system",), count=3),
    Concept("c0000000002", "学校", "school"),
]
NEW = [
    dataclasses.replace(OLD[0], en="dual system", en_variants=("dual-track system",), definition="a\nb"),
    Concept("", "产教融合", "", status="approved"),
]

SHOWN = """\
~ 双元制 = dual system  c0000000001
    en: Dual System → dual system
    en_variants: + dual-track system, - twin system
    definition: (empty) → a b
+ 产教融合 = (no English)
- 学校 = school  c0000000002
"""


@pytest.fixture
def files(run: Run) -> Run:
    write_concepts("old.csv", OLD)
    write_concepts("new.csv", NEW)
    Path("glossary").mkdir()
    write_concepts(Path("glossary") / MACHINE_FILE, OLD)
    write_concepts(Path("glossary") / "terms.csv", NEW)
    return run


def test_what_changed_is_shown(files: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert files("glossary", "diff", "old.csv", "new.csv") == 1
    out, err = capsys.readouterr()
    assert out == SHOWN
    assert err == "1 concept added, 1 gone, 1 changed\n"


def test_a_small_table_is_compared_by_what_it_has(files: Run, capsys: pytest.CaptureFixture[str]) -> None:
    Path("small.csv").write_text("zh,en,en_variants\n学校,school,\n双元制,Dual System,\n", encoding="utf-8")
    assert files("glossary", "diff", "old.csv", "small.csv") == 1
    out, err = capsys.readouterr()
    assert out == "~ 双元制 = Dual System  c0000000001\n    en_variants: - twin system\n"
    assert err.startswith("not compared, as only one of the two has it: count, id, status, type\n")


def test_a_column_that_people_added_to_one_of_two_is_no_change(
    files: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    write_concepts("reviewed.csv", [dataclasses.replace(each, extra=(("reviewer", "Li"),)) for each in OLD])
    assert files("glossary", "diff", "old.csv", "reviewed.csv") == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == "not compared, as only one of the two has it: reviewer\nno difference\n"


def test_nothing_changed(files: Run, capsys: pytest.CaptureFixture[str]) -> None:
    Path("saved.csv").write_bytes(Path("old.csv").read_text("utf-8").replace(",", ";").encode("gbk"))
    assert files("glossary", "diff", "old.csv", "saved.csv") == 0
    assert capsys.readouterr() == ("", "no difference\n")


@pytest.mark.parametrize("arguments", [[], ["glossary/terms.csv"]])
def test_one_file_is_compared_with_what_the_machine_wrote(
    files: Run, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert files("glossary", "diff", *arguments) == 1
    assert "- 学校 = school  c0000000002" in capsys.readouterr().out


def test_one_json_object(files: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert files("glossary", "diff", "old.csv", "new.csv", "--json") == 1
    said = json.loads(capsys.readouterr().out)
    assert said["summary"] == {"added": 1, "removed": 1, "changed": 1}
    assert said["changed"][0]["cells"][1] == {
        "column": "en_variants",
        "before": "twin system",
        "after": "dual-track system",
        "added": ["dual-track system"],
        "removed": ["twin system"],
    }
    assert said["added"][0]["zh"] == "产教融合"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["old.csv", "none.csv"], "none.csv: no such file"),
        (["none.csv"], "none.csv: no such file; name a glossary"),
        (["old.csv"], ".terms.machine.csv: no such file; name two files"),
    ],
)
def test_misuse_is_one_sentence(
    files: Run, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    assert files("glossary", "diff", *arguments) == 2
    assert said in capsys.readouterr().err


def test_standard_input_is_read_once(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("glossary", "diff", "-", "-") == 2
    assert "standard input can be read once" in capsys.readouterr().err
