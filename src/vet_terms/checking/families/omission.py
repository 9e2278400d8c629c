"""Rules on what is not there: no target at all, or a target that is not a translation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.rule import Example, Rule, finding
from vet_terms.language.scripts import comparable, count_han, language_of
from vet_terms.model import Finding, Severity

_FILE = re.compile(r"\S+\.(?:docx?|xlsx?|pptx?|pdf|txt|csv|zip|rar|jpe?g|png|mp[34])\b", re.IGNORECASE)
_SURE = 0.9
"""Probability from which a text that the aligner left alone is surely left out."""


def _check_empty(reading: Reading, context: Context) -> Iterator[Finding]:
    unit = reading.unit
    # A score tells that an aligner left the text alone, and how sure it is.
    severity: Severity = "error" if unit.score >= _SURE else "warning"
    if not unit.en.strip() and any(char.isalnum() for char in unit.zh):
        message = "The target is empty." if unit.score == 1 else "No English was found for this."
        yield finding(unit, EMPTY.id, severity, message)
    elif not unit.zh.strip() and any(char.isalnum() for char in unit.en):
        message = "The Chinese side is empty; the English stands alone."
        yield finding(unit, EMPTY.id, severity, message)


def _check_untranslated(reading: Reading, context: Context) -> Iterator[Finding]:
    unit = reading.unit
    if not count_han(unit.en):
        return
    if comparable(unit.en) == comparable(unit.zh):
        yield finding(unit, UNTRANSLATED.id, "error", "The target is the source, not a translation.")
    elif language_of(_FILE.sub("", unit.en)) == "zh":
        yield finding(unit, UNTRANSLATED.id, "error", "The target is mostly Chinese.")


EMPTY = Rule(
    id="omission/empty",
    severity="error",
    summary="One side of the pair is empty.",
    explanation="Words or numbers on one side need the other. A source of marks alone needs no target.",
    bad=(Example("深化产教融合。", ""), Example("2019年", "  "), Example("", "Deepen the integration.")),
    good=(Example("深化产教融合。", "Deepen the integration of industry and education."), Example("……", "")),
    check=_check_empty,
    decisive=True,
)

UNTRANSLATED = Rule(
    id="omission/untranslated",
    severity="error",
    summary="The target is the Chinese source, or mostly Chinese.",
    explanation=(
        "The target equals the source (width, case and script aside) or has more Chinese than "
        "English. A source without Chinese characters (a code, a year, WTO) may stay as it is."
    ),
    bad=(
        Example("深化产教融合。", "深化产教融合。"),
        Example("现代学徒制试点工作取得成效。", "现代学徒制 pilot 工作取得成效。"),
        Example("职业教育", "職業教育"),
    ),
    good=(
        Example("深化产教融合。", "Deepen the integration of industry and education (产教融合)."),
        Example("AHK", "AHK"),
        Example("2019", "2019"),
    ),
    check=_check_untranslated,
    decisive=True,
)

RULES: tuple[Rule, ...] = (EMPTY, UNTRANSLATED)
