"""Enumerators: the "1.", "（一）", "(II)", "一是" and "First," that stand before an item.

A *mark* is typography ("1.", "（一）", "•") and can be taken off; a worded ordinal ("一是", "First,")
is part of the sentence. Both have an ordinal value, which the two languages share.
"""

from __future__ import annotations

import re

from vet_terms.language.scripts import HAN

MEASURES = "十百千万亿兆元角分米里亩顷平立公英克斤吨升度倍成折个位名人次种项件张间所岁年月日天周小时秒美欧港"
"""Characters that begin what is counted, behind a number."""

CHINESE_DIGITS = "〇一二三四五六七八九"
_CHINESE_ORDINAL = "[一二三四五六七八九十]{1,3}"
_ROMAN = "(?:[IVX]{1,5}|[Ⅰ-Ⅻ])"

# A number with a dot is a mark unless a digit follows it, as in 25.424; but years follow marks
# without a space in typed lists: "1.2016年至今".
_DOTTED = r"\d{1,2}\s?[.．](?!\d)|\d{1,2}[.．](?=(?:19|20)\d{2}\s?年)"

# "1.1 Background" is a mark, "1.5亿元" and "2.1 million" are amounts.
_LEVELS = rf"\d{{1,2}}(?:[.．]\d{{1,2}}){{1,3}}[.．]?(?=\s?[“《（]?[{HAN}]|\s+[A-Z“])(?!\s?[{MEASURES}])"

# "一、二年级" and "三、四季度" count on; "二、三教改革" is a heading.
_COUNTED_ON = (
    "[一二三四五六七八九十]{1,3}(?:、|年级|季度|产业|线|期|类|级|等|号|楼|层|月|届|审|班|组|次|批|流|把手)"
)

MARK = re.compile(
    rf"""^(?:
        [（(]\s?(?:{_CHINESE_ORDINAL}|\d{{1,2}}|{_ROMAN}|[a-hA-H])\s?[）)]
        | {_CHINESE_ORDINAL}\s?、(?!{_COUNTED_ON})
        | {_LEVELS}
        | {_DOTTED}
        | \d{{1,2}}\s?[、）)](?!\d)
        | {_ROMAN}\s?[.、．](?=\s|[^\sA-Za-z\d])
        | [①-⑳⑴-⒇⒈-⒛❶-❿]
        | [•●■◆▪▶★◇○□‣➢✓·]
        | [-–*]\s+(?=\S)
    )\s*""",
    re.VERBOSE,
)

_WORDED = re.compile(
    rf"^(?:第?({_CHINESE_ORDINAL})(?:是|要|来)|第({_CHINESE_ORDINAL})[，、,]|(首先|其次|再次)"
    r"|(First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth)(?:ly)?\b[,:]?)",
    re.IGNORECASE,
)
_ENGLISH_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth"),
    *("sixth", "seventh", "eighth", "ninth", "tenth"),
)
_CHINESE_ORDER_WORDS = {"首先": 1, "其次": 2, "再次": 3}
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


def split_mark(text: str) -> tuple[str, str]:
    """Return the enumerator before a text (with the spaces after it) and the text without it."""
    found = MARK.match(text)
    if not found or found.end() == len(text):
        return "", text
    return found.group(), text[found.end() :]


def ordinal_value(text: str) -> int:
    """Return which item of a list a text says it is, by its mark or its first word; 0 if neither."""
    mark, rest = split_mark(text)
    if mark:
        return mark_value(mark)
    found = _WORDED.match(rest)
    if not found:
        return 0
    chinese, listed, order_word, english = found.groups()
    if english:
        return _ENGLISH_ORDINALS.index(english.casefold()) + 1
    return _CHINESE_ORDER_WORDS[order_word] if order_word else _chinese_value(chinese or listed)


def mark_value(mark: str) -> int:
    """Return the number that an enumerator stands for: 3 for "（三）", "III.", "3." and "③"; else 0."""
    core = re.sub(r"[\s（）().．、]", "", mark)
    if core.isascii() and core.isdigit():
        return int(core)
    if re.fullmatch(_CHINESE_ORDINAL, core):
        return _chinese_value(core)
    if re.fullmatch("[IVX]+", core):
        return roman_value(core)
    if core in _CIRCLED and core:
        return _CIRCLED.index(core) + 1
    if re.fullmatch("[Ⅰ-Ⅻ]", core):
        return ord(core) - ord("Ⅰ") + 1
    if re.fullmatch("[a-hA-H]", core):
        return ord(core.casefold()) - ord("a") + 1
    return 0


def _chinese_value(numeral: str) -> int:
    tens, ten, ones = numeral.partition("十")
    if not ten:
        return CHINESE_DIGITS.index(numeral) if len(numeral) == 1 else 0
    return (CHINESE_DIGITS.index(tens[-1:]) if tens else 1) * 10 + (
        CHINESE_DIGITS.index(ones[-1:]) if ones else 0
    )


def roman_value(numeral: str) -> int:
    """Return the value of a Roman numeral in capital letters up to L, fifty."""
    values = [{"I": 1, "V": 5, "X": 10, "L": 50}[letter] for letter in numeral]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))
