"""Do a Chinese and an English text say the same numbers?

Values are compared, not digits, and as sets: a number that one language says twice may stand once
in the other. What cannot be told for certain is not reported: a small worded number may stay
unsaid, and a year, month or day may be understood ("同年", "last month").
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from vet_terms.language.numbers_en import read_english
from vet_terms.language.numbers_zh import read_chinese
from vet_terms.language.quantity import Kind, Quantity

Difference = Literal["wrong", "missing", "extra", "bound", "unit"]
"""``wrong``: each side has a number that the other lacks. ``missing``: English lacks it.
``extra``: only English has it. ``bound``, ``unit``: same value, but one says "more than" and the
other not, or per cent against a plain number, or another currency."""


@dataclass(frozen=True, slots=True)
class Mismatch:
    """One difference between the numbers of two texts."""

    difference: Difference
    zh: Quantity | None = None
    en: Quantity | None = None


_UNDERSTOOD: tuple[tuple[Kind, re.Pattern[str], re.Pattern[str]], ...] = (
    (
        "year",
        re.compile("[今去前明同当本次翌后]年|上年|年[底初末]|[一两]年[前后]"),
        re.compile(
            r"\b(?:this|last|next|that|same|previous|following|coming|the) year\b"
            r"|\byears? (?:ago|later|earlier)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "month",
        re.compile("[本当同次下上这]个?月|月[底初末]"),
        re.compile(
            r"\b(?:this|last|next|that|same|previous|following|the) month\b|\bmonths? (?:ago|later)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "day",
        re.compile("[当昨今明前次同本][天日]|翌日|(?:周|星期|礼拜)[一二三四五六日天]"),
        re.compile(
            r"\b(?:yesterday|today|tomorrow|(?:same|that|next) day|day before)\b"
            r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b",
            re.IGNORECASE,
        ),
    ),
)
"""Kinds that a language may leave to be understood, and the Chinese and English words for it."""


# Several rules ask about the same pair one after the other.
@functools.lru_cache(maxsize=16)
def compare(zh: str, en: str) -> tuple[Mismatch, ...]:
    """Return how the numbers of a Chinese and an English text differ, in the order of the texts."""
    forgiven_en = frozenset(kind for kind, relative, _ in _UNDERSTOOD if relative.search(zh))
    forgiven_zh = frozenset(kind for kind, _, relative in _UNDERSTOOD if relative.search(en))
    return unmatched(read_chinese(zh), read_english(en), forgiven_zh, forgiven_en)


def unmatched(
    zh: Sequence[Quantity],
    en: Sequence[Quantity],
    forgiven_zh: frozenset[Kind] = frozenset(),
    forgiven_en: frozenset[Kind] = frozenset(),
) -> tuple[Mismatch, ...]:
    """Return how two sequences of quantities differ.

    ``forgiven_zh`` and ``forgiven_en`` are kinds that the other language leaves understood.
    """
    zh_values, en_values = _by_value(zh), _by_value(en)
    lacking = [each for each in zh if not _answers(each, en_values)]
    added = [each for each in en if not _answers(each, zh_values)]
    units = _unit_twins(lacking, added)
    paired = {id(each) for unit in units for each in (unit.zh, unit.en)}
    lacking = [each for each in lacking if id(each) not in paired]
    added = [each for each in added if id(each) not in paired]
    firm_zh = [each for each in lacking if each.weight == "firm" and each.kind not in forgiven_zh]
    firm_en = [each for each in added if each.weight == "firm" and each.kind not in forgiven_en]
    counts_zh = [each for each in lacking if each.weight == "count"]
    counts_en = [each for each in added if each.weight == "count"]
    # A small worded number speaks up only where the other side has a number too many.
    asked_zh = [*firm_zh, *counts_zh[: max(0, len(firm_en) - len(firm_zh))]]
    asked_en = [*firm_en, *counts_en[: max(0, len(firm_zh) - len(firm_en))]]
    differing = _pair(asked_zh, asked_en) or _contradicting(counts_zh, counts_en)
    return (*differing, *units, *_milder(zh, en_values))


def _pair(zh: list[Quantity], en: list[Quantity]) -> list[Mismatch]:
    """Pair what one side lacks with what the other adds, like kinds first; the rest stays alone."""
    pairs: list[Mismatch] = []
    rest_en = list(en)
    alone: list[Mismatch] = []
    for each in zh:
        partner = next((other for other in rest_en if other.kind == each.kind), None)
        partner = partner or next(iter(rest_en), None)
        if partner is None:
            alone.append(Mismatch("missing", each))
        else:
            rest_en.remove(partner)
            pairs.append(Mismatch("wrong", each, partner))
    return [*pairs, *alone, *(Mismatch("extra", None, each) for each in rest_en)]


def _contradicting(zh: list[Quantity], en: list[Quantity]) -> list[Mismatch]:
    """Return the first small numbers left on both sides, where they count the same kind of thing."""
    for each in zh:
        for other in en:
            if (each.kind == "ordinal") == (other.kind == "ordinal"):
                return [Mismatch("wrong", each, other)]
    return []


def _by_value(quantities: Iterable[Quantity]) -> Mapping[Fraction, Sequence[Quantity]]:
    # One of each sort will do, and a cell may say the same number ten thousand times.
    table: dict[Fraction, dict[Quantity, Quantity]] = {}
    for each in quantities:
        sort = replace(each, start=0, end=0)
        for value in each.values:
            table.setdefault(value, {}).setdefault(sort, each)
    return {value: tuple(sorts.values()) for value, sorts in table.items()}


def _answers(quantity: Quantity, others: Mapping[Fraction, Sequence[Quantity]]) -> bool:
    return any(_comparable(quantity, other) for value in quantity.values for other in others.get(value, ()))


def _comparable(one: Quantity, other: Quantity) -> bool:
    """Tell whether two numbers may stand for each other: two o'clock does not answer two vans."""
    if (one.kind == "time") == (other.kind == "time"):
        return True
    return (other if one.kind == "time" else one).weight != "count"


