"""Where names of institutions stand in a tagged Chinese text.

They end in a word for their kind (学院, 公司, 基地 …) and reach left over nouns to a name; a dash or a quoted
partner name may stand inside ("柳工-柳职院"全球客户体验中心). A kind without a name is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from vet_terms.language.education_words import ABBREVIATED
from vet_terms.language.lexicon import is_proper_noun
from vet_terms.language.name_words import INSTITUTION_SUFFIXES, LONG_SUFFIXES
from vet_terms.language.scripts import HAN
from vet_terms.language.supposed_names import COUNTRIES, INSIDE_TAGS, NAME_TAGS, is_dash, is_generic, is_name
from vet_terms.language.tagging import Token

_LONGEST_NAME = 40
# Verbs that names of institutions hold between nouns (产教融合|发展|联盟).
_NOMINAL = frozenset({"发展", "融合", "合作", "服务", "创新", "协同", "研究", "促进"})
# Institutions that say in brackets where they are.
_SETTLED = ("公司", "学院", "大学", "集团", "中心", "分校")
_REACHES = frozenset({"全国", "国家", "世界", "亚洲"})
_ACTIVITIES = ("研究", "培训", "教育", "交流", "合作", "服务", "管理", "推广", "训练", "开发")
_LEAST_JOINT, _LEAST_NATIONAL = 6, 9


def institutions(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield where names of institutions begin and end in a text, given its words; they may overlap."""
    for last, token in enumerate(tokens):
        # A suffix may be cut in two (示范|区).
        ending = tokens[last - 1].text + token.text if last and len(token.text) == 1 else token.text
        if not ending.endswith(LONG_SUFFIXES) or (
            token.tag not in {"n", "nz", "ORG", "LOC", "vn"} and token.text not in INSTITUTION_SUFFIXES
        ):
            continue
        first = _reach_left(tokens, last)
        while first <= last and not _may_open(tokens, first, last):
            first += 1
        if first > last or not any(
            is_name(tok) or _opens_unnamed(tok, tokens[last].end) for tok in tokens[first : last + 1]
        ):
            continue
        start, end = tokens[first].start, token.end
        if end - start <= _LONGEST_NAME and end - start > 2:
            yield start, end


def _reach_left(tokens: Sequence[Token], last: int) -> int:
    """Return the first token of the run of nouns, names and joining dashes that ends at ``last``."""
    first = last
    quoted = False
    while first > 0:
        left = tokens[first - 1]
        if left.text in "”’" and not quoted and _opens_on_name(tokens, first - 1):
            quoted = True
        elif left.text in "“‘" and quoted:
            return first - 1
        elif _is_bracketed_place(tokens, first - 1) and tokens[last].text.endswith(_SETTLED):
            first -= 2
        elif _is_joint(tokens, first - 1):
            first -= 1
        elif is_dash(left) and first >= 2:
            if not _joins_names(tokens, first - 1, quoted=quoted):
                break
        elif _stands_apart(left) or not (
            _may_stand_inside(left, tokens[first]) or _is_nominal_verb(tokens, first - 1)
        ):
            break
        first -= 1
    return first


def _may_open(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Return whether an institution's name may begin with a word of the run that ends in its kind."""
    token = tokens[first]
    if token.tag in NAME_TAGS or token.text in "“‘":
        return True
    # A partner before a dash (牧院—正大…中心), and bodies of the whole country (全国…共同体).
    partner = first < last and is_dash(tokens[first + 1]) and token.tag == "n"
    return partner or _opens_unnamed(token, tokens[last].end)


def _opens_unnamed(token: Token, end: int) -> bool:
    """Return whether a word begins the name of a body that has none of a place (全国…共同体, 中非…学院)."""
    if COUNTRIES.match(token.text):
        return token.tag in {"ORG", "LOC", "nz"} and end - token.start >= _LEAST_JOINT
    return token.text in _REACHES and end - token.start >= _LEAST_NATIONAL


def _is_joint(tokens: Sequence[Token], index: int) -> bool:
    """Return whether "and" joins two activities of one institution (职业教育|与|培训管理局)."""
    if tokens[index].text not in {"与", "和", "及"} or index == 0:
        return False
    left = tokens[index - 1]
    if not (left.tag == "vn" or left.text.endswith(_ACTIVITIES)) or left.text.endswith(LONG_SUFFIXES):
        return False
    first = _reach_left(tokens, index - 1)
    return any(is_name(token) for token in tokens[first:index])


def _is_bracketed_place(tokens: Sequence[Token], close: int) -> bool:
    """Return whether a place in brackets ends here, as in 博世汽车部件（苏州）有限公司."""
    return (
        close >= 3
        and tokens[close].text in "）)"
        and (tokens[close - 1].tag == "LOC" or is_proper_noun(tokens[close - 1].text))
        and tokens[close - 2].text in "（("
    )


def _opens_on_name(tokens: Sequence[Token], close: int) -> bool:
    """Return whether a quotation that ends here is made of names joined by dashes."""
    index = close - 1
    names = 0
    while index >= 0 and (is_dash(tokens[index]) or tokens[index].tag in {"ORG", "LOC", "PER", "nz"}):
        names += not is_dash(tokens[index])
        index -= 1
    return names > 0 and index >= 0 and tokens[index].text in "“‘"


def _may_stand_inside(token: Token, right: Token) -> bool:
    if token.tag == "TIME":
        return token.text in {"现代", "当代", "新时代", "未来"}
    if token.tag == "v":
        # "分" of 分中心; other verbs end a name.
        return token.text == "分" and right.text.startswith(("中心", "公司", "校", "院"))
    if token.tag == "a":
        return len(token.text) > 1
    return token.tag in INSIDE_TAGS and bool(re.match(rf"[{HAN}A-Za-z0-9+]", token.text))


def _is_nominal_verb(tokens: Sequence[Token], index: int) -> bool:
    """Return whether a verb belongs to a set phrase with a shortened word, as in 产教融合, 校企合作."""
    token = tokens[index]
    return token.tag == "v" and (
        token.text in ABBREVIATED
        or (index > 0 and tokens[index - 1].text in ABBREVIATED)
        or (
            index > 0
            and token.text in _NOMINAL
            and tokens[index - 1].text in {"融合", "合作", "产业", "创新"}
        )
    )


def _stands_apart(token: Token) -> bool:
    """Return whether a word is a kind of institution named in full, which what follows is an example of."""
    return token.tag in {"ORG", "n"} and token.text.endswith(LONG_SUFFIXES) and is_generic(token.text)


def _joins_names(tokens: Sequence[Token], dash: int, *, quoted: bool) -> bool:
    """Return whether a dash, in one token or several, joins what stands before it to a name.

    A dash of double length (——) is punctuation, but between two places and in quotes; nothing that only says
    which kind of institution is meant is a partner in a name.
    """
    first = dash
    while first > 0 and is_dash(tokens[first - 1]):
        first -= 1
    last = dash
    while last + 1 < len(tokens) and is_dash(tokens[last + 1]):
        last += 1
    if first == 0 or last + 1 >= len(tokens):
        return False
    left, right = tokens[first - 1], tokens[last + 1]
    long = sum(len(token.text) for token in tokens[first : last + 1]) > 1
    places = all(token.tag == "LOC" or is_proper_noun(token.text) for token in (left, right))
    if long and not quoted and not places:
        return tokens[first].text[0] == "-"
    return left.text not in INSTITUTION_SUFFIXES
