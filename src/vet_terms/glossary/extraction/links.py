"""Links between the words of an aligned unit: how strongly a Chinese word speaks for an English one.

Five witnesses: the dictionary, the vectors of the words, names in pinyin or alike in sound, the company
that two words keep over the whole memory, and terms that are already sure. The strongest counts; a
link weighs less where another word has a better claim.
"""

from __future__ import annotations

import dataclasses
import functools
import itertools
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from vet_terms.glossary.extraction import chinese, english
from vet_terms.glossary.extraction.chinese import ChineseSentence, ChineseSpan
from vet_terms.glossary.extraction.english import EnglishSentence, Word, is_acronym
from vet_terms.language.lexicon import (
    ABBREVIATED,
    english_lemma,
    english_words,
    is_general_english,
    is_known,
    meanings,
    phrases,
)
from vet_terms.language.pinyin import SoundMatch, sounds, sounds_alike, surname_of
from vet_terms.language.scripts import HAN, to_simplified
from vet_terms.language.tagging import Token
from vet_terms.language.vectors import embed
from vet_terms.language.words import words

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]

COVERED = 0.3
"""A word with a link at least this strong counts as said on the other side."""

# Cosines of single words: unrelated pairs lie under the first, translations over the second.
_FLOOR, _CEILING = 0.5, 0.85
_COMPANY = 0.75
_SOUND = 0.8
_KNOWN = 0.9
_VERB_FOR_NAME = 0.4
_NEGLIGIBLE = 0.15
# English says them as "Co., Ltd.", which belongs to a span without being compared.
_LEGAL_FORMS = frozenset(["股份有限公司", "有限责任公司", "有限公司", "股份", "有限", "责任"])
_FUNCTION_TAGS = frozenset({"p", "c", "u", "xc", "r", "w"})


@dataclass(frozen=True, slots=True)
class Atom:
    """The smallest Chinese unit that is compared with English words."""

    text: str
    start: int
    end: int
    is_content: bool = True
    is_verb: bool = False

    @property
    def weight(self) -> float:
        """How much the atom counts in coverage: single characters half, a company's legal form nothing."""
        if self.text in _LEGAL_FORMS:
            return 0.0
        return 1.0 if len(self.text) > 1 else 0.5


@dataclass(frozen=True, slots=True)
class Unit:
    """An aligned unit, analysed on both sides, with the names that the English spells in pinyin."""

    zh: ChineseSentence
    en: EnglishSentence
    atoms: tuple[Atom, ...]
    sounds: tuple[SoundMatch, ...]

    def inside(self, start: int, end: int) -> list[int]:
        """Return which atoms stand in a stretch of the Chinese text."""
        return [index for index, atom in enumerate(self.atoms) if start <= atom.start < end]


def analyse(zh: str, en: str) -> Unit:
    """Return a unit analysed on both sides; persons that the English spells in pinyin become candidates."""
    sentence = chinese.analyse(zh)
    heard = tuple(sounds(zh, en))
    people = [
        ChineseSpan(zh[match.zh_start : match.zh_end], match.zh_start, match.zh_end, "entity", "person")
        for match in heard
        if surname_of(zh[match.zh_start : match.zh_end])
        and len(en[match.en_start : match.en_end].split()) == 2
    ]
    if people:
        kept = [span for span in sentence.spans if not any(_cuts(span, person) for person in people)]
        kept.sort(key=lambda span: (span.start, span.end))
        sentence = dataclasses.replace(sentence, spans=tuple(kept + people))
    return Unit(sentence, english.analyse(en), atoms(sentence), heard)


