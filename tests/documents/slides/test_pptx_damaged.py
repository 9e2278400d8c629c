"""Decks that are damaged, locked, unsafe or absurd: a clear sentence or a clean result, in bounded time."""

from __future__ import annotations

import io
import random
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.documents.slides.pptx_files import (
    NAMES,
    RELATIONS,
    TITLE_AND_CONTENT,
    add_box,
    add_chart,
    add_diagram,
    add_table,
    add_xml,
    box_xml,
    connection,
    frame_xml,
    new_deck,
    new_slide,
    point,
    rewritten,
    saved,
)

from vet_terms.documents.slides import package
from vet_terms.documents.slides.pptx import read_pptx
from vet_terms.documents.source import Source
from vet_terms.errors import InputError
from vet_terms.model import Document

SLIDE = "ppt/slides/slide1.xml"
LINKS = "ppt/slides/_rels/slide1.xml.rels"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read(data: bytes) -> Document:
    return read_pptx(Source(data, "deck.pptx"))


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def good_deck() -> bytes:
    """Return a deck with something of everything."""
    deck = new_deck()
    slide = new_slide(deck, TITLE_AND_CONTENT)
    slide.shapes.title.text = "学校概况"
    slide.placeholders[1].text = "学校很好。"
    slide.notes_slide.notes_text_frame.text = "备注"
    slide = new_slide(deck)
    add_table(slide, [["护理", "Nursing"], ["机电", "Mechatronics"]])
    add_chart(slide, ["工科"], {"人数": (12,)})
    add_diagram(slide, point("0", kind="doc") + point("1", "政府主导"), connection("0", "1", 0))
    add_box(slide.shapes.add_group_shape().shapes, (5, 3), "一组")
    return saved(deck)


@pytest.fixture(scope="module")
def good() -> bytes:
    return good_deck()


def with_slide(good: bytes, inside: str) -> bytes:
    """Return a good file whose first slide has some markup as its shapes, and nothing else."""
    xml = f"<p:sld {NAMES}><p:cSld><p:spTree>{inside}</p:spTree></p:cSld></p:sld>"
    return rewritten(good, {SLIDE: xml.encode()})


def bomb(good: bytes) -> bytes:
    file = io.BytesIO(good)
    with (
        zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive,
        archive.open("ppt/slides/slide9.xml", "w", force_zip64=True) as stream,
    ):
        for _ in range(300):
            stream.write(b" " * (1 << 20))
    return file.getvalue()


def locked(good: bytes) -> bytes:
    """Set the bit of every member that says it is encrypted."""
    data = bytearray(good)
    for sign, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = data.find(sign)
        while at >= 0:
            (flags,) = struct.unpack_from("<H", data, at + offset)
            struct.pack_into("<H", data, at + offset, flags | 1)
            at = data.find(sign, at + 4)
    return bytes(data)


