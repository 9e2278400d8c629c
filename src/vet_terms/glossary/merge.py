"""The rebuild merge: what the machine proposes now, and what people made of it before.

Three lists meet: the term base as it stands, what the machine last wrote (kept beside it in
``MACHINE_FILE``), and what the machine proposes now. A row belongs to the machine as long as it is
still ``proposed`` and says what the machine last wrote; every other row belongs to a person and is
never rewritten, not even in the cells the person left alone. A row that a person deleted stays
deleted. Where the machine would now write a person's row differently, that is reported, not done.

Rows are told apart by id, not by position, so a table may be sorted in any way between two builds.
This room does no I/O and extracts nothing.
"""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from vet_terms.glossary.termbase import canonical, in_order, join_values
from vet_terms.model import Concept

MACHINE_FILE = ".terms.machine.csv"
"""What the machine last wrote, beside ``terms.csv`` and in its format; a deleted row is ``rejected``."""

JUDGED_COLUMNS = ("zh", "zh_variants", "en", "en_variants", "en_forbidden", "type", "domain", "definition")
"""The columns in which a difference is worth a person's look; the others are evidence that grows."""

ID_DIGITS = 10


@dataclass(frozen=True, slots=True)
class Conflict:
    """A cell of a person's row that the machine would now write differently than it last did."""

    id: str
    zh: str
    column: str
    kept: str
    proposed: str


@dataclass(frozen=True, slots=True)
class MergeResult:
    """The new term base and what happened to its rows.

    ``machine`` is to be written as MACHINE_FILE together with ``concepts``. ``kept`` are the rows
    that belong to people; ``updated`` and ``added`` are as they now stand, ``removed`` as they stood.
    """

    concepts: tuple[Concept, ...]
    machine: tuple[Concept, ...]
    kept: tuple[Concept, ...]
    updated: tuple[Concept, ...]
    added: tuple[Concept, ...]
    removed: tuple[Concept, ...]
    conflicts: tuple[Conflict, ...]


def merge(
    current: Sequence[Concept], last_machine: Sequence[Concept], new_machine: Sequence[Concept]
) -> MergeResult:
    """Merge a new machine output into a term base that people may have edited.

    ``current`` are the rows of the file, ``last_machine`` what the previous merge returned as
    ``machine``. Where the term base itself is gone, pass both empty: an empty ``current`` beside a
    full ``last_machine`` means that a person deleted every row. Ids of ``new_machine`` are ignored.
    """
    last = {concept.id: concept for concept in last_machine}
    standing = with_ids(current, last)
    theirs = {id_: row for id_, row in standing.items() if not is_machines(row, last.get(id_))}
    ours = {id_: row for id_, row in standing.items() if id_ not in theirs}
    deleted = {id_: row for id_, row in last.items() if id_ not in standing}
    proposals = _identified(new_machine, theirs, ours, last)

    written = {
        id_: dataclasses.replace(proposal, extra=standing[id_].extra if id_ in standing else proposal.extra)
        for id_, proposal in proposals.items()
        if id_ not in theirs and id_ not in deleted
    }
    machine = {
        **written,
        **{id_: last[id_] for id_ in theirs if id_ in last},
        **{id_: dataclasses.replace(row, status="rejected") for id_, row in deleted.items()},
    }
    return MergeResult(
        concepts=tuple(in_order([*theirs.values(), *written.values()])),
        machine=tuple(in_order(machine.values())),
        kept=tuple(in_order(theirs.values())),
        updated=tuple(
            in_order(
                row for id_, row in written.items() if id_ in ours and canonical(row) != canonical(ours[id_])
            )
        ),
        added=tuple(in_order(row for id_, row in written.items() if id_ not in ours)),
        removed=tuple(in_order(row for id_, row in ours.items() if id_ not in written)),
        conflicts=tuple(_conflicts(theirs, last, proposals)),
    )


def with_columns_restored(
    current: Iterable[Concept], last_machine: Iterable[Concept], absent: Collection[str]
) -> list[Concept]:
    """Return the rows of a term base with what its missing columns held when the machine last wrote them.

    Taking a column out of the table is no edit of each of its rows.
    """
    last = {concept.id: concept for concept in last_machine}
    return [
        dataclasses.replace(row, **{column: getattr(last[row.id], column) for column in absent})
        if row.id in last
        else row
        for row in current
    ]


def concept_id(zh: str, taken: Collection[str] = frozenset()) -> str:
    """Return the id of a new concept: ``c`` and ten hexadecimal digits of its Chinese's SHA-256.

    The letter keeps spreadsheets from reading an id as a number. Where the id is taken (the same
    Chinese names two concepts), the next one of a fixed sequence is given.
    """
    number = 0
    while True:
        text = zh if number == 0 else f"{zh}\n{number}"
        id_ = "c" + hashlib.sha256(text.encode("utf-8")).hexdigest()[:ID_DIGITS]
        if id_ not in taken:
            return id_
        number += 1


