"""Tables in plain text, as spreadsheets and scripts of all kinds write them."""

from __future__ import annotations

import csv
import io
import random
import warnings
from collections import Counter

import pytest
from benchmarks.scoring import DECK_KEY, pairs_of, read_key, strict
from hypothesis import given, settings
from hypothesis import strategies as st

from vet_terms.alignment.aligner import align_document
from vet_terms.documents.sheets.delimited import read_delimited
from vet_terms.documents.source import Source
from vet_terms.errors import InputError
from vet_terms.model import Document

ROWS = [
    ["产教融合", "integration of industry, business and education", "常用"],
    ["双师型教师", 'so-called "dual" teachers; they can do both', ""],
    ["学校很好，\n教师很多。", "The school is good,\nand there are many teachers.", "两行"],
]
EXPECTED = [
    ("zh", "产教融合"),
    ("en", "integration of industry, business and education"),
    ("zh", "双师型教师"),
    ("en", 'so-called "dual" teachers; they can do both'),
    ("zh", "学校很好，教师很多。"),
    ("en", "The school is good, and there are many teachers."),
]


def _read(data: bytes | str, name: str = "a.csv", encoding: str = "") -> Document:
    return read_delimited(Source(data.encode() if isinstance(data, str) else data, name, encoding))


def _texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def _spots(document: Document) -> list[tuple[str, int]]:
    return [(block.place.spot, block.place.line) for block in document.blocks]


def _dropped(document: Document) -> list[tuple[str, str, str]]:
    return [(each.place.spot, each.reason, each.text) for each in document.dropped]


def _written(delimiter: str) -> str:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=delimiter, lineterminator="\n")
    writer.writerows([["中文", "英文", "备注"], *ROWS])
    return stream.getvalue()


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_every_delimiter_and_line_end(delimiter: str, ends: str) -> None:
    document = _read(_written(delimiter).replace("\n", ends))
    assert [(block.language, block.text) for block in document.blocks] == EXPECTED
    assert _spots(document) == [("A2", 2), ("B2", 2), ("A3", 3), ("B3", 3), ("A4", 4), ("B4", 4)]
    assert _dropped(document) == [
        ("A1", "header", "中文"),
        ("B1", "header", "英文"),
        ("C1", "header", "备注"),
        ("C2", 'column "备注"', "常用"),
        ("C4", 'column "备注"', "两行"),
    ]


@pytest.mark.parametrize(
    ("encoding", "read_as", "notes"),
    [
        ("utf-8", "utf-8", ()),
        ("utf-8-sig", "utf-8-sig", ()),
        ("gb18030", "gb18030", ("read as gb18030",)),
        ("utf-16", "utf-16", ("read as utf-16",)),
    ],
)
def test_every_encoding_of_a_spreadsheet(encoding: str, read_as: str, notes: tuple[str, ...]) -> None:
    document = _read(_written(",").encode(encoding))
    assert [(block.language, block.text) for block in document.blocks] == EXPECTED
    assert (document.encoding, document.notes) == (read_as, notes)


def test_an_encoding_is_obeyed() -> None:
    assert _texts(_read("學校,school\n".encode("big5"), encoding="big5")) == ["學校", "school"]


def test_a_line_that_names_the_delimiter_is_no_row() -> None:
    document = _read(f"sep=;\n{_written(';')}")
    assert [text for _, text in EXPECTED] == _texts(document)
    assert _spots(document)[:2] == [("A2", 3), ("B2", 3)]


@pytest.mark.parametrize("name", ["a.tsv", "a.TAB"])
def test_tabs_and_no_quoting(name: str) -> None:
    document = _read('中文\t英文\n“学校\t"The school\n\n教师"\tteacher, "\n', name)
    assert _texts(document) == ["“学校", '"The school', '教师"', 'teacher, "']
    assert _spots(document) == [("A2", 2), ("B2", 2), ("A4", 4), ("B4", 4)]


QUOTED_TSV = [
    ('English\t中文\n"He said ""yes"""\t他说“是”\n', ['He said "yes"', "他说“是”"]),
    ('English\t中文\n"Yes.\nNo."\t是。\n', ["Yes. No.", "是。"]),
    # What is in quotes and no more may be a quotation, and what does not come out even is none.
    ('English\t中文\n"yes"\t“是”\n', ['"yes"', "“是”"]),
    ('English\t中文\n"yes ""or\t是或\n', ['"yes ""or', "是或"]),
]


@pytest.mark.parametrize(("text", "seen"), QUOTED_TSV)
def test_tabs_with_what_only_quoting_writes(text: str, seen: list[str]) -> None:
    assert _texts(_read(text, "a.tsv")) == seen


def test_the_apostrophe_before_a_formula_is_taken_off() -> None:
    document = _read("'=学校,'-school\n''=教师,'teacher\n＝学生,@student\n")
    assert _texts(document) == ["=学校", "-school", "'=教师", "'teacher", "＝学生", "@student"]


def test_one_column_of_sentences_with_commas() -> None:
    rows = [
        "学校很好，真的。",
        "The school, in fact, is good.",
        "教师很多。",
        "There are teachers, too, they say.",
    ]
    document = _read("\n".join(rows))
    assert _texts(document) == rows
    assert _spots(document) == [("A1", 1), ("A2", 2), ("A3", 3), ("A4", 4)]


