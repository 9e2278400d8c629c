"""Short words that carry a point of fact and are lost: 免费培训 as "training", 连续三年 as "three years".

Told by a table of words that a translation may render in many ways but hardly leave out, each with all the
English that may come from it. One trace of it anywhere in the English is enough, and nothing is said of how
well it is rendered. Only where the English answers most of the rest of the clause is a word lost; a clause
that is left out as a whole is another matter, and so are terms of the glossary and names between quotes.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.counterparts.answers import chinese_stretches
from vet_terms.checking.slips import Slip
from vet_terms.language.lexicon import is_known
from vet_terms.language.tables import listed

_LEAST_ANSWERED = 0.4
"""The share of the other words of a clause that the English answers where only the word is lost."""
_FEWEST = 2
"""Words beside it that the English answers."""
_OTHER_HALF = 2
"""Characters of a compound behind the word that it begins with."""
_SHORT = -3.5
"""Standard deviations below which the English leaves out more than a word."""
_DENIED = re.compile("[不未没非无勿][^，。；：！？、]{0,3}$")
_QUOTED = re.compile(r"《[^《》]*》|[“「『‘][^“”「」『』‘’，。；！？]{1,20}[”」』’]")


@dataclass(frozen=True, slots=True, eq=False)
class _Meaning:
    """Words of one meaning: what tells it in English, and longer words in which it is not meant."""

    en: tuple[str, ...]
    zh_excuse: tuple[str, ...]


def lost_words(reading: Reading, context: Context) -> Iterator[Slip]:
    """Yield the words of the table that the English has no trace of."""
    zh, en = reading.zh, reading.en
    if not en:
        return
    told: set[_Meaning] = set()
    for match in _any_word().finditer(zh):
        meaning = table()[match.group()]
        start, end = match.span()
        if meaning in told or _is_inside(zh, start, match.group(), meaning.zh_excuse):
            continue
        if not _is_word(zh, reading.chinese_words, start, end):
            continue
        # What is said once may be said again: 免费 twice, and "free" once.
        told.add(meaning)
        if english_of(meaning).search(en) is None and _is_alone(reading, start, end):
            yield Slip(start, end, f"The English has no trace of “{match.group()}”.")


def _is_alone(reading: Reading, start: int, end: int) -> bool:
    """Return whether a word that is lost is meant, is the translator's to render, and is lost alone."""
    # What is not the only one is one of several, and what is not all is some.
    if _DENIED.search(reading.zh, max(0, start - 4), start):
        return False
    if any(hit.start <= start and end <= hit.end for hit in reading.term_hits):
        return False
    if any(match.start() < start and end < match.end() for match in _QUOTED.finditer(reading.zh)):
        return False
    first, last = next(each for each in chinese_stretches(reading.zh) if each[0] <= start < each[1])
    others = [bool(keys) for at, keys in reading.contents.zh if first <= at < last and not start <= at < end]
    answered = sum(others)
    if answered < _FEWEST or answered < _LEAST_ANSWERED * len(others):
        return False
    return reading.strayed_length > _SHORT


def _is_word(zh: str, words: Sequence[tuple[int, str]], start: int, end: int) -> bool:
    """Return whether a stretch is words where the dictionary cuts, or the first half of one as 公益活动.

    非法 of 非法人 is not: what is left of 法人 stands alone.
    """
    if all(at != start for at, _ in words):
        return False
    last = next(at + len(word) for at, word in reversed(words) if at < end)
    if last != end:
        return last == end + _OTHER_HALF and last - start == 2 * _OTHER_HALF
    follows = next((word for at, word in words if at == end), "")
    return len(follows) != 1 or not is_known(zh[end - 1] + follows)


def _is_inside(zh: str, start: int, word: str, longer: tuple[str, ...]) -> bool:
    """Return whether a word lies in one of some longer ones."""
    return any(
        zh.startswith(each, max(0, start - at)) for each in longer if 0 <= (at := each.find(word)) <= start
    )


@functools.cache
def english_of(meaning: _Meaning) -> re.Pattern[str]:
    """Return what finds the English of a meaning."""
    return re.compile("|".join(map(expression_of, meaning.en)), re.IGNORECASE)


def expression_of(listed_form: str) -> str:
    """Return the pattern of a form as tables have it: _ is a space or a hyphen, * any letters."""
    form = re.escape(listed_form).replace("_", r"[\s-]").replace(r"\*", "[a-z]*").replace(r"\?", "[a-z0-9]")
    begins = r"\b" if listed_form[0].isalnum() or listed_form[0] in "*?" else ""
    return begins + form + (r"\b" if listed_form[-1].isalnum() or listed_form[-1] in "*?" else "")


@functools.cache
def table() -> dict[str, _Meaning]:
    """Return the words of the table, each with what it means; words of one row share it."""
    lines = files("vet_terms.checking").joinpath("tables/key_words.tsv").read_text("utf-8").split("\n")
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    found = {}
    for zh, en, zh_excuse in rows:
        words = listed(zh)
        meaning = _Meaning(listed(en), listed(zh_excuse))
        found.update(dict.fromkeys(words, meaning))
    return found


@functools.cache
def _any_word() -> re.Pattern[str]:
    """Return what finds a word of the table, the longest first."""
    by_first: dict[str, list[str]] = {}
    for word in sorted(table(), key=len, reverse=True):
        by_first.setdefault(word[0], []).append(word[1:])
    return re.compile("|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in by_first.items()))
