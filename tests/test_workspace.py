from __future__ import annotations

import csv
import shutil
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from vet_terms import workspace as workspace_module
from vet_terms.alignment.aligner import align_document
from vet_terms.alignment.result import Alignment, Options
from vet_terms.alignment.reviewed import traced
from vet_terms.documents.readers import read_document
from vet_terms.errors import InputError, OutputError
from vet_terms.glossary.candidates import read_candidates
from vet_terms.glossary.termbase import read_concepts
from vet_terms.language import vectors
from vet_terms.memory.review import write_review
from vet_terms.memory.workspace_tmx import read_tmx
from vet_terms.model import Document
from vet_terms.workspace import build, memory_stems, workspace_of

ROOT = Path(__file__).parent.parent
DECK = "004_b56f01a47149504a"

SMALL = (
    "一、校企合作\nI. School-enterprise cooperation\n\n"
    "柳州职业技术学院与柳工共建“国际工匠学院”。\n\n"
    "Liuzhou Vocational & Technical College (LVTC) and Liugong jointly built "
    "the “International Craftsman College”.\n\n"
    "This sentence has no partner at all in Chinese.\n"
)


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "small.txt").write_text(SMALL, encoding="utf-8")
    return tmp_path


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for name in ("tmx", "glossary")
        for path in sorted((folder / name).rglob("*"))
    }


def test_the_committed_results_are_what_the_seeds_give(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    report = build(tmp_path)
    committed = files(ROOT)
    made = files(tmp_path)
    # People may have edited the term base since; then a rebuild from nothing differs by right.
    if read_concepts(ROOT / "glossary" / "terms.csv") == read_concepts(tmp_path / "glossary" / "terms.csv"):
        assert made == committed
    else:
        assert made[f"tmx/{DECK}.tmx"] == committed[f"tmx/{DECK}.tmx"]
    assert {document.name: document.languages for document in report.documents} == {
        "000_8c7834f004e3f389.txt": "zh",
        "003_8480ea60cec25914.txt": "zh",
        "004_b56f01a47149504a.txt": "zh+en",
    }


def test_a_small_workspace(workspace: Path) -> None:
    report = build(workspace)
    assert [unit.zh for unit in read_tmx(workspace / "tmx" / "small.tmx")] == [
        "一、校企合作",
        "柳州职业技术学院与柳工共建“国际工匠学院”。",
    ]
    unpaired = (workspace / "tmx" / "small.unpaired.tsv").read_text("utf-8")
    assert unpaired == (
        "place\tlanguage\ttext\nsmall.txt:b5\ten\tThis sentence has no partner at all in Chinese.\n"
    )
    assert sorted(path.name for path in (workspace / "glossary").iterdir()) == [
        ".terms.machine.csv",
        "candidates.csv",
        "inconsistencies.md",
        "terms.csv",
        "terms.tbx",
        "terms.utf8",
    ]
    assert report.units == 2
    assert not report.warnings


def test_a_rebuild_changes_no_byte(workspace: Path) -> None:
    build(workspace)
    first = files(workspace)
    build(workspace)
    assert files(workspace) == first


def edited(path: Path, before: str, after: str) -> str:
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    return path.read_text("utf-8")


def test_what_a_person_edited_or_approved_survives_every_rebuild(workspace: Path) -> None:
    build(workspace)
    terms = workspace / "glossary" / "terms.csv"
    college = next(concept for concept in read_concepts(terms) if concept.zh == "柳州职业技术学院")
    edited(
        terms, f"{college.id},{college.zh},,{college.en},", f"{college.id},{college.zh},,Liuzhou Polytechnic,"
    )
    company = next(concept for concept in read_concepts(terms) if concept.zh == "柳工")
    edited(terms, f"{company.id},{company.zh},", f"{company.id},{company.zh},柳工集团")
    for _ in range(2):
        report = build(workspace)
        concepts = {concept.zh: concept for concept in read_concepts(terms)}
        assert concepts["柳州职业技术学院"].en == "Liuzhou Polytechnic"
        assert concepts["柳工"].zh_variants == ("柳工集团",)
        assert report.kept_by_people == 2
    assert "Liuzhou Polytechnic" in (workspace / "glossary" / "terms.utf8").read_text("utf-8")


def test_an_edited_rebuilt_memory_is_kept_as_well(workspace: Path) -> None:
    build(workspace)
    edited(workspace / "tmx" / "small.tmx", "jointly built", "together founded")
    build(workspace)
    text = edited(workspace / "tmx" / "small.rebuilt.tmx", "jointly built", "set up together")
    report = build(workspace)
    assert (workspace / "tmx" / "small.rebuilt.tmx").read_text("utf-8") == text
    assert any("were both changed since they were built and are kept" in each for each in report.warnings)
    assert not any(name.endswith(".tmx") for name in report.written)


def test_a_column_taken_out_of_the_term_base_is_no_edit_of_its_rows(workspace: Path) -> None:
    build(workspace)
    terms = workspace / "glossary" / "terms.csv"
    before = terms.read_bytes()
    with terms.open(encoding="utf-8", newline="") as stream:
        rows = [row[:-1] for row in csv.reader(stream)]
    with terms.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, lineterminator="\n").writerows(rows)
    assert build(workspace).kept_by_people == 0
    assert terms.read_bytes() == before


