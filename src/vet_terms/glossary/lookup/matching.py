"""How a query and the forms of a glossary meet letter by letter: the literal steps of a lookup.

Exact, admitted and forbidden forms, plural and spelling variants, acronyms, parts of terms, terms
inside a longer query. Each step gives its answers best first, and only as many as it is asked for. Guesses
(pinyin, misspellings) are another room's.
"""

from __future__ import annotations

import heapq
import itertools
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from vet_terms.glossary.folding import base_form, chinese_keys, english_words
from vet_terms.glossary.lookup.features import (
    ACRONYM,
    BASE,
    CHINESE_PART,
    TOOK_OVER,
    WHOLE_BASES,
    WHOLE_CHINESE,
    WHOLE_ENGLISH,
    WORD,
    pairs,
)
from vet_terms.glossary.lookup.forms import PARTS_OF_A_LETTER, Form, FormKind, Glossary
from vet_terms.language.scripts import count_han

MatchKind = Literal[
    "exact",
    "variant",
    "forbidden",
    "inflected",
    "acronym",
    "part",
    "words",
    "within",
    "pinyin",
    "misspelt",
    "successor",
    "predecessor",
]

BELOW_PREFERRED: dict[FormKind, float] = {"preferred": 0.0, "variant": 0.02, "forbidden": 0.04}
EQUAL_KIND: dict[FormKind, MatchKind] = {"preferred": "exact", "variant": "variant", "forbidden": "forbidden"}

LONGEST_TERM = 60
"""Characters, or words, that a term inside a longer query may have."""

_LOOKED_AT_ONE_BY_ONE = 300
_RENAMED = 0.97
_LEAST_BEGUN = 3
"""Letters of a word that is still being typed."""


class Found(NamedTuple):
    """A form that answers, how, and how well from 0 to 1."""

    form: Form
    kind: MatchKind
    score: float


def literal_steps(glossary: Glossary, query: str) -> list[Iterator[Found]]:
    """Return the literal answers to a query, step by step; those of each step best first."""
    han = count_han(query) > 0
    key = chinese_keys([query])[0]
    steps: list[Iterator[Found]] = []
    if key:
        # Boundaries are for Latin letters only: "IT" is no part of "ITMC", 职业 is one of 高等职业教育.
        steps += [_whole_chinese(glossary, key), _renamed(glossary, key)]
        steps += [_chinese_parts(glossary, key), _inside(glossary, key)]
    words = () if han else english_words(query)
    if words:
        steps += english_steps(glossary, words)
        steps.append(_inside_english(glossary, tuple(map(base_form, words))))
    return steps


def english_steps(glossary: Glossary, words: tuple[str, ...]) -> list[Iterator[Found]]:
    """Return how the folded words of a query meet English forms that are no shorter, step by step."""
    bases = tuple(map(base_form, words))
    steps = [_whole_english(glossary, words), _inflected(glossary, bases), _english_parts(glossary, bases)]
    acronym = "".join(words)
    if acronym.isalpha() and len(acronym) > 1 and len(words) in (1, len(acronym)):
        steps.append(_acronyms(glossary, acronym))
    if len(words[-1]) >= _LEAST_BEGUN:
        steps.append(_begun(glossary, words, len("".join(bases))))
    if len(bases) > 1:
        steps.append(_in_any_order(glossary, bases))
    return steps


def having_all(glossary: Glossary, features: Iterable[str]) -> Iterator[int]:
    """Yield, ascending, the forms that have all features, and perhaps among the first some that have not."""
    lists = sorted((glossary.forms_with(feature) for feature in dict.fromkeys(features)), key=len)
    if not lists:
        return
    # Where most of the forms answer, the first few are enough; only where few do is it worth to compare all.
    yield from lists[0][:_LOOKED_AT_ONE_BY_ONE]
    rest = lists[0][_LOOKED_AT_ONE_BY_ONE:]
    if not len(rest):
        return
    if len(lists) == 1:
        yield from rest
        return
    common = set(rest)
    for other in lists[1:]:
        common.intersection_update(other)
    yield from sorted(common)


def share_of(letters: int, form: Form) -> float:
    """Return how much of a form so many letters of it are; a variant counts a little less."""
    return min(1.0, PARTS_OF_A_LETTER * letters / form.weight)


def _whole_chinese(glossary: Glossary, key: str) -> Iterator[Found]:
    for form in map(glossary.form, glossary.forms_with(WHOLE_CHINESE + key)):
        yield Found(form, EQUAL_KIND[form.kind], 1.0 - BELOW_PREFERRED[form.kind])


def _renamed(glossary: Glossary, key: str) -> Iterator[Found]:
    """Yield the old names of a new one that is no term of the glossary itself."""
    if len(glossary.forms_with(WHOLE_CHINESE + key)):
        return
    for number in glossary.concepts_with(TOOK_OVER + key):
        own = WHOLE_CHINESE + chinese_keys([glossary.concept(number).zh])[0]
        for form in map(glossary.form, glossary.forms_with(own)):
            if form.concept == number:
                yield Found(form, "predecessor", _RENAMED)


