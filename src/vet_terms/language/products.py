"""How many threads a matrix product takes: one, where work is shared out among threads of our own.

Two layers of threads are in each other's way, and a product shared out otherwise has other last bits.
"""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Iterator
from typing import Any


@contextlib.contextmanager
def one_thread_a_product() -> Iterator[None]:
    """Let every matrix product inside the block run on the thread that asks for it."""
    with _thread_pools().limit(limits=1, user_api="blas"):
        yield


@functools.cache
def _thread_pools() -> Any:
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()
