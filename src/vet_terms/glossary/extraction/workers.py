"""Work on the chunks of a large memory by several processes, and what must be put by between rounds.

Results come in the order of the chunks whoever made them, so that they do not depend on how many processes
there are. What all chunks of a round share goes through a file that each process reads once. Small
memories are worked on here, without a process more.
"""

from __future__ import annotations

import functools
import io
import multiprocessing
import operator
import os
import pickle
import tempfile
import zlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar, overload

from vet_terms.glossary.extraction.english import Word
from vet_terms.glossary.extraction.pairing import Pair
from vet_terms.glossary.extraction.renderings import Rendering
from vet_terms.glossary.extraction.spans import ChineseSpan
from vet_terms.glossary.extraction.units import Atom
from vet_terms.language.entities import Entity
from vet_terms.language.pinyin import SoundMatch
from vet_terms.language.tagging import Token

Shared = TypeVar("Shared")
Item = TypeVar("Item")
Result = TypeVar("Result")

MOST_PROCESSES = 4
"""Each holds the models, half a gigabyte."""
_IN_MEMORY = 64 << 20
_AHEAD = 2


class Workers:
    """As many processes as there are cores, within bounds; none where the work is small."""

    def __init__(self, *, is_large: bool) -> None:
        """Make ready; processes start with their first work."""
        self._count = min(MOST_PROCESSES, _cores()) if is_large else 1
        self._pool: ProcessPoolExecutor | None = None
        self._folder = tempfile.TemporaryDirectory(prefix="vet-terms-")
        self._rounds = 0

    def __enter__(self) -> Workers:
        """Return the workers."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the processes and delete what they shared."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
        self._folder.cleanup()

    def map(
        self, work: Callable[[Shared, Item], Result], shared: Shared, items: Iterable[Item]
    ) -> Iterator[Result]:
        """Yield what the work makes of each item with what is shared, in order."""
        if self._count == 1:
            yield from (work(shared, item) for item in items)
            return
        if self._pool is None:
            # A fork of a process in which threads of a model run may wait for ever.
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(self._count, mp_context=context)
        self._rounds += 1
        path = Path(self._folder.name) / str(self._rounds)
        path.write_bytes(pickle.dumps(shared, pickle.HIGHEST_PROTOCOL))
        waiting: deque[Future[Result]] = deque()
        for item in items:
            waiting.append(self._pool.submit(_apply, work, str(path), item))
            if len(waiting) > _AHEAD * self._count:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
        path.unlink()


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


def _apply(work: Callable[[Any, Any], Any], path: str, item: Any) -> Any:
    return work(_shared(path), item)


@functools.lru_cache(maxsize=1)
def _shared(path: str) -> Any:
    return pickle.loads(Path(path).read_bytes())  # noqa: S301


def _cores() -> int:
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1
