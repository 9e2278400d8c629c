"""Finding Chinese terms by their pinyin, with or without tones, spaces and apostrophes.

A character may have several readings (覃 is Qín as a surname, Tán elsewhere), and whoever types
pinyin means one of them: every reading counts. The table of readings takes a while
to load, so a query is asked first whether it can be pinyin at all.
"""

from __future__ import annotations

import functools
import importlib.util
import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path

FINALS_OF_INITIALS = (
    ("", "a ai an ang ao e ei en eng er o ou"),
    ("b", "a ai an ang ao ei en eng i ian iao ie in ing o u"),
    ("p", "a ai an ang ao ei en eng i ian iao ie in ing o ou u"),
    ("m", "a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u"),
    ("f", "a an ang ei en eng o ou u"),
    ("d", "a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo"),
    ("t", "a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo"),
    ("n", "a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan ue uo"),
    ("l", "a ai an ang ao e ei eng i ia ian iang iao ie in ing iu o ong ou u uan ue un uo"),
    ("g k h", "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo"),
    ("j q x", "i ia ian iang iao ie in ing iong iu u uan ue un"),
    ("zh", "a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo"),
    ("ch", "a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo"),
    ("sh", "a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo"),
    ("r", "an ang ao e en eng i ong ou u ua uan ui un uo"),
    ("z", "a ai an ang ao e ei en eng i ong ou u uan ui un uo"),
    ("c s", "a ai an ang ao e en eng i ong ou u uan ui un uo"),
    ("y", "a an ang ao e i in ing o ong ou u uan ue un"),
    ("w", "a ai an ang ei en eng o u"),
)
"""The syllables of Hanyu Pinyin, ü written u (Scheme for the Chinese Phonetic Alphabet, 1958)."""

SYLLABLES = frozenset(
    initial + final
    for initials, finals in FINALS_OF_INITIALS
    for initial in (initials.split() or [""])
    for final in finals.split()
)

LONGEST_QUERY = 300
"""Letters and signs that a query may have and still be tried as pinyin; no term is as long."""

_LONGEST_SYLLABLE = max(map(len, SYLLABLES))
_NOT_LETTERS = re.compile(r"[\s'’\-·.1-5]+")


def pinyin_key(query: str) -> str:
    """Return the letters of a query that can be pinyin, or empty where it cannot or is too long.

    Tone marks and tone numbers, spaces, hyphens and apostrophes go; ü, u: and v become u.
    """
    if len(query) > LONGEST_QUERY:
        return ""
    decomposed = unicodedata.normalize("NFKD", query).casefold().replace("u:", "u")
    letters = "".join(char for char in decomposed if not unicodedata.combining(char))
    key = _NOT_LETTERS.sub("", letters).replace("v", "u")
    return key if _is_run_of_syllables(key) else ""


def characters_spelt(key: str, text: str) -> int:
    """Return how many characters of a Chinese text in a row the letters spell; 0 where none do.

    The letters must be used up at the end of a syllable; punctuation in the text is passed over.
    """
    readings = [_readings(char) for char in text]
    for start, first in enumerate(readings):
        if not first:
            continue
        reached = frozenset({0})
        for count, syllables in enumerate(readings[start:], start=1):
            if syllables:
                reached = _after(key, reached, syllables)
            if len(key) in reached:
                return count
            if not reached:
                break
    return 0


def _is_run_of_syllables(key: str) -> bool:
    """Tell whether the letters part into whole syllables, without trying every way to part them."""
    reached = {0}
    for end in range(1, len(key) + 1):
        starts = range(max(0, end - _LONGEST_SYLLABLE), end)
        if any(start in reached and key[start:end] in SYLLABLES for start in starts):
            reached.add(end)
    return bool(key) and len(key) in reached


def _after(key: str, reached: frozenset[int], syllables: Sequence[str]) -> frozenset[int]:
    return frozenset(
        position + len(syllable)
        for position in reached
        for syllable in syllables
        if key.startswith(syllable, position)
    )


@functools.cache
def _readings(char: str) -> tuple[str, ...]:
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
