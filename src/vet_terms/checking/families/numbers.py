"""Rules on numbers: the value, the bound, the unit.

What a number means is known in vet_terms.language; this family turns differences into findings.
"""

from __future__ import annotations

from collections.abc import Iterator

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.rule import Example, Rule, finding
from vet_terms.language.numbers import Difference, Mismatch
from vet_terms.language.quantity import Bound, Kind, Quantity
from vet_terms.model import Finding, Severity, Span


def _check_value(reading: Reading, context: Context) -> Iterator[Finding]:
    unit = reading.unit
    for mismatch in _differences(reading, {"wrong", "missing", "extra"}):
        zh, en = _quoted(unit.zh, mismatch.zh), _quoted(unit.en, mismatch.en)
        if mismatch.difference == "wrong":
            message = f"The source says {zh}, the target says {en}."
        elif mismatch.difference == "missing":
            message = f"The number {zh} is missing in the target."
        else:
            message = f"The target says {en}, which the source does not."
        severity: Severity = "warning" if mismatch.difference == "extra" else "error"
        yield finding(unit, VALUE.id, severity, message, _span(mismatch))


_BOUNDS: dict[Bound, str] = {"more": "more than", "less": "less than", "about": "about", "exact": "just"}


def _check_bound(reading: Reading, context: Context) -> Iterator[Finding]:
    unit = reading.unit
    for mismatch in _differences(reading, {"bound"}):
        assert mismatch.zh and mismatch.en
        zh, en = mismatch.zh.bound, mismatch.en.bound
        # 多 and 约 are near each other, and English may say "more than" of its own accord.
        grave = zh in {"more", "less"} and en != "about"
        message = (
            f"The source says {_BOUNDS[zh]} {_quoted(unit.zh, mismatch.zh)}, "
            f"the target says {_BOUNDS[en]} {_quoted(unit.en, mismatch.en)}."
        )
        yield finding(unit, BOUND.id, "warning" if grave else "info", message, _span(mismatch))


_UNITS: dict[Kind, str] = {
    "percent": "per cent",
    "points": "percentage points",
    "currency": "money",
    "fraction": "a fraction",
    "year": "a year",
}


def _check_unit(reading: Reading, context: Context) -> Iterator[Finding]:
    unit = reading.unit
    for mismatch in _differences(reading, {"unit"}):
        assert mismatch.zh and mismatch.en
        message = (
            f"{_quoted(unit.zh, mismatch.zh)} is {_unit(mismatch.zh)}, "
            f"{_quoted(unit.en, mismatch.en)} is {_unit(mismatch.en)}."
        )
        yield finding(unit, UNIT.id, "warning", message, _span(mismatch))


def _unit(quantity: Quantity) -> str:
    return quantity.currency or _UNITS.get(quantity.kind, "a plain number")


def _differences(reading: Reading, wanted: set[Difference]) -> Iterator[Mismatch]:
    return (each for each in reading.number_mismatches if each.difference in wanted)


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
        "Values are compared, not digits: 2542.4万 is 25.424 million, 三分之二 is two thirds, 9月 is "
        "September. Numbers in set phrases, names, codes and list marks ask for nothing; a small "
        "number in words may be left unsaid, and so may a year, month or day that the other language "
        "leaves understood (同年, last month). A number that only the target has is a warning."
    ),
    bad=(
        Example("学校投入2542.4万元。", "The college invested RMB 254.24 million."),
        Example("全市共有职业院校29所。", "There are 26 vocational colleges in the city."),
        Example("三分之二的毕业生留在本地。", "Half of the graduates stay in the area."),
        Example("2017年11月签署协议。", "The agreement was signed in October 2017."),
        Example("为10所高校培训教师98人次。", "Teachers of 10 universities were trained."),
    ),
    good=(
        Example("学校投入2542.4万元。", "The college invested RMB 25.424 million."),
        Example("同年11月成立研究中心。", "In November 2016, the research centre was set up."),
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
    summary="The source says more or less than a number, the target says just the number.",
    explanation=(
        "11万余 is more than 110,000 and 不足30% is less than 30 per cent. A bound that is dropped or "
        "turned round is a warning; 约 without “about”, or a bound that only the target has, is info."
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
    summary="The number is right, its unit is not: per cent, percentage points, currency.",
    explanation=(
        "Compares what a number counts where both languages say it: 30% against 30, 3个百分点 against "
        "3 per cent, 元 against dollars. Where one side does not name a unit, nothing is reported."
    ),
    bad=(
        Example("就业率提高3个百分点。", "The employment rate rose by 3%."),
        Example("投入500万元。", "An investment of 5 million dollars was made."),
    ),
    good=(
        Example("就业率提高3个百分点。", "The employment rate rose by 3 percentage points."),
        Example("投入500万元。", "An investment of 5 million yuan was made."),
    ),
    check=_check_unit,
)

RULES: tuple[Rule, ...] = (VALUE, BOUND, UNIT)
