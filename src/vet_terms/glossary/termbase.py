"""The term base that people edit: ``glossary/terms.csv``, and smaller tables like it.

One concept a row. Columns that hold several values join them by `` | ``; a ``|`` inside a value is
written ``\\|``. Columns that people add are kept as they are. This room decides what a cell may say;
it does not decide which row wins when a rebuild and a person disagree (``merge``).
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from vet_terms.errors import InputError
from vet_terms.glossary.sheets import Row, Table, read_table, write_table
from vet_terms.model import CONCEPT_STATUSES, CONCEPT_TYPES, Concept

COLUMNS = (
    "id",
    "zh",
    "zh_variants",
    "en",
    "en_variants",
    "en_forbidden",
    "type",
    "status",
    "domain",
    "definition",
    "context_zh",
    "context_en",
    "source",
    "count",
    "note",
)

ALIASES: Mapping[str, tuple[str, ...]] = {
    "zh": (
        "zh-cn",
        "zh_cn",
        "zh-hans",
        "zh-tw",
        "zh_tw",
        "zh-hant",
        "zh-hk",
        "chinese",
        "中文",
        "汉语",
        "source",
    ),
    "en": ("en-us", "en_us", "en-gb", "en_gb", "english", "英文", "英语", "target"),
}
"""What other tables call the two columns that must be there; an alias counts only without the name."""

MOST_DIGITS = 15
"""Digits that a spreadsheet keeps of a number."""

_LOST = re.compile(r"\?\?|\ufffd")
_UNESCAPED_BAR = re.compile(r"(?<!\\)\|")

Choice = TypeVar("Choice", bound=str)


def read_concepts(path: Path | str) -> list[Concept]:
    """Read a term base or a small glossary, in the order of its rows.

    Only a Chinese column is required (and an English one, though its cells may be empty). An empty
    type is ``term``. A row without a status was typed by a person and counts as approved. Several
    values in ``zh`` or ``en`` are the preferred term and variants. Raises InputError with the line
    and the column of the first cell that is not legal.
    """
    return concepts_of_table(read_table(path))


def concepts_of_table(table: Table) -> list[Concept]:
    """Return the concepts of a table that is read already, as `read_concepts` does. Raises InputError."""
    table = with_known_names(table)
    concepts = [concept_of_row(table, row) for row in table.rows]
    _refuse_repeated_ids(table, concepts)
    return concepts


def has_both_columns(names: Iterable[str]) -> bool:
    """Tell whether these names of columns are those of a term base: Chinese and English, by any alias."""
    folded = {name.casefold() for name in names}
    return all(folded & {column, *ALIASES[column]} for column in ("zh", "en"))


def rows_of(concepts: Iterable[Concept]) -> tuple[tuple[str, ...], list[list[str]]]:
    """Return the columns of a term base and its rows in their stable order, people's columns last."""
    rows = in_order(concepts)
    extra = tuple(dict.fromkeys(column for concept in rows for column, _ in concept.extra))
    return (*COLUMNS, *extra), [[*cells_of(concept), *_extra_cells(concept, extra)] for concept in rows]


def absent_columns(path: Path | str) -> tuple[str, ...]:
    """Return the columns of a term base that a table does not have. Raises InputError as reading does."""
    present = set(with_known_names(read_table(path)).columns)
    return tuple(column for column in COLUMNS if column not in present)


def write_concepts(path: Path | str, concepts: Iterable[Concept]) -> None:
    """Write a term base in its stable order, whole or not at all. Raises OutputError."""
    write_table(path, *rows_of(concepts))


def in_order(concepts: Iterable[Concept]) -> list[Concept]:
    """Return concepts in the order of the file: by type, then by the Chinese, then English and id.

    Chinese is ordered by code point: terms that begin alike stand together, and the order is the
    same on every machine and with every version of any library.
    """
    return sorted(concepts, key=lambda c: (CONCEPT_TYPES.index(c.type), c.zh, c.en, c.id))


def canonical(concept: Concept) -> Concept:
    """Return the concept as it comes back from a file, added columns only where they say something.

    Two rows that mean the same have the same canonical form, whatever a spreadsheet did to their
    spaces and line ends.
    """
    read: dict[str, Any] = {
        field.name: _canonical_value(getattr(concept, field.name))
        for field in dataclasses.fields(concept)
        if field.name not in {"count", "extra"}
    }
    extra = tuple(sorted((column, _cell(cell)) for column, cell in concept.extra if cell.strip()))
    return dataclasses.replace(concept, **read, extra=extra)


def join_values(values: Sequence[str]) -> str:
    """Return several values as one cell."""
    return " | ".join(value.replace("|", "\\|") for value in values)


def split_values(cell: str) -> tuple[str, ...]:
    """Return the values of one cell, trimmed, without empty ones and without repetitions."""
    if "|" not in cell:
        return (cell.strip(),) if cell.strip() else ()
    values = (value.strip().replace("\\|", "|") for value in _UNESCAPED_BAR.split(cell))
    return tuple(dict.fromkeys(value for value in values if value))


