"""One Chinese numeral in its sentence: what it counts, its bound, and whether it counts at all.

A numeral in a phrase, a name or a code is loose. No segmentation is used: the measure word after a
numeral tells that it counts.
"""

from __future__ import annotations

import re
import string
from fractions import Fraction

from vet_terms.language.currencies import CHINESE_NAMES, SIGNS
from vet_terms.language.numerals_zh import ARABIC, HAN_DIGITS, chinese_value
from vet_terms.language.quantity import Bound, Kind, Quantity, Weight, before, bound_of_sign

# What is counted, and units; a Chinese numeral before one of these is a number and no phrase.
_MEASURE = (
    "个|名|位|所|家|项|期|届|次|人|岁|年|月|天|日|号|周|小时|时|分钟|分|秒|类|种|门|条|件|台|套|辆|艘|架|场|座|栋"
    "|间|层|米|公里|里|亩|公顷|吨|克|公斤|斤|元|万|亿|美元|欧元|英镑|港元|日元|块|倍|只|支|队|组|批|代|张|份|本"
    "|部|篇|首|段|章|节|课|册|幅|轮|步|国|省|市|县|区|校|院|班|户|村|镇|乡|站|款|多|余|几|平方|立方|世纪|学分|学年"
    "|学期|大|字|级|度|处|对|把|师|学时|课时|岗位|专业|企业|学生|教师|周年"
)
_COUNTED = re.compile(rf"\s?(?:{_MEASURE})")
# Small numerals are far more often part of a phrase: ask for a plain counting word.
_COUNTED_SMALL = re.compile(
    r"\s?(?:个|名|位|所|家|项|期|届|次|人|岁|年|天|周(?!边|到|知)|小时|分钟|类|种|门|条|件|台|套|辆|艘|架|场|座|间"
    r"|层|米|公里|亩|公顷|吨|元|倍|国|省|市|县|区|校|院|支|组|批|份|本|部|篇|章|节|册|轮|款|大(?!家|学|会|专)"
    r"|学期|学年|学分|周年)"
)

_BEFORE = re.compile(
    r"(?:(?P<less>不足|不到|低于|少于|(?:至多|最多(?!时|的时))[\u4e00-\u9fff]{0,3}|小于|未满|不满|不及|未达|[≤＜⩽]|(?:不|未|不会|不得|不能|不应当?|不宜|不可|不要|不许)(?:超过?|高于|多于|大于))"
    r"|(?P<more>超过|超出|超|逾|(?:至少|最少(?!时|的时))[\u4e00-\u9fff]{0,3}|(?:不|不得|不能|不应当?|不宜|不可|不要|不许|从未|未|未曾|从没|没有|不会|不曾)(?:少于|低于|小于)|不下于?|高于|多于|大于|突破|(?<=[已均都早数值量额率比龄])过|[≥＞⩾])"
    r"|(?P<nearly>(?<![最附])近|将近|接近|几乎|几近|逼近)|(?P<about>大约|约为|约有|约|大概|差不多|大致))\s?(?:了)?\s?[“\"]?$"
)
# 不低于同岗位工资标准的80%: the bound of a share may stand before what it is a share of.
_BEFORE_THE_WHOLE = re.compile(
    r"(?:(?P<less>不足|不到|低于|少于|不(?:得|能|应当?|宜|可)?(?:超过?|高于|多于))"
    r"|(?P<more>不(?:得|能|应当?|宜|可)?(?:少于|低于)|超过|超出|高于|多于))[^，。；：！？\d]{1,30}的\s?$"
)
_IN_SHARE = re.compile("分之|[成半]$")
# 多 in 多元 and 多样 belongs to the next word.
_AFTER = re.compile(
    r"\s?(?:(?P<more>余|个多(?=月|小时|星期|世纪)|[年天周岁]多|多(?!元化|样|媒)|几|出头|有余|开外|\+)"
    r"|(?P<about>来(?=个|名|位|年|人|岁|天))"
    r"|(?:[^\s\d，。；、（）]{0,4}?)"
    r"(?:(?P<above>以上|及以上|之多)|(?P<below>以下|以内|之内)|(?P<around>左右|上下)))"
)
UNIT_AFTER = re.compile(rf"\s?(?:%|‰|[十百千万亿兆]|(?:km|kg|mm|cm|[mgthkMG])|{_MEASURE}|人民币|美金|港币)")
"""What shows a number in digits to be an amount, where it could be a year and a month."""
_PERIOD = re.compile(r"\s?(?:个)?\s?(?:年|月|天|日|周|期|届|学年|学期|季)")
# 高于四年前 compares with a time.
# 5—7月 and 5、6月份: the first is a month as well.
_TO_MONTH = re.compile(
    rf"(?:\s?(?:至|到|—+|–|-+|~|～|、|和)\s?)(?:\d{{1,2}}|[{HAN_DIGITS}十]{{1,2}})月(?!球|饼)"
)
_ROUND_THE_CLOCK = re.compile(
    "小时(?:[^，。；、]{0,4}(?:服务|值班|值守|开放|营业|供应|供[电水暖]|监控|巡[逻查]|运[行转]|待命|响应|接听|咨询)"
    "|不间断|在线|热线|制|全天)"
)
_AGO = re.compile(r"\s?(?:多|余)?个?(?:年|月|天|日|小时|周)[之以]?前")

