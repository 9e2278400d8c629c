"""The numbers of a Chinese text.

Reads percentages, fractions, tenths (成), dates, times, decades, five-year plans and every other
numeral, each with its bound. List marks, weekdays and rough amounts are set apart first, so that
what is left to the numerals counts something or stands in a phrase.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from fractions import Fraction

from vet_terms.language.amounts_zh import UNIT_AFTER, amount, amount_bound
from vet_terms.language.numerals_zh import (
    DIGITS,
    HAN_DIGITS,
    NUMERAL,
    SMALL_UNITS,
    chinese_value,
    everyday_digits,
    spelt_value,
)
from vet_terms.language.quantity import (
    VULGAR_FRACTIONS,
    Kind,
    Quantity,
    Taken,
    Weight,
    before,
    claim_addresses,
    dates,
    has_digits,
    in_order,
    telephone_numbers,
    written_fractions,
    written_value,
)
from vet_terms.language.times_zh import read_times

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s，。；）]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]+")
_LIST_MARK = re.compile(
    r"^\s*(?:[（(]\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2})\s*[)）]|[一二三四五六七八九十]{1,3}\s?[、.]"
    r"|\d{1,2}\s?(?:、|[)）]|\.(?=\D|\d{4}年|$))|[①-⑳])"
)
_MARKED_NUMBER = re.compile(rf"\d+|[{HAN_DIGITS}十]+")
_FIRSTLY = re.compile(r"(?P<number>[一二三四五六七八九十]{1,2})(?:是(?!个|名|一)|来(?=，)|则(?=，))")
_WEEKDAY = re.compile(
    r"(?:星期|礼拜|(?<![一二三四五六七八九十\d第每两本上下])周|(?<=[本上下每])周)(?P<number>[一二三四五六])(?!周)"
)
# 十五 is fifteen unless quotes or a word say otherwise; 十四五 is no numeral, but 十四五岁 is an age.
_PLAN = re.compile(
    r"(?<![一二三四五六七八九百千万亿两月])(?<!分之)(?P<number>十[一二三四五六七八九]?|[七八九])五(?:"
    r"(?=规划|计划|时期|期间|末|初|以来|开局|收官|纲要)"
    r"|(?<=[“\"「『].五)(?=[”\"」』、和与至到])|(?<=[、和与至到].五)(?=[”\"」』])"
    r"|(?<=十.五)(?=[”\"」』，。、；和与至到]|$))"
)
# 12·4 is a day with a name.
_DOTTED_DATE = re.compile(r"(?<![\d.·])(?P<month>1[0-2]|[1-9])[·•](?P<day>[12]\d|3[01]|[1-9])(?![\d.·])")
_DISCOUNT = re.compile(rf"(?P<number>\d(?:\.\d)?|[{HAN_DIGITS}]{{1,2}})折(?![叠扣断射返磨损合腾])")
_PERCENT = re.compile(rf"(?P<base>百|千|万)分之\s?(?P<number>{NUMERAL}|百)")
_ALL = re.compile("百分百")
_FRACTION = re.compile(rf"(?P<base>{NUMERAL})分之(?P<number>{NUMERAL})")
_OF_EACH = re.compile(
    rf"每(?P<base>{NUMERAL})[名个位人所家][^，。；\d]{{0,12}}?有(?P<number>{NUMERAL})(?=[名个位人所家是来在])"
)
_TENTHS = re.compile(
    r"(?P<low>一(?=二)|二(?=三)|三(?=[四五])|四(?=五)|五(?=六)|六(?=七)|七(?=八)|八(?=九))?"
    r"(?P<number>[一二两三四五六七八九]|\d(?:\.\d)?)成(?P<rest>[一二三四五六七八九半])?"
)
_TENTHS_IN = re.compile(r"[一二两三四五六七八九\d]成")
_TENTHS_LEFT = re.compile(r"(?:占|达|达到|约|近|超|超过|过|有|至|到|升|降|增长|提高|减少|下降|，|。|^)\s?$")
_TENTHS_RIGHT = re.compile(r"以上|以下|左右|多|的|，|。|$")
# 90后 is a generation only where a noun or a mark follows; 30天后 is no decade.
_DECADE = re.compile(
    rf"(?:(?P<century>\d{{1,2}}|[{HAN_DIGITS}十]{{1,3}}|上|本)\s?(?:个)?世纪)?"
    r"\s?(?:(?P<low>[一二三四五六七八])(?=[二三四五六七八九]十年代))?"
    rf"(?P<number>\d{{2,4}}|[{HAN_DIGITS}十]{{1,4}})"
    r"\s?(?:年代|(?P<born>后)(?=[”\"、，。]|学生|青年|一代|年轻))"
)
_DECADE_IN = re.compile(rf"[\d{HAN_DIGITS}十]\s?(?:年代|后)")
_THIS_CENTURY = re.compile("[本新]世纪")
_LAST_CENTURY = re.compile("上个?世纪")
# 数十个 is dozens; 人数十二 ends in twelve, and 建成十个 is ten.
_VAGUE = re.compile(
    r"(?:[几数]|[成上](?!十))(?P<units>[十百千万亿]+)(?![一二三四五六七八九十百千万亿])"
    r"|(?P<ten>[一二三四五六七八九两]?[十百千])几十?(?P<scale>[万亿]{0,2})"
)
# 三个半圆 is three semicircles and 一年半载 a year or so.
_AND_A_HALF = re.compile(
    rf"(?P<number>{NUMERAL})(?:个半(?P<after>小时|钟头|月|学期|星期|礼拜|世纪|百分点)"
    r"|个?(?P<unit>小时|钟头|年|天|周|岁|分钟|学年|学期|倍|斤|公斤|亩|米|里|公里|吨)半(?![年月天周日工数载导封圆径点]))"
)
_VAGUE_IN = re.compile("[几数成上十百千][十百千万亿几]")
_REPUBLIC = re.compile(rf"民国(?P<number>{NUMERAL})年")
_NUMERAL = re.compile(NUMERAL)
_ROUGH = re.compile("([一二三四五六七八九两])([一二三四五六七八九])")
_TELLING = re.compile(rf"[\d{HAN_DIGITS}{''.join(VULGAR_FRACTIONS)}①-⑳十百千万亿兆半双俩番世]")
"""What says a number, or says that one is near; a text without it has none."""
_PARTS = {"年": 12, "学年": 12, "小时": 60, "钟头": 60, "天": 24}
_BARE_UNITS = re.compile(r"(?=[翻双俩半])(?:翻(?P<times>[一两二三])?番|(?P<pair>双|俩)|(?P<half>半))")


def read_chinese(text: str) -> tuple[Quantity, ...]:
    """Return the quantities of a Chinese text in the order of the text."""
    plain = everyday_digits(text)
    if not _TELLING.search(plain) and not any(word in plain for word in _UNSAID):
        return ()
    taken = Taken(len(plain))
    claim_addresses(plain, taken, _ADDRESS)
    digits = has_digits(plain)
    found = list(telephone_numbers(plain, taken)) if digits else []
    found += _read_marks(plain, taken)
    for reader, of_digits, words in _READERS:
        if of_digits and digits:
            found += reader(plain, taken)
            continue
        for word in words:
            if word in plain:
                found += reader(plain, taken)
                break
    found += _read_numerals(plain, taken)
    return in_order(found)


def _read_marks(text: str, taken: Taken) -> Iterator[Quantity]:
    mark = _LIST_MARK.match(text)
    if mark and taken.claim(*mark.span()):
        number = _MARKED_NUMBER.search(mark.group())
        if number:
            yield Quantity(chinese_value(number.group()), *mark.span(), "ordinal", weight="loose")
    for match in _FIRSTLY.finditer(text):
        if taken.claim(*match.span("number")):
            yield Quantity(chinese_value(match["number"]), *match.span("number"), "ordinal", weight="loose")


def _read_weekdays(text: str, taken: Taken) -> Iterator[Quantity]:
    """Claim the weekdays, and yield nothing: 周三 counts nothing."""
    for match in _WEEKDAY.finditer(text):
        taken.claim(*match.span())
    yield from ()


def _read_dates(text: str, taken: Taken) -> Iterator[Quantity]:
    yield from dates(text, taken, UNIT_AFTER)
    for match in _DOTTED_DATE.finditer(text) if "·" in text or "•" in text else ():
        if taken.claim(*match.span()):
            yield Quantity(written_value(match["month"]), *match.span(), "month", weight="loose")
            yield Quantity(written_value(match["day"]), *match.span(), "day", weight="loose")


def _read_plans(text: str, taken: Taken) -> Iterator[Quantity]:
    # The fourteenth plan ran from 2021 to 2025; English may name the plan or the years.
    for match in _PLAN.finditer(text):
        if taken.claim(*match.span()):
            number = chinese_value(match["number"])
            first_year = 1953 + 5 * (number - 1) if number < 6 else 1981 + 5 * (number - 6)
            yield Quantity(number, *match.span(), "ordinal", also=(first_year, first_year + 4), weight="firm")
            yield Quantity(Fraction(5), *match.span(), weight="loose")
            yield Quantity(first_year, *match.span(), "year", weight="loose")
            yield Quantity(first_year + 4, *match.span(), "year", weight="loose")


def _read_parts(text: str, taken: Taken) -> Iterator[Quantity]:
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


def _read_one_of_each(text: str, taken: Taken) -> Iterator[Quantity]:
    for match in _OF_EACH.finditer(text):
        base = chinese_value(match["base"])
        if base > 1 and taken.claim(*match.span("base")):
            share = chinese_value(match["number"]) / base
            yield Quantity(share, *match.span("base"), "fraction", weight="count", also=(base,))


def _read_discounts(text: str, taken: Taken) -> Iterator[Quantity]:
    for match in _DISCOUNT.finditer(text):
        if taken.claim(*match.span()):
            paid = spelt_value(match["number"])
            paid /= 100 if paid >= 10 else 10
            yield Quantity(1 - paid, *match.span(), "percent", weight="count", also=(paid,))


def _read_tenths(text: str, taken: Taken) -> Iterator[Quantity]:
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
            )


def _read_decades(text: str, taken: Taken) -> Iterator[Quantity]:
    for match in _DECADE.finditer(text) if _DECADE_IN.search(text) else ():
        if not taken.claim(*match.span()):
            continue
        decade = spelt_value(match["number"])
        century = match["century"]
        hundreds = {"上": Fraction(1900), "本": Fraction(2000), None: None}.get(
            century, (chinese_value(century) - 1) * 100 if century and century not in "上本" else None
        )
        # A generation may have a name of its own in English.
        weight: Weight = "count" if match["born"] else "firm"
        if decade >= 100:
            yield Quantity(decade, *match.span(), "year", weight=weight, also=(decade % 100,))
        elif hundreds is None:
            others = (decade + 1900, decade + 2000)
            yield Quantity(decade, *match.span(), "year", weight=weight, also=others)
        else:
            yield Quantity(hundreds + decade, *match.span(), "year", also=(decade,))
            yield Quantity(hundreds / 100 + 1, *match.span(), "ordinal", weight="loose")
        if match["low"]:
            low = DIGITS[match["low"]] * 10 + (hundreds or Fraction(1900))
            yield Quantity(low, *match.span(), "year", also=(low % 100,))
    if "世纪" not in text:
        return
    for match in _THIS_CENTURY.finditer(text):
        yield Quantity(Fraction(21), *match.span(), "ordinal", weight="loose", also=(Fraction(2000),))
    for match in _LAST_CENTURY.finditer(text):
        yield Quantity(Fraction(20), *match.span(), "ordinal", weight="loose")


def _read_years_of_the_republic(text: str, taken: Taken) -> Iterator[Quantity]:
    # 民国二十六年 is 1937; English may keep the count, as the 26th year of the Republic.
    for match in _REPUBLIC.finditer(text):
        number = chinese_value(match["number"])
        if taken.claim(*match.span("number")):
            yield Quantity(number + 1911, *match.span("number"), "year", also=(number,))


_UNSAID = {"腊月": 12, "冬月": 11, "正月": 1, "成年": 18}


def _read_unsaid(text: str, taken: Taken) -> Iterator[Quantity]:
    # 腊月 is the twelfth lunar month, and 未成年 under the age of 18.
    for word, value in _UNSAID.items():
        at = text.find(word)
        if at >= 0:
            yield Quantity(Fraction(value), at, at + len(word), weight="loose")


def _read_halves(text: str, taken: Taken) -> Iterator[Quantity]:
    for match in _AND_A_HALF.finditer(text):
        value = chinese_value(match["number"]) + Fraction(1, 2)
        unit = match["unit"] or match["after"]
        # 2019年半 goes on with another word.
        if value < 1000 and taken.claim(*match.span()):
            parts = (value * _PARTS[unit],) if unit in _PARTS else ()
            parts = (value + 1,) if unit == "倍" else parts  # 增长一倍半 is two and a half times as much
            kind: Kind = "points" if unit == "百分点" else "plain"
            yield Quantity(value / (100 if kind == "points" else 1), *match.span(), kind, also=parts)


def _read_vague(text: str, taken: Taken) -> Iterator[Quantity]:
    for match in _VAGUE.finditer(text) if _VAGUE_IN.search(text) else ():
        units = match["units"] or match["ten"] + match["scale"]
        if taken.claim(*match.span()):
            yield Quantity(chinese_value(units), *match.span(), bound="more", weight="loose")


def _read_bare_units(text: str, taken: Taken) -> Iterator[Quantity]:
    for match in _BARE_UNITS.finditer(text):
        if match["half"]:
            also = (Fraction(6), Fraction(50)) if text.startswith(("年", "个世纪"), match.end()) else ()
            start = match.start() - text.startswith("一", match.start() - 1)
            bound = amount_bound(text, start, match.end())
            # 半数 and 一半 are said of what is counted; the half of 半年 may be unsaid or said otherwise.
            share = text.startswith("数", match.end()) or (match.start() > start and not also)
            weight: Weight = "count" if share else "loose"
            yield Quantity(Fraction(1, 2), *match.span(), "fraction", bound, weight, also=also)
        elif match["pair"]:
            yield Quantity(Fraction(2), *match.span(), weight="loose")
        else:
            times = chinese_value(match["times"]) if match["times"] else Fraction(1)
            yield Quantity(Fraction(2 ** int(times)), *match.span(), weight="loose")


def _read_numerals(text: str, taken: Taken) -> Iterator[Quantity]:
    for match in _NUMERAL.finditer(taken.free(text)):
        start, end = match.span()
        if taken.claim(start, end):
            numeral = match.group().strip()
            if numeral[0].isdigit() and numeral[0].isascii():
                yield amount(text, numeral, start, end)
            else:
                yield from _han_quantities(text, numeral, start, end)


def _han_quantities(text: str, numeral: str, start: int, end: int) -> Iterator[Quantity]:
    """Tell years, rough ranges and phrases from numbers in Chinese numerals."""
    if numeral[0] == "零" and len(numeral) > 1 and text.startswith(("年", "月", "个"), start - 1):
        # 一年零三个月
        numeral, start = numeral[1:], start + 1
    digits_only = all(char in DIGITS for char in numeral)
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


_READERS: tuple[tuple[Callable[[str, Taken], Iterator[Quantity]], bool, tuple[str, ...]], ...] = (
    (_read_weekdays, False, ("周", "星期", "礼拜")),
    (_read_dates, True, ()),
    (_read_plans, False, ("五",)),
    (_read_parts, False, ("分之", "百分百")),
    (_read_one_of_each, False, ("每",)),
    (_read_discounts, False, ("折",)),
    (_read_tenths, False, ("成",)),
    (written_fractions, True, ()),
    (read_times, False, (":", "点", "时", "秒")),
    (_read_decades, False, ("年代", "后", "世纪")),
    (_read_years_of_the_republic, False, ("民国",)),
    (_read_unsaid, False, tuple(_UNSAID)),
    (_read_halves, False, ("半",)),
    (_read_vague, False, ("几", "数", "成", "上")),
    (_read_bare_units, False, ("番", "双", "俩", "半")),
)
"""The readers in their order, between those of marks and of all other numerals; what each reads has digits
in it, or one of the words. A sentence without them is not given to it."""
