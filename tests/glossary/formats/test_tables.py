"""The tables of CAT tools: what ours look like, and what other people's tools write, by example."""

from __future__ import annotations

import csv
import dataclasses
import io
from typing import Any

import openpyxl
import pytest
from tests.glossary.concepts import concept
from translate.storage.csvl10n import csvfile
from translate.storage.utx import UtxFile

from vet_terms.errors import InputError, OutputError
from vet_terms.glossary import workbooks
from vet_terms.glossary.formats import FORMATS, memoq, phrase, trados, two_columns, utx, weblate
from vet_terms.glossary.formats.format import WriteOptions
from vet_terms.glossary.reading import concepts_of_file
from vet_terms.glossary.workbooks import LONGEST_CELL, rows_of_workbook, table_workbook
from vet_terms.model import Concept

COLLEGE = Concept(
    id="c1",
    zh="柳州职业技术学院",
    en="Liuzhou Vocational & Technical College",
    zh_variants=("柳职院",),
    en_variants=("LVTC",),
    en_forbidden=("Liuzhou Polytechnic",),
    type="organisation",
    status="superseded",
    domain="education",
    definition="A college",
    context_zh="柳州职业技术学院成立。",
    context_en="The college was founded.",
    source=("004.txt:p3:b2",),
    count=3,
    note="superseded by 柳州职业技术大学 since 2024",
)
DUAL = Concept(id="c2", zh="双元制", en="dual system", status="proposed")


def rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8"))))


def test_memoq_finds_the_columns_that_it_writes_itself() -> None:
    info = "CasePermissive;HalfPrefix"
    header, college, dual = rows(memoq.write_csv([COLLEGE, DUAL]))
    assert header[:4] == ["Entry_Subject", "Entry_Domain", "Entry_Note", "Chinese_PRC_Def"]
    assert header[4:10] == ["Chinese_PRC", "Term_Info", "Term_Example"] * 2
    assert header[10:] == ["English_United_States", "Term_Info", "Term_Example"] * 3
    assert college == [
        *("organisation", "education", "[superseded] superseded by 柳州职业技术大学 since 2024", "A college"),
        *("柳州职业技术学院", info, "柳州职业技术学院成立。", "柳职院", info, ""),
        *("Liuzhou Vocational & Technical College", info, "The college was founded.", "LVTC", info, ""),
        *("Liuzhou Polytechnic", f"{info};NonTerm", ""),
    ]
    assert dual[10:] == ["dual system", info, "", *[""] * 6]


def test_memoq_has_the_languages_in_the_order_asked_for() -> None:
    header = rows(memoq.write_csv([DUAL], WriteOptions("en", "zh-TW", "en-GB")))[0]
    assert header[3:] == [
        *("English_United_Kingdom_Def", "English_United_Kingdom", "Term_Info", "Term_Example"),
        *("Chinese_Taiwan", "Term_Info", "Term_Example"),
    ]


def test_a_workbook_for_multiterm_has_a_column_for_each_term() -> None:
    header, college = [cells for _, cells in rows_of_workbook(trados.write([COLLEGE]), "a.xlsx")]
    assert header == [
        *("ID", "Subject", "Type", "Definition", "Process status", "Source", "Note"),
        *["Chinese", "Status", "Context"] * 2,
        *["English", "Status", "Context"] * 3,
    ]
    assert college[7:] == [
        *("柳州职业技术学院", "superseded", "柳州职业技术学院成立。", "柳职院", "superseded", ""),
        *("Liuzhou Vocational & Technical College", "superseded", "The college was founded."),
        *("LVTC", "superseded", "", "Liuzhou Polytechnic", "deprecated"),
    ]


def test_a_plain_list_for_phrase() -> None:
    assert [cells for _, cells in rows_of_workbook(phrase.write([COLLEGE, DUAL]), "a.xlsx")] == [
        ["concept_domain", "concept_definition", "concept_note", "zh-CN", "en-US"],
        [
            *("education", "A college", "[superseded] superseded by 柳州职业技术大学 since 2024"),
            *("柳州职业技术学院", "Liuzhou Vocational & Technical College"),
        ],
        ["", "", "[proposed]", "双元制", "dual system"],
    ]


