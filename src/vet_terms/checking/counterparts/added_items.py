"""An item added to what the Chinese names: 证书和奖金 as "certificates, trophies and prize money".

Told of what stands behind "and", "or" or a comma of a list, and of what a preposition ends a text with, up
to the next mark or little word: nothing of it can mean anything of the Chinese, of which every word is
answered by the rest of the English. Sentence vectors must agree that the English is nearer to the Chinese
without it. Idioms and shorthand, sums (三大产业), names and numbers tell nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from vet_terms.checking.counterparts.answers import Contents, chinese_keys, keys_with_parts
from vet_terms.checking.counterparts.few_words import is_said_in_few_words
from vet_terms.checking.counterparts.unanswered import LONGEST
from vet_terms.checking.counterparts.weighing import MOST_WEIGHED
from vet_terms.language.tables import listed

_BEGINS = re.compile(
    r"\b(?:and|or|as well as|along with|together with)\s+(?!so on\b|so forth\b|above all\b|over again\b)"
    r"|,\s+(?=[^,.;:]{2,40}?(?:,|\s(?:and|or)\s))"
    r"|\b(?:with|without|under|alongside|in the presence of|for|at|by|during|through|from|before|after)\s+"
    r"(?=[^,.;:]{3,40}\.?$)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-Za-zÀ-ɏ]+(?:['’-][A-Za-z]+)*|\d[\d.,]*")
_DETERMINERS = listed(
    "the a an its their his her our your my this these those some both each every other more most any"
)
_PREPOSITIONS = listed(
    "of in on at for to with by from into onto over under through during between among about as"
)
_OTHER_LITTLE_WORDS = listed(
    """
    against after before than that which who whom whose where when while if is are was were be been being has
    have had will shall should would may might can could must do does did not and or but nor including such
    """
)
_VAGUE = listed(
    """
    elsewhere anything everything others etc many much also even just only well together thus therefore then
    again above one two three four five six seven eight nine ten eleven twelve dozen hundred thousand million
    billion half third quarter first second fifth tenth
    """
)
_SMALL_ZH = frozenset(
    "的了和与及或在是有为对将把从被让向等不也都以于由到就而并但还又可能会须应要所其这那此个中上下内外前后者时名位次"
    "年月日两一二三四五六七八九十百千万亿余多第各每该本我他她它们之则即已曾正均共约近自至给使得地着过来去起间所当且"
    "如若因再更最很太较只仅同跟比按照据经通关"
)
_SUM_ZH = re.compile(
    "[双三四五六七八九十百两多](?![个名位次项年月周天日小岁人家所门套台件种份条支间点分元万亿千百十度公米级届期余多者次"
    "平方吨座栋处场轮批组张本部篇辆只艘])"
)
"""三大产业, 双创: a number that says what English lists."""
_MOST_WORDS, _FEWEST_ANSWERED = 4, 3
_ANSWERED = 0.6
_MOST_LEFT = 1
_NEARER, _LIKEST = 0.0, 0.47
"""Cosines: by how much the English must be nearer without the item, and how like it a Chinese word may be."""


class AddedItem(NamedTuple):
    """An item that the Chinese may not name: where its conjunction and its words stand."""

    joined: int
    start: int
    end: int


def added_items(
    zh: str, en: str, words: Sequence[tuple[int, str]], contents: Contents
) -> tuple[AddedItem, ...]:
    """Return the items of an English text of which the Chinese, whose words are given, may say nothing."""
    if len(en) > LONGEST:
        return ()
    answered = {at: any(key in contents.in_chinese for key in keys) for at, keys in contents.en}
    if all(answered.values()) or sum(answered.values()) < _FEWEST_ANSWERED:
        return ()
    found = [each for each in _candidates(en, answered) if _is_answered_without(each, contents, answered)]
    if not found or _SUM_ZH.search(zh) or is_said_in_few_words(zh):
        return ()
    parts = frozenset(
        key for _, word in words if len(word) > 1 for character in word for key in chinese_keys(character)
    )
    return tuple(
        each
        for each in found
        if all(keys.isdisjoint(parts) for at, keys in contents.en if each.start <= at < each.end)
        and _is_said_without(each, words, contents, answered)
    )


def _candidates(en: str, answered: Mapping[int, bool]) -> Iterator[AddedItem]:
    """Yield the phrases behind a conjunction or a comma of a list of which no word is answered."""
    for begun in _BEGINS.finditer(en):
        start = end = begun.end()
        found: list[str] = []
        has_determiner = False
        for match in _WORD.finditer(en, start):
            word = match.group().lower()
            if en[end : match.start()].strip() or len(found) > _MOST_WORDS:
                break
            if not found and (word in _DETERMINERS or word in _PREPOSITIONS):
                end, has_determiner = match.end(), True
                continue
            if word in _PREPOSITIONS or word in _OTHER_LITTLE_WORDS:
                # "and remains in force": a verb of which more follows.
                if word in _PREPOSITIONS and len(found) == 1 and not has_determiner:
                    found = []
                break
            if word in _VAGUE or word[0].isdigit() or not match.group().islower():
                found = []
                break
            if answered.get(match.start()):
                # A verb or an adjective of what the Chinese names: and share experience.
                found = []
                break
            if match.start() in answered:
                found.append(word)
            end = match.end()
        if found and len(found) <= _MOST_WORDS:
            yield AddedItem(begun.start(), begun.end(), end)


def _is_answered_without(item: AddedItem, contents: Contents, answered: Mapping[int, bool]) -> bool:
    """Return whether the Chinese answers most of what stands outside an item."""
    outside = [is_answered for at, is_answered in answered.items() if not item.start <= at < item.end]
    return (
        len(contents.zh) > 1 and sum(outside) >= _FEWEST_ANSWERED and sum(outside) >= _ANSWERED * len(outside)
    )


def _is_said_without(
    item: AddedItem, words: Sequence[tuple[int, str]], contents: Contents, answered: Mapping[int, bool]
) -> bool:
    """Return whether each Chinese word is answered outside an item.

    One may be left, of which the English outside has a word that is left too.
    """
    outside = [(at, keys) for at, keys in contents.en if not item.start <= at < item.end]
    said = frozenset(chain.from_iterable(keys for _, keys in outside))
    left = [word for _, word in words if not _is_small(word) and not _answers(word, said)]
    english_left = sum(not answered[at] for at, _ in outside)
    return len(left) <= min(_MOST_LEFT, english_left) and all(len(word) > 1 for word in left)


def _is_small(word: str) -> bool:
    return all(character in _SMALL_ZH for character in word)


def _answers(word: str, said: frozenset[str]) -> bool:
    if not keys_with_parts(word)[0].isdisjoint(said):
        return True
    return len(word) > 1 and any(not chinese_keys(character).isdisjoint(said) for character in word)


def are_added(
    suspected: Sequence[tuple[str, str, Sequence[tuple[int, str]], AddedItem]],
) -> list[bool]:
    """Return of each item, given with its Chinese, English and the Chinese words, whether vectors agree.

    Without vectors none is, nor of very many the last ones.
    """
    from vet_terms.language.vectors import embed, is_available

    if not suspected or not is_available():
        return [False] * len(suspected)
    groups = [
        [zh, en, _without(en, item), en[item.start : item.end], *(word for _, word in words if len(word) > 1)]
        for zh, en, words, item in suspected[:MOST_WEIGHED]
    ]
    rows = embed(list(chain.from_iterable(groups)))
    found, at = [], 0
    for group in groups:
        source, target, rest, item = rows[at : at + 4]
        nearer = float(source @ rest) - float(source @ target)
        likest = float((rows[at + 4 : at + len(group)] @ item).max())
        found.append(nearer >= _NEARER and likest <= _LIKEST)
        at += len(group)
    return found + [False] * (len(suspected) - len(found))


def _without(en: str, item: AddedItem) -> str:
    """Return an English text without an item and the conjunction before it."""
    before, behind = en[: item.joined].rstrip(" ,"), en[item.end :].lstrip()
    return before + (" " if behind[:1].isalnum() else "") + behind
