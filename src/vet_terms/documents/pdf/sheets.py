"""Regions of a page to the lines that paragraphs are made of: wraps undone where the column's edge tells.

Where enough lines end at the edge of a column it is known, over all pages, which line ended because the next
word had no room: those are made whole here. The rest is left to `paragraphs`, with indents in columns and
gaps in blank lines. Text that may go on in the next column is a sheet of its own, as that of a page is.
"""

from __future__ import annotations

import itertools
import math
import re
import statistics
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from vet_terms.documents.pdf.columns import Region
from vet_terms.documents.pdf.fragments import Fragment
from vet_terms.documents.pdf.tables import NARROWEST_PROSE
from vet_terms.documents.text.joins import join
from vet_terms.documents.text.paragraphs import BOX_GAP, LONGEST_PARAGRAPH
from vet_terms.language.divisions import division_of
from vet_terms.language.marks import split_mark
from vet_terms.language.scripts import HAN_CHARACTER, language_of
from vet_terms.language.sentences import ends_sentence

_ANOTHER_SIZE = 1.15
_PARAGRAPH_GAP = 0.35
_BOX_BLANK = 1.0
"""Ems of blank, beyond what is usual between two lines, that part paragraphs, and boxes."""

_DEEPEST_INDENT = 40

_LEAST_FULL = 3
_NEAR = 2.0
"""So many lines that end within so many ems of one place show the edge of a column."""

_SAME_MARGIN = 3.0

_SAME_MIDDLE = 0.2
_SHIFTED = 0.5
"""Ems: two lines are centred whose middles are no farther apart, and their beginnings no closer."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a page, or several made whole: ``gap`` in blank lines before it, ``indent`` in columns."""

    text: str
    gap: int
    indent: int
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Edges:
    """The lines of all pages by where their columns begin, those that end farthest first."""

    lines: Mapping[int, Sequence[Fragment]]
    _known: dict[tuple[int, float], float | None] = field(default_factory=dict)

    def at(self, margin: int, limit: float = math.inf) -> float | None:
        """Return where a column ends by its beginning, before a limit; None where too few lines show it."""
        key = margin, round(limit / _SAME_MARGIN) if limit < math.inf else limit
        if key not in self._known:
            self._known[key] = _edge([line for line in self.lines.get(margin, ()) if line.right <= limit])
        return self._known[key]


def column_edges(pages: Iterable[Sequence[Region]]) -> Edges:
    """Return what shows where the columns of all pages end."""
    ends: dict[int, list[Fragment]] = defaultdict(list)
    for page in pages:
        for region in page:
            centred = _centred(region.lines)
            ends[_margin(region.lines)].extend(
                line for index, line in enumerate(region.lines) if index not in centred
            )
    return Edges(
        {
            margin: sorted(
                (line for near in (margin - 1, margin, margin + 1) for line in ends.get(near, ())),
                key=lambda line: -line.right,
            )
            for margin in ends
        }
    )


def _edge(lines: Sequence[Fragment]) -> float | None:
    for line, third in zip(lines, lines[_LEAST_FULL - 1 :], strict=False):
        if line.right - line.left < NARROWEST_PROSE * line.size:
            break
        if line.right - third.right <= _NEAR * line.size:
            return line.right
    return None


def sheets_of(regions: Sequence[Region], edges: Edges) -> list[list[Row]]:
    """Return the lines of a page, in sheets that end where text may go on in the next."""
    sheets: list[list[Row]] = [[]]
    for region in regions:
        margin = _margin(region.lines)
        edge = edges.at(margin)
        if edge is not None:
            # Other pages, or the text above, may be set in fewer columns, which begin at the same place.
            limit = _next_column(region, regions)
            edge = edge if edge < limit else edges.at(margin, limit)
        sheets[-1] += _rows(region.lines, edge)
        if region.flows:
            sheets.append([])
    return [sheet for sheet in sheets if sheet]


def _next_column(region: Region, regions: Sequence[Region]) -> float:
    """Return where the text to the right of a region begins; infinite where there is none."""
    right = max(line.right for line in region.lines)
    top, bottom = region.lines[0].top, region.lines[-1].bottom
    return min(
        (
            left
            for other in regions
            if other.lines[-1].bottom < top and other.lines[0].top > bottom
            if (left := min(line.left for line in other.lines)) >= right
        ),
        default=math.inf,
    )


