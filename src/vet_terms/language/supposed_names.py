"""Whether a tagged Chinese word is the name of something, or a common word that the tagger took for one.

The dictionary, the general frequency and the build of the word decide; where it stands is not looked at.
"""

from __future__ import annotations

import re

from vet_terms.language.education_words import ABBREVIATED
from vet_terms.language.lexicon import is_known, is_proper_noun
from vet_terms.language.name_words import PLACE_SUFFIXES, is_faculty, is_firm, is_transliterated
from vet_terms.language.pinyin import surname_of
from vet_terms.language.scripts import HAN
from vet_terms.language.tagging import Token
from vet_terms.language.words import general_frequency, words

DASHES = "-—–－‐‑─"
NAME_TAGS = frozenset({"LOC", "ORG", "PER", "nz"})
INSIDE_TAGS = NAME_TAGS | {"n", "nw", "vn", "s", "an", "a", "vd"}
_AUTHORITY = re.compile(r"(?:政府|[厅局部司处]|委|委员会|党委)$")
# Official papers write the office of the place at hand without the place.
_OFFICE = re.compile(r"(?:市|省|县|区|州|镇|乡)(?:委|政府|人大|政协)$|教育[厅局部委]$|教委$")
_COUNTRY = "中德英法美俄日韩泰越老柬缅印马新菲欧非澳加意西朝蒙埃以"
COUNTRIES = re.compile(f"[{_COUNTRY}]{{2,3}}(?:尼)?$")
"""Two or three countries, each shortened to a character (中德)."""
HAN_ONLY = re.compile(f"[{HAN}]+$")


def is_dash(token: Token) -> bool:
    """Return whether a word is a dash, of whatever kind and length."""
    return bool(token.text.strip()) and all(character in DASHES for character in token.text)


def is_name(token: Token) -> bool:
    """Return whether what the tagger took for a name is one."""
    if token.tag == "LOC":
        return is_place(token.text)
    if token.tag == "ORG":
        return not is_common(token.text)
    return token.tag == "PER" and bool(surname_of(token.text))


def is_common(word: str) -> bool:
    """Return whether a supposed name is a word of general use, or two countries shortened (中德)."""
    if COUNTRIES.match(word) or word in ABBREVIATED:
        return True
    if is_proper_noun(word) or (_AUTHORITY.search(word) and len(word) > 3) or _OFFICE.match(word):
        return False
    if is_faculty(word) or is_firm(word):
        return False
    return is_known(word) or general_frequency(word) > 0 or is_generic(word)


def is_generic(word: str) -> bool:
    """Return whether a word is made of common words alone (职教集团), so that it names a kind."""
    parts = words(word)
    return all(
        len(part) > 1
        and not is_proper_noun(part)
        and (is_known(part) or part in ABBREVIATED or general_frequency(part) > 0)
        for part in parts
    )


def is_place(word: str) -> bool:
    """Return whether what the tagger took for a place is one."""
    if is_proper_noun(word):
        return True
    stem = next((word.removesuffix(suffix) for suffix in PLACE_SUFFIXES if word.endswith(suffix)), word)
    # A name of one character before 市 or 县 does not stand alone (兴市 is a verb and its object).
    if is_known(word) or len(word) < 2 or COUNTRIES.match(word) or (stem != word and len(stem) < 2):
        return False
    return not is_generic(stem)


def is_person(word: str) -> bool:
    """Return whether what the tagger took for a person is one: a surname and a given name, or foreign."""
    plain = re.sub(r"[·•]", "", word)
    if "·" in word or "•" in word:
        return bool(HAN_ONLY.match(plain))
    if is_transliterated(plain):
        return not is_known(plain) or is_proper_noun(plain)
    surname = surname_of(plain)
    if not surname or not HAN_ONLY.match(plain) or not len(surname) < len(plain) <= len(surname) + 2:
        return False
    return is_proper_noun(plain) or not (is_known(plain) or general_frequency(plain) > 50)
