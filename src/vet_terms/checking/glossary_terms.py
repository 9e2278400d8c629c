"""How a target stands to the glossary entries of its source: which are there, in which case, and since when.

Only entries whose Chinese stands in the source are looked at, so an English word is never judged out of its
context; the one exception is a superseded name that the source does not call for.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from vet_terms.checking.context import Context, Reading
from vet_terms.glossary.english_words import Words, find_english, find_words, term_words
from vet_terms.glossary.succession import successor_of
from vet_terms.glossary.term_index import TermHit, english_terms
from vet_terms.language.lexicon import STOP_WORDS
from vet_terms.model import Concept

NAME_TYPES = frozenset({"organisation", "person", "place", "publication"})
"""What is written with capitals whatever the taste of the house."""
_TITLE_TYPES = frozenset({"programme", "policy", "event"})
"""What is a name where its entry is written with capitals."""
_COMMON_TYPES = frozenset({"place", "role"})
_DETERMINED = re.compile(r"\b(?:the|this|that|our|its|their|said)\s+$", re.IGNORECASE)
_HISTORY = re.compile(r"[原曾]|前身|更名|改名|升格|升级|旧称|时任|当时|当年|成立于|创办于|建校|历史")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_COMMON = 500
"""How often the word list has met a common word."""
_LINKING = frozenset({"and", "of", "the", "for", "in", "on", "to", "with", "at", "by", "or", "&"})
_LONGEST_DETERMINER = 8
_LEAST_ABBREVIATION = 2
_LEAST_SQUEEZED = 12
_LONGEST_WORD = 16
"""Letters of a word with what stands beside it, on the average of a full name."""


def each_once(hits: Iterable[TermHit]) -> list[tuple[TermHit, Concept]]:
    """Return the concepts of all hits, each with its first hit."""
    first: dict[str, tuple[TermHit, Concept]] = {}
    for hit in hits:
        for concept in hit.concepts:
            first.setdefault(concept.id, (hit, concept))
    return list(first.values())


def accepted(concept: Concept, words: Words) -> list[tuple[int, int]]:
    """Return where a text has the preferred or an admitted term, or what is the same.

    The same are the initials of an organisation, the full name behind an abbreviation, and for a country or a
    place of China every name of it and the word for its people.
    """
    known = words.of_entries.get(concept.id)
    if known is None:
        known = words.of_entries[concept.id] = _accepted(concept, words)
    return known


def _accepted(concept: Concept, words: Words) -> list[tuple[int, int]]:
    found = [span for term in english_terms(concept) for span in find_english(term, words)]
    if found:
        return found
    initials = initials_of(concept)
    found += find_english(initials, words) if initials else ()
    for term in english_terms(concept):
        found += _spelt_out(term, words) if term.isupper() and term.isalpha() else ()
    for term in names_of_place(concept):
        found += find_english(term, words)
    return found


def _spelt_out(abbreviation: str, words: Words) -> Iterator[tuple[int, int]]:
    """Yield where words with a capital have the letters of an abbreviation as their initials."""
    named = [word for word in words if word.text[0].isupper()]
    initials = "".join(word.text[0] for word in named)
    at = initials.find(abbreviation)
    while at >= 0:
        last = at + len(abbreviation) - 1
        # No more than small words may stand between them.
        if named[last].end - named[at].start < _LONGEST_WORD * len(abbreviation):
            yield named[at].start, named[last].end
        at = initials.find(abbreviation, at + 1)


def names_of_place(concept: Concept) -> tuple[str, ...]:
    """Return what English calls a country or a place of China that an entry is of; empty for all else."""
    return _names_of_place(concept.zh, concept.en) if concept.type == "place" else ()


@functools.lru_cache(maxsize=4096)
def _names_of_place(zh: str, en: str) -> tuple[str, ...]:
    from vet_terms.language.named_places import places_in_chinese

    return tuple(
        name
        for mention in places_in_chinese(zh)
        if mention.start == 0
        for place in mention.places
        if en in place.english
        for name in place.english
    )


def runs_into_a_word(zh: str, end: int) -> bool:
    """Return whether the last character of a term and the one behind it may be a word: 教育部 in 教育部门."""
    from vet_terms.language.words import frequencies

    return end < len(zh) and frequencies().get(zh[end - 1 : end + 1], 0) > _COMMON


def forbidden(concept: Concept, words: Words) -> list[tuple[int, int]]:
    """Return where a text has a term that the entry forbids."""
    # What an "and" parts is read together only where it is right.
    return [
        (words[first].start, words[last].end)
        for term in concept.en_forbidden
        for first, last in find_words(term, words)
        if last - first < len(term_words(term))
    ]


def is_name(concept: Concept) -> bool:
    """Return whether an entry is of a name, which translators do not vary: all its words have capitals."""
    if concept.type in _COMMON_TYPES:
        return False
    if concept.type in NAME_TYPES:
        return True
    words = [word.text for word in term_words(concept.en) if word.text.lower() not in _LINKING]
    return bool(words) and all(word[0].isupper() for word in words)


def is_run_together(concept: Concept, en: str) -> bool:
    """Return whether a long term stands in a text but for its spaces (theImplementation Program)."""
    text = _squeezed(en)
    return any(
        len(term) >= _LEAST_SQUEEZED and term in text for term in map(_squeezed, english_terms(concept))
    )


def _squeezed(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))


def initials_of(concept: Concept) -> str:
    """Return the initials of an organisation's name in three or more words; empty for all else."""
    return _initials_of(concept.en) if concept.type == "organisation" else ""


