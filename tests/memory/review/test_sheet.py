"""Review sheets from people and from strangers."""

from __future__ import annotations

import datetime
import io
import random
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from tests.alignment.sheets import sheet_of, small

from vet_terms.alignment.reviewed import tidied
from vet_terms.errors import InputError
from vet_terms.memory.review.sheet import is_as_written, read_review
from vet_terms.memory.review.workbook import MADE_SHEET, workbook_bytes


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the review sheet of the small document."""
    target = tmp_path / "a.review.xlsx"
    target.write_bytes(workbook_bytes(small(), "a.txt", "zh-CN"))
    return target


def change(path: Path, edit: Callable[[Worksheet], Any]) -> None:
    """Change the first sheet as a person does, and save the workbook."""
    workbook = openpyxl.load_workbook(path)
    sheet = workbook.worksheets[0]
    assert isinstance(sheet, Worksheet)
    edit(sheet)
    workbook.save(path)


def put(cell: str, value: Any) -> Callable[[Worksheet], None]:
    def edit(sheet: Worksheet) -> None:
        sheet[cell] = value

    return edit


def inserted(sheet: Worksheet) -> None:
    sheet.insert_rows(3)
    sheet["B3"] = "谢谢"


EDITS: dict[str, Callable[[Worksheet], Any]] = {
    "a text": put("C3", "The city has 29 colleges."),
    "a note": put("F3", "please look at this"),
    "a row deleted": lambda sheet: sheet.delete_rows(3),
    "a row inserted": inserted,
    "cells cleared": lambda sheet: (put("B3", None)(sheet), put("C3", None)(sheet)),
}


@pytest.mark.parametrize("edit", EDITS)
def test_what_a_person_changed_is_seen(path: Path, edit: str) -> None:
    assert is_as_written(path)
    change(path, EDITS[edit])
    assert not is_as_written(path)
    assert read_review(path).made == sheet_of(small()).made


def test_an_inserted_row_has_no_ids_and_the_rows_below_keep_theirs(path: Path) -> None:
    change(path, EDITS["a row inserted"])
    rows = read_review(path).rows
    assert (rows[1].number, rows[1].zh, rows[1].hints) == (3, "谢谢", ((), ()))
    assert (rows[2].number, rows[2].hints) == (4, ((1,), (1,)))


def test_looks_alone_are_no_change(path: Path) -> None:
    def edit(sheet: Worksheet) -> None:
        sheet.column_dimensions["B"].width = 30
        sheet.title = "renamed"
        sheet["D3"] = 0.2

    change(path, edit)
    assert is_as_written(path)


def test_columns_may_stand_in_another_order_and_a_title_above_them(path: Path) -> None:
    def edit(sheet: Worksheet) -> None:
        sheet.move_range("C1:C8", cols=6)
        sheet.insert_rows(1)
        sheet["A1"] = "Please correct"

    change(path, edit)
    rows = read_review(path).rows
    assert [(row.zh, row.en) for row in rows] == [(row.zh, row.en) for row in sheet_of(small()).rows]


CELLS = [
    (2024, "2024"),
    (3.5, "3.5"),
    (2.0, "2"),
    (True, "TRUE"),
    (" a\r\nb ", "a b"),
    ("a_x000D_\nb", "a b"),
    ("_x0041_", "_x0041_"),
]


@pytest.mark.parametrize(("value", "text"), CELLS)
def test_what_a_cell_says(path: Path, value: Any, text: str) -> None:
    change(path, put("C3", value))
    assert tidied(read_review(path).rows[1].en) == text


NO_TEXT = [
    ("=1+1", "holds a formula"),
    ('=HYPERLINK("http://example.org/","x")', "holds a formula"),
    (datetime.date(2024, 5, 1), "holds a date"),
    ("#REF!", "holds an error value"),
]


@pytest.mark.parametrize(("value", "message"), NO_TEXT)
def test_a_cell_that_is_no_text_is_named(path: Path, value: Any, message: str) -> None:
    change(path, put("C3", value))
    with pytest.raises(InputError, match=rf"a\.review\.xlsx, sheet a\.txt, cell C3: {message}; make it text"):
        read_review(path, "a.review.xlsx")


def test_formulas_in_columns_that_are_not_read_do_no_harm(path: Path) -> None:
    change(path, put("D3", "=1+1"))
    assert read_review(path).rows == sheet_of(small()).rows


def test_a_workbook_of_somebody_else(tmp_path: Path) -> None:
    path = tmp_path / "other.xlsx"
    openpyxl.Workbook().save(path)
    with pytest.raises(InputError, match=r"other\.xlsx: is no review sheet of vet-terms"):
        read_review(path)


def test_a_sheet_without_its_header(path: Path) -> None:
    change(path, lambda sheet: sheet.delete_rows(1))
    with pytest.raises(InputError, match="has no header row with zh and en; put it back"):
        read_review(path)


HIDDEN = [
    ("A1", "form", "written by another version"),
    ("B1", "2", "written by another version"),
    ("B21", "z99 e1", "was changed and cannot be used"),
    ("D21", "sure", "was changed and cannot be used"),
]


@pytest.mark.parametrize(("cell", "value", "message"), HIDDEN)
def test_a_hidden_sheet_that_was_changed(path: Path, cell: str, value: str, message: str) -> None:
    workbook = openpyxl.load_workbook(path)
    workbook[MADE_SHEET][cell] = value
    workbook.save(path)
    with pytest.raises(InputError, match=message):
        read_review(path)


def test_ids_that_somebody_wrote_over_name_no_segment(path: Path) -> None:
    change(path, put("G3", "z999 e0 zz x1 z2"))
    sheet = read_review(path)
    assert all(index < len(sheet.zh) for row in sheet.rows for index in row.hints[0])
    assert sheet.rows[1].hints == ((1,), ())


BYTES = [
    (b"", "is no workbook"),
    (b"id,zh,en\n", "is no workbook"),
    (b"PK\x03\x04" + bytes(100), "is no workbook"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), r"is an Office file of before 2007"),
]


@pytest.mark.parametrize(("data", "message"), BYTES)
def test_what_is_no_workbook(tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "bad.xlsx"
    path.write_bytes(data)
    with pytest.raises(InputError, match=message):
        read_review(path)


def with_part(data: bytes, name: str, edit: Callable[[bytes], bytes]) -> bytes:
    """Return a workbook with one of its parts changed, compressed."""
    result = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as before,
        zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for part in before.infolist():
            content = before.read(part)
            after.writestr(part.filename, edit(content) if part.filename == name else content)
    return result.getvalue()


DTD = b'<!DOCTYPE x [<!ENTITY a "aaaa">]>'
HOSTILE: dict[str, Callable[[bytes], bytes]] = {
    "entities": lambda content: DTD + content,
    "entities behind a declaration": lambda content: b'<?xml version="1.0"?>' + DTD + content,
    "entities in UTF-16": lambda content: (DTD + content).decode().encode("utf-16"),
}


@pytest.mark.parametrize("attack", HOSTILE)
def test_entities_are_refused(path: Path, attack: str) -> None:
    path.write_bytes(with_part(path.read_bytes(), "xl/worksheets/sheet1.xml", HOSTILE[attack]))
    with pytest.raises(InputError, match="declares XML entities"):
        read_review(path)


def test_an_encoding_that_hides_entities_is_refused(path: Path) -> None:
    declared = b'<?xml version="1.0" encoding="utf-7"?>'
    path.write_bytes(with_part(path.read_bytes(), "xl/workbook.xml", lambda content: declared + content))
    with pytest.raises(InputError, match="is in an unusual encoding"):
        read_review(path)


def test_a_bomb_is_not_unpacked(path: Path) -> None:
    bomb = path.read_bytes()
    path.write_bytes(with_part(bomb, "xl/theme/theme1.xml", lambda content: content + b" " * (300 << 20)))
    assert path.stat().st_size < 1 << 20
    with pytest.raises(InputError, match=r"unpacks to 300 MB in 11 parts"):
        read_review(path)


def test_a_cell_far_away_is_never_reached(path: Path) -> None:
    far = b'<row r="2000000000"><c r="ZZZ2000000000"><v>1</v></c></row></sheetData>'
    path.write_bytes(
        with_part(path.read_bytes(), "xl/worksheets/sheet1.xml", lambda c: c.replace(b"</sheetData>", far))
    )
    assert read_review(path).rows == sheet_of(small()).rows


def test_a_damaged_file_is_one_sentence_whatever_the_damage(path: Path) -> None:
    good = with_part(path.read_bytes(), "", lambda content: content)
    stored = path.read_bytes()
    chance = random.Random(7)
    read = 0
    for data in [good] * 40 + [stored] * 80:
        broken = bytearray(data)
        for _ in range(chance.randint(1, 12)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        path.write_bytes(bytes(broken[: chance.choice([len(broken), chance.randrange(len(broken))])]))
        try:
            read_review(path)
            read += 1
        except InputError as error:
            assert str(path) in str(error)
    assert read < 120
