"""The examples of the rules on coverage: pairs with something missing or inverted, and free translations."""

from __future__ import annotations

from dataclasses import dataclass

from vet_terms.checking.rule import Example


@dataclass(frozen=True, slots=True)
class Examples:
    """What a rule must find, and what it must leave alone."""

    bad: tuple[Example, ...]
    good: tuple[Example, ...]


OMISSION_EXAMPLES = Examples(
    bad=(
        Example(
            "教师要深入企业一线，了解生产工艺的最新变化，把真实案例带进课堂。",
            "Teachers should go to the front line of companies and bring real cases into the classroom.",
        ),
        Example(
            "学校新建了图书馆，翻修了三栋学生宿舍，并为教室安装了空调。",
            "The school has built a new library and installed air conditioning in the classrooms.",
        ),
        Example(
            "护士应核对患者姓名，测量体温，并记录用药时间。",
            "Nurses should check the patient's name and record the time of medication.",
        ),
    ),
    good=(
        Example(
            "据了解，该校今年共招收新生三千余名。",
            "The school has enrolled more than 3,000 new students this year.",
        ),
        Example(
            "学校高度重视、精心组织、周密部署，确保活动取得实效。",
            "The school took it seriously and organized it carefully to make sure that it bore fruit.",
        ),
        Example(
            "学校走出了一条具有自身特色的发展之路。",
            "The school has found a path of its own.",
        ),
    ),
)

ADDITION_EXAMPLES = Examples(
    bad=(
        Example(
            "企业工程师定期到校授课。",
            "Engineers from companies teach at the school regularly, although many parents have complained "
            "about the high tuition fees.",
        ),
        Example(
            "大赛共设十个赛项，吸引了八十所院校参加。",
            "The competition had ten events and attracted eighty colleges, and the winners were invited to "
            "dinner by the provincial governor.",
        ),
        Example("基地种植了水稻和茶叶。", "The base grows rice, tea and mushrooms."),
    ),
    good=(
        Example("推进三教改革。", "Advance the reform of teachers, teaching materials and teaching methods."),
        Example("柳职院与柳工合作。", "Liuzhou Vocational and Technical College (LVTC) works with Liugong."),
        Example(
            "学校师资力量雄厚，教学设备齐全。",
            "The school has a strong faculty, and its teaching equipment is complete.",
        ),
    ),
)

LENGTH_EXAMPLES = Examples(
    bad=(
        Example(
            "学校坚持以服务发展为宗旨、以促进就业为导向，不断深化教育教学改革，办学水平和社会声誉持续提升。",
            "The school trains skilled talents.",
        ),
        Example("校企双方共同组建教学团队，共同开发课程，共同建设实训基地。", "Schools"),
    ),
    good=(
        Example("上汽通用五菱汽车股份有限公司", "SGMW"),
        Example(
            "中华人民共和国教育部职业教育与成人教育司", "Department of Vocational and Adult Education, MOE"
        ),
        Example("目录", "Table of contents of this present report"),
    ),
)

NEGATION_EXAMPLES = Examples(
    bad=(
        Example("学生不得在实训车间内吸烟。", "Students may smoke in the training workshop."),
        Example("该校尚未建立评价体系。", "The school has established an evaluation system."),
        Example("学校应当为实习学生购买保险。", "Schools should not buy insurance for interns."),
    ),
    good=(
        Example(
            "学校不断完善制度，不少学生因此受益。",
            "The school keeps improving its rules, and many students benefit.",
        ),
        Example("学费不超过每年五千元。", "Tuition is capped at 5,000 yuan a year."),
        Example(
            "没有技能人才，就没有制造强国。", "A manufacturing power is impossible without skilled workers."
        ),
        Example("逾期不予受理。", "Late applications will be rejected."),
    ),
)

DIRECTION_EXAMPLES = Examples(
    bad=(
        Example("毕业生就业率稳步上升。", "The graduate employment rate has steadily declined."),
        Example(
            "东部地区的职业院校实力较强。", "Vocational colleges in the western region are relatively strong."
        ),
        Example("该课程为必修课。", "This course is an elective."),
    ),
    good=(
        Example("提高效率，降低成本。", "Raise efficiency and reduce costs."),
        Example("降低失业率是当务之急。", "Getting more people into work is the top priority."),
        Example("线上线下混合式教学", "blended online and offline teaching"),
    ),
)
