"""Right English words in the wrong place, where those beside them leave no doubt: form 2016 to 2018."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.slips import Slip
from vet_terms.checking.spelling.judging import confusable
from vet_terms.checking.spelling.words import doubtful_words
from vet_terms.language.tables import listed

_PLURAL_VERBS = {"has": "have", "is": "are", "was": "were", "does": "do"}
_DISAGREES = re.compile(
    r"(?:the |these |those |many |most |some |our |all (?:the )?)?"
    r"(?:students|teachers|schools|colleges|companies|enterprises|graduates|trainees|people|children|women|parents"
    r"|courses|programm?es|workers|universities|they|we) (?P<verb>has|is|was|does)\b",
    re.IGNORECASE,
)
"""Students has: a plural at the very beginning, where nothing stands before it that the verb may go with."""


_PARTICIPLES = dict(
    pair.split(":")
    for pair in listed(
        """
    overcame:overcome came:come became:become went:gone began:begun wrote:written took:taken
    gave:given saw:seen knew:known spoke:spoken chose:chosen grew:grown drew:drawn broke:broken
    fell:fallen rose:risen drove:driven flew:flown sang:sung undertook:undertaken
    underwent:undergone forgot:forgotten stole:stolen froze:frozen ate:eaten did:done threw:thrown
    wore:worn tore:torn shook:shaken arose:arisen withdrew:withdrawn forgave:forgiven
    mistook:mistaken
        """
    )
)
"""What stands behind have, by what is wrong there."""
_SIMPLE_PAST = re.compile(
    r"\b(?:has|have) (?:[a-z]+ly |also |already |just |not |never |ever |since |now |recently )?"
    rf"(?P<verb>{'|'.join(_PARTICIPLES)})\b"
)


def confused_words(reading: Reading, context: Context) -> Iterator[Slip]:
    """Yield right words in the wrong place, where those beside them leave no doubt (form 2016 to 2018)."""
    if disagrees := _DISAGREES.match(reading.en):
        verb = disagrees["verb"]
        right = _PLURAL_VERBS[verb.lower()]
        yield Slip(*disagrees.span("verb"), f"“{verb}” should be “{right}”.", suggestion=right)
    for past in _SIMPLE_PAST.finditer(reading.en) if "has " in reading.en or "have " in reading.en else ():
        right = _PARTICIPLES[past["verb"]]
        yield Slip(*past.span("verb"), f"“{past['verb']}” should be “{right}”.", suggestion=right)
    if not any(verdict == "confusable" for _, _, verdict, _ in doubtful_words(reading.en)):
        return
    slips: dict[tuple[int, int], Slip] = {}
    for wrong, patterns in confusable().items():
        if wrong not in reading.en:
            continue
        for pattern, right in patterns:
            for found in pattern.finditer(reading.en):
                place = found.span("wrong")
                slips.setdefault(place, Slip(*place, f"“{wrong}” should be “{right}”.", suggestion=right))
    yield from (slips[place] for place in sorted(slips))
