"""In which order a person reads boxes that stand on a slide: row by row, and from left to right in a row.

Only the places of the boxes count, never the order in which they were drawn. Boxes that stand side by side
(half the height of the lesser one beside the other) make a row; where several of a row stand one under the
other, as beside a tall box, the row is read column by column. What a person grouped is read together unless
something else stands in its midst, and so is a box with the lower one that it stands on as its heading.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace

_MOST_COMPARED = 300
"""Boxes beyond which a slide is no slide any more: it is read from the top, without looking for rows."""

_HEADING_HEIGHT = 0.8
"""The share of a box's height that a heading on it has at the most."""

_TOUCHING = 0.25
_SAME_EDGE = 0.05
"""The shares of a heading's height and width by which it may miss the box below it."""

_DEEPEST = 12
"""How often rows in columns in rows are looked for."""


@dataclass(frozen=True, slots=True)
class Box:
    """The four edges of a box, in any unit; down and to the right is more."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Placed:
    """Where something stands: its box (None: nobody knows) and the groups it is in, the outermost first.

    ``is_title`` decides where places do not: a title is read before what it stands in.
    """

    box: Box | None
    groups: tuple[int, ...] = ()
    is_title: bool = False


@dataclass(frozen=True, slots=True)
class _Unit:
    """Things that are read one after the other, with nothing else between them."""

    box: Box
    is_title: bool
    members: tuple[int, ...]
    is_headed: bool = False
    """Whether it is a heading and the box below it, in this order."""

    @property
    def from_the_top(self) -> tuple[bool, float, float]:
        return not self.is_title, self.box.top, self.box.left


def reading_order(things: Sequence[Placed]) -> list[int]:
    """Return the numbers of things, from 0, in reading order.

    Titles of no known place come first, other things of no known place last.
    """
    lost = [index for index, thing in enumerate(things) if thing.box is None]
    placed = [
        _Unit(thing.box, thing.is_title, (index,))
        for index, thing in enumerate(things)
        if thing.box is not None
    ]
    if len(placed) > _MOST_COMPARED:
        order = [
            index for unit in sorted(placed, key=lambda unit: unit.from_the_top) for index in unit.members
        ]
    else:
        order = _ordered(placed, things, 0)
    return [
        *(index for index in lost if things[index].is_title),
        *order,
        *(index for index in lost if not things[index].is_title),
    ]


def _ordered(alone: Sequence[_Unit], things: Sequence[Placed], depth: int) -> list[int]:
    """Return what a slide or a group holds, in order; ``depth`` counts the groups that all are in."""
    single = {unit.members[0]: unit for unit in alone}
    result: list[int] = []
    for unit in _by_rows(_with_headings(_grouped(alone, things, depth)), 0):
        if len(unit.members) == 1 or unit.is_headed:
            result += unit.members
        else:
            result += _ordered([single[index] for index in unit.members], things, depth + 1)
    return result


def _grouped(alone: Sequence[_Unit], things: Sequence[Placed], depth: int) -> list[_Unit]:
    """Return things as units: a group is one where nothing else stands in its midst."""
    found: dict[Hashable, list[_Unit]] = {}
    for unit in alone:
        groups = things[unit.members[0]].groups
        key: Hashable = groups[depth] if len(groups) > depth else ("alone", unit.members)
        found.setdefault(key, []).append(unit)
    result: list[_Unit] = []
    for key, units in found.items():
        whole = _joined(units)
        others = (unit for other, those in found.items() if other != key for unit in those)
        if any(_in_midst(unit.box, whole.box) for unit in others):
            result += units
        else:
            result.append(whole)
    return result


def _with_headings(units: Sequence[_Unit]) -> list[_Unit]:
    """Return units as they are, but a heading and what it stands on as one.

    It stands right on a higher box of its width, and closer than anything beside the two. Where more such
    boxes follow below or above, they are the cells of a table.
    """
    boxes = [unit for unit in units if len(unit.members) == 1]
    below = {unit: [other for other in boxes if _stands_on(unit.box, other.box)] for unit in boxes}
    is_below = {other for others in below.values() for other in others}
    whole: dict[_Unit, _Unit] = {}
    for upper, others in below.items():
        if len(others) != 1 or upper in is_below or below[others[0]]:
            continue
        lower = others[0]
        gap = abs(lower.box.top - upper.box.bottom)
        is_lower = upper.box.bottom - upper.box.top <= _HEADING_HEIGHT * (lower.box.bottom - lower.box.top)
        if is_lower and all(
            _distance_beside(pair.box, other.box) > gap
            for other in units
            if other not in (upper, lower)
            for pair in (upper, lower)
        ):
            whole[upper] = whole[lower] = replace(_joined([upper, lower]), is_headed=True)
    return list(dict.fromkeys(whole.get(unit, unit) for unit in units))


def _stands_on(upper: Box, lower: Box) -> bool:
    height, width = upper.bottom - upper.top, upper.right - upper.left
    return (
        upper.top < lower.top
        and abs(lower.top - upper.bottom) <= _TOUCHING * height
        and abs(lower.left - upper.left) <= _SAME_EDGE * width
        and abs(lower.right - upper.right) <= _SAME_EDGE * width
    )


def _distance_beside(box: Box, other: Box) -> float:
    """Return how far another box is to the left or the right; without end where it is above or below."""
    if min(box.bottom, other.bottom) <= max(box.top, other.top):
        return float("inf")
    return max(box.left, other.left) - min(box.right, other.right)


def _joined(units: Sequence[_Unit]) -> _Unit:
    boxes = [unit.box for unit in units]
    around = Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )
    return _Unit(around, units[0].is_title, tuple(index for unit in units for index in unit.members))


def _in_midst(box: Box, around: Box) -> bool:
    across, down = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    return around.left < across < around.right and around.top < down < around.bottom


def _by_rows(units: Sequence[_Unit], depth: int) -> list[_Unit]:
    return [unit for row in _rows(units) for unit in _by_columns(row, depth)]


def _by_columns(units: Sequence[_Unit], depth: int) -> list[_Unit]:
    columns = _overlapping(units, lambda unit: (unit.box.left, unit.box.right))
    if len(columns) == 1 or depth == _DEEPEST:
        return sorted(units, key=lambda unit: unit.from_the_top)
    tables: list[list[_Unit]] = []
    for column in columns:
        # Beside a tall box, columns whose boxes stand in line are rows again.
        if tables and len(_rows([*tables[-1], *column])) > 1:
            tables[-1] += column
        else:
            tables.append(list(column))
    return [unit for table in tables for unit in _by_rows(table, depth + 1)]


def _rows(units: Sequence[_Unit]) -> list[list[_Unit]]:
    return _overlapping(units, lambda unit: (unit.box.top, unit.box.bottom))


def _overlapping(units: Sequence[_Unit], extent: Callable[[_Unit], tuple[float, float]]) -> list[list[_Unit]]:
    """Return the units that overlap along an axis, also through others, in the order of the axis."""
    waiting = sorted(units, key=lambda unit: (extent(unit), unit.from_the_top))
    set_of = list(range(len(waiting)))
    for later, unit in enumerate(waiting):
        for earlier in range(later):
            if set_of[earlier] != set_of[later] and _is_beside(extent(waiting[earlier]), extent(unit)):
                old, new = max(set_of[earlier], set_of[later]), min(set_of[earlier], set_of[later])
                set_of = [new if each == old else each for each in set_of]
    sets: dict[int, list[_Unit]] = {}
    for which, unit in zip(set_of, waiting, strict=True):
        sets.setdefault(which, []).append(unit)
    return list(sets.values())


def _is_beside(earlier: tuple[float, float], later: tuple[float, float]) -> bool:
    """Say whether half of the lesser of two extents lies beside the other."""
    shared = min(earlier[1], later[1]) - later[0]
    least = min(earlier[1] - earlier[0], later[1] - later[0])
    # What has no extent stands beside what begins where it does, or reaches over it.
    return shared * 2 >= least and (later[0] < earlier[1] or later[0] == earlier[0])
