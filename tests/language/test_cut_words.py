"""Stretches that cut words at both of their ends, and those that do not."""

from __future__ import annotations

import pytest

from vet_terms.language.cut_words import cuts_words


@pytest.mark.parametrize(
    ("text", "stretch", "cuts"),
    [
        ("专业52个，其中国家级4个", "中国", True),
        ("在中国建成", "中国", False),
        ("中国家", "中国", False),
        ("这一点心得体会", "点心", True),
        ("他们爱吃点心和水果", "点心", False),
        ("加强高等职业教育研究", "职业教育", False),
        ("上海市长江路", "市长", True),
        ("南京市长江大桥", "长江", False),
        ("推进产教融合发展", "产教融合", False),
        ("由覃正海同志", "覃正海", False),
        ("(中国)", "中国", False),
        ("在 中国 建", "中国", False),
        ("中国", "中国", False),
    ],
)
def test_whether_words_are_cut(text: str, stretch: str, cuts: bool) -> None:
    start = text.index(stretch)
    assert cuts_words(text, start, start + len(stretch)) is cuts
