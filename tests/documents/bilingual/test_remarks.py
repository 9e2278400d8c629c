"""What people wrote of a segment in its file: notes, comments, flags."""

from __future__ import annotations

import pytest
from tests.documents.bilingual.bilingual_files import PO_HEADER, xliff_1_of, xliff_2_of

from vet_terms.documents.bilingual.entries import Entry
from vet_terms.documents.bilingual.po import po_entries
from vet_terms.documents.bilingual.xliff import xliff_entries, xml_root

NOTES_1 = """<trans-unit id="1"><source>甲。乙。</source><seg-source><mrk mtype="seg" mid="1">甲。</mrk>
<mrk mtype="seg" mid="2">乙。</mrk></seg-source><target><mrk mtype="seg" mid="1">A.</mrk></target>
<note from="li">first <!-- no --> note</note><note>second</note>
<alt-trans><source>x</source><note>of another</note></alt-trans></trans-unit>
<trans-unit id="2"><source>丙</source><note> </note></trans-unit>"""
MEMOQ = """<trans-unit id="1"><source>甲</source><target>a</target><note>said twice</note>
<mq:comments xmlns:mq="MQXliff"><mq:comment deleted="false">said twice</mq:comment>
<mq:comment deleted="true">taken back</mq:comment><mq:comment>once</mq:comment></mq:comments></trans-unit>"""
NOTES_2 = """<unit id="u"><notes><note id="n1">whole</note></notes>
<segment><source>甲<mrk id="m" type="comment" value="of the first">乙</mrk></source></segment>
<segment><source>丙<mrk id="t" type="term" value="none">丁</mrk></source></segment></unit>"""
TRADOS = """<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"
 xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0">
<doc-info xmlns="http://sdl.com/FileTypes/SdlXliff/1.0"><cmt-defs><cmt-def id="c1"><Comments xmlns="">
<Comment severity="Low" user="u">look again</Comment><Comment user="v">done</Comment></Comments></cmt-def>
</cmt-defs></doc-info><file source-language="zh-CN" target-language="en-US" original="f" datatype="x"><body>
<trans-unit id="1"><source>甲。乙。丙。</source><seg-source><mrk mtype="seg" mid="1">甲。</mrk>
<mrk mtype="seg" mid="2">乙。</mrk><mrk mtype="seg" mid="3">丙。</mrk></seg-source>
<target><mrk mtype="seg" mid="1">A.</mrk>
<mrk mtype="seg" mid="2"><mrk mtype="x-sdl-comment" sdl:cid="c1">B.</mrk></mrk>
<mrk mtype="x-sdl-comment" sdl:cid="c1"><mrk mtype="seg" mid="3">C.</mrk></mrk></target></trans-unit>
</body></file></xliff>"""

COMMENTS_OF_TRADOS = ("look again", "done")


def entries(data: bytes) -> list[Entry]:
    return list(xliff_entries(xml_root(data, "a.xlf"), "a.xlf"))


@pytest.mark.parametrize(
    ("data", "remarks"),
    [
        (xliff_1_of(NOTES_1), [("first  note", "second"), ("first  note", "second"), ()]),
        (xliff_1_of(MEMOQ), [("said twice", "once")]),
        (xliff_2_of(NOTES_2), [("whole", "of the first"), ("whole",)]),
        (TRADOS.encode(), [(), COMMENTS_OF_TRADOS, COMMENTS_OF_TRADOS]),
    ],
)
def test_remarks_of_xliff(data: bytes, remarks: list[tuple[str, ...]]) -> None:
    assert [entry.remarks for entry in entries(data)] == remarks


def test_lines_of_xliff() -> None:
    units = '<trans-unit id="1"><source>甲</source></trans-unit>\n\n<trans-unit id="2"><source>乙</source>'
    assert [entry.line for entry in entries(xliff_1_of(units + "</trans-unit>"))] == [3, 5]


PO = (
    PO_HEADER
    + "# by a person\n#  vet-terms: ignore terms\n#. of the program\n#: a.c:1\n"
    + "#, fuzzy, c-format, vet-terms: ignore numbers/value, names, no-wrap\n"
    + '#| msgid "旧"\nmsgctxt "c"\nmsgid ""\n"学校"\nmsgstr "school"\n\n'
    + '#, python-brace-format\nmsgid "老师"\nmsgid_plural "老师们"\nmsgstr[0] "teacher"\n\n'
    + '#~ msgid "旧的"\n#~ msgstr "old"\n'
)


def test_remarks_and_lines_of_po() -> None:
    header, first, second, obsolete = po_entries(PO, "a.po")
    assert header.line == 1 and obsolete.line == PO.split("\n").index('#~ msgid "旧的"') + 1
    assert first.remarks == (
        "by a person",
        "vet-terms: ignore terms",
        "of the program",
        "vet-terms: ignore numbers/value, names",
    )
    assert first.line == PO.split("\n").index('msgctxt "c"') + 2
    assert second.remarks == () and second.line > first.line
