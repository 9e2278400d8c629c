"""Whole tables joined: which concepts are the same, which are new, which are gone.

With what both began with (``base``) the join is a true three-way one. Without it, what the machine last
wrote for an id is the beginning of that concept, and other concepts have none. A row that stands wins
against another's, unless nobody ever touched it and the other is a person's. What was deleted here stays
deleted.
"""

from __future__ import annotations

import dataclasses
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from vet_terms.glossary.identity import (
    KnownConcepts,
    chinese_key,
    english_key,
    is_id_of_a_build,
    paired,
)
from vet_terms.glossary.joining.cells import joined
from vet_terms.glossary.joining.changes import Clash, Joined, Taken
from vet_terms.glossary.merge import concept_id, is_machines, with_ids
from vet_terms.glossary.termbase import canonical, in_order
from vet_terms.model import Concept

DELETED = "(deleted)"


@dataclass(frozen=True, slots=True)
class Other:
    """A list that is to be joined into a term base, under the name by which the report calls it."""

    name: str
    concepts: Sequence[Concept]


def join_tables(
    current: Sequence[Concept],
    others: Sequence[Other],
    last_machine: Sequence[Concept] = (),
    base: Sequence[Concept] | None = None,
) -> Joined:
    """Join other lists into a term base, one after the other; nothing that is given is changed.

    ``last_machine`` is the machine's own copy beside the term base, empty where there is none: then every
    row counts as a person's. ``base`` is what the term base and the others all began with.
    """
    work = _Join(current, {row.id: row for row in last_machine}, has_base=base is not None)
    for other in others:
        work.take_in(other, base)
    return Joined(
        tuple(in_order(row for row in work.rows if row is not None)),
        tuple(work.taken),
        tuple(work.clashes),
        work.known,
    )


