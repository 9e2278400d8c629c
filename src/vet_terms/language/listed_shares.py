"""Shares in a list whose unit is said once, behind the last: 1.1、0.8和0.4个百分点; 1, 2 and 30 per cent."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from vet_terms.language.quantity import Quantity

_SHARES = frozenset({"percent", "points"})
_BETWEEN = re.compile(r"\s?(?:[、，,]|和|与|及|以及|(?:,\s)?\b(?:and|or)\b)\s?")


def with_listed_shares(text: str, quantities: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """Return the quantities of a text in which plain numbers before a share, in one list, are shares too.

    What a number says by itself it may still answer.
    """
    if len(quantities) < 2 or all(each.kind not in _SHARES for each in quantities):
        return tuple(quantities)
    found = list(quantities)
    behind: Quantity | None = None
    for index in reversed(range(len(found))):
        each = found[index]
        if behind is not None and each.kind in {"plain", "percent"} and each.end <= behind.start:
            is_listed = _BETWEEN.fullmatch(text, each.end, behind.start) is not None
            if is_listed and each.kind == "plain" and each.weight != "loose":
                found[index] = each = replace(
                    each, value=each.value / 100, kind=behind.kind, also=(*each.also, each.value)
                )
            elif is_listed and each.kind == "percent" and text[each.end - 1 : each.end] not in "%t":
                found[index] = each = replace(each, kind=behind.kind)
        if each.kind in _SHARES:
            behind = each
        elif each.weight != "loose":
            behind = None
    return tuple(found)