def test_unpaired_texts_are_no_formulas(workspace: Path) -> None:
    seed = workspace / "seeds" / "small.txt"
    seed.write_text(SMALL + '\n=HYPERLINK("http://example.org/","click this link now")\n', encoding="utf-8")
    build(workspace)
    unpaired = (workspace / "tmx" / "small.unpaired.tsv").read_text("utf-8")
    assert "\t'=HYPERLINK" in unpaired


def test_a_row_that_a_person_deleted_stays_deleted(workspace: Path) -> None:
    build(workspace)
    terms = workspace / "glossary" / "terms.csv"
    lines = terms.read_text("utf-8").splitlines(keepends=True)
    terms.write_text("".join(line for line in lines if ",柳工," not in line), encoding="utf-8")
    build(workspace)
    assert "柳工" not in {concept.zh for concept in read_concepts(terms)}


def test_an_edited_memory_is_kept_and_the_rebuilt_one_put_beside_it(workspace: Path) -> None:
    build(workspace)
    memory = workspace / "tmx" / "small.tmx"
    text = edited(memory, "jointly built", "together founded")
    report = build(workspace)
    assert memory.read_text("utf-8") == text
    assert "jointly built" in (workspace / "tmx" / "small.rebuilt.tmx").read_text("utf-8")
    assert any(
        "small.tmx was changed since it was built and is kept" in warning for warning in report.warnings
    )


def test_seeds_that_cannot_be_read_are_warnings_beside_one_that_can(workspace: Path) -> None:
    seeds = workspace / "seeds"
    (seeds / "picture.png").write_bytes(b"\x89PNG")
    (seeds / "binary.txt").write_bytes(bytes(range(256)) * 9)
    (seeds / "empty.txt").write_bytes(b"")
    (seeds / "english.txt").write_text("Only English here.\n")
    warnings = "\n".join(build(workspace).warnings)
    for part in (
        "picture.png: .png: no reader for this format; passed over",
        "binary.txt: is not text in UTF-8",
        "empty.txt: is empty",
        "english.txt: holds only English; nothing is made from it (vet-terms align pairs it with",
    ):
        assert part in warnings


def test_without_the_encoder_the_build_still_works_and_says_so(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vectors, "PACKAGE", "no-such-package")
    report = build(workspace)
    assert report.units == 2
    assert "encoder:none" in (workspace / "tmx" / "small.tmx").read_text("utf-8")


def test_documents_of_the_same_name_do_not_share_a_memory(workspace: Path) -> None:
    seeds = workspace / "seeds"
    (seeds / "more").mkdir()
    for name in ("more/small.txt", "small.md"):
        (seeds / name).write_text(SMALL, encoding="utf-8")
    report = build(workspace)
    assert [name for name in report.written if name.endswith(".tmx")] == [
        "tmx/more/small.tmx",
        "tmx/small.md.tmx",
        "tmx/small.txt.tmx",
    ]
    (unit, _) = read_tmx(workspace / "tmx" / "more" / "small.tmx")
    assert str(unit.places[0]) == "more/small.txt:b1"


def test_names_that_would_meet_are_told_apart() -> None:
    assert memory_stems(["a.txt", "a.md", "a.txt.txt", "b.txt"]) == {
        "a.txt": "a.txt",
        "a.md": "a.md",
        "a.txt.txt": "a.txt.txt",
        "b.txt": "b",
    }


def test_hidden_folders_are_no_seeds(workspace: Path) -> None:
    hidden = workspace / "seeds" / ".checkpoints"
    hidden.mkdir()
    (hidden / "small.txt").write_text(SMALL, encoding="utf-8")
    assert [document.name for document in build(workspace).documents] == ["small.txt"]


def test_a_seed_that_cannot_be_read_any_more_keeps_its_memory_without_advice_to_delete(
    workspace: Path,
) -> None:
    build(workspace)
    (workspace / "seeds" / "other.txt").write_text("学校很好。", encoding="utf-8")
    (workspace / "seeds" / "small.txt").write_bytes(bytes(range(256)) * 9)
    warnings = build(workspace).warnings
    assert not any("no longer in seeds" in warning for warning in warnings)
    assert "tmx/small.tmx: is of an earlier build, as its document gave no pairs this time" in warnings


