"""Which of many English terms stand in a text, and where: the longest from the left, none inside another.

Words are compared by their base forms (colleges, college; integrating, integrate), in American spelling;
hyphens, articles and case do not matter, while the capitals of an abbreviation do (IT is no "it"). A term
does not reach over the end of a sentence. Whether one term stands in a translation, also split or in another
order, is asked of ``english_words``.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Iterator

from vet_terms.glossary.english_words import ARTICLES, WORD, american
from vet_terms.language.scripts import HAN_CHARACTER

_END_OF_SENTENCE = re.compile(r"[.!?;:…。！？；：]['’\"”)]*\s+(?=[^\W\d_a-z])|\n\s*\n|[。！？；]")
LONGEST_ENGLISH = 40
"""Words of a term that is looked for: the time for a text grows with its length and no more."""

_ABBREVIATION = "="
"""What stands before the key of an abbreviation, which is as it is written."""


def key_of_term(term: str) -> str:
    """Return an English term for comparing: its words, with a space between; empty where it has none."""
    words = [word for word in WORD.findall(term) if word.lower() not in ARTICLES]
    return " ".join(_ABBREVIATION + word if _is_abbreviation(word) else word_key(word) for word in words)


@functools.cache
def word_key(word: str) -> str:
    """Return an English word for comparing: its base form, in small letters and American spelling."""
    if word == "&":
        return "and"
    import simplemma

    key = american(word.lower().replace("-", "").replace("’", "'"))
    for _ in range(3):  # trainings, training, train
        shorter = american(str(simplemma.lemmatize(key, lang="en")).lower())
        if shorter == key:
            break
        key = shorter
    return key


class EnglishFinder:
    """Keys of English terms, ready to be found in texts."""

    __slots__ = ("_abbreviations", "_sizes", "_terms")

    def __init__(self, keys: Collection[str]) -> None:
        self._terms = keys
        self._abbreviations: set[str] = set()
        self._sizes: dict[str, list[int]] = {}
        """How many words the terms have that begin with a word, the most first."""
        for key in keys:
            size = 1 + key.count(" ")
            if size > LONGEST_ENGLISH:
                continue
            sizes = self._sizes.setdefault(key.partition(" ")[0], [])
            if size not in sizes:
                sizes.append(size)
            if _ABBREVIATION in key:
                self._abbreviations.update(
                    word[1:] for word in key.split(" ") if word.startswith(_ABBREVIATION)
                )
        for sizes in self._sizes.values():
            sizes.sort(reverse=True)

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield the keys of the terms in a text with their places, in order, none inside another.

        Chinese in the text parts words as a space does.
        """
        text = HAN_CHARACTER.sub(" ", text)
        found = [match for match in WORD.finditer(text) if match[0].lower() not in ARTICLES]
        of_each = {word: self._key(word) for word in {match[0] for match in found}}
        keys = [of_each[match[0]] for match in found]
        terms, by_first, past = self._terms, self._sizes, 0
        for number, key in enumerate(keys):
            if number < past or key not in by_first:
                continue
            for size in by_first[key]:
                term = key if size == 1 else " ".join(keys[number : number + size])
                if term in terms and number + size <= len(keys):
                    start, end = found[number].start(), found[number + size - 1].end()
                    if size > 1 and _END_OF_SENTENCE.search(text, start, end):
                        continue
                    yield start, end, term
                    past = number + size
                    break

    def _key(self, word: str) -> str:
        for form in (word, word.removesuffix("s"), word.removesuffix("es")):
            if form in self._abbreviations:
                return _ABBREVIATION + form
        return word_key(word)


def _is_abbreviation(word: str) -> bool:
    return sum(char.isupper() for char in word) > 1
