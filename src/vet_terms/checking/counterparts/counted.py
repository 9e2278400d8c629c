"""What a number counts, where the English counts things of another kind: 23家企业 as "23 schools".

Read are the words right behind the same number on both sides, and only as far as the kinds of a closed table
tell them apart: teachers from students, companies from schools, papers from patents.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from importlib.resources import files

from vet_terms.checking.counterparts.answers import english_keys, keys_with_parts
from vet_terms.checking.counterparts.kinship import akin
from vet_terms.language.lexicon import english_lemma, meanings
from vet_terms.language.numbers_en import read_english
from vet_terms.language.numbers_zh import read_chinese
from vet_terms.language.tables import listed

Words = Sequence[tuple[int, str]]
"""The words of a Chinese text, each with its place."""

_MEASURE = re.compile(r"[多余几]?(?:[家名个所位项门台间座篇件种支批份本部组条]|余家|余名|余所)")
_END_ZH = re.compile(
    "[，。；：！？、（）()“”《》的]|和|与|及|以|在|从|为|对|向|将|被|把|由|到|等|参|进|来|占|是|有|获|分|共"
)
_NOUN_EN = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")
_END_EN = re.compile(
    r"[^A-Za-z\s'’–-]|\b(?:of|and|or|in|on|at|from|for|with|to|by|that|who|which|were|was|are|is|ha[sd]|have)\b"
)
_FEW_EN = 5
_LEAST_WEIGHT = 0.7
_MOST_NUMBERS = 16


_COUNTED = re.compile(rf"[\d一二两三四五六七八九十百千万]{_MEASURE.pattern}")


def other_things_counted(zh: str, en: str, words: Callable[[], Words]) -> tuple[str, tuple[int, int]] | None:
    """Return what the Chinese counts, and where the English counts another kind of thing."""
    if not _COUNTED.search(zh) or not any(_kinds_zh(word) for _, word in words()):
        return None
    quantities_zh, quantities_en = read_chinese(zh), read_english(en)
    if not 0 < len(quantities_en) <= _MOST_NUMBERS or len(quantities_zh) > _MOST_NUMBERS:
        return None
    for quantity in quantities_zh:
        same = [each for each in quantities_en if each.value == quantity.value and each.kind == quantity.kind]
        twice = sum(each.value == quantity.value for each in quantities_zh) > 1
        measure = _MEASURE.match(zh, quantity.end)
        if len(same) != 1 or twice or not measure or same[0].weight == "loose":
            continue
        counted, kinds = _counted_zh(zh, quantity.start, measure.end(), words())
        there = _counted_en(en, same[0].end) if kinds else []
        kinds_en = [kind for _, kind in there]
        if kinds_en and kinds.isdisjoint(kinds_en) and _are_rivals(kinds, kinds_en):
            return counted, there[0][0]
    return None


def counts_exchanged(zh: str, en: str, words: Callable[[], Words]) -> tuple[int, int] | None:
    """Return where the first of two English numbers stands that counts what the other one counts.

    32支代表队、96名选手 as "32 contestants in 96 teams": each word right behind a number is the other's.
    """
    if len(_COUNTED.findall(zh)) < 2:
        return None
    quantities_zh, quantities_en = read_chinese(zh), read_english(en)
    if max(len(quantities_zh), len(quantities_en)) > _MOST_NUMBERS:
        return None
    in_chinese: dict[Fraction, frozenset[str]] = {}
    for quantity in quantities_zh:
        measure = _MEASURE.match(zh, quantity.end)
        if measure and quantity.kind == "plain" and quantity.weight != "loose":
            end = _END_ZH.search(zh, measure.end())
            stop = end.start() if end else len(zh)
            meant = (
                keys_with_parts(word)[0] | _kinds_zh(word)
                for at, word in words()
                if measure.end() <= at < stop
            )
            in_chinese[quantity.value] = _without_sounds(meant)
    in_english = {
        each.value: (each, _without_sounds(map(_keys_en, _nouns_en(en, each.end))))
        for each in quantities_en
        if each.kind == "plain" and each.weight != "loose" and each.value in in_chinese
    }
    for one, other in itertools.combinations(in_english, 2):
        own, others = in_english[one][1], in_english[other][1]
        if (
            akin(in_chinese[one], others)
            and akin(in_chinese[other], own)
            and not akin(in_chinese[one], own)
            and not akin(in_chinese[other], others)
        ):
            first = min(in_english[one][0], in_english[other][0], key=lambda each: each.start)
            return first.start, first.end
    return None


def _without_sounds(meant: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset(key for keys in meant for key in keys if not key.startswith("sound:"))


def _keys_en(word: str) -> frozenset[str]:
    kind = _kinds().get(word.lower()) or _kinds().get(english_lemma(word))
    return english_keys(word) | ({kind} if kind else set())


def _nouns_en(en: str, start: int) -> list[str]:
    end = _END_EN.search(en, start + 1)
    return _NOUN_EN.findall(en, start, end.start() if end else len(en))[:_FEW_EN]


def _counted_zh(zh: str, before: int, start: int, words: Words) -> tuple[str, frozenset[str]]:
    end = _END_ZH.search(zh, start)
    stop = end.start() if end else len(zh)
    inside = [(at, word) for at, word in words if start <= at < stop]
    if start == stop:
        # 论文15篇: what is counted stands before the number.
        inside = [(at, word) for at, word in words if at + len(word) == before]
        start, stop = (inside[0][0], before) if inside else (start, stop)
    kinds = frozenset(kind for _, word in inside for kind in _kinds_zh(word))
    return zh[start:stop], kinds


def _counted_en(en: str, start: int) -> list[tuple[tuple[int, int], str]]:
    end = _END_EN.search(en, start + 1)
    found = []
    for match in list(_NOUN_EN.finditer(en, start, end.start() if end else len(en)))[:_FEW_EN]:
        kind = _kinds().get(match.group().lower()) or _kinds().get(english_lemma(match.group()))
        if kind:
            found.append((match.span(), kind))
    return found


def _are_rivals(kinds: frozenset[str], others: Sequence[str]) -> bool:
    """Tell whether kinds are of one sort: persons, bodies, works."""
    sorts = {kind.partition(" ")[0] for kind in kinds}
    return all(kind.partition(" ")[0] in sorts for kind in others)


@functools.lru_cache(maxsize=16384)
def _kinds_zh(word: str) -> frozenset[str]:
    if len(word) < 2:
        return frozenset()
    kinds = _kinds()
    return frozenset(
        kinds[form] for form, weight in meanings(word).items() if weight > _LEAST_WEIGHT and form in kinds
    )


@functools.cache
def _kinds() -> dict[str, str]:
    """Return the kind of each English noun, as its sort and a number."""
    text = files("vet_terms.checking").joinpath("tables/counted_things.tsv").read_text("utf-8")
    found: dict[str, str] = {}
    for number, line in enumerate(line for line in text.split("\n") if line and not line.startswith("#")):
        sort, nouns = line.split("\t")
        for noun in listed(nouns):
            found[noun] = found[english_lemma(noun)] = f"{sort} {number}"
    return found