class _Join:
    """The rows while others are joined into them; a row that goes leaves its place empty."""

    def __init__(self, current: Sequence[Concept], last: Mapping[str, Concept], *, has_base: bool) -> None:
        standing = with_ids(current, last)
        self.rows: list[Concept | None] = list(standing.values())
        self.taken: list[Taken] = []
        self.clashes: list[Clash] = []
        self.known = 0
        self._last = last
        self._has_base = has_base
        self._ids = {*standing, *last}
        self._deleted = [row for row in last.values() if row.id not in standing]
        self._known_deleted = KnownConcepts(self._deleted)

    def take_in(self, other: Other, base: Sequence[Concept] | None) -> None:
        """Join one list, against what it and the rows began with where that is known."""
        theirs = [_composed(concept) for concept in other.concepts]
        standing = {number: row for number, row in enumerate(self.rows) if row is not None}
        if base is not None:
            theirs = self._take_in_changes(theirs, base, standing, other.name)
        self._take_in_new(theirs, standing, other.name)

    def _take_in_changes(
        self, theirs: Sequence[Concept], base: Sequence[Concept], standing: dict[int, Concept], origin: str
    ) -> list[Concept]:
        """Join what a list changed of a beginning; return what it added to it.

        Rows that continue the beginning are taken out of those that stand: they are no partners for others.
        """
        numbers = list(standing)
        now = {old: numbers[new] for old, new in paired(base, list(standing.values())) if new is not None}
        added = []
        for old, new in paired(base, theirs):
            if old is None:
                added.append(theirs[new or 0])
                continue
            number = now.get(old)
            if number is not None:
                del standing[number]
            if new is None:
                self._delete(number, base[old], origin)
            elif number is None:
                self._leave_deleted(theirs[new], base[old], origin)
            else:
                self._join(number, theirs[new], base[old], origin)
        return added

    def _take_in_new(self, theirs: Iterable[Concept], standing: Mapping[int, Concept], origin: str) -> None:
        """Join concepts of which nothing is known but what stands, and what the machine last wrote.

        Two of one list stay two unless they are the same pair: it may well have two renderings of a term.
        """
        numbers, known = list(standing), KnownConcepts(list(standing.values()))
        first_added, known_added = len(self.rows), KnownConcepts()
        for concept in theirs:
            found, added = known.same_as(concept), known_added.same_by_id_or_pair(concept)
            deleted = self._known_deleted.same_by_id_or_pair(concept)
            if found is not None:
                self._join(numbers[found], concept, self._last_of(numbers[found], concept), origin)
            elif added is not None:
                self._join(first_added + added, concept, None, origin)
            elif deleted is not None:
                self._leave_deleted(concept, self._deleted[deleted], origin)
            else:
                known_added.add(self._add(concept, origin))

    def _last_of(self, number: int, theirs: Concept) -> Concept | None:
        """Return what the machine last wrote for a row, where another's concept is the same row's.

        An id is made of the Chinese alone, so that other documents give it too: where the evidence has no
        place in common, the other's is no edited copy of this row.
        """
        last = self._last.get(theirs.id) if theirs.id == _there(self.rows[number]).id else None
        if last and last.source and theirs.source and not {*last.source} & {*theirs.source}:
            return None
        return last

    def _join(self, number: int, theirs: Concept, base: Concept | None, origin: str) -> None:
        self.known += 1
        ours = _there(self.rows[number])
        nobodys = is_machines(ours, self._last.get(ours.id))
        yields = nobodys and _is_a_persons(theirs, base) and (base is not None or _is_of(ours, theirs))
        result = joined(ours, theirs, base, origin, yields=yields)
        self.rows[number] = result.concept
        self.taken += result.taken
        self.clashes += result.clashes

    def _add(self, theirs: Concept, origin: str) -> Concept:
        keeps_id = is_id_of_a_build(theirs.id) and theirs.id not in self._ids
        id_ = theirs.id if keeps_id else concept_id(theirs.zh, self._ids)
        self._ids.add(id_)
        row = dataclasses.replace(theirs, id=id_, source=theirs.source or self._source(theirs, origin))
        self.rows.append(row)
        self.taken.append(Taken("concept", id_, row.zh, "", "", row.en, origin))
        return row

    def _source(self, theirs: Concept, origin: str) -> tuple[str, ...]:
        """Return the list itself as the source of a concept for which it gives no evidence."""
        is_attested = bool(theirs.count or theirs.context_zh or theirs.context_en)
        return () if is_attested or self._has_base else (PurePath(origin).name,)

    def _delete(self, number: int | None, base: Concept, origin: str) -> None:
        """Follow another who deleted a row, unless it was changed here."""
        if number is None:
            return
        ours = _there(self.rows[number])
        if _says_the_same(ours, base) or is_machines(ours, self._last.get(ours.id)):
            self.rows[number] = None
            self.taken.append(Taken("deletion", ours.id, ours.zh, "", ours.en, DELETED, origin))
        else:
            self.clashes.append(Clash("deleted", ours.id, ours.zh, "", ours.en, DELETED, origin))

    def _leave_deleted(self, theirs: Concept, before: Concept, origin: str) -> None:
        """Say it where a row that is deleted here was changed or decided on by the other."""
        self.known += 1
        if theirs.status in {"proposed", "superseded"}:
            before = dataclasses.replace(before, status=theirs.status)
        if not _says_the_same(theirs, before):
            self.clashes.append(Clash("deleted", before.id, theirs.zh, "", DELETED, theirs.en, origin))


def _there(row: Concept | None) -> Concept:
    assert row is not None, "a row that is gone is not looked for again"
    return row


def _is_a_persons(theirs: Concept, base: Concept | None) -> bool:
    return theirs.status != "proposed" or (base is not None and not _says_the_same(theirs, base))


def _is_of(ours: Concept, theirs: Concept) -> bool:
    """Tell whether another's concept is ours by its preferred terms, not only by a short form of them."""
    return chinese_key(ours.zh) == chinese_key(theirs.zh) or english_key(ours.en) == english_key(theirs.en)


def _says_the_same(one: Concept, other: Concept) -> bool:
    return canonical(dataclasses.replace(one, id="")) == canonical(dataclasses.replace(other, id=""))


def _composed(concept: Concept) -> Concept:
    """Return a concept with its texts in NFC and no preferred term among the variants."""
    changes: dict[str, Any] = {}
    for field in dataclasses.fields(concept):
        value = getattr(concept, field.name)
        if isinstance(value, str):
            changes[field.name] = unicodedata.normalize("NFC", value)
        elif isinstance(value, tuple) and field.name != "extra":
            changes[field.name] = tuple(unicodedata.normalize("NFC", each) for each in value)
    for preferred, variants in (("zh", "zh_variants"), ("en", "en_variants")):
        changes[variants] = tuple(form for form in changes[variants] if form != changes[preferred])
    return dataclasses.replace(concept, **changes)
