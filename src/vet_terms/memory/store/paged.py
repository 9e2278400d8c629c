"""What both stores do alike: units fetched some hundred at a time, and gone through page by page.

A store of rows says how it gets the rows of some ids, and a page of those behind an id.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Mapping, Sequence

from vet_terms.memory.store.rows import COLUMNS, TEXTS, Row, in_chunks
from vet_terms.memory.store.store import Store, StoredText
from vet_terms.memory.unit import MemoryUnit


class PagedStore(Store):
    """A store that keeps units as rows with the columns of `rows`."""

    def get(self, ids: Sequence[int]) -> Mapping[int, MemoryUnit]:
        """Return those of the units that are there, by id."""
        units = (MemoryUnit(*row) for chunk in in_chunks(ids) for row in self._rows_of(COLUMNS, chunk))
        return {unit.id: unit for unit in units}

    def there(self, ids: Sequence[int]) -> set[int]:
        """Return those of the ids that the store has units of."""
        return {number for chunk in in_chunks(ids) for (number,) in self._rows_of(("id",), chunk)}

    def after(self, last_id: int) -> Iterator[MemoryUnit]:
        """Yield the units with greater ids, ascending."""
        return (MemoryUnit(*row) for row in self._rows_after(COLUMNS, last_id))

    def texts_after(self, last_id: int) -> Iterator[StoredText]:
        """Yield what an index needs of the units with greater ids, ascending."""
        return (StoredText(*row) for row in self._rows_after(TEXTS, last_id))

    def _rows_after(self, columns: Sequence[str], last_id: int) -> Iterator[Row]:
        number = columns.index("id")
        while page := self._page_after(columns, last_id):
            yield from page
            last_id = page[-1][number]

    @abstractmethod
    def _rows_of(self, columns: Sequence[str], ids: Sequence[int]) -> Sequence[Row]:
        """Return some columns of those of the units that are there. Raises InputError."""

    @abstractmethod
    def _page_after(self, columns: Sequence[str], last_id: int) -> Sequence[Row]:
        """Return some columns of the next units, ascending; holds nothing afterwards. Raises InputError."""
