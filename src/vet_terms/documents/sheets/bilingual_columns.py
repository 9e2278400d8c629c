"""Which columns of a table say the same in Chinese and in English, and which row names the columns.

What the cells are written in decides, then what the columns are called; a name speaks where the cells do
not. A table in which no two columns pair is no bilingual table: a form, a list, a text in cells.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from vet_terms.documents.sheets.column_names import ColumnName, column_name_of
from vet_terms.language.scripts import count_han, language_of
from vet_terms.model import Language

Cells = Mapping[int, str]
"""The texts of a row by their columns; a cell without a text (a number) is there and empty."""

_HEADER_WITHIN = 10
"""Rows in which the names of the columns stand: people put a title above them."""

_HEADER_ROWS = 3

_SIDED = frozenset({"zh", "en", "source", "target"})

_CLEARLY = 0.8
_LEAST_CELLS = 3
"""Cells, or rows with both, that it takes to tell something without a name."""

_LONGEST_NAME = 40

_LEAST_SHARED = 0.5
_LEAST_DISTINCT = 0.5
"""How many of a column's texts differ: a state or a category comes again and again."""

_LETTERS_A_CHARACTER = (1.0, 12.0)
"""English letters for a Chinese character, between which a translation is as a rule."""

_OTHER_SCRIPT = re.compile("[\u3040-\u30fa\u30fc-\u30ff\uac00-\ud7af\u0400-\u04ff\u0600-\u06ff\u0e00-\u0e7f]")
"""Kana, Hangul, Cyrillic, Arabic, Thai: a column of them is in neither language."""


@dataclass(frozen=True, slots=True)
class Columns:
    """What the columns of a table are.

    ``header`` are the positions among the rows of those that name the columns, one after the other;
    ``pairs`` the Chinese and the English column of each pair, in the order of the table; ``names`` what
    the columns are called.
    """

    header: range
    pairs: tuple[tuple[int, int], ...]
    names: Mapping[int, str]

    @property
    def languages(self) -> dict[int, Language]:
        """Return the language of each column of a pair, pair by pair, in each the left one first."""
        return {index: "zh" if index == zh else "en" for zh, en in self.pairs for index in sorted((zh, en))}


@dataclass(frozen=True, slots=True)
class _Column:
    """What the cells of a column are written in."""

    filled: int
    zh: int
    en: int
    distinct: int
    foreign: int

    @property
    def language(self) -> Language | None:
        """Return the language of nearly all cells; None where there is none such, or too few cells."""
        worded = self.zh + self.en
        if worded < _LEAST_CELLS or self.is_foreign:
            return None
        if self.zh >= _CLEARLY * worded:
            return "zh"
        return "en" if self.en >= _CLEARLY * worded else None

    @property
    def is_foreign(self) -> bool:
        """Say whether a fair share of the cells is in a script of neither language."""
        return self.foreign > 0.3 * max(1, self.filled)


def columns_of(rows: Sequence[Cells]) -> Columns:
    """Return what the columns are in the first rows of a table."""
    header = _named_header(rows)
    named = _with_sources(
        {index: name for number in header for index, name in _names_in(rows[number]).items()}
    )
    if header:
        columns, pairs = _told(rows[header.stop :], named)
    else:
        # The first row may be a header of names that are not known, or a row like the others.
        columns, pairs = _told(rows[1:], named)
        if not pairs:
            columns, pairs = _told(rows, named)
    if not header and rows and pairs and _is_unlike(rows[0], columns, pairs):
        header = range(1)
    if not pairs and not any(name.meaning not in {"text", "beside"} for name in named.values()):
        header = range(0)
    names = {index: text.strip() for number in header for index, text in rows[number].items() if text.strip()}
    return Columns(header, pairs, names)


def _told(
    rows: Sequence[Cells], named: Mapping[int, ColumnName]
) -> tuple[dict[int, _Column], tuple[tuple[int, int], ...]]:
    columns = {index: _column(rows, index) for index in sorted({index for row in rows for index in row})}
    return columns, _pairs(rows, columns, named)


def _names_in(row: Cells) -> dict[int, ColumnName]:
    found = {index: column_name_of(text) for index, text in row.items() if text.strip()}
    return {index: name for index, name in found.items() if name}


def _with_sources(named: dict[int, ColumnName]) -> dict[int, ColumnName]:
    """Return the names of columns; a lone text with a lone translation to its right is its source."""
    meanings = [name.meaning for name in named.values()]
    texts = [index for index, name in named.items() if name.meaning == "text"]
    targets = [index for index, name in named.items() if name.meaning == "target"]
    if not (set(meanings) <= {"text", "target", "beside"} and len(texts) == len(targets) == 1):
        return named
    return {**named, texts[0]: ColumnName("source", named[texts[0]].kind)} if texts < targets else named


def _named_header(rows: Sequence[Cells]) -> range:
    """Return the rows whose cells are known names, as one after the other in Chinese and in English.

    A row of names without both sides counts only at the top, since a list of terms may hold 英语 with its
    English; and one name alone only above a lone column.
    """
    at_top = True
    for number, row in enumerate(rows[:_HEADER_WITHIN]):
        filled = [text for text in row.values() if text.strip()]
        meanings = {name.meaning for name in _names_in(row).values()}
        known = len(_names_in(row))
        if ({"zh", "en"} <= meanings or {"source", "target"} <= meanings) and 2 * known >= len(filled):
            return _grown(rows, number)
        if at_top and known == len(filled) > 1:
            return _grown(rows, number)
        if number == 0 and known == len(filled) == 1 and meanings & _SIDED and len(rows) > 1:
            return range(1) if all(len(other) == 1 for other in rows) else range(0)
        at_top = at_top and len(filled) < 2
    return range(0)


