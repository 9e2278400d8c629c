"""Denials that go with another word: of all or of none, of both clauses, without leave, perhaps and surely.

并非所有 is not "none", 未必 not "certainly", 未经同意 not "with the consent"; 未…者不得 denies twice, and
没有一个掉队 may be said of all.
"""

from __future__ import annotations

import re
from typing import Literal

from vet_terms.checking.counterparts.negation import (
    ENGLISH_WORD,
    SURE_CHINESE,
    may_deny,
    sure_in_chinese,
    without_each_other,
)

_NOT_ALL_ZH = re.compile("(?:并非|不是)(?:所有|全部|每|人人|任何)|不(?:都|全)(?:是|会|能|适合|需要|愿意)")
_NONE_EN = re.compile(
    r"\b(?:none of|no one|nobody|no (?!longer\b|more\b|less\b|fewer\b|doubt\b|matter\b)[a-z]+)\b",
    re.IGNORECASE,
)
_NOT_ALL_EN = re.compile(
    r"\bnot (?:all|every\w*|each|necessarily|always|just any)\b"
    r"|\b(?:some|few|only|many|certain|most|part(?:ly|s)?)\b"
    r"|\b(?:all|every\w*)\b[^,.;]*?(?:\bnot\b|n[’']t\b)",
    re.IGNORECASE,
)
_NOT_ONE_ZH = re.compile("(?:没有|无)(?:一|任何|人|谁|哪)")
_ALL_EN = re.compile(
    r"\b(?:every\w*|all|each|both|whole|entire\w*|full\w*|complete\w*|unanimous\w*)\b", re.IGNORECASE
)


def none_for_not_all(zh: str, en: str) -> re.Match[str] | None:
    """Return where an English text says of none what the Chinese does not say of all: 并非所有."""
    if "并非" not in zh and "不是" not in zh and "不都" not in zh and "不全" not in zh:
        return None
    if not _NOT_ALL_ZH.search(zh):
        return None
    # What another sentence says of many is no trace of it.
    for stretch in re.finditer(r"[^.;:]+", en):
        found = _NONE_EN.search(en, *stretch.span())
        if found and not _NOT_ALL_EN.search(stretch.group()):
            return found
    return None


_NEVER_ZH = re.compile("从未|从不|从没|从来[不没]|始终[不没未]|一直[不没未]|一次也?[不没未]")
_ALWAYS_EN = re.compile(
    r"\b(?:always|ever since|invariabl[ey]|constant(?:ly)?|consistently|throughout|all along|every time)\b",
    re.IGNORECASE,
)


_NEVER_ABSENT_ZH = re.compile(
    "[没未]有?[^，。；]{0,2}?(?:缺|落下|落过|误过|停|断|旷|迟到|漏|掉队|请过?假|间断|中断|失)"
)
_ABSENT_EN = re.compile(
    r"\b(?:miss\w*|absent|skip\w*|fail\w*|stop\w*|late|lack\w*|interrupt\w*)\b", re.IGNORECASE
)


def is_said_of_all(zh: str, en: str) -> bool:
    """Tell whether what is denied of each is said of all by its contrary: 没有一个掉队, all kept up.

    没缺过一节课 is said of all too: attended every class.
    """
    of_each = _NOT_ONE_ZH.search(zh) is not None
    if (of_each or (_NEVER_ABSENT_ZH.search(zh) and not _ABSENT_EN.search(en))) and _ALL_EN.search(en):
        return True
    return _NEVER_ZH.search(zh) is not None and _ALWAYS_EN.search(en) is not None


_PERHAPS_ZH = re.compile("未必|不一定|说不定|也许|或许|有可能")
_SURELY_ZH = re.compile("一定(?<!不一定)|肯定|必然|必定|必将|务必|无疑|确实|总是|始终|永远|总会")
_SURELY_EN = re.compile(
    r"\b(?:certainly|definitely|surely|undoubtedly|inevitably|invariably|always|without (?:a )?doubt"
    r"|bound to|sure to|certain to|guaranteed to)\b",
    re.IGNORECASE,
)
_HEDGED_EN = re.compile(
    r"\b(?:may|might|could|can|would|perhaps|maybe|possib\w*|probab\w*|likely|unlikely|not|never|cannot|no|nor"
    r"|none|hardly|rarely|seldom|few|if|whether|doubt\w*|chance|some|sometimes|necessarily|uncertain\w*)\b"
    r"|n[’']t\b",
    re.IGNORECASE,
)