@functools.lru_cache(maxsize=1 << 14)
def _initials_of(name: str) -> str:
    words = [word.text for word in term_words(name) if word.text.lower() not in _LINKING]
    if len(words) <= _LEAST_ABBREVIATION or not all(word[0].isupper() for word in words):
        return ""
    return "".join(word[0] for word in words)


def is_in_force(concept: Concept, year: int | None) -> bool:
    """Return whether an entry's name was the right one in a year; unknown years are today."""
    if concept.status != "superseded":
        return True
    changed = year_of_change(concept)
    return bool(year and changed and year < changed)


def year_of_change(concept: Concept) -> int:
    """Return the year since which another name holds; 0 where the entry does not say."""
    successor = successor_of(concept)
    return successor.year if successor else 0


def successor_in(context: Context, old: Concept, beside: Iterable[Concept]) -> str:
    """Return the English of the name that took over: of an entry beside, or of any that the note names."""
    for concept in beside:
        if old in context.terms.predecessors(concept):
            return concept.en
    successor = successor_of(old)
    entries = context.terms.called(successor.name) if successor else ()
    return next((concept.en for concept in entries if concept.status != "superseded"), "")


def tells_history(zh: str, changed: int) -> bool:
    """Return whether a text speaks of the time before a change, when the old name was right."""
    return bool(_HISTORY.search(zh)) or any(int(year) < changed for year in _YEAR.findall(zh))


def is_referred_to(concept: Concept, reading: Reading) -> bool:
    """Return whether the target speaks of a name by its kind: the College, this Initiative.

    That is right where the name has been said already, which a unit by itself does not tell.
    """
    if not is_name(concept):
        return False
    heads: set[str] = set()
    for term in english_terms(concept):
        if any(char.isupper() for char in term):
            before_of = re.split(r"\s+(?:of|for|on)\s+|,", term)[0]
            words = term_words(before_of)
            if words:
                heads |= words[-1].forms
    return any(
        _DETERMINED.search(reading.en[max(word.start - _LONGEST_DETERMINER, 0) : word.start])
        for word in reading.english_words
        if not heads.isdisjoint(word.forms)
    )


@dataclass(frozen=True, slots=True)
class WrongCase:
    """Where a term is written in the wrong case, and what should be there."""

    start: int
    end: int
    right: str


def wrong_cases(concept: Concept, reading: Reading) -> Iterator[WrongCase]:
    """Yield where a name or an abbreviation of an entry stands in the wrong case."""
    words = reading.english_words
    yield from _small_abbreviations(concept, words)
    if not _has_fixed_capitals(concept):
        return
    verdicts: dict[tuple[int, int], WrongCase | None] = {}
    for term in english_terms(concept):
        wanted = term_words(term)
        for first, last in find_words(term, words):
            if last - first + 1 != len(wanted):
                continue
            wrong = _wrong_case(wanted, words, first, reading.en)
            if wrong is None or (first, last) not in verdicts:
                verdicts[first, last] = wrong
    yield from (verdicts[span] for span in sorted(verdicts) if verdicts[span] is not None)  # type: ignore[misc]


def _has_fixed_capitals(concept: Concept) -> bool:
    return concept.type in NAME_TYPES or (concept.type in _TITLE_TYPES and concept.status == "approved")


def _wrong_case(wanted: Words, words: Words, first: int, en: str) -> WrongCase | None:
    """Return what is wrong where so many words stand for the wanted ones; None if nothing."""
    written = words[first : first + len(wanted)]
    right = list(en[written[0].start : written[-1].end])
    for word, there in zip(wanted, written, strict=True):
        if word.text[0].isupper() and there.text[0].islower() and word.text.lower() not in _LINKING:
            at = there.start - written[0].start
            if there.text.lower() == word.text.lower():
                right[at : at + len(there.text)] = word.text
            else:
                right[at] = there.text[0].upper()
    corrected = "".join(right)
    if corrected == en[written[0].start : written[-1].end]:
        return None
    return WrongCase(written[0].start, written[-1].end, corrected)


def _small_abbreviations(concept: Concept, words: Words) -> Iterator[WrongCase]:
    """Yield where an abbreviation of the entry is not in its capitals (lvtc), unless that is a word."""
    for term in english_terms(concept):
        if sum(map(str.isupper, term)) <= 1 or not term.isalnum() or term.lower() in STOP_WORDS:
            continue
        for index in words.positions.get(term.lower(), ()):
            word = words[index]
            if word.text != term and word.text.lower() == term.lower() and not _is_a_word(word.text):
                yield WrongCase(word.start, word.end, term)


def _is_a_word(text: str) -> bool:
    import simplemma

    return text.isupper() or bool(simplemma.is_known(text.lower(), lang="en"))
