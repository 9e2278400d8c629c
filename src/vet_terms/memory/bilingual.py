"""Bilingual files of every kind as translation units: tables, XLIFF, TMX, PO, standard input.

Which reader a file gets is told by its name, and by its first characters where the name is silent.
Whatever the direction of the file, Chinese comes out as ``zh`` and English as ``en``; a file of
another language pair is refused, never half-read.
"""

from __future__ import annotations

from pathlib import Path

from vet_terms.errors import InputError
from vet_terms.files import STDIN, read_bytes
from vet_terms.memory.bilingual_table import read_table_units
from vet_terms.memory.xliff import read_xliff_units
from vet_terms.model import TranslationUnit

TABLE_SUFFIXES = frozenset({".tsv", ".tab", ".txt", ".csv"})
XLIFF_SUFFIXES = frozenset({".xlf", ".xliff", ".sdlxliff", ".mqxliff", ".mxliff"})
PO_SUFFIXES = frozenset({".po", ".pot"})
UNREADABLE_SUFFIXES = {
    ".xlsx": "a spreadsheet; save the sheet as CSV (UTF-8)",
    ".xls": "a spreadsheet; save the sheet as CSV (UTF-8)",
    ".docx": "a Word document; save its table as CSV (UTF-8) or align it first",
    ".pptx": "a deck; align it first with `vet-terms align`",
    ".pdf": "a PDF; align it first with `vet-terms align`",
}


def is_bilingual_file(path: Path | str) -> bool:
    """Say whether a name is that of a bilingual file; standard input counts as one, plain text does not."""
    suffix = Path(path).suffix.lower()
    return str(path) == STDIN or suffix in {".tmx", ".tsv", ".tab", ".csv"} | XLIFF_SUFFIXES | PO_SUFFIXES


def read_bilingual(path: Path | str) -> list[TranslationUnit]:
    """Return the translation units of a bilingual file, in its order; ``-`` is standard input.

    Raises InputError where the file is missing, damaged, of another kind or of another language
    pair, or has no unit at all.
    """
    name = "standard input" if str(path) == STDIN else str(path)
    suffix = Path(name).suffix.lower()
    if suffix in UNREADABLE_SUFFIXES:
        raise InputError(f"{name}: is {UNREADABLE_SUFFIXES[suffix]}")
    if suffix == ".tmx":
        from vet_terms.memory.workspace_tmx import read_tmx

        return read_tmx(Path(path), for_review=True)
    data = read_bytes(path)
    if suffix in PO_SUFFIXES:
        from vet_terms.memory.po import read_po_units

        return read_po_units(data, name)
    if suffix in XLIFF_SUFFIXES or (suffix not in TABLE_SUFFIXES and _is_xml(data)):
        return read_xliff_units(data, name)
    return read_table_units(data, name, suffix)


def _is_xml(data: bytes) -> bool:
    start = data[:200].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return start.startswith(b"<")
