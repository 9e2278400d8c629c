"""Two lines made one text: what stands at the seam."""

from __future__ import annotations

import re

from vet_terms.language.scripts import HAN, HAN_CHARACTER
from vet_terms.language.wordbreaks import is_english_word
from vet_terms.model import Language

_BYLINE_NAMES = re.compile(rf"(?:^|[（(／/：:\s])[{HAN}]{{2,4}}(?:\s[{HAN}]{{2,4}})+$")


def join(left: str, right: str, language: Language | None, *, continued: bool) -> str:
    """Return two texts that a line end parted as one: English with a space, Chinese without.

    A word hyphenated at the line end is made whole; names in a by-line keep the space between them.
    """
    if language == "en":
        return _english(left, right)
    if re.search(r"[A-Za-z]$", left) and re.match(r"[A-Za-z]", right):
        return f"{left} {right}"
    if continued and _BYLINE_NAMES.search(left) and HAN_CHARACTER.match(right):
        return f"{left} {right}"
    return left + right


def _english(left: str, right: str) -> str:
    hyphenated = re.search(r"([A-Za-z]+)-$", left)
    following = re.match(r"[a-z]+", right)
    if hyphenated and following:
        whole = hyphenated.group(1) + following.group()
        return (left[:-1] if is_english_word(whole) else left) + right
    return f"{left} {right}"
