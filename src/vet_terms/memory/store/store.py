"""What a store of units can do; the same answers whichever keeps them.

A store knows no TMX, no matching and no index: it keeps rows, in the order in which they came, and says
when it has changed. Units are never altered: a correction is a new unit and the removal of the old one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import NamedTuple, Protocol, Self

from vet_terms.memory.unit import MemoryUnit


@dataclass(frozen=True, slots=True)
class Added:
    """What became of an import: how many units were new, and how many were there already, to the letter."""

    new: int
    known: int


@dataclass(frozen=True, slots=True)
class StoreState:
    """What tells whether a store has changed since somebody looked."""

    identity: str
    """A name that the store was given when it was made and that no other store has."""
    last_id: int
    """The greatest id ever given; ids are committed in ascending order."""
    units: int
    removed: int
    """How many units were ever removed."""


class StoredText(NamedTuple):
    """What an index is made from. A million of them are read at once, so they are bare tuples."""

    id: int
    zh: str
    en: str
    status: str
    created: str
    changed: str


class Store(Protocol):
    """Rows of units, and transactions around their changes; closed at the end of a ``with`` block.

    Ids are 1, 2, 3 … in the order in which units came in, with no gap but by removal. Several programs may
    use one store at once, and threads may take turns with one object. Every method raises InputError where
    the store cannot be read (damaged, of a newer version, not a store), OutputError where it cannot be
    written (disk full, read only, locked for too long), each with a sentence that names the store and what
    to do.
    """

    name: str
    """How a person names it: a path, or an address without its password."""

    def add(self, units: Iterable[MemoryUnit]) -> Added:
        """Keep units, all or none. One whose every field but id is in the store already is counted only.

        Ids are given ascending in the order of the units. Whoever else is adding waits for their turn. The
        units are taken one by one, so there may be more than fit into memory; they may not come from this
        same store. Raises InputError also for a unit that no XML file could hold (a zero character).
        """
        ...

    def state(self) -> StoreState:
        """Return what the store holds now."""
        ...

    def get(self, ids: Sequence[int]) -> Mapping[int, MemoryUnit]:
        """Return those of the units that are there, by id."""
        ...

    def there(self, ids: Sequence[int]) -> set[int]:
        """Return those of the ids that the store has units of: what `get` would find, without reading it."""
        ...

    def after(self, last_id: int) -> Iterator[MemoryUnit]:
        """Yield the units with greater ids, ascending, in bounded memory.

        Nobody is kept waiting meanwhile, however long it takes: units that are added meanwhile come too, and
        units that are removed meanwhile may be missing.
        """
        ...

    def texts_after(self, last_id: int) -> Iterator[StoredText]:
        """Yield what an index needs of the units with greater ids, as ``after`` does."""
        ...

    def remove(self, ids: Iterable[int]) -> int:
        """Remove units, all or none; return how many were there."""
        ...

    def close(self) -> None:
        """Let go of the file or the connection."""
        ...

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