def test_a_rebuilt_memory_that_has_served_is_said_to_be_old(workspace: Path) -> None:
    build(workspace)
    memory = workspace / "tmx" / "small.tmx"
    memory.write_text(memory.read_text("utf-8").replace("<seg>", "<seg> ", 1), encoding="utf-8")
    assert any("the rebuilt one is tmx/small.rebuilt.tmx" in warning for warning in build(workspace).warnings)
    memory.unlink()
    old = "tmx/small.rebuilt.tmx: is of an earlier build; the new one is tmx/small.tmx"
    assert old in build(workspace).warnings


def test_a_memory_whose_document_is_gone_is_said_and_kept(workspace: Path) -> None:
    build(workspace)
    (workspace / "seeds" / "small.txt").rename(workspace / "seeds" / "other.txt")
    report = build(workspace)
    assert (
        "tmx/small.tmx: its document is no longer in seeds/; delete it if it is not needed" in report.warnings
    )
    assert (workspace / "tmx" / "small.tmx").exists()


def test_what_people_gave_english_or_rejected_is_no_candidate(workspace: Path) -> None:
    text = "学校推进“教学工厂”改革，实施“岗课赛证”育人模式，建设“智慧教室”。\n"
    (workspace / "seeds" / "page.txt").write_text(text, encoding="utf-8")
    build(workspace)
    wanted = workspace / "glossary" / "candidates.csv"
    assert {"教学工厂", "岗课赛证", "智慧教室"} <= {each.zh for each in read_candidates(wanted)}
    with (workspace / "glossary" / "terms.csv").open("a", encoding="utf-8") as stream:
        stream.write(",教学工厂,,teaching factory,,,,,,,,,,,\n,岗课赛证,,,,,,rejected,,,,,,,\n")
        stream.write(",智慧教室,,,,,,,,,,,,,\n")
    build(workspace)
    left = {each.zh for each in read_candidates(wanted)}
    assert "智慧教室" in left
    assert not {"教学工厂", "岗课赛证"} & left


def test_a_second_row_for_the_same_chinese_is_kept_and_said(workspace: Path) -> None:
    build(workspace)
    terms = workspace / "glossary" / "terms.csv"
    with terms.open("a", encoding="utf-8") as stream:
        stream.write(",柳工,,LiuGong Group,,,organisation,approved,,,,,,,\n")
    said = (
        "glossary/terms.csv: 柳工 has 2 rows (LiuGong Group, Liugong); delete or reject those you do not want"
    )
    for _ in range(2):
        assert said in build(workspace).warnings
        assert {row.en for row in read_concepts(terms) if row.zh == "柳工"} == {"LiuGong Group", "Liugong"}


def test_no_seeds(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="seeds: no such folder; create it"):
        build(tmp_path)
    (tmp_path / "seeds").mkdir()
    with pytest.raises(InputError, match="seeds: is empty; put your documents in it"):
        build(tmp_path)
    with pytest.raises(InputError, match=r"a\.txt: is a file; name the folder that holds seeds/"):
        (tmp_path / "a.txt").write_text("x")
        build(tmp_path / "a.txt")
    (tmp_path / "seeds" / "a.png").write_bytes(b"x")
    with pytest.raises(InputError, match="no document could be read"):
        build(tmp_path)


def test_a_target_that_is_no_folder(workspace: Path) -> None:
    (workspace / "tmx").write_text("in the way")
    with pytest.raises(OutputError, match="is a file and not a folder"):
        build(workspace)
    assert not (workspace / "glossary").exists()


@pytest.fixture
def review(workspace: Path) -> Path:
    """Return the review sheet of the small seed, with one text corrected and one pair deleted."""
    build(workspace)
    path = workspace / "tmx" / "small.review.xlsx"
    alignment = align_document(read_document(workspace / "seeds" / "small.txt", name="small.txt"))
    write_review(path, traced(alignment), "small.txt", "zh-CN")
    corrected_by_hand(path, C3="LVTC and Liugong founded the “International Craftsman College” together.")
    return path


def corrected_by_hand(path: Path, **cells: str) -> None:
    book = openpyxl.load_workbook(path)
    for cell, text in cells.items():
        book.worksheets[0][cell] = text
    book.save(path)