_CURRENCIES = CHINESE_NAMES | SIGNS
_CURRENCY_AFTER = re.compile(
    rf"\s?(?:余|多|来)?\s?(?P<unit>{'|'.join(sorted(CHINESE_NAMES, key=len, reverse=True))})"
)
_CURRENCY_BEFORE = re.compile(
    rf"(?P<unit>{'|'.join(re.escape(sign) for sign in sorted(SIGNS, key=len, reverse=True))})\s?$"
)

_SHARES: dict[str, tuple[Kind, int]] = {
    "%": ("percent", 100), "‰": ("percent", 1000), "百分点": ("points", 100), "个百分点": ("points", 100),
}  # fmt: skip
_UNIT = re.compile(
    r"\s?(?:余|多)?\s?(?P<unit>%|‰|个?百分点|年(?!级|龄)|月(?!球|亮|饼)|日(?![之以]?内)|号|世纪)"
)
_TO = r"\s?(?:至|到|—+|–|-+|~|～)\s?"
_TO_PERCENT = re.compile(rf"{_TO}(?:{ARABIC})\s?%")
_TO_SCALE = re.compile(rf"{_TO}(?:\d+(?:\.\d+)?|[{HAN_DIGITS}]+)(?P<scale>[十百千万亿]{{1,2}})")
_FROM_YEAR = re.compile(r"(?P<century>(?:1[5-9]|20)\d)\d年?\s?[-—–至到~～]+\s?$")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_OF_A_YEAR = re.compile(r"\s?(?:年|届|级|学年|学期)")

_METRIC = re.compile(r"\s?(?:km|kg|mm|cm|m|g|t|h|kW|MW|GB|MB|℃|°)(?![A-Za-z])")
_CODE_BEFORE = re.compile(r"(?<!RMB)(?<!CNY)(?<!US)(?<!HK)[A-Za-z][-_]?$|(?<![A-Za-z])双$")
# 5G, 3D, 1+X, 7×24: the number belongs to the name.
_CODE_AFTER = re.compile(r"[A-Za-z×*]|\+[A-Za-z]")
_PART_BEFORE = re.compile(r"\d[./-]$")
_SCALED = re.compile(r"\s?[余多来]\s?(?P<scale>[十百千万亿]{1,2})")
_ORDINAL_LEFT = re.compile(r"第\s?(?:[一二三四五六七八九十\d]{1,2}、)*$")
"""第一、二产业 are the first and the second."""
_MONTH_LEFT = re.compile(r"月(?:份)?\s?$")
_MORE_COUNTED = re.compile(rf"[余多](?:{_MEASURE})")
_TWO_DIGITS = re.compile(r"\d\d")
_A_CENTURY = re.compile(r"\s?世纪")

