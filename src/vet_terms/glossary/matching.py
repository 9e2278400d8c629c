"""How a query and the forms of a glossary meet letter by letter: the literal steps of a lookup.

Exact, admitted and forbidden forms, plural and spelling variants, acronyms, parts of terms, terms
inside a longer query. Guesses (pinyin, misspellings) are the next room's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from vet_terms.glossary.folding import base_form, chinese_keys, english_words, initials
from vet_terms.language.scripts import count_han
from vet_terms.model import Concept, Language

MatchKind = Literal[
    "exact", "variant", "forbidden", "inflected", "acronym", "part", "words", "within", "pinyin", "misspelt"
]

FormKind = Literal["preferred", "variant", "forbidden"]

BELOW_PREFERRED: dict[FormKind, float] = {"preferred": 0.0, "variant": 0.02, "forbidden": 0.04}
EQUAL_KIND: dict[FormKind, MatchKind] = {"preferred": "exact", "variant": "variant", "forbidden": "forbidden"}


@dataclass(frozen=True, slots=True)
class Match:
    """How a query met a concept: by which form of it, on which side, and how well from 0 to 1."""

    kind: MatchKind
    side: Language
    term: str
    score: float


Matches = dict[int, Match]
"""The best match of each concept, by the concept's number in ``Forms.concepts``."""


@dataclass(frozen=True, slots=True)
class ChineseForm:
    """A Chinese form of a concept, with its form for comparing."""

    concept: int
    kind: FormKind
    text: str
    key: str


@dataclass(frozen=True, slots=True)
class EnglishForm:
    """An English form of a concept: its words as folded, and their base forms."""

    concept: int
    kind: FormKind
    text: str
    words: tuple[str, ...]
    bases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Forms:
    """A glossary made ready for lookups."""

    concepts: tuple[Concept, ...]
    chinese: tuple[ChineseForm, ...]
    english: tuple[EnglishForm, ...]


def prepare(concepts: Sequence[Concept], *, scripts: bool = True) -> Forms:
    """Return a glossary ready for lookups; ``scripts`` is needed where a query has Chinese in it."""
    chinese: list[tuple[int, FormKind, str]] = []
    english: list[EnglishForm] = []
    for number, concept in enumerate(concepts):
        chinese.append((number, "preferred", concept.zh))
        chinese.extend((number, "variant", form) for form in concept.zh_variants)
        english.append(_english_form(number, "preferred", concept.en))
        english.extend(_english_form(number, "variant", form) for form in concept.en_variants)
        english.extend(_english_form(number, "forbidden", form) for form in concept.en_forbidden)
    keys = chinese_keys([text for _, _, text in chinese], scripts=scripts)
    return Forms(
        tuple(concepts),
        tuple(ChineseForm(*form, key) for form, key in zip(chinese, keys, strict=True)),
        tuple(form for form in english if form.words),
    )


def literal_matches(forms: Forms, query: str) -> Matches:
    """Return the best literal match of each concept, by the concept's number."""
    best: Matches = {}
    keep_best(best, _chinese_matches(forms, query))
    if not count_han(query):
        keep_best(best, english_matches(forms, english_words(query)))
    return best


def keep_best(best: Matches, found: Iterable[tuple[int, Match]]) -> None:
    """Enter each match that is better than what its concept has; the first of equals stays."""
    for number, match in found:
        if number not in best or match.score > best[number].score:
            best[number] = match


def _english_form(number: int, kind: FormKind, text: str) -> EnglishForm:
    words = english_words(text)
    return EnglishForm(number, kind, text, words, tuple(base_form(word) for word in words))


def make_match(kind: MatchKind, side: Language, form: ChineseForm | EnglishForm, score: float) -> Match:
    """Return a match by a form: a variant counts a little less than the preferred term."""
    return Match(kind, side, form.text, round(score - BELOW_PREFERRED[form.kind], 3))


def _chinese_matches(forms: Forms, query: str) -> Iterator[tuple[int, Match]]:
    key = chinese_keys([query], scripts=bool(count_han(query)))[0]
    if not key:
        return
    # Boundaries are for Latin letters only: "IT" is no part of "ITMC", 职业 is one of 高等职业教育.
    bounded = key.isascii()
    for form in forms.chinese:
        if form.key == key:
            yield form.concept, make_match(EQUAL_KIND[form.kind], "zh", form, 1.0)
        elif (at := form.key.find(key)) >= 0 and not (bounded and _cuts_latin(form.key, at, len(key))):
            yield form.concept, make_match("part", "zh", form, _share(0.6, 0.25, key, form.key))
        elif _names(form.key, key):
            yield form.concept, make_match("within", "zh", form, _share(0.3, 0.2, form.key, key))


def _names(form: str, query: str) -> bool:
    at = query.find(form) if len(form) > 1 else -1
    return at >= 0 and not (form.isascii() and _cuts_latin(query, at, len(form)))


def _cuts_latin(text: str, start: int, length: int) -> bool:
    """Tell whether a stretch begins or ends inside a run of Latin letters and digits."""
    before, after = text[start - 1 : start], text[start + length : start + length + 1]
    return any(char.isascii() and char.isalnum() for char in (before, after) if char)


def english_matches(forms: Forms, words: tuple[str, ...]) -> Iterator[tuple[int, Match]]:
    """Yield how the folded words of a query meet English forms, with the concept's number."""
    if not words:
        return
    bases = tuple(base_form(word) for word in words)
    acronym = "".join(words) if all(word.isalpha() for word in words) else ""
    for form in forms.english:
        share = len("".join(bases)) / max(1, len("".join(form.bases)))
        if form.words == words:
            yield form.concept, make_match(EQUAL_KIND[form.kind], "en", form, 1.0)
        elif form.bases == bases:
            yield form.concept, make_match("inflected", "en", form, 0.95)
        elif len(acronym) > 1 and len(words) in (1, len(acronym)) and acronym in initials(form.words):
            yield form.concept, make_match("acronym", "en", form, 0.9)
        elif _stands_in(bases, form.bases) or _begins_in(words, form.words):
            yield form.concept, make_match("part", "en", form, 0.6 + 0.25 * min(1.0, share))
        elif len(bases) > 1 and set(bases) <= set(form.bases):
            yield form.concept, make_match("words", "en", form, 0.5 + 0.2 * min(1.0, share))
        elif _stands_in(form.bases, bases) and len(form.text) > 1:
            yield form.concept, make_match("within", "en", form, 0.3 + 0.2 * min(1.0, 1 / share))


def _stands_in(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    size = len(part)
    return any(whole[start : start + size] == part for start in range(len(whole) - size + 1))


def _begins_in(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Tell whether the words stand in the whole with the last one still being typed."""
    *done, last = part
    if len(last) < 3:
        return False
    size = len(part)
    return any(
        list(whole[start : start + size - 1]) == done and whole[start + size - 1].startswith(last)
        for start in range(len(whole) - size + 1)
    )


def _share(least: float, most: float, part: str, whole: str) -> float:
    return least + most * len(part) / len(whole)
