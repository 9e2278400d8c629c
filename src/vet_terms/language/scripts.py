"""Which script a text is written in, and its Simplified form for comparing.

Conversion is for comparing and finding only: the round trip through another script changes
characters, so a source text is never overwritten with it.
"""

from __future__ import annotations

import functools
import itertools
import re
import unicodedata
from collections import Counter
from typing import Any

from vet_terms.model import Language

# Unicode blocks: CJK Unified Ideographs with extensions A to H, compatibility ideographs, 〇.
HAN = "〇㐀-䶿一-鿿豈-﫿\U00020000-\U000323af"
HAN_CHARACTER = re.compile(f"[{HAN}]")
_HAN_RUN = re.compile(f"[{HAN}]+")
BRACKETED = re.compile(r"[（(\[【][^（）()\[\]【】]*[）)\]】]")
LATIN_WORD = re.compile(r"[A-Za-zÀ-ɏ](?:[A-Za-zÀ-ɏ'’]*[A-Za-zÀ-ɏ])?")


def count_han(text: str) -> int:
    """Return how many Chinese characters a text has."""
    return 0 if text.isascii() else sum(map(len, _HAN_RUN.findall(text)))


def count_latin_words(text: str) -> int:
    """Return how many words in Latin letters a text has."""
    return len(LATIN_WORD.findall(text))


_LATIN_LETTER = re.compile("[A-Za-zÀ-ɏ]")


def has_both_languages(text: str) -> bool:
    """Say whether a text has Chinese characters and Latin letters; most lines have not."""
    if text.isascii():
        return False
    return HAN_CHARACTER.search(text) is not None and _LATIN_LETTER.search(text) is not None


def language_of(text: str) -> Language | None:
    """Return the language of a text, or None where it has neither letters nor characters.

    Chinese carries Latin names and English quotes Chinese terms, so what stands in brackets is
    weighed only if nothing else does, and a Chinese character counts as much as a Latin word.
    """
    # Most texts have letters of one kind only, whatever stands in their brackets.
    if text.isascii():
        return "en" if _LATIN_LETTER.search(text) else None
    if not _LATIN_LETTER.search(text):
        return "zh" if HAN_CHARACTER.search(text) else None
    outside = BRACKETED.sub(" ", text)
    for part in (outside, text):
        han, latin = count_han(part), count_latin_words(part)
        if han or latin:
            return "zh" if han >= latin else "en"
    return None


def to_simplified(text: str) -> str:
    """Return the text with Traditional characters replaced by Simplified ones, for comparing."""
    if text.isascii():
        return text
    return converted("t2s", text)


def script_of(text: str) -> str:
    """Return ``Hans``, ``Hant``, or empty where a Chinese text does not tell.

    Decided by which characters only one script has (`only_in`). Of a long text the first ten thousand
    characters speak for all.
    """
    counts = Counter(found.group() for found in itertools.islice(HAN_CHARACTER.finditer(text), 10_000))
    votes = {"Hans": 0, "Hant": 0, "": 0}
    for character, count in counts.items():
        votes[only_in(character)] += count
    if votes["Hans"] == votes["Hant"]:
        return ""
    return "Hant" if votes["Hant"] > votes["Hans"] else "Hans"


@functools.lru_cache(maxsize=16384)
def only_in(character: str) -> str:
    """Return the script that alone has a Chinese character, ``Hans`` or ``Hant``; empty for those in both.

    Told by the national character sets: GB 2312 has no Traditional form that was simplified, and Big5 none
    of the Simplified ones. What is rare may be in neither.
    """
    simplified, traditional = (is_in(each, character) for each in ("gb2312", "big5"))
    if simplified == traditional or not HAN_CHARACTER.match(character):
        return ""
    return "Hans" if simplified else "Hant"


@functools.lru_cache(maxsize=16384)
def is_in(character_set: str, character: str) -> bool:
    """Return whether a character set, by Python's name of it, has a character."""
    try:
        character.encode(character_set)
    except UnicodeEncodeError:
        return False
    return True


def comparable(text: str) -> str:
    """Return a text's form for comparing: compatibility forms, case, script and spaces folded."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return re.sub(r"\s+", " ", to_simplified(folded)).strip()


def converted(configuration: str, text: str) -> str:
    """Return a text as OpenCC converts it by one of its configurations, as ``s2twp``."""
    result: str = _converter(configuration).convert(text)
    return result


@functools.cache
def _converter(configuration: str) -> Any:
    import opencc

    return opencc.OpenCC(configuration)
