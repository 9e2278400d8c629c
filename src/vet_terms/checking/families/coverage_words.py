"""The rule on short words that are lost: free of charge, for the first time, once a year.

What counts as such a word, and what of the English excuses it, stands in `tables/key_words.tsv`.
"""

from __future__ import annotations

from collections.abc import Iterator

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.rule import Example, Rule
from vet_terms.checking.slips import Slip, reporting


def _lost(reading: Reading, context: Context) -> Iterator[Slip]:
    from vet_terms.checking.counterparts.key_words import lost_words

    return lost_words(reading, context)


WORD = Rule(
    id="coverage/word",
    severity="warning",
    summary="A short word that carries a fact has no trace in the English.",
    explanation=(
        "A table of words that a translation may render in many ways but hardly leave out: 免费, 首次, 唯一, "
        "自愿, 临时, 定期, 国家级, 试点, 提前, 连续, 书面, 全日制, 每年, 平均, 同比, 涉嫌 and others. "
        "Reported is one of which the English has nowhere any trace where it answers the rest of the clause; "
        "a clause that is left out as a whole is coverage/omission's. Words that translators rightly drop "
        "(正式启动, 联合主办, 全体师生) are not in the table. Left alone are words that are denied "
        "(并非唯一) or stand in a term of the glossary, between book marks, in a short quotation or in a "
        "longer word that means something else."
    ),
    bad=(
        Example(
            "学校为失业人员免费开设电工培训班。", "The school runs electrician courses for the unemployed."
        ),
        Example("学生自愿参加周末的技能训练。", "Students take part in skills training at weekends."),
        Example(
            "学校每年为企业培训员工两千人。",
            "The school trains 2,000 employees for companies.",
        ),
        Example("乙方应向甲方提交书面报告一份。", "Party B shall submit one copy to Party A."),
        Example(
            "柳州是中国最大的螺蛳粉生产基地之一。", "Liuzhou is China's largest production base for luosifen."
        ),
    ),
    good=(
        Example(
            "学校为贫困学生免费提供教材和工作服。",
            "Students from poor families receive textbooks and overalls at no cost to themselves.",
        ),
        Example(
            "这是该校学生首次在世界技能大赛上夺金。",
            "Never before had a student of the college won gold at WorldSkills.",
        ),
        Example("并非全部学生都住校。", "Some students live off campus."),
        Example("发现火情应立即报警。", "Report a fire the moment you see it."),
        Example("从生产线上下来的产品须经检验。", "Products that leave the assembly line must be inspected."),
        Example(
            "《临时用电安全规程》已印发。",
            "The rules on the safe use of electricity on sites have been issued.",
        ),
    ),
    check=reporting("coverage/word", "source", _lost),
)
