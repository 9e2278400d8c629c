from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.documents.fuzz import mutant

from vet_terms.documents.source import Source
from vet_terms.documents.text.plain_text import document_of_text
from vet_terms.documents.web.markdown import document_of_markdown, read_markdown
from vet_terms.errors import InputError
from vet_terms.language.scripts import count_han, count_latin_words
from vet_terms.model import Document

ROOT = Path(__file__).parent.parent.parent.parent


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def left_out(document: Document) -> list[tuple[str, str]]:
    return [(dropped.text, dropped.reason) for dropped in document.dropped]


PAGE = """---
title: 实训车间手册
date: 2024-03-06
---

# 实训车间（The Workshop）

车间在一楼，见[平面图](plan.png)。![平面图](plan.png)
The workshop is on the *first* floor.[^floor]

| 设备 | Equipment |
|------|-----------|
| 车床 | lathe `X1` |

1. 穿工作服。
2. 戴护目镜。

- safety first

> 安全第一。

Setext 标题
-----------

双元制
: dual system

<p align="center">欢迎 <b>各位</b>学员。</p>

```sh
make test
```

[^floor]: 教学楼一楼。
"""

BLOCKS = [
    ("heading", "", 1, "实训车间手册"),
    ("heading", "", 6, "实训车间"),
    ("heading", "", 6, "The Workshop"),
    ("body", "", 8, "车间在一楼，见平面图。"),
    ("body", "", 9, "The workshop is on the first floor."),
    ("cell", "table1.r1.c1", 11, "设备"),
    ("cell", "table1.r1.c2", 11, "Equipment"),
    ("cell", "table1.r2.c1", 13, "车床"),
    ("cell", "table1.r2.c2", 13, "lathe X1"),
    ("body", "", 15, "1.穿工作服。"),
    ("body", "", 16, "2.戴护目镜。"),
    ("body", "", 18, "safety first"),
    ("body", "", 20, "安全第一。"),
    ("heading", "", 22, "Setext 标题"),
    ("body", "", 25, "双元制"),
    ("body", "", 26, "dual system"),
    ("body", "", 28, "欢迎 各位学员。"),
    ("note", "footnote1", 34, "教学楼一楼。"),
]


def test_a_page_has_its_texts_in_their_places() -> None:
    document = document_of_markdown(PAGE, "page.md")
    found = [(each.role, each.place.spot, each.place.line, each.text) for each in document.blocks]
    assert found == BLOCKS
    assert left_out(document) == [
        ("---\ntitle: 实训车间手册\ndate: 2024-03-06\n---", "front matter"),
        ("平面图", "alternative text"),
        ("[^floor]", "footnote mark"),
        ("make test", "code"),
    ]


SHOWN = [
    ("**柳州**职业*技术*学院", ["柳州职业技术学院"]),
    ("学校很大，\n教师很多。", ["学校很大，教师很多。"]),
    ("The college is large and\nhas many teachers.", ["The college is large and has many teachers."]),
    (
        "学校很大。\nThe college is large.\n教师很多。\nIt has many teachers.",
        ["学校很大。", "The college is large.", "教师很多。", "It has many teachers."],
    ),
    ("学校很大。  \nThe college is large.", ["学校很大。", "The college is large."]),
    ("学校<br>The college is large.", ["学校", "The college is large."]),
    ("学校&amp;企业，3 \\* 4", ["学校&企业，3 * 4"]),
    ("占地10<sup>5</sup>平方米。", ["占地10⁵平方米。"]),
    ("- [x] 学校\n- [ ] 教师", ["学校", "教师"]),
    ("3) 学校\n4) 教师\n\n   学生", ["3)学校", "4)教师", "学生"]),
    ("见<https://example.org>的说明。", ["见https://example.org的说明。"]),
    ("# [学校](a.md)", ["学校"]),
    ("[学校][1]很大。\n\n[1]: https://example.org", ["学校很大。"]),
    ("| 学校 | a |\n|---|---|\n| 教师 | b | 学生 |", ["学校", "a", "教师", "b", "学生"]),
    ("> | 学校 | a |\n> |---|---|\n> | 教师 | b |", ["学校", "a", "教师", "b"]),
    ("学校很大。\n\n[^1]: 没有人提到的注。", ["学校很大。", "没有人提到的注。"]),
    ("学校很大。^[见第二页的说明。]教师很多。", ["学校很大。教师很多。", "见第二页的说明。"]),
    ("<div>\n\n学校很大。\n\n</div>", ["学校很大。"]),
    ("<table><tr><td>学校<td>college<tr><td>教师<td>teacher</table>", ["学校", "college", "教师", "teacher"]),
    ("---\n\n学校很大。\n\n---\n\n教师很多。", ["学校很大。", "教师很多。"]),
    ('+++\ntitle = "学校"\n[extra]\nweight = 3\n+++\n教师很多。', ["学校", "教师很多。"]),
    ("---\ntitle: 学校\n---\n# 学校\n\n教师很多。", ["学校", "教师很多。"]),
    ("---\n学校很大。\n---\n教师很多。", ["学校很大。", "教师很多。"]),
    ("\ufeff# 学校", ["学校"]),
    ("学校\u200f很大\0。", ["学校很大。"]),
]


