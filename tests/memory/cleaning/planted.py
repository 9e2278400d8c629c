"""Pairs of our own: translations that nothing is wrong with, and twenty of each fault, written by hand."""

from __future__ import annotations

GOOD = (
    (
        "学校与当地企业共建了三个实训基地。",
        "The college has built three training bases together with local companies.",
    ),
    ("学生毕业前要在工厂实习六个月。", "Students work in a factory for six months before they graduate."),
    ("教师每年都要下企业锻炼。", "Every year teachers spend time working in companies."),
    ("第二天下了大雨，运动会推迟了。", "It rained hard the next day, and the sports meeting was put off."),
    ("图书馆晚上十点关门。", "The library closes at ten in the evening."),
    (
        "这本教材由德国专家和本校教师合编。",
        "This textbook was written by German experts and teachers of our college.",
    ),
    ("泰国代表团参观了汽车维修车间。", "A delegation from Thailand visited the car repair workshop."),
    ("奖学金发给成绩最好的二十名学生。", "The scholarship goes to the twenty students with the best marks."),
    ("请在报名表上写清姓名和电话。", "Please write your name and telephone number clearly on the form."),
    ("厨师专业的学生在比赛中得了金牌。", "A student of cooking won a gold medal in the competition."),
    ("新校区的食堂可以坐两千人。", "The canteen on the new campus seats two thousand people."),
    (
        "数控机床的操作必须有人指导。",
        "Machine tools under numerical control must be operated under guidance.",
    ),
    ("铁路公司今年招收五十名毕业生。", "The railway company is taking on fifty graduates this year."),
    (
        "会议决定成立校企合作委员会。",
        "The meeting decided to set up a committee for cooperation with business.",
    ),
    ("护理专业的课程包括老年人照护。", "The nursing programme includes care for the elderly."),
    ("他把祖父的手艺教给了年轻人。", "He taught young people the craft of his grandfather."),
    ("电费从下个月起上涨百分之五。", "The price of electricity goes up by five per cent from next month."),
    ("村里的孩子第一次见到了机器人。", "The children of the village saw a robot for the first time."),
    ("论文要在六月一日以前交。", "The thesis must be handed in before the first of June."),
    ("留学生们在春节包了饺子。", "The foreign students made dumplings at the Spring Festival."),
    ("WTO", "World Trade Organization"),
    ("2019年", "2019"),
    ("目录", "Contents"),
    ("校企合作", "Cooperation between schools and enterprises"),
    ("Adobe Photoshop", "Adobe Photoshop"),
    ("iPhone 15 Pro", "iPhone 15 Pro"),
    ("https://example.org/index.html", "https://example.org/index.html"),
    ("max_line_length = 110", "max_line_length = 110"),
    ("……", "..."),
    ("谢谢！", "Thank you!"),
    ("柳州职业技术学院", "Liuzhou Vocational & Technical College (柳州职业技术学院)"),
    ("中国和亚美尼亚签署协议。", "China and Armenia signed an agreement."),
)

EMPTY = (
    ("", "The workshop is open."), ("车间已经开放。", ""), ("   ", "Thank you."), ("谢谢。", "\t"),
    ("……", "He said nothing."), ("他没有说话。", "..."), ("第一章", "—"), ("*", "Required field"),
    ("必填项", "*"), ("。", "The end."), ("2019年的计划", "-"), ("", ""), ("！", "Stop!"), ("停！", "!"),
    ("\u3000", "A blank line"), ("空行", "\u00a0"), ("？？", "Who is there?"), ("谁在那里？", "??"),
    ("（）", "(see below)"), ("（见下文）", "()"),
)  # fmt: skip

IDENTICAL = (
    ("学校概况", "学校概况"), ("学校概况", "學校概況"), ("实训基地建设情况。", "实训基地建设情况。"),
    ("２０１９年招生计划", "2019年招生计划"), ("第 一 章", "第一章"), ("中国职业教育", "中国职业教育"),
    ("教师", "教师"), ("机电系2班", "机电系2班"), ("柳州", "柳州"), ("ISO标准", "iso标准"),
    ("the college has a library", "the college has a library"), ("open the door", "Open the door"),
    ("This page was left blank on purpose.", "This page was left blank on purpose."),
    ("Please do not touch the machine", "Please do not touch the machine"), ("see also", "see also"),
    ("Students and teachers of the college", "Students and teachers of the college"),
    ("not available", "not available"), ("Welcome to our school", "Welcome to our school"),
    ("More than one answer is right.", "More than one answer is right."), ("and so on", "and so on"),
)  # fmt: skip

WRONG_LANGUAGE = (
    ("The college was founded in 1998.", "Founded in 1998, the college has 12,000 students."),
    ("please see the next page", "See the following page."),
    ("Open the valve slowly.", "缓慢打开阀门。"), ("The machine is off.", "机器已关闭。"),
    ("缓慢打开阀门。", "慢慢地打开那个阀门。"), ("学校概况", "学校的情况介绍"),
    ("教学质量", "教育教学的质量 of 学校"), ("安全第一", "安全最重要"), ("Safety comes first", "安全第一"),
    ("開く前に読んでください。", "Read this before opening."),
    ("学校のホームページ", "Home page of the school"),
    ("학교 소개", "About the school"), ("Профессиональное образование", "Vocational education"),
    ("职业教育", "Профессиональное образование"), ("职业教育", "การอาชีวศึกษา"), ("关于学校", "학교 소개"),
    ("请先阅读。", "最初に読んでください。"), ("there is no such file", "The file was not found."),
    ("the teachers of the school", "Teaching staff"), ("新学期开始了。", "新的学期已经 started 了。"),
)  # fmt: skip

