"""Chinese that English says in many more words: idioms, and names of policies in two or three characters."""

from __future__ import annotations

import functools
import re

from vet_terms.language.lexicon import idioms

_SHORTHAND = re.compile(
    "专[升接转]本|中高[职本]|岗课赛证|双高|双师|三教|五育|三全|四新|产学研用?|双创|职普|中本|工学|订单班"
)


def is_said_in_few_words(zh: str) -> bool:
    """Tell whether a Chinese text has an idiom, or shorthand of the trade: English says it in many words."""
    return _SHORTHAND.search(zh) is not None or any(zh[at : at + 4] in _idioms() for at in range(len(zh) - 3))


@functools.cache
def _idioms() -> frozenset[str]:
    return frozenset(idioms())
