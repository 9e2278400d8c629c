"""Chinese words and tags with the tagger's commonest errors put right, before names are read from them.

A verb or a preposition swallowed by a name (上汽通用五菱|共建|…学院, 于|吉布提…), a word cut through a set
phrase (畜牧业产|教|融合), a title cut from its rank (副|厅长), Chinese hidden in a mark or a conjunction.
Only borders and tags change: the pieces joined are still the text.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence

from vet_terms.language.education_words import ABBREVIATED
from vet_terms.language.lexicon import is_known, is_proper_noun
from vet_terms.language.scripts import HAN
from vet_terms.language.tables import listed
from vet_terms.language.tagging import Token, tagged

_NAMES = frozenset({"LOC", "ORG", "PER"})
# Verbs that stand between two names and in no name.
_BETWEEN_NAMES = re.compile(
    "(?:"
    + "|".join(
        listed(
            """
    联合共建 合作共建 共同组建 牵头组建 牵头成立 联合组建 联合举办 联合承办 联合主办 联合成立 共建 组建 牵头
    承办 主办 协办 举办 创办 成立 设立 携手 创建 荣获 入选 升格为 更名为 参与
    """
        )
    )
    + ")"
)
_LEADING = frozenset("于在与和及同由向对从")
_RANKS = frozenset({"副", "总", "代"})
_TITLE_AFTER_RANK = re.compile(
    r"[厅局部处校院市省县区会所站州]长|主任|主席|书记|教授|总裁|经理|研究员|理事长|秘书长"
)
_JOINING = r"(?:融合|融汇|融通|贯通|联合体|联盟|合作|协同|衔接)"
_CUT_THROUGH = re.compile(
    "(?:" + "|".join(sorted(key for key in ABBREVIATED if len(key) == 2)) + ")(?=" + _JOINING + ")"
)
# A place that is none here: what is with Chinese characteristics need not be in China.
_PHRASES = frozenset({"中国特色", "中国式现代化"})
_LEAST_NAME = 2
_MEASURES = "个名所项家门批届期类种次支条份张台套座处位间部本款枚艘辆"
_NUMBER = re.compile(r"[0-9０-９一二三四五六七八九十百千万亿余多几两]$")
_CONTENT = frozenset({"n", "v", "vn", "a", "an"})


@functools.lru_cache(maxsize=8192)
def mended(text: str) -> tuple[Token, ...]:
    """Return the words of a Chinese text with their tags, errors that Chinese itself shows put right."""
    pieces: list[Token] = []
    for token in tagged(text):
        pieces += _opened(token)
    return tuple(_ranked(_whole(text, _joined(_counted(pieces)))))


def _counted(tokens: Sequence[Token]) -> Iterator[Token]:
    """Return the words with a measure word after a number by itself (35|个子|系统 is 35|个|子系统)."""
    found = list(tokens)
    for index, token in enumerate(found):
        before = found[index - 1] if index else None
        if before is None or len(token.text) < _LEAST_NAME or not _NUMBER.search(before.text):
            yield token
        elif token.text[0] in _MEASURES and token.tag not in {"m", "q", "TIME"} and before.tag == "m":
            cut = token.start + 1
            yield Token(token.text[0], "q", token.start, cut)
            yield Token(token.text[1:], token.tag, cut, token.end)
        else:
            yield token


def _joined(tokens: Iterable[Token]) -> list[Token]:
    """Return the words with those whole that were cut into characters or after one (领|军, 子|系统)."""
    found: list[Token] = []
    for token in tokens:
        left = found[-1] if found else None
        if (
            left is not None
            and len(left.text) == 1
            and left.end == token.start
            and {left.tag, token.tag} <= _CONTENT
            and (len(token.text) == 1 or (len(found) > 1 and found[-2].tag == "q"))
            and is_known(left.text + token.text)
        ):
            # A verb and its object stay a verb (领军); a noun before a verb was none (赋|能).
            tag = left.tag if token.tag != "v" else "vn"
            found[-1] = Token(left.text + token.text, tag, left.start, token.end)
        else:
            found.append(token)
    return found


def _opened(token: Token) -> Iterator[Token]:
    """Return what one supposed word is made of."""
    if token.tag in {"w", "c", "p", "u"} and len(token.text) > _LEAST_NAME:
        parts = re.findall(rf"^[与和及同]|[{HAN}]+|[^{HAN}]+", token.text)
        if len(parts) > 1:
            position = token.start
            for part in parts:
                if re.match(rf"[{HAN}]{{2}}", part):
                    for inner in tagged(part):
                        yield Token(inner.text, inner.tag, position + inner.start, position + inner.end)
                else:
                    tag = "c" if re.match(rf"[{HAN}]", part) else "w"
                    yield Token(part, tag, position, position + len(part))
                position += len(part)
            return
    if token.tag in _NAMES and not is_known(token.text):
        if token.text[0] in _LEADING and _begins_with_name(token.text[1:]):
            cut = token.start + 1
            yield Token(token.text[0], "p", token.start, cut)
            token = Token(token.text[1:], token.tag, cut, token.end)
        verb = _BETWEEN_NAMES.search(token.text, _LEAST_NAME)
        if verb and token.tag != "PER" and len(token.text) - verb.end() >= _LEAST_NAME:
            start, end = token.start + verb.start(), token.start + verb.end()
            yield Token(token.text[: verb.start()], token.tag, token.start, start)
            yield Token(verb.group(), "v", start, end)
            for inner in tagged(token.text[verb.end() :]):
                yield Token(inner.text, inner.tag, end + inner.start, end + inner.end)
            return
    yield token


def _begins_with_name(text: str) -> bool:
    return any(is_proper_noun(text[:size]) for size in (4, 3, 2) if len(text) > size)


def _whole(text: str, tokens: Sequence[Token]) -> list[Token]:
    """Return the words with shortened pairs (产教, 科教) whole before what joins their two parties."""
    found = list(tokens)
    for match in _CUT_THROUGH.finditer(text):
        if any((token.start, token.end) == match.span() for token in found):
            continue
        first = next(index for index, token in enumerate(found) if token.end > match.start())
        last = next(index for index, token in enumerate(found) if token.end >= match.end())
        left, right = found[first], found[last]
        made = [Token(match.group(), "vn", *match.span())]
        if left.start < match.start():
            made.insert(0, Token(text[left.start : match.start()], left.tag, left.start, match.start()))
        if right.end > match.end():
            made.append(Token(text[match.end() : right.end], right.tag, match.end(), right.end))
        # A whole name in which the pair stands is no error.
        if left.tag not in _NAMES and right.tag not in _NAMES:
            found[first : last + 1] = made
    return found


def _ranked(tokens: Sequence[Token]) -> Iterator[Token]:
    """Return the words with a rank and its title as one (副|厅长)."""
    skip = False
    for token, following in itertools.zip_longest(tokens, tokens[1:]):
        if skip:
            skip = False
            continue
        if following is not None and _is_one_word(token.text, following.text):
            skip = True
            yield Token(token.text + following.text, "n", token.start, following.end)
        else:
            yield token


def _is_one_word(left: str, right: str) -> bool:
    return left + right in _PHRASES or (left in _RANKS and bool(_TITLE_AFTER_RANK.match(right)))
