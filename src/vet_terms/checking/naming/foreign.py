"""Foreign names with a letter wrong: Havard for 哈佛, Sidney for 悉尼.

The dictionary says what a foreign name is in English. Where the English has it nowhere, and has a capitalised
word that is one letter from it, that is it, misspelt. Forms of one name that differ in an ending (Malaysian),
in accents or in a doubled letter (Hannover) are its own; so is what the glossary writes.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.slips import Slip

_SHORTEST = 5
"""Letters from which on two names that differ in one are likely the same."""
_LONG = 9
"""Letters from which on two may be wrong, the first and the last being right."""
_NAME = re.compile(r"(?<![\w'’-])[A-Z][a-zÀ-ɏ]{4,}(?![\w-])")
_PARENTHESIS = re.compile(r"\([^()]*\)")
_OF_PERSONS = re.compile(r"\((?:person |personal |given |first )?name\)|\bsurname\b|\bgiven name\b")
_OF_ONE_PERSON = re.compile(r"\([^()]*\d{3}")
_LAST_VOWELS = ("a", "e", "i", "o", "y")
_WORD = re.compile(r"[^\W\d_]+")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_DOTS = frozenset("·•・‧．")
_ENDINGS = re.compile(r"(?:es|[amnsty]|an|ian|ese|ish|[ck]|ia|ie)?")


def misspelt_foreign_names(reading: Reading, context: Context) -> Iterator[Slip]:
    """Yield capitalised words that are a foreign name of the source with one letter wrong."""
    if reading.zh.isascii() or not _NAME.search(reading.en):
        return
    wanted = _wanted(reading)
    if not wanted:
        return
    said = frozenset(_WORD.findall(_fold(reading.en)))
    for word, names in wanted:
        if not said.isdisjoint(map(_folded, names)):
            continue
        for match in _NAME.finditer(reading.en):
            written = match.group()
            name = _name_meant(written, names)
            if name and written.lower() not in context.words and not _is_meant(written, reading):
                yield Slip(*match.span(), f"“{written}” for {word} is spelt “{name}”.", suggestion=name)


def _wanted(reading: Reading) -> list[tuple[str, tuple[str, ...]]]:
    """Return the foreign names of the source, each with what any of them is in English."""
    from vet_terms.language.lexicon import proper_nouns

    zh = reading.zh
    places = reading.chinese_places
    countries = [each for each in places if each.places[0].is_country]
    found = [
        (zh[each.start : each.end], tuple(name for name in each.places[0].english if _NAME.fullmatch(name)))
        for each in countries
    ]
    inside = {at for each in places for at in range(each.start, each.end)}
    words = reading.chinese_words
    named = proper_nouns().intersection(word for _, word in words)
    found += [
        (word, _names(word))
        for start, word in (words if named else ())
        if word in named and start not in inside and not _is_of_a_person(zh, start, start + len(word))
    ]
    return [each for each in found if each[1]]


def _is_of_a_person(zh: str, start: int, end: int) -> bool:
    """Tell whether a word is a part of a person's name, which have many spellings: 卢卡斯·波多尔斯基."""
    return not _DOTS.isdisjoint(zh[max(0, start - 1) : start] + zh[end : end + 1])


@functools.lru_cache(maxsize=65536)
def _names(word: str) -> tuple[str, ...]:
    """Return the names of five letters and more that the dictionary gives for a foreign name."""
    from vet_terms.language.lexicon import glosses, is_general_english

    if len(word) < 2:
        return ()
    # Of a name of many persons there are many forms: Elisabeth, Elizabeth.
    said = "; ".join(glosses(word))
    if _OF_PERSONS.search(said) and not _OF_ONE_PERSON.search(said):
        return ()
    texts = (_PARENTHESIS.sub(" ", gloss).split(",")[0] for gloss in glosses(word))
    names = {match.group(): None for text in texts for match in _NAME.finditer(text)}
    return tuple(name for name in names if not is_general_english(name) and not _is_pinyin(name, word))


def _is_pinyin(name: str, word: str) -> bool:
    """Tell whether a name is the word in pinyin, which other rules look at."""
    from vet_terms.language.pinyin import romanise_place

    return name.lower() in romanise_place(word).replace(" ", "").lower()


def _is_meant(written: str, reading: Reading) -> bool:
    """Tell whether the word is the English of another word of the source, or a plain one."""
    from vet_terms.language.lexicon import is_general_english, is_proper_noun

    if is_general_english(written):
        return True
    return any(written in _names(word) for _, word in reading.chinese_words if is_proper_noun(word))


def _fold(text: str) -> str:
    """Return a text in small letters without accents, umlauts written out."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFD", text.lower().translate(_UMLAUTS))
    return "".join(character for character in apart if not unicodedata.combining(character))


_folded = functools.lru_cache(maxsize=4096)(_fold)


@functools.lru_cache(maxsize=65536)
def _name_meant(written: str, names: tuple[str, ...]) -> str:
    """Return which of some names a word is with a letter wrong; "" if none, or if it is a form of one."""
    word, folded = _folded(written), [_folded(name) for name in names]
    if any(_is_variant(word, each) for each in folded):
        return ""
    return next((name for name, each in zip(names, folded, strict=True) if _is_misspelt(word, each)), "")


def _is_misspelt(written: str, name: str) -> bool:
    """Tell whether a word is a name with one letter wrong, or a long one with two."""
    from rapidfuzz.distance import OSA

    from vet_terms.language.slips import is_slip

    if is_slip(written, name, _SHORTEST):
        return True
    is_long = len(name) >= _LONG and written[0] == name[0] and written[-1] == name[-1]
    return is_long and OSA.distance(written, name, score_cutoff=2) == 2


def _is_variant(written: str, name: str) -> bool:
    """Tell whether two names differ as two spellings of one name do: in an ending, a double letter."""
    if abs(len(written) - len(name)) == 1 and _undoubled(written) == _undoubled(name):
        return True
    size = next(
        (at for at, (one, other) in enumerate(zip(written, name, strict=False)) if one != other),
        min(len(written), len(name)),
    )
    rests = (written[size:], name[size:])
    if size < min(len(written), len(name)) - 1:
        return False
    return all(map(_ENDINGS.fullmatch, rests)) or all(rest in _LAST_VOWELS for rest in rests)


def _undoubled(word: str) -> str:
    return re.sub(r"(.)\1", r"\1", word)