REFUSED: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "an old .ppt": (lambda _: OLE + bytes(5000), "before 2007"),
    "locked": (lambda _: OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "locked with a password"),
    "locked members": (locked, "locked with a password"),
    "cut short": (lambda good: good[: len(good) // 2], "damaged"),
    "empty": (lambda _: b"", "damaged"),
    "plain text": (lambda _: "学校".encode(), "damaged"),
    "a zip of something else": (lambda good: rewritten(good, {"[Content_Types].xml": None}), "damaged"),
    "a bomb": (bomb, "unpacks to"),
    "entities": (
        lambda good: rewritten(good, {SLIDE: b'<!DOCTYPE a [<!ENTITY b "c">]>' + b"<a>&b;</a>"}),
        "declares XML entities",
    ),
    "no list of slides": (lambda good: rewritten(good, {"ppt/presentation.xml": None}), "damaged"),
    "a slide that is not there": (lambda good: rewritten(good, {SLIDE: None}), "slide 1 is not in the file"),
    "a slide of broken XML": (lambda good: rewritten(good, {SLIDE: lambda xml: xml[:-30]}), "damaged"),
    "a slide with a NUL": (
        lambda good: rewritten(good, {SLIDE: lambda xml: xml.replace("学校".encode(), b"\0")}),
        "damaged",
    ),
    "a slide with half a character": (
        lambda good: rewritten(good, {SLIDE: lambda xml: xml.replace("学校".encode(), b"\xed\xa0\x80")}),
        "damaged",
    ),
    "a slide that is no XML": (lambda good: rewritten(good, {SLIDE: b"\x89PNG"}), "damaged"),
    "broken links": (lambda good: rewritten(good, {LINKS: b"<Relationships"}), "damaged"),
}


@pytest.mark.parametrize(("damage", "said"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_sound_deck_is_refused_in_one_sentence(
    good: bytes, damage: Callable[[bytes], bytes], said: str
) -> None:
    with pytest.raises(InputError, match=f"^deck.pptx: [^\n]*{said}[^\n]*$"):
        read(damage(good))


def test_the_good_deck_is_read(good: bytes) -> None:
    # What is tried above is tried on a file that is sound.
    assert texts(read(good))[:3] == ["学校概况", "学校很好。", "备注"]


def test_a_link_to_the_outside_is_not_followed(good: bytes, tmp_path: Path) -> None:
    outside = tmp_path / "chart.xml"
    outside.write_text("<c:chartSpace xmlns:c='x'><c:tx><c:v>秘密</c:v></c:tx></c:chartSpace>", "utf-8")
    frame = (
        '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="8" name="d"/><p:cNvGraphicFramePr/><p:nvPr/>'
        "</p:nvGraphicFramePr><p:xfrm/><a:graphic><a:graphicData><c:chart xmlns:c='x' r:id='rId9'/>"
        "</a:graphicData></a:graphic></p:graphicFrame>"
    )
    target = f'Target="{outside.as_uri()}" TargetMode="External"'
    link = f'<Relationship Id="rId9" Type="{RELATIONS}/chart" {target}/>'
    data = rewritten(
        with_slide(good, frame + box_xml("学校")),
        {LINKS: lambda xml: xml.replace(b"</Relationships>", link.encode() + b"</Relationships>")},
    )
    assert texts(read(data))[:1] == ["学校"]
    assert "秘密" not in "".join(texts(read(data)))


def test_names_that_lead_out_of_the_archive_lead_nowhere(good: bytes, tmp_path: Path) -> None:
    data = rewritten(good, {"../../evil.xml": b"<a/>", "/etc/evil": b"x"})
    assert texts(read(data)) == texts(read(good))
    assert list(tmp_path.iterdir()) == []


def test_a_picture_that_is_not_there_is_no_matter(good: bytes) -> None:
    link = f'<Relationship Id="rId9" Type="{RELATIONS}/image" Target="NULL"/>'.encode()
    data = rewritten(good, {LINKS: lambda xml: xml.replace(b"</Relationships>", link + b"</Relationships>")})
    assert texts(read(data)) == texts(read(good))


def test_groups_nested_two_thousand_deep_are_read_or_refused(good: bytes) -> None:
    data = with_slide(good, "<p:grpSp>" * 2000 + box_xml("最里面") + "</p:grpSp>" * 2000)
    try:
        assert texts(read(data))[:1] == ["最里面"]
    except InputError as error:
        assert "damaged" in str(error)
    nested = "<p:grpSp>" * 200 + box_xml("最里面") + "</p:grpSp>" * 200
    assert texts(read(with_slide(good, nested)))[:1] == ["最里面"]


def test_a_million_empty_paragraphs_are_passed_over(good: bytes) -> None:
    data = with_slide(good, box_xml("学校").replace("<a:p>", "<a:p/>" * 1_000_000 + "<a:p>"))
    assert texts(read(data))[:1] == ["学校"]


def test_more_markup_than_memory_is_refused(good: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MOST_ELEMENTS", 2000)
    with pytest.raises(InputError, match="elements, more than a slide deck takes"):
        read(with_slide(good, "<a:p/>" * 2500))


def test_a_slide_named_ten_thousand_times_is_read_once(good: bytes) -> None:
    def many(xml: bytes) -> bytes:
        start, end = xml.index(b"<p:sldId "), xml.index(b"</p:sldIdLst>")
        entry = xml[start : xml.index(b"/>", start) + 2]
        return xml[:start] + entry * 10_000 + xml[end:]

    assert texts(read(rewritten(good, {"ppt/presentation.xml": many}))) == ["学校概况", "学校很好。", "备注"]


def test_a_shape_without_a_place_is_read(good: bytes) -> None:
    placed, lost = box_xml("有位置", frame_xml(1, 1)), box_xml("没有位置")
    assert texts(read(with_slide(good, lost + placed)))[:2] == ["有位置", "没有位置"]


ABSURD_PLACES = [
    '<a:xfrm><a:off x="99999999999999999999999999" y="-1"/><a:ext cx="1" cy="1"/></a:xfrm>',
    '<a:xfrm rot="nan"><a:off x="inf" y="nan"/><a:ext cx="-5" cy="1e999"/></a:xfrm>',
    '<a:xfrm rot="x"><a:off x="" y="二"/><a:ext/></a:xfrm>',
    f'<a:xfrm><a:off x="{"9" * 6000}" y="1"/><a:ext cx="0" cy="0"/></a:xfrm>',
    "<a:xfrm/>",
]


@pytest.mark.parametrize("frame", ABSURD_PLACES)
def test_absurd_places_are_read_all_the_same(good: bytes, frame: str) -> None:
    group = f"<p:grpSp><p:grpSpPr>{frame}</p:grpSpPr>{box_xml('组里', frame)}</p:grpSp>"
    found = texts(read(with_slide(good, box_xml("一个", frame) + group + box_xml("两个", frame_xml(1, 1)))))
    assert sorted(found[:3]) == ["一个", "两个", "组里"]


@pytest.mark.parametrize("size", ['cx="0" cy="0"', 'cx="-9" cy="x"', ""])
def test_a_slide_without_size_is_read(good: bytes, size: str) -> None:
    def without(xml: bytes) -> bytes:
        start = xml.index(b"<p:sldSz")
        return xml[:start] + f"<p:sldSz {size}/>".encode() + xml[xml.index(b"/>", start) + 2 :]

    assert texts(read(rewritten(good, {"ppt/presentation.xml": without}))) == texts(read(good))


def test_ten_thousand_boxes_on_a_slide_are_read(good: bytes) -> None:
    boxes = "".join(box_xml(f"第{number}项", frame_xml(1, number)) for number in range(10_000))
    assert texts(read(with_slide(good, boxes)))[9_999] == "第9999项"


def test_a_diagram_that_runs_in_circles_is_read_once() -> None:
    deck = new_deck()
    points = point("0", kind="doc") + point("1", "甲") + point("2", "乙") + point("3", "丙")
    add_diagram(
        new_slide(deck), points, connection("0", "1", 0) + connection("1", "2", 0) + connection("2", "1", 0)
    )
    assert texts(read(saved(deck))) == ["甲", "乙", "丙"]


MUTANTS = 150


def mutant(good: bytes, dice: random.Random) -> bytes:
    """Return a good file with a few bytes changed, cut out or doubled, in a member or in the archive."""
    with zipfile.ZipFile(io.BytesIO(good)) as archive:
        members = [name for name in archive.namelist() if name.endswith((".xml", ".rels"))]
    if dice.random() < 0.2:
        return spoilt(good, dice)
    if dice.random() < 0.1:
        return rewritten(good, {dice.choice(members): None})
    return rewritten(good, {dice.choice(members): lambda content: spoilt(content, dice)})


def spoilt(content: bytes, dice: random.Random) -> bytes:
    data = bytearray(content)
    for _ in range(dice.randint(1, 4)):
        start = dice.randrange(len(data))
        end = min(len(data), start + dice.choice([1, 1, 2, 8, 40]))
        kind = dice.randrange(4)
        if kind == 0:
            data[start] = dice.randrange(256)
        elif kind == 1:
            data[start:start] = data[start:end]
        elif kind == 2 and end - start < len(data):
            del data[start:end]
        else:
            # A changed letter keeps the XML whole, and the library fails later.
            data[start] = dice.choice(b"0123456789abcXYZ")
    return bytes(data)


def test_whatever_is_spoilt_ends_in_a_document_or_in_words(good: bytes) -> None:
    dice = random.Random(20)
    ends = {Document: 0, InputError: 0}
    for _ in range(MUTANTS):
        try:
            read(mutant(good, dice))
        except InputError as error:
            assert str(error).startswith("deck.pptx: ")
            ends[InputError] += 1
        else:
            ends[Document] += 1
    assert min(ends.values()) > MUTANTS / 10


def test_a_deck_with_a_sound_shape_beside_unknown_markup_is_read() -> None:
    deck = new_deck()
    slide = new_slide(deck)
    add_xml(slide.shapes, "<p:unknown>" + box_xml("未知", frame_xml(1, 1)) + "</p:unknown>")
    assert texts(read(saved(deck))) == ["未知"]
