"""Pinyin as it is typed, with or without tones, spaces and apostrophes, and how characters are read.

A character may have several readings (覃 is Qín as a surname, Tán elsewhere), and whoever types
pinyin means one of them: every reading counts. The table of readings takes a while to load, so a query is
asked first whether it can be pinyin at all, and a glossary in a file keeps the readings that it needs.
"""

from __future__ import annotations

import functools
import importlib.util
import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path

from vet_terms.language.syllables import LONGEST_SYLLABLE, SYLLABLES

LONGEST_QUERY = 300
"""Letters and signs that a query may have and still be tried as pinyin; no term is as long."""

_PARTED = re.compile(r"[\s'’\-·.1-5]+")


def pinyin_letters(query: str) -> str:
    """Return the letters of a query that can be pinyin; empty where it cannot or is too long.

    Tone marks and tone numbers go; ü, u: and v become u. One space stays where a space, a hyphen, an
    apostrophe or a tone number stood: a syllable ends there.
    """
    if len(query) > LONGEST_QUERY:
        return ""
    decomposed = unicodedata.normalize("NFKD", query).casefold().replace("u:", "u")
    letters = "".join(char for char in decomposed if not unicodedata.combining(char)).replace("v", "u")
    runs = [run for run in _PARTED.split(letters) if run]
    return " ".join(runs) if all(_ends_of_syllables(run) for run in runs) else ""


def first_syllables(letters: str, count: int) -> list[tuple[str, ...]]:
    """Return what the first so many syllables of pinyin can be, or all of them where there are fewer."""
    left = letters.lstrip()
    if not left or not count:
        return [()]
    run = left.partition(" ")[0]
    ends = _ends_of_syllables(run[::-1], reverse=True)
    found = []
    for size in range(min(LONGEST_SYLLABLE, len(run)), 0, -1):
        if run[:size] in SYLLABLES and len(run) - size in ends:
            found += [(run[:size], *rest) for rest in first_syllables(left[size:], count - 1)]
    return found


def fewest_and_most_syllables(letters: str) -> tuple[int, int]:
    """Return into how few and how many syllables pinyin parts."""
    fewest = most = 0
    for run in letters.split():
        ends = _ends_of_syllables(run)
        counts = {0: (0, 0)}
        for end in sorted(ends - {0}):
            starts = [
                counts[start]
                for start in range(max(0, end - LONGEST_SYLLABLE), end)
                if start in counts and run[start:end] in SYLLABLES
            ]
            counts[end] = (1 + min(low for low, _ in starts), 1 + max(high for _, high in starts))
        fewest, most = fewest + counts[len(run)][0], most + counts[len(run)][1]
    return fewest, most


def characters_spelt(letters: str, of_each: Sequence[Sequence[str]]) -> int:
    """Return how many characters in a row the letters spell, by the readings of each; 0 where none do.

    The letters must be used up at the end of a syllable.
    """
    for start in range(len(of_each)):
        reached = {0}
        for count, readings in enumerate(of_each[start:], start=1):
            reached = {
                end + 1 if letters[end : end + 1] == " " else end
                for position in reached
                for reading in readings
                if letters.startswith(reading, position)
                for end in (position + len(reading),)
            }
            if len(letters) in reached:
                return count
            if not reached:
                break
    return 0


def _ends_of_syllables(run: str, *, reverse: bool = False) -> set[int]:
    """Return where syllables of letters can end, with 0; empty where the letters do not part.

    With ``reverse`` the letters are read from their end, and so are the syllables.
    """
    reached = {0}
    for end in range(1, len(run) + 1):
        for start in range(max(0, end - LONGEST_SYLLABLE), end):
            part = run[start:end]
            if start in reached and (part[::-1] if reverse else part) in SYLLABLES:
                reached.add(end)
                break
    return reached if len(run) in reached else set()


@functools.cache
def readings_of(char: str) -> tuple[str, ...]:
    """Return the readings of a character without tones; a letter or digit reads as itself."""
    if char.isascii():
        return (char.casefold(),) if char.isalnum() else ()
    marked = unicodedata.normalize("NFD", _table().get(ord(char), ""))
    bare = "".join(letter for letter in marked if not unicodedata.combining(letter))
    return tuple(sorted({reading for reading in bare.split(",") if reading}))


@functools.cache
def _table() -> Mapping[int, str]:
    """Return pypinyin's readings of each character, as ``qín,tán``.

    Read from the package's data file where it has one: importing the package loads its phrases too,
    which takes five times as long and is of no use for single characters.
    """
    package = importlib.util.find_spec("pypinyin")
    if package is not None and package.origin:
        file = Path(package.origin).with_name("pinyin_dict.json")
        if file.is_file():
            return {int(code): readings for code, readings in json.loads(file.read_bytes()).items()}
    from pypinyin.pinyin_dict import pinyin_dict

    return dict(pinyin_dict)
