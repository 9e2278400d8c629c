"""Comparisons turned round: 高于预期 as "less than expected".

Read is which way a Chinese comparison goes, and whether the English compares the other way and nowhere the
same. Read are comparisons with what one expects, had before or finds elsewhere: of two things that stand
beside each other either may be the greater one in the other language. A comparison that is denied, or has
both ways in it, tells nothing.
"""

from __future__ import annotations

import re

_MORE_ZH = re.compile(
    "(?<![最提较不未得])(?:高于|多于|大于|强于|优于|快于|早于|胜过|远超|超出|超过(?!\\s?[\\d一二三四五六七八九十百千万两半]))"
)
_LESS_ZH = re.compile("(?<![最不未得])(?:低于|少于|小于|弱于|慢于|逊于|不如|不及)")
_TURNS_ZH = re.compile("[不未没无非否难勿]|差距|降|减|少|低|弱|落后|失|缺|短|亏|负|逊|慢|晚|差")
_TURNS_UP_ZH = re.compile("[未没无非否难勿增升多高大强快早]|超|优|胜")
_BASES = "(?:expect|plan|provinc|municip|target|average|standard|nation|norm|last|previous)"
"""With what one and the same thing is compared; of two things, either may be above the other."""
_LESS_EN = re.compile(
    r"\b(?:less|fewer|lower|smaller|weaker|slower)\b(?: [\w-]+){0,4} than\b"
    rf"|\b(?:below|short of) (?:the )?{_BASES}",
    re.IGNORECASE,
)
_MORE_EN = re.compile(
    r"\b(?:more|higher|greater|larger|bigger|stronger|faster)\b(?: [\w-]+){0,4} than\b"
    rf"|\babove (?:the )?{_BASES}",
    re.IGNORECASE,
)
_LIKE_MORE = re.compile(
    r"\b(?:more|most|higher|greater|larger|bigger|stronger|faster|better|older|earlier|above|over|beyond|ahead|up|exceed\w*"
    r"|surpass\w*|outstrip\w*|outperform\w*|outnumber\w*|outweigh\w*|top\w*|beat\w*|superior|prefer\w*|too)\b",
    re.IGNORECASE,
)
_LIKE_LESS = re.compile(
    r"\b(?:less|least|fewer|lower|smaller|weaker|slower|worse|below|under|behind|short|inferior|lag\w*|trail\w*"
    r"|minim\w*|fail\w*|lack\w*)\b",
    re.IGNORECASE,
)
_DENIES = re.compile(
    r"\b(?:no|not|never|nor|neither|none|hardly|rarely|without|cannot)\b|n[’']t\b", re.IGNORECASE
)


_BASE_ZH = re.compile(
    r"[^，。；]{0,6}?(?:预期|预计|预想|计划|目标|标准|平均|全国|全省|全市|同期|去年|上年|往年|往届|以往"
    r"|历年|一般|行业|同类|其他|其它)"
)


_EXCEEDS = r"[^.;]{0,40}?\b(?:exceed|outstrip|outpac|outweigh|surpass|outrun)\w*\b[^.;]{0,30}?\b"
_MARKETS = (
    ("供不应求", re.compile(rf"\bsupply\b{_EXCEEDS}demand\b", re.IGNORECASE)),
    ("供过于求", re.compile(rf"\bdemand\b{_EXCEEDS}supply\b", re.IGNORECASE)),
)


_FROM_LEVEL_ZH = re.compile(
    "(?:级|职称|等级|学历|水平|标准|平均线|本科|专科|大专|高中|初中|中专)(?:及其?|或)?(?P<way>以上|以下)"
)
_LEVEL_EN = r"(?:levels?|ranks?|titles?|degrees?|standards?|averages?|grades?|education|school|college)"
_ABOVE_EN = re.compile(
    rf"\b(?:above|beyond|exceeding)\b (?:the |an? )?(?:[\w-]+ ){{0,3}}?{_LEVEL_EN}\b"
    r"|\b(?:and|or) (?:above|over|higher|more|upwards?|better|beyond)\b|\bat least\b|\bminimum\b"
    r"|\bupwards?\b|\bhigher than\b",
    re.IGNORECASE,
)
_BELOW_EN = re.compile(
    rf"\b(?:below|under|beneath|up to)\b (?:the |an? )?(?:[\w-]+ ){{0,3}}?{_LEVEL_EN}\b"
    r"|\b(?:and|or) (?:below|under|lower|less|fewer|down)\b|\bat most\b|\bmaximum\b|\blower than\b",
    re.IGNORECASE,
)

