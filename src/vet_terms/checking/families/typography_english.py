"""Rules on spaces, marks and capitals of the English side.

What they look for is in ``vet_terms.checking.typography``; here they have their names, reasons and examples.
A finding whose place to write is sure carries a replacement.
"""

from __future__ import annotations

from vet_terms.checking.rule import Example, Rule
from vet_terms.checking.slips import reporting
from vet_terms.checking.typography import english_marks, english_spaces, english_words

DOUBLED_SPACE = Rule(
    id="typography-english/doubled-space",
    severity="warning",
    summary="Two or more spaces stand between two words.",
    explanation=(
        "One space stands between words and between sentences. Spaces that lay out a form (six or more), "
        "and texts whose source has doubled spaces too, are left alone."
    ),
    bad=(
        Example("学校深化校企合作。", "The college deepens  school-enterprise cooperation."),
        Example("学校成立于1958年。现有教师300人。", "It was founded in 1958.  It has 300 teachers."),
    ),
    good=(
        Example("学校深化校企合作。", "The college deepens school-enterprise cooperation."),
        Example("姓名：  班级：", "Name:  Class:"),
        Example("姓名 签字", "Name          Signature"),
    ),
    check=reporting("typography-english/doubled-space", "target", english_spaces.doubled_spaces),
)

EDGE_SPACE = Rule(
    id="typography-english/edge-space",
    severity="warning",
    summary="A space stands before the first or after the last word, unlike in the source.",
    explanation=(
        "A space at the beginning shows in print. One at the end may be wanted, since it parts the "
        "sentence from the next, which Chinese does without: that is info. Spaces that the source has too "
        "are right."
    ),
    bad=(
        Example("加强师资队伍建设。", " Strengthen the teaching staff."),
        Example("推进校企合作。", "  Promote school-enterprise cooperation."),
    ),
    good=(
        Example(" 加强师资队伍建设。", " Strengthen the teaching staff."),
        Example("加强师资队伍建设。", "Strengthen the teaching staff. "),
        Example("推进校企合作。", "Promote school-enterprise cooperation."),
    ),
    check=reporting("typography-english/edge-space", "target", english_spaces.edge_spaces),
)

SPACE_AT_MARK = Rule(
    id="typography-english/space-at-mark",
    severity="warning",
    summary="A space stands before a closing mark or after an opening one.",
    explanation=(
        "No space stands before a comma, full stop, colon, semicolon, question or exclamation mark, "
        "closing bracket or closing quote, and none after an opening bracket or quote. Per cent signs, "
        "dots before a word or number (.NET), ellipses, ratios (3 : 1) and smileys are left alone."
    ),
    bad=(
        Example("学校有教师、学生和员工。", "The college has teachers , students and staff."),
        Example("柳州职业技术学院（柳职院）", "Liuzhou Vocational & Technical College ( LVTC )"),
        Example("实施“走出去”战略。", "Implement the “ going out ” strategy."),
    ),
    good=(
        Example("学校开设.NET开发课程。", "The college offers a course on .NET development."),
        Example("师生比为1：18。", "The ratio of teachers to students is 1 : 18."),
        Example("实施“走出去”战略。", "Implement the “going out” strategy."),
    ),
    check=reporting("typography-english/space-at-mark", "target", english_spaces.spaces_at_marks),
)

MISSING_SPACE = Rule(
    id="typography-english/missing-space",
    severity="warning",
    summary="A space is missing after a mark, beside a bracket or a quote, or between two words.",
    explanation=(
        "A space follows commas, stops, colons and semicolons, stands outside brackets and quotes, and "
        "parts words that run together (theImplementation, 29colleges). Web addresses, file names, "
        "placeholders, numbers, times, initials (Ph.D., U.S.), single letters (a,b), optional parts in "
        "brackets (teacher(s)) and names with capitals inside (JavaScript, iPhone) are left alone."
    ),
    bad=(
        Example("学校和企业共建基地。", "The college,and the enterprise build a base together."),
        Example("根据实施方案推进。", "Proceed according to theImplementation Plan."),
        Example("柳州职业技术学院（柳职院）成立。", "Liuzhou Vocational College(LVTC) was founded."),
        Example("全市共有29所院校。", "There are 29colleges in the city."),
    ),
    good=(
        Example("详见www.lvtc.example。", "See www.lvtc.example for details."),
        Example("他获得博士学位，用JavaScript编程。", "He has a Ph.D. and programs in JavaScript."),
        Example("教师应于8:30到校。", "The teacher(s) should arrive at 8:30 a.m."),
        Example("总投资2,542.4万元。", "The total investment was RMB 25,424,000."),
    ),
    check=reporting("typography-english/missing-space", "target", english_spaces.missing_spaces),
)