UNTRANSLATED = (
    ("柳职院与柳工合作。", "The college cooperates with 柳工."),
    ("推进“三教”改革。", "Advance the “三教” reform."),
    ("学校开设了数控专业。", "The college offers a programme in 数控."),
    ("中国—东盟博览会", "China–东盟 Expo"),
    ("请联系教务处。", "Please contact the 教务处."),
    ("他是一位工匠。", "He is a 工匠."),
    ("学生获得技能证书。", "Students receive a 技能证书 at the end."),
    ("产教融合是国策。", "产教融合 is the policy of the country."),
    ("螺蛳粉产业学院", "School of the 螺蛳粉 Industry"),
    ("鲁班工坊在泰国成立。", "A Luban 工坊 was set up in Thailand."),
    ("现代学徒制试点", "Pilot of the modern 学徒制"),
    ("实训基地占地二十亩。", "The training base covers 20 亩."),
    ("报名截止日期为五月。", "Registration ends in 五月."),
    ("国家示范校建设", "Building of the 国家示范 school"),
    ("参加技能大赛", "Take part in the 大赛 of skills"),
    ("双师型教师", "双师型 teachers"),
    ("一带一路倡议", "The 一带一路 initiative"),
    ("汽车系主任", "Head of the 汽车 department"),
    ("校长办公会", "Meeting of the 校长"),
    ("中德合作项目", "Project with Germany 合作项目"),
)

UNEQUAL = (
    (
        "学校的情况。",
        (
            "The college has fourteen departments, more than nine hundred teachers and fifteen "
            "thousand students, and it cooperates with some two hundred companies in the whole province."
        ),
    ),
    (
        "好的。",
        (
            "Would you please be so kind as to hand over the documents to the office before the end of "
            "this week, so that they can be looked through in time for the meeting?"
        ),
    ),
    (
        "第一章",
        (
            "The first chapter tells how the college came into being, who its founders were and what they "
            "hoped for when they bought the land by the river in the spring of that year."
        ),
    ),
    (
        "学生",
        (
            "Students who come from poor families can apply for a grant, for a place in the hostel without "
            "a fee and for paid work in the library during the holidays."
        ),
    ),
    (
        "欢迎",
        (
            "We are glad that so many guests from home and abroad have found their way to us today, and we "
            "hope that the talks will be fruitful for all who take part in them."
        ),
    ),
    (
        "柳州",
        (
            "The town lies on a bend of the river, has about four million people and is known for cars, "
            "steel, machines and a soup of rice noodles with river snails."
        ),
    ),
    (
        "会议",
        (
            "The meeting began at nine, was broken off at noon because of the storm, and went on in the "
            "afternoon in another building, where it ended without a decision."
        ),
    ),
    (
        "安全",
        (
            "Wear goggles and gloves at all times, keep your hair under a cap, and do not reach into the "
            "machine before it has come to a complete stop."
        ),
    ),
    (
        "工匠",
        (
            "A craftsman is somebody who has learnt a trade by hand over many years and who goes on "
            "learning it as long as he works, together with those who come after him."
        ),
    ),
    (
        "毕业",
        (
            "Of those who finished the programme last summer nine in ten had found work in the trade that "
            "they had learnt by the time when the leaves fell."
        ),
    ),
    (
        "学校现有十四个系、九百多名教师和一万五千名学生，与全省二百家企业开展合作，并在泰国和老挝设有分校。",
        "The college",
    ),
    (
        "会议从上午九点开始，中午因暴雨中断，下午在另一座楼里继续举行，最后没有作出任何决定就结束了。",
        "The meeting",
    ),
    (
        "请随时佩戴护目镜和手套，把头发束在帽子里，机器完全停止以前不要把手伸进去，以免发生危险。",
        "Safety",
    ),
    (
        "这座城市位于河湾，人口约四百万，以汽车、钢铁、机械和用河螺熬汤的米粉闻名，近年来游客越来越多。",
        "Liuzhou",
    ),
    (
        "家庭困难的学生可以申请助学金，可以免费住宿，也可以在假期到图书馆勤工助学，由学校支付报酬。",
        "Grants",
    ),
    (
        "去年夏天毕业的学生当中，十个里有九个在树叶落下之前就找到了与所学专业对口的工作，收入也不错。",
        "Graduates",
    ),
    (
        "第一章讲述学校是怎样建立的，创办人是谁，那年春天他们在河边买下土地的时候抱有怎样的希望。",
        "Chapter 1",
    ),
    ("工匠是用多年时间亲手学会一门手艺的人，只要他还在工作，就会同后来的人一起继续学下去。", "Craft"),
    (
        "今天有这么多海内外的来宾来到我们这里，我们感到非常高兴，希望会谈对所有参加的人都有收获。",
        "Welcome",
    ),
    (
        "新食堂有三层，可以同时坐两千人，每层都有不同地方的风味，清真餐厅在二楼，三楼可以举办宴会。",
        "Canteen",
    ),
)

MISALIGNED = tuple((GOOD[index][0], GOOD[(index + 7) % 20][1]) for index in range(20))
"""Each Chinese sentence with the English of another."""
