"""Phrases added at the end of a sentence: "32 teams competed for a cash prize in front of an audience".

Shorter than a clause, with no mark before them. Told where the dictionary finds several words in a row at the
very end in nothing of the Chinese, while it finds nearly all of the Chinese in what stands before, and the
English is long for the Chinese. Idioms, which English says in words of its own, and names tell nothing.
"""

from __future__ import annotations

import re

from vet_terms.checking.context import Reading
from vet_terms.checking.counterparts.few_words import is_said_in_few_words
from vet_terms.checking.counterparts.unanswered import LONGEST, suspicious_in_english

_FEWEST_ADDED = 4
_FEWEST_BEFORE = 4
_MOST_UNANSWERED = 3
"""Of so many Chinese words one may have no answer."""
_LONG = 1.2
"""Standard deviations by which the English is longer than usual."""
_BEFORE_A_CLAUSE = 20
"""Characters of "and the" and the like before the first word of a clause that says anything."""
_NAME_OR_NUMBER = re.compile(r"[A-Z\d“\"(（/@]")


def added_ending(reading: Reading) -> tuple[int, int] | None:
    """Return where the words at the end of an English text stand that nothing of the Chinese says."""
    zh, en = reading.zh, reading.en
    if not zh or len(en) > LONGEST or reading.strayed_length < _LONG:
        return None
    contents = reading.contents
    unanswered = sum(all(key.startswith("sound:") for key in keys) for _, keys in contents.zh)
    if len(contents.zh) < _FEWEST_BEFORE or unanswered > max(1, len(contents.zh) // _MOST_UNANSWERED):
        return None
    start, added = len(en), 0
    for at, keys in reversed(contents.en):
        if any(key in contents.in_chinese for key in keys):
            break
        start, added = at, added + 1
    if added < _FEWEST_ADDED or _NAME_OR_NUMBER.search(en, start) or is_said_in_few_words(zh):
        return None
    found = suspicious_in_english(zh, en, lambda: contents)
    # A clause that is added as a whole is another matter.
    if any(start - _BEFORE_A_CLAUSE < each.start for each in found):
        return None
    return start, len(en.rstrip(" .!?"))


_ADDED_CLAUSE = re.compile(
    r"\b(?:(?P<while>while|when|whilst|during)|(?P<after>after|since)|(?P<before>before|until)|(?P<cause>because"
    r"|due to|owing to|thanks to)|(?P<concession>although|though|despite))\s[^,.;:!?()“”\"]+[.!?]*$"
)
_CONJUNCTIONS = (
    "hile ", "hen ", "hilst ", "uring ", "fter ", "ince ", "efore ", "ntil ", "ecause ", "ue to ", "wing to ",
    "hanks to ", "lthough ", "hough ", "espite ",
)  # fmt: skip
_SAYS = {
    "while": re.compile("[时际当期边]|途中|过程|之中|[态况]下|[作习生活程]中|同步|之余|间，"),
    "after": re.compile("[后毕完从自罢了起来过]|之余|以来"),
    "before": re.compile("[前先预提未才]|直到|等到"),
    "cause": re.compile("[因由为缘致使得故多亏托受靠让令凭鉴]|而"),
    "concession": re.compile("[虽尽管但却仍可然即纵]|不顾|克服|哪怕"),
}
_FEWEST_IN_A_CLAUSE = 2


def added_clause(reading: Reading) -> tuple[int, int] | None:
    """Return where the last clause of an English text stands with its conjunction, if nothing says it."""
    zh, en = reading.zh, reading.en
    if not any(map(en.__contains__, _CONJUNCTIONS)):
        return None
    found = _ADDED_CLAUSE.search(en) if zh and len(en) <= LONGEST else None
    if (
        found is None
        or _SAYS[found.lastgroup or ""].search(zh)
        or _NAME_OR_NUMBER.search(en, found.start() + 1)
    ):
        return None
    contents = reading.contents
    unanswered = sum(all(key.startswith("sound:") for key in keys) for _, keys in contents.zh)
    if len(contents.zh) < _FEWEST_IN_A_CLAUSE or unanswered > max(1, len(contents.zh) // 2):
        return None
    inside = [keys for at, keys in contents.en if at > found.start()]
    if len(inside) < _FEWEST_IN_A_CLAUSE or is_said_in_few_words(zh):
        return None
    is_said = any(key in contents.in_chinese for keys in inside for key in keys)
    if is_said or any(found.start() < each.end for each in suspicious_in_english(zh, en, lambda: contents)):
        return None
    return found.start(), len(en.rstrip(" .!?"))
