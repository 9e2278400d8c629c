"""A review workbook taken back: its rows as a person left them, and what they were made of.

The file comes from anywhere: bombs, locked files and XML entities are refused, links and the stored
results of formulas are never looked at, and a cell that holds anything but text is named. What the rows
mean is decided by ``alignment.corrections``.
"""

from __future__ import annotations

import io
import itertools
import re
import warnings
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vet_terms.alignment.provenance import MadeSegment
from vet_terms.alignment.reviewed import Indexes, MadeRow, Members, ReviewSheet, SheetRow
from vet_terms.archives import refuse_unsafe_archive
from vet_terms.errors import InputError
from vet_terms.files import read_bytes
from vet_terms.memory.review.workbook import FORMAT, HOW_TO_SHEET, MADE_SHEET, content_digest

if TYPE_CHECKING:
    from openpyxl import Workbook

_MOST_ROWS, _MOST_COLUMNS = 1_048_576, 64
_HEADER_ROWS = 5
"""Rows in which the header may stand: people put a title above it."""

_ID = re.compile(r"([ze])(\d{1,9})", re.ASCII)
_ESCAPED = re.compile(r"_x005F_(?=x[0-9A-Fa-f]{4}_)")
_CARRIAGE_RETURN = "_x000D_\n"
_REMAKE = "make a new one with vet-terms align --review"


@dataclass(frozen=True, slots=True)
class _Read:
    """A review sheet, and whether its rows are as the program wrote them."""

    sheet: ReviewSheet
    as_written: bool


def read_review(path: Path | str, name: str = "") -> ReviewSheet:
    """Return a review sheet as a person left it; ``name`` is what messages call it, else the path.

    Raises InputError where it is no workbook or no review sheet, is unsafe to open, or has a cell that
    holds something other than text; the message names the cell.
    """
    return _read(path, name).sheet


def is_as_written(path: Path | str) -> bool:
    """Say whether no person changed a text, a row or a note of a review sheet. Raises InputError."""
    return _read(path, "").as_written


def _read(path: Path | str, name: str) -> _Read:
    data = read_bytes(path)
    name = name or str(path)
    refuse_unsafe_archive(data, name, ".xlsx")
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _review(_workbook(data), name)
    except (
        *(InvalidFileException, LookupError, ValueError, TypeError, AttributeError, ArithmeticError),
        *(SyntaxError, OSError, EOFError, RuntimeError, AssertionError, zlib.error),
    ) as error:
        # What openpyxl meets in a damaged workbook comes up as any of these; XML errors are SyntaxErrors.
        raise InputError(f"{name}: is no workbook, or a damaged one; save it as .xlsx again") from error


def _workbook(data: bytes) -> Workbook:
    from openpyxl import load_workbook

    return load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)


def _review(workbook: Workbook, name: str) -> _Read:
    if MADE_SHEET not in workbook.sheetnames:
        raise InputError(
            f"{name}: is no review sheet of vet-terms (its hidden sheet {MADE_SHEET} is not there); {_REMAKE}"
        )
    facts = [
        [_text(cell, f"{name}, sheet {MADE_SHEET}") for cell in row]
        for row in workbook[MADE_SHEET].iter_rows(max_col=5, max_row=_MOST_ROWS)
    ]
    values = {fact[0]: fact[1] for fact in facts if len(fact) > 1 and fact[0] not in {"zh", "en", "row"}}
    if values.get("format") != FORMAT:
        raise InputError(f"{name}: was written by another version of vet-terms; {_REMAKE}")
    rows = list(_rows(workbook, name))
    zh, en = _made_segments(facts, "zh"), _made_segments(facts, "en")
    sheet = ReviewSheet(
        name,
        tuple(replace(row, hints=_known(row.hints, len(zh), len(en))) for row, _ in rows),
        zh,
        en,
        tuple(_made_row(fact, name) for fact in facts if fact[0] == "row"),
    )
    if any(made.members != _known(made.members, len(zh), len(en)) for made in sheet.made):
        raise _damaged(name)
    return _Read(sheet, content_digest(cells for _, cells in rows) == values.get("content"))


def _rows(workbook: Workbook, name: str) -> Iterator[tuple[SheetRow, Sequence[str]]]:
    """Yield the rows under the header, and their texts, note and ids as they stand."""
    title, columns, header_row = _header(workbook, name)
    place = f"{name}, sheet {title}"
    wanted = [columns.get(column) for column in ("zh", "en", "note", "ids")]
    for number, row in enumerate(
        workbook[title].iter_rows(max_col=_MOST_COLUMNS, max_row=_MOST_ROWS), start=1
    ):
        if number <= header_row:
            continue
        zh, en, note, ids = cells = [
            _text(row[column], place) if column is not None and column < len(row) else "" for column in wanted
        ]
        hints = _members(ids)
        if zh or en or note or ids:
            yield SheetRow(number, zh, en, hints), cells


def _header(workbook: Workbook, name: str) -> tuple[str, dict[str, int], int]:
    """Return the sheet that has the rows, the position of its columns, and the number of its header row."""
    for title in workbook.sheetnames:
        if title in {HOW_TO_SHEET, MADE_SHEET}:
            continue
        rows = workbook[title].iter_rows(max_col=_MOST_COLUMNS, max_row=_HEADER_ROWS)
        for number, row in enumerate(itertools.islice(rows, _HEADER_ROWS), start=1):
            names = [str(cell.value).strip().casefold() if cell.value is not None else "" for cell in row]
            if {"zh", "en"} <= set(names):
                return title, {column: names.index(column) for column in names if column}, number
    raise InputError(f"{name}: has no header row with zh and en; put it back, or {_REMAKE}")


def _text(cell: Any, place: str) -> str:
    """Return what a cell says. Raises InputError for a formula, an error or a date."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, str) and cell.data_type not in {"f", "e"}:
        return _ESCAPED.sub("_", value.replace(_CARRIAGE_RETURN, "\n"))
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        return str(int(value)) if value == int(value) else repr(value)
    what = {"f": "a formula", "e": "an error value", "d": "a date"}.get(
        cell.data_type, "something else than text"
    )
    raise InputError(
        f"{place}, cell {cell.coordinate}: holds {what}; make it text (an apostrophe before it, "
        "or the cell format Text)"
    )


def _members(ids: str) -> Members:
    """Return the segments that an ids cell names; what else somebody wrote there names none."""
    found = [(match[1], int(match[2]) - 1) for match in _ID.finditer(ids)]
    return _side(found, "z"), _side(found, "e")


def _side(found: Sequence[tuple[str, int]], letter: str) -> Indexes:
    return tuple(index for kind, index in found if kind == letter and index >= 0)


def _made_segments(facts: Sequence[Sequence[str]], kind: str) -> tuple[MadeSegment, ...]:
    return tuple(MadeSegment(fact[1], fact[2]) for fact in facts if fact[0] == kind)


def _made_row(fact: Sequence[str], name: str) -> MadeRow:
    try:
        return MadeRow(_members(fact[1]), fact[2], min(1.0, max(0.0, float(fact[3]))), fact[4])
    except ValueError as error:
        raise _damaged(name) from error


def _known(members: Members, zh: int, en: int) -> Members:
    """Return the segments of a row without numbers that the sheet has no segment for."""
    return tuple(index for index in members[0] if index < zh), tuple(
        index for index in members[1] if index < en
    )


def _damaged(name: str) -> InputError:
    return InputError(f"{name}: its hidden sheet {MADE_SHEET} was changed and cannot be used; {_REMAKE}")
