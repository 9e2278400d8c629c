"""What changed between two term bases: concepts that came and went, and cells, in a form that people read.

Order of rows, spaces around cells, line ends and empty columns are no change; nor is an id that one side
does not give. Nothing is decided here, and no file read.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from vet_terms.glossary.identity import paired
from vet_terms.glossary.termbase import COLUMNS, canonical, join_values
from vet_terms.model import Concept


@dataclass(frozen=True, slots=True)
class CellChange:
    """A cell before and after; for a cell of several values also which came and which went."""

    column: str
    before: str
    after: str
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ConceptChange:
    """A concept that is in both, with the cells that differ; terms are the new ones."""

    id: str
    zh: str
    en: str
    cells: tuple[CellChange, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """All that differs, in the order of the newer one; concepts that are gone in that of the older."""

    added: tuple[Concept, ...]
    removed: tuple[Concept, ...]
    changed: tuple[ConceptChange, ...]

    def __bool__(self) -> bool:
        """Tell whether anything differs."""
        return bool(self.added or self.removed or self.changed)


def difference(
    old: Sequence[Concept], new: Sequence[Concept], without: Collection[str] = frozenset()
) -> Difference:
    """Return what differs between two term bases, some columns left out of account."""
    added, removed, changed = [], [], []
    for before, after in paired(old, new):
        if before is None:
            added.append(new[after or 0])
        elif after is None:
            removed.append(old[before])
        elif cells := _changes(old[before], new[after], without):
            concept = new[after]
            changed.append(ConceptChange(concept.id or old[before].id, concept.zh, concept.en, cells))
    return Difference(tuple(added), tuple(removed), tuple(changed))


def edits_by_people(
    current: Sequence[Concept], last_machine: Sequence[Concept], without: Collection[str] = frozenset()
) -> Difference:
    """Return what people changed since the machine last wrote: the term base against the machine's own copy.

    There a row that people deleted before is ``rejected``; it is among those that are gone.
    """
    standing = {row.id for row in current}
    typed_again = [row.id for row in last_machine if row.status == "rejected" and row.id in standing]
    return difference([row for row in last_machine if row.id not in typed_again], current, without)


def empty_columns(concepts: Sequence[Concept]) -> frozenset[str]:
    """Return the columns in which no concept says anything: their format may have no place for them."""
    return frozenset(
        column for column in COLUMNS if not any(getattr(concept, column) for concept in concepts)
    )


def added_columns(concepts: Sequence[Concept]) -> frozenset[str]:
    """Return the columns that people added to a term base."""
    return frozenset(column for concept in concepts for column, _ in concept.extra)


def _changes(old: Concept, new: Concept, without: Collection[str]) -> tuple[CellChange, ...]:
    before, after = canonical(old), canonical(new)
    changes = [
        _change(column, getattr(before, column), getattr(after, column))
        for column in COLUMNS
        if column not in without
        and getattr(before, column) != getattr(after, column)
        and not (column == "id" and "" in {before.id, after.id})
    ]
    old_cells, new_cells = dict(before.extra), dict(after.extra)
    columns = dict.fromkeys(column for column, _ in (*old.extra, *new.extra))
    changes += [
        CellChange(column, old_cells.get(column, ""), new_cells.get(column, ""))
        for column in columns
        if column not in without and old_cells.get(column, "") != new_cells.get(column, "")
    ]
    return tuple(changes)


def _change(column: str, before: object, after: object) -> CellChange:
    if isinstance(before, tuple) and isinstance(after, tuple):
        return CellChange(
            column,
            join_values(before),
            join_values(after),
            tuple(value for value in after if value not in before),
            tuple(value for value in before if value not in after),
        )
    return CellChange(column, str(before), str(after))
