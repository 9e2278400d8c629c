"""The words of an English text as the readers of numbers ask for them: in small letters, each with its place.

A text is cut once, and most of what the readers ask is whether one of their words is in it at all.
"""

from __future__ import annotations

import functools
import re
import string

from vet_terms.language.currencies import ENGLISH_NAMES
from vet_terms.language.months_en import MONTH_WORDS
from vet_terms.language.numerals_en import NUMBER_WORDS
from vet_terms.language.quantity import has_digits

CLOCK_WORDS = frozenset(
    {
        *("o", "morning", "mornings", "afternoon", "afternoons", "evening", "evenings", "night", "noon"),
        *("midday", "midnight", "past", "half", "quarter", "five", "ten", "twenty"),
    }
)
MONEY_WORDS = frozenset(
    form for name in ENGLISH_NAMES for first in [re.split("[ .]", name)[0]] for form in (first, f"{first}s")
)
"""The first words of the names of currencies."""
SHARE_WORDS = frozenset({"per", "pct", "pc", "p", "pp", "point", "points"})
BOUND_WORDS = frozenset(
    {
        *("plus", "more", "above", "over", "older", "upward", "upwards", "higher", "odd", "so"),
        *("less", "fewer", "under", "younger", "lower", "below"),
    }
)
"""The words of bounds that stand behind a number."""
DENYING_WORDS = frozenset({"no", "not", "never", "neither", "nor", "cannot", "none"})
SAYING_WORDS = NUMBER_WORDS | MONTH_WORDS | CLOCK_WORDS
"""One of these, or a digit, is in each text that says a number."""

_TELLING = SAYING_WORDS | MONEY_WORDS | SHARE_WORDS | BOUND_WORDS | DENYING_WORDS
_MONEY_SIGNS = frozenset("$¥€£₩฿₫₹₽")

# Bytes: all that is no letter from A to Z becomes a space, and each letter small.
_SMALL_LETTERS = bytes(
    ord(chr(byte).lower()) if chr(byte) in string.ascii_letters else ord(" ") for byte in range(256)
)


class Words:
    """The words of a text, runs of the letters A to Z, in small letters.

    ``telling`` are those among them that bear on numbers.
    """

    __slots__ = (
        "_spaced", "has_digits", "names_month", "said", "says_money", "says_share", "says_unit", "telling",
        "trails_bound",
    )  # fmt: skip

    def __init__(self, text: str) -> None:
        """Cut a text into its words."""
        characters = text.encode("ascii", "replace")
        letters = characters.translate(_SMALL_LETTERS).decode("ascii")
        self._spaced = f" {letters} "
        self.said = letters.split()
        self.has_digits = (
            len(characters.translate(None, string.digits.encode())) < len(text)
            if text.isascii()
            else has_digits(text)
        )
        self.telling = _TELLING.intersection(self.said)
        self.says_share = (
            "%" in text or "‰" in text or "percent" in letters or not SHARE_WORDS.isdisjoint(self.telling)
        )
        self.trails_bound = "+" in text or not BOUND_WORDS.isdisjoint(self.telling)
        self.says_money = not MONEY_WORDS.isdisjoint(self.telling) or (
            "$" in text if text.isascii() else not _MONEY_SIGNS.isdisjoint(text)
        )
        months = MONTH_WORDS & self.telling
        # "May" is a month, and "may" in small letters none.
        self.names_month = bool(months) and (months != {"may"} or "May" in text or "MAY" in text)
        self.says_unit = self.says_share or self.says_money or self.names_month

    def start(self, word: str, at: int) -> int:
        """Return where a word, as a whole, begins in the text, the first time from a place on."""
        return self._spaced.find(f" {word} ", at)


# Several readers ask for the words of one text, one after the other.
@functools.lru_cache(maxsize=8)
def words_of(text: str) -> Words:
    """Return the words of an English text."""
    return Words(text)
