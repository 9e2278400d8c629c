"""Bilingual files of every kind, well and badly made."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from vet_terms.errors import InputError
from vet_terms.memory.bilingual import read_bilingual

PAIR = ("职业教育", "vocational education")

TABLES = [
    ("a.tsv", "zh\ten\n职业教育\tvocational education\n"),
    ("a.tsv", "ID\tEN\tZH\nx\tvocational education\t职业教育\n"),
    ("a.txt", "source\ttarget\n职业教育\tvocational education\n"),
    ("a.tsv", "source\ttarget\nvocational education\t职业教育\n"),
    ("a.tsv", "zh\ten\nvocational education\t职业教育\n"),
    ("a.tsv", "zh-CN\ten-US\n职业教育\tvocational education\n"),
    ("a.tsv", "zh_Hans\tEN_GB\n职业教育\tvocational education\n"),
    ("a.csv", "中文,英文\n职业教育,vocational education\n"),
    ("a.csv", "原文;译文\n职业教育;vocational education\n"),
    ("a.csv", "﻿Chinese,English\r\n\"职业教育\",\"vocational education\"\r\n"),
    ("a.csv", "sep=,\nzh,en\n职业教育,vocational education\n"),
    ("a.csv", "sep=|\r\nzh|en\r\n职业教育|vocational education\r\n"),
    ("a.txt", "sep=\t\nzh\ten\n职业教育\tvocational education\n"),
    ("a.csv", "note,zh,en\nignored,职业教育,vocational education\n"),
]  # fmt: skip


def written(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


@pytest.mark.parametrize(("name", "content"), TABLES)
def test_tables_in_every_dress(tmp_path: Path, name: str, content: str) -> None:
    [unit] = read_bilingual(written(tmp_path, name, content))
    assert (unit.zh, unit.en) == PAIR


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    content = "zh\ten\n" + "加强师资队伍建设，提高教学质量。\tBuild the faculty.\n" * 5
    units = read_bilingual(written(tmp_path, "a.tsv", content.encode(encoding)))
    assert len(units) == 5 and units[0].zh == "加强师资队伍建设，提高教学质量。"


def test_ids_places_and_missing_targets(tmp_path: Path) -> None:
    path = written(tmp_path, "a.tsv", "id\tzh\ten\ns1\t第一\tfirst\n\n\t第二\n")
    first, second = read_bilingual(path)
    assert (first.id, second.id, second.en) == ("s1", "3", "")
    assert (second.places[0].line, second.places[0].document) == (4, str(path))


def test_tsv_knows_no_quoting_and_csv_does(tmp_path: Path) -> None:
    [tsv] = read_bilingual(written(tmp_path, "a.tsv", 'zh\ten\n"走出去”\t"going out\n'))
    assert (tsv.zh, tsv.en) == ('"走出去”', '"going out')
    [csv] = read_bilingual(written(tmp_path, "a.csv", 'zh,en\n走出去,"a ""b"", c\nd"\n'))
    assert csv.en == 'a "b", c\nd'


@pytest.mark.parametrize(("name", "mark"), [("a.csv", ","), ("a.tsv", "\t")])
def test_a_cell_kept_from_running_as_a_formula_is_freed(tmp_path: Path, name: str, mark: str) -> None:
    rows = [["zh", "en"], ["'-5%的学校", "'-5% of schools"], ["'n'学校", "'n' schools"]]
    content = "".join(mark.join(row) + "\n" for row in rows)
    units = read_bilingual(written(tmp_path, name, content))
    assert [(unit.zh, unit.en) for unit in units] == [
        ("-5%的学校", "-5% of schools"),
        ("'n'学校", "'n' schools"),
    ]


def test_a_line_is_counted_from_the_top_of_the_file(tmp_path: Path) -> None:
    [unit] = read_bilingual(written(tmp_path, "a.csv", "sep=;\nzh;en\n学校;school\n"))
    assert (unit.places[0].line, unit.places[0].block) == (3, 1)


def test_a_swapped_header_is_said(tmp_path: Path) -> None:
    [unit] = read_bilingual(written(tmp_path, "a.tsv", "zh\ten\nvocational education\t职业教育\n"))
    assert unit.notes and "other way round" in unit.notes[0]
    [plain] = read_bilingual(written(tmp_path, "b.tsv", "zh\ten\n职业教育\t职业教育\n"))
    assert (plain.zh, plain.en, plain.notes) == ("职业教育", "职业教育", ())


XLIFF_1 = """<?xml version="1.0"?><xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="f" source-language="{source}" target-language="{target}" datatype="plaintext"><body>
<trans-unit id="u1" approved="yes"><source>{left}</source><target>{right}</target>
<alt-trans><source>x</source><target>y</target></alt-trans></trans-unit>
<trans-unit id="u2"><source>{left}</source></trans-unit>
<trans-unit id="u3" translate="no"><source>{left}</source></trans-unit>
</body></file></xliff>"""
XLIFF_2 = """<xliff version="2.0" srcLang="zh-CN" trgLang="en-US"
 xmlns="urn:oasis:names:tc:xliff:document:2.0"><file id="f"><unit id="u">
