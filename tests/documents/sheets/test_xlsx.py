"""Workbooks: what a person sees in the cells, and files that are damaged or mean harm."""

from __future__ import annotations

import datetime
import io
import random
import warnings
import zipfile
from collections import Counter
from typing import Any

import pytest
from benchmarks.scoring import DECK_KEY, pairs_of, read_key, strict
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.chart import BarChart
from openpyxl.comments import Comment
from tests.documents.sheets.xlsx_files import inline, links, raw_workbook, sheets_of, workbook

from vet_terms.alignment.aligner import align_document
from vet_terms.documents.sheets import table_cells
from vet_terms.documents.sheets.xlsx import read_xlsx
from vet_terms.documents.source import Source
from vet_terms.errors import InputError
from vet_terms.model import Document

GLOSSARY: list[list[str | int | None]] = [
    ["柳州职业教育术语表 Glossary of Vocational Education in Liuzhou"],
    [],
    ["序号", "中文", "英文", "备注"],
    [1, "产教融合", "integration of industry and education", "常用"],
    [2, "双师型教师", "teachers with two qualifications", None],
    ["二、机构"],
    [3, "GDP", "gross domestic product"],
    [4, "柳州学院（Liuzhou College）", "Liuzhou College"],
    [5, "学校很好。\n教师很多。", "The school is good.\nThere are many teachers."],
    ["注：本表由翻译处维护。"],
]


def _read(data: bytes, name: str = "a.xlsx") -> Document:
    return read_xlsx(Source(data, name))


def _texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def _dropped(document: Document) -> list[tuple[str, str, str]]:
    return [
        (each.place.spot, each.reason, each.text) for each in document.dropped if each.reason != "sheet name"
    ]


def _raw(cells: str, **options: Any) -> Document:
    return _read(raw_workbook(cells, **options))


def test_a_glossary_as_people_make_it() -> None:
    document = _read(workbook(GLOSSARY))
    assert [
        (block.place.spot, block.place.line, block.language, block.text) for block in document.blocks
    ] == [
        ("A1", 1, "zh", "柳州职业教育术语表"),
        ("A1", 1, "en", "Glossary of Vocational Education in Liuzhou"),
        ("B4", 4, "zh", "产教融合"),
        ("C4", 4, "en", "integration of industry and education"),
        ("B5", 5, "zh", "双师型教师"),
        ("C5", 5, "en", "teachers with two qualifications"),
        ("A6", 6, "zh", "二、机构"),
        ("B7", 7, "zh", "GDP"),
        ("C7", 7, "en", "gross domestic product"),
        ("B8", 8, "zh", "柳州学院（Liuzhou College）"),
        ("C8", 8, "en", "Liuzhou College"),
        ("B9", 9, "zh", "学校很好。教师很多。"),
        ("C9", 9, "en", "The school is good."),
        ("C9", 9, "en", "There are many teachers."),
        ("A10", 10, "zh", "注：本表由翻译处维护。"),
    ]
    assert all(block.role == "cell" and block.place.page == 1 for block in document.blocks)
    assert _dropped(document) == [
        ("A3", "header", "序号"),
        ("B3", "header", "中文"),
        ("C3", "header", "英文"),
        ("D3", "header", "备注"),
        ("D4", 'column "备注"', "常用"),
        ("", 'numbers of column "序号"', "1 2 3 4 5"),
    ]
    assert (document.encoding, document.script, document.notes) == ("", "Hans", ())


def test_a_form_gives_all_its_texts_in_the_order_of_the_rows() -> None:
    form = [
        ["姓名", "Name", "张三", datetime.date(2020, 1, 2)],
        ["职务", "Position", "校长\nPrincipal", True, 5],
    ]
    texts = _texts(_read(workbook(form)))
    assert texts == ["姓名", "Name", "张三", "职务", "Position", "校长", "Principal"]


