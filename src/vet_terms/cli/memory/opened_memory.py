"""The memory that a command works with, opened; what it has to remark is said when the work is done."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from vet_terms.cli.memory.store_option import DEFAULT_STORE
from vet_terms.cli.output import progress, say

if TYPE_CHECKING:
    from vet_terms.memory.memory import Memory


@contextlib.contextmanager
def opened_memory(store: str, *, create: bool = False) -> Iterator[Memory]:
    """Open the memory at an address, with a bar for what takes long.

    Raises InputError where it is not there and not to be created, or is none.
    """
    from vet_terms.memory.memory import open_memory

    with open_memory(store, create=create, progress=progress) as memory:
        yield memory
        for remark in memory.remarks:
            say(f"warning: {remark}")


@contextlib.contextmanager
def memory_if_there(store: str, without: str) -> Iterator[Memory | None]:
    """Open the memory; where it is the default one and not there, say what is done without it.

    Raises InputError where a memory that was named is not there, or is none.
    """
    if store == str(DEFAULT_STORE) and not Path(store).exists():
        say(f"no memory here ({DEFAULT_STORE}): {without}; `vet-terms memory import` makes one")
        yield None
        return
    with opened_memory(store) as memory:
        yield memory
