"""The syllables of Hanyu Pinyin, and how a word in Latin letters can be cut into them."""

from __future__ import annotations

import functools

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
LONGEST_SYLLABLE = max(map(len, SYLLABLES))


@functools.lru_cache(maxsize=1 << 16)
def is_pinyin(letters: str, syllables: int) -> bool:
    """Return whether small letters spell exactly so many syllables; v and yu are read as ü."""
    if not syllables or not letters:
        return not syllables and not letters
    return any(
        is_pinyin(letters[size:], syllables - 1)
        for size in range(1, min(LONGEST_SYLLABLE, len(letters)) + 1)
        if _is_syllable(letters[:size])
    )


def _is_syllable(letters: str) -> bool:
    return letters in SYLLABLES or letters.replace("v", "u") in SYLLABLES or letters in {"lyu", "nyu", "lyue"}
