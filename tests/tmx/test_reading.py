"""What the reader gives of a TMX, whole or broken."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.tmx.generated import some_units, tmx_text

from vet_terms.errors import InputError
from vet_terms.tmx import parsing
from vet_terms.tmx.model import PLACEABLE, Element, TmxHeader, TmxUnit, Variant, texts_in_codes
from vet_terms.tmx.reading import TmxReader, open_tmx, read_tmx_bytes

LEVEL_2 = """<?xml version="1.0"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<!-- made by hand -->
<tmx version="1.4">
<header creationtool="x" srclang="*all*"><note>about</note><prop type="p">all</prop></header>
<body>
<tu tuid="1" own="kept">
  <note xml:lang="en">first <b>bold</b></note>
  <prop type="x-domain">law</prop>
  <tuv xml:lang="zh-CN" creationdate="20240101T000000Z"><prop type="x-own">1</prop>
    <seg>点击<bpt i="1" x="1">&lt;b title="<sub>提示</sub>"></bpt><hi type="ui">保存<ph/></hi><!-- c
    --><ept i="1"/>。</seg></tuv>
  <tuv lang="EN_us"><seg>Click <![CDATA[<Save>]]> &amp; go.</seg></tuv>
  <tuv xml:lang="EN-GB"><seg/></tuv>
</tu>

