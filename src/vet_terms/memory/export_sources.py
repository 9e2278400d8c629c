"""Where an export takes its units from: TMX files of any make, or a memory; to be gone through again."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vet_terms.memory.store.opening import open_store
from vet_terms.memory.unit import MemoryUnit
from vet_terms.tmx.model import Element, TmxUnit
from vet_terms.tmx.reading import open_tmx
from vet_terms.tmx.writing import units_of_xml

_AT_ONCE = 1000
"""Rows of a store whose units are parsed together."""


@dataclass(frozen=True, slots=True)
class TmxFiles:
    """The units of TMX files, one file after the other."""

    paths: Sequence[str]

    def units(self) -> Iterator[TmxUnit]:
        """Yield the units. Raises InputError where a file is missing, broken, or no TMX."""
        for path in self.paths:
            with open_tmx(path) as reader:
                yield from reader

    def remarks(self) -> list[Element]:
        """Return the notes and properties of the files' headers. Raises InputError."""
        found: list[Element] = []
        for path in self.paths:
            with open_tmx(path) as reader:
                found += reader.header.remarks
        return found


@dataclass(frozen=True, slots=True)
class StoredUnits:
    """The units of a memory, in the order in which they came in."""

    address: str

    def units(self) -> Iterator[TmxUnit]:
        """Yield a unit of one Chinese and one English variant for each of the memory. Raises InputError."""
        store = open_store(self.address)
        try:
            rows = store.after(0)
            while some := list(itertools.islice(rows, _AT_ONCE)):
                whole = units_of_xml([row.tu for row in some])
                yield from (_of_row(unit, row) for unit, row in zip(whole, some, strict=True))
        finally:
            store.close()

    def remarks(self) -> list[Element]:
        """A memory has no header."""
        return []


def _of_row(unit: TmxUnit, row: MemoryUnit) -> TmxUnit:
    """Return a unit with the two variants that the row is about: others of it have rows of their own."""
    zh = next((each for each in unit.variants if (each.language, each.text) == (row.zh_code, row.zh)), None)
    en = next((each for each in unit.variants if (each.language, each.text) == (row.en_code, row.en)), None)
    return unit._replace(variants=(zh, en)) if zh and en else unit
