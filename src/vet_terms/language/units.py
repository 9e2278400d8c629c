"""Units of measure and spans of time as both languages name them, and when two amounts are the same.

100亩 is 6.67 hectares and 半年 is six months; 100亩 is not 100 hectares. Only units of one dimension are
compared. 学时 and 学分 share a dimension though neither can be turned into the other, so that one in place
of the other is seen.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from vet_terms.language.quantity import Quantity

_DAY = 86_400


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: what it measures, how many of the dimension's base units it is, and where its zero lies."""

    name: str
    dimension: str
    size: Fraction
    zero: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True)
class Measure:
    """A number with its unit."""

    quantity: Quantity
    unit: Unit

    @property
    def is_amount(self) -> bool:
        """Whether more is said than "a year", 一年 or 几十年, which are often no amounts."""
        if self.quantity.weight != "loose":
            return True
        if self.quantity.value == 1:
            return self.quantity.bound != "exact"
        return self.quantity.bound != "more"


def _units(*rows: tuple[str, str, str, str, str]) -> tuple[dict[str, Unit], dict[str, Unit]]:
    chinese: dict[str, Unit] = {}
    english: dict[str, Unit] = {}
    for dimension, size, name, zh, en in rows:
        unit = Unit(name, dimension, Fraction(size))
        chinese.update((word, unit) for word in zh.split())
        english.update((word.replace("_", " "), unit) for word in en.split())
    return chinese, english


CHINESE_UNITS, ENGLISH_UNITS = _units(
    ("length", "1000", "kilometres", "公里 千米 km", "kilometre kilometer km"),
    ("length", "1", "metres", "米 公尺", "metre meter m"),
    ("length", "0.01", "centimetres", "厘米 公分 cm", "centimetre centimeter cm"),
    ("length", "0.000001", "microns", "微米 μm µm um", "micron micrometre micrometer μm µm um"),
    ("length", "0.000000001", "nanometres", "纳米 nm", "nanometre nanometer nm"),
    ("length", "0.1", "decimetres", "分米 dm", "decimetre decimeter dm"),
    ("length", "0.001", "millimetres", "毫米 mm", "millimetre millimeter mm"),
    ("length", "500", "li", "里 华里", "li"),
    ("length", "1609.344", "miles", "英里", "mile mi"),
    ("length", "1852", "nautical miles", "海里", "nautical_mile"),
    ("length", "0.3048", "feet", "英尺", "foot feet ft"),
    ("length", "0.0254", "inches", "英寸", "inch inches"),
    ("length", "0.9144", "yards", "英码", "yard"),
    ("area", "1", "square metres", "平方米 平米 ㎡ m² m2",
     "square_metre square_meter sq_m sq._m m² m2 ㎡"),
    ("area", "1000000", "square kilometres", "平方公里 平方千米",
     "square_kilometre square_kilometer sq_km km² km2"),
    ("area", "10000", "hectares", "公顷", "hectare ha"),
    ("area", "10000/15", "mu", "亩", "mu mou"),
    ("area", "4046.856", "acres", "英亩", "acre"),
    ("area", "0.09290304", "square feet", "平方英尺", "square_foot square_feet sq_ft sq._ft"),
    ("area", "2589988", "square miles", "平方英里", "square_mile"),
    ("mass", "1", "kilograms", "公斤 千克 kg", "kilogram kilogramme kilo kg"),
    ("mass", "0.001", "grams", "克", "gram gramme g"),
    ("mass", "0.000001", "milligrams", "毫克 mg", "milligram milligramme mg"),
    ("mass", "1000", "tonnes", "吨", "tonne ton metric_ton"),
    ("mass", "0.5", "jin", "斤 市斤", "jin catty catties"),
    ("mass", "0.45359237", "pounds", "磅", "pound lb"),
    ("volume", "1", "litres", "升 公升", "litre liter"),
    ("volume", "0.001", "millilitres", "毫升 ml", "millilitre milliliter ml"),
    ("volume", "1000", "cubic metres", "立方米 m³", "cubic_metre cubic_meter m³"),
    ("power", "1", "watts", "瓦", "watt"),
    ("power", "1000", "kilowatts", "千瓦 kW", "kilowatt kw"),
    ("power", "0", "kilowatt-hours", "千瓦时 千瓦小时 kWh", "kilowatt-hour kilowatt_hour kwh"),
    ("power", "1000000", "megawatts", "兆瓦 MW", "megawatt mw"),
    ("pressure", "1000000", "megapascals", "兆帕 MPa", "megapascal mpa"),
    ("pressure", "1000", "kilopascals", "千帕 kPa", "kilopascal kpa"),
    ("voltage", "1", "volts", "伏 伏特", "volt"),
    ("voltage", "1000", "kilovolts", "千伏 kV", "kilovolt kv"),
    ("study", "1", "class hours", "学时 课时",
     "class_hour teaching_hour contact_hour class_period teaching_period"),
    ("study", "0", "credits", "学分", "credit credit_point"),
    ("time", "1", "seconds", "秒 秒钟", "second sec"),
    ("time", "60", "minutes", "分钟", "minute min"),
    ("time", "900", "quarters of an hour", "刻钟", "quarter-hour"),
    ("time", "3600", "hours", "小时 钟头", "hour hr"),
    ("time", f"{_DAY}", "days", "天", "day"),
    ("time", f"{7 * _DAY}", "weeks", "周 星期 礼拜", "week"),
    ("time", f"{14 * _DAY}", "fortnights", "", "fortnight"),
    ("time", "2629746", "months", "月", "month"),
    ("time", "7889238", "quarters", "季度", "quarter"),
    ("time", "15778476", "semesters", "学期", "semester term"),
    ("time", "31556952", "years", "年 周年 岁 周岁 学年",
     "year yr year-old academic_year school_year calendar_year"),
    ("time", "315569520", "decades", "", "decade"),
    ("time", "3155695200", "centuries", "世纪", "century centuries"),
)  # fmt: skip
_CELSIUS = Unit("degrees Celsius", "temperature", Fraction(1))
_FAHRENHEIT = Unit("degrees Fahrenheit", "temperature", Fraction(5, 9), Fraction(-160, 9))
CHINESE_UNITS |= dict.fromkeys(("℃", "°C", "摄氏度"), _CELSIUS)
CHINESE_UNITS |= dict.fromkeys(("℉", "°F", "华氏度"), _FAHRENHEIT)
ENGLISH_UNITS |= dict.fromkeys(
    ("℃", "°c", "° c", "degree celsius", "degrees celsius", "degrees centigrade"), _CELSIUS
)
ENGLISH_UNITS |= dict.fromkeys(("℉", "°f", "° f", "degree fahrenheit", "degrees fahrenheit"), _FAHRENHEIT)