def _chinese_parts(glossary: Glossary, key: str) -> Iterator[Found]:
    bounded = key.isascii()
    features = [CHINESE_PART + part for part in (pairs(key) if len(key) > 1 else key)]
    for form in map(glossary.form, having_all(glossary, features)):
        at = form.key.find(key)
        if at >= 0 and form.key != key and not (bounded and _cuts_latin(form.key, at, len(key))):
            yield Found(form, "part", 0.6 + 0.25 * share_of(len(key), form))


def _inside(glossary: Glossary, key: str) -> Iterator[Found]:
    """Yield the terms that stand in a query, the longest first."""
    known = [bool(len(glossary.forms_with(CHINESE_PART + key[at : at + 2]))) for at in range(len(key) - 1)]
    spans: dict[str, int] = {}
    for start, here in enumerate(known):
        end = start + 1
        while here and end <= len(known) and end - start <= LONGEST_TERM and known[end - 1]:
            end += 1
            if end - start < len(key):
                spans.setdefault(key[start:end], start)
    for term, start in sorted(spans.items(), key=lambda item: (-len(item[0]), item[1])):
        if term.isascii() and _cuts_latin(key, start, len(term)):
            continue
        for form in map(glossary.form, glossary.forms_with(WHOLE_CHINESE + term)):
            score = 0.3 + 0.2 * len(term) / len(key) - BELOW_PREFERRED[form.kind]
            yield Found(form, "within", score)


def _cuts_latin(text: str, start: int, length: int) -> bool:
    """Tell whether a stretch begins or ends inside a run of Latin letters and digits."""
    before, after = text[start - 1 : start], text[start + length : start + length + 1]
    return any(char.isascii() and char.isalnum() for char in (before, after) if char)


def _whole_english(glossary: Glossary, words: tuple[str, ...]) -> Iterator[Found]:
    for form in map(glossary.form, glossary.forms_with(WHOLE_ENGLISH + " ".join(words))):
        yield Found(form, EQUAL_KIND[form.kind], 1.0 - BELOW_PREFERRED[form.kind])


def _inflected(glossary: Glossary, bases: tuple[str, ...]) -> Iterator[Found]:
    for form in map(glossary.form, glossary.forms_with(WHOLE_BASES + " ".join(bases))):
        yield Found(form, "inflected", 0.95 - BELOW_PREFERRED[form.kind])


def _acronyms(glossary: Glossary, acronym: str) -> Iterator[Found]:
    for form in map(glossary.form, glossary.forms_with(ACRONYM + acronym)):
        yield Found(form, "acronym", 0.9 - BELOW_PREFERRED[form.kind])


def _english_parts(glossary: Glossary, bases: tuple[str, ...]) -> Iterator[Found]:
    part, letters = f" {' '.join(bases)} ", len("".join(bases))
    for form in map(glossary.form, having_all(glossary, [BASE + base for base in bases])):
        if part in f" {form.bases} " and part.strip() != form.bases:
            yield Found(form, "part", 0.6 + 0.25 * share_of(letters, form))


def _begun(glossary: Glossary, words: tuple[str, ...], letters: int) -> Iterator[Found]:
    """Yield the forms in which the words stand with the last one still being typed."""
    *done, last = words
    candidates: Iterable[int]
    if done:
        candidates = having_all(glossary, [WORD + word for word in done])
    else:
        known = glossary.vocabulary()
        first = bisect_left(known, last)
        of_each = [
            glossary.forms_with(WORD + word)
            for word in itertools.takewhile(
                lambda word: word.startswith(last), (known[at] for at in range(first, len(known)))
            )
        ]
        candidates = (number for number, _ in itertools.groupby(heapq.merge(*of_each)))
    begun = f" {' '.join(words)}"
    for form in map(glossary.form, candidates):
        if begun in f" {form.key}":
            yield Found(form, "part", 0.6 + 0.25 * share_of(letters, form))


def _in_any_order(glossary: Glossary, bases: tuple[str, ...]) -> Iterator[Found]:
    wanted, letters = set(bases), len("".join(bases))
    for form in map(glossary.form, having_all(glossary, [BASE + base for base in bases])):
        if wanted <= set(form.bases.split(" ")):
            yield Found(form, "words", 0.5 + 0.2 * share_of(letters, form))


def _inside_english(glossary: Glossary, bases: tuple[str, ...]) -> Iterator[Found]:
    """Yield the terms that stand in a query, the longest first."""
    runs: Sequence[tuple[str, ...]] = [
        bases[start : start + size]
        for size in range(min(len(bases) - 1, LONGEST_TERM), 0, -1)
        for start in range(len(bases) - size + 1)
    ]
    whole = len("".join(bases))
    for run in sorted(dict.fromkeys(runs), key=lambda run: -len("".join(run))):
        for form in map(glossary.form, glossary.forms_with(WHOLE_BASES + " ".join(run))):
            if len(form.key) > 1:
                score = 0.3 + 0.2 * len("".join(run)) / whole - BELOW_PREFERRED[form.kind]
                yield Found(form, "within", score)