def test_both_languages_in_each_cell() -> None:
    rows = [["学校很好。\nThe school is good.", 1], ["教师很多。\nThere are many teachers.", 2]]
    document = _read(workbook(rows))
    assert [block.language for block in document.blocks] == ["zh", "en", "zh", "en"]
    assert [block.place.spot for block in document.blocks] == ["A1", "A1", "A2", "A2"]


VALUES = [
    (
        "高职院校\n高等职业院校",
        "vocational college\nhigher college",
        "高职院校|vocational college|高等职业院校|higher college",
    ),
    ("学校\n学院", "School\nCollege", "学校|School|学院|College"),
    # A text that goes on is one, and lines that are not as many are not paired.
    (
        "学校很好，\n教师很多",
        "The school is good\nand has teachers",
        "学校很好，教师很多|The school is good and has teachers",
    ),
    (
        "学校很好。\n教师很多。",
        "It is good.\nIt has teachers.",
        "学校很好。教师很多。|It is good.|It has teachers.",
    ),
]


@pytest.mark.parametrize(("zh", "en", "seen"), VALUES)
def test_cells_with_as_many_values_give_them_side_by_side(zh: str, en: str, seen: str) -> None:
    assert "|".join(_texts(_read(workbook([["中文", "英文"], [zh, en]])))) == seen


def test_the_header_comes_again_on_each_printed_page() -> None:
    rows = [["中文", "英文"], ["学校", "school"], ["中文", "英文"], ["教师", "teacher"]]
    assert _texts(_read(workbook(rows))) == ["学校", "school", "教师", "teacher"]


def test_columns_without_a_name_are_called_by_their_letter() -> None:
    rows = [["学校", "school", "常用"], ["教师", "teacher", "—"], ["学生", "student", "√ 见上"]]
    document = _read(workbook(rows))
    assert _dropped(document) == [
        ("C1", "column C", "常用"),
        ("C2", "no words", "—"),
        ("C3", "column C", "√ 见上"),
    ]


def test_sheets_in_their_order_and_hidden_ones_passed_over() -> None:
    def change(book: Any) -> None:
        book.worksheets[0].title = "甲"
        book.worksheets[1].title = "秘密"
        book.worksheets[1].sheet_state = "veryHidden"
        book.create_chartsheet("图表", 2)

    document = _read(workbook([["第一"]], [["hidden text"]], [["third"]], change=change))
    assert [(block.place.page, block.text) for block in document.blocks] == [(1, "第一"), (4, "third")]
    assert _dropped(document) == [("A1", "hidden sheet", "hidden text")]
    assert [each.text for each in document.dropped if each.reason == "sheet name"] == [
        "甲",
        "秘密",
        "图表",
        "Sheet2",
    ]
    assert document.notes == (
        "hidden sheets were passed over: 秘密",
        "sheets without cells, as charts, were passed over: 图表",
    )


def test_what_stands_beside_the_cells_is_named() -> None:
    def change(book: Any) -> None:
        book.active["A1"].comment = Comment("请核对", "张三")
        book.active.add_chart(BarChart(), "C3")

    assert _read(workbook([["学校"]], change=change)).notes == (
        "comments of cells are not read",
        "pictures, charts and text boxes on sheets are not read",
    )


def test_hidden_rows_and_columns_are_read_with_a_note() -> None:
    def change(book: Any) -> None:
        book.active.row_dimensions[2].hidden = True
        book.active.column_dimensions["B"].hidden = True

    document = _read(workbook([["学校", "school", 1], ["教师", "teacher", 2]], change=change))
    assert len(document.blocks) == 4
    assert document.notes == ("sheet Sheet: 3 texts in hidden rows or columns were read too",)


def test_merged_cells_are_read_once() -> None:
    cells = "".join(
        f'<row r="{row}">'
        + "".join(inline(f"{column}{row}", f"{text}{'甲乙丙'[row - 1]}") for column, text in texts)
        + "</row>"
        for row, texts in enumerate([[("A", "学校"), ("B", "班级")]] * 3, start=1)
    )
    merged = '<mergeCells count="2"><mergeCell ref="A1:B1"/><mergeCell ref="A2:A3"/></mergeCells>'
    assert _texts(_raw(cells, behind=merged)) == ["学校甲", "学校乙", "班级乙", "班级丙"]


