"""Connectives that say another thing: 尽管 as "because", 只有 as "even without", 由于 as "although".

A Chinese text that has connectives of both kinds tells nothing, nor does an English one that has a word of
the right kind as well.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class _Turned:
    """What says something in Chinese, what may excuse it, the English that contradicts it, that says it."""

    zh: re.Pattern[str]
    zh_excuse: re.Pattern[str]
    en: re.Pattern[str]
    en_excuse: re.Pattern[str]


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)


_CONCEDES = (
    r"although|though|despite|in spite of|notwithstanding|even|however|but|yet|still|nevertheless|nonetheless"
    r"|while|whilst|whereas|albeit|whatever|regardless|no matter|for all|admittedly|granted|much as|anyway"
    r"|all the same|not"
)
_CAUSES = (
    r"because|since|as|due|owing|thanks|result\w*|therefore|thus|hence|so|for|given|reason\w*|caus\w*|lead\w*"
    r"|led|with|by|from|account|view|accordingly|consequen\w*|make|makes|made|prevent\w*|attribut\w*|under"
)
_TURNED = (
    _Turned(
        re.compile("尽管|虽然|虽说|即便|即使|哪怕|纵然|纵使"),
        re.compile("因为|由于|因此|所以|鉴于|因而"),
        re.compile(r"\b(?:because|due to|owing to|as a result of|thanks to)\b", re.IGNORECASE),
        _words(_CONCEDES),
    ),
    _Turned(
        re.compile("因为|由于|鉴于"),
        re.compile("尽管|虽|即便|即使|哪怕|纵然|但|却|然而|不过|仍|依然|还是"),
        re.compile(r"\b(?:although|though|despite|in spite of|notwithstanding)\b", re.IGNORECASE),
        _words(_CAUSES),
    ),
    _Turned(
        re.compile("只有[^，。；]{2,20}，?[^，。；]{0,6}才"),
        re.compile("[不没未无]|即使|即便|哪怕"),
        re.compile(
            r"\b(?:even (?:without|if|when|those|un\w+|non\w*)|regardless|whether or not|no matter)\b",
            re.IGNORECASE,
        ),
        _words(r"only|not|no|never|cannot|must|unless|until|need\w*|requir\w*|essential|first"),
    ),
    _Turned(
        re.compile("除了?[^，。；]{1,12}?(?:(?:以|之)?外)?，[^，。；]{0,6}?(?:还|也|又|另|亦)"),
        re.compile("代替|取代|而不是|除外|之外不"),
        re.compile(r"\b(?:instead of|rather than|except(?:ing)?(?: for)?)\b", re.IGNORECASE),
        _words(
            r"besides|addition\w*|also|too|well|as well|and|both|apart|aside|other than|plus|beyond"
            r"|on top|along|alongside"
            r"|not (?:only|just)|another|further\w*|including|together|alone|including|simply|solely"
        ),
    ),
    _Turned(
        re.compile("除[^，。；]{1,12}?(?:以|之)?外"),
        re.compile("还|也|又|另|亦|包括|除了[^，。；]*外，[^，。；]*都"),
        re.compile(r"\bincluding\b|\beven in (?:the )?(?:case|event)\b", re.IGNORECASE),
        _words(
            r"except\w*|exclud\w*|apart|other than|besides|addition|but|save|not|no|off|beyond|outside|rest"
        ),
    ),
    _Turned(
        re.compile("(?:(?<=[（(，,])|其中)(?:包)?含(?![量义金糖水油氧税蓄苞])"),
        re.compile("不[包]?含|另|加|以外|之外"),
        re.compile(r"\b(?:plus|excluding|exclusive of|in addition to|apart from|on top of)\b", re.IGNORECASE),
        _words(r"includ\w*|inclusive|of which|of whom|among|contain\w*|with|count\w*"),
    ),
    _Turned(
        re.compile("不[包]?[含括]"),
        re.compile("不含糊|含糊|(?<!不)包[含括]"),
        re.compile(r"\b(?:including|inclusive of)\b", re.IGNORECASE),
        _words(r"not|no|without|exclud\w*|exclusive|except\w*|apart|other than|free|excl|net"),
    ),
    # All that is to be brought: 凭录取通知书和身份证报到.
    _Turned(
        re.compile(
            "(?:凭|持|携带|提供|提交|出示|须有|交验)(?:本人|有效|个人)?[^，。；、或和与及]{2,10}(?:和|以?及|与)[^，。；、或]{2,14}"
        ),
        re.compile("或|任[一选何]|其一|之一|均可|[不无未没免禁勿非]"),
        _words("or"),
        _words("and|both|along with|together with|as well as|plus|not|no|never|without|neither|either way"),
    ),
    _Turned(
        re.compile(
            "(?:凭|持|携带|提供|提交|出示|须有|交验)(?:本人|有效|个人)?[^，。；、或和与及]{2,10}或者?[^，。；、和与及]{2,14}"
        ),
        re.compile("[和与及、并]|均|都|[不无未没免禁勿非]"),
        re.compile(
            r"\b(?:and|both|as well as|together with|along with)\b(?! (?:then|go|proceed))", re.IGNORECASE
        ),
        _words("or|either|any|alternatively|one|otherwise|whichever|else"),
    ),
    _Turned(
        re.compile("(?<![利弊])利大于弊"),
        re.compile("弊大于利"),
        re.compile(
            r"\b(?:disadvantage|drawback|harm|cost|risk|con)s?\b[^.;]{0,40}\b(?:outweigh|exceed)\w*",
            re.IGNORECASE,
        ),
        _words(r"outweighed|not|by"),
    ),
    _Turned(
        re.compile("弊大于利"),
        re.compile("(?<!于)利大于弊"),
        re.compile(r"\b(?:advantage|benefit|gain|pro)s?\b[^.;]{0,40}\b(?:outweigh|exceed)\w*", re.IGNORECASE),
        _words(r"outweighed|not|by"),
    ),
)


def turned_connective(zh: str, en: str) -> tuple[str, re.Match[str]] | None:
    """Return the Chinese connective and the English that says another thing."""
    for each in _TURNED:
        said = each.zh.search(zh)
        if said is None or each.zh_excuse.search(zh):
            continue
        there = each.en.search(en)
        if there and not each.en_excuse.search(f"{en[: there.start()]} {en[there.end() :]}"):
            return said.group(), there
    return None
