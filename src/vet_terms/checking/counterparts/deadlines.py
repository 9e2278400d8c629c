"""Deadlines turned round: 30日内 as "after 30 days", 9月1日前 as "after September 1".

A time limit is read where its word stands beside the number or the date. A Chinese text with limits of both
kinds, or with a negation (9月1日前不得 is "only after September 1"), tells nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from vet_terms.checking.counterparts.answers import chinese_keys, english_contents
from vet_terms.checking.counterparts.kinship import akin
from vet_terms.language.numbers_en import read_english
from vet_terms.language.numbers_zh import read_chinese
from vet_terms.language.quantity import Quantity

_DATE_KINDS = frozenset({"year", "month", "day"})
_UNITS_ZH = {
    "日": "day",
    "天": "day",
    "周": "week",
    "星期": "week",
    "月": "month",
    "年": "year",
    "小时": "hour",
}
_LIMIT_ZH = re.compile(
    r"(?P<unit>个?工作日|[日天周]|个?(?:星期|月|小时)|年)(?:之|以)?(?P<which>[内后])(?![续勤果])"
)
_DATE_LIMIT_ZH = re.compile(
    r"(?:[日月年号]|年?[年月][初中底末]|月[上中下]旬)?(?:之|以)?(?P<which>[前后])(?![后前期续夕往])"
)
_LIMIT_EN = re.compile(
    r"\b(?P<which>within|after)\s+(?:the |a period of |about |at least |no more than )?(?=[\d\w])",
    re.IGNORECASE,
)
_UNIT_EN = re.compile(
    r"[)\s-]*(?:\(\w+\)\s*)?(?:working |business |calendar |full )?(?P<unit>day|week|month|year|hour)"
)
_SO_LONG_AFTER = re.compile(r"[\s-](?:working |calendar |full )?(?:day|week|month|hour)s? (?:after|later)\b")
_DATE_LIMIT_EN = re.compile(
    r"\b(?P<which>before|after|prior to|by)\s+(?:the (?:end|beginning) of\s+|the (?=\d))?(?=[\dA-Z])"
)
_OTHER_EN = {
    # 内 against after, 后 against within, 前 against after, 后 against before.
    "内": re.compile(
        r"\b(?:within|before|by|no later|not later|inside|during|over|under|less)\b|\bin (?:\d|the |an? "
        r"|one|two|three|six|ten)",
        re.IGNORECASE,
    ),
    "后": re.compile(
        r"\b(?:after|from|since|as of|following|start\w*|begin\w*|onwards?|later|once|upon|when|on)\b",
        re.IGNORECASE,
    ),
    "前": re.compile(
        r"\b(?:before|by|prior|until|till|no later|not later|ahead|due|deadline|earlier|ago|not|no|only"
        r"|up to)\b",
        re.IGNORECASE,
    ),
}
_MAY_LIMIT = re.compile("(?<=[日天周月年时期号底末初旬])[之以]?[内前后]")
_MAY_DISTANCE = re.compile("[前后][^，。；]{0,4}?[\\d一二三四五六七八九十两半]")
_MAY_DISTANCE_EN = re.compile(
    r"(?:day|week|month|year|hour|minute)s? (?:before|prior|ahead|in adv|after|follow)"
)
_MOST_LIMITS = 8
_DENIES = re.compile("[不未无没勿禁才]|非(?![洲遗常])")


@dataclass(frozen=True, slots=True)
class Turned:
    """A limit of the Chinese, and where the English has it the other way round."""

    zh: str
    start: int
    end: int


def turned_deadline(zh: str, en: str) -> Turned | None:
    """Return the first time limit of a Chinese text that the English turns round."""
    if _DENIES.search(zh):
        return None
    if _MAY_DISTANCE.search(zh) and _MAY_DISTANCE_EN.search(en):
        found = _turned_distance(zh, en, read_chinese(zh), read_english(en))
        if found:
            return found
    if not _MAY_LIMIT.search(zh):
        return None
    limits, dates = list(_LIMIT_EN.finditer(en)), list(_DATE_LIMIT_EN.finditer(en))
    if not 0 < len(limits) + len(dates) <= _MOST_LIMITS:
        return None
    in_chinese, in_english = read_chinese(zh), read_english(en)
    return _turned_length(zh, en, limits, in_chinese, in_english) or _turned_date(
        zh, en, dates, in_chinese, in_english
    )


_EVENT_ZH = re.compile(
    r"(?P<event>[\u4e00-\u9fff]{2})(?P<which>之前|以前|之后|以后|前|后)(?![期后前景往夕续果勤台来勒者排面端])"
)
_BEFORE_EN = re.compile(r"\b(?:before|prior to)\b", re.IGNORECASE)
_AFTER_EN = re.compile(r"(?<!only )\bafter\b(?! all\b)", re.IGNORECASE)
_LIKE_BEFORE = re.compile(
    r"\b(?:before|prior|previous\w*|earlier|preced\w*|ahead|advance|until|till|by|pre-?\w*|ago|not|no|first|already|former\w*"
    r"|upon|on|when|at|yet)\b|n[’']t\b",
    re.IGNORECASE,
)
_LIKE_AFTER = re.compile(
    r"\b(?:after\w*|since|following|follows|later|then|once|upon|on|when|post-?\w*|subsequent\w*|next|behind|not|no|until|as"
    r"|from|with|having|by|in)\b|n[’']t\b",
    re.IGNORECASE,
)

_SURELY_AFTER = re.compile(
    r"\b(?:after\w*|since|following|follows|later|then|once|upon|when|post-?\w*|subsequent\w*|next|not|no|until)\b"
    r"|n[’']t\b",
    re.IGNORECASE,
)


_OF_AN_EVENT = frozenset({"结束", "开始", "启动"})
"""培训结束后 is after the training."""
_ALSO_SAID = dict.fromkeys(("实施", "施行", "生效"), frozenset({"effect", "forc", "force"})) | {
    "入学": frozenset({"enrol", "enroll", "admiss"})
}
_NEAR = 40
"""Characters behind "before" or "after" in which the event is named."""


def turned_event(zh: str, en: str) -> Turned | None:
    """Return what is said to come before an event of the source, and after it in the English, or the reverse.

    Read are words of two characters (考核后, 通电前) in texts that say one of the two only.
    """
    said = (
        [match for match in _EVENT_ZH.finditer(zh) if chinese_keys(match["event"])]
        if "前" in zh or "后" in zh
        else []
    )
    if len(said) != 1 or _DENIES.search(zh.replace("不受", "").replace("不变", "")):
        return None
    is_before = "前" in said[0]["which"]
    if re.search("[后继随起]|以来" if is_before else "[前先]", zh.replace(said[0].group(), "")):
        return None
    there = (_AFTER_EN if is_before else _BEFORE_EN).search(en)
    if there is None:
        return None
    # What the English has before or after it must be the same event.
    event = chinese_keys(said[0]["event"])
    if said[0]["event"] in _OF_AN_EVENT:
        event |= chinese_keys(zh[max(0, said[0].start() - 2) : said[0].start()])
    event |= _ALSO_SAID.get(said[0]["event"], frozenset())
    following = [keys for _, keys in english_contents(en[there.end() : there.end() + _NEAR])]
    if not akin(event, frozenset().union(*following)):
        return None
    rest = f"{en[: there.start()]} {en[there.end() :]}"
    like = _LIKE_BEFORE if is_before else _LIKE_AFTER
    # Right behind it, a preposition elsewhere tells nothing: in five years before graduation.
    if not is_before and akin(event, following[0]):
        like = _SURELY_AFTER
    denied = re.compile(r"\b(?:not|no)\b|n[’']t\b")
    return None if like.search(denied.sub(" ", rest)) else Turned(said[0].group(), *there.span())


_BOTH_SAID_EN = re.compile(
    r"\b(?:until|till|by|prior|previous\w*|earlier|ahead|advance|pre-?\w*|first|then|later|since|follow\w*|once|when|upon|on"
    r"|subsequent\w*|post-?\w*|afterwards?|beforehand|not|no)\b|n[’']t\b",
    re.IGNORECASE,
)


def one_way_for_two(zh: str, en: str) -> Turned | None:
    """Return the second "after" of an English text for a 前 and a 后 of the Chinese, or "before"."""
    said = [match["which"][-1] for match in _EVENT_ZH.finditer(zh)] if "前" in zh and "后" in zh else []
    if sorted(said) != ["前", "后"] or _BOTH_SAID_EN.search(en):
        return None
    before, after = list(_BEFORE_EN.finditer(en)), list(_AFTER_EN.finditer(en))
    for some, others, missing in ((after, before, "前"), (before, after, "后")):
        if len(some) == 2 and not others:
            return Turned(missing, *some[said.index(missing)].span())
    return None


def _turned_length(
    zh: str, en: str, limits: list[re.Match[str]], chinese: Sequence[Quantity], english: Sequence[Quantity]
) -> Turned | None:
    for quantity in chinese:
        match = _LIMIT_ZH.match(zh, quantity.end)
        if not match:
            continue
        which = match["which"]
        opposite = "后" if which == "内" else "内"
        unit = _UNITS_ZH[match["unit"].lstrip("个").removeprefix("工作")]
        # 签订后10日内 has one limit. Within three years he had become what he was three years later.
        if which == "后" and (unit == "year" or re.search("[内前]", zh)):
            continue
        if any(there["which"] == opposite for there in _LIMIT_ZH.finditer(zh)):
            continue
        for each in english if which == "内" and not _OTHER_EN["内"].search(en) else ():
            if each.value == quantity.value and _unit_en(en, each) == unit:
                behind = _SO_LONG_AFTER.match(en, each.end)
                if behind:
                    return Turned(zh[quantity.start : match.end()], each.start, behind.end())
        for limit in limits:
            wrong = "after" if which == "内" else "within"
            if limit["which"].lower() != wrong or _OTHER_EN[which].search(_without(en, limit)):
                continue
            if any(
                each.start == limit.end() and each.value == quantity.value and _unit_en(en, each) == unit
                for each in english
            ):
                return Turned(zh[quantity.start : match.end()], *limit.span())
    return None


_BEFORE_BY_ZH = re.compile("提?前(?:的|至少|不少于)?$")
_AFTER_BY_ZH = re.compile("(?<![前今先以])(?:之|以)?后(?:的|至多|不超过)?$")
_UNTIL_YEAR_ZH = re.compile(r"(?:^|[，。；：])(?:力争|争取|计划)?到(?P<year>\d{4})年(?![后以]|之后)")
_SINCE_EN = re.compile(
    r"\b(?:from|since|after|starting in) (?P<year>\d{4})\b(?!\s?[-–—]|\s(?:to|until)\b)", re.IGNORECASE
)


def begun_for_done(zh: str, en: str) -> Turned | None:
    """Return the year by which something is to be done, and from which it is in the English: 到2025年."""
    said = _UNTIL_YEAR_ZH.search(zh) if "到" in zh else None
    if said is None or re.search("[从自起由]", zh[: said.start("year")]):
        return None
    there = next((each for each in _SINCE_EN.finditer(en) if each["year"] == said["year"]), None)
    if there is None or re.search(rf"\b(?:by|in|until|to|before|as of|end of) {there['year']}\b", en):
        return None
    return Turned(said.group().lstrip("，。；："), *there.span())


_SO_LONG = r"[\s-](?:(?:working|calendar|full|school) )?(?:day|week|month|year|hour|minute)s? "
_BEFORE_BY_EN = re.compile(rf"{_SO_LONG}(?:before|prior to|ahead of|in advance|beforehand)\b")
_AFTER_BY_EN = re.compile(rf"{_SO_LONG}(?:after|following)\b")
_BY_UNIT_ZH = re.compile("个?(?:工作日|分钟|小时|星期|月|学期)|[日天周年]")


def _turned_distance(
    zh: str, en: str, chinese: Sequence[Quantity], english: Sequence[Quantity]
) -> Turned | None:
    """Return the one length of time before an event that the English has after it: 开考前30分钟."""
    for ahead, turned, other in ((_BEFORE_BY_ZH, _AFTER_BY_EN, "后"), (_AFTER_BY_ZH, _BEFORE_BY_EN, "前")):
        if other in zh:
            continue
        own = _OTHER_EN["前" if other == "后" else "后"]
        for quantity in chinese:
            said = ahead.search(zh, max(0, quantity.start - 5), quantity.start)
            if not said or not _BY_UNIT_ZH.match(zh, quantity.end):
                continue
            for each in english:
                behind = turned.match(en, each.end) if each.value == quantity.value else None
                if behind and not own.search(f"{en[: each.start]} {en[behind.end() :]}"):
                    return Turned(zh[said.start() : quantity.end], each.start, behind.end())
    return None


def _turned_date(
    zh: str, en: str, dates: list[re.Match[str]], chinese: Sequence[Quantity], english: Sequence[Quantity]
) -> Turned | None:
    for quantity in chinese:
        match = _DATE_LIMIT_ZH.match(zh, quantity.end) if quantity.kind in _DATE_KINDS else None
        if not match:
            continue
        which = match["which"]
        opposite = "后" if which == "前" else "前"
        if re.search(f"[{opposite}内起]", zh):
            continue
        for limit in dates:
            wrong = limit["which"].lower() == "after" if which == "前" else limit["which"].lower() != "after"
            if not wrong or _OTHER_EN[which].search(_without(en, limit)):
                continue
            there = [each for each in english if limit.end() <= each.start < limit.end() + 20]
            kinds = {quantity.kind, "ordinal"} if quantity.kind == "day" else {quantity.kind}
            if any(each.kind in kinds and each.value == quantity.value for each in there):
                return Turned(zh[quantity.start : match.end()], *limit.span())
    return None


def _unit_en(en: str, quantity: Quantity) -> str:
    match = _UNIT_EN.match(en, quantity.end)
    return match["unit"] if match else ""


def _without(en: str, limit: re.Match[str]) -> str:
    return f"{en[: limit.start()]} {en[limit.end() :]}"