def _grown(rows: Sequence[Cells], first: int) -> range:
    """Return the header that begins in a row, with the rows of names below it."""
    last = first + 1
    while last < min(len(rows) - 1, first + _HEADER_ROWS) and set(rows[last]) <= set(rows[first]):
        filled = sum(bool(text.strip()) for text in rows[last].values())
        if not len(_names_in(rows[last])) == filled > 1:
            break
        last += 1
    return range(first, last)


def _column(rows: Sequence[Cells], index: int) -> _Column:
    texts = [text for row in rows if (text := row.get(index, "").strip())]
    languages = [language_of(text) for text in texts]
    return _Column(
        filled=len(texts),
        zh=languages.count("zh"),
        en=languages.count("en"),
        distinct=len(set(texts)),
        foreign=sum(_OTHER_SCRIPT.search(text) is not None for text in texts),
    )


def _pairs(
    rows: Sequence[Cells], columns: Mapping[int, _Column], named: Mapping[int, ColumnName]
) -> tuple[tuple[int, int], ...]:
    languages = {index: _language(column, named.get(index)) for index, column in columns.items()}
    for zh, en in _sides_told_by_each_other(languages, columns, named):
        languages[zh], languages[en] = "zh", "en"
    chinese = [index for index, language in languages.items() if language == "zh"]
    english = [index for index, language in languages.items() if language == "en"]
    scored = [
        (score, -min(zh, en), zh, en)
        for zh in chinese
        for en in english
        if (score := _likeness(rows, columns, named, zh, en)) > 0
    ]
    found: list[tuple[int, int]] = []
    taken: set[int] = set()
    for _, _, zh, en in sorted(scored, reverse=True):
        if not {zh, en} & taken:
            found.append((zh, en))
            taken |= {zh, en}
    return tuple(sorted(found, key=min))


def _language(column: _Column, name: ColumnName | None) -> Language | None:
    if column.is_foreign or (name and name.meaning in {"beside", "both"}):
        return None
    if column.language:
        return column.language
    if name and name.meaning == "zh":
        return "zh"
    return "en" if name and name.meaning == "en" else None


def _sides_told_by_each_other(
    languages: Mapping[int, Language | None],
    columns: Mapping[int, _Column],
    named: Mapping[int, ColumnName],
) -> list[tuple[int, int]]:
    """Return the columns that are called source and target, where their cells are too few to tell alone."""
    sides = {
        side: [index for index in columns if index in named and named[index].meaning == side]
        for side in ("source", "target")
    }
    found: list[tuple[int, int]] = []
    for left, right in zip(sides["source"], sides["target"], strict=False):
        if languages[left] and languages[right]:
            continue
        weights = {index: columns[index].zh - columns[index].en for index in (left, right)}
        if weights[left] != weights[right] and not (columns[left].is_foreign or columns[right].is_foreign):
            found.append((left, right) if weights[left] > weights[right] else (right, left))
    return found


def _likeness(
    rows: Sequence[Cells],
    columns: Mapping[int, _Column],
    named: Mapping[int, ColumnName],
    zh: int,
    en: int,
) -> float:
    """Return how much speaks for two columns to say the same; 0 where they do not."""
    filled = [(row.get(zh, "").strip(), row.get(en, "").strip()) for row in rows]
    both = [pair for pair in filled if all(pair)]
    either = sum(any(pair) for pair in filled)
    shared = len(both) / max(1, either)
    names = [named[index].meaning for index in (zh, en) if index in named]
    called = len(names) == 2 and "text" not in names
    if not called and (
        len(both) < _LEAST_CELLS
        or shared < _LEAST_SHARED
        or any(_says_the_same_often(columns[index]) for index in (zh, en))
        or not _alike_in_length(both)
    ):
        return 0.0
    same_kind = len(names) == 2 and named[zh].kind == named[en].kind
    score = 2.0 * called + same_kind + shared + _alike_in_length(both)
    return score - 0.1 * min(5, abs(zh - en) - 1) + 0.01


def _says_the_same_often(column: _Column) -> bool:
    return column.distinct < _LEAST_DISTINCT * column.filled


def _alike_in_length(pairs: Sequence[tuple[str, str]]) -> bool:
    ratios = [
        sum(char.isalpha() and char.isascii() for char in en) / size
        for zh, en in pairs
        if (size := count_han(zh))
    ]
    low, high = _LETTERS_A_CHARACTER
    return bool(ratios) and low <= median(ratios) <= high


def _is_unlike(row: Cells, columns: Mapping[int, _Column], pairs: Sequence[tuple[int, int]]) -> bool:
    """Say whether a first row is unlike the columns below it: short texts, Chinese where they are English,
    or words where they are numbers.
    """
    texts = [text.strip() for text in row.values()]
    if any(not text or "\n" in text or len(text) > _LONGEST_NAME for text in texts):
        return False
    if not all(zh in row and en in row and row[zh] != row[en] for zh, en in pairs):
        return False
    return any(language_of(row[en]) == "zh" for _, en in pairs) or any(
        language_of(text) and index in columns and not columns[index].zh + columns[index].en
        for index, text in row.items()
    )
