"""Bilingual tables in Word documents, people's own and those of CAT tools."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.documents.word.docx_files import cell, docx, p, r, row, table

from vet_terms.errors import InputError
from vet_terms.memory.bilingual import read_bilingual_file
from vet_terms.memory.bilingual_file import BilingualFile, NotBilingualError

TEXTS = (
    ("学校有一百名教师。", "The school has one hundred teachers."),
    ("学生每年实习三个月。", "The students do three months of internship a year."),
    ("加强职业教育。", "Strengthen vocational education."),
)


def table_of(*rows: Sequence[str]) -> str:
    return table(
        *(row(*(cell(*(p(r(line)) for line in text.split("\n"))) for text in cells)) for cells in rows)
    )


def read(folder: Path, *blocks: str) -> BilingualFile:
    path = folder / "a.docx"
    path.write_bytes(docx("".join(blocks)))
    return read_bilingual_file(path)


def texts(found: BilingualFile) -> list[tuple[str, str]]:
    return [(unit.zh, unit.en) for unit in found.units]


@pytest.mark.parametrize("header", [[], [("中文", "英文")], [("原文", "译文")]])
def test_two_columns_with_and_without_a_header(tmp_path: Path, header: list[tuple[str, str]]) -> None:
    found = read(tmp_path, table_of(*header, *TEXTS))
    assert texts(found) == list(TEXTS)
    assert [unit.id for unit in found.units] == ["1", "2", "3"]
    first = 1 + len(header)
    assert found.units[0].places[0].spot == f"table1.r{first}.c2" and found.units[0].places[0].block == 1
    assert bool(found.remarks) == (not header)


def test_two_rows_without_a_header(tmp_path: Path) -> None:
    assert texts(read(tmp_path, table_of(TEXTS[0], ("学校", "")))) == [TEXTS[0], ("学校", "")]


def test_paragraphs_of_a_cell_are_its_lines(tmp_path: Path) -> None:
    found = read(tmp_path, table_of(("zh", "en"), ("学校\n老师", "school\nteacher")))
    assert texts(found) == [("学校\n老师", "school\nteacher")]


def test_the_review_table_of_memoq(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        p(r("CAUTION: do not change the source text, which this long instruction is there to say. " * 3)),
        table_of(
            ("ID", "Chinese (PRC)", "English (United States)", "Comment", "Status"),
            ("a1", *TEXTS[0], "vet-terms: ignore numbers", "Confirmed"),
            ("a2", "学校", "", "", "Not started"),
        ),
    )
    assert [(unit.id, unit.en, unit.remarks) for unit in found.units] == [
        ("a1", TEXTS[0][1], ("vet-terms: ignore numbers",)),
        ("a2", "", ()),
    ]
    assert found.remarks == ("not read: 1 text outside its tables",)


def test_the_tables_of_phrase_have_no_header(tmp_path: Path) -> None:
    def rows(start: int) -> list[tuple[str, ...]]:
        return [
            (f"x1:{start + n}", str(start + n + 1), "", zh, en, "99", "seen" if n == 1 else "")
            for n, (zh, en) in enumerate(TEXTS)
        ]

    found = read(tmp_path, table_of(*rows(0)), p(), table_of(*rows(3)[:1]))
    assert [unit.id for unit in found.units] == ["x1:0", "x1:1", "x1:2", "x1:3"]
    assert [unit.places[0].spot for unit in found.units[2:]] == ["table1.r3.c5", "table2.r1.c5"]
    assert found.units[1].remarks == ("seen",) and found.units[0].remarks == ()
    assert [unit.places[0].block for unit in found.units] == [1, 2, 3, 4]


def test_a_document_with_a_small_table_is_to_be_aligned(tmp_path: Path) -> None:
    paragraphs = [p(r(text)) for pair in TEXTS for text in pair]
    with pytest.raises(NotBilingualError, match="vet-terms align"):
        read(tmp_path, *paragraphs, table_of(("中文", "英文"), ("学校", "school")))
    with pytest.raises(NotBilingualError):
        read(tmp_path, *paragraphs)


def test_another_language_pair_is_to_be_aligned_and_then_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        read(tmp_path, table_of(("en", "fr"), ("school", "école")))