_EQUAL_ZH = re.compile("同等|同样重要|一样重要|平等地位|具有相同|并重")
_UNEQUAL_ZH = re.compile("[比较于更最超]|不及|不如|胜过|优先")
_EQUAL_EN = re.compile(
    r"\b(?:equal\w*|same|as\b[^.;]{1,40}\bas|just as|no (?:less|more)|equivalent|comparable|parity|par|alike"
    r"|identical|match\w*|level|similar\w*|both|not)\b",
    re.IGNORECASE,
)
_UNEQUAL_EN = re.compile(r"\b(?:more|less) [a-z]+(?: [a-z]+){0,3} than\b|\b(?:great|low|high)er than\b")


def turned_level(zh: str, en: str) -> tuple[str, re.Match[str]] | None:
    """Return a Chinese level with what lies above or below it, and English that says the reverse.

    县级以上 is not "below county level", and 同等重要 not "more important than".
    """
    levels = list(_FROM_LEVEL_ZH.finditer(zh)) if "以" in zh else []
    if len({each["way"] for each in levels}) == 1:
        kept, turned = (_ABOVE_EN, _BELOW_EN) if levels[0]["way"] == "以上" else (_BELOW_EN, _ABOVE_EN)
        found = turned.search(en)
        if found and not kept.search(en):
            return levels[0].group(), found
    equal = _EQUAL_ZH.search(zh) if " than " in en else None
    if equal and not _UNEQUAL_ZH.search(zh):
        found = _UNEQUAL_EN.search(en)
        if found and not _EQUAL_EN.search(en):
            return equal.group(), found
    return None


_SECOND_BEST_EN = re.compile(
    r"\b(?:second|third|fourth|fifth)[- ](?!to\b)(?:[a-z]+est\b|most [a-z]+|best)", re.IGNORECASE
)
_SECOND_ZH = re.compile("[二三四五2345]|[次亚再]|仅次|倒数|之后")


_FIRST_ZH, _LATER_ZH = re.compile("首[次届个批家位例]|第一次"), re.compile("[二三四五2-5]|再|又")
_LATER_EN = re.compile(
    r"\b(?:second|third|fourth|fifth) (?:time|batch|group|edition|session|of its kind|year)\b", re.IGNORECASE
)
_THE_MORE_ZH = re.compile(
    "越(?:来越|是)?(?:(?P<up>[高多好强大快深广久浓旺])|(?P<down>[低少差弱小慢浅窄淡]))[^。；]{0,14}?"
    "越(?:(?P<up2>[高多好强大快深广久浓旺])|(?P<down2>[低少差弱小慢浅窄淡]))"
)
_UP_EN = "more|higher|better|stronger|larger|greater|faster|deeper|bigger|wider|broader|richer"
_DOWN_EN = "less|fewer|lower|weaker|smaller|slower|worse|poorer|shallower|narrower"
_THE_MORE_EN = re.compile(
    rf"\bthe (?:(?P<up>{_UP_EN})|(?P<down>{_DOWN_EN}))\b[^.;]{{1,70}}?"
    rf"\bthe (?:(?P<up2>{_UP_EN})|(?P<down2>{_DOWN_EN}))\b",
    re.IGNORECASE,
)


