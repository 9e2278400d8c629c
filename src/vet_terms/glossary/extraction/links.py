"""Links between the words of an aligned unit: how strongly a Chinese word speaks for an English one.

Five witnesses: the dictionary, the vectors of the words, names in pinyin or alike in sound, the company
that two words keep over the whole memory, and terms that are already sure. The strongest counts; a
link weighs less where another word has a better claim.
"""

from __future__ import annotations

import functools
import itertools
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from vet_terms.glossary.extraction.company import Company
from vet_terms.glossary.extraction.english import Word, is_acronym
from vet_terms.glossary.extraction.known import NOTHING_KNOWN, KnownTerms
from vet_terms.glossary.extraction.units import Atom, Unit
from vet_terms.glossary.extraction.vocabulary import GENERIC
from vet_terms.language.lexicon import (
    SHORTEST_STEM,
    is_general_english,
    meanings,
    phrases,
    same_stem,
)
from vet_terms.language.pinyin import sounds_alike
from vet_terms.language.scripts import to_simplified
from vet_terms.language.vectors import embed

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]

COVERED = 0.3
"""A word with a link at least this strong counts as said on the other side."""

# Cosines of single words: unrelated pairs lie under the first, translations over the second.
_FLOOR, _CEILING = 0.5, 0.85
_SOUND = 0.8
_KNOWN = 0.9
_VERB_FOR_NAME = 0.4
_DERIVATION = 0.8
# What nothing else explains, beside a neighbour that is explained at least so well.
_LEFT_OVER, _NEIGHBOUR = 0.5, 0.5
_NEGLIGIBLE = 0.15
_WORDS_REMEMBERED = 1 << 15


def claims(links: Matrix, unit: Unit) -> Matrix:
    """Return the links that can hold at once: a word said once claims only the nearest of its likes.

    Where a Chinese word stands once and its English twice ("education" in two terms), the farther
    one is free for another Chinese word.
    """
    held = links.copy()
    times = Counter(atom.text for atom in unit.atoms)
    places = [word.start / max(1, len(unit.en.text)) for word in unit.en.words]
    strong = links >= COVERED
    for i, atom in enumerate(unit.atoms):
        by_lemma: dict[str, list[int]] = {}
        for j in np.flatnonzero(strong[i]).tolist():
            by_lemma.setdefault(unit.en.words[j].lemma, []).append(j)
        here = atom.start / max(1, len(unit.zh.text))
        for columns in by_lemma.values():
            if len(columns) > times[atom.text]:
                columns.sort(key=lambda j: (round(abs(places[j] - here), 4), j))
                held[i, columns[1:]] = 0.0
    return held


class Witnesses:
    """What is known of the words of some units, from which the links of each of these units are made."""

    def __init__(self, units: Sequence[Unit], company: Company) -> None:
        """Look up the vectors of the words; ``company`` tells which words keep it over the whole memory."""
        self._zh_rows = _rows(atom.text for unit in units for atom in unit.atoms)
        self._en_rows = _rows(word.text.lower() for unit in units for word in unit.en.words)
        self._zh_vectors = embed(list(self._zh_rows)).astype(np.float64)
        self._en_vectors = embed(list(self._en_rows)).astype(np.float64)
        self._company = company

    def links(self, unit: Unit, known: KnownTerms = NOTHING_KNOWN) -> Matrix:
        """Return the strength (0 to 1) of the link of each atom (row) with each English word (column).

        ``known`` are terms with their English that are already sure. A strength is scaled by its
        share of the best in its row and column, so that a contested link weighs less.
        """
        strength = self._word_by_word(unit)
        for match in unit.sounds:
            text = unit.zh.text[match.zh_start : match.zh_end]
            spelt = [
                i
                for i, atom in enumerate(unit.atoms)
                if (atom.start < match.zh_end and atom.end > match.zh_start) or text in atom.text
            ]
            spelling = [
                j
                for j, word in enumerate(unit.en.words)
                if match.en_start <= word.start and word.end <= match.en_end
            ]
            _raise(strength, spelt, spelling, match.exactness)
        terms = {(span.text, span.start, span.end) for span in unit.zh.spans}
        terms |= {(atom.text, atom.start, atom.end) for atom in unit.atoms if len(atom.text) > 2}
        for text, start, end in sorted(terms):
            for phrase in phrases(text):
                for first, last in _occurrences(unit, phrase):
                    _raise(strength, unit.inside(start, end), list(range(first, last)), 1.0)
        for zh, start in known.in_text(unit.zh.text):
            # A word that reaches over the end of the term (柳州市|委) is not of it.
            own = [i for i in unit.inside(start, start + len(zh)) if unit.atoms[i].end <= start + len(zh)]
            for lemmas in known.english[zh]:
                for first, last in _occurrences(unit, lemmas):
                    _raise(strength, own, list(range(first, last)), _KNOWN)
        _share_prefixes(strength, unit)
        _match_leftovers(strength, unit)
        strength[:, [not word.is_content for word in unit.en.words]] = 0.0
        rivals = np.maximum(strength.max(axis=0, keepdims=True), strength.max(axis=1, keepdims=True))
        return np.where(strength > _NEGLIGIBLE, strength**2 / np.maximum(rivals, 1e-6), 0.0).round(4)

    def _word_by_word(self, unit: Unit) -> Matrix:
        words = unit.en.words
        rows = [self._zh_rows[atom.text] for atom in unit.atoms]
        columns = [self._en_rows[word.text.lower()] for word in words]
        cosines = self._zh_vectors[rows] @ self._en_vectors[columns].T
        strength: Matrix = np.clip((cosines.round(4) - _FLOOR) / (_CEILING - _FLOOR), 0.0, 1.0)
        lemmas = [(word.lemma, word.lemma[:SHORTEST_STEM]) for word in words]
        names = [(j, word.text, word.lemma) for j, word in enumerate(words) if _may_sound(word)]
        # A capital inside a sentence is a name's; "to institute" is not in "Al-Qahtani Institute".
        inner = [j for j, word in enumerate(words) if j and word.is_capitalised]
        same: dict[str, list[int]] = {}
        for j, word in enumerate(words):
            same.setdefault(word.text.casefold(), []).append(j)
        for i, atom in enumerate(unit.atoms):
            if not atom.is_content:
                strength[i, :] = 0.0
                continue
            row = strength[i]
            known, stems = _meant(atom.text)
            said = [known.get(lemma) or _derived(stems.get(stem), lemma) for lemma, stem in lemmas]
            np.maximum(row, said, out=row)
            company = self._company.get(atom.text)
            if company:
                np.maximum(row, [company.get(lemma, 0.0) for lemma, _ in lemmas], out=row)
            if len(atom.text) > 1 and names:
                for j, text, lemma in names:
                    if lemma not in known:
                        row[j] = max(row[j], _likeness(atom.text, text))
            for j in same.get(atom.text.casefold(), ()):
                row[j] = 1.0
            if atom.is_verb:
                row[inner] *= _VERB_FOR_NAME
        return strength


