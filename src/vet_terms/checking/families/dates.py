"""Rules on dates, times and spans of time.

A difference is reported once: where whole dates contradict each other, nothing is said of their numbers, and
what is reported here is left alone by the numbers family.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.counterparts.period_parts import other_parts
from vet_terms.checking.families.numbers import unit_findings, value_findings
from vet_terms.checking.rule import Example, Rule, finding
from vet_terms.checking.slips import Slip, reporting
from vet_terms.language.dates import Topic
from vet_terms.model import Finding, Severity, Span


def _check_date(reading: Reading, context: Context) -> Iterable[Finding]:
    return _on_topic(reading, DATE.id, "date")


def _check_weekday(reading: Reading, context: Context) -> Iterable[Finding]:
    return _on_topic(reading, WEEKDAY.id, "weekday")


def _check_time(reading: Reading, context: Context) -> Iterable[Finding]:
    return _on_topic(reading, TIME.id, "time")


def _check_period(reading: Reading, context: Context) -> Iterable[Finding]:
    return _on_topic(reading, PERIOD.id, "period")


def _check_duration(reading: Reading, context: Context) -> Iterable[Finding]:
    return _on_topic(reading, DURATION.id, "duration")


def _on_topic(reading: Reading, rule: str, topic: Topic) -> Iterable[Finding]:
    # In most units nothing differs, and five rules ask.
    numbers = reading.numbers
    return _differences(reading, rule, topic) if numbers.mismatches or numbers.contradictions else ()


def _differences(reading: Reading, rule: str, topic: Topic) -> Iterator[Finding]:
    unit, numbers = reading.unit, reading.numbers
    for each in numbers.contradictions:
        if each.topic == topic:
            zh, en = unit.zh[slice(*each.zh)].strip(), unit.en[slice(*each.en)].strip()
            message = f"The source says “{zh}”, the target says “{en}”."
            yield finding(unit, rule, "error", message, Span("target", *each.en))
    mismatches = [each for each in numbers.mismatches if each.topic == topic]
    if mismatches:
        yield from value_findings(reading, rule, mismatches)
        yield from unit_findings(reading, rule, mismatches)


def _check_impossible(reading: Reading, context: Context) -> Iterator[Finding]:
    for start, end in reading.numbers.impossible:
        written = reading.en[start:end]
        # A slip of the source that the target repeats is the author's to put right.
        severity: Severity = "info" if _said_in_source(written, reading.zh) else "warning"
        yield finding(
            reading.unit, IMPOSSIBLE.id, severity, f"There is no “{written}”.", Span("target", start, end)
        )


def _said_in_source(written: str, source: str) -> bool:
    """Tell whether the source says the same impossible thing, going by the numbers in digits."""
    numbers = re.findall(r"\d+", written)
    return all(re.search(rf"(?<!\d)0?{number.lstrip('0')}(?!\d)", source) for number in numbers)


def _frequencies(reading: Reading, context: Context) -> Iterator[Slip]:
    from vet_terms.checking.counterparts.frequencies import (
        other_frequency,
        other_period_of_time,
        other_single_period,
        rate_of_another_period,
    )

    found = other_frequency(reading.zh, reading.en)
    # What the numbers already say is said once.
    if found and not (reading.numbers.mismatches or reading.numbers.contradictions):
        zh, en = found
        often, there = reading.zh[zh.start : zh.end], reading.en[en.start : en.end].strip()
        yield Slip(en.start, en.end, f"The source says “{often}”, the target says “{there}”.")
    elif time := other_period_of_time(reading.zh, reading.en) or other_single_period(reading.zh, reading.en):
        one, other = time
        yield Slip(*other.span(), f"The source says “{one.group()}”, the target says “{other.group()}”.")
    elif rate := rate_of_another_period(reading.zh, reading.en):
        yield Slip(*rate.span(), f"The source has no “{rate['unit']}” in which “{rate.group()}” would be.")


DATE = Rule(
    id="dates/date",
    severity="error",
    summary="A year, month or day of the source is missing or different in the target.",
    explanation=(
        "Dates are compared as wholes, in whatever order and form each language writes them: a wrong year "
        "or month, day and month swapped, the years of two dates swapped, 去年 as “this year”. A part that "
        "one side leaves understood (同年11月, last month, the same day) is not asked for; 5/3/2021 is "
        "read in both senses. An error where a date is different or missing, a warning where only the "
        "target has it."
    ),
    bad=(
        Example("2017年11月签署协议。", "The agreement was signed in October 2017."),
        Example("2021年3月5日开学。", "The term began on 3 May 2021."),
        Example("明年建成实训楼。", "The training building was completed last year."),
    ),
    good=(
        Example("同年11月成立研究中心。", "In November 2016, the research centre was set up."),
        Example("2021年3月5日开学。", "The term began on 5 March 2021."),
        Example("去年建成实训楼。", "The training building was completed in 2023."),
    ),
    check=_check_date,
)

WEEKDAY = Rule(
    id="dates/weekday",
    severity="error",
    summary="The target names another day of the week.",
    explanation=(
        "Weekdays are compared where both sides name one. A weekday that one side leaves out, 周末 and "
        "weekdays in general are not reported."
    ),
    bad=(
        Example("周三下午开会。", "The meeting is on Tuesday afternoon."),
        Example("9月10日（星期二）开学。", "Term begins on Thursday, September 10."),
    ),
    good=(
        Example("周三下午开会。", "The meeting is on Wednesday afternoon."),
        Example("周一至周五开放。", "It is open on weekdays."),
        Example("一周三次课。", "There are three classes a week."),
    ),
    check=_check_weekday,
)

TIME = Rule(
    id="dates/time",
    severity="error",
    summary="A time of day is missing or different in the target.",
    explanation=(
        "Hours and minutes are compared on the twenty-four-hour clock: 下午2点 is 2 p.m., 14:00 and two in "
        "the afternoon, and not 2 a.m. A time without 上午, 下午 or a.m., p.m. may be either. Ratios and "
        "scores are no times. An error where a time is different or missing, a warning where only the "
        "target has it."
    ),
    bad=(
        Example("上午9:30举行揭牌仪式。", "The unveiling ceremony was held at 10:30 a.m."),
        Example("下午2点闭幕。", "It closes at 2 a.m."),
    ),
    good=(
        Example("上午9:30举行揭牌仪式。", "The unveiling ceremony was held at half past nine."),
        Example("下午2点闭幕。", "It closes at 14:00."),
        Example("中午12点用餐。", "Lunch is at noon."),
    ),
    check=_check_time,
)

PERIOD = Rule(
    id="dates/period",
    severity="error",
    summary="A period with a name or number is another one in the target.",
    explanation=(
        "Half-years, quarters, seasons, school years, years of entry (级) and of graduation (届), "
        "five-year plans, decades and centuries. “十四五” is the 14th Five-Year Plan or 2021 to 2025; "
        "上半年 may be January to June; “90后” are those born in the 1990s."
    ),
    bad=(
        Example(
            "“十四五”期间新建实训楼。", "Training buildings were built during the 13th Five-Year Plan period."
        ),
        Example("上半年完成招生。", "Enrolment was completed in the second half of the year."),
        Example("上世纪90年代开始办学。", "It has been running courses since the 1980s."),
    ),
    good=(
        Example("“十四五”期间新建实训楼。", "Training buildings were built between 2021 and 2025."),
        Example("上半年完成招生。", "Enrolment was completed in the first half of the year."),
        Example("2019—2020学年", "the 2019/20 academic year"),
        Example("2019级学生", "students enrolled in 2019"),
    ),
    check=_check_period,
)

DURATION = Rule(
    id="dates/duration",
    severity="error",
    summary="A length of time is different in the target, in its number or its unit.",
    explanation=(
        "三年制 is a three-year programme and 半年 six months, 两周 a fortnight or 14 days. Another number "
        "is an error, and so is 三年前 as “three years later”; the same number with another unit (两周 as "
        "two months) is a warning. A length of time that one side leaves out is not reported."
    ),
    bad=(
        Example("学制三年。", "The programme lasts two years."),
        Example("培训为期两周。", "The training lasts two months."),
    ),
    good=(
        Example("学制三年。", "The programme lasts three years."),
        Example("培训为期两周。", "The training lasts a fortnight."),
        Example("实习半年。", "The internship lasts six months."),
    ),
    check=_check_duration,
)

IMPOSSIBLE = Rule(
    id="dates/impossible",
    severity="warning",
    summary="The target names a day or a time that there is not.",
    explanation=(
        "February 30, a thirteenth month in 2023-13-05, 21:75. It is info where the source says the same, "
        "which is its author's to put right."
    ),
    bad=(
        Example("报名截止到2月底。", "Registration closes on February 30."),
        Example("报告定于六月底完成。", "The report is due on June 31."),
    ),
    good=(
        Example("2024年2月29日", "29 February 2024"),
        Example("报名截止到2月底。", "Registration closes at the end of February."),
        Example("师生比为1:75。", "The teacher–student ratio is 1:75."),
    ),
    check=_check_impossible,
)

PART = Rule(
    id="dates/part",
    severity="warning",
    summary="The target names another part of a period: the early 1950s for the late ones.",
    explanation=(
        "The beginning, middle or end of a month, year, decade or century (年初, 中旬, 年代末) against "
        "“early”, “mid”, “late”, “at the end of” and the like. Reported where each side names one part and "
        "no other; what has no period beside it is left alone."
    ),
    bad=(
        Example("该专业创办于20世纪50年代末。", "The programme was launched in the early 1950s."),
        Example("6月上旬公布名单。", "The list will be published in late June."),
    ),
    good=(
        Example("该专业创办于20世纪50年代末。", "The programme was launched at the end of the 1950s."),
        Example("6月底公布名单。", "The list will be published late in June."),
        Example("年初签约，年底开学。", "Signed in early 2023, it opened late in the year."),
        Example("在江的中游", "in the middle of the river"),
    ),
    check=reporting("dates/part", "target", other_parts),
)

FREQUENCY = Rule(
    id="dates/frequency",
    severity="warning",
    summary="Something happens more or less often in the target.",
    explanation=(
        "Times in a period are compared: 每两年一次 is “every other year” or biennial, 每半年一次 “twice a "
        "year”, 每季度一次 “quarterly” or “four times a year”. Reported where each side says it once and "
        "they differ; “biannual” and “biweekly”, which mean two things, are left alone."
    ),
    bad=(
        Example("技能节每两年举办一次。", "The skills festival is held twice a year."),
        Example("每季度召开一次例会。", "A regular meeting is held once a month."),
    ),
    good=(
        Example("技能节每两年举办一次。", "The skills festival is held every other year."),
        Example("每半年评估一次。", "It is assessed twice a year."),
        Example("每年培训2000人次。", "It trains 2,000 people a year."),
    ),
    check=reporting("dates/frequency", "target", _frequencies),
)

RULES: tuple[Rule, ...] = (DATE, WEEKDAY, TIME, PERIOD, DURATION, IMPOSSIBLE, PART, FREQUENCY)
