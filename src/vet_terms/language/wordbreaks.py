"""Whether a line end cuts a word in two."""

from __future__ import annotations

import re

from vet_terms.language.scripts import HAN
from vet_terms.language.words import words

_LAST = re.compile(f"[{HAN}]{{1,5}}$")
_FIRST = re.compile(f"^[{HAN}]{{1,5}}")


def cuts_chinese_word(left: str, right: str) -> bool:
    """Say whether a Chinese word runs across the seam of two texts, or a number and its unit."""
    if re.search(r"\d$", left) and re.match(rf"[\d{HAN}]", right):
        return True
    before, after = _LAST.search(left), _FIRST.match(right)
    if not before or not after:
        return False
    position = 0
    for word in words(before.group() + after.group()):
        if position < len(before.group()) < position + len(word):
            return True
        position += len(word)
    return False


def is_english_word(word: str) -> bool:
    """Say whether a word, in any inflection, is in the English word list."""
    import simplemma

    return bool(simplemma.is_known(word, lang="en"))
