"""``vet-terms glossary extract`` as a person or a script calls it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import DECK, Run
from vet_terms.glossary.candidates import read_candidates
from vet_terms.glossary.termbase import read_concepts
from vet_terms.memory.bilingual import read_bilingual
from vet_terms.memory.workspace_tmx import write_tmx

TABLE = (
    "zh\ten\n"
    "柳州职业技术学院与柳工合作。\tLiuzhou Vocational & Technical College (LVTC) cooperates with Liugong.\n"
    "职业院校很好。\tVocational colleges are good.\n"
    "职业院校很大。\tVocational schools are big.\n"
)
CHINESE = "柳州职业技术学院举办“国际工匠学院”。\n学校建设“国际工匠学院”。\n"


@pytest.fixture
def table(tmp_path: Path) -> str:
    return write_table(tmp_path)


def write_table(folder: Path) -> str:
    (folder / "pairs.tsv").write_text(TABLE, encoding="utf-8")
    return "pairs.tsv"


def test_entries_are_rows_of_a_term_base(run: Run, table: str, tmp_path: Path) -> None:
    assert run("glossary", "extract", table, "-o", "out.csv") == 0
    concepts = {concept.zh: concept for concept in read_concepts(tmp_path / "out.csv")}
    college = concepts["柳州职业技术学院"]
    assert (college.en, college.status) == ("Liuzhou Vocational & Technical College", "proposed")
    assert "LVTC" in college.en_variants
    assert college.id and college.context_zh and college.context_en and college.source and college.count
    assert "confidence" in college.note


def test_standard_output_is_the_table(run: Run, table: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("glossary", "extract", table) == 0
    captured = capsys.readouterr()
    assert captured.out.startswith("id,zh,zh_variants,en,")
    assert "3 units: " in captured.err


def test_an_existing_file_is_never_overwritten(run: Run, table: str, tmp_path: Path) -> None:
    (tmp_path / "terms.csv").write_text("mine", encoding="utf-8")
    for option in ("-o", "--candidates"):
        assert run("glossary", "extract", table, option, "terms.csv") == 2
    assert (tmp_path / "terms.csv").read_text(encoding="utf-8") == "mine"


def test_json_is_one_object(run: Run, table: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("glossary", "extract", table, "--json") == 0
    answer = json.loads(capsys.readouterr().out)
    assert set(answer) == {"units", "concepts", "candidates", "inconsistencies", "signature"}
    assert answer["units"] == 3
    item = next(each for each in answer["inconsistencies"] if each["term"] == "职业院校")
    assert [use["places"] for use in item["uses"]] == [["pairs.tsv:b2"], ["pairs.tsv:b3"]]


def test_inconsistencies_are_a_page(run: Run, table: str, tmp_path: Path) -> None:
    assert run("glossary", "extract", table, "-o", "out.csv", "--inconsistencies", "i.md") == 0
    assert "职业院校" in (tmp_path / "i.md").read_text(encoding="utf-8")


def test_chinese_alone_gives_candidates(run: Run, tmp_path: Path) -> None:
    (tmp_path / "zh.txt").write_text(CHINESE, encoding="utf-8")
    assert run("glossary", "extract", "zh.txt", "-o", "found.csv") == 0
    assert "国际工匠学院" in {candidate.zh for candidate in read_candidates(tmp_path / "found.csv")}


def test_both_kinds_together(run: Run, table: str, tmp_path: Path) -> None:
    (tmp_path / "zh.txt").write_text(CHINESE, encoding="utf-8")
    assert run("glossary", "extract", table, "zh.txt", "-o", "out.csv", "--candidates", "c.csv") == 0
    wanted = {candidate.zh for candidate in read_candidates(tmp_path / "c.csv")}
    assert "国际工匠学院" in wanted
    assert "柳州职业技术学院" not in wanted


def test_the_memory_of_the_workspace_is_read(run: Run, tmp_path: Path) -> None:
    units = read_bilingual(tmp_path / write_table(tmp_path))
    (tmp_path / "tmx").mkdir()
    # The rebuilt memory stands beside one that a person edited, and has the same units.
    for name in ("deck.tmx", "deck.rebuilt.tmx"):
        write_tmx(tmp_path / "tmx" / name, units, "test")
    assert run("glossary", "extract", "-o", "out.csv") == 0
    college = next(c for c in read_concepts(tmp_path / "out.csv") if c.zh == "柳州职业技术学院")
    assert college.count == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "name files"),
        (("no.tmx",), "no such file"),
        ((str(DECK),), "vet-terms align"),
        (("en.txt",), "no Chinese"),
    ],
)
def test_misuse(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    (tmp_path / "en.txt").write_text("Only English here.\n", encoding="utf-8")
    assert run("glossary", "extract", *arguments) == 2
    captured = capsys.readouterr()
    assert said in captured.err
    assert captured.out == ""


@pytest.mark.parametrize("name", ["pairs.tsv", "link.md", "terms.csv"])
def test_a_report_replaces_nothing_but_a_report(run: Run, table: str, tmp_path: Path, name: str) -> None:
    (tmp_path / "link.md").symlink_to(table)
    (tmp_path / "terms.csv").write_text("zh,en\n", encoding="utf-8")
    before = (tmp_path / name).read_bytes()
    assert run("glossary", "extract", table, "-o", "out.csv", "--inconsistencies", name) == 2
    assert (tmp_path / name).read_bytes() == before
    assert not (tmp_path / "out.csv").exists()


def test_two_outputs_have_two_names(run: Run, table: str, tmp_path: Path) -> None:
    assert run("glossary", "extract", table, "-o", "out.csv", "--candidates", "./out.csv") == 2
    assert not (tmp_path / "out.csv").exists()


def test_candidates_have_suggestions(run: Run, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(CHINESE * 2, encoding="utf-8")
    assert run("glossary", "extract", "page.txt", "-o", "out.csv") == 0
    guesses = {each.zh: each.guess for each in read_candidates(tmp_path / "out.csv")}
    assert guesses["国际工匠学院"] == "International Craftsman College"
