"""Decks made in code: what a person sees on them, in the order of reading; and the pairs of a real deck."""

from __future__ import annotations

import io
import random
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from benchmarks.scoring import DECK_KEY, Pair, pairs_of, squeezed, strict
from pptx.util import Inches
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
    write,
)

from vet_terms.alignment.aligner import align_document
from vet_terms.documents.slides.pptx import read_pptx
from vet_terms.documents.source import Source
from vet_terms.model import Document


def read(deck: Any) -> Document:
    return read_pptx(Source(deck if isinstance(deck, bytes) else saved(deck), "deck.pptx"))


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def spots(document: Document) -> list[tuple[int, str, str]]:
    return [(block.place.page, block.place.spot, block.text) for block in document.blocks]


def left_out(document: Document) -> list[tuple[str, str]]:
    return [(dropped.reason, dropped.text) for dropped in document.dropped]


# What a person sees


def test_a_slide_is_read_by_places_and_not_as_it_was_drawn() -> None:
    deck = new_deck()
    slide = new_slide(deck)
    add_box(slide.shapes, (5, 3), "It was founded in 1985.")
    add_box(slide.shapes, (0.5, 1), "学校概况")
    add_box(slide.shapes, (0.5, 3), "学校创建于1985年。")
    add_box(slide.shapes, (5, 1), "Our School")
    document = read(deck)
    assert spots(document) == [
        (1, "box1", "学校概况"),
        (1, "box2", "Our School"),
        (1, "box3", "学校创建于1985年。"),
        (1, "box4", "It was founded in 1985."),
    ]
    assert document.encoding == ""
    assert str(document.blocks[2].place) == "deck.pptx:p1:b3:box3"


def test_placeholders_stand_where_their_layout_and_its_master_have_them() -> None:
    deck = new_deck()
    slide = new_slide(deck, TITLE_AND_CONTENT)
    add_box(slide.shapes, (1, 1.4), "在标题与正文之间", size=(4, 0.1))
    slide.placeholders[1].text = "正文在下面。"
    slide.shapes.title.text = "标题在上面"
    tree = slide.shapes._spTree
    tree.append(slide.shapes.title._element)
    for shape in slide.placeholders:
        assert shape._element.spPr.find("{*}xfrm") is None
    document = read(deck)
    assert texts(document) == ["标题在上面", "在标题与正文之间", "正文在下面。"]
    assert document.blocks[0].role == "heading"


def test_a_placeholder_without_a_layout_comes_in_its_order_and_a_title_first() -> None:
    deck = new_deck()
    slide = new_slide(deck, TITLE_AND_CONTENT)
    slide.placeholders[1].text = "正文。"
    slide.shapes.title.text = "标题"
    slide.shapes._spTree.append(slide.shapes.title._element)
    data = rewritten(
        saved(deck),
        {
            "ppt/slides/_rels/slide1.xml.rels": b"<Relationships xmlns="
            b'"http://schemas.openxmlformats.org/package/2006/relationships"/>'
        },
    )
    assert texts(read(data)) == ["标题", "正文。"]


def test_groups_put_their_boxes_where_they_stand_on_the_slide() -> None:
    deck = new_deck()
    slide = new_slide(deck)
    add_box(slide.shapes, (1, 3), "第三")
    # The group's own units are a hundred times smaller, and begin elsewhere.
    add_xml(
        slide.shapes,
        "<p:grpSp><p:nvGrpSpPr><p:cNvPr id='3' name='g'/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>"
        "<a:xfrm><a:off x='914400' y='914400'/><a:ext cx='3657600' cy='1371600'/>"
        "<a:chOff x='100000' y='90000'/><a:chExt cx='36576' cy='13716'/></a:xfrm></p:grpSpPr>"
        + box_xml("第二", "<a:xfrm><a:off x='100000' y='99144'/><a:ext cx='36576' cy='4572'/></a:xfrm>")
        + box_xml("第一", "<a:xfrm><a:off x='100000' y='90000'/><a:ext cx='36576' cy='4572'/></a:xfrm>")
        + "</p:grpSp>",
    )
    assert texts(read(deck)) == ["第一", "第二", "第三"]