<tu><tuv xml:lang="fr"><seg>A</seg></tuv></tu>
</body></tmx>"""

PROMPT = Element("sub", (), ("提示",))
FIRST = TmxUnit(
    variants=(
        Variant(
            "zh-CN",
            (
                "点击",
                Element("bpt", (("i", "1"), ("x", "1")), ('<b title="', PROMPT, '">')),
                Element("hi", (("type", "ui"),), ("保存", Element("ph"))),
                Element("ept", (("i", "1"),)),
                "。",
            ),
            (("xml:lang", "zh-CN"), ("creationdate", "20240101T000000Z")),
            (Element("prop", (("type", "x-own"),), ("1",)),),
        ),
        Variant("EN_us", ("Click <Save> & go.",), (("lang", "EN_us"),)),
        Variant("EN-GB", (), (("xml:lang", "EN-GB"),)),
    ),
    attributes=(("tuid", "1"), ("own", "kept")),
    remarks=(
        Element("note", (("xml:lang", "en"),), ("first ", Element("b", (), ("bold",)))),
        Element("prop", (("type", "x-domain"),), ("law",)),
    ),
)


def test_nothing_of_a_unit_is_missing() -> None:
    reader = read_tmx_bytes(LEVEL_2.encode(), "a.tmx")
    assert reader.header == TmxHeader(
        (("creationtool", "x"), ("srclang", "*all*")),
        (Element("note", (), ("about",)), Element("prop", (("type", "p"),), ("all",))),
        "tmx",
        (("version", "1.4"),),
    )
    first, second = reader
    assert first == FIRST
    assert second == TmxUnit((Variant("fr", ("A",), (("xml:lang", "fr"),)),))


def test_what_a_unit_says_of_itself() -> None:
    zh, en, _ = FIRST.variants
    assert (zh.text, zh.plain) == (f"点击{PLACEABLE}保存{PLACEABLE}{PLACEABLE}。", "点击保存。")
    assert (en.text, en.plain) == ("Click <Save> & go.", "Click <Save> & go.")
    assert list(texts_in_codes(zh.content)) == ["提示"]
    assert (FIRST.notes, FIRST.properties) == (("first bold",), (("x-domain", "law"),))
    assert (FIRST.attribute("own"), FIRST.attribute("none")) == ("kept", "")


def test_the_line_is_that_of_the_unit() -> None:
    reader = read_tmx_bytes(LEVEL_2.encode(), "a.tmx")
    assert [(reader.line, unit.attribute("tuid")) for unit in reader] == [(7, "1"), (17, "")]


def test_lines_and_units_do_not_depend_on_blocks() -> None:
    data = tmx_text(some_units(40)).encode()
    whole = read_tmx_bytes(data, "a.tmx")
    expected = [(whole.line, unit) for unit in whole]
    assert [line for line, _ in expected] == list(range(2, 42))
    for size in (1, 7, 100):
        reader = TmxReader((data[at : at + size] for at in range(0, len(data), size)), "a.tmx")
        assert [(reader.line, unit) for unit in reader] == expected


ONE = TmxUnit((Variant("zh", ("甲",), (("lang", "zh"),)),))
TU = '<tu><tuv lang="zh"><seg>甲</seg></tuv></tu>'
SHAPES = {
    "default namespace": f'<tmx xmlns="urn:x"><header/><body>{TU}</body></tmx>',
    "prefix": (
        '<t:tmx xmlns:t="urn:x"><t:header/><t:body>'
        '<t:tu><t:tuv lang="zh"><t:seg>甲</t:seg></t:tuv></t:tu></t:body></t:tmx>'
    ),
    "no header": f"<tmx><body>{TU}</body></tmx>",
    "groups": f"<tmx><body><g><g>{TU}</g></g></body></tmx>",
    "stray text": '<tmx>a<body>b<tu>c<tuv lang="zh">d<seg>甲</seg>e</tuv>f</tu></body></tmx>',
    "instructions": f"<?a b?><tmx><?a?><body>{TU.replace('<seg>', '<?a?><seg><?a?>')}<?a?></body></tmx>",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_files_of_any_shape(shape: str) -> None:
    assert list(read_tmx_bytes(SHAPES[shape].encode(), "a.tmx")) == [ONE]


def test_a_second_segment_and_two_ids_are_kept() -> None:
    data = (
        '<tmx><body><tu xml:id="a"><tuv><seg>x</seg><seg>y</seg></tuv></tu>'
        '<tu xml:id="a"><tuv/></tu></body></tmx>'
    )
    first, second = read_tmx_bytes(data.encode(), "a.tmx")
    assert first.variants == (Variant("", ("x",), (), (Element("seg", (), ("y",)),)),)
    assert (second.attribute("xml:id"), second.variants) == ("a", (Variant(""),))


def test_names_of_a_dtd_that_is_not_loaded() -> None:
    text = tmx_text(some_units(1), '<!DOCTYPE tmx SYSTEM "tmx14.dtd">').replace(
        "school 1", "a&nbsp;b &product;&notit;"
    )
    (unit,) = read_tmx_bytes(text.encode(), "a.tmx")
    assert unit.variants[1].text == "a\xa0b &product;&notit;"


BROKEN: dict[str, tuple[str | bytes, str, int]] = {
    "cut off": (tmx_text(some_units(3))[:-40], "line 4: broken XML (it breaks off)", 2),
    "cut in a character": (tmx_text(some_units(1)).encode()[:107], "line 2: broken XML (it breaks off)", 0),
    "mismatched": (tmx_text(some_units(3) + "<tu></tuv>"), "line 5: broken XML (mismatched tag)", 3),
    "after the end": (tmx_text(some_units(3)) + "x", "line 6: broken XML (junk after document element)", 3),
    "bad bytes": (
        tmx_text(some_units(3)).encode().replace("第3所学校".encode(), "第3所学校".encode("gbk")),
        "line 4: broken XML (not well-formed (invalid token); it has bytes that are no UTF-8)",
        2,
    ),
    "NUL": (tmx_text(some_units(2) + "\0"), "line 4: broken XML (not well-formed (invalid token))", 2),
    "too deep": (
        tmx_text(some_units(1) + "<tu><tuv><seg>" + "<hi>" * 300),
        "line 3: broken XML (more than 256 elements in each other)",
        1,
    ),
    "groups too deep": (
        "<tmx>" + "<g>" * 300,
        "line 1: broken XML (more than 256 elements in each other)",
        0,
    ),
    "declared otherwise": (
        tmx_text(some_units(3), '<?xml version="1.0" encoding="GBK"?>')
        .encode("gbk")
        .replace("第3".encode("gbk"), b"\xff\xff"),
        "line 4: it has bytes that are no gb18030",
        2,
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_gives_the_whole_units_before(name: str, tmp_path: Path) -> None:
    text, said, whole = BROKEN[name]
    path = tmp_path / "a.tmx"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(InputError) as caught, open_tmx(path, recover=False) as reader:
        list(reader)
    taken = {0: "", 1: ", or take the whole unit before that with --recover"}.get(
        whole, f", or take the {whole} whole units before that with --recover"
    )
    assert str(caught.value) == f"{path}: {said}; export it again{taken}"
    if whole:
        with open_tmx(path, recover=True) as reader:
            assert [unit.attribute("tuid") for unit in reader] == [str(n) for n in range(1, whole + 1)]
            assert reader.broken == said
    else:
        with pytest.raises(InputError), open_tmx(path, recover=True) as reader:
            list(reader)


def test_a_whole_file_is_not_broken(tmp_path: Path) -> None:
    (tmp_path / "a.tmx").write_text(tmx_text(some_units(2)), "utf-8")
    with open_tmx(tmp_path / "a.tmx", recover=True) as reader:
        assert len(list(reader)) == 2
        assert (reader.broken, list(reader)) == ("", [])


REFUSED = {
    "empty": ("", "is empty; there is nothing to read in it"),
    "blank": (" \n\n", "is empty; there is nothing to read in it"),
    "no XML": ("hello", "line 1: broken XML (syntax error) before any TMX begins; give a .tmx file"),
    "a comment alone": (
        "<!-- x",
        "line 1: broken XML (it breaks off) before any TMX begins; give a .tmx file",
    ),
    "another root": ("<html/>", "is XML but no TMX (its root is <html>); give a .tmx file"),
    "no unit": (tmx_text(""), "has no text to translate: it is a TMX without a unit"),
    "an entity": (
        tmx_text(some_units(1), '<!DOCTYPE tmx [<!ENTITY a "b">]>'),
        "declares XML entities, which are not read; export it without them",
    ),
    "a parameter entity": (
        tmx_text(some_units(1), '<!DOCTYPE tmx [<!ENTITY % a SYSTEM "file:///etc/hosts"> %a;]>'),
        "declares XML entities, which are not read; export it without them",
    ),
    "an unknown encoding": (
        tmx_text(some_units(1), '<?xml version="1.0" encoding="klingon"?>'),
        "is in klingon, which is no known encoding; export it in UTF-8",
    ),
    "no encoding of text": (
        tmx_text(some_units(1), '<?xml version="1.0" encoding="punycode"?>'),
        "is in punycode, which is no known encoding; export it in UTF-8",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
@pytest.mark.parametrize("recover", [False, True])
def test_what_is_refused_is_said_in_a_sentence(name: str, recover: bool, tmp_path: Path) -> None:
    text, said = REFUSED[name]
    (tmp_path / "a.tmx").write_text(text, "utf-8")
    with pytest.raises(InputError) as caught, open_tmx(tmp_path / "a.tmx", recover=recover) as reader:
        list(reader)
    assert str(caught.value) == f"{tmp_path / 'a.tmx'}: {said}"


def test_where_there_is_no_choice_none_is_named() -> None:
    with pytest.raises(InputError, match=r"mismatched tag.; export it again$"):
        list(read_tmx_bytes(tmx_text(some_units(1) + "</tu>").encode(), "a.tmx"))


@pytest.mark.parametrize("inside", ["<seg>{}</seg>", "<prop>{}</prop>", "<!--{}-->", '<seg x="{}"/>'])
def test_a_unit_has_bounds(inside: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsing, "LARGEST_UNIT", 1_000_000)
    text = tmx_text(some_units(3) + f"<tu><tuv>{inside.format('长' * 400_000)}</tuv></tu>")
    with pytest.raises(InputError, match=r"^a.tmx: line 5: 1 million characters without the end of a unit"):
        list(read_tmx_bytes(text.encode(), "a.tmx"))
    many = tmx_text(some_units(20_000))
    assert len(many) > 1_000_000
    assert len(list(read_tmx_bytes(many.encode(), "a.tmx"))) == 20_000


def test_a_unit_has_so_many_variants(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsing, "MOST_VARIANTS", 2)
    assert len(list(read_tmx_bytes(tmx_text(some_units(3)).encode(), "a.tmx"))) == 3
    text = tmx_text(some_units(1) + "<tu>" + "<tuv/>" * 3 + "</tu>")
    with pytest.raises(InputError, match=r"^a.tmx: line 3: a unit with 3 variants, more than 2; cut it"):
        list(read_tmx_bytes(text.encode(), "a.tmx"))


def test_attributes_of_a_dtd_are_not_the_files() -> None:
    text = tmx_text(some_units(1), '<!DOCTYPE tmx [<!ATTLIST tu own CDATA "given">]>')
    (unit,) = read_tmx_bytes(text.encode(), "a.tmx")
    assert unit.attributes == (("tuid", "1"),)


def test_an_entity_between_elements_gets_into_no_text() -> None:
    text = (
        '<!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4"><header/><body>&nbsp;<tu>&eacute;'
        '<tuv xml:lang="en">&uuml;<seg>caf&eacute;</seg>&amp;</tuv></tu></body></tmx>'
    )
    (unit,) = read_tmx_bytes(text.encode(), "a.tmx")
    assert unit.variants[0].text == "café"
