"""What a number is about, where that is time: a date, a time of day, a named period, a duration."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vet_terms.language.dates import Topic
from vet_terms.language.quantity import Quantity, after, before
from vet_terms.language.units import Measure, chinese_measures, english_measures

_PERIOD_ZH = re.compile(r"\s?(?:[\d—–~～至到年-]{0,9}学年|[级届]|世纪|年?代|[”\"]?(?:规划|计划|时期|期间))")
_PERIOD_EN = re.compile(
    r"(?:st|nd|rd|th)?(?:[\s-]+(?:National[\s-]+)?(?:Five|5)[\s-]Year\b|[\s-]+century\b|[\d–/—-]{0,6}[\s-]+"
    r"(?:academic|school) year\b|[\s-]+(?:quarter|intake|cohort)\b)",
    re.IGNORECASE,
)
_PLAN = re.compile(r"[十七八九一二三四五六]{1,2}五")


def topic_of(zh: str, zh_quantity: Quantity | None, en: str, en_quantity: Quantity | None) -> Topic | None:
    """Return what of time two numbers are about, going by the Chinese one; None if they are not."""
    if zh_quantity is not None:
        return _chinese_topic(zh, zh_quantity)
    return _english_topic(en, en_quantity) if en_quantity is not None else None


def _chinese_topic(text: str, quantity: Quantity) -> Topic | None:
    written = text[quantity.start : quantity.end]
    if quantity.kind == "ordinal":
        plan = _PLAN.fullmatch(written) and not before(text, quantity.start).endswith("第")
        return "period" if plan or text.startswith("世纪", quantity.end) else None
    if quantity.kind == "year" and (written[-1] in "代后" or _PERIOD_ZH.match(after(text, quantity.end))):
        return "period"
    return _of_kind(quantity) or ("duration" if _is_time(chinese_measures(text, [quantity])) else None)


def _english_topic(text: str, quantity: Quantity) -> Topic | None:
    period = text[quantity.end - 1] == "s" or _PERIOD_EN.match(after(text, quantity.end))
    if period and quantity.kind in {"year", "ordinal"}:
        return "period"
    return _of_kind(quantity) or ("duration" if _is_time(english_measures(text, [quantity])) else None)


def _of_kind(quantity: Quantity) -> Topic | None:
    if quantity.kind in {"year", "month", "day"}:
        return "date"
    return "time" if quantity.kind == "time" else None


def _is_time(measures: Sequence[Measure]) -> bool:
    return any(each.unit.dimension == "time" for each in measures)
