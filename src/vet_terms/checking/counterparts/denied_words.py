"""What a Chinese text denies: a word that the English affirms, or says in other words.

Of 学费不退还 as "the fee will be returned" the dictionary has the word that is denied, and the English
nothing that may deny. 没有变化 as "the same" has nothing of the word that is denied, and is no slip.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set

from vet_terms.checking.counterparts.negation import ENGLISH_WORD, NO_NEGATION, blank
from vet_terms.language.lexicon import english_lemma, meanings
from vet_terms.language.tables import listed

_DENIES_A_WORD = re.compile("毫不|[不未]|没有?")
_ASKS_ZH = re.compile("[吗呢吧？?]|难道|何不|岂")


_LIGHT = frozenset(
    listed(
        """
        发现 出现 得到 取得 进行 造成 产生 发生 存在 显示 有所 任何 什么 一个 一名 一家 一位 完全 十分 非常
        """
    )
)
"""Words between a denial and what it denies."""
_ADJECTIVES: Mapping[str, Set[str]] = {
    "高": {"high"},
    "强": {"strong"},
    "快": {"fast", "quick"},
    "深": {"deep"},
}
"""Of words of one character those of one meaning."""
_DEGREES = "很较更最极颇越"
_FORBIDS = re.compile("不[得准许能应宜可允]|不具备|不承担|[严禁]|切勿|请勿|无[法权]|[决绝]不")
"""What says that something may or can not be, which English has no other words for."""
_NEED = re.compile("[无毋][需须]|不[必需用]")
_CLAUSE_ENDS = re.compile("[，；。？?！]")
_REACH = 14
"""Characters behind a denial within which what it denies stands."""


def is_said_in_other_words(
    denial: re.Match[str], words: Sequence[tuple[int, str]], contents: Sequence[tuple[int, frozenset[str]]]
) -> bool:
    """Return whether the English has nothing of what the Chinese denies: 没有变化 as "the same".

    ``contents`` are the words that carry meaning, each with what of its meanings the English has.
    """
    if _FORBIDS.match(denial.group()):
        return False
    by_start = dict(words)
    mark = _CLAUSE_ENDS.search(denial.string, denial.end())
    end = min(mark.start() if mark else len(denial.string), denial.end() + _REACH)
    denied = [keys for at, keys in contents if denial.start() < at < end and by_start.get(at) not in _LIGHT]
    # What need not be done may be said of what comes in its place: 无需自带工具, tools are provided.
    if _NEED.match(denial.group()):
        denied = denied[:1] or [frozenset()]
    return bool(denied) and all(key.startswith("sound:") for keys in denied for key in keys)


def denied_word(zh: str, en: str, words: Sequence[tuple[int, str]]) -> re.Match[str] | None:
    """Return the denial of a Chinese word that the English has, as the dictionary says: 不退还, "return"."""
    if not any(map(zh.__contains__, "不未没")):
        return None
    plain = NO_NEGATION.sub(blank, zh)
    starts = dict(words)
    for match in _DENIES_A_WORD.finditer(zh):
        start, end = match.span()
        is_one = starts.get(start) == match.group() or match.group() == "毫不"
        if not is_one or (plain[start] == " " and match.group() != "毫不"):
            continue
        mark = _CLAUSE_ENDS.search(zh, end)
        if _ASKS_ZH.search(zh, start, mark.end() if mark else len(zh)):
            continue
        # 会不会 asks.
        denied = starts.get(end, "")
        is_affirmed = len(denied) == 1 and any(degree + denied in zh for degree in _DEGREES)
        if zh[start - 1 : start] != zh[end : end + 1] and not is_affirmed and _has(en, denied):
            return match
    return None


def _has(en: str, word: str) -> bool:
    """Return whether an English text has what a Chinese word means by a gloss of one word."""
    if len(word) < 2:
        plain = _ADJECTIVES.get(word, set())
    else:
        plain = {meaning for meaning, weight in meanings(word).items() if weight == 1}
    if not plain:
        return False
    return not plain.isdisjoint(english_lemma(each) for each in ENGLISH_WORD.findall(en.lower()))