def turned_proportion(zh: str, en: str) -> tuple[str, re.Match[str]] | None:
    """Return two things that grow together in the Chinese (越…越…) and apart in the English, or not."""
    there, here = list(_THE_MORE_ZH.finditer(zh)), list(_THE_MORE_EN.finditer(en))
    if not (len(there) == len(here) == 1) or zh.count("越") != 2 or re.search("[不没未无]", zh):
        return None
    one, other = (bool(match["up"]) == bool(match["up2"]) for match in (there[0], here[0]))
    return None if one == other else ("越", here[0])


_AGAIN_ZH = re.compile("[再又还复回仍]|重新|反复")
_AGAIN_EN = re.compile(
    r"(?<!then )(?<!and )(?<!never )\b(?:once )?again\b(?! and)|\b(?:as (?:usual|always)|once more"
    r"|yet again)\b",
    re.IGNORECASE,
)


def later_for_first(zh: str, en: str) -> tuple[str, re.Match[str]] | None:
    """Return what is the first in the Chinese, and English of a later one: 首次, "for the second time"."""
    first = _FIRST_ZH.search(zh)
    if not first or re.search(r"\bfirst\b", en, re.IGNORECASE):
        return None
    for other, later in ((_LATER_ZH, _LATER_EN), (_AGAIN_ZH, _AGAIN_EN)):
        found = later.search(en)
        if found and not other.search(zh):
            return first.group(), found
    return None


def second_for_first(zh: str, en: str) -> re.Match[str] | None:
    """Return English that makes the second of what is the first in the Chinese: 最大, "second largest"."""
    found = _SECOND_BEST_EN.search(en)
    return found if found and not _SECOND_ZH.search(zh) else None


_TOP_ZH = re.compile(
    "居[^，。；]{0,12}?(?:之首|首位|榜首|第一)|(?:位居|位列|排名|高居|稳居)[^，。；]{0,8}?第一|独占鳌头|遥遥领先"
)
_BOTTOM_ZH = re.compile("[最较更越][少低小差弱慢]|倒数|末|垫底|落后|降|减|少于|低于")
_BOTTOM_EN = re.compile(
    r"\b(?:fewer|less|lower|smaller|worse|slower|weaker)\b(?: [\w-]+){0,4}? than (?:any|all|every)\b"
    r"|\bthe (?:fewest|lowest|least|smallest|worst|poorest|weakest)\b|\b(?:at the bottom|last place"
    r"|bottom of)\b",
    re.IGNORECASE,
)


def bottom_for_top(zh: str, en: str) -> tuple[str, re.Match[str]] | None:
    """Return what comes first in the Chinese, and English that puts it last: 居全院之首, "fewer than any"."""
    top = _TOP_ZH.search(zh) if any(map(zh.__contains__, "首榜一鳌遥")) else None
    found = _BOTTOM_EN.search(en) if top and not _BOTTOM_ZH.search(zh) else None
    return (top.group(), found) if top and found else None


def turned_comparison(zh: str, en: str) -> tuple[str, re.Match[str]] | None:
    """Return the comparison of a Chinese text, and the English one that goes the other way."""
    for proverb, turned_en in _MARKETS:
        if proverb in zh and (turned := turned_en.search(en)):
            return proverb, turned
    if level := turned_level(zh, en):
        return level
    if "越" in zh and (proportion := turned_proportion(zh, en)):
        return proportion
    if later := later_for_first(zh, en):
        return later
    if bottom := bottom_for_top(zh, en):
        return bottom
    if "最" in zh and (second := second_for_first(zh, en)):
        return "最", second
    more, less = _MORE_ZH.search(zh), _LESS_ZH.search(zh)
    said = more or less
    if said is None or (more and less) or not _BASE_ZH.match(zh, said.end()) or _DENIES.search(en):
        return None
    if more is not None:
        if _TURNS_ZH.search(zh) or _LIKE_MORE.search(en):
            return None
        turned = _LESS_EN.search(en)
        return (more.group(), turned) if turned else None
    if _TURNS_UP_ZH.search(zh) or _LIKE_LESS.search(en):
        return None
    turned = _MORE_EN.search(en)
    return (said.group(), turned) if turned else None