def test_a_formula_gives_its_stored_text() -> None:
    cells = (
        '<row r="1"><c r="A1" t="str"><f>B1&amp;C1</f><v>学校很好</v></c>'
        '<c r="B1"><f>HYPERLINK("http://example.invalid/a","学校")</f></c>'
        '<c r="C1"><f>1+1</f><v>2</v></c><c r="D1" t="e"><f>A1/0</f><v>#DIV/0!</v></c>'
        '<c r="E1" t="str"><f>""</f><v></v></c></row>'
    )
    document = _raw(cells)
    assert _texts(document) == ["学校很好"]
    assert _dropped(document) == [
        ("B1", "formula without a value", '=HYPERLINK("http://example.invalid/a","学校")'),
        ("D1", "error value", "#DIV/0!"),
        ("", "numbers of column C", "2"),
    ]


def test_a_formula_as_openpyxl_writes_it_has_no_value() -> None:
    document = _read(workbook([["学校", "=A1"]]))
    assert _dropped(document) == [("B1", "formula without a value", "=A1")]
    assert [note for note in document.notes if "B1; open the workbook" in note]


def test_rich_text_without_the_readings_above_it() -> None:
    shared = (
        "<si><r><rPr><b/></rPr><t>学</t></r><r><t>校</t></r><rPh sb='0' eb='1'><t>xué</t></rPh></si>"
        "<si><t xml:space='preserve'> The school </t></si>"
    )
    cells = '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row><row><c/><c t="s"><v>0</v></c></row>'
    document = _raw(cells, shared=shared)
    assert [(block.place.spot, block.text) for block in document.blocks] == [
        ("A1", "学校"),
        ("B1", "The school"),
        ("B2", "学校"),
    ]


ESCAPES = {
    "学_x0000_校": "学校",
    "学_xD800_校": "学\ufffd校",
    "学校_xD842__xDFB7_": "学校\U00020bb7",
    "学校_x005F_x0041_": "学校_x0041_",
    "学校x005F_a": "学校x005F_a",
    "\u202e学校\u200f": "学校",
    "学_x0001_校": "学校",
}


@pytest.mark.parametrize("stored", ESCAPES)
def test_characters_that_xml_cannot_hold(stored: str) -> None:
    shared = f"<si><t>{stored}</t></si>"
    cells = f'<row><c t="s"><v>0</v></c></row><row>{inline("A2", stored)}</row>'
    assert _texts(_raw(cells, shared=shared)) == [ESCAPES[stored]] * 2


def test_numbers_dates_and_what_only_looks_like_them_are_no_texts() -> None:
    values = [("n", "NaN"), ("n", "INF"), ("n", "1e999"), ("d", "99999-99-99"), ("b", "1"), ("n", "-1")]
    cells = "".join(
        f'<row r="{row}"><c r="A{row}" t="{kind}" s="14"><v>{value}</v></c></row>'
        for row, (kind, value) in enumerate(values, start=1)
    )
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        document = _raw(f'{cells}<row r="9">{inline("A9", "学校")}</row>')
    assert _texts(document) == ["学校"]


def test_a_text_that_reads_as_a_number_is_reported() -> None:
    rows = [["中文", "英文", "年"], ["学校", "school", "2020"], ["25", "25", "2021年"]]
    dropped = _dropped(_read(workbook(rows)))[3:]
    assert dropped == [
        ("C2", "no words", "2020"),
        ("C3", 'column "年"', "2021年"),
        ("A3", "no words", "25"),
        ("B3", "no words", "25"),
    ]


def test_the_standard_in_its_strict_form() -> None:
    data = raw_workbook(f"<row>{inline('A1', '学校')}</row>")
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(stream, "w") as after:
        for name in before.namelist():
            part = before.read(name)
            if not name.startswith("["):
                part = part.replace(
                    b"schemas.openxmlformats.org/spreadsheetml/2006/main",
                    b"purl.oclc.org/ooxml/spreadsheetml/main",
                )
                part = part.replace(
                    b"schemas.openxmlformats.org/officeDocument/2006", b"purl.oclc.org/ooxml/officeDocument"
                )
            after.writestr(name, part)
    assert _texts(_read(stream.getvalue())) == ["学校"]


