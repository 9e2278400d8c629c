"""Whether a word of one side can answer a word of the other, told more leniently than by equal stems."""

from __future__ import annotations

from collections.abc import Collection

_LEAST = 4
"""Letters that two stems share at their beginning: nurs(ing) and nurse, theor(y) and theoret(ical)."""
_MOST_MORE = 3
"""Letters by which the longer may go on: a schoolgirl is no school."""


def akin(answers: Collection[str], others: Collection[str]) -> bool:
    """Tell whether two words share an answer, or have answers of which one begins with the other."""
    # Most have not even their beginnings in common.
    beginnings = {other[:_LEAST] for other in others}
    return any(
        one == other or _go_on(one, other)
        for one in answers
        if one[:_LEAST] in beginnings
        for other in others
    )


def _go_on(one: str, other: str) -> bool:
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    return len(short) >= _LEAST and len(long) - len(short) <= _MOST_MORE and long.startswith(short)
