"""What a line end says of the words beside it: whether one is cut in two, whether they are a title."""

from __future__ import annotations

import re

from vet_terms.language.scripts import HAN
from vet_terms.language.words import words

_LAST = re.compile(f"[{HAN}]{{1,5}}$")
_FIRST = re.compile(f"^[{HAN}]{{1,5}}")

_SMALL_IN_TITLES = frozenset(
    {"between", "from", "into", "over", "through", "under", "upon", "with", "within", "without"}
)


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


def is_title(text: str) -> bool:
    """Say whether an English text of two words or more is set as a title: its long words all capitalised.

    Words of fewer than four letters may be small in a title, and so may longer prepositions. A text
    with commas tells nothing: it may be a list of names that a sentence begins with.
    """
    if "," in text or len(text) > 200:
        return False
    found = re.findall(r"[^\W\d_][\w'’-]*", text)
    small = [word for word in found if word[0].islower()]
    return (
        len(found) >= 2
        and found[0][0].isupper()
        and all(len(word) < 4 or word in _SMALL_IN_TITLES for word in small)
        and len(small) < len(found) - 1
    )
