"""Rules on marks, spaces and wrong characters of the Chinese side.

The source is never changed: findings here say what to tell its author, and none carries a replacement.
"""

from __future__ import annotations

from vet_terms.checking.rule import Example, Rule
from vet_terms.checking.slips import reporting
from vet_terms.checking.typography import chinese_marks, chinese_words, wrong_characters

HALF_WIDTH = Rule(
    id="typography-chinese/half-width",
    severity="warning",
    summary="A half-width mark stands between Chinese characters of the source.",
    explanation=(
        "Chinese text has full-width commas, stops, colons and brackets. Marks inside numbers and times, "
        "beside Latin words, list marks (1.) and brackets that hold no Chinese are left alone."
    ),
    bad=(
        Example("学校深化改革,推进合作。", "The college deepens the reform and promotes cooperation."),
        Example(
            "全市有高职院校4所(含区属1所)。",
            "The city has 4 higher vocational colleges (including 1 regional one).",
        ),
        Example("推进终生学习.", "Promote lifelong learning."),
    ),
    good=(
        Example("比赛于8:30开始。", "The contest begins at 8:30."),
        Example("柳州职业技术学院(LVTC)", "Liuzhou Vocational & Technical College (LVTC)"),
        Example("1.学校总投资2,542.4万元。", "1. The college invested RMB 25.424 million in all."),
    ),
    check=reporting("typography-chinese/half-width", "source", chinese_marks.half_width_marks),
)

STRAY_SPACE = Rule(
    id="typography-chinese/stray-space",
    severity="warning",
    summary="A space stands between Chinese characters of the source, or before a mark.",
    explanation=(
        "Line breaks of a layout leave spaces inside sentences. Spaces after list marks, numbers of "
        "chapters and articles (第一章 总则, 第三条 …) and labels are left alone. It is info between names "
        "in a by-line, in spaced headings (目 录), and in texts without a comma or a stop."
    ),
    bad=(
        Example("学校深化 产教融合，推进改革。", "The college deepens integration and promotes the reform."),
        Example("参观柳州职业技术学院 。", "Visit Liuzhou Vocational & Technical College."),
    ),
    good=(
        Example("本报记者 张伟 李娜", "Staff reporters Zhang Wei and Li Na"),
        Example("一、 推进改革，深化合作。", "I. Promote the reform and deepen cooperation."),
        Example("第一章 总则", "Chapter One General Provisions"),
        Example("第三条 学徒制培养周期为三年。", "Article 3 The apprenticeship lasts three years."),
        Example("目 录", "Contents"),
    ),
    check=reporting("typography-chinese/stray-space", "source", chinese_marks.stray_spaces),
)

REPEATED_MARK = Rule(
    id="typography-chinese/repeated-mark",
    severity="warning",
    summary="A mark of the source is repeated, or two marks do not go together.",
    explanation="Two commas or a comma before a full stop are slips; ……, ——, ！！ and ？！ are left alone.",
    bad=(
        Example("学校深化改革，，推进合作。", "The college deepens the reform and promotes cooperation."),
        Example("加强师资队伍建设。。", "Strengthen the teaching staff."),
    ),
    good=(
        Example("课程包括数学、英语……", "The courses include mathematics, English..."),
        Example("工匠精神——职业教育之魂", "Craftsmanship: the Soul of Vocational Education"),
        Example("他说：“好！”", "He said, “Good!”"),
    ),
    check=reporting("typography-chinese/repeated-mark", "source", chinese_marks.repeated_chinese_marks),
)

WRONG_WORD = Rule(
    id="typography-chinese/wrong-word",
    severity="warning",
    summary="A word of the source is written with a wrong character.",
    explanation=(
        "A list of well-known slips (截止目前 for 截至目前, 布署 for 部署, 既使 for 即使); idioms, terms of "
        "the trade and Chinese terms of the glossary with one character that sounds or looks like the right "
        "one (事半工倍, 校企合座). Two characters that are no word, but for one that sounds or looks alike a "
        "common one, are reported where the translation says that word and nothing else in the source does "
        "(受到了广范好评, “were widely praised”: 广泛); names, quoted plays on words and characters that are "
        "words by themselves are left alone. Two characters that no list has as a word, and that are a very "
        "common one but for one that sounds like it (制渡), are reported too. Where two characters only "
        "meet at the border of two words, "
        "nothing is reported; forms that dictionaries still give beside the standard one (帐户, 部份) are "
        "reported, since they are not written today."
    ),
    bad=(
        Example("截止目前，项目招收学生269名。", "So far, the program has enrolled 269 students."),
        Example("学校召开会议布署工作。", "The college held a meeting to arrange the work."),
        Example(
            "因材施教，事半工倍。", "Teach each as fits them, and get twice the result with half the work."
        ),
        Example("既使有困难，也要推进改革。", "Even if there are difficulties, the reform must go on."),
        Example(
            "像师傅一样，学徒象工匠一样工作。", "Like the master, the apprentice works like a craftsman."
        ),
        Example("学校的做法受到了广范好评。", "The practice of the college has been widely praised."),
        Example("后勤部门制订了应急预按。", "The logistics office drew up a contingency plan."),
        Example("学校在银行开立帐户。", "The school opened an account with the bank."),
    ),
    good=(
        Example("报名截止日期为5月1日。", "The closing date for registration is May 1."),
        Example("既使学生受益，又使企业受益。", "It benefits both the students and the enterprises."),
        Example("学校预防犯罪，更适合做实训基地。", "The school prevents crime and suits training better."),
        Example("两名毕业生合开了一家民宿。", "Two graduates opened a guesthouse together."),
        Example("学生李想说，他的理想是当教师。", "Li Xiang, a student, said that his dream was to teach."),
    ),
    check=reporting("typography-chinese/wrong-word", "source", wrong_characters.wrong_characters),
)

