"""Tables in plain text, CSV and TSV, to a Document.

Files named ``.tsv`` or ``.tab`` have tabs and no quoting, unless they hold what only quoting writes; all
others are quoted as RFC 4180 says, and the delimiter is the sign that parts their rows most evenly. The
apostrophe that keeps a spreadsheet from running a cell as a formula is taken off. Broken quotes are
refused, as what stands behind them cannot be told.
"""

from __future__ import annotations

import contextlib
import csv
import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from vet_terms.documents.encoding import decode
from vet_terms.documents.parts import document_of_parts
from vet_terms.documents.sheets.column_names import column_name_of
from vet_terms.documents.sheets.quoted import quoted_records, unguard
from vet_terms.documents.sheets.table_cells import CellCount, TableRow, parts_of_table
from vet_terms.documents.source import Source
from vet_terms.documents.text.plain_text import encoding_notes
from vet_terms.model import Document, Dropped, Place

_DELIMITERS = ("\t", ",", ";", "|")
_UNQUOTED = frozenset({".tsv", ".tab"})
_SAMPLE_ROWS = 200
_NONE = "\x1f"
"""A sign that no text holds when it comes here."""

_EVENLY = 0.8
"""Share of the rows with as many cells as the most have, from which a sign is what parts them."""

_IN_QUOTES = re.compile(r'(?:^|\t)"((?:[^"\t\n]|"")*+)"(?=\t|$)', re.MULTILINE)
"""A cell in quotes, those inside it doubled."""

_SEPARATOR_LINE = re.compile(r'"?sep=([^\w\s"]|\t)"? *', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Record:
    """A row as it stands: the line where it begins, and its cells."""

    line: int
    cells: Sequence[str]


def read_delimited(source: Source) -> Document:
    """Return the document in a table of plain text; places are a line, and a cell as a spreadsheet names it.

    What reads as a number or a date, outside the columns of a pair, is left out column by column, as in a
    workbook. Raises InputError for what is no text, and where quotes do not close.
    """
    text, used = decode(source.data, source.name, source.encoding)
    dropped: list[Dropped] = []
    rows = _rows(_records(text, source.name))
    count = CellCount(source.name)
    parts = parts_of_table(rows, Place(source.name), dropped, count, typed=False)
    document = document_of_parts(parts, Document(source.name, (), encoding=used))
    return replace(
        document, dropped=(*dropped, *document.dropped), notes=(*document.notes, *encoding_notes(used))
    )


def _rows(records: Iterable[_Record]) -> Iterator[TableRow]:
    """Yield the rows that hold something, numbered as a spreadsheet does, which shows the empty ones too."""
    for number, record in enumerate(records, start=1):
        texts = {
            column: text
            for column, cell in enumerate(record.cells, start=1)
            if (text := unguard(cell.strip()))
        }
        if texts:
            yield TableRow(number, record.line, texts)


def _records(text: str, name: str) -> Iterator[_Record]:
    """Yield the rows of a table; a first line ``sep=;``, which Excel writes for itself, is none."""
    first = text.partition("\n")[0]
    told = _SEPARATOR_LINE.fullmatch(first)
    start = len(first) + 1 if told else 0
    skipped = 1 if told else 0
    tabs = PurePath(name).suffix.lower() in _UNQUOTED and (not told or told[1] == "\t")
    if tabs and _is_quoted(text, start):
        return _quoted(text, start, "\t", skipped, name)
    if tabs:
        return (
            _Record(number, line.rstrip("\n").split("\t"))
            for number, line in enumerate(_lines(text, start), start=1 + skipped)
        )
    delimiter = told[1] if told else _delimiter(text)
    return _quoted(text, start, delimiter, skipped, name)


def _lines(text: str, start: int = 0) -> Iterator[str]:
    """Yield the lines of a text, their ends with them: a long table is not held twice."""
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end + 1
        yield text[start:end]
        start = end


def _quoted(text: str, start: int, delimiter: str, skipped: int, name: str) -> Iterator[_Record]:
    for line, cells in quoted_records(_lines(text, start), delimiter, skipped, name):
        yield _Record(line, cells)


def _is_quoted(text: str, start: int) -> bool:
    """Say whether a table with tabs is quoted all the same, as spreadsheets and scripts write it.

    Only then has a cell a line end, or quotes inside quotes that are doubled; and all rows come out even.
    """
    if '"' not in text:
        return False
    try:
        reader = csv.reader(_lines(text, start), delimiter="\t", strict=True)
        rows = [cells for cells in itertools.islice(reader, _SAMPLE_ROWS) if any(cells)]
    except csv.Error:
        return False
    if len({len(cells) for cells in rows}) != 1 or len(rows[0]) < 2:
        return False
    lines = any("\n" in cell and "\t" not in cell for cells in rows for cell in cells)
    return lines or any('""' in found[1] for found in _IN_QUOTES.finditer(text, start))


def _delimiter(text: str) -> str:
    """Return the sign that parts most rows into as many cells; where none does, one that parts nothing.

    A list of sentences has commas too, but not as many in each: it is a table of one column.
    """
    forms = {delimiter: _form(text, delimiter) for delimiter in _DELIMITERS}
    even = [delimiter for delimiter, form in forms.items() if form.cells > 1 and form.share >= _EVENLY]
    # Ragged rows: the header, which is whole, tells.
    even = even or [delimiter for delimiter, form in forms.items() if form.is_named]
    even = even or [delimiter for delimiter, form in forms.items() if form.cells > 1 and form.share > 0.5]
    return max(even, key=lambda delimiter: (forms[delimiter].share, forms[delimiter].cells), default=_NONE)


@dataclass(frozen=True, slots=True)
class _Form:
    """What a delimiter makes of the first rows: the share of those with as many cells as the most, how many
    cells that is, and whether the first row then is one of names.
    """

    share: float
    cells: int
    is_named: bool


def _form(text: str, delimiter: str) -> _Form:
    counts: Counter[int] = Counter()
    first: Sequence[str] = ()
    # What does not close is found out when the rows are read.
    with contextlib.suppress(csv.Error):
        for cells in itertools.islice(csv.reader(_lines(text), delimiter=delimiter), _SAMPLE_ROWS):
            if any(cell.strip() for cell in cells):
                first = first or cells
                counts[len(cells)] += 1
    cells_of_most, rows = max(counts.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
    named = sum(column_name_of(unguard(cell.strip())) is not None for cell in first)
    return _Form(rows / max(1, counts.total()), cells_of_most, named > 1)