def is_machines(row: Concept, last: Concept | None) -> bool:
    """Tell whether a row is still as the machine wrote it and not decided on by a person."""
    return (
        last is not None and row.status not in {"approved", "rejected"} and canonical(row) == canonical(last)
    )


def _in_one_order(rows: Iterable[Concept]) -> list[Concept]:
    """Return rows in an order that does not depend on the one they came in, not even between twins."""
    return in_order(sorted(rows, key=repr))


def with_ids(current: Sequence[Concept], last: Mapping[str, Concept]) -> dict[str, Concept]:
    """Return rows by id; one without an id, or with another row's, gets its own.

    A machine row whose id cell was cleared is known again by its terms.
    """
    rows: dict[str, Concept] = {}
    without: list[Concept] = []
    for row in _in_one_order(current):
        if row.id and row.id not in rows:
            rows[row.id] = row
        else:
            without.append(row)
    by_terms = {(row.zh, row.en): id_ for id_, row in sorted(last.items(), reverse=True)}
    taken = {*rows, *last}
    for row in without:
        known = by_terms.get((row.zh, row.en), "")
        id_ = known if known and known not in rows else concept_id(row.zh, taken)
        taken.add(id_)
        rows[id_] = dataclasses.replace(row, id=id_)
    return rows


def _identified(
    new: Sequence[Concept],
    theirs: Mapping[str, Concept],
    ours: Mapping[str, Concept],
    last: Mapping[str, Concept],
) -> dict[str, Concept]:
    """Give each proposal the id of the row it continues, or a new one.

    A row is continued by the same pair of terms, else by the same Chinese, else by a proposal whose
    Chinese is one of the row's forms, else by any form in common. The last does not bind a deleted
    row: whoever deleted an abbreviation said nothing of the full name. Each row is continued once,
    so that two concepts with the same Chinese both live on.
    """
    # Of two proposals of the same pair the first counts; they could not be told apart next time.
    proposals = list({(row.zh, row.en): row for row in reversed(_in_one_order(new))}.values())[::-1]
    # People's rows come first: they stay as they are, so the next merge finds them in the same order.
    alive = [
        *in_order(theirs.values()),
        *in_order(ours.values()),
        *in_order(row for id_, row in last.items() if id_ in theirs),
    ]
    deleted = in_order(row for id_, row in last.items() if id_ not in theirs and id_ not in ours)
    taken = {*theirs, *ours, *last}
    free = set(taken)
    ids: dict[int, str] = {}
    for keys_of_proposal, keys_of_row, rows in (
        (_pair_key, _pair_key, [*alive, *deleted]),
        (_preferred_key, _preferred_key, [*alive, *deleted]),
        (_preferred_key, _form_keys, [*alive, *deleted]),
        (_form_keys, _form_keys, alive),
    ):
        found: dict[tuple[str, ...], list[str]] = {}
        for row in rows:
            for key in keys_of_row(row):
                found.setdefault(key, []).append(row.id)
        for number, proposal in enumerate(proposals):
            if number in ids:
                continue
            matching = [
                id_ for key in keys_of_proposal(proposal) for id_ in found.get(key, ()) if id_ in free
            ]
            if matching:
                ids[number] = matching[0]
                free.discard(matching[0])
    for number, proposal in enumerate(proposals):
        if number not in ids:
            ids[number] = concept_id(proposal.zh, taken)
            taken.add(ids[number])
    return {
        ids[number]: dataclasses.replace(proposal, id=ids[number])
        for number, proposal in enumerate(proposals)
    }


def _pair_key(concept: Concept) -> list[tuple[str, ...]]:
    return [(concept.zh, concept.en)]


def _preferred_key(concept: Concept) -> list[tuple[str, ...]]:
    return [(concept.zh,)]


def _form_keys(concept: Concept) -> list[tuple[str, ...]]:
    return [(form,) for form in (concept.zh, *concept.zh_variants)]


def _conflicts(
    theirs: Mapping[str, Concept], last: Mapping[str, Concept], proposals: Mapping[str, Concept]
) -> list[Conflict]:
    conflicts = []
    for row in in_order(theirs.values()):
        if row.id not in proposals or row.status == "rejected":
            continue
        kept, proposed = _judged(row), _judged(proposals[row.id])
        before = _judged(last[row.id]) if row.id in last else {}
        conflicts += [
            Conflict(row.id, row.zh, column, kept[column], proposed[column])
            for column in JUDGED_COLUMNS
            if proposed[column] not in {kept[column], before.get(column)}
        ]
    return conflicts


def _judged(concept: Concept) -> dict[str, str]:
    """Return the cells that are worth a person's look."""
    read = canonical(concept)
    cells = {column: getattr(read, column) for column in JUDGED_COLUMNS}
    return {column: join_values(cell) if isinstance(cell, tuple) else cell for column, cell in cells.items()}
