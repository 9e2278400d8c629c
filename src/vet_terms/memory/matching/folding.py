"""The form in which texts of a memory are compared and searched: what is no difference to a reader is folded.

Character by character, so that a place in the folded text has a place in the text as it is: compatibility
forms and widths, case, Traditional characters to Simplified, quotes and dashes to one kind. Chinese loses
its spaces, which mean nothing there; English keeps one between words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from vet_terms.language.scripts import to_simplified
from vet_terms.model import Language
from vet_terms.tmx.model import PLACEABLE

NUMBER = "\ue000"
"""Stands for a number in what is compared: a private character that no folded text has."""

_NUMERAL = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)*|[0-9]+(?:\.[0-9]+)*")
_SAME: Mapping[str, str] = MappingProxyType(
    dict.fromkeys("“”„‟«»「」『』″", '"')
    | dict.fromkeys("‘’‚‛′`´", "'")
    | dict.fromkeys("‐‑‒–—―−─", "-")
    | {NUMBER: " "}
)
"""Marks that stand for each other."""
_INVISIBLE = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp", "Cs"})


class _Folding(dict[int, str]):
    """Characters and what they fold to, filled as they are met: one pass over a text folds it."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = folded_character(chr(code))
        return folded


def folded_character(character: str) -> str:
    """Return what a character is compared as: nothing for an invisible one, a space for any kind of space."""
    if character in _SAME:
        return _SAME[character]
    if character == PLACEABLE:
        return character
    category = unicodedata.category(character)
    if category in _INVISIBLE:
        return "" if category in {"Cf", "Cs"} else " "
    plain = unicodedata.normalize("NFKC", character).casefold()
    plain = "".join(_SAME.get(each, each) for each in plain)
    return to_simplified(plain)


_FOLDING = _Folding()


def folded(text: str, language: Language) -> str:
    """Return the form of a text in which it is searched and compared."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    plain = text.translate(_FOLDING)
    return "".join(plain.split()) if language == "zh" else " ".join(plain.split())


def symbols(folded_text: str) -> str:
    """Return a folded text with each number as one `NUMBER` and without inline codes.

    What numbers say is no matter of likeness, nor where a text is bold.
    """
    plain = _NUMERAL.sub(NUMBER, folded_text)
    return " ".join(plain.replace(PLACEABLE, "").split()) if PLACEABLE in plain else plain


def numerals(text: str) -> tuple[str, ...]:
    """Return the numbers of a text that are written in digits, in order, without separators of thousands."""
    return tuple(found.replace(",", "") for found in _NUMERAL.findall(text.translate(_FOLDING)))


def without_numerals(text: str) -> str:
    """Return a text as it stands with each number in ASCII digits as one `NUMBER`."""
    return _NUMERAL.sub(NUMBER, text)


def without_codes(folded_text: str, language: Language) -> str:
    """Return a folded text in which a phrase is looked for: inline codes do not part what they stand in."""
    plain = folded_text.replace(PLACEABLE, "")
    return plain if language == "zh" else " ".join(plain.split())


def spans_of(phrase: str, text: str, language: Language) -> list[tuple[int, int]]:
    """Return where a phrase stands in a text as it is: (start, end) of each place, in order.

    An English phrase begins where a word does, so that “art” is not found in “part”. The same rule finds
    and shows: what is found in a folded text has a place here.
    """
    wanted = without_codes(folded(phrase, language), language)
    plain: list[str] = []
    places: list[tuple[int, int]] = []
    for start, end in _clusters(text):
        for each in unicodedata.normalize("NFC", text[start:end]).translate(_FOLDING):
            if each == PLACEABLE or (each == " " and (language == "zh" or not plain or plain[-1] == " ")):
                continue
            plain.append(each)
            places.append((start, end))
    spans: list[tuple[int, int]] = []
    for first in starts_of(wanted, "".join(plain), language):
        start, end = places[first][0], places[first + len(wanted) - 1][1]
        # One character may be folded to several (ﬀ), and hold a phrase twice.
        if not spans or start >= spans[-1][1]:
            spans.append((start, end))
    return spans


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of parts of a text that can be brought into NFC one by one (Unicode annex 15, 9.1).

    In a text that is NFC already they are its characters.
    """
    if unicodedata.is_normalized("NFC", text):
        yield from zip(range(len(text)), range(1, len(text) + 1), strict=True)
        return
    start = 0
    for place, character in enumerate(text):
        if place == start or unicodedata.combining(unicodedata.normalize("NFD", character)[0]):
            continue
        apart = [unicodedata.normalize("NFC", each) for each in (text[start:place], character)]
        if unicodedata.normalize("NFC", text[start : place + 1]) == "".join(apart):
            yield start, place
            start = place
    yield start, len(text)


def starts_of(folded_phrase: str, folded_text: str, language: Language) -> list[int]:
    """Return where a folded phrase begins in a folded text, places that overlap left out."""
    starts: list[int] = []
    start = folded_text.find(folded_phrase) if folded_phrase else -1
    while start >= 0:
        if begins_a_word(folded_phrase, folded_text, start, language):
            starts.append(start)
            start = folded_text.find(folded_phrase, start + len(folded_phrase))
        else:
            start = folded_text.find(folded_phrase, start + 1)
    return starts


def begins_a_word(folded_phrase: str, folded_text: str, start: int, language: Language) -> bool:
    """Say whether a phrase found at a place begins a word there; in Chinese any place will do."""
    inside = start > 0 and folded_text[start - 1].isalnum() and folded_phrase[0].isalnum()
    return language == "zh" or not inside
