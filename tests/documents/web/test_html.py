from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.documents.fuzz import mutant

from vet_terms.documents.source import Source
from vet_terms.documents.web.html import read_html
from vet_terms.errors import InputError
from vet_terms.model import Document


def read(page: str | bytes, name: str = "page.html", encoding: str = "") -> Document:
    return read_html(Source(page.encode() if isinstance(page, str) else page, name, encoding))


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def left_out(document: Document) -> list[tuple[str, str]]:
    return [(dropped.text, dropped.reason) for dropped in document.dropped]


NEWS = """<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>我校与企业共建实训车间-海泉职业技术学院</title>
<script>var a = "<p>脚本</p>";</script></head>
<body class="nav-open has-sidebar">
<div class="top">欢迎访问海泉职业技术学院！ <a href="#">设为首页</a> | <a href="#">加入收藏</a></div>
<div class="daohang"><ul><li><a href="1">首页</a></li><li><a href="2">学校概况</a></li></ul></div>
<div class="left"><h3>新闻中心</h3><ul><li><a href="1">学校新闻</a></li><li><a href="2">通知公告</a></li>
<li><a href="3">媒体聚焦</a></li></ul></div>
<div class="dqwz">当前位置：<a href="/">首页</a> &gt; <a href="/n">学校新闻</a> &gt; 正文</div>
<form name="_newscontent"><h1>我校与企业共建实训车间</h1>
<div>作者：宣传部&nbsp;&nbsp;来源：海泉新闻网&nbsp;&nbsp;发布日期：2024-03-06</div>
<div id="vsb_content"><p>3月5日，我校与两家企业签订协议，共建一个<b>汽车</b>实训车间。</p>
<p>车间占地500m<sup>2</sup>，可容纳
四十名学生<sup><a href="#n1">[1]</a></sup>。</p><p>图1 签约现场</p></div>
<p>【<a href="#">打印本页</a>】【<a href="#">关闭窗口</a>】</p>
<p>上一篇：<a href="p">我校召开教学工作会议</a></p><p>下一篇：没有了</p></form>
<div class="links">友情链接：<a href=1>教育部</a> <a href=2>教育厅</a> <a href=3>职教网</a></div>
<div class="footer">地址：海泉市滨海大道88号<br>版权所有 © 海泉职业技术学院 桂ICP备00000000号</div>
</body></html>"""


def test_the_news_of_a_college_are_without_its_site() -> None:
    document = read(NEWS)
    assert [(block.role, block.text) for block in document.blocks] == [
        ("heading", "我校与企业共建实训车间"),
        ("body", "3月5日，我校与两家企业签订协议，共建一个汽车实训车间。"),
        ("body", "车间占地500m²，可容纳四十名学生。"),
        ("caption", "图1签约现场"),
    ]
    reasons = dict(left_out(document))
    assert reasons["当前位置：首页 > 学校新闻 > 正文"] == "navigation"
    assert reasons["【打印本页】【关闭窗口】"] == "tool of the page"
    assert reasons["上一篇：我校召开教学工作会议"] == "navigation"
    assert reasons["友情链接：教育部 教育厅 职教网"] == "links"
    assert reasons["通知公告"] == "links"
    assert reasons["[1]"] == "footnote mark"
    assert reasons["我校与企业共建实训车间-海泉职业技术学院"] == "repeats the heading"
    assert not any("脚本" in text for text in reasons)


LABELS = [
    ("<span>2024-03-06 10:20</span><span>来源：海泉新闻网</span><span>分享到：<a>微信</a></span>", []),
    ("2024年3月6日 来源：海泉新闻网", []),
    ("<b>3.2 数据</b> 来源：海泉新闻网", ["3.2数据 来源：海泉新闻网"]),
    ("2024-03-06 开学典礼", ["2024-03-06开学典礼"]),
]


