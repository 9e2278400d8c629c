"""The columns of ``glossary/terms.csv`` as a table to send away: CSV, or XLSX for people who edit in Excel.

Unlike the term base itself it holds no rejected concept.
"""

from __future__ import annotations

from collections.abc import Sequence

from vet_terms.glossary.formats.format import DEFAULT, WriteOptions
from vet_terms.glossary.sheets import table_bytes, table_of_records, table_of_text
from vet_terms.glossary.termbase import concepts_of_table, rows_of
from vet_terms.glossary.workbooks import rows_of_workbook, table_workbook
from vet_terms.model import Concept


def write_csv(concepts: Sequence[Concept], options: WriteOptions = DEFAULT) -> bytes:
    """Return the table as CSV, formula cells guarded."""
    return table_bytes(*rows_of(concepts), mark=options.mark)


def write_xlsx(concepts: Sequence[Concept], options: WriteOptions = DEFAULT) -> bytes:
    """Return the table as a workbook. Raises OutputError for a text too long for a cell."""
    return table_workbook("glossary", *rows_of(concepts))


def read_csv(data: bytes, name: str) -> list[Concept]:
    """Return the concepts of a table with our columns, or with a Chinese and an English one."""
    from vet_terms.documents.encoding import decode

    return concepts_of_table(table_of_text(name, decode(data, name)[0]))


def read_xlsx(data: bytes, name: str) -> list[Concept]:
    """Return the concepts of a workbook whose first sheet has our columns."""
    return concepts_of_table(table_of_records(name, rows_of_workbook(data, name)))