def _margin(lines: Sequence[Fragment]) -> int:
    return round(min(line.left for line in lines) / _SAME_MARGIN)


def _rows(lines: Sequence[Fragment], edge: float | None) -> list[Row]:
    centred = _centred(lines)
    margin = min(line.left for line in lines)
    usual = _usual_blank(lines)
    rows: list[Row] = []
    for index, line in enumerate(lines):
        text = re.sub("\u00ad$", "-", line.text)
        indent = 0 if index in centred else _indent(lines, index, margin)
        gap = BOX_GAP
        if index:
            above = lines[index - 1]
            gap = _gap(above, line, usual)
            if edge is not None and index not in centred and above.right <= edge + above.size:
                wrapped = _is_wrapped(above, line, edge)
                if gap == 0 and wrapped and _goes_on(rows[-1], text, indent):
                    rows[-1] = _whole(rows[-1], text)
                    continue
                if not wrapped:
                    gap = BOX_GAP if gap else 1
        rows.append(Row(text, gap, indent))
    return rows


def _centred(lines: Sequence[Fragment]) -> frozenset[int]:
    """Return which lines are set about one middle with the line before or after them.

    Where they begin and end says nothing then: they have no indent, and end at no edge.
    """
    pairs = (
        (index, index + 1)
        for index, (above, below) in enumerate(itertools.pairwise(lines))
        if abs(above.left + above.right - below.left - below.right) <= 2 * _SAME_MIDDLE * below.size
        if abs(above.left - below.left) > _SHIFTED * below.size
    )
    return frozenset(itertools.chain.from_iterable(pairs))


def _usual_blank(lines: Sequence[Fragment]) -> float:
    """Return the blank between two lines of a paragraph, in ems: the closer of those that are frequent."""
    blanks = sorted(_blank(above, below) for above, below in itertools.pairwise(lines))
    tight = [blank for blank in blanks if blank < 2]
    if not tight:
        return 0.0
    return min(statistics.median_low(tight), tight[len(tight) // 3] + 0.1)


def _blank(above: Fragment, below: Fragment) -> float:
    return (above.baseline - below.baseline) / max(above.size, below.size) - 1


def _gap(above: Fragment, line: Fragment, usual: float) -> int:
    wider = _blank(above, line) - usual
    sizes = sorted((above.size, line.size))
    if wider > _BOX_BLANK or sizes[1] > _ANOTHER_SIZE * sizes[0]:
        return BOX_GAP
    return 1 if wider > _PARAGRAPH_GAP or above.bold != line.bold else 0


def _is_wrapped(line: Fragment, after: Fragment, edge: float) -> bool:
    """Say whether the first word of the next line would not have fitted behind a line."""
    word = after.text.split(" ", 1)[0]
    width = (after.right - after.left) * len(word) / max(1, len(after.text))
    if HAN_CHARACTER.search(word):
        # A mark that may not begin a line takes the character before it along.
        width = 2 * line.size
    return line.right + 0.2 * line.size + width > edge


def _goes_on(row: Row, text: str, indent: int) -> bool:
    """Say whether a line behind a full one belongs to its text."""
    if split_mark(text)[0] or division_of(text) or len(row.text) > LONGEST_PARAGRAPH:
        return False
    if ends_sentence(row.text) and language_of(row.text) != language_of(text):
        return False
    return indent < row.indent + 2 or (row.lines == 1 and indent == row.indent)


def _whole(row: Row, text: str) -> Row:
    return replace(
        row, text=join(row.text, text, language_of(row.text), continued=False), lines=row.lines + 1
    )


def _indent(lines: Sequence[Fragment], index: int, margin: float) -> int:
    """Return the indent of a line; one that a mark begins has that of its text, where the next line hangs."""
    line = lines[index]
    left = line.left
    if index + 1 < len(lines) and split_mark(line.text)[0]:
        after = lines[index + 1]
        if line.left < after.left < max(line.inner, line.left + 4 * line.size) + 0.5 * line.size:
            left = after.left
    return min(_DEEPEST_INDENT, max(0, round((left - margin) / (0.5 * line.size))))
