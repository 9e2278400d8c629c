"""How a number changes: up or down, from what to what, by so much or to so much.

A change is read where its verb governs a number (降至71%, fell to 71%, a 5% rise), and the two sides are held
against each other by the value. Where a clause has words of both directions (降幅扩大, "the decline grew") or
a side says a value twice, nothing is read.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Literal

from vet_terms.language.numbers_en import read_english
from vet_terms.language.numbers_zh import read_chinese
from vet_terms.language.quantity import Quantity, after, before

Way = Literal["up", "down"]
Extent = Literal["to", "by"]

_MOST_NUMBERS = 24
"""Numbers of a text from which on it is a table, and no sentence."""
_REACH_EN = 80
_NO_AMOUNTS = frozenset({"year", "month", "day", "time", "ordinal"})

_NUMERAL = "[\\d一二三四五六七八九十百千万两半]"
_UP_ZH = "增[长加多至到为收]|递增|[上提回攀]升|升[至到为高]|提高|上[涨调]|涨[到至]|扩大|扩招"
_DOWN_ZH = "下降|降[低至到为]|减[少至到为低]|[缩削压]减|压缩|下[跌滑调]|跌[至到]|缩[小短]|回落|萎缩|调低"
_CHANGE_ZH = re.compile(f"(?:(?P<up>{_UP_ZH})|(?P<down>{_DOWN_ZH}))")
_ANY_UP_ZH = re.compile("[增升涨扩]|提高|上调|放宽")
_ANY_DOWN_ZH = re.compile("[降减跌缩亏负缓]|下[滑调]|回落|调低|赤字|逆差|流失|收窄|节[能约省]")
_GOVERNS_ZH = re.compile(
    "(?P<to>[到至为]|达到?)?(?P<by>了)?(?:将近|超过|大约|约|近|逾|至少|不[少低]于|整整|人民币|[“¥￥$ ])*"
)
_MARK_ZH = re.compile(r"[，。；：！？!?;\n（）()、]|,(?!\d)")
_FROM_ZH = re.compile(r"[从由自](?:原来的?|最初的?|[去上]年的?|\d{4}年的?)*$")
_TO_ZH = re.compile(
    r"[^，。；！？、从由自和与]{0,14}?[到至为](?:现在的?|目前的?|今年的?|当前的?|\d{4}年的?|了|约|近"
    r"|[“¥￥$ ])*"
)
_FROM_TO_AT_ALL = re.compile(f"[从由自][^，。；！？]{{0,8}}?{_NUMERAL}[^，。；！？]{{1,16}}?[到至为]")
_TIMES_ZH = re.compile(r"\s?[多余]?(?:倍|成|番)")

_UP_EN = (
    r"(?:increas|grow|surg|soar|climb|boost|expan)[a-z]*|jump(?:s|ed|ing)?|grew|r[io]se|ris(?:es|en|ing)"
    r"|rais(?:e|es|ed|ing)|upped|add(?:s|ed|ing)"
)
_DOWN_EN = (
    r"(?:decreas|declin|reduc|plung|tumbl|slump|diminish|dwindl|shrink|shorten|narrow)[a-z]*|shr[au]nk"
    r"|drop(?:s|ped|ping)?|f[ae]ll(?:s|en|ing)?|lower(?:s|ed|ing)|slash(?:es|ed|ing)?|cut(?:s|ting)?"
    r"|contract(?:ed|ing|ion)|dip(?:s|ped)?|slid"
)
_CHANGE_EN = re.compile(rf"\b(?:(?P<up>{_UP_EN})|(?P<down>{_DOWN_EN}))\b", re.IGNORECASE)
_ALSO_CHANGE_EN = re.compile(
    r"\b(?:slow|eas|sav|los|halv|double|tripl|worse|weak|trim|curb|deficit|drop|improv|higher than|lower than"
    r"|less\b|fewer|more\b(?! than))\w*",
    re.IGNORECASE,
)
_UP_OR_DOWN_BEFORE = re.compile(
    r"(?:(?P<up>\bup)|(?P<down>\bdown))\s+(?:by\s+|from\s+|(?<=\bwent up )to\s+|(?<=\bwent down )to\s+)?$",
    re.IGNORECASE,
)
_AFTER_EN = re.compile(
    r"(?:\s?(?:%|percent|per cent|percentage|points?|yuan)){0,2}[\s-]+(?:(?:year-on-year|annual|sharp"
    r"|further)\s+)?"
    rf"(?:(?P<up>(?:{_UP_EN})|higher|up|more)|(?P<down>(?:{_DOWN_EN})|lower|down|less|fewer))\b",
    re.IGNORECASE,
)
_MARK_EN = re.compile(
    r"[;:!?\n()—–]|,(?!\d)|\.(?!\d)"
    r"|\b(?:and|or|while|whereas|although|though|but|as|after|(?<!year )(?<!month )(?<!term )before|which|who"
    r"|when|where|with"
    r"|(?<!more )(?<!less )(?<!fewer )than|because)\b",
    re.IGNORECASE,
)
_HEDGE = (
    r"(?:(?:about|around|nearly|almost|approximately|roughly|some|over|under|more than|less than|at least"
    r"|only|just"
    r"|an? (?:estimated|average of|total of|record|full)|as (?:much|many) as|RMB|CNY|US)\s|[$¥€£]\s?"
    r"|US(?=[$]))*"
)
_PREPOSITION_EN = re.compile(rf"\b(?P<word>to|by|at)\s+{_HEDGE}$", re.IGNORECASE)
_NO_EXTENT_EN = re.compile(
    r"[^,.;]{0,24}?\b(?:more|additional|other|others|further|new|extra|different|years?|months?|days?|times"
    r"|of (?:its|their|the|what))\b"
)
_FROM_EN = re.compile(rf"\bfrom\s+{_HEDGE}$", re.IGNORECASE)
_TO_EN = re.compile(rf"[^,.;]{{0,30}}?\bto\s+{_HEDGE}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Change:
    """A number with what its verb says: which way it goes, and whether it is the end or the extent."""

    start: int
    end: int
    way: Way | None
    extent: Extent | None


@dataclass(frozen=True, slots=True)
class Differing:
    """A change that the two sides tell differently: its way, its extent, or its order (from … to …)."""

    what: Literal["way", "extent", "order"]
    zh: Change
    en: Change


# Two rules ask about the same pair one after the other.
@functools.lru_cache(maxsize=256)
def differing_changes(zh: str, en: str) -> tuple[Differing, ...]:
    """Return the changes of numbers that an English text tells differently from the Chinese."""
    return tuple(_differing(zh, en))


def _differing(zh: str, en: str) -> Iterator[Differing]:
    changes, orders = _CHANGE_ZH.search(zh), _FROM_TO_AT_ALL.search(zh)
    if not (changes or orders) or not en:
        return
    said_zh, said_en = _once(read_chinese(zh)), _once(read_english(en))
    if not said_zh or not said_en:
        return
    turned = set()
    for left, right in _in_order_zh(zh, said_zh) if orders else ():
        if left in said_en and right in said_en and _goes(en, said_en[right], said_en[left]):
            turned |= {left, right}
            yield Differing(
                "order",
                Change(said_zh[left].start, said_zh[right].end, None, None),
                Change(said_en[right].start, said_en[left].end, None, None),
            )
    for value, quantity in said_zh.items() if changes else ():
        other = said_en.get(value)
        if other is None or value in turned or quantity.kind in _NO_AMOUNTS or other.kind in _NO_AMOUNTS:
            continue
        change = _change_zh(zh, quantity)
        there = change and _change_en(en, other, said_en.values())
        if not change or not there:
            continue
        if change.way and there.way and change.way != there.way:
            yield Differing("way", change, there)
        elif change.extent and there.extent and change.extent != there.extent:
            yield Differing("extent", change, there)


def _once(quantities: Sequence[Quantity]) -> dict[Fraction, Quantity]:
    """Return the quantities that a text of few says once, by value."""
    if len(quantities) > _MOST_NUMBERS:
        return {}
    found: dict[Fraction, Quantity] = {}
    twice = set()
    for each in quantities:
        if each.weight != "loose":
            if each.value in found:
                twice.add(each.value)
            found[each.value] = each
    return {value: each for value, each in found.items() if value not in twice}


def _in_order_zh(zh: str, said: dict[Fraction, Quantity]) -> Iterator[tuple[Fraction, Fraction]]:
    """Yield the values of 从A到B."""
    quantities = sorted(said.values(), key=lambda each: each.start)
    # Between the amounts may stand the years in which they held.
    amounts = [each for each in quantities if each.kind not in _NO_AMOUNTS]
    for left, right in dict.fromkeys((*pairwise(quantities), *pairwise(amounts))):
        if left.kind == right.kind and _FROM_ZH.search(before(zh, left.start)):
            between = zh[left.end : right.start]
            if len(between) < 24 and _TO_ZH.fullmatch(between):
                yield left.value, right.value


def _goes(en: str, left: Quantity, right: Quantity) -> bool:
    """Tell whether an English text goes from one quantity to another."""
    between = en[left.end : right.start] if left.end < right.start else ""
    return bool(
        between
        and len(between) < 48
        and _FROM_EN.search(before(en, left.start))
        and _TO_EN.fullmatch(between)
    )


def _change_zh(zh: str, quantity: Quantity) -> Change | None:
    text = _since_mark(_MARK_ZH, before(zh, quantity.start))
    verbs = list(_CHANGE_ZH.finditer(text))
    governs = _GOVERNS_ZH.fullmatch(text, verbs[-1].end()) if verbs else None
    if governs is None:
        return None
    verb = verbs[-1]
    way: Way | None = "up" if verb["up"] else "down"
    clause = text + _until_mark(_MARK_ZH, zh[quantity.start : quantity.end + _REACH_EN])
    if (_ANY_DOWN_ZH if verb["up"] else _ANY_UP_ZH).search(clause):
        way = None
    extent: Extent | None = None
    if governs["to"] or verb.group()[-1] in "到至为":
        extent = "to"
    elif governs["by"] or quantity.kind in {"percent", "points"}:
        extent = "by"
    if _TIMES_ZH.match(zh, quantity.end):
        extent = None
    return Change(quantity.start - len(text) + verb.start(), quantity.end, way, extent)


def _change_en(en: str, quantity: Quantity, others: Collection[Quantity]) -> Change | None:
    """Return the change that English words around a number tell of it, if they tell of one alone."""
    text = _since_mark(_MARK_EN, before(en, quantity.start, _REACH_EN))
    behind = _until_mark(_MARK_EN, after(en, quantity.end))
    first = quantity.start - len(text)
    nouns = _AFTER_EN.match(behind)
    verbs = [nouns] if nouns else [*_CHANGE_EN.finditer(text), *_UP_OR_DOWN_BEFORE.finditer(text)]
    if not verbs:
        return None
    verb = verbs[-1]
    start = quantity.start if nouns else first + verb.start()
    # A number between verb and number has the verb, unless it is where the change began.
    if any(
        start < each.start < quantity.start and not _FROM_EN.search(before(en, each.start)) for each in others
    ):
        return None
    whole = text + behind
    ways = {each.lastgroup for each in _CHANGE_EN.finditer(whole)} | {verb.lastgroup}
    way: Way | None = "up" if ways == {"up"} else "down" if ways == {"down"} else None
    if _ALSO_CHANGE_EN.search(whole.replace(verb.group(), " ")):
        way = None
    preposition = None if nouns else _PREPOSITION_EN.search(text)
    extent: Extent | None = None
    if preposition and preposition["word"].lower() in {"to", "by"} and not _NO_EXTENT_EN.match(behind):
        extent = "to" if preposition["word"].lower() == "to" else "by"
    end = quantity.end + verb.end() if nouns else max(quantity.end, first + verb.end())
    return Change(start, end, way, extent)


def _since_mark(mark: re.Pattern[str], text: str) -> str:
    start = 0
    for each in mark.finditer(text):
        start = each.end()
    return text[start:]


def _until_mark(mark: re.Pattern[str], text: str) -> str:
    found = mark.search(text)
    return text[: found.start()] if found else text