def test_weblate_has_a_row_for_each_source_and_tells_equal_ones_apart() -> None:
    other = Concept(id="c3", zh="双元制", en="dual VET", status="approved")
    assert rows(weblate.write([COLLEGE, DUAL, other]))[1:] == [
        ["柳州职业技术学院", COLLEGE.en, "", "False", rows(weblate.write([COLLEGE]))[1][4]],
        ["柳职院", COLLEGE.en, "", "False", rows(weblate.write([COLLEGE]))[1][4]],
        ["双元制", "dual system", "", "True", "term; proposed"],
        ["双元制", "dual VET", "c3", "False", "term"],
    ]


def test_translate_toolkit_reads_what_weblate_is_given() -> None:
    hard = concept("=1+1学", "+one", status="approved")
    store: Any = csvfile.parsestring(weblate.write([DUAL, COLLEGE, hard]))  # type: ignore[no-untyped-call]
    units = [unit for unit in store.units if not unit.isheader()]
    assert [(unit.source, unit.target, unit.isfuzzy()) for unit in units] == [
        ("双元制", "dual system", True),
        ("柳州职业技术学院", COLLEGE.en, False),
        ("柳职院", COLLEGE.en, False),
        # The guard that the toolkit writes itself, and does not take off again.
        ("'=1+1学", "'+one", False),
    ]
    assert "do not use: Liuzhou Polytechnic" in units[1].getnotes()


def test_translate_toolkit_reads_our_utx_and_we_read_its() -> None:
    store: Any = UtxFile.parsestring(utx.write([COLLEGE, DUAL]))  # type: ignore[no-untyped-call]
    assert (store.getsourcelanguage(), store.gettargetlanguage()) == ("zh-CN", "en-US")
    assert [(unit.source, unit.target) for unit in store.units] == [
        ("柳州职业技术学院", COLLEGE.en),
        ("柳职院", COLLEGE.en),
        ("柳州职业技术学院", "LVTC"),
        ("柳州职业技术学院", "Liuzhou Polytechnic"),
        ("双元制", "dual system"),
    ]
    assert [row.zh for row in utx.read(bytes(store), "a.utx")][:1] == ["柳州职业技术学院"]


def test_utx_says_the_status_of_each_pair() -> None:
    lines = utx.write([COLLEGE, DUAL]).decode("utf-8").split("\r\n")
    assert lines[0].startswith("#UTX 1.11; zh-CN/en-US; 1980-01-01T00:00:00Z; copyright: ")
    assert lines[1] == "#src\ttgt\tsrc:pos\tterm status\tcomment\tconcept ID"
    assert [line.split("\t")[3] for line in lines[2:-1]] == [
        *("non-standard", "non-standard", "non-standard", "forbidden", "provisional")
    ]


def test_jieba_cuts_by_our_dictionary(tmp_path: Any) -> None:
    import jieba

    name = concept("市域产教联合体试点", "pilot consortium", zh_variants=("與 空格", "產教聯合體試點"))
    path = tmp_path / "terms.txt"
    path.write_bytes(FORMATS["jieba"].write([name, COLLEGE]))
    assert path.read_text(encoding="utf-8").splitlines() == [
        *("市域产教联合体试点 n", "产教联合体试点 n", "柳州职业技术学院 nt", "柳职院 nt")
    ]
    cutter = jieba.Tokenizer()
    cutter.tmp_dir = str(tmp_path)
    with path.open("rb") as stream:
        cutter.load_userdict(stream)
    text = "柳职院参加市域产教联合体试点"
    assert list(cutter.cut(text)) == ["柳职院", "参加", "市域产教联合体试点"]


def test_two_columns_have_the_best_row_of_a_source() -> None:
    same = [
        dataclasses.replace(DUAL, en="a", status="superseded"),
        dataclasses.replace(DUAL, en="b"),
        dataclasses.replace(DUAL, en="c", status="approved"),
        concept("学" * 400, "long"),
        concept('说"一\t不二', "keep\none's, word"),
    ]
    assert two_columns.write(same).decode() == '双元制,c\n"说""一 不二","keep one\'s, word"\n'
    assert two_columns.leaves_out(same, WriteOptions()) == {
        "source that another concept has too": 2,
        "over 1,024 bytes on a side": 1,
    }


