"""What of an XLIFF file is not to be translated, and what its tool says of a segment: its number, a lock.

``translate="no"`` holds for all that stands in the element, unless something in it says otherwise. A lock is
the tool's: the segment is translated, and nobody is to change it.
"""

from __future__ import annotations

import re
from typing import Any

from vet_terms.xml_input import local_name

_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
"""How .NET writes a character that no XML name may have: the number of half a segment is 12_x0020_a."""
_LOCKED = frozenset({"locked", "true", "yes", "1"})


def is_protected(unit: Any) -> bool:
    """Say whether a unit is not to be translated, by itself or by what is around it."""
    element = unit
    while element is not None:
        if said := element.get("translate"):
            return bool(said == "no")
        element = element.getparent()
    return False


def is_locked(element: Any) -> bool:
    """Say whether memoQ, Phrase or Trados has locked what an element holds."""
    said = (value for name, value in element.items() if name.rpartition("}")[2] == "locked")
    return next(said, "").lower() in _LOCKED


def trados_locks(unit: Any) -> dict[str, bool] | None:
    """Return for each segment of a unit in a file of Trados, by its ``mid``, whether it is locked.

    None in any other file.
    """
    definitions = next((child for child in unit if local_name(child) == "seg-defs"), None)
    if definitions is None:
        return None
    return {each.get("id", ""): is_locked(each) for each in definitions if local_name(each) == "seg"}


def trados_number(mark: str) -> str:
    """Return the number of a segment as Trados shows it; ``mark`` is its ``mid``."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), mark)
