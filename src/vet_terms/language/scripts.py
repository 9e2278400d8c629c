"""Which script a text is written in, and its Simplified form for comparing.

Conversion is for comparing and finding only: the round trip through another script changes
characters, so a source text is never overwritten with it.
"""

from __future__ import annotations

import functools
import itertools
import re
import unicodedata
from typing import Any

from vet_terms.model import Language

# Unicode blocks: CJK Unified Ideographs with extensions A to H, compatibility ideographs, 〇.
HAN = "〇㐀-䶿一-鿿豈-﫿\U00020000-\U000323af"
HAN_CHARACTER = re.compile(f"[{HAN}]")
BRACKETED = re.compile(r"[（(\[【][^（）()\[\]【】]*[）)\]】]")
LATIN_WORD = re.compile(r"[A-Za-zÀ-ɏ](?:[A-Za-zÀ-ɏ'’]*[A-Za-zÀ-ɏ])?")


def count_han(text: str) -> int:
    """Return how many Chinese characters a text has."""
    return len(HAN_CHARACTER.findall(text))


def count_latin_words(text: str) -> int:
    """Return how many words in Latin letters a text has."""
    return len(LATIN_WORD.findall(text))


def language_of(text: str) -> Language | None:
    """Return the language of a text, or None where it has neither letters nor characters.

    Chinese carries Latin names and English quotes Chinese terms, so what stands in brackets is
    weighed only if nothing else does, and a Chinese character counts as much as a Latin word.
    """
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
    converted: str = _converter("t2s").convert(text)
    return converted


def script_of(text: str) -> str:
    """Return ``Hans``, ``Hant``, or empty where a Chinese text does not tell.

    Decided by which conversion changes more characters: each leaves its own script alone. Of a long
    text the first ten thousand characters speak for all.
    """
    han = "".join(found.group() for found in itertools.islice(HAN_CHARACTER.finditer(text), 10_000))
    traditional = sum(a != b for a, b in zip(han, _converter("t2s").convert(han), strict=False))
    simplified = sum(a != b for a, b in zip(han, _converter("s2t").convert(han), strict=False))
    if traditional == simplified:
        return ""
    return "Hant" if traditional > simplified else "Hans"


def comparable(text: str) -> str:
    """Return a text's form for comparing: compatibility forms, case, script and spaces folded."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return re.sub(r"\s+", " ", to_simplified(folded)).strip()


@functools.cache
def _converter(configuration: str) -> Any:
    import opencc

    return opencc.OpenCC(configuration)
