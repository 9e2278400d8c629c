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

from vet_terms.documents.pdf.fragments import Fragment, joined
from vet_terms.documents.pdf.glyphs import Rule
from vet_terms.documents.pdf.tables import (
    NARROWEST_PROSE,
    are_marks,
    cell_starts,
    downwards,
    lines_across,
    rows_of_table,
)
from vet_terms.language.marks import split_mark

_LEAST_GUTTER = 0.9
_GUTTER_OF_CELLS = 0.5
"""Ems that a gutter is wide at the least: any, and one behind which so many lines, and this share of all,
begin at one place."""
_LEAST_IN_LINE = 3
_IN_LINE = 0.8

_LEAST_LINES = 2
_LABELS_APART = 3.0
"""Ems between two pieces of a line that say two things."""

_FIRST_LINE = 2.5
"""Ems by which the first line of a paragraph may begin further to the right than the others."""

_HALF_EMPTY = tuple("，。、；：！？）》〉」』】〕")
"""Marks that take a whole character, and are drawn in its left half."""

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
    return _regions(sorted(fragments, key=downwards), levels, uprights, _MOST_DEPTH)


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
    bands = rows_of_table(inside, gutter, levels, uprights)
    starts = cell_starts(inside, gutter, uprights) if bands else [gutter]
    for band in bands or [list(inside)]:
        sides: list[list[Fragment]] = [[] for _ in range(len(starts) + 1)]
        for piece in band:
            sides[sum(start <= piece.left for start in starts)].append(piece)
        columns = [_regions(side, levels, uprights, depth - 1) for side in sides]
        if not bands and columns[0] and columns[1]:
            columns[0][-1] = Region(columns[0][-1].lines, flows=True)
        found += [region for column in columns for region in column]
    return found + _regions(below, levels, uprights, depth - 1)


def _widest_block(pieces: Sequence[Fragment], uprights: Sequence[Rule]) -> tuple[int, int, float] | None:
    """Return the greatest run of pieces with a gutter, by their indices, and where its right side is."""
    edges = Counter(round(piece.left) for piece in pieces)
    shared = [edge for edge in edges if edges[edge] + edges[edge - 1] + edges[edge + 1] >= _LEAST_LINES]
    best = _widest_at(pieces, shared, uprights)
    if best is None:
        # A column may have one line and the indented one above it, which begin at two edges.
        indent = _FIRST_LINE * statistics.median(piece.size for piece in pieces)
        alone = [edge for edge in edges if any(edge < other <= edge + indent for other in edges)]
        best = _widest_at(pieces, alone, uprights)
        if best and not _are_two_columns_of_prose(pieces[best[0] : best[1]], best[2]):
            return None
    return best


def _are_two_columns_of_prose(block: Sequence[Fragment], gutter: float) -> bool:
    """Say whether lines on the right are long, and alone there: in justified lines, single words are not."""
    return all(len(row) <= 2 for row in lines_across(block)) and any(
        piece.right - piece.left > NARROWEST_PROSE * piece.size for piece in block if piece.left >= gutter
    )


def _widest_at(
    pieces: Sequence[Fragment], edges: Sequence[int], uprights: Sequence[Rule]
) -> tuple[int, int, float] | None:
    leftmost = round(min(piece.left for piece in pieces))
    best: tuple[int, int, float] | None = None
    for edge in sorted(edges):
        if edge == leftmost:
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
    gutter = min(each.left for each in right) - max(_inked_right(each) for each in left)
    ruled = any(
        max(each.right for each in left) - 2 <= rule.left <= min(each.left for each in right) + 2
        and rule.bottom < run[0].top
        and rule.top > run[-1].bottom
        for rule in uprights
    )
    in_line = sum(abs(each.left - x - 1) <= 1 for each in right)
    least = _LEAST_GUTTER if in_line < max(_LEAST_IN_LINE, _IN_LINE * len(right)) else _GUTTER_OF_CELLS
    if gutter < (0.1 if ruled else least) * size:
        return None
    # Marks of a list stand apart from their texts like a column.
    if are_marks(left) and not ruled:
        return None
    return start, end, x


def _inked_right(piece: Fragment) -> float:
    """Return where a piece ends for the eye: a full-width mark, which may hang out, is empty on its right."""
    return piece.right - 0.5 * piece.size if piece.text.endswith(_HALF_EMPTY) else piece.right


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


def _column(pieces: Sequence[Fragment]) -> list[Region]:
    """Return pieces that no gutter parts as regions: one, or more where a line says several things."""
    regions: list[Region] = []
    lines: list[Fragment] = []
    edge = max(piece.right for piece in pieces)
    for row in lines_across(pieces):
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
