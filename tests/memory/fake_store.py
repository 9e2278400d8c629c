from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import TracebackType
from typing import Self

from vet_terms.memory.store.store import Added, StoredText, StoreState
from vet_terms.memory.unit import MemoryUnit


class FakeStore:
    """A store in memory, for tests of what stands above stores."""

    name = "fake"

    def __init__(self, identity: str = "fake") -> None:
        self.units: dict[int, MemoryUnit] = {}
        self.identity = identity
        self.last_id = 0
        self.removed = 0
        self.gets = 0

    def add(self, units: Iterable[MemoryUnit]) -> Added:
        known = {dataclasses.replace(unit, id=0) for unit in self.units.values()}
        new = same = 0
        for unit in units:
            if unit in known:
                same += 1
                continue
            self.last_id += 1
            new += 1
            self.units[self.last_id] = dataclasses.replace(unit, id=self.last_id)
        return Added(new, same)

    def state(self) -> StoreState:
        return StoreState(self.identity, self.last_id, len(self.units), self.removed)

    def get(self, ids: Sequence[int]) -> Mapping[int, MemoryUnit]:
        self.gets += 1
        return {each: self.units[each] for each in ids if each in self.units}

    def there(self, ids: Sequence[int]) -> set[int]:
        return {each for each in ids if each in self.units}

    def after(self, last_id: int) -> Iterator[MemoryUnit]:
        return (unit for number, unit in sorted(self.units.items()) if number > last_id)

    def texts_after(self, last_id: int) -> Iterator[StoredText]:
        for unit in self.after(last_id):
            yield StoredText(unit.id, unit.zh, unit.en, unit.status, unit.created, unit.changed)

    def remove(self, ids: Iterable[int]) -> int:
        gone = [self.units.pop(each) for each in set(ids) if each in self.units]
        self.removed += len(gone)
        return len(gone)

    def close(self) -> None:
        return None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
