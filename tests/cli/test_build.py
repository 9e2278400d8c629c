from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

from tests.cli.conftest import Run
from vet_terms.memory.workspace_tmx import read_tmx

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def seeds(small: Path) -> Path:
    folder = small.parent / "seeds"
    folder.mkdir()
    return small.rename(folder / small.name)


def test_the_main_job_of_the_current_folder(run: Run, seeds: Path, capsys: Capture) -> None:
    assert run("build") == 0
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "small.txt (zh+en): 2 units, 0 Chinese and 1 English texts unpaired" in printed.err
    assert Path("tmx/small.tmx").exists()
    assert Path("glossary/terms.csv").exists()


def test_json(run: Run, seeds: Path, capsys: Capture) -> None:
    assert run("build", ".", "--json") == 0
    report = json.loads(capsys.readouterr().out)
    assert report["units"] == 2
    assert [document["name"] for document in report["documents"]] == ["small.txt"]
    assert "tmx/small.tmx" in report["written"]
    assert report["signature"].startswith("vet-terms:")


def test_a_kept_row_is_counted(run: Run, seeds: Path, capsys: Capture) -> None:
    assert run("build") == 0
    terms = Path("glossary/terms.csv")
    terms.write_text(terms.read_text("utf-8").replace("proposed", "approved", 1), encoding="utf-8")
    assert run("build") == 0
    assert "(1 kept as people made them)" in capsys.readouterr().err


def test_a_corrected_review_is_applied_and_said(run: Run, seeds: Path, capsys: Capture) -> None:
    assert run("build") == 0
    assert run("align", "seeds/small.txt", "--review", "tmx/small.review.xlsx") == 0
    workbook = openpyxl.load_workbook("tmx/small.review.xlsx")
    workbook.worksheets[0]["C3"] = "The college and Liugong founded it together."
    workbook.worksheets[0]["B4"] = "这句话没有对应的中文。"
    workbook.save("tmx/small.review.xlsx")
    capsys.readouterr()
    assert run("build", "--json") == 0
    printed = capsys.readouterr()
    assert "small.txt: 2 rows corrected in tmx/small.review.xlsx" in printed.err
    (document,) = json.loads(printed.out)["documents"]
    assert (document["corrected"], document["left_out"]) == (2, 0)
    assert document["review"] == "tmx/small.review.xlsx"
    assert [unit.status for unit in read_tmx("tmx/small.tmx")] == ["machine", "edited", "edited"]
