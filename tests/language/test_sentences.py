from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vet_terms.language import sentences
from vet_terms.language.sentences import ends_sentence, split_sentences

CHINESE = [
    ("目前，共有29所。近年来，高度重视。", ["目前，共有29所。", "近年来，高度重视。"]),
    ("应对就业市场；学习意大利。", ["应对就业市场；", "学习意大利。"]),
    ("他说：“好。”然后走了。", ["他说：“好。”", "然后走了。"]),
    ("持续开展“党课开讲啦！”系列活动。", ["持续开展“党课开讲啦！”系列活动。"]),
    ("案例《为什么？因为》获奖。", ["案例《为什么？因为》获奖。"]),
    ("学校（1998年成立。后更名）很好。", ["学校（1998年成立。后更名）很好。"]),
    ("下一步:  1.柳州市将整合资源。", ["下一步:", "1.柳州市将整合资源。"]),
    ("推进终生学习.", ["推进终生学习."]),
    ("增长2.5倍。", ["增长2.5倍。"]),
    ("真的吗？！是的……好。", ["真的吗？！", "是的……", "好。"]),
    ("没有句号", ["没有句号"]),
    ("我被咬了!“", ["我被咬了!“"]),
    ("他说。。我走了。", ["他说。。", "我走了。"]),
    ("他说。 。”我走了。", ["他说。 。”", "我走了。"]),
    ("头衔改为MWP（议员)，令人惊愕。因为要改名。", ["头衔改为MWP（议员)，令人惊愕。", "因为要改名。"]),
    ("学校(2019年成立。升格）很好。再见。", ["学校(2019年成立。升格）很好。", "再见。"]),
    ("改名（没有关上。后面照旧。", ["改名（没有关上。", "后面照旧。"]),
    ("1）第一项。（甲。乙）第二项。", ["1）第一项。", "（甲。乙）第二项。"]),
]

ENGLISH = [
    (
        "It does R&D, etc. according to needs. It works.",
        ["It does R&D, etc. according to needs.", "It works."],
    ),
    (
        "Liugong Machinery Co., Ltd., Liuzhou College (LVTC) held it. It grew.",
        ["Liugong Machinery Co., Ltd., Liuzhou College (LVTC) held it.", "It grew."],
    ),
    ("a dual-track model; To learn how Italy works.", ["a dual-track model;", "To learn how Italy works."]),
    ("1.Implement x. 2.Support teachers.", ["1.Implement x.", "2.Support teachers."]),
    ("In the next step: 1. Liuzhou will act.", ["In the next step:", "1. Liuzhou will act."]),
    ("RMB 25.424 million was spent. Good.", ["RMB 25.424 million was spent.", "Good."]),
    ("The U.S. team won No. 1 prize.", ["The U.S. team won No. 1 prize."]),
    (
        "It is open from 6 a.m. - 10 p.m., with exceptions.",
        ["It is open from 6 a.m. - 10 p.m., with exceptions."],
    ),
    ("No arms shall be carried； no force employed.", ["No arms shall be carried；", "no force employed."]),
    ("(1) come to class; and", ["(1) come to class; and"]),
    ("（2） do the homework； or", ["（2） do the homework； or"]),
    ("The centre (est. 1998; renamed 2024) is here.", ["The centre (est. 1998; renamed 2024) is here."]),
]


@pytest.mark.parametrize(("text", "sentences"), CHINESE)
def test_chinese(text: str, sentences: list[str]) -> None:
    assert split_sentences(text, "zh") == sentences


@pytest.mark.parametrize(("text", "sentences"), ENGLISH)
def test_english(text: str, sentences: list[str]) -> None:
    assert split_sentences(text, "en") == sentences


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("发展之路。", True),
        ("Co., Ltd.", False),
        ("by Liugong.", True),
        ('“going out".', True),
        ("the signing of", False),
        ("（好。）", True),
    ],
)
def test_ends_sentence(text: str, ends: bool) -> None:
    assert ends_sentence(text) == ends


@given(st.text(alphabet="学校。！？；“”（）《》a1. ：", max_size=60))
def test_nothing_of_a_chinese_text_is_lost(text: str) -> None:
    assert "".join("".join(split_sentences(text, "zh")).split()) == "".join(text.split())


@given(st.text(alphabet="Ab c.;:!?()\"'“”1 ", max_size=60))
def test_nothing_of_an_english_text_is_lost(text: str) -> None:
    assert "".join("".join(split_sentences(text, "en")).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It opened (in 2019. It was small then) in Liuzhou. It grew.", 2),
        ("It opened （in 2019. It was small then) in Liuzhou. It grew.", 2),
        ("It grew (and grew. It closed. It opened again.", 3),
        ("It has labs (big; small); it has halls.", 2),
    ],
)
def test_a_bracket_holds_together_only_where_it_closes(text: str, count: int) -> None:
    assert len(split_sentences(text, "en")) == count


PIECES = [
    "Dr",
    "U.S",
    "No",
    "The",
    "he",
    "it",
    "Inc",
    "3",
    "1990s",
    " ",
    " ",
    " ",
    ",",
    ":",
    "'",
    "’",
    "“",
    "”",
    '"',
    "-",
    "—",
]


@given(
    st.lists(st.sampled_from(PIECES), max_size=12).map("".join),
    st.sampled_from(["", ".", "!", "?", ".”", "?)"]),
)
def test_what_is_taken_for_one_sentence_unread_is_one_when_read(text: str, end: str) -> None:
    quick = split_sentences(text + end, "en")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sentences, "_SINGLE", re.compile(r"(?!)"))
        assert split_sentences(text + end, "en") == quick