def atoms(sentence: ChineseSentence) -> tuple[Atom, ...]:
    """Return the words of a sentence, cut as finely as the dictionary of general words allows.

    A shortened word gives one atom for each word that it stands for, all at its own place. Inside a
    name, neighbours that no dictionary has are one atom: they spell a foreign or a made-up name.
    """
    found: list[Atom] = []
    for token in sentence.tokens:
        position = token.start
        is_name = token.tag in {"LOC", "ORG", "PER"}
        glue = False
        for part in _parts(token, is_name):
            end = position + len(part)
            if re.match(rf"[{HAN}A-Za-z0-9]", part):
                unknown = is_name and _is_unknown(part)
                if unknown and glue:
                    found[-1] = Atom(found[-1].text + part, found[-1].start, end)
                else:
                    content = token.tag not in _FUNCTION_TAGS
                    verb = token.tag == "v"
                    found += [
                        Atom(word, position, end, content, verb) for word in ABBREVIATED.get(part, (part,))
                    ]
                glue = unknown
            position = end
    return tuple(found)


def claims(links: Matrix, unit: Unit) -> Matrix:
    """Return the links that can hold at once: a word said once claims only the nearest of its likes.

    Where a Chinese word stands once and its English twice ("education" in two terms), the farther
    one is free for another Chinese word.
    """
    held = links.copy()
    times = Counter(atom.text for atom in unit.atoms)
    places = [word.start / max(1, len(unit.en.text)) for word in unit.en.words]
    for i, atom in enumerate(unit.atoms):
        by_lemma: dict[str, list[int]] = {}
        for j, word in enumerate(unit.en.words):
            if links[i, j] >= COVERED:
                by_lemma.setdefault(word.lemma, []).append(j)
        here = atom.start / max(1, len(unit.zh.text))
        for columns in by_lemma.values():
            if len(columns) > times[atom.text]:
                columns.sort(key=lambda j: (round(abs(places[j] - here), 4), j))
                held[i, columns[1:]] = 0.0
    return held


class Witnesses:
    """What is known of words over a whole memory, from which the links of each unit are made."""

    def __init__(self, units: Sequence[Unit]) -> None:
        """Look at all units once: vectors of their words, and how often each pair of words meets."""
        self._zh_rows = _rows(atom.text for unit in units for atom in unit.atoms)
        self._en_rows = _rows(word.text.lower() for unit in units for word in unit.en.words)
        self._zh_vectors = embed(list(self._zh_rows))
        self._en_vectors = embed(list(self._en_rows))
        self._company = _company(units)

    def links(self, unit: Unit, known: Iterable[tuple[str, str]] = ()) -> Matrix:
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
        for span in unit.zh.spans:
            for phrase in phrases(span.text):
                for first, last in _occurrences(unit, phrase):
                    _raise(strength, unit.inside(span.start, span.end), list(range(first, last)), 1.0)
        for zh, en in sorted(set(known)):
            start = unit.zh.text.find(zh)
            if start >= 0:
                for first, last in _occurrences(
                    unit, tuple(english_lemma(word) for word in english_words(en))
                ):
                    # A word that reaches over the end of the term (柳州市|委) is not of it.
                    own = [
                        i for i in unit.inside(start, start + len(zh)) if unit.atoms[i].end <= start + len(zh)
                    ]
                    _raise(strength, own, list(range(first, last)), _KNOWN)
        _share_prefixes(strength, unit)
        strength[:, [not word.is_content for word in unit.en.words]] = 0.0
        rivals = np.maximum(strength.max(axis=0, keepdims=True), strength.max(axis=1, keepdims=True))
        return np.where(strength > _NEGLIGIBLE, strength**2 / np.maximum(rivals, 1e-6), 0.0).round(4)

    def _word_by_word(self, unit: Unit) -> Matrix:
        rows = [self._zh_rows[atom.text] for atom in unit.atoms]
        columns = [self._en_rows[word.text.lower()] for word in unit.en.words]
        cosines = self._zh_vectors[rows].astype(np.float64) @ self._en_vectors[columns].astype(np.float64).T
        strength: Matrix = np.clip((cosines.round(4) - _FLOOR) / (_CEILING - _FLOOR), 0.0, 1.0)
        for i, atom in enumerate(unit.atoms):
            if not atom.is_content:
                strength[i, :] = 0.0
                continue
            known = meanings(to_simplified(atom.text))
            for j, word in enumerate(unit.en.words):
                strength[i, j] = max(
                    strength[i, j],
                    known.get(word.lemma, 0.0),
                    1.0 if atom.text.casefold() == word.text.casefold() else 0.0,
                    self._company.get((atom.text, word.lemma), 0.0),
                    _sound(atom.text, word) if word.lemma not in known else 0.0,
                )
                # A capital inside a sentence is a name's; "to institute" is not in "Al-Qahtani Institute".
                if atom.is_verb and j and word.is_capitalised:
                    strength[i, j] *= _VERB_FOR_NAME
        return strength


