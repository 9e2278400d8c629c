"""Deputies promoted by a translation: 副校长 as "President"."""

from __future__ import annotations

import re
from collections.abc import Mapping

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


def promoted_deputy(zh: str, en: str) -> tuple[str, re.Match[str]] | None:
    """Return the deputy's title of a Chinese text and the English title of the head that stands for it."""
    if "副" not in zh or _DEPUTY_EN.search(en):
        return None
    for said in _DEPUTY_ZH.finditer(zh):
        # Beside the head himself, the English title is his.
        if said["head"] in zh.replace(said.group(), ""):
            return None
        head = re.search(rf"\b(?:{_HEADS[said['head']]})s?\b", en, re.IGNORECASE)
        if head:
            return said.group(), head
    return None
