from __future__ import annotations

from pathlib import Path

import pytest

from vet_terms.documents.cleaning import tidy
from vet_terms.documents.readers import read_document
from vet_terms.documents.text.plain_text import document_of_text
from vet_terms.language.segmentation import segments
from vet_terms.model import Document

SEEDS = Path(__file__).parent.parent.parent.parent / "seeds"


@pytest.fixture(scope="module")
def deck() -> Document:
    return read_document(SEEDS / "004_b56f01a47149504a.txt")


@pytest.fixture(scope="module")
def newspaper() -> Document:
    return read_document(SEEDS / "000_8c7834f004e3f389.txt")


@pytest.fixture(scope="module")
def article() -> Document:
    return read_document(SEEDS / "003_8480ea60cec25914.txt")


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.stem[:3])
def test_nothing_of_a_document_is_lost(path: Path) -> None:
    document = read_document(path)
    texts = [block.text for block in document.blocks] + [dropped.text for dropped in document.dropped]
    seen = sorted("".join(map(squeezed, texts)))
    assert seen == sorted(squeezed(path.read_text("utf-8")))


def test_the_deck_has_its_slides(deck: Document) -> None:
    assert {block.place.page for block in deck.blocks} == set(range(1, 20))
    assert not deck.dropped


def test_running_heads_are_headings(deck: Document) -> None:
    heads = {block.text for block in deck.blocks if block.role == "heading"}
    assert "一、职业教育国家化发展情况" in heads
    assert "II. International Cooperation Needs of Vocational Education" in heads


NEWSPAPER_SENTENCES = [
    "柳职，不仅是柳州的柳职，也是中国的柳职、世界的柳职。",
    (
        "近年来，学校以高度的社会责任感，循着“解放思想、创新求变、向海图强、开放发展”的嘱托，"
        "将视野放眼全球，跑出“职教出海”的“加速度”。"
    ),
    "今年5月24日，越南河内机电高等学院的一间会议室里春意融融。",
    "越南国际工匠学院只是柳职伴随地方企业“走出去”，推进国际产能与国际化相融合的一个缩影。",
    (
        "案例《深化党建进学生公寓 打通育人“最后一公里”》"
        "获全区高校“一站式”学生社区综合管理模式建设工作精品案例50强。"
    ),
    (
        "学校组织部荣获“全区2021-2022年度乡村振兴驻村帮扶先进后盾单位”荣誉称号，"
        "驻村第一书记覃正海荣获柳州市第三届“最美工作队员”称号；"
    ),
    (
        "学校专业结构与柳州产业发展契合度超过92.6%，与世界500强企业或行业领军企业共建专业比例超过50%，"
        "校企合作专业覆盖面达到100%。"
    ),
    "柳州，西南工业重镇、广西最大的工业城市。",
    "（杨琳 罗世华 周仟仟 谢耘 文/图）",
    "匠心筑梦向新行 跃上葱茏再攀峰",
    "学校先进完备的实训教学场地。",
    "柳职汽车电商直播营销实践基地。",
]


@pytest.mark.parametrize("sentence", NEWSPAPER_SENTENCES)
def test_newspaper_columns_are_whole_sentences_again(newspaper: Document, sentence: str) -> None:
    assert sentence in {each.text.removeprefix("——") for each in segments(newspaper)}


def test_the_newspaper_keeps_captions_headings_and_the_byline_apart(newspaper: Document) -> None:
    roles = {block.text: block.role for block in newspaper.blocks}
    assert roles["学校先进完备的实训教学场地。"] == "caption"
    assert roles["校企联合共建的7个科研平台揭牌。"] == "caption"
    assert roles["（杨琳 罗世华 周仟仟 谢耘 文/图）"] == "byline"
    assert roles["22 工业基因点燃新引擎"] == "heading"


def test_the_article_is_without_its_navigation(article: Document) -> None:
    assert [each.reason for each in article.dropped] == [
        "navigation",
        "label of the page",
        "label of the page",
    ]
    assert article.blocks[0].text == "广西现代职业技术学院获评“自治区改革创新先进集体”"
    assert article.blocks[-1].role == "byline"


def test_a_passage_that_breaks_off_is_said_and_not_glued(article: Document) -> None:
    assert article.notes == ("line 23: the text breaks off at “…推动河池市两次荣”",)
    assert any(block.text.startswith("冠军，更斩获") for block in article.blocks)


def test_a_style_that_spaces_digits_is_left_alone() -> None:
    text = "学校有 29 个专业，在校生 1000 人，教师 300 名。"
    assert document_of_text(text, "a.txt").blocks[0].text == text


TIDIED = [
    ("海 外 8 个分中心", "海 外8个分中心"),
    ("培育单位 2个 （1个已通过）", "培育单位2个（1个已通过）"),
    ("“中泰学院” 。", "“中泰学院”。"),
    ("（一） 政府主导", "（一）政府主导"),
    ("杨琳 罗世华", "杨琳 罗世华"),
    ("22 工业基因", "22 工业基因"),
]


@pytest.mark.parametrize(("text", "tidied"), TIDIED)
def test_tidy_takes_only_what_a_layout_puts(text: str, tidied: str) -> None:
    assert tidy(text, "zh", digits_spaced=False) == tidied


def test_english_keeps_single_spaces() -> None:
    assert (
        tidy("Liuzhou  international   center", "en", digits_spaced=False) == "Liuzhou international center"
    )


def test_a_markdown_heading_is_a_heading_without_its_marks() -> None:
    document = document_of_text("## 教学管理\n学校实行学分制\n\n### Teaching ###\nCredits are used", "a.md")
    assert [(block.role, block.text) for block in document.blocks if "分" not in block.text][:2] == [
        ("heading", "教学管理"),
        ("heading", "Teaching"),
    ]


def test_an_item_that_a_list_goes_on_behind_is_no_heading() -> None:
    text = "学生应当：\n（一）按时上课；\n（二）完成作业。\n\n(1) come to class; and\n\n(2) do homework."
    roles = {block.text: block.role for block in document_of_text(text, "a.txt").blocks}
    assert roles["(1) come to class; and"] == "body"


def test_the_opening_of_a_chapter_is_a_heading_on_every_page() -> None:
    text = "第一章 总则\n第一条 学校实行学分制。\n\n\n\n第二章 附则\n第二条 本办法自公布之日起施行。"
    roles = [(block.place.page, block.role) for block in document_of_text(text, "a.txt").blocks]
    assert roles == [(1, "heading"), (1, "body"), (2, "heading"), (2, "body")]


def test_lines_that_are_paragraphs_stay_apart() -> None:
    lines = [
        "学校建成了三个实训基地。",
        "每个基地可以同时容纳两百名学生。",
        "设备由企业提供，学校负责保养。",
        "教师每年到企业实践四周。",
        "学生毕业时取得两张证书。",
        "去年的就业率是历年最高的。",
    ]
    assert [block.text for block in document_of_text("\n".join(lines), "a.txt").blocks] == lines
