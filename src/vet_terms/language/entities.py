"""Named entities of a Chinese text: the model's, repaired by rules about how Chinese names are built.

Institutions end in a word for their kind (学院, 公司, 基地 …) and reach left over nouns to a name; a dash
or a quoted partner name may stand inside ("柳工-柳职院"全球客户体验中心). Persons begin with a surname;
by-lines set names apart by spaces. What looks like a name to the model but is a common word is left
out: a missed name is found by other means, a false one stays.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from vet_terms.language.lexicon import ABBREVIATED, is_known, is_proper_noun
from vet_terms.language.pinyin import surname_of
from vet_terms.language.scripts import HAN
from vet_terms.language.tables import listed
from vet_terms.language.tagging import Token, tagged
from vet_terms.language.words import general_frequency, words

EntityKind = Literal["organisation", "person", "place", "publication"]

INSTITUTION_SUFFIXES = listed(
    """
    学院 大学 学校 中学 小学 幼儿园 党校 职校 技校 公司 集团 厂 企业联合会 中心 基地 共同体
    联合体 联盟 工坊 研究院 研究所 科学院 工程院 实验室 工作室 工作站 委员会 常委会 党委 市委
    省委 区委 县委 政府 厅 司法局 局 部 办公室 协会 学会 商会 总会 联合会 基金会 代表处 办事处
    领事馆 大使馆 使馆 银行 医院 法院 检察院 出版社 通讯社 报社 图书馆 博物馆 体育馆 书院
    俱乐部 园区 开发区 示范区 试验区 工业园 产业园 科技园 城职院 职院 事务所 合作社 总局 支部
    组织部 宣传部 秘书处 工商大会 分中心
    """
)
PUBLICATION_SUFFIXES = ("日报", "晚报", "早报", "周报", "学报", "周刊", "月刊", "杂志")
PLACE_SUFFIXES = tuple(
    listed(
        """
    自治州 自治区 半岛 省 市 县 区 州 盟 旗 镇 乡 村 郡 岛 洲 路 街 港 湾 山 河 江 湖
    """
    )
)
TITLES = listed(
    """
    博士 硕士 教授 副教授 老师 院长 校长 厅长 局长 部长 市长 省长 县长 处长 科长 主任 书记 主席
    总理 总统 总书记 会长 秘书长 董事长 总经理 经理 记者 大师 同志 先生 女士 院士 专家 研究员
    工程师 大使 委员 代表
    """
)

DASHES = "-—–－‐‑─"
_NAME_TAGS = frozenset({"LOC", "ORG", "PER", "nz"})
_INSIDE_TAGS = _NAME_TAGS | {"n", "nw", "vn", "s", "an", "a", "vd"}
# Single-character tails count only where the model itself took the word for an institution.
_LONG_SUFFIXES = tuple(suffix for suffix in INSTITUTION_SUFFIXES if len(suffix) > 1)
# Characters that end a shortened institution (柳职院, 柳职) and no given name.
_ABBREVIATED_INSTITUTION = re.compile(r".{1,4}[院校厅局委办社职]$")
_AUTHORITY = re.compile(r"(?:政府|[厅局部司处]|委|委员会|党委)$")
# Official papers write the office of the place at hand without the place.
_OFFICE = re.compile(r"(?:市|省|县|区|州|镇|乡)(?:委|政府|人大|政协)$|教育[厅局部委]$|教委$")
_COUNTRY = "中德英法美俄日韩泰越老柬缅印马新菲欧非澳加意西朝蒙埃以"
_COUNTRIES = re.compile(f"[{_COUNTRY}]{{2,3}}(?:尼)?$")
_HAN_ONLY = re.compile(f"[{HAN}]+$")
_BYLINE = re.compile(f"(?<![{HAN}])[{HAN}]{{2,4}}(?:[  　、][{HAN}]{{2,4}})+(?![{HAN}])")
_AFTER_TITLE = re.compile(f"(?:{'|'.join(TITLES)})([{HAN}]{{2,3}})")
_LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class Entity:
    """A name in a Chinese text: its characters, what it names, and where it stands."""

    text: str
    kind: EntityKind
    start: int
    end: int


def entities(text: str) -> list[Entity]:
    """Return the named entities of a Chinese text in order; they do not overlap.

    A longer name wins over one inside it: 柳州职业技术学院 is one organisation, not a place in one.
    """
    tokens = tagged(text)
    found = _institutions(text, tokens) + _named(text, tokens) + _byline(text)
    found.sort(key=lambda entity: (-(entity.end - entity.start), entity.start))
    taken = [False] * len(text)
    kept: list[Entity] = []
    for entity in found:
        if not any(taken[entity.start : entity.end]):
            kept.append(entity)
            taken[entity.start : entity.end] = [True] * (entity.end - entity.start)
    return sorted(kept, key=lambda entity: entity.start)


def is_institution(name: str) -> bool:
    """Return whether a Chinese text ends in a word for a kind of institution."""
    return name.endswith(_LONG_SUFFIXES)


def is_publication(name: str) -> bool:
    """Return whether a Chinese text ends in a word for a kind of periodical."""
    return name.endswith(PUBLICATION_SUFFIXES)


def _institutions(text: str, tokens: Sequence[Token]) -> list[Entity]:
    found = []
    for last, token in enumerate(tokens):
        # A suffix may be cut in two (示范|区).
        ending = tokens[last - 1].text + token.text if last and len(token.text) == 1 else token.text
        if token.tag not in {"n", "nz", "ORG", "LOC", "vn"} or not ending.endswith(_LONG_SUFFIXES):
            continue
        first = _reach_left(tokens, last)
        while first <= last and tokens[first].tag not in _NAME_TAGS and tokens[first].text not in "“‘":
            first += 1
        if first > last or not any(_is_name(tok) for tok in tokens[first : last + 1]):
            continue
        start, end = tokens[first].start, token.end
        if end - start <= _LONGEST_NAME and end - start > 2:
            kind: EntityKind = "publication" if is_publication(text[start:end]) else "organisation"
            found.append(Entity(text[start:end], kind, start, end))
    return found


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
        elif _is_bracketed_place(tokens, first - 1) and tokens[last].text.endswith("公司"):
            first -= 2
        elif _is_dash(left) and first >= 2:
            pass
        elif _stands_apart(left) or not (
            _may_stand_inside(left, tokens[first]) or _is_nominal_verb(tokens, first - 1)
        ):
            break
        first -= 1
    return first


def _is_bracketed_place(tokens: Sequence[Token], close: int) -> bool:
    """Return whether a place in brackets ends here, as in 博世汽车部件（苏州）有限公司."""
    return (
        close >= 3
        and tokens[close].text in "）)"
        and tokens[close - 1].tag == "LOC"
        and tokens[close - 2].text in "（("
    )


def _opens_on_name(tokens: Sequence[Token], close: int) -> bool:
    """Return whether a quotation that ends here is made of names joined by dashes."""
    index = close - 1
    names = 0
    while index >= 0 and (_is_dash(tokens[index]) or tokens[index].tag in {"ORG", "LOC", "PER", "nz"}):
        names += not _is_dash(tokens[index])
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
    return token.tag in _INSIDE_TAGS and bool(re.match(rf"[{HAN}A-Za-z0-9+]", token.text))


def _is_nominal_verb(tokens: Sequence[Token], index: int) -> bool:
    """Return whether a verb belongs to a set phrase with a shortened word, as in 产教融合, 校企合作."""
    token = tokens[index]
    return token.tag == "v" and (
        token.text in ABBREVIATED or (index > 0 and tokens[index - 1].text in ABBREVIATED)
    )


def _stands_apart(token: Token) -> bool:
    """Return whether a word is a kind of institution named in full, which what follows is an example of."""
    return token.tag in {"ORG", "n"} and token.text.endswith(_LONG_SUFFIXES) and _is_generic(token.text)


def _is_dash(token: Token) -> bool:
    return bool(token.text.strip()) and all(character in DASHES for character in token.text)


def _is_name(token: Token) -> bool:
    if token.tag == "LOC":
        return _is_place(token.text)
    if token.tag == "ORG":
        return not _is_common(token.text)
    return token.tag == "PER" and bool(surname_of(token.text))


def _is_common(word: str) -> bool:
    """Return whether a supposed name is a word of general use, or two countries shortened (中德)."""
    if _COUNTRIES.match(word) or word in ABBREVIATED:
        return True
    if is_proper_noun(word) or (_AUTHORITY.search(word) and len(word) > 3) or _OFFICE.match(word):
        return False
    return is_known(word) or general_frequency(word) > 0 or _is_generic(word)


def _is_generic(word: str) -> bool:
    """Return whether a word is made of common words alone (职教集团), so that it names a kind."""
    parts = words(word)
    return all(
        len(part) > 1
        and not is_proper_noun(part)
        and (is_known(part) or part in ABBREVIATED or general_frequency(part) > 0)
        for part in parts
    )


def _is_place(word: str) -> bool:
    if is_proper_noun(word):
        return True
    stem = next((word.removesuffix(suffix) for suffix in PLACE_SUFFIXES if word.endswith(suffix)), word)
    # A name of one character before 市 or 县 does not stand alone (兴市 is a verb and its object).
    if is_known(word) or len(word) < 2 or _COUNTRIES.match(word) or (stem != word and len(stem) < 2):
        return False
    return not _is_generic(stem)


def _named(text: str, tokens: Sequence[Token]) -> list[Entity]:
    found = []
    for index, token in enumerate(tokens):
        kind = _kind(token)
        if kind == "place" and index and tokens[index - 1].text == "兴":
            continue
        if kind:
            found.append(Entity(token.text, kind, token.start, token.end))
    found += _placed(text, tokens)
    for match in _AFTER_TITLE.finditer(text):
        person = _person_at(tokens, match.start(1))
        if person:
            found.append(Entity(text[match.start(1) : person], "person", match.start(1), person))
    return found


def _placed(text: str, tokens: Sequence[Token]) -> list[Entity]:
    """Return organisations called by a Latin acronym with the place before it (纽伦堡IHK)."""
    return [
        Entity(text[place.start : token.end], "organisation", place.start, token.end)
        for place, token in itertools.pairwise(tokens)
        if token.tag in {"ORG", "nz"}
        and re.fullmatch(r"[A-Z]{2,8}", token.text)
        and place.tag == "LOC"
        and _is_place(place.text)
    ]


def _kind(token: Token) -> EntityKind | None:
    word = token.text
    if not re.search(f"[{HAN}A-Z]", word):
        return None
    if token.tag == "ORG" and not _is_common(word):
        return "publication" if is_publication(word) else "organisation"
    if token.tag == "LOC" and _is_place(word):
        return "place"
    if token.tag == "nw":
        return "publication"
    if token.tag == "PER" and _ABBREVIATED_INSTITUTION.match(word):
        return "organisation"
    if token.tag == "PER" and _is_person(word):
        return "person"
    return None


def _is_person(word: str) -> bool:
    plain = re.sub(r"[·•]", "", word)
    if "·" in word or "•" in word:
        return bool(_HAN_ONLY.match(plain))
    surname = surname_of(plain)
    if not surname or not _HAN_ONLY.match(plain) or not len(surname) < len(plain) <= len(surname) + 2:
        return False
    return is_proper_noun(plain) or not (is_known(plain) or general_frequency(plain) > 50)


def _person_at(tokens: Sequence[Token], start: int) -> int | None:
    """Return where a person's name ends that begins at a token border after a title, or None.

    One name may be cut into short words (楼 | 华山); it ends where a word of another kind begins.
    """
    end, name = start, ""
    for token in tokens:
        if token.start < start:
            if token.end > start:
                return None
            continue
        if token.tag not in {"PER", "n", "nz", "nr", "LOC"} or len(name) + len(token.text) > 3:
            break
        name += token.text
        end = token.end
        if len(name) == 3:
            break
    return end if len(name) > 1 and _is_person(name) else None


def _byline(text: str) -> list[Entity]:
    """Return the names of a by-line: two or more short words between spaces that all look like names."""
    found = []
    for match in _BYLINE.finditer(text):
        parts = [
            (match.start() + part.start(), part.group()) for part in re.finditer(f"[{HAN}]+", match.group())
        ]
        people = [
            (start, name) for start, name in parts if _is_person(name) and (len(name) == 3 or _is_rare(name))
        ]
        if len(people) >= 2 and len(people) >= len(parts) - 1:
            found += [Entity(name, "person", start, start + len(name)) for start, name in people]
    return found


def _is_rare(word: str) -> bool:
    return not is_known(word) and not general_frequency(word)