def whole_number(cell: str) -> int | None:
    """Return the whole number of 0 or more that a cell holds; None for anything else or too many digits."""
    return int(cell) if cell.isascii() and cell.isdecimal() and len(cell) <= MOST_DIGITS else None


def with_known_names(table: Table) -> Table:
    """Return a table whose known columns have their own names, whatever case or alias the file uses.

    Raises InputError where there is no Chinese or no English column.
    """
    spelt = {column.casefold(): column for column in table.columns}
    names: dict[str, str] = {}
    for wanted in COLUMNS:
        for spelling in (wanted, *ALIASES.get(wanted, ())):
            if spelling in spelt and spelt[spelling] not in names:
                names[spelt[spelling]] = wanted
                break
    missing = [column for column in ("zh", "en") if column not in names.values()]
    if missing:
        raise InputError(
            f"{table.name}, line 1: no column named {' or '.join(missing)}; the first line must name the "
            f"columns (zh and en, or source and target), and it says: {', '.join(table.columns)[:80]}"
        )
    return Table(
        table.name,
        tuple(names.get(column, column) for column in table.columns),
        tuple(
            Row(row.line, {names.get(column, column): cell for column, cell in row.cells.items()})
            for row in table.rows
        ),
    )


def concept_of_row(table: Table, row: Row) -> Concept:
    """Return the concept of a row with known names. Raises InputError for a cell that is not legal."""
    zh, *more_zh = split_values(row.cells["zh"]) or ("",)
    en, *more_en = split_values(row.cells["en"]) or ("",)
    if not zh:
        raise InputError(f"{_place(table, row, 'zh')}: is empty; write the Chinese term or delete the row")
    if _LOST.search(zh):
        raise InputError(
            f"{_place(table, row, 'zh')}: {zh[:40]!r} lost its Chinese when the file was saved in an "
            "encoding without it; go back to the file as it was, and save it as CSV UTF-8"
        )
    return Concept(
        id=row.cells.get("id", ""),
        zh=zh,
        en=en,
        zh_variants=_several(row, "zh_variants", more_zh),
        en_variants=_several(row, "en_variants", more_en),
        en_forbidden=_several(row, "en_forbidden"),
        type=_choice(table, row, "type", CONCEPT_TYPES, "term"),
        status=_choice(table, row, "status", CONCEPT_STATUSES, "approved"),
        domain=row.cells.get("domain", ""),
        definition=row.cells.get("definition", ""),
        context_zh=row.cells.get("context_zh", ""),
        context_en=row.cells.get("context_en", ""),
        source=_several(row, "source"),
        count=_count(table, row),
        note=row.cells.get("note", ""),
        extra=tuple((column, row.cells[column]) for column in table.columns if column not in COLUMNS),
    )


def _several(row: Row, column: str, before: Sequence[str] = ()) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*before, *split_values(row.cells.get(column, ""))]))


def _choice(table: Table, row: Row, column: str, legal: tuple[Choice, ...], when_empty: Choice) -> Choice:
    cell = row.cells.get(column, "")
    if not cell:
        return when_empty
    for value in legal:
        if value == cell.casefold():
            return value
    raise InputError(f"{_place(table, row, column)}: {cell!r} is not one of {', '.join(legal)}")


def _count(table: Table, row: Row) -> int:
    cell = row.cells.get("count", "")
    if not cell:
        return 0
    number = whole_number(cell)
    if number is None:
        raise InputError(
            f"{_place(table, row, 'count')}: {cell[:40]!r} is not a whole number of 0 or more "
            f"with at most {MOST_DIGITS} digits"
        )
    return number


def _place(table: Table, row: Row, column: str) -> str:
    return f"{table.name}, line {row.line}, column {column}"


def _refuse_repeated_ids(table: Table, concepts: Sequence[Concept]) -> None:
    first: dict[str, Row] = {}
    for concept, row in zip(concepts, table.rows, strict=True):
        if concept.id and concept.id in first:
            raise InputError(
                f"{_place(table, row, 'id')}: {concept.id} is the id of line {first[concept.id].line} too; "
                "clear the cell of the newer row, and the next build gives it its own"
            )
        first[concept.id] = row


def cells_of(concept: Concept) -> list[str]:
    """Return the cells of a concept in the order of COLUMNS, as they are written."""
    values = dataclasses.replace(concept, zh=join_values([concept.zh]), en=join_values([concept.en]))
    return [_cell(getattr(values, column)) for column in COLUMNS]


def _cell(value: object) -> str:
    if isinstance(value, tuple):
        return join_values([_cell(part) for part in value])
    return str(value).replace("\r\n", "\n").replace("\r", "\n").strip()


def _canonical_value(value: object) -> object:
    return split_values(_cell(value)) if isinstance(value, tuple) else _cell(value)


def _extra_cells(concept: Concept, columns: Sequence[str]) -> list[str]:
    cells = dict(concept.extra)
    return [cells.get(column, "") for column in columns]
