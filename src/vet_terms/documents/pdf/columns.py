"""Pieces of lines to regions in reading order: columns, the rows of tables, what stands across them.

A gutter is a level stretch that no line crosses, over several lines on both of its sides. What stands above
and below a block with a gutter is read before and after it. A block whose columns keep step, line for line
or paragraph for paragraph, or that has rules across, is a table and is read row by row.
"""

from __future__ import annotations

import itertools
import statistics
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from vet_terms.documents.pdf.fragments import SAME_LINE, Fragment, joined
from vet_terms.documents.pdf.glyphs import Rule
from vet_terms.language.marks import split_mark
from vet_terms.language.scripts import language_of

_LEAST_GUTTER = 0.9
_LEAST_LINES = 2
_FULL = 0.85
_FULL_SHARE = 0.4
"""A line that takes so much of its column is full; where so many are, the text is wrapped prose."""

NARROWEST_PROSE = 8
"""Ems that a column of prose is wide at the least; a narrower one holds labels."""

_IN_STEP = 0.7
_LABELS_APART = 3.0
"""Ems between two pieces of a line that say two things."""

_WIDER_GAP = 0.35
"""Ems by which the blank between two rows of a table is wider than that inside a cell."""

_MOST_DEPTH = 30


@dataclass(frozen=True, slots=True)
class Region:
    """Lines that stand below each other in one column, from the top down.

    ``flows`` says that its text may go on in the region after it, as from one column to the next.
    """

    lines: tuple[Fragment, ...]
    flows: bool = False


def regions_of(fragments: Sequence[Fragment], rules: Sequence[Rule]) -> list[Region]:
    """Return the regions of a page in reading order."""
    levels = [rule for rule in rules if rule.right - rule.left > rule.top - rule.bottom]
    uprights = [rule for rule in rules if rule.right - rule.left <= rule.top - rule.bottom]
    return _regions(sorted(fragments, key=_downwards), levels, uprights, _MOST_DEPTH)


def _downwards(piece: Fragment) -> tuple[float, float]:
    return -piece.baseline, piece.left


def _regions(
    pieces: Sequence[Fragment], levels: Sequence[Rule], uprights: Sequence[Rule], depth: int
) -> list[Region]:
    if not pieces:
        return []
    block = _widest_block(pieces, uprights) if depth and len(pieces) > 1 else None
    if block is None:
        return _column(pieces)
    start, end, gutter = block
    below = list(pieces[end:])
    inside = pieces[start:end]
    found = _regions(pieces[:start], levels, uprights, depth - 1)
    bands = _rows_of_table(inside, gutter, levels, uprights)
    for band in bands or [list(inside)]:
        left = [piece for piece in band if piece.left < gutter]
        right = [piece for piece in band if piece.left >= gutter]
        columns = [_regions(side, levels, uprights, depth - 1) for side in (left, right)]
        if not bands and columns[0] and columns[1]:
            columns[0][-1] = Region(columns[0][-1].lines, flows=True)
        found += [region for column in columns for region in column]
    return found + _regions(below, levels, uprights, depth - 1)


def _widest_block(pieces: Sequence[Fragment], uprights: Sequence[Rule]) -> tuple[int, int, float] | None:
    """Return the greatest run of pieces with a gutter, by their indices, and where its right side is."""
    edges = Counter(round(piece.left) for piece in pieces)
    leftmost = min(edges)
    best: tuple[int, int, float] | None = None
    for edge in sorted(edges):
        if edge == leftmost or edges[edge] + edges[edge - 1] + edges[edge + 1] < _LEAST_LINES:
            continue
        x = edge - 1.0
        start = 0
        for index in range(len(pieces) + 1):
            crossed = index == len(pieces) or pieces[index].left < x < pieces[index].right
            if not crossed:
                continue
            found = _block(pieces, start, index, x, uprights)
            if found and (best is None or found[1] - found[0] > best[1] - best[0]):
                best = found
            start = index + 1
    return best


