"""The rules cut where our own splitter cuts; a small reader of SRX stands in for the tools."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vet_terms.language.sentences import split_sentences
from vet_terms.memory.project.segmentation_rules import CHINESE, omegat_conf, srx

regex = pytest.importorskip("regex", reason="the regex package is not installed")
"""Has look-behinds of any length, as Java and ICU have."""


def cut(text: str) -> list[str]:
    """Cut a text as SRX 2.0 has it: the first rule that fits a place decides."""
    places: dict[int, bool] = {}
    for rule in CHINESE:
        behind = {found.start() for found in regex.finditer(rule.behind, text)}
        for found in regex.finditer(rule.before, text):
            if found.end() in behind:
                places.setdefault(found.end(), rule.cuts)
    ends = [place for place in sorted(places) if places[place] and 0 < place < len(text)]
    parts = [text[start:end].strip() for start, end in zip([0, *ends], [*ends, len(text)], strict=True)]
    return [part for part in parts if part]


@pytest.mark.parametrize(
    "text",
    [
        "第一句。第二句！第三句？第四句；第五句",
        "他说：“好。”然后走了。",
        "“党课开讲啦！”系列活动开始了。",
        "（见附件。另有说明。）全文如下。",
        "（一层（二层。）还在里面。）外面。",
        "《你好！世界》出版了。很好。",
        "下一步: 1.柳州市将整合资源。2.学习经验；3.推广。",
        "把方向、管大局……党委发挥作用。",
        "中国.美国.法国",
        "增长3.5%。版本2.0发布。",
        "你好。。再见。",
        "——！你好。",
        "没有结尾",
        "括号没有关上（甲。乙。丙",
        "A. Smith 来了。他走了。",
    ],
)
def test_a_text_is_cut_where_we_cut_it(text: str) -> None:
    assert cut(text) == split_sentences(text, "zh")


WORDS = (
    "甲乙",
    "第一条",
    "增长3.5%",
    "“丁！”的",
    "（戊；己）",
    "《庚？》",
    "（见（1）附件。）",
    "A. Smith",
    "“辛。”",
    "【壬】",
)
SIGNS = (
    "。",
    "！",
    "？",
    "；",
    "，",
    "：",
    "、",
    "……",
    "…",
    "!",
    "?;",
    ".",
    "： 1.",
    "。 （二）",
    " ",
    "：\n一、",
)
TEXTS = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(SIGNS)), max_size=8)


@given(TEXTS.map(lambda parts: "".join(word + sign for word, sign in parts)))
def test_any_text_of_words_and_signs_is_cut_where_we_cut_it(text: str) -> None:
    assert cut(text) == split_sentences(text, "zh")


def test_both_files_hold_the_same_rules() -> None:
    rules = [(each.before, each.behind) for each in CHINESE]
    space = "{http://www.lisa.org/srx20}"
    standard = ElementTree.fromstring(srx())
    assert [
        (each.findtext(f"{space}beforebreak"), each.findtext(f"{space}afterbreak"))
        for each in standard.iter(f"{space}rule")
    ] == rules
    strings = [each.text for each in ElementTree.fromstring(omegat_conf()).iter("string")]
    assert strings[2:-1] == [part for rule in rules for part in rule]
