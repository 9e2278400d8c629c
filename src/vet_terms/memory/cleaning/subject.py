"""A unit as it is looked at, wherever it is kept; and the units of a store and of a TMX file as such."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from vet_terms.language.codes import language_of_code
from vet_terms.memory.ranking import rank_of_unit
from vet_terms.memory.store.store import Store
from vet_terms.model import Language
from vet_terms.tmx.model import TmxUnit, Variant, without_codes
from vet_terms.tmx.pairs import Pair, pairs, rank
from vet_terms.tmx.reading import open_tmx


@dataclass(frozen=True, slots=True)
class Subject:
    """One pair of texts, without signs for inline codes, under the number of its unit.

    ``number`` is the unit's id in a store, or which unit of its file it is, from 1; a TMX unit with several
    variants of a language gives several subjects of one number. ``rank`` is the greater the better the
    unit stands among those of the same texts. ``codes`` are its two language codes.
    """

    number: int
    zh: str
    en: str
    rank: int = 0
    codes: tuple[str, str] = ("zh-CN", "en-US")
    pair: int = 1
    """Which of the pairs of its unit it is, from 1."""


Subjects = Callable[[], Iterator[Subject]]
"""Gives the units from the first on, each time that it is called; their numbers never fall."""


def chosen(subjects: Subjects, numbers: Collection[int]) -> dict[int, Subject]:
    """Return the first pair of each of some units, by their numbers."""
    found: dict[int, Subject] = {}
    if numbers:
        for subject in subjects():
            if subject.number in numbers:
                found.setdefault(subject.number, subject)
    return found


def subjects_of_store(store: Store) -> Subjects:
    """Return the units of a store, ascending by id."""

    def units() -> Iterator[Subject]:
        for unit in store.after(0):
            codes = (unit.zh_code, unit.en_code)
            yield Subject(unit.id, without_codes(unit.zh), without_codes(unit.en), rank_of_unit(unit), codes)

    return units


def subjects_of_tmx(path: Path | str) -> Subjects:
    """Return the units of a TMX file that have a Chinese and an English variant, be it an empty one.

    Going through them raises InputError as `open_tmx` does.
    """

    def units() -> Iterator[Subject]:
        with open_tmx(path) as reader:
            for number, unit in enumerate(reader, start=1):
                yield from subjects_of_unit(unit, number)

    return units


def subjects_of_unit(unit: TmxUnit, number: int) -> Iterator[Subject]:
    """Yield the pairs of a TMX unit, one where a side is without text; none where a side is not there."""
    found = pairs(unit)
    for pair in found:
        yield _subject_of_pair(pair, number)
    if found:
        return
    zh, en = _side(unit, "zh"), _side(unit, "en")
    if zh and en:
        yield _subject_of_pair(Pair(unit, zh, en), number)


def _side(unit: TmxUnit, language: Language) -> Variant | None:
    """Return the variant in a language, one with text before one without."""
    there = [each for each in unit.variants if language_of_code(each.language) == language]
    return max(there, key=lambda each: bool(each.text.strip()), default=None)


def _subject_of_pair(pair: Pair, number: int) -> Subject:
    codes = (pair.zh.language, pair.en.language)
    return Subject(
        number, without_codes(pair.zh.text), without_codes(pair.en.text), rank(pair), codes, pair.number
    )