def _cuts(span: ChineseSpan, person: ChineseSpan) -> bool:
    """Return whether a candidate shares characters with a person's name and does not hold it whole."""
    overlaps = span.start < person.end and person.start < span.end
    return overlaps and not (span.start <= person.start and person.end <= span.end and span.kind != "person")


def _parts(token: Token, is_name: bool) -> list[str]:
    """Return the words inside a tagged word; a short name that no dictionary has stays whole (柳职院)."""
    if is_name and len(token.text) <= 3 and not is_known(token.text):
        return [token.text]
    return [piece for part in words(token.text) for piece in _dictionary_words(part)]


def _dictionary_words(part: str) -> list[str]:
    """Return a long word cut into words that the dictionary has, where it has all (职业|培训)."""
    if len(part) < 4 or is_known(part):
        return [part]
    pieces: list[str] = []
    rest = part
    while rest:
        size = next((size for size in (4, 3, 2) if size < len(part) and is_known(rest[:size])), 0)
        if not size or len(rest) < size:
            return [part]
        pieces.append(rest[:size])
        rest = rest[size:]
    return pieces


def _is_unknown(part: str) -> bool:
    return not part.isascii() and part not in ABBREVIATED and (len(part) == 1 or not is_known(part))


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


def _rows(texts: Iterable[str]) -> dict[str, int]:
    return {text: row for row, text in enumerate(sorted(set(texts)))}


def _company(units: Sequence[Unit]) -> Mapping[tuple[str, str], float]:
    """Return how exclusively a Chinese and an English word meet (Dice), for words met three times.

    Counted over distinct units, so that a repeated heading proves nothing.
    """
    distinct = {(unit.zh.text, unit.en.text): unit for unit in units}.values()
    zh_counts: Counter[str] = Counter()
    en_counts: Counter[str] = Counter()
    both: Counter[tuple[str, str]] = Counter()
    for unit in distinct:
        left = {atom.text for atom in unit.atoms if atom.is_content}
        right = {word.lemma for word in unit.en.words if word.is_content}
        zh_counts.update(left)
        en_counts.update(right)
        both.update((zh, en) for zh in left for en in right)
    found = {}
    for (zh, en), count in both.items():
        dice = 2 * count / (zh_counts[zh] + en_counts[en])
        if count >= 3 and dice >= 0.6:
            found[zh, en] = round(_COMPANY * dice, 3)
    return found


def _sound(zh: str, word: Word) -> float:
    """Return the evidence of transliteration; only names that general English does not know count."""
    if not word.is_capitalised or len(zh) < 2 or is_acronym(word.text) or is_general_english(word.text):
        return 0.0
    return _likeness(zh, word.text)


@functools.lru_cache(maxsize=65536)
def _likeness(zh: str, en: str) -> float:
    # The kind of place at the end (郡, 市, 州) is translated, not transliterated.
    alike = max(sounds_alike(zh, en), sounds_alike(zh[:-1], en) if len(zh) > 2 else 0.0)
    return round(_SOUND * alike, 3) if alike >= 0.7 else 0.0
