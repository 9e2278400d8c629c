"""What the names that people give to columns say: which language, which side, or something beside the text.

A name counts only where every word of it is one that columns are called by: 中文教学计划 is a text.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

Meaning = Literal["zh", "en", "source", "target", "text", "both", "beside"]
"""``text`` names texts without a language or a side (术语, definition), ``both`` a column that holds both
languages, ``beside`` what is no text to translate: numbers, notes, other languages."""

_LONGEST_NAME = 40


def _words(text: str) -> list[str]:
    return text.split()


_LANGUAGES: dict[Meaning, str] = {
    "zh": "中文|中国语|中國語|汉语|漢語|汉文|漢文|华语|華語|华文|華文|国语|國語|普通话|普通話|汉字|中",
    "en": "英文|英语|英語|英",
}
_LANGUAGE_WORDS: dict[str, Meaning] = {
    **dict.fromkeys(_words("zh zho chi cmn cn chn chinese mandarin zhs zht"), "zh"),
    **dict.fromkeys(_words("en eng english"), "en"),
}
_SIDES: dict[Meaning, str] = {
    "source": "原文|源文|源语言|源語言|原语言|源语|源語|原语",
    "target": "译文|譯文|目标语言|目標語言|目标语|目標語|译名|譯名|翻译|翻譯|对译|译",
}
_SIDE_WORDS: dict[str, Meaning] = {
    **dict.fromkeys(_words("source src original"), "source"),
    **dict.fromkeys(_words("target tgt translation translations translated"), "target"),
}
_TEXTS = (
    "术语|術語|名称|名稱|词条|詞條|词汇|詞彙|词语|单词|短语|句子|例句|语句|文本|内容|內容|正文|标题|標題|定义|定義|"
    "释义|解释|说明|說明|描述|全称|全稱|简称|簡稱|缩写|条目|段落|表达|用语"
)
_TEXT_WORDS = frozenset(
    _words(
        "term terms name names phrase phrases word words expression expressions sentence sentences "
        "segment segments text texts content title titles heading definition definitions "
        "description explanation example examples equivalent equivalents abbreviation string "
        "strings paragraph entry"
    )
)
_BESIDE = (
    "备注|備註|注释|注釋|附注|批注|意见|意見|序号|序號|编号|編號|号码|行号|页码|頁碼|页|日期|时间|時間|状态|狀態|来源|來源|"
    "出处|出處|作者|译者|譯者|审校|审核|类别|類別|类型|類型|分类|分類|领域|領域|词性|詞性|部门|部門|负责人|版本|文件|"
    "法文|法语|法語|德文|德语|德語|日文|日语|日語|韩文|韩语|韓語|俄文|俄语|俄語|西班牙语|西班牙語|阿拉伯语|拼音"
)
_BESIDE_WORDS = frozenset(
    _words(
        "id no number num nr key index row line page date time created modified updated status "
        "state note notes remark remarks comment comments author translator reviewer editor user "
        "type category domain field subject topic pos part speech file project version pinyin score "
        "match french german japanese korean russian spanish italian portuguese arabic fr de es ja "
        "ko ru it pt ar vi th"
    )
)
_FILLERS = "简体|簡體|繁体|繁體|语言|語言|文字|对照|對照|文|语|語|版|的|词|列|栏"
_FILLER_WORDS = frozenset(_words("simplified traditional language lang version column of the in hans hant"))

_CODE = re.compile(r"(zh|en)(?:[-_ ](?:hans|hant|cn|tw|hk|mo|sg|us|gb|uk|au|ca|nz|ie|in|za)){1,2}")
_LATIN = re.compile(r"[a-z]+")
_SIGNS = re.compile(r"[\W\d_]+")


@dataclass(frozen=True, slots=True)
class ColumnName:
    """What a name says, and of what kind of text: two columns of one kind belong together."""

    meaning: Meaning
    kind: str = ""


@functools.lru_cache(maxsize=4096)
def column_name_of(cell: str) -> ColumnName | None:
    """Return what a cell says if it is the name of a column; None where it is none."""
    if len(cell) > _LONGEST_NAME:
        return None
    name = unicodedata.normalize("NFKC", cell).casefold().strip()
    if name in {"#", "№", "no."}:
        return ColumnName("beside")
    found: set[Meaning] = set()
    kinds: list[str] = []
    name = _CODE.sub(lambda code: f" {code[1]} ", name)
    for word in _LATIN.findall(name):
        if word in _LANGUAGE_WORDS:
            found.add(_LANGUAGE_WORDS[word])
        elif word in _SIDE_WORDS:
            found.add(_SIDE_WORDS[word])
        elif word in _BESIDE_WORDS:
            found.add("beside")
        elif word in _TEXT_WORDS:
            found.add("text")
            kinds.append(word.removesuffix("s"))
        elif word not in _FILLER_WORDS:
            return None
    rest = _SIGNS.sub("", _LATIN.sub(" ", name))
    for chinese in _chinese_words():
        for part in chinese[1].findall(rest):
            found.add(chinese[0])
            if chinese[0] == "text":
                kinds.append(part)
        rest = chinese[1].sub("", rest)
    if re.sub(_FILLERS, "", rest) or not found:
        return None
    return ColumnName(_strongest(found), " ".join(sorted(kinds)))


@functools.cache
def _chinese_words() -> tuple[tuple[Meaning, re.Pattern[str]], ...]:
    """Return the words in Chinese, the longer kinds first: 中 is one only where nothing else is left."""
    forms: tuple[tuple[Meaning, str], ...] = (
        ("beside", _BESIDE),
        ("text", _TEXTS),
        ("zh", _LANGUAGES["zh"]),
        ("en", _LANGUAGES["en"]),
        ("source", _SIDES["source"]),
        ("target", _SIDES["target"]),
    )
    return tuple((meaning, re.compile(pattern)) for meaning, pattern in forms)


def _strongest(found: set[Meaning]) -> Meaning:
    """Return what a name says on the whole: English notes are notes, a source text in Chinese is Chinese."""
    if {"zh", "en"} <= found or {"source", "target"} <= found:
        return "both"
    order: tuple[Meaning, ...] = ("beside", "zh", "en", "source", "target", "text")
    return next(meaning for meaning in order if meaning in found)
