"""Names of days, months, languages and places that begin with a small letter: wednesday, vietnam.

A name is one where the source speaks of it, so that a china cup and march on are left alone.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from vet_terms.checking.context import Reading
from vet_terms.checking.slips import Slip
from vet_terms.checking.typography.plain import letter_runs
from vet_terms.language.tables import listed

_WITH_A_CAPITAL = {
    "weekday": ("周星礼", "monday tuesday wednesday thursday friday saturday sunday"),
    "month": ("月", "january february april june july september october november december"),
    "language": ("英汉中法德日俄西", "english chinese french german japanese russian spanish"),
}
"""Words that English always writes with a capital, and the characters with which Chinese speaks of them."""
_SMALL_NAME = re.compile(r"(?<![\w@#./_-])[a-z]{4,}(?![\w@/_-]|\.[a-z])")


def small_names(reading: Reading) -> Iterator[Slip]:
    """Yield names of days, months, languages and places that begin with a small letter."""
    if _any_small_name().isdisjoint(letter_runs(reading.en)):
        return
    always = _always_with_a_capital()
    places: frozenset[str] | None = None
    for match in _SMALL_NAME.finditer(reading.en):
        word = match.group()
        signs = always.get(word)
        if signs is not None:
            is_name = not signs.isdisjoint(reading.zh)
        elif word in _small_place_names():
            if places is None:
                places = frozenset(
                    name.lower()
                    for mention in reading.chinese_places
                    for place in mention.places
                    for name in place.english
                )
            is_name = word in places
        else:
            continue
        if is_name:
            right = word.capitalize()
            yield Slip(*match.span(), f"“{word}” is written “{right}”.", suggestion=right)


@functools.cache
def _any_small_name() -> frozenset[str]:
    return _small_place_names().union(_always_with_a_capital())


@functools.cache
def _always_with_a_capital() -> dict[str, frozenset[str]]:
    return {word: frozenset(signs) for signs, words in _WITH_A_CAPITAL.values() for word in listed(words)}


@functools.cache
def _small_place_names() -> frozenset[str]:
    """Return the names of places in small letters that are no other word."""
    from vet_terms.language.lexicon import is_general_english
    from vet_terms.language.named_places import all_places

    names = (name for place in all_places() for name in place.english if name.isalpha())
    return frozenset(name.lower() for name in names if not is_general_english(name))
