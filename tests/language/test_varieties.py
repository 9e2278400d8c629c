from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from vet_terms.errors import UsageError
from vet_terms.language.varieties import derived, variety_of, variety_of_code, variety_of_texts

NTREX = Path(__file__).parents[3] / "shared" / "data" / "ntrex"

CODES = [
    ("zh-TW", "zh-TW"),
    ("zh_TW", "zh-TW"),
    ("ZH-CN", "zh-CN"),
    ("zh_CN.UTF-8", "zh-CN"),
    ("zh-SG", "zh-CN"),
    ("zh-Hans", "zh-CN"),
    ("zh-Hans-HK", "zh-CN"),
    ("cmn-Hans-CN", "zh-CN"),
    ("zh-CHS", "zh-CN"),
    ("zh-HK", "zh-HK"),
    ("zh-MO", "zh-HK"),
    ("zh-Hant-HK", "zh-HK"),
    ("zho-Hant-TW", "zh-TW"),
    ("zh-Hant", ""),
    ("zh-CHT", ""),
    ("zh-Hant-CN", ""),
    ("zh", ""),
    ("ZH", ""),
    ("", ""),
    ("en-HK", ""),
]

TEXTS = [
    ("职业教育国际化", "zh-CN"),
    ("他坐在床上看着窗外的线路", "zh-CN"),
    ("請在這裡簽名", "zh-TW"),
    ("他看著學校的圍牆", "zh-TW"),
    ("下載軟體並連上網路", "zh-TW"),
    ("計程車司機", "zh-TW"),
    ("衞生署提醒市民", "zh-HK"),
    ("請在這裏簽署", "zh-HK"),
    ("他坐在牀上看着窗外的綫路", "zh-HK"),
    ("請安裝最新軟件，並檢查網絡及屏幕設定", "zh-HK"),
    # Both say so, or one word that the other knows too.
    ("職業教育國際化", "zh"),
    ("香港特別行政區政府發表聲明", "zh"),
    ("軟件工程師", "zh"),
    ("在台灣", "zh"),
    ("中文", "zh"),
    ("2019", "zh"),
    ("", "zh"),
]


@pytest.mark.parametrize(("code", "variety"), CODES)
def test_what_a_code_says(code: str, variety: str) -> None:
    assert variety_of_code(code) == variety


@pytest.mark.parametrize(("text", "variety"), TEXTS)
def test_what_a_text_tells(text: str, variety: str) -> None:
    assert variety_of(text) == variety


def test_a_code_that_says_it_decides_and_one_that_does_not_leaves_it_to_the_text() -> None:
    assert variety_of("請在這裏簽署", "zh-TW") == "zh-TW"
    assert variety_of("請在這裏簽署", "zh-Hant") == "zh-HK"
    assert variety_of("職業教育", "zh-Hant") == "zh"


def test_votes_of_the_texts_of_a_file_add_up() -> None:
    hong_kong = ["學生看着黑板", "教師羣體", "學校裡的課程", "職業教育"]
    assert variety_of_texts(hong_kong) == "zh-HK"
    assert variety_of_texts(["職業教育", "他看著我", "請點擊連結", "資訊安全"]) == "zh-TW"


def test_a_long_text_without_anything_of_hong_kong_is_hardly_from_there() -> None:
    sentence = "學校設有機電、護理、汽車、會計等專業，學生畢業以後多在本地企業工作。"
    assert variety_of(sentence) == "zh"
    assert variety_of(sentence * 20) == "zh-TW"


DERIVED = [
    ("软件和网络", "zh-TW", "軟體和網路"),
    ("软件和网络", "zh-HK", "軟件和網絡"),
    ("床前的面包", "zh-HK", "牀前的麪包"),
    ("下載軟體並連上網路", "zh-CN", "下载软件并连上网络"),
    ("下載軟體並連上網路", "zh-HK", "下載軟件並連上網絡"),
    ("請在這裏簽署", "zh-CN", "请在这里签署"),
    ("請在這裏簽署", "zh-TW", "請在這裡簽署"),
    ("職業教育", "zh-CN", "职业教育"),
    ("請在這裡簽名", "zh-TW", "請在這裡簽名"),
    ("学校\ufffc概况 ABC", "zh-TW", "學校\ufffc概況 ABC"),
    ("", "zh-TW", ""),
]


@pytest.mark.parametrize(("text", "to", "expected"), DERIVED)
def test_one_variety_is_derived_from_another(text: str, to: str, expected: str) -> None:
    assert derived(text, to) == expected


def test_only_the_three_varieties_can_be_derived() -> None:
    with pytest.raises(UsageError, match="zh-CN, zh-TW and zh-HK"):
        derived("学校", "zh-SG")


@pytest.mark.skipif(not NTREX.is_dir(), reason="the NTREX test data is not here")
@pytest.mark.parametrize(("variety", "least_documents"), [("zh-CN", 123), ("zh-TW", 100)])
def test_news_is_told_by_its_documents_and_hardly_ever_wrongly(variety: str, least_documents: int) -> None:
    lines = (NTREX / f"zho-{variety[3:]}.txt").read_text(encoding="utf-8").split("\n")
    documents: dict[str, list[str]] = {}
    names = (NTREX / "document_ids.tsv").read_text(encoding="utf-8").split("\n")
    for name, line in zip(names, lines, strict=True):
        if name:
            documents.setdefault(name, []).append(line)
    told = Counter(variety_of_texts(texts) for texts in documents.values())
    assert told[variety] >= least_documents
    assert sum(told.values()) - told[variety] - told["zh"] <= 1
    by_line = Counter(variety_of(line) for line in lines if line)
    assert sum(by_line.values()) - by_line[variety] - by_line["zh"] <= 5
