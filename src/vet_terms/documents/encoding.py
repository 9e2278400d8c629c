"""Bytes to text: which encoding a file is in, decided by what the bytes say.

A byte-order mark decides; then strict UTF-8; then the candidates that Chinese text comes in are
decoded and the most plausible one wins. What is no text at all is refused with its real name.
"""

from __future__ import annotations

import codecs
import re

from vet_terms.errors import InputError
from vet_terms.language.encodings import NO_ENCODINGS_OF_TEXT, most_plausible
from vet_terms.language.scripts import count_han

BYTE_ORDER_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

MAGIC_NUMBERS: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "a zip archive or an Office file (DOCX, PPTX, XLSX)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file (DOC, PPT, XLS)"),
    (b"%PDF-", "a PDF"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"SQLite format 3", "a database"),
)

MOST_TEXT = 64 * 1024 * 1024
"""Bytes of text that are read at once; a hundred books take no more."""

_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_BROKEN_SHARE = 0.002


def decode(data: bytes, name: str, encoding: str = "") -> tuple[str, str]:
    """Return the text of a file's bytes and the encoding it was read in.

    ``name`` is for messages; a given ``encoding`` is obeyed. Line ends become ``\\n``, a byte-order
    mark goes. Raises InputError for empty, binary or undecodable content, and for more than `MOST_TEXT`.
    """
    if len(data) > MOST_TEXT:
        raise InputError(
            f"{name}: is {len(data) / 1024 / 1024:,.0f} MB of text, more than is read at once "
            f"({MOST_TEXT // 1024 // 1024} MB); split it into several files"
        )
    for magic, kind in MAGIC_NUMBERS:
        if data.startswith(magic):
            raise InputError(
                f"{name}: is {kind}, not a text file; give it its own ending, or save its text as .txt"
            )
    text, used = _decoded(data, name, encoding)
    text = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    if not text.strip("\0 \t\n\v\f\u3000"):
        raise InputError(f"{name}: is empty; there is nothing to read in it")
    if len(_CONTROL.findall(text)) > max(2, len(text) // 1000):
        raise InputError(f"{name}: looks like a binary file, not text; save its text as .txt (UTF-8) first")
    return _CONTROL.sub("", text), used


def _decoded(data: bytes, name: str, encoding: str) -> tuple[str, str]:
    if encoding:
        try:
            if codecs.lookup(encoding).name not in NO_ENCODINGS_OF_TEXT:
                return data.decode(encoding), encoding
        except UnicodeDecodeError as error:
            raise InputError(
                f"{name}: is not {encoding} (byte {error.start}); try another encoding"
            ) from error
        except (LookupError, ValueError):
            pass  # as for a codec of no text: it is said below
        raise InputError(f"{name}: {encoding} is no known encoding; try utf-8, gb18030 or big5")
    for mark, marked in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data.decode(marked, errors="replace"), marked
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        # Text without a NUL is UTF-8; with many, it may be UTF-16 whose every byte is ASCII.
        if "\0" not in text:
            return text, "utf-8"
    guess = most_plausible(data)
    if guess:
        return guess
    return _with_few_broken_bytes(data, name)


def _with_few_broken_bytes(data: bytes, name: str) -> tuple[str, str]:
    text = data.decode("utf-8", errors="replace")
    broken = len(re.findall("\ufffd+", text))
    if count_han(text) and broken <= max(2, len(text) * _BROKEN_SHARE):
        return text, "utf-8 (damaged)"
    if b"\0" not in data and sum(byte >= 0x80 for byte in data) <= len(data) * 0.1:
        return data.decode("cp1252", errors="replace"), "cp1252"
    raise InputError(f"{name}: is not text in UTF-8, UTF-16, GB18030 or Big5; it may be binary or damaged")
