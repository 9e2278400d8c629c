"""Years and days in a Chinese text that are no mere numerals: dates in digits, plans, decades, weekdays."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from vet_terms.language.amounts_zh import UNIT_AFTER
from vet_terms.language.numerals_zh import DIGITS, HAN_DIGITS, NUMERAL, chinese_value, spelt_value
from vet_terms.language.quantity import Quantity, Taken, Weight, dates, written_value

_WEEKDAY = re.compile(
    r"(?:星期|礼拜|(?<![一二三四五六七八九十\d第每两本上下])周|(?<=[本上下每])周)"
    "(?P<number>[一二三四五六])(?!周|天(?!气)|次|节(?!日)|个?小时|[学课]时|堂)"
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
_REPUBLIC = re.compile(rf"民国(?P<number>{NUMERAL})年")
_REIGNS = {
    "康熙": 1662, "雍正": 1723, "乾隆": 1736, "嘉庆": 1796, "道光": 1821, "咸丰": 1851, "同治": 1862,
    "光绪": 1875, "宣统": 1909, "洪武": 1368, "永乐": 1403, "万历": 1573, "崇祯": 1628,
}  # fmt: skip
_REIGN = re.compile(rf"(?P<reign>{'|'.join(_REIGNS)})(?P<number>元|{NUMERAL})年")
"""光绪三十一年 is 1905; the year of accession is not the first."""


def read_weekdays(text: str, taken: Taken) -> Iterator[Quantity]:
    """Claim the weekdays, and yield nothing: 周三 counts nothing."""
    for match in _WEEKDAY.finditer(text):
        taken.claim(*match.span())
    yield from ()


def read_dates(text: str, taken: Taken) -> Iterator[Quantity]:
    """Yield the parts of dates in digits: 2019.10.24, 12·4."""
    yield from dates(text, taken, UNIT_AFTER)
    for match in _DOTTED_DATE.finditer(text) if "·" in text or "•" in text else ():
        if taken.claim(*match.span()):
            yield Quantity(written_value(match["month"]), *match.span(), "month", weight="loose")
            yield Quantity(written_value(match["day"]), *match.span(), "day", weight="loose")


def read_plans(text: str, taken: Taken) -> Iterator[Quantity]:
    """Yield the number and the years of a five-year plan: 十四五."""
    # The fourteenth plan ran from 2021 to 2025; English may name the plan or the years.
    for match in _PLAN.finditer(text):
        if taken.claim(*match.span()):
            number = chinese_value(match["number"])
            first_year = 1953 + 5 * (number - 1) if number < 6 else 1981 + 5 * (number - 6)
            yield Quantity(number, *match.span(), "ordinal", also=(first_year, first_year + 4), weight="firm")
            yield Quantity(Fraction(5), *match.span(), weight="loose")
            yield Quantity(first_year, *match.span(), "year", weight="loose")
            yield Quantity(first_year + 4, *match.span(), "year", weight="loose")


def read_decades(text: str, taken: Taken) -> Iterator[Quantity]:
    """Yield decades, generations and centuries: 九十年代, 90后, 上世纪."""
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
            others: tuple[Fraction, ...] = (decade + 1900, decade + 2000)
            if match["born"] and decade % 10:
                # Who was born after 1995 was born in the late 1990s.
                others += tuple(year - year % 10 for year in (decade, *others))
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


def read_years_of_reigns(text: str, taken: Taken) -> Iterator[Quantity]:
    """Yield the years that are counted from an emperor's first: 光绪三十一年."""
    for match in _REIGN.finditer(text):
        number = Fraction(1) if match["number"] == "元" else chinese_value(match["number"])
        if taken.claim(*match.span("number")):
            year = _REIGNS[match["reign"]] + number - 1
            yield Quantity(year, *match.span("number"), "year", also=(number,))


def read_years_of_the_republic(text: str, taken: Taken) -> Iterator[Quantity]:
    """Yield the years that are counted from 1912: 民国二十六年."""
    # 民国二十六年 is 1937; English may keep the count, as the 26th year of the Republic.
    for match in _REPUBLIC.finditer(text):
        number = chinese_value(match["number"])
        if taken.claim(*match.span("number")):
            yield Quantity(number + 1911, *match.span("number"), "year", also=(number,))
