"""She for he and he for she: 她的徒弟 as "his apprentices".

Written Chinese tells 他 from 她. Only texts that name nobody are read: of others a pronoun may be of one who
has a name in one language and a pronoun in the other.
"""

from __future__ import annotations

import re

_SHE_ZH, _HE_ZH = re.compile("她(?![们/／])"), re.compile("(?<![其吉])他(?![们人乡者日处方山律/／])")
_WOMEN_ZH = re.compile("[她女母妻妈婆姐妹妇娘奶姑姨婶]")
_MEN_ZH = re.compile("[他男父夫兄爸爷叔伯哥]|(?<!徒)(?<!子)弟|儿子|先生|师傅|师父")
_SHE_EN = re.compile(r"\b(?:she|hers?|herself)\b", re.IGNORECASE)
_HE_EN = re.compile(r"\b(?:he|his|him|himself)\b", re.IGNORECASE)
_QUOTES = re.compile('[“‘「『"]')
_NAME = re.compile(r"(?<![.!?:;“\"‘'] )(?<![.!?:“\"‘'])(?!^)\b(?!I\b|I[’'])[A-Z]\w+")


def other_sex(zh: str, en: str) -> tuple[str, re.Match[str]] | None:
    """Return the pronoun of the Chinese, and the English one of the other sex that stands for it."""
    # Who is quoted speaks of others.
    if ("她" not in zh and "他" not in zh) or _QUOTES.search(zh):
        return None
    for said, others, own, other in (
        (_SHE_ZH, _MEN_ZH, _SHE_EN, _HE_EN),
        (_HE_ZH, _WOMEN_ZH, _HE_EN, _SHE_EN),
    ):
        there = said.search(zh)
        if there and not others.search(zh) and not own.search(en) and not _NAME.search(en):
            found = other.search(en)
            if found:
                return there.group(), found
    return None
