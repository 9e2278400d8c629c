"""Ranks changed by a translation: 副校长 as "President", 二等奖 as "first prize"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from vet_terms.language.numerals_en import CARDINALS
from vet_terms.language.numerals_zh import chinese_value

_HEADS: Mapping[str, str] = {
    "校长": "president|principal|headmaster|headmistress|chancellor|rector",
    "院长": "president|dean|director|principal",
    "主任": "director|head|chairman|chairwoman|chair|chairperson",
    "部长": "minister|secretary|head|director",
    "省长": "governor",
    "州长": "governor",
    "市长": "mayor",
    "县长": "magistrate|head|mayor|governor",
    "区长": "head|mayor|governor",
    "书记": "secretary",
    "主席": "president|chairman|chairwoman|chair|chairperson",
    "总理": "premier|prime minister|chancellor",
    "首相": "prime minister",
    "总统": "president",
    "总经理": "manager",
    "总裁": "president",
    "董事长": "chairman|chairwoman|chair|chairperson",
    "会长": "president|chairman|chairwoman|chair",
    "理事长": "president|chairman|chairwoman|chair",
    "秘书长": "secretary-general|secretary general",
    "局长": "director|head|director-general",
    "厅长": "director|head|director-general",
    "司长": "director|director-general",
    "处长": "director|head",
    "所长": "director|head",
    "馆长": "director|curator",
    "组长": "leader|head|chief|chair|chairperson",
    "队长": "captain|leader",
    "班长": "monitor|leader",
    "厂长": "director|manager|head",
    "经理": "manager",
    "科长": "head|chief|director",
    "主编": "editor|editor-in-chief|editor in chief",
    "教授": "professor",
    "研究员": "professor|researcher|research fellow",
}
_DEPUTY_ZH = re.compile(f"副(?P<head>{'|'.join(sorted(_HEADS, key=len, reverse=True))})")
_DEPUTY_EN = re.compile(
    r"\b(?:vice|deput|associate|assistant|under-?secretar|lieutenant|sub-|no\. ?2|number two|second[- ]"
    r"|acting|co-|adjunct|pro-"
    r"|e?[es]?vp\b|vps\b|junior|aide|ranking)",
    re.IGNORECASE,
)


_PRIZES_ZH = re.compile(
    "(?P<class>[特一二三四1-4])(?:等奖|(?=(?:[、和][二三四2-4])+等奖))"
    "|(?P<medal>[金银铜])(?:牌|奖|(?=(?:、?[银铜])+[牌奖]))|(?P<place>[冠亚季殿])(?:军|(?=(?:、?[亚季殿])+军))"
    "|第(?P<number>[一二三四1-4])(?:名|位)(?!叫|是)"
)
_PRIZES_EN = re.compile(
    r"\b(?:(?P<class>first|second|third|fourth|1st|2nd|3rd|4th|special|grand)[- ]"
    r"(?:class |grade |place )?"
    r"(?:prizes?|awards?|place|medals?)\b"
    r"|(?P<medal>gold|silver|bronze)(?: (?:medals?|awards?|prizes?|medall?ists?))?\b"
    r"|(?P<place>champions?|championships?|runners?[- ]up)\b"
    r"|(?:came|ranked|ranks|ranking|finish\w*|placed|coming) (?:in )?"
    r"(?P<number>first|second|third|fourth)\b)",
    re.IGNORECASE,
)
_GRADES = {
    "特": 0, "一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4, "金": 1, "银": 2, "铜": 3,
    "冠": 1, "亚": 2, "季": 3, "殿": 4,
    "special": 0, "grand": 0, "first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3,
    "4th": 4, "gold": 1, "silver": 2, "bronze": 3, "champion": 1, "champions": 1, "championship": 1,
    "championships": 1,
}  # fmt: skip
_RUNNER_UP = 2


def other_grade(zh: str, en: str) -> tuple[str, re.Match[str]] | None:
    """Return the prize or place of a Chinese text and the English of another grade that stands for it."""
    if "倒数" in zh:
        return None
    said_zh = {_grade(match): match.group() for match in _PRIZES_ZH.finditer(zh)}
    if not said_zh:
        return None
    said_en = {_grade(match): match for match in _PRIZES_EN.finditer(en)}
    lost = [said for grade, said in said_zh.items() if grade not in said_en]
    # 排名第三，距第一名仅差三分 says two places.
    also = {_GRADES.get(each, _RUNNER_UP) for each in re.findall("第([一二三四1-4])", zh)}
    added = [match for grade, match in said_en.items() if grade not in said_zh and grade not in also]
    return (lost[0], added[0]) if lost and added else None


_MEDALS_ZH = re.compile(
    r"(?P<count>\d{1,2}|[一二两三四五六七八九十])[枚块个]?(?P<metal>[金银铜])(?![额色属融价])"
    r"|(?P<metal2>[金银铜])牌(?P<count2>\d{1,2}|[一二两三四五六七八九十])[枚块]"
)
_MEDALS_EN = re.compile(
    r"\b(?P<count>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|an?) "
    r"(?P<metal>gold|silver|bronze)s?\b",
    re.IGNORECASE,
)
_METALS = {"金": "gold", "银": "silver", "铜": "bronze"}


def other_medals(zh: str, en: str) -> tuple[str, re.Match[str]] | None:
    """Return how many medals of a metal a Chinese text counts, and the English that has another number."""
    if not any(metal in zh for metal in _METALS):
        return None
    won = {
        _METALS[match["metal"] or match["metal2"]]: (match.group(), match["count"] or match["count2"])
        for match in _MEDALS_ZH.finditer(zh)
    }
    there = {match["metal"].lower(): match for match in _MEDALS_EN.finditer(en)} if won else {}
    for metal, (said, count) in won.items():
        match = there.get(metal)
        if match and _number(count) != _number(match["count"].lower()):
            return said, match
    return None


def _number(numeral: str) -> int:
    if numeral.isdecimal():
        return int(numeral)
    return CARDINALS.get(numeral) or {"a": 1, "an": 1}.get(numeral) or int(chinese_value(numeral))


def _grade(match: re.Match[str]) -> int:
    said = next(filter(None, match.groupdict().values())).lower()
    return _GRADES.get(said, _RUNNER_UP)


def promoted_deputy(zh: str, en: str) -> tuple[str, re.Match[str]] | None:
    """Return the deputy's title of a Chinese text and the English title of the head that stands for it."""
    if "副" not in zh or _DEPUTY_EN.search(en):
        return None
    for said in _DEPUTY_ZH.finditer(zh):
        # Beside the head himself, one English title is his.
        others = zh.replace(said.group(), "").count(said["head"])
        heads = list(re.finditer(rf"\b(?:{_HEADS[said['head']]})s?\b", en, re.IGNORECASE))
        if len(heads) > others:
            return said.group(), heads[-1]
    return None
