"""Words of time that can contradict their counterpart: weekdays, 上半年, quarters, 去年, 三年前.

A contradiction needs a word on each side that the other side has not, of one scale: 去年 against "this year".
A language may leave such a word out, or put a date in its place, which is no contradiction.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from vet_terms.language.dates import Contradiction, Topic
from vet_terms.language.numerals_zh import NUMERAL, NUMERAL_CHARACTERS, everyday_digits, spelt_value
from vet_terms.language.quantity import matches
from vet_terms.language.words_en import words_of

_Meaning = tuple[str, int | str]
"""A scale, and where on it: ("year", "last")."""

_Found = Iterator[tuple[_Meaning, int, int]]
_Days = Sequence[tuple[_Meaning, int, int]]
"""What is meant, and where it is said."""

_Reader = Callable[[str], _Found]


@dataclass(frozen=True, slots=True)
class _Kind:
    """One sort of words, and how each language says them.

    Where a Chinese text uses them, it has one of the ``signs``, and an English text one of the ``words``.
    """

    topic: Topic
    signs: frozenset[str]
    words: frozenset[str]
    chinese: _Reader
    english: _Reader


def word_contradictions(zh: str, en: str) -> Iterator[Contradiction]:
    """Yield where the words of time of two texts contradict each other, one for each sort of words."""
    plain = everyday_digits(zh)
    if not _TIME.search(plain):
        return
    for kind in _kinds_of(frozenset(_SIGN.findall(plain))):
        said_zh = list(kind.chinese(plain))
        if not said_zh or kind.words.isdisjoint(words_of(en).said):
            continue
        said_en = list(kind.english(en))
        meant_zh, meant_en = {meant for meant, *_ in said_zh}, {meant for meant, *_ in said_en}
        if kind.topic == "weekday" and _is_the_rest_of_the_week(plain, said_zh, en, said_en):
            continue
        only_zh = [each for each in said_zh if each[0] not in meant_en]
        only_en = [each for each in said_en if each[0] not in meant_zh]
        by_scale = {scale: (start, end) for (scale, _), start, end in reversed(only_en)}
        for (scale, _), start, end in only_zh:
            if scale in by_scale:
                yield Contradiction(kind.topic, (start, end), by_scale[scale])
                break


_WEEKDAYS_ZH = re.compile(
    r"(?:星期|礼拜|(?<![一二两三四五六七八九十\d第上下几])周|(?<=[本上下])周)(?P<day>[一二三四五六日天])(?!周|天(?!气)|次|年|个?小时|[学课]时|堂)"
    r"(?P<more>(?:[、和][一二三四五六日](?=[、和，。；）上下晚早]|$))*)"
)
_WEEKDAYS_ZH_BEGIN = re.compile("[周星礼]")
_WEEKDAYS_EN_BEGIN = re.compile("[MTWFS]")
_WEEKDAYS_EN = re.compile(
    r"\b(?P<day>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b"
    r"|\b(?P<short>Mon|Tues?|Wed|Thur?s?|Fri)\b(?=[.,)]|\s\d)|\b(?P<end>Sat|Sun)\.(?=,?\s)"
)


_TO_DAY = re.compile(r"\s?(?:-|–|—|~|至|到|\bto\b|\bthrough\b|\bthru\b|\buntil\b)\s?(?:周|星期|礼拜)?")
_WEEK = frozenset(range(7))


def _is_the_rest_of_the_week(zh: str, said_zh: _Days, en: str, said_en: _Days) -> bool:
    """Return whether two texts name all days of the week between them, and none twice."""
    days_zh, days_en = _days(zh, said_zh), _days(en, said_en)
    return days_zh.isdisjoint(days_en) and days_zh | days_en == _WEEK


def _days(text: str, said: _Days) -> set[int]:
    """Return the days that a text names, and those between the two ends of a stretch of days."""
    days = [(day, start, end) for (_, day), start, end in said if isinstance(day, int)]
    found = {day for day, *_ in days}
    for (first, _, end), (last, start, _) in pairwise(days):
        if _TO_DAY.fullmatch(text, end, start):
            found.update(day % 7 for day in range(first, last + 1 if last >= first else last + 8))
    return found


def _weekdays_zh(text: str) -> _Found:
    for match in matches(_WEEKDAYS_ZH, _WEEKDAYS_ZH_BEGIN, text):
        for day in re.findall("[一二三四五六日天]", match["day"] + match["more"]):
            yield ("", "一二三四五六日".find(day.replace("天", "日"))), *match.span()


def _weekdays_en(text: str) -> _Found:
    for match in matches(_WEEKDAYS_EN, _WEEKDAYS_EN_BEGIN, text):
        name = match["day"] or match["short"] or match["end"]
        yield ("", ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun").index(name[:3])), *match.span()


_HALVES_ZH = re.compile("[上下]半年")
_HALVES_EN = re.compile(r"\b(?:(?P<first>first|1st)|second|2nd|latter) half\b|\bH(?P<number>[12])\b", re.I)


def _halves_zh(text: str) -> _Found:
    for match in _HALVES_ZH.finditer(text):
        yield ("", 1 if match.group()[0] == "上" else 2), *match.span()


def _halves_en(text: str) -> _Found:
    for match in _HALVES_EN.finditer(text):
        yield ("", 1 if match["first"] or match["number"] == "1" else 2), *match.span()


_QUARTERS_ZH = re.compile(
    r"(?:(?P<first>前)(?P<many>[二两三23])个?|(?<![前个\d])第?(?P<number>[一二三四1-4]))季度"
)
_QUARTERS_EN = re.compile(
    r"\b(?P<word>first|second|third|fourth|last|final|1st|2nd|3rd|4th) quarter\b|\bQ(?P<number>[1-4])\b"
    r"|\bfirst (?P<first>two|three|2|3) quarters\b",
    re.I,
)
_QUARTER_WORDS = {
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4,
    "last": 4, "final": 4,
}  # fmt: skip


def _quarters_zh(text: str) -> _Found:
    for match in _QUARTERS_ZH.finditer(text):
        number = int(spelt_value(match["number"] or match["many"]))
        yield ("", f"first {number}" if match["first"] else number), *match.span()


def _quarters_en(text: str) -> _Found:
    for match in _QUARTERS_EN.finditer(text):
        if match["first"]:
            yield ("", "first 2" if match["first"].lower() in {"two", "2"} else "first 3"), *match.span()
            continue
        yield ("", int(match["number"] or _QUARTER_WORDS[match["word"].lower()])), *match.span()


_SEMESTERS_ZH = re.compile("第(?P<number>[一二12])学期|(?P<half>[上下])学期")
_SEMESTERS_EN = re.compile(r"\b(?:(?P<first>first|1st)|second|2nd|last|next) (?:semester|term)\b", re.I)


def _semesters_zh(text: str) -> _Found:
    for match in _SEMESTERS_ZH.finditer(text):
        first = match["number"] in {"一", "1"} or match["half"] == "上"
        yield ("", 1 if first else 2), *match.span()


def _semesters_en(text: str) -> _Found:
    for match in _SEMESTERS_EN.finditer(text):
        # "Last term" and "next term" are either.
        if match.group().lower().startswith(("last", "next")):
            yield from ((("", number), *match.span()) for number in (1, 2))
        else:
            yield ("", 1 if match["first"] else 2), *match.span()


_SEASONS_ZH = re.compile("(?P<season>[春夏秋冬])(?:季|天|学期)")
_SEASONS_EN = re.compile(
    r"\b(?:(?P<spring>spring)|(?P<summer>summer)|(?P<autumn>autumn"
    r"|fall(?= (?:semester|term|of \d|\d{4}|intake))"
    r"|(?<=the )fall)|(?P<winter>winter))\b(?= |\.|,|$)",
    re.I,
)


def _seasons_zh(text: str) -> _Found:
    for match in _SEASONS_ZH.finditer(text):
        yield ("", "春夏秋冬".index(match["season"])), *match.span()


def _seasons_en(text: str) -> _Found:
    for match in _SEASONS_EN.finditer(text):
        yield ("", ("spring", "summer", "autumn", "winter").index(match.lastgroup or "")), *match.span()


_RELATIVE_IN = re.compile("[去上今本明来这下昨][一个]?[年月周天日春夏秋冬]")
# 前年 and 后年 are told from 三年前年 by nobody; they are left alone.
_RELATIVE_ZH = re.compile(
    r"(?P<last_year>去[年春夏秋冬]|(?<=[较比与和同])上一?年(?!级)|上一?年(?!级)(?=[，的末底春夏秋冬同，\d]))"
    r"|(?P<this_year>今[年春夏秋冬]|本年度?)|(?P<next_year>[明来]年|明[春夏秋冬])"
    r"|(?P<last_month>上个?月)|(?P<this_month>本月|这个月)|(?P<next_month>下个?月)"
    r"|(?P<last_week>上一?周)|(?P<this_week>本周|这一?周)|(?P<next_week>下一?周)"
    r"|(?P<last_day>昨[天日])|(?P<this_day>今[天日])|(?P<next_day>明[天日])"
)
_RELATIVE_EN = re.compile(
    r"\b(?P<before>the (?P<unit_before>year|month|week) before last)\b"
    r"|\b(?:(?P<last>last|the previous|the past)|(?P<this>this|the current)|(?P<next>next|the coming))"
    r" (?P<unit>year|month|week|spring|summer|autumn|winter)\b(?!['’]s-old)"
    r"|\b(?P<yesterday>yesterday)\b|\b(?P<today>today)\b|\b(?P<tomorrow>tomorrow)\b",
    re.I,
)
_RELATIVE_EN_BEGIN = re.compile("[ltnyLTNY]")
_SEASONS = frozenset({"spring", "summer", "autumn", "winter"})
_DAYS = {"last": "yesterday", "this": "today", "next": "tomorrow"}


def _relative_zh(text: str) -> _Found:
    for match in matches(_RELATIVE_ZH, _RELATIVE_IN, text):
        side, _, scale = (match.lastgroup or "").partition("_")
        yield (scale, side), *match.span()


def _relative_en(text: str) -> _Found:
    for match in matches(_RELATIVE_EN, _RELATIVE_EN_BEGIN, text):
        if match["before"]:
            yield (match["unit_before"].lower(), "before last"), *match.span()
            continue
        side = next(each for each in ("last", "this", "next") if match[each] or match[_DAYS[each]])
        unit = (match["unit"] or "day").lower()
        yield ("year" if unit in _SEASONS else unit, side), *match.span()


_NUMERAL_BEGINS = re.compile(f"[{NUMERAL_CHARACTERS}]")
_SIDES_IN = re.compile("[年月天周期时钟]多?[之以]?[前后]|再过")
_SIDES_ZH = re.compile(
    rf"{NUMERAL}[多余]?(?:个多?)?(?:年|月|天|周|星期|小时|分钟|学期)多?[之以]?(?:(?P<before>前)|(?P<after>后))"
    r"(?![期续勤台端者进沿景面瞻身列])"
    rf"|(?<=再过)(?P<ahead>{NUMERAL})[多余]?(?:个多?)?(?:年|月|天|周|星期|小时|分钟)"
)
# "Three years after" an event may lie before the story, and 三年前 may be three years before one.
_SPAN_EN = r"\b(?:year|month|week|day|hour|minute|semester|decade)s?"
_SIDES_EN = re.compile(
    rf"{_SPAN_EN} (?:(?P<before>ago|earlier|previously)|(?P<after>later|afterwards?|from now))\b"
    r"|\b(?P<within>(?:after|within)) (?:\w+[\s-]){1,3}?(?:years?|months?|weeks?|days?|hours?|minutes?)\b",
    re.I,
)


def _sides_zh(text: str) -> _Found:
    for match in matches(_SIDES_ZH, _NUMERAL_BEGINS, text) if _SIDES_IN.search(text) else ():
        yield ("", "before" if match["before"] else "after"), *match.span()


def _sides_en(text: str) -> _Found:
    for match in _SIDES_EN.finditer(text):
        yield ("", "before" if match["before"] else "after"), *match.span()


_COHORTS_IN = re.compile(r"\d[级届]")
_COHORTS_ZH = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?:(?P<enrolled>级)|(?P<graduated>届))(?!别)")
_COHORTS_EN = re.compile(
    r"\b(?:(?P<graduated>graduat\w+|leavers?)|(?P<enrolled>enrol\w*|admitted|entered|intake|freshmen|entrants))"
    r"(?: \w+){0,2} (?:in|of|from) (?P<year>(?:19|20)\d\d)\b",
    re.I,
)


def _cohorts_zh(text: str) -> _Found:
    for match in _COHORTS_ZH.finditer(text) if _COHORTS_IN.search(text) else ():
        yield (match["year"], "enrolled" if match["enrolled"] else "graduated"), *match.span()


def _cohorts_en(text: str) -> _Found:
    for match in _COHORTS_EN.finditer(text):
        yield (match["year"], "enrolled" if match["enrolled"] else "graduated"), *match.span()


# 当天 is also today, which "the same day" is not; so only the days around it contradict it.
_AROUND_ZH = re.compile(
    "(?P<same>[当同][天日晚](?!常|报)|同一天|当[天日]?[上下]午)|(?P<next>次[日晨]|翌[日晨]|第二天|[隔转]天)"
    "|(?P<previous>前一[天日晚]|头一?天)"
)
_AROUND_EN = re.compile(
    r"\b(?:(?P<same>same)|(?P<next>following|next)|(?P<previous>previous|preceding))"
    r" (?:day|morning|afternoon|evening|night)\b"
    r"|\b(?P<before>day before)(?!(?: the| his| her)? \w+ (?:begin|end)s)\b",
    re.I,
)


def _around_zh(text: str) -> _Found:
    for match in _AROUND_ZH.finditer(text):
        yield ("", match.lastgroup or ""), *match.span()


def _around_en(text: str) -> _Found:
    for match in _AROUND_EN.finditer(text):
        yield ("", (match.lastgroup or "").replace("before", "previous")), *match.span()


def _kind(topic: Topic, signs: str, words: str, chinese: _Reader, english: _Reader) -> _Kind:
    return _Kind(topic, frozenset(signs), frozenset(words.split()), chinese, english)


_WEEKDAYS = (
    "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays "
    "saturdays sundays mon tue tues wed thu thus thur thurs fri sat sun"
)
_RELATIVE = "year month week spring summer autumn winter yesterday today tomorrow"
_SIDES = "ago earlier previously later afterward afterwards now after within"
_KINDS = (
    _kind("weekday", "周星礼", _WEEKDAYS, _weekdays_zh, _weekdays_en),
    _kind("period", "半", "half h", _halves_zh, _halves_en),
    _kind("period", "季", "quarter quarters q", _quarters_zh, _quarters_en),
    _kind("period", "期", "semester term", _semesters_zh, _semesters_en),
    _kind("period", "春夏秋冬", "spring summer autumn fall winter", _seasons_zh, _seasons_en),
    _kind("date", "去上今本明来这下昨", _RELATIVE, _relative_zh, _relative_en),
    _kind("duration", "前后再", _SIDES, _sides_zh, _sides_en),
    _kind("date", "当同次翌隔转", "day morning afternoon evening night", _around_zh, _around_en),
    _kind("period", "级届", "in of from", _cohorts_zh, _cohorts_en),
)
_TIME = re.compile(
    r"[周星礼半季学春夏秋冬去上今本明来这下昨年月天期时钟当同次翌\d][一个]?[一二三四五六日天晚晨期拜年度季月周前后多之以级届学]"
)
"""What the text of one sort or another has somewhere: a text without it has none of these words."""
_SIGN = re.compile(f"[{''.join(sorted(frozenset().union(*(kind.signs for kind in _KINDS))))}]")


@functools.lru_cache(maxsize=1024)
def _kinds_of(said: frozenset[str]) -> tuple[_Kind, ...]:
    return tuple(kind for kind in _KINDS if not kind.signs.isdisjoint(said))
