"""XLIFF, PO and TMX read as documents: what stands in them, in which order, and what is left out."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest
from benchmarks.scoring import DECK_KEY, pairs_of, read_key, strict
from tests.documents.bilingual.bilingual_files import (
    PO_HEADER,
    po,
    tmx,
    tmx_of,
    xliff_1,
    xliff_1_of,
    xliff_2,
    xliff_2_of,
)
from tests.documents.mutations import mutants

from vet_terms.alignment.aligner import align_document
from vet_terms.documents.bilingual.translation_files import read_po, read_tmx_document, read_xliff
from vet_terms.documents.source import Source
from vet_terms.errors import InputError
from vet_terms.model import Document

Read = Callable[[Source], Document]
PAIRS = [
    ("学校有一百名教师。", "The school has one hundred teachers."),
    ("加强职业教育", "Strengthen vocational education"),
    ("GDP增长", "GDP growth"),
]
FORMATS = [(xliff_1, read_xliff), (xliff_2, read_xliff), (tmx, read_tmx_document), (po, read_po)]


def texts(document: Document) -> list[tuple[str, str]]:
    return [(block.language, block.text) for block in document.blocks]


def left_out(document: Document) -> list[tuple[str, str]]:
    return [(each.text, each.reason) for each in document.dropped]


def read(reader: Read, data: bytes, encoding: str = "") -> Document:
    return reader(Source(data, "a.file", encoding))


@pytest.mark.parametrize(("write", "reader"), FORMATS)
def test_each_unit_is_two_cells_of_one_line(write: Callable[..., bytes], reader: Read) -> None:
    document = read(reader, write(PAIRS))
    assert texts(document) == [text for zh, en in PAIRS for text in (("zh", zh), ("en", en))]
    assert {block.role for block in document.blocks} == {"cell"}
    start = 2 if write is po else 1
    expected = [(start + number // 2, f"unit{start + number // 2}") for number in range(6)]
    assert [(block.place.line, block.place.spot) for block in document.blocks] == expected
    assert [str(block.place) for block in document.blocks[:1]] == [f"a.file:b1:unit{start}"]
    assert (document.encoding, document.script, document.notes) == ("utf-8", "Hans", ())


@pytest.mark.parametrize(("write", "reader"), FORMATS)
def test_the_source_stands_first(write: Callable[..., bytes], reader: Read) -> None:
    turned = [(en, zh) for zh, en in PAIRS]
    codes = () if write is po else ("en-GB", "zh-TW")
    document = read(reader, write(turned, *codes))
    assert texts(document) == [text for en, zh in turned for text in (("en", en), ("zh", zh))]


def test_the_language_is_what_the_file_says() -> None:
    document = read(read_xliff, xliff_1([("GDP", "gross domestic product"), ("礼堂", "Renai Hall 仁爱礼堂")]))
    assert [language for language, _ in texts(document)] == ["zh", "en", "zh", "en"]


def test_a_target_that_repeats_the_source_is_no_translation() -> None:
    document = read(read_xliff, xliff_1([("Microsoft Word", "Microsoft Word"), ("学校", "学校")]))
    assert texts(document) == [("en", "Microsoft Word"), ("zh", "学校")]
    assert left_out(document) == [("Microsoft Word", "same as the source"), ("学校", "same as the source")]


@pytest.mark.parametrize(("write", "reader"), FORMATS)
def test_one_language_alone_is_one_side(write: Callable[..., bytes], reader: Read) -> None:
    document = read(reader, write([(zh, "") for zh, _ in PAIRS]))
    assert texts(document) == [("zh", zh) for zh, _ in PAIRS]


@pytest.mark.parametrize(("write", "reader"), FORMATS)
def test_the_files_own_pairs_are_kept(write: Callable[..., bytes], reader: Read) -> None:
    rows = [row.split("\t")[2:] for row in DECK_KEY.read_text("utf-8").splitlines()[1:]]
    document = read(reader, write([(zh, en) if zh or write is not po else (en, "") for zh, en in rows]))
    alignment = align_document(document)
    assert alignment.layout == "columns"
    assert strict(read_key().pairs, pairs_of(alignment.units)).f1 >= 0.97
    assert not alignment.zh_only


@pytest.mark.parametrize(("write", "reader"), FORMATS)
def test_lines_of_a_unit_pair_where_each_is_whole(write: Callable[..., bytes], reader: Read) -> None:
    whole = read(reader, write([("第一章 总则\n第二章 学校", "Chapter 1 General\nChapter 2 Schools")]))
    assert [text for _, text in texts(whole)] == [
        "第一章 总则",
        "Chapter 1 General",
        "第二章 学校",
        "Chapter 2 Schools",
    ]
    wrapped = read(reader, write([("学校的教\n师很好", "The teachers of\nthe school are good")]))
    assert [text for _, text in texts(wrapped)] == ["学校的教师很好", "The teachers of the school are good"]


INLINE_1 = """<trans-unit id="1"><source>职业<g id="1">教<x id="2"/>育</g><bpt id="3">&lt;a
alt="<sub>图片</sub>"&gt;</bpt>很好<ept id="3">&lt;/a&gt;</ept></source>
<target><mrk mtype="term">Vocational</mrk> <it id="4" pos="open">[b]</it>education
</target><alt-trans><source>旧</source><target>old</target></alt-trans><note>a note</note></trans-unit>
<trans-unit id="2" translate="no"><source>代码</source><target>code</target></trans-unit>
<trans-unit id="3"><source>甲说。乙说。</source><seg-source>
<g id="1"><mrk mtype="seg" mid="1">甲说。</mrk>（空）
<mrk mtype="seg" mid="2">乙说。</mrk></g></seg-source><target><mrk mtype="seg" mid="1">A speaks.</mrk>
<mrk mtype="seg" mid="2">B <!-- b -->speaks.</mrk>
<mrk mtype="seg" mid="9">Nobody speaks.</mrk></target></trans-unit>"""


def test_xliff_1_inline_codes_and_segments() -> None:
    document = read(read_xliff, xliff_1_of(INLINE_1))
    assert texts(document) == [
        ("zh", "职业教育很好"),
        ("en", "Vocational education"),
        ("zh", "甲说。"),
        ("en", "A speaks."),
        ("zh", "乙说。"),
        ("en", "B speaks."),
    ]
    assert left_out(document) == [
        ("图片", "text inside a code"),
        ("代码", 'translate="no"'),
        ("code", 'translate="no"'),
        ("（空）", "between segments"),
        ("Nobody speaks.", "translation of no segment"),
    ]
    assert [block.place.spot for block in document.blocks[2:]] == ["unit3", "unit3", "unit4", "unit4"]


INLINE_2 = """<unit id="u"><originalData><data id="d">&lt;b&gt;</data></originalData>
<notes><note>x</note></notes>
<segment id="1"><source>职业<pc id="1">教育</pc><ph id="2"/></source>
<target>vocational<cp hex="0041"/> education</target>
</segment><ignorable><source> ● </source></ignorable>
<segment id="2" state="final"><source>学校</source></segment></unit>
<unit id="v" translate="no"><segment><source>代码</source></segment></unit>"""


def test_xliff_2_segments() -> None:
    document = read(read_xliff, xliff_2_of(INLINE_2))
    assert texts(document) == [("zh", "职业教育"), ("en", "vocationalA education"), ("zh", "学校")]
    assert left_out(document) == [("●", "between segments"), ("代码", 'translate="no"')]


SDLXLIFF = """<trans-unit id="a"><source>学校</source>
<seg-source><mrk mtype="seg" mid="1">学校</mrk></seg-source>
<target><mrk mtype="seg" mid="1">School</mrk></target>
<sdl:seg-defs xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0">
<sdl:seg id="1" conf="Translated"><sdl:value key="x">secret</sdl:value></sdl:seg></sdl:seg-defs></trans-unit>
<group><trans-unit id="b" mq:status="Edited" xmlns:mq="MQXliff"><source xml:space="preserve">老师</source>
<target xml:space="preserve">Teacher</target>
<mq:insertedmatch><source>师</source></mq:insertedmatch></trans-unit></group>"""


def test_the_dialects_of_cat_tools() -> None:
    document = read(read_xliff, xliff_1_of(SDLXLIFF))
    assert [text for _, text in texts(document)] == ["学校", "School", "老师", "Teacher"]


TMX_UNITS = """<tu tuid="1"><note>a note</note><prop type="p">a prop</prop><tuv lang="EN_gb">
<seg>The <bpt i="1">&lt;b
title="<sub>big</sub>"&gt;</bpt><hi>School</hi><ept i="1">&lt;/b&gt;</ept><ph>{0}</ph><ut>{1}</ut></seg></tuv>
<tuv xml:lang="fr-FR"><seg>L’école</seg></tuv>
<tuv xml:lang="zh-Hant"><seg>學校<it pos="begin">[i]</it></seg></tuv>
<tuv xml:lang="zh-CN"><seg>学校</seg></tuv></tu><tu><tuv xml:lang="zh-CN"><seg/></tuv></tu>
<tu><tuv xml:lang="en"><seg>Only&nbsp;English &product;</seg></tuv></tu>"""


def test_tmx_codes_languages_and_variants() -> None:
    document = read(read_tmx_document, tmx_of(TMX_UNITS))
    assert texts(document) == [("zh", "学校"), ("en", "The School"), ("en", "Only English &product;")]
    assert sorted(left_out(document)) == [
        ("L’école", "in fr-FR"),
        ("big", "text inside a code"),
        ("學校", "further variant in zh-Hant"),
    ]
    assert [block.place.line for block in document.blocks] == [1, 1, 2]


PO_ENTRIES = """# a comment
#. extracted
#: file.c:3
#, fuzzy
msgctxt "menu"
msgid "%d school"
msgid_plural "%d schools"
msgstr[0] "%d 所学校"

