"""Findings on foreign places taken for one another: Chiang Rai for 清迈, Bangkok for 万象.

The dictionary has some thousand towns, rivers and regions abroad. Reported is one that the English does not
name, where it has the name of another that the Chinese does not call, or the first half of its name with
another second one. A place that the English leaves out, or names in its own way, is no finding.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping, Sequence

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.slips import Slip

_NAMES = r"(?P<name>[A-ZÀ-Þ][\w’'.-]+(?: [A-ZÀ-Þ][\w’'.-]+){0,2})(?: or (?P<other>[A-ZÀ-Þ][\w’'.-]+))?"
_PLACE = re.compile(
    rf"^{_NAMES}(?: \([^()]*\))?(?:, | \(| )(?:the |an? )?(?:[\w'’-]+ ){{0,2}}?(?:city|capital|province|state"
    r"|county|town|river|island|port|prefecture|village|municipality)\b(?! minister| hall)"
)
_IN_COUNTRY = re.compile(
    rf"^{_NAMES}(?:, | \()(?:USA|England|Scotland|Germany|France|Italy|Spain|Russia|Japan|Korea|Vietnam"
    r"|Thailand|Australia|Canada|Brazil|India|Netherlands|Switzerland|Austria|Belgium|Malaysia|Indonesia"
    r"|New Zealand|Egypt|Turkey|Poland|Mexico)\)?$"
)
_NO_PLACE = re.compile(r"\b(?:Department|Council|Agency|Party|Bank|Award|University|Company)\b")
_BESIDE = frozenset("了着过在于的和与及从到至往去对由为是将被把向市州省县区港岛河等前后中内外电讯地里间")
"""Characters beside a place that are no part of its name."""
_HALVES = 2
_NAME = re.compile(r"(?<![\w’'-])[A-ZÀ-Þ][\w’'-]+")


def other_foreign_places(reading: Reading, context: Context) -> Iterator[Slip]:
    """Yield the one foreign place of the English that stands for another one of the Chinese."""
    en = reading.en
    if not _NAME.search(en):
        return
    from vet_terms.language.lexicon import proper_nouns

    words = reading.chinese_words
    if proper_nouns().isdisjoint(word for _, word in words):
        return
    called = {
        word: name
        for index, (_, word) in enumerate(words)
        if (name := _place(word)) and not _is_of_a_longer_name(words, index)
    }
    lacking = {word: name for word, name in called.items() if not _is_named(en, word, name)}
    if len(lacking) != 1:
        return
    [(word, name)] = lacking.items()
    found = _with_another_half(en, name) or _another(en, reading.zh, name)
    if found:
        message = f"{word} is “{name}”, not “{found.group()}”."
        yield Slip(*found.span(), message, "error", name)


def _is_of_a_longer_name(words: Sequence[tuple[int, str]], index: int) -> bool:
    """Return whether a single character stands beside a word that may belong to its name: 布|兰斯|塔德."""
    start, word = words[index]
    before = words[index - 1] if index else (-1, "")
    behind = words[index + 1] if index + 1 < len(words) else (-1, "")
    return any(
        len(each) == 1 and (at == start - 1 or at == start + len(word)) and each not in _BESIDE
        for at, each in (before, behind)
    )


def _is_named(en: str, word: str, name: str) -> bool:
    """Return whether an English text has a place, or one of its names or of what is derived from it."""
    small = en.lower().replace("st. ", "st ")
    names = {name, *_all_names(word)}
    return any(each[:_STEM].lower() in small if " " not in each else each.lower() in small for each in names)


_STEM = 5
"""Letters of a name that others made from it share: Bangkok, Bangkokian."""


def _with_another_half(en: str, name: str) -> re.Match[str] | None:
    halves = name.split()
    if len(halves) != _HALVES:
        return None
    first, second = halves
    return re.search(rf"\b{re.escape(first)} (?!{re.escape(second)})[A-ZÀ-Þ][a-zà-ÿ]{{2,}}\b", en)


def _another(en: str, zh: str, name: str) -> re.Match[str] | None:
    """Return the only other place of the dictionary that a text names and the Chinese does not call."""
    words = {match.group() for match in _NAME.finditer(en)}
    others = [
        each
        for first in words
        for each in _by_first_word().get(first, ())
        if each != name and each in en and not any(word in zh for word in _places()[each])
    ]
    if len(set(others)) != 1:
        return None
    return re.search(rf"(?<![\w’'-]){re.escape(others[0])}(?![\w-])(?! [A-Z])", en)


@functools.lru_cache(maxsize=65536)
def _place(word: str) -> str:
    """Return the English name of a Chinese word that the dictionary has as a place abroad; mostly none."""
    from vet_terms.language.lexicon import is_proper_noun

    return next(iter(_all_names(word)), "") if len(word) > 1 and is_proper_noun(word) else ""


@functools.lru_cache(maxsize=16384)
def _all_names(word: str) -> tuple[str, ...]:
    from vet_terms.language.lexicon import glosses, is_general_english
    from vet_terms.language.pinyin import romanise_place

    found = [match for gloss in glosses(word) if (match := _PLACE.match(gloss) or _IN_COUNTRY.match(gloss))]
    said = [name for match in found for name in match.group("name", "other") if name]
    spelt = romanise_place(word).replace(" ", "").lower() if said else ""
    return tuple(
        name
        for name in said
        if name.split()[0].lower() not in spelt
        and not is_general_english(name)
        and not _NO_PLACE.search(name)
    )


@functools.cache
def _places() -> Mapping[str, tuple[str, ...]]:
    """Return the places of the dictionary by their English names, each with its Chinese ones."""
    from vet_terms.language.lexicon import proper_nouns

    found: dict[str, list[str]] = {}
    for word in sorted(proper_nouns()):
        for name in _all_names(word):
            found.setdefault(name, []).append(word)
    return {name: tuple(words) for name, words in found.items()}


@functools.cache
def _by_first_word() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for name in _places():
        found.setdefault(name.split()[0], []).append(name)
    return {first: tuple(names) for first, names in found.items()}
