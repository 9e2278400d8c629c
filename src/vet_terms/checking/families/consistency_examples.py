"""The examples of the rules on consistency: small documents, and pairs beside a memory."""

from __future__ import annotations

from vet_terms.checking.families.coverage_examples import Examples
from vet_terms.checking.rule import Example

_CHARTER = (
    "《学校章程》规定，教师每年到企业实践。",
    "The “School Charter” has teachers work in companies each year.",
)
_CHARTER_AGAIN = ("《学校章程》已经公布。", "The “School Charter” has been published.")
_COLLEGE = ("柳州职业技术学院开学。", "Liuzhou Vocational and Technical College has opened.")
_COLLEGE_AGAIN = ("他在柳州职业技术学院工作。", "He works at Liuzhou Vocational and Technical College.")

TARGET_EXAMPLES = Examples(
    bad=(
        Example(
            "加强师资队伍建设",
            "Enhance the building of teachers' troops",
            beside=(("加强师资队伍建设", "Strengthen the teaching staff"),) * 2,
        ),
        Example(
            "深化校企合作。",
            "Schools and companies work together more closely.",
            beside=(("深化校企合作。", "Deepen school–enterprise cooperation."),) * 2,
        ),
    ),
    good=(
        Example("感谢聆听", "THANK YOU FOR LISTENING!", beside=(("感谢聆听！", "Thank you for listening"),)),
        Example("目录", "Table of contents", beside=(("目录", "Catalogue"),)),
        Example(
            "深化校企合作。", "Deepen cooperation.", beside=(("深化校企联合。", "Deepen the alliance."),)
        ),
    ),
)

SOURCE_EXAMPLES = Examples(
    bad=(
        Example(
            "学生可以携带手机进入考场。",
            "Students may bring mobile phones into the examination room.",
            beside=(
                (
                    "学生不可以携带手机进入考场。",
                    "Students may bring mobile phones into the examination room.",
                ),
            ),
        ),
        Example(
            "完善见习管理制度",
            "Improve the internship management system",
            beside=(("完善实习管理制度", "Improve the internship management system"),) * 2,
        ),
    ),
    good=(
        Example(
            "谢谢大家的聆听！",
            "Thank you for listening!",
            beside=(("感谢聆听！", "Thank you for listening!"),),
        ),
        Example(
            "提升教学质量", "Improve teaching quality", beside=(("提高教学质量", "Improve teaching quality"),)
        ),
        Example("办学条件", "Conditions of schools", beside=(("师资条件", "Conditions of the faculty"),)),
    ),
)

CHARACTER_EXAMPLES = Examples(
    bad=(
        Example(
            "推进职业教育国家化",
            "Promote the internationalization of vocational education",
            beside=(
                (
                    "职业教育国际化成效显著",
                    "The internationalization of vocational education has borne fruit",
                ),
                ("职业教育国际化研究", "Research on the internationalization of vocational education"),
            ),
        ),
        Example(
            "课程建设标准话程度不高。",
            "Courses are hardly built to standards.",
            beside=(
                ("推进课程建设标准化。", "Have courses built to standards."),
                ("专业建设标准化", "Building majors to standards"),
            ),
        ),
    ),
    good=(
        Example(
            "职业教育国家队",
            "The national team of vocational education",
            beside=(
                (
                    "职业教育国际化成效显著",
                    "The internationalization of vocational education has borne fruit",
                ),
                ("职业教育国际化研究", "Research on the internationalization of vocational education"),
            ),
        ),
        Example(
            "自治区教育厅发文。",
            "The Department of Education of the autonomous region issued a document.",
            beside=(("国家教育部发文。", "The Ministry of Education issued a document."),) * 2,
        ),
        Example("职业教育国家化", "Nationalization of vocational education"),
    ),
)

TERM_EXAMPLES = Examples(
    bad=(
        Example(
            "修订《学校章程》。",
            "The “Constitution of the College” was revised.",
            beside=(_CHARTER, _CHARTER_AGAIN),
        ),
        Example(
            "“借船出海”取得成效。",
            "“Sailing on rented boats” has borne fruit.",
            beside=(
                ("坚持“借船出海”。", "Keep to “borrowing a ship to go to sea”."),
                ("“借船出海”是第一步。", "“Borrowing a ship to go to sea” is the first step."),
            ),
        ),
    ),
    good=(
        Example(
            "修订《学校章程》。", "The “School Charters” were revised.", beside=(_CHARTER, _CHARTER_AGAIN)
        ),
        Example("修订章程。", "The “Constitution” was revised.", beside=(_CHARTER, _CHARTER_AGAIN)),
        Example(
            "修订《学生手册》。", "The “Student Handbook” was revised.", beside=(_CHARTER, _CHARTER_AGAIN)
        ),
    ),
)

