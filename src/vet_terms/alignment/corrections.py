"""An alignment as a person corrected it: the rows of a review sheet over those of the machine.

Every row of the sheet is what the person wants: two sides are a pair, one side has no partner, and what
stands in no row any more is left out. Where the document has changed since the sheet was made, rows whose
text is gone are dropped and said, and texts that the sheet does not know keep the machine's alignment.
Nothing here reads a file: how a sheet looks is known to ``memory.review``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from vet_terms.alignment.aligner import alignment_of
from vet_terms.alignment.provenance import Origin, Standing, compact, standing
from vet_terms.alignment.result import Alignment, Row
from vet_terms.alignment.reviewed import (
    Indexes,
    MadeRow,
    Members,
    ReviewSheet,
    SheetRow,
    Traced,
    lone_texts_of,
    made_segments,
    texts_of,
)
from vet_terms.alignment.sheet_rows import origins_of, rows_as_made, rows_with_text
from vet_terms.errors import UsageError
from vet_terms.model import Language, Place, Role, Segment
from vet_terms.signature import extended

LEAST_KNOWN = 0.1
"""Share of a sheet's segments that a document must hold to be the one the sheet was made of."""

_MOST_NUMBERS_SAID = 10


@dataclass(frozen=True, slots=True)
class Corrected:
    """A corrected alignment; how many of its rows a person decided, how many segments they left out.

    ``dropped`` are the numbers of the sheet's rows whose text is no longer in the document, ``lost`` those
    of them that a person had changed; ``unknown`` counts the document's segments that the sheet knows
    nothing of.
    """

    traced: Traced
    edited: int
    left_out: int
    dropped: tuple[int, ...]
    lost: tuple[int, ...]
    unknown: int

    @property
    def alignment(self) -> Alignment:
        """Return the corrected alignment."""
        return self.traced.alignment

    @property
    def warnings(self) -> list[str]:
        """Return what a person must know of it, in sentences."""
        said = []
        if self.lost:
            said.append(
                f"{_numbered(self.lost)} held corrections, but the text is no longer in the document; "
                "correct it anew where it is needed"
            )
        if others := tuple(number for number in self.dropped if number not in set(self.lost)):
            said.append(f"{_numbered(others)}: the text is no longer in the document; dropped")
        if self.unknown:
            said.append(f"{self.unknown} texts of the document are newer than it and aligned by the machine")
        return said


def _numbered(numbers: Sequence[int]) -> str:
    """Return the rows' numbers for a sentence, the first few of many."""
    said = ", ".join(map(str, numbers[:_MOST_NUMBERS_SAID]))
    more = f" and {len(numbers) - _MOST_NUMBERS_SAID} more" if len(numbers) > _MOST_NUMBERS_SAID else ""
    return f"{'row' if len(numbers) == 1 else 'rows'} {said}{more}"


@dataclass(frozen=True, slots=True)
class _Dropped:
    """A row of the sheet whose text is no longer in the document; whether a person had changed it."""

    number: int
    changed: bool


@dataclass(frozen=True, slots=True)
class _Placed:
    """A row and its segments. Its rank: that of its first segment today and in the sheet, characters into it,
    number in the sheet."""

    rank: tuple[int, int, int, int]
    row: Row
    members: Members


def corrected(machine: Traced, sheet: ReviewSheet) -> Corrected:
    """Return the machine's alignment of a document with a person's corrections in it.

    Raises UsageError where the sheet is that of another document.
    """
    today = _today(machine, sheet)
    rows = rows_with_text(sheet.rows)
    as_made = rows_as_made(rows, sheet.made)
    lone = (
        {made.members[0] for made in sheet.made if not made.members[1]},
        {made.members[1] for made in sheet.made if not made.members[0]},
    )
    sides = origins_of("zh", rows, as_made, sheet), origins_of("en", rows, as_made, sheet)
    found = list(zip(*sides, strict=True))
    placed, dropped = _placed_rows(machine, rows, as_made, found, today, lone)
    gone = {each.number for each in dropped}
    still_wanted = [
        {
            index
            for row, origin in zip(rows, sides[side], strict=True)
            # Of a row that is dropped, all it was made of goes back to the machine.
            for index in (*origin.segments, *(row.hints[side] if row.number in gone else ()))
        }
        for side in (0, 1)
    ]
    left_out = tuple(
        {
            new
            for old, held_by in today[side].held_by.items()
            if old not in still_wanted[side]
            for new in held_by
            if compact(segments[new].text)
        }
        - {new for old in still_wanted[side] for new in today[side].held_by.get(old, ())}
        for side, segments in enumerate((machine.zh, machine.en))
    )
    known = sum(len({new for held_by in here.held_by.values() for new in held_by}) for here in today)
    every = sorted([*placed, *_by_machine(machine, placed, left_out)], key=lambda each: each.rank)
    alignment = _alignment(machine, [each.row for each in every], sheet)
    return Corrected(
        Traced(alignment, machine.zh, machine.en, tuple(each.members for each in every)),
        edited=sum(each.row.status == "edited" for each in placed),
        left_out=sum(map(len, left_out)),
        dropped=tuple(each.number for each in dropped),
        lost=tuple(each.number for each in dropped if each.changed),
        unknown=len(machine.zh) + len(machine.en) - known,
    )


def _today(machine: Traced, sheet: ReviewSheet) -> tuple[Standing, Standing]:
    """Return for each language which segments of the document hold each of the sheet's."""
    zh = standing(sheet.zh, made_segments(machine.zh), "zh")
    en = standing(sheet.en, made_segments(machine.en), "en")
    if len(zh.held_by) + len(en.held_by) < max(1, LEAST_KNOWN * (len(sheet.zh) + len(sheet.en))):
        raise UsageError(
            f"{sheet.name}: is the review sheet of another document, or of a far older state of this one; "
            "make a new one with --review"
        )
    return zh, en