def test_one_named_column() -> None:
    document = _read("中文\n学校\n教师\n")
    assert _texts(document) == ["学校", "教师"]
    assert _dropped(document) == [("A1", "header", "中文")]


def test_ragged_rows_under_names() -> None:
    rows = (
        "id,中文,English",
        "1,学校,school",
        "2,教师,teacher,old,老",
        "3",
        "4,学生,student, or pupil",
        "5,班级,class,,",
    )
    document = _read("\n".join(rows))
    assert _texts(document) == ["学校", "school", "教师", "teacher", "学生", "student", "班级", "class"]
    assert _dropped(document)[3:] == [
        ("D3", "column D", "old"),
        ("E3", "column E", "老"),
        ("D5", "column D", "or pupil"),
        ("", 'numbers of column "id"', "1 2 3 4 5"),
    ]


def test_numbers_and_dates_beside_the_texts_are_listed_column_by_column() -> None:
    table = "No.,zh,en,date,share\n" + "".join(
        f"{n},学校{n},school {n},2020-01-0{n},{n}0.5%\n" for n in range(1, 9)
    )
    assert len(_read(table).blocks) == 16
    assert [(each.reason, each.text.split()[:2]) for each in _read(table).dropped[5:]] == [
        ('numbers of column "No."', ["1", "2"]),
        ('numbers of column "date"', ["2020-01-01", "2020-01-02"]),
        ('numbers of column "share"', ["10.5%", "20.5%"]),
    ]


def test_a_form_gives_all_its_texts() -> None:
    document = _read("姓名,Name,张三\n职务,Position,校长 Principal\n")
    assert _texts(document) == ["姓名", "Name", "张三", "职务", "Position", "校长", "Principal"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is empty"),
        (b"\n\n  \n", "is empty"),
        (b"PK\x03\x04" + bytes(100), "is a zip archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "is an old Office file"),
        ('中文,英文\n"学校,school\n教师,teacher\n'.encode(), "line 2: the quotes do not close"),
        ('中文,英文\n学校,school\n"教师"们,teacher\n'.encode(), "line 3: the quotes do not close"),
        (f"中文,英文\n{'学' * 200_000},school\n".encode(), "line 2: a cell has more than 131072"),
    ],
)
def test_what_is_no_table_is_named(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=f"^a.csv[:,] .*{message}"):
        _read(data)


def test_a_huge_cell_of_a_table_without_quotes_is_read() -> None:
    document = _read(f"学校\t{'The school is good. ' * 20_000}\n", "a.tsv")
    assert sum(len(text) for text in _texts(document)) > 300_000


HUGE = {
    "delimiters": ",\n" * 200_000 + "学校",
    "one row": ",".join(["学校"] * 50_000),
    "blank lines": "\n" * 500_000 + "学校",
    "quotes": '""' * 100_000 + "\n学校",
    "rows of different lengths": "\n".join("学校," * (n % 40) for n in range(5000)),
}


@pytest.mark.parametrize("case", HUGE)
def test_a_huge_table_is_read_or_refused_in_time(case: str) -> None:
    try:
        document = _read(HUGE[case])
    except InputError as error:
        assert "quotes" in str(error)
    else:
        assert sum(text.count("学校") for text in _texts(document)) == HUGE[case].count("学校")


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.lists(st.text('学校很好。Abc,;."|\t\n ', max_size=20), min_size=1, max_size=4),
        min_size=1,
        max_size=8,
    ),
    st.sampled_from([",", ";", "\t"]),
)
def test_no_character_of_a_text_is_lost(rows: list[list[str]], delimiter: str) -> None:
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter).writerows([*rows, ["中文", "英文"]])
    document = _read(f"sep={delimiter}\n{stream.getvalue()}")
    kept = [*_texts(document), *(text for _, _, text in _dropped(document))]
    visible = "学校很好。Abc"
    there = Counter(char for row in rows for text in row for char in text if char in visible)
    assert (
        Counter(char for char in "".join(kept).replace("中文", "").replace("英文", "") if char in visible)
        == there
    )


def test_damaged_bytes_give_a_document_or_a_sentence() -> None:
    whole = _written(",").encode()
    for seed in range(200):
        chance = random.Random(seed)
        content = bytearray(whole)
        for _ in range(chance.randrange(1, 8)):
            at = chance.randrange(len(content))
            content[at : at + chance.randrange(6)] = bytes([chance.choice(b"\",;\t\n\x00\xff\xe5'=")])
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            try:
                _read(bytes(content))
            except InputError as error:
                assert "\n" not in str(error)


def test_the_deck_in_a_table_gives_the_pairs_of_its_key() -> None:
    stream = io.StringIO(newline="")
    rows = [line.split("\t") for line in DECK_KEY.read_text("utf-8").splitlines()[1:]]
    csv.writer(stream).writerows([["slide", "kind", "zh", "en"], *rows])
    document = _read(stream.getvalue())
    assert strict(read_key().pairs, pairs_of(align_document(document).units)).f1 >= 0.97
