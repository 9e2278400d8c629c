"""The table of readers: which file becomes a Document by which code.

Adding a format is one new file with a function of the same form, and one line in READERS.
"""

from __future__ import annotations

import contextlib
import importlib
import os
from collections.abc import Callable
from pathlib import Path

from vet_terms.archives import office_ending
from vet_terms.documents.source import Source
from vet_terms.errors import InputError
from vet_terms.files import read_bytes
from vet_terms.model import Document
from vet_terms.progress import Progress, silent

Reader = Callable[[Source], Document]
"""Raises InputError, which names the file, where it is not of the format, damaged, locked or unsafe."""

READERS: dict[str, str] = {
    ".txt": "vet_terms.documents.text.plain_text:read_plain_text",
    ".text": "vet_terms.documents.text.plain_text:read_plain_text",
    ".md": "vet_terms.documents.web.markdown:read_markdown",
    ".markdown": "vet_terms.documents.web.markdown:read_markdown",
    ".html": "vet_terms.documents.web.html:read_html",
    ".htm": "vet_terms.documents.web.html:read_html",
    ".xhtml": "vet_terms.documents.web.html:read_html",
    ".docx": "vet_terms.documents.word.docx:read_docx",
    ".docm": "vet_terms.documents.word.docx:read_docx",
    ".dotx": "vet_terms.documents.word.docx:read_docx",
    ".dotm": "vet_terms.documents.word.docx:read_docx",
    ".pdf": "vet_terms.documents.pdf.pdf:read_pdf",
    ".xlsx": "vet_terms.documents.sheets.xlsx:read_xlsx",
    ".xlsm": "vet_terms.documents.sheets.xlsx:read_xlsx",
    ".csv": "vet_terms.documents.sheets.delimited:read_delimited",
    ".tsv": "vet_terms.documents.sheets.delimited:read_delimited",
    ".tab": "vet_terms.documents.sheets.delimited:read_delimited",
    ".pptx": "vet_terms.documents.slides.pptx:read_pptx",
    ".pptm": "vet_terms.documents.slides.pptx:read_pptx",
    ".srt": "vet_terms.documents.subtitles.subtitles:read_subtitles",
    ".vtt": "vet_terms.documents.subtitles.subtitles:read_subtitles",
    ".xlf": "vet_terms.documents.bilingual.translation_files:read_xliff",
    ".xliff": "vet_terms.documents.bilingual.translation_files:read_xliff",
    ".sdlxliff": "vet_terms.documents.bilingual.translation_files:read_xliff",
    ".mqxliff": "vet_terms.documents.bilingual.translation_files:read_xliff",
    ".mxliff": "vet_terms.documents.bilingual.translation_files:read_xliff",
    ".po": "vet_terms.documents.bilingual.translation_files:read_po",
    ".pot": "vet_terms.documents.bilingual.translation_files:read_po",
    ".tmx": "vet_terms.documents.bilingual.translation_files:read_tmx_document",
}
"""File extension (lower case) to the reader, imported when first used."""


_SAVE_AS = {
    ".doc": ".docx", ".odt": ".docx", ".rtf": ".docx", ".wps": ".docx", ".pages": ".docx",
    ".ppt": ".pptx", ".odp": ".pptx", ".dps": ".pptx", ".ppsx": ".pptx", ".key": ".pptx",
    ".xls": ".xlsx", ".ods": ".xlsx", ".et": ".xlsx", ".numbers": ".xlsx",
}  # fmt: skip
"""What the program that made a file can save it as."""

MOST_BYTES = 1024**3
"""Bytes of a file that are read at once; decks with films in them may be large."""


def is_readable(path: Path) -> bool:
    """Say whether there is a reader for a file of this name."""
    return path.suffix.lower() in READERS


def read_document(
    path: Path | str, encoding: str = "", name: str = "", progress: Progress = silent
) -> Document:
    """Return the document in a file; ``-`` reads standard input.

    What has no ending is a PDF or an Office file if its bytes say so, else plain text.

    ``name`` is what places call the document, the file's own name unless given.

    Raises InputError where the file is missing, of a format without a reader, or not readable.
    """
    _refuse_huge(path)
    data = read_bytes(path)
    suffix = Path(path).suffix.lower() or _ending_of(data)
    if suffix and suffix not in READERS:
        better = _SAVE_AS.get(suffix)
        advice = f"save it as {better}" if better else f"convert it to one of {', '.join(READERS)}"
        raise InputError(f"{path}: {suffix} files cannot be read; {advice}")
    name = name or ("standard input" if str(path) == "-" else _readable(Path(path).name))
    return _reader(READERS.get(suffix, READERS[".txt"]))(Source(data, name, encoding, progress))


def _ending_of(data: bytes) -> str:
    return ".pdf" if data.startswith(b"%PDF-") else office_ending(data)


def _refuse_huge(path: Path | str) -> None:
    """Refuse a file that would fill the memory before anybody looked into it."""
    with contextlib.suppress(OSError, ValueError):
        size = Path(path).stat().st_size
        if size > MOST_BYTES:
            raise InputError(
                f"{path}: is {size / 1024**3:,.1f} GB, more than is read at once "
                f"({MOST_BYTES // 1024**3} GB); split it into several files"
            )


def _readable(name: str) -> str:
    """Return a file name as UTF-8, also where the locale knows only ASCII: no result depends on it."""
    return os.fsencode(name).decode("utf-8", "replace")


def _reader(target: str) -> Reader:
    module, _, function = target.partition(":")
    reader: Reader = getattr(importlib.import_module(module), function)
    return reader
