"""Tables in plain text: Markdown tables, and tab-separated rows with both languages side by side.

Only rows are told from text here, and cells from each other. A single line with a tab in it is no table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from vet_terms.language.scripts import language_of

Cells = tuple[str, ...]

_DELIMITER = re.compile(r"^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?\s*$|^\s*\|\s*:?-+:?\s*\|\s*$")
_BAR = re.compile(r"(?<!\\)\|")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_LEAST_ROWS = 3
_LEAST_SHARE = 0.8
_LONGEST_ROW = 20_000


def table_rows(rows: Sequence[str]) -> Mapping[int, Cells]:
    """Return the cells of each row that belongs to a table, by the row's index.

    The line that parts a Markdown table's head from its body has no cells.
    """
    return dict([*_tabbed(rows), *_markdown(rows)])


def _markdown(rows: Sequence[str]) -> Iterator[tuple[int, Cells]]:
    for index, row in enumerate(rows):
        if index == 0 or len(row) > _LONGEST_ROW or not _DELIMITER.match(row) or "|" not in rows[index - 1]:
            continue
        yield index - 1, _between_bars(rows[index - 1])
        yield index, ()
        for below in range(index + 1, len(rows)):
            if "|" not in rows[below] or not rows[below].strip():
                break
            yield below, _between_bars(rows[below])


def _between_bars(row: str) -> Cells:
    text = row.strip()
    text = text.removeprefix("|")
    if text.endswith("|") and not text.endswith("\\|"):
        text = text[:-1]
    return tuple(_BREAK.sub(" ", cell.replace("\\|", "|")).strip() for cell in _BAR.split(text))


def _tabbed(rows: Sequence[str]) -> Iterator[tuple[int, Cells]]:
    """Yield runs of rows with as many tabs, most of which have a Chinese and an English cell."""
    run: list[tuple[int, Cells]] = []
    for index, row in enumerate([*rows, ""]):
        cells = tuple(cell.strip() for cell in row.strip("\n").split("\t")) if "\t" in row.strip() else ()
        if run and len(cells) != len(run[0][1]):
            if _is_bilingual(run):
                yield from run
            run = []
        if cells:
            run.append((index, cells))


def _is_bilingual(run: Sequence[tuple[int, Cells]]) -> bool:
    both = sum({"zh", "en"} <= {language_of(cell) for cell in cells} for _, cells in run)
    return len(run) >= _LEAST_ROWS and both >= _LEAST_SHARE * len(run)
