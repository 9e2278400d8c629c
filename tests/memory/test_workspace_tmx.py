from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from translate.storage.tmx import tmxfile

from vet_terms.errors import InputError
from vet_terms.memory.workspace_tmx import (
    chinese_code,
    is_as_written,
    read_tmx,
    tmx_bytes,
    unit_id,
    write_tmx,
)
from vet_terms.model import Place, TranslationUnit

UNITS = [
    TranslationUnit(
        "一、概况 & <其他>",
        "I. Overview & “others”",
        0.9,
        "heading",
        (Place("a.txt", 2, 1), Place("a.txt", 3, 1)),
    ),
    TranslationUnit(
        "学校\n很好。", "The school is good.", 0.5, notes=("see slide 2",), places=(Place("b:p.txt"),)
    ),
]


def with_ids(units: list[TranslationUnit]) -> list[TranslationUnit]:
    return [dataclasses.replace(unit, id=unit_id(unit)) for unit in units]


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    write_tmx(tmp_path / "a.tmx", UNITS, "sig")
    assert read_tmx(tmp_path / "a.tmx") == with_ids(UNITS)


xml_text = st.text(
    alphabet=st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), max_size=40
)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(xml_text, xml_text), min_size=1, max_size=4))
def test_any_text_survives(texts: list[tuple[str, str]]) -> None:
    import tempfile

    units = [TranslationUnit(zh, en) for zh, en in texts]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.tmx"
        write_tmx(path, units, "sig")
        assert read_tmx(path) == with_ids(units)


def test_characters_that_xml_cannot_hold_are_left_out(tmp_path: Path) -> None:
    write_tmx(tmp_path / "a.tmx", [TranslationUnit("学\x00校\x0b", "sch\ufffeool\ud800")], "sig")
    (unit,) = read_tmx(tmp_path / "a.tmx")
    assert (unit.zh, unit.en) == ("学校", "school")


def test_the_form_is_the_one_that_every_tool_reads() -> None:
    data = tmx_bytes(UNITS, "sig")
    root = etree.fromstring(data, etree.XMLParser(load_dtd=False, no_network=True))
    assert root.get("version") == "1.4"
    header = root[0]
    required = {"creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang", "datatype"}
    assert set(header.attrib) == required
    assert header.get("srclang") == "zh-CN"
    for unit in root.iter("tu"):
        names = [child.tag for child in unit]
        assert names == sorted(names, key=["note", "prop", "tuv"].index)
        assert [tuv.get("{http://www.w3.org/XML/1998/namespace}lang") for tuv in unit.iter("tuv")] == [
            "zh-CN",
            "en-US",
        ]
        assert all((prop.get("type") or "").startswith("x-") for prop in unit.iter("prop"))


def test_the_same_units_give_the_same_bytes() -> None:
    assert tmx_bytes(UNITS, "sig") == tmx_bytes(list(UNITS), "sig")


def test_translate_toolkit_reads_it(tmp_path: Path) -> None:
    write_tmx(tmp_path / "a.tmx", UNITS, "sig")
    with (tmp_path / "a.tmx").open("rb") as stream:
        store = tmxfile(stream, "zh-CN", "en-US")
    assert [(unit.source, unit.target) for unit in store.units] == [(unit.zh, unit.en) for unit in UNITS]


def test_traditional_chinese_gets_its_code(tmp_path: Path) -> None:
    assert b'xml:lang="zh-TW"' in tmx_bytes(UNITS, "sig", chinese_code([], "Hant"))
    assert chinese_code([], "Hans") == chinese_code([], "") == "zh-CN"
    assert chinese_code(["學校在網路上公布資訊。"], "Hant") == "zh-TW"
    assert chinese_code(["學校裏面有綫上課程，學生看着。"], "Hant") == "zh-HK"


def test_an_edited_file_is_told_from_one_as_written(tmp_path: Path) -> None:
    path = tmp_path / "a.tmx"
    write_tmx(path, UNITS, "sig")
    assert is_as_written(path)
    path.write_bytes(path.read_bytes().replace(b"is good", b"is very good"))
    assert not is_as_written(path)
    write_tmx(path, UNITS, "sig")
    path.write_bytes(path.read_bytes().replace(b"</header>", b"<note>keep me</note></header>"))
    assert not is_as_written(path)
    path.write_text("<tmx/>")
    assert not is_as_written(path)


