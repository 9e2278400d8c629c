"""The examples of the rules on spaces, marks and capitals of the English side."""

from __future__ import annotations

from vet_terms.checking.families.coverage_examples import Examples
from vet_terms.checking.rule import Example

DOUBLED_SPACE_EXAMPLES = Examples(
    bad=(
        Example("学校深化校企合作。", "The college deepens  school-enterprise cooperation."),
        Example("学校成立于1958年。现有教师300人。", "It was founded in 1958.  It has 300 teachers."),
    ),
    good=(
        Example("学校深化校企合作。", "The college deepens school-enterprise cooperation."),
        Example("姓名：  班级：", "Name:  Class:"),
        Example("姓名 签字", "Name          Signature"),
    ),
)

EDGE_SPACE_EXAMPLES = Examples(
    bad=(
        Example("加强师资队伍建设。", " Strengthen the teaching staff."),
        Example("推进校企合作。", "  Promote school-enterprise cooperation."),
    ),
    good=(
        Example(" 加强师资队伍建设。", " Strengthen the teaching staff."),
        Example("加强师资队伍建设。", "Strengthen the teaching staff. "),
        Example("推进校企合作。", "Promote school-enterprise cooperation."),
    ),
)

SPACE_AT_MARK_EXAMPLES = Examples(
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
)

MISSING_SPACE_EXAMPLES = Examples(
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
)

LIST_MARK_EXAMPLES = Examples(
    bad=(
        Example("1.实施培训计划。", "1.Implement the training plan."),
        Example("（一）加强领导。", "(1)Strengthen the leadership."),
    ),
    good=(
        Example("1.实施培训计划。", "1. Implement the training plan."),
        Example("1.5亿元", "RMB 150 million"),
        Example("3D打印专业", "3D printing program"),
    ),
)

DASH_EXAMPLES = Examples(
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
)

FULL_WIDTH_EXAMPLES = Examples(
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
)

CHINESE_QUOTES_EXAMPLES = Examples(
    bad=(
        Example("《职业教育法》", "《Vocational Education Law》"),
        Example("【摘要】本文研究学徒制。", "【Abstract】 This paper studies apprenticeship."),
    ),
    good=(
        Example("《职业教育法》", "Vocational Education Law"),
        Example("《职业教育法》", "Vocational Education Law (《职业教育法》)"),
        Example("《职业教育法》", "“Vocational Education Law”"),
    ),
)

END_MARK_EXAMPLES = Examples(
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
)

REPEATED_MARK_EXAMPLES = Examples(
    bad=(
        Example("学校有教师和学生。", "The college has teachers,, and students."),
        Example("加强师资队伍建设。", "Strengthen the teaching staff.."),
    ),
    good=(
        Example("柳工机械股份有限公司在此。", "Liugong Machinery Co., Ltd. is here."),
        Example("课程包括数学、英语……", "The courses include mathematics, English..."),
        Example("企业等参与办学。", "Enterprises, etc., take part in running schools."),
    ),
)

DOUBLED_WORD_EXAMPLES = Examples(
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
)

ARTICLE_EXAMPLES = Examples(
    bad=(
        Example("他是企业的学徒。", "He is a apprentice of the enterprise."),
        Example("这是一所应用型大学。", "It is an university of applied sciences."),
        Example("他完成了工商管理硕士课程。", "He completed a MBA program."),
    ),
    good=(
        Example("这是一所大学。", "It is a university with an honest and useful staff."),
        Example(
            "学校有80年的历史，参观需一小时。", "The school has an 80-year history; a tour takes an hour."
        ),
        Example("他获得工商管理硕士学位。", "He has an MBA and attended an historic meeting."),
    ),
)

CAPITAL_EXAMPLES = Examples(
    bad=(
        Example("通过海外办学，学校输出中国标准。", "through overseas education, it exports standards."),
        Example("学校成立于1958年。现有教师300人。", "It was founded in 1958. it has 300 teachers."),
    ),
    good=(
        Example("1.推进校企合作。", "1. promote school-enterprise cooperation."),
        Example("主要领导", "principal leaders"),
        Example("学校与柳工股份有限公司合作。", "The college and Liugong Co. cooperate with iPhone makers."),
        Example(
            "加强教师队伍建设。",
            "strengthen the teaching staff.",
            beside=(("学校应当完善产教融合机制；", "Schools shall improve the integration of industry;"),),
        ),
    ),
)

CAPITAL_SLIP_EXAMPLES = Examples(
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
)
