"""Places and countries in English: from the dictionary where it has them, else in pinyin with their kind.

A Chinese place is its proper name as one word and the kind of place after it (Lingyun County); a city goes
by its name alone. A name of one syllable before its kind is left out: usage differs for those.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass

from vet_terms.language.lexicon import glosses, is_known, is_proper_noun
from vet_terms.language.pinyin import romanise_place
from vet_terms.language.tables import listed
from vet_terms.language.tagging import tagged
from vet_terms.language.words import words

KINDS: Mapping[str, str] = {
    "特别行政区": "Special Administrative Region",
    "自治区": "Autonomous Region",
    "自治州": "Autonomous Prefecture",
    "自治县": "Autonomous County",
    "新区": "New Area",
    "省": "Province",
    "市": "",
    "县": "County",
    "区": "District",
    "镇": "Town",
    "乡": "Township",
    "村": "Village",
}
_WORDED: Mapping[str, str] = {
    "中国": "China",
    "中华人民共和国": "People's Republic of China",
    "广西": "Guangxi",
    "广西壮族自治区": "Guangxi Zhuang Autonomous Region",
    "宁夏": "Ningxia",
    "新疆": "Xinjiang",
    "内蒙古自治区": "Inner Mongolia Autonomous Region",
    "宁夏回族自治区": "Ningxia Hui Autonomous Region",
    "新疆维吾尔自治区": "Xinjiang Uygur Autonomous Region",
    "西藏自治区": "Xizang Autonomous Region",
    "西藏": "Xizang",
    "黄山": "Huangshan",
    "黄山市": "Huangshan",
    "景德镇": "Jingdezhen",
    "澳门": "Macao",
    "香港": "Hong Kong",
    "台湾": "Taiwan",
    "沙特": "Saudi Arabia",
    "胡志明市": "Ho Chi Minh City",
    "欧洲": "Europe",
    "非洲": "Africa",
    "亚洲": "Asia",
    "东南亚": "Southeast Asia",
}
_PEOPLES = {
    **{f"{name}族": en for name, en in (("壮", "Zhuang"), ("侗", "Dong"), ("苗", "Miao"), ("瑶", "Yao"))},
    **{f"{name}族": en for name, en in (("回", "Hui"), ("藏", "Tibetan"), ("彝", "Yi"), ("满", "Manchu"))},
    "仫佬族": "Mulao",
    "毛南族": "Maonan",
    "土家族": "Tujia",
    "布依族": "Bouyei",
    "朝鲜族": "Korean",
    "蒙古族": "Mongolian",
    "哈尼族": "Hani",
    "傣族": "Dai",
    "白族": "Bai",
    "羌族": "Qiang",
    "黎族": "Li",
    "维吾尔": "Uygur",
}
ADJECTIVES: Mapping[str, str] = {
    "China": "Chinese",
    "Germany": "German",
    "France": "French",
    "Britain": "British",
    "United Kingdom": "British",
    "United States": "American",
    "Russia": "Russian",
    "Japan": "Japanese",
    "Thailand": "Thai",
    "Vietnam": "Vietnamese",
    "Laos": "Lao",
    "Cambodia": "Cambodian",
    "Indonesia": "Indonesian",
    "Malaysia": "Malaysian",
    "India": "Indian",
    "Italy": "Italian",
    "Spain": "Spanish",
    "Europe": "European",
    "Africa": "African",
    "Asia": "Asian",
    "Southeast Asia": "Southeast Asian",
    "Switzerland": "Swiss",
    "Australia": "Australian",
}
"""What stands before a common noun instead of the name of a country."""

_SHORT_COUNTRIES: Mapping[str, tuple[str, str]] = {
    "德": ("German", "Germany"),
    "英": ("British", "UK"),
    "法": ("French", "France"),
    "美": ("American", "US"),
    "俄": ("Russian", "Russia"),
    "日": ("Japanese", "Japan"),
    "韩": ("Korean", "ROK"),
    "泰": ("Thai", "Thailand"),
    "越": ("Vietnamese", "Vietnam"),
    "老": ("Lao", "Laos"),
    "柬": ("Cambodian", "Cambodia"),
    "缅": ("Myanmar", "Myanmar"),
    "马": ("Malaysian", "Malaysia"),
    "印尼": ("Indonesian", "Indonesia"),
    "非": ("African", "Africa"),
    "欧": ("European", "Europe"),
    "外": ("foreign", ""),
}
_CHINESE_PLACE = re.compile(
    r"(?:city|county|district|province|prefecture|region|municipality|town|township|village|banner)\b"
)
_COMMON_KIND = re.compile(r"[地社园校景山城市老库辖特片灾郊专乡自][区镇村市县乡]$|治区$")
_LEADING_NAME = re.compile(r"[A-ZÀ-Þ][\w'’ÿ-]*(?: [A-Z][\w'’-]+)*")
_KIND_WORDS = frozenset(listed("City County District Province Prefecture Region"))
_CLAUSE = re.compile(
    r"[,(;]| (?:in|on|of|and|a|an|the) | (?:prefecture|sub|county|autonomous|province|city|municipality)"
    r"| Province\b"
)


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A place in English: its name, the kind of place (Province, County; empty for a city), its level.

    ``level`` is the Chinese word for the kind, empty where the name has none; ``origin`` says where the
    English is from.
    """

    name: str
    kind: str
    level: str
    origin: str

    def __str__(self) -> str:
        """Return the full name."""
        return f"{self.name} {self.kind}".strip()