def test_cards_that_are_groups_are_read_one_by_one() -> None:
    deck = new_deck()
    slide = new_slide(deck)
    for left, head, body in ((5, "Training", "We train workers."), (0.5, "培训", "我们培训工人。")):
        group = slide.shapes.add_group_shape()
        add_box(group.shapes, (left, 2), body)
        inner = group.shapes.add_group_shape()
        add_box(inner.shapes, (left, 1), head)
    assert texts(read(deck)) == ["培训", "我们培训工人。", "Training", "We train workers."]


def test_a_table_is_read_cell_by_cell_and_what_is_merged_once() -> None:
    deck = new_deck()
    slide = new_slide(deck)
    add_box(slide.shapes, (0.5, 5), "表格下面")
    table = add_table(
        slide, [["专业 Majors", ""], ["机电一体化", "Mechatronics"], ["护理", "Nursing\nCare"]]
    ).table
    table.cell(0, 0).merge(table.cell(0, 1))
    assert spots(read(deck)) == [
        (1, "table1.r1.c1", "专业"),
        (1, "table1.r1.c1", "Majors"),
        (1, "table1.r2.c1", "机电一体化"),
        (1, "table1.r2.c2", "Mechatronics"),
        (1, "table1.r3.c1", "护理"),
        (1, "table1.r3.c2", "Nursing"),
        (1, "table1.r3.c2", "Care"),
        (1, "box1", "表格下面"),
    ]
    assert {block.role for block in read(deck).blocks[:7]} == {"cell"}


def test_text_that_a_merged_cell_covers_is_named() -> None:
    deck = new_deck()
    table = add_table(new_slide(deck), [["专业", "Majors"]]).table
    table.cell(0, 0)._tc.set("gridSpan", "2")
    table.cell(0, 1)._tc.set("hMerge", "1")
    document = read(deck)
    assert texts(document) == ["专业"]
    assert left_out(document) == [("covered by a merged cell", "Majors")]


def test_notes_follow_their_slide() -> None:
    deck = new_deck()
    first, second = new_slide(deck), new_slide(deck)
    add_box(first.shapes, (1, 1), "第一张")
    add_box(second.shapes, (1, 1), "第二张")
    write(first.notes_slide.notes_text_frame, "请在此停顿。", "Pause here.")
    document = read(deck)
    assert spots(document) == [
        (1, "box1", "第一张"),
        (1, "notes", "请在此停顿。"),
        (1, "notes", "Pause here."),
        (2, "box1", "第二张"),
    ]
    assert [block.role for block in document.blocks][1:3] == ["note", "note"]


def test_a_chart_gives_its_title_and_its_names_but_no_values() -> None:
    deck = new_deck()
    new_slide(deck)
    slide = new_slide(deck)
    chart = add_chart(slide, ["工科专业", "文科专业"], {"在校生人数": (1200, 900), "毕业生人数": (400, 300)})
    chart.has_title = True
    write(chart.chart_title.text_frame, "学生统计", "Students")
    chart.category_axis.has_title = True
    chart.category_axis.axis_title.text_frame.text = "专业类别"
    document = read(deck)
    assert texts(document)[:2] == ["学生统计", "Students"]
    assert sorted(texts(document)[2:]) == sorted(
        ["在校生人数", "工科专业", "文科专业", "毕业生人数", "专业类别"]
    )
    assert {block.place.spot for block in document.blocks} == {"chart1"}
    assert {block.role for block in document.blocks[:2]} == {"caption"}
    assert left_out(document) == []


