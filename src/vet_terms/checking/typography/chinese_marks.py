"""Marks and spaces of a Chinese text: half-width marks, stray spaces, repeated marks, the end mark.

The source is never rewritten: slips here carry suggestions alone. Spacing between Chinese and Latin letters
or digits is a house style and not touched, but for a rule that is off by default.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.slips import Slip
from vet_terms.language.lexicon import is_known
from vet_terms.language.marks import split_mark
from vet_terms.language.pinyin import surname_of
from vet_terms.language.scripts import HAN
from vet_terms.model import Severity

_WIDE = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）", ".": "。"}
_ANY_HALF_WIDTH = re.compile(r"[,;:?!().]|--")
_HALF_WIDTH = re.compile(
    rf"""
      (?<=[{HAN}])(?:[,;.](?=[{HAN}])|[.:]$)                    # surely Chinese text
    | (?<=[{HAN}”’》）)%％\d])[,;](?=\s?[{HAN}“‘《（])
    | (?<=[{HAN}”’》）)])(?:[:?!](?=\s?[{HAN}“‘《（])|[,;:?!.]$)
    """,
    re.VERBOSE,
)
_SURE = re.compile(rf"[{HAN}](?:[,;.?!][{HAN}]|[.:]$)")
_BRACKETED = re.compile(rf"(?<=[{HAN}”》\d])\(([^()（）]{{1,60}})\)|^\(([^()（）]{{1,60}})\)(?=[{HAN}])")
_HAN = re.compile(f"[{HAN}]")
_HYPHENS = re.compile(rf"(?<=[{HAN}])--(?=[{HAN}])")


_NUMBER_AND_YEAR = re.compile(r"\s*(?P<number>\d{1,2})[.．](?=(?:19|20)\d\d年)")


def numbers_run_into_years(reading: Reading, context: Context) -> Iterator[Slip]:
    """Yield the list mark of an item that begins with a year, where nothing parts the two: 1.2016年."""
    found = _NUMBER_AND_YEAR.match(reading.zh)
    if found:
        year = reading.zh[found.end() : found.end() + 5]
        message = f"The number of the item runs into the year: {found.group().strip()}{year}."
        suggestion = f"{found['number']}. {year}"
        yield Slip(found.start("number"), found.end() + 5, message, suggestion=suggestion)


_REFERENCE = re.compile(r"\[(?:[JMDCNPRSAGZ]|[A-Z]{1,2}/OL)\][.．]")
"""A reference as GB/T 7714 has it, with half-width marks: 王建平.产教融合研究[J].职教论坛,2021."""


def half_width_marks(reading: Reading, context: Context) -> Iterator[Slip]:
    """Yield half-width marks between Chinese characters."""
    zh = reading.zh
    if _ANY_HALF_WIDTH.search(zh) is None or _REFERENCE.search(zh):
        return
    for found in _HALF_WIDTH.finditer(zh):
        start, end = found.span()
        severity: Severity = "warning" if _SURE.match(zh, start - 1) else "info"
        message = f"“{found.group()}” in Chinese text should be full-width."
        yield Slip(start, end, message, severity, _WIDE[found.group()])
    for found in _BRACKETED.finditer(zh):
        inside = found[1] or found[2]
        # (LVTC), (2019年) and (%) may stay as they are; list marks too.
        if _HAN.match(inside) and not split_mark(found.group() + "一")[0].strip():
            message = "The brackets around Chinese should be full-width."
            yield Slip(*found.span(), message, suggestion=f"（{inside}）")
    for found in _HYPHENS.finditer(zh):
        yield Slip(*found.span(), "Two hyphens stand for one mark.", suggestion="—")


_SPACE = re.compile(rf"(?<=[{HAN}，。；：！？、“”《》（）])[ \u3000]+(?=[{HAN}，。；：！？、“”《》（）])")
_NO_SPACE_BEFORE = frozenset("，。；：！？、”》）")
_NOT_BEFORE_SPACE = frozenset("，。；：！？、（“《")
_SENTENCE = re.compile(r"[，。；]")
_CHAPTER = re.compile(
    r"第[零〇一二三四五六七八九十百千\d]+[章节条编部分篇讲课单元项卷回期届]+$|(?:附件|附表|附录|图|表|日[讯电]|[报社网台][^，。；\s]{0,4}[讯电]|记者|通讯员|编辑|作者|责编|摄影|供稿|文)$"
)
_SPACED_LATIN = re.compile(rf"[A-Za-z\d%] [{HAN}]|[{HAN}] [A-Za-z\d]")
"""Where Latin words stand between spaces, spaces are the style of the text."""
_AROUND = 10


_TITLE = re.compile("[《“「]([^《》“”「」]{3,60})[》”」]")
_CREDITS = frozenset({"摄", "文", "图", "供图", "摄影", "图文", "文图", "供稿", "报道", "绘", "译", "编"})


def stray_spaces(reading: Reading, context: Context) -> Iterator[Slip]:
    """Yield spaces between Chinese characters inside a sentence, and those before a mark."""
    zh = reading.zh
    if " " not in zh and "\u3000" not in zh:
        return
    spaced = _SPACED_LATIN.search(zh) is not None
    sure = _SENTENCE.search(zh) is not None and not spaced
    begins = len(split_mark(zh)[0])
    for found in _SPACE.finditer(zh):
        start, end = found.span()
        if start < begins or end <= begins:
            continue
        before_mark = zh[end] in _NO_SPACE_BEFORE
        if before_mark and zh[start - 1] not in _NOT_BEFORE_SPACE:
            yield Slip(start, end, f"A space stands before “{zh[end]}”.", "info" if spaced else "warning")
            continue
        if _follows_label(zh, start):
            continue
        between = _HAN.match(zh[start - 1]) and _HAN.match(zh[end])
        graver: Severity = "warning" if sure and between and not _parts_names(zh, start, end) else "info"
        yield Slip(start, end, "A space stands between Chinese characters.", graver)


def _follows_label(zh: str, start: int) -> bool:
    """Tell whether a space stands where one belongs: after the number of a chapter or article, or a label."""
    return zh[start - 1] in "：】" or _CHAPTER.search(zh[max(0, start - _AROUND) : start]) is not None


def _parts_names(zh: str, start: int, end: int) -> bool:
    """Tell whether a space parts names of a by-line, characters of a spaced heading, or halves of a title."""
    left = re.split(r"[\s，。；：、“”《》（）\u3000]", zh[max(0, start - _AROUND) : start])[-1]
    right = re.split(r"[\s，。；：、“”《》（）\u3000]", zh[end : end + _AROUND])[0]
    # 《青春不负韶华 技能成就梦想》: a title or a slogan in two halves.
    inner = _TITLE.findall(zh[:start] + "\0" + zh[end:])
    if any("\0" in each and not _SENTENCE.search(each) for each in inner):
        return True
    # （刘思远 摄）: who took a picture, or wrote or gave a text.
    if right in _CREDITS and zh[end + len(right) : end + len(right) + 1] in {"", "）", ")"}:
        return True
    if len(left) == 1 or len(right) == 1:
        # 摘 要：a heading of two characters, set apart.
        return zh.count(" ") > 1 or (start == 1 and zh[end + 1 : end + 2] == "：")
    shorter = min(len(left), len(right))
    return shorter <= 4 and any(
        len(each) <= 4 and bool(surname_of(each)) and not is_known(each) for each in (left, right) if each
    )


_REPEATED = re.compile(r"([，。、；：])\1+|[，、；：][。；，、]|。[，、；：]|[！？][。，；、]")


def repeated_chinese_marks(reading: Reading, context: Context) -> Iterator[Slip]:
    """Yield marks that are doubled or do not go together; ellipses and dashes are double by nature."""
    zh = reading.zh
    for found in _REPEATED.finditer(zh):
        # 。。。 is typed for an ellipsis.
        if found.group().startswith("。。。"):
            yield Slip(*found.span(), "Full stops stand for an ellipsis.", "info", "……")
            continue
        yield Slip(
            *found.span(), f"The marks “{found.group()}” do not go together.", suggestion=found.group()[-1]
        )


_ENDS = frozenset("。！？；：，、….!?;:,")
_CLOSERS = " ”’\"')）》」』】"


def missing_end_mark(reading: Reading, context: Context) -> Iterator[Slip]:
    """Yield Chinese sentences without an end mark whose English has one."""
    zh, en = reading.zh.rstrip(_CLOSERS), reading.en.rstrip(_CLOSERS)
    if not zh or zh[-1] in _ENDS or not en.endswith((".", "!", "?")):
        return
    if _SENTENCE.search(zh) and en.count(" ") > 3:
        yield Slip(len(zh) - 1, len(zh), "The target ends with a mark, the source with none.", "info", "。")


_UNSPACED = re.compile(rf"(?<=[{HAN}])(?=[A-Za-z\d])|(?<=[A-Za-z\d%])(?=[{HAN}])")


def unspaced_latin(reading: Reading, context: Context) -> Iterator[Slip]:
    """Yield places where Chinese touches Latin letters or digits without a space."""
    for found in _UNSPACED.finditer(reading.zh):
        at = found.start()
        yield Slip(at, at, "No space stands between Chinese and Latin letters or digits.", "info")
