"""Dates as wholes: year, month and day together, of both languages, and which contradict each other.

A part that a text leaves out contradicts nothing: November 2016 answers 同年11月. Dates in digits with the
day or the month first are read in both senses. The numbers of a date alone are compared in numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from vet_terms.language.months_en import MONTH, MONTHS, SHORT_MONTHS
from vet_terms.language.numerals_en import ORDINALS
from vet_terms.language.numerals_zh import HAN_DIGITS, everyday_digits, spelt_value
from vet_terms.language.quantity import matches
from vet_terms.language.words_en import Words, words_of

Topic = Literal["date", "weekday", "time", "period", "duration"]
"""What of time is spoken of."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two stretches of time that cannot both be meant, each by where it stands in its text."""

    topic: Topic
    zh: tuple[int, int]
    en: tuple[int, int]


Parts = tuple[int | None, int, int | None]
"""Year, month and day."""


@dataclass(frozen=True, slots=True)
class WholeDate:
    """A date with at least its month, in every sense that its writing can have."""

    senses: tuple[Parts, ...]
    start: int
    end: int


_YEAR = r"(?:1[5-9]|20)\d\d"
_NUMERIC_YEAR_FIRST = (
    rf"(?<![\d.])(?P<iso_year>{_YEAR})(?P<mark>[-/.])(?P<iso_month>\d{{1,2}})(?P=mark)(?P<iso_day>\d{{1,2}})"
    r"(?![\d.]\d)"
)
_NUMERIC_YEAR_LAST = (
    r"(?<![\d./-])(?P<one>\d{1,2})(?P<stroke>[-/.])(?P<other>\d{1,2})(?P=stroke)"
    rf"(?P<last_year>{_YEAR})(?!\d)"
)
_NUMBER = rf"(?:\d{{1,2}}|[{HAN_DIGITS}十]{{1,3}})"
_CHINESE_BEGINS = re.compile(rf"[\d{HAN_DIGITS}十]")
_CHINESE = re.compile(
    rf"(?:(?P<year>{_YEAR}|[{HAN_DIGITS}]{{4}})\s?年\s?)?(?<!\d)(?P<month>{_NUMBER})\s?月份?(?!球|饼|亮)"
    rf"(?:\s?(?P<day>{_NUMBER})(?:\s?[日号](?!线|楼|店|机|馆)|(?=\s?[至到—–~～、-]+\s?{_NUMBER}\s?[日号])))?"
    rf"(?P<more>(?:\s?[日号]?\s?[至到—–~～、和-]+\s?{_NUMBER}\s?[日号])*)"
    rf"|{_NUMERIC_YEAR_FIRST}|{_NUMERIC_YEAR_LAST}"
)
_DAYS = re.compile(rf"{_NUMBER}(?=\s?[日号])")
_DAY_EN = r"[0-3]?\d(?:st|nd|rd|th)?"
_WORDED_DAY = "|".join(word for word, value in ORDINALS.items() if value <= 20)
_TO = (
    r"\s?(?:-|–|—|/|to|and|until|through|,)\s?"
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s)?(?:the\s)?"
)
_INITIALS = "".join(sorted({name[0] for name in MONTHS}))
_ENGLISH_BEGINS = re.compile(rf"[\d{_INITIALS}]")
_ENGLISH_BEGINS_WORDED = re.compile(rf"[\d{_INITIALS}{''.join(sorted({word[0] for word in ORDINALS}))}]")
_ENGLISH = re.compile(
    rf"(?<![\w.,])(?P<day_first>{_DAY_EN})(?P<days_before>(?:{_TO}{_DAY_EN}){{0,3}})\s+(?:of\s+)?(?P<month_second>{MONTH})\b"
    rf"(?:\.?,?\s+(?P<year_third>{_YEAR})\b)?"
    rf"|\b(?P<month>{MONTH})\b\.?(?:\s+(?:the\s+)?(?P<day>{_DAY_EN})(?![\d,]\d|\s?%|\s?[ap]\.?m)(?P<more>(?:{_TO}{_DAY_EN}(?![\d,]\d|\s?%|\s?[ap]\.?m|:)\b(?!\s+[A-Za-z]))*)"
    rf"\b)?(?:,?\s+(?:of\s+)?(?P<year>{_YEAR})\b)?"
    rf"|\b(?P<worded>{_WORDED_DAY}) of (?P<worded_month>{MONTH})\b(?:,?\s+(?P<worded_year>{_YEAR})\b)?"
    rf"|{_NUMERIC_YEAR_FIRST}|{_NUMERIC_YEAR_LAST}"
)
_NUMERIC = re.compile(r"\d[-/.]\d{1,2}[-/.]\d")


def chinese_dates(text: str) -> list[WholeDate]:
    """Return the dates of a Chinese text that name their month."""
    if "月" not in text and not _NUMERIC.search(text):
        return []
    return list(_chinese(everyday_digits(text)))


def english_dates(text: str) -> list[WholeDate]:
    """Return the dates of an English text that name their month."""
    words = words_of(text)
    if not words.names_month and not (words.has_digits and _NUMERIC.search(text)):
        return []
    return list(_english(text, words))


def _chinese(text: str) -> Iterator[WholeDate]:
    for match in matches(_CHINESE, _CHINESE_BEGINS, text):
        if not match["month"]:
            yield from _numeric(match)
            continue
        month = int(spelt_value(match["month"]))
        year = int(spelt_value(match["year"])) if match["year"] else None
        days = [match["day"]] if match["day"] else []
        days += _DAYS.findall(match["more"]) if match["day"] else []
        yield from _dates(year, month, [int(spelt_value(day)) for day in days], *match.span())


