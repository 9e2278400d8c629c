"""Tables as spreadsheets save them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.glossary.concepts import HARD_SIGNS, LETTERS

from vet_terms.documents.sheets.quoted import unguard
from vet_terms.errors import InputError, OutputError
from vet_terms.glossary.sheets import guard, read_table, write_table

PLAIN = "zh,en\n职业教育,vocational education\n双元制,Dual System\n"

SAVED_BY_A_SPREADSHEET = {
    "as written": PLAIN.encode(),
    "byte-order mark": b"\xef\xbb\xbf" + PLAIN.encode(),
    "CRLF": PLAIN.replace("\n", "\r\n").encode(),
    "old Mac line ends": PLAIN.replace("\n", "\r").encode(),
    "semicolons": PLAIN.replace(",", ";").encode(),
    "tabs": PLAIN.replace(",", "\t").encode(),
    "UTF-16 with tabs": PLAIN.replace(",", "\t").encode("utf-16"),
    "separator line": ("sep=;\r\n" + PLAIN.replace(",", ";")).encode(),
    "separator line of a tab": ("sep=\t\n" + PLAIN.replace(",", "\t")).encode(),
    "every cell quoted": '"zh","en"\n"职业教育","vocational education"\n"双元制","Dual System"\n'.encode(),
    "empty columns and rows": PLAIN.replace("\n", ",,\n").replace("双", ",,,\n双").encode(),
    "no line end at the end": PLAIN.rstrip("\n").encode(),
    "GBK": PLAIN.encode("gbk"),
    "GB18030": PLAIN.encode("gb18030"),
    "header typed with a full-width comma": PLAIN.replace("zh,en", "zh，en").encode(),
    "all typed with full-width commas": PLAIN.replace(",", "，").encode(),
    "full-width semicolons": PLAIN.replace(",", "；").encode(),
    "smart quotes about the names": PLAIN.replace("zh,en", "“zh”,“en”").encode(),
    "every line one quoted cell": "".join(f'"{line}"\n' for line in PLAIN.splitlines()).encode(),
    "every line one quoted cell, semicolons after it": (
        '"zh,en";\n"职业教育,""vocational education""";\n"双元制,Dual System";\n'.encode()
    ),
    "GBK, semicolons, CRLF": PLAIN.replace(",", ";").replace("\n", "\r\n").encode("gbk"),
}


@pytest.mark.parametrize("data", SAVED_BY_A_SPREADSHEET.values(), ids=SAVED_BY_A_SPREADSHEET.keys())
def test_whatever_a_spreadsheet_saves_reads_the_same(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "g.csv"
    path.write_bytes(data)
    table = read_table(path)
    assert table.columns == ("zh", "en")
    assert [dict(row.cells) for row in table.rows] == [
        {"zh": "职业教育", "en": "vocational education"},
        {"zh": "双元制", "en": "Dual System"},
    ]


def test_full_width_commas_in_cells_stay(tmp_path: Path) -> None:
    path = tmp_path / "g.csv"
    path.write_text("zh，en，note\n学校，学院,school,\n双元制,Dual System,见第一，第二\n", encoding="utf-8")
    assert [list(row.cells.values()) for row in read_table(path).rows] == [
        ["学校，学院", "school", ""],
        ["双元制", "Dual System", "见第一，第二"],
    ]


KEPT_MARKS = {
    "none": (None, False),
    "plain": (PLAIN.encode(), False),
    "byte-order mark": (b"\xef\xbb\xbf" + PLAIN.encode(), True),
    "GBK": (PLAIN.encode("gbk"), True),
    "UTF-16": (PLAIN.encode("utf-16"), True),
}


@pytest.mark.parametrize(("before", "marked"), KEPT_MARKS.values(), ids=KEPT_MARKS.keys())
def test_what_a_spreadsheet_saved_opens_in_it_again(
    tmp_path: Path, before: bytes | None, marked: bool
) -> None:
    path = tmp_path / "g.csv"
    if before:
        path.write_bytes(before)
    for _ in range(2):
        write_table(path, ["zh", "en"], [["词", "word"]])
        assert path.read_bytes() == (b"\xef\xbb\xbf" if marked else b"") + "zh,en\n词,word\n".encode()


def test_a_tsv_has_no_quoting(tmp_path: Path) -> None:
    path = tmp_path / "g.tsv"
    path.write_text('zh\ten\n"双元制"\t"Dual" System, so called\n', encoding="utf-8")
    assert dict(read_table(path).rows[0].cells) == {"zh": '"双元制"', "en": '"Dual" System, so called'}


def test_a_row_knows_its_line_after_cells_of_several_lines(tmp_path: Path) -> None:
    path = tmp_path / "g.csv"
    path.write_text('zh,en\n\n"职业\n教育",education\n双元制,Dual System\n', encoding="utf-8")
    assert [row.line for row in read_table(path).rows] == [3, 5]


BAD_TABLES = {
    "empty": (b"", "empty"),
    "spaces only": (b" \n\n", "empty"),
    "commas only": (b",,\n,,\n", "header"),
    "twice the same column": (b"zh,en,ZH\na,b,c\n", "two columns are named"),
    "quote not closed": ('zh,en\n职业教育,"vocational\n'.encode(), "line 2"),
    "cell too long": (b"zh,en\nzh," + b"x" * 200_000 + b"\n", "line 2: a cell has more than 131072"),
    "a quote opens the rest of a long file": (b'zh,en\na,"b\n' + b"c,d\n" * 50_000, "never closes"),
    "text after a quote": ('zh,en\n双元制,"Dual" System\n'.encode(), "line 2"),
    "cell outside the columns": ("zh,en\n双元制,Dual System,said Li\n".encode(), "column 3"),
    "merge left undecided": (
        "zh,en\n<<<<<<< HEAD\n甲,a\n=======\n甲,b\n>>>>>>> x\n".encode(),
        "line 2: two versions",
    ),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0", "picture"),
    "a workbook": (b"PK\x03\x04\x14\x00", "zip archive"),
}


@pytest.mark.parametrize(("data", "said"), BAD_TABLES.values(), ids=BAD_TABLES.keys())
def test_a_bad_table_is_refused_with_its_name_and_the_reason(tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "g.csv"
    path.write_bytes(data)
    with pytest.raises(InputError) as raised:
        read_table(path)
    assert str(path) in str(raised.value)
    assert said in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_missing_table_and_an_unwritable_folder_are_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read_table(tmp_path / "none.csv")
    with pytest.raises(OutputError, match="folder does not exist"):
        write_table(tmp_path / "none" / "g.csv", ["zh"], [])


@pytest.mark.parametrize("cell", ["=1+1", "+86", "-ism", "@all", "\tx", "＝1", "'=1", "''-x"])
def test_a_formula_cell_is_text_in_a_spreadsheet(tmp_path: Path, cell: str) -> None:
    path = tmp_path / "g.csv"
    write_table(path, ["zh", "=en"], [["词", cell]])
    with path.open(encoding="utf-8", newline="") as stream:
        cells = [cell for row in csv.reader(stream) for cell in row]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "＝")) for cell in cells)


@pytest.mark.parametrize("cell", ["'tis", "it's -1", "a=b", "", "'", "’-"])
def test_any_other_cell_is_left_alone(cell: str) -> None:
    assert guard(cell) == cell == unguard(cell)


@given(st.text(alphabet=HARD_SIGNS + LETTERS))
def test_guarding_is_undone(cell: str) -> None:
    assert unguard(guard(cell)) == cell