def sure_for_unsure(zh: str, en: str) -> re.Match[str] | None:
    """Return where an English text is certain of what the Chinese leaves open: 未必 as "certainly"."""
    if not _PERHAPS_ZH.search(zh) or _SURELY_ZH.search(zh):
        return None
    found = _SURELY_EN.search(en)
    return found if found and not _HEDGED_EN.search(en.replace(found.group(), " ")) else None


_LEAVE = r"(?:consent|approval|permission|authori[sz]ation|agreement|licen[cs]e)"
_NO_LEAVE_ZH = re.compile(
    "(?:未经|未得到|未获得?|没有)[^，。；]{0,14}?(?:同意|批准|许可|授权|允许|审批|核准)"
)
_WITH_LEAVE_EN = re.compile(
    rf"\b(?:with|having (?:obtained|received|gained)) [^,.;]{{0,40}}?\b{_LEAVE}\b", re.IGNORECASE
)
_WITHOUT_LEAVE_EN = re.compile(
    r"\b(?:without|unless|until|except|only|before|prior to|absent|lack\w*|absence|save|unauthori[sz]ed"
    r"|un(?:approved|permitted|licensed)|but|fail\w*|no one|nobody)\b",
    re.IGNORECASE,
)


def leave_for_none(zh: str, en: str) -> re.Match[str] | None:
    """Return where an English text has a leave of which the Chinese says that it is not given: 未经同意."""
    if "未" not in zh and "没有" not in zh:
        return None
    found = _WITH_LEAVE_EN.search(en) if _NO_LEAVE_ZH.search(zh) else None
    return None if found is None or _WITHOUT_LEAVE_EN.search(en) else found


_FORBIDS_WITHOUT = re.compile(
    r"(?:未经|没有|未)[^，。；]{1,14}[，,]?[^，。；]{0,8}?(?P<forbids>不得|不能|不准|不许|不可|严禁|禁止|不予)"
)
_FORBIDS_AT_WILL = re.compile(
    "(?P<forbids>不得|不能|不准|不许|不可|严禁|禁止)(?:无故|无正当理由|擅自|私自|随意)"
)
_WITHOUT = re.compile(r"\bwithout\b", re.IGNORECASE)
_LACKING = re.compile(
    r"\b(?:hold(?:s|ing)?|ha(?:ve|s|ving)|possess(?:es|ing)?|with|carry(?:ing)?|wear(?:ing)?) no\b"
    r"|\b(?:who|which|that) (?:ha(?:ve|s)|d(?:o|oes|id)) not\b",
    re.IGNORECASE,
)
_ALLOWS = re.compile(r"\b(?:may|can|(?:is|are|be) (?:allowed|permitted|free|entitled|able))\b", re.IGNORECASE)
_FORBIDS = re.compile(
    r"\b(?:no|nor|not|cannot|never|nobody|none|nothing|neither|only|until|unless|before|must|need\w*|requir\w*|seek|obtain"
    r"|prohibit\w*|forbid\w*|forbade|ban(?:s|ned)?|refus\w*|illegal\w*|unlawful\w*|liable|barred|denied|subject)\b|n[’']t\b",
    re.IGNORECASE,
)


def lost_prohibition(zh: str, en: str) -> re.Match[str] | Literal["kept"] | None:
    """Return what forbids something without a leave, where the English allows it: 未经批准不得离校.

    "kept" says that the English forbids it too, if in its own way: permission is required.
    """
    said = _FORBIDS_WITHOUT.search(zh) if "未" in zh or "没有" in zh else _FORBIDS_AT_WILL.search(zh)
    if said is None:
        return None
    if _FORBIDS.search(_LACKING.sub(" ", en)):
        return "kept"
    return said if _WITHOUT.search(en) or (_LACKING.search(en) and _ALLOWS.search(en)) else None