def test_a_diagram_is_read_from_its_data_in_the_order_of_its_levels() -> None:
    deck = new_deck()
    slide = new_slide(deck)
    add_diagram(
        slide,
        point("0", kind="doc")
        + point("3", "质量评价")
        + point("1", "政府主导")
        + point("2", "统筹协调")
        + point("9", kind="pres"),
        connection("0", "3", 1)
        + connection("0", "1", 0)
        + connection("1", "2", 0)
        + connection("9", "3", 0, "presOf"),
    )
    assert spots(read(deck)) == [
        (1, "diagram1", "政府主导"),
        (1, "diagram1", "统筹协调"),
        (1, "diagram1", "质量评价"),
    ]


def test_content_in_two_forms_is_read_once() -> None:
    deck = new_deck()
    slide = new_slide(deck)
    new, old = box_xml("新的形式", frame_xml(1, 1)), box_xml("旧的形式", frame_xml(1, 1))
    add_xml(
        slide.shapes,
        f"<mc:AlternateContent><mc:Choice Requires='p14'>{new}</mc:Choice>"
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>",
    )
    add_xml(
        slide.shapes,
        f"<mc:AlternateContent><mc:Choice Requires='p14'/><mc:Fallback>"
        f"{box_xml('只有旧的', frame_xml(1, 2))}</mc:Fallback></mc:AlternateContent>",
    )
    assert texts(read(deck)) == ["新的形式", "只有旧的"]


def test_soft_breaks_part_languages_and_join_one_text() -> None:
    deck = new_deck()
    slide = new_slide(deck)
    add_box(slide.shapes, (1, 1), "学校概况\vOur School")
    add_box(slide.shapes, (1, 2), "学校与企业合作，培养技术技\v能人才。")
    assert texts(read(deck)) == ["学校概况", "Our School", "学校与企业合作，培养技术技能人才。"]


def test_spaces_between_runs_are_kept_and_codes_for_control_characters_are_none() -> None:
    deck = new_deck()
    slide = new_slide(deck)
    runs = "".join(f"<a:r><a:t>{text}</a:t></a:r>" for text in ("Our", " ", "School_x000D_"))
    add_xml(slide.shapes, box_xml(runs, frame_xml(1, 1)))
    assert texts(read(deck)) == ["Our School"]


def test_marks_of_direction_are_no_text() -> None:
    deck = new_deck()
    add_box(new_slide(deck).shapes, (1, 1), "\u202e学校\u200f很好。")
    assert texts(read(deck)) == ["学校很好。"]


def field(kind: str, text: str) -> str:
    return f'<a:fld id="{{0}}" type="{kind}"><a:rPr/><a:t>{text}</a:t></a:fld>'


def footer(kind: str, runs: str) -> str:
    xml = box_xml(runs, frame_xml(1, 7))
    return xml.replace("<p:nvPr/>", f'<p:nvPr><p:ph type="{kind}" idx="11"/></p:nvPr>')


def test_numbers_dates_and_footers_are_left_out_with_their_reasons() -> None:
    deck = new_deck()
    slide = new_slide(deck)
    add_box(slide.shapes, (1, 1), "学校概况")
    for xml in (
        footer("sldNum", field("slidenum", "3")),
        footer("dt", "2024年5月"),
        footer("ftr", "Annual report"),
        box_xml(
            "<a:r><a:t>第</a:t></a:r>" + field("slidenum", "3") + "<a:r><a:t>页</a:t></a:r>", frame_xml(8, 7)
        ),
        box_xml(field("datetime1", "5/1/2024"), frame_xml(5, 7)),
    ):
        add_xml(slide.shapes, xml)
    document = read(deck)
    assert texts(document) == ["学校概况"]
    assert sorted(left_out(document)) == [
        ("date", "2024年5月"),
        ("date", "5/1/2024"),
        ("footer", "Annual report"),
        ("slide number", "3"),
        ("slide number", "第3页"),
    ]


def test_a_field_inside_a_sentence_is_a_part_of_it() -> None:
    deck = new_deck()
    runs = (
        "<a:r><a:t>截至</a:t></a:r>" + field("datetime1", "2024年5月") + "<a:r><a:t>的情况如下。</a:t></a:r>"
    )
    add_xml(new_slide(deck).shapes, box_xml(runs, frame_xml(1, 1)))
    assert texts(read(deck)) == ["截至2024年5月的情况如下。"]


