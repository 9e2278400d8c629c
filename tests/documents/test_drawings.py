"""Markup of text bodies, charts and diagrams, and the text that a person sees in it."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree

from vet_terms.documents.drawings import (
    ChartText,
    Paragraph,
    chart_texts,
    choose_alternatives,
    diagram_texts,
    paragraphs_of,
    plain,
)

MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def parsed(xml: str) -> Any:
    return etree.fromstring(f"<x xmlns='drawing' xmlns:mc='{MC}'>{xml}</x>")


BODIES = [
    ("two runs", "<p><r><t>学</t></r><r><t>校</t></r></p>", [Paragraph("学校")]),
    ("a break", "<p><r><t>学校</t></r><br/><r><t>School</t></r></p>", [Paragraph("学校\nSchool")]),
    ("nothing", "<p/><p><r><t> </t></r></p><p><br/></p>", []),
    (
        "two paragraphs",
        "<p><r><t>一</t></r></p><p/><p><r><t>二</t></r></p>",
        [Paragraph("一"), Paragraph("二")],
    ),
    ("a field", "<p><fld type='slidenum'><t>3</t></fld></p>", [Paragraph("3", ("slidenum",), True)]),
    (
        "a field in a sentence",
        "<p><r><t>第 </t></r><fld type='slidenum'><t>3</t></fld><r><t> 页</t></r></p>",
        [Paragraph("第 3 页", ("slidenum",))],
    ),
    ("a formula", "<p><r><t>面积</t></r><m><oMath><r><t>πr²</t></r></oMath></m></p>", [Paragraph("面积πr²")]),
]


@pytest.mark.parametrize(("xml", "found"), [row[1:] for row in BODIES], ids=[row[0] for row in BODIES])
def test_the_paragraphs_of_a_body(xml: str, found: list[Paragraph]) -> None:
    assert paragraphs_of(parsed(xml)) == found


CODES = [("a_x000B_b", "a\nb"), ("a_x0009_b", "a\tb"), ("a_x001F_b", "ab"), ("a_x0041_b", "a_x0041_b")]


@pytest.mark.parametrize(("text", "found"), CODES)
def test_codes_of_control_characters(text: str, found: str) -> None:
    assert plain(text) == found


ALTERNATIVES = [
    (
        "the newest",
        "<mc:Choice><a/></mc:Choice><mc:Choice><b/></mc:Choice><mc:Fallback><c/></mc:Fallback>",
        "a",
    ),
    ("an empty one is none", "<mc:Choice/><mc:Fallback><c/></mc:Fallback>", "c"),
    ("several things", "<mc:Choice><a/><b/></mc:Choice>", "ab"),
    ("none", "", ""),
    (
        "one in another",
        "<mc:Choice><mc:AlternateContent><mc:Choice><a/></mc:Choice></mc:AlternateContent></mc:Choice>",
        "a",
    ),
]


@pytest.mark.parametrize(
    ("xml", "found"), [row[1:] for row in ALTERNATIVES], ids=[row[0] for row in ALTERNATIVES]
)
def test_one_of_several_forms_is_left(xml: str, found: str) -> None:
    root = parsed(f"<s/><mc:AlternateContent>{xml}</mc:AlternateContent><e/>")
    choose_alternatives(root)
    assert [etree.QName(child).localname for child in root] == ["s", *found, "e"]


def rich(text: str) -> str:
    return f"<tx><rich><p><r><t>{text}</t></r></p></rich></tx>"


def strings(*texts: str) -> str:
    points = "".join(f"<pt idx='{index}'><v>{text}</v></pt>" for index, text in enumerate(texts))
    return f"<strRef><f>Sheet1!A1</f><strCache>{points}</strCache></strRef>"


def test_a_chart_gives_each_name_once_its_title_first() -> None:
    values = "<val><numRef><numCache><pt idx='0'><v>12.5</v></pt></numCache></numRef></val>"
    series = [
        f"<ser><tx>{strings(name)}</tx><dLbls><dLbl>{rich(label)}</dLbl></dLbls>"
        f"<cat>{strings('工科', '文科')}</cat>{values}<trendline><name>趋势</name></trendline></ser>"
        for name, label in (("人数", "最多"), ("比例", "最高"))
    ]
    old = f"<filteredBarSeries><ser><tx>{strings('旧数据')}</tx></ser></filteredBarSeries>"
    hidden = f"<ser><extLst>{old}</extLst></ser>"
    axis = f"<catAx><title>{rich('专业')}</title></catAx>"
    xml = f"<chart><plotArea>{''.join(series)}{hidden}{axis}</plotArea><title>{rich('统计')}</title></chart>"
    assert chart_texts(parsed(xml)) == [
        ChartText("统计", is_title=True),
        *map(ChartText, ("人数", "最多", "工科", "文科", "趋势", "比例", "最高", "专业")),
    ]


def test_categories_of_several_levels_and_a_title_from_a_cell() -> None:
    levels = (
        "<multiLvlStrCache><lvl><pt><v>机电</v></pt></lvl><lvl><pt><v>工科</v></pt></lvl></multiLvlStrCache>"
    )
    xml = f"<chart><title><tx>{strings('统计')}</tx></title><ser><cat>{levels}</cat></ser></chart>"
    found = chart_texts(parsed(xml))
    assert found == [ChartText("统计", is_title=True), ChartText("机电"), ChartText("工科")]


def test_a_chart_of_the_newer_kinds() -> None:
    xml = (
        "<chartData><data><strDim><lvl><pt idx='0'>招生</pt><pt idx='1'>就业</pt></lvl></strDim>"
        "<numDim><lvl><pt idx='0'>12</pt></lvl></numDim></data></chartData>"
        f"<chart><title>{rich('漏斗')}</title><plotArea><series><tx><txData><v>人数</v></txData></tx></series>"
        "</plotArea></chart>"
    )
    assert [each.text for each in chart_texts(parsed(xml))] == ["漏斗", "招生", "就业", "人数"]


def test_a_diagram_of_items_that_nothing_holds_is_read_in_its_order() -> None:
    points = "".join(f"<pt modelId='{name}'><t><p><r><t>{name}</t></r></p></t></pt>" for name in "丙甲乙")
    lines = "<cxn srcId='甲' destId='乙' srcOrd='x'/>"
    assert diagram_texts(parsed(f"<ptLst>{points}</ptLst><cxnLst>{lines}</cxnLst>")) == ["丙", "甲", "乙"]
