"""One Chinese numeral in its sentence: what it counts, its bound, and whether it counts at all.

A numeral in a phrase, a name or a code is loose. No segmentation is used: the measure word after a
numeral tells that it counts.
"""

from __future__ import annotations

import re
from fractions import Fraction

from vet_terms.language.numerals_zh import ARABIC, HAN_DIGITS, chinese_value
from vet_terms.language.quantity import Bound, Kind, Quantity, Weight, after, before

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
    r"(?:(?P<less>不足|不到|低于|少于|至多|小于|未满|不满|(?:不|未|不会|不得|不能)(?:超过?|高于|多于|大于))"
    r"|(?P<more>超过|超出|超|逾|至少|最少|(?:不|不得|不能)(?:少于|低于|小于)|不下于?|高于|多于|大于|突破)"
    r"|(?P<about>大约|约为|约有|约|(?<!最)近|将近|接近|大概|差不多|几乎|几近))\s?(?:了)?\s?[“\"]?$"
)
# 多 in 多元 and 多样 belongs to the next word.
_AFTER = re.compile(
    r"\s?(?:(?P<more>余|多(?!元|样|种|项|方|媒)|几|出头|\+)|(?P<about>来(?=个|名|位|年|人|岁|天))"
    r"|(?:[^\s\d，。；、（）]{0,4}?)"
    r"(?:(?P<above>以上|及以上|之多)|(?P<below>以下|以内|之内)|(?P<around>左右|上下)))"
)
UNIT_AFTER = re.compile(rf"\s?(?:%|‰|[十百千万亿兆]|(?:km|kg|mm|cm|[mgthkMG])|{_MEASURE}|人民币|美金|港币)")
"""What shows a number in digits to be an amount, where it could be a year and a month."""
_PERIOD = re.compile(r"\s?(?:个)?\s?(?:年|月|天|日|周|期|届|学年|学期|季)")
# 高于四年前 compares with a time.
_AGO = re.compile(r"\s?(?:多|余)?个?(?:年|月|天|日|小时|周)[之以]?前")

_CURRENCIES = {
    "人民币": "CNY", "美元": "USD", "美金": "USD", "欧元": "EUR", "英镑": "GBP", "港元": "HKD", "港币": "HKD",
    "日元": "JPY", "元": "CNY", "块钱": "CNY", "$": "USD", "US$": "USD", "¥": "CNY", "€": "EUR", "£": "GBP",
    "HK$": "HKD", "RMB": "CNY", "CNY": "CNY",
}  # fmt: skip
_CURRENCY_AFTER = re.compile(
    r"\s?(?:余|多|来)?\s?(?P<unit>人民币|美元|美金|欧元|英镑|港元|港币|日元|元|块钱)"
)
_CURRENCY_BEFORE = re.compile(r"(?P<unit>US\$|HK\$|\$|¥|€|£|RMB|CNY)\s?$")

_UNIT = re.compile(r"\s?(?:余|多)?\s?(?P<unit>%|‰|个?百分点|年(?!级|龄)|月(?!球|亮|饼)|日|号|世纪)")
_TO = r"\s?(?:至|到|—+|–|-+|~|～)\s?"
_TO_PERCENT = re.compile(rf"{_TO}(?:{ARABIC})\s?%")
_TO_SCALE = re.compile(rf"{_TO}(?:\d+(?:\.\d+)?|[{HAN_DIGITS}]+)(?P<scale>[十百千万亿]{{1,2}})")
_FROM_YEAR = re.compile(r"(?P<century>(?:1[5-9]|20)\d)\d年?\s?[-—–至到~～]+\s?$")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_OF_A_YEAR = re.compile(r"\s?(?:年|届|级|学年|学期)")

_METRIC = re.compile(r"\s?(?:km|kg|mm|cm|m|g|t|h|kW|MW|GB|MB|℃|°)(?![A-Za-z])")
_CODE_BEFORE = re.compile(r"(?<!RMB)(?<!CNY)(?<!US)(?<!HK)[A-Za-z][-_]?$")
# 5G, 3D, 1+X, 7×24: the number belongs to the name.
_CODE_AFTER = re.compile(r"[A-Za-z×*]|\+[A-Za-z]")
_PART_BEFORE = re.compile(r"\d[./-]$")


