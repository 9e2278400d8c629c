"""Words that no list has and that are a very common one but for a character."""

from __future__ import annotations

import pytest

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.typography.unknown_words import told_by_how_common
from vet_terms.model import TranslationUnit

WRONG = [
    ("学校制定了完善的规章制渡。", "制度"),
    ("专业设置要与产业须求对接。", "需求"),
    ("提高教学质亮。", "质量"),
    ("学校的教学设师先进。", "设施"),
    ("培训班圆满结速。", "结束"),
    ("企业和学校共同招开会议。", ""),
    ("课研结合，以研促教。", ""),
    ("德方每年提供10个名额。", ""),
    ("这台机床重达12吨。", ""),
    ("米克森超越佛度 (Nick Faldo) 的记录。", ""),
    ("提高教学质量。", ""),
    ("學校製定了規章制渡。", ""),
]


@pytest.mark.parametrize(("zh", "right"), WRONG)
def test_a_very_common_word_with_one_character_wrong(zh: str, right: str) -> None:
    context = Context([])
    slips = told_by_how_common(Reading(TranslationUnit(zh, "x", id="1"), context), context)
    assert [slip.suggestion for slip in slips] == ([right] if right else [])