def test_styles_that_no_library_reads_do_not_matter() -> None:
    book = workbook([["学校", "school"]])
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as before, zipfile.ZipFile(stream, "w") as after:
        for name in before.namelist():
            part = before.read(name)
            after.writestr(name, part.replace(b'<family val="2"', b'<family val="99"'))
    with pytest.raises(ValueError, match="could not read stylesheet"):
        load_workbook(io.BytesIO(stream.getvalue()))
    assert _texts(_read(stream.getvalue())) == ["学校", "school"]


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.lists(
            st.one_of(st.none(), st.integers(0, 10**9), st.text("学校很好。Abc,.\n ", max_size=30)),
            max_size=5,
        ),
        max_size=8,
    )
)
def test_no_character_is_lost_or_comes_twice(rows: list[list[str | int | None]]) -> None:
    document = _read(workbook(rows))
    there = Counter("".join("".join(str(cell).split()) for row in rows for cell in row if cell is not None))
    kept = [block.text for block in document.blocks] + [text for _, _, text in _dropped(document)]
    assert Counter("".join("".join(kept).split())) == there


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "before 2007"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
            "locked with a password",
        ),
        (workbook([["学校"]])[:-400], "damaged"),
        (b"PK\x03\x04" + bytes(100), "damaged"),
        ("学校,school".encode(), "damaged"),
    ],
)
def test_what_is_no_workbook_is_named(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=f"^a.xlsx: .*{message}"):
        _read(data)


SHEET = "xl/worksheets/sheet1.xml"
LINKS = "xl/_rels/workbook.xml.rels"
ENTITY = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><worksheet>&b;</worksheet>'
DAMAGED: dict[str, tuple[str, dict[str, str | bytes], str]] = {
    "an entity": ("", {SHEET: ENTITY}, "declares XML entities"),
    "a bomb": ("", {SHEET: b" " * (300 * 1024 * 1024)}, "unpacks to"),
    "a shared text that is not there": ('<row><c t="s"><v>7</v></c></row>', {}, "damaged"),
    "a shared text before the first": ('<row><c t="s"><v>-1</v></c></row>', {}, "damaged"),
    "a shared text without a number": ('<row><c t="s"><v>NaN</v></c></row>', {}, "damaged"),
    "a column behind the last": (f"<row>{inline('XFE1', 'a')}</row>", {}, "damaged"),
    "a row behind the last": (f"<row>{inline('A1048577', 'a')}</row>", {}, "damaged"),
    "a row far away": ('<row r="99999999999999999999"/>', {}, "damaged"),
    "an address that is none": (f"<row>{inline('../../a', 'a')}</row>", {}, "damaged"),
    "markup that does not close": ("<row><c>", {}, "damaged"),
    "a sheet that is not there": ("", {LINKS: links(("rId1", "worksheet", "nowhere.xml"))}, "sheet 1 is not"),
    "a sheet outside the file": (
        "",
        {LINKS: links(("rId1", "worksheet", "../../../../etc/passwd"))},
        "sheet 1 is not there",
    ),
    "a sheet that is a link": (
        "",
        {LINKS: links(("rId1", "worksheet", "http://example.invalid/a.xml"), mode=' TargetMode="External"')},
        "sheet 1 is not there",
    ),
    "a sheet that does not say that it is XML": (
        "",
        {LINKS: links(("rId1", "worksheet", "a.bin")), "xl/a.bin": ENTITY},
        "damaged",
    ),
    "no sheets": ("", {"xl/workbook.xml": sheets_of("")}, "without a sheet"),
    "no links": ("", {"_rels/.rels": "<Relationships/>"}, "damaged"),
}