def test_corrections_are_applied_by_every_build_and_never_written_over(workspace: Path, review: Path) -> None:
    before = review.read_bytes()
    results = []
    for _ in range(2):
        report = build(workspace)
        (document,) = report.documents
        assert (document.corrected, document.left_out, report.warnings) == (1, 0, ())
        results.append(files(workspace))
    assert results[0] == results[1]
    units = read_tmx(workspace / "tmx" / "small.tmx")
    assert [unit.status for unit in units] == ["machine", "edited"]
    assert units[1].en.startswith("LVTC and Liugong founded")
    assert review.read_bytes() == before


def test_a_deleted_pair_is_in_no_table(workspace: Path, review: Path) -> None:
    book = openpyxl.load_workbook(review)
    book.worksheets[0].delete_rows(2)
    book.save(review)
    (document,) = build(workspace).documents
    assert (document.units, document.zh_only, document.en_only, document.left_out) == (1, 0, 1, 2)
    assert "校企合作" not in (workspace / "tmx" / "small.unpaired.tsv").read_text("utf-8")


def test_a_review_whose_document_is_gone_is_said(workspace: Path, review: Path) -> None:
    seeds = workspace / "seeds"
    (seeds / "other.txt").write_text(SMALL, encoding="utf-8")
    (seeds / "small.txt").write_text("只有中文。\n", encoding="utf-8")
    gone = "tmx/small.review.xlsx: {}; delete it if it is not needed"
    assert gone.format("its document has no pairs") in build(workspace).warnings
    (seeds / "small.txt").unlink()
    assert gone.format("its document is no longer in seeds/") in build(workspace).warnings
    (workspace / "tmx" / "~$small.review.xlsx").write_bytes(b"a lock of a spreadsheet program")
    assert not any("~$" in warning for warning in build(workspace).warnings)


def test_a_review_of_a_wholly_other_document_is_said_and_not_applied(workspace: Path, review: Path) -> None:
    (workspace / "seeds" / "small.txt").write_text("图书馆很大。\n\nThe library is big.\n", encoding="utf-8")
    report = build(workspace)
    (said,) = [each for each in report.warnings if "review.xlsx" in each]
    assert said.startswith("tmx/small.review.xlsx: is the review sheet of another document")
    assert said.endswith("it is not applied")
    assert [unit.status for unit in read_tmx(workspace / "tmx" / "small.tmx")] == ["machine"]


def test_a_review_that_cannot_be_read_stops_the_build_before_anything_is_written(
    workspace: Path, review: Path
) -> None:
    before = files(workspace)
    corrected_by_hand(review, B2="=1+1")
    before["tmx/small.review.xlsx"] = review.read_bytes()
    with pytest.raises(
        InputError, match=r"^tmx/small\.review\.xlsx, sheet small\.txt, cell B2: holds a formula"
    ):
        build(workspace)
    assert files(workspace) == before


def test_what_people_say_of_a_term_is_evidence_for_its_pairs(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(workspace)
    given = []

    def align(document: Document, options: Options, *more: Any) -> Alignment:
        given.append(dict(options.glossary))
        return align_document(document, options, *more)

    monkeypatch.setattr(workspace_module, "align_document", align)
    build(workspace)
    edited(workspace / "glossary" / "terms.csv", ",Liugong,", ",LiuGong Group,")
    build(workspace)
    assert given == [{}, {"柳工": ("LiuGong Group",)}]


WORKSPACES = [("w/seeds/a.txt", "w"), ("w/seeds/deep/a.txt", "w"), ("w/a.txt", None), ("a.txt", None)]


@pytest.mark.parametrize(("file", "folder"), WORKSPACES)
def test_the_workspace_of_a_file(tmp_path: Path, file: str, folder: str | None) -> None:
    assert workspace_of(tmp_path / file) == (tmp_path / folder if folder else None)


def test_a_name_that_changed_is_proposed_and_a_persons_decision_stays(workspace: Path) -> None:
    (workspace / "seeds" / "page.txt").write_text(
        "柳州职业技术学院名列其中。\n\n2024年，柳州职业技术大学获批设立。\n", encoding="utf-8"
    )
    build(workspace)
    table = workspace / "glossary" / "terms.csv"
    said = (
        "likely superseded by 柳州职业技术大学 since 2024 (page.txt:b2); to accept, set status to superseded"
    )
    [row] = [line for line in table.read_text("utf-8").splitlines() if said in line]
    assert ",柳州职业技术学院," in row
    assert ",proposed," in row
    wanted = (workspace / "glossary" / "candidates.csv").read_text("utf-8")
    assert ",Liuzhou Vocational & Technical University,suggested: 柳州职业技术 " in wanted
    decided = row.replace(",proposed,", ",superseded,")
    table.write_text(table.read_text("utf-8").replace(row, decided), encoding="utf-8")
    build(workspace)
    assert decided in table.read_text("utf-8").splitlines()
