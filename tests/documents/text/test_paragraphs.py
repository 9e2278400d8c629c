from __future__ import annotations

import pytest

from vet_terms.documents.text.line_ends import Style, style_of
from vet_terms.documents.text.lines import pages
from vet_terms.documents.text.paragraphs import paragraphs

WRAPS = [
    (
        "a closing mark alone",
        "校长说：“我们的课程跟着企业走\n。”\n学校有教师一百二十人，学生三千人。",
        ["校长说：“我们的课程跟着企业走。”", "学校有教师一百二十人，学生三千人。"],
    ),
    (
        "a figure alone",
        "毕业生留在本地工作的比例达到\n37.5%。\n学校有教师一百二十人，学生三千人。",
        ["毕业生留在本地工作的比例达到37.5%。", "学校有教师一百二十人，学生三千人。"],
    ),
    (
        "lines of a notice",
        "时间：2024年5月6日至8日\n地点：江城国际会展中心\n主办单位：江城市教育局",
        ["时间：2024年5月6日至8日", "地点：江城国际会展中心", "主办单位：江城市教育局"],
    ),
    (
        "lines of an English notice",
        "Hosted by: Jiangcheng Education Bureau\nOrganizer: Nanshan Engineering College",
        ["Hosted by: Jiangcheng Education Bureau", "Organizer: Nanshan Engineering College"],
    ),
    (
        "a wrapped Chinese word",
        "积极推进与东盟等区域合\n\n作，积极探索新的发展模式。",
        ["积极推进与东盟等区域合作，积极探索新的发展模式。"],
    ),
    (
        "a number and its unit",
        "中职学校和技工学校25\n\n所，在校生共11万人。",
        ["中职学校和技工学校25所，在校生共11万人。"],
    ),
    (
        "a quote cut behind its mark",
        "围绕“\n\n实业兴市，开放强柳”总体目标前进。",
        ["围绕“实业兴市，开放强柳”总体目标前进。"],
    ),
    (
        "a comma pushed down",
        "大力推进海外合作办学模式\n，逐步探索出一条道路。",
        ["大力推进海外合作办学模式，逐步探索出一条道路。"],
    ),
    (
        "a name across lines",
        "教育厅厅长参观“柳工-柳\n职院”全球客户体验中心",
        ["教育厅厅长参观“柳工-柳职院”全球客户体验中心"],
    ),
    (
        "an English wrap before a small letter",
        "News report on the signing of \n\nthe memorandum between China \n\nand Germany",
        ["News report on the signing of the memorandum between China and Germany"],
    ),
    (
        "a company across lines",
        "the strategy of Liugong Machinery Co., \nLtd., Liuzhou College held a class.",
        ["the strategy of Liugong Machinery Co., Ltd., Liuzhou College held a class."],
    ),
    (
        "a hyphenated word",
        "the best voca-\ntional schools of the city",
        ["the best vocational schools of the city"],
    ),
    (
        "a hyphen that belongs",
        "vigorously promotes school-\nenterprise cooperation here",
        ["vigorously promotes school-enterprise cooperation here"],
    ),
    (
        "enumerated items stay apart",
        "1.Implement the programme.\n2.Support teachers.",
        ["1.Implement the programme.", "2.Support teachers."],
    ),
    (
        "headings stay apart",
        "一、职业教育发展情况\n（一）政府主导，统筹协调。",
        ["一、职业教育发展情况", "（一）政府主导，统筹协调。"],
    ),
    (
        "stacked English captions stay apart",
        "Liuzhou international exchange center\n\nLiuzhou international research center",
        ["Liuzhou international exchange center", "Liuzhou international research center"],
    ),
    ("stacked Chinese labels stay apart", "国际交流中心\n\n国际研究中心", ["国际交流中心", "国际研究中心"]),
    (
        "an indented paragraph is new",
        "学校的发展很好。\n    今年又有新的进展。",
        ["学校的发展很好。", "今年又有新的进展。"],
    ),
    (
        "a caption in a narrow box",
        "德国纽伦堡IHK主管为“汽车类培训”\n学员颁发培训证书\n\nThe director issued certificates",
        ["德国纽伦堡IHK主管为“汽车类培训”学员颁发培训证书", "The director issued certificates"],
    ),
    (
        "a title above narrower columns",
        "——写在柳州职业技术大学获批设立之际\n\n柳州，西南工业重镇、广\n西最大的工业城市。",
        ["——写在柳州职业技术大学获批设立之际", "柳州，西南工业重镇、广西最大的工业城市。"],
    ),
    (
        "Chinese labels of one width stay apart",
        "中泰班第一期开班仪式\n中泰班第二期开班仪式",
        ["中泰班第一期开班仪式", "中泰班第二期开班仪式"],
    ),
    (
        "English labels built alike stay apart",
        "Opening ceremony of the first class\nOpening ceremony of the second class",
        ["Opening ceremony of the first class", "Opening ceremony of the second class"],
    ),
    (
        "a contents slide",
        "CONTENTS\nFoundations\nPartners Abroad\nNext Steps",
        ["CONTENTS", "Foundations", "Partners Abroad", "Next Steps"],
    ),
    (
        "a title in capitals above its text",
        "INTEGRATION OF INDUSTRY AND EDUCATION\nThe college has set up a new school\nwith 31 companies.",
        ["INTEGRATION OF INDUSTRY AND EDUCATION", "The college has set up a new school with 31 companies."],
    ),
    (
        "an enumerated heading above a wider text",
        "三、下一步安排\n学校将继续推进产教融合。",
        ["三、下一步安排", "学校将继续推进产教融合。"],
    ),
    (
        "a caption that is numbered",
        "学校举行了签约仪式，来宾参观了校园\n图1 签约仪式现场",
        ["学校举行了签约仪式，来宾参观了校园", "图1 签约仪式现场"],
    ),
    (
        "a narrow box below wide lines",
        "学校设有机械、电气、汽车、信息等六个系，在校生六千余人。\n\n学院的“车间课堂”已经开\n设十九个专业，每周两天在\n企业上课。",
        [
            "学校设有机械、电气、汽车、信息等六个系，在校生六千余人。",
            "学院的“车间课堂”已经开设十九个专业，每周两天在企业上课。",
        ],
    ),
    ("a digit in a narrow column", "目前全市共有\n29\n所职业院校。", ["目前全市共有29所职业院校。"]),
]