_IF_NOT_EN = re.compile(
    r"\b(?:only|until|unless|before|must(?! not)|need\w*|requires?|requirements?|(?:is|are|be) required|seek"
    r"|obtain|subject|first|prior|condition\w*|hold"
    r"|qualif\w*|mandatory|compulsory|otherwise|if|should(?! not))\b(?<!who hold)(?<!that hold)",
    re.IGNORECASE,
)


_FORBIDS_OTHERS = re.compile(
    "(?<!除)(?<!并)非(?![常洲凡遗物典])[^，。；]{2,10}(?:人员|学生|会员|教师|职工|员工|人士|成员|用户|人|者|车辆|专业|单位)"
    "[，,]?(?P<forbids>不得|不能|不准|不许|不可|严禁|禁止|请勿|勿|谢绝)"
)
_FORBIDS_FAILING = re.compile(
    "(?:不合格|不及格|不达标)(?:者|的|人员|学生)?[，,]?[^，。；]{0,6}?(?P<forbids>不予|不得|不能|不准|不可)"
)
_FAILING = ("不合格", "不及格", "不达标")
_PASSES_EN = re.compile(r"\b(?:pass(?:es|ed)?|qualified|meets?|up to standard)\b", re.IGNORECASE)
_WHEN_EN = re.compile(r"\b(?:after|with|once|if|when|having|who|that)\b", re.IGNORECASE)
_OF_AN_AGE = re.compile("未(?:成年|满|婚|来|必)")
"""What English says without a denial: under the age of 18."""


def denied_once(zh: str, en: str) -> re.Match[str] | None:
    """Return what the Chinese forbids those who lack something, or are not such, if the English denies once.

    未…者不得, 非工作人员请勿.
    """
    if "未" in zh or "没有" in zh:
        said = _FORBIDS_WITHOUT.search(zh)
    else:
        said = _FORBIDS_OTHERS.search(zh) if "非" in zh else None
    if said is None and any(map(zh.__contains__, _FAILING)) and _PASSES_EN.search(en):
        said = _FORBIDS_FAILING.search(zh)
    if said is None or _OF_AN_AGE.match(said.group()) or _IF_NOT_EN.search(en):
        return None
    denials = [word for word in ENGLISH_WORD.findall(en.lower()) if may_deny(word)]
    # Where nothing of the condition is said, it is left out, which is another matter.
    is_told = denials in (["no"], ["nobody"]) and _WHEN_EN.search(en)
    return said if denials in (["not"], ["cannot"]) or is_told else None


_CLAUSES_ZH, _CLAUSES_EN = re.compile("[，；。]"), re.compile(r"[,;.](?=\s|$)")
_FEWEST_WORDS = 4
"""Words of an English clause that is no mere "oh" or "however"."""
_BOTH_DENIED = re.compile(r"\b(?:or|nor|either|neither|only|also|too)\b", re.IGNORECASE)


_LACKS = re.compile("(?:缺(?![陷点口席勤额])|短缺|匮乏)")


def _denies_or_lacks(clause: str) -> bool:
    return sure_in_chinese(clause) is not None or _LACKS.search(clause) is not None


def one_of_two_lost(zh: str, en: str) -> re.Match[str] | None:
    """Return what denies in the second of two Chinese clauses that both do, where one of the English does.

    因故无法履行的，双方互不担责: if one cannot perform, neither is liable.
    """
    if not any(map(zh.__contains__, "不没未无非禁勿缺短匮")):
        return None
    clauses_zh = [clause for clause in _CLAUSES_ZH.split(zh) if clause.strip()]
    clauses_en = [clause for clause in _CLAUSES_EN.split(without_each_other(en)) if clause.strip()]
    if len(clauses_zh) != 2 or len(clauses_en) != 2 or not all(map(_denies_or_lacks, clauses_zh)):
        return None
    first, second = (any(map(may_deny, ENGLISH_WORD.findall(clause))) for clause in clauses_en)
    words = len(ENGLISH_WORD.findall(clauses_en[1]))
    if not first or second or words < _FEWEST_WORDS or _BOTH_DENIED.search(en):
        return None
    start = zh.rindex(clauses_zh[1])
    return SURE_CHINESE.search(zh, start) or _LACKS.search(zh, start)