@functools.lru_cache(maxsize=8192)
def place_name(zh: str) -> PlaceName | None:
    """Return a place in English, or None where it is not known to be a place."""
    if zh in _WORDED:
        level = next((kind for kind in KINDS if zh.endswith(kind) and kind != "市"), "")
        return PlaceName(_WORDED[zh], "", level, "set name")
    level = _level(zh)
    stem = zh.removesuffix(level)
    if level.startswith("自治"):
        return _autonomous(zh, stem, level)
    known = _from_dictionary(stem) or (_from_dictionary(zh) if level else "")
    if known and level and not _is_of_level(zh, stem, level):
        return None
    if known:
        return PlaceName(known, KINDS.get(level, ""), level, "dictionary")
    return None


def romanised_place(zh: str) -> PlaceName | None:
    """Return a place that no dictionary has in pinyin with its kind; None where no kind ends its name."""
    level = _level(zh)
    stem = zh.removesuffix(level)
    if not level or level.startswith("自治") or not 2 <= len(stem) <= 3 or _is_worded(zh, stem):
        return None
    if level == "区" and (stem.endswith("新") or (is_proper_noun(stem) and not is_proper_noun(zh))):
        return None  # 广西区 is no district
    return PlaceName(romanise_place(stem), KINDS[level], level, "pinyin")


def _level(zh: str) -> str:
    """Return the word for the kind of place that ends a name of two or more characters before it, if any."""
    if zh in KINDS:
        return ""
    return next((kind for kind in KINDS if zh.endswith(kind) and len(zh) > len(kind) + 1), "")


def _is_worded(zh: str, stem: str) -> bool:
    """Return whether a supposed place is made of common words (民族地区, 革命老区), and so names a kind."""
    return bool(_COMMON_KIND.search(zh)) or all(
        is_known(word) and not is_proper_noun(word) for word in words(stem)
    )


def two_countries(zh: str) -> tuple[str, str] | None:
    """Return what 中德 and the like are before a common noun (Sino-German) and in a name (China-Germany)."""
    if not zh.startswith("中") or zh[1:] not in _SHORT_COUNTRIES:
        return None
    adjective, country = _SHORT_COUNTRIES[zh[1:]]
    return f"Sino-{adjective}", f"China-{country}" if country else f"Sino-{adjective.title()}"


def _autonomous(zh: str, stem: str, level: str) -> PlaceName | None:
    """Return an autonomous county or prefecture: place, peoples, kind."""
    peoples: list[str] = []
    rest = stem
    while people := next((name for name in _PEOPLES if rest.endswith(name)), ""):
        peoples.insert(0, _PEOPLES[people])
        rest = rest.removesuffix(people)
    if not peoples or not 2 <= len(rest) <= 3:
        return None
    name = _from_dictionary(rest) or romanise_place(rest)
    return PlaceName(f"{name} {' and '.join(peoples)}", KINDS[level], level, "place and people")


def _is_of_level(zh: str, stem: str, level: str) -> bool:
    """Return whether a place is a county, say, and not a province that a writer puts 区 after."""
    return is_proper_noun(zh) or any(f"{KINDS[level] or 'city'}".lower() in gloss for gloss in glosses(stem))


@functools.lru_cache(maxsize=8192)
def _from_dictionary(zh: str) -> str:
    """Return the name at the beginning of a place's gloss ("Hanoi, capital of Vietnam"), empty if none."""
    if not is_proper_noun(zh) or len(zh) < 2:
        return ""
    for gloss in glosses(zh):
        names = _CLAUSE.split(gloss, maxsplit=1)[0].strip().split(" or ")
        leading = next((name for name in names if name.isascii()), names[0])
        found = _LEADING_NAME.fullmatch(leading)
        if " " in leading and "autonomous" in gloss:
            return ""  # half of "… Maonan autonomous county"
        if found and not set(leading.split()) & _KIND_WORDS and _is_place_gloss(gloss, leading, zh):
            return leading
    return ""


def _is_place_gloss(gloss: str, leading: str, zh: str) -> bool:
    """Return whether a gloss speaks of a place: it says so, or it is a bare name and the tagger says so."""
    if _CHINESE_PLACE.search(gloss) or "capital of" in gloss or " in " in gloss:
        return True
    tokens = tagged(zh)
    return gloss.startswith(leading) and len(tokens) == 1 and tokens[0].tag == "LOC"
