"""Bilingual files of every kind as translation units: tables, workbooks, XLIFF, TMX, PO, standard input.

Which reader a file gets is told by its name, and by its first characters where the name is silent.
Whatever the direction of the file, Chinese comes out as ``zh`` and English as ``en``; a file of
another language pair is refused, never half-read.
"""

from __future__ import annotations

import re
from pathlib import Path

from vet_terms.archives import office_ending
from vet_terms.documents.readers import READERS
from vet_terms.errors import InputError
from vet_terms.files import STDIN, read_bytes
from vet_terms.memory.bilingual_file import BilingualFile, NotBilingualError
from vet_terms.memory.bilingual_table import has_header, read_table_units
from vet_terms.memory.sides import right_way_round
from vet_terms.memory.xliff import PACKED_SUFFIXES, XLIFF_SUFFIXES, read_packed_units, read_xliff_units
from vet_terms.model import TranslationUnit

TABLE_SUFFIXES = frozenset({".tsv", ".tab", ".csv"})
PO_SUFFIXES = frozenset({".po", ".pot"})
WORKBOOK_SUFFIXES = frozenset({".xlsx", ".xlsm"})
WORD_SUFFIXES = frozenset({".docx", ".docm"})
_OURS = (
    frozenset({".tmx"}) | TABLE_SUFFIXES | PO_SUFFIXES | WORKBOOK_SUFFIXES | WORD_SUFFIXES
    | XLIFF_SUFFIXES | PACKED_SUFFIXES
)  # fmt: skip
_TEXTS = frozenset({".txt", ".text"})
"""Endings of running text, and of tables too."""

_START = 1 << 16
_BEFORE_MARKUP = b"\xef\xbb\xbf\xff\xfe \t\r\n"
_PO = re.compile(rb"(?:#[^\n]*\n|\s)*+(?:msgctxt|msgid)[ \t]+\"")
_TMX = re.compile(rb"<(?:\w+:)?tmx[\s>]")
_AS_A_FILE = {".docx": "a Word document", ".pptx": "a deck", ".pdf": "a PDF"}


def is_bilingual_file(path: Path | str) -> bool:
    """Say whether a name is that of a bilingual file; standard input counts as one, plain text does not."""
    suffix = Path(path).suffix.lower()
    return str(path) == STDIN or suffix in {".tmx"} | TABLE_SUFFIXES | XLIFF_SUFFIXES | PO_SUFFIXES


def read_bilingual(path: Path | str) -> list[TranslationUnit]:
    """Return the translation units of a bilingual file, in its order; ``-`` is standard input.

    Raises InputError where the file is missing, damaged, of another kind or of another language
    pair, or has no unit at all.
    """
    return list(read_bilingual_file(path).units)


def read_bilingual_file(path: Path | str, *, in_file: bool = False) -> BilingualFile:
    """Return the units of a bilingual file and remarks on its reading, as `read_bilingual` does.

    With ``in_file`` the first place of each unit is in this file; else a TMX may name that of its document.
    Raises NotBilingualError where it is a document whose texts are to be paired first.
    """
    piped = str(path) == STDIN
    name = "standard input" if piped else str(path)
    suffix = "" if piped else Path(name).suffix.lower()
    if suffix == ".tmx" or name.lower().endswith(".tmx.gz"):
        from vet_terms.memory.workspace_tmx import read_tmx

        units = read_tmx(path, for_review=True, in_file=in_file)
        return BilingualFile(tuple(right_way_round(units, name)))
    if suffix in READERS.keys() - _OURS - _TEXTS:
        raise NotBilingualError(f"{name}: is a document; pair its texts first with `vet-terms align`")
    data = read_bytes(path)
    if suffix not in _OURS:
        suffix = _told_ending(data, name, suffix, piped=piped)
    return _read(data, name, suffix, in_file=in_file)


def _read(data: bytes, name: str, suffix: str, *, in_file: bool) -> BilingualFile:
    if suffix in WORKBOOK_SUFFIXES:
        from vet_terms.memory.bilingual_workbook import read_workbook_units

        return read_workbook_units(data, name)
    if suffix in WORD_SUFFIXES:
        from vet_terms.memory.bilingual_word import read_word_units

        return read_word_units(data, name)
    if suffix in PO_SUFFIXES:
        from vet_terms.memory.po import read_po_units

        return BilingualFile(tuple(read_po_units(data, name)))
    if suffix == ".tmx":
        from vet_terms.memory.workspace_tmx import tmx_units
        from vet_terms.tmx.reading import read_tmx_bytes

        units = tmx_units(read_tmx_bytes(data, name), for_review=True, in_file=in_file)
        return BilingualFile(tuple(right_way_round(units, name)))
    if suffix in PACKED_SUFFIXES:
        return BilingualFile(tuple(read_packed_units(data, name)))
    if suffix in XLIFF_SUFFIXES:
        return BilingualFile(tuple(read_xliff_units(data, name)))
    return BilingualFile(tuple(read_table_units(data, name, suffix)))


def _told_ending(data: bytes, name: str, suffix: str, *, piped: bool) -> str:
    """Return the ending that bytes under another name, or none, should have; empty for a table.

    What is piped is a table if it is nothing else. Raises NotBilingualError for a document, InputError for
    one that is piped.
    """
    # UTF-16 has a zero byte beside each ASCII character.
    start = data[:_START].replace(b"\0", b"").lstrip(_BEFORE_MARKUP)
    ending = ".pdf" if start.startswith(b"%PDF-") else office_ending(data)
    if start.startswith(b"<") and suffix not in _TEXTS:
        ending = ".tmx" if _TMX.search(start) else ".xlf"
    elif _PO.match(start):
        ending = ".po"
    if piped and ending in _AS_A_FILE:
        raise InputError(f"{name}: is {_AS_A_FILE[ending]}; give it as a file with its own name")
    if ending in _OURS:
        return ending
    if piped or (not ending and has_header(data, name, suffix)):
        return ""
    raise NotBilingualError(f"{name}: is no bilingual file; pair its texts first with `vet-terms align`")
