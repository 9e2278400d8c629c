"""Right English words in the wrong place, where those beside them leave no doubt: form 2016 to 2018."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vet_terms.checking.context import Context, Reading
from vet_terms.checking.slips import Slip
from vet_terms.checking.spelling.judging import confusable
from vet_terms.checking.spelling.words import doubtful_words

_PLURAL_VERBS = {"has": "have", "is": "are", "was": "were", "does": "do"}
_DISAGREES = re.compile(
    r"(?:the |these |those |many |most |some |our |all (?:the )?)?"
    r"(?:students|teachers|schools|colleges|companies|enterprises|graduates|trainees|people|children|women|parents"
    r"|courses|programm?es|workers|universities|they|we) (?P<verb>has|is|was|does)\b",
    re.IGNORECASE,
)
"""Students has: a plural at the very beginning, where nothing stands before it that the verb may go with."""


def confused_words(reading: Reading, context: Context) -> Iterator[Slip]:
    """Yield right words in the wrong place, where those beside them leave no doubt (form 2016 to 2018)."""
    if disagrees := _DISAGREES.match(reading.en):
        verb = disagrees["verb"]
        right = _PLURAL_VERBS[verb.lower()]
        yield Slip(*disagrees.span("verb"), f"“{verb}” should be “{right}”.", suggestion=right)
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