_NOT_BEFORE = re.compile(
    "未[^，。；]{1,12}?前，?[^，。；]{0,6}?(?P<forbids>不要|不得|不能|不可|不准|不许|禁止|严禁|请勿|切勿|勿)"
)
_BEFORE_EN = re.compile(r"\bbefore\b", re.IGNORECASE)
_NOT_EN = re.compile(
    r"\b(?:no|not|never|cannot|nor|until|unless|avoid\w*|refrain\w*|only|wait\w*|must|need\w*|requir\w*|prohibit\w*"
    r"|forbid\w*|keep|stay|first|should|ensure|make sure)\b|n[’']t\b",
    re.IGNORECASE,
)


def allowed_before(zh: str, en: str) -> re.Match[str] | None:
    """Return what is forbidden before something is done, where the English says to: 未冷却前不要触碰."""
    said = _NOT_BEFORE.search(zh) if "未" in zh and "前" in zh else None
    return said if said and _BEFORE_EN.search(en) and not _NOT_EN.search(en) else None


_AVOIDS = re.compile(
    "避免(?<!不可避免)(?<!难以避免)(?<!无法避免)(?<!不能避免)|防止|杜绝|谨防|切忌|以免|以防|远离|严防|规避"
)
_AVOIDS_EN = re.compile(
    r"\b(?:no|not|never|nor|neither|none|without|cannot|avoid\w*|prevent\w*|free|from|against|out|away|off"
    r"|lest|prohibit\w*|forbid\w*|eliminat\w*|eradicat\w*|stop\w*|guard\w*|protect\w*|shield\w*"
    r"|safe\w*|reduc\w*|minimi[sz]\w*|stem\w*|curb\w*|combat\w*|tackl\w*|block\w*|halt\w*|end\w*"
    r"|evad\w*|escap\w*|avert\w*|risk\w*|case|rather|instead|beware|careful\w*|steer|clear|spar\w*"
    r"|sav[ei]\w*|forestall\w*|preclud\w*|pre-?empt\w*|ward\w*|anti\w*|over\w*|un\w+|far|less|fewer"
    r"|zero|refrain\w*|root\w*|crack\w*|fight\w*|mitigat\w*|offset\w*|hedg\w*|secur\w*|control\w*"
    r"|ensur\w*|bann?\w*|threat\w*|danger\w*|resist\w*|worr\w*|fear\w*|deter\w*|hid\w*|eas(?:e|es|ed|ing)|reliev\w*|alleviat\w*|smooth\w*)\b"
    r"|n[’']t\b",
    re.IGNORECASE,
)


def lost_avoidance(zh: str, en: str) -> re.Match[str] | None:
    """Return what is to be avoided in the Chinese, where nothing in the English keeps it away."""
    said = _AVOIDS.search(zh)
    return said if said and not _AVOIDS_EN.search(en) else None


_TRULY_DENIES = re.compile(
    r"\b(?:no|not|never|nor|neither|none|nobody|without|hardly|rarely|seldom|cannot|zero|ever|unless"
    r"|but for|only)\b|n[’']t\b",
    re.IGNORECASE,
)


def absent_for_never(zh: str, en: str) -> re.Match[str] | None:
    """Return the lapse that never happened in the Chinese: 从未缺课, "often missed"."""
    if not _NEVER_ZH.search(zh) or _TRULY_DENIES.search(en) or _ALL_EN.search(en) or _ALWAYS_EN.search(en):
        return None
    return _ABSENT_EN.search(en) if _NEVER_ABSENT_ZH.search(zh) else None


_BUT_FOR_ZH = re.compile("要不是|若不是|若非|(?:要是|倘若|假如|如果|若)(?:没有|不是)")
_BUT_FOR_EN = re.compile(
    r"\b(?:not|but for|without|unless|no|never|nor|none|nothing|nobody|thanks|only|because|owe[sd]?"
    r"|saved|due|credit\w*"
    r"|absen\w*|otherwise|lack\w*|fail\w*|other than|except|cannot|missing|depriv\w*|un\w+|regardless|until"
    r"|impossib\w*|hardly|barring|minus|alone|kept|prevent\w*|stopp\w*)\b|n[’']t\b",
    re.IGNORECASE,
)