def _placed_rows(
    machine: Traced,
    rows: Sequence[SheetRow],
    as_made: Sequence[MadeRow | None],
    found: Sequence[tuple[Origin, Origin]],
    today: tuple[Standing, Standing],
    lone: tuple[set[Indexes], set[Indexes]],
) -> tuple[list[_Placed], list[_Dropped]]:
    """Return the sheet's rows with their segments of today, and those that have them no more."""
    ranks = _ranks(machine)
    by_members = dict(zip(machine.members, machine.alignment.rows, strict=True))
    placed: list[_Placed] = []
    dropped: list[_Dropped] = []
    rank, place = (-1, 0, 0), _first_place(machine)
    for sheet_row, made, (zh, en) in zip(rows, as_made, found, strict=True):
        now = _now(zh, today[0]), _now(en, today[1])
        by_person = made is None or made.status != "machine"
        if None in now:
            dropped.append(_Dropped(sheet_row.number, by_person))
            continue
        members: Members = now[0] or (), now[1] or ()
        if members[0]:
            rank = ranks[0][members[0][0]], zh.segments[0], zh.offset
        elif members[1]:
            rank = ranks[1][members[1][0]], en.segments[0], en.offset
        row = by_members.get(members) or _row(machine, members, made.score if made else 1.0, "machine")
        if by_person:
            was_lone = zh.segments in lone[0], en.segments in lone[1]
            row = _decided(sheet_row, replace(row, score=1.0, status="edited"), was_lone, place)
        elif today[0].cut_anew.intersection(zh.segments) or today[1].cut_anew.intersection(en.segments):
            row = _decided(sheet_row, row, (False, False), place)
        place = (row.zh or row.en)[0].place
        placed.append(_Placed((*rank, sheet_row.number), row, members))
    return placed, dropped


def _now(origin: Origin, today: Standing) -> Indexes | None:
    """Return today's segments of an origin; None where one of them is gone."""
    if any(index not in today.held_by for index in origin.segments):
        return None
    return tuple(dict.fromkeys(new for index in origin.segments for new in today.held_by[index]))


def _row(machine: Traced, members: Members, score: float, status: str) -> Row:
    zh, en = (
        tuple(side[index] for index in indexes)
        for side, indexes in zip((machine.zh, machine.en), members, strict=True)
    )
    return Row(zh, en, score, status)


def _decided(wanted: SheetRow, found: Row, was_lone: tuple[bool, bool], before: Place) -> Row:
    """Return the row with the texts that a person wants, at the places of the segments found.

    A text that stood alone showed its list mark; moved into a pair as it was, it is treated as any other
    segment there. ``before`` is the place of the row before it, for a text that is in no segment.
    """
    if all(
        text == as_pair or (alone and text == as_lone)
        for text, as_pair, as_lone, alone in zip(
            (wanted.zh, wanted.en), texts_of(found), lone_texts_of(found), was_lone, strict=True
        )
    ):
        return found
    near: Sequence[Segment] = found.zh or found.en
    role: Role = near[0].role if near else "body"
    place = near[0].place if near else before
    return Row(
        _written(wanted.zh, "zh", found.zh, role, place),
        _written(wanted.en, "en", found.en, role, place),
        found.score,
        found.status,
    )


def _written(
    text: str, language: Language, own: Sequence[Segment], role: Role, place: Place
) -> tuple[Segment, ...]:
    if not text:
        return ()
    return (Segment(text, language, own[0].role if own else role, own[0].place if own else place),)


def _by_machine(machine: Traced, placed: Sequence[_Placed], left_out: Sequence[set[int]]) -> list[_Placed]:
    """Return the machine's rows of what no row of the sheet holds; a pair that lost a part is one no more."""
    settled = [{index for each in placed for index in each.members[side]} | left_out[side] for side in (0, 1)]
    ranks = _ranks(machine)
    result: list[_Placed] = []
    for row, members in zip(machine.alignment.rows, machine.members, strict=True):
        zh, en = (
            tuple(index for index in indexes if index not in settled[side])
            for side, indexes in enumerate(members)
        )
        if (zh, en) == members:
            parts = [(row, members)] if zh or en else []
        else:
            lone: list[Members] = [(zh, ())] * bool(zh) + [((), en)] * bool(en)
            parts = [(_row(machine, part, row.score, "machine"), part) for part in lone]
        for part_row, part in parts:
            rank = ranks[0][part[0][0]] if part[0] else ranks[1][part[1][0]]
            result.append(_Placed((rank, 0, 0, 0), part_row, part))
    return result


def _ranks(machine: Traced) -> tuple[dict[int, int], dict[int, int]]:
    """Return at which place of the machine's rows each Chinese and each English segment stands."""
    ranks: tuple[dict[int, int], dict[int, int]] = ({}, {})
    for zh, en in machine.members:
        for side, indexes in ((0, zh), (1, en)):
            for index in indexes:
                ranks[side][index] = len(ranks[0]) + len(ranks[1])
    return ranks


def _first_place(machine: Traced) -> Place:
    return min((segment.place for segment in (*machine.zh[:1], *machine.en[:1])), default=Place(""))


def _alignment(machine: Traced, rows: Sequence[Row], sheet: ReviewSheet) -> Alignment:
    """Return the alignment of the rows, the machine's own where nothing changed."""
    before = machine.alignment
    if tuple(rows) == before.rows:
        return before
    texts = "\n".join(f"{row.zh}\t{row.en}" for row in sheet.rows)
    digest = hashlib.sha256(texts.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return alignment_of(rows, before.layout, extended(before.signature, corrections=digest), before.notes)