FOREIGN = {
    "1.1 with lang and other codes": (
        (
            '<tmx version="1.1"><header/><body><tu><tuv lang="ZH_CN"><seg>学校</seg></tuv>'
            '<tuv lang="EN-GB"><seg>school</seg></tuv></tu></body></tmx>'
        ),
        [("学校", "school")],
    ),
    "a namespace and English first": (
        (
            '<tmx xmlns="http://www.lisa.org/tmx14"><body><tu><tuv xml:lang="en"><seg>school</seg></tuv>'
            '<tuv xml:lang="zh-Hans"><seg>学校</seg></tuv></tu></body></tmx>'
        ),
        [("学校", "school")],
    ),
    "inline codes are no text, marked text is": (
        (
            '<tmx><body><tu><tuv xml:lang="zh">'
            '<seg>点击<bpt i="1">&lt;b></bpt>保存<ept i="1">&lt;/b></ept><ph/>。</seg></tuv>'
            '<tuv xml:lang="en"><seg>Click <hi>Save</hi>.</seg></tuv></tu></body></tmx>'
        ),
        [("点击保存。", "Click Save.")],
    ),
    "units of other languages are passed over": (
        (
            "<tmx><body>"
            '<tu><tuv xml:lang="zh"><seg>甲</seg></tuv><tuv xml:lang="fr"><seg>a</seg></tuv></tu>'
            '<tu><tuv xml:lang="zh"><seg>乙</seg></tuv><tuv xml:lang="en"><seg>b</seg></tuv></tu>'
            "</body></tmx>"
        ),
        [("乙", "b")],
    ),
}


@pytest.mark.parametrize("name", FOREIGN)
def test_foreign_files_are_read(name: str, tmp_path: Path) -> None:
    text, pairs = FOREIGN[name]
    (tmp_path / "a.tmx").write_text(text, encoding="utf-8")
    assert [(unit.zh, unit.en) for unit in read_tmx(tmp_path / "a.tmx")] == pairs


BROKEN = {
    "cut off": ("<tmx>\n<body>\n<tu><tuv", "line 3: broken XML"),
    "no TMX": ("<html></html>", "no TMX"),
    "no XML": ("hello", "line 1: broken XML"),
    "nothing": ("", "is empty"),
    "other languages": (
        '<tmx><body><tu><tuv xml:lang="de"><seg>a</seg></tuv></tu></body></tmx>',
        r"no unit with both Chinese and English \(languages in it: de\)",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_files_are_named_with_the_line(name: str, tmp_path: Path) -> None:
    text, message = BROKEN[name]
    (tmp_path / "a.tmx").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=message):
        read_tmx(tmp_path / "a.tmx")


def test_no_entity_from_outside_and_no_bomb(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET")
    outside = (
        f'<!DOCTYPE tmx [<!ENTITY x SYSTEM "{secret.as_uri()}">]><tmx><body><tu>'
        '<tuv xml:lang="zh"><seg>学校&x;</seg></tuv><tuv xml:lang="en"><seg>school</seg></tuv></tu>'
        "</body></tmx>"
    )
    (tmp_path / "a.tmx").write_text(outside, encoding="utf-8")
    with pytest.raises(InputError, match="declares XML entities"):
        read_tmx(tmp_path / "a.tmx")
    lol = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<!DOCTYPE tmx [<!ENTITY l0 "lol">{lol}]>' + outside.partition("]>")[2].replace("&x;", "&l9;")
    (tmp_path / "b.tmx").write_text(bomb, encoding="utf-8")
    with pytest.raises(InputError, match=r"declares XML entities|broken XML"):
        read_tmx(tmp_path / "b.tmx")


def test_for_a_review_every_chinese_unit_counts_and_can_be_found(tmp_path: Path) -> None:
    path = tmp_path / "a.tmx"
    path.write_text(
        '<tmx><body><tu><tuv xml:lang="fr"><seg>a</seg></tuv><tuv xml:lang="zh"><seg>甲</seg></tuv></tu>'
        '<tu><tuv xml:lang="zh"><seg>乙</seg></tuv></tu>'
        '<tu tuid="x"><tuv xml:lang="zh"><seg>丙</seg></tuv><tuv xml:lang="en"><seg>c</seg></tuv></tu>'
        "</body></tmx>",
        encoding="utf-8",
    )
    units = read_tmx(path, for_review=True)
    assert [(unit.id, unit.zh, unit.en) for unit in units] == [("2", "乙", ""), ("x", "丙", "c")]
    assert [unit.places for unit in units] == [
        (Place(str(path), block=2, line=1),),
        (Place(str(path), block=3, line=1),),
    ]
