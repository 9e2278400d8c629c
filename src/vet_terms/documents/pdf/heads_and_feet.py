"""What the pages of a PDF repeat at one height of their head or foot, and what stands turned across them.

A PDF says where a text stands, so that a running head is told from a title that comes twice: it is at the
same height on page after page, at the edge, and no larger than the text.
"""

from __future__ import annotations

import re
import statistics
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from vet_terms.documents.pdf.fragments import SAME_LINE, Fragment

_EDGE_ROWS = 3
_LEAST_PAGES = 3
_LEAST_SHARE = 0.25
_SAME_HEIGHT = 3.0
_LARGER = 1.2
_MARGIN = 0.125
"""Share of a page, above and below, in which running heads and feet stand."""

_LEAST_BLANK = 0.8
"""Ems of blank between a running head or foot and the text."""

_COUNT = re.compile(r"[\d\s\W_]*\d[\d\s\W_]*|[ivxlc]{1,6}|(?:第|Page|p\.?)?\s?\d+.{0,12}\d*", re.IGNORECASE)


def repeated(
    pages: Sequence[Sequence[Fragment]], heights: Sequence[tuple[float, float]]
) -> list[dict[int, str]]:
    """Return for each page which of its pieces, by their indices, page after page repeats, and the reason.

    ``heights`` are where each page ends below and above.
    """
    sizes = [piece.size for page in pages for piece in page for _ in range(min(20, len(piece.text)))]
    most = _LARGER * statistics.median_low(sizes) if sizes else 0.0
    places: dict[str, list[tuple[float, int, int]]] = defaultdict(list)
    for number, page in enumerate(pages):
        low, high = heights[number]
        margin = _MARGIN * (high - low)
        for index in _at_the_edges(page):
            beside = not low + margin < page[index].baseline < high - margin
            if beside and page[index].size <= most:
                places[_masked(page[index].text)].append((page[index].baseline, number, index))
    least = max(_LEAST_PAGES, _LEAST_SHARE * len(pages))
    found: list[dict[int, str]] = [{} for _ in pages]
    for text, met in places.items():
        for group in _at_one_height(met):
            count = len({number for _, number, _ in group})
            if count < least:
                continue
            reason = "page number" if _COUNT.fullmatch(text) else f"repeated on {count} pages"
            for _, number, index in group:
                found[number][index] = reason
    return [
        {index: gone[index] for index in _outside_of_text(page, gone)}
        for page, gone in zip(pages, found, strict=True)
    ]


def _outside_of_text(page: Sequence[Fragment], gone: Collection[int]) -> list[int]:
    """Return the pieces that recur, with nothing else beyond them and a blank between them and the text.

    A title that comes again on the next page stands at the head too, but close to its text.
    """
    rows = _rows_of(page)
    head, foot = _furthest_in(page, rows, gone), _furthest_in(page, rows[::-1], gone)
    return [index for row in (*rows[:head], *rows[len(rows) - foot :]) for index in row]


def _furthest_in(page: Sequence[Fragment], rows: Sequence[Sequence[int]], gone: Collection[int]) -> int:
    """Return how many rows from the edge of a page are furniture."""
    count = 0
    for number, row in enumerate(rows[:_EDGE_ROWS], 1):
        if not all(index in gone for index in row):
            break
        here = page[row[0]]
        if number == len(rows):
            count = number
            break
        after = page[rows[number][0]]
        if abs(here.baseline - after.baseline) > (1 + _LEAST_BLANK) * max(here.size, after.size):
            count = number
    return count


def _rows_of(page: Sequence[Fragment]) -> list[list[int]]:
    """Return the indices of the pieces on each line of a page, from the top down."""
    rows: list[list[int]] = []
    for index in sorted(range(len(page)), key=lambda index: -page[index].baseline):
        if rows and page[rows[-1][0]].baseline - page[index].baseline <= SAME_LINE * page[index].size:
            rows[-1].append(index)
        else:
            rows.append([index])
    return rows


def _at_the_edges(page: Sequence[Fragment]) -> Collection[int]:
    rows = _rows_of(page)
    return {index for row in (*rows[:_EDGE_ROWS], *rows[-_EDGE_ROWS:]) for index in row}


def _at_one_height(met: Sequence[tuple[float, int, int]]) -> Iterator[list[tuple[float, int, int]]]:
    group: list[tuple[float, int, int]] = []
    for place in sorted(met):
        if group and place[0] - group[-1][0] > _SAME_HEIGHT:
            yield group
            group = []
        group.append(place)
    if group:
        yield group


def _masked(text: str) -> str:
    return re.sub(r"\d+", "0", text)
