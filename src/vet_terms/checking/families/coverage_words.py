"""The rules on short words that are lost or added: free of charge, for the first time, award-winning.

What counts as such a word, and what of the other side excuses it, stands in `tables/key_words.tsv` and
`tables/added_words.tsv`.
"""

from __future__ import annotations

from collections.abc import Iterator

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.rule import Example, Rule
from vet_terms.checking.slips import Slip, reporting


def _lost(reading: Reading, context: Context) -> Iterator[Slip]:
    from vet_terms.checking.counterparts.key_words import lost_words

    return lost_words(reading, context)


def words_added(reading: Reading, context: Context) -> Iterator[Slip]:
    """Yield the words and the ends of sentences of the English that the Chinese has no trace of."""
    from vet_terms.checking.counterparts.added_endings import added_clause, added_ending
    from vet_terms.checking.counterparts.added_words import added_words

    yield from added_words(reading, context)
    place = added_ending(reading) or added_clause(reading)
    if place is not None:
        yield Slip(*place, f"The Chinese says nothing of “{reading.en[slice(*place)]}”.")


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

ADDED_WORD = Rule(
    id="coverage/added-word",
    severity="warning",
    summary="An English word that carries a fact has no trace in the Chinese.",
    explanation=(
        "A table of English words that a translator hardly needs to add, each with all the Chinese that it "
        "may come from: online, award-winning, free of charge, part-time, public holidays, scholarship, "
        "dormitory, river, bilingual, tuition fees, twice and others. Reported is one of which neither the "
        "table nor the dictionary finds any trace in the Chinese, where the Chinese answers the rest of the "
        "sentence; of several in one sentence the first; besides, several words in a row at the end of "
        "a text that nothing of the Chinese says. Left alone is what stands in a name, in a quotation, in "
        "brackets or in the English of a glossary term that the Chinese has."
    ),
    bad=(
        Example("毕业典礼在体育馆举行。", "The graduation ceremony is held in the gymnasium and online."),
        Example("该实训中心于去年建成。", "The award-winning training centre was completed last year."),
        Example(
            "请各班于周三前上报名单。",
            "Classes are asked to submit their lists by Wednesday to keep their quotas.",
        ),
        Example("本课程由两名教师讲授。", "The course is taught by two part-time teachers."),
    ),
    good=(
        Example("毕业典礼通过网络直播。", "The graduation ceremony was streamed online."),
        Example("获奖教师作了报告。", "The award-winning teachers gave talks."),
        Example("并非强制参加。", "Taking part is voluntary."),
        Example(
            "大湾区九市与港澳合作", "The nine cities of the Pearl River Delta work with Hong Kong and Macao."
        ),
        Example("职教高考每年举行一次。", "The vocational college entrance examination is held annually."),
    ),
    check=reporting("coverage/added-word", "target", words_added),
)
