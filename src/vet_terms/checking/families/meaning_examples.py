"""The examples of the rules on meaning: slips that leave a fluent sentence, and free renderings."""

from __future__ import annotations

from vet_terms.checking.families.coverage_examples import Examples
from vet_terms.checking.rule import Example

CHANGE_EXAMPLES = Examples(
    bad=(
        Example(
            "就业率提高到96%，投诉率有所下降。",
            "The employment rate fell to 96%, and the complaint rate dropped as well.",
        ),
        Example("起薪从4000元涨到5200元。", "Starting pay went from 5,200 yuan to 4,000 yuan."),
    ),
    good=(
        Example("失业率由76%降至71%。", "The rate went down to 71% from 76%."),
        Example("降幅扩大5个百分点。", "It fell by a further 5 percentage points."),
        Example("增长12%之后，招生数下降。", "After rising by 12%, enrollment fell."),
    ),
)

AMOUNT_EXAMPLES = Examples(
    bad=(
        Example("招生规模扩大到3000人。", "Enrollment was expanded by 3,000."),
        Example("毕业率提高了5个百分点。", "The graduation rate rose to 5 percentage points."),
    ),
    good=(
        Example(
            "到2025年，占比提高5个百分点，达到35%。",
            "The share is to rise by 5 percentage points to 35% by 2025.",
        ),
        Example("培训增加12个县。", "Training was expanded to 12 more counties."),
        Example("专业减少到32个。", "The number of majors was cut to 32."),
    ),
)

SWAPPED_EXAMPLES = Examples(
    bad=(
        Example("全校有男生320人、女生280人。", "The school has 280 boys and 320 girls."),
        Example("甲方应向乙方支付培训费。", "Party B shall pay the training fee to Party A."),
        Example("企业不得向学生收取押金。", "Students may not collect deposits from companies."),
        Example("女生人数多于男生。", "There are more boys than girls."),
    ),
    good=(
        Example("全校有男生320人、女生280人。", "Girls number 280 and boys 320."),
        Example("男生和女生分别为320人和280人。", "There are 320 boys and 280 girls."),
        Example("甲方应向乙方支付培训费。", "Party B shall receive the training fee from Party A."),
        Example("学校为员工提供培训。", "Employees are provided with training by the school."),
        Example("女生人数多于男生。", "There are fewer boys than girls."),
    ),
)

LIST_EXAMPLES = Examples(
    bad=(
        Example("课程包括数学、物理、化学和英语。", "The courses include mathematics, physics and English."),
        Example(
            "教师、学生、家长和企业均可参与评价。",
            "Teachers, students and companies may all take part in the evaluation.",
        ),
    ),
    good=(
        Example(
            "课程包括数学、物理、化学等。", "The courses include mathematics, physics and other subjects."
        ),
        Example("爱岗敬业、诚实守信、服务群众", "dedication, honesty and service"),
        Example("来自亚洲、非洲、欧洲和拉美的学员", "trainees from four continents"),
    ),
)

CONDITION_EXAMPLES = Examples(
    bad=(
        Example("未经许可，任何人不得进入机房。", "No one may enter the machine room."),
        Example("本设备仅供教学使用。", "This equipment is for use in teaching by the school."),
    ),
    good=(
        Example(
            "未经甲方书面同意，乙方不得转让本协议。",
            "Party B may transfer this agreement only with the written consent of Party A.",
        ),
        Example("如需延期，应提前申请。", "Applications for an extension shall be made in advance."),
        Example("本设备仅供教学使用。", "This equipment is reserved for teaching."),
    ),
)

MODALITY_EXAMPLES = Examples(
    bad=(
        Example("实习单位应当为学生购买保险。", "The internship company may buy insurance for students."),
        Example("学生不得进入配电室。", "Students need not enter the power distribution room."),
        Example("乙方可以提前终止协议。", "Party B shall terminate the agreement early."),
    ),
    good=(
        Example("必须经过培训才能上岗。", "People may only take up the post after training."),
        Example("实习单位应当为学生购买保险。", "The internship company is to insure the students."),
        Example("学生可以不参加晚自习。", "Students do not have to attend evening classes."),
    ),
)

DEADLINE_EXAMPLES = Examples(
    bad=(
        Example("乙方应在30日内付清款项。", "Party B shall pay the sum in full after 30 days."),
        Example("申请材料须在9月1日前提交。", "Application materials must be submitted after September 1."),
    ),
    good=(
        Example("应在收到发票后30日内付款。", "Payment is due within 30 days after receipt of the invoice."),
        Example("9月1日前不得提交材料。", "Materials may be submitted only after September 1."),
        Example("学校将在三年内建成新校区。", "The new campus will be finished in three years."),
    ),
)

RANK_EXAMPLES = Examples(
    bad=(
        Example("副校长覃正海致辞。", "President Qin Zhenghai delivered a speech."),
        Example("她于去年晋升为副教授。", "She was promoted to professor last year."),
    ),
    good=(
        Example("副校长覃正海致辞。", "Vice President Qin Zhenghai delivered a speech."),
        Example("教授、副教授共60人", "60 full and associate professors"),
        Example("副主任主持了会议。", "The deputy head chaired the meeting."),
    ),
)

COMPARATIVE_EXAMPLES = Examples(
    bad=(
        Example("学生更容易就业。", "It is more easier for students to find jobs."),
        Example("这是最快的办法。", "This is the most fastest way."),
    ),
    good=(
        Example("更多好学校", "many more better schools"),
        Example("更多更好的课程", "more and better courses"),
        Example("学得越多，找工作越容易。", "The more you learn, the easier it is to find work."),
    ),
)
