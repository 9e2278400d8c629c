"""Amounts that may be one though their numbers differ: multiples and other units; and rough amounts.

What is found to be one amount, or to be none, is settled: its values are not compared again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from vet_terms.language.dates import overlaps
from vet_terms.language.mismatches import Mismatch
from vet_terms.language.multiples import chinese_multiples, english_multiples
from vet_terms.language.quantity import Quantity
from vet_terms.language.rough_amounts import RoughAmount, chinese_rough_amounts, english_rough_amounts
from vet_terms.language.units import chinese_measures, english_measures, measure_differences


def amount_differences(
    zh: str, said_zh: Sequence[Quantity], en: str, said_en: Sequence[Quantity], settled: set[int]
) -> list[Mismatch]:
    """Return the amounts that cannot be one, and add the ids of all that is settled to ``settled``."""
    rough = chinese_rough_amounts(zh)
    found = list(_rough(rough, en)) if rough else []
    if "倍" in zh or "番" in zh:
        found += _multiples(zh, said_zh, en, said_en, settled)
    if said_zh and said_en:
        found += _measured(zh, said_zh, en, said_en, settled)
    return found


def _rough(rough_zh: Sequence[RoughAmount], en: str) -> Iterator[Mismatch]:
    """Yield 数千 against "hundreds of"."""
    rough_en = english_rough_amounts(en)
    powers_zh, powers_en = {one.power for one in rough_zh}, {one.power for one in rough_en}
    alone_zh = [one for one in rough_zh if one.power not in powers_en]
    alone_en = [one for one in rough_en if one.power not in powers_zh]
    for one, other in zip(alone_zh, alone_en, strict=False):
        yield Mismatch(
            "wrong",
            Quantity(Fraction(10**one.power), one.start, one.end),
            Quantity(Fraction(10**other.power), other.start, other.end),
        )


def _multiples(
    zh: str, said_zh: Sequence[Quantity], en: str, said_en: Sequence[Quantity], settled: set[int]
) -> Iterator[Mismatch]:
    """Settle what is said as a multiple on both sides, and yield the multiples that cannot be one."""
    multiples_zh = chinese_multiples(zh)
    if not multiples_zh:
        return
    multiples_en = english_multiples(en)
    alone_zh = [one for one in multiples_zh if not any(one.totals & other.totals for other in multiples_en)]
    alone_en = [one for one in multiples_en if not any(one.totals & other.totals for other in multiples_zh)]
    sure = [each for each in alone_en if each.is_sure]
    for each, other in zip(alone_zh, sure, strict=False):
        value_zh, value_en = max(each.totals), max(other.totals)
        yield Mismatch(
            "wrong", Quantity(value_zh, each.start, each.end), Quantity(value_en, other.start, other.end)
        )
    done_zh = [*(one for one in multiples_zh if one not in alone_zh), *(alone_zh if sure else [])]
    done_en = [*(one for one in multiples_en if one not in alone_en), *(sure if alone_zh else [])]
    settled |= within(said_zh, [(one.start, one.end) for one in done_zh])
    settled |= within(said_en, [(one.start, one.end) for one in done_en])


def within(said: Iterable[Quantity], places: Sequence[tuple[int, int]]) -> set[int]:
    """Return the ids of the quantities that touch one of these stretches."""
    if not places:
        return set()
    return {id(each) for each in said if overlaps(each.start, each.end, places)}


def _measured(
    zh: str, said_zh: Sequence[Quantity], en: str, said_en: Sequence[Quantity], settled: set[int]
) -> Iterator[Mismatch]:
    """Settle what is the same amount in other units, and yield the amounts whose units cannot be."""
    measures_zh = chinese_measures(zh, said_zh)
    measures_en = english_measures(en, said_en) if measures_zh else []
    if not measures_en:
        return
    converted, differing = measure_differences(zh, measures_zh, en, measures_en)
    settled.update(converted)
    for one, other in differing:
        if id(one.quantity) in settled or id(other.quantity) in settled:
            continue
        settled.update((id(one.quantity), id(other.quantity)))
        same = one.quantity.values & other.quantity.values
        yield Mismatch("unit" if same else "wrong", one.quantity, other.quantity)
