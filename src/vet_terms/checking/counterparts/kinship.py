"""Whether a word of one side can answer a word of the other, told more leniently than by equal stems."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping, Sequence

_LEAST = 4
"""Letters that two stems share at their beginning: nurs(ing) and nurse, theor(y) and theoret(ical)."""
_MOST_MORE = 3
"""Letters by which the longer may go on: a schoolgirl is no school."""


def akin(answers: Iterable[str], others: frozenset[str]) -> bool:
    """Tell whether two words share an answer, or have answers of which one begins with the other."""
    near = _by_beginning(others)
    return any(one == other or _go_on(one, other) for one in answers for other in near.get(one[:_LEAST], ()))


@functools.lru_cache(maxsize=16384)
def _by_beginning(answers: frozenset[str]) -> Mapping[str, Sequence[str]]:
    """Return answers by their first letters: most words have not even these in common."""
    found: dict[str, list[str]] = {}
    for each in answers:
        found.setdefault(each[:_LEAST], []).append(each)
    return found


def _go_on(one: str, other: str) -> bool:
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    return len(short) >= _LEAST and len(long) - len(short) <= _MOST_MORE and long.startswith(short)
