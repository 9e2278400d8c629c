"""Bilingual tables in Word documents as translation units: two columns, or the review tables of CAT tools.

Phrase, Trados and memoQ hand over an id, source, target and comment in the columns of a table. A table
without a header goes on with the columns of the one before, where its cells are written so. A unit is placed
by its number among all units of the file and the cell of its English (spot, ``table1.r2.c3``).
"""

from __future__ import annotations

from dataclasses import replace

from vet_terms.documents.source import Source
from vet_terms.documents.word.tables import WordTable, read_docx_tables
from vet_terms.errors import InputError
from vet_terms.language.scripts import language_of
from vet_terms.memory.bilingual_file import BilingualFile, NotBilingualError
from vet_terms.memory.sheet_tables import Found, numbered, table_found
from vet_terms.memory.table_columns import Columns, NoHeaderError, Row, columns_named, units_of_rows
from vet_terms.model import Place, TranslationUnit

_LEAST_IN_TABLES = 0.5
"""Share of a document's characters in its bilingual tables, from which it is one with some words around."""


def read_word_units(data: bytes, name: str) -> BilingualFile:
    """Return the units of the tables in a Word document's bytes, table by table and row by row.

    Raises NotBilingualError where most of its text stands elsewhere, InputError for a damaged, locked or
    unsafe document, or what is none.
    """
    read = read_docx_tables(Source(data, name))
    units: list[TranslationUnit] = []
    remarks: list[str] = []
    other_tables: list[WordTable] = []
    last: Columns | None = None
    has_ids = False
    for table in read.tables:
        rows = _rows(table, name)
        where = f"{name}, table {table.number}"
        try:
            found = _found(rows, where, len(units), last)
            of_table = units_of_rows(found.rows, found.columns, where)
        except InputError:
            other_tables.append(table)
            continue
        last = found.columns
        has_ids = has_ids or found.columns.id is not None
        remarks += [found.remark.removeprefix(f"{name}, ")] if found.remark else []
        units += [
            _at_its_english(unit, row, found.columns) for unit, row in zip(of_table, found.rows, strict=True)
        ]
    around = sum(map(len, read.outside)) + sum(
        len(text) for table in other_tables for cells in table.rows.values() for text in cells.values()
    )
    inside = sum(len(unit.zh) + len(unit.en) for unit in units)
    if not units or (not has_ids and inside < _LEAST_IN_TABLES * (inside + around)):
        raise NotBilingualError(
            f"{name}: is no table with Chinese beside English; align it first with `vet-terms align`"
        )
    if read.outside:
        texts = "1 text" if len(read.outside) == 1 else f"{len(read.outside)} texts"
        remarks.append(f"not read: {texts} outside its tables")
    return BilingualFile(tuple(units), tuple(remarks))


def _rows(table: WordTable, name: str) -> list[Row]:
    return [
        Row(number, Place(name, spot=f"table{table.number}.r{number}"), cells)
        for number, cells in table.rows.items()
    ]


def _found(rows: list[Row], where: str, before: int, known: Columns | None) -> Found:
    """Return what a table holds, by the columns of the table before it where it names none itself."""
    if known is not None and _fit(rows, known):
        try:
            columns_named(rows[0].cells, where)
        except NoHeaderError:
            return Found(known, numbered(rows, known, before))
    return table_found(rows, where, before)


def _fit(rows: list[Row], columns: Columns) -> bool:
    """Say whether Chinese stands where the columns have it, and none where they have English."""
    chinese, english = ({language_of(row.cell(at)) for row in rows} for at in (columns.zh, columns.en))
    return "zh" in chinese and "zh" not in english


def _at_its_english(unit: TranslationUnit, row: Row, columns: Columns) -> TranslationUnit:
    """Return a unit whose place names the cell of its English, also where the sides are swapped."""
    english = columns.en if unit.en == row.cell(columns.en) else columns.zh
    return replace(unit, places=(replace(row.place, spot=f"{row.place.spot}.c{english}"),))
