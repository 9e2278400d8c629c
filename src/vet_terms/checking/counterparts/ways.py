"""Ways turned round: 由规模扩张转向内涵发展 as "from quality-focused development to expansion in scale".

Where each side goes one way, from one thing to another, or puts one thing before another (先培训，后上岗),
the words of each end are held against those of the English ends. Turned round is a way of which each end is
answered at the other end, and hardly at its own. So are what something is not and what it is (不是速度，
而是质量), and what is better than what (与其等待，不如行动).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from vet_terms.checking.counterparts.answers import Content, chinese_contents, english_contents
from vet_terms.checking.counterparts.kinship import akin

_VERB = (
    "转向|转变为|转变成|转为|走向|迈向|升级为|升格为|变为|变成|过渡到|延伸到|延伸至|拓展到|扩展到|发展为"
    "|更名为|改为|改成|改用|改换为|调整为|调整到|下放到|下放至|降为|提升为|换成|换为|替换为|调至|转到|转至|向|(?:坐|乘坐?|开车|驱车|骑车)?[^，。；：、由从]{0,4}到(?![处底位达])"
    "|开往|飞往|驶往|运往|寄往|迁往|调往|派往|跃居|跃升至|跃升到|跃升为|跌至|跌到|滑向|运到|送到|搬到|迁到|搬至|迁至"
)
_WAY_ZH = re.compile(rf"[由从](?P<start>[^，。；：、由从]{{2,14}}?)(?:{_VERB})(?P<end>[^，。；：]{{2,16}})")
_WAY_EN = re.compile(
    r"\bfrom (?P<start>[^.,;:]{3,70}?) (?:in)?to(?:wards?)? (?P<end>[^.,;:]{3,70})", re.IGNORECASE
)
_ORDER_ZH = re.compile(
    r"先(?!生|进|后|锋|例|期|天|行|前|导|驱)(?P<start>[^，。；：、先后再]{2,12})[，、]?(?:然后再?|而后|再|后)(?!来|续|者)"
    r"(?P<end>[^，。；：、]{2,12})"
)
_ORDER_EN = re.compile(
    r"\bfirst,? (?P<start>[^.,;:]{3,50}?),? (?:and )?(?:then|afterwards) (?P<end>[^.,;:]{3,50})"
    r"|(?P<start2>[^.,;:]{3,50}?) first(?:[,;] (?:and )?(?:then )?| and (?:then )?| then )"
    r"(?P<end2>[^.,;:]{3,50})"
    r"|(?P<start3>[^.,;:]{3,50}?) before (?P<end3>[^.,;:]{3,50})"
    r"|(?P<end4>[^.,;:]{3,50}?) after (?P<start4>[^.,;:]{3,50})",
    re.IGNORECASE,
)

_NOT_BUT_ZH = re.compile(
    "(?:不是|并非|不在于?|不靠|不只?看)(?P<start>[^，。；：、]{2,14})，?(?:而是|而在于?|而靠|而看|要看|靠的是)"
    "(?P<end>[^，。；：、]{2,16})"
)
_NOT_BUT_EN = re.compile(
    r"\bnot (?P<start>[^.,;:]{3,60}?),? but (?P<end>[^.,;:]{3,60})"
    r"|\b(?P<end2>[^.,;:]{3,60}?)(?:,? and not|, not| rather than| instead of) (?P<start2>[^.,;:]{3,60})",
    re.IGNORECASE,
)

_ONLY_ZH = re.compile("没有(?P<start>[^，。；：、]{2,14})，只有(?P<end>[^，。；：、]{2,14})")
_ONLY_EN = re.compile(
    r"\bno (?P<start>[^.,;:]{3,60})[,;:]? (?:but )?only (?P<end>[^.;:]{3,60})", re.IGNORECASE
)

_IS_OF_ZH = re.compile(
    "(?P<start>[^，。；：、是的]{2,8})是(?P<end>[^，。；：、是]{2,10}?)(?:之|的)"
    "(?:[父母源本基魂根钥]|根本|基础|基石|前提|关键|核心|灵魂|生命线|保障|源泉|动力|目的|手段|途径|载体|纽带)(?![，。；]?[^，。；])"
)
_IS_OF_EN = re.compile(
    r"(?P<start>[^.,;:]{3,50}?) (?:is|are|forms?|remains?) (?:the|an?) (?:[\w-]+ ){0,2}?[\w-]+ "
    r"(?:of|to|for) (?P<end>[^.,;:]{3,50})",
    re.IGNORECASE,
)

_RATHER_ZH = re.compile("与其(?P<start>[^，。；：、]{2,14})，?(?:倒|还)?不如(?P<end>[^，。；：、]{2,16})")
_RATHER_EN = re.compile(
    r"\bbetter (?:to )?(?P<end>[^.,;:]{2,50}?) than (?:to )?(?P<start>[^.,;:]{2,50})"
    r"|^(?:Rather than|Instead of) (?P<start2>[^.,;:]{2,50}), (?P<end2>[^.,;:]{2,50})"
    r"|(?P<end3>[^.,;:]{2,50}?) (?:rather than|instead of) (?P<start3>[^.,;:]{2,50})",
    re.IGNORECASE,
)

Words = Sequence[tuple[int, str]]


def turned_way(zh: str, en: str, words: Callable[[], Words]) -> re.Match[str] | None:
    """Return the way of an English text whose ends have changed places; ``words`` gives the Chinese ones."""
    turned = None
    if ("由" in zh or "从" in zh) and " to" in en:
        turned = _turned(_WAY_ZH, zh, _WAY_EN, en, words)
    if "先" in zh:
        turned = turned or _turned(_ORDER_ZH, zh, _ORDER_EN, en, words)
    if "与其" in zh:
        turned = turned or _turned(_RATHER_ZH, zh, _RATHER_EN, en, words)
    if "是" in zh and re.search(" (?:is|are) ", en):
        turned = turned or _turned(_IS_OF_ZH, zh, _IS_OF_EN, en, words)
    if "只有" in zh:
        turned = turned or _turned(_ONLY_ZH, zh, _ONLY_EN, en, words)
    if "而" in zh or "要看" in zh or "靠的是" in zh:
        turned = turned or _turned(_NOT_BUT_ZH, zh, _NOT_BUT_EN, en, words)
    return turned


def _turned(
    pattern_zh: re.Pattern[str], zh: str, pattern_en: re.Pattern[str], en: str, words: Callable[[], Words]
) -> re.Match[str] | None:
    in_chinese, in_english = list(pattern_zh.finditer(zh)), list(pattern_en.finditer(en))
    if len(in_chinese) != 1 or len(in_english) != 1:
        return None
    contents_zh, contents_en = chinese_contents(words()), english_contents(en)
    one, other = in_chinese[0], in_english[0]
    starts, ends = (_inside(contents_zh, one.span(end)) for end in ("start", "end"))
    all_starts = starts
    starts_en, ends_en = (_inside(contents_en, _span(other, end)) for end in ("start", "end"))
    starts, ends = _apart(starts, ends), _apart(ends, starts)
    starts_en, ends_en = _apart(starts_en, ends_en), _apart(ends_en, starts_en)
    # 不是设备，而是会用设备的人: what is denied is part of what is not.
    starts = starts or all_starts
    straight = _answered(starts, starts_en) + _answered(ends, ends_en)
    crossed = _answered(starts, ends_en), _answered(ends, starts_en)
    is_turned = sum(crossed) > 2 * straight if all(crossed) else bool(max(crossed)) and not straight
    return other if is_turned else None


def _span(match: re.Match[str], end: str) -> tuple[int, int]:
    """Return where an end of a way stands, whose groups have a number each where there are several."""
    return next(match.span(name) for name, said in match.groupdict().items() if said and name.startswith(end))


def _inside(contents: Sequence[Content], span: tuple[int, int]) -> list[frozenset[str]]:
    return [keys for at, keys in contents if span[0] <= at < span[1]]


def _apart(words: Sequence[frozenset[str]], others: Sequence[frozenset[str]]) -> list[frozenset[str]]:
    """Return the words that the other end does not say as well; 线上 and 线下 only sound alike."""
    meant = [_meanings(other) for other in others]
    return [word for word in words if not any(akin(_meanings(word), other) for other in meant)]


def _meanings(keys: frozenset[str]) -> frozenset[str]:
    return frozenset(key for key in keys if not key.startswith("sound:"))


def _answered(words: Sequence[frozenset[str]], others: Sequence[frozenset[str]]) -> int:
    """Return how many of some words are answered by others."""
    return sum(any(akin(word, other) for other in others) for word in words)
