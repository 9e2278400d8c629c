"""Translations with other numbers: what is written, and what is refused."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from vet_terms.language.numbers import compare
from vet_terms.memory.pretranslation.numbers import renumbered

REPLACED = [
    # The old Chinese, its English, the new Chinese, its English.
    ("全市共有院校29所。", "There are 29 colleges.", "全市共有院校31所。", "There are 31 colleges."),
    ("在校生11万余人。", "More than 110,000 students.", "在校生12.5万余人。", "More than 125,000 students."),
    ("招生7000余人", "More than 7000 students", "招生12000余人", "More than 12000 students"),
    ("招生600余人", "More than 600 students", "招生1200余人", "More than 1,200 students"),
    ("2023年5月签约。", "Signed in May 2023.", "2024年11月签约。", "Signed in November 2024."),
    ("2016年5月", "MAY 2016", "2016年6月", "JUNE 2016"),
    ("共12台", "012 sets", "共34台", "034 sets"),
    ("5月24日签约。", "Signed on 24 May.", "9月3日签约。", "Signed on 3 September."),
    ("2月14日签约。", "Signed on Feb. 14.", "9月3日签约。", "Signed on Sep. 3."),
    ("百分之三十的学生", "30% of students", "百分之四十五的学生", "45% of students"),
    ("百分之三十的人", "Thirty per cent of them", "百分之四十五的人", "Forty-five per cent of them"),
    ("投入2542.4万元。", "It cost RMB 25.424 million.", "投入3100万元。", "It cost RMB 31 million."),
    ("比例为3.50%", "The share is 3.50%", "比例为4%", "The share is 4.00%"),
    ("建成3个基地。", "Three bases were built.", "建成5个基地。", "Five bases were built."),
    ("共有两百名教师", "two hundred teachers", "共有三百名教师", "three hundred teachers"),
    ("第三届论坛", "The third forum", "第五届论坛", "The fifth forum"),
    ("第3届论坛", "The 3rd forum", "第22届论坛", "The 22nd forum"),
    ("第3届论坛", "The 3rd forum", "第11届论坛", "The 11th forum"),
    ("二〇二四年成立", "Founded in 2024", "二〇二五年成立", "Founded in 2025"),
    ("2019.10.24开幕", "2019.10.24: opening", "2020.11.5开幕", "2020.11.5: opening"),
    ("2019.5.11开幕", "2019.5.11: opening", "2019.11.5开幕", "2019.11.5: opening"),
    ("会议8:30开始", "It starts at 8:30", "会议14:15开始", "It starts at 14:15"),
    ("一、校企合作", "I. Cooperation", "四、校企合作", "IV. Cooperation"),
    ("（一）校企合作", "(1) Cooperation", "（三）校企合作", "(3) Cooperation"),
    ("1.2016年成立", "1. Founded in 2016", "2.2018年成立", "2. Founded in 2018"),
    ("8天课程", "An 8-day course", "11天课程", "An 11-day course"),
    ("表1 学生人数", "Table 1 Number of students", "表2 学生人数", "Table 2 Number of students"),
    ("第1至3周", "Weeks 1 to 3", "第4至6周", "Weeks 4 to 6"),
    ("第一部分 概况", "Part One Overview", "第二部分 概况", "Part Two Overview"),
    ("1. 校企合作", "1. Cooperation", "校企合作", "Cooperation"),
    ("新冠期间招生30人", "30 during COVID-19", "新冠期间招生40人", "40 during COVID-19"),
    ("招生1200人", "1,200 were enrolled", "招生2000人", "2,000 were enrolled"),
    ("招生2000人", "2,000 were enrolled", "招生3000人", "3,000 were enrolled"),
    ("8:00开始", "It starts at 8 a.m.", "9:00开始", "It starts at 9 a.m."),
    ("14:00开始", "It starts at 2 p.m.", "15:30开始", "It starts at 3:30 p.m."),
    ("8:30开始", "It starts at 8.30 a.m.", "9:00开始", "It starts at 9.00 a.m."),
    ("下午3点开始", "It starts at 3 p.m.", "下午5点开始", "It starts at 5 p.m."),
]  # fmt: skip

REFUSED = [
    ("the words differ", "建成3个基地。", "Three bases were built.", "拟建5个基地。"),
    ("nothing differs", "建成3个基地。", "Three bases were built.", "建成3个基地。"),
    ("one becomes many", "建成1个基地。", "One base was built.", "建成5个基地。"),
    ("many become one", "建成5个基地。", "5 bases were built.", "建成1个基地。"),
    ("the value stands twice", "29所学校的29人", "29 people of 29 schools", "31所学校的29人"),
    ("the value stands twice in English", "29人参加", "29 people, all 29 of them", "31人参加"),
    ("the value is not there", "29人参加", "Many people took part", "31人参加"),
    ("less than a million", "投入2542.4万元。", "It cost RMB 25.424 million.", "投入3100元。"),
    ("no such month", "5月签约", "Signed in May", "14月签约"),
    ("an abbreviated May", "2月4日签约", "Signed on Feb. 4", "5月6日签约"),
    ("no end of decimals", "三分之二", "0.6 of it", "七分之一"),
    ("another article", "8天课程", "An 8-day course", "10天课程"),
    ("another bound", "招生600余人", "More than 600 students", "招生约700人"),
    ("a year that becomes an amount", "2023年的活动", "Activities in 2023", "3年的活动"),
    ("a fraction in words", "占三分之二", "two thirds", "占四分之三"),
    ("words too long", "共有十二名教师", "twelve teachers", "共有一百二十五名教师"),
    ("a mark of another kind", "一、校企合作", "A. Cooperation", "二、校企合作"),
    ("the other half of the day", "8:00开始", "It starts at 8 a.m.", "14:00开始"),
    ("the other half in words", "上午9点开始", "It starts at 9 a.m.", "下午3点开始"),
    ("an end after noon", "9:00至11:00", "9 a.m. to 11 a.m.", "9:00至13:00"),
    ("an end before noon", "9:00至17:00", "9 a.m. to 5 p.m.", "9:00至11:00"),
    ("both, which are two", "2所学校均获奖", "The two schools both won prizes", "3所学校均获奖"),
    ("all, which are three", "3所学校均获奖", "All three schools won prizes", "2所学校均获奖"),
    ("noon", "8:00至17:00", "8 a.m. to 5 p.m.", "9:00至12:00"),
    ("midnight", "15:00开始", "It starts at 3 p.m.", "0:00开始"),
    ("noon before", "12:00开始", "It starts at 12 p.m.", "13:00开始"),
    ("one half for two times", "9:00—11:00上课", "Classes 9:00–11:00 a.m.", "14:00—16:00上课"),
    ("a year of its own", "2018级学生", "Students of 2018 (to graduate in 2021)", "2019级学生"),
    ("money of its own", "投资700万元。", "It cost 7 million yuan (US$1 million).", "投资900万元。"),
    ("years that explain a span", "近三年", "the past three years (2016–2018)", "近五年"),
    ("a part of a phrase of its own", "24小时开放", "open 24/7", "12小时开放"),
    ("one that is no label", "仅1所学校", "Only 1 school", "仅2所学校"),
    ("a mark that English lacks", "一、校企合作", "Cooperation", "校企合作"),
    ("a mark that English lacks", "一、校企合作", "Cooperation", "二、校企合作"),
]

FROM_ENGLISH = [
    ("There are 29 colleges.", "共有29所院校。", "There are 31 colleges.", "共有31所院校。"),
    ("110,000 students", "11万名学生", "125,000 students", "12.5万名学生"),
    ("two bases", "两个基地", "three bases", "三个基地"),
    ("three bases", "三个基地", "two bases", "两个基地"),
    ("the third forum", "第三届论坛", "the second forum", "第二届论坛"),
    ("200,000 students", "二十万名学生", "300,000 students", "三十万名学生"),
    ("in May 2016", "2016年5月", "in June 2018", "2018年6月"),
    ("30% of schools", "百分之三十的学校", "45% of schools", "百分之四十五的学校"),
    ("founded in 2024", "成立于二〇二四年", "founded in 2030", "成立于二〇三〇年"),
    ("founded in 2004", "成立于二零零四年", "founded in 2030", "成立于二零三零年"),
    ("12 teachers", "十二名教师", "1,005 teachers", "一千零五名教师"),
    ("12 teachers", "十二名教师", "16 teachers", "十六名教师"),
    ("Class 1", "一班", "Class 2", "二班"),
    ("more than 30 schools", "三十多所学校", "more than 100 schools", "一百多所学校"),
]

REFUSED_FROM_ENGLISH = [
    ("half a unit of ten thousand", "110,000 students", "11万名学生", "5,000 students"),
    ("no share in characters", "30% of schools", "百分之三十的学校", "12.5% of schools"),
    ("a year in neither way", "founded in 2024", "成立于两千零二十四年", "founded in 2030"),
    ("a number too great for words", "12 teachers", "十二名教师", "125,000 teachers"),
    ("a number that 多 cannot follow", "more than 30 schools", "三十多所学校", "more than 45 schools"),
    ("digits that 多 cannot follow", "more than 30 schools", "30多所学校", "more than 45 schools"),
    ("an age that is no numeral", "12 teachers", "十来名教师", "14 teachers"),
]


@pytest.mark.parametrize(("old", "translation", "new", "expected"), REPLACED)
def test_english_with_other_numbers(old: str, translation: str, new: str, expected: str) -> None:
    result = renumbered(old, translation, new, "zh")
    assert result is not None and result.text == expected


@pytest.mark.parametrize(
    ("old", "translation", "new"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED]
)
def test_what_is_not_certain_is_not_replaced(old: str, translation: str, new: str) -> None:
    assert renumbered(old, translation, new, "zh") is None


@pytest.mark.parametrize(("old", "translation", "new", "expected"), FROM_ENGLISH)
def test_chinese_with_other_numbers(old: str, translation: str, new: str, expected: str) -> None:
    result = renumbered(old, translation, new, "en")
    assert result is not None and result.text == expected


@pytest.mark.parametrize(
    ("old", "translation", "new"),
    [case[1:] for case in REFUSED_FROM_ENGLISH],
    ids=[case[0] for case in REFUSED_FROM_ENGLISH],
)
def test_what_is_not_certain_is_not_replaced_in_chinese(old: str, translation: str, new: str) -> None:
    assert renumbered(old, translation, new, "en") is None


def test_what_was_replaced_is_told_in_the_order_of_the_text() -> None:
    result = renumbered("1.2016年5月24日", "1. On May 24, 2016", "2.2017年6月3日", "zh")
    assert result is not None
    assert result.changes == (("1.", "2."), ("May", "June"), ("24", "3"), ("2016", "2017"))


COUNTS = st.integers(2, 999_999).filter(lambda number: not 1500 <= number <= 2100)


@given(COUNTS, COUNTS)
def test_any_count_is_written_as_the_old_one(old: int, new: int) -> None:
    assume(old != new)
    result = renumbered(f"共有{old}所院校。", f"There are {old:,} colleges.", f"共有{new}所院校。", "zh")
    assert result is not None and result.text == f"There are {new:,} colleges."


@given(st.integers(2, 99), st.integers(2, 99), st.integers(2, 99), st.integers(2, 99))
def test_what_is_written_says_the_numbers_of_the_source(a: int, b: int, c: int, d: int) -> None:
    source = f"培训{c}期，学员{d}万人次。"
    result = renumbered(
        f"培训{a}期，学员{b}万人次。", f"{a} courses with {b * 10_000:,} people.", source, "zh"
    )
    assert result is None or not compare(source, result.text)
