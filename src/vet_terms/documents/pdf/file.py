"""Opening a PDF that somebody sent: its pages one by one, and no more memory than a document takes.

A PDF is a web of objects, many of them packed, and a page may draw a form that draws a form. What all
streams together unpack to is counted, each time one is used, so that neither a bomb nor a form drawn a
million times goes on for long. Refuses what is locked, no PDF, or beyond repair.
"""

from __future__ import annotations

import io
import logging
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from vet_terms.errors import InputError

if TYPE_CHECKING:
    from pdfminer.pdfpage import PDFPage

MOST_OF_A_STREAM = 32 * 1024 * 1024
"""What one stream may unpack to; the drawing of a crowded page takes a tenth of it. Pictures stay packed."""

MOST_BYTES = 192 * 1024 * 1024
MOST_TIMES = 20
"""What all streams may unpack to: so many bytes, and so many times as much as the file has."""

_LEAST_COST = 16 * 1024
"""What using a stream costs at the least: a form that draws nothing takes time too."""

_READ_AT_ONCE = 1 << 20

_MOST_STEPS = 20
"""References from object to object that are followed: damaged files have circles of them."""

LIBRARY_ERRORS = (
    *(AssertionError, AttributeError, ArithmeticError, LookupError, TypeError, ValueError, EOFError),
    *(RecursionError, RuntimeError, OSError, zlib.error),
)
"""What pdfminer raises on damaged files, beside its own errors: each was seen or stands in its code."""


@dataclass(slots=True)
class Budget:
    """How much the streams of a file may still unpack to."""

    name: str
    left: int

    def spend(self, size: int) -> None:
        """Count a stream that is used. Raises InputError where the file unpacks to too much."""
        self.left -= max(size, _LEAST_COST)
        if self.left < 0 or size > MOST_OF_A_STREAM:
            raise InputError(
                f"{self.name}: unpacks to more than a document takes; it is not read; "
                "print it to a PDF again, a part at a time"
            )


@dataclass(frozen=True, slots=True)
class OpenPdf:
    """The pages of a PDF, as pdfminer knows them, and what a person should know of the file."""

    pages: tuple[PDFPage, ...]
    budget: Budget
    notes: list[str] = field(default_factory=list)


def open_pdf(data: bytes, name: str) -> OpenPdf:
    """Return the pages of a PDF. Raises InputError for what is no PDF, locked or beyond repair."""
    from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect, PDFXRefFallback
    from pdfminer.pdfparser import PDFSyntaxError
    from pdfminer.psexceptions import PSException

    if b"%PDF-" not in data[:1024]:
        raise InputError(f"{name}: is no PDF; give it the ending of what it is")
    budget = Budget(name, MOST_BYTES + MOST_TIMES * len(data))
    with quiet():
        try:
            try:
                document, pages = _document(data, budget)
            except PDFSyntaxError:
                document, pages = _document(data + _NEW_END, budget)
        except PDFPasswordIncorrect as error:
            raise InputError(f"{name}: is locked with a password; save it without one") from error
        except PDFEncryptionError as error:
            raise InputError(
                f"{name}: is locked in a way that cannot be read; save it without that"
            ) from error
        except (PSException, *LIBRARY_ERRORS) as error:
            raise InputError(f"{name}: is damaged and cannot be read; {_AGAIN}") from error
    if not pages:
        raise InputError(f"{name}: has no page that can be read; {_AGAIN}")
    rebuilt = any(isinstance(xref, PDFXRefFallback) for xref in document.xrefs)
    notes = ["the file is damaged: pages or texts may be missing"] if rebuilt else []
    return OpenPdf(tuple(pages), budget, notes)


_NEW_END = b"\n999999 0 obj\n<</Type/Catalog>>\nendobj\ntrailer\n<</Root 999999 0 R>>\nstartxref\nlost\n"
"""An end for a file that has lost its own: it says nothing of the pages, so that they are looked for."""

_AGAIN = "save or print it to a PDF again"


@contextmanager
def quiet() -> Iterator[None]:
    """Keep pdfminer's own remarks on a damaged file from the screen."""
    logger = logging.getLogger("pdfminer")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(level)


