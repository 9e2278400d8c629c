"""Which columns pair, told from small tables as people make them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from vet_terms.documents.sheets.bilingual_columns import columns_of
from vet_terms.documents.sheets.column_names import column_name_of

PAIRS = (
    ("产教融合", "integration of industry and education"),
    ("职业教育", "vocational education"),
    ("学校现有教师120名。", "The school has 120 teachers."),
    ("双师型教师", "teachers with two qualifications"),
)
LONGER = (
    ("学校与企业一起培养人才。", "Schools and enterprises train people together."),
    ("使学习者获得职业能力的教育。", "Education that gives learners the skills for a job."),
    ("一句完整的话。", "A whole sentence."),
    ("既能上课又会操作的教师。", "Teachers who can both lecture and work at a machine."),
)
TERMS = [[zh, en] for zh, en in PAIRS]
NUMBERED = [[str(number), zh, en] for number, (zh, en) in enumerate(PAIRS, 1)]
NOTED = [[zh, en, note, "approved"] for (zh, en), note in zip(PAIRS, ("常用", "", "见上文", ""), strict=True)]
TWO_PAIRS = [[zh, en, *longer] for (zh, en), longer in zip(PAIRS, LONGER, strict=True)]
CROSSED = [[zh, longer[0], en, longer[1]] for (zh, en), longer in zip(PAIRS, LONGER, strict=True)]


def _table(rows: Sequence[Sequence[str]]) -> list[dict[int, str]]:
    return [{index: text for index, text in enumerate(row) if text} for row in rows]


CASES: dict[str, tuple[Sequence[Sequence[str]], list[int], list[tuple[int, int]]]] = {
    "named in Chinese": ([["中文", "英文"], *TERMS], [0], [(0, 1)]),
    "named in English": ([["Chinese", "English"], *TERMS], [0], [(0, 1)]),
    "named by codes": ([["zh-CN", "en-US"], *TERMS], [0], [(0, 1)]),
    "named source and target": ([["source", "target"], *TERMS], [0], [(0, 1)]),
    "one row is enough under names": ([["原文", "译文"], *TERMS[:1]], [0], [(0, 1)]),
    "a text and its translation": ([["ID", "Segment", "Translation"], ["1", *TERMS[0]]], [0], [(1, 2)]),
    "a term with its definition and a translation of either": (
        [["术语", "定义", "译文"], ["学校", "学习的地方", "school"]],
        [0],
        [],
    ),
    "the names are the wrong way round": ([["English", "Chinese"], *TERMS], [0], [(0, 1)]),
    "English first": ([["Term", "术语"], *[[en, zh] for zh, en in PAIRS]], [0], [(1, 0)]),
    "no names": (TERMS, [], [(0, 1)]),
    "no names, two rows: nothing to tell by": (TERMS[:2], [], []),
    "a number in front": ([["序号", "中文", "English"], *NUMBERED], [0], [(1, 2)]),
    "a number in front, no names": (NUMBERED, [], [(1, 2)]),
    "a title above the names": ([["术语表 Glossary"], ["中文", "英文"], *TERMS], [1], [(0, 1)]),
    "names in both languages": ([["中文", "英文"], ["Chinese", "English"], *TERMS], [0, 1], [(0, 1)]),
    "unknown names, unlike the column": ([["单位名", "外语"], *TERMS], [0], [(0, 1)]),
    "unknown names over numbers": ([["No", "Institution", "Abroad"], *NUMBERED], [0], [(1, 2)]),
    "notes and a state beside": (NOTED, [], [(0, 1)]),
    "notes and a state beside, named": ([["中文", "英文", "备注", "Status"], *NOTED], [0], [(0, 1)]),
    "two pairs": (TWO_PAIRS, [], [(0, 1), (2, 3)]),
    "two pairs, named": ([["中文", "英文", "中文", "英文"], *TWO_PAIRS], [0], [(0, 1), (2, 3)]),
    "two pairs, told by kind": (
        [["中文术语", "中文定义", "英文术语", "英文定义"], *CROSSED],
        [0],
        [(0, 2), (1, 3)],
    ),
    "a term with a definition in its language": (
        [["术语", "定义"], *[[zh, longer] for (zh, _), (longer, _) in zip(PAIRS, LONGER, strict=True)]],
        [],
        [],
    ),
    "the names of languages are terms too": (
        [*TERMS, ["中文", "Chinese"], ["英语", "English"]],
        [],
        [(0, 1)],
    ),
    "one language": ([["中文"], *[[zh] for zh, _ in PAIRS]], [0], []),
    "one language without a name": ([[zh] for zh, _ in PAIRS], [], []),
    "both languages in each cell": ([[f"{zh}\n{en}"] for zh, en in PAIRS], [], []),
    "one below the other": ([[text] for pair in PAIRS for text in pair], [], []),
    "Japanese is no Chinese": ([["学校はよいです", "The school is good"]] * 4, [], []),
    "a category is no translation": ([[zh, "noun"] for zh, _ in PAIRS], [], []),
    "nothing": ([], [], []),
    "only names": ([["中文", "英文"]], [0], []),
}


@pytest.mark.parametrize("case", CASES)
def test_columns(case: str) -> None:
    rows, header, pairs = CASES[case]
    found = columns_of(_table(rows))
    assert (list(found.header), list(found.pairs)) == (header, pairs)


def test_the_languages_of_a_pair_stand_in_the_order_of_the_columns() -> None:
    columns = columns_of(_table([[en, zh] for zh, en in PAIRS]))
    assert list(columns.languages.items()) == [(0, "en"), (1, "zh")]


def test_a_cell_without_a_text_is_a_number_below_a_name() -> None:
    numbers = [{0: "", 1: zh, 2: en} for zh, en in PAIRS]
    assert list(columns_of([{0: "Nr", 1: "Wort", 2: "Abroad"}, *numbers]).header) == [0]


NAMES = {
    "zh": "zh zh-CN ZH_TW zh-Hans-CN 中文 中 汉语 简体中文 繁體中文 中文原文 "
    "中文术语 中文_Chinese Chinese_(Simplified)",
    "en": "en en-US English EN 英文 英语 英译 英文译文 English_Term 译文（英文）",
    "source": "source Source_text src 原文 源语言",
    "target": "target Translation 译文 翻译 Target_language",
    "text": "术语 Term 定义 name",
    "beside": "备注 No. # 序号 Date Status 英文备注 French 日语 Part_of_speech",
    "both": "中英文对照 Chinese-English",
    "": "中文教学计划 English_teaching_plan 学校 school 中国 120 。 柳州职业教育_Vocational_education",
}


@pytest.mark.parametrize(
    ("meaning", "name"), [(meaning, name) for meaning, names in NAMES.items() for name in names.split()]
)
def test_what_a_name_says(meaning: str, name: str) -> None:
    found = column_name_of(name.replace("_", " ") if "zh" not in name.casefold() else name)
    assert (found.meaning if found else "") == meaning
