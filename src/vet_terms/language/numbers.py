"""Do a Chinese and an English text say the same numbers?

Values are compared, not digits, and as sets: a number that one language says twice may stand once
in the other. What cannot be told for certain is not reported: a small worded number may stay
unsaid, and a year, month or day may be understood ("同年", "last month").
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from vet_terms.language.currencies import currencies_agree
from vet_terms.language.dates import (
    Contradiction,
    chinese_dates,
    date_contradictions,
    english_dates,
    impossible_dates,
)
from vet_terms.language.lone_numbers import lone_mismatches
from vet_terms.language.mismatches import Compared, Mismatch
from vet_terms.language.numbers_en import read_english
from vet_terms.language.numbers_zh import read_chinese
from vet_terms.language.quantity import Bound, Kind, Quantity, Weight
from vet_terms.language.reckoned import without_reckoned
from vet_terms.language.said_otherwise import amount_differences, within
from vet_terms.language.time_topics import topic_of
from vet_terms.language.time_words import word_contradictions
from vet_terms.model import Language

_Key = tuple[int, int]
"""A value as numerator and denominator: fractions are slow to hash."""

_UNDERSTOOD: Mapping[Kind, Mapping[Language, re.Pattern[str]]] = {
    "year": {
        "zh": re.compile("[今去前明同当本次翌后]年|上年|年[底初末]|[一两]年[前后]|[上下]半年|季度"),
        "en": re.compile(
            r"\b(?:this|last|next|that|same|previous|following|coming|the) year\b"
            r"|\byears? (?:ago|later|earlier)\b",
            re.IGNORECASE,
        ),
    },
    "month": {
        "zh": re.compile("[本当同次下上这]个?月|月[底初末]|半年|季度|年[底初末]"),
        "en": re.compile(
            r"\b(?:this|last|next|that|same|previous|following|the) month\b|\bmonths? (?:ago|later)\b"
            r"|\b(?:first|last|final) (?:two|three|four|five|six|seven|eight|nine|ten|eleven|\d+) months\b",
            re.IGNORECASE,
        ),
    },
    "day": {
        "zh": re.compile("[当昨今明前次同本][天日]|翌日|[年月][底末初]|(?:周|星期|礼拜)[一二三四五六日天]"),
        "en": re.compile(
            r"\b(?:yesterday|today|tomorrow|(?:same|that|next) day|day before)\b"
            r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b",
            re.IGNORECASE,
        ),
    },
}
"""Kinds that a language may leave to be understood, and the words with which each does."""


def _asked_for(quantities: Sequence[Quantity], other: Language, text: str) -> list[Quantity]:
    """Return the numbers that another text must show, without the kinds that it leaves to be understood."""
    firm = [each for each in quantities if each.weight == "firm"]
    kinds = {each.kind for each in firm if each.kind in _UNDERSTOOD}
    understood = {kind for kind in kinds if _UNDERSTOOD[kind][other].search(text)}
    return [each for each in firm if each.kind not in understood] if understood else firm


def compare(zh: str, en: str) -> tuple[Mismatch, ...]:
    """Return how the numbers and dates of a Chinese and an English text differ, all in one."""
    both = compared(zh, en)
    wrong = (
        Mismatch("wrong", Quantity(Fraction(0), *one.zh), Quantity(Fraction(0), *one.en), one.topic)
        for one in both.contradictions
    )
    return (*both.mismatches, *wrong)


_NOTHING = Compared()
_MANY = 400
"""Numbers in both texts together; more stand in a table in one cell, and only their values are compared."""


# Several rules ask about the same pair one after the other.
@functools.lru_cache(maxsize=16)
def compared(zh: str, en: str) -> Compared:
    """Return how the numbers, dates and times of a Chinese and an English text differ."""
    if zh == en:
        return _NOTHING
    said_zh, said_en = read_chinese(zh), read_english(en)
    if len(said_zh) + len(said_en) > _MANY:
        by_value = _unmatched(zh, said_zh, en, said_en, ())
        return Compared(tuple(_on_their_topics(zh, en, by_value)))
    contradictions, impossible = _contradictory_times(zh, en)
    settled: set[int] = set()
    if contradictions or impossible:
        settled |= within(said_zh, [one.zh for one in contradictions])
        settled |= within(said_en, [*(one.en for one in contradictions), *impossible])
    by_size = amount_differences(zh, said_zh, en, said_en, settled)
    by_value = _unmatched(zh, said_zh, en, said_en, settled)
    if not (by_value or by_size or contradictions or impossible):
        return _NOTHING
    mismatches = tuple(_on_their_topics(zh, en, (*by_value, *by_size)))
    return Compared(mismatches, contradictions, impossible)


def _contradictory_times(zh: str, en: str) -> tuple[tuple[Contradiction, ...], tuple[tuple[int, int], ...]]:
    """Return what is said of time that contradicts the other side, and where the English can mean no day."""
    dates_en = english_dates(en)
    dates_zh = chinese_dates(zh) if dates_en else []
    contradictions = date_contradictions(dates_zh, dates_en) if dates_zh else []
    return (*contradictions, *word_contradictions(zh, en)), tuple(impossible_dates(en, dates_en))


def _on_their_topics(zh: str, en: str, mismatches: Iterable[Mismatch]) -> Iterator[Mismatch]:
    return (
        Mismatch(each.difference, each.zh, each.en, topic_of(zh, each.zh, en, each.en)) for each in mismatches
    )


def _unmatched(
    zh_text: str, zh: Sequence[Quantity], en_text: str, en: Sequence[Quantity], settled: Collection[int]
) -> tuple[Mismatch, ...]:
    """Return how the values of two texts differ; of the quantities with settled ids all is known."""
    if settled:
        open_zh = [each for each in zh if id(each) not in settled]
        open_en = [each for each in en if id(each) not in settled]
    else:
        open_zh, open_en = list(zh), list(en)
    asking_zh = [each for each in open_zh if each.weight != "loose"]
    asking_en = [each for each in open_en if each.weight != "loose"]
    bounded = bool(en) and any(_asks_for_bound(each) for each in open_zh)
    if not (asking_zh or asking_en or bounded):
        return lone_mismatches(zh_text, zh, en_text, en) if zh and en else ()
    zh_values, en_values = _by_value(zh), _by_value(en)
    lacking = [each for each in asking_zh if not _answers(each, en_values)]
    added = [each for each in asking_en if not _answers(each, zh_values)]
    if lacking or added:
        lacking, added = without_reckoned(
            zh_text,
            lacking,
            en_text,
            added,
            {Fraction(*key) for key in zh_values},
            {Fraction(*key) for key in en_values},
        )
    differing = _differing(zh_text, lacking, en_text, added) if lacking or added else ()
    differing = differing or lone_mismatches(zh_text, zh, en_text, en)
    return (*differing, *(_milder(open_zh, en_text, en_values) if bounded else ()))


def _asks_for_bound(quantity: Quantity) -> bool:
    """Tell whether the bound and unit of a number are compared: of a loose one, what surely bounds it."""
    is_share = quantity.value.numerator < quantity.value.denominator
    return quantity.weight != "loose" or is_share or quantity.bound in {"more", "less"}


def _differing(
    zh_text: str, lacking: list[Quantity], en_text: str, added: list[Quantity]
) -> tuple[Mismatch, ...]:
    """Return what is wrong of the numbers that one side lacks and of those that the other adds."""
    units = _unit_twins(lacking, added) if lacking and added else []
    if units:
        paired = {id(each) for unit in units for each in (unit.zh, unit.en)}
        lacking = [each for each in lacking if id(each) not in paired]
        added = [each for each in added if id(each) not in paired]
    firm_zh, firm_en = _asked_for(lacking, "en", en_text), _asked_for(added, "zh", zh_text)
    counts_zh = [each for each in lacking if each.weight == "count"]
    counts_en = [each for each in added if each.weight == "count"]
    # A small worded number speaks up only where the other side has a number too many.
    asked_zh = [*firm_zh, *counts_zh[: max(0, len(firm_en) - len(firm_zh))]]
    asked_en = [*firm_en, *counts_en[: max(0, len(firm_zh) - len(firm_en))]]
    return (*(_pair(asked_zh, asked_en) or _contradicting(counts_zh, counts_en)), *units)


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


_FEW = 8


_key: Callable[[Fraction], _Key] = Fraction.as_integer_ratio


def _by_value(quantities: Iterable[Quantity]) -> Mapping[_Key, Sequence[Quantity]]:
    table: dict[_Key, list[Quantity]] = {}
    for each in quantities:
        for value in (each.value, *each.also):
            alike = table.setdefault(_key(value), [])
            # One of each sort will do, and a cell may say the same number ten thousand times.
            if len(alike) < _FEW or _sort(each) not in map(_sort, alike):
                alike.append(each)
    return table


def _sort(quantity: Quantity) -> tuple[Fraction, Kind, Bound, Weight, str]:
    return quantity.value, quantity.kind, quantity.bound, quantity.weight, quantity.currency


def _answers(quantity: Quantity, others: Mapping[_Key, Sequence[Quantity]]) -> bool:
    for value in (quantity.value, *quantity.also):
        for other in others.get(_key(value), ()):
            if _comparable(quantity, other):
                return True
    return False


def _comparable(one: Quantity, other: Quantity) -> bool:
    """Tell whether two numbers may stand for each other.

    Two o'clock does not answer two vans, nor May five of them.
    """
    if one.kind == other.kind:
        return True
    kinds = {one.kind, other.kind}
    if "month" in kinds and not kinds & {"ordinal"} and len(kinds) == 2:
        return "loose" in {one.weight, other.weight}
    if (one.kind == "time") == (other.kind == "time"):
        return True
    return (other if one.kind == "time" else one).weight != "count"


_SHARES = frozenset({"percent", "points"})
_CONTRARY: frozenset[tuple[Bound, Bound]] = frozenset(
    {("more", "less"), ("less", "more"), ("nearly", "more"), ("more", "nearly")}
)
"""Bounds of which one is wrong if the other is right: just under a number, and over it."""


def _unit_twins(zh: Sequence[Quantity], en: Sequence[Quantity]) -> list[Mismatch]:
    """Return the numbers with the same digits that are per cent on one side and plain on the other."""
    if not any(each.kind in _SHARES for each in (*zh, *en)):
        return []
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
    share = quantity.kind in _SHARES
    return quantity.value * (100 if share else 1), share


_ENDS_RANGE = re.compile(r"\d\s?(?:to|–|—|-|and)\s?$")
"""Before the last number of a range, which is its upper bound: 18 to 45."""


def _milder(zh: Sequence[Quantity], en_text: str, en: Mapping[_Key, Sequence[Quantity]]) -> list[Mismatch]:
    """Return where a value is matched but its bound or its unit is not."""
    found = []
    # A number that is said twice may be bounded once.
    bounds: dict[_Key, set[Bound]] = {}
    for each in zh:
        bounds.setdefault(_key(each.value), set()).add(each.bound)
    for each in zh:
        key = _key(each.value)
        is_share = key[0] < key[1]
        if each.weight == "loose" and not is_share:
            # 十余 asks for no answer, but more than ten is not less than ten.
            alike = [
                other for other in en.get(key, ()) if _key(other.value) == key and other.kind == each.kind
            ]
            if (
                alike
                and key[0] > key[1]
                and len(bounds[key]) == 1
                and all((each.bound, other.bound) in _CONTRARY for other in alike)
            ):
                found.append(Mismatch("bound", each, alike[0]))
            continue
        twins = [other for other in en.get(key, ()) if other.weight != "loose" and _key(other.value) == key]
        if is_share and not (twins and each.weight == "firm"):
            # Half and a quarter ask for no answer, but less than half is not more than half.
            shares = [other for other in en.get(key, ()) if _key(other.value) == key]
            if shares and all((each.bound, other.bound) in _CONTRARY for other in shares):
                found.append(Mismatch("bound", each, shares[0]))
            continue
        if each.weight == "loose" or not twins or each.kind in {"year", "month", "day", "time", "ordinal"}:
            continue
        if not any(_units_agree(each, twin) for twin in twins):
            found.append(Mismatch("unit", each, twins[0]))
        elif not any(
            twin.bound in bounds[key]
            or (each.bound == "less" and _ENDS_RANGE.search(en_text, 0, twin.start))
            or _goes_on_from(en_text, twin, each.bound, en)
            for twin in twins
        ):
            found.append(Mismatch("bound", each, twins[0]))
    return found


_GOES_ON = re.compile(r"[\w\s'’-]{0,40}\b(?:or|and)\s")
"""Between two numbers that one bound goes for: no more than 8 hours a day or 40 hours a week."""


def _goes_on_from(
    text: str, quantity: Quantity, bound: Bound, said: Mapping[_Key, Sequence[Quantity]]
) -> bool:
    """Tell whether a number is joined to one that has a bound, which then goes for both."""
    return any(
        other.bound == bound
        and other.end <= quantity.start
        and _GOES_ON.fullmatch(text, other.end, quantity.start)
        for alike in said.values()
        for other in alike
    )


def _units_agree(zh: Quantity, en: Quantity) -> bool:
    if {zh.kind, en.kind} == {"percent", "points"}:
        return False
    return currencies_agree(zh.currency, en.currency)