@pytest.mark.parametrize(("markup", "shown"), LABELS, ids=[markup for markup, _ in LABELS])
def test_a_date_before_a_label_of_the_page_is_one(markup: str, shown: list[str]) -> None:
    assert texts(read(f"<p>车间在一楼，仓库在二楼。<p>{markup}"))[1:] == shown


def test_a_block_knows_its_line() -> None:
    document = read("<html>\n<body>\n<h1>学校</h1>\n\n<p>学校很好。\n<p>The college is good.")
    assert [block.place.line for block in document.blocks] == [3, 5, 6]


SHOWN = [
    ("<p><b>柳州</b>职业技术<i>学院</i>很大。", ["柳州职业技术学院很大。"]),
    ("<p>word<b>s</b> of a  sentence\n here.", ["words of a sentence here."]),
    ("<p>学校现有\n  教师<b>\n120</b>名。", ["学校现有教师120名。"]),
    ("<p>学校很大。<br>The college is large.", ["学校很大。", "The college is large."]),
    ("<p>学校很大，<br/>教师很多。<br><br>学生也多。", ["学校很大，教师很多。", "学生也多。"]),
    ("<div>前面的话。<p>中间的话。</p>后面的话。</div>", ["前面的话。", "中间的话。", "后面的话。"]),
    ("前面的话。<h2>标题</h2>后面的话。", ["前面的话。", "标题", "后面的话。"]),
    ("<p>R&amp;D &lt;center&gt; &hellip; of the college", ["R&D <center> … of the college"]),
    ("<p>占地10<sup>5</sup>平方米，H<sub>2</sub>O。", ["占地10⁵平方米，H₂O。"]),
    ("<p>the 1<sup>st</sup> workshop of the college", ["the 1st workshop of the college"]),
    ("<p>Run <code>make</code> in the folder.", ["Run make in the folder."]),
    ("<p><ruby>漢<rp>(</rp><rt>hàn</rt><rp>)</rp></ruby>语课程很多。", ["漢语课程很多。"]),
    ("<span style='display:block'>学校很大。</span><span>教师很多。</span>", ["学校很大。", "教师很多。"]),
    ("<p>学校<!-- 注 -->很大。", ["学校很大。"]),
    ("<p>学校很\u200b大。\u200f", ["学校很大。"]),
    (
        "<html><body><p>学校很大。</p></body></html>后面的话。<p>最后的话。",
        ["学校很大。", "后面的话。", "最后的话。"],
    ),
    ("<p>未完<div>学校<b>很大。</p><p>教师很多。", ["未完", "学校很大。", "教师很多。"]),
    ("<ul><li>学校<li>教师<ul><li>教授</ul></ul>", ["学校", "教师", "教授"]),
]


@pytest.mark.parametrize(("markup", "shown"), SHOWN, ids=[markup for markup, _ in SHOWN])
def test_a_text_is_what_a_browser_shows(markup: str, shown: list[str]) -> None:
    assert texts(read(markup)) == shown


ROLES = [
    ("<h4>学校</h4>", [("heading", "", "学校")]),
    ("<figure><img src=a><figcaption>学生在车间。</figcaption></figure>", [("caption", "", "学生在车间。")]),
    ("<ul><li>校企合作</li></ul>", [("body", "", "校企合作")]),
    ("<dl><dt>双元制<dd>dual system</dl>", [("body", "", "双元制"), ("body", "", "dual system")]),
    (
        "<table><caption>表</caption><tr><th>专业<th>Programme<tr><td>机电<td>Mechatronics</table>",
        [
            ("caption", "", "表"),
            ("cell", "table1.r1.c1", "专业"),
            ("cell", "table1.r1.c2", "Programme"),
            ("cell", "table1.r2.c1", "机电"),
            ("cell", "table1.r2.c2", "Mechatronics"),
        ],
    ),
    (
        "<table><tr><td rowspan=2>学校<td colspan=2>教师<tr><td>学生<td>班级</table>",
        [
            ("cell", "table1.r1.c1", "学校"),
            ("cell", "table1.r1.c2", "教师"),
            ("cell", "table1.r2.c2", "学生"),
            ("cell", "table1.r2.c3", "班级"),
        ],
    ),
    (
        "<table><tr><td>学校很大。<tr><td>教师很多。</table>",
        [("body", "", "学校很大。"), ("body", "", "教师很多。")],
    ),
    (
        "<table><tr><td><table><tr><td>学校<td>college<tr><td>教师<td>teacher</table><td>学校很大。</table>",
        [
            ("cell", "table1.r1.c1", "学校"),
            ("cell", "table1.r1.c2", "college"),
            ("cell", "table1.r2.c1", "教师"),
            ("cell", "table1.r2.c2", "teacher"),
            ("body", "", "学校很大。"),
        ],
    ),
    (
        "<p>学校很大。</p><aside role='doc-footnote'>见年鉴。</aside>",
        [("body", "", "学校很大。"), ("note", "footnote1", "见年鉴。")],
    ),
]


