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
from vet_terms.language.mending import mended
from vet_terms.language.name_words import (
    INSTITUTION_SUFFIXES,
    LONG_SUFFIXES,
    ORGANS,
    PLACE_SUFFIXES,
    REGIONS,
    TITLES,
    is_faculty,
    is_firm,
    is_institution,
    is_kind,
    is_publication,
    is_transliterated,
)
from vet_terms.language.pinyin import surname_of
from vet_terms.language.scripts import HAN
from vet_terms.language.tagging import Token
from vet_terms.language.words import general_frequency, words

EntityKind = Literal["organisation", "person", "place", "publication"]

DASHES = "-—–－‐‑─"
_NAME_TAGS = frozenset({"LOC", "ORG", "PER", "nz"})
_INSIDE_TAGS = _NAME_TAGS | {"n", "nw", "vn", "s", "an", "a", "vd"}
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
# Verbs that names of institutions hold between nouns (产教融合|发展|联盟).
_NOMINAL = frozenset({"发展", "融合", "合作", "服务", "创新", "协同", "研究", "促进"})
# Institutions that say in brackets where they are.
_SETTLED = ("公司", "学院", "大学", "集团", "中心", "分校")
_REACHES = frozenset({"全国", "国家", "世界", "亚洲"})
_ACTIVITIES = ("研究", "培训", "教育", "交流", "合作", "服务", "管理", "推广", "训练", "开发")
_LEAST_JOINT, _LEAST_NATIONAL = 6, 9
# How the names of fields of study end.
_FIELD = re.compile(r"[化学术程理计法语易务融信游业电]$")


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
    tokens = mended(text)
    found = _institutions(text, tokens) + _named(text, tokens) + _byline(text) + _listed(text)
    found.sort(key=lambda entity: (-(entity.end - entity.start), entity.start))
    taken = [False] * len(text)
    kept: list[Entity] = []
    for entity in found:
        if not any(taken[entity.start : entity.end]):
            kept.append(entity)
            taken[entity.start : entity.end] = [True] * (entity.end - entity.start)
    return sorted(kept, key=lambda entity: entity.start)


def _institutions(text: str, tokens: Sequence[Token]) -> list[Entity]:
    found = []
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
            _is_name(tok) or _opens_unnamed(tok, tokens[last].end) for tok in tokens[first : last + 1]
        ):
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
        elif _is_bracketed_place(tokens, first - 1) and tokens[last].text.endswith(_SETTLED):
            first -= 2
        elif _is_joint(tokens, first - 1):
            first -= 1
        elif _is_dash(left) and first >= 2:
            pass
        elif _stands_apart(left) or not (
            _may_stand_inside(left, tokens[first]) or _is_nominal_verb(tokens, first - 1)
        ):
            break
        first -= 1
    return first


def _may_open(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Return whether an institution's name may begin with a word of the run that ends in its kind."""
    token = tokens[first]
    if token.tag in _NAME_TAGS or token.text in "“‘":
        return True
    # A partner before a dash (牧院—正大…中心), and bodies of the whole country (全国…共同体).
    partner = first < last and _is_dash(tokens[first + 1]) and token.tag == "n"
    return partner or _opens_unnamed(token, tokens[last].end)


def _opens_unnamed(token: Token, end: int) -> bool:
    """Return whether a word begins the name of a body that has none of a place (全国…共同体, 中非…学院)."""
    if _COUNTRIES.match(token.text):
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
    return any(_is_name(token) for token in tokens[first:index])


def _listed(text: str) -> list[Entity]:
    """Return the regions and organs whose names are fixed."""
    fixed: tuple[tuple[EntityKind, tuple[str, ...]], ...] = (("place", REGIONS), ("organisation", ORGANS))
    return [
        Entity(name, kind, *match.span())
        for kind, names in fixed
        for name in names
        for match in re.finditer(name, text)
    ]


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
    return token.tag in {"ORG", "n"} and token.text.endswith(LONG_SUFFIXES) and _is_generic(token.text)


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
    if is_faculty(word) or is_firm(word):
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
        if (
            token.tag == "nw"
            and text[token.start - 1 : token.start] == "《"
            and text[token.end : token.end + 1] != "》"
        ):
            # Half a title.
            continue
        if kind:
            found.append(Entity(token.text, kind, token.start, token.end))
        if token.tag in {"n", "nz", "ORG"} and is_faculty(token.text):
            start = tokens[_faculty_start(tokens, index)].start
            found.append(Entity(text[start : token.end], "organisation", start, token.end))
    found += _placed(text, tokens)
    for match in _AFTER_TITLE.finditer(text):
        person = _person_at(tokens, match.start(1))
        if person:
            found.append(Entity(text[match.start(1) : person], "person", match.start(1), person))
    return found


def _faculty_start(tokens: Sequence[Token], index: int) -> int:
    """Return where the name of a faculty begins; it may be of two fields (自动化与|信息技术学院)."""
    if index < 2 or tokens[index - 1].text not in {"与", "和"}:
        return index
    field = tokens[index - 2]
    two = field.tag in {"n", "vn"} and not is_institution(field.text) and not is_kind(field.text)
    alone = index == 2 or tokens[index - 3].tag not in _INSIDE_TAGS
    return index - 2 if two and alone and _FIELD.search(field.text) else index


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
        return "organisation" if is_institution(word) else "place"
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
    if is_transliterated(plain):
        return not is_known(plain) or is_proper_noun(plain)
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
            if token.end == start + 1:
                # The surname is stuck to the title (博士楼|华山).
                name, end = token.text[-1], token.end
            elif token.end > start:
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