LIST_MARK = Rule(
    id="typography-english/list-mark",
    severity="warning",
    summary="A list mark runs into the word after it.",
    explanation=(
        "A space follows 1., (1), 1), I. and their like before the text of the item. Numbers with "
        "decimals and section numbers (1.2) are left alone."
    ),
    bad=(
        Example("1.实施培训计划。", "1.Implement the training plan."),
        Example("（一）加强领导。", "(1)Strengthen the leadership."),
    ),
    good=(
        Example("1.实施培训计划。", "1. Implement the training plan."),
        Example("1.5亿元", "RMB 150 million"),
        Example("3D打印专业", "3D printing program"),
    ),
    check=reporting("typography-english/list-mark", "target", english_spaces.unspaced_list_marks),
)

DASH = Rule(
    id="typography-english/dash",
    severity="warning",
    summary="A hyphen or a dash has a space on one side only, or two hyphens stand for one mark.",
    explanation=(
        "A range and a compound have no space at their hyphen. Hyphens left hanging (short- and "
        "long-term), negative numbers and dashes with a space on both sides are left alone; but where the "
        "Chinese joins two names with a hyphen, English does so without spaces too."
    ),
    bad=(
        Example("中德合作项目", "China- Germany cooperation project"),
        Example("2016—2018年", "2016 -2018"),
        Example("“柳工-柳职院”全球客户体验中心", "Liugong - LVTC Global Customer Experience Center"),
    ),
    good=(
        Example("短期和长期培训", "short- and long-term training"),
        Example("气温为零下5度。", "The temperature is -5 degrees."),
        Example("学校——全市第一所高职院校——成立了。", "The college - the first of the city - was founded."),
    ),
    check=reporting("typography-english/dash", "target", english_spaces.uneven_dashes),
)

FULL_WIDTH = Rule(
    id="typography-english/full-width",
    severity="warning",
    summary="Full-width marks, letters, digits or spaces stand in English.",
    explanation=(
        "，。；：（）、％ and full-width letters, digits and spaces belong to Chinese. Marks inside "
        "Chinese that is left in the text, and brackets that hold Chinese, are left to other rules."
    ),
    bad=(
        Example("学校有教师、学生和员工。", "The college has teachers， students and staff."),
        Example("加强师资队伍建设。", "Strengthen the teaching staff。"),
        Example("就业率达９８％。", "The employment rate reached ９８％."),
    ),
    good=(
        Example("柳职院与柳工合作。", "LVTC （柳职院） cooperates with Liugong."),
        Example("就业率达98％。", "The employment rate reached 98%."),
        Example("这是一所“双高”院校。", "It is a “double high” college—one of few…"),
    ),
    check=reporting("typography-english/full-width", "target", english_marks.full_width),
)

CHINESE_QUOTES = Rule(
    id="typography-english/chinese-quotes",
    severity="warning",
    summary="Chinese title marks or corner quotes stand around English.",
    explanation=(
        "《》〈〉「」『』【】 are Chinese. English sets the title of a work in italics or quotes, which a "
        "person must choose. Marks around Chinese are left alone."
    ),
    bad=(
        Example("《职业教育法》", "《Vocational Education Law》"),
        Example("【摘要】本文研究学徒制。", "【Abstract】 This paper studies apprenticeship."),
    ),
    good=(
        Example("《职业教育法》", "Vocational Education Law"),
        Example("《职业教育法》", "Vocational Education Law (《职业教育法》)"),
        Example("《职业教育法》", "“Vocational Education Law”"),
    ),
    check=reporting("typography-english/chinese-quotes", "target", english_marks.chinese_quotes),
)

END_MARK = Rule(
    id="typography-english/end-mark",
    severity="warning",
    summary="The mark at the end does not answer the source's.",
    explanation=(
        "A sentence that ends with 。 ends with a full stop, a question with a question mark, an "
        "introduction with its colon. Quotes and brackets may stand before or after the mark, an "
        "abbreviation's dot is a full stop, an exclamation may be toned down. Very short texts, a full "
        "stop that only the target has, and one mark for another are info."
    ),
    bad=(
        Example("学校引进资源，搭建平台。", "The college introduces resources and builds platforms"),
        Example("主要任务如下：", "The main tasks are as follows"),
        Example("学徒制是什么呢？", "What is apprenticeship"),
    ),
    good=(
        Example("他说：“我们要培养工匠。”", "He said, “We shall train craftsmen.”"),
        Example("课程包括数学、英语等。", "The courses include mathematics, English, etc."),
        Example("柳州职业教育基本情况", "Basic Facts about Vocational Education in Liuzhou"),
        Example("他在讲话中指出：", "In his speech he pointed out,"),
    ),
    check=reporting("typography-english/end-mark", "target", english_marks.end_mark),
)

