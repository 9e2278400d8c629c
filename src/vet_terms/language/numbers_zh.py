"""The numbers of a Chinese text.

Reads percentages, fractions, tenths (成), dates, times, decades, five-year plans and every other
numeral, each with its bound. List marks, weekdays and rough amounts are set apart first, so that
what is left to the numerals counts something or stands in a phrase.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator
from fractions import Fraction

from vet_terms.language.amounts_zh import amount
from vet_terms.language.listed_shares import with_listed_shares
from vet_terms.language.numerals_zh import (
    DIGITS,
    HAN_DIGITS,
    NUMERAL,
    NUMERAL_CHARACTERS,
    chinese_value,
    everyday_digits,
    spelt_value,
)
from vet_terms.language.quantity import (
    VULGAR_FRACTIONS,
    Kind,
    Quantity,
    Taken,
    begins_with_a_point,
    claim_addresses,
    has_digits,
    in_order,
    matches,
    telephone_numbers,
    written_fractions,
)
from vet_terms.language.shares_zh import (
    read_bare_units,
    read_discounts,
    read_halves,
    read_lengths_and_sums,
    read_one_of_each,
    read_parts,
    read_tenths,
)
from vet_terms.language.times_zh import read_times
from vet_terms.language.years_zh import (
    read_dates,
    read_decades,
    read_plans,
    read_weekdays,
    read_years_of_reigns,
    read_years_of_the_republic,
)

_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s，。；：（）、一-鿿]+|(?<![a-zA-Z0-9_.+-])[a-zA-Z0-9_.+-]{1,64}@[\w-]{1,64}\.[\w.]+"
)
_LIST_MARK = re.compile(
    r"^\s*(?:[（(]\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2})\s*[)）]|[一二三四五六七八九十]{1,3}\s?[、.]"
    r"|\d{1,2}\s?(?:、|[)）]|\.(?=\D|\d{4}年|$))|[①-⑳])"
)
_MARKED_NUMBER = re.compile(rf"\d+|[{HAN_DIGITS}十]+")
_FIRSTLY = re.compile(
    r"(?P<number>[一二三四五六七八九十][一二三四五六七八九十]?)(?:是(?!个|名|一)|来(?=，)|则(?=，))"
)
# 数十个 is dozens; 人数十二 ends in twelve, and 建成十个 is ten.
_VAGUE = re.compile(
    r"(?:[几数]|[成上](?!十))(?P<units>[十百千万亿]+)(?![一二三四五六七八九十百千万亿])"
    r"|(?P<ten>[一二三四五六七八九两]?[十百千])几十?(?P<scale>[万亿]{0,2})"
)
_VAGUE_IN = re.compile("[几数成上十百千][十百千万亿几]")
_NUMERAL = re.compile(NUMERAL)
_NUMERAL_BEGINS = re.compile(f"[{NUMERAL_CHARACTERS}]")
_HAN_DIGITS = frozenset(HAN_DIGITS)
_ROUGH = re.compile("([一二三四五六七八九两])([一二三四五六七八九])")
_TELLING = re.compile(rf"[\d{HAN_DIGITS}{''.join(VULGAR_FRACTIONS)}①-⑳十百千万亿兆半双俩番世]")
"""What says a number, or says that one is near; a text without it has none."""


# Many rules ask about the same text one after the other.
@functools.lru_cache(maxsize=64)
def read_chinese(text: str) -> tuple[Quantity, ...]:
    """Return the quantities of a Chinese text in the order of the text."""
    plain = everyday_digits(text)
    if not _TELLING.search(plain) and not _UNSAID_IN.search(plain):
        return ()
    taken = Taken(len(plain))
    claim_addresses(plain, taken, _ADDRESS)
    digits = has_digits(plain)
    found = list(telephone_numbers(plain, taken)) if digits else []
    found += _read_double_third(plain, taken)
    found += _read_marks(plain, taken)
    for reader in _readers_for(frozenset(_SIGN.findall(plain)), digits):
        found += reader(plain, taken)
    found += _read_numerals(plain, taken)
    return with_listed_shares(plain, in_order(found))


def _read_marks(text: str, taken: Taken) -> Iterator[Quantity]:
    mark = _LIST_MARK.match(text)
    if mark and taken.claim(*mark.span()):
        number = _MARKED_NUMBER.search(mark.group())
        if number:
            yield Quantity(chinese_value(number.group()), *mark.span(), "ordinal", weight="loose")
    for match in _FIRSTLY.finditer(text):
        if taken.claim(*match.span("number")):
            yield Quantity(chinese_value(match["number"]), *match.span("number"), "ordinal", weight="loose")


def _read_double_third(text: str, taken: Taken) -> Iterator[Quantity]:
    # 三月三, the song festival of the Zhuang, is Sanyuesan as well as the third day of the third month.
    for match in _DOUBLE_THIRD.finditer(text) if "三月三" in text else ():
        if taken.claim(*match.span()):
            yield Quantity(Fraction(3), *match.span(), "month", weight="loose")
            yield Quantity(Fraction(3), *match.span(), "day", weight="loose")


_DOUBLE_THIRD = re.compile(r"三月三(?![日号十\d])")
_UNSAID: dict[str, tuple[int, ...]] = {
    "腊月": (12,), "冬月": (11,), "正月": (1,), "成年": (18,), "元旦": (1, 1), "妇女节": (3, 8),
    "植树节": (3, 12), "劳动节": (5, 1), "青年节": (5, 4), "儿童节": (6, 1), "建党节": (7, 1),
    "建军节": (8, 1), "教师节": (9, 10), "国庆节": (10, 1), "平安夜": (12, 24), "圣诞": (12, 25),
    "甲子": (60,), "花甲": (60,), "古稀": (70,), "耄耋": (80,), "而立": (30,), "不惑": (40,), "弱冠": (20,),
    "半百": (50,),
}  # fmt: skip
"""Words that say a month, a month and a day, or an age, and have no numeral."""
_TENS_OF_YEARS = re.compile("([五六七八九])旬(?=[^，。；]{0,6}(?:老|翁|父|母|妇|师|匠|艺|高龄)|[，。；的]|$)")
"""年近六旬 is nearly sixty."""
_UNSAID_IN = re.compile("|".join(_UNSAID))


def _read_unsaid(text: str, taken: Taken) -> Iterator[Quantity]:
    # 腊月 is the twelfth lunar month, 元旦 January 1, and 未成年 under the age of 18.
    for match in _TENS_OF_YEARS.finditer(text) if "旬" in text else ():
        if taken.claim(*match.span()):
            yield Quantity(chinese_value(match[1]) * 10, *match.span(), weight="loose")
    for word, values in _UNSAID.items():
        at = text.find(word)
        if at < 0:
            continue
        kinds: tuple[Kind, ...] = ("month", "day") if len(values) > 1 else ("plain",)
        for value, kind in zip(values, kinds, strict=True):
            yield Quantity(Fraction(value), at, at + len(word), kind, weight="loose")


def _read_vague(text: str, taken: Taken) -> Iterator[Quantity]:
    for match in _VAGUE.finditer(text) if _VAGUE_IN.search(text) else ():
        units = match["units"] or match["ten"] + match["scale"]
        if taken.claim(*match.span()):
            yield Quantity(chinese_value(units), *match.span(), bound="more", weight="loose")


def _read_numerals(text: str, taken: Taken) -> Iterator[Quantity]:
    for match in matches(_NUMERAL, _NUMERAL_BEGINS, taken.free(text)):
        start, end = match.span()
        numeral = match.group().strip()
        if numeral[0].isascii():
            if numeral.isdecimal() and begins_with_a_point(text, start, end):
                numeral, start = f"0.{numeral}", start - 1
            yield amount(text, numeral, start, end)
        else:
            yield from _han_quantities(text, numeral, start, end)


def _han_quantities(text: str, numeral: str, start: int, end: int) -> Iterator[Quantity]:
    """Tell years, rough ranges and phrases from numbers in Chinese numerals."""
    if numeral[0] == "零" and len(numeral) > 1 and text.startswith(("年", "月", "个"), start - 1):
        # 一年零三个月
        numeral, start = numeral[1:], start + 1
    digits_only = _HAN_DIGITS.issuperset(numeral)
    if digits_only and len(numeral) == 4 and text.startswith("年", end):
        yield Quantity(spelt_value(numeral), start, end, "year")
    elif digits_only and len(numeral) > 1:
        # 三四个, 五四, 九一八, 一二三产业: each digit may answer an English number.
        yield Quantity(spelt_value(numeral), start, end, weight="loose")
        for char in numeral:
            yield Quantity(Fraction(DIGITS[char]), start, end, weight="loose")
    elif len(numeral) > 1 and (rough := _ROUGH.search(numeral.partition("点")[0])):
        for kept in rough.groups():
            value = chinese_value(numeral[: rough.start()] + kept + numeral[rough.end() :])
            yield Quantity(value, start, end, bound="about", weight="loose")
    else:
        yield amount(text, numeral, start, end)


_Reader = Callable[[str, Taken], Iterator[Quantity]]
_READERS: tuple[tuple[_Reader, bool, frozenset[str]], ...] = (
    (read_weekdays, False, frozenset("周星礼")),
    (read_dates, True, frozenset()),
    (read_plans, False, frozenset("五")),
    (read_parts, False, frozenset("分")),
    (read_one_of_each, False, frozenset("每")),
    (read_discounts, False, frozenset("折")),
    (read_tenths, False, frozenset("成")),
    (written_fractions, True, frozenset()),
    (read_times, False, frozenset(":点时秒")),
    (read_decades, False, frozenset("代后纪")),
    (read_years_of_the_republic, False, frozenset("民")),
    (read_years_of_reigns, False, frozenset("熙正隆庆光丰治绪统武乐历祯")),
    (_read_unsaid, False, frozenset("腊冬正成旦节夜诞甲稀耋立惑冠旬百")),
    (read_halves, False, frozenset("半")),
    (read_lengths_and_sums, False, frozenset("米块")),
    (_read_vague, False, frozenset("几数成上")),
    (read_bare_units, False, frozenset("番双俩半")),
)
"""The readers in their order, between those of marks and of all other numerals; what each reads has digits
in it, or one of the characters. A sentence without them is not given to it."""
_SIGN = re.compile(f"[{''.join(sorted(frozenset().union(*(signs for _, _, signs in _READERS))))}]")


@functools.lru_cache(maxsize=1024)
def _readers_for(said: frozenset[str], digits: bool) -> tuple[_Reader, ...]:
    return tuple(
        reader
        for reader, of_digits, signs in _READERS
        if (digits and of_digits) or not signs.isdisjoint(said)
    )