def test_a_formula_is_text_in_a_workbook() -> None:
    data = FORMATS["xlsx"].write([Concept("c1", "=HYPERLINK(1)", "+x", note="'=y", status="approved")])
    sheet: Any = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    cells = {cell.value: cell for cell in sheet[2] if cell.value}
    assert {"=HYPERLINK(1)", "+x", "'=y"} <= cells.keys()
    assert all(cell.data_type == "s" for cell in cells.values())
    assert cells["=HYPERLINK(1)"].quotePrefix


def test_a_workbook_tells_no_time_and_refuses_what_it_would_cut() -> None:
    data = FORMATS["xlsx"].write([COLLEGE])
    assert data == FORMATS["xlsx"].write([COLLEGE])
    assert b"1980-01-01T00:00:00Z" in data
    with pytest.raises(OutputError, match="row 2, column definition: has 32,768 characters"):
        table_workbook("a", ["definition"], [["x" * (LONGEST_CELL + 1)]])


Known = tuple[str, str, tuple[str, ...], tuple[str, ...], tuple[str, ...]]

DUAL_ALONE: Known = ("双元制", "dual system", (), (), ())
COLLEGE_ALONE: Known = ("学院", "college", (), (), ())

MEMOQS_COLUMNS = (
    "\ufeffEntry_ID;Entry_Domain;Entry_Note;English;Term_Info;Term_Example;Chinese_PRC;Term_Info;Term_Example;"
    "Chinese_PRC;Term_Info;Term_Example"
)

THEIRS: dict[str, tuple[tuple[str, ...], list[Known]]] = {
    "memoq.csv": (
        (
            MEMOQS_COLUMNS,
            '0;;;dual system;"CasePermissive;HalfPrefix";;双元制;CasePermissive;;;;',
            '1;Law;;binary system;"CaseSense;Exact;NonTerm";;双元制;;;二元制;;',
            "2;;;college|s;Custom;;学院;;;;;",
        ),
        [
            DUAL_ALONE,
            ("双元制", "", ("二元制",), (), ("binary system",)),
            ("学院", "colleges", (), (), ()),
        ],
    ),
    "converter.tsv": (
        (
            "Chinese (PRC)\tEnglish (United States)\tComment",
            "双元制|二元制\tdual system|dual VET\tn",
        ),
        [("双元制", "dual system", ("二元制",), ("dual VET",), ())],
    ),
    "phrase.csv": (
        (
            "CID,concept_domain,TID,zh_cn,zh_cn_status,TID,en_us,en_us_status,en_us_forbidden,en_us_preferred",
            "77,VET,1,双元制,New,2,dual VET,New,FALSE,FALSE",
            "77,VET,,,,3,dual system,New,false,TRUE",
            "77,VET,,,,4,binary system,,TRUE,",
        ),
        [("双元制", "dual system", (), ("dual VET",), ("binary system",))],
    ),
    "deepl.csv": (
        ("双元制,dual system,zh,en", '"学院, 大学",college,zh,en'),
        [DUAL_ALONE, ("学院, 大学", "college", (), (), ())],
    ),
    "reversed.tsv": (("dual system\t双元制", "college\t学院"), [DUAL_ALONE, COLLEGE_ALONE]),
    "weblate.csv": (
        (
            "location,source,target,id,fuzzy,context,translator_comments,developer_comments",
            ",dual system,双元制,,True,,,",
        ),
        [DUAL_ALONE],
    ),
    "old.utx": (
        (
            "#UTX-S 1.00; en/zh; 2010-01-01T00:00:00Z; creator: a",
            "#src\ttgt\tsrc:pos",
            "dual system\t双元制\tnoun",
        ),
        [DUAL_ALONE],
    ),
    "status.txt": (
        (
            "#UTX 1.11; zh/en; 2014-01-01; copyright: a; license: b",
            "#description: c",
            "#src\ttgt\tsrc:pos\tterm status\tconcept ID",
            "双元制\tbinary system\tnoun\tforbidden\t7",
            "双元制\tdual system\tnoun\tapproved\t7",
            "学院\tcollege\tnoun\t\t-",
            "大学\tuniversity\tnoun\t\t-",
        ),
        [
            ("双元制", "dual system", (), (), ("binary system",)),
            COLLEGE_ALONE,
            ("大学", "university", (), (), ()),
        ],
    ),
    "omegat.txt": (
        ("# -*- coding: utf-8 -*-", "双元制\tdual system\tin Germany", "学院\tcollege"),
        [DUAL_ALONE, COLLEGE_ALONE],
    ),
    "words.txt": (
        ("云计算 5 n", "双元制 nz", "八一双鹿"),
        [(word, "", (), (), ()) for word in ("云计算", "双元制", "八一双鹿")],
    ),
    "ours.csv": (("zh,zh-TW,en,reviewer", "软件,軟體,software,Li"), [("软件", "software", (), (), ())]),
}


