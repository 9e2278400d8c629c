"""Bilingual tables as people and scripts write them: TSV without quoting, CSV as RFC 4180 says.

A header line names the columns, in Chinese or English. Which side is Chinese is told by the header
where it names languages, and by the content where it says source and target; content also wins over
a header that names the sides the wrong way round, and the unit's notes say so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from vet_terms.documents.encoding import decode
from vet_terms.documents.sheets.quoted import unguard
from vet_terms.errors import InputError
from vet_terms.glossary.sheets import UNQUOTED_SUFFIXES, read_records
from vet_terms.language.scripts import count_han, language_of
from vet_terms.model import Language, Place, TranslationUnit

Column = Literal["zh", "en", "source", "target", "id"]

_NAMES: dict[Column, tuple[str, ...]] = {
    "zh": (
        "zh", "zho", "chi", "cn", "chinese", "simplified chinese", "traditional chinese",
        "chinese (simplified)", "chinese (traditional)", "中文", "汉语", "漢語", "简体中文", "繁體中文",
        "中文原文",
    ),
    "en": ("en", "eng", "english", "英文", "英语", "英語", "英文译文"),
    "source": ("source", "src", "source text", "source segment", "原文", "源文", "源语言"),
    "target": (
        "target", "tgt", "target text", "target segment", "translation", "译文", "譯文", "目标语言",
    ),
    "id": ("id", "key", "no", "no.", "number", "#", "segment id", "编号", "編號", "序号", "序號"),
}  # fmt: skip
_COLUMN_OF = {title: column for column, titles in _NAMES.items() for title in titles}
_CODE = re.compile(r"(zh|en)[-_][a-z]{2,4}(?:[-_][a-z]{2})?")
# Codes that a header may name and that no other column is likely to be called.
_OTHER_LANGUAGE = re.compile(
    r"(?:fr|de|es|ja|ko|ru|it|pt|vi|th|ar|ms|id-id|nl|pl|tr)(?:[-_][a-z]{2,4})?"
    r"|french|german|spanish|japanese|korean|russian|法文|法语|德文|德语|日文|日语|韩文|韩语|俄文|俄语|西班牙语"
)
SWAPPED = "the columns zh and en hold the other language each; they were read the other way round"
EXPECTED = "the first line must name the columns zh and en (or source and target), and may name id"


@dataclass(frozen=True, slots=True)
class _Record:
    """One row: its number after the header from 1, the line where it begins, its cells."""

    number: int
    line: int
    cells: Sequence[str]


def read_table_units(data: bytes, name: str, suffix: str) -> list[TranslationUnit]:
    """Return the units of a table's bytes; ``suffix`` is the file name's, or empty where unknown.

    Raises InputError for a table without a usable header, with broken quoting, with text in a
    column that has no name, or of another language pair.
    """
    text, _ = decode(data, name)
    records = _records(text, name, suffix)
    columns = _columns(records[0], name)
    rows = [record for record in records[1:] if any(cell.strip() for cell in record.cells)]
    if not rows:
        raise InputError(f"{name}: has a header and no rows; there is nothing to check")
    for row in rows:
        _refuse_stray_cells(row, len(records[0].cells), name)
    left: Column = "zh" if "zh" in columns else "source"
    right: Column = "en" if left == "zh" else "target"
    sides = [(_cell(row, columns[left]), _cell(row, columns[right])) for row in rows]
    turned = _is_turned([side[0] for side in sides], [side[1] for side in sides], name)
    notes = (SWAPPED,) if turned and left == "zh" else ()
    units = []
    for row, (first, second) in zip(rows, sides, strict=True):
        zh, en = (second, first) if turned else (first, second)
        given = _cell(row, columns["id"]).strip() if "id" in columns else ""
        place = Place(name, block=row.number, line=row.line)
        units.append(
            TranslationUnit(
                zh, en, places=(place,), status="approved", id=given or str(row.number), notes=notes
            )
        )
    return units


def _records(text: str, name: str, suffix: str) -> list[_Record]:
    """Return the header (number 0) and the rows; a tab in the header makes a TSV of a nameless table."""
    header = text.partition("\n")[0]
    unquoted = suffix in UNQUOTED_SUFFIXES or (suffix != ".csv" and "\t" in header)
    records = [
        _Record(number, line, [unguard(cell) for cell in cells])
        for number, (line, cells) in enumerate(read_records(name, text, quoted=not unquoted))
    ]
    if not records:
        raise InputError(f"{name}: has no header line; {EXPECTED}")
    return records


def _columns(header: _Record, name: str) -> dict[Column, int]:
    columns: dict[Column, int] = {}
    other: list[str] = []
    for position, cell in enumerate(header.cells):
        title = cell.strip().casefold().strip('"')
        code = _CODE.fullmatch(title)
        column: Column | None = _COLUMN_OF.get(title)
        if code:
            column = "zh" if code[1] == "zh" else "en"
        if column is None:
            other += [cell.strip()] if _OTHER_LANGUAGE.fullmatch(title) else []
        elif column in columns:
            raise InputError(f"{name}, line {header.line}: two columns are for {column}; rename one of them")
        else:
            columns[column] = position
    if {"zh", "en"} <= columns.keys() or {"source", "target"} <= columns.keys():
        return columns
    if other:
        raise InputError(
            f"{name}, line {header.line}: is a table of another language pair (it has a column {other[0]}); "
            "only Chinese with English can be read"
        )
    found = ", ".join(cell.strip()[:30] for cell in header.cells[:6])
    raise InputError(f"{name}, line {header.line}: has no usable header ({found}); {EXPECTED}")


def _refuse_stray_cells(row: _Record, width: int, name: str) -> None:
    stray = [cell for cell in row.cells[width:] if cell.strip()]
    if stray:
        raise InputError(
            f"{name}, line {row.line}: {stray[0].strip()[:40]!r} stands beyond the last named column; "
            "quote the cell (CSV), take the tab out (TSV), or name the column"
        )


def _cell(row: _Record, position: int) -> str:
    return row.cells[position] if position < len(row.cells) else ""


def _is_turned(left: Sequence[str], right: Sequence[str], name: str) -> bool:
    """Tell whether the right side is the Chinese one. Raises InputError where neither is."""
    if not any(count_han(text) for text in (*left, *right)):
        raise InputError(f"{name}: has no Chinese in either column; only Chinese with English can be read")
    return _main_language(left) == "en" and _main_language(right) in {"zh", None}


def _main_language(texts: Sequence[str]) -> Language | None:
    counted = Counter(language for text in texts if (language := language_of(text)))
    return "zh" if counted["zh"] > counted["en"] else "en" if counted["en"] else None
