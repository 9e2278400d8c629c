"""Shares in a Chinese text: 百分之三十, 三分之二, 七八成, 打八折, 每十人有三人; and a half more, 一年半."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from vet_terms.language.amounts_zh import amount_bound
from vet_terms.language.numerals_zh import (
    DIGITS,
    HAN_DIGITS,
    NUMERAL,
    SMALL_UNITS,
    chinese_value,
    spelt_value,
)
from vet_terms.language.quantity import Kind, Quantity, Taken, Weight, before

_DISCOUNT = re.compile(rf"(?P<number>\d(?:\.\d)?|[{HAN_DIGITS}]{{1,2}})折(?![叠扣断射返磨损合腾])")
_PERCENT = re.compile(rf"(?P<base>百|千|万)分之\s?(?P<number>{NUMERAL}|百)")
_ALL = re.compile("百分百")
_FRACTION = re.compile(rf"(?P<base>{NUMERAL})分之(?P<number>{NUMERAL})")
_OF_EACH = re.compile(
    rf"每(?P<base>{NUMERAL})[名个位人所家][^，。；\d]{{0,12}}，?[中里]?就?有(?P<number>{NUMERAL})(?=[名个位人所家是来在])"
)
_TENTHS = re.compile(
    r"(?P<low>一(?=二)|二(?=三)|三(?=[四五])|四(?=五)|五(?=六)|六(?=七)|七(?=八)|八(?=九))?"
    r"(?P<number>[一二两三四五六七八九]|\d(?:\.\d)?)成(?P<rest>[一二三四五六七八九半])?"
)
_TENTHS_IN = re.compile(r"[一二两三四五六七八九\d]成")
_TENTHS_LEFT = re.compile(r"(?:占|达|达到|约|近|超|超过|过|有|至|到|升|降|增长|提高|减少|下降|，|。|^)\s?$")
_TENTHS_RIGHT = re.compile(r"以上|以下|左右|多|的|，|。|$")
# 三个半圆 is three semicircles and 一年半载 a year or so.
_AND_A_HALF = re.compile(
    rf"(?P<number>{NUMERAL})(?:个半(?P<after>小时|钟头|月|学期|星期|礼拜|世纪|百分点)"
    r"|个?(?P<unit>小时|钟头|年|天|周|岁|分钟|学年|学期|倍|斤|公斤|亩|米|里|公里|吨)半(?![年月天周日工数载导封圆径点个]))"
)
_UNIT_AND_A_HALF_IN = re.compile("[个时头年天周岁钟期倍斤亩米里吨]半")
_PARTS = {"年": 12, "学年": 12, "小时": 60, "钟头": 60, "天": 24}
_TENTH_AFTER_UNIT = re.compile(
    rf"(?<![平立]方)(?P<number>{NUMERAL})(?P<unit>[米块])(?P<rest>[一二三四五六七八九]{{1,2}}|\d{{1,2}})"
    r"(?![一二三四五六七八九十百千万\d.×xX*、~～—-]|[厘毫分]?米|[层个名位人条根张台号年月日次时分种类天步宽长高远深厚])"
)
"""一米八 is 1.8 metres, and 三块五 3.5 yuan."""
_BARE_UNITS = re.compile("翻(?P<times>[一两二三])?番|双|俩|半")


def read_parts(text: str, taken: Taken) -> Iterator[Quantity]:
    """Yield percentages in characters, percentage points among them, and fractions."""
    if "分之" not in text and "百分百" not in text:
        return
    for match in _PERCENT.finditer(text):
        if taken.claim(*match.span()):
            share = chinese_value(match["number"]) / SMALL_UNITS.get(match["base"], 10**4)
            idiom = match["number"] == "百"
            points = text.startswith("点", match.end())
            yield Quantity(
                share, *match.span(), "points" if points else "percent",
                amount_bound(text, *match.span()), "loose" if idiom else "firm",
            )  # fmt: skip
    for match in _ALL.finditer(text):
        if taken.claim(*match.span()):
            yield Quantity(Fraction(1), *match.span(), "percent", weight="loose")
    for match in _FRACTION.finditer(text):
        base = chinese_value(match["base"])
        if base and taken.claim(*match.span()):
            share = chinese_value(match["number"]) / base
            yield Quantity(share, *match.span(), "fraction", amount_bound(text, *match.span()))


def read_one_of_each(text: str, taken: Taken) -> Iterator[Quantity]:
    """Yield the shares in 每十名学生中有三名."""
    for match in _OF_EACH.finditer(text):
        base = chinese_value(match["base"])
        if base > 1 and taken.claim(*match.span("base")):
            share = chinese_value(match["number"]) / base
            yield Quantity(share, *match.span("base"), "fraction", weight="count", also=(base,))


def read_discounts(text: str, taken: Taken) -> Iterator[Quantity]:
    """Yield what is taken off the price by 八折."""
    for match in _DISCOUNT.finditer(text):
        if taken.claim(*match.span()):
            paid = spelt_value(match["number"])
            paid /= 100 if paid >= 10 else 10
            yield Quantity(1 - paid, *match.span(), "percent", weight="count", also=(paid,))


_LEFT_OF_IT = re.compile("(?:原来|原先|原有|过去|之前)的$|(?:降|减|跌|缩小|缩短|下调)(?:到|至|为|成)(?:了)?$")
"""降到原来的八成 is a fall by two tenths."""


def read_tenths(text: str, taken: Taken) -> Iterator[Quantity]:
    """Yield tenths: 八成, 七八成, 三成五."""
    # 成为 and 完成 are in every third sentence.
    for match in _TENTHS.finditer(text) if _TENTHS_IN.search(text) else ():
        certain = _TENTHS_LEFT.search(before(text, match.start())) and (
            match["rest"] or _TENTHS_RIGHT.match(text, match.end())
        )
        if (
            certain or text[match.end() : match.end() + 1] not in tuple("立为绩果员长熟就功本都")
        ) and taken.claim(*match.span()):
            rest = Fraction(1, 2) if match["rest"] == "半" else Fraction(DIGITS.get(match["rest"] or "", 0))
            if match["low"]:
                low = Fraction(DIGITS[match["low"]], 10)
                yield Quantity(low, *match.span(), "fraction", "about", "loose")
            share = (chinese_value(match["number"]) + rest / (1 if match["rest"] == "半" else 10)) / 10
            yield Quantity(
                share,
                *match.span(),
                "fraction",
                amount_bound(text, *match.span()),
                "firm" if certain and not match["low"] else "loose",
                also=(1 - share,) if _LEFT_OF_IT.search(before(text, match.start())) else (),
            )


def read_halves(text: str, taken: Taken) -> Iterator[Quantity]:
    """Yield amounts with a half behind their unit: 一年半, 两个半小时."""
    for match in _AND_A_HALF.finditer(text) if _UNIT_AND_A_HALF_IN.search(text) else ():
        value = chinese_value(match["number"]) + Fraction(1, 2)
        unit = match["unit"] or match["after"]
        # 2019年半 goes on with another word.
        if value < 1000 and taken.claim(*match.span()):
            parts = (value * _PARTS[unit],) if unit in _PARTS else ()
            parts = (value + 1,) if unit == "倍" else parts  # 增长一倍半 is two and a half times as much
            kind: Kind = "points" if unit == "百分点" else "plain"
            yield Quantity(value / (100 if kind == "points" else 1), *match.span(), kind, also=parts)


def read_lengths_and_sums(text: str, taken: Taken) -> Iterator[Quantity]:
    """Yield amounts with their tenths and hundredths behind the unit: 一米八, 三块五."""
    for match in _TENTH_AFTER_UNIT.finditer(text):
        if taken.claim(*match.span()):
            rest = spelt_value(match["rest"])
            value = chinese_value(match["number"]) + rest / 10 ** len(match["rest"])
            kind: Kind = "plain" if match["unit"] == "米" else "currency"
            yield Quantity(value, *match.span(), kind, amount_bound(text, *match.span()))


def read_bare_units(text: str, taken: Taken) -> Iterator[Quantity]:
    """Yield 半, 双, 俩 and 翻番, which are numbers by themselves."""
    for match in _BARE_UNITS.finditer(text):
        said = match.group()
        if said == "半":
            also = (Fraction(6), Fraction(50)) if text.startswith(("年", "个世纪"), match.end()) else ()
            start = match.start() - text.startswith("一", match.start() - 1)
            bound = amount_bound(text, start, match.end())
            # 半数 and 一半 are said of what is counted; the half of 半年 may be unsaid or said otherwise.
            share = text.startswith("数", match.end()) or (match.start() > start and not also)
            weight: Weight = "count" if share else "loose"
            yield Quantity(Fraction(1, 2), *match.span(), "fraction", bound, weight, also=also)
        elif said in {"双", "俩"}:
            yield Quantity(Fraction(2), *match.span(), weight="loose")
        else:
            times = chinese_value(match["times"]) if match["times"] else Fraction(1)
            yield Quantity(Fraction(2 ** int(times)), *match.span(), weight="loose")
