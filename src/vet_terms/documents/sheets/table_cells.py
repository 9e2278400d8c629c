"""Rows of a table to parts: of a bilingual table its Chinese and English cells, of any other all texts.

What stands in other columns is left out with the name of its column as the reason. A row that has one text
only, and that in no column of a pair, is a title inside the table and is given like those above it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from vet_terms.documents.parts import Part
from vet_terms.documents.sheets.bilingual_columns import columns_of
from vet_terms.documents.subtitles.continuation import goes_on, is_over
from vet_terms.errors import InputError
from vet_terms.language.scripts import count_han, count_latin_words, language_of
from vet_terms.model import Dropped, Language, Place

MOST_CELLS = 2_500_000
"""Texts of one file: as many as the longest sheet has in two columns, and some."""

_MOST_VALUES = 50
"""Lines of a cell up to which it is asked whether each is a value."""

_SAMPLE_ROWS, _SAMPLE_CELLS = 1000, 20_000

_NUMBER = re.compile(r"[-+−–(]?\s?[$¥€£￥]?\s?\d[\d\s.,:/%％\-年月日时分秒()TZ+]*", re.ASCII)
_ABBREVIATION = re.compile(r"(?=[^A-Z]*[A-Z])[A-Z\d][A-Z\d&/.+-]{0,15}s?", re.ASCII)


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row that holds something: its number in the table, the line where it begins, its texts by column.

    Columns count from 1 and stand in their order. A cell that holds no text, as a number in a workbook, is
    there and empty, and its value among the ``figures``; of the others none is blank.
    """

    number: int
    line: int
    cells: Mapping[int, str]
    figures: Mapping[int, str] = field(default_factory=dict)


@dataclass(slots=True)
class CellCount:
    """Counts the texts of a file, all tables together, and ends the reading where there are too many."""

    name: str
    count: int = 0

    def add(self, count: int) -> None:
        """Count some more. Raises InputError."""
        self.count += count
        if self.count > MOST_CELLS:
            raise InputError(
                f"{self.name}: has more than {MOST_CELLS:,} cells with text, which is more than is read at "
                "once; split it into several files"
            )


def parts_of_table(
    rows: Iterable[TableRow], place: Place, dropped: list[Dropped], count: CellCount, *, typed: bool
) -> Iterator[Part]:
    """Yield the cells of a table that hold its texts, row by row; what is left out goes to ``dropped``.

    Numbers are listed together, column by column. ``typed`` says that the format tells them from texts; where
    it does not, they are what reads as a number or a date outside the columns of a pair. ``place`` is the
    table's. Raises InputError where there are too many texts.
    """
    waiting = iter(rows)
    sample = _sample(waiting)
    columns = columns_of([row.cells for row in sample])
    languages = columns.languages
    names = [dict(sample[number].cells) for number in columns.header]
    figures: dict[int, list[str]] = {}
    for number, row in enumerate(itertools.chain(sample, waiting)):
        texts = {column: text for column, text in row.cells.items() if text}
        for column, figure in row.figures.items():
            figures.setdefault(column, []).append(figure)
        for column in [] if typed else [each for each in texts if each not in languages]:
            if _NUMBER.fullmatch(texts[column]):
                figures.setdefault(column, []).append(texts.pop(column))
        count.add(len(texts))
        is_header = number in columns.header or (number >= columns.header.stop and row.cells in names)
        is_above = number < columns.header.start
        given = list(texts) if is_above or not languages else _given(texts, languages)
        given = [] if is_header else given
        for column, text, told in _cells(given, texts, languages, columns.pairs):
            yield Part(text, _spot(place, row, column), "cell", told)
        for column in sorted(texts.keys() - set(given)):
            reason = "header" if is_header else f"column {_called(column, columns.names)}"
            reason = reason if language_of(texts[column]) else "no words"
            dropped.append(Dropped(texts[column], reason, _spot(place, row, column)))
    for column, values in sorted(figures.items()):
        reason = f"numbers of column {_called(column, columns.names)}"
        dropped.append(Dropped(" ".join(values), reason, place))


