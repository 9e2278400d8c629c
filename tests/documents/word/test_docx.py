"""Word documents as a translator is handed them: what a person sees in the file, written first."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace

import docx as python_docx
import pytest
from benchmarks.scoring import DECK, DECK_KEY, Pair, pairs_of, read_key, squeezed, strict
from tests.documents.word.docx_files import (
    W,
    box,
    cell,
    definition,
    docx,
    field,
    item,
    level,
    link,
    note_mark,
    notes,
    numbered_list,
    p,
    r,
    relationships,
    root,
    row,
    table,
)

from vet_terms.alignment.aligner import align_document
from vet_terms.documents.readers import read_document
from vet_terms.documents.source import Source
from vet_terms.documents.word.docx import read_docx
from vet_terms.model import Document, Place


def read(data: bytes) -> Document:
    return read_docx(Source(data, "a.docx"))


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def placed(document: Document) -> list[tuple[str, str, str]]:
    return [(block.place.spot, block.role, block.text) for block in document.blocks]


def dropped(document: Document) -> list[tuple[str, str]]:
    return [(each.reason, each.text) for each in document.dropped]


# The deck, laid out as Word documents are


def deck_pairs() -> list[Pair]:
    rows = [line.split("\t") for line in DECK_KEY.read_text("utf-8").splitlines()[1:]]
    return list(dict.fromkeys((zh, en) for _, kind, zh, en in rows if kind == "pair"))


def is_heading(pair: Pair) -> bool:
    return pair[0][-1] not in "。！；"


def styled(text: str, pair: Pair) -> str:
    return p(text, style="1" if is_heading(pair) else "")


def in_turns(pairs: Sequence[Pair]) -> bytes:
    return docx("".join(styled(text, pair) for pair in pairs for text in pair))


def in_a_table(pairs: Sequence[Pair]) -> bytes:
    return docx(table(row("中文", "English"), *(row(zh, en) for zh, en in pairs)))


def whole_after_whole(pairs: Sequence[Pair]) -> bytes:
    return docx("".join(styled(pair[side], pair) for side in (0, 1) for pair in pairs))


def in_boxes(pairs: Sequence[Pair]) -> bytes:
    return docx("".join(p(box(p(zh)), box(p(en))) for zh, en in pairs))


def in_notes(pairs: Sequence[Pair]) -> bytes:
    """Every other pair is a note to the pair before it."""
    body = ""
    noted: list[str] = []
    for text, note in zip(pairs[::2], [*pairs[1::2], *[None] * (len(pairs) % 2)], strict=True):
        for side in (0, 1):
            noted += [note[side]] if note else []
            body += p(text[side], *([note_mark(len(noted))] if note else []))
    return docx(body, parts={"footnotes": notes(noted)})


def side_by_side(pairs: Sequence[Pair]) -> bytes:
    """One row for the whole text, as a page in two columns is made."""
    return docx(table(row(cell(*(zh for zh, _ in pairs)), cell(*(en for _, en in pairs)))))


def with_breaks(pairs: Sequence[Pair]) -> bytes:
    return docx("".join(p(r(zh), "<w:r><w:br/></w:r>", r(en)) for zh, en in pairs))


LAYOUTS = {
    "paragraph by paragraph": in_turns,
    "a table of two columns": in_a_table,
    "the whole text twice": whole_after_whole,
    "text boxes": in_boxes,
    "footnotes": in_notes,
    "two columns of a page": side_by_side,
    "soft breaks": with_breaks,
}


@pytest.mark.parametrize("laid_out", LAYOUTS.values(), ids=LAYOUTS)
def test_the_pairs_of_the_deck_are_found_in_every_layout(laid_out: object) -> None:
    assert callable(laid_out)
    pairs = deck_pairs()
    document = read(laid_out(pairs))
    written = sorted(squeezed("".join(text for pair in pairs for text in pair)))
    shown = [*texts(document), *(each.text for each in document.dropped)]
    if laid_out is in_a_table:
        written = sorted([*written, *squeezed("中文English")])
    assert sorted(squeezed("".join(shown))) == written
    wanted = {(squeezed(zh), squeezed(en)) for zh, en in pairs}
    assert strict(wanted, pairs_of(align_document(document).units)).f1 >= 0.97


def test_the_seed_deck_as_a_word_document_gives_the_pairs_of_its_text() -> None:
    """Beside the pages, which Word has none of, both readers say the same of it."""
    deck = read_document(DECK)
    made = python_docx.Document()
    for block in deck.blocks:
        made.add_paragraph(block.text)
    saved = io.BytesIO()
    made.save(saved)
    document = read(saved.getvalue())
    assert [(block.language, block.text) for block in document.blocks] == [
        (block.language, block.text) for block in deck.blocks
    ]
    unpaged = replace(
        deck,
        blocks=tuple(
            replace(block, place=Place(deck.name, block=number))
            for number, block in enumerate(deck.blocks, start=1)
        ),
    )
    found = pairs_of(align_document(document).units)
    assert found == pairs_of(align_document(unpaged).units)
    assert strict(read_key().pairs, found).f1 >= 0.96


# One realistic document


def test_a_document_made_by_word_s_own_template() -> None:
    made = python_docx.Document()
    made.add_heading("学校概况", 0)
    made.add_heading("一、历史沿革", 1)
    made.add_paragraph("学校创办于1958年，现有学生一万余人。")
    made.add_paragraph("机械工程", style="List Bullet")
    made.add_paragraph("入学注册", style="List Number")
    made.add_paragraph("选修课程", style="List Number")
    grid = made.add_table(2, 2)
    grid.cell(0, 0).text, grid.cell(0, 1).text = "学分", "credit"
    grid.cell(1, 0).merge(grid.cell(1, 1)).text = "学年\nacademic year"
    made.add_paragraph("图1 校园全景", style="Caption")
    made.sections[0].header.paragraphs[0].text = "学校年报"
    saved = io.BytesIO()
    made.save(saved)
    document = read(saved.getvalue())
    assert placed(document) == [
        ("", "heading", "学校概况"),
        ("", "heading", "一、历史沿革"),
        ("", "body", "学校创办于1958年，现有学生一万余人。"),
        ("", "body", "• 机械工程"),
        ("", "body", "1.入学注册"),
        ("", "body", "2.选修课程"),
        ("table1.r1.c1", "cell", "学分"),
        ("table1.r1.c2", "cell", "credit"),
        ("table1.r2.c1", "cell", "学年"),
        ("table1.r2.c1", "cell", "academic year"),
        ("", "caption", "图1校园全景"),
    ]
    assert dropped(document) == [("header", "学校年报")]
    assert document.encoding == ""
    assert [block.place.block for block in document.blocks] == list(range(1, 12))
    assert document == read(saved.getvalue())


# What stands in a paragraph

IN_A_PARAGRAPH = {
    "a soft break": (p(r("学校"), "<w:r><w:br/></w:r>", r("The school")), ["学校", "The school"]),
    "a return": (p(r("学校"), "<w:r><w:cr/></w:r>", r("The school")), ["学校", "The school"]),
    "a page break": (
        p(r("学校有三个"), '<w:r><w:br w:type="page"/></w:r>', r("校区。")),
        ["学校有三个", "校区。"],
    ),
    "a tab": (p(r("学分"), "<w:r><w:tab/></w:r>", r("credit")), ["学分", "credit"]),
    "a tab in a heading": (
        p(r("学校"), "<w:r><w:tab/></w:r>", r("The school"), style="1"),
        ["学校", "The school"],
    ),
    "hyphens": (
        p(r("co"), "<w:r><w:noBreakHyphen/></w:r>", r("op"), "<w:r><w:softHyphen/></w:r>", r("erate")),
        ["co-operate"],
    ),
    "a soft hyphen as a character": (p("co\u00adoperate"), ["cooperate"]),
    "a hyperlink": (p("见", f'<w:hyperlink w:anchor="x">{r("附录")}</w:hyperlink>', "。"), ["见附录。"]),
    "a smart tag": (p(f"<w:smartTag><w:smartTagPr/>{r('柳州')}</w:smartTag>", "的学校"), ["柳州的学校"]),
    "a content control": (
        p("学校：", f"<w:sdt><w:sdtPr/><w:sdtContent>{r('柳职')}</w:sdtContent></w:sdt>"),
        ["学校：柳职"],
    ),
    "a control around paragraphs": (
        f"<w:sdt><w:sdtPr/><w:sdtContent>{p('学校很好。')}{p('校园很大。')}</w:sdtContent></w:sdt>",
        ["学校很好。", "校园很大。"],
    ),
    "a symbol": (p('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "合格"), ["✓合格"]),
    "a Greek letter": (p("系数", '<w:r><w:sym w:font="Symbol" w:char="F061"/></w:r>'), ["系数α"]),
    "a sign without a known look": (p("甲", '<w:r><w:sym w:font="X" w:char="F041"/></w:r>'), ["甲\uf041"]),
    "a sign of an ordinary font": (p('<w:r><w:sym w:font="宋体" w:char="2605"/></w:r>', "甲"), ["★甲"]),
    "an equation": (
        p("面积", "<m:oMath><m:r><m:t>S=ab</m:t></m:r></m:oMath>", "。"),
        ["面积S=ab。"],
    ),
    "a fraction": (
        p(
            "占",
            "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r>"
            "<m:t>2</m:t></m:r></m:den></m:f></m:oMath>",
        ),
        ["占1/2"],
    ),
    "an equation of its own": (
        "<m:oMathPara><m:oMath><m:r><m:t>x=甲</m:t></m:r></m:oMath></m:oMathPara>" + p("学校"),
        ["x=甲", "学校"],
    ),
    "the result of a field": (p("见图", field("REF _Ref1 \\h", "3"), "。"), ["见图3。"]),
    "a field within the instruction of another": (
        p("学校", field('IF "', f"{field('PAGEREF a', '好')}"), "。"),
        ["学校好。"],
    ),
    "a simple field": (
        p('<w:fldSimple w:instr="AUTHOR"><w:r><w:t>覃正海</w:t></w:r></w:fldSimple>'),
        ["覃正海"],
    ),
    "line ends of the file's own": ("<w:p><w:r><w:t>\n  学校很好。\n</w:t></w:r></w:p>", ["学校很好。"]),
    "two runs and a mark for spelling": (p(r("学"), "<w:proofErr/>", r("校很好。")), ["学校很好。"]),
    "an insertion": (p("学校", f'<w:ins w:id="1">{r("很")}</w:ins>', "好。"), ["学校很好。"]),
    "a move to here": (p("学校", f'<w:moveTo w:id="1">{r("很")}</w:moveTo>', "好。"), ["学校很好。"]),
    "a comment in the file": ("<w:p><w:r><w:t>学校<!-- x -->很好。</w:t></w:r></w:p>", ["学校很好。"]),
    "marks of direction": (p("\u202e学校\u200f很好。"), ["学校很好。"]),
    "a deleted paragraph mark": (
        p("学校很", properties="<w:rPr><w:del w:id='1'/></w:rPr>") + p("好。") + p("校园很大。"),
        ["学校很好。", "校园很大。"],
    ),
}


@pytest.mark.parametrize(("body", "seen"), IN_A_PARAGRAPH.values(), ids=IN_A_PARAGRAPH)
def test_what_is_seen_is_read(body: str, seen: list[str]) -> None:
    document = read(docx(body))
    assert texts(document) == seen
    assert not document.dropped


DEL = '<w:del w:id="1"><w:r><w:delText>不</w:delText></w:r></w:del>'
LEFT_OUT = {
    "a deletion": (p("学校", DEL, "好。"), "学校好。", ("deleted in tracked changes", "不")),
    "a move from here": (
        p("学校", f'<w:moveFrom w:id="1">{r("不")}</w:moveFrom>', "好。"),
        "学校好。",
        ("deleted in tracked changes", "不"),
    ),
    "hidden text": (p("学校", r("暗", "<w:vanish/>"), "好。"), "学校好。", ("hidden text", "暗")),
    "text hidden by its style": (
        p("学校", r("暗", '<w:rStyle w:val="veiled"/>'), "好。"),
        "学校好。",
        ("hidden text", "暗"),
    ),
    "a hidden paragraph": (p("暗中", style="secret") + p("学校"), "学校", ("hidden text", "暗中")),
    "ruby": (
        p(
            "<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>lǐu</w:t></w:r></w:rt><w:rubyBase>"
            "<w:r><w:t>柳</w:t></w:r></w:rubyBase></w:ruby></w:r>",
            "州",
        ),
        "柳州",
        ("ruby", "lǐu"),
    ),
    "a page number": (p("第一章", field("PAGE", "12")), "第一章", ("page number", "12")),
    "a simple page number": (
        p("第一章", '<w:fldSimple w:instr=" PAGE  \\* MERGEFORMAT ">' + r("12") + "</w:fldSimple>"),
        "第一章",
        ("page number", "12"),
    ),
    "a combined character": (
        p("第", field("EQ \\o\\ac(○,1)"), "条"),
        "第条",
        ("field code", "EQ \\o\\ac(○,1)"),
    ),
    "a placeholder": (
        p(
            "学校",
            f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r('单击输入')}</w:sdtContent></w:sdt>",
        ),
        "学校",
        ("placeholder", "单击输入"),
    ),
    "a line of contents": (
        p("一、概况", "<w:r><w:tab/></w:r>", "1", style="toc1") + p("学校"),
        "学校",
        ("table of contents", "一、概况    1"),
    ),
    "contents of another program": (
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr>"
        f"<w:sdtContent>{p('目录')}</w:sdtContent></w:sdt>" + p("学校"),
        "学校",
        ("table of contents", "目录"),
    ),
    "a deleted row": (
        table(row("学校", "school"), row("旧", properties="<w:del w:id='1'/>")) + p("学校"),
        "学校",
        ("deleted in tracked changes", "旧"),
    ),
    "a note nobody points at": (p("学校"), "学校", ("footnote without a reference", "旧注")),
}


@pytest.mark.parametrize(("body", "seen", "gone"), LEFT_OUT.values(), ids=LEFT_OUT)
def test_what_is_left_out_is_said(body: str, seen: str, gone: tuple[str, str]) -> None:
    noted = {"footnotes": notes(["旧注"])} if gone[1] == "旧注" else {}
    document = read(docx(body, parts=noted))
    assert seen in texts(document)
    assert dropped(document) == [gone]


def test_tracked_changes_are_remarked_on() -> None:
    document = read(docx(p("学校", DEL, "好。")))
    assert document.notes == ("tracked changes are read as accepted: 1 deleted passages are left out",)


def test_a_field_may_go_over_paragraphs() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r>'
    separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("separate", "end"))
    inner = field("PAGEREF _Toc1 \\h", "3")
    body = p(begin, separate, "概况 ", inner) + p("招生 4") + p(end) + p("概况", style="1") + p("学校很好。")
    document = read(docx(body))
    assert texts(document) == ["概况", "学校很好。"]
    assert dropped(document) == [("table of contents", "概况 3"), ("table of contents", "招生 4")]


def test_text_in_an_instruction_that_never_ends_is_left_out_and_not_lost() -> None:
    document = read(docx(p("学校") + p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "很好。")))
    assert texts(document) == ["学校"]
    assert dropped(document) == [("field code", "很好。")]


STYLED = [
    ("1", "", "heading"),
    ("zhang", "", "heading"),
    ("b", "", "heading"),
    ("t", "", "heading"),
    ("c", "", "caption"),
    ("", '<w:outlineLvl w:val="2"/>', "heading"),
    ("1", '<w:outlineLvl w:val="9"/>', "body"),
    ("bodylike", "", "body"),
    ("round", "", "body"),
    ("missing", "", "body"),
    ("", "", "body"),
]


@pytest.mark.parametrize(("style", "properties", "role"), STYLED)
def test_styles_tell_headings_and_captions(style: str, properties: str, role: str) -> None:
    text = "现代学徒制是校企双方联合培养学生。"
    document = read(docx(p(text, style=style, properties=properties)))
    assert [block.role for block in document.blocks] == [role]


def test_a_whole_paragraph_set_as_a_heading_is_text() -> None:
    document = read(docx(p("（一）加强领导。各部门要把这项工作列入计划。", style="1")))
    assert [block.role for block in document.blocks] == ["body"]


# Tables


def test_merged_cells_nested_tables_and_columns() -> None:
    wide = cell("合并的标题", properties='<w:gridSpan w:val="2"/>')
    tall = cell("高的", properties='<w:vMerge w:val="restart"/>')
    under = cell("看不见", properties="<w:vMerge/>")
    nested = cell(p("外面"), table(row("里一", "里二"), row("里三", "里四")), p("后面"))
    body = table(
        row(wide, cell("末")),
        row(tall, cell("甲", "乙"), nested),
        row(under, "丙", "丁"),
        row("戊", properties='<w:gridBefore w:val="1"/>'),
    )
    document = read(docx(p("前文") + body + p("后文")))
    assert placed(document) == [
        ("", "heading", "前文"),
        ("table1.r1.c1", "cell", "合并的标题"),
        ("table1.r1.c3", "cell", "末"),
        ("table1.r2.c1", "cell", "高的"),
        ("table1.r2.c2", "cell", "甲"),
        ("table1.r2.c2", "cell", "乙"),
        ("table1.r2.c3", "cell", "外面"),
        ("table2.r1.c1", "cell", "里一"),
        ("table2.r1.c2", "cell", "里二"),
        ("table2.r2.c1", "cell", "里三"),
        ("table2.r2.c2", "cell", "里四"),
        ("table1.r2.c3", "cell", "后面"),
        ("table1.r3.c2", "cell", "丙"),
        ("table1.r3.c3", "cell", "丁"),
        ("table1.r4.c2", "cell", "戊"),
        ("", "heading", "后文"),
    ]
    assert dropped(document) == [("hidden by a merged cell", "看不见")]


def test_rows_and_cells_in_content_controls_are_rows_and_cells() -> None:
    def control(inner: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>"

    body = table(row("学分", "credit"), control(row("学年", "year"))) + table(
        f"<w:tr>{control(cell('学期'))}{cell('term')}</w:tr>"
    )
    assert [block.place.spot for block in read(docx(body)).blocks] == [
        *("table1.r1.c1", "table1.r1.c2", "table1.r2.c1", "table1.r2.c2", "table2.r1.c1", "table2.r1.c2")
    ]


def test_a_table_of_one_cell_is_a_frame_around_a_page() -> None:
    document = read(docx(table(row(cell(p("概况", style="1"), p("学校很好。"), p("校园很大。"))))))
    assert [(block.role, block.place.spot) for block in document.blocks] == [
        ("heading", "table1.r1.c1"),
        ("body", "table1.r1.c1"),
        ("body", "table1.r1.c1"),
    ]


# Boxes, notes, drawings, and what stands apart


def test_boxes_stand_after_their_paragraph_once() -> None:
    inner = box(p("里面的框。"))
    old = (
        f"<w:r><w:pict><v:textbox><w:txbxContent>{p('旧式的框。')}</w:txbxContent></v:textbox></w:pict></w:r>"
    )
    art = '<w:r><w:pict><v:shape><v:textpath string="机密文件"/></v:shape></w:pict></w:r>'
    body = p("框在", box(p("第一段。"), p("第二段。", inner)), old, art, "这里。") + p("后文。")
    assert placed(read(docx(body))) == [
        ("", "body", "框在这里。"),
        ("box1", "body", "第一段。"),
        ("box1", "body", "第二段。"),
        ("box2", "body", "里面的框。"),
        ("box3", "body", "旧式的框。"),
        ("box4", "heading", "机密文件"),
        ("", "body", "后文。"),
    ]


def test_what_is_anchored_in_a_joined_paragraph_stands_after_the_whole() -> None:
    filler = p("学校很好。") * 3000
    first = p("前", box(p("框内。")), note_mark(1), properties="<w:rPr><w:del/></w:rPr>")
    document = read(docx(filler + first + p("后。") + filler, parts={"footnotes": notes(["注。"])}))
    assert placed(document)[2999:3004] == [
        ("", "body", "学校很好。"),
        ("", "body", "前后。"),
        ("box1", "body", "框内。"),
        ("footnote1", "note", "注。"),
        ("", "body", "学校很好。"),
    ]


def test_notes_stand_after_the_paragraph_that_points_at_them() -> None:
    body = (
        p("学校", note_mark(2), "很好。", note_mark(1))
        + table(row(cell(p("学分", note_mark(1, "endnote"))), "credit"))
        + p("后文。", note_mark(2))
    )
    parts = {"footnotes": notes(["第一注。", "第二注。"]), "endnotes": notes(["尾注。"], "endnote")}
    document = read(docx(body, parts=parts))
    assert placed(document) == [
        ("", "body", "学校很好。"),
        ("footnote1", "note", "第二注。"),
        ("footnote2", "note", "第一注。"),
        ("table1.r1.c1", "cell", "学分"),
        ("endnote1", "note", "尾注。"),
        ("table1.r1.c2", "cell", "credit"),
        ("", "body", "后文。"),
    ]
    assert not document.dropped


def test_comments_headers_and_footers_stand_apart() -> None:
    head = p("学校年报") + p("\u3000")
    foot = p("第 ", field("PAGE", "7"), " 页")
    comments = f'<w:comment w:id="1">{p("请核对。")}</w:comment><w:comment w:id="2">{p("已改。")}</w:comment>'
    document = read(
        docx(
            p("学校很好。", '<w:r><w:commentReference w:id="1"/></w:r>'),
            parts={"header1": head, "header2": head, "footer1": foot, "footer2": foot, "comments": comments},
        )
    )
    assert texts(document) == ["学校很好。"]
    assert [(each.reason, each.text, each.place.spot) for each in document.dropped] == [
        ("comment", "请核对。", "comment1"),
        ("comment", "已改。", "comment2"),
        ("header", "学校年报", "header"),
        ("page number", "第 7 页", "footer"),
    ]


def test_charts_and_diagrams_are_read_where_they_stand() -> None:
    chart = root(
        "c:chartSpace",
        "<c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>招生人数</a:t></a:r></a:p></c:rich></c:tx></c:title>"
        "</c:chart>",
    )
    diagram = root(
        "dgm:dataModel",
        '<dgm:ptLst><dgm:pt modelId="1"><dgm:t><a:p><a:r><a:t>政府主导</a:t></a:r></a:p></dgm:t></dgm:pt>'
        "</dgm:ptLst>",
    )
    drawn = (
        "<w:r><w:drawing><wp:inline><a:graphic><a:graphicData>{}</a:graphicData></a:graphic></wp:inline>"
        "</w:drawing></w:r>"
    )
    body = p("前文。", drawn.format('<c:chart r:id="c"/>'), drawn.format('<dgm:relIds r:dm="d"/>')) + p(
        "后文。"
    )
    document = read(
        docx(
            body,
            parts={"word/charts/chart1.xml": chart, "word/diagrams/data1.xml": diagram},
            links=link("c", "chart", "charts/chart1.xml")
            + link("d", "diagramData", "/word/diagrams/data1.xml"),
        )
    )
    assert [(spot, text) for spot, _, text in placed(document)] == [
        ("", "前文。"),
        ("chart1", "招生人数"),
        ("diagram1", "政府主导"),
        ("", "后文。"),
    ]


# Lists

LISTS = (
    definition(
        1,
        level(0, "chineseCountingThousand", "%1、"),
        level(1, "chineseCounting", "（%2）"),
        level(2, "decimal", "%3."),
    )
    + definition(
        2,
        level(0, "upperRoman", "%1."),
        level(1, "decimal", "%1.%2", inner="<w:isLgl/>"),
        level(2, "lowerLetter", "(%3)"),
    )
    + definition(3, level(0, "bullet", "\uf0b7"), level(1, "bullet", "o"), level(2, "bullet", "–"))
    + definition(4, level(0, "decimal", "第%1条", start=9, inner='<w:suff w:val="space"/>'))
    + definition(5, level(0, "none", ""))
    + numbered_list(1, 1)
    + numbered_list(2, 2)
    + numbered_list(3, 3)
    + numbered_list(4, 4)
    + numbered_list(5, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>')
    + numbered_list(6, 5)
    + numbered_list(7, 1)
)


def test_automatic_numbers_are_counted_as_word_counts_them() -> None:
    listed = [
        *((1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1), (7, 0), (5, 0), (5, 0)),
        *((2, 0), (2, 0), (2, 1), (2, 1), (2, 2), (2, 2)),
        *((3, 0), (3, 1), (3, 2), (4, 0), (4, 0), (6, 0), (9, 0), (1, 8)),
    ]
    body = "".join(item("甲乙。", list_id, index) for list_id, index in listed)
    marks = [
        text.removesuffix("甲乙。").strip() for text in texts(read(docx(body, parts={"numbering": LISTS})))
    ]
    assert marks == [
        *("一、", "（一）", "（二）", "1.", "二、", "（一）", "三、", "一、", "二、"),
        *("I.", "II.", "2.1", "2.2", "(a)", "(b)"),
        *("•", "•", "–", "第9条", "第10条", "", "", ""),
    ]


def test_a_style_numbers_its_paragraphs_and_a_paragraph_may_say_no() -> None:
    no = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    body = p("甲。", style="item") + p("乙。", style="item", properties=no) + p("丙。", style="item")
    assert texts(read(docx(body, parts={"numbering": LISTS}))) == ["一、甲。", "乙。", "二、丙。"]


def test_marks_of_both_languages_pair() -> None:
    lists = (
        definition(1, level(0, "chineseCounting", "%1、"))
        + definition(2, level(0, "upperRoman", "%1."))
        + numbered_list(1, 1)
        + numbered_list(2, 2)
    )
    pairs = [("办学条件好。", "Conditions are good."), ("师资力量强。", "Teachers are good.")]
    body = "".join(item(zh, 1) + item(en, 2) for zh, en in pairs)
    units = align_document(read(docx(body, parts={"numbering": lists}))).units
    assert [(unit.zh, unit.en) for unit in units] == [
        ("一、办学条件好。", "I. Conditions are good."),
        ("二、师资力量强。", "II. Teachers are good."),
    ]


# Kinds of files

KINDS = {
    "macros": "application/vnd.ms-word.document.macroEnabled.main+xml",
    "template": "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    "template with macros": "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
}


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_documents_with_macros_and_templates_are_read(kind: str) -> None:
    assert texts(read(docx(p("学校很好。"), main_type=kind))) == ["学校很好。"]


def test_the_strict_form_of_the_standard_is_read() -> None:
    strictly = p("旧", style="1") + table(row("学分", "credit"))
    body = root("w:document", f"<w:body>{strictly}</w:body>")
    body = body.replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main")
    document = read(docx("", parts={"word/document.xml": body}))
    assert placed(document) == [
        ("", "heading", "旧"),
        ("table1.r1.c1", "cell", "学分"),
        ("table1.r1.c2", "cell", "credit"),
    ]


def test_the_main_part_may_have_any_name() -> None:
    body = root("w:document", f"<w:body>{p('学校很好。')}</w:body>")
    main = relationships(link("r1", "officeDocument", "/Doc/Main2.xml"))
    data = docx("", parts={"doc\\main2.xml": "", "doc/main2.xml": body, "_rels/.rels": main})
    assert texts(read(data)) == ["学校很好。"]


def test_a_relationship_that_dangles_loses_only_itself() -> None:
    links = link("x", "image", "NULL") + link("y", "footnotes", "gone.xml") + link("z", "header", "no.xml")
    assert texts(read(docx(p("学校", note_mark(1), "很好。"), links=links))) == ["学校很好。"]


def test_documents_drawn_in_are_named_and_not_opened() -> None:
    body = p("学校很好。") + '<w:altChunk r:id="x"/><w:subDoc r:id="y"/>'
    links = link("x", "aFChunk", "part.htm") + link("y", "subDocument", "file:///etc/passwd", "External")
    document = read(docx(body, parts={"word/part.htm": "<p>秘密</p>"}, links=links))
    assert texts(document) == ["学校很好。"]
    assert document.notes == ("documents drawn in from elsewhere are not read: part.htm, another file",)
