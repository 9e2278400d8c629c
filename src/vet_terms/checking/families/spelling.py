"""Rules on the spelling of the English side.

What is known of words is in ``vet_terms.language.spelling``; which words of a unit are looked at, and what is
sure of them, in ``vet_terms.checking.spelling``.
"""

from __future__ import annotations

from collections.abc import Iterator

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.rule import Example, Rule
from vet_terms.checking.slips import Slip, reporting
from vet_terms.checking.spelling.by_sense import confused_by_sense
from vet_terms.checking.spelling.confused import confused_words
from vet_terms.checking.spelling.words import joined_words, misspelt_words, unknown_words
from vet_terms.model import Concept


def _confused(reading: Reading, context: Context) -> Iterator[Slip]:
    found = list(confused_words(reading, context))
    yield from found
    starts = {each.start for each in found}
    yield from (each for each in confused_by_sense(reading) if each.start not in starts)


_KNOWN = Concept("1", "柳工", "Liugong", type="organisation", status="approved")
_COINED = Concept("2", "双元制", "dualitty system", status="approved")

MISSPELT = Rule(
    id="spelling/misspelt",
    severity="warning",
    summary="An English word is spelt wrong.",
    explanation=(
        "A word is reported where it is a known misspelling (goverment, trainning), a plural that English "
        "has not (informations), or in no list of words and one slip away from a common one or from a "
        "meaning of a Chinese word (laquerware for 漆器). British and "
        "American spelling are both right. Names, abbreviations, words with digits, web addresses, "
        "pinyin, words of the glossary and of the Chinese side are left alone; a capitalised word is only "
        "reported where no name is like it (Goverment, Educaton)."
    ),
    bad=(
        Example("政府支持职业教育。", "The goverment supports vocational education."),
        Example("加强教师培训。", "Strengthen teacher trainning."),
        Example("学校提供信息。", "The college provides informations."),
        Example("职业教育发展", "Development of Vocational Educaton"),
    ),
    good=(
        Example("学校组织研学活动。", "The college organises study tours and organizes programmes."),
        Example("柳工参与办学。", "Liugong takes part in running the college.", glossary=(_KNOWN,)),
        Example("推行双元制。", "Carry out the dualitty system.", glossary=(_COINED,)),
        Example("户口与关系", "the hukou and guanxi in mechatronics"),
    ),
    check=reporting("spelling/misspelt", "target", misspelt_words),
)

JOINED = Rule(
    id="spelling/joined",
    severity="warning",
    summary="Two English words are written as one.",
    explanation=(
        "A word that no list has is reported where it is a little word and a common one (thecollege, "
        "andthe), or two long common words. Compounds that English builds freely (homeware, carmaker) are "
        "left alone."
    ),
    bad=(
        Example("学院成立于1958年。", "The founding of thecollege was in 1958."),
        Example("大学生参加竞赛。", "The vocationalstudents take part in the contest."),
    ),
    good=(
        Example("汽车制造商参与办学。", "The carmaker takes part in running the college."),
        Example("微信公众号", "the WeChat account and the homepage"),
        Example("政策制定者", "policymakers and stakeholders"),
    ),
    check=reporting("spelling/joined", "target", joined_words),
)

CONFUSED = Rule(
    id="spelling/confused",
    severity="warning",
    summary="A right word stands where another is meant (form 2016 to 2018).",
    explanation=(
        "Slips that a list of words cannot see. Some are told by the words beside them: form 2016, pubic "
        "services, more then half. Others by the source: of two words that are taken for each other "
        "(principal/principle, stuff/staff, county/country), the one in the target has no Chinese word, "
        "and the other has one that nothing answers."
    ),
    bad=(
        Example("2016年至2018年", "form 2016 to 2018"),
        Example("公共服务", "pubic services"),
        Example("职业学院学生", "vocational collage students"),
        Example("该原则适用于所有专业。", "This principal applies to all programmes."),
        Example("公司新招了一批员工。", "The company has taken on new stuff."),
    ),
    good=(
        Example("填写表格", "fill in the form and then the other one"),
        Example("校长介绍了办学原则。", "The principal explained how the college is run."),
        Example("20所学校学生的拼贴画", "a collage by students from 20 schools"),
        Example("静力学原理与2016年的形式", "the principle of statics and the form of 2016"),
    ),
    check=reporting("spelling/confused", "target", _confused),
)

UNKNOWN = Rule(
    id="spelling/unknown",
    severity="info",
    summary="No list of words has an English word.",
    explanation=(
        "Lower-case words alone, and nothing is known that they may stand for: often a new word, "
        "sometimes a slip. Words of the glossary and of the Chinese side, pinyin and abbreviations are "
        "left alone."
    ),
    bad=(
        Example("学徒制研究", "research on aprentissage"),
        Example("双元制", "the zweigleisig system"),
    ),
    good=(
        Example("双元制", "the dualitty system", glossary=(_COINED,)),
        Example("工匠精神", "craftsmanship and hukou"),
        Example("5G与AI", "5G and AI in the MOOC of iFLYTEK"),
    ),
    check=reporting("spelling/unknown", "target", unknown_words),
)

RULES: tuple[Rule, ...] = (MISSPELT, JOINED, CONFUSED, UNKNOWN)