# What each pattern can begin or end with, any space as " ": a look at one character is a tenth as dear as
# the pattern, and most numerals have nothing of it beside them.
_STARTS_SCALED = frozenset(" 余多来")
_STARTS_AGO = frozenset(" 多余个年月天日小周")
_STARTS_UNIT = frozenset(" 余多%‰个百年月日号世")
_STARTS_CURRENCY = frozenset(" 余多来").union(name[0] for name in CHINESE_NAMES)
_STARTS_TO = frozenset(" 至到—–-~～、和")
_STARTS_CODE = frozenset("×*+" + string.ascii_letters)
_ENDS_CURRENCY = frozenset(sign[-1] for sign in SIGNS)
_ENDS_YEAR = frozenset(" -—–至到~～")
_STARTS_OTHERS = _STARTS_TO.union("年级届世倍")
_ENDS_CODE = frozenset(" -_双" + string.ascii_letters)
_ENDS_PART = frozenset(" ./-")
# What of _BEFORE and _AFTER is cheap to look for, and within how many characters of the number it stands.
_ENDS_BOUND = re.compile(r"[≤＜⩽≥＞⩾足到于满及达过出超逾下破近乎约为有概多致]\s?了?\s?[“\"]?$")
_LAST_OF_BOUND = frozenset(' ≤＜⩽≥＞⩾足到于满及达过出超逾下破近乎约为有概多致了“"')
_AT_LEAST = re.compile("[至最][多少]")
_MORE_BEHIND = re.compile(r"\s?(?:[余多几+来]|[个年天周岁]多|出头|有余|开外)")
_ABOVE_BEHIND = re.compile("[以之左上][上下内多右]")
_REACH_BEFORE, _REACH_ENDS, _REACH_AT_LEAST, _REACH_ABOVE = 12, 6, 10, 8


def amount(text: str, numeral: str, start: int, end: int) -> Quantity:
    """Return the quantity of one numeral of a text, with its kind, bound and weight."""
    value = chinese_value(numeral)
    bound = amount_bound(text, start, end)
    first, last = _beginning(text, end), _ending(text, start)
    if first in _STARTS_SCALED and (scaled := _SCALED.match(text, end)):
        value, end, bound = value * chinese_value(scaled["scale"]), scaled.end(), "more"
        first = _beginning(text, end)
    kind, value, currency = _kind(text, numeral, value, start, end, last, first)
    weight = _weight(text, numeral, value, kind, start, end, last)
    also: tuple[Fraction, ...] = ()
    if first in _STARTS_OTHERS or last in _ENDS_YEAR or "兆" in numeral:
        also = _other_values(text, numeral, value, start, end, last, first)
    return Quantity(value, start, end, kind, bound, weight, currency, also)


def _beginning(text: str, end: int) -> str:
    """Return the character after a numeral, any space as " "."""
    character = text[end : end + 1]
    return " " if character.isspace() else character


def _ending(text: str, start: int) -> str:
    """Return the character before a numeral, any space as " "."""
    character = text[start - 1 : start] if start else ""
    return " " if character.isspace() else character


def _at_most(value: Fraction, limit: int) -> bool:
    """Tell whether a value is not above a limit; fractions are slow to compare."""
    return value.numerator <= limit * value.denominator


def _kind(
    text: str, numeral: str, value: Fraction, start: int, end: int, last: str, first: str
) -> tuple[Kind, Fraction, str]:
    """Return the kind of a number, its value in that kind, and its currency."""
    match = _UNIT.match(text, end) if first in _STARTS_UNIT else None
    unit = match["unit"] if match else ""
    ranging = not unit and first in _STARTS_TO
    if unit in _SHARES:
        kind, parts = _SHARES[unit]
        return kind, value / parts, ""
    if ranging and _TO_PERCENT.match(text, end):
        return "percent", value / 100, ""
    if (unit == "月" or (ranging and _TO_MONTH.match(text, end))) and _at_most(value, 12):
        return "month", value, ""
    if unit in {"日", "号"} and _at_most(value, 31):
        return "day", value, ""
    if unit == "世纪" or (last in {"第", " ", "、"} and _ORDINAL_LEFT.search(before(text, start))):
        return "ordinal", value, ""
    money = None
    if last == " " or last in _ENDS_CURRENCY:
        money = _CURRENCY_BEFORE.search(before(text, start))
    if money is None and first in _STARTS_CURRENCY:
        money = _CURRENCY_AFTER.match(text, end)
    if money:
        return "currency", value, _CURRENCIES[money["unit"]]
    if (
        len(numeral) == 4
        and _YEAR.fullmatch(numeral)
        and (_OF_A_YEAR.match(text, end) or not UNIT_AFTER.match(text, end))
    ):
        return "year", value, ""
    return "plain", value, ""


