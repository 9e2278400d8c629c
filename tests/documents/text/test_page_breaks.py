from __future__ import annotations

import pytest

from vet_terms.documents.text.plain_text import document_of_text

ACROSS = [
    (
        "a Chinese word",
        "学校调整了专业布局，与北方港务集\n\f团共建了实训中心，投入设备1200万元。",
        ["学校调整了专业布局，与北方港务集团共建了实训中心，投入设备1200万元。"],
    ),
    (
        "an English word",
        "The centre is run by a board, which now\nplans to open a second work-\n\fshop, with the city’s aid.",
        ["The centre is run by a board, which now plans to open a second workshop, with the city’s aid."],
    ),
    ("a page that ends", "学校发展很好。\n\f国际合作不断扩大。", ["学校发展很好。", "国际合作不断扩大。"]),
    ("labels", "国际交流中心\n\f心理咨询中心", ["国际交流中心", "心理咨询中心"]),
    (
        "an item of a list",
        "学校调整了专业布局，与北方港务集\n\f1.团建活动，每年两次。",
        ["学校调整了专业布局，与北方港务集", "1.团建活动，每年两次。"],
    ),
]


@pytest.mark.parametrize(("dump", "whole"), [row[1:] for row in ACROSS], ids=[row[0] for row in ACROSS])
def test_only_what_a_page_break_cut_is_joined(dump: str, whole: list[str]) -> None:
    assert [block.text for block in document_of_text(dump, "a.txt").blocks] == whole
