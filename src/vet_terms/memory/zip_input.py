"""Opening an Office file that somebody sent: no bomb is unpacked and no entity is ever expanded."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib

from vet_terms.errors import InputError

MOST_BYTES = 256 * 1024 * 1024
"""What the parts of a file may take unpacked; a review of 100,000 pairs takes half of it."""

MOST_PARTS = 5_000

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DECLARED = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_ENCODING = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]+)[\"']")
_ENCODINGS = frozenset({b"utf-8", b"utf8", b"utf-16", b"us-ascii", b"ascii"})
_MARKUP = (".xml", ".rels", ".vml")
_READ_AT_ONCE = 1 << 20


def refuse_unsafe_archive(data: bytes, name: str) -> None:
    """Refuse what is no zip archive, unpacks to too much, is locked, or declares XML entities.

    The sizes that an archive states bind the reader: no more than that is ever unpacked of a part. Raises
    InputError, which names the file.
    """
    if data.startswith(_OLE):
        raise InputError(f"{name}: is an .xls or a workbook with a password; save it as .xlsx without one")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            size = sum(part.file_size for part in parts)
            if size > MOST_BYTES or len(parts) > MOST_PARTS:
                raise InputError(
                    f"{name}: unpacks to {size / 1024 / 1024:,.0f} MB in {len(parts)} parts, more "
                    "than a sheet of text takes; it is not read"
                )
            if any(part.flag_bits & 1 for part in parts):
                raise InputError(f"{name}: is locked with a password; save it without one")
            for part in parts:
                if part.filename.lower().endswith(_MARKUP):
                    _refuse_declarations(archive, part, name)
    except (
        *(zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, struct.error, EOFError, OSError),
        *(LookupError, ValueError, ArithmeticError, RuntimeError),
    ) as error:
        # A directory of parts that lies makes zipfile fail in any of these ways.
        raise InputError(f"{name}: is no workbook, or a damaged one; save it as .xlsx again") from error


def _refuse_declarations(archive: zipfile.ZipFile, part: zipfile.ZipInfo, name: str) -> None:
    """Office files never declare a document type; who does has something else in mind."""
    with archive.open(part) as stream:
        tail = b""
        while block := stream.read(_READ_AT_ONCE):
            # UTF-16 has a zero byte beside each ASCII character.
            text = tail + block.replace(b"\0", b"")
            if not tail:
                declared = _ENCODING.search(text[:300])
                if declared and declared[1].lower() not in _ENCODINGS:
                    raise InputError(
                        f"{name}: {part.filename} is in an unusual encoding; save it as .xlsx again"
                    )
            if _DECLARED.search(text):
                raise InputError(f"{name}: declares XML entities, which are not read; save it as .xlsx again")
            tail = text[-20:]
