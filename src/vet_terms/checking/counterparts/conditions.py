"""Conditions and restrictions that the other side drops: 未经…同意, 除…外, 仅限.

English has many words for each, and a nominal turn for some (如需延期 is "applications for an extension"). So
a condition is dropped only where the English has none of its words; what else stands in it must be unanswered
too where English can do without a word for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from vet_terms.checking.counterparts.answers import Contents

_MAY_SAY = re.compile("未经|除|[仅只][限供对面用]|[如若遇]")


@dataclass(frozen=True, slots=True)
class _Condition:
    """A condition: what says it in Chinese and in English, and of how many words it must be unanswered."""

    zh: re.Pattern[str]
    en: re.Pattern[str]
    unanswered: int


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)


_CONDITIONS = (
    _Condition(
        re.compile("未经[^，。；、]{0,14}?(?:同意|批准|许可|授权|允许|审批|核准|认可)"),
        _words(
            r"consent\w*|approv\w*|permi\w*|authori\w*|unauthori\w*|unapproved|unpermitted|agree(?:s|d"
            r"|ing)?|allow\w*|licen[cs]\w*"
            r"|unlicen\w*|sanction\w*|clear\w*|without|unless|prior|absen\w*|arbitrar\w*|unilateral\w*"
            r"|pre-?approv\w*|leave"
            r"|accept\w*|endors\w*|green light|assent\w*|until|ask\w*|warrant\w*|consult\w*|recogni\w*"
            r"|own initiative|accredit\w*"
        ),
        0,
    ),
    _Condition(
        re.compile("除(?!了|非|此)(?P<inside>[^，。；]{2,16}?)(?:以外|之外|外)(?=[，,])"),
        _words(
            r"except\w*|besides|apart|aside|other than|addition\w*|beyond|but|save|exclud\w*|barring|also"
            r"|too|well|only|outside"
            r"|unless|not|no|none|rest|remain\w*|others?|both|top|further\w*|moreover|with"
            r"|(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
        ),
        1,
    ),
    _Condition(
        re.compile("[仅只](?:限(?!制)|供(?!应|给)|面向|用于|对(?=.{1,12}?开放))"),
        _words(
            r"only|just|first|limit\w*|restrict\w*|sole\w*|exclusiv\w*|reserv\w*|mere\w*|confin\w*|alone|no|not"
            r"|none|except\w*|but"
            r"|pure\w*|specific\w*|strict\w*|dedicat\w*|must|never|special\w*|unless|intended|one|single"
            r"|cannot|simply"
            r"|[a-z]+n[’']t|nothing|few\w*|narrow\w*|within|capped?|stop\w*|single-use|closed"
        ),
        0,
    ),
    _Condition(
        re.compile("(?:^|(?<=[，。；、]))(?:如果|如有|若有|若(?!遇))(?P<inside>[^，。；、]{2,16})(?=，)"),
        _words(
            r"if|should|in case|event|where|when\w*|unless|provid\w*|once|any\w*|as long as|otherwise"
            r"|suppos\w*|whether|were"
            r"|had|assum\w*|subject|upon|on|with|without|could|would|may|might|every|who\w*|those|depend\w*"
            r"|for|during|even"
        ),
        2,
    ),
    _Condition(
        re.compile("(?:^|(?<=[，。；、]))[如若]?遇(?P<inside>[^，。；、到见上]{2,16})(?=，)"),
        _words(
            r"if|should|in case|event|where|when\w*|unless|provid\w*|once|any\w*|otherwise|whether|were|had"
            r"|subject|upon|on"
            r"|during|for|with|without|depend\w*"
        ),
        1,
    ),
)


def dropped_condition(zh: str, en: str, contents: Callable[[], Contents]) -> re.Match[str] | None:
    """Return the first condition of a Chinese text that the English says nothing of."""
    if not en or not _MAY_SAY.search(zh):
        return None
    for each in _CONDITIONS:
        said = each.zh.search(zh)
        if said is None or each.en.search(en):
            continue
        if each.unanswered:
            inside = [keys for at, keys in contents().zh if said.start("inside") <= at < said.end("inside")]
            if len(inside) < each.unanswered or any(inside):
                continue
        return said
    return None