def texts(text: str) -> list[str]:
    sheets = pages(text)
    style = style_of(sheets)
    return [each.text for sheet in sheets for each in paragraphs(sheet, style)[0]]


@pytest.mark.parametrize(("dump", "whole"), [row[1:] for row in WRAPS], ids=[row[0] for row in WRAPS])
def test_wraps_are_undone(dump: str, whole: list[str]) -> None:
    assert texts(dump) == whole


@pytest.mark.parametrize(
    "slips",
    ["学校（市属)建于1958年。", "学校(市属）建于1958年。", '他说：“学校很大。"', "学校（市属建于1958年。"],
)
def test_a_slip_in_a_bracket_or_quote_joins_no_paragraphs(slips: str) -> None:
    assert texts(f"{slips}\n\n现有学生三百人。") == [slips, "现有学生三百人。"]


def test_names_in_a_byline_keep_their_spaces_across_a_wrap() -> None:
    assert texts("（杨琳 罗世华 周仟仟 \n谢耘 文/图）") == ["（杨琳 罗世华 周仟仟 谢耘 文/图）"]


def test_a_line_that_was_never_wrapped_ends_its_paragraph() -> None:
    long = "学校" * 100
    assert texts(f"{long}\n\n冠军，更斩获金奖。") == [long, "冠军，更斩获金奖。"]


def test_lines_without_words_are_handed_back() -> None:
    (sheet,) = pages("学校很好。\n\n——\n\n老师也好。")
    found, wordless = paragraphs(sheet, Style())
    assert [each.text for each in found] == ["学校很好。", "老师也好。"]
    assert [line.text for line in wordless] == ["——"]
