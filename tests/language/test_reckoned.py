"""Numbers that a translator reckons from those of the source are none of their own."""

from __future__ import annotations

import pytest

from vet_terms.language.numbers import compare

RECKONED = [
    ("“三分靠技术，七分靠心态。”", "“It is thirty per cent skill and seventy per cent state of mind.”"),
    ("实训课覆盖率达100%。", "Every course has practical classes."),
    ("报名人数是去年的1.5倍。", "Applications were up by half on last year."),
    ("新班共48人，男女各半。", "The new class has 48 members: 24 men and 24 women."),
    ("双方共出资3600万元，各占一半。", "Each side invested 18 million yuan."),
    ("成人票60元，学生半价。", "Adults 60 yuan, students 30 yuan."),
    ("学费每年5200元，分两次等额缴纳。", "Tuition is 5,200 yuan a year, in two payments of 2,600."),
    ("“5+3”城市群", "a cluster of eight cities"),
    ("院长韦志刚一行8人", "Dean Wei Zhigang and a delegation of seven"),
    ("集训5月6日开始，为期一周。", "The training runs from 6 to 12 May."),
    ("全班30人，只有三人缺席。", "Twenty-seven of the 30 students were present."),
    ("笔试占六成，面试占四成。", "The written test counts for 60 per cent and the interview for the rest."),
    ("该课在第三学年下学期开设。", "The course is offered in the sixth semester."),
    (
        "全省共有中职学校301所，比上年减少14所。",
        "The province had 301 secondary vocational schools, down from 315.",
    ),
    ("得分率由61%升至73%，提高了12个百分点。", "The score rose from 61% to 73%."),
    ("年利率由4.1%下降到3.8%。", "The annual rate fell from 4.1% to 3.8%."),
    ("学徒工资为正式工的八成。", "Apprentices are paid 20 per cent less than regular workers."),
    ("人均成本由1600元降至800元。", "The cost per head has halved to 800 yuan."),
    ("每学年2400元，分两次发放，每次1200元。", "2,400 yuan a year, in two equal payments."),
    ("例会推迟一周，由3月4日改在11日。", "The meeting is put off by a week, from 4 to 11 March."),
    ("从入行到成名，他用了一个甲子。", "It took him 60 years."),
]
WRONG = [
    ("新班共48人，男女各半。", "The new class has 48 members: 26 men and 26 women."),
    ("“5+3”城市群", "a cluster of nine cities"),
    ("院长韦志刚一行8人", "Dean Wei Zhigang and a delegation of five"),
    ("全班30人，只有三人缺席。", "Twenty-six of the 30 students were present."),
    (
        "全省共有中职学校301所，比上年减少14所。",
        "The province had 301 secondary vocational schools, down from 325.",
    ),
    ("全校有27个支部，党员563名。", "The school has 27 branches with 536 members."),
    ("学徒工资为正式工的八成。", "Apprentices are paid 30 per cent less than regular workers."),
    ("新班共48人。", "The new class has 48 members: 24 men and 24 women."),
]


@pytest.mark.parametrize(("zh", "en"), RECKONED)
def test_what_is_reckoned_is_no_number_of_its_own(zh: str, en: str) -> None:
    assert not compare(zh, en)


@pytest.mark.parametrize(("zh", "en"), WRONG)
def test_what_is_reckoned_wrongly_is_one(zh: str, en: str) -> None:
    assert compare(zh, en)
