"""A workbook for Trados: the form that MultiTerm's Glossary Converter calls multi-column.

An entry a row: its fields, then each language with a column for every term and that term's fields. Languages
and fields are called as in our MultiTerm XML, so that one definition of a term base fits both files.
MultiTerm Convert and the cloud's import map columns by the same names.
"""

from __future__ import annotations

from collections.abc import Sequence

from vet_terms.glossary.formats.format import DEFAULT, WriteOptions
from vet_terms.glossary.formats.multiterm import INDEXES
from vet_terms.glossary.formats.term_columns import TermLayout, concepts_of_rows, rows_of_entries
from vet_terms.glossary.termbase import join_values
from vet_terms.glossary.workbooks import rows_of_workbook, table_workbook
from vet_terms.model import Concept

_LAYOUT = TermLayout(
    entry=(
        ("ID", lambda concept: concept.id),
        ("Subject", lambda concept: concept.domain),
        ("Type", lambda concept: concept.type),
        ("Definition", lambda concept: concept.definition),
        ("Process status", lambda concept: concept.status),
        ("Source", lambda concept: join_values(concept.source)),
        ("Note", lambda concept: concept.note),
    ),
    language=lambda code, language: INDEXES[language],
    term=(("Status", lambda term, context: term.status), ("Context", lambda term, context: context)),
    # The converter takes a | for the end of a term.
    text=lambda text: join_values([text]),
)


def write(concepts: Sequence[Concept], options: WriteOptions = DEFAULT) -> bytes:
    """Return the workbook. Raises OutputError for a text too long for a cell."""
    return table_workbook("terms", *rows_of_entries(concepts, options, _LAYOUT))


def read(data: bytes, name: str) -> list[Concept]:
    """Return the concepts of a workbook with columns of terms, ours or another's. Raises InputError."""
    return concepts_of_rows(rows_of_workbook(data, name), name)