def column_letters(number: int) -> str:
    """Return the letters of a column: 1 is A, 27 is AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _sample(rows: Iterator[TableRow]) -> list[TableRow]:
    """Return the first rows, enough to tell what the columns are."""
    found: list[TableRow] = []
    cells = 0
    for row in itertools.islice(rows, _SAMPLE_ROWS):
        found.append(row)
        cells += len(row.cells)
        if cells > _SAMPLE_CELLS:
            break
    return found


def _given(cells: Mapping[int, str], languages: Mapping[int, Language]) -> list[int]:
    """Return the columns of a row of a bilingual table that are given, in the order of their pairs."""
    found = [column for column in languages if column in cells]
    if found or len(cells) != 1:
        return found
    column, text = next(iter(cells.items()))
    # One word is a number of the row, as T-17.
    is_title = column < max(languages) and count_han(text) + count_latin_words(text) > 1
    return [column] if is_title else []


def _cells(
    given: Sequence[int],
    texts: Mapping[int, str],
    languages: Mapping[int, Language],
    pairs: Iterable[tuple[int, int]],
) -> Iterator[tuple[int, str, Language | None]]:
    """Yield the cells that are given; those of a pair value by value where both have as many."""
    partners = {one: other for pair in pairs for one, other in (pair, pair[::-1])} if languages else {}
    done: set[int] = set()
    for column in given:
        partner = partners.get(column)
        values = _values(column, partner, texts, languages) if partner in texts else []
        if values and partner is not None:
            if column not in done:
                for one, other in values:
                    yield column, one, languages[column]
                    yield partner, other, languages[partner]
                done.add(partner)
            continue
        yield column, texts[column], _language(column, texts, languages, pairs)


def _values(
    column: int, partner: int | None, texts: Mapping[int, str], languages: Mapping[int, Language]
) -> list[tuple[str, str]]:
    """Return the lines of two cells side by side where each is a value of its own, as synonyms are.

    What ends a sentence is a text, whose lines are put together; and so is what a line goes on with.
    """
    if partner is None or "\n" not in texts[column]:
        return []
    sides = []
    for each in (column, partner):
        lines = [line.strip() for line in texts[each].split("\n") if line.strip()]
        if not 1 < len(lines) <= _MOST_VALUES or any(
            is_over(line) or language_of(line) != languages[each] for line in lines
        ):
            return []
        if any(_goes_on(left, right, languages[each]) for left, right in itertools.pairwise(lines)):
            return []
        sides.append(lines)
    return list(zip(*sides, strict=True)) if len(sides[0]) == len(sides[1]) else []


def _goes_on(left: str, right: str, language: Language) -> bool:
    # In a list of terms in small letters a small letter tells nothing.
    return goes_on(left, right, language) and not (language == "en" and left[:1].islower())


def _language(
    column: int,
    cells: Mapping[int, str],
    languages: Mapping[int, Language],
    pairs: Iterable[tuple[int, int]],
) -> Language | None:
    """Return the language that a cell of a pair is known to be in; None where its text has to tell.

    A text in the language of its column may quote the other one. An abbreviation in Latin letters alone is
    Chinese where it stands in the Chinese column and is explained in the English one.
    """
    language = languages.get(column)
    text = cells[column]
    if language is None or "\n" in text:
        return None
    told = language_of(text)
    if told == language:
        return language
    if told == "en" and _ABBREVIATION.fullmatch(text):
        partner = next(cells.get(en, "") for zh, en in pairs if zh == column)
        return "zh" if partner not in {"", text} and not count_han(partner) else None
    return None


def _spot(place: Place, row: TableRow, column: int) -> Place:
    return Place(place.document, place.page, line=row.line, spot=f"{column_letters(column)}{row.number}")


def _called(column: int, names: Mapping[int, str]) -> str:
    name = " ".join(names.get(column, "").split())
    return f'"{name[:40]}"' if name else column_letters(column)