def amount(text: str, numeral: str, start: int, end: int) -> Quantity:
    """Return the quantity of one numeral of a text, with its kind, bound and weight."""
    value = chinese_value(numeral)
    bound = amount_bound(text, start, end)
    scaled = re.match(r"\s?[余多来]\s?(?P<scale>[十百千万亿]{1,2})", after(text, end))
    if scaled:
        value, end, bound = value * chinese_value(scaled["scale"]), end + scaled.end(), "more"
    kind, value, currency = _kind(text, numeral, value, start, end)
    weight = _weight(text, numeral, value, kind, start, end)
    also = _other_values(text, numeral, value, start, end)
    return Quantity(value, start, end, kind, bound, weight, currency, also)


def _kind(text: str, numeral: str, value: Fraction, start: int, end: int) -> tuple[Kind, Fraction, str]:
    """Return the kind of a number, its value in that kind, and its currency."""
    match = _UNIT.match(text, end)
    unit = match["unit"] if match else ""
    money = _CURRENCY_BEFORE.search(before(text, start)) or _CURRENCY_AFTER.match(text, end)
    if unit == "%" or (not unit and _TO_PERCENT.match(text, end)):
        return "percent", value / 100, ""
    if unit == "‰":
        return "percent", value / 1000, ""
    if unit.endswith("百分点"):
        return "points", value / 100, ""
    if unit == "月" and value <= 12:
        return "month", value, ""
    if unit in {"日", "号"} and value <= 31:
        return "day", value, ""
    if unit == "世纪" or re.search(r"第\s?$", before(text, start)):
        return "ordinal", value, ""
    if money:
        return "currency", value, _CURRENCIES[money["unit"]]
    if _YEAR.fullmatch(numeral) and (_OF_A_YEAR.match(text, end) or not UNIT_AFTER.match(text, end)):
        return "year", value, ""
    return "plain", value, ""


def _other_values(text: str, numeral: str, value: Fraction, start: int, end: int) -> tuple[Fraction, ...]:
    """Return what else the same words can mean: 98年 is 1998, 3 in 3至5万 is 30,000."""
    others: list[Fraction] = []
    if re.fullmatch(r"\d\d", numeral) and re.match("[年级届]", after(text, end)):
        others += [value + 1900, value + 2000]
    if re.match(r"\s?世纪", after(text, end)):
        others.append((value - 1) * 100)
    if text.startswith("倍", end):
        others.append(value + 1)  # 增长两倍 is trebled
    if text.startswith("亩", end):
        others.append(value / 15)  # hectares
    if "兆" in numeral:
        others.append(value / 10**6)  # a million on the mainland, a trillion in Taiwan
    if scale := _TO_SCALE.match(text, end):
        others.append(value * chinese_value(scale["scale"]))
    if len(numeral) == 2 and (year := _FROM_YEAR.search(before(text, start))):
        others.append(Fraction(year["century"][:2] + numeral))
    return tuple(others)


def _weight(text: str, numeral: str, value: Fraction, kind: Kind, start: int, end: int) -> Weight:
    if numeral[0].isascii():
        named = _CODE_AFTER.match(text, end) and not _METRIC.match(text, end)
        part = _PART_BEFORE.search(before(text, start)) and kind == "plain" and value < 1000
        if _CODE_BEFORE.search(before(text, start)) or named or part:
            return "loose"
        return "loose" if value == 1 and kind in {"plain", "ordinal"} else "firm"
    if numeral[0] in "百千万亿兆":
        return "firm" if re.match(rf"[余多](?:{_MEASURE})", after(text, end)) else "loose"
    if kind in {"month", "percent", "points", "year"}:
        return "firm"
    if kind == "day":
        return "firm" if re.search(r"月(?:份)?\s?$", before(text, start)) else "loose"
    if value <= 1:
        return "loose"
    if kind == "ordinal":
        return "count" if value <= 10 else "firm"
    if value <= 10:
        counted = _COUNTED_SMALL.match(text, end) and not re.match("[余多来]", after(text, end))
        return "count" if counted else "loose"
    return "firm" if _COUNTED.match(text, end) or len(numeral) > 4 or kind == "currency" else "count"


def amount_bound(text: str, start: int, end: int) -> Bound:
    """Return how a number is bounded by the words around it (约, 超过, 余, 以上)."""
    if _AGO.match(text, end):
        return "exact"
    preceding = _BEFORE.search(before(text, start))
    following = _AFTER.match(text, end)
    if following and (following["more"] or following["above"]):
        return "more"
    if following and following["below"]:
        return "less"
    if preceding:
        if preceding["less"]:
            return "less"
        if preceding["more"]:
            return "more"
        # 近三年 is the last three years, not nearly three.
        recent = preceding["about"] == "近" and _PERIOD.match(text, end)
        return "exact" if recent else "about"
    return "about" if following and (following["about"] or following["around"]) else "exact"