def _other_values(
    text: str, numeral: str, value: Fraction, start: int, end: int, last: str, first: str
) -> tuple[Fraction, ...]:
    """Return what else the same words can mean: 98年 is 1998, 3 in 3至5万 is 30,000."""
    others: list[Fraction] = []
    if first in {"年", "级", "届"} and _TWO_DIGITS.fullmatch(numeral):
        others += [value + 1900, value + 2000]
    if first in {" ", "世"} and _A_CENTURY.match(text, end):
        others.append((value - 1) * 100)
    if first == "倍":
        others.append(value + 1)  # 增长两倍 is trebled
    if "兆" in numeral:
        others.append(value / 10**6)  # a million on the mainland, a trillion in Taiwan
    if first in _STARTS_TO and (scale := _TO_SCALE.match(text, end)):
        others.append(value * chinese_value(scale["scale"]))
    if last in _ENDS_YEAR and _TWO_DIGITS.fullmatch(numeral):
        year = _FROM_YEAR.search(before(text, start))
        others += [Fraction(year["century"][:2] + numeral)] if year else []
    return tuple(others)


def _weight(text: str, numeral: str, value: Fraction, kind: Kind, start: int, end: int, last: str) -> Weight:
    if numeral[0].isascii():
        if numeral == "24" and _ROUND_THE_CLOCK.match(text, end):
            return "loose"
        if (
            text[end : end + 1] in _STARTS_CODE
            and _CODE_AFTER.match(text, end)
            and not _METRIC.match(text, end)
        ):
            return "loose"
        if last in _ENDS_CODE and _CODE_BEFORE.search(before(text, start)):
            return "loose"
        if (
            last in _ENDS_PART
            and kind == "plain"
            and value < 1000
            and _PART_BEFORE.search(before(text, start))
        ):
            return "loose"
        return "loose" if kind in {"plain", "ordinal"} and value == 1 else "firm"
    if numeral[0] in "百千万亿兆":
        return "firm" if _MORE_COUNTED.match(text, end) else "loose"
    if kind in {"month", "percent", "points", "year"}:
        return "firm"
    if kind == "day":
        return "firm" if _MONTH_LEFT.search(before(text, start)) else "loose"
    if _at_most(value, 1):
        return "loose"
    if kind == "ordinal":
        return "count" if _at_most(value, 10) else "firm"
    if _at_most(value, 10):
        counted = _COUNTED_SMALL.match(text, end) and not text.startswith(("余", "多", "来"), end)
        return "count" if counted else "loose"
    return "firm" if _COUNTED.match(text, end) or len(numeral) > 4 or kind == "currency" else "count"


def _bound_before(text: str, start: int) -> re.Match[str] | None:
    ends = False
    if _ending(text, start) in _LAST_OF_BOUND:
        ends = _ENDS_BOUND.search(text, max(0, start - _REACH_ENDS), start) is not None
    if ends or _AT_LEAST.search(text, max(0, start - _REACH_AT_LEAST), start):
        return _BEFORE.search(before(text, start, _REACH_BEFORE))
    return None


def _bound_after(text: str, end: int) -> re.Match[str] | None:
    if _MORE_BEHIND.match(text, end) or _ABOVE_BEHIND.search(text, end, end + _REACH_ABOVE):
        return _AFTER.match(text, end)
    return None


def amount_bound(text: str, start: int, end: int) -> Bound:
    """Return how a number is bounded by the words around it (约, 超过, 余, 以上)."""
    if _beginning(text, end) in _STARTS_AGO and _AGO.match(text, end):
        return "exact"
    if text[start - 1 : start] == "±":  # ±0.02以内 goes as far as ±0.02
        return "exact"
    if compared := bound_of_sign(text, start):
        return compared
    preceding, following = _bound_before(text, start), _bound_after(text, end)
    if following and (following["more"] or following["above"]):
        return "more"
    if following and following["below"]:
        return "less"
    if preceding:
        if preceding["less"]:
            return "less"
        if preceding["more"]:
            return "more"
        if preceding["about"]:
            return "about"
        # 近三年 is the last three years, not nearly three.
        recent = preceding["nearly"] == "近" and _PERIOD.match(text, end)
        return "exact" if recent else "nearly"
    if following is None and (text.startswith("%", end) or _IN_SHARE.search(text, start, end)):
        whole = _BEFORE_THE_WHOLE.search(before(text, start))
        if whole:
            return "less" if whole["less"] else "more"
    return "about" if following and (following["about"] or following["around"]) else "exact"
