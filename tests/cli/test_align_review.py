"""Reviews and corrections: written, corrected by hand, taken back."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.cli.conftest import SMALL, Run
from vet_terms.alignment.aligner import align_document
from vet_terms.alignment.result import Alignment, Options
from vet_terms.memory.workspace_tmx import read_tmx
from vet_terms.model import Document

Capture = pytest.CaptureFixture[str]

LONE = "This sentence has no partner at all in Chinese."


@pytest.fixture
def review(run: Run, small: Path) -> Path:
    """Return the review sheet of the small file."""
    assert run("align", "small.txt", "--review", "small.review.xlsx") == 0
    return Path("small.review.xlsx")


def correct(path: Path, edit: Callable[[Worksheet], object]) -> None:
    workbook = openpyxl.load_workbook(path)
    sheet = workbook.worksheets[0]
    assert isinstance(sheet, Worksheet)
    edit(sheet)
    workbook.save(path)


def reword(sheet: Worksheet) -> None:
    sheet["C3"] = "The college and Liugong founded the “International Craftsman College” together."


def translate_the_lone_text(sheet: Worksheet) -> None:
    sheet["B4"] = "这句话没有对应的中文。"


def test_a_corrected_sheet_is_taken_back(run: Run, review: Path, capsys: Capture) -> None:
    correct(review, reword)
    correct(review, translate_the_lone_text)
    assert run("align", "small.txt", "--corrections", str(review), "-o", "out.tmx") == 0
    units = read_tmx("out.tmx")
    assert [(unit.status, unit.score) for unit in units][1:] == [("edited", 1.0), ("edited", 1.0)]
    assert units[0].status == "machine"
    assert units[1].en.endswith("College” together.")
    assert (units[2].zh, units[2].en) == ("这句话没有对应的中文。", LONE)
    assert str(units[2].places[0]) == "small.txt:b5"
    printed = capsys.readouterr().err
    assert "2 rows corrected, 0 texts left out by hand" in printed
    assert "3 units, 0 Chinese and 0 English texts unpaired → out.tmx" in printed


def test_an_unedited_sheet_changes_no_byte(run: Run, review: Path) -> None:
    assert run("align", "small.txt", "-o", "a.tmx") == 0
    assert run("align", "small.txt", "--corrections", str(review), "-o", "b.tmx") == 0
    assert Path("a.tmx").read_bytes() == Path("b.tmx").read_bytes()


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_a_sheet_that_an_office_program_saved_is_taken_back(run: Run, review: Path) -> None:
    saved_by_office(review)
    assert run("align", "small.txt", "-o", "a.tmx") == 0
    assert run("align", "small.txt", "--corrections", str(review), "-o", "b.tmx") == 0
    assert Path("a.tmx").read_bytes() == Path("b.tmx").read_bytes()
    correct(review, reword)
    saved_by_office(review)
    assert run("align", "small.txt", "--corrections", str(review), "-o", "c.tmx") == 0
    assert [unit.status for unit in read_tmx("c.tmx")] == ["machine", "edited"]


def saved_by_office(path: Path) -> None:
    """Open a workbook in LibreOffice and save it as it is, in place of the old one."""
    profile = f"-env:UserInstallation={(path.parent / 'profile').absolute().as_uri()}"
    kind = "xlsx:Calc MS Excel 2007 XML"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", "saved", str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    (Path("saved") / path.name).replace(path)


def test_a_deleted_row_stays_out(run: Run, review: Path, capsys: Capture) -> None:
    correct(review, lambda sheet: sheet.delete_rows(2))
    assert run("align", "small.txt", "--corrections", str(review), "--json") == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["units"], answer["corrected"], answer["left_out"]) == (1, 0, 2)
    assert answer["zh_only"] == []


def test_json_tells_the_layout_and_the_notes(run: Run, small: Path, capsys: Capture) -> None:
    assert run("align", "small.txt", "--json") == 0
    printed = capsys.readouterr()
    answer = json.loads(printed.out)
    assert answer["layout"] and answer["notes"] == []
    assert f"layout {answer['layout']}: " in printed.err


def test_rows_of_an_older_document_are_said(run: Run, review: Path, small: Path, capsys: Capture) -> None:
    correct(review, reword)
    small.write_text(SMALL.replace("共建", "合办"), encoding="utf-8")
    assert run("align", "small.txt", "--corrections", str(review), "-o", "out.tmx") == 0
    assert (
        f"warning: {review}: row 3 held corrections, but the text is no longer in the document"
        in capsys.readouterr().err
    )
    assert [unit.status for unit in read_tmx("out.tmx")] == ["machine", "machine"]


def test_the_sheet_of_another_document_is_refused(run: Run, review: Path, capsys: Capture) -> None:
    Path("other.txt").write_text("图书馆很大。\n\nThe library is big.\n", encoding="utf-8")
    assert run("align", "other.txt", "--corrections", str(review), "-o", "out.tmx") == 2
    assert capsys.readouterr().err.endswith("make a new one with --review\n")
    assert not Path("out.tmx").exists()


def test_a_new_review_of_corrected_pairs_keeps_them(run: Run, review: Path) -> None:
    correct(review, reword)
    assert (
        run("align", "small.txt", "--corrections", str(review), "--review", "next.xlsx", "-o", "a.tmx") == 0
    )
    assert run("align", "small.txt", "--corrections", "next.xlsx", "-o", "b.tmx") == 0
    first, second = read_tmx("a.tmx"), read_tmx("b.tmx")
    assert first == second
    assert first[1].status == "edited"


def test_a_review_is_the_same_bytes_each_time_and_may_be_written_over(run: Run, review: Path) -> None:
    before = review.read_bytes()
    assert run("align", "small.txt", "--review", str(review)) == 0
    assert review.read_bytes() == before


@pytest.mark.parametrize(
    "edit", [reword, lambda sheet: sheet.__setitem__("F2", "right")], ids=["text", "note"]
)
def test_a_review_that_a_person_changed_is_never_written_over(
    run: Run, review: Path, capsys: Capture, edit: Callable[[Worksheet], object]
) -> None:
    correct(review, edit)
    before = review.read_bytes()
    assert run("align", "small.txt", "--review", str(review), "-o", "out.tmx") == 2
    assert (
        "small.review.xlsx: was changed since it was written, and is not written over"
        in capsys.readouterr().err
    )
    assert review.read_bytes() == before
    assert not Path("out.tmx").exists()


TARGETS = [
    (["--review", "notes.xlsx"], "notes.xlsx: is there already and is no review sheet"),
    (["--review", "notes.html"], "notes.html: is there already and is no review sheet"),
    (["--review", "out.ods"], r"out.ods: a review is .xlsx (to correct) or .html (to read)"),
    (["--review", "missing/out.xlsx"], "its folder does not exist"),
    (["--review", "out.xlsx", "-o", "out.xlsx"], "cannot be both the TMX and the review"),
    (["--corrections", "notes.xlsx", "-o", "notes.xlsx"], "notes.xlsx: is the file to read"),
    (["--corrections", "missing.xlsx", "-o", "out.tmx"], "missing.xlsx: no such file"),
    (["--corrections", "notes.xlsx", "-o", "out.tmx"], "notes.xlsx: is no workbook, or a damaged one"),
    (["--glossary", "missing.csv", "-o", "out.tmx"], "missing.csv: no such file"),
    (["--min-score", "1.5", "-o", "out.tmx"], "1.5 is not a number from 0 to 1"),
    (["--min-score", "nan", "-o", "out.tmx"], "nan is not a number from 0 to 1"),
    (["--layout", "spiral", "-o", "out.tmx"], "spiral"),
]


@pytest.mark.parametrize(("options", "message"), TARGETS)
def test_bad_requests(run: Run, small: Path, capsys: Capture, options: list[str], message: str) -> None:
    for name in ("notes.xlsx", "notes.html"):
        Path(name).write_text("my own", encoding="utf-8")
    assert run("align", "small.txt", *options) == 2
    assert message in capsys.readouterr().err
    assert sorted(path.name for path in Path().iterdir()) == ["notes.html", "notes.xlsx", "small.txt"]
    assert Path("notes.xlsx").read_text("utf-8") == "my own"


def test_a_page_to_read(run: Run, small: Path, capsys: Capture) -> None:
    assert run("align", "small.txt", "--review", "out.html") == 0
    page = Path("out.html").read_text("utf-8")
    assert LONE in page and 'lang="zh-CN"' in page
    assert "; review: out.html" in capsys.readouterr().err
    assert run("align", "small.txt", "--review", "out.html") == 0
    Path("out.html").write_text(page.replace(LONE, "mine"), encoding="utf-8")
    assert run("align", "small.txt", "--review", "out.html") == 2


def test_pairs_under_the_least_score_are_left_out_and_listed(run: Run, small: Path, capsys: Capture) -> None:
    assert run("align", "small.txt", "-o", "all.tmx") == 0
    scores = {unit.zh: unit.score for unit in read_tmx("all.tmx")}
    capsys.readouterr()
    assert (
        run("align", "small.txt", "--min-score", "1", "-o", "out.tmx", "--json", "--review", "out.html") == 0
    )
    printed = capsys.readouterr()
    below = [zh for zh, score in scores.items() if score < 1]
    answer = json.loads(printed.out)
    assert answer["units"] == len(scores) - len(below)
    assert [each["text"] for each in answer["zh_only"]] == below
    assert len(answer["en_only"]) == 1 + len(below)
    assert "|min_score:1" in answer["signature"]
    for zh in below:
        assert re.search(rf"below --min-score 1: 0\.\d\d small\.txt:\S+: {zh} \| \w", printed.err)
        assert zh in Path("out.html").read_text("utf-8")
    assert below


def test_vectors_can_be_left_out(run: Run, small: Path) -> None:
    assert run("align", "small.txt", "--no-vectors", "-o", "out.tmx") == 0
    assert len(read_tmx("out.tmx")) == 2


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, tuple[str, ...]]]:
    """Return the list of glossaries that the aligner is given from now on."""
    from vet_terms.cli import align as command

    given: list[dict[str, tuple[str, ...]]] = []

    def align(document: Document, options: Options, *more: Any) -> Alignment:
        given.append(dict(options.glossary))
        return align_document(document, options, *more)

    monkeypatch.setattr(command, "align_document", align)
    return given


def test_a_glossary_is_evidence(run: Run, small: Path, asked: list[dict[str, tuple[str, ...]]]) -> None:
    Path("g.csv").write_text("zh,en,status\n柳工,Liugong | LG,\n学校,school,rejected\n", encoding="utf-8")
    assert run("align", "small.txt", "--glossary", "g.csv", "-o", "out.tmx") == 0
    assert run("align", "small.txt", "-o", "out.tmx") == 0
    assert asked == [{"柳工": ("Liugong", "LG")}, {}]


def test_in_a_workspace_peoples_terms_are_evidence(
    run: Run, small: Path, asked: list[dict[str, tuple[str, ...]]]
) -> None:
    Path("seeds").mkdir()
    small.rename("seeds/small.txt")
    Path("glossary").mkdir()
    Path("glossary/terms.csv").write_text("zh,en\n柳工,Liugong\n", encoding="utf-8")
    assert run("align", "seeds/small.txt", "-o", "out.tmx") == 0
    assert asked == [{"柳工": ("Liugong",)}]


def test_a_review_of_two_files_names_both_places(run: Run, small: Path) -> None:
    lines = small.read_text("utf-8").replace("\n\n", "\n").splitlines()
    Path("zh.txt").write_text("\n\n".join(lines[0::2][:2]), encoding="utf-8")
    Path("en.txt").write_text("\n\n".join(lines[1::2]), encoding="utf-8")
    assert run("align", "en.txt", "zh.txt", "--review", "out.xlsx") == 0
    sheet = openpyxl.load_workbook("out.xlsx").worksheets[0]
    assert sheet["E2"].value == "zh.txt:b1\nen.txt:b1"
    correct(Path("out.xlsx"), reword)
    assert run("align", "en.txt", "zh.txt", "--corrections", "out.xlsx", "-o", "out.tmx") == 0
    units = read_tmx("out.tmx")
    assert [(unit.status, unit.places[0].document) for unit in units] == [
        ("machine", "zh.txt"),
        ("edited", "zh.txt"),
    ]


def test_a_workbook_from_a_stranger_is_one_sentence(run: Run, small: Path, capsys: Capture) -> None:
    Path("bad.xlsx").write_bytes(b"PK\x03\x04" + bytes(range(256)) * 4)
    assert run("align", "small.txt", "--corrections", "bad.xlsx", "-o", "out.tmx") == 2
    said = capsys.readouterr().err
    assert said.startswith("vet-terms: bad.xlsx: ") and len(said.splitlines()) == 1


def test_a_text_too_long_for_a_workbook_leaves_nothing_half_written(
    run: Run, small: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vet_terms.glossary.workbooks.LONGEST_CELL", 40)
    assert run("align", "small.txt", "--review", "out.xlsx", "-o", "out.tmx") == 2
    said = capsys.readouterr().err
    assert said.startswith("vet-terms: out.xlsx: row 2 (small.txt:b3), column en: has 76 characters")
    assert len(said.splitlines()) == 1
    assert [path.name for path in Path().iterdir()] == ["small.txt"]
