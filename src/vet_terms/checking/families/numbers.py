"""Rules on numbers: the value, the bound, the unit.

What a number means is known in vet_terms.language; this family turns differences into findings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.rule import Example, Rule, finding
from vet_terms.language.marks import ordinal_value
from vet_terms.language.mismatches import Mismatch
from vet_terms.language.numerals_zh import NUMERAL
from vet_terms.language.quantity import Bound, Kind, Quantity
from vet_terms.language.units import Measure, chinese_measures, english_measures
from vet_terms.model import Finding, Severity, Span

_BELOW_ZERO = re.compile(rf"零下\s?(?:约|近)?{NUMERAL}")
_DEGREES = re.compile(r"\d\s?(?:°|℃|degrees?\b)|\bdegrees?\b", re.IGNORECASE)
_MINUS = re.compile(
    r"[-−–—‑]\s?\d|\b(?:minus|negative|(?:below|under)(?! \d)|sub-?zero)\b|freez|frost|\bzero\b"
    r"|fahrenheit|°\s?F\b",
    re.IGNORECASE,
)


def _check_value(reading: Reading, context: Context) -> Iterable[Finding]:
    found = _value_findings(reading)
    if "零下" in reading.zh and not found and _DEGREES.search(reading.en) and not _MINUS.search(reading.en):
        cold = _BELOW_ZERO.search(reading.zh)
        if cold:
            message = f"The source says “{cold.group()}”, the target has no minus."
            return [finding(reading.unit, VALUE.id, "error", message, Span("source", *cold.span()))]
    return found


def _value_findings(reading: Reading) -> Sequence[Finding]:
    mismatches = [each for each in reading.numbers.mismatches if each.topic is None]
    if not mismatches:
        return ()
    if _items_differ(reading):
        # 第二， against "Third," is said by the rule on marks.
        mismatches = [each for each in mismatches if each.zh is None or each.zh.kind != "ordinal"]
    return tuple(value_findings(reading, VALUE.id, mismatches))


def value_findings(reading: Reading, rule: str, mismatches: Iterable[Mismatch]) -> Iterator[Finding]:
    """Yield a finding for each number that is wrong, missing or added."""
    unit = reading.unit
    for mismatch in mismatches:
        zh, en = _quoted(unit.zh, mismatch.zh), _quoted(unit.en, mismatch.en)
        if mismatch.difference == "wrong":
            message = f"The source says {zh}, the target says {en}."
        elif mismatch.difference == "missing":
            message = f"The number {zh} is missing in the target."
        elif mismatch.difference == "extra":
            message = f"The target says {en}, which the source does not."
        else:
            continue
        severity: Severity = "warning" if mismatch.difference == "extra" else "error"
        yield finding(unit, rule, severity, message, _span(mismatch))


_BOUNDS: dict[Bound, str] = {
    "more": "more than", "less": "less than", "nearly": "nearly", "about": "about", "exact": "just",
}  # fmt: skip
_GRAVE: dict[Bound, tuple[Bound, ...]] = {
    # 多 and 余 are near "about"; "up to" often is just the number.
    "more": ("exact", "less", "nearly"),
    "less": ("exact", "more"),
    "nearly": ("exact", "more"),
    "about": ("exact", "more", "less"),
    "exact": ("more",),
}
"""For each Chinese bound, the English ones that say something else."""
# 年满18周岁 is 18 or more, 三分之二强 a little over two thirds.
_REACHED = re.compile("(?:满|达|达到|不止)$")
_SURELY_REACHED = re.compile("(?:(?<![未不])满|达到?|不止)$")
_SURELY_UNDER = re.compile(
    r"\b(?:under|below|(?:less|fewer|younger|lower) than)\s(?:the age of )?$", re.IGNORECASE
)
_DENIES = re.compile(r"\b(?:no|not|none|never|neither|nor|cannot|except|without)\b|n[’']t\b", re.IGNORECASE)
_SAYS_ELSEWHERE: dict[tuple[Bound, Bound], re.Pattern[str]] = {
    ("exact", "more"): re.compile(
        "超过|超出|不[得能]?[低少]于|以上|至少|最少|最低|逾|余|突破|高于|多于|起步|不止"
    ),
    ("more", "exact"): re.compile(
        r"\b(?:at least|(?:no|not) (?:less|fewer) than|more than|or more|over|above|exceed\w*"
        r"|pass(?:ing)? (?:mark|score|grade)|threshold|minimum (?:age|score))\b"
    ),
    ("less", "exact"): re.compile(
        r"\b(?:at most|(?:no|not) more than|less than|fewer than|or less|under|below|within|up to)\b"
    ),
}
_ALIKE = frozenset({("nearly", "less"), ("nearly", "about"), ("less", "nearly"), ("about", "nearly")})


_PROHIBITS = re.compile(
    "不(?:得|能|可|许|准|宜|予)(?!低|少|超|高|大|小|多|晚|早)|禁止|严禁|谢绝|方可|才[能可]"
)
"""未满18周岁的不得安排 is only those who are at least 18."""
_ONCE_REACHED = re.compile(r"\b(?:must be|before|until|reach\w*|turn(?:s|ed)?)\b", re.IGNORECASE)
_BOTH_ENDS = re.compile(r"\bbetween\b|\bfrom\b.*\bto\b|\d\s?(?:to|[-–—])\s?\d|\baged \d", re.IGNORECASE)
_FROM_AND_TO = re.compile("以上.{1,12}以下|[高大多]于.{1,12}[低小少]于|不低于.{1,12}不(?:高于|超过)")
_TURNED = frozenset({("less", "more"), ("more", "less")})


def _check_bound(reading: Reading, context: Context) -> Iterator[Finding]:
    unit = reading.unit
    for mismatch in reading.numbers.mismatches:
        if mismatch.difference != "bound":
            continue
        assert mismatch.zh and mismatch.en
        zh, en = mismatch.zh.bound, mismatch.en.bound
        # Of degrees below zero, more is less.
        if (zh, en) in _ALIKE or unit.zh.endswith("零下", 0, mismatch.zh.start):
            continue
        if (zh, en) in _TURNED and _PROHIBITS.search(unit.zh):
            continue
        # 未满18周岁前不得操作: must be 18 before they do.
        if (zh, en) == ("less", "exact") and _PROHIBITS.search(unit.zh) and _ONCE_REACHED.search(unit.en):
            continue
        # 16周岁以上、21周岁以下 is "between 16 and 21".
        if en == "exact" and _BOTH_ENDS.search(unit.en) and _FROM_AND_TO.search(unit.zh):
            continue
        message = (
            f"The source says {_BOUNDS[zh]} {_quoted(unit.zh, mismatch.zh)}, "
            f"the target says {_BOUNDS[en]} {_quoted(unit.en, mismatch.en)}."
        )
        reached = _REACHED.search(unit.zh, 0, mismatch.zh.start) or unit.zh.startswith("强", mismatch.zh.end)
        elsewhere = _SAYS_ELSEWHERE.get((zh, en))
        grave = en in _GRAVE[zh] and not (zh == "exact" and reached)
        # 不少于32学时，…不少于16学时 may share one "at least", and a bound can stand far from its number.
        if elsewhere is not None and elsewhere.search(unit.zh if zh == "exact" else unit.en):
            grave = False
        grave = grave or _is_not_reached(unit.zh, mismatch.zh.start, unit.en, mismatch.en.start)
        yield finding(unit, BOUND.id, "warning" if grave else "info", message, _span(mismatch))


def _is_not_reached(zh: str, start_zh: int, en: str, start_en: int) -> bool:
    """Tell whether the English says that a number is not reached that the Chinese says is: 年满18周岁."""
    return (
        _SURELY_REACHED.search(zh, 0, start_zh) is not None
        and _SURELY_UNDER.search(en, 0, start_en) is not None
        and not _PROHIBITS.search(zh)
        and not _DENIES.search(en)
    )


_UNITS: dict[Kind, str] = {
    "percent": "per cent",
    "points": "percentage points",
    "currency": "money",
    "fraction": "a fraction",
    "year": "a year",
}


def _check_unit(reading: Reading, context: Context) -> Iterable[Finding]:
    mismatches = [each for each in reading.numbers.mismatches if each.topic is None]
    return unit_findings(reading, UNIT.id, mismatches) if mismatches else ()


_FAR_AWAY = re.compile("[百千万]里")
"""As far as a thousand miles, in poems and proverbs."""


def unit_findings(reading: Reading, rule: str, mismatches: Iterable[Mismatch]) -> Iterator[Finding]:
    """Yield a finding for each number that is right and counts something else."""
    unit = reading.unit
    for mismatch in mismatches:
        if mismatch.difference == "unit":
            assert mismatch.zh and mismatch.en
            if _FAR_AWAY.match(unit.zh, mismatch.zh.start):
                continue
            zh, en = chinese_measures(unit.zh, [mismatch.zh]), english_measures(unit.en, [mismatch.en])
            message = (
                f"{_quoted(unit.zh, mismatch.zh)} is {_unit(mismatch.zh, zh)}, "
                f"{_quoted(unit.en, mismatch.en)} is {_unit(mismatch.en, en)}."
            )
            yield finding(unit, rule, "warning", message, _span(mismatch))


def _unit(quantity: Quantity, measures: Sequence[Measure]) -> str:
    if measures:
        return measures[0].unit.name
    return quantity.currency or _UNITS.get(quantity.kind, "a plain number")


def _check_mark(reading: Reading, context: Context) -> Iterator[Finding]:
    unit = reading.unit
    if _items_differ(reading):
        zh, en = ordinal_value(unit.zh), ordinal_value(unit.en)
        message = f"The source is item {zh}, the target item {en}."
        yield finding(unit, MARK.id, "warning", message, Span("target", 0, len(unit.en.split(maxsplit=1)[0])))


_MARK_BEGINS = re.compile(r"[\s（(\dA-Za-z一二三四五六七八九十Ⅰ-Ⅻ①-⑳第首其再]")
"""What a text begins with that says which item of a list it is."""


def _items_differ(reading: Reading) -> bool:
    if not _MARK_BEGINS.match(reading.zh):
        return False
    zh = ordinal_value(reading.zh)
    return zh != 0 and ordinal_value(reading.en) not in {0, zh}


def _quoted(text: str, quantity: Quantity | None) -> str:
    return f"“{text[quantity.start : quantity.end].strip()}”" if quantity else ""


def _span(mismatch: Mismatch) -> Span | None:
    if mismatch.en:
        return Span("target", mismatch.en.start, mismatch.en.end)
    return Span("source", mismatch.zh.start, mismatch.zh.end) if mismatch.zh else None


VALUE = Rule(
    id="numbers/value",
    severity="error",
    summary="A number of the source is missing or different in the target.",
    explanation=(
        "Values are compared, not digits: 2542.4万 is 25.424 million, 三分之二 is two thirds, 增长了两倍 "
        "is three times as much and 增长到两倍 twice, 100亩 is 6.67 hectares. Numbers in set phrases, "
        "names, codes, list marks and terms of the glossary ask for nothing, and a small number in words "
        "may be left unsaid. A number that only the target has is a warning. Dates, times and lengths of "
        "time are the business of the dates family."
    ),
    bad=(
        Example("学校投入2542.4万元。", "The college invested RMB 254.24 million."),
        Example("全市共有职业院校29所。", "There are 26 vocational colleges in the city."),
        Example("三分之二的毕业生留在本地。", "Half of the graduates stay in the area."),
        Example("培训人数增长了两倍。", "The number of trainees doubled."),
        Example("为10所高校培训教师98人次。", "Teachers of 10 universities were trained."),
    ),
    good=(
        Example("学校投入2542.4万元。", "The college invested RMB 25.424 million."),
        Example("培训人数增长了两倍。", "The number of trainees tripled."),
        Example("校园占地300亩。", "The campus covers 20 hectares."),
        Example(
            "“十四五”期间，学校将建成一个实训基地。",
            "A training base will be built during the 14th Five-Year Plan.",
        ),
        Example(
            "一是规划先行，积极融入“一带一路”建设。",
            "First, plan ahead and join the Belt and Road Initiative.",
        ),
        Example(
            "十余所院校参加，占八成以上。", "More than ten colleges, over 80 per cent of them, took part."
        ),
    ),
    check=_check_value,
)

BOUND = Rule(
    id="numbers/bound",
    severity="warning",
    summary="The source bounds a number (more, less, nearly, about) and the target does not, or otherwise.",
    explanation=(
        "11万余 is more than 110,000 and 不足30% is less than 30 per cent, 近2万 is nearly 20,000. A bound "
        "that is dropped or turned round is a warning, and so is a “more than” of the target's own; "
        "“about” for 余, and another bound that only the target has, is info. 近, 约 and “almost” may "
        "stand for each other."
    ),
    bad=(
        Example("在校生11万余人。", "There are 110,000 students."),
        Example("不足30%的教师有企业经历。", "More than 30% of the teachers have worked in industry."),
    ),
    good=(
        Example("在校生11万余人。", "There are more than 110,000 students."),
        Example("近三年培训教师200多名。", "Over 200 teachers were trained in the past three years."),
        Example("用时不少于50学时。", "At least 50 class hours are required."),
    ),
    check=_check_bound,
)

UNIT = Rule(
    id="numbers/unit",
    severity="warning",
    summary="The number is right, its unit is not: per cent, percentage points, currency, measure.",
    explanation=(
        "Compares what a number counts where both languages say it: 30% against 30, 3个百分点 against 3 "
        "per cent, 元 against dollars, 亩 against hectares, 公里 against miles, 斤 against kilograms, 学时 "
        "against credits. Where one side does not name a unit, and where the amount was turned into "
        "another unit, nothing is reported."
    ),
    bad=(
        Example("就业率提高3个百分点。", "The employment rate rose by 3%."),
        Example("投入500万元。", "An investment of 5 million dollars was made."),
        Example("校园占地300亩。", "The campus covers 300 hectares."),
    ),
    good=(
        Example("就业率提高3个百分点。", "The employment rate rose by 3 percentage points."),
        Example("投入500万元。", "An investment of 5 million yuan was made."),
        Example("校园占地300亩。", "The campus covers 300 mu (20 hectares)."),
    ),
    check=_check_unit,
)

MARK = Rule(
    id="numbers/mark",
    severity="warning",
    summary="The item of a list has another number in the target.",
    explanation=(
        "（三）, 三、, 3. and ③ are III, 3) and c); 二是 and 其次 are “Second”. Only the order is "
        "compared, not how it is written, and nothing is said where one side has no mark."
    ),
    bad=(
        Example("（三）加强师资队伍建设。", "(II) Strengthen the teaching staff."),
        Example("二是加强校企合作。", "Third, strengthen school–company cooperation."),
    ),
    good=(
        Example("（三）加强师资队伍建设。", "(III) Strengthen the teaching staff."),
        Example("三、主要任务", "3. Main tasks"),
        Example("二是加强校企合作。", "Second, strengthen school–company cooperation."),
    ),
    check=_check_mark,
)

RULES: tuple[Rule, ...] = (VALUE, BOUND, UNIT, MARK)