msgid ""
"the "
"teacher"
msgstr "老师"

#~ msgid "old"
#~ msgstr "旧的"
"""


def test_po_plurals_and_what_is_no_text() -> None:
    document = read(read_po, (PO_HEADER + PO_ENTRIES).encode())
    assert texts(document) == [
        ("en", "%d school"),
        ("zh", "%d 所学校"),
        ("en", "%d schools"),
        ("zh", "%d 所学校"),
        ("en", "the teacher"),
        ("zh", "老师"),
    ]
    assert left_out(document) == [
        ("Content-Type: text/plain; charset=UTF-8", "header"),
        ("old", "obsolete entry"),
        ("旧的", "obsolete entry"),
    ]
    assert document.notes == ("1 fuzzy entries: their translations may be those of other texts",)


def test_further_plural_forms_are_dropped() -> None:
    entry = (
        'msgid "校"\nmsgid_plural "校们"\nmsgstr[0] "school"\nmsgstr[1] "few schools"\nmsgstr[2] "schools"\n'
    )
    document = read(read_po, (PO_HEADER + entry).encode())
    assert [text for _, text in texts(document)] == ["校", "school", "校们", "schools"]
    assert ("few schools", "further plural form") in left_out(document)


ENCODINGS = [("utf-16", "UTF-16"), ("utf-16-le", "UTF-16"), ("gb18030", "gb18030"), ("utf-8-sig", "UTF-8")]


@pytest.mark.parametrize(("encoding", "declared"), ENCODINGS)
@pytest.mark.parametrize(("write", "reader"), FORMATS[:3])
def test_encodings_of_xml(write: Callable[..., bytes], reader: Read, encoding: str, declared: str) -> None:
    text = write(PAIRS).decode()
    text = text[text.index("?>") + 2 :] if text.startswith("<?xml") else text
    text = f'<?xml version="1.0" encoding="{declared}"?>{text}'
    expected = [text for pair in PAIRS for text in pair]
    for forced in ("", encoding):
        assert [text for _, text in texts(read(reader, text.encode(encoding), forced))] == expected


def test_a_forced_encoding_overrules_the_declared_one() -> None:
    data = xliff_1(PAIRS).decode().encode("gb18030")
    with pytest.raises(InputError, match="not well-formed"):
        read(read_xliff, data)
    document = read(read_xliff, data, "gb18030")
    assert texts(document)[0] == ("zh", PAIRS[0][0])
    assert (document.encoding, document.notes) == ("gb18030", ("read as gb18030",))


def test_encodings_of_po() -> None:
    entry = 'msgid "学校"\nmsgstr "school"\n'
    expected = [("zh", "学校"), ("en", "school")]
    for said in ("GB18030", "UTF-8", "CHARSET"):
        text = PO_HEADER.replace("UTF-8", said) + entry
        assert (
            texts(read(read_po, text.encode("gb18030"), "" if said == "GB18030" else "gb18030")) == expected
        )
        assert texts(read(read_po, text.encode("utf-8-sig"))) == expected
        assert texts(read(read_po, text.encode("utf-8"), "utf-8")) == expected
        assert texts(read(read_po, text.replace("\n", "\r\n").encode("utf-16"))) == expected


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
XXE = '<!DOCTYPE x [<!ENTITY i SYSTEM "file://{path}">'
PARAMETER = '<!DOCTYPE x [<!ENTITY % p SYSTEM "file://{path}"> %p; <!ENTITY i "x">'


@pytest.mark.parametrize("prologue", [BOMB, XXE, PARAMETER], ids=["bomb", "external", "parameter"])
@pytest.mark.parametrize(("write", "reader"), FORMATS[:3])
def test_entities_are_never_resolved(
    write: Callable[..., bytes], reader: Read, prologue: str, tmp_path: Path
) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("a secret", "utf-8")
    body = write([("学校INSERT", "school")]).decode().replace("INSERT", "&i;")
    body = body[body.rindex("<xliff" if "<xliff" in body else "<tmx") :]
    with pytest.raises(InputError, match=r"a\.file"):
        read(reader, (prologue.replace("{path}", str(secret)) + "]>" + body).encode())


DEEP = "<g id='1'>" * 10_000 + "学校" + "</g>" * 10_000
BAD: list[tuple[Read, bytes, str]] = [
    (read_xliff, xliff_1(PAIRS, "fr", "de"), "goes from fr to de; only Chinese with English"),
    (read_xliff, xliff_1(PAIRS, "en", "fr"), "goes from en to fr"),
    (read_xliff, xliff_2(PAIRS, "fr", "de"), "goes from fr to de"),
    (read_xliff, xliff_1([]), "has no text to translate"),
    (read_xliff, xliff_1(PAIRS)[:-20], "is not well-formed XML"),
    (read_xliff, xliff_1_of(f"<trans-unit><source>{DEEP}</source></trans-unit>"), "more in one element"),
    (read_xliff, xliff_1([("学\0校", "x")]), "is not well-formed XML"),
    (read_xliff, xliff_1_of("<trans-unit><source>&#xD800;</source></trans-unit>"), "is not well-formed XML"),
    (read_xliff, xliff_1([("学X校", "x")]).replace(b"X", b"\xed\xa0\x80"), "is not well-formed XML"),
    (read_xliff, tmx(PAIRS), "is TMX; save it with the ending .tmx"),
    (read_xliff, b"<html/>", "XML of another kind"),
    (read_xliff, b"plain", "is not well-formed XML"),
    (read_xliff, b"", "is empty"),
    (read_xliff, gzip.compress(xliff_1(PAIRS)), "is a gzip archive under another name"),
    (read_tmx_document, tmx(PAIRS, "fr", "de"), "holds de, fr, and not both Chinese and English"),
    (read_tmx_document, tmx(PAIRS, "en", "fr"), "holds en, fr, and not both"),
    (read_tmx_document, tmx([]), "has no text to translate"),
    (read_tmx_document, tmx(PAIRS)[:-30], "broken XML"),
    (read_tmx_document, xliff_1(PAIRS), "is XML but no TMX"),
    (read_tmx_document, tmx_of(f"<tu><tuv lang='zh'><seg>{DEEP}</seg></tuv></tu>"), "broken XML"),
    (read_tmx_document, tmx([("学\0校", "x")]), "broken XML"),
    (read_tmx_document, gzip.compress(tmx(PAIRS)), "is a gzip archive"),
    (read_po, po([("Schule", "école")]), "both sides are without Chinese"),
    (read_po, po([]), "has no text to translate"),
    (read_po, b'msgid "a', "no readable PO|no text"),
    (read_po, b'"' * 100_000, "is no readable PO file .{0,120}$"),
    (read_po, PO_HEADER.replace("UTF-8", "klingon").encode() + 'msgid "学"\n'.encode("gbk"), "no known enc"),
    (read_po, PO_HEADER.replace("UTF-8", "punycode").encode() + b"x" * 10**6, "punycode is no charset"),
    (read_po, b"\0\1" * 500, "binary"),
    (read_po, gzip.compress(po(PAIRS)), "is a gzip archive"),
    (read_po, b"", "is empty"),
    (read_po, b'#, fuzzy\nmsgid "a"\nmsgid_plural "b"\nmsgstr "c"\n', r"no readable PO file \(broken\)"),
]


@pytest.mark.parametrize(("reader", "data", "said"), BAD)
def test_what_cannot_be_read_is_said(reader: Read, data: bytes, said: str) -> None:
    with pytest.raises(InputError, match=said) as caught:
        read(reader, data)
    assert str(caught.value).startswith("a.file")
    assert len(str(caught.value)) < 300


@pytest.mark.parametrize(("reader", "data"), [(read_xliff, xliff_1(PAIRS)), (read_po, po(PAIRS))])
def test_an_unknown_encoding_is_said(reader: Read, data: bytes) -> None:
    with pytest.raises(InputError, match="klingon is no known encoding"):
        read(reader, data, "klingon")


def test_marks_of_direction_are_no_text() -> None:
    document = read(read_xliff, xliff_1([("\u200f学校\u202e", "\u202bschool\u202c")]))
    assert [text for _, text in texts(document)] == ["学校", "school"]


@pytest.mark.parametrize(
    ("reader", "data"),
    [
        (read_xliff, xliff_1_of(INLINE_1)),
        (read_xliff, xliff_2_of(INLINE_2)),
        (read_tmx_document, tmx_of(TMX_UNITS)),
        (read_po, (PO_HEADER + PO_ENTRIES).encode()),
    ],
    ids=["xliff 1", "xliff 2", "tmx", "po"],
)
def test_a_damaged_file_is_read_or_refused(reader: Read, data: bytes) -> None:
    for mutant in mutants(data, 150):
        try:
            document = read(reader, mutant)
        except InputError as error:
            assert str(error).startswith("a.file")
        else:
            assert all(block.text.strip() for block in document.blocks)


def test_what_a_reviser_deleted_in_trados_is_no_text() -> None:
    target = (
        '<mrk mtype="seg" mid="1">The <mrk mtype="x-sdl-deleted" sdl:revid="1">pupils</mrk>'
        '<mrk mtype="x-sdl-added" sdl:revid="2">students</mrk> are '
        '<mrk mtype="x-sdl-comment" sdl:cid="3">here</mrk>.</mrk>'
    )
    data = (
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:sdl="x"><file '
        'source-language="zh-CN" target-language="en-US"><body><trans-unit id="1"><source>学生在此。</source>'
        '<seg-source><mrk mtype="seg" mid="1">学生在此。</mrk></seg-source>'
        f"<target>{target}</target></trans-unit></body></file></xliff>"
    )
    document = read(read_xliff, data.encode())
    assert texts(document) == [("zh", "学生在此。"), ("en", "The students are here.")]
    assert left_out(document) == [("pupils", "deleted in a revision")]


@pytest.mark.parametrize("read", [read_xliff, read_tmx_document])
@pytest.mark.parametrize("end", [b"\0", b"<!--\nno end"])
def test_what_the_parser_says_is_one_sentence(read: Callable[[Source], Document], end: bytes) -> None:
    data = b'<?xml version="1.0"?><xliff version="1.2"><file>' + end
    with pytest.raises(InputError, match=r"^a(?:, line \d)?: ") as caught:
        read(Source(data, "a"))
    assert "\n" not in str(caught.value)
