"""Numbers of both languages as values, and which differences are worth a word."""

from __future__ import annotations

import itertools
import re
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vet_terms.language import amounts_en, amounts_zh, bounds_en, dates, numbers_en, numbers_zh, units
from vet_terms.language.numbers import compare
from vet_terms.language.numbers_en import read_english
from vet_terms.language.numbers_zh import read_chinese
from vet_terms.language.numerals_zh import chinese_value
from vet_terms.language.quantity import Quantity, Taken, has_digits, matches

CHINESE_VALUES = [
    ("两千五百四十二点四万", "25424000"),
    ("1亿2000万", "120000000"),
    ("3万亿", "3000000000000"),
    ("一万二", "12000"),
    ("三百五", "350"),
    ("三百零五", "305"),
    ("一百零五", "105"),
    ("十五", "15"),
    ("二十", "20"),
    ("12,345.6", "12345.6"),
    ("零点五", "0.5"),
    ("两亿零三百", "200000300"),
    ("1兆2000亿", "1200000000000"),
    ("一兆两千亿", "1200000000000"),
    ("三万亿", "3000000000000"),
    ("一万万", "100000000"),
    ("2万5", "25000"),
]

# Text, then value, kind, bound, weight of its first number.
CHINESE = [
    ("11万余人", "110000", "plain", "more", "firm"),
    ("２０所", "20", "plain", "exact", "firm"),
    ("百分之三十五", "0.35", "percent", "exact", "firm"),
    ("３.5％", "0.035", "percent", "exact", "firm"),
    ("2个百分点", "0.02", "points", "exact", "firm"),
    ("三分之二", "2/3", "fraction", "exact", "firm"),
    ("达八成以上", "0.8", "fraction", "more", "firm"),
    ("2016年", "2016", "year", "exact", "firm"),
    ("2016届毕业生", "2016", "year", "exact", "firm"),
    ("1949—2009", "1949", "year", "exact", "firm"),
    ("2016—2万", "2016", "year", "exact", "firm"),
    ("招收1500人", "1500", "plain", "exact", "firm"),
    ("在校生2023名", "2023", "plain", "exact", "firm"),
    ("二〇二四年", "2024", "year", "exact", "firm"),
    ("9月", "9", "month", "exact", "firm"),
    ("3个月", "3", "plain", "exact", "firm"),
    ("第五期", "5", "ordinal", "exact", "count"),
    ("三所院校", "3", "plain", "exact", "count"),
    ("三心二意", "3", "plain", "exact", "loose"),
    ("一些", "1", "plain", "exact", "loose"),
    ("5G技术", "5", "plain", "exact", "loose"),
    ("HER2", "2", "plain", "exact", "loose"),
    ("500万元", "5000000", "currency", "exact", "firm"),
    ("不足30人", "30", "plain", "less", "firm"),
    ("不超过30人", "30", "plain", "less", "firm"),
    ("约20家", "20", "plain", "about", "firm"),
    ("近30年来", "30", "plain", "exact", "firm"),
    ("18岁以上", "18", "plain", "more", "firm"),
    ("壹万贰仟人", "12000", "plain", "exact", "firm"),
    ("下午三点", "15", "time", "exact", "firm"),
    ("兩百多名", "200", "plain", "more", "firm"),
    ("近2万名", "20000", "plain", "nearly", "firm"),
    ("至少需要三天", "3", "plain", "more", "count"),
    ("三个多月", "3", "plain", "more", "count"),
    ("5—7月", "5", "month", "exact", "firm"),
    ("下午2:30", "14.5", "time", "exact", "firm"),
    ("晚上12点", "0", "time", "exact", "firm"),
    ("三点一刻", "3.25", "time", "exact", "firm"),
    ("比例为1:18", "1", "plain", "exact", "loose"),
    ("电话：0772-3156789", "772", "plain", "exact", "loose"),
    ("八折", "0.2", "percent", "exact", "count"),
]

