"""Which side of a bilingual file is in which language, by what is written on it.

Codes and headers may be the wrong way round; what the texts are written in wins, and the units' notes say so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from vet_terms.errors import InputError
from vet_terms.language.scripts import count_han, count_latin_words, language_of
from vet_terms.memory.entry_units import REVERSED
from vet_terms.model import Language, Side, TranslationUnit

SWAPPED = "the columns zh and en hold the other language each; they were read the other way round"
SWAPPED_CODES = (
    "what its language codes call Chinese is English, and the reverse; it was read the other way round: "
    "correct the codes in the file"
)
READERS_NOTES = frozenset({SWAPPED, SWAPPED_CODES, REVERSED})
"""Notes of units that a reader has put there: they are for who checks the file, and no part of it."""

_ENOUGH = 5
"""Texts from which a side is believed to be in the wrong language altogether."""
_WORDS_OF_A_SENTENCE = 5
_OTHER_SIDE: dict[Side, Side] = {"source": "target", "target": "source"}


def main_language(texts: Iterable[str]) -> Language | None:
    """Return the language that most of some texts are in, English where it is a draw; None without any."""
    counted = Counter(language for text in texts if (language := language_of(text)))
    return "zh" if counted["zh"] > counted["en"] else "en" if counted["en"] else None


def right_way_round(units: Sequence[TranslationUnit], name: str) -> list[TranslationUnit]:
    """Return the units of a file that codes its languages, turned where its texts gainsay the codes.

    Raises InputError where there is no Chinese at all, or Chinese on both sides.
    """
    zh, en = [unit.zh for unit in units], [unit.en for unit in units]
    refuse_one_language(zh, en, name)
    several = min(sum(map(bool, zh)), sum(map(bool, en))) > 1
    if several and main_language(zh) == "en" and main_language(en) == "zh":
        return [turned(unit, SWAPPED_CODES) for unit in units]
    return list(units)


def turned(unit: TranslationUnit, note: str) -> TranslationUnit:
    """Return a unit with its sides exchanged, and a note that says so."""
    codes = [replace(code, side=_OTHER_SIDE[code.side]) for code in unit.codes]
    codes.sort(key=lambda code: code.side)
    return replace(unit, zh=unit.en, en=unit.zh, codes=tuple(codes), notes=(*unit.notes, note))


def refuse_one_language(left: Sequence[str], right: Sequence[str], name: str) -> None:
    """Refuse a file whose texts are not in the two languages, untranslated ones aside. Raises InputError."""
    if not any(count_han(text) for text in (*left, *right)):
        worded = sum(language_of(text) is not None for text in (*left, *right))
        if worded >= _ENOUGH or any(map(_are_sentences, left, right)):
            raise InputError(f"{name}: has no Chinese on either side; only Chinese with English can be read")
        return
    pairs = [
        (one, other)
        for one, other in zip(left, right, strict=True)
        if one.strip() and other.strip() and one.split() != other.split()
    ]
    if len(pairs) >= _ENOUGH and all(_mostly_chinese(side) for side in zip(*pairs, strict=True)):
        raise InputError(f"{name}: both sides are Chinese; one must be Chinese and the other English")


def _are_sentences(one: str, other: str) -> bool:
    """Say whether both texts of a unit are more than names and figures, which stay as they are."""
    return min(count_latin_words(one), count_latin_words(other)) >= _WORDS_OF_A_SENTENCE


def _mostly_chinese(texts: Sequence[str]) -> bool:
    counted = Counter(language_of(text) for text in texts)
    return counted["zh"] > 4 * counted["en"]