def lost_but_for(zh: str, en: str) -> re.Match[str] | None:
    """Return the 要不是 of a Chinese text of which the English says nothing: "had he taught me, I would…"."""
    said = _BUT_FOR_ZH.search(zh)
    is_saying = en.count(" ") < _FEWEST_WORDS
    return said if said and not is_saying and not _BUT_FOR_EN.search(en) else None


_WHO_DO_NOT_ZH = re.compile("未[^，。；者的]{1,8}者")
_WHO_EN = re.compile(
    r"\b(?:those|any(?:one|body)?|whoever|students?|candidates?|applicants?|persons?|participants?|people|trainees?|staff"
    r"|teachers?|employees?|workers?)(?: who| that)\b"
    r"(?P<rest>(?: (?!shall\b|will\b|may\b|must\b|should\b|can\b)[\w’'-]+){1,14})",
    re.IGNORECASE,
)
_LACKS_EN = re.compile(
    r"\b(?:no|not|nor|never|neither|none|cannot|fail\w*|miss\w*|lack\w*|neglect\w*|remain\w*|declin\w*|refus\w*|late"
    r"|later|after|beyond|only|less|fewer|under|below|without|yet|short|omit\w*|forget\w*|default\w*|overdue|absent"
    r"|(?:un|in|im|il|ir|dis)[a-z]{3,}|mere\w*|exceed\w*|until|before|skip\w*|drop\w*|quit\w*|over|outside)\b|n[’']t\b",
    re.IGNORECASE,
)


def who_do_for_who_do_not(zh: str, en: str) -> re.Match[str] | None:
    """Return what those have not done of whom the English says that they have: 逾期未报到者, who register."""
    said = list(_WHO_DO_NOT_ZH.finditer(zh)) if "者" in zh else []
    there = list(_WHO_EN.finditer(en)) if len(said) == 1 else []
    if len(there) != 1 or re.search(r"\bwh(?:o|ose)\b", en[there[0].end() :]):
        return None
    before = en[: there[0].start()]
    return None if _LACKS_EN.search(there[0]["rest"]) or _TRULY_DENIES.search(before) else said[0]


_NOT_BUT_ZH = re.compile("(?<![还是])(?:不是|并非|绝非)(?P<denied>[^，。；]{1,16})，?而是")
_NOT_BUT_EN = re.compile(
    r"\b(?:no|not|never|nor|neither|none|nothing|cannot|rather|instead|less|more|than|far|beyond|without|only|replac\w*"
    r"|shift\w*|mov\w*|away|from|over|above|other|merely|simply|just|cease\w*|stop\w*|contrary|mistak\w*|wrong\w*"
    r"|hardly|un\w+|anything|lie[sd]?|avoid\w*|reject\w*|refus\w*|transcend\w*|actually|really|fact)\b|n[’']t\b|[—–]",
    re.IGNORECASE,
)


def lost_not_but(zh: str, en: str) -> re.Match[str] | None:
    """Return the 不是…而是… of a Chinese text that the English affirms: "is two skins but a chessboard"."""
    said = _NOT_BUT_ZH.search(zh)
    return said if said and re.search(r"\bbut\b", en) and not _NOT_BUT_EN.search(en) else None


_NONE_ZH = re.compile("零(?:失误|差错|事故|投诉|缺陷|容忍|排放|污染|距离|基础|起点)")
_NONE_AT_ALL_EN = re.compile(
    r"\b(?:zero|no|not|none|never|without|nil|free|flawless\w*|perfect\w*|faultless\w*|immaculate\w*|beginner\w*|scratch|close"
    r"|any|un\w+|clean|nothing|avoid\w*|eliminat\w*|spotless|in-?toleran\w*|incident-free|accident-free|net-zero|nought)\b"
    r"|n[’']t\b|less\b",
    re.IGNORECASE,
)


def some_for_none(zh: str, en: str) -> re.Match[str] | None:
    """Return the 零事故 of a Chinese text of which the English has some: "fewer accidents"."""
    said = _NONE_ZH.search(zh) if "零" in zh else None
    return said if said and not _NONE_AT_ALL_EN.search(en) else None
