"""Work shared out among processes, its results in the order of the items whoever made them.

What all items of a round share goes through a file that each process reads once. Where one process is enough,
the work is done here, without a process more.
"""

from __future__ import annotations

import functools
import multiprocessing
import os
import pickle
import tempfile
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

Shared = TypeVar("Shared")
Item = TypeVar("Item")
Result = TypeVar("Result")

_AHEAD = 2


def cores() -> int:
    """Return how many cores this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


class Workers:
    """So many processes; none beside this one where the count is 1."""

    def __init__(self, count: int) -> None:
        """Make ready; processes start with their first work."""
        self._count = count
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


def _apply(work: Callable[[Any, Any], Any], path: str, item: Any) -> Any:
    return work(_shared(path), item)


@functools.lru_cache(maxsize=1)
def _shared(path: str) -> Any:
    return pickle.loads(Path(path).read_bytes())  # noqa: S301
