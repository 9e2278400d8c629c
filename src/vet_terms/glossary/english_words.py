"""English terms in an English text, compared word by word in their base forms.

Hyphens, articles, British and American spelling and inflection do not matter, while the capitals of an
abbreviation do.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple, overload

from vet_terms.language.tables import listed


class Word(NamedTuple):
    """A word of an English text: as written, its comparable forms, its place."""

    text: str
    forms: frozenset[str]
    start: int
    end: int


class Words(Sequence[Word]):
    """The words of an English text in order, without articles, to be searched by their forms.

    Most texts have none of the terms that are looked for: words are made when the first is asked for.
    """

    def __init__(self, text: str) -> None:
        """Read nothing yet."""
        self._text = text

    @cached_property
    def _words(self) -> tuple[Word, ...]:
        return tuple(
            [
                Word(word, _forms(word), match.start(), match.end())
                for match in WORD.finditer(self._text)
                if (word := match[0]).lower() not in ARTICLES
            ]
        )

    def __len__(self) -> int:
        """Return how many words there are."""
        return len(self._words)

    def __iter__(self) -> Iterator[Word]:
        """Return an iterator over the words."""
        return iter(self._words)

    @overload
    def __getitem__(self, index: int) -> Word: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Word, ...]: ...

    def __getitem__(self, index: int | slice) -> Word | tuple[Word, ...]:
        """Return a word, or some in a row."""
        return self._words[index]

    @cached_property
    def written(self) -> Sequence[str]:
        """The words of the text as they are written, articles too."""
        text = self._text
        # Most texts have none of the marks that a word may have inside.
        has_marks = "-" in text or "'" in text or "’" in text
        return (WORD if has_marks else _PLAIN_WORD).findall(text)

    @cached_property
    def positions(self) -> dict[str, list[int]]:
        """At which words of the text each form stands."""
        found: dict[str, list[int]] = {}
        index = 0
        for word in self.written:
            if forms := forms_to_find(word):
                for form in forms:
                    if form in found:
                        found[form].append(index)
                    else:
                        found[form] = [index]
                index += 1
        return found

    @cached_property
    def stems(self) -> dict[str, list[int]]:
        """At which words of the text each stem stands, of words that are long enough to have one."""
        found: dict[str, list[int]] = {}
        for index, word in enumerate(self):
            if len(word.text) >= _LEAST_DERIVED:
                found.setdefault(_stem(word.text.lower()), []).append(index)
        return found

    @cached_property
    def of_entries(self) -> dict[str, list[tuple[int, int]]]:
        """Where what entries accept was found before, by their ids."""
        return {}

    @cached_property
    def found(self) -> dict[str, tuple[tuple[int, int], ...]]:
        """Where each term stands that was looked for before."""
        return {}


_PREFIXES = "co|re|e|pre|non|sub|multi|inter|semi"
# The letters that a prefix begins with are looked for first: most words begin with others.
WORD = re.compile(rf"(?:(?=[cernsmip])(?:{_PREFIXES})-)?[^\W_]+(?:['’](?!s\b)[^\W_]+)?|&", re.IGNORECASE)
_PLAIN_WORD = re.compile(r"[^\W_]+|&")
ARTICLES = frozenset({"the", "a", "an"})
_COORDINATORS = frozenset({"and", "or", "&"})
_LINKING = _COORDINATORS | {"of", "for", "in", "on", "to", "with", "between"}
_WIDEST_GAP = 4
_ABBREVIATIONS = re.compile(r"([A-Z][A-Z0-9]+)e?s")
_LEAST_DERIVED, _LEAST_STEM = 6, 4
_ENDINGS = tuple(
    sorted(
        listed(
            """
    ation ations ating ate ates ated ative ition itions ing ings ion ions ed ive ment ments al ally ly es e
    """
        ),
        key=len,
        reverse=True,
    )
)


@functools.lru_cache(maxsize=1 << 17)
def term_words(term: str) -> Words:
    """Return the words of a term, which is looked for again and again; a text is read once."""
    return english_words(term)


def english_words(text: str) -> Words:
    """Return the words of an English text, without articles."""
    return Words(text)


def find_words(term: str, words: Words) -> tuple[tuple[int, int], ...]:
    """Return where an English term stands among the words of a text: the first and the last word of each.

    A term may be split by a coordination: "vocational and higher education" has "vocational
    education".
    """
    known = words.found.get(term)
    if known is None:
        known = words.found[term] = _find_words(term_words(term), words)
    return known


def _find_words(wanted: Words, words: Words) -> tuple[tuple[int, int], ...]:
    if not wanted:
        return ()
    positions = words.positions
    # Most terms are not there at all.
    if any(positions.keys().isdisjoint(word.forms) for word in wanted):
        return ()
    ends = [(index, _match_from(wanted, words, index)) for index in _indexes(wanted[0], positions)]
    return tuple((index, end) for index, end in ends if end is not None)


def _indexes(wanted: Word, positions: dict[str, list[int]]) -> list[int]:
    return sorted({index for form in wanted.forms for index in positions.get(form, ())})


def find_english(term: str, words: Words) -> tuple[tuple[int, int], ...]:
    """Return the spans where an English term stands among the words of a text, as ``find_words`` finds it."""
    return tuple((words[first].start, words[last].end) for first, last in find_words(term, words))


def has_all_words(term: str, words: Words) -> bool:
    """Tell whether every word of an English term stands near the others, in whatever order and derivation.

    "International cooperation needs of vocational education" has the words of "international
    cooperation of vocational education", "integrate industry and education" those of "integration of
    industry and education".
    """
    wanted = [word for word in term_words(term) if word.text.lower() not in _LINKING]
    if len(wanted) < 2:
        return False
    where = []
    for each in wanted:
        indexes = _related(each, words)
        if not indexes:
            return False
        where.append(indexes)
    width = 2 * len(wanted) + _WIDEST_GAP
    return any(
        all(not indexes.isdisjoint(range(first, first + width)) for indexes in where)
        for first in sorted(set().union(*where))
    )


def _related(wanted: Word, words: Words) -> set[int]:
    """Return which words are the one that is wanted, or derived from the same (integration, integrated)."""
    if is_abbreviation(wanted.text):
        return {index for index in _indexes(wanted, words.positions) if _same(wanted, words[index])}
    found = set(_indexes(wanted, words.positions))
    if len(wanted.text) >= _LEAST_DERIVED:
        found.update(words.stems.get(_stem(wanted.text.lower()), ()))
    return found


@functools.lru_cache(maxsize=1 << 14)
def _stem(word: str) -> str:
    """Return a word without the ending that makes it a noun, a verb or an adjective."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST_STEM:
            return word.removesuffix(ending)
    return word


