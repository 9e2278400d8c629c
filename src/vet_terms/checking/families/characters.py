"""Rules on characters that do not belong: Chinese left in an English target, broken and look-alike ones."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import itemgetter

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.rule import Example, Rule, finding
from vet_terms.language.scripts import HAN, HAN_CHARACTER
from vet_terms.model import Finding, Side, Span

_RUN = re.compile(rf"[{HAN}](?:[{HAN}，。、；：·\s\d]*[{HAN}])?")
_BRACKETED = re.compile(r"[(（\[【][^()（）\[\]【】]*[)）\]】]")
_NEAR = 30
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|\S+\.(?:docx?|xlsx?|pptx?|pdf|txt|csv|zip|rar|jpe?g|png|mp[34])\b", re.IGNORECASE
)
"""A web address, or the name of a file, which is as it is."""


def _check_chinese_left(reading: Reading, context: Context) -> Iterator[Finding]:
    unit = reading.unit
    if unit.en.isascii() or not HAN_CHARACTER.search(unit.en):
        return
    originals = [
        match.span() for match in _BRACKETED.finditer(unit.en) if _stands_beside_english(unit.en, match)
    ]
    addresses = [match.span() for match in _ADDRESS.finditer(unit.en)]
    quoted = _QUOTED.findall(unit.zh)
    for run in _RUN.finditer(unit.en):
        if _lies_in_one_of(originals, run) or _lies_in_one_of(addresses, run):
            continue
        if _NAMED_CHARACTER.search(unit.en, max(0, run.start() - _NEAR), run.start()):
            continue
        if run.group() in quoted and _OF_CHARACTERS.search(unit.en):
            continue
        message = f"Chinese is left in the target: “{run.group()}”."
        yield finding(unit, CHINESE_LEFT.id, "error", message, Span("target", *run.span()))


_BROKEN = re.compile(
    "[\ufffd\x00-\x08\x0e-\x1f\x7f-\x9f]|锟斤拷|烫烫烫|â€[™œ\x9d“”˜¦]|Ã[©¨¼¶¤±³]|ï¼[Œš‰ˆ]|ã€[‚\x81]"
)


def _check_broken(reading: Reading, context: Context) -> Iterator[Finding]:
    texts: tuple[tuple[Side, str], ...] = (("source", reading.zh), ("target", reading.en))
    for side, text in texts:
        for found in () if text.isascii() and text.isprintable() else _BROKEN.finditer(text):
            shown = " ".join(f"U+{ord(char):04X}" for char in found.group())
            message = f"The text was damaged in some conversion ({shown})."
            yield finding(reading.unit, BROKEN.id, "error", message, Span(side, *found.span()))


# Cyrillic and Greek letters that look like Latin ones.
_ALIKE = dict(
    zip(
        "асеорхуіѕјһԁАВЕКМНОРСТХУІЅЈοαΑΒΕΗΙΚΜΝΟΡΤΥΧΖ",
        "aceopxyisjhdABEKMHOPCTXYISJoaABEHIKMNOPTYXZ",
        strict=True,
    )
)
_LETTERS = re.compile("[A-Za-zЀ-ӿͰ-Ͽ]+")
_FOREIGN = re.compile("[Ѐ-ӿͰ-Ͽ]")
_INVISIBLE = re.compile("[\u200b\ufeff\u2060\u00ad]")


def _check_disguised(reading: Reading, context: Context) -> Iterator[Finding]:
    unit, en = reading.unit, reading.en
    if en.isascii():
        return
    if _FOREIGN.search(en):
        for found in _words_of_two_scripts(en):
            right = "".join(_ALIKE.get(char, char) for char in found.group())
            if right.isascii():
                message = f"“{found.group()}” has letters of another script that look like Latin ones."
                span = Span("target", *found.span())
                yield finding(unit, DISGUISED.id, "warning", message, span, right, right)
    for found in _INVISIBLE.finditer(en):
        message = f"An invisible character (U+{ord(found.group()):04X}) stands here."
        yield finding(unit, DISGUISED.id, "info", message, Span("target", *found.span()), "", "")


def _words_of_two_scripts(text: str) -> Iterator[re.Match[str]]:
    for word in _LETTERS.finditer(text):
        if _FOREIGN.search(word.group()) and _FOREIGN.sub("", word.group()):
            yield word


_NAMED_CHARACTER = re.compile(
    r"\b(?:characters?|ideographs?|ideograms?|radicals?|hanzi|pictographs?)[\s,:“\"'‘]*$", re.IGNORECASE
)
"""The words after which a Chinese character stands for itself."""
_OF_CHARACTERS = re.compile(r"\b(?:characters?|radicals?|components?|strokes?|hanzi)\b", re.IGNORECASE)
_QUOTED = re.compile(rf"[“「‘]([{HAN}]{{1,2}})[”」’]")
"""“匠”字由“匚”和“斤”组成: what is spoken of is the characters."""


def _lies_in_one_of(spans: Sequence[tuple[int, int]], run: re.Match[str]) -> bool:
    """Tell whether a run lies in one of some spans, which are in order and do not overlap."""
    at = bisect_left(spans, run.end(), key=itemgetter(1))
    return at < len(spans) and spans[at][0] <= run.start()


def _stands_beside_english(text: str, bracket: re.Match[str]) -> bool:
    """Tell whether a bracket gives the Chinese of the English before it (LVTC (柳职院))."""
    end = bracket.start()
    while end and text[end - 1] in " \"”’'":
        end -= 1
    before = text[end - 1 : end] if end else ""
    return before.isalnum() and not HAN_CHARACTER.match(before)


CHINESE_LEFT = Rule(
    id="characters/chinese-left",
    severity="error",
    summary="Chinese characters are left in the English target.",
    explanation=(
        "English that keeps Chinese in the middle of a sentence is unfinished. Chinese in brackets after "
        "its English, as a name in the original, is left alone, and so is a web address."
    ),
    bad=(
        Example(
            "柳州职业技术学院与柳工合作。", "Liuzhou Vocational & Technical College cooperates with 柳工."
        ),
        Example("推进“三教”改革。", "Advance the “三教” reform."),
    ),
    good=(
        Example("柳职院与柳工合作。", "LVTC (柳职院) cooperates with Liugong (柳工)."),
        Example("推进“三教”改革。", "Advance the reform of teachers, textbooks and methods."),
    ),
    check=_check_chinese_left,
)

BROKEN = Rule(
    id="characters/broken",
    severity="error",
    summary="A text was damaged: replacement or control characters, or a text read in the wrong encoding.",
    explanation=(
        "� (U+FFFD), control characters and the traces of UTF-8 read as something else (â€™, 锟斤拷) show "
        "that characters were lost. Tabs and line breaks are left alone."
    ),
    bad=(
        Example("学校的特色", "the college\ufffds feature"),
        Example("学校的特色", "the collegeâ€™s feature"),
    ),
    good=(
        Example("学校的特色", "the college’s feature"),
        Example("咖啡文化", "café culture\tin Montréal"),
        Example("第一行\n第二行", "first line\nsecond line"),
    ),
    check=_check_broken,
)

DISGUISED = Rule(
    id="characters/disguised",
    severity="warning",
    summary="A word has letters of another script that look like Latin ones, or an invisible character.",
    explanation=(
        "A Cyrillic с or a Greek ο in an English word is not found by any search, nor by a glossary. "
        "Words wholly in another script, and symbols of formulas, are left alone; zero-width spaces and "
        "soft hyphens are info."
    ),
    bad=(
        Example("职业学院", "vocational \u0441ollege"),
        Example("学校", "sch\u03bf\u03bfl"),
    ),
    good=(
        Example("职业学院", "vocational college"),
        Example("莫斯科", "Moscow (\u041c\u043e\u0441\u043a\u0432\u0430)"),
        Example("α系数为0.9", "a Cronbach’s α of 0.9, with β-testing"),
    ),
    check=_check_disguised,
)

RULES: tuple[Rule, ...] = (CHINESE_LEFT, BROKEN, DISGUISED)
