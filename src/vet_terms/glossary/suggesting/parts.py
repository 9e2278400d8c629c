"""A Chinese term cut into parts whose English is known, or not at all.

Few parts before many, and sure sources before less sure ones: the longest known terms come first. A part
that only the dictionary or the sound gives must be a word of the sentence as it is cut by the general word
list. Nothing is composed here.
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from vet_terms.glossary.suggesting.dictionary import clear_meaning, company_name
from vet_terms.glossary.suggesting.field_words import field_words
from vet_terms.glossary.suggesting.heads import MODIFYING_HEADS, heads
from vet_terms.glossary.suggesting.numbers import counted
from vet_terms.glossary.suggesting.offices import Office, offices
from vet_terms.glossary.suggesting.places import PlaceName, place_name, romanised_place, two_countries
from vet_terms.glossary.suggesting.tables.set_names import SET_NAMES
from vet_terms.language.lexicon import is_known
from vet_terms.language.pinyin import romanise_place
from vet_terms.language.scripts import HAN
from vet_terms.language.words import general_frequency, words

Kind = Literal["word", "name", "place", "head", "office", "number", "of", "and", "dash", "plus"]

JOINTS: Mapping[str, tuple[Kind, str]] = {
    "的": ("of", "of"),
    "之": ("of", "of"),
    "与": ("and", "and"),
    "和": ("and", "and"),
    "及": ("and", "and"),
    "暨": ("and", "and"),
    "、": ("and", "and"),
    "—": ("dash", "-"),
    "-": ("dash", "-"),
    "+": ("plus", "+"),
    "＋": ("plus", "+"),
}
_COST = {"glossary": 10, "set name": 10, "generic head": 10, "word of the field": 10, "number": 9}
_OTHER_COST, _JOINT_COST = 13, 2
# A long word that only the dictionary has must not hide two words of the field.
_LONG_WORD, _LONG_COST = 4, 21
_LONGEST = 24
_COMPANY_END = re.compile(r"(?:公司|集团)$")
_LATIN = re.compile(r"[A-Za-z0-9]+")
_HAN_WORD = re.compile(rf"[{HAN}]{{2,3}}")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a Chinese term with its English before another word, and at the end of a term.

    ``origin`` says where the English is from. ``before`` or ``last`` is empty where the part cannot stand
    there.
    """

    zh: str
    kind: Kind
    before: str
    last: str
    origin: str = ""
    place: PlaceName | None = None
    office: Office | None = None
    shared: str = ""
    """Of two countries in short (中德), what stands in a name."""


_Path = tuple[int, list[Part]]
"""What a way to cut the beginning of a term costs, and its parts."""


def cut(
    zh: str, glossary: Mapping[str, str], stems: Mapping[str, str] = MappingProxyType({})
) -> list[Part] | None:
    """Return the parts of a term, or None where a stretch of it has no known English.

    ``glossary`` holds the English of known Chinese terms, ``stems`` that of names without their last word;
    the whole term is never a part of itself.
    """
    borders = {0, *itertools.accumulate(len(word) for word in words(zh))}
    best: list[_Path | None] = [None] * (len(zh) + 1)
    best[0] = (0, [])
    for start in range(len(zh)):
        here = best[start]
        if here is None:
            continue
        for end in range(min(len(zh), start + _LONGEST), start, -1):
            for part in _parts(zh, start, end, glossary, stems):
                loose = part.origin in {"dictionary", "pinyin"} and part.kind != "place"
                if loose and not {start, end} <= borders:
                    continue
                found = (here[0] + _cost(part), [*here[1], part])
                if best[end] is None or _rank(found) < _rank(best[end]):
                    best[end] = found
    whole = best[len(zh)]
    return whole[1] if whole else None


def _cost(part: Part) -> int:
    if not part.origin:
        return _JOINT_COST
    if part.origin == "dictionary" and part.kind == "word" and len(part.zh) >= _LONG_WORD:
        return _LONG_COST
    return _COST.get(part.origin, _OTHER_COST)


