"""How Chinese surnames are spelt in pinyin, and what may stand for one by mistake.

The surnames themselves, and those with readings of their own, stand in ``pinyin``.
"""

from __future__ import annotations

import functools

from vet_terms.language.pinyin import (
    COMPOUND_SURNAMES,
    SURNAME_READINGS,
    SURNAMES,
    letters,
    pinyin_keys,
    readings_of,
)
from vet_terms.language.slips import is_slip

_LEAST_SURNAME = 3
"""Letters that a surname must have for one wrong letter to be a slip."""


@functools.lru_cache(maxsize=1024)
def surname_spellings(surname: str) -> frozenset[str]:
    """Return how a surname is spelt, in small letters: 覃 is Qin or Tan, 吕 Lyu, Lv or Lu."""
    special = SURNAME_READINGS.get(surname)
    if special:
        return frozenset(special)
    if len(surname) == 1:
        return frozenset(readings_of(surname))
    return frozenset(
        first + second for first in readings_of(surname[0]) for second in readings_of(surname[1])
    )


def is_surname(spelt: str) -> bool:
    """Return whether a Latin word is the pinyin of some Chinese surname."""
    return letters(spelt) in all_surnames()


@functools.cache
def all_surnames() -> frozenset[str]:
    """Return the spellings of all surnames, in small letters."""
    return frozenset(
        spelling for surname in (*SURNAMES, *COMPOUND_SURNAMES) for spelling in surname_spellings(surname)
    )


def is_likely_surname(written: str, surname: str) -> bool:
    """Return whether a word is a surname misread (Dan for 单) or misspelt: it can only be a mistake."""
    right, spelt = surname_spellings(surname), letters(written)
    return (spelt in pinyin_keys(surname) and spelt not in right) or any(
        is_slip(spelt, spelling, _LEAST_SURNAME) for spelling in right
    )
