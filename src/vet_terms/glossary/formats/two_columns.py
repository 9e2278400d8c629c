"""Two columns without a header, source and target, in one direction: the glossaries of DeepL and Google.

A source stands once; the best of its translations is taken: approved before proposed before superseded, then
in the order of the glossary. Only preferred terms are written. These services take every cell as it stands,
so that an apostrophe before a formula would be part of the term: such a term is left out.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import PurePath

from vet_terms.documents.sheets.quoted import quoted_records
from vet_terms.errors import InputError
from vet_terms.glossary.formats.format import DEFAULT, WriteOptions
from vet_terms.glossary.formats.pairs import Pair, concepts_of_pairs, sources_and_target
from vet_terms.glossary.sheets import DELIMITERS, UNQUOTED_SUFFIXES, guard
from vet_terms.language.codes import language_of_code
from vet_terms.language.scripts import language_of
from vet_terms.model import Concept

LONGEST_TERM = 1024
"""Bytes of UTF-8 that DeepL and Google take on a side."""

_BEST_FIRST = ("approved", "proposed", "superseded")
_SPACES_AND_CONTROLS = re.compile("[\\s\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def write(concepts: Sequence[Concept], options: WriteOptions = DEFAULT) -> bytes:
    """Return the file: UTF-8 without a mark, commas, quoted where RFC 4180 wants it."""
    buffer = io.StringIO(newline="")
    rows, _ = _chosen(concepts, options)
    csv.writer(buffer, lineterminator="\n").writerows(rows)
    return buffer.getvalue().encode("utf-8")


def leaves_out(concepts: Sequence[Concept], options: WriteOptions) -> dict[str, int]:
    """Return how many concepts have no row, by the reason."""
    return dict(_chosen(concepts, options)[1])


def read(data: bytes, name: str) -> list[Concept]:
    """Return the concepts of a list without a header: a row each, further columns left alone.

    Raises InputError where it has no two columns, or no Chinese.
    """
    from vet_terms.documents.encoding import decode

    return concepts_of_cells(rows_of_text(name, decode(data, name)[0]), name)


def rows_of_text(name: str, text: str) -> list[list[str]]:
    """Return the rows of a list: no header says what parts them, so the first sign that parts all does.

    Raises InputError where none does.
    """
    for delimiter in DELIMITERS:
        try:
            rows = _parted(name, text, delimiter)
        except InputError:
            continue
        if rows and min(map(len, rows)) > 1:
            return rows
    raise InputError(f"{name}: its rows have no two columns, source and target, that one sign parts")


def concepts_of_cells(rows: Sequence[Sequence[str]], name: str) -> list[Concept]:
    """Return the concepts of rows of cells; empty rows are passed over. Raises InputError as reading does."""
    rows = [cells for cells in rows if any(map(str.strip, cells))]
    if short := [number for number, cells in enumerate(rows, start=1) if len(cells) < 2]:
        raise InputError(f"{name}, row {short[0]}: has one column; source and target were expected")
    return concepts_of_pairs([Pair(cells[0].strip(), cells[1].strip()) for cells in rows], name)


def is_list(name: str, text: str) -> bool:
    """Say whether a text is such a list: its first row is a pair."""
    try:
        return is_a_pair(rows_of_text(name, text)[0])
    except InputError:
        return False


def is_named_pair(cells: Sequence[str]) -> bool:
    """Say whether a row is a pair with its two languages behind it, as DeepL's page exports it."""
    return is_a_pair(cells) and {language_of_code(cell) for cell in cells[2:4]} == {"zh", "en"}


def is_a_pair(cells: Sequence[str]) -> bool:
    """Say whether a first row is no header but a term and its translation, one of them in Chinese."""
    if len(cells) < 2 or any(language_of_code(cell) for cell in cells[:2]):
        return False
    return {language_of(cell) for cell in cells[:2]} == {"zh", "en"}


def _parted(name: str, text: str, delimiter: str) -> list[list[str]]:
    if PurePath(name).suffix.lower() in UNQUOTED_SUFFIXES:
        return [line.split(delimiter) for line in text.split("\n") if line.strip()]
    records = quoted_records(io.StringIO(text, newline=""), delimiter, 0, name)
    return [cells for _, cells in records if any(map(str.strip, cells))]


def _chosen(concepts: Sequence[Concept], options: WriteOptions) -> tuple[list[tuple[str, str]], Counter[str]]:
    left_out: Counter[str] = Counter()
    rows: dict[str, tuple[int, str, str]] = {}
    by_status = sorted(enumerate(concepts), key=lambda each: _BEST_FIRST.index(each[1].status))
    for position, concept in by_status:
        sources, target = sources_and_target(concept, options.source)
        source, target = (_SPACES_AND_CONTROLS.sub(" ", text).strip() for text in (sources[0], target))
        if guard(source) != source or guard(target) != target:
            left_out["begins with a sign that a spreadsheet takes for a formula"] += 1
        elif max(len(text.encode("utf-8")) for text in (source, target)) > LONGEST_TERM:
            left_out[f"over {LONGEST_TERM:,} bytes on a side"] += 1
        elif source in rows:
            left_out["source that another concept has too"] += 1
        else:
            rows[source] = (position, source, target)
    return [(source, target) for _, source, target in sorted(rows.values())], left_out