def _rank(path: _Path | None) -> tuple[float, list[int]]:
    """Return what orders two ways to cut the same stretch: cost, then the longest parts first."""
    return (path[0], [-len(part.zh) for part in path[1]]) if path else (math.inf, [])


def _parts(
    zh: str, start: int, end: int, glossary: Mapping[str, str], stems: Mapping[str, str]
) -> Iterator[Part]:
    """Return what a stretch of a term can be, the surest first."""
    text = zh[start:end]
    inside = (start, end) != (0, len(zh))
    if text in JOINTS:
        if start > 0 and end < len(zh):
            kind, en = JOINTS[text]
            yield Part(text, kind, en, "")
        return
    place = place_name(text)
    if inside and text in glossary:
        yield _of_glossary(text, glossary[text], place)
    elif inside and text in stems:
        yield Part(text, "name", stems[text], "", "glossary")
    elif place:
        yield Part(text, "place", place.name, str(place), place.origin, place)
    if text in SET_NAMES:
        yield Part(text, "name", SET_NAMES[text], SET_NAMES[text], "set name")
    if text in offices():
        office = offices()[text]
        yield Part(text, "office", "", "", "generic head", office=office)
    if text in heads() and (end == len(zh) or text not in field_words()):
        en = heads()[text]
        yield Part(text, "head", MODIFYING_HEADS.get(text, en.lower()), en, "generic head")
    if text in field_words():
        word = field_words()[text]
        yield Part(text, "word", word.before, word.last, "word of the field")
    if number := counted(text):
        yield Part(text, "number", number.before, number.last, "number")
    if countries := two_countries(text):
        yield Part(text, "word", countries[0], "", "countries", shared=countries[1])
    if _LATIN.fullmatch(text) and not (_LATIN.match(zh[end:]) or _LATIN.match(zh[start - 1 : start])):
        yield Part(text, "name", text, text, "as it stands")
    if text not in field_words() and text not in heads() and (meaning := clear_meaning(text)):
        yield Part(text, "word", meaning.en, meaning.en if meaning.is_noun else "", "dictionary")
    if brand := company_name(text):
        yield Part(text, "name", brand, brand, "dictionary")
    if not place and (romanised := romanised_place(text)) and not is_known(text) and start == 0:
        yield Part(text, "place", romanised.name, str(romanised), "pinyin", romanised)
    if _is_made_up(zh, start, end):
        yield Part(text, "name", romanise_place(text), "", "pinyin")


def _of_glossary(text: str, en: str, place: PlaceName | None) -> Part:
    """Return a part that the glossary has; where it says what the field's table says, with both its forms."""
    if place:
        name = en.removesuffix(f" {place.kind}")
        return Part(text, "place", en, en, "glossary", PlaceName(name, place.kind, place.level, "glossary"))
    word = field_words().get(text)
    if word and word.last.lower() == en.lower():
        return Part(text, "word", word.before, word.last, "glossary")
    joined = any(f" {small} " in f" {en} " for small in ("of", "for", "in", "with", "to", "between", "out"))
    ends_open = bool(re.search(r"(?:ed|ive)$", en))
    if ends_open and word and word.last:
        return Part(text, "word", word.before, word.last, "word of the field")
    kind: Kind = "name" if en[:1].isupper() else "word"
    return Part(text, kind, "" if joined else en, "" if ends_open else en, "glossary")


def _is_made_up(zh: str, start: int, end: int) -> bool:
    """Return whether a stretch is the made-up name in a company's name, which goes by its sound."""
    text = zh[start:end]
    if not _COMPANY_END.search(zh) or not _HAN_WORD.fullmatch(text) or end == len(zh):
        return False
    after_place = start > 0 and place_name(zh[:start]) is not None
    return (start == 0 or after_place) and not is_known(text) and not general_frequency(text)