REPEATED_MARK = Rule(
    id="typography-english/repeated-mark",
    severity="warning",
    summary="A mark is repeated, or two marks do not go together.",
    explanation=(
        "Two commas, two full stops, a comma before a full stop and their like are slips. Ellipses, the "
        "dot of an abbreviation before a comma (Co., Ltd.), ?! and !! are left alone."
    ),
    bad=(
        Example("学校有教师和学生。", "The college has teachers,, and students."),
        Example("加强师资队伍建设。", "Strengthen the teaching staff.."),
    ),
    good=(
        Example("柳工机械股份有限公司在此。", "Liugong Machinery Co., Ltd. is here."),
        Example("课程包括数学、英语……", "The courses include mathematics, English..."),
        Example("企业等参与办学。", "Enterprises, etc., take part in running schools."),
    ),
    check=reporting("typography-english/repeated-mark", "target", english_marks.repeated_marks),
)

DOUBLED_WORD = Rule(
    id="typography-english/doubled-word",
    severity="warning",
    summary="A word stands twice.",
    explanation=(
        "Words that English may double (that that, had had, very very) and short names (Pago Pago, Lang "
        "Lang) are left alone; a preposition after a verb that may take it (moved in in May) is info."
    ),
    bad=(
        Example("学校是改革的先锋。", "The college is the the pioneer of the reform."),
        Example("发展职业教育。", "Develop vocational education education."),
        Example("在校企合作的框架内", "within the framework of the of the cooperation"),
    ),
    good=(
        Example("他说那项改革是必要的。", "He said that that reform was necessary."),
        Example("郎朗访问学校。", "Lang Lang visited the college."),
        Example("他们于五月入住。", "They moved in in May."),
    ),
    check=reporting("typography-english/doubled-word", "target", english_words.doubled_words),
)

ARTICLE = Rule(
    id="typography-english/article",
    severity="warning",
    summary="The article is a before a vowel sound, or an before a consonant.",
    explanation=(
        "The sound decides: a university, an hour, an MBA, an 80-year history. Only what is surely "
        "pronounced so is reported; an historic, abbreviations that may be read as a word, and names are "
        "left alone."
    ),
    bad=(
        Example("他是企业的学徒。", "He is a apprentice of the enterprise."),
        Example("这是一所应用型大学。", "It is an university of applied sciences."),
        Example("他完成了工商管理硕士课程。", "He completed a MBA program."),
    ),
    good=(
        Example("这是一所大学。", "It is a university with an honest and useful staff."),
        Example("学校有80年的历史。", "The school has an 80-year history and a one-hour tour."),
        Example("他获得工商管理硕士学位。", "He has an MBA and attended an historic meeting."),
    ),
    check=reporting("typography-english/article", "target", english_words.wrong_articles),
)

CAPITAL = Rule(
    id="typography-english/capital",
    severity="warning",
    summary="A sentence begins with a small letter.",
    explanation=(
        "Looked at are whole sentences in both languages, and what follows a full stop inside a text. "
        "Items after a list mark, fragments, words in quotes, abbreviations (Co., etc.) and names that "
        "begin small (iPhone, de Gaulle) are left alone."
    ),
    bad=(
        Example("通过海外办学，学校输出中国标准。", "through overseas education, it exports standards."),
        Example("学校成立于1958年。现有教师300人。", "It was founded in 1958. it has 300 teachers."),
    ),
    good=(
        Example("1.推进校企合作。", "1. promote school-enterprise cooperation."),
        Example("主要领导", "principal leaders"),
        Example("学校与柳工股份有限公司合作。", "The college and Liugong Co. cooperate with iPhone makers."),
    ),
    check=reporting("typography-english/capital", "target", english_words.small_beginnings),
)

CAPITAL_SLIP = Rule(
    id="typography-english/capital-slip",
    severity="warning",
    summary="The capitals of a word are a slip of the shift key, or stand inside a sentence.",
    explanation=(
        "A common word with two capitals at its beginning, or a small letter before capitals, was "
        "mistyped; a little word has no capital after a semicolon, unless all items of a list have one. "
        "Abbreviations with a plural s (DVDs), units (kWh), brands and words of the source are "
        "left alone."
    ),
    bad=(
        Example("发展职业教育。", "Develop vocational EDucation."),
        Example("学校深化改革。", "THe college deepens the reform."),
        Example("学习意大利的经验；提高质量。", "Learn from Italy; To improve the quality."),
    ),
    good=(
        Example("学校的PPT和MOOC课程", "the PPTs and MOOCs of the college"),
        Example("耗电量为30千瓦时。", "It uses 30 kWh of power."),
        Example("学生使用iPhone。", "Students use the iPhone."),
    ),
    check=reporting("typography-english/capital-slip", "target", english_words.slipped_capitals),
)

RULES: tuple[Rule, ...] = (
    *(DOUBLED_SPACE, EDGE_SPACE, SPACE_AT_MARK, MISSING_SPACE, LIST_MARK, DASH),
    *(FULL_WIDTH, CHINESE_QUOTES, END_MARK, REPEATED_MARK),
    *(DOUBLED_WORD, ARTICLE, CAPITAL, CAPITAL_SLIP),
)