def test_hidden_slides_are_passed_over_and_named() -> None:
    deck = new_deck()
    for number, text in enumerate(("第一张", "第二张", "第三张"), start=1):
        slide = new_slide(deck)
        add_box(slide.shapes, (1, 1), text)
        if number != 2:
            slide._element.set("show", "0")
            slide.notes_slide.notes_text_frame.text = "备注"
    document = read(deck)
    assert spots(document) == [(2, "box1", "第二张")]
    assert left_out(document) == [("hidden slide", text) for text in ("第一张", "备注", "第三张", "备注")]
    assert document.notes == ("2 hidden slides were passed over: 1, 3",)


def test_hidden_shapes_are_left_out_also_those_in_a_hidden_group() -> None:
    deck = new_deck()
    slide = new_slide(deck)
    add_xml(slide.shapes, box_xml("看不见", frame_xml(1, 1), properties='hidden="1"'))
    group = slide.shapes.add_group_shape()
    add_box(group.shapes, (1, 2), "也看不见")
    group._element.nvGrpSpPr.cNvPr.set("hidden", "1")
    document = read(deck)
    assert left_out(document) == [("hidden shape", "看不见"), ("hidden shape", "也看不见")]
    assert document.blocks == ()


def test_prompts_of_empty_placeholders_are_no_text_and_what_a_master_prints_is_named_once() -> None:
    deck = new_deck()
    for _ in range(2):
        new_slide(deck, TITLE_AND_CONTENT)
    layout = deck.slide_layouts[TITLE_AND_CONTENT]
    layout.shapes._spTree.append(add_box(new_slide(deck).shapes, (0, 0), "某某大学")._element)
    deck.slides._sldIdLst.remove(deck.slides._sldIdLst[2])
    document = read(deck)
    assert document.blocks == ()
    assert left_out(document) == [("slide master", "某某大学")]


def test_what_stands_at_the_foot_of_slide_after_slide_is_furniture() -> None:
    deck = new_deck()
    for number in range(1, 5):
        slide = new_slide(deck)
        add_box(slide.shapes, (1, 1), "".join("甲乙丙丁"[number - 1] * 4))
        add_box(slide.shapes, (1, 7), f"某某大学 {number}")
    document = read(deck)
    assert texts(document) == ["甲甲甲甲", "乙乙乙乙", "丙丙丙丙", "丁丁丁丁"]
    assert left_out(document) == [("repeated on 4 slides", f"某某大学 {number}") for number in range(1, 5)]


def test_a_running_head_stays_once_and_as_a_title_on_every_slide() -> None:
    deck = new_deck()
    for number in range(3):
        slide = new_slide(deck, TITLE_AND_CONTENT)
        slide.shapes.title.text = "办学成果"
        add_box(slide.shapes, (6, 0.1), "某某大学简介", size=(2, 0.2))
        slide.placeholders[1].text = "成果" + "一二三"[number]
    document = read(deck)
    assert texts(document) == [
        "某某大学简介",
        "办学成果",
        "成果一",
        "办学成果",
        "成果二",
        "办学成果",
        "成果三",
    ]
    assert left_out(document) == [("repeated on 3 slides", "某某大学简介")] * 2


def test_years_at_the_same_place_are_no_page_numbers() -> None:
    deck = new_deck()
    for year in (2016, 2017, 2018):
        add_box(new_slide(deck).shapes, (1, 1), f"{year}年大事")
    assert texts(read(deck)) == ["2016年大事", "2017年大事", "2018年大事"]


def test_a_turned_box_stands_where_it_is_seen() -> None:
    deck = new_deck()
    slide = new_slide(deck)
    # A label that runs upwards at the left of two boxes: 4 by 0.5 inches, turned about its middle.
    add_xml(slide.shapes, box_xml("下面", frame_xml(2, 4)))
    add_xml(slide.shapes, box_xml("上面", frame_xml(2, 1)))
    add_xml(slide.shapes, box_xml("侧面", frame_xml(-1.5, 2.5, turn=270)))
    assert texts(read(deck)) == ["侧面", "上面", "下面"]


