"""Which blocks of a page with a gutter are tables, and where their rows and their columns begin.

A table has rules across, or its columns keep step, line for line or paragraph for paragraph. Lines that go
on each other are text side by side, as under pictures, and no rows.
"""

from __future__ import annotations

import itertools
import statistics
from collections.abc import Sequence

from vet_terms.documents.pdf.fragments import SAME_LINE, Fragment
from vet_terms.documents.pdf.glyphs import Rule
from vet_terms.language.marks import split_mark
from vet_terms.language.scripts import language_of
from vet_terms.language.wordbreaks import cuts_chinese_word

NARROWEST_PROSE = 8
"""Ems that a column of prose is wide at the least; a narrower one holds labels."""

_FULL = 0.85
_FULL_SHARE = 0.4
"""A line that takes so much of its column is full; where so many are, the text is wrapped prose."""

_IN_STEP = 0.7
"""The share of blanks, or of lines, that columns have in common where they keep step."""

_WIDER_GAP = 0.35
"""Ems by which the blank between two rows of a table is wider than that inside a cell."""

_MARKS_SHARE = 0.6
"""The share of pieces from which on a column is one of marks."""

_LEAST_OPEN_ROWS = 3
"""Rows that a table has at the least between two rules that do not stand between rows."""

_WRAPPED_SHARE = 0.3
"""The share of lines in a block that surely go on the one above them, from which on it is no table."""


def downwards(piece: Fragment) -> tuple[float, float]:
    """Return what sorts pieces from the top down, and along each line."""
    return -piece.baseline, piece.left


def rows_of_table(
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
        return _cut(block, across + _open_rows(block, across, columns, uprights))
    rows = _steps(columns)
    if rows:
        return _cut(block, rows)
    lines = _common_lines(columns)
    return _cut(block, lines) if lines else []


def _open_rows(
    block: Sequence[Fragment],
    across: Sequence[float],
    columns: Sequence[Sequence[Fragment]],
    uprights: Sequence[Rule],
) -> list[float]:
    """Return the heights between the rows of a table that has rules only below its head and above its sum.

    Where more than half of what stands between two rules has several lines, these are lines of cells.
    """
    top, bottom = block[0].top, block[-1].bottom
    left, right = min(each.left for each in block), max(each.right for each in block)
    bands = list(itertools.pairwise([top, *across, bottom]))
    opened: list[list[float]] = []
    for high, low in bands:
        walled = any(
            rule.bottom < high - 1 and rule.top > low + 1 and left < rule.left < right for rule in uprights
        )
        cells = [[each for each in column if low < _middle(each) < high] for column in columns]
        if walled or not all(cells):
            continue
        rows = _steps(cells) or _common_lines(cells)
        if len(rows) + 1 >= _LEAST_OPEN_ROWS:
            opened.append(rows)
    return [height for rows in opened for height in rows] if 2 * len(opened) <= len(bands) else []


def _middle(piece: Fragment) -> float:
    return piece.baseline + 0.3 * piece.size


def cell_starts(block: Sequence[Fragment], gutter: float, uprights: Sequence[Rule]) -> list[float]:
    """Return where the columns of a table begin, but the first; marks are no column beside their texts."""
    columns = _columns(block, uprights)
    starts = [
        min(each.left for each in column) - 1
        for before, column in itertools.pairwise(columns)
        if not are_marks(before)
    ]
    return starts if any(abs(start - gutter) < 1 for start in starts) else [gutter]


def are_marks(column: Sequence[Fragment]) -> bool:
    """Say whether a column holds the marks of a list."""
    marks = sum(len(each.text) <= 2 or not split_mark(f"{each.text} x")[1].strip(" x") for each in column)
    return marks > _MARKS_SHARE * len(column)


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
    return [sorted(column, key=downwards) for column in found]


def _cut(block: Sequence[Fragment], heights: Sequence[float]) -> list[list[Fragment]]:
    """Return a block cut at some heights, from the top down."""
    rows: list[list[Fragment]] = [[] for _ in range(len(heights) + 1)]
    for piece in block:
        rows[sum(_middle(piece) < height for height in heights)].append(piece)
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
    pieces = sorted((piece for column in columns for piece in column), key=downwards)
    rows = lines_across(pieces)
    shared = sum(len(row) > 1 for row in rows)
    full = 0
    for column in columns:
        width = max(each.right for each in column) - min(each.left for each in column)
        full += sum(
            width > NARROWEST_PROSE * each.size and each.right - each.left > _FULL * width for each in column
        )
    if shared < _IN_STEP * len(rows) or full > _FULL_SHARE * len(pieces) or _is_wrapped(columns):
        return []
    return [
        (min(each.bottom for each in row) + max(each.top for each in after)) / 2
        for row, after in itertools.pairwise(rows)
    ]


def _is_wrapped(columns: Sequence[Sequence[Fragment]]) -> bool:
    """Say whether the lines of columns go on each other, as those of labels side by side do, and no cells.

    A line surely goes on the full one above it where a Chinese word runs across the seam, or where that one
    begins with a capital and it does not.
    """
    pairs = wrapped = 0
    for column in columns:
        edge = max(each.right for each in column)
        for above, below in itertools.pairwise(column):
            language = language_of(below.text)
            if language is None or language != language_of(above.text):
                continue
            pairs += 1
            if language == "zh":
                goes_on = edge - above.right < below.size and cuts_chinese_word(above.text, below.text)
            else:
                word = below.text.split(" ", 1)[0]
                room = (below.right - below.left) * (len(word) + 1) / len(below.text)
                goes_on = above.right + room > edge and above.text[0].isupper() and word.islower()
            wrapped += goes_on
    return wrapped > 0 and wrapped >= _WRAPPED_SHARE * pairs


def lines_across(pieces: Sequence[Fragment]) -> list[list[Fragment]]:
    """Return the pieces of each line, pieces being sorted from the top down."""
    rows: list[list[Fragment]] = []
    for piece in pieces:
        if rows and abs(rows[-1][0].baseline - piece.baseline) <= SAME_LINE * max(
            rows[-1][0].size, piece.size
        ):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda each: each.left) for row in rows]