def _document(data: bytes, budget: Budget) -> tuple[Any, list[PDFPage]]:
    from pdfminer.pdfdocument import PDFDocument, PDFNoPageLabels
    from pdfminer.pdfpage import PDFPage
    from pdfminer.pdfparser import PDFParser
    from pdfminer.pdftypes import PDFObjectNotFound, PDFObjRef, PDFStream

    class Stream(PDFStream):
        """A stream that is unpacked within bounds and, as pages are many, not kept unpacked."""

        def get_data(self) -> bytes:
            kept = self.rawdata
            assert kept is not None
            plain = kept
            if self.decipher:
                assert self.objid is not None and self.genno is not None
                plain = self.decipher(self.objid, self.genno, kept, self.attrs)
            found = _unpacked(plain, self.get_filters(), budget)
            budget.spend(len(found))
            return found

        def decode(self) -> None:
            self.data = self.get_data()

    class Parser(PDFParser):
        """A parser whose streams are unpacked within bounds."""

        def push(self, *objects: Any) -> None:
            super().push(
                *(
                    (place, Stream(found.attrs, found.rawdata or b"", found.decipher))
                    if isinstance(found, PDFStream)
                    else (place, found)
                    for place, found in objects
                )
            )

    class Pdf(PDFDocument):
        """A document in which no object leads back to itself for ever.

        Its page labels are not asked for: damaged ones would hide the pages.
        """

        def getobj(self, objid: int) -> object:
            found = super().getobj(objid)
            for _ in range(_MOST_STEPS):
                if not isinstance(found, PDFObjRef):
                    return found
                found = super().getobj(found.objid)
            raise PDFObjectNotFound(objid)

        def get_page_labels(self) -> Iterator[str]:
            raise PDFNoPageLabels

    document = Pdf(Parser(io.BytesIO(data)))
    return document, list(PDFPage.create_pages(document))


def _unpacked(data: bytes, filters: list[tuple[Any, Any]], budget: Budget) -> bytes:
    from pdfminer.ascii85 import ascii85decode, asciihexdecode
    from pdfminer.lzw import LZWDecoder
    from pdfminer.pdftypes import int_value
    from pdfminer.psparser import literal_name
    from pdfminer.runlength import rldecode
    from pdfminer.utils import apply_png_predictor

    for packing, parameters in filters:
        kind = str(literal_name(packing))
        if kind in {"FlateDecode", "Fl"}:
            data = _inflated(data, budget)
        elif kind in {"LZWDecode", "LZW"}:
            data = _gathered(LZWDecoder(io.BytesIO(data)).run(), budget)
        elif kind in {"ASCII85Decode", "A85"}:
            data = ascii85decode(data)
        elif kind in {"ASCIIHexDecode", "AHx"}:
            data = asciihexdecode(data)
        elif kind in {"RunLengthDecode", "RL"} and len(data) * 64 <= MOST_OF_A_STREAM:
            data = rldecode(data)
        elif kind != "Crypt":
            # A packing of pictures: no text is in it.
            return b""
        if isinstance(parameters, dict) and int_value(parameters.get("Predictor", 1)) >= 10:
            colours, columns = (int_value(parameters.get(key, 1)) for key in ("Colors", "Columns"))
            bits = int_value(parameters.get("BitsPerComponent", 8))
            if columns > 0:
                data = apply_png_predictor(int_value(parameters["Predictor"]), colours, columns, bits, data)
    return data


def _inflated(data: bytes, budget: Budget) -> bytes:
    return _gathered(_inflating(data), budget)


def _inflating(data: bytes) -> Iterator[bytes]:
    """Yield what a packed stream holds; of a damaged one, what stands before the damage."""
    unpack = zlib.decompressobj()
    try:
        while data:
            yield unpack.decompress(data, _READ_AT_ONCE)
            data = unpack.unconsumed_tail
        yield unpack.flush()
    except zlib.error:
        return


def _gathered(pieces: Iterator[bytes], budget: Budget) -> bytes:
    found = bytearray()
    for piece in pieces:
        found += piece
        if len(found) > MOST_OF_A_STREAM:
            budget.spend(len(found))
    return bytes(found)