def _block(
    pieces: Sequence[Fragment], start: int, end: int, x: float, uprights: Sequence[Rule]
) -> tuple[int, int, float] | None:
    """Return the part of an uncrossed run that stands on both sides of a gutter, where there is one."""
    if end - start < 2 * _LEAST_LINES:
        return None
    run = pieces[start:end]
    left, right = [each for each in run if each.left < x], [each for each in run if each.left >= x]
    if len(left) < _LEAST_LINES or len(right) < _LEAST_LINES:
        return None
    top = min(left[0].top, right[0].top)
    bottom = max(left[-1].bottom, right[-1].bottom)
    # What stands higher or lower than all of the other side belongs to the text above or below.
    while start < end and pieces[start].bottom > top:
        start += 1
    above = start
    start = _reaching_up(pieces, above, end, x)
    while end > start and pieces[end - 1].top < bottom and _is_apart(pieces, start, end, x):
        end -= 1
    run = pieces[start:end]
    left, right = [each for each in run if each.left < x], [each for each in run if each.left >= x]
    if len(left) < _LEAST_LINES or len(right) < _LEAST_LINES:
        return None
    if left[0].bottom < right[-1].top or right[0].bottom < left[-1].top:
        return None
    size = statistics.median(each.size for each in run)
    gutter = min(each.left for each in right) - max(each.right for each in left)
    ruled = any(
        max(each.right for each in left) - 2 <= rule.left <= min(each.left for each in right) + 2
        and rule.bottom < run[0].top
        and rule.top > run[-1].bottom
        for rule in uprights
    )
    if gutter < (0.1 if ruled else _LEAST_GUTTER) * size:
        return None
    # Marks of a list stand apart from their texts like a column.
    marks = sum(len(each.text) <= 2 or not split_mark(f"{each.text} x")[1].strip(" x") for each in left)
    if marks > 0.6 * len(left) and not ruled:
        return None
    return start, end, x


def _reaching_up(pieces: Sequence[Fragment], start: int, end: int, x: float) -> int:
    """Return where the lines begin that stand close above a block on one of its sides."""
    while start > 0:
        above = pieces[start - 1]
        if above.left < x < above.right:
            break
        below = next((each for each in pieces[start:end] if (each.left < x) == (above.left < x)), None)
        if below is None or above.baseline - below.baseline > 1.9 * below.size:
            break
        start -= 1
    return start


def _is_apart(pieces: Sequence[Fragment], start: int, end: int, x: float) -> bool:
    """Say whether the last piece stands alone at one side, with a wide gap above it."""
    last = pieces[end - 1]
    side = [each for each in pieces[start : end - 1] if (each.left < x) == (last.left < x)]
    other = [each for each in pieces[start:end] if (each.left < x) != (last.left < x)]
    if not side or (other and min(each.bottom for each in other) < last.top):
        return False
    return side[-1].baseline - last.baseline > 2 * last.size


def _rows_of_table(
    block: Sequence[Fragment], gutter: float, levels: Sequence[Rule], uprights: Sequence[Rule]
) -> list[list[Fragment]]:
    """Return the rows of a block that is a table, each with the pieces of all its cells; none for prose."""
    columns = _columns(block, uprights)
    if len(columns) < 2:
        columns = [
            [each for each in block if each.left < gutter],
            [each for each in block if each.left >= gutter],
        ]
    ends = [max(each.right for each in columns[0]), min(each.left for each in columns[1])]
    across = sorted(
        (
            rule.bottom
            for rule in levels
            if rule.left < ends[0] - 2 and rule.right > ends[1] + 2
            if block[-1].bottom < rule.bottom < block[0].top
        ),
        reverse=True,
    )
    if across:
        return _cut(block, across)
    rows = _steps(columns)
    if rows:
        return _cut(block, rows)
    lines = _common_lines(columns)
    return _cut(block, lines) if lines else []


def _columns(block: Sequence[Fragment], uprights: Sequence[Rule]) -> list[list[Fragment]]:
    """Return the pieces of each column that no piece of the block crosses."""
    size = statistics.median(each.size for each in block)
    found: list[list[Fragment]] = []
    right = float("-inf")
    for piece in sorted(block, key=lambda each: each.left):
        walled = any(right - 2 <= rule.left <= piece.left + 2 for rule in uprights)
        if piece.left - right > (0.1 if walled else 0.5) * size:
            found.append([])
        found[-1].append(piece)
        right = max(right, piece.right)
    return [sorted(column, key=_downwards) for column in found]


def _cut(block: Sequence[Fragment], heights: Sequence[float]) -> list[list[Fragment]]:
    """Return a block cut at some heights, from the top down."""
    rows: list[list[Fragment]] = [[] for _ in range(len(heights) + 1)]
    for piece in block:
        middle = piece.baseline + 0.3 * piece.size
        rows[sum(middle < height for height in heights)].append(piece)
    return [row for row in rows if row]