def _raise(strength: Matrix, rows: Sequence[int], columns: Sequence[int], least: float) -> None:
    where = np.ix_(rows, columns)
    strength[where] = np.maximum(strength[where], least)


def _occurrences(unit: Unit, lemmas: tuple[str, ...]) -> list[tuple[int, int]]:
    """Return where a run of base forms stands among the English words."""
    ours = [word.lemma for word in unit.en.words]
    size = len(lemmas)
    return [
        (first, first + size)
        for first in range(len(ours) - size + 1)
        if size and tuple(ours[first : first + size]) == lemmas
    ]


def _share_prefixes(strength: Matrix, unit: Unit) -> None:
    """Let the short first part of a hyphenated name ("Al-Qahtani") share the links of the next part."""
    for j, (word, following) in enumerate(itertools.pairwise(unit.en.words)):
        gap = unit.en.text[word.end : following.start]
        if gap == "-" and len(word.text) <= 2 and word.is_capitalised:
            strength[:, j] = strength[:, j + 1]


def _match_leftovers(strength: Matrix, unit: Unit) -> None:
    """Link a word that nothing speaks for with the one such word at the same side of a linked neighbour.

    揭牌|仪式 and "opening ceremony": 仪式 is the ceremony, and what stands before it on either side has
    no other partner.
    """
    words = unit.en.words
    strong = strength >= COVERED
    open_atoms = [
        i
        for i, atom in enumerate(unit.atoms)
        if atom.is_content
        and len(atom.text) > 1
        and not strong[i].any()
        and not atom.text.isascii()
        and atom.text not in GENERIC
    ]
    open_words = {
        j
        for j, word in enumerate(words)
        if word.is_content and not word.text[0].isdigit() and not strong[:, j].any()
    }
    for i in open_atoms:
        for step in (1, -1):
            beside = i + step
            if not 0 <= beside < len(unit.atoms) or not _touch(unit.atoms[i], unit.atoms[beside]):
                continue
            found = [
                j - step
                for j in np.flatnonzero(strength[beside] >= _NEIGHBOUR).tolist()
                if j - step in open_words and words[j].segment == words[j - step].segment
            ]
            if len({words[j].lemma for j in found}) == 1:
                for j in found:
                    strength[i, j] = max(strength[i, j], _LEFT_OVER)


def _touch(left: Atom, right: Atom) -> bool:
    return left.end == right.start or right.end == left.start


_Stems = Mapping[str, Sequence[tuple[str, float]]]


@functools.lru_cache(maxsize=_WORDS_REMEMBERED)
def _meant(zh: str) -> tuple[Mapping[str, float], _Stems]:
    """Return the meanings of a Chinese word, and the same by their first letters, which derivations share."""
    known = meanings(to_simplified(zh))
    stems: dict[str, list[tuple[str, float]]] = {}
    for gloss, weight in known.items():
        if len(gloss) >= SHORTEST_STEM:
            stems.setdefault(gloss[:SHORTEST_STEM], []).append((gloss, weight))
    return known, stems


def _derived(likes: Sequence[tuple[str, float]] | None, lemma: str) -> float:
    """Return the weight of a meaning of which the lemma is a derivation."""
    if likes is None:
        return 0.0
    return max((_DERIVATION * weight for gloss, weight in likes if same_stem(gloss, lemma)), default=0.0)


def _rows(texts: Iterable[str]) -> dict[str, int]:
    return {text: row for row, text in enumerate(sorted(set(texts)))}


def _may_sound(word: Word) -> bool:
    """Return whether a word may be a transliteration: a name that general English does not know."""
    return word.is_capitalised and not is_acronym(word.text) and not is_general_english(word.text)


@functools.lru_cache(maxsize=65536)
def _likeness(zh: str, en: str) -> float:
    # The kind of place at the end (郡, 市, 州) is translated, not transliterated.
    alike = max(sounds_alike(zh, en), sounds_alike(zh[:-1], en) if len(zh) > 2 else 0.0)
    return round(_SOUND * alike, 3) if alike >= 0.7 else 0.0
