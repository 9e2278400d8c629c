"""How often something happens: 每两年一次 as "twice a year", 每季度 as "once a month".

A frequency is a number of times in a period. It is read where each side has just one; "biannual", "biweekly"
and their like, which mean two things, tell nothing. Amounts in a period (每年培训2000人次) are the numbers'
business: of them only the period is compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from vet_terms.language.numerals_zh import HAN_DIGITS, chinese_value
from vet_terms.language.tables import listed

_NUMERAL_ZH = rf"(?:\d{{1,2}}|[{HAN_DIGITS}十两]{{1,3}})"
_PERIOD_ZH = "小时|天|日|周|星期|礼拜|月|季度|季|学期|学年|年"
_EACH_ZH = re.compile(
    rf"(?:每(?P<half>半)?(?P<many>{_NUMERAL_ZH})?个?(?P<period>{_PERIOD_ZH})(?![级代号份报鉴历])"
    rf"|(?P<every_other>隔)(?P<other_period>[天日周月年]))"
    rf"(?:[^，。；：！？、（）]{{0,14}}?(?P<times>{_NUMERAL_ZH})(?:次|场|届|轮|期|回)(?!性|数))?"
)
_IN_A = re.compile(
    rf"(?<![第同近每前后这那十百千\d])[一1](?P<period>[天周月年])(?:之?内)?(?:(?:举办|召开|开展|组织|进行))?"
    rf"(?P<times>{_NUMERAL_ZH})(?:次|度|场|届|回)(?!性|数|又)"
)
_WORDS_EN = {
    "hourly": ("hour", 1), "daily": ("day", 1), "weekly": ("week", 1), "fortnightly": ("week", 2),
    "monthly": ("month", 1), "quarterly": ("quarter", 1), "annually": ("year", 1), "yearly": ("year", 1),
    "annual": ("year", 1), "biennial": ("year", 2), "biennially": ("year", 2), "triennial": ("year", 3),
    "half-yearly": ("half", 1), "semiannual": ("half", 1), "semi-annual": ("half", 1),
    "semiannually": ("half", 1), "semi-annually": ("half", 1),
}  # fmt: skip
_COUNTS_EN = {
    word: value
    for value, word in enumerate(
        listed("one two three four five six seven eight nine ten eleven twelve"), start=1
    )
}
_ORDINALS_EN = {"other": 2, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
_UNIT_EN = "hour|day|week|fortnight|month|quarter|semester|term|year"
_TIMES_EN = rf"(?P<times>once|twice|thrice|(?:\d{{1,2}}|{'|'.join(_COUNTS_EN)}) times)"
_EACH_EN = re.compile(
    rf"\b(?:{_TIMES_EN} )?(?:(?:every|each)(?: (?P<many>\d{{1,2}}|{'|'.join(_COUNTS_EN)}))?"
    rf"(?: (?P<ordinal>{'|'.join(_ORDINALS_EN)}))?(?P<half> (?:six months|half(?: a|-)? ?year))?"
    rf"(?: (?:school |academic |calendar )?(?P<unit>{_UNIT_EN})s?)?"
    rf"|(?P<article>an?|per|in an?|in each|in every) (?:school |academic |calendar )?(?P<per>{_UNIT_EN})"
    rf"(?! (?:and|or) a))\b"
    rf"|\b(?P<word>{'|'.join(sorted(_WORDS_EN, key=len, reverse=True))})\b",
    re.IGNORECASE,
)
_AMBIGUOUS = re.compile(
    r"\bbi-?(?:annual|week|month|year)|\b(?:twice|thrice)-(?:week|month|year)|\byear-round\b"
    r"|\baround the clock\b|\bfrom \w+ to \w+\b|\bby (?:day|week|month|year)\b|\b(\w+) (?:after|by) \1\b",
    re.IGNORECASE,
)
_OF_A_THING_ZH = re.compile(r"年[度会报鉴检]|日常|[月季周]报|[月周]刊|年均|月薪|年薪|日均|[一每]度")
_HOURS = {
    "hour": Fraction(1), "day": Fraction(24), "week": Fraction(168), "fortnight": Fraction(336),
    "month": Fraction(730), "quarter": Fraction(2190), "half": Fraction(4380), "term": Fraction(4380),
    "year": Fraction(8760),
}  # fmt: skip
_PERIODS = {
    "小时": "hour", "天": "day", "日": "day", "周": "week", "星期": "week", "礼拜": "week", "月": "month",
    "季度": "quarter", "季": "quarter", "学期": "term", "学年": "year", "年": "year",
    "semester": "term",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Frequency:
    """Where a text says how often, the period in hours, and how many times in it, if it says so."""

    start: int
    end: int
    period: Fraction
    times: Fraction | None


def other_frequency(zh: str, en: str) -> tuple[Frequency, Frequency] | None:
    """Return the one frequency of each side, where they contradict each other."""
    if "每" not in zh and "隔" not in zh and not _IN_A.search(zh):
        return None
    if _OF_A_THING_ZH.search(zh) or _AMBIGUOUS.search(en):
        return None
    said_zh, said_en = list(_in_chinese(zh)), list(_in_english(en))
    if len(said_zh) != 1 or len(said_en) != 1:
        return None
    one, other = said_zh[0], said_en[0]
    if one.period == other.period and (one.times is None or other.times is None or one.times == other.times):
        return None
    if (one.times or 1) / one.period == (other.times or 1) / other.period:
        return None
    # 每学年6500元，分两学期缴纳 may be so much each semester.
    rest = zh[: one.start] + zh[one.end :]
    if any(word in rest for word, unit in _PERIODS.items() if _HOURS[unit] == other.period):
        return None
    return one, other


_UNIT_OF_TIME = "天|个?小时|学时|课时|节课?|次|堂课?"
_IN_EACH_ZH = re.compile(
    rf"每(?P<period>{_PERIOD_ZH})[^，。；、每]{{0,6}}?(?P<number>{_NUMERAL_ZH})(?:多|余)?(?:{_UNIT_OF_TIME})"
)
_IN_EACH_EN = re.compile(
    rf"\b(?P<number>\d{{1,2}}|{'|'.join(_COUNTS_EN)})[ -](?:class |credit |school |teaching |working )?"
    r"(?:days?|hours?|lessons?|class(?:es)?|periods?|times|sessions?) (?:\w+ ){0,2}?"
    rf"(?:an?|per|each|every) (?:school |academic |calendar )?(?P<period>{_UNIT_EN})\b",
    re.IGNORECASE,
)


def other_period_of_time(zh: str, en: str) -> tuple[re.Match[str], re.Match[str]] | None:
    """Return the same amount of time in another period: 每周5天, "five days a month"."""
    if "每" not in zh or _AMBIGUOUS.search(en):
        return None
    in_chinese = {chinese_value(match["number"]): match for match in _IN_EACH_ZH.finditer(zh)}
    in_english = {_count(match["number"]): match for match in _IN_EACH_EN.finditer(en)} if in_chinese else {}
    periods_zh = {_PERIODS[match["period"]] for match in _EACH_ZH.finditer(zh) if match["period"]}
    for number, one in in_chinese.items():
        other = in_english.get(number)
        if other is None:
            continue
        unit = other["period"].lower()
        told, period = _PERIODS.get(unit, unit), _PERIODS[one["period"]]
        if told != period and told not in periods_zh and not re.search(rf"\b{period}", en, re.IGNORECASE):
            return one, other
    return None


_RATES_ZH = re.compile(
    r"(?:元|次|天|小时|学时|课时|篇|人|吨|台|件)\s?/\s?(?:人|生|亩)?[·/]?(?:学?年|学期|月|周|天|日|小时)|每"
)
_RATE_EN = re.compile(
    r"\d[\d,.]*(?: (?:yuan|million|billion|times|days|hours|people|students|tonnes|pieces)){0,2}"
    r" (?:an?|per|each|every) (?:student (?:per|a) )?(?:academic |school )?(?P<unit>hour|day|week"
    r"|month|semester|term|year)\b",
    re.IGNORECASE,
)
_TRACES = {
    "hour": "时", "day": "天日", "week": "周星礼", "month": "月", "semester": "期", "term": "期",
    "year": "年岁届",
}  # fmt: skip


def rate_of_another_period(zh: str, en: str) -> re.Match[str] | None:
    """Return an English amount in a period of which the Chinese says nothing: 5500元/年, "a month"."""
    if not _RATES_ZH.search(zh) or _AMBIGUOUS.search(en):
        return None
    for match in _RATE_EN.finditer(en):
        unit = match["unit"].lower()
        if not any(trace in zh for trace in _TRACES[unit]):
            return match
    return None


_ONE_ZH = re.compile(
    "(?<![第每十百千几同近另前后这那上下去今明有隔])一个?(?P<period>年|月|周|星期|天|小时|学期)(?![级度月日初中末底来到天四之])"
)
_ONE_EN = re.compile(rf"\b(?:one|an?)[ -](?:whole |full |single )?(?P<period>{_UNIT_EN})\b", re.IGNORECASE)


def other_single_period(zh: str, en: str) -> tuple[re.Match[str], re.Match[str]] | None:
    """Return the one period of a Chinese text (续约一年) and the other one of the English: one month."""
    in_chinese, in_english = list(_ONE_ZH.finditer(zh)), list(_ONE_EN.finditer(en))
    if len(in_chinese) != 1 or len(in_english) != 1:
        return None
    one, other = in_chinese[0], in_english[0]
    period, unit = _PERIODS[one["period"]], other["period"].lower()
    told = _PERIODS.get(unit, unit)
    if period == told or re.search(rf"\b{period}", en, re.IGNORECASE):
        return None
    rest = zh[: one.start()] + zh[one.end() :]
    return None if any(_PERIODS[word] == told for word in _PERIODS if word in rest) else (one, other)


def _in_chinese(zh: str) -> Iterator[Frequency]:
    for match in _EACH_ZH.finditer(zh):
        if match["every_other"]:
            period = 2 * _HOURS[_PERIODS[match["other_period"]]]
        else:
            period = _HOURS[_PERIODS[match["period"]]]
            period *= chinese_value(match["many"]) if match["many"] else 1
            period /= 2 if match["half"] else 1
        yield Frequency(*match.span(), period, chinese_value(match["times"]) if match["times"] else None)
    for match in _IN_A.finditer(zh):
        yield Frequency(*match.span(), _HOURS[_PERIODS[match["period"]]], chinese_value(match["times"]))


def _in_english(en: str) -> Iterator[Frequency]:
    for match in _EACH_EN.finditer(en):
        times = _count(match["times"])
        if match["word"]:
            unit, many = _WORDS_EN[match["word"].lower()]
            yield Frequency(*match.span(), _HOURS[unit] * many, None)
        elif match["half"]:
            yield Frequency(*match.span(), _HOURS["half"], times)
        elif unit := (match["unit"] or match["per"] or "").lower():
            # "a year" alone is a length of time.
            if (match["article"] or "").lower().endswith(("a", "an")) and times is None:
                continue
            period = _HOURS[_PERIODS.get(unit, unit)] * (_count(match["many"]) or 1)
            period *= _ORDINALS_EN[match["ordinal"].lower()] if match["ordinal"] else 1
            yield Frequency(*match.span(), period, times)


def _count(word: str | None) -> Fraction | None:
    if not word:
        return None
    first = word.lower().split()[0]
    if first in {"once", "twice", "thrice"}:
        return Fraction({"once": 1, "twice": 2, "thrice": 3}[first])
    return Fraction(_COUNTS_EN[first] if first in _COUNTS_EN else int(first))