SPELLING_EXAMPLES = Examples(
    bad=(
        Example(
            "柳州职业技术学院与企业合作。",
            "Cooperation of Liuzhou Vocational & Technical College with companies goes on.",
            beside=(_COLLEGE, _COLLEGE_AGAIN),
        ),
        Example(
            "博士后流动站成立。",
            "A post-doctoral station was set up.",
            beside=(
                ("他是博士后。", "He does postdoctoral work."),
                ("博士后研究", "research at postdoctoral level"),
            ),
        ),
    ),
    good=(
        Example(
            "柳州职业技术学院概况",
            "LIUZHOU VOCATIONAL AND TECHNICAL COLLEGE AT A GLANCE",
            beside=(_COLLEGE, _COLLEGE_AGAIN),
        ),
        Example(
            "这是一项长期计划。",
            "This is a long-term plan.",
            beside=(("从长期来看", "in the long term"), ("长期以来", "over the long term")),
        ),
        Example(
            "他在柳州职业技术学院任教。", "He teaches at the college.", beside=(_COLLEGE, _COLLEGE_AGAIN)
        ),
    ),
)

VARIETY_EXAMPLES = Examples(
    bad=(
        Example(
            "新建实训中心。",
            "A new training centre has been built.",
            beside=(("体验中心", "an experience center"), ("研究中心", "a research center")),
        ),
        Example(
            "优化专业布局。",
            "We optimise the layout of majors.",
            beside=(("组织培训", "organize training"), ("标准化建设", "standardization")),
        ),
    ),
    good=(
        Example(
            "新建实训中心。",
            "A new training center has been built.",
            beside=(("体验中心", "an experience center"),),
        ),
        Example("悉尼歌剧中心", "the Sydney Centre", beside=(("体验中心", "an experience center"),)),
        Example("锻炼身体，提出建议。", "Exercise and advise.", beside=(("组织培训", "organize training"),)),
    ),
)

_CURLY_PAIRS = (
    ("实施“领航计划”和“强基计划”", "Carry out the “Pilot Plan” and the “Foundation Plan”"),
    ("培养“双师型”教师", "Train “dual-qualified” teachers"),
    ("“工匠”与“名师”", "“Craftsmen” and “master teachers”"),
    ("“走出去”与“引进来”", "“Going out” and “bringing in”"),
    ("“学徒制”试点", "An “apprenticeship” pilot"),
    ("“订单班”和“冠名班”", "“Order classes” and “named classes”"),
)

QUOTES_EXAMPLES = Examples(
    bad=(
        Example("实施“英才计划”", 'Carry out the "Talent Plan"', beside=_CURLY_PAIRS),
        Example(
            "举办“技能周”",
            "Hold a “skills week”",
            beside=tuple((zh, en.replace("“", '"').replace("”", '"')) for zh, en in _CURLY_PAIRS),
        ),
    ),
    good=(
        Example("实施“英才计划”", 'Carry out the "Talent Plan"', beside=_CURLY_PAIRS[:2]),
        Example("实施“英才计划”", "Carry out the “Talent Plan”", beside=_CURLY_PAIRS),
        Example("配备55英寸屏幕", 'Fit a screen of 55"', beside=_CURLY_PAIRS),
    ),
)

MEMORY_EXAMPLES = Examples(
    bad=(
        Example(
            "深化产教融合。",
            "Deepen the fusion of production and teaching.",
            memory=(("深化产教融合。", "Deepen the integration of industry and education."),),
        ),
        Example(
            "建设实训基地", "Construct practice fields", memory=(("建设实训基地", "Build training bases"),)
        ),
    ),
    good=(
        Example("建设实训基地", "build training bases", memory=(("建设实训基地", "Build training bases"),)),
        Example(
            "建设实训基地",
            "Set up training bases",
            memory=(("建设实训基地", "Build training bases"), ("建设实训基地", "Set up training bases")),
        ),
        Example(
            "建设研究基地", "Construct research fields", memory=(("建设实训基地", "Build training bases"),)
        ),
    ),
)