ENGLISH = [
    ("RMB 25.424 million", "25424000", "currency", "exact", "firm"),
    ("more than 110,000 students", "110000", "plain", "more", "firm"),
    ("£125m", "125000000", "currency", "exact", "firm"),
    ("two thirds", "2/3", "fraction", "exact", "firm"),
    ("thirty-six colleges", "36", "plain", "exact", "firm"),
    ("one hundred and five", "105", "plain", "exact", "firm"),
    ("two and a half million", "2500000", "plain", "exact", "firm"),
    ("fifth", "5", "ordinal", "exact", "count"),
    ("21st century", "21", "ordinal", "exact", "firm"),
    ("twenty-first", "21", "ordinal", "exact", "firm"),
    ("35 per cent", "0.35", "percent", "exact", "firm"),
    ("five percentage points", "0.05", "points", "exact", "firm"),
    ("in May 2018", "5", "month", "exact", "firm"),
    ("He may go", None, "", "", ""),
    ("It is a school", "1", "plain", "exact", "loose"),
    ("nearly 300 people", "300", "plain", "nearly", "firm"),
    ("up to 40 people", "40", "plain", "less", "firm"),
    ("No class has more than 40 students", "40", "plain", "less", "firm"),
    ("half past nine", "9.5", "time", "exact", "firm"),
    ("twenty to seven in the morning", "20/3", "time", "exact", "firm"),
    ("3‰", "3/1000", "percent", "exact", "firm"),
    ("five per thousand", "1/200", "percent", "exact", "firm"),
    ("a ratio of 1:18", "1", "plain", "exact", "loose"),
    ("fewer than 20", "20", "plain", "less", "firm"),
    ("100+ companies", "100", "plain", "more", "firm"),
    ("the 1990s", "1990", "year", "exact", "firm"),
    ("9:30 a.m.", "9.5", "time", "exact", "firm"),
    ("three o’clock", "3", "time", "exact", "firm"),
    ("5G technology", "5", "plain", "exact", "loose"),
    ("a dozen", "1", "plain", "exact", "loose"),
    ("two dozen", "24", "plain", "exact", "firm"),
    ("(III) Summarize", None, "", "", ""),
]


AGREEING = [
    ("增长百分之十五，", "It rose by 15 percent,"),
    ("提高百分之十五。", "It rose by 15 percent."),
    ("总人数为十五。", "The total was 15."),
    ("“十五”计划", "the 10th Five-Year Plan"),
    ("“十三五”和“十四五”", "the 13th and the 14th Five-Year Plans"),
    ("十四五岁的学生", "students aged 14 or 15"),
    ("建成十二个实训基地", "12 training bases were built"),
    ("完成十五万元投资", "An investment of 150,000 yuan was completed"),
    ("学生人数十三人", "There were 13 students"),
    ("构成十四个片区", "It makes up 14 areas"),
    ("上十五层", "Go up 15 floors"),
    ("成千上万人", "tens of thousands of people"),
    ("数十家企业", "dozens of companies"),
    ("五分之零", "zero out of five"),
    ("2019.10.24", "October 24, 2019"),
    ("2019.10", "October 2019"),
    ("2018.9-2019.6", "September 2018 to June 2019"),
    ("2018.9-11", "September to November 2018"),
    ("2019.10.24-10.26", "October 24-26, 2019"),
    ("2024/5/30", "May 30, 2024"),
    ("2024-05-30", "30 May 2024"),
    ("2024年5月30日", "2024.5.30"),
    ("2019.5万元", "20.195 million yuan"),
    ("2019.5公斤", "2,019.5 kg"),
    ("¥2019.5", "¥2,019.5"),
    ("三分之一", "1/3"),
    ("1/3的学生", "one third of the students"),
    ("四分之三", "¾"),
    ("2½小时", "2.5 hours"),
    ("250万", "2½ million"),
    ("5/30", "May 30"),
    ("1兆2000亿元", "1.2 trillion yuan"),
    ("2019年10月", "OCTOBER 2019"),
    ("3亿人", "3 hundred million people"),
    ("两个半小时", "2.5 hours"),
    ("一个半小时", "one and a half hours"),
    ("一年半", "a year and a half"),
    ("一年半", "18 months"),
    ("19岁半", "19 and a half"),
    ("三个半圆", "three semicircles"),
    ("2万5", "25,000"),
    ("1万2000元", "12,000 yuan"),
    ("投资2万5个项目", "20,000 yuan for 5 projects"),
    ("七八成", "70 to 80 percent"),
    ("十几万人", "over 100,000 people"),
    ("二十几万人", "over 200,000 people"),
]

DIFFERING = [
    ("增长百分之十五。", "It rose by 16 percent."),
    ("建成十二个基地", "13 bases were built"),
    ("2019.10.24", "October 25, 2019"),
    ("2019.10", "November 2019"),
    ("2018.9", "October 2018"),
    ("2024-05-30", "31 May 2024"),
    ("1/3的学生", "1/4 of the students"),
    ("三分之一", "1/4"),
    ("两个半小时", "2 hours"),
    ("两年半", "three years and a half"),
    ("2万5", "20,500"),
]


def first(quantities: tuple[Quantity, ...]) -> Quantity | None:
    return quantities[0] if quantities else None


@pytest.mark.parametrize(("numeral", "value"), CHINESE_VALUES)
def test_the_value_of_a_chinese_numeral(numeral: str, value: str) -> None:
    assert chinese_value(numeral) == Fraction(value)


@pytest.mark.parametrize(("text", "value", "kind", "bound", "weight"), CHINESE)
def test_a_chinese_number(text: str, value: str, kind: str, bound: str, weight: str) -> None:
    read = first(read_chinese(text))
    assert read and (read.value, read.kind, read.bound, read.weight) == (Fraction(value), kind, bound, weight)