@pytest.mark.parametrize("case", DAMAGED)
def test_a_damaged_or_hostile_workbook_is_refused(case: str) -> None:
    cells, parts, message = DAMAGED[case]
    with pytest.raises(InputError, match=f"^a.xlsx: .*{message}"):
        _raw(cells, parts=parts)


def test_links_to_other_files_are_not_followed() -> None:
    parts = {
        "xl/externalLinks/externalLink1.xml": "<externalLink/>",
        LINKS: links(
            ("rId1", "worksheet", "worksheets/sheet1.xml"),
            ("rId9", "externalLink", "externalLinks/externalLink1.xml"),
        ),
    }
    cells = '<row><c t="str"><f>[1]Sheet1!A1</f><v>学校</v></c></row>'
    assert _texts(_raw(cells, parts=dict(parts))) == ["学校"]


BEHIND = {
    "a million empty rows": ('<row r="1048576"/>' * 1_048_576, ""),
    "a cell in the last corner": (f'<row r="1048576">{inline("XFD1048576", "学校")}</row>', ""),
    "rows that end in the last column": (
        "".join(f'<row r="{row}">{inline(f"XFD{row}", "学校")}</row>' for row in range(1, 20_001)),
        "",
    ),
    "merged cells that all cover everything": (
        "".join(f'<row r="{row}">{inline(f"A{row}", "学校")}</row>' for row in range(1, 2001)),
        "<mergeCells>" + '<mergeCell ref="B1:XFD1048576"/>' * 50_000 + "</mergeCells>",
    ),
    "extensions": (
        f"<row>{inline('A1', '学校')}</row>",
        (
            '<conditionalFormatting sqref="A1"><cfRule type="nonsense"/></conditionalFormatting>'
            '<dataValidations count="1"><dataValidation sqref="nonsense"/></dataValidations>'
            '<extLst><ext uri="{CCE6A557-97BC-4B89-ADB6-D9C93CAAB3DF}"/></extLst>'
        ),
    ),
}


@pytest.mark.parametrize("case", BEHIND)
def test_a_sheet_takes_the_time_of_its_cells(case: str) -> None:
    cells, behind = BEHIND[case]
    document = _raw(cells, behind=f'{behind}<dimension ref="A1:XFD1048576"/>')
    assert len(document.blocks) == cells.count("学校")


def test_more_texts_than_are_read_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table_cells, "MOST_CELLS", 100)
    assert len(_read(workbook([["学校"]] * 100)).blocks) == 100
    with pytest.raises(InputError, match="more than 100 cells with text"):
        _read(workbook([["学校"]] * 50, [["学校"]] * 51))


def test_progress_is_by_sheets() -> None:
    seen: list[tuple[int, str]] = []

    def progress(items: Any, label: str) -> Any:
        seen.append((len(items), label))
        return items

    read_xlsx(Source(workbook([["学校"]], [["school"]]), "a.xlsx", progress=progress))
    assert seen == [(2, "reading sheets")]


def test_damaged_bytes_give_a_document_or_a_sentence() -> None:
    """Bytes of one part are changed, since those of the archive are mostly found out by its checksums."""
    whole = workbook(GLOSSARY, [["姓名", "Name"]])
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for seed in range(150):
        chance = random.Random(seed)
        changed = dict(parts)
        name = chance.choice(sorted(parts))
        content = bytearray(parts[name])
        for _ in range(chance.randrange(1, 6)):
            at = chance.randrange(len(content))
            content[at : at + chance.randrange(3)] = bytes([chance.choice(b'<>"/&;0A9\x00\xff')])
        changed[name] = bytes(content)
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            for each, data in changed.items():
                archive.writestr(each, data)
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            try:
                _read(stream.getvalue())
            except InputError as error:
                assert "\n" not in str(error)


def test_the_deck_in_a_workbook_gives_the_pairs_of_its_key() -> None:
    rows = [line.split("\t")[2:] for line in DECK_KEY.read_text("utf-8").splitlines()[1:]]
    document = _read(workbook([["中文", "英文"], *rows]))
    assert strict(read_key().pairs, pairs_of(align_document(document).units)).f1 >= 0.97
