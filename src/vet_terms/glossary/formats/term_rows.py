"""Tables with one term a row, each with the status of that term: 产教融合, fusion of production, deprecated.

Terminologists keep such tables where a concept has several English terms; the rows of one Chinese term are
one concept. This room reads them; it never writes one, since the term base has a concept a row.
"""

from __future__ import annotations

from vet_terms.glossary.formats.entries import Entry, EntryTerm, concepts_of, term_status
from vet_terms.glossary.sheets import Row, Table
from vet_terms.glossary.termbase import split_values, with_known_names
from vet_terms.model import CONCEPT_TYPES, Concept

_OF_PEOPLE = frozenset({"", "approved", "proposed"})
"""What a status may be beside those of terms: typed by a person, or not looked at yet."""


def has_term_statuses(table: Table) -> bool:
    """Tell whether the status column of a table speaks of terms (preferred, deprecated), not of concepts."""
    named = {column.casefold(): column for column in table.columns}
    if "status" not in named:
        return False
    cells = {row.cells.get(named["status"], "").strip() for row in table.rows}
    said = {cell for cell in cells if term_status(cell) not in {"", "superseded"}}
    return bool(said) and all(term_status(cell) or cell.casefold() in _OF_PEOPLE for cell in cells)


def concepts_of_term_rows(table: Table) -> list[Concept]:
    """Return the concepts of a table of terms in the order in which each Chinese term is first named.

    Raises InputError where a column is missing or no row has a Chinese term.
    """
    known = with_known_names(table)
    entries: dict[str, Entry] = {}
    for row in known.rows:
        chinese = split_values(row.cells["zh"])
        if chinese:
            entry = entries.setdefault(chinese[0], Entry())
            entry.terms["zh"] += [EntryTerm(form) for form in chinese]
            _take(entry, row)
    return concepts_of(list(entries.values()), known.name)


def _take(entry: Entry, row: Row) -> None:
    cell = row.cells.get("status", "").strip()
    entry.terms["en"] += [EntryTerm(form, term_status(cell)) for form in split_values(row.cells["en"])]
    entry.terms["en"] += [EntryTerm(form, "deprecated") for form in _several(row, "en_forbidden")]
    entry.terms["en"] += [EntryTerm(form, "admitted") for form in _several(row, "en_variants")]
    entry.terms["zh"] += [EntryTerm(form, "admitted") for form in _several(row, "zh_variants")]
    if cell.casefold() == "proposed":
        entry.status = "proposed"
    entry.id = entry.id or row.cells.get("id", "")
    domain, kind = row.cells.get("domain", ""), row.cells.get("type", "").casefold()
    if kind in CONCEPT_TYPES:
        domain = f"{domain} / {kind}" if domain else kind
    entry.subject = entry.subject or domain
    entry.definition = entry.definition or row.cells.get("definition", "")
    entry.source += _several(row, "source")
    entry.notes += [note] if (note := row.cells.get("note", "").strip()) else []


def _several(row: Row, column: str) -> tuple[str, ...]:
    return split_values(row.cells.get(column, ""))
