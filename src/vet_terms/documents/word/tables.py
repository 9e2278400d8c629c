"""The tables of a Word document, cell by cell as they stand: for files that are tables, not running text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from vet_terms.documents.source import Source
from vet_terms.documents.word.docx import read_stories

_CELL = re.compile(r"table(\d+)\.r(\d+)\.c(\d+)", re.ASCII)


@dataclass(frozen=True, slots=True)
class WordTable:
    """A table: its number in the document, and by row the texts of its cells by column, all from 1.

    The paragraphs of a cell stand on lines of their own; a cell without a text is not there.
    """

    number: int
    rows: Mapping[int, Mapping[int, str]]


@dataclass(frozen=True, slots=True)
class WordTables:
    """The tables of a document in their order, and the texts of its body that stand in none."""

    tables: tuple[WordTable, ...]
    outside: tuple[str, ...]


def read_docx_tables(source: Source) -> WordTables:
    """Return the tables in a Word file. Raises InputError for what is none, damaged, locked or unsafe."""
    tables: dict[int, dict[int, dict[int, str]]] = {}
    outside: list[str] = []
    for part in read_stories(source).parts:
        cell = _CELL.fullmatch(part.place.spot)
        if cell is None:
            outside.append(part.text)
            continue
        table, row, column = map(int, cell.groups())
        cells = tables.setdefault(table, {}).setdefault(row, {})
        text = part.text.strip()
        cells[column] = f"{cells[column]}\n{text}" if column in cells else text
    return WordTables(
        tuple(WordTable(number, rows) for number, rows in sorted(tables.items())), tuple(outside)
    )
