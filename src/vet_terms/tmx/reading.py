"""TMX of any version, from any tool, read as a stream: memory for some units at a time, never for the file.

TMX 1.1 to 1.4b (LISA OSCAR; 1.4b of 2005-04-26), level 1 and 2, with any namespace or prefix, ``lang`` or
``xml:lang``, in any encoding, also gzipped or alone in a zip archive. No DTD is loaded; a file that declares
entities is refused. Of a broken file the units before the break are whole, and can be taken.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from vet_terms.errors import InputError
from vet_terms.tmx.encoding import as_utf8
from vet_terms.tmx.model import TmxHeader, TmxUnit
from vet_terms.tmx.opening import BLOCK, name_of, utf8_blocks
from vet_terms.tmx.parsing import BrokenTmxError, UnitParser


class TmxReader:
    """The units of a file in its order, once; ``header`` is there from the start.

    Iterating raises InputError where the file is broken (with the line), refused, or has no unit. With
    ``recover`` it stops at the break instead, where a unit stands before it, and ``broken`` then says what
    is broken and where. None is for callers that offer no such choice: the message does not name it.
    """

    def __init__(self, blocks: Iterable[bytes], name: str, *, recover: bool | None = None) -> None:
        self.name = name
        self.broken = ""
        self.line = 0
        """Where in the file the unit begins that was given last; lines count from 1."""
        self._recover = recover
        self._blocks = iter(blocks)
        self._parser = UnitParser(name)
        self._failure: BrokenTmxError | None = None
        self._count = 0
        self._ended = False
        while not (self._parser.header or self._parser.units or self._ended):
            self._advance()
        if self._failure and not self._parser.root_name:
            raise self._said() from self._failure

    @property
    def header(self) -> TmxHeader:
        """The file's root and header; with no attributes where it has no header."""
        parser = self._parser
        return parser.header or TmxHeader((), (), parser.root_name, parser.root_attributes)

    def __iter__(self) -> Iterator[TmxUnit]:
        """Yield the units."""
        parser = self._parser
        while True:
            units, lines = parser.taken()
            self._count += len(units)
            for line, unit in zip(lines, units, strict=True):
                self.line = line
                yield unit
            if self._ended:
                break
            self._advance()
        if self._failure:
            if not (self._recover and self._count):
                raise self._said() from self._failure
            self.broken = f"line {parser.line}: {self._failure}"
        elif not self._count:
            raise InputError(f"{self.name}: has no text to translate: it is a TMX without a unit")

    def _advance(self) -> None:
        """Read one block; what breaks in it is kept until the units before it are taken."""
        try:
            block = next(self._blocks, None)
            self._ended = block is None
            self._parser.feed(block or b"", last=self._ended)
        except BrokenTmxError as error:
            self._failure, self._ended = error, True

    def _said(self) -> InputError:
        advice = "export it again"
        if not self._parser.root_name:
            advice = "give a .tmx file"
        elif self._count and self._recover is not None:
            units = "the whole unit" if self._count == 1 else f"the {self._count} whole units"
            advice += f", or take {units} before that with --recover"
        return InputError(f"{self.name}: line {self._parser.line}: {self._failure}; {advice}")


@contextlib.contextmanager
def open_tmx(path: Path | str, *, recover: bool | None = None) -> Iterator[TmxReader]:
    """Open a TMX file, plain, ``.gz`` or alone in a ``.zip``; ``-`` for standard input.

    ``recover`` takes the whole units of a file that is broken further on (see `TmxReader`). Raises
    InputError where the file is missing, empty, no TMX or broken before its first unit; iterating raises it
    for what stands further on.
    """
    with utf8_blocks(path) as blocks:
        yield TmxReader(blocks, name_of(path), recover=recover)


def read_tmx_bytes(data: bytes, name: str, encoding: str | None = None) -> TmxReader:
    """Read a TMX from its bytes, unpacked; ``name`` is for messages, ``encoding`` overrules the file's own.

    Raises InputError as `open_tmx` does.
    """
    blocks = (data[start : start + BLOCK] for start in range(0, len(data), BLOCK))
    return TmxReader(as_utf8(blocks, name, encoding), name)
