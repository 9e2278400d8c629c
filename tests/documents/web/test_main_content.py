from __future__ import annotations

import pytest

from vet_terms.documents.web.main_content import NOTHING_TAKEN, reasons_of, title_parts
from vet_terms.documents.web.page_text import page_text
from vet_terms.documents.web.tree import html_tree

PROSE = "学校与两家企业签订协议，共建一个实训车间，每年可以容纳四十名学生，设备由企业提供，学校负责保养。"
SHORT = "车间在一楼，仓库在二楼。"
MENU = "<ul><li><a href=1>首页</a><li><a href=2>概况</a><li><a href=3>招生</a></ul>"


def kept(markup: str) -> list[str]:
    """Return what stays of a page, its long text as "…"."""
    page = page_text(html_tree(markup, "page.html"))
    reasons, _ = reasons_of(page.pieces, page.regions, page.title)
    return [
        "…" if piece.text == PROSE else piece.text
        for piece, reason in zip(page.pieces, reasons, strict=True)
        if not reason
    ]


NEWS = "<li><a href=3>放假</a>（2024年4月30日 10:20）<li><a href=4>招生</a> 04/09"


PAGES = [
    # A menu is known by its links, wherever it stands and whatever it is called.
    (f"{MENU}<p>{PROSE}", ["…"]),
    (f"<div><a href=1>首页</a> | <a href=2>概况</a> | <a href=3>招生</a></div><p>{PROSE}", ["…"]),
    (f"<p>{PROSE}</p><h3>相关链接</h3>{MENU}", ["…"]),
    # The dates of a list of news are no words beside its links; its bar in an old page is a table.
    (
        f"<p>{PROSE}</p><ul><li><a href=1>开工</a> 2024-05-10<li><a href=2>开学</a><b>[05-01]</b>{NEWS}</ul>",
        ["…"],
    ),
    (
        f"<table><tr><td><a href=1>首页</a><td>|<td><a href=2>概况</a><td><a href=3>招生</a></table>{PROSE}",
        ["…"],
    ),
    # At the foot of the page stands whose it is; what has a sentence stands there not.
    (
        f"<p>{PROSE}</p><div><p>海泉学院 版权所有</p><p>技术支持：甲公司</p></div><p>第 9 位访客</p>",
        ["…"],
    ),
    (f"<p>{PROSE}</p><div>海泉学院 Copyright © 2020 All rights reserved.<br>您是第 9 位访客</div>", ["…"]),
    (f"<p>{PROSE}</p><div><p>版权所有 海泉学院</p><p>{SHORT}</p></div>", ["…", "版权所有 海泉学院", SHORT]),
    (f"<div><p>© 2020 甲</p></div><p>{PROSE}", ["© 2020 甲", "…"]),
    # Links in the text are text, and so are single ones: an attachment, a list of terms.
    (f"<p>{PROSE}</p><p>附件：<a href=a>协议书</a></p>", ["…", "附件：协议书"]),
    (
        f"<p>{PROSE}</p><p><a href=1>双元制</a> dual<p><a href=2>学徒</a> pupil<p><a href=3>师</a> master",
        ["…", "双元制 dual", "学徒 pupil", "师 master"],
    ),
    (
        f"<p>{PROSE}<table><tr><td><a href=1>甲</a><td>x<tr><td><a href=2>乙</a><td><a href=3>y</a></table>",
        ["…", "甲", "x", "乙", "y"],
    ),
    # Names of elements and classes are believed as long as little prose is in them.
    (f"<nav>新闻</nav><p>{PROSE}", ["…"]),
    (f"<nav><p>{PROSE}</p></nav>", ["…"]),
    (f"<div class='sidebar'>电话：1234567</div><p>{PROSE}", ["…"]),
    (f"<div class=rich_media_meta_list>李明 <em>2024-06-02</em></div><p>{PROSE}", ["…"]),
    (f"<div class='with-sidebar'><p>{PROSE}</p></div>", ["…"]),
    (f"<body class='menu-open'><p>{PROSE}", ["…"]),
    (f"<form id=aspnetForm><p>{PROSE}</p></form>", ["…"]),
    (f"<div style='visibility: hidden' id=js_content><p>{PROSE}</p></div>", ["…"]),
    (f"<div class=comments><p>{SHORT}</p></div><p>{PROSE}", ["…"]),
    (f"<div class=comments><p>{PROSE}</p></div><p>{PROSE}", ["…", "…"]),
    # What stands around the main text goes; the title stays.
    (f"<p>海泉职业技术学院</p><main><p>{PROSE}</p></main><p>{SHORT}</p>", ["…"]),
    (f"<h1>签约</h1><main><p>{PROSE}</p></main>", ["签约", "…"]),
    (f"<p>学院</p><article><p>{PROSE}</p></article><p>{SHORT}</p>", ["…", SHORT]),
    (f"<p>{PROSE}</p><main><p>{SHORT}</p></main>", ["…", SHORT]),
    (f"<header><h1>签约</h1></header><p>{PROSE}", ["签约", "…"]),
    (f"<article><header><p>作者小传</p></header><p>{PROSE}</p></article>", ["作者小传", "…"]),
    # A few words between two menus belong to the menus.
    (f"{MENU}<p>热线</p>{MENU}<p>{PROSE}", ["…"]),
    (f"<p>{PROSE}</p>{MENU}<p>{SHORT}</p>{MENU}", ["…", SHORT]),
]


@pytest.mark.parametrize(("markup", "stays"), PAGES, ids=[str(number) for number in range(len(PAGES))])
def test_menus_go_and_text_stays(markup: str, stays: list[str]) -> None:
    assert kept(markup) == stays


def test_a_page_of_menus_alone_is_kept_whole_and_said_so() -> None:
    page = page_text(html_tree(f"<nav>{MENU}</nav>", "page.html"))
    reasons, notes = reasons_of(page.pieces, page.regions)
    assert reasons == ["", "", ""]
    assert notes == (NOTHING_TAKEN,)


def test_an_empty_page_has_nothing_to_say() -> None:
    assert reasons_of([], []) == ([], ())


TITLES = [
    ("学校新闻", ["学校新闻", "学校新闻"]),
    ("共建车间-海泉职业技术学院", ["共建车间-海泉职业技术学院", "共建车间", "海泉职业技术学院"]),
    ("A well-kept workshop | Site", ["A well-kept workshop | Site", "A well-kept workshop", "Site"]),
    ("", []),
]


@pytest.mark.parametrize(("title", "parts"), TITLES)
def test_a_title_has_parts(title: str, parts: list[str]) -> None:
    assert title_parts(title) == parts