def _english(text: str, words: Words) -> Iterator[WholeDate]:
    worded = not words.telling.isdisjoint(ORDINALS)
    for match in matches(_ENGLISH, _ENGLISH_BEGINS_WORDED if worded else _ENGLISH_BEGINS, text):
        name = match["month"] or match["month_second"] or match["worded_month"]
        if not name:
            yield from _numeric(match)
            continue
        name = name.capitalize()
        month = MONTHS.get(name) or SHORT_MONTHS[name]
        year = match["year"] or match["year_third"] or match["worded_year"]
        if match["worded"]:
            days = [ORDINALS[match["worded"].lower()]]
        else:
            written = (match["day_first"] or "") + (match["days_before"] or "") + (match["day"] or "")
            days = [int(day) for day in re.findall(r"\d+", written + (match["more"] or ""))]
        # "I may" and "to march" are no dates.
        if name in {"May", "March"} and not days and not year and not _preceded(text, match.start()):
            continue
        yield from _dates(int(year) if year else None, month, days, *match.span())


def _preceded(text: str, start: int) -> bool:
    return bool(
        re.search(
            r"\b(?:in|since|until|by|of|from|to|early|late|mid|and|last|this|next)[\s-]$",
            text[max(0, start - 8) : start],
            re.I,
        )
    )


def _dates(year: int | None, month: int, days: Sequence[int], start: int, end: int) -> Iterator[WholeDate]:
    if 1 <= month <= 12:
        for day in days or (None,):
            yield WholeDate(((year, month, day),), start, end)


def _numeric(match: re.Match[str]) -> Iterator[WholeDate]:
    if match["iso_year"]:
        month, day = int(match["iso_month"]), int(match["iso_day"])
        senses = [(int(match["iso_year"]), month, day)]
    else:
        year, one, other = (int(match[part]) for part in ("last_year", "one", "other"))
        senses = [(year, one, other), (year, other, one)]
    possible: tuple[Parts, ...] = tuple(sense for sense in senses if sense[1] <= 12 and sense[2] <= 31)
    if possible:
        yield WholeDate(possible, *match.span())


def date_contradictions(zh: Sequence[WholeDate], en: Sequence[WholeDate]) -> list[Contradiction]:
    """Return the dates of each side that no date of the other can mean, in pairs, the nearest first."""
    rest_zh = [each for each in zh if not any(_agree(each, other) for other in en)]
    rest_en = [each for each in en if not any(_agree(each, other) for other in zh)]
    found = []
    for each in rest_zh:
        if not rest_en:
            break
        nearest = max(rest_en, key=lambda other: _likeness(each, other))
        rest_en.remove(nearest)
        found.append(Contradiction("date", (each.start, each.end), (nearest.start, nearest.end)))
    return found


def _agree(one: WholeDate, other: WholeDate) -> bool:
    return any(_likeness_of(a, b) >= 0 for a in one.senses for b in other.senses)


def _likeness(one: WholeDate, other: WholeDate) -> int:
    return max(
        sum(x is not None and x == y for x, y in zip(a, b, strict=True))
        for a in one.senses
        for b in other.senses
    )


def _likeness_of(one: Parts, other: Parts) -> int:
    """Return how many parts are the same, -1 where one differs."""
    both = [(x, y) for x, y in zip(one, other, strict=True) if x is not None and y is not None]
    return len(both) if all(x == y for x, y in both) else -1


_MONTH_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_ISO = re.compile(rf"(?<![\w./-])(?P<year>{_YEAR})-(?P<month>\d\d)-(?P<day>\d\d)(?![\w-]|\.\d)")
_ISO_IN = re.compile(r"\d-\d\d-\d")
_CLOCK_IN = re.compile(r"\d:[6-9]\d")
_CLOCK = re.compile(
    r"(?:(?<=\bat )|(?<=\bby )|(?<=\bfrom )|(?<=\buntil )|(?<=\btill ))\d{1,2}:[6-9]\d(?![\d:])"
    r"|(?<![\d:])\d{1,2}:[6-9]\d(?=\s?[ap]\.?m\b)",
    re.IGNORECASE,
)


def impossible_dates(text: str, dates: Sequence[WholeDate]) -> list[tuple[int, int]]:
    """Return where an English text, of these dates, names a day or a time that there is not."""
    if not dates and not words_of(text).has_digits:
        return []
    found = [
        (each.start, each.end) for each in dates if not any(_is_possible(*sense) for sense in each.senses)
    ]
    if "-" in text and _ISO_IN.search(text):
        for match in _ISO.finditer(text):
            parts = (int(match["year"]), int(match["month"]), int(match["day"]))
            if parts[1] > 12 or not _is_possible(*parts):
                found.append(match.span())
    if ":" in text and _CLOCK_IN.search(text):
        found += (match.span() for match in _CLOCK.finditer(text))
    return sorted(set(found))


def _is_possible(year: int | None, month: int, day: int | None) -> bool:
    if day is None:
        return True
    if not 1 <= month <= 12 or not 1 <= day <= _MONTH_DAYS[month - 1]:
        return False
    common = year is not None and (year % 4 != 0 or (year % 100 == 0 and year % 400 != 0))
    return not (common and (month, day) == (2, 29))


def overlaps(start: int, end: int, stretches: Iterable[tuple[int, int]]) -> bool:
    """Tell whether a stretch shares a character with one of others."""
    return any(start < last and first < end for first, last in stretches)
