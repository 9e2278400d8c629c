"""A term base as rules see it: each entry's cells as they stand, and the concept that they make.

A cell that no reader would take (an unknown status) is a finding here and no failure: the concept is made
without it.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from vet_terms.files import read_bytes
from vet_terms.glossary.comparing import empty_columns
from vet_terms.glossary.identity import chinese_key, english_key
from vet_terms.glossary.merge import MACHINE_FILE
from vet_terms.glossary.sheets import Row, Table, table_of_text
from vet_terms.glossary.termbase import (
    COLUMNS,
    cells_of,
    concept_of_row,
    read_concepts,
    split_values,
    whole_number,
    with_known_names,
)
from vet_terms.model import CONCEPT_STATUSES, CONCEPT_TYPES, Concept

TERMS = ("zh", "zh_variants", "en", "en_variants", "en_forbidden")
TEXTS = (*TERMS, "domain", "definition", "context_zh", "context_en", "note")
LEGAL: Mapping[str, Sequence[str]] = {"type": CONCEPT_TYPES, "status": CONCEPT_STATUSES}

TERM_BASE = "terms.csv"
"""The name of a workspace's own term base, beside which the machine keeps its copy."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row with its cells as they stand; ``concept`` is None where there is no Chinese to make one of."""

    line: int
    cells: Mapping[str, str]
    concept: Concept | None


@dataclass(frozen=True, slots=True)
class Keyed:
    """A concept with its forms as they are compared, preferred ones first."""

    entry: Entry
    concept: Concept
    chinese: tuple[str, ...]
    english: tuple[str, ...]
    forbidden: tuple[str, ...]


class Subject:
    """All entries of a glossary, with the machine's own copy where there is one.

    A term base is a table of our own columns, with ids: only such a one has an order.
    """

    def __init__(
        self,
        name: str,
        columns: Sequence[str],
        entries: Sequence[Entry],
        last_machine: Sequence[Concept] | None = None,
        *,
        is_term_base: bool = False,
    ) -> None:
        self.name = name
        self.is_term_base = is_term_base
        self.columns = frozenset(columns)
        self.entries = tuple(entries)
        self.last_machine = last_machine

    def concepts(self) -> Iterator[tuple[Entry, Concept]]:
        """Yield the entries that make a concept, with it."""
        return ((entry, entry.concept) for entry in self.entries if entry.concept is not None)

    @functools.cached_property
    def in_use(self) -> tuple[Keyed, ...]:
        """The concepts that are not rejected, in order, with their forms as they are compared."""
        return tuple(
            _keyed(entry, concept) for entry, concept in self.concepts() if concept.status != "rejected"
        )

    @functools.cached_property
    def by_preferred_chinese(self) -> Mapping[str, Sequence[Keyed]]:
        """The concepts in use by their preferred Chinese term as it is compared."""
        named: dict[str, list[Keyed]] = defaultdict(list)
        for each in self.in_use:
            named[each.chinese[0]].append(each)
        return named


def subject_of_table(text: str, name: str, last_machine: Sequence[Concept] | None = None) -> Subject:
    """Return a table's text as rules see it. Raises InputError where it is no table of terms at all."""
    table = with_known_names(table_of_text(name, text, trim=False))
    entries = [Entry(row.line, row.cells, _concept(table, row)) for row in table.rows]
    return Subject(name, table.columns, entries, last_machine, is_term_base="id" in table.columns)


def subject_of_concepts(concepts: Sequence[Concept], name: str) -> Subject:
    """Return the concepts of a file of any kind as rules see them; a line is then the number of an entry."""
    entries = [
        Entry(number, dict(zip(COLUMNS, cells_of(concept), strict=True)), concept)
        for number, concept in enumerate(concepts, start=1)
    ]
    return Subject(name, sorted(set(COLUMNS) - empty_columns(concepts)), entries)


def subject_of_file(path: Path) -> Subject:
    """Return a table, with the machine's copy beside it if there is one. Raises InputError."""
    from vet_terms.documents.encoding import decode

    machine = path.parent / MACHINE_FILE
    last = read_concepts(machine) if path.name == TERM_BASE and machine.exists() else None
    return subject_of_table(decode(read_bytes(path), str(path))[0], str(path), last)


def _concept(table: Table, row: Row) -> Concept | None:
    cells = {column: cell.strip() for column, cell in row.cells.items()}
    for column, legal in LEGAL.items():
        if cells.get(column, "").casefold() not in legal:
            cells[column] = ""
    if whole_number(cells.get("count", "")) is None:
        cells["count"] = ""
    return concept_of_row(table, Row(row.line, cells)) if split_values(cells["zh"]) else None


def _keyed(entry: Entry, concept: Concept) -> Keyed:
    return Keyed(
        entry,
        concept,
        tuple(map(chinese_key, (concept.zh, *concept.zh_variants))),
        tuple(english_key(form) for form in (concept.en, *concept.en_variants) if form),
        tuple(map(english_key, concept.en_forbidden)),
    )
