"""English words that say the contrary of a Chinese word or another of its kind: 北部 as "southern".

Wider than the table of opposites, which knows what else a Chinese word may be rendered by: here an English
word must have no source at all in the Chinese, not in a part of a word, while the dictionary says that a
Chinese word means its contrary, or another thing of one kind with it (焊工 as "carpenter"), which the English
has nowhere. What is denied on either side tells nothing.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files

from vet_terms.checking.counterparts.answers import chinese_keys, english_keys
from vet_terms.checking.counterparts.kinship import akin
from vet_terms.checking.counterparts.opposites import Inverted, is_excused, own_words
from vet_terms.language.lexicon import english_lemma, meanings
from vet_terms.language.tables import listed
from vet_terms.model import Span

_WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)?")
_ALONE = frozenset("男女")
"""Characters that mean one thing by themselves."""
_EITHER = frozenset({"经费", "费用", "下午茶", "茶歇"})
"""Words of which the dictionary says one of the kinds that they may be: money that comes in or is spent."""
_TURNS = re.compile(
    r"\b(?:minority|majority|(?<!\ba )few|(?:fewer|less)(?! than (?:\d|half|one|a ))|little|growing"
    r"|fading|waning|shrinking|dwindling|losing"
    r"|gaining)\b",
    re.IGNORECASE,
)
_LONGEST = 2000
_VAGUE = 0.6
"""The weight of a word in a gloss of three: "perform (a musical instrument)" does not mean music."""


def contraries(zh: str, en: str, words: Sequence[tuple[int, str]]) -> Iterator[Inverted]:
    """Yield the English words that say the contrary of a Chinese one; ``words`` are those of the Chinese."""
    if len(en) > _LONGEST:
        return
    meaning = [(start, word, means) for start, word in words if (means := _means(word))]
    if not meaning:
        return
    against, alike = _contraries()
    english = _WORD.findall(en)
    said = {key: word for word in dict.fromkeys(english) if (key := _key(word))}
    if not said:
        return
    told = [
        (key, word_en, meant, start, word)
        for key, word_en in sorted(said.items())
        for start, word, means in meaning
        if not against[key].isdisjoint(means)
        # Mostly the English has the word that is meant as well.
        and (meant := _alike(against[key] & means)).isdisjoint(said)
    ]
    if not told:
        return
    sources: frozenset[str] = frozenset().union(*(_sources(word) for _, word in words))
    # 实操 is "practical", which the dictionary does not say; 保密 is not to disclose.
    others = (own_words(word) for _, word in words)
    sources |= _stems(frozenset().union(*(each for each in others if "not" not in each)))
    found = ""
    for key, word_en, meant, start, word in told:
        match = _standing(word_en).search(en)
        if key == found or match is None or not _stems(alike[key]).isdisjoint(sources):
            continue
        if is_excused(zh, start, en, match.start()):
            continue
        meant = _stems(meant)
        if not any(akin(meant, english_keys(each)) for each in english):
            found = key
            yield Inverted(
                word, match.group(), Span("source", start, start + len(word)), Span("target", *match.span())
            )


def are_turned_twice(en: str, told: Sequence[Inverted]) -> bool:
    """Tell whether contraries make none together: 女教师占多数 is men in the minority."""
    spans = {each.en_span for each in told}
    first = told[0].en_span
    return len(spans) > 1 or bool(_TURNS.search(f"{en[: first.start]} {en[first.end :]}"))


@functools.lru_cache(maxsize=65536)
def _key(word: str) -> str:
    """Return the base form of an English word that has contraries; mostly nothing."""
    against, _ = _contraries()
    return next((form for form in (english_lemma(word), word.lower()) if form in against), "")


@functools.lru_cache(maxsize=4096)
def _standing(word: str) -> re.Pattern[str]:
    """Return what finds a word that is no part of another, nor of a verb and its particle (fall up)."""
    return re.compile(rf"\b{re.escape(word)}\b(?! up\b)")


@functools.lru_cache(maxsize=65536)
def _means(word: str) -> frozenset[str]:
    """Return what a short Chinese word means of all that has contraries."""
    if word in _EITHER or (word not in _ALONE and (not 1 < len(word) < 5 or word[0] in "不未没非无负反")):
        return frozenset()
    against, _ = _contraries()
    return frozenset(
        form
        for form, weight in meanings(word).items()
        if weight > _VAGUE and form in against and (weight == 1 or form not in _of_many_meanings())
    )


@functools.lru_cache(maxsize=65536)
def _sources(word: str) -> frozenset[str]:
    """Return what has contraries and can stem from a word, a part of it or a character."""
    parts = {word[start:end] for start in range(len(word)) for end in range(start + 1, len(word) + 1)}
    return frozenset().union(*(chinese_keys(part) for part in parts)) & _stems(frozenset(_contraries()[0]))


def _rows(*, is_sure: bool) -> list[list[set[str]]]:
    """Return the rows of the table of words with few meanings, or of those with many."""
    text = files("vet_terms.checking").joinpath("tables/contraries.txt").read_text("utf-8")
    lines = [line for line in text.split("\n") if line and not line.startswith("#")]
    return [
        [
            {form for word in listed(group) for form in (word, english_lemma(word))}
            for group in line.removeprefix("!").split("|")
        ]
        for line in lines
        if line.startswith("!") != is_sure
    ]


@functools.cache
def _of_many_meanings() -> frozenset[str]:
    sure = {form for groups in _rows(is_sure=True) for group in groups for form in group}
    many = {form for groups in _rows(is_sure=False) for group in groups for form in group}
    return frozenset(many - sure)


@functools.lru_cache(maxsize=4096)
def _alike(meant: frozenset[str]) -> frozenset[str]:
    _, alike = _contraries()
    return meant.union(*(alike[each] for each in meant))


@functools.cache
def _contraries() -> tuple[Mapping[str, frozenset[str]], Mapping[str, frozenset[str]]]:
    """Return by base form those of the contraries, and those that mean the same."""
    against: dict[str, set[str]] = {}
    alike: dict[str, set[str]] = {}
    for groups in (*_rows(is_sure=True), *_rows(is_sure=False)):
        for group in groups:
            others = {form for other in groups if other is not group for form in other}
            for form in group:
                against.setdefault(form, set()).update(others)
                alike.setdefault(form, set()).update(group)
    return (
        {form: frozenset(others) for form, others in against.items()},
        {form: frozenset(others) for form, others in alike.items()},
    )


@functools.lru_cache(maxsize=4096)
def _stems(words: frozenset[str]) -> frozenset[str]:
    keys = (key for word in words for key in english_keys(word))
    return frozenset(key for key in keys if not key.startswith("sound:"))