@pytest.mark.parametrize("name", THEIRS)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_what_other_tools_write_is_read(name: str, end: str) -> None:
    lines, known = THEIRS[name]
    found = concepts_of_file("".join(f"{line}{end}" for line in lines).encode("utf-8"), name)
    assert [(row.zh, row.en, row.zh_variants, row.en_variants, row.en_forbidden) for row in found] == known


def test_a_workbook_of_other_people_has_a_title_above_its_names() -> None:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    for line in (
        ["Our terms"],
        [],
        ["No", "中文", "English", "Status"],
        [1, "双元制", "dual", "approved"],
    ):
        sheet.append(line)
    stream = io.BytesIO()
    book.save(stream)
    [known] = concepts_of_file(stream.getvalue(), "a.xlsx")
    assert (known.zh, known.en, known.status) == ("双元制", "dual", "approved")


def test_a_small_workbook_with_far_cells_does_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbooks, "MOST_EMPTY", 50_000)
    book = openpyxl.Workbook()
    sheet: Any = book.active
    for line in (["zh", "en"], ["双元制", "dual"]):
        sheet.append(line)
    for row in range(3, 9):
        sheet.cell(row, workbooks.MOST_COLUMNS, "x")
    stream = io.BytesIO()
    book.save(stream)
    with pytest.raises(InputError, match="cell XFD6: stands far beside the table"):
        rows_of_workbook(stream.getvalue(), "a.xlsx")


def test_a_formula_in_somebodys_workbook_is_named() -> None:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.append(["zh", "en"])
    sheet.append(["双元制", "=1+1"])
    stream = io.BytesIO()
    book.save(stream)
    with pytest.raises(InputError, match="sheet Sheet, cell B2: holds a formula"):
        concepts_of_file(stream.getvalue(), "a.xlsx")


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.csv", "Entry_ID,Deutsch,English\n1,a,b\n", "no column named zh"),
        ("a.utx", "dual\t双元制\n", "must begin with #UTX"),
        ("a.utx", "#UTX 1.11; ja/en;\n#src\ttgt\n", "names no Chinese and English"),
        ("a.utx", "#UTX 1.11; zh/en;\n#a\tb\n", "must name the columns"),
        ("a.utf8", "a\tb\n", "none of its 1 rows has a Chinese term"),
        ("a.txt", "双 元 制 学\n", "line 1: a word, a frequency and a tag"),
    ],
)
def test_what_cannot_be_read_is_said(name: str, text: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        concepts_of_file(text.encode("utf-8"), name)


def test_a_first_line_of_utx_without_end_is_refused() -> None:
    # With underscores in both parts of its pattern such a line took for ever.
    line = "#UTX 1.11; zh/en" + "-b_" * 5_000 + "!\n#src\ttgt\n双元制\tdual\n"
    with pytest.raises(InputError, match="names no Chinese and English"):
        utx.read(line.encode(), "a.utx")


@pytest.mark.parametrize(
    ("header", "kept"),
    [
        ("Chinese (PRC),English,备注,Reviewer,count", (("Reviewer", "Li"), ("备注", "checked"))),
        ("中文（简体）,英文,备注,备注,Note", ()),
        ("Entry_ID,Chinese_PRC,English,Entry_Creator,备注", ()),
    ],
)
def test_columns_that_a_person_added_come_along(header: str, kept: tuple[tuple[str, str], ...]) -> None:
    cells = "1,双元制,dual system,x,7" if header.startswith("Entry") else "双元制,dual system,checked,Li,7"
    [row] = concepts_of_file(f"{header}\n{cells}\n".encode(), "list.csv")
    assert (row.zh, row.en, row.extra) == ("双元制", "dual system", kept)
