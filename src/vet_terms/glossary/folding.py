"""The forms by which a typed query and a term are compared in a lookup.

Chinese is compared in Simplified characters without punctuation and spaces; English as words without
case, accents, articles and, one step looser, without plural and British or American spelling. The
rules are cheap ones: a lookup starts anew each time and must not wait for a lemmatiser. They are for
finding only; what is shown is always the term as it was written.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Sequence

from vet_terms.language.scripts import to_simplified

ARTICLES = frozenset({"a", "an", "the"})
SMALL_WORDS = frozenset({"a", "an", "the", "and", "of", "for", "in", "on", "at", "to", "by", "with"})

IRREGULAR_PLURALS = {
    "analyses": "analysis",
    "bases": "base",
    "children": "child",
    "criteria": "criterion",
    "crises": "crisis",
    "curricula": "curriculum",
    "data": "datum",
    "feet": "foot",
    "media": "medium",
    "men": "man",
    "people": "person",
    "phenomena": "phenomenon",
    "news": "news",
    "series": "series",
    "species": "species",
    "syllabi": "syllabus",
    "theses": "thesis",
    "women": "woman",
}

PLURAL_ENDINGS = (
    (re.compile(r"(?<=[a-z]{2})ies$"), "y"),
    (re.compile(r"(?<=[a-z])(ss|x|zz|ch|sh)es$"), r"\1"),
    (re.compile(r"(?<=[^aeo]us)es$"), ""),
    (re.compile(r"(?<=[a-z]{2}[a-rt-z])s$"), ""),
)
"""Tried in order; a word that ends in ss, us or is stays (see ``base_form``)."""

BRITISH_SPELLINGS = (
    (re.compile(r"(?<=[a-z]{2})is(e[ds]?|ing|ations?|ers?)$"), r"iz\1"),
    (re.compile(r"(?<=[a-z]{2})our(s|ed|ing|al)?$"), r"or\1"),
    (re.compile(r"(?<=[a-z]{2}[bt])re$"), "er"),
    (re.compile(r"(?<=[a-z])amme$"), "am"),
    (re.compile(r"(?<=[a-z][aeiou])ll(ed|ing|ers?)$"), r"l\1"),
)

REGIONAL_CHARACTERS = str.maketrans("衞敍粧糭衹枱著", "卫叙妆粽只台着")
"""Hong Kong's and Taiwan's usual characters that the general conversion takes for Simplified ones.

Found by comparing OpenCC's ``t2s`` with its ``hk2s`` and ``tw2s`` over all ideographs, without the rare.
"""

FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
"""Letters, digits and signs of the width of a Chinese character to the usual ones, one to one."""
FULL_WIDTH_SIGNS = frozenset(map(chr, FULL_WIDTH))

CONVERTED_OF_GB2312 = frozenset("乾吒夥後徵拚捱摺於榘菸薹袷醣麴麽")
"""The characters of GB 2312, the set of Simplified ones, that the general conversion changes all the same."""

_MARKS = re.compile(r"[^\W_]+(?:\+[^\W_]+)*")


def chinese_keys(texts: Sequence[str]) -> list[str]:
    """Return the forms of Chinese texts for comparing, all converted in one go."""
    # No conversion reaches over a line end, so the lines stay what they were one by one.
    folded = "\n".join(map(_folded, texts))
    if not _is_surely_simplified(folded):
        # Loading the converter takes longer than most lookups.
        folded = to_simplified(folded)
    return folded.translate(REGIONAL_CHARACTERS).split("\n") if texts else []


def _is_surely_simplified(text: str) -> bool:
    if text.isascii():
        return True
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return CONVERTED_OF_GB2312.isdisjoint(text)


def _folded(text: str) -> str:
    compatible = unicodedata.normalize("NFKC", text).casefold()
    return "".join(char for char in compatible if char.isalnum())


def english_words(text: str) -> tuple[str, ...]:
    """Return the words of an English text without case, accents, articles and punctuation."""
    if text.isascii():
        bare = text.lower().replace("'", "")
    else:
        decomposed = unicodedata.normalize("NFKD", text).casefold()
        bare = "".join(char for char in decomposed if not unicodedata.combining(char) and char not in "'’")
    words = _MARKS.findall(bare.replace("&", " and "))
    return tuple(word for word in words if word not in ARTICLES) or tuple(words)


@functools.cache
def base_form(word: str) -> str:
    """Return a folded English word without its plural ending and in American spelling."""
    if word in IRREGULAR_PLURALS:
        return IRREGULAR_PLURALS[word]
    if not word.endswith(("ss", "us", "is")):
        for ending, replacement in PLURAL_ENDINGS:
            shorter, changes = ending.subn(replacement, word)
            if changes:
                word = shorter
                break
    for ending, replacement in BRITISH_SPELLINGS:
        word = ending.sub(replacement, word)
    return word


def initials(words: Sequence[str]) -> frozenset[str]:
    """Return the acronyms that the words could have: with their small words, and without."""
    full = [word for word in words if word not in SMALL_WORDS]
    return frozenset("".join(word[0] for word in chosen) for chosen in (words, full) if len(chosen) > 1)
