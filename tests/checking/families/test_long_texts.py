"""Texts of many thousand characters: each rule goes through them once, whatever they are made of."""

from __future__ import annotations

import pytest

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.families import (
    characters,
    codes,
    pairing,
    spelling,
    typography_chinese,
    typography_english,
)
from vet_terms.checking.rule import Rule
from vet_terms.model import InlineCode, TranslationUnit

RULES = (
    *(*codes.RULES, *characters.RULES, *pairing.RULES),
    *(*typography_english.RULES, *typography_chinese.RULES, *spelling.RULES),
)
SIZE = 20_000
CONTEXT = Context()
PIECES = (
    "a", "A", "1", ".", ",", " ", "-", "(", ")", "“", "”", '"', "'", "’", "，", "。", "（",
    "\u3000", "《", "{", "%", "<", "a.", "1.", "a@", "a-", "the ", "1,", "a,", ", ", ") ", "( ",
    "a(", "a)", "A-1", "1 -", "http://", "www.", "{a}", "aB", "的", "了了", "的的", "以经",
    "积极的推进", "学校 ", "(学", "学,", "象", "一样", "1[3", "0772-", "GB/T ", "a/", "of the ",
    "a b ", "iA", "Xx", "x. y", "é", "\u0441a", "\ufffd", "[1)", "：：", "……", "thethe",
    "collegestudents",
)  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
def test_a_long_text_is_gone_through_once(piece: str) -> None:
    text = piece * (SIZE // len(piece))
    for zh, en in ((text, text), ("学校。", text), (text, "The school.")):
        reading = Reading(TranslationUnit(zh, en, id="1"), CONTEXT)
        for rule in RULES:
            found = [] if rule.check is None else list(rule.check(reading, CONTEXT))
            assert all(each.span is None or 0 <= each.span.start <= each.span.end for each in found)


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_empty_and_broken_texts_are_read(rule: Rule) -> None:
    texts = ("", " ", "\n", "。", ".", "“", "\ud800", "\x00", "（）", "\u3000", "a", "1.", "{", "a" * 70)
    codes_of = (InlineCode("source", 0, "g1"), InlineCode("target", 0, "/g1"), InlineCode("target", 9, ""))
    for zh in texts:
        for en in texts:
            reading = Reading(TranslationUnit(zh, en, id="1", codes=codes_of), CONTEXT)
            found = [] if rule.check is None else list(rule.check(reading, CONTEXT))
            assert all(each.rule == rule.id for each in found)