def test_comments_are_named_among_what_was_left_out() -> None:
    deck = new_deck()
    slide = new_slide(deck)
    add_box(slide.shapes, (1, 1), "学校概况")
    comments = f"<p:cmLst {NAMES}><p:cm><p:text>译文待定</p:text></p:cm></p:cmLst>".encode()
    document = read(
        rewritten(
            saved(deck),
            {
                "ppt/comments/comment1.xml": comments,
                "ppt/slides/_rels/slide1.xml.rels": lambda xml: xml.replace(
                    b"</Relationships>",
                    f'<Relationship Id="rId77" Type="{RELATIONS}/comments" '
                    'Target="../comments/comment1.xml"/></Relationships>'.encode(),
                ),
                "[Content_Types].xml": lambda xml: xml.replace(
                    b"</Types>",
                    b'<Override PartName="/ppt/comments/comment1.xml" ContentType='
                    b'"application/vnd.openxmlformats-officedocument.presentationml.comments+xml"/></Types>',
                ),
            },
        )
    )
    assert texts(document) == ["学校概况"]
    assert left_out(document) == [("comment", "译文待定")]
    assert document.dropped[0].place.spot == "comment1"


def test_a_deck_of_the_strict_standard_is_read_too() -> None:
    deck = new_deck()
    slide = new_slide(deck, TITLE_AND_CONTENT)
    slide.shapes.title.text = "学校概况"
    add_table(slide, [["护理", "Nursing"]])
    old, new = b"http://schemas.openxmlformats.org/", b"http://purl.oclc.org/ooxml/"

    def strictly(xml: bytes) -> bytes:
        for room, year in (
            (b"officeDocument", b"/2006"),
            (b"drawingml", b"/2006"),
            (b"presentationml", b"/2006"),
        ):
            xml = xml.replace(old + room + year, new + room)
        return xml

    data = saved(deck)
    parts = [
        "_rels/.rels",
        "ppt/presentation.xml",
        "ppt/_rels/presentation.xml.rels",
        "ppt/slides/slide1.xml",
    ]
    parts += ["ppt/slides/_rels/slide1.xml.rels", "ppt/slideLayouts/slideLayout2.xml"]
    assert texts(read(rewritten(data, dict.fromkeys(parts, strictly)))) == ["学校概况", "护理", "Nursing"]


def test_an_embedded_object_is_named() -> None:
    deck = new_deck()
    slide = new_slide(deck)
    add_box(slide.shapes, (1, 1), "学校概况")
    slide.shapes.add_ole_object(io.BytesIO(b"sheet"), "Excel.Sheet.12", Inches(1), Inches(2))
    assert read(deck).notes == ("embedded objects are not read, as on slide 1",)


def test_a_deck_without_slides_is_an_empty_document() -> None:
    assert read(new_deck()).blocks == ()


# The pairs of a real deck, laid out in every way

Slides = Sequence[Sequence[Pair]]
Layout = Callable[[Any, Slides], None]


def deck_slides() -> list[list[Pair]]:
    rows = [line.split("\t") for line in DECK_KEY.read_text("utf-8").splitlines()[1:]]
    slides: dict[str, list[Pair]] = {}
    for slide, kind, zh, en in rows:
        if kind == "pair":
            slides.setdefault(slide, []).append((zh, en))
    return list(slides.values())


def stacked(deck: Any, slides: Slides) -> None:
    for pairs in slides:
        slide = new_slide(deck)
        for row, text in enumerate(text for pair in pairs for text in pair):
            add_box(slide.shapes, (1, 0.5 * row), text, size=(8, 0.45))


def side_by_side(deck: Any, slides: Slides) -> None:
    for pairs in slides:
        slide = new_slide(deck)
        for row, (zh, en) in enumerate(pairs):
            add_box(slide.shapes, (0.5, row), zh, size=(4, 0.6))
            add_box(slide.shapes, (5, row + 0.1), en, size=(4, 0.8))