def _steps(columns: Sequence[Sequence[Fragment]]) -> list[float]:
    """Return the heights of the blanks that part the rows of a table whose cells may have several lines.

    All columns have the same wider blanks at the same heights; in prose that is chance, so a few do not do.
    """
    blanks = [
        (above.bottom - below.top) / below.size
        for column in columns
        for above, below in itertools.pairwise(column)
        if above.baseline - below.baseline > SAME_LINE * below.size
    ]
    if not blanks:
        return []
    least = sorted(blanks)[len(blanks) // 4] + _WIDER_GAP
    own = [
        {
            round((above.bottom + below.top) / 2, 1): (below.top, above.bottom)
            for above, below in itertools.pairwise(column)
            if (above.bottom - below.top) / below.size > least
        }
        for column in columns
    ]
    gaps = [gap for column in own for gap in column.values()]
    if not gaps:
        return []
    heights: list[float] = []
    for low, high in sorted(set(gaps), reverse=True):
        bottom = max([low, *(b for b, t in gaps if b < high and t > low)])
        top = min([high, *(t for b, t in gaps if b < high and t > low)])
        shared = sum(any(b < top and t > bottom for b, t in column.values()) for column in own)
        if bottom < top and shared == len(columns) and not any(bottom < each < top for each in heights):
            heights.append((bottom + top) / 2)
    in_step = len(heights) * len(columns) >= _IN_STEP * len(gaps)
    languages = {language_of(" ".join(each.text for each in column)) for column in columns}
    least_rows = 1 if len(columns) > 2 or len(languages) > 1 else 2
    return heights if in_step and len(heights) >= least_rows else []


def _common_lines(columns: Sequence[Sequence[Fragment]]) -> list[float]:
    """Return the heights between the lines of a table whose cells have one line each."""
    pieces = sorted((piece for column in columns for piece in column), key=_downwards)
    rows = _rows(pieces)
    shared = sum(len(row) > 1 for row in rows)
    full = 0
    for column in columns:
        width = max(each.right for each in column) - min(each.left for each in column)
        full += sum(
            width > NARROWEST_PROSE * each.size and each.right - each.left > _FULL * width for each in column
        )
    if shared < _IN_STEP * len(rows) or full > _FULL_SHARE * len(pieces):
        return []
    return [
        (min(each.bottom for each in row) + max(each.top for each in after)) / 2
        for row, after in itertools.pairwise(rows)
    ]


def _rows(pieces: Sequence[Fragment]) -> list[list[Fragment]]:
    rows: list[list[Fragment]] = []
    for piece in pieces:
        if rows and abs(rows[-1][0].baseline - piece.baseline) <= SAME_LINE * max(
            rows[-1][0].size, piece.size
        ):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda each: each.left) for row in rows]


def _column(pieces: Sequence[Fragment]) -> list[Region]:
    """Return pieces that no gutter parts as regions: one, or more where a line says several things."""
    regions: list[Region] = []
    lines: list[Fragment] = []
    edge = max(piece.right for piece in pieces)
    for row in _rows(pieces):
        labels = [joined(row)] if _is_justified(row, edge) else _labels(row)
        if len(labels) == 1:
            lines.append(labels[0])
            continue
        if lines:
            regions.append(Region(tuple(lines)))
        regions += [Region((label,)) for label in labels]
        lines = []
    return [*regions, Region(tuple(lines))] if lines else regions


def _is_justified(row: Sequence[Fragment], edge: float) -> bool:
    """Say whether a line is stretched to the edge of its column: its gaps are as wide as each other."""
    gaps = [after.left - piece.right for piece, after in itertools.pairwise(row)]
    return len(gaps) > 1 and row[-1].right > edge - row[-1].size and max(gaps) < 1.1 * min(gaps)


def _labels(row: Sequence[Fragment]) -> list[Fragment]:
    """Return the pieces of a line joined to what says one thing; a mark stays with its text."""
    if all(len(piece.text) == 1 for piece in row):
        return [joined(row)]
    groups: list[list[Fragment]] = [[row[0]]]
    for piece in row[1:]:
        before = groups[-1][-1]
        far = piece.left - before.right > _LABELS_APART * max(piece.size, before.size)
        is_mark = len(groups[-1]) == 1 and not split_mark(f"{before.text} x")[1].strip(" x")
        if far and not is_mark:
            groups.append([])
        groups[-1].append(piece)
    return [joined(group) for group in groups]
