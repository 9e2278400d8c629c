"""Rules on names: people in pinyin, places, countries, abbreviations that nobody explained."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.naming import (
    acronyms,
    foreign,
    foreign_places,
    latin_names,
    official,
    people,
    places,
    regions_and_festivals,
)
from vet_terms.checking.rule import DocumentCheck, Example, Noted, Rule, finding
from vet_terms.checking.slips import Slip, reporting
from vet_terms.model import Concept, Finding, Span


def _check_split(reading: Reading, context: Context) -> Iterator[Finding]:
    return people.badly_joined(reading, SPLIT.id)


def _check_spelling(reading: Reading, context: Context) -> Iterator[Finding]:
    yield from people.misspelt(reading, SPELLING.id)
    yield from people.misspelt_surnames(reading, SPELLING.id)


def _conclude_reversed(noted: Sequence[Noted], context: Context) -> Iterator[tuple[int, Finding]]:
    return people.reversed_names(noted, REVERSED.id)


def _check_missing(reading: Reading, context: Context) -> Iterator[Finding]:
    return people.missing(reading, MISSING.id)


def _check_place(reading: Reading, context: Context) -> Iterator[Finding]:
    yield from places.misspelt_places(reading, PLACE.id)
    from vet_terms.checking.naming.institution_places import misspelt_institution_place

    if found := misspelt_institution_place(reading):
        zh, right, there = found
        message = f"{zh} is “{right}”, not “{there['name']}”."
        yield finding(reading.unit, PLACE.id, "warning", message, Span("target", *there.span()), right)


def _check_country(reading: Reading, context: Context) -> Iterator[Finding]:
    yield from places.nouns_after_sino(reading, COUNTRY.id)
    yield from places.other_countries(reading, COUNTRY.id)


def _unofficial(reading: Reading, context: Context) -> Iterator[Slip]:
    yield from official.unofficial_names(reading, context)
    yield from regions_and_festivals.other_regions_and_festivals(reading, context)


def _foreign(reading: Reading, context: Context) -> Iterator[Slip]:
    found = list(foreign.misspelt_foreign_names(reading, context))
    yield from found
    places = {(each.start, each.end) for each in found}
    for slip in latin_names.misspelt_latin_names(reading, context):
        if (slip.start, slip.end) not in places:
            yield slip
    yield from latin_names.misspelt_abbreviations(reading, context)
    if not found:
        yield from foreign_places.other_foreign_places(reading, context)


def _conclude_acronyms(noted: Sequence[Noted], context: Context) -> Iterator[tuple[int, Finding]]:
    return acronyms.unexplained(noted, context, ACRONYM.id)


REVERSED = Rule(
    id="names/reversed",
    severity="warning",
    summary="A Chinese person's given name stands before the surname.",
    explanation=(
        "GB/T 28039 puts the surname first: 覃正海 is Qin Zhenghai. Where a document has at least three "
        "names and all of them in the western order, as lists of authors do, that is a choice and info. "
        "Names that people chose (Jack Ma) and spellings that are no pinyin are left alone; a hyphened given "
        "name before the surname (Fei-Fei Li), and names of a text on Hong Kong, Macao, Taiwan or Singapore, "
        "are info."
    ),
    bad=(
        Example("覃正海校长致欢迎辞。", "President Zhenghai Qin gave the welcome speech."),
        Example("课题由欧阳建国主持。", "The project is led by Jianguo Ouyang."),
    ),
    good=(
        Example("覃正海校长致欢迎辞。", "President Qin Zhenghai gave the welcome speech."),
        Example("马云出席论坛。", "Jack Ma attended the forum."),
        Example(
            "刘红梅",
            "Hongmei Liu",
            beside=(
                ("作者：覃正海、李明", "By Zhenghai Qin and Ming Li"),
                ("通讯作者：韦国栋", "Guodong Wei"),
            ),
        ),
    ),
    over_document=DocumentCheck(people.orders, _conclude_reversed),
)

SPLIT = Rule(
    id="names/split",
    severity="warning",
    summary="A Chinese person's given name is not one word, or the whole name is.",
    explanation=(
        "The given name is one word with one capital, the surname another, a compound surname too: Qin "
        "Zhenghai, Ouyang Jianguo; not Qin Zheng Hai, Qin Zheng-hai, Qin ZhengHai or Qinzhenghai. An "
        "apostrophe (Xi'an) and a surname in capitals are fine. In a text on Hong Kong, Macao, Taiwan or "
        "Singapore, where people write their names so, it is info."
    ),
    bad=(
        Example("刘红梅带领团队攻关。", "Liu Hong Mei led the team."),
        Example("刘红梅带领团队攻关。", "Liu Hong-mei led the team."),
        Example("会议由韦国栋主持。", "The meeting was chaired by WeiGuodong."),
    ),
    good=(
        Example("刘红梅带领团队攻关。", "LIU Hongmei led the team."),
        Example("张西安同学参加比赛。", "Zhang Xi'an took part in the contest."),
        Example("台湾学者陈水扁先生来访。", "Mr Chen Shui-bian, a scholar from Taiwan, came to visit."),
    ),
    check=_check_split,
)

SPELLING = Rule(
    id="names/spelling",
    severity="warning",
    summary="The pinyin of a Chinese person's name is wrong.",
    explanation=(
        "A letter or a syllable of the given name is wrong, another given name stands after the surname, "
        "another surname before the given name, the surname has the reading of another word (单 is Shan, 仇 "
        "Qiu, 曾 Zeng, 解 Xie, 区 Ou, 尉迟 Yuchi), or the given name lacks its capital. Every reading of a "
        "character is accepted, 覃 as Qin or Tan, 吕 as Lyu, Lü, Lv or Lu. A surname after a title (Ms Lu) "
        "is held against the surnames of the source. What no pinyin explains is left alone."
    ),
    bad=(
        Example("覃正海校长致欢迎辞。", "President Qin Zhenghia gave the welcome speech."),
        Example("单小明老师获奖。", "The teacher Dan Xiaoming won a prize."),
    ),
    good=(
        Example("覃正海校长致欢迎辞。", "President Tan Zhenghai gave the welcome speech."),
        Example("单小明老师获奖。", "The teacher Shan Xiaoming won a prize."),
        Example(
            "德国总理默克尔参观了职业学校。", "German Chancellor Angela Merkel visited the vocational school."
        ),
    ),
    check=_check_spelling,
)

MISSING = Rule(
    id="names/missing",
    severity="warning",
    summary="A person whom the source names with a title is not named in the target.",
    explanation=(
        "Looked for are Chinese names beside a title (校长, 教授, 书记). A warning where the target has "
        "another person's pinyin instead, or no person at all; info where it says he, she or the title "
        "alone. The surname alone is enough. Where the target has a name that is no pinyin, nothing is "
        "reported."
    ),
    bad=(
        Example("校长覃正海为获奖学生颁奖。", "Prizes were presented to the winning students."),
        Example("校长覃正海致开幕词。", "Wang Wei delivered the opening address."),
    ),
    good=(
        Example("校长覃正海为获奖学生颁奖。", "President Qin presented prizes to the winning students."),
        Example("校长覃正海为获奖学生颁奖。", "The president presented prizes to the winning students."),
        Example("校长施密特介绍了双元制。", "Principal Schmidt introduced the dual system."),
    ),
    check=_check_missing,
)

PLACE = Rule(
    id="names/place",
    severity="warning",
    summary="A place in China is misspelt, or another place stands there.",
    explanation=(
        "The provinces and the cities at prefecture level are known with their English names (Shaanxi, "
        "Harbin, Xizang and Tibet, Macao and Macau). Reported is a word that is a letter off (Guanxi), in "
        "two words (Fo Shan) or without its capital, and another Chinese place that the source does not "
        "name. A place that the target leaves out, or for which it names the province, is not reported."
    ),
    bad=(
        Example("柳州是工业城市。", "Luizhou is an industrial city."),
        Example("师生赴陕西考察。", "Teachers and students went on a study tour to Shanxi."),
        Example("毕业生多在佛山就业。", "Most graduates find jobs in Fo Shan."),
    ),
    good=(
        Example("陕西和山西的职业院校", "vocational colleges in Shaanxi and Shanxi"),
        Example("柳州是工业城市。", "The city is an industrial one."),
        Example("北京大学职业教育研究所", "Institute of Vocational Education, Peking University"),
    ),
    check=_check_place,
)

COUNTRY = Rule(
    id="names/country",
    severity="error",
    summary="Another country stands in the target than in the source.",
    explanation=(
        "A country of the source is not in the target, by no name and not by the word for its people, and "
        "the target has a country that the source does not mean, neither by a name nor in a compound (中泰, "
        "赴德). A country that is only left out or only added is not reported, nor is China."
    ),
    bad=(
        Example("学校在泰国设立分校。", "The school set up a branch in Laos."),
        Example(
            "与奥地利的职业院校签署协议。", "An agreement was signed with vocational colleges in Australia."
        ),
    ),
    good=(
        Example("泰国留学生来校学习。", "Thai students came to study at the school."),
        Example("美国社区学院", "U.S. community colleges"),
        Example("学校在泰国设立分校。", "The school set up a branch there."),
    ),
    check=_check_country,
)

FOREIGN = Rule(
    id="names/foreign",
    severity="warning",
    summary="A foreign name is spelt with a letter wrong.",
    explanation=(
        "The dictionary has the English of some thousand foreign names: 哈佛 is Harvard, 悉尼 Sydney, 西门子 "
        "Siemens. Where the target does not have it but a capitalised word one letter from it (two in a long "
        "name), that is reported. Endings (Malaysian), accents and doubled letters (Hannover) make no other "
        "name, given names (Elisabeth) are left alone, and so is what the glossary writes. "
        "A name that the source has in Latin letters (ZigBee) is held against it, its abbreviations (CAD) "
        "also where the target has small letters, and an abbreviation in "
        "brackets against the well-known body whose full name stands before it. A town or region abroad that "
        "the dictionary has is reported where another one stands (Bangkok for 金边)."
    ),
    bad=(
        Example("他曾在哈佛大学访学。", "He was once a visiting scholar at Havard University."),
        Example("与西门子公司共建实训中心。", "A training centre was built together with Simens."),
        Example("课程使用ZigBee模块。", "The course uses ZigBe modules."),
        Example(
            "联合国教科文组织发布报告。",
            "The United Nations Educational, Scientific and Cultural Organization (UNECSO) issued a report.",
        ),
    ),
    good=(
        Example("他曾在哈佛大学访学。", "He was once a visiting scholar at Harvard."),
        Example("汉诺威工业博览会", "Hannover Messe"),
        Example("学院开设MOOC课程。", "The college offers MOOCs."),
        Example("伊丽莎白教授来校讲学。", "Professor Elisabeth Kern gave a lecture."),
    ),
    check=reporting("names/foreign", "target", _foreign),
)

_COLLEGE = Concept(
    id="1", zh="柳州职业技术学院", en="Liuzhou Vocational & Technical College", en_variants=("LVTC",),
    type="organisation", status="approved",
)  # fmt: skip

ACRONYM = Rule(
    id="names/acronym",
    severity="warning",
    summary="An abbreviation is never written in full in the document.",
    explanation=(
        "Reported once, where it stands first. Explained is what stands in brackets or between commas after "
        "its full name, what words in brackets follow, and what has the initials of words with a capital "
        "somewhere in the document. Common abbreviations (GDP, WTO, ASEAN, ICT) and those of approved "
        "glossary entries are fine. An abbreviation that the Chinese has too is info, and so is one that is "
        "not used again soon where the units have no pages: those of a table need not be of one document."
    ),
    bad=(
        Example(
            "德国工商大会来访，该会代表听了课。", "The AHK came to visit, and the AHK's delegates sat in."
        ),
        Example(
            "行业教学指导委员会由企业专家组成，委员会每年开会。",
            "The ISGC is made up of experts from industry. The ISGC meets every year.",
        ),
    ),
    good=(
        Example("德国工商大会（AHK）来访。", "The AHK came to visit."),
        Example(
            "学院与企业合作。",
            "LVTC works with companies.",
            beside=(("柳州职业技术学院", "Liuzhou Vocational & Technical College (LVTC)"),),
        ),
        Example("柳州职业技术学院与企业合作。", "LVTC works with companies.", (_COLLEGE,)),
        Example("东盟国家的国内生产总值", "the GDP of the ASEAN countries"),
    ),
    over_document=DocumentCheck(acronyms.acronyms_used, _conclude_acronyms),
)

OFFICIAL = Rule(
    id="names/official",
    severity="error",
    summary="A ministry, a body, a region, a festival or a policy has another name than official English.",
    explanation=(
        "Short tables hold what official English texts write: ministries and commissions of the State "
        "Council, the Communist Party of China, the Belt and Road Initiative, the deltas and regions of "
        "China, international organisations and well-known banks, universities and companies. A form near "
        "it, or another ministry's name where each side names one, is reported; another body, region or "
        "festival of the tables in its place is an error. Where an approved entry of your glossary has "
        "other English for the Chinese, it decides alone. A name that the English leaves out is not reported."
    ),
    bad=(
        Example("服务“一带一路”建设。", "Serve the Belt and Road strategy."),
        Example(
            "人力资源和社会保障部发布标准。",
            "The Ministry of Human Resources and Social Welfare released the standards.",
        ),
        Example("国务院印发方案。", "The State Department issued the plan."),
        Example("联合国教科文组织发布报告。", "UNICEF released a report."),
    ),
    good=(
        Example("服务“一带一路”建设。", "Serve the Belt and Road Initiative."),
        Example("教育部与财政部联合发文。", "The Ministry of Education and the Ministry of Finance wrote."),
        Example("教育部门加强管理。", "Education authorities step up their oversight."),
        Example("教育部印发通知。", "The ministry issued a notice."),
    ),
    check=reporting("names/official", "target", _unofficial),
)

RULES: tuple[Rule, ...] = (SPELLING, SPLIT, REVERSED, MISSING, PLACE, COUNTRY, FOREIGN, OFFICIAL, ACRONYM)