<segment id="s1" state="final"><source>职业<pc id="1">教育</pc><ph id="2"/></source>
<target><mrk id="m" type="term">vocational</mrk> education</target></segment>
<ignorable><source> </source></ignorable>
<segment><source>学<cp hex="6821"/><cp hex="zz"/></source></segment></unit></file></xliff>"""
CODE_POINTS = """<xliff version="2.0" srcLang="zh" trgLang="en"><file><unit id="u"><segment>
<source>学<cp hex="{}"/></source></segment></unit></file></xliff>"""
SEGMENTED = """<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file source-language="zh-CN" target-language="en-US" original="f" datatype="x"><body>
<trans-unit id="t"><source>一。二。</source><seg-source>
<mrk mtype="seg" mid="1">职业<bpt id="1">&lt;b&gt;</bpt>教育<ept id="1">&lt;/b&gt;</ept></mrk>
<mrk mtype="seg" mid="2">二。</mrk></seg-source>
<target><mrk mtype="seg" mid="1"><g id="1">vocational</g> education<x id="2"/></mrk></target>
</trans-unit></body></file></xliff>"""


def test_xliff_1_in_both_directions(tmp_path: Path) -> None:
    forth = XLIFF_1.format(source="zh-CN", target="en-US", left=PAIR[0], right=PAIR[1])
    back = XLIFF_1.format(source="EN_us", target="ZH-cn", left=PAIR[1], right=PAIR[0])
    first, second = read_bilingual(written(tmp_path, "a.xlf", forth))
    assert (first.zh, first.en, first.id, first.status) == (*PAIR, "u1", "approved")
    assert (second.zh, second.en, second.id) == (PAIR[0], "", "u2")
    turned, empty = read_bilingual(written(tmp_path, "b.xliff", back))
    assert (turned.zh, turned.en) == PAIR and (empty.zh, empty.en) == ("", PAIR[1])


def test_xliff_2_and_segmented_xliff(tmp_path: Path) -> None:
    first, second = read_bilingual(written(tmp_path, "a.xlf", XLIFF_2))
    assert (first.zh, first.en, first.id, first.status) == (*PAIR, "u:s1", "approved")
    assert (second.zh, second.en, second.id) == ("学校\ufffd", "", "u:2")
    one, two = read_bilingual(written(tmp_path, "a.sdlxliff", SEGMENTED))
    assert (one.zh, one.en, one.id) == (*PAIR, "t:1") and (two.zh, two.en, two.id) == ("二。", "", "t:2")


@pytest.mark.parametrize("code", ["D800", "dfff", "110000", "-1", "F" * 40, ""])
def test_a_code_point_without_a_character_is_replaced(tmp_path: Path, code: str) -> None:
    [unit] = read_bilingual(written(tmp_path, "a.xlf", CODE_POINTS.format(code)))
    assert unit.zh == "学\ufffd"
    assert unit.zh.encode("utf-8")


def test_standard_input_is_sniffed(monkeypatch: pytest.MonkeyPatch) -> None:
    for content in ("zh\ten\n职业教育\tvocational education\n", "zh,en\n职业教育,vocational education\n",
                    XLIFF_1.format(source="zh", target="en", left=PAIR[0], right=PAIR[1])):  # fmt: skip
        stream = io.TextIOWrapper(io.BytesIO(content.encode("utf-8")))
        monkeypatch.setattr("sys.stdin", stream)
        unit = read_bilingual("-")[0]
        assert (unit.zh, unit.en) == PAIR


def test_tmx(tmp_path: Path) -> None:
    from vet_terms.memory.workspace_tmx import write_tmx
    from vet_terms.model import TranslationUnit

    write_tmx(tmp_path / "a.tmx", [TranslationUnit(*PAIR, id="1")], "vet-terms:test")
    [unit] = read_bilingual(tmp_path / "a.tmx")
    assert (unit.zh, unit.en) == PAIR


BOMB = """<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>
<xliff version="1.2"><file source-language="zh" target-language="en"><body>
<trans-unit id="1"><source>&b;</source></trans-unit></body></file></xliff>"""


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.tsv", "职业教育\tvocational education\n学校\tschool\n", "line 1: has no usable header"),
        ("a.tsv", "zh\ten\n", "no rows"),
        ("a.tsv", "", "is empty"),
        ("a.tsv", b"PK\x03\x04zip", "zip archive"),
        ("a.tsv", "en\tfr\nschool\técole\n", "another language pair"),
        ("a.tsv", "source\ttarget\nschool\técole\n", "no Chinese in either column"),
        ("a.tsv", "zh\ten\tzh-TW\n学校\tschool\t學校\n", "two columns are for zh"),
        ("a.tsv", "zh\ten\n学校\tschool\textra\n", "line 2: 'extra' stands beyond"),
        ("a.csv", 'zh,en\n学校,"school\n', "quotes do not close"),
        ("a.csv", "zh,en\n学校," + "school " * 20_000, "line 2: a cell has more than 131072 characters"),
        ("a.csv", "sep=,\n", "has no header line"),
        ("a.csv", "sep=,\n甲,a\n", "line 2: has no usable header"),
        ("a.csv", "zh,en\n学校,a school, and more\n", "beyond the last named column"),
        ("a.xlsx", b"PK\x03\x04", "is no workbook, or a damaged one"),
        ("a.docx", b"PK\x03\x04", "is no Word document, or a damaged one"),
        ("a.pptx", b"PK\x03\x04", "vet-terms align"),
        ("a.xlf", "<xliff version='1.2'><file>", "not well-formed XML"),
        ("a.xlf", "", "not well-formed XML"),
        ("a.xlf", "<html/>", "XML of another kind"),
        ("a.xlf", "<tmx version='1.4'/>", "is TMX"),
        ("a.xlf", XLIFF_1.format(source="en", target="fr", left="a", right="b"), "goes from en to fr"),
        ("a.xlf", "<xliff version='2.0' srcLang='zh' trgLang='en'/>", "no translation units"),
        ("a.xlf", BOMB, "declares XML entities"),
    ],
)
def test_bad_input_is_named(tmp_path: Path, name: str, content: str | bytes, said: str) -> None:
    path = written(tmp_path, name, content)
    with pytest.raises(InputError, match=said) as caught:
        read_bilingual(path)
    assert str(path) in str(caught.value)


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read_bilingual(tmp_path / "nothing.tsv")
