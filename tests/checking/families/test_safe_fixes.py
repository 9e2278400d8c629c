"""The law of the safe fixes: written in place, they come to an end, break no word and make no new finding."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.families import characters, codes, pairing, typography_english
from vet_terms.checking.fixing.texts import fixed_text
from vet_terms.model import Finding, TranslationUnit

CONTEXT = Context()
RULES = (*codes.RULES, *characters.RULES, *pairing.RULES, *typography_english.RULES)
PIECES = (
    *("the", "the", "college", "a", "LVTC", "29", "2016", "e.g.", "etc.", "Co.", "1.", "(1)", "It", "it"),
    *(" ", " ", " ", "  ", "   ", ",", ".", ";", ":", "!", "?", "(", ")", "[", "]", "“", "”", '"', "’"),
    *(
        "-",
        "--",
        "–",
        "…",
        "，",
        "。",
        "；",
        "：",
        "！",
        "？",
        "（",
        "）",
        "、",
        "％",
        "Ａ",
        "９",
        "\u3000",
        "——",
    ),
    *("……", "～", "．", "学校", "《", "》", "www.lvtc.cn", "{0}", "<b>", "\u200b", "\u00a0", "\n", "iPhone"),
    *("vocational \u0441ollege", "of the of the"),
)
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map("".join)
PASSES = 4
"""Fixes that meet wait for the next time; so many are enough for what people type."""
TAKES_A_WORD_OUT = {"typography-english/doubled-word"}


def found_in(en: str) -> list[Finding]:
    reading = Reading(TranslationUnit("学校深化改革。", en, id="1"), CONTEXT)
    return [each for rule in RULES if rule.check for each in rule.check(reading, CONTEXT)]


def letters(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold().replace("\u0441", "c")
    return "".join(char for char in folded if char.isalnum())


@settings(max_examples=400, deadline=None)
@given(TEXTS)
@example("teachers ，students")
@example("The the  college ( LVTC ) ， was  founded。It has ２９ 《 》 teachers .")
@example(" 1.Implement the the plan,and  go on")
def test_fixes_come_to_an_end(en: str) -> None:
    for _ in range(PASSES):
        en = fixed_text(en, found_in(en))
    assert [each for each in found_in(en) if each.replacement is not None] == []


SENTENCES = (
    "The college, founded in 1958, has teachers (including part-time ones); it trains craftsmen.",
    "It said, “Deepen the reform,” and the schools went on: teachers, students and staff took part.",
    "In May 2018, the group (68 members) was established by colleges, enterprises and associations.",
    "Are the “Double High Plan” and the “Luban Workshop” new? No, they are not!",
)
WIDE = {",": "，", ".": "。", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}
TIGHT = {", ": ",", "; ": ";", " (": "(", " “": "“"}


def slips(sentence: str) -> list[str]:
    """Return a sentence with one slip each: a doubled space, a space before a mark, a full-width mark…"""
    made = [" " + sentence, sentence.replace(" the ", " the the ", 1)]
    for at, char in enumerate(sentence):
        rest = sentence[at + 1 :]
        if char == " " and rest[:1].isalnum() and sentence[at - 1].isalnum():
            made.append(sentence[:at] + "  " + rest)
        if char in WIDE:
            made.append(sentence[:at] + WIDE[char] + rest)
            made.append(sentence[:at] + WIDE[char] + rest.removeprefix(" "))
        if char in ",.;:?!)" and sentence[at - 1].isalnum():
            made.append(sentence[:at] + " " + char + rest)
        if char in "(“":
            made.append(sentence[: at + 1] + " " + rest)
        for right, wrong in TIGHT.items():
            if sentence.startswith(right, at) and sentence[at + len(right)].isalpha():
                made.append(sentence[:at] + wrong + sentence[at + len(right) :])
    return [each for each in made if each != sentence]


@pytest.mark.parametrize(
    ("sentence", "wrong"), [(sentence, wrong) for sentence in SENTENCES for wrong in slips(sentence)]
)
def test_a_slip_is_fixed_to_what_was_meant(sentence: str, wrong: str) -> None:
    assert [each.rule for each in found_in(sentence) if each.severity != "info"] == []
    assert fixed_text(wrong, found_in(wrong)) == sentence


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_fixes_keep_every_letter_and_figure(en: str) -> None:
    fixes = [each for each in found_in(en) if each.rule not in TAKES_A_WORD_OUT]
    assert letters(fixed_text(en, fixes)) == letters(en)
