"""Whether a text stops in the middle of a sentence and another one goes on with it, and the two as one.

Asked where a format cuts texts for its own reasons, as subtitles do for time and forms do for width. In
doubt the answer is no.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from vet_terms.documents.text.joins import join
from vet_terms.language.sentences import ends_sentence
from vet_terms.language.wordbreaks import cuts_chinese_word
from vet_terms.model import Language

_SMALL_START = re.compile(r"[\"“‘'(\[]*[a-z]")
_ENDED = re.compile(r"[.。．…!！?？:：♪♫#)）\]】>~—–-][”’」』\"']*$")
"""Also marks that may end a text without ending its sentence: who goes on behind them begins anew."""
_COMMA = re.compile(r"[，、,][”’」』\"']*$")
_JOINING_WORD = re.compile(r"[与與和及或]$")
_NEW_SPEAKER = re.compile(r"[-–—•♪♫>（(\[【]")

_NEAR = 100
"""Characters before a seam that can matter to it."""


def goes_on(left: str, right: str, language: Language) -> bool:
    """Say whether the second of two texts of one language goes on with the sentence of the first."""
    left, right = left[-_NEAR:].rstrip(), right[:_NEAR].lstrip()
    if not left or not right or is_over(left) or _NEW_SPEAKER.match(right):
        return False
    if language == "en":
        return bool(_SMALL_START.match(right))
    return bool(_COMMA.search(left) or _JOINING_WORD.search(left)) or cuts_chinese_word(left, right)


def is_over(text: str) -> bool:
    """Say whether a text ends with a mark behind which another one may begin."""
    text = text[-_NEAR:].rstrip()
    return ends_sentence(text) or bool(_ENDED.search(text))


def joined(texts: Iterable[str], language: Language | None) -> str:
    """Return texts as one, however long they are."""
    pieces: list[str] = []
    last = ""
    for text in texts:
        if not last:
            last = text
            continue
        # Only what stands near a seam matters to it; so the time grows with the text, not its square.
        pieces.append(last[:-_NEAR])
        last = join(last[-_NEAR:], text, language, continued=False)
    return "".join([*pieces, last])
