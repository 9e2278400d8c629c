"""A limit for work that a person's own pattern can make endless: processor time, not the clock."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Iterator
from typing import NoReturn

from vet_terms.errors import InputError


@contextlib.contextmanager
def at_most(seconds: float, said: str) -> Iterator[None]:
    """End the block with an InputError that says ``said`` where it takes longer than so many seconds.

    Where the system has no timer of a process, and in other threads than the first, nothing ends it.
    """
    timer = getattr(signal, "setitimer", None)
    if timer is None or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(*_: object) -> NoReturn:
        raise InputError(said)

    before = signal.signal(signal.SIGVTALRM, stop)
    timer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        timer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
