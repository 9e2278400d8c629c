"""The CSV of Weblate's glossaries, with the columns by which translate-toolkit knows them.

Weblate marks a source form wherever it stands, so each has a row of its own with the preferred translation.
A term that a machine proposed needs editing there. CSV has no place for Weblate's flags: a forbidden form
stands in the comment alone (TBX carries it). A formula is guarded as translate-toolkit guards it, which
does not take the apostrophe off again. A source that comes again has the concept's id as context, by
which Weblate keeps the two apart.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Sequence

from vet_terms.errors import InputError
from vet_terms.glossary.formats.comments import comment_on
from vet_terms.glossary.formats.format import DEFAULT, WriteOptions
from vet_terms.glossary.formats.pairs import Pair, concepts_of_pairs, sources_and_target
from vet_terms.glossary.sheets import guarded_rows, table_of_text
from vet_terms.model import Concept

COLUMNS = ("source", "target", "context", "fuzzy", "developer_comments")
MARKS = frozenset({"fuzzy", "developer_comments", "translator_comments"})
"""Columns that no other table of terms has."""

_TRUE = frozenset({"1", "x", "true", "yes", "fuzzy"})


def write(concepts: Sequence[Concept], options: WriteOptions = DEFAULT) -> bytes:
    """Return the table as CSV, formula cells guarded as translate-toolkit guards them.

    Raises OutputError for a cell that could not be read again.
    """
    rows: dict[tuple[str, str], list[str]] = {}
    for concept in concepts:
        sources, target = sources_and_target(concept, options.source)
        fuzzy = "True" if concept.status == "proposed" else "False"
        for source in sources:
            known = rows.get((source, ""))
            if known is not None and known[1] == target:
                continue
            context = "" if known is None else concept.id or target
            rows.setdefault((source, context), [source, target, context, fuzzy, comment_on(concept)])
    buffer = io.StringIO(newline="")
    # translate-toolkit guesses what parts the cells, and guesses right where all are quoted.
    writer = csv.writer(buffer, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerows(guarded_rows(COLUMNS, rows.values()))
    return (codecs.BOM_UTF8 if options.mark else b"") + buffer.getvalue().encode("utf-8")


def read(data: bytes, name: str) -> list[Concept]:
    """Return the concepts of a glossary that Weblate or translate-toolkit wrote as CSV: a row each.

    Raises InputError, also where there is no ``source`` or ``target``.
    """
    from vet_terms.documents.encoding import decode

    table = table_of_text(name, decode(data, name)[0])
    names = {column.casefold(): column for column in table.columns}
    if not {"source", "target"} <= names.keys():
        raise InputError(f"{name}: has no columns source and target; is it a glossary of Weblate's?")
    notes = [names[each] for each in ("translator_comments", "developer_comments") if each in names]
    fuzzy = names.get("fuzzy", "")
    pairs = [
        Pair(
            row.cells[names["source"]],
            row.cells[names["target"]],
            "\n".join(row.cells[each] for each in notes if row.cells[each]),
            "proposed" if row.cells.get(fuzzy, "").casefold() in _TRUE else "approved",
        )
        for row in table.rows
    ]
    return concepts_of_pairs(pairs, name)
