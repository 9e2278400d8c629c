"""Blocks of a TMX file in any encoding to blocks of UTF-8, the only one that its parser is given.

As XML has it (XML 1.0, appendix F): a byte-order mark decides, then the shape of the first bytes, then the
declaration, else UTF-8. Two things that files get wrong are set right: a declaration of UTF-16 in a file of
single bytes, and text in a Chinese encoding in a file that declares none.
"""

from __future__ import annotations

import codecs
import itertools
import re
from collections.abc import Iterable, Iterator

from vet_terms.errors import InputError
from vet_terms.language.encodings import NO_ENCODINGS_OF_TEXT, most_plausible
from vet_terms.tmx.parsing import BrokenTmxError

_SHAPES: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"<\0\0\0", "utf-32-le"),
    (b"\0\0\0<", "utf-32-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
_WIDER = {"ascii": "utf-8", "utf-8-sig": "utf-8", "gb2312": "gb18030", "gbk": "gb18030"}
"""What includes an encoding and is meant by it more often than not."""

_MOST_BEFORE = 1 << 17
"""Bytes in which a declaration has come to its end, or there is none."""

_DECLARED = re.compile(rb"\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:+-]{1,40})[\"']")


def as_utf8(blocks: Iterable[bytes], name: str, encoding: str | None = None) -> Iterator[bytes]:
    """Yield blocks as UTF-8; ``encoding`` overrules what the file says of itself.

    Raises InputError for an encoding that is none, and where nothing is in the file; BrokenTmxError at the
    first bytes that are not in its encoding, once all before them has been yielded.
    """
    rest = iter(blocks)
    first = b""
    # Archives give blocks of any size, and a file may begin with empty lines: until the declaration ends.
    while b">" not in first and len(first) < _MOST_BEFORE and (block := next(rest, b"")):
        first += block
    if not first.strip():
        raise InputError(f"{name}: is empty; there is nothing to read in it")
    used = _usable(encoding, name) if encoding else _encoding_of(first, name)
    if used == "utf-8":
        yield first
        yield from rest
        return
    decoder = codecs.getincrementaldecoder(used)()
    mark = "\ufeff"
    for block in itertools.chain([first], rest, [b""]):
        try:
            text = decoder.decode(block, final=not block)
        except UnicodeDecodeError as error:
            yield error.object[: error.start].decode(used, "ignore").encode()
            raise BrokenTmxError(f"it has bytes that are no {used}") from error
        yield text.removeprefix(mark).encode("utf-8", "replace")
        mark = ""


def _encoding_of(first: bytes, name: str) -> str:
    for shape, encoding in _SHAPES:
        if first.startswith(shape):
            return encoding
    declared = _DECLARED.match(first)
    if declared:
        said = _usable(declared[1].decode("ascii"), name)
        # Read as single bytes, the declaration gainsays itself.
        return "utf-8" if said.startswith(("utf-16", "utf-32")) else said
    # Cut where no character of a Chinese encoding can be cut: none has ">" as its second byte.
    whole = first[: first.rfind(b">") + 1]
    try:
        whole.decode("utf-8")
    except UnicodeDecodeError:
        guess = most_plausible(whole)
        return guess[1] if guess else "utf-8"
    return "utf-8"


def _usable(encoding: str, name: str) -> str:
    """Return Python's name of an encoding, or of the wider one that is meant by it."""
    try:
        b"x".decode(encoding, "replace")  # also refuses what is no encoding of text
        known = codecs.lookup(encoding).name
    except (LookupError, ValueError):
        known = ""
    if not known or known.replace("-", "_") in NO_ENCODINGS_OF_TEXT:
        shown = "".join(char for char in encoding[:40] if char.isprintable())
        raise InputError(f"{name}: is in {shown}, which is no known encoding; export it in UTF-8")
    return _WIDER.get(known, known)
