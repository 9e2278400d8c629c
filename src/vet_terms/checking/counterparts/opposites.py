"""Chinese words whose English says the opposite: a rise rendered as a decline, the east as the west.

Told by a table of general vocabulary. A sentence that has both meanings in either language, or Chinese in
which the opposite may be hidden, tells nothing: only where the English has the opposite alone is it said.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files

from vet_terms.language.lexicon import english_lemma
from vet_terms.language.tables import listed
from vet_terms.model import Span

_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")


@dataclass(frozen=True, slots=True)
class Inverted:
    """A Chinese word, the English that says the opposite, and where each stands."""

    zh: str
    en: str
    zh_span: Span
    en_span: Span


@dataclass(frozen=True, slots=True)
class _Meaning:
    """One meaning: the English of it, and what betrays or excuses its opposite."""

    en: frozenset[str]
    zh_opposite: tuple[str, ...]
    en_opposite: frozenset[str]
    zh_excuse: tuple[str, ...]


def inverted(zh: str, en: str, words: Sequence[tuple[int, str]]) -> Inverted | None:
    """Return the first Chinese word whose English says the opposite; ``words`` are those of the Chinese."""
    by_word = _table()
    # A word that is met a thousand times is looked at once.
    first = {word: start for start, word in reversed(words) if word in by_word}
    for word, start in sorted(first.items(), key=lambda each: each[1]):
        found = _opposite(zh, en, word, by_word[word])
        if found is not None:
            there = Span("source", start, start + len(word))
            return Inverted(word, found.group(), there, Span("target", *found.span()))
    return None


def _opposite(zh: str, en: str, word: str, meaning: _Meaning) -> re.Match[str] | None:
    rest = zh.replace(word, " ")
    if any(part in rest for part in (*meaning.zh_opposite, *meaning.zh_excuse)):
        return None
    opposite = None
    for match in _WORD.finditer(en):
        forms = {match.group().lower(), english_lemma(match.group())}
        if not meaning.en.isdisjoint(forms) or any(not _parts(form).isdisjoint(meaning.en) for form in forms):
            return None
        if opposite is None and not meaning.en_opposite.isdisjoint(forms):
            opposite = match
    return opposite


def _parts(form: str) -> frozenset[str]:
    return frozenset(form.split("-")) if "-" in form else frozenset()


@functools.cache
def _table() -> dict[str, _Meaning]:
    lines = files("vet_terms.checking").joinpath("tables/opposites.tsv").read_text("utf-8").split("\n")
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    found = {}
    for zh, en, zh_opposite, en_opposite, zh_excuse in rows:
        words = frozenset(listed(en))
        meaning = _Meaning(
            words, listed(zh_opposite), frozenset(listed(en_opposite)) - words, listed(zh_excuse)
        )
        found.update(dict.fromkeys(listed(zh), meaning))
    return found
