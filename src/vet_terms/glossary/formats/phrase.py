"""A workbook for Phrase TMS: a plain list, one column a language, named by its code.

Phrase documents the columns of a concept and those named by a language code; how further terms and
forbidden ones stand in a workbook it does not say where all can read it. They are left to TBX, which Phrase
imports too. What Phrase exports is read whole: rows of one concept, forbidden and preferred terms.
"""

from __future__ import annotations

from collections.abc import Sequence

from vet_terms.glossary.formats.comments import note_with_status
from vet_terms.glossary.formats.format import DEFAULT, WriteOptions
from vet_terms.glossary.formats.term_columns import concepts_of_rows
from vet_terms.glossary.termbase import join_values
from vet_terms.glossary.workbooks import rows_of_workbook, table_workbook
from vet_terms.model import Concept


def write(concepts: Sequence[Concept], options: WriteOptions = DEFAULT) -> bytes:
    """Return the workbook. Raises OutputError for a text too long for a cell."""
    codes = [options.chinese, options.english]
    header = ["concept_domain", "concept_definition", "concept_note"]
    rows = []
    for concept in concepts:
        terms = [join_values([concept.zh]), join_values([concept.en])]
        about = [concept.domain, concept.definition, note_with_status(concept)]
        rows.append(about + (terms if options.source == "zh" else terms[::-1]))
    return table_workbook("terms", header + (codes if options.source == "zh" else codes[::-1]), rows)


def read(data: bytes, name: str) -> list[Concept]:
    """Return the concepts of a term base that Phrase exported, or of a plain list. Raises InputError."""
    return concepts_of_rows(rows_of_workbook(data, name), name)