def _match_from(wanted: Words, words: Words, index: int) -> int | None:
    """Return the index of the last word of a match that begins at an index, or None."""
    position, split = index, False
    for number, each in enumerate(wanted):
        if position < len(words) and _same(each, words[position]):
            position += 1
            continue
        if number == 0 or split:
            return None
        gap = next(
            (
                width
                for width in range(2, _WIDEST_GAP + 1)
                if position + width < len(words)
                and _same(each, words[position + width])
                and any(word.text.lower() in _COORDINATORS for word in words[position : position + width])
            ),
            None,
        )
        if gap is None:
            return None
        position, split = position + gap + 1, True
    return position - 1


def _same(wanted: Word, word: Word) -> bool:
    if is_abbreviation(wanted.text):
        return word.text in as_written(wanted.text)
    return bool(wanted.forms & word.forms)


@functools.lru_cache(maxsize=1 << 14)
def is_abbreviation(text: str) -> bool:
    """Tell whether a word is an abbreviation, whose capitals matter."""
    return not text[1:].islower() and sum(map(str.isupper, text)) > 1


def as_written(abbreviation: str) -> tuple[str, str, str]:
    """Return the ways in which an abbreviation may be written: alone and in the plural."""
    return abbreviation, abbreviation + "s", abbreviation + "es"


@functools.lru_cache(maxsize=50_000)
def forms_to_find(word: str) -> frozenset[str]:
    """Return the forms by which a word of a text is found: of MOOCs also mooc; none of an article."""
    if word.lower() in ARTICLES:
        return frozenset()
    plural = _ABBREVIATIONS.fullmatch(word)
    return _forms(word) if plural is None else _forms(word) | {plural[1].lower()}


@functools.lru_cache(maxsize=50_000)
def _forms(word: str) -> frozenset[str]:
    """Return a word's forms for comparing: as it is and its base form, in American spelling."""
    if word == "&":
        return frozenset({"and"})
    import simplemma

    lower = word.lower().replace("-", "").replace("’", "'")
    base: str = simplemma.lemmatize(lower, lang="en")
    return frozenset(american(form.lower()) for form in (lower, base))


def american(word: str) -> str:
    """Return a word in one spelling, whichever of the two it was in."""
    word = (
        re.sub(r"is(?=(?:e|ed|es|er|ers|ing|ation|ations|ational)$)", "iz", word) if len(word) > 5 else word
    )
    word = re.sub(r"(?<=[a-z]{2})our(?=s?$|ed$|ing$|able$)", "or", word)
    return {"programme": "program", "programmes": "programs", "centre": "center", "centres": "centers"}.get(
        word, word
    )
