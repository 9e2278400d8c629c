"""Countries of the world and places of China: what Chinese and English call them, and where a text does.

The tables are ``countries.tsv`` and ``chinese_places.tsv`` beside this file: the provinces and all cities at
the level of a prefecture. In English a place goes by its official spelling, by one that used to be, or by
the word for its people. Which of them a translator should have written is not judged here.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from vet_terms.language.pairs import finder_of_pairs

_HERE = Path(__file__).parent
_WORD = re.compile(r"[A-ZÀ-Þ][A-Za-zÀ-ɏ]*")
_SHORTEST_CAPITALS = 4
"""A word all in capitals of this length is read as a name in a heading, not as an abbreviation."""
_WITH_CHINA = re.compile("中(印尼|[德英法美俄日韩泰越老柬缅])")
_NO_PARTNER = ("中老年", "中英文", "中法文", "中日文", "中美洲")
_SPEECH = "方籍语文军企商裔媒系国中"
_TOWARDS = "驻赴访对留旅抗援反亲在与和同"


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A country (then without ``within``) or a place of China.

    ``english`` begins with what is written today. ``within`` is the Chinese name of the province of a city,
    ``中国`` for a province. ``short`` are the characters that stand for the place in compounds (中泰, 京沪).
    """

    chinese: tuple[str, ...]
    english: tuple[str, ...]
    short: str
    within: str

    @property
    def is_country(self) -> bool:
        """Whether it is a country, and not a place of China."""
        return not self.within


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a text names a place; in English a word can mean several (Korean, Fuzhou)."""

    start: int
    end: int
    places: tuple[NamedPlace, ...]


def all_countries() -> tuple[NamedPlace, ...]:
    """Return the countries of the world."""
    return tuple(place for place in _places() if place.is_country)


def all_places() -> tuple[NamedPlace, ...]:
    """Return the countries of the world and the places of China."""
    return _places()


def places_in_chinese(text: str) -> list[Mention]:
    """Return where a Chinese text names places by a full name, the longest name from the left."""
    heads = _chinese_names()
    found: list[Mention] = []
    past = 0
    for start in _beginnings()(text):
        if start < past:
            continue
        for name, place in heads[text[start : start + 2]]:
            if text.startswith(name, start) and not _reaches_over(text, start, start + len(name)):
                past = start + len(name)
                if place is not None:
                    found.append(Mention(start, past, (place,)))
                break
    return found


def partners_in_chinese(text: str) -> list[Mention]:
    """Return where a Chinese text names a country with China by one character: 中德, 中泰."""
    return [
        Mention(*found.span(1), _by_short()[found[1]])
        for found in _WITH_CHINA.finditer(text)
        if not text.startswith(_NO_PARTNER, found.start())
    ]


def places_in_english(text: str) -> list[Mention]:
    """Return where an English text names places with a capital letter, the longest name from the left."""
    heads = _english_names()
    plain = text.replace("’", "'")
    found: list[Mention] = []
    past = 0
    for word in _WORD.finditer(plain):
        if word.start() < past:
            continue
        head = word.group()
        shouted = head.isupper() and len(head) >= _SHORTEST_CAPITALS
        names = heads.get(head.capitalize() if shouted else head) or heads.get(head.removesuffix("s"))
        for name, places in names or ():
            end = word.start() + len(name)
            there = plain[word.start() : end]
            if (there == name or (shouted and there == name.upper())) and _ends(plain, end):
                found.append(Mention(word.start(), end, places))
                past = end
                break
    return found


def is_meant(place: NamedPlace, zh: str, mentions: Sequence[Mention]) -> bool:
    """Return whether a Chinese text can mean a place, by a full name or in a compound (中泰, 赴德, 京津冀).

    ``mentions`` are the places that the text names in full: 印度 is not meant where 印度尼西亚 is.
    """
    for name in place.chinese:
        at = zh.find(name)
        while at >= 0:
            if not any(each.start <= at < each.end and place not in each.places for each in mentions):
                return True
            at = zh.find(name, at + 1)
    if not place.is_country:
        # 南宁 is no 宁 that stands for Nanjing.
        return any(
            char in place.short and not any(each.start <= at < each.end for each in mentions)
            for at, char in enumerate(zh)
        )
    return any(_in_compound(char, zh) for char in place.short)


def _in_compound(char: str, zh: str) -> bool:
    at = zh.find(char)
    while at >= 0:
        before, after = zh[at - 1 : at], zh[at + 1 : at + 2]
        if (before and before in _shorts() + _TOWARDS) or (after and after in _shorts() + _SPEECH):
            return True
        at = zh.find(char, at + 1)
    return False


def _reaches_over(text: str, start: int, end: int) -> bool:
    """Return whether the last character belongs to the word after the name: 欧美国家, 高中国际班."""
    return text[end - 1] == "国" and end - start == 2 and text[end : end + 1] in set("家际企营有")


def _ends(text: str, end: int) -> bool:
    after = text[end : end + 2]
    return not after[:1].isalnum() or (after[0] == "s" and not after[1:].isalnum())


@functools.cache
def _places() -> tuple[NamedPlace, ...]:
    countries = [
        NamedPlace(tuple(zh.split("|")), tuple(en.split("|")), short, "")
        for zh, short, en in _rows("countries.tsv")
    ]
    chinese = [
        NamedPlace((zh,), tuple(en.split("|")), short, within or "中国")
        for zh, within, short, en in _rows("chinese_places.tsv")
    ]
    return (*countries, *chinese)


def _rows(name: str) -> Iterable[list[str]]:
    lines = (_HERE / name).read_text(encoding="utf-8").split("\n")[1:]
    return [line.split("\t") for line in lines if line]


_OTHER_NAMES = (
    "马里兰",
    "马里奥",
    "阿曼达",
    "巴林左旗",
    "巴林右旗",
    "印度洋",
    "日本海",
    "黑山县",
    "中国家庭",
    "海南州",
    "约旦河",
)
"""What begins with the name of a country and is none."""


@functools.cache
def _chinese_names() -> dict[str, list[tuple[str, NamedPlace | None]]]:
    """Return the names by their first two characters, the longest first."""
    names: dict[str, NamedPlace | None] = {name: place for place in _places() for name in place.chinese}
    names |= dict.fromkeys(_OTHER_NAMES)
    heads: dict[str, list[tuple[str, NamedPlace | None]]] = {}
    for name in sorted(names, key=lambda each: (-len(each), each)):
        heads.setdefault(name[:2], []).append((name, names[name]))
    return heads


@functools.cache
def _beginnings() -> Callable[[str], list[int]]:
    return finder_of_pairs(_chinese_names().keys())


@functools.cache
def _english_names() -> dict[str, list[tuple[str, tuple[NamedPlace, ...]]]]:
    """Return the names by their first word, the longest first."""
    names: dict[str, list[NamedPlace]] = {}
    for place in _places():
        for name in place.english:
            names.setdefault(name, []).append(place)
    heads: dict[str, list[tuple[str, tuple[NamedPlace, ...]]]] = {}
    for name in sorted(names, key=lambda each: (-len(each), each)):
        head = _WORD.match(name)
        if head is not None:
            heads.setdefault(head.group(), []).append((name, tuple(names[name])))
    return heads


@functools.cache
def _by_short() -> dict[str, tuple[NamedPlace, ...]]:
    countries = [place for place in _places() if place.is_country]
    found = {char: tuple(place for place in countries if char in place.short) for char in _shorts()}
    return found | {"印尼": tuple(place for place in countries if "印尼" in place.chinese)}


@functools.cache
def _shorts() -> str:
    return "".join(sorted({char for place in _places() if place.is_country for char in place.short}))
