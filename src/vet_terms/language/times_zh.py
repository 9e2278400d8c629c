"""Times of day in a Chinese text: 9:30, 下午三点, 三点一刻; and 3分35秒, which English writes alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from vet_terms.language.numerals_zh import HAN_DIGITS, chinese_value
from vet_terms.language.quantity import DayHalf, Quantity, Taken, before, clock

_MORNING = ("上午", "早上", "早晨", "凌晨", "清晨", "早")
_PART_OF_DAY = "|".join((*_MORNING, "下午|午后|傍晚|晚上|晚间|夜间|夜里|深夜|中午|晚"))
_CLOCK = re.compile(
    rf"(?<!\d)(?<!\d:)(?P<part>{_PART_OF_DAY})?\s?(?<!\d)(?<!\d:)(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?![\d:])"
)
_RATIO_LEFT = re.compile(r"比(?:例|率|分|值|重)?(?:约?为|是|达|约)?[：:]?\s?$")
_OF_A_RATIO = re.compile(r"(?:[生机]比|比例|比率|比值|之比|配比|比(?=[由从不达是为约]))[^，。；！？]{0,20}$")
"""师生比由1:22优化为1:18: a clause that speaks of a ratio tells no time."""
_OCLOCK = re.compile(
    rf"(?P<part>{_PART_OF_DAY})?\s?(?P<hour>\d{{1,2}}|[{HAN_DIGITS}十]{{1,3}})\s?[点时](?!量表|计分|评分|制)"
    rf"(?:(?P<minute>\d{{1,2}}|[{HAN_DIGITS}十]{{1,3}})分|(?P<half>半)|(?P<quarter>[一三])刻|(?P<sharp>整|钟|许)"
    r"|(?P<bare>[二三四五]?十[一二三四五六七八九]?)(?=[，。；！？、）)\s发出开到至准起前后左]|$))?"
)
_OCLOCK_IN = re.compile(rf"[\d{HAN_DIGITS}十]\s?[点时]")
_AFTER_A_TIME = re.compile(r"(?:点|时|半|分|:\d\d)\s?(?:至|到|—+|–|-|~|～)\s?$")
_STOPWATCH = re.compile(r"(?<!\d)(?P<minutes>\d{1,2})分(?P<seconds>\d{1,2})秒(?P<parts>\d{1,3}(?!\d))?")
_SPRINT = re.compile(r"(?<![\d分])(?P<seconds>\d{1,2})秒(?P<parts>\d{1,3})(?!\d)")
"""10秒97 is 10.97 seconds."""


# 十点半熄灯，周五延长至十一点.
_LASTS_TO = re.compile("点[^。；]*(?:延长|推迟|提前|持续|开放|营业)[至到]$")


_TO = re.compile(r"\s?(?:至|到|—+|–|-|~|～)\s?")


def read_times(text: str, taken: Taken) -> Iterator[Quantity]:
    """Yield the times of day of a text. Ratios and scores are none."""
    before_it: Quantity | None = None
    for each in _read(text, taken):
        if before_it is not None and each.also and _TO.fullmatch(text, before_it.end, each.start):
            each = _end_of_range(before_it, each)
        before_it = each if each.kind == "time" else None
        yield each


def _end_of_range(start: Quantity, end: Quantity) -> Quantity:
    """Return a time to which others go on, in the sense in which it is later: 4:00 of 下午2:30至4:00."""
    later = [value for value in (end.value, *end.also) if value > start.value]
    return replace(end, value=later[0], also=()) if later and not start.also else end


def _read(text: str, taken: Taken) -> Iterator[Quantity]:
    for match in _CLOCK.finditer(text) if ":" in text else ():
        left = before(text, match.start())
        if _RATIO_LEFT.search(left) or (not match["part"] and _OF_A_RATIO.search(left)):
            continue
        if taken.claim(*match.span()):
            yield _clock(match, int(match["hour"]), int(match["minute"]))
    for match in _STOPWATCH.finditer(text) if "秒" in text else ():
        if int(match["minutes"]) <= 24 and taken.claim(*match.span()):
            minutes, seconds = Fraction(match["minutes"]), Fraction(match["seconds"])
            # English may write 3:35, which reads like a time of day.
            alike = minutes % 12 + seconds / 60
            yield Quantity(alike, *match.span(), "time", also=(alike + 12, minutes + seconds / 60))
            yield Quantity(minutes, *match.span(), weight="loose")
            yield Quantity(seconds, *match.span(), weight="loose")
            if match["parts"]:
                exact = Fraction(f"{match['seconds']}.{match['parts']}")
                yield Quantity(exact, *match.span(), weight="loose")
                yield Quantity(minutes + exact / 60, *match.span(), weight="loose")
    for match in _SPRINT.finditer(text) if "秒" in text else ():
        if taken.claim(*match.span()):
            yield Quantity(Fraction(f"{match['seconds']}.{match['parts']}"), *match.span())
    for match in _OCLOCK.finditer(text) if _OCLOCK_IN.search(text) else ():
        certain = any(match[part] for part in ("part", "half", "quarter", "sharp", "minute", "bare"))
        certain = certain or bool(_AFTER_A_TIME.search(before(text, match.start())))
        certain = certain or bool(_LASTS_TO.search(before(text, match.start())))
        if not certain or text.startswith("代", match.end()):
            continue
        hour = chinese_value(match["hour"])
        said = match["minute"] or match["bare"]
        minute = chinese_value(said) if said else Fraction(30 if match["half"] else 0)
        if match["quarter"]:
            minute = chinese_value(match["quarter"]) * 15
        if hour <= 24 and minute < 60 and taken.claim(*match.span()):
            yield _clock(match, int(hour), int(minute))


def _clock(match: re.Match[str], hour: int, minute: int) -> Quantity:
    part = match["part"]
    half: DayHalf = "unsaid" if not part else "early" if part in _MORNING else "late"
    if hour == 12 and part:
        # 上午12点 is noon as 中午12点 is; at night, and before dawn, it is midnight.
        half = "late" if part in {"上午", "中午", "下午"} else "early"
    return clock(hour, minute, half, *match.span())