PARTICLE = Rule(
    id="typography-chinese/particle",
    severity="warning",
    summary="In the source, 的 stands before a verb where 地 is right, or after one where 得 is.",
    explanation=(
        "An adverb of manner before its verb takes 地 (积极地推进改革), and how well something is done "
        "follows 得 (讲得很流利). Where the verb may be a noun, "
        "since another verb governs it (进行积极的探索) or a noun follows (有效的服务措施), nothing is "
        "reported; where it is not sure, it is info."
    ),
    bad=(
        Example("学校积极的推进产教融合改革。", "The college actively advances the reform."),
        Example("要更好的服务区域经济发展。", "It should serve the regional economy better."),
        Example("学生讲的很流利。", "The student speaks very fluently."),
        Example("项目有力的推动了合作。", "The project strongly advanced the cooperation."),
    ),
    good=(
        Example("学校进行了积极的探索。", "The college carried out active exploration."),
        Example("学校采取有效的保障措施。", "The college took effective measures of support."),
        Example("他讲的很有道理。", "What he said makes good sense."),
        Example("学校积极地推进改革。", "The college actively advances the reform."),
        Example("为学生提供更好的服务。", "Provide better services for students."),
    ),
    check=reporting("typography-chinese/particle", "source", chinese_words.particles),
)

DOUBLED = Rule(
    id="typography-chinese/doubled",
    severity="warning",
    summary="A little word or a common word of the source stands twice.",
    explanation=(
        "的的, 是是, 通过通过 and their like are slips. Where the two belong to different words (目的的, "
        "为了了解) or are said twice on purpose (看看, 天天), nothing is reported."
    ),
    bad=(
        Example("这是学校的的特色。", "This is a feature of the college."),
        Example("学校通过通过合作育人。", "The college educates people through cooperation."),
    ),
    good=(
        Example("以就业为目的的教育", "education aimed at employment"),
        Example("为了了解需求，我们来看看。", "To learn the needs, let us have a look."),
        Example("职业教育教育教学改革", "reform of teaching in vocational education"),
    ),
    check=reporting("typography-chinese/doubled", "source", chinese_words.doubled_characters),
)

END_MARK = Rule(
    id="typography-chinese/end-mark",
    severity="info",
    summary="A sentence of the source has no end mark, its English has one.",
    explanation=(
        "Only texts with a comma or semicolon inside are looked at: a heading or a caption needs no mark, "
        "whatever its English has."
    ),
    bad=(
        Example("学校深化改革，推进合作", "The college deepens the reform and promotes cooperation."),
        Example("教师有300人，学生有5000人", "There are 300 teachers and 5,000 students."),
    ),
    good=(
        Example("学校深化改革，推进合作。", "The college deepens the reform and promotes cooperation."),
        Example("柳州职业教育基本情况", "Basic facts about vocational education in Liuzhou."),
        Example("学校深化改革，推进合作", "The college deepens the reform and promotes cooperation"),
    ),
    check=reporting("typography-chinese/end-mark", "source", chinese_marks.missing_end_mark),
)

UNSPACED = Rule(
    id="typography-chinese/unspaced-latin",
    severity="info",
    summary="No space stands between Chinese and Latin letters or digits of the source.",
    explanation=(
        "A house style of some publishers on the web, against that of government papers and newspapers; "
        "hence off unless it is asked for."
    ),
    bad=(
        Example("全市共有29所院校。", "There are 29 colleges in the city."),
        Example("开设PLC课程。", "A PLC course is offered."),
    ),
    good=(
        Example("全市共有 29 所院校。", "There are 29 colleges in the city."),
        Example("开设 PLC 课程。", "A PLC course is offered."),
        Example("深化产教融合。", "Deepen the integration."),
    ),
    check=reporting("typography-chinese/unspaced-latin", "source", chinese_marks.unspaced_latin),
    on=False,
)

LIST_MARK = Rule(
    id="typography-chinese/list-mark",
    severity="warning",
    summary="The number of an item runs into a year.",
    explanation=(
        "“1.2016年” reads as a decimal; a space or another mark has to part the two. Version numbers and "
        "decimals before other words are left alone."
    ),
    bad=(
        Example("1.2016年，学院成立。", "1. In 2016, the college was founded."),
        Example("3.2018年5月，集团成立。", "3. In May 2018, the group was set up."),
    ),
    good=(
        Example("1. 2016年，学院成立。", "1. In 2016, the college was founded."),
        Example("（1）2016年，学院成立。", "(1) In 2016, the college was founded."),
        Example("2016.9.1", "September 1, 2016"),
    ),
    check=reporting("typography-chinese/list-mark", "source", chinese_marks.numbers_run_into_years),
)

RULES: tuple[Rule, ...] = (
    *(HALF_WIDTH, STRAY_SPACE, REPEATED_MARK, LIST_MARK),
    *(WRONG_WORD, PARTICLE, DOUBLED, END_MARK, UNSPACED),
)
