"""Lines that say the same twice: a Chinese text and its English with a space, a bar or brackets between.

One such line may be a title with a name behind it, or a sentence with a gloss in it. Several of one form,
each side about as long as the translation of the other, are how a document is laid out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType

from vet_terms.language.scripts import HAN, HAN_CHARACTER, count_han, has_both_languages, language_of
from vet_terms.language.wordbreaks import is_english_word
from vet_terms.model import Language

Parts = list[tuple[Language | None, str]]

_CHINESE = "[^A-Za-z。！？；，,;!?]{2,}?"
_ENGLISH = rf"[“‘\"(]?[A-Za-z][^{HAN}。！？；，]*?"
FORMS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "bar": re.compile(r"^(?P<left>[^/|｜]{2,}?)\s*[/|｜]\s*(?P<right>[^/|｜]{2,})$"),
        "brackets": re.compile(r"^(?P<left>.{2,}?)\s*[（(](?P<right>[^（）()]{2,})[）)]$"),
        "space": re.compile(rf"^(?P<left>{_CHINESE})\s+(?P<right>[“‘\"(]?[A-Z][^{HAN}。！？；，]*)$"),
        "space, English first": re.compile(rf"^(?P<left>{_ENGLISH})\s+(?P<right>{_CHINESE})$"),
    }
)
"""The forms by their names; a bar or brackets count only where each side is in one language."""

SEVERAL_WORDS = "several words"
IN_HEADINGS = frozenset({"bar", "brackets", SEVERAL_WORDS})
"""The forms of which one heading alone is enough: a bar, brackets, a space before several English words."""

_LEAST = 3
LONGEST_PAIRED = 400
"""Characters of a line beyond which it is not asked whether it is one of these."""


def paired_forms(rows: Iterable[str]) -> frozenset[str]:
    """Return the forms that at least three lines of a document have."""
    found: Counter[str] = Counter()
    for row in rows:
        text = row.strip()
        for name in FORMS if has_both_languages(text) else ():
            if _parts(text, name):
                found[name] += 1
                break
    return frozenset(name for name, count in found.items() if count >= _LEAST)


def split_pair(line: str, forms: Collection[str]) -> Parts:
    """Return the two sides of a line that has one of the forms of its document; none where it has not.

    A label and one plain English word behind a space, as in 目录 CONTENTS, are two sides anywhere.
    """
    for name in FORMS if has_both_languages(line) else ():
        found = _parts(line, name)
        if found and (name in forms or (name == "space" and _are_plain(found[1][1], forms))):
            return found
    return []


def _parts(text: str, name: str) -> Parts:
    if len(text) > LONGEST_PAIRED:
        return []
    found = FORMS[name].match(text)
    if not found:
        return []
    left, right = found["left"].strip(), found["right"].strip()
    languages = (language_of(left), language_of(right))
    if languages == ("zh", "en"):
        zh, en = left, right
    elif languages == ("en", "zh"):
        zh, en = right, left
    else:
        return []
    if HAN_CHARACTER.search(en) or not _are_alike_in_length(zh, en):
        return []
    return [(languages[0], left), (languages[1], right)]


def _are_plain(english: str, forms: Collection[str]) -> bool:
    words = english.split()
    if len(words) == 1:
        return _is_plain_word(english)
    known = sum(map(_is_plain_word, words))
    return SEVERAL_WORDS in forms and 2 * known > sum(len(word) >= 4 for word in words)


def _is_plain_word(english: str) -> bool:
    """Say whether it is a word of the dictionary: a name or an abbreviation may belong to the Chinese."""
    return len(english) >= 4 and english.isalpha() and is_english_word(english.casefold())


def _are_alike_in_length(zh: str, en: str) -> bool:
    """Say whether the English is about as long as a translation: from 1.5 to 8 letters a character.

    A short term may take a longer one: 产教融合 is integration of industry and education.
    """
    letters = sum(char.isalpha() for char in en)
    characters = count_han(zh)
    return 1.5 * characters <= letters <= 8 * characters + 12
