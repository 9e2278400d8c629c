"""Right words in the wrong place, told by the source: 原则 as "principal", 教职工 as "teaching stuff".

Of a pair of words that are often taken for each other, the wrong one is one if the source means the other: a
Chinese word means it, nothing in the English answers that word, and no Chinese word means what stands there.
Which words are taken for each other is a table; what Chinese words mean is the dictionary's. Where either
could be meant, nothing is said.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files

from vet_terms.checking.context import Reading
from vet_terms.checking.counterparts.answers import chinese_keys, english_keys, keys_with_parts
from vet_terms.checking.counterparts.kinship import akin
from vet_terms.checking.slips import Slip
from vet_terms.checking.typography.plain import small_letter_runs
from vet_terms.language.tables import listed

_BAR = re.compile(r"[|>]")
_WORD = re.compile(r"(?<![\w'’])[A-Za-z][a-z]+(?![\w-])")


def confused_by_sense(reading: Reading) -> Iterator[Slip]:
    """Yield the words that the source shows to be taken for others."""
    taken = _taken_for()
    said = small_letter_runs(reading.en)
    doubtful = taken.keys() & said
    if not doubtful:
        return
    meant = [keys_with_parts(chinese)[0] for _, chinese in reading.chinese_words]
    wrong: dict[str, str] = {}
    for word in doubtful:
        for right in taken[word]:
            if _is_meant_instead(word, right, reading, meant) and _forms(right).isdisjoint(said):
                wrong[word] = right
                break
    for match in _WORD.finditer(reading.en) if wrong else ():
        word = match.group()
        if right := wrong.get(word.lower(), ""):
            right = right.capitalize() if word[0].isupper() else right
            yield Slip(*match.span(), f"“{word}” should be “{right}”.", suggestion=right)


def _is_meant_instead(word: str, right: str, reading: Reading, meant: Sequence[frozenset[str]]) -> bool:
    """Tell whether the source means a word that the English lacks, and not the one that it has.

    ``meant`` is by what each Chinese word can be answered.
    """
    # Mostly the source means what stands there.
    there = english_keys(word)
    if not all(map(there.isdisjoint, meant)):
        return False
    wanted = english_keys(right)
    if all(map(wanted.isdisjoint, meant)):
        return False
    if akin(_plain(frozenset().union(*meant) - wanted), _plain(there)):
        return False
    answered = {key for _, keys in reading.contents.en for key in keys}
    asking = [
        chinese
        for _, chinese in reading.chinese_words
        if len(chinese) > 1 and not wanted.isdisjoint(chinese_keys(chinese)) and _means(chinese, right)
    ]
    return bool(asking) and all(answered.isdisjoint(chinese_keys(chinese)) for chinese in asking)


def _means(chinese: str, right: str) -> bool:
    """Return whether the dictionary has the word itself for a Chinese one: 闲人 is a person, not personal."""
    from vet_terms.language.lexicon import english_lemma, meanings

    return not {right, english_lemma(right)}.isdisjoint(meanings(chinese))


def _plain(keys: frozenset[str]) -> frozenset[str]:
    return frozenset(key for key in keys if ":" not in key)


@functools.cache
def _taken_for() -> Mapping[str, tuple[str, ...]]:
    """Return by each word those that it may stand for by mistake, in the same form."""
    text = files("vet_terms.checking").joinpath("tables/confused_senses.txt").read_text("utf-8")
    found: dict[str, tuple[str, ...]] = {}
    for line in text.split("\n"):
        if not line or line.startswith("#"):
            continue
        one, other = map(listed, _BAR.split(line))
        taken = [*zip(one, other, strict=True)]
        if "|" in line:
            taken += zip(other, one, strict=True)
        for wrong, right in taken:
            found[wrong] = (*found.get(wrong, ()), right)
    return found


@functools.lru_cache(maxsize=1024)
def _forms(word: str) -> frozenset[str]:
    """Return the forms of a word of the table, of which any is the right one."""
    from vet_terms.language.lexicon import english_lemma

    return frozenset(each for each in _taken_for() if english_lemma(each) == english_lemma(word)) | {word}
