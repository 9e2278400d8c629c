"""Numbers that a translator reckons from those of the source: halves, parts, sums, the last of some days.

What is reckoned so is no number of its own: 36人，男女各半 may be 18 and 18, “9+2”城市群 eleven cities,
一行6人 someone and five others, and 3月1日起为期一周 the days from March 1 to 7.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from fractions import Fraction
from itertools import combinations

from vet_terms.language.numerals_zh import chinese_value
from vet_terms.language.quantity import Quantity

_HALVED = re.compile("各(?:占一?)?半|对半|参半|(?:占|各|是|有)一半|半价|减半|折半|半数|平分")
_IN_PARTS = re.compile("等额|均分|等分|平均分|平分|各")
_MOST_PARTS = 12
_SUM = re.compile(r"(?<![\d.+])(\d{1,2})\s?[+＋]\s?(\d{1,2})(?![\d.+])")
_PARTY = re.compile(r"一行(?P<number>[\d一二三四五六七八九十]{1,3})余?人")
_LASTING = re.compile("为期|历时|持续|连续|共.{1,3}天")
_MAY_BE = re.compile(r"[半均等平各行期时续共推提延前分千]|[+＋]")

_BUT = re.compile("缺|除|只有|仅|其余|未|没|不|余下|剩")
_THE_REST = re.compile(r"\bthe (?:rest|remainder|balance)\b|\bremaining\b|\bthe others?\b", re.IGNORECASE)
_TERM = re.compile("第(?P<year>[一二三四])学?年(?:的)?第?(?P<half>[上下一二])学期")

_LESS = re.compile(r"\b(?:less|off|discount\w*|lower|fewer|reduc\w*|cut|cheaper|all but)\b", re.IGNORECASE)
_EQUAL = re.compile(r"\bequal\b|\bsplit\b|\bdivided\b|\bhalf (?:of it )?each\b", re.IGNORECASE)
_TIMES = re.compile(r"\b(?:halv\w+|half|doubl\w+|twice|as (?:many|much) again)\b", re.IGNORECASE)
_SHIFTED = re.compile("推迟|提前|延后|延迟|顺延|提早|之前|[分钟时天]前")
_DAY_ALONE = re.compile(r"\bthe \d{1,2}(?:st|nd|rd|th)\b")
_COMPARED = re.compile(
    "减少|增加|增长|增至|下降|降低|提高|上升|比|较|其中|其余|除|缺|只有|仅|少了|多了|不|未|没"
)
_EVERY = re.compile(
    r"\b(?:all|every\w*|each|entire\w*|whole|full|fully|universal\w*|complete\w*)\b", re.IGNORECASE
)
"""What is said of 100 per cent."""
_OF_TEN = re.compile("([一二三四五六七八九])分[^。；]{1,8}?([一二三四五六七八九])分")
"""三分靠技术，七分靠心态 are thirty and seventy per cent."""
_GLOSSED = re.compile(r"\b(?:jin|mu|li|liang|chi|cun|catt(?:y|ies)) \([^()]{1,40}\)")
"""Two yuan per jin (500 g): what a Chinese unit is in others."""
_POWERS = frozenset({100, 1000, 10000})
"""“百千万”工程: a hundred, a thousand, ten thousand."""
_UP_BY = re.compile(
    r"\b(?:up|again|more|over|above|rose|risen|grew|grown|increas\w*|higher|jump\w*|surg\w*)\b", re.IGNORECASE
)
"""1.5倍 is up by half."""
_ALWAYS = re.compile(
    r"\bevery (?:single )?day\b|\ball (?:the )?year\b|\byear[- ]round\b|\bday (?:in|after) |\bday and night\b"
    r"|\baround the clock\b|\bwhole year\b|\beach day\b|\bdaily\b",
    re.IGNORECASE,
)
_OF_ALWAYS = frozenset({365, 24})
"""一年三百六十五天: every day of the year."""
_JIAO = re.compile("(?P<number>[一二两三四五六七八九1-9])(?:角(?![落度色形逐])|毛钱)")
"""一角 is 0.1 yuan."""
_IN_THEIR_TEENS = re.compile(r"\bteen(?:s|age|aged|agers?)\b", re.IGNORECASE)
_END_OF_THE_TEENS = 20
_AMOUNTS = frozenset({"plain", "percent", "points", "currency"})
_CHANCE = 15
"""From what on a number is hardly made up by two others by chance."""

Values = Collection[Fraction]
"""What one side says."""


def without_reckoned(
    zh: str, lacking: Sequence[Quantity], en: str, added: Sequence[Quantity], known: Values, said: Values
) -> tuple[list[Quantity], list[Quantity]]:
    """Return what the target lacks and what it adds, without numbers that are reckoned from the source's.

    ``known`` is what the source says, ``said`` what the target does.
    """
    lacking, added = _without_shares(lacking, en, added, known, said)
    if lacking and _COMPARED.search(zh):
        lacking, added = _without_sums(lacking, added, known, said)
        if not added and len(lacking) == 1 and _is_left_to_be_reckoned(lacking[0], known, said):
            lacking = []
    if any(each.kind == "percent" and each.value == 1 for each in lacking) and _EVERY.search(en):
        lacking = [each for each in lacking if each.kind != "percent" or each.value != 1]
    if any(each.value in _OF_ALWAYS for each in lacking) and _ALWAYS.search(en):
        lacking = [each for each in lacking if each.value not in _OF_ALWAYS]
    if "岁" in zh and _IN_THEIR_TEENS.search(en):
        lacking = [each for each in lacking if each.value != _END_OF_THE_TEENS]
    if "倍" in zh and _UP_BY.search(en):
        lacking = [each for each in lacking if each.value <= 1 or each.value - 1 not in said]
    if lacking and _EQUAL.search(en):
        counts = range(2, _MOST_PARTS + 1)
        lacking = [each for each in lacking if not any(each.value * count in said for count in counts)]
    if lacking and _TIMES.search(en):
        lacking = [each for each in lacking if each.value / 2 not in said and each.value * 2 not in said]
    if added and (glossed := _GLOSSED.search(en)):
        added = [each for each in added if not glossed.start() <= each.start < glossed.end()]
    if dimes := _JIAO.search(zh):
        yuan = Fraction(int(chinese_value(dimes["number"])), 10)
        if any(each.value == yuan for each in added):
            added = [each for each in added if each.value != yuan]
            lacking = [each for each in lacking if each.start != dimes.start("number")]
    if not _MAY_BE.search(zh):
        return lacking, added
    if tenths := _OF_TEN.search(zh):
        of_ten = ["零一二三四五六七八九".index(each) for each in tenths.groups()]
        if sum(of_ten) == 10:
            added = [each for each in added if each.value * 10 not in of_ten]
    if "百千万" in zh:
        added = [each for each in added if each.value not in _POWERS]
    if _HALVED.search(zh):
        lacking = [each for each in lacking if each.value / 2 not in said]
    if not added:
        return lacking, added
    if term := _TERM.search(zh):
        number = 2 * ("一二三四".index(term["year"]) + 1) - (term["half"] in "上一")
        if any(each.value == number for each in added):
            added = [each for each in added if each.value != number]
            lacking = [each for each in lacking if not term.start() <= each.start < term.end()]
    if _HALVED.search(zh):
        added = [each for each in added if each.value * 2 not in known]
    if _IN_PARTS.search(zh):
        parts = [Fraction(count) for count in range(2, _MOST_PARTS + 1) if Fraction(count) in known]
        added = [each for each in added if not any(each.value * count in known for count in parts)]
    for match in _SUM.finditer(zh):
        total = sum(map(int, match.groups()))
        if any(each.value == total for each in added):
            added = [each for each in added if each.value != total]
            lacking = [each for each in lacking if not match.start() <= each.start < match.end()]
    if party := _PARTY.search(zh):
        whole = [each for each in lacking if party.start() <= each.start < party.end()]
        others = [each for each in added if any(each.value == one.value - 1 for one in whole)]
        if whole and others:
            lacking.remove(whole[0])
            added.remove(others[0])
    if _LASTING.search(zh):
        added = [each for each in added if each.kind != "day"]
    if _SHIFTED.search(zh):
        added = [each for each in added if each.kind not in {"day", "time"}]
        if _DAY_ALONE.search(en):
            added = [each for each in added if each.kind != "ordinal"]
    return lacking, added


def _is_the_rest(value: Fraction, both: Sequence[Fraction]) -> bool:
    """Tell whether a number is what two or three others leave of a whole, of those that both sides say."""
    parts = (sum(parts) for count in (1, 2, 3) for parts in combinations(both, count))
    return any(value + part in both for part in parts)


def _without_shares(
    lacking: Sequence[Quantity], en: str, added: Sequence[Quantity], known: Values, said: Values
) -> tuple[list[Quantity], list[Quantity]]:
    """Drop the rest of a share, and shares of which one is what the other leaves: 八成, 20 per cent less."""
    if lacking and _THE_REST.search(en):
        both = sorted(set(known) & set(said))[:_MOST_PARTS]
        lacking = [
            each
            for each in lacking
            if (each.value >= 1 or 1 - each.value not in known) and not _is_the_rest(each.value, both)
        ]
    if added and _LESS.search(en):
        added = [each for each in added if each.value >= 1 or 1 - each.value not in known]
    return list(lacking), list(added)


def _without_sums(
    lacking: list[Quantity], added: list[Quantity], known: Values, said: Values
) -> tuple[list[Quantity], list[Quantity]]:
    """Drop a pair of which the target has the sum or the difference instead.

    7201所，比上年减少93所: down from 7,294. A wrong number stays, since nothing makes it up.
    """
    for each in lacking:
        for other in added:
            if each.kind != other.kind or each.kind not in _AMOUNTS or not _is_big(each, other):
                continue
            if any(value in known and value in said for value in _made_up_by(each, other)):
                return (
                    [one for one in lacking if one is not each],
                    [one for one in added if one is not other],
                )
    return lacking, added


def _is_left_to_be_reckoned(each: Quantity, known: Values, said: Values) -> bool:
    """Tell whether a number is the difference of two that both sides say: from 61% to 73%, by 12 points."""
    both = set(known) & set(said)
    return each.value not in both and any(value + each.value in both for value in known)


def _made_up_by(one: Quantity, other: Quantity) -> tuple[Fraction, ...]:
    """Return what is left between two numbers, and what they are together."""
    return abs(one.value - other.value), one.value + other.value


def _is_big(one: Quantity, other: Quantity) -> bool:
    """Tell whether two numbers are such that hardly any third makes up their difference by chance."""
    return max(one.value, other.value) >= _CHANCE or one.value < 1 or one.value.denominator > 1