def _alternatives(words: Sequence[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


# 三年级 is a form, 2019年度 a year's; 5里面 is inside, 天津 and 周边 are other words; 3月 is March.
_CHINESE = re.compile(
    rf"\s?[余多来几]?\s?(?:个(?:多|半)?(?P<month>月)|个?多?(?P<unit>{_alternatives(list(CHINESE_UNITS))})"
    r"(?<!月)(?<!天(?=[津然地下文])))(?<!年(?=[级龄代度轻]))(?<!里(?=[面程]))(?<!周(?=[边到知围折]))"
    r"(?<!岁(?=月))(?<!米(?=[粉饭其]))(?<!升(?=[学级本到至为值格]))(?<!克(?=[服拉隆]))"
)
_ENGLISH = re.compile(
    r"(?:[\s-]+(?:more|long|full|whole|working|consecutive|calendar|extra|additional|U\.?S\.?|Chinese))?[\s-]*"
    rf"(?P<unit>{_alternatives(list(ENGLISH_UNITS))})s?(?![A-Za-z²³])",
    re.IGNORECASE,
)
_ENGLISH_HALF = re.compile(
    r"[\s-]+(?:an?|the|of an?)?[\s-]*(?P<unit>hour|day|month|year|decade|century|kilometre|kilometer|mile"
    r"|hectare|acre|tonne|ton|kilo|litre|liter)\b",
    re.IGNORECASE,
)
_ENGLISH_INSIDE = re.compile(r"(?P<unit>hour|day|week|month|year|mile|acre|hectare)s?\b")
_BEGINNINGS = frozenset("余多来几个").union(word[0] for word in CHINESE_UNITS)
"""With what the words behind a Chinese number begin where they are a unit."""
_MODIFIERS = "more long full whole working consecutive calendar extra additional u us chinese"
_FIRST_WORD = re.compile(r"[\s-]*([A-Za-zμµ]+|[℃℉°㎡])")
_FIRST_WORDS = frozenset(
    form
    for unit in (*ENGLISH_UNITS, *_MODIFIERS.split())
    for word in re.findall(r"^(?:[a-zμµ]+|\W)", unit)
    for form in (word, f"{word}s")
)
"""The first words of what `_ENGLISH` matches: it is dear to try, and most numbers count something else."""
_LETTERS = frozenset({"m", "g", "mi", "ha", "min", "sec", "hr", "yr"})
"""Short signs, which only digits stand before."""


def chinese_measures(text: str, quantities: Sequence[Quantity]) -> list[Measure]:
    """Return the numbers of a Chinese text that a unit stands behind."""
    found = []
    for each in quantities:
        if each.kind not in {"plain", "fraction"}:
            continue
        following = text[each.end : each.end + 1]
        match = None
        if following in _BEGINNINGS or following.isspace():
            match = _CHINESE.match(text, each.end)
        if match:
            found.append(Measure(each, CHINESE_UNITS[match["unit"] or match["month"]]))
        elif following == "分" and text.endswith(("小时", "钟头"), 0, each.start):
            found.append(Measure(each, CHINESE_UNITS["分钟"]))
        elif "半" in (written := text[each.start : each.end]) and (unit := _inside(written)):
            found.append(Measure(each, unit))
    return found


@lru_cache(maxsize=256)
def _inside(numeral: str) -> Unit | None:
    """Return the unit in 一年半 and 两个半小时, which are read as one number."""
    found = re.search(
        r"半?(?P<unit>小时|钟头|年|天|周|岁|分钟|学年|学期|月|斤|公斤|亩|米|里|公里|吨)半?$", numeral
    )
    return CHINESE_UNITS[found["unit"]] if found else None


def english_measures(text: str, quantities: Sequence[Quantity]) -> list[Measure]:
    """Return the numbers of an English text that a unit stands behind."""
    found = []
    for each in quantities:
        if each.kind not in {"plain", "fraction", "currency"}:
            continue
        written = text[each.start : each.end]
        if written.lower() == "half":
            match = _ENGLISH_HALF.match(text, each.end)
        else:
            word = _FIRST_WORD.match(text, each.end)
            is_unit = word is not None and word[1].lower() in _FIRST_WORDS
            match = _ENGLISH.match(text, each.end) if is_unit else None
        if match is None and " " in written:
            match = _ENGLISH_INSIDE.search(written)
        if match is None or (match["unit"].lower() in _LETTERS and not written[-1].isdigit()):
            continue
        found.append(Measure(each, ENGLISH_UNITS[match["unit"].lower()]))
    return found


def same_amount(one: Measure, other: Measure) -> bool:
    """Tell whether two measures are one amount, within what rounding may change."""
    if one.unit.dimension != other.unit.dimension:
        return False
    if one.unit.name == other.unit.name:
        return bool(one.quantity.values & other.quantity.values)
    if not one.unit.size or not other.unit.size:
        return False
    amount = one.quantity.value * one.unit.size + one.unit.zero
    converted = (amount - other.unit.zero) / other.unit.size
    written = other.quantity.value
    back = (written * other.unit.size + other.unit.zero - one.unit.zero) / one.unit.size
    if one.unit.dimension == "time":
        # A month is four weeks or thirty days in speech.
        return abs(converted - written) <= abs(written) / 10
    return _is_rounded(converted, written) or _is_rounded(back, one.quantity.value)


def _is_rounded(exact: Fraction, written: Fraction) -> bool:
    places = next((places for places in range(4) if (written * 10**places).denominator == 1), 4)
    return abs(exact - written) <= max(Fraction(51, 100 * 10**places), abs(written) * Fraction(3, 100))


_GAP = re.compile(r"(?:零|又|,? and |, | )?")


def measure_differences(
    zh_text: str, zh: Sequence[Measure], en_text: str, en: Sequence[Measure]
) -> tuple[set[int], list[tuple[Measure, Measure]]]:
    """Return the ids of quantities that are one amount in other units, and the pairs that cannot be.

    A pair has the same number with another unit, or is all that either text says of a length of time.
    """
    sums_zh, sums_en = _sums(zh_text, zh), _sums(en_text, en)
    answered: set[int] = set()
    converted: set[int] = set()
    for one, parts in (*((each, (each,)) for each in zh), *sums_zh):
        for other, other_parts in (*((each, (each,)) for each in en), *sums_en):
            if same_amount(one, other):
                ids = {id(part.quantity) for part in (*parts, *other_parts)}
                answered |= ids
                if one.unit.name != other.unit.name or len(ids) > 2:
                    converted |= ids
    rest_zh = [each for each in zh if id(each.quantity) not in answered and each.is_amount]
    rest_en = [each for each in en if id(each.quantity) not in answered and each.is_amount]
    differing = []
    for each in rest_zh:
        twins = (
            other
            for other in rest_en
            if _are_of_one_sort(each.unit, other.unit)
            and other.unit.name != each.unit.name
            and other.quantity.values & each.quantity.values
        )
        if twin := next(twins, None):
            rest_en.remove(twin)
            differing.append((each, twin))
    if not differing:
        times_zh, times_en = (
            [each for each in rest if each.unit.dimension == "time"] for rest in (rest_zh, rest_en)
        )
        if len(times_zh) == len(times_en) == 1:
            differing.append((times_zh[0], times_en[0]))
    return converted, differing


def _are_of_one_sort(one: Unit, other: Unit) -> bool:
    """Tell whether two units measure one thing; class hours may be hours, and are no days."""
    if one.dimension == other.dimension:
        return True
    sizes = {each.dimension: each.size for each in (one, other)}
    return sizes.keys() == {"study", "time"} and sizes["time"] >= _DAY and sizes["study"] > 0


def _sums(text: str, measures: Sequence[Measure]) -> list[tuple[Measure, tuple[Measure, Measure]]]:
    """Return the amounts said in two units, such as 一年零三个月, with their parts."""
    found = []
    for one, other in itertools.pairwise(measures):
        between = text[one.quantity.end : other.quantity.start]
        unit = _unit_words(between)
        smaller = one.unit.dimension == other.unit.dimension and 0 < other.unit.size < one.unit.size
        if smaller and unit is not None and _GAP.fullmatch(between, unit):
            value = one.quantity.value + other.quantity.value * other.unit.size / one.unit.size
            whole = Quantity(value, one.quantity.start, other.quantity.end)
            found.append((Measure(whole, one.unit), (one, other)))
    return found


def _unit_words(between: str) -> int | None:
    match = _CHINESE.match(between) or _ENGLISH.match(between)
    return match.end() if match else None
