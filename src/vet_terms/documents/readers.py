"""The table of readers: which file becomes a Document by which code.

Adding a format is one new file with a function of the same form, and one line in READERS.
"""

from __future__ import annotations

import importlib
import os
from collections.abc import Callable
from pathlib import Path

from vet_terms.documents.source import Source
from vet_terms.errors import InputError
from vet_terms.files import read_bytes
from vet_terms.model import Document
from vet_terms.progress import Progress, silent

Reader = Callable[[Source], Document]
"""Raises InputError, which names the file, where it is not of the format, damaged, locked or unsafe."""

READERS: dict[str, str] = {
    ".txt": "vet_terms.documents.plain_text:read_plain_text",
    ".text": "vet_terms.documents.plain_text:read_plain_text",
    ".md": "vet_terms.documents.plain_text:read_plain_text",
}
"""File extension (lower case) to the reader, imported when first used."""


def is_readable(path: Path) -> bool:
    """Say whether there is a reader for a file of this name."""
    return path.suffix.lower() in READERS


def read_document(
    path: Path | str, encoding: str = "", name: str = "", progress: Progress = silent
) -> Document:
    """Return the document in a file; ``-`` reads plain text from standard input.

    ``name`` is what places call the document, the file's own name unless given.

    Raises InputError where the file is missing, of a format without a reader, or not readable.
    """
    data = read_bytes(path)
    suffix = Path(path).suffix.lower()
    if suffix and suffix not in READERS:
        known = ", ".join(READERS)
        raise InputError(f"{path}: {suffix} files cannot be read; convert it to one of {known}")
    name = name or ("standard input" if str(path) == "-" else _readable(Path(path).name))
    return _reader(READERS.get(suffix, READERS[".txt"]))(Source(data, name, encoding, progress))


def _readable(name: str) -> str:
    """Return a file name as UTF-8, also where the locale knows only ASCII: no result depends on it."""
    return os.fsencode(name).decode("utf-8", "replace")


def _reader(target: str) -> Reader:
    module, _, function = target.partition(":")
    reader: Reader = getattr(importlib.import_module(module), function)
    return reader
