"""Rules on characters that do not belong: Chinese left in an English target."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vet_terms.checking.rule import Context, Example, Rule, finding
from vet_terms.language.scripts import HAN, HAN_CHARACTER
from vet_terms.model import Finding, Span, TranslationUnit

_RUN = re.compile(rf"[{HAN}](?:[{HAN}，。、；：·\s\d]*[{HAN}])?")
_BRACKETED = re.compile(r"[(（\[【][^()（）\[\]【】]*[)）\]】]")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")


def _check_chinese_left(unit: TranslationUnit, context: Context) -> Iterator[Finding]:
    set_aside = [
        match.span()
        for pattern in (_BRACKETED, _ADDRESS)
        for match in pattern.finditer(unit.en)
        if pattern is _ADDRESS or _stands_beside_english(unit.en, match)
    ]
    for run in _RUN.finditer(unit.en):
        if any(start <= run.start() and run.end() <= end for start, end in set_aside):
            continue
        message = f"Chinese is left in the target: “{run.group()}”."
        yield finding(unit, CHINESE_LEFT.id, "error", message, Span("target", *run.span()))


def _stands_beside_english(text: str, bracket: re.Match[str]) -> bool:
    """Tell whether a bracket gives the Chinese of the English before it (LVTC (柳职院))."""
    before = text[: bracket.start()].rstrip(" \"”’'")
    return bool(before) and before[-1].isalnum() and not HAN_CHARACTER.match(before[-1])


CHINESE_LEFT = Rule(
    id="characters/chinese-left",
    severity="error",
    summary="Chinese characters are left in the English target.",
    explanation=(
        "English that keeps Chinese in the middle of a sentence is unfinished. Chinese in brackets "
        "after its English, as a name in the original, is left alone, and so is a web address."
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
