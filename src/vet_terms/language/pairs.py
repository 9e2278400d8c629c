"""Where a text has one of some pairs of characters: a first look for names that begin with them."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection


def finder_of_pairs(pairs: Collection[str]) -> Callable[[str], list[int]]:
    """Return what finds the places of pairs in a text, soon where they are of a few hundred characters."""
    known = frozenset(pairs)
    firsts, seconds = (re.escape("".join(sorted({pair[at] for pair in known}))) for at in (0, 1))
    # The class of the first characters settles most places of a text.
    search = re.compile(f"[{firsts}](?=[{seconds}])")

    def places(text: str) -> list[int]:
        found = [match.start() for match in search.finditer(text)]
        return [at for at in found if text[at : at + 2] in known] if found else found

    return places
