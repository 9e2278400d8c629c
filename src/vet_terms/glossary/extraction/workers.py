"""How many processes work on the chunks of a large memory, and what must be put by between rounds."""

from __future__ import annotations

import functools
import io
import operator
import pickle
import tempfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from typing import Any, overload

from vet_terms.glossary.extraction.english import Word
from vet_terms.glossary.extraction.pairing import Pair
from vet_terms.glossary.extraction.renderings import Rendering
from vet_terms.glossary.extraction.spans import ChineseSpan
from vet_terms.glossary.extraction.units import Atom
from vet_terms.language.entities import Entity
from vet_terms.language.pinyin import SoundMatch
from vet_terms.language.tagging import Token
from vet_terms.processes import cores

MOST_PROCESSES = 4
"""Each holds the models, half a gigabyte."""
_IN_MEMORY = 64 << 20


def processes_for(*, is_large: bool) -> int:
    """Return how many processes a memory is worked on by: one where it is small."""
    return min(MOST_PROCESSES, cores()) if is_large else 1


class Shelf(Sequence[bytes]):
    """Values put by in their order, packed: in memory while they are few, else in a file that nobody sees."""

    def __init__(self) -> None:
        """Begin empty."""
        self._file = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115
        self._sizes: list[int] = []

    def __del__(self) -> None:
        """Let go of the file."""
        self._file.close()

    def __len__(self) -> int:
        """Return how many values there are."""
        return len(self._sizes)

    def put(self, packed: bytes) -> None:
        """Put a packed value behind the others."""
        self._file.write(packed)
        self._sizes.append(len(packed))

    @overload
    def __getitem__(self, index: int) -> bytes: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[bytes]: ...

    def __getitem__(self, index: int | slice) -> bytes | Sequence[bytes]:
        """Return a value, or some, by their numbers."""
        return list(self)[index]

    def __iter__(self) -> Iterator[bytes]:
        """Yield the packed values; nothing may be put by meanwhile."""
        self._file.seek(0)
        for size in self._sizes:
            yield self._file.read(size)


def _taken_apart(kind: type, fields: Callable[[Any], tuple[Any, ...]], value: Any) -> tuple[type, Any]:
    return kind, fields(value)


class _Packer(pickle.Pickler):
    """A pickler that takes the fields of the values of which there are thousands at a stroke."""

    dispatch_table = {  # noqa: RUF012
        each: functools.partial(_taken_apart, each, operator.attrgetter(*each.__slots__))
        for each in (Atom, ChineseSpan, Entity, Pair, Rendering, SoundMatch, Token, Word)
    }


def packed(value: object) -> bytes:
    """Return a value as bytes."""
    stream = io.BytesIO()
    _Packer(stream, pickle.HIGHEST_PROTOCOL).dump(value)
    return zlib.compress(stream.getbuffer(), 1)


def unpacked(data: bytes) -> Any:
    """Return a value from the bytes that `packed` made of it in this run; never of bytes from elsewhere."""
    return pickle.loads(zlib.decompress(data))  # noqa: S301
