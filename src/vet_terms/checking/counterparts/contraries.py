"""English words that say the contrary of a Chinese word, told by the dictionary: 北部 as "southern".

Wider than the table of opposites, which knows what else a Chinese word may be rendered by: here an English
word must have no source at all in the Chinese, not in a part of a word, while a Chinese word means its
contrary, which the English has nowhere. What is denied on either side tells nothing.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files

from vet_terms.checking.counterparts.answers import chinese_keys, english_keys
from vet_terms.checking.counterparts.kinship import akin
from vet_terms.checking.counterparts.opposites import Inverted, is_excused
from vet_terms.language.tables import listed
from vet_terms.model import Span

_WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)?")
_ALONE = frozenset("男女")
"""Characters that mean one thing by themselves."""
_EITHER = frozenset({"经费", "费用"})
"""Money that comes in or is spent: the dictionary says one of the two."""
_TURNS = re.compile(
    r"\b(?:minority|majority|few|fewer|less|little|growing|fading|waning|shrinking|dwindling|losing|gaining)\b",
    re.IGNORECASE,
)
_LONGEST = 2000


def contraries(zh: str, en: str, words: Sequence[tuple[int, str]]) -> Iterator[Inverted]:
    """Yield the English words that say the contrary of a Chinese one; ``words`` are those of the Chinese."""
    if len(en) > _LONGEST:
        return
    said = {key: word for word in dict.fromkeys(_WORD.findall(en)) if (key := _key(word))}
    if not said:
        return
    sources: frozenset[str] = frozenset().union(*(_sources(word) for _, word in words))
    against, alike = _contraries()
    for key, word_en in sorted(said.items()):
        if not alike[key].isdisjoint(sources):
            continue
        match = re.search(rf"\b{re.escape(word_en)}\b(?! up\b)", en)
        if match is None:
            continue
        meant = [
            (start, word)
            for start, word in words
            if not against[key].isdisjoint(_means(word)) and not is_excused(zh, start, en, match.start())
        ]
        if meant and not any(akin(against[key], english_keys(each)) for each in _WORD.findall(en)):
            start, word = meant[0]
            there = Span("source", start, start + len(word))
            yield Inverted(word, match.group(), there, Span("target", *match.span()))


def are_turned_twice(en: str, told: Sequence[Inverted]) -> bool:
    """Tell whether contraries make none together: 女教师占多数 is men in the minority."""
    spans = {each.en_span for each in told}
    first = told[0].en_span
    return len(spans) > 1 or bool(_TURNS.search(f"{en[: first.start]} {en[first.end :]}"))


@functools.lru_cache(maxsize=65536)
def _key(word: str) -> str:
    """Return the stem of an English word that has contraries; mostly nothing."""
    return next((key for key in sorted(english_keys(word)) if key in _contraries()[0]), "")


@functools.lru_cache(maxsize=65536)
def _means(word: str) -> frozenset[str]:
    """Return what a short Chinese word means of all that has contraries."""
    if word in _EITHER or (word not in _ALONE and (not 1 < len(word) < 4 or word[0] in "不未没非无负反")):
        return frozenset()
    return chinese_keys(word) & _contraries()[0].keys()


@functools.lru_cache(maxsize=65536)
def _sources(word: str) -> frozenset[str]:
    """Return what has contraries and can stem from a word, a part of it or a character."""
    parts = {word[start:end] for start in range(len(word)) for end in range(start + 1, len(word) + 1)}
    return frozenset().union(*(chinese_keys(part) for part in parts)) & _contraries()[0].keys()


@functools.cache
def _contraries() -> tuple[Mapping[str, frozenset[str]], Mapping[str, frozenset[str]]]:
    """Return by stem the stems of the contraries, and the stems that mean the same."""
    text = files("vet_terms.checking").joinpath("tables/contraries.txt").read_text("utf-8")
    against: dict[str, set[str]] = {}
    alike: dict[str, set[str]] = {}
    for line in text.split("\n"):
        if not line or line.startswith("#"):
            continue
        groups = [_stems(group) for group in line.split("|")]
        for group in groups:
            others = {stem for other in groups if other is not group for stem in other}
            for stem in group:
                against.setdefault(stem, set()).update(others)
                alike.setdefault(stem, set()).update(group)
    return (
        {stem: frozenset(others) for stem, others in against.items()},
        {stem: frozenset(others) for stem, others in alike.items()},
    )


def _stems(group: str) -> frozenset[str]:
    keys = (key for word in listed(group) for key in english_keys(word))
    return frozenset(key for key in keys if not key.startswith("sound:"))