@pytest.mark.parametrize(("markup", "blocks"), ROLES, ids=[markup for markup, _ in ROLES])
def test_an_element_gives_its_text_a_role_and_a_spot(markup: str, blocks: list[tuple[str, str, str]]) -> None:
    assert [(each.role, each.place.spot, each.text) for each in read(markup).blocks] == blocks


LEFT_OUT = [
    ("<script>学校</script><style>学校</style>", []),
    ("<template>模板</template>", [("模板", "hidden")]),
    ("<noscript>请启用脚本</noscript>", [("请启用脚本", "hidden")]),
    ("<p hidden>草稿</p>", [("草稿", "hidden")]),
    ("<p>看<span style='display: none'>草稿</span></p>", [("草稿", "hidden")]),
    ("<nav>首页</nav>", [("首页", "navigation")]),
    ("<div role=search>站内</div>", [("站内", "search")]),
    ("<button>提交</button>", [("提交", "form")]),
    ("<svg><title>图标</title><text>箭头</text></svg>", [("图标 箭头", "picture")]),
    ("<iframe>旧浏览器</iframe>", [("旧浏览器", "embedded")]),
    ("<img src=a alt='学校的大门'>", [("学校的大门", "alternative text")]),
    ("<pre>x = 1</pre>", [("x = 1", "code")]),
    ("<p><code>make test</code></p>", [("make test", "code")]),
    ("<div class='page-footer'>旧站入口</div>", [("旧站入口", "foot of the site")]),
    ("<div id=shareBar>转给朋友</div>", [("转给朋友", "share bar")]),
]


@pytest.mark.parametrize(("markup", "expected"), LEFT_OUT, ids=[markup for markup, _ in LEFT_OUT])
def test_what_is_no_text_is_left_out_with_its_reason(markup: str, expected: list[tuple[str, str]]) -> None:
    document = read(f"<p>学校很大，教师很多，学生更多。</p>{markup}<p>学校与企业合作，培养技术工人。</p>")
    assert left_out(document) == expected
    assert texts(document)[0] == "学校很大，教师很多，学生更多。"
    assert texts(document)[-1] == "学校与企业合作，培养技术工人。"


TITLES = [
    ("学校", "<h1>学校</h1>", ["学校"]),
    ("学校 - 新闻 - 学院网", "<h1>学校大事</h1>", ["学校 - 新闻 - 学院网", "学校大事"]),
    ("学校大事-学院网", "<h1>学校大事</h1>", ["学校大事"]),
    ("About the College | Site", "<h1>学校概况 / About the College</h1>", ["学校概况", "About the College"]),
    ("学校概况", "<p>学校很大。</p>", ["学校概况", "学校很大。"]),
]


@pytest.mark.parametrize(("title", "body", "shown"), TITLES, ids=[title for title, _, _ in TITLES])
def test_the_title_is_a_heading_where_no_other_says_it(title: str, body: str, shown: list[str]) -> None:
    assert texts(read(f"<title>{title}</title>{body}")) == shown


