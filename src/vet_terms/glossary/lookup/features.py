"""What a form is found by: short strings of two signs, which say what kind of feature it is, and a text.

The same functions say it of every form when a glossary is made ready and of a query when one comes,
whether the glossary is in memory or in a file.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence

from vet_terms.glossary.folding import initials
from vet_terms.glossary.lookup.forms import Form

Readings = Callable[[str], Sequence[str]]

WHOLE_CHINESE, CHINESE_PART, SOUND = "c=", "c*", "c~"
WHOLE_ENGLISH, WHOLE_BASES, ACRONYM, BASE, WORD = "e=", "e~", "e@", "e+", "e*"
WORD_PART = "w*"
TOOK_OVER = "t<"


def pairs(text: str) -> list[str]:
    """Return each two signs that stand side by side in a text, each once, in order."""
    return list(dict.fromkeys(map(str.__add__, text, text[1:])))


def word_parts(word: str) -> list[str]:
    """Return what similar words have in common: two letters side by side, also with the word's edges."""
    return [WORD_PART + pair for pair in pairs(f"^{word}$")]


def _whole_chinese(form: Form, _: Readings) -> Iterator[str]:
    yield form.key


def _chinese_parts(form: Form, _: Readings) -> Iterator[str]:
    yield from dict.fromkeys(form.key)
    yield from pairs(form.key)


def _sounds(form: Form, readings: Readings) -> Iterator[str]:
    of_each = [readings(character) for character in form.key]
    found = {sound for sounds in of_each for sound in sounds}
    for left, right in itertools.pairwise(of_each):
        found.update(f"{one} {other}" for one in left for other in right)
    yield from sorted(found)


def _whole_english(form: Form, _: Readings) -> Iterator[str]:
    yield form.key


def _whole_bases(form: Form, _: Readings) -> Iterator[str]:
    yield form.bases


def _acronyms(form: Form, _: Readings) -> Iterator[str]:
    yield from sorted(initials(form.key.split(" ")))


def _bases(form: Form, _: Readings) -> Iterator[str]:
    yield from dict.fromkeys(form.bases.split(" "))


def _words(form: Form, _: Readings) -> Iterator[str]:
    yield from dict.fromkeys(form.key.split(" "))


FEATURES: Mapping[str, Mapping[str, Callable[[Form, Readings], Iterator[str]]]] = {
    "zh": {WHOLE_CHINESE: _whole_chinese, CHINESE_PART: _chinese_parts, SOUND: _sounds},
    "en": {
        WHOLE_ENGLISH: _whole_english,
        WHOLE_BASES: _whole_bases,
        ACRONYM: _acronyms,
        BASE: _bases,
        WORD: _words,
    },
}
"""Each kind of feature of the forms of each language, and what gives a form's."""
