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
    r"\b(?P<which>before|after|prior to|by)\s+(?:the (?:end|beginning) of\s+)?(?=[\dA-Z])"
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
_MOST_LIMITS = 8
_DENIES = re.compile("[不未无没非勿禁才]")


@dataclass(frozen=True, slots=True)
class Turned:
    """A limit of the Chinese, and where the English has it the other way round."""

    zh: str
    start: int
    end: int


def turned_deadline(zh: str, en: str) -> Turned | None:
    """Return the first time limit of a Chinese text that the English turns round."""
    if not _MAY_LIMIT.search(zh) or _DENIES.search(zh):
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
            if any((each.kind, each.value) == (quantity.kind, quantity.value) for each in there):
                return Turned(zh[quantity.start : match.end()], *limit.span())
    return None


def _unit_en(en: str, quantity: Quantity) -> str:
    match = _UNIT_EN.match(en, quantity.end)
    return match["unit"] if match else ""


def _without(en: str, limit: re.Match[str]) -> str:
    return f"{en[: limit.start()]} {en[limit.end() :]}"