ENCODINGS = [
    ("utf-8", "", "utf-8"),
    ("utf-8", "<meta charset=gb2312>", "utf-8"),
    ("utf-8", "<meta charset='no-such-thing'>", "utf-8"),
    ("utf-8-sig", "<meta charset=big5>", "utf-8-sig"),
    ("utf-16", "", "utf-16"),
    ("gb18030", "", "gb18030"),
    ("gb18030", "<meta charset=gb2312>", "gb18030"),
    ("gb18030", "<meta http-equiv=Content-Type content='text/html; charset=GBK'>", "gb18030"),
    ("gb18030", "<?xml version='1.0' encoding='gb2312'?>", "gb18030"),
    ("gb18030", "<meta charset=utf-8>", "gb18030"),
    ("big5", "<meta charset=big5>", "big5hkscs"),
    ("big5", "<meta charset=zlib_codec>", "big5"),
]


@pytest.mark.parametrize(("written", "declared", "used"), ENCODINGS)
def test_a_declared_encoding_is_believed_where_the_bytes_bear_it_out(
    written: str, declared: str, used: str
) -> None:
    document = read(f"{declared}<p>中文的教育是大家的事情。</p>".encode(written))
    assert texts(document) == ["中文的教育是大家的事情。"]
    assert document.encoding == used
    assert bool(document.notes) == (not used.startswith("utf-8"))


def test_a_forced_encoding_is_obeyed() -> None:
    page = "<meta charset=utf-8><p>联通</p>".encode("gb18030")
    assert texts(read(page, encoding="gb18030")) == ["联通"]
    with pytest.raises(InputError, match="no known encoding"):
        read(page, encoding="no-such-thing")


def test_one_broken_byte_does_not_hide_the_declared_encoding() -> None:
    page = "<meta charset=gbk><p>学校很大，教师很多。</p>".encode("gb18030").replace(b"</p>", b"\xff</p>")
    document = read(page)
    assert texts(document) == ["学校很大，教师很多。\ufffd"]
    assert document.encoding == "gb18030 (damaged)"


def test_well_formed_xhtml_closes_its_empty_elements() -> None:
    page = (
        '<?xml version="1.0" encoding="utf-8"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><head><title/>'
        '<script src="a.js"/></head><body><p>学校&nbsp;很大&hellip;</p></body></html>'
    )
    document = read(page, "page.xhtml")
    assert [(each.place.line, each.text) for each in document.blocks] == [(2, "学校 很大…")]


HEADINGS = [
    ("学校概况（About the college）", ["学校概况", "About the college"]),
    ("About the college / 学校概况", ["About the college", "学校概况"]),
    ("海泉职业技术学院（HVC）", ["海泉职业技术学院（HVC）"]),
]


@pytest.mark.parametrize(("heading", "blocks"), HEADINGS)
def test_one_heading_in_both_languages_is_two(heading: str, blocks: list[str]) -> None:
    assert texts(read(f"<h2>{heading}</h2>")) == blocks


def test_a_gloss_in_one_line_of_text_stays() -> None:
    assert texts(read("<li>现代学徒制（modern apprenticeship）")) == ["现代学徒制（modern apprenticeship）"]


REFUSED = [
    (b"", "is empty"),
    (b" \n\n ", "is empty"),
    (b"<!-- nothing -->", "holds no text"),
    (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "is a picture"),
    ("<div>" * 100_000 + "学校", "nests elements"),
    ("<p>" + "\0" * 100 + "学校" * 100, "binary"),
    (
        '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd">]><html>&a;</html>',
        "declares XML entities",
    ),
    (
        '<!DOCTYPE html [<!ENTITY a "x"><!ENTITY b "&a;&a;&a;&a;">]><html><body>&b;</body></html>',
        "declares XML entities",
    ),
]


