"""What page after page repeats at its head or foot: running heads, footers, numbers of pages.

A running head is a text and stays; it is only told apart from the text beside it. A foot that
counts the pages is furniture.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from vet_terms.documents.text.lines import Line

_EDGE = 3
"""How many lines at the head and at the foot of a page may recur."""

_LEAST_PAGES = 3
_LEAST_SHARE = 0.25


def with_recurring_marked(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Return the pages with the lines marked that recur, but for their digits, at the edge of pages.

    They recur if three pages and a quarter of all have them.
    """
    pages_of: dict[str, set[int]] = {}
    for number, page in enumerate(pages):
        for line in _edges(page):
            pages_of.setdefault(_masked(line.text), set()).add(number)
    least = max(_LEAST_PAGES, _LEAST_SHARE * len(pages))
    recurring = {text for text, found in pages_of.items() if len(found) >= least}
    return [[replace(line, recurring=_masked(line.text) in recurring) for line in page] for page in pages]


def page_counts(pages: Sequence[Sequence[Line]]) -> set[str]:
    """Return the texts of recurring lines at the foot whose number rises with the pages, evenly."""
    feet: dict[str, list[tuple[int, int, str]]] = {}
    for sheet, page in enumerate(pages):
        # The foot of a bilingual page may be a line in each language.
        for line in page[-2:]:
            number = re.search(r"\d{1,4}", line.text)
            if line.recurring and line.language and number:
                feet.setdefault(_masked(line.text), []).append((sheet, int(number.group()), line.text))
    return {text for found in feet.values() if _rises_evenly(found) for _, _, text in found}


def _rises_evenly(found: Sequence[tuple[int, int, str]]) -> bool:
    (first_sheet, first, _), (last_sheet, last, _) = found[0], found[-1]
    sheets, numbers = last_sheet - first_sheet, last - first
    return numbers > 0 and all(
        (number - first) * sheets == (sheet - first_sheet) * numbers for sheet, number, _ in found
    )


def _edges(page: Sequence[Line]) -> Sequence[Line]:
    return page if len(page) <= 2 * _EDGE else [*page[:_EDGE], *page[-_EDGE:]]


def _masked(text: str) -> str:
    return re.sub(r"\d+", "0", text)
