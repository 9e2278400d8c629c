"""American or British spelling: which a glossary writes, and a suggestion in the same.

Only words that suggestions are made of are known here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_PAIRS = {
    "center": "centre",
    "centers": "centres",
    "program": "programme",
    "programs": "programmes",
    "labor": "labour",
    "enrollment": "enrolment",
    "skillful": "skilful",
    "counselor": "counsellor",
    "aluminum": "aluminium",
    "specialty": "speciality",
    "catalog": "catalogue",
    "organization": "organisation",
    "organizations": "organisations",
}
_BRITISH = frozenset(_PAIRS.values())
_WORD = re.compile(r"[A-Za-z]+")
_IZE = re.compile(r"(?<=[a-z]{3})iz(?=(?:e[drs]?|ing|ation|ations)$)")
_ISE = re.compile(r"[a-z]{3}is(?:ation|ations)$")


def is_british(texts: Iterable[str]) -> bool:
    """Return whether English texts are spelt the British way more often than the American."""
    words = [word.lower() for text in texts for word in _WORD.findall(text)]
    british = sum(word in _BRITISH or bool(_ISE.search(word)) for word in words)
    american = sum(word in _PAIRS or bool(_IZE.search(word)) for word in words)
    return british > american


def in_british(text: str) -> str:
    """Return an American text in British spelling, its capitals kept."""
    return _WORD.sub(lambda found: _british(found.group()), text)


def _british(word: str) -> str:
    lowered = word.lower()
    spelt = _PAIRS.get(lowered) or _IZE.sub("is", lowered)
    if spelt == lowered:
        return word
    return spelt[:1].upper() + spelt[1:] if word[:1].isupper() else spelt
