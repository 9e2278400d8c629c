"""A text file's lines, each known by its language, indent and surroundings, grouped in pages.

A dump of slides or pages knows no boxes any more: all that is left of the layout are the line
ends, the spaces and the blank lines. This room keeps that evidence; it joins nothing.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from vet_terms.documents.text.furniture import furniture_reason
from vet_terms.documents.text.line_languages import split_languages
from vet_terms.documents.text.paired_lines import paired_forms, split_pair
from vet_terms.documents.text.table_rows import table_rows
from vet_terms.language.scripts import HAN, HAN_CHARACTER, LATIN_WORD, language_of
from vet_terms.model import Language

LineKind = Literal["text", "heading", "cell", "pair"]
"""``heading`` and ``cell`` are marked as such; ``pair`` says the same twice on one line."""


@dataclass(frozen=True, slots=True)
class Line:
    """One visual line of one language.

    ``gap`` counts the blank lines before it on its page; ``continued`` says that the line ended in
    a space, which is how many dumps leave a soft wrap; ``same_line`` that it stands behind a text
    of the other language; ``recurring`` that page after page has it at its head or foot. ``kind`` tells
    headings and cells, which no other line goes on, and lines that say the same twice.
    """

    text: str
    language: Language | None
    number: int
    indent: int
    gap: int
    continued: bool
    same_line: bool = False
    recurring: bool = False
    kind: LineKind = "text"

    @property
    def width(self) -> int:
        """Return the columns that the text takes; dashes and curly quotes are wide in Chinese."""
        return _columns(self.text, "WFA" if self.language == "zh" else "WF")


@functools.lru_cache(maxsize=4096)
def _columns(text: str, wide: str) -> int:
    """Return the columns of a text. Remembered, as each line is measured beside all those around it."""
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(char) in wide else 1 for char in text)


def pages(text: str) -> list[list[Line]]:
    """Return the lines of each page or slide.

    Pages are told apart by form feeds, or by runs of blank lines that are longer than those inside
    a page: three or more, or two where two is the longest run and comes more than once.
    """
    rows = text.replace("\f", "\n\f\n").split("\n")
    threshold = _page_gap(rows)
    paired = paired_forms(rows)
    tables = table_rows(rows)
    result: list[list[Line]] = [[]]
    gap = number = 0
    for index, row in enumerate(rows):
        if row == "\f":
            result.append([])
            gap, number = 0, number - 1
            continue
        number += 1
        if not row.strip():
            gap += 1
            continue
        if gap >= threshold:
            result.append([])
        gap = gap if result[-1] else 0
        if index in tables:
            result[-1].extend(_cells_of(tables[index], number, gap, paired=paired))
        else:
            result[-1].extend(lines_of(row, number, gap, paired=paired))
        gap = 0
    return [_with_strays_returned(page) for page in result if page]


def _page_gap(rows: Iterable[str]) -> int:
    runs: Counter[int] = Counter()
    gap = 0
    started = False
    for row in rows:
        if row.strip():
            if gap and started:
                runs[gap] += 1
            gap, started = 0, True
        else:
            gap += 1
    if any(length >= 3 for length in runs):
        return 3
    return 2 if runs[2] > 1 else 3


_FIGURES = re.compile(r"(?<=\S)(?:\s{3,}[-–—+]?\d[\d.,:/%％‰-]*)+$")
"""Columns of a table at the end of a row: figures behind wide gaps."""

_BESIDE_FIGURES = frozenset(".,:/%％‰-")
_LONGEST_FIGURES = 200


_TITLE_MARK = re.compile(r"^#{1,6}\s+(?=\S)|\s+#{1,6}$")
"""What marks a heading in Markdown."""


def lines_of(row: str, number: int, gap: int, *, paired: Collection[str]) -> list[Line]:
    """Return the lines of one row of text, one for each language in it; a row without text has none."""
    # A tab inside a line is a wide gap, wherever its stop happens to be.
    expanded = re.sub(r"(?<=\S)\t(?=\s*\S)", "    ", row).expandtabs(4)
    body = expanded.strip()
    indent = sum(2 if char == "\u3000" else 1 for char in expanded[: len(expanded) - len(expanded.lstrip())])
    continued = expanded != expanded.rstrip()
    title = re.match(r"#{1,6}\s+\S", body) is not None
    words = _TITLE_MARK.sub("", body) if title else body
    parts = _parts_of(words, paired=paired)
    kind: LineKind = "heading" if title else "pair" if split_pair(words, paired) else "text"
    return [
        Line(
            text=part,
            language=language,
            number=number,
            indent=indent if index == 0 else 0,
            gap=gap if index == 0 else 0,
            continued=continued and index == len(parts) - 1,
            same_line=index > 0,
            kind=kind,
        )
        for index, (language, part) in enumerate(parts)
    ]


def _cells_of(cells: Sequence[str], number: int, gap: int, *, paired: Collection[str]) -> list[Line]:
    parts = [part for cell in cells if cell for part in split_languages(cell, paired=paired)]
    return [
        Line(part, language, number, 0, gap if index == 0 else 0, False, index > 0, kind="cell")
        for index, (language, part) in enumerate(parts)
    ]


def _parts_of(body: str, *, paired: Collection[str]) -> list[tuple[Language | None, str]]:
    if furniture_reason(body):
        return [(language_of(body), body)]
    figures = None
    if body[-1:].isdigit() or body[-1:] in _BESIDE_FIGURES:
        figures = _FIGURES.search(body, max(0, len(body) - _LONGEST_FIGURES))
    if not figures:
        return split_languages(body, paired=paired)
    words = body[: figures.start()]
    return [*split_languages(words, paired=paired), (None, figures.group().strip())]


_LAST_LATIN = re.compile(rf"(?<=[{HAN}”’])\s?([A-Z][a-z]+(?:\s[A-Z][a-z]+)*)$")


def _with_strays_returned(page: list[Line]) -> list[Line]:
    """Give a name at the end of a Chinese line back to the English line below that it begins.

    It is taken for the English when that line opens with something no sentence opens with (a dash
    or a small letter), so that its first word must stand elsewhere.
    """
    lines = list(page)
    for index in range(len(lines) - 1):
        line, after = lines[index], lines[index + 1]
        if line.language != "zh" or after.language != "en" or not re.match(r"[-–—&,;a-z]", after.text):
            continue
        stray = _LAST_LATIN.search(line.text)
        if (
            not stray
            or not HAN_CHARACTER.search(line.text[: stray.start()])
            or not LATIN_WORD.search(after.text)
        ):
            continue
        lines[index] = replace(line, text=line.text[: stray.start()].rstrip(), continued=False)
        lines[index + 1] = replace(after, text=f"{stray.group(1)} {after.text}")
    return lines