@pytest.mark.parametrize(("page", "shown"), SHOWN, ids=[page for page, _ in SHOWN])
def test_a_text_is_what_its_page_shows(page: str, shown: list[str]) -> None:
    assert texts(read_markdown(Source(page.encode(), "page.md"))) == shown


LEFT_OUT = [
    ("~~~\nx = 1\n~~~", ("x = 1", "code")),
    ("    x = 1", ("x = 1", "code")),
    ("`x = 1`", ("x = 1", "code")),
    ("[English](a.md) | [Deutsch](b.md)", ("English | Deutsch", "links")),
    ("[English](a.md)", ("English", "links")),
    ("上一篇：[开学](a.md)", ("上一篇：开学", "navigation")),
    ("<!-- 草稿 -->", ("<!-- 草稿 -->", "comment")),
    ("\u200b<!-- 草稿 -->", ("<!-- 草稿 -->", "comment")),
    ("<p hidden>草稿</p>", ("草稿", "hidden")),
    ("[a]: https://example.org '学校'", ("[a]: https://example.org '学校'", "target of links")),
]


@pytest.mark.parametrize(("markup", "expected"), LEFT_OUT, ids=[markup for markup, _ in LEFT_OUT])
def test_what_is_no_text_is_left_out_with_its_reason(markup: str, expected: tuple[str, str]) -> None:
    document = document_of_markdown(f"学校很大。\n\n{markup}\n\n教师很多。", "page.md")
    assert left_out(document) == [expected]
    assert texts(document) == ["学校很大。", "教师很多。"]


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_a_readme_has_all_that_plain_text_has_but_its_code(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    document = document_of_markdown(text, name)
    code = "\n".join(text for text, reason in left_out(document) if reason == "code")
    headings = {each.place.line for each in document.blocks if each.role == "heading"}
    for number, row in enumerate(text.split("\n"), 1):
        assert number in headings or not row.startswith("#") or row in code
    shown = "".join("".join([*texts(document), code]).split())
    plain = document_of_text(text, name)
    for block in plain.blocks:
        if block.role == "body" and not set("`[]|*<\\") & set(block.text):
            assert "".join(block.text.split()).lstrip("-") in shown


def test_the_two_readmes_are_built_alike() -> None:
    documents = [
        document_of_markdown((ROOT / name).read_text("utf-8"), name)
        for name in ("README.md", "README.zh-CN.md")
    ]
    tables = [[each.place.spot for each in document.blocks if each.role == "cell"] for document in documents]
    assert tables[0] == tables[1]


HOSTILE = {
    "quotes": ">" * 5_000 + " 学校很大。",
    "brackets": "[" * 5_000 + "学校很大。",
    "more brackets": "[" * 300_000 + "学校很大。",
    "pictures": "![" * 20_000 + "学校很大。",
    "lists in lists": "- " * 3_000 + "学校很大。",
    "indented lists": "\n".join("  " * depth + "- 学校很大。" for depth in range(300)),
    "quotes in quotes": "\n".join(">" * depth + " 学校很大。\n" for depth in range(300)),
    "notes in notes": "".join("    " * depth + f"[^{depth}]: 学校很大。\n\n" for depth in range(200)),
    "stars": "*学校" * 20_000,
    "one line": "学校与企业合作。" * 830_000,
    "elements": "<div>" * 100_000 + "学校很大。",
    "comments": "学校<!-- " * 50_000,
    "marks of direction": "\u202e学校\u200f很大。\u202c",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_read_to_its_end_in_bounded_time(name: str) -> None:
    document = document_of_markdown(HOSTILE[name], "page.md")
    seen = "".join([*texts(document), *(text for text, _ in left_out(document))])
    assert count_han(seen) == count_han(HOSTILE[name])


@pytest.mark.parametrize("data", [b"", b" \n\n", b"\x89PNG\r\n\x1a\n" + bytes(range(256))])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match=r"^page\.md: is "):
        read_markdown(Source(data, "page.md"))


_TEXTS = ["学校很大。", "The college is large."]
_MARKS = [
    "#",
    ">",
    "-",
    "1.",
    "    ",
    "\n",
    "\n\n",
    "*",
    "`",
    "[",
    "](a)",
    "]",
    "|",
    "|-|-|\n",
    "\\",
    "!",
    " ",
]
_MORE = ["[^1]", "^[", "[^1]: ", ": ", "```\n", "<b>", "</b>", "<div>", "<!-- ", "-->", "---\n"]
_PARTS = st.sampled_from([*_TEXTS, *_MARKS, *_MORE])


@given(st.lists(_PARTS, max_size=40))
def test_no_word_is_lost(parts: list[str]) -> None:
    text = "学" + "".join(parts)
    document = document_of_markdown(text, "page.md")
    seen = " ".join([*texts(document), *(text for text, _ in left_out(document))])
    assert count_han(seen) >= count_han(text)
    assert count_latin_words(seen) >= text.count("The college is large.") * 4


def test_two_hundred_damaged_pages_give_documents_or_sentences() -> None:
    for seed in range(200):
        try:
            read_markdown(Source(mutant(PAGE.encode(), random.Random(seed)), "page.md"))
        except InputError as error:
            assert str(error).startswith("page.md: ")


@pytest.mark.parametrize(
    "heading", ["实训车间手册", "实训车间手册 The Workshop", "实训车间手册（The Workshop）"]
)
def test_a_title_in_front_that_a_heading_says_in_one_language_comes_once(heading: str) -> None:
    document = document_of_markdown(f"---\ntitle: 实训车间手册\n---\n\n# {heading}\n", "a.md")
    assert sum("实训车间手册" in text for text in texts(document)) == 1


SET_BY_PROGRAMS = [
    ("[TOC]", [], [("[TOC]", "markup")]),
    ("> [!NOTE]\n> 注意安全。", [("注意安全。", 2)], [("[!NOTE]", "markup")]),
    ("> [!tip]- 注意安全。", [("注意安全。", 1)], [("[!tip]-", "markup")]),
    ("$$\nF = ma\n$$", [], [("$$\nF = ma\n$$", "formula")]),
    ("[说明] 车间在一楼。", [("[说明] 车间在一楼。", 1)], []),
    ("其中 $$F = ma$$ 是力。", [("其中 $$F = ma$$ 是力。", 1)], []),
]


@pytest.mark.parametrize(("text", "shown", "gone"), SET_BY_PROGRAMS, ids=[row[0] for row in SET_BY_PROGRAMS])
def test_what_a_program_sets_in_its_place_is_no_text(
    text: str, shown: list[tuple[str, int]], gone: list[tuple[str, str]]
) -> None:
    document = document_of_markdown(text, "a.md")
    assert [(block.text, block.place.line) for block in document.blocks] == shown
    assert left_out(document) == gone