@pytest.mark.parametrize(("text", "value", "kind", "bound", "weight"), ENGLISH)
def test_an_english_number(text: str, value: str | None, kind: str, bound: str, weight: str) -> None:
    read = first(read_english(text))
    if value is None:
        assert read is None
    else:
        assert read and (read.value, read.kind, read.bound, read.weight) == (
            Fraction(value),
            kind,
            bound,
            weight,
        )


@pytest.mark.parametrize(
    ("zh", "en", "differences"),
    [
        ("29所", "29 colleges", []),
        ("29所", "26 colleges", ["wrong"]),
        ("29所", "colleges", ["missing"]),
        ("院校", "26 colleges", ["extra"]),
        ("29所，29名", "29 colleges", []),
        ("2016—2018年", "from 2016 to 2018", []),
        ("同年11月", "November 2016", []),
        ("11月", "November of the same year", []),
        ("三个国家", "countries", []),
        ("三个国家", "five countries", ["wrong"]),
        ("一所学校", "a school", []),
        ("30%", "30", ["unit"]),
        ("30余人", "30 people", ["bound"]),
        ("3个百分点", "3 percent", ["unit"]),
        ("500万元", "$5 million", ["unit"]),
        ("两辆车，下午两点", "seven vans at 2 pm", ["wrong"]),
    ],
)
def test_what_differs(zh: str, en: str, differences: list[str]) -> None:
    assert [each.difference for each in compare(zh, en)] == differences


@pytest.mark.parametrize(("zh", "en"), AGREEING)
def test_the_same_number_written_otherwise(zh: str, en: str) -> None:
    assert compare(zh, en) == ()


@pytest.mark.parametrize(("zh", "en"), DIFFERING)
def test_another_number_written_otherwise(zh: str, en: str) -> None:
    assert compare(zh, en) != ()


def test_none_in_five_is_a_share() -> None:
    assert Fraction(0) in {each.value for each in read_english("Zero in 5 students")}


def spelt(number: int) -> str:
    """Return a number below a hundred million in Chinese numerals, by the textbook rule."""
    if number >= 10_000:
        rest = number % 10_000
        filler = "零" if rest and rest < 1000 else ""
        return f"{spelt(number // 10_000)}万{filler}{spelt(rest) if rest else ''}"
    text, zero = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            text += ("零" if zero and text else "") + "零一二三四五六七八九"[digit] + name
            zero = False
        else:
            zero = True
    return text


@given(st.integers(1, 99_999_999))
def test_every_number_survives_its_chinese_spelling(number: int) -> None:
    assert chinese_value(spelt(number)) == number


@given(st.integers(2, 10**9))
def test_the_same_digits_always_agree_and_other_digits_never(number: int) -> None:
    assert compare(f"共有{number}人", f"a total of {number:,} people") == ()
    assert compare(f"共有{number}人", f"a total of {number + 1:,} people") != ()


HAN_ALPHABET = (
    "一二三十百千万亿两零点分之成年月日第约近超余多以上%％.,，12３:：-—至 个所是倍世纪半几数上兆/½¾天末“”"
)
LATIN_ALPHABET = "abcdefghortwy 0123456789.,:%$-–'’/½¾"


@given(st.text(HAN_ALPHABET, max_size=40), st.text(LATIN_ALPHABET, max_size=40))
def test_no_text_breaks_the_readers(zh: str, en: str) -> None:
    for text, quantities in ((zh, read_chinese(zh)), (en, read_english(en))):
        assert all(0 <= each.start < each.end <= len(text) for each in quantities)
    compare(zh, en)


ENGLISH_PIECES = [
    "a year and a half", "may", "May 3", "3 March", "Sept.", "six o'clock", "nine in the morning", "1990s",
    "a", "nineties", "3", "2.5", "2019.10.24", "½", "1/3", "twenty", "one in five", "dozen", "a third",
    "two hundred", "(1)", "%", "five p.m.", "5:30", "over", " ", "- ",
]  # fmt: skip
CHINESE_PIECES = [
    "周三", "星期五", "礼拜二", "2019.10", "2024-5-30", "十四五", "规划", "百分之七", "三分之一", "七成", "½",
    "1/3", "下午", "3", "点", "十时", "半", "5:30", "九十年代", "九十", "后青年", "上世纪", "新世纪",
    "个半小时", "几", "数", "十", "百万", "翻番", "翻两番", "双", "俩", "的", "，",
]  # fmt: skip


