from __future__ import annotations

import pytest

from vet_terms.language.marks import mark_value, ordinal_value, split_mark

MARKS = [
    ("1.Implement the program", "1.", "Implement the program"),
    ("2. Support teachers", "2. ", "Support teachers"),
    ("1.2016年至今", "1.", "2016年至今"),
    ("25.424 million", "", "25.424 million"),
    ("2542.4万元", "", "2542.4万元"),
    ("2016年1月21日", "", "2016年1月21日"),
    ("3年来，面向柳工", "", "3年来，面向柳工"),
    ("（一） 政府主导", "（一） ", "政府主导"),
    ("(II) Innovative mode", "(II) ", "Innovative mode"),
    ("一、职业教育", "一、", "职业教育"),
    ("十二、附则", "十二、", "附则"),
    ("I. National Development", "I. ", "National Development"),
    ("I am a teacher", "", "I am a teacher"),
    ("IHK and AHK", "", "IHK and AHK"),
    ("③推进", "③", "推进"),
    ("一、二年级学生参加活动", "", "一、二年级学生参加活动"),
    ("三、四季度将完成", "", "三、四季度将完成"),
    ("二、三教改革", "二、", "三教改革"),
    ("一、一带一路建设", "一、", "一带一路建设"),
    ("• Training", "• ", "Training"),
    ("- 主营轨道车辆", "- ", "主营轨道车辆"),
    ("-5度", "", "-5度"),
    ("1.1 发展背景", "1.1 ", "发展背景"),
    ("1.1发展背景", "1.1", "发展背景"),
    ("2.3.1 Main Objectives", "2.3.1 ", "Main Objectives"),
    ("1.5亿元投资", "", "1.5亿元投资"),
    ("2.5 万人次", "", "2.5 万人次"),
    ("2.1 million people", "", "2.1 million people"),
    ("一是规划先行", "", "一是规划先行"),
    ("First, planning", "", "First, planning"),
    ("1", "", "1"),
]

VALUES = [
    ("（三）", 3),
    ("III.", 3),
    ("3.", 3),
    ("③", 3),
    ("(c)", 3),
    ("十二、", 12),
    ("二十一、", 21),
    ("•", 0),
    ("IX.", 9),
    ("Ⅳ.", 4),
]

ORDINALS = [
    ("一是规划先行", 1),
    ("First, planning first", 1),
    ("Secondly, we", 2),
    ("第三，推进", 3),
    ("首先，要", 1),
    ("四是国际交流", 4),
    ("（二）创新", 2),
    ("(II) Innovative", 2),
    ("一般来说", 0),
    ("Firstborn", 0),
    ("三所学校", 0),
]


@pytest.mark.parametrize(("text", "mark", "rest"), MARKS)
def test_split_mark(text: str, mark: str, rest: str) -> None:
    assert split_mark(text) == (mark, rest)


@pytest.mark.parametrize(("mark", "value"), VALUES)
def test_mark_value(mark: str, value: int) -> None:
    assert mark_value(mark) == value


@pytest.mark.parametrize(("text", "value"), ORDINALS)
def test_ordinal_value(text: str, value: int) -> None:
    assert ordinal_value(text) == value
