"""What must, may and must not be done: 应当 rendered as "may", 可以 as "must", 不得 as "need not".

A duty can be said in many ways, so that a modal word of one side is only held against a text of the other
that has another modal word and nothing at all that could say the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_MAY_SAY = re.compile("[须得可应必权准禁需用勿免]")
_NOT = r"not|no|never|cannot|none|[a-z]+n[’']t"
_MUST = (
    r"must|shall|should|need\w*|ha(?:ve|s|d|ving) to|requir\w*|ought|oblig\w*|mandator\w*|compulsor\w*"
    r"|(?:is|are|was|were|be) to|will|would|dut(?:y|ies)|responsib\w*|necess\w*|essential|(?:en|make )?sure"
    r"|due|vital"
    r"|crucial|important|imperative|expected|supposed|bound|forc\w*|demand\w*|call\w*|insist\w*|urg\w*"
    r"|please|let"
)
_MAY = (
    r"may|can|could|might|able|allow\w*|permi\w*|free\w*|entitle\w*|rights?|option\w*"
    r"|(?<!\0 )choos\w*|chose\w*"
    r"|choice|let\w*"
    r"|enabl\w*|possib\w*|eligib\w*|available|opportunit\w*|qualif\w*|voluntar\w*|authori\w*|power\w*"
    r"|capable|make it"
    r"|will|would|if|means?|way|welcome\w*|accept\w*|help\w*|offer\w*|provid\w*"
)


_NO_MODAL = re.compile(
    "未成年|未来|未婚|未知|非遗|非物质|非洲|非常|非凡|[技职功性智节才潜动热体机效产势电核]能|能[力源量级手耗]"
    "|可持续|可视|可再生|认可|许可证|可靠|可行性|可信|可观|可爱|无人机|无线|无障碍|无损|无锡|不锈钢|不动产|不同|不仅|不断|不少|免疫|勉"
    "|人才|天才|英才|成才|主要|重要|纪要|摘要|要素|要点|要闻|应用|适应|供应|响应|相应|对应|反应|效应|需求|船只|必修"
)
"""Words with a character that by itself says what may, must or must not be."""


@dataclass(frozen=True, slots=True)
class _Exchange:
    """A modality in Chinese, what excuses it there, and the English that contradicts it or says it."""

    zh: re.Pattern[str]
    zh_excuse: re.Pattern[str]
    en: re.Pattern[str]
    en_excuse: re.Pattern[str]


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)


_EXCHANGES = (
    # 未经同意，任何一方不得: two that deny, of which "without consent" is one.
    _Exchange(
        re.compile("未经[^，。；]{1,24}(?:同意|批准|许可|授权|允许)，?[^，。；]{0,16}不得"),
        re.compile("$^"),
        _words("may|can"),
        _words(
            rf"{_NOT}|nor|neither|nobody|only|unless|until|prohibit\w*|forbid\w*|bann?\w*|refrain\w*"
            "|subject to"
        ),
    ),
    _Exchange(
        re.compile("必须|应当|务必|(?<![无毋不])须(?![知要臾眉根])"),
        re.compile("[可能才不未无非毋勿免]|方可|选择|选修|自愿|允许|否则|除"),
        re.compile(
            r"\b(?:may|can|could|might|optional(?:ly)?|voluntar(?:y|ily)"
            r"|(?:is|are) (?:recommended|encouraged|advised|free|welcome) to)\b"
        ),
        _words(f"{_MUST}|{_NOT}|only|without|unless|until|before|otherwise"),
    ),
    _Exchange(
        re.compile("可以(?![说看想见])|有权|均可|可自愿|可自行|可申请|可报考|可参加"),
        re.compile("[必须应要需不只才无未否非令]|方[可能]|可以[说看想见]|责任|义务|强制|规定"),
        _words(
            r"must|shall|ha(?:s|ve) to|(?:is|are) (?:required|obliged) to|mandatory|compulsory|obligatory"
        ),
        _words(f"{_MAY}|{_NOT}"),
    ),
    _Exchange(
        re.compile("有权"),
        re.compile("[无不未没非]|有权机关"),
        re.compile(r"\b(?:ha(?:s|ve|d) no right|(?:is|are) not entitled|(?:does|do) not have the right)\b"),
        re.compile("$^"),
    ),
    _Exchange(
        re.compile("免(?:于|除|修|考|试|笔试|面试|体检|交|缴|提交|签)"),
        re.compile("[必须应]|不得|不能|不[可予]|方[可能]"),
        _words(
            r"must|shall|ha(?:s|ve) to|(?:is|are) (?:required|obliged) to|mandatory|compulsory|obligatory"
        ),
        _words(
            f"{_NOT}|exempt\\w*|waiv\\w*|free|excus\\w*|skip\\w*|without|unless|spared|forgo|direct\\w*|only|if"
        ),
    ),
    _Exchange(
        re.compile("不得(?![不已了])|不准|不许|严禁|禁止|切勿"),
        re.compile("无[须需]|[不毋][必须需用]|必要|可不|可以不|自愿"),
        _words(
            r"need not|needn[’']t|(?:do|does)(?: not|n[’']t) (?:need|have) to|(?:is|are)(?: not"
            r"|n[’']t) (?:required|obliged)"
            r"|no need|not necessary|not necessarily"
        ),
        _words(
            r"(?:must|shall|should|may|can|could|will) ?not|can[’']t|mustn[’']t|never|prohibit\w*|forbid\w*"
            r"|forbade|ban\w*"
            r"|not (?:be )?(?:allow|permit)\w*|strictly|illegal|unlawful|refrain\w*|avoid\w*|no \w+ing"
        ),
    ),
    _Exchange(
        re.compile("无[须需]|[毋不]须|不必(?!要)|不需要|不用(?!说|于|在|作|来|以)"),
        re.compile("不得|不准|不许|严禁|禁止|不能|不可|勿|担心|害怕|在意|着急|客气|惊|不应|不宜"),
        _words(
            r"(?:must|shall|may) not|mustn[’']t|(?:is|are) not (?:allowed|permitted)|prohibited|forbidden"
        ),
        _words(
            r"need\w*|requir\w*|ha(?:ve|s|d|ving) to|necess\w*|without|free|exempt\w*|waive\w*|oblig\w*|no"
            r"|optional\w*"
            r"|voluntar\w*|compel\w*|forc\w*|only|mandator\w*|instead|automatic\w*"
        ),
    ),
)


def exchanged_modality(zh: str, en: str) -> tuple[str, re.Match[str]] | None:
    """Return the Chinese modal word and the English one that contradicts it."""
    if not _MAY_SAY.search(zh):
        return None
    for each in _EXCHANGES:
        said = each.zh.search(zh)
        if said is None:
            continue
        rest = zh[: said.start()] + " " + zh[said.end() :]
        if each.zh_excuse.search(rest) and each.zh_excuse.search(_NO_MODAL.sub(" ", rest)):
            continue
        contradicts = each.en.search(en)
        if contradicts and not each.en_excuse.search(
            en[: contradicts.start()] + "\0" + en[contradicts.end() :]
        ):
            return said.group(), contradicts
    return None
