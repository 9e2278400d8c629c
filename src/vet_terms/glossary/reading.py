"""A glossary of any kind that is read: by the ending of its name, and by what is in it.

Only `termbase` tables are a workspace's own; what else is read here is somebody's glossary to look up in
and to hold translations to, and is never written back. A table with the columns of a term base is read
without any other format being loaded.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path, PurePath

from vet_terms.errors import InputError
from vet_terms.files import read_bytes
from vet_terms.glossary.sheets import records_of_text, table_of_records, table_of_text
from vet_terms.glossary.termbase import COLUMNS, concepts_of_table, has_both_columns
from vet_terms.model import Concept

XML_ENDINGS = (".tbx", ".xml", ".mtf")
ENDINGS = (".csv", ".tsv", ".tab", ".txt", ".utf8", ".utx", ".xlsx", *XML_ENDINGS)
"""What the names of glossaries that are read end in; any other is read as a table."""

_BEGINS_AS_XML = re.compile(rb"(\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*<[?!a-zA-Z]")

_HEADER_WITHIN = 5
"""Rows of a workbook in which the names of the columns may stand: people put a title above them."""


def read_glossary(path: Path | str) -> list[Concept]:
    """Return the concepts of a glossary in its order. Raises InputError where it cannot be read."""
    return concepts_of_file(read_bytes(path), str(path))


def concepts_of_file(data: bytes, name: str) -> list[Concept]:
    """Return the concepts of a glossary's bytes; its ending says what it is. Raises InputError.

    What has no ending, as standard input, is known for a workbook or XML by its first bytes.
    """
    ending = PurePath(name).suffix.lower() or ending_of(data)
    if ending in XML_ENDINGS:
        return concepts_of_xml(data, name)
    if ending == ".xlsx":
        return _concepts_of_workbook(data, name)
    from vet_terms.documents.encoding import decode

    text, _ = decode(data, name)
    if text.startswith("#UTX") or ending == ".utx":
        from vet_terms.glossary.formats import utx

        return utx.read(data, name)
    if ending == ".utf8":
        from vet_terms.glossary.formats import omegat

        return omegat.read(data, name)
    names = _first_row(name, text)
    if _is_plainly_ours(names):
        return concepts_of_table(table_of_text(name, text))
    return _concepts_of_a_list(data, name, names, text, ending)


def concepts_of_xml(data: bytes, name: str) -> list[Concept]:
    """Return the concepts of a TBX or MultiTerm XML file, told by its root. Raises InputError."""
    from vet_terms.glossary.formats.multiterm import concepts_of_multiterm
    from vet_terms.glossary.formats.opening import xml_root_of
    from vet_terms.glossary.formats.tbx.reading import concepts_of_tbx
    from vet_terms.xml_input import local_name

    root = xml_root_of(data, name)
    return concepts_of_multiterm(root, name) if local_name(root) == "mtf" else concepts_of_tbx(root, name)


def _concepts_of_a_list(
    data: bytes, name: str, names: Sequence[str], text: str, ending: str
) -> list[Concept]:
    """Return the concepts of a table or list that may be a tool's, by the names of its columns."""
    from vet_terms.glossary.formats import (
        jieba_words,
        memoq,
        omegat,
        term_columns,
        term_rows,
        two_columns,
        weblate,
    )

    if two_columns.is_named_pair(names):
        return two_columns.read(data, name)
    if weblate.MARKS & {each.casefold() for each in names}:
        return weblate.read(data, name)
    if term_columns.is_of_a_tool(names):
        return memoq.read_csv(data, name)
    if has_both_columns(names):
        table = table_of_text(name, text)
        of_terms = term_rows.has_term_statuses(table)
        return term_rows.concepts_of_term_rows(table) if of_terms else concepts_of_table(table)
    if term_columns.has_term_columns(names):
        return memoq.read_csv(data, name)
    if ending == ".txt":
        return omegat.read(data, name) if "\t" in text else jieba_words.read(data, name)
    if two_columns.is_list(name, text):
        return two_columns.read(data, name)
    return concepts_of_table(table_of_text(name, text))


def _concepts_of_workbook(data: bytes, name: str) -> list[Concept]:
    from vet_terms.glossary.formats import term_columns, term_rows, two_columns
    from vet_terms.glossary.workbooks import rows_of_workbook

    rows = rows_of_workbook(data, name)
    for first, (_, names) in enumerate(rows[:_HEADER_WITHIN]):
        if set(COLUMNS) <= set(names) or (has_both_columns(names) and not term_columns.is_of_a_tool(names)):
            table = table_of_records(name, rows[first:])
            of_terms = term_rows.has_term_statuses(table)
            return term_rows.concepts_of_term_rows(table) if of_terms else concepts_of_table(table)
        if term_columns.has_term_columns(names):
            return term_columns.concepts_of_rows(rows[first:], name)
    if two_columns.is_a_pair(rows[0][1]):
        return two_columns.concepts_of_cells([cells for _, cells in rows], name)
    return concepts_of_table(table_of_records(name, rows))


def ending_of(data: bytes) -> str:
    """Return the ending of a workbook or of XML where a file's first bytes show that it is one."""
    if data.startswith(b"PK\x03\x04"):
        return ".xlsx"
    # UTF-16 has a zero byte beside each ASCII character.
    return ".xml" if _BEGINS_AS_XML.match(data[:200].replace(b"\0", b"")) else ""


def _first_row(name: str, text: str) -> list[str]:
    """Return the cells of the first line that is no ``sep=;``; none where it is no row of a table."""
    lines = text.lstrip("\n ").split("\n", 2)
    line = lines[1] if lines[0].strip('" ').startswith("sep=") and len(lines) > 1 else lines[0]
    try:
        rows = records_of_text(name, line)
    except InputError:
        return []  # a list without columns, or a name with a line end: whoever reads all says it
    return [cell.strip().strip("'\"") for cell in rows[0][1]] if rows else []


def _is_plainly_ours(names: Sequence[str]) -> bool:
    folded = {name.casefold() for name in names}
    return set(COLUMNS) <= folded or (has_both_columns(names) and len(names) == 2)