@pytest.mark.parametrize(("page", "reason"), REFUSED, ids=[reason for _, reason in REFUSED])
def test_what_is_no_page_is_refused_in_a_sentence(page: str | bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason) as refused:
        read(page)
    assert str(refused.value).startswith("page.html: ")


def test_an_external_document_type_is_not_fetched() -> None:
    page = (
        '<?xml version="1.0"?><!DOCTYPE html SYSTEM "http://127.0.0.1:9/a.dtd">'
        '<html xmlns="http://www.w3.org/1999/xhtml"><body><p>学校很大。</p></body></html>'
    )
    assert texts(read(page)) == ["学校很大。"]


STRANGE = [
    ("<p>学校\0很大。", ["学校很大。"]),
    ("<p>学校&#xD800;很大。", ["学校\ufffd很大。"]),
    ("<p>学校&#0;很大。", ["学校\ufffd很大。"]),
    ("<p title='学校>很大。", []),
    ("<p><a<b>>学校很大。", [">学校很大。"]),
]


@pytest.mark.parametrize(("page", "shown"), STRANGE, ids=[repr(page) for page, _ in STRANGE])
def test_strange_markup_is_read(page: str, shown: list[str]) -> None:
    assert texts(read("<p>教师很多。" * 300 + page))[300:] == shown


HUGE = {
    "a line without tags": "学校与企业合作。" * 830_000,
    "empty paragraphs": "<p></p>" * 1_000_000 + "学校",
    "hidden in hidden": "<span hidden>" * 1900 + "<p>学校很好</p>" * 1000,
    "links": "<a href=x>学校</a>" * 100_000,
    "nested to the limit": "<div>学校很好。" * 1900,
    "cells that span": "<table>" + "<tr><td rowspan=99999 colspan=99999>学校<td>很好" * 2000,
    "classes": f"<div class='{'nav ' * 1_000_000}'>学校</div>",
    "comments never closed": "学校" + "<!--" * 300_000,
}


@pytest.mark.parametrize("name", HUGE)
def test_a_huge_page_is_read_in_bounded_time(name: str) -> None:
    document = read(HUGE[name])
    assert document.blocks


SENTENCES = ["学校很大，教师很多。", "The college is large.", "首页", "学校", "more", "2024", "第一条 总则"]
_LEAF = st.sampled_from(SENTENCES)
_INLINE = ["b", "span", "a"]
_BLOCKS = [
    "p",
    "div",
    "h1",
    "h2",
    "li",
    "ul",
    "table",
    "tr",
    "td",
    "nav",
    "aside",
    "main",
    "article",
    "footer",
]
_TAGS = st.sampled_from([*_INLINE, *_BLOCKS])
_ATTRIBUTES = st.sampled_from(["", " href=x", " class=menu", " hidden", " id=footer", " role=main"])


def _element(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(
        lambda tag, attribute, inside: f"<{tag}{attribute}>{''.join(inside)}</{tag}>",
        _TAGS,
        _ATTRIBUTES,
        st.lists(children, max_size=4),
    )


@given(st.lists(st.recursive(_LEAF, _element, max_leaves=12), min_size=1, max_size=5))
def test_every_visible_character_is_in_a_block_or_left_out(page: list[str]) -> None:
    from lxml import etree

    markup = "学" + "".join(page)
    document = read(markup)
    found = [*texts(document), *(text for text, _ in left_out(document))]
    root: Any = etree.fromstring(markup, etree.HTMLParser(encoding="utf-8"))
    assert _characters("".join(found)) == _characters("".join(root.itertext()))


def _characters(text: str) -> list[str]:
    return sorted("".join(text.split()))


def test_two_hundred_damaged_pages_give_documents_or_sentences() -> None:
    read_at_all = 0
    for seed in range(200):
        data = mutant(NEWS.encode(), random.Random(seed))
        try:
            read_html(Source(data, "page.html" if seed % 2 else "page.xhtml"))
            read_at_all += 1
        except InputError as error:
            assert str(error).startswith("page.")
    assert read_at_all > 50