@pytest.mark.parametrize(
    ("readers", "pieces"), [(numbers_en._READERS, ENGLISH_PIECES), (numbers_zh._READERS, CHINESE_PIECES)]
)
def test_a_reader_finds_nothing_where_its_words_are_not(readers: Any, pieces: list[str]) -> None:
    for pair, (reader, of_digits, words) in itertools.product(itertools.product(pieces, repeat=2), readers):
        text = "".join(pair)
        has_sign = any(word in text.lower() for word in words)
        if not has_sign and not (of_digits and has_digits(text)):
            taken = Taken(len(text))
            assert list(reader(text, taken)) == []
            assert taken.free(text) == text


@given(st.from_regex(bounds_en._LEFT))
def test_what_bounds_a_number_ends_with_one_of_its_words(text: str) -> None:
    # Two letters have a small form in ASCII and are none.
    plain = text.replace("\u017f", "s").replace("\u212a", "k")
    assert bounds_en.ends_in_bound(plain)


@given(
    st.from_regex(r"[\s-]{0,3}(?:hundreds?|thousand million|TRILLIONS|[mMbt]n|[mkK]|half)", fullmatch=True)
)
def test_a_scale_behind_a_number_is_looked_for(text: str) -> None:
    found, expected = amounts_en._scale_right(text, 0), amounts_en._SCALE_RIGHT.match(text)
    assert (found and found.groups()) == (expected and expected.groups())


@pytest.mark.parametrize(
    ("pattern", "beginning", "alphabet"),
    [
        (numbers_zh._NUMERAL, numbers_zh._NUMERAL_BEGINS, "12.，,一二十百千万亿兆点两瓦 %年"),
        (dates._CHINESE, dates._CHINESE_BEGINS, "12019.-/年月日三十号份至、 球"),
        (numbers_en._MONTH, numbers_en._MONTH_BEGINS, "MayJuneOct.DECmrch 1"),
        (dates._ENGLISH, dates._ENGLISH_BEGINS_WORDED, "123thofMay JuneSp.,-/to2019irdpm:"),
    ],
)
@given(st.data())
def test_looking_for_a_beginning_first_finds_the_same(
    pattern: re.Pattern[str], beginning: re.Pattern[str], alphabet: str, data: st.DataObject
) -> None:
    text = data.draw(st.text(alphabet, max_size=30) | st.from_regex(pattern))
    found = [match.span() for match in matches(pattern, beginning, text)]
    assert found == [match.span() for match in pattern.finditer(text)]


@pytest.mark.parametrize(
    ("pattern", "beginnings"),
    [
        (amounts_zh._SCALED, amounts_zh._STARTS_SCALED),
        (amounts_zh._AGO, amounts_zh._STARTS_AGO),
        (amounts_zh._UNIT, amounts_zh._STARTS_UNIT),
        (amounts_zh._CURRENCY_AFTER, amounts_zh._STARTS_CURRENCY),
        (amounts_zh._TO_PERCENT, amounts_zh._STARTS_TO),
        (amounts_zh._TO_MONTH, amounts_zh._STARTS_TO),
        (amounts_zh._TO_SCALE, amounts_zh._STARTS_TO),
        (amounts_zh._CODE_AFTER, amounts_zh._STARTS_CODE),
        (amounts_en._ORDINAL, amounts_en._STARTS_ORDINAL | set("ſ")),
        (amounts_en._LETTER_RIGHT, amounts_en._STARTS_CODE),
        (units._CHINESE, units._BEGINNINGS),
    ],
)
@given(st.data())
def test_what_stands_behind_a_number_begins_as_is_looked_for(
    pattern: re.Pattern[str], beginnings: frozenset[str], data: st.DataObject
) -> None:
    text = data.draw(st.from_regex(pattern, fullmatch=True))
    assert text[0] in beginnings or text[0].isspace()


@given(st.from_regex(amounts_zh._BEFORE), st.from_regex(amounts_zh._AFTER, fullmatch=True))
def test_a_bound_in_chinese_is_near_its_number_and_has_one_of_its_characters(left: str, right: str) -> None:
    found = amounts_zh._BEFORE.search(left)
    assert found
    assert len(left) - found.start() < amounts_zh._REACH_BEFORE
    assert amounts_zh._bound_before(left, len(left))
    assert amounts_zh._bound_after(right, 0)


@given(st.text(HAN_ALPHABET, max_size=12), st.text(HAN_ALPHABET, max_size=12))
def test_a_text_without_a_telling_character_says_no_number(one: str, other: str) -> None:
    # 成年 says eighteen in other characters.
    text = numbers_zh._TELLING.sub("", one + other).replace("成年", "")
    readers = [numbers_zh._read_marks, numbers_zh._read_numerals]
    for reader in [*readers, *(reader for reader, _, _ in numbers_zh._READERS)]:
        assert list(reader(text, Taken(len(text)))) == []


def test_a_cell_full_of_numbers_is_read_in_reasonable_time() -> None:
    assert compare("1" * 40_000 + "亿" * 20_000, "1" * 40_000) != ()
