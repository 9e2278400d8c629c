"""Opening an Office file that somebody sent: no bomb is unpacked and no entity is ever expanded.

Nothing is written to the disk, so that a part's name can lead nowhere.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Collection, Mapping
from types import MappingProxyType

from vet_terms.errors import InputError

MOST_BYTES = 256 * 1024 * 1024
"""What the markup of a file may take unpacked; a review of 100,000 pairs takes half of it."""

MOST_MEDIA = 4
"""How many times as much as the file itself its pictures and films may take, beyond as much as markup may:
they are packed already."""

MOST_PARTS = 50_000

_KINDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        ".docx": ("Word document", "wordprocessingml"),
        ".pptx": ("slide deck", "presentationml"),
        ".xlsx": ("workbook", "spreadsheetml"),
    }
)
"""By the ending that a person knows: what such a file is, and the word in the type of its main part."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_TYPES = "[Content_Types].xml"
_MAIN = re.compile(r"openxmlformats-officedocument\.(\w+)\.[\w.]*main\+xml|ms-(\w+)\.[\w.]*main\+xml")
_MACROS = {"word": "wordprocessingml", "powerpoint": "presentationml", "excel": "spreadsheetml"}
_DECLARED = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_ENCODING = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]+)[\"']")
_ENCODINGS = frozenset({b"utf-8", b"utf8", b"utf-16", b"us-ascii", b"ascii"})
_MARKUP = (".xml", ".rels", ".vml")
_READ_AT_ONCE = 1 << 20
_MOST_TYPES = 1 << 24
_LIBRARY_ERRORS = (
    *(zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, struct.error, EOFError, OSError),
    *(LookupError, ValueError, ArithmeticError, RuntimeError, NotImplementedError),
)
"""A directory of parts that lies makes zipfile fail in any of these ways."""


def refuse_unsafe_archive(data: bytes, name: str, ending: str) -> None:
    """Refuse what is no Office file of this ending, unpacks to too much, is locked, or declares entities.

    The sizes that an archive states bind the reader: no more than that is ever unpacked of a part. Raises
    InputError, which names the file.
    """
    kind, word = _KINDS[ending]
    again = f"save it as {ending} again"
    if data.startswith(_OLE):
        if _LOCKED in data:
            raise InputError(f"{name}: is locked with a password; save it without one")
        raise InputError(f"{name}: is an Office file of before 2007; save it as {ending}")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            _refuse_bombs(parts, len(data), name)
            if any(part.flag_bits & 1 for part in parts):
                raise InputError(f"{name}: is locked with a password; save it without one")
            found = _kind_of(archive)
            if found != word:
                other = next((text for text, its_word in _KINDS.values() if its_word == found), "")
                raise InputError(
                    f"{name}: is a {other}, not a {kind}; give it its own ending"
                    if other
                    else f"{name}: is no {kind}, or a damaged one; {again}"
                )
            for part in parts:
                if part.filename.lower().endswith(_MARKUP):
                    _refuse_declarations(archive, part, name, again)
    except _LIBRARY_ERRORS as error:
        raise InputError(f"{name}: is no {kind}, or a damaged one; {again}") from error


def office_ending(data: bytes) -> str:
    """Return the ending that an Office file should have by what is in it; empty for what is none."""
    if not data.startswith(b"PK"):
        return ""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if archive.getinfo(_TYPES).file_size > _MOST_TYPES:
                return ""
            word = _kind_of(archive)
    except _LIBRARY_ERRORS:
        return ""
    return next((ending for ending, (_, its_word) in _KINDS.items() if its_word == word), "")


def _refuse_bombs(parts: list[zipfile.ZipInfo], packed: int, name: str) -> None:
    markup = sum(part.file_size for part in parts if part.filename.lower().endswith(_MARKUP))
    rest = sum(part.file_size for part in parts) - markup
    if markup > MOST_BYTES or rest > MOST_BYTES + MOST_MEDIA * packed or len(parts) > MOST_PARTS:
        raise InputError(
            f"{name}: unpacks to {(markup + rest) / 1024 / 1024:,.0f} MB in {len(parts)} parts, more "
            "than a document takes; it is not read"
        )


def _kind_of(archive: zipfile.ZipFile) -> str:
    """Return the word for what the main part of an archive is; empty where it has none."""
    types = archive.read(_TYPES)
    plain = types.replace(b"\0", b"").decode("utf-8", "replace")
    for found in _MAIN.finditer(plain):
        word = found[1] or _MACROS.get(found[2], "")
        if word in {known for _, known in _KINDS.values()}:
            return word
    return ""


def _refuse_declarations(archive: zipfile.ZipFile, part: zipfile.ZipInfo, name: str, again: str) -> None:
    """Office files never declare a document type; who does has something else in mind."""
    with archive.open(part) as stream:
        tail = b""
        while block := stream.read(_READ_AT_ONCE):
            # UTF-16 has a zero byte beside each ASCII character.
            text = tail + block.replace(b"\0", b"")
            if not tail:
                declared = _ENCODING.search(text[:300])
                if declared and declared[1].lower() not in _ENCODINGS:
                    raise InputError(f"{name}: {part.filename} is in an unusual encoding; {again}")
            if _DECLARED.search(text):
                raise InputError(f"{name}: declares XML entities, which are not read; {again}")
            tail = text[-20:]


def only_member(data: bytes, name: str, endings: Collection[str]) -> bytes:
    """Return the one part of a zip archive whose name has one of some endings.

    Raises InputError for a damaged, locked or too large archive, and where there is no such part or several.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            _refuse_bombs(parts, len(data), name)
            wanted = [part for part in parts if part.filename.lower().endswith(tuple(endings))]
            if len(wanted) == 1 and wanted[0].flag_bits & 1:
                raise InputError(f"{name}: is locked with a password; save it without one")
            if len(wanted) == 1 and wanted[0].file_size <= MOST_BYTES:
                return archive.read(wanted[0])
    except _LIBRARY_ERRORS as error:
        raise InputError(f"{name}: is no readable archive, or a damaged one; export it again") from error
    if len(wanted) == 1:
        raise InputError(f"{name}: unpacks to more than is read at once; it is not read")
    count = f"{len(wanted)} files" if wanted else "no file"
    raise InputError(
        f"{name}: is an archive with {count} of the endings {', '.join(sorted(endings))} in it, where one is "
        "expected; unpack it and give what is in it"
    )
