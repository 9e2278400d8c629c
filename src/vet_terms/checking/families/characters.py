"""Rules on characters that do not belong: Chinese left in an English target."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import itemgetter

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.rule import Example, Rule, finding
from vet_terms.language.scripts import HAN, HAN_CHARACTER
from vet_terms.model import Finding, Span

_RUN = re.compile(rf"[{HAN}](?:[{HAN}，。、；：·\s\d]*[{HAN}])?")
_BRACKETED = re.compile(r"[(（\[【][^()（）\[\]【】]*[)）\]】]")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")


def _check_chinese_left(reading: Reading, context: Context) -> Iterator[Finding]:
    unit = reading.unit
    originals = [
        match.span() for match in _BRACKETED.finditer(unit.en) if _stands_beside_english(unit.en, match)
    ]
    addresses = [match.span() for match in _ADDRESS.finditer(unit.en)]
    for run in _RUN.finditer(unit.en):
        if _lies_in_one_of(originals, run) or _lies_in_one_of(addresses, run):
            continue
        message = f"Chinese is left in the target: “{run.group()}”."
        yield finding(unit, CHINESE_LEFT.id, "error", message, Span("target", *run.span()))


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

RULES: tuple[Rule, ...] = (CHINESE_LEFT,)
