"""Which concepts of two term bases are one and the same.

An id that a build gave says so by itself; any other id (``1``, ``eid-7``: other tools number their entries
too) only together with a term in common. Else terms tell: the same pair, some Chinese and some English form
in common, the same Chinese. The same English alone does not: 高职院校 and 高等职业院校 may both be “higher
vocational college” and still be two entries. Terms are compared without case, width, script, kinds of dash
and quotation mark, and Chinese without spaces.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

from vet_terms.glossary.folding import REGIONAL_CHARACTERS
from vet_terms.language.scripts import comparable
from vet_terms.model import Concept

_ID_OF_A_BUILD = re.compile(r"c[0-9a-f]{10}")
_KINDS_OF_MARK = str.maketrans("‐‑‒–—―−·‧•“”„«»’‘‚`", '-------···"""""\'\'\'\'')

Key = tuple[str, ...]


@functools.lru_cache(maxsize=1 << 17)
def chinese_key(form: str) -> str:
    """Return what two Chinese forms have in common that are the same term."""
    return comparable(form).translate(_KINDS_OF_MARK).translate(REGIONAL_CHARACTERS).replace(" ", "")


@functools.lru_cache(maxsize=1 << 17)
def english_key(form: str) -> str:
    """Return what two English forms have in common that are the same term."""
    return comparable(form).translate(_KINDS_OF_MARK)


def is_id_of_a_build(id_: str) -> bool:
    """Tell whether an id is one that a build makes of a concept's Chinese."""
    return _ID_OF_A_BUILD.fullmatch(id_) is not None


class KnownConcepts:
    """Concepts that others are recognised among; more can be put to them.

    What is found is named by its number, in the order in which concepts were given. Rejected ones are found
    only by id or with their English: who rejected one said nothing against another.
    """

    def __init__(self, concepts: Sequence[Concept] = ()) -> None:
        self._rows: list[Concept] = []
        self._found: dict[Key, list[int]] = {}
        for concept in concepts:
            self.add(concept)

    def add(self, concept: Concept) -> None:
        """Put a concept to the known ones; it gets the next number."""
        for round_ in _keys(concept):
            for key in round_:
                self._found.setdefault(key, []).append(len(self._rows))
        self._rows.append(concept)

    def same_as(self, concept: Concept) -> int | None:
        """Return the number of the concept that is the same as another, None where none is."""
        return next(self._candidates(concept, range(ROUNDS)), None)

    def same_by_id_or_pair(self, concept: Concept) -> int | None:
        """Return the number of the concept with the same id or preferred terms, None where none is."""
        return next(self._candidates(concept, range(PAIR + 1)), None)

    def _candidates(self, concept: Concept, rounds: range) -> Iterator[int]:
        keys = _keys(concept)
        for round_ in rounds:
            for key in keys[round_]:
                for number in self._found.get(key, ()):
                    if _may_be(self._rows[number], concept, round_):
                        yield number


IDS, PAIR, FORMS, CHINESE, CHINESE_FORMS = range(5)
ROUNDS = 5
"""What tells concepts, from the surest to the least sure."""


def paired(old: Sequence[Concept], new: Sequence[Concept]) -> list[tuple[int | None, int | None]]:
    """Return which concept of a list became which of another, by their numbers; each is paired once.

    First the pairs and the new ones, in the new order, then the old ones that are gone, in the old order.
    """
    known = KnownConcepts(old)
    partners: dict[int, int] = {}
    taken: set[int] = set()
    for round_ in range(ROUNDS):
        for number, concept in enumerate(new):
            if number in partners:
                continue
            candidates = known._candidates(concept, range(round_, round_ + 1))
            found = next((each for each in candidates if each not in taken), None)
            if found is not None:
                partners[number] = found
                taken.add(found)
    return [
        *((partners.get(number), number) for number in range(len(new))),
        *((number, None) for number in range(len(old)) if number not in taken),
    ]


def _keys(concept: Concept) -> tuple[list[Key], ...]:
    """Return the keys of a concept, a list for each round."""
    chinese = list(dict.fromkeys(map(chinese_key, (concept.zh, *concept.zh_variants))))
    english = list(
        dict.fromkeys(english_key(form) for form in (concept.en, *concept.en_variants) if form)
    ) or [""]
    return (
        [("id", concept.id)] if concept.id else [],
        [("pair", chinese[0], english_key(concept.en))],
        [("forms", zh, en) for zh in chinese for en in english],
        [("zh", chinese[0])],
        [("zh form", zh) for zh in chinese],
    )


def _may_be(known: Concept, concept: Concept, round_: int) -> bool:
    if round_ == IDS:
        return is_id_of_a_build(concept.id) or _share_a_form(known, concept)
    if round_ == PAIR or "rejected" not in {known.status, concept.status}:
        return True
    return round_ == FORMS and english_key(known.en) == english_key(concept.en)


def _share_a_form(one: Concept, other: Concept) -> bool:
    first, second = _keys(one), _keys(other)
    english = [{key[2] for key in keys[FORMS]} - {""} for keys in (first, second)]
    return bool(set(first[CHINESE_FORMS]) & set(second[CHINESE_FORMS]) or english[0] & english[1])
