"""Tables for memoQ's term bases: the columns that memoQ itself exports, so that it maps them by their names.

An entry a row; a column with the term, one with its settings and one with its example for each term.
``NonTerm`` in the settings marks a forbidden term. memoQ numbers its entries itself: ours carry no number, as
one could meet that of another entry.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from vet_terms.documents.sheets.quoted import unguard
from vet_terms.glossary.formats.comments import note_with_status
from vet_terms.glossary.formats.entries import EntryTerm
from vet_terms.glossary.formats.format import DEFAULT, WriteOptions
from vet_terms.glossary.formats.term_columns import TermLayout, concepts_of_rows, rows_of_entries
from vet_terms.glossary.sheets import records_of_text, table_bytes
from vet_terms.glossary.workbooks import rows_of_workbook, table_workbook
from vet_terms.model import Concept, Language

_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "zh-cn": "Chinese_PRC",
        "zh-tw": "Chinese_Taiwan",
        "zh-hk": "Chinese_Hong_Kong_SAR",
        "zh-sg": "Chinese_Singapore",
        "en-us": "English_United_States",
        "en-gb": "English_United_Kingdom",
    }
)
_SETTINGS = "CasePermissive;HalfPrefix"


def write_csv(concepts: Sequence[Concept], options: WriteOptions = DEFAULT) -> bytes:
    """Return the table as CSV, formula cells guarded."""
    return table_bytes(*rows_of_entries(concepts, options, _LAYOUT), mark=options.mark)


def write_xlsx(concepts: Sequence[Concept], options: WriteOptions = DEFAULT) -> bytes:
    """Return the table as a workbook. Raises OutputError for a text too long for a cell."""
    return table_workbook("terms", *rows_of_entries(concepts, options, _LAYOUT))


def read_csv(data: bytes, name: str) -> list[Concept]:
    """Return the concepts of a term base that memoQ exported as CSV. Raises InputError."""
    from vet_terms.documents.encoding import decode

    rows = records_of_text(name, decode(data, name)[0])
    return concepts_of_rows([(line, [unguard(cell.strip()) for cell in cells]) for line, cells in rows], name)


def read_xlsx(data: bytes, name: str) -> list[Concept]:
    """Return the concepts of a term base that memoQ exported as a workbook. Raises InputError."""
    return concepts_of_rows(rows_of_workbook(data, name), name)


def _language(code: str, language: Language) -> str:
    return _NAMES.get(code.casefold(), "Chinese" if language == "zh" else "English")


def _settings(term: EntryTerm, context: str) -> str:
    return f"{_SETTINGS};NonTerm" if term.status == "deprecated" else _SETTINGS


def _example(term: EntryTerm, context: str) -> str:
    return context


_LAYOUT = TermLayout(
    entry=(
        ("Entry_Subject", lambda concept: concept.type),
        ("Entry_Domain", lambda concept: concept.domain),
        ("Entry_Note", note_with_status),
    ),
    language=_language,
    first=(("{language}_Def", lambda concept: concept.definition),),
    term=(("Term_Info", _settings), ("Term_Example", _example)),
)
