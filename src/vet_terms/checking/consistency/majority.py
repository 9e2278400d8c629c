"""Of several forms of one thing the one to go by, and the units where another stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

from vet_terms.checking.rule import Noted
from vet_terms.model import Place

Form = TypeVar("Form", bound=Hashable)

_NAMED = 3


def weight(uses: Sequence[Noted]) -> int:
    """Return how often a form stands in the document: a unit counts for each of its places there.

    Its place in a file beside that in the document which the file was made from is the same one again.
    """
    return sum(_times(each.unit.places) for each in uses)


def _times(places: Sequence[Place]) -> int:
    return max(Counter(place.document for place in places).values(), default=1)


def prevailing(forms: Mapping[Form, Sequence[Noted]]) -> Form:
    """Return the most frequent of some forms; of equals the one that stands first."""
    return min(forms, key=lambda form: (-weight(forms[form]), forms[form][0].position))


def named(uses: Sequence[Noted]) -> str:
    """Return the units of a form in words: ``unit 3``, ``units 3, 7, 9 and 4 more``."""
    names = [each.unit.id or str(each.position + 1) for each in uses]
    names = list(dict.fromkeys(names))
    if len(names) == 1:
        return f"unit {names[0]}"
    shown = names[:_NAMED]
    if len(names) > _NAMED:
        return f"units {', '.join(shown)} and {len(names) - _NAMED} more"
    return f"units {', '.join(shown[:-1])} and {shown[-1]}"