def two_columns(deck: Any, slides: Slides) -> None:
    """One box with the Chinese at the left, one with the English at the right, a paragraph each."""
    for pairs in slides:
        slide = new_slide(deck)
        zh, en = zip(*pairs, strict=True)
        add_box(slide.shapes, (0.5, 1), *zh, size=(4, 5))
        add_box(slide.shapes, (5, 1), *en, size=(4, 6))


def one_box(deck: Any, slides: Slides) -> None:
    for pairs in slides:
        add_box(new_slide(deck).shapes, (1, 1), *(text for pair in pairs for text in pair), size=(8, 6))


def one_paragraph_each(deck: Any, slides: Slides) -> None:
    for pairs in slides:
        add_box(new_slide(deck).shapes, (1, 1), *(f"{zh}\v{en}" for zh, en in pairs), size=(8, 6))


def as_table(deck: Any, slides: Slides) -> None:
    for pairs in slides:
        add_table(new_slide(deck), pairs)


def in_groups(deck: Any, slides: Slides) -> None:
    for pairs in slides:
        slide = new_slide(deck)
        for row, (zh, en) in reversed(list(enumerate(pairs))):
            group = slide.shapes.add_group_shape()
            add_box(group.shapes, (1, row + 0.5), en, size=(8, 0.4))
            add_box(group.shapes, (1, row), zh, size=(8, 0.4))


def in_notes(deck: Any, slides: Slides) -> None:
    for pairs in slides:
        slide = new_slide(deck)
        zh, en = zip(*pairs, strict=True)
        add_box(slide.shapes, (1, 1), *zh, size=(8, 5))
        write(slide.notes_slide.notes_text_frame, *en)


def drawn_in_any_order(deck: Any, slides: Slides) -> None:
    dice = random.Random(4)
    for pairs in slides:
        slide = new_slide(deck)
        rows = list(enumerate(text for pair in pairs for text in pair))
        for row, text in dice.sample(rows, len(rows)):
            add_box(slide.shapes, (1, 0.5 * row), text, size=(8, 0.45))


def slide_after_slide(deck: Any, slides: Slides) -> None:
    for pairs in slides:
        for side in zip(*pairs, strict=True):
            slide = new_slide(deck, TITLE_AND_CONTENT)
            slide.shapes.title.text = side[0]
            if side[1:]:
                write(slide.placeholders[1].text_frame, *side[1:])


LAYOUTS = (
    stacked,
    side_by_side,
    two_columns,
    one_box,
    one_paragraph_each,
    as_table,
    in_groups,
    in_notes,
    drawn_in_any_order,
    slide_after_slide,
)


@pytest.mark.parametrize("layout", LAYOUTS, ids=[layout.__name__ for layout in LAYOUTS])
def test_the_pairs_of_the_deck_are_found_in_every_layout(layout: Layout) -> None:
    slides = deck_slides()
    deck = new_deck()
    layout(deck, slides)
    document = read(deck)
    units = align_document(document).units
    wanted = {(squeezed(zh), squeezed(en)) for pairs in slides for zh, en in pairs}
    assert strict(wanted, pairs_of(units)).f1 >= 0.97
    assert all(place.page and place.spot for unit in units for place in unit.places)


@pytest.mark.parametrize("layout", LAYOUTS, ids=[layout.__name__ for layout in LAYOUTS])
def test_no_character_of_a_slide_is_lost(layout: Layout) -> None:
    deck = new_deck()
    layout(deck, deck_slides())
    document = read(deck)
    parts = [slide.part for slide in deck.slides]
    parts += [slide.notes_slide.part for slide in deck.slides if slide.has_notes_slide]
    written = "".join(text.text or "" for part in parts for text in part._element.iter("{*}t"))
    found = "".join([*texts(document), *(text for _, text in left_out(document))])
    assert sorted(squeezed(found)) == sorted(squeezed(written))