def _unit_twins(zh: Iterable[Quantity], en: Iterable[Quantity]) -> list[Mismatch]:
    """Return the numbers with the same digits that are per cent on one side and plain on the other."""
    digits: dict[tuple[Fraction, bool], Quantity] = {}
    for each in en:
        if each.weight == "firm":
            digits.setdefault(_digits(each), each)
    found = []
    for each in zh:
        value, share = _digits(each)
        if each.weight == "firm" and (value, not share) in digits:
            found.append(Mismatch("unit", each, digits.pop((value, not share))))
    return found


def _digits(quantity: Quantity) -> tuple[Fraction, bool]:
    """Return the number as it is written, and whether it is a share: 30% is 30 and a share."""
    share = quantity.kind in {"percent", "points"}
    return quantity.value * (100 if share else 1), share


def _milder(zh: Sequence[Quantity], en: Mapping[Fraction, Sequence[Quantity]]) -> list[Mismatch]:
    """Return where a value is matched but its bound or its unit is not."""
    found = []
    for each in zh:
        twins = [
            other for other in en.get(each.value, ()) if other.value == each.value and other.weight != "loose"
        ]
        if each.weight == "loose" or not twins or each.kind in {"year", "month", "day", "time", "ordinal"}:
            continue
        if not any(_units_agree(each, twin) for twin in twins):
            found.append(Mismatch("unit", each, twins[0]))
        elif all(each.bound != twin.bound for twin in twins):
            found.append(Mismatch("bound", each, twins[0]))
    return found


def _units_agree(zh: Quantity, en: Quantity) -> bool:
    if {zh.kind, en.kind} == {"percent", "points"}:
        return False
    return not zh.currency or not en.currency or zh.currency == en.currency
